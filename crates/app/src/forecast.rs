//! The forecast of a programme: what its book says of the season so far, of the weeks to come and of the money, given to
//! [`domain::forecast`]. Nothing is written, and no rule reads it: the ceiling at hand-out stays the one decided.

mod beliefs;
mod gather;
mod weeks;

pub use beliefs::{BELIEFS, Belief};
pub use gather::{Season, gather};

use domain::forecast::{Forecast, Input, Learned, Plan, learn};
use domain::ids::PlaceId;
use domain::place::Place;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What somebody asks, where they do not want what the book says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Asked {
    /// The scale by household size, in percent of the decided one.
    pub scale: Option<u32>,
    /// Weeks of hand-outs to come.
    pub weeks: Option<u32>,
    /// Households in a week of hand-outs.
    pub households: Option<u64>,
    /// A place that closes from now on.
    pub closed: Option<PlaceId>,
    /// What a coupon is worth, cents: a household receives whole coupons.
    pub coupon_cents: Option<i64>,
    /// The chance of not spending more than there is, percent.
    pub sure: Option<u32>,
    /// Beliefs that replace ours, by key, percent.
    pub beliefs: BTreeMap<String, u32>,
}

/// The same, with what the book says where nothing was asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settled {
    /// Percent.
    pub scale: u32,
    /// Weeks of hand-outs.
    pub weeks: u32,
    /// Households a week.
    pub households: u64,
    /// A place that closes.
    pub closed: Option<PlaceId>,
    /// Cents.
    pub coupon_cents: i64,
    /// Percent.
    pub sure: u32,
}

/// One change, and what it does.
#[derive(Clone, Debug)]
pub struct Change {
    /// What changes.
    pub what: Changed,
    /// Given coupons spent by the end in half of the seasons, cents.
    pub spent_cents: i64,
    /// The chance of spending more than there is, in ten thousand.
    pub over_bps: u32,
    /// Households that can be served.
    pub households: Option<u64>,
}

/// What a change changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Changed {
    /// Nothing: what the others are compared with.
    Nothing,
    /// The scale, percent.
    Scale(u32),
    /// The weeks of hand-outs to come.
    Weeks(u32),
    /// The worth of a coupon, cents.
    Coupon(i64),
    /// A place closes.
    Closed(PlaceId),
}

/// A forecast with what it was made from.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// What was asked, settled.
    pub settled: Settled,
    /// What it was made from.
    pub input: Input,
    /// Mondays of the weeks to come.
    pub mondays: Vec<Date>,
    /// Spent so far by week: its Monday, cents.
    pub spent_so_far: Vec<(Date, i64)>,
    /// What the season so far says.
    pub learned: Learned,
    /// The figures.
    pub forecast: Forecast,
    /// What changes would do.
    pub changes: Vec<Change>,
}

/// Seasons drawn for the page, and for each change beside it.
pub const SEASONS: u32 = 10_000;
const SEASONS_OF_A_CHANGE: u32 = 1_000;
/// The same page twice says the same.
const SEED: u64 = 20_260_515;
/// More weeks or more of the scale than this is a slip.
const MOST_WEEKS: u32 = 60;
const MOST_SCALE: u32 = 500;
const MOST_HOUSEHOLDS: u64 = 1_000_000;

impl Season {
    /// What is asked, with the book's own where nothing is.
    pub fn settle(&self, asked: &Asked) -> Settled {
        Settled {
            scale: asked.scale.unwrap_or(100).clamp(1, MOST_SCALE),
            weeks: asked.weeks.unwrap_or(self.weeks_left).min(self.weeks_ahead()).min(MOST_WEEKS),
            households: asked.households.unwrap_or(self.households).min(MOST_HOUSEHOLDS),
            closed: asked.closed.filter(|place| self.book.place(*place).is_some()),
            coupon_cents: asked.coupon_cents.filter(|cents| *cents > 0).unwrap_or(self.coupon_cents),
            sure: asked.sure.unwrap_or(95).clamp(50, 99),
        }
    }

    fn input(&self, settled: &Settled, asked: &Asked, seasons: u32) -> Input {
        let priors = beliefs::of(&asked.beliefs);
        Input {
            past: self.calendar.past(priors.elsewhere),
            cohorts: self.cohorts.clone(),
            basket: self.basket,
            ahead: self.calendar.ahead(priors.elsewhere, settled.closed, settled.weeks, self.first_hand_out),
            plan: Plan {
                households: settled.households,
                weekly_cents: self.weekly_cents(settled.scale, settled.coupon_cents),
                coupon_cents: settled.coupon_cents,
            },
            sold: self.sold,
            owed_cents: self.owed_cents,
            bank_cents: self.bank_cents,
            funds: self.funds.clone(),
            policy: self.book.rules.fund_policy,
            priors,
            sure: f64::from(settled.sure) / 100.0,
            seasons,
            seed: SEED,
        }
    }

    /// Draws the seasons: tens of milliseconds of a processor, and nothing of the database.
    pub fn foresee(&self, asked: &Asked) -> Outlook {
        let settled = self.settle(asked);
        let input = self.input(&settled, asked, SEASONS);
        let learned = learn(&input);
        let forecast = domain::forecast::forecast(&input, &learned);
        let changes = self.changes(&settled, asked, &learned, &forecast);
        let mondays = self.calendar.mondays_ahead();
        Outlook { settled, input, mondays, spent_so_far: self.spent_so_far.clone(), learned, forecast, changes }
    }

    /// What is planned, then one change at a time, each drawn with the same seed.
    fn changes(&self, settled: &Settled, asked: &Asked, learned: &Learned, planned: &Forecast) -> Vec<Change> {
        let mut all = vec![Changed::Nothing];
        if settled.weeks > 0 && settled.households > 0 {
            all.extend([settled.scale.saturating_sub(10), settled.scale + 10].into_iter().filter(|s| *s > 0).map(Changed::Scale));
            all.extend([settled.weeks - 1, settled.weeks + 1].map(Changed::Weeks));
            all.push(Changed::Coupon(settled.coupon_cents * 2));
        }
        let closes = |place: &&Place| settled.closed.is_none() && self.calendar.weight(place.id) > 0.0;
        all.extend(self.book.places.iter().filter(closes).map(|place| Changed::Closed(place.id)));
        let one = |what: Changed| {
            let mut other = settled.clone();
            match what {
                Changed::Nothing => {}
                Changed::Scale(scale) => other.scale = scale,
                Changed::Weeks(weeks) => other.weeks = weeks.min(self.weeks_ahead()),
                Changed::Coupon(cents) => other.coupon_cents = cents,
                Changed::Closed(place) => other.closed = Some(place),
            }
            let says = |found: &Forecast| Change {
                what,
                spent_cents: found.final_spent.p50,
                over_bps: found.over_bps,
                households: found.households,
            };
            match (what, other == *settled) {
                // The same figures as above the table: another draw would say others.
                (Changed::Nothing, _) => Some(says(planned)),
                (_, true) => None,
                _ => Some(says(&domain::forecast::forecast(&self.input(&other, asked, SEASONS_OF_A_CHANGE), learned))),
            }
        };
        all.into_iter().filter_map(one).collect()
    }
}
