//! Whether forecasts are right: seasons lived household by household, forecast at some weeks, compared with what became of
//! them. A season is known by its number, so that those a forecast was tuned on are never those it is judged on.

mod town;

use crate::chance::Chance;
use domain::forecast::{Ahead, Cohort, Input, Money, Plan, Priors, Sold, Spread, forecast, learn};
use domain::fund::FundPolicy;
use domain::ids::FundId;
use town::Lived;

/// The weeks after which a forecast is made.
pub const WEEKS: [usize; 3] = [3, 6, 9];
/// What a coupon is worth here, cents.
const COUPON: i64 = 500;

/// How often forecasts made after so many weeks were right.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Score {
    /// After how many weeks.
    pub after: usize,
    /// Seasons.
    pub seasons: u32,
    /// In how many the final spending was where nine in ten should be.
    pub nine_in_ten: u32,
    /// Where half should be.
    pub half: u32,
    /// Lower than nineteen in twenty should be.
    pub lower: u32,
    /// Higher than nineteen in twenty should be.
    pub higher: u32,
    /// In how many what was spent in the next week was where nine in ten should be.
    pub next_week: u32,
    /// What was spent in the next three weeks.
    pub three_weeks: u32,
    /// How far the middle was from final spending, added up, ten-thousandths of it.
    pub off: u64,
    /// How wide nine in ten were, added up, ten-thousandths of final spending.
    pub wide: u64,
}

fn cents(coupons: u64) -> i64 {
    i64::try_from(coupons).unwrap_or(i64::MAX).saturating_mul(COUPON)
}

/// What somebody knows of a season after some weeks.
fn known(lived: &Lived, after: usize, seasons: u32) -> Input {
    let priors = Priors::default();
    let given = after.min(lived.hand_out_weeks);
    let cohort = |week: usize| Cohort {
        week,
        given: lived.handed_out[week],
        cents: cents(lived.handed_out[week]),
        spent: lived.spent[week][..after].to_vec(),
    };
    let cohorts: Vec<Cohort> = (0..given).map(cohort).collect();
    let spent = cents(cohorts.iter().map(Cohort::used).sum());
    // As the page does: the last two weeks say what is usual.
    let recent = given.saturating_sub(2)..given;
    let weeks = recent.len() as u64;
    let hand_outs: u64 = lived.hand_outs[recent.clone()].iter().sum();
    let coupons: u64 = lived.handed_out[recent].iter().sum();
    let markets = |share: f64| if share > 0.0 { share + (1.0 - share) * priors.elsewhere } else { 0.0 };
    let week = |week: usize| Ahead { markets: markets(lived.planned[week]), hands_out: week < lived.hand_out_weeks };
    let all: (u64, u64) = (lived.handed_out[..given].iter().sum(), lived.hand_outs[..given].iter().sum());
    Input {
        past: lived.held[..after].iter().map(|share| markets(*share)).collect(),
        cohorts,
        basket: f64::from(u32::try_from(all.0).unwrap_or(u32::MAX)) / f64::from(u32::try_from(all.1.max(1)).unwrap_or(u32::MAX)),
        ahead: (after..lived.weeks()).map(week).collect(),
        plan: Plan {
            households: (hand_outs + weeks / 2) / weeks.max(1),
            weekly_cents: cents(coupons) / i64::try_from(hand_outs.max(1)).unwrap_or(1),
            coupon_cents: COUPON,
        },
        sold: Sold::default(),
        owed_cents: 0,
        bank_cents: 0,
        funds: vec![Money { fund: FundId(1), food_cents: spent, spent_cents: spent, room_cents: 0, charged_cents: spent }],
        policy: FundPolicy::OldestFirst,
        priors,
        sure: 0.95,
        seasons,
        seed: 7,
    }
}

fn parts(value: i64, whole: i64) -> u64 {
    (value.unsigned_abs() * 10_000).checked_div(whole.unsigned_abs()).unwrap_or(0)
}

impl Score {
    fn add(&mut self, lived: &Lived, seasons: u32) {
        let input = known(lived, self.after, seasons);
        let found = forecast(&input, &learn(&input));
        let holds = |spread: &Spread, truth: i64| u32::from(spread.p5 <= truth && truth <= spread.p95);
        let spent = |from: usize, to: usize| cents((from..to.min(lived.weeks())).map(|week| lived.spent_in(week)).sum());
        let (truth, last) = (spent(0, lived.weeks()), &found.final_spent);
        self.seasons += 1;
        self.nine_in_ten += holds(last, truth);
        self.half += u32::from(last.p25 <= truth && truth <= last.p75);
        self.lower += u32::from(truth < last.p5);
        self.higher += u32::from(truth > last.p95);
        self.off += parts(last.p50 - truth, truth);
        self.wide += parts(last.p95 - last.p5, truth);
        self.next_week += found.weeks.first().map_or(0, |week| holds(&week.spent, spent(self.after, self.after + 1)));
        let third = found.weeks.get(2).or(found.weeks.last());
        self.three_weeks += third.map_or(0, |week| holds(&week.spent_until, spent(0, self.after + 3)));
    }
}

/// Forecasts seasons by their numbers, each drawing so many.
pub fn score(numbers: std::ops::Range<u64>, seasons: u32) -> [Score; 3] {
    let mut scores = WEEKS.map(|after| Score { after, ..Score::default() });
    for number in numbers {
        let lived = town::live(&mut Chance::new(number));
        for score in &mut scores {
            score.add(&lived, seasons);
        }
    }
    scores
}
