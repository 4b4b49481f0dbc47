//! What drawn seasons say, as figures for people: five points of each distribution, chances, the last household.

use super::draw::{Drawn, cents, cents_f64};
use super::fit::count_f64;
use super::input::{Input, Money};
use crate::fund::FundPolicy;
use crate::ids::FundId;

/// Five points of a distribution, cents: one in twenty is under the first, half are under the third.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Spread {
    /// One in twenty is lower.
    pub p5: i64,
    /// One in four is lower.
    pub p25: i64,
    /// Half are lower.
    pub p50: i64,
    /// One in four is higher.
    pub p75: i64,
    /// One in twenty is higher.
    pub p95: i64,
}

impl Spread {
    /// Of numbers in any order; sorts them.
    pub(super) fn of(numbers: &mut [i64]) -> Self {
        numbers.sort_unstable();
        let at = |percent: usize| match numbers.len() {
            0 => 0,
            count => numbers[((count - 1) * percent + 50) / 100],
        };
        Self { p5: at(5), p25: at(25), p50: at(50), p75: at(75), p95: at(95) }
    }
}

/// A week to come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Week {
    /// Given coupons spent in it.
    pub spent: Spread,
    /// Given coupons spent since the season began, until its end.
    pub spent_until: Spread,
    /// What merchants are owed for it: given and sold coupons.
    pub cash: Spread,
    /// The same since today, with what is owed today.
    pub cash_until: Spread,
}

/// When something runs out: the week, from 0, by the end of which it has in so many of the seasons.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct RunsOut {
    /// In how many seasons it does at all, in ten thousand.
    pub ever_bps: u32,
    /// In one season out of twenty.
    pub early: Option<usize>,
    /// In half of them.
    pub half: Option<usize>,
    /// In nineteen out of twenty.
    pub late: Option<usize>,
}

/// What becomes of a fund.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FundEnd {
    /// Which.
    pub fund: FundId,
    /// When nothing of it is left to promise.
    pub promised: RunsOut,
    /// When all of it is spent.
    pub spent: RunsOut,
    /// What is left of it at the end; below zero, what is missing.
    pub left: Spread,
}

/// The forecast.
#[derive(Clone, PartialEq, Debug)]
pub struct Forecast {
    /// Given coupons spent by the end of the season.
    pub final_spent: Spread,
    /// Of what is handed out by then, hundredths of a percent: what is spent.
    pub final_use_bps: Spread,
    /// Week by week.
    pub weeks: Vec<Week>,
    /// Fund by fund, in the order of use.
    pub funds: Vec<FundEnd>,
    /// The chance that more is spent than there is, in ten thousand.
    pub over_bps: u32,
    /// The chance that what is in the bank today does not pay merchants until the end, in ten thousand.
    pub short_bps: u32,
    /// How many households can be served until the end with the chance that was asked for; none when nothing is handed
    /// out any more.
    pub households: Option<u64>,
    /// The ceiling on promises that this would bear, hundredths of a percent of the money.
    pub ceiling_bps: u32,
}

/// Of so many seasons, in ten thousand.
fn bps(count: usize, of: usize) -> u32 {
    u32::try_from((count * 10_000 + of / 2) / of.max(1)).unwrap_or(10_000)
}

/// Numbers added up week after week, by season.
fn add_up(drawn: &Drawn, weeks: &[i64], start: i64) -> Vec<i64> {
    let mut out = weeks.to_vec();
    let n = drawn.seasons;
    for at in 0..out.len() {
        out[at] += if at < n { start } else { out[at - n] };
    }
    out
}

/// What a fund has left after `used` of all funds: in order, or by its share of the whole.
fn left_of(index: usize, money: &[i64], shares: Option<&[f64]>, used: i64) -> i64 {
    let Some(shares) = shares else {
        let before: i64 = money[..index].iter().map(|m| (*m).max(0)).sum();
        let mine = money[index].max(0);
        let taken = (used - before).max(0);
        // The last one bears what is too much.
        return if index + 1 == money.len() { mine - taken } else { mine - taken.min(mine) };
    };
    money[index] - cents(cents_f64(used) * shares[index])
}

/// The part that each fund bears of what is to come; none when they are used one after the other.
fn shares(policy: FundPolicy, funds: &[Money], of: impl Fn(&Money) -> i64) -> Option<Vec<f64>> {
    let weights: Vec<f64> = match policy {
        FundPolicy::OldestFirst => return None,
        FundPolicy::ProRata => funds.iter().map(|f| cents_f64(of(f).max(0))).collect(),
        FundPolicy::Designated => funds.iter().map(|f| cents_f64(f.charged_cents.max(0))).collect(),
    };
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 { None } else { Some(weights.into_iter().map(|w| w / sum).collect()) }
}

fn runs_out(drawn: &Drawn, until: &[i64], weeks: usize, is_out: impl Fn(i64) -> bool) -> RunsOut {
    let mut out = RunsOut::default();
    for week in 0..weeks {
        let count = drawn.week(until, week).iter().filter(|used| is_out(**used)).count();
        let reached = |percent: usize| count * 100 >= drawn.seasons * percent && count > 0;
        out.early = out.early.or(reached(5).then_some(week));
        out.half = out.half.or(reached(50).then_some(week));
        out.late = out.late.or(reached(95).then_some(week));
        out.ever_bps = bps(count, drawn.seasons);
    }
    out
}

