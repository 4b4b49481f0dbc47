//! How long a forecast takes: moving a value on its page draws ten thousand seasons again. No database is in it.

use crate::bench::table::Table;
use app::domain::forecast::{Ahead, Cohort, Input, Money, Plan, Priors, Sold, forecast, learn};
use app::domain::fund::FundPolicy;
use app::domain::ids::FundId;
use app::forecast::SEASONS;
use std::time::{Duration, Instant};

/// Each is done so many times.
const TIMES: usize = 15;

/// A season of so many weeks, so many of them over: ten thousand coupons a week.
fn season(weeks: usize, over: usize) -> Input {
    let cohort = |week: usize| {
        let spent = |at: usize| if at < week { 0 } else { 2_600 >> (at - week).min(12) };
        Cohort { week, given: 10_000, cents: 5_000_000, spent: (0..over).map(spent).collect() }
    };
    let fund = |number| Money {
        fund: FundId(number),
        food_cents: 40_000_000,
        spent_cents: 1_000_000,
        room_cents: 20_000_000,
        charged_cents: 2_000_000,
    };
    Input {
        past: vec![1.0; over],
        cohorts: (0..over).map(cohort).collect(),
        basket: 8.0,
        ahead: (over..weeks).map(|week| Ahead { markets: 1.0, hands_out: week + 2 < weeks }).collect(),
        plan: Plan { households: 1_250, weekly_cents: 4_000, coupon_cents: 500 },
        sold: Sold { count: 500, cents: 250_000 },
        owed_cents: 100_000,
        bank_cents: 80_000_000,
        funds: vec![fund(1), fund(2)],
        policy: FundPolicy::OldestFirst,
        priors: Priors::default(),
        sure: 0.95,
        seasons: SEASONS,
        seed: 1,
    }
}

/// The middle of some durations, in tenths of a millisecond, and the longest.
fn told(mut all: Vec<Duration>) -> (String, String) {
    all.sort_unstable();
    let say = |took: &Duration| format!("{:.1} ms", took.as_secs_f64() * 1_000.0);
    (say(&all[all.len() / 2]), say(&all[all.len() - 1]))
}

pub(crate) fn measure(table: &mut Table) {
    for (weeks, over) in [(16, 6), (26, 12)] {
        let input = season(weeks, over);
        let timed = |job: &dyn Fn()| {
            let begun = Instant::now();
            job();
            begun.elapsed()
        };
        let learning: Vec<Duration> = (0..TIMES).map(|_| timed(&|| drop(learn(&input)))).collect();
        let learned = learn(&input);
        let drawing: Vec<Duration> = (0..TIMES).map(|_| timed(&|| drop(forecast(&input, &learned)))).collect();
        let (middle, longest) = told(drawing);
        let (learn_middle, _) = told(learning);
        table.row(
            &format!("forecast of a season of {weeks} weeks, {over} of them over: {SEASONS} seasons, one thread"),
            &middle,
            &format!("{longest} at most of {TIMES}; learning from what is over, once a book: {learn_middle}"),
        );
    }
}