/// Makes the figures.
pub(super) fn answer(input: &Input, drawn: &Drawn) -> Forecast {
    let weeks = input.ahead.len();
    let n = drawn.seasons.max(1);
    let (spent_now, food) = (input.spent_cents(), input.food_cents());
    let spent_until = add_up(drawn, &drawn.given, spent_now);
    let promised_until = add_up(drawn, &drawn.handed_out, 0);
    let all: Vec<i64> = drawn.given.iter().zip(&drawn.sold).map(|(given, sold)| given + sold).collect();
    let cash_until = add_up(drawn, &all, input.owed_cents);
    let spread = |of: &[i64], week: usize| Spread::of(&mut drawn.week(of, week).to_vec());
    let rows = (0..weeks).map(|week| Week {
        spent: spread(&drawn.given, week),
        spent_until: spread(&spent_until, week),
        cash: spread(&all, week),
        cash_until: spread(&cash_until, week),
    });
    let weeks_out: Vec<Week> = rows.collect();
    let mut last: Vec<i64> = if weeks == 0 { vec![spent_now; n] } else { drawn.week(&spent_until, weeks - 1).to_vec() };
    let cash: Vec<i64> = if weeks == 0 { vec![input.owed_cents; n] } else { drawn.week(&cash_until, weeks - 1).to_vec() };
    let over_bps = bps(last.iter().filter(|spent| **spent > food).count(), n);
    let short_bps = bps(cash.iter().filter(|cash| **cash > input.bank_cents).count(), n);
    let funds = funds(input, drawn, &spent_until, &promised_until, &last);
    let mut uses = uses(input, drawn);
    let use_spread = Spread::of(&mut uses);
    Forecast {
        final_spent: Spread::of(&mut last),
        final_use_bps: use_spread,
        weeks: weeks_out,
        funds,
        over_bps,
        short_bps,
        households: households(input, drawn),
        ceiling_bps: ceiling(&uses, input.sure),
    }
}

fn funds(input: &Input, drawn: &Drawn, spent_until: &[i64], promised_until: &[i64], last: &[i64]) -> Vec<FundEnd> {
    let weeks = input.ahead.len();
    let spent_now = input.spent_cents();
    let left: Vec<i64> = input.funds.iter().map(|f| f.food_cents - f.spent_cents).collect();
    let room: Vec<i64> = input.funds.iter().map(|f| f.room_cents).collect();
    let by_left = shares(input.policy, &input.funds, |f| f.food_cents - f.spent_cents);
    let by_room = shares(input.policy, &input.funds, |f| f.room_cents);
    (0..)
        .zip(&input.funds)
        .map(|(index, fund)| {
            let after = |spent: i64| left_of(index, &left, by_left.as_deref(), spent - spent_now);
            let unpromised = |promised: i64| left_of(index, &room, by_room.as_deref(), promised);
            FundEnd {
                fund: fund.fund,
                promised: runs_out(drawn, promised_until, weeks, |promised| unpromised(promised) <= 0),
                spent: runs_out(drawn, spent_until, weeks, |spent| after(spent) <= 0),
                left: Spread::of(&mut last.iter().map(|spent| after(*spent)).collect::<Vec<_>>()),
            }
        })
        .collect()
}

/// In each season, how many households the money serves; then the number that is enough as often as was asked for.
fn households(input: &Input, drawn: &Drawn) -> Option<u64> {
    /// More than any programme has.
    const MOST: i64 = 1_000_000;
    if input.planned_each_cents() <= 0 || drawn.each.is_empty() {
        return None;
    }
    let left = cents_f64(input.food_cents() - input.spent_cents());
    let served = |(old, each): (&f64, &f64)| match left - old {
        rest if rest <= 0.0 => 0,
        rest if *each <= 0.0 || rest / each >= cents_f64(MOST) => MOST,
        #[expect(clippy::cast_possible_truncation, reason = "from 0 to the most")]
        rest => (rest / each).floor() as i64,
    };
    let mut served: Vec<i64> = drawn.of_old.iter().zip(&drawn.each).map(served).collect();
    served.sort_unstable();
    u64::try_from(served[allowed(served.len(), input.sure)]).ok()
}

/// How many of so many seasons may go wrong.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a count")]
fn allowed(count: usize, sure: f64) -> usize {
    let wrong = (1.0 - sure.clamp(0.0, 1.0)) * count_f64(count as u64);
    // A hair below, for numbers such as 1 - 0.95.
    ((wrong + 1e-6).floor() as usize).min(count - 1)
}

/// In each season, what is spent of all that is handed out, hundredths of a percent.
fn uses(input: &Input, drawn: &Drawn) -> Vec<i64> {
    let given = cents_f64(input.given_cents());
    let spent = cents_f64(input.cohorts.iter().map(spent_of).sum());
    let households = if input.plan.households == 0 && given <= 0.0 { 1 } else { input.plan.households };
    let planned = count_f64(households) * cents_f64(input.planned_each_cents());
    let whole = given + planned;
    if whole <= 0.0 {
        return Vec::new();
    }
    let one = |(old, each): (&f64, &f64)| cents((spent + old + each * count_f64(households)) / whole * 10_000.0).clamp(0, 10_000);
    drawn.of_old.iter().zip(&drawn.each).map(one).collect()
}

/// What was spent of a cohort, cents.
fn spent_of(cohort: &super::input::Cohort) -> i64 {
    if cohort.given == 0 {
        return 0;
    }
    cents(cents_f64(cohort.cents) * count_f64(cohort.used()) / count_f64(cohort.given))
}

/// The ceiling on promises that holds as often as was asked for: at the use that is exceeded only so often, the money is
/// enough. From what was asked for exactly to three times the money, in whole percents. `uses` are sorted.
fn ceiling(uses: &[i64], sure: f64) -> u32 {
    if uses.is_empty() {
        return 10_000;
    }
    let at = uses.len() - 1 - allowed(uses.len(), sure);
    let percent = 1_000_000 / uses[at].max(1);
    u32::try_from(percent.clamp(100, 300) * 100).unwrap_or(10_000)
}
