//! What the season so far says. A coupon is of use (it will be spent) or not; one of use is spent at a rate, market day
//! after market day, by people who come often or by people who come seldom. Each way in which that could be is weighed
//! by how well it tells the coupons spent until now, week by week and hand-out by hand-out.

use super::arithmetic::{exp, ln};
use super::input::Input;

/// How much slower people who come seldom are.
pub(super) const SELDOM: f64 = 0.2;
/// A closed week is not quite one without spending: stands without hours, envelopes brought in late.
const LEAST_MARKETS: f64 = 0.02;

/// One way in which the season could be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    /// Its weight and that of those before it, from 0 to 1.
    pub(super) until: f64,
    /// Share of coupons that are spent in the end.
    pub(super) of_use: f64,
    /// Rate at which people who come often spend, a usual week.
    pub(super) speed: f64,
    /// How much of its first week a coupon has.
    pub(super) first: f64,
    /// Share of coupons with people who come seldom.
    pub(super) seldom: f64,
    /// Coupons of use not spent yet, of people who come often.
    pub(super) often_left: f64,
    /// The same, of people who come seldom.
    pub(super) seldom_left: f64,
}

/// All ways, weighed; those of little use first.
#[derive(Clone, Debug)]
pub(super) struct Fit {
    /// By what is spent week after week: how much of what is handed out comes back while coupons are handed out.
    pub(super) flow: Vec<Way>,
    /// By what becomes of the coupons of each hand-out: how much of it is with people who come at all. Those who come
    /// seldom spend their oldest coupons and their purses fill; there is more here than in the flow.
    pub(super) reach: Vec<Way>,
    /// How many times wider than independent coupons everything is.
    pub(super) clumps: f64,
    /// How much weeks differ.
    pub(super) week_spread: f64,
}

/// Finest step of final use.
pub(super) const STEP: f64 = 0.02;
const SPEEDS: usize = 18;
const FIRSTS: [f64; 4] = [0.15, 0.4, 0.7, 1.0];
const SELDOMS: [f64; 4] = [0.0, 0.2, 0.4, 0.6];

/// A speed, a first week and a share of people who come seldom.
#[derive(Clone, Copy)]
struct Shape {
    speed: f64,
    first: f64,
    seldom: f64,
}

fn shapes(input: &Input) -> Vec<(Shape, f64)> {
    let belief = input.priors.speed;
    let rate = -ln((1.0 - belief.middle).clamp(0.001, 0.999));
    let mut out = Vec::with_capacity(SPEEDS * FIRSTS.len() * SELDOMS.len());
    for step in 0..SPEEDS {
        // From 2.4 spreads under to 2.4 over.
        let z = 4.8 * as_f64(step) / as_f64(SPEEDS - 1) - 2.4;
        let speed = rate * exp(z * belief.spread);
        for first in FIRSTS {
            for seldom in SELDOMS {
                out.push((Shape { speed, first, seldom }, -z * z / 2.0));
            }
        }
    }
    out
}

#[expect(clippy::cast_precision_loss, reason = "weeks and steps are few")]
pub(super) fn as_f64(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "coupons of a season are under 2^52")]
pub(super) fn count_f64(count: u64) -> f64 {
    count as f64
}

/// What is left of coupons of use after so many market days, of both kinds of people.
#[derive(Clone, Copy)]
struct Left {
    often: f64,
    seldom: f64,
}

impl Left {
    fn after(shape: Shape, markets: f64) -> Self {
        Self {
            often: (1.0 - shape.seldom) * exp(-shape.speed * markets),
            seldom: shape.seldom * exp(-shape.speed * SELDOM * markets),
        }
    }

    fn whole(self) -> f64 {
        self.often + self.seldom
    }
}

/// Market days since a hand-out, at the end of each week so far.
fn market_days(past: &[f64], week: usize, first: f64) -> impl Iterator<Item = f64> + '_ {
    let mut sum = 0.0;
    past.iter().enumerate().skip(week).map(move |(at, markets)| {
        sum += markets.max(LEAST_MARKETS) * if at == week { first } else { 1.0 };
        sum
    })
}

/// Weighs every way, by weeks and by hand-outs.
pub(super) fn fit(input: &Input) -> Fit {
    let shares: Vec<f64> = (0..40).map(|step| 0.2 + STEP * f64::from(step)).collect();
    let believe = |share: f64| ln(input.priors.final_use.iter().map(|p| p.density(share)).sum());
    let beliefs: Vec<(f64, f64)> = shares.iter().map(|s| (believe(s + input.priors.at_the_end), believe(*s))).collect();
    let count = SPEEDS * FIRSTS.len() * SELDOMS.len() * shares.len();
    let (mut likely, mut ways) = (Vec::with_capacity(count), Vec::with_capacity(count));
    let mut by_week = Vec::with_capacity(count);
    let used: Vec<f64> = input.cohorts.iter().map(|c| count_f64(c.used())).collect();
    let given: Vec<f64> = input.cohorts.iter().map(|c| count_f64(c.given)).collect();
    let all_used: f64 = used.iter().sum();
    let floor = (input.basket * input.priors.together).max(1.0);
    let spent = spent_by_week(input);
    let mut left = vec![Left { often: 1.0, seldom: 0.0 }; input.cohorts.len()];
    let mut told_by_week = vec![0.0; input.past.len()];
    for (shape, belief) in shapes(input) {
        told_by_week.fill(0.0);
        let told = tell(input, shape, &mut left, &mut told_by_week);
        for (share, (flow_belief, reach_belief)) in shares.iter().zip(&beliefs) {
            let mut sum = told + all_used * ln(*share);
            let (mut often_left, mut seldom_left) = (0.0, 0.0);
            for ((left, used), given) in left.iter().zip(&used).zip(&given) {
                // Not spent: of no use, or of use and not spent yet.
                let not_spent = 1.0 - share + share * left.whole();
                let kept = given - used;
                sum += kept * ln(not_spent);
                often_left += kept * share * left.often / not_spent;
                seldom_left += kept * share * left.seldom / not_spent;
            }
            likely.push((sum, belief + reach_belief));
            by_week.push(weekly(&spent, &told_by_week, *share, floor, input.priors.week_spread) + belief + flow_belief);
            let Shape { speed, first, seldom } = shape;
            ways.push(Way { until: 0.0, of_use: *share, speed, first, seldom, often_left, seldom_left });
        }
    }
    let mut flow = ways.clone();
    let clumps = weigh(input, &likely, &mut ways);
    let most = by_week.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for (way, likely) in flow.iter_mut().zip(&by_week) {
        way.until = exp(likely - most);
    }
    let best = flow.iter().max_by(|a, b| a.until.total_cmp(&b.until)).copied();
    let week_spread = best.map_or(input.priors.week_spread, |best| week_spread(input, &best, floor));
    add_up(&mut flow);
    for way in &mut flow {
        remaining(input, &given, way);
    }
    add_up(&mut ways);
    Fit { flow, reach: ways, clumps, week_spread }
}

/// What is spent, by week so far.
fn spent_by_week(input: &Input) -> Vec<f64> {
    (0..input.past.len())
        .map(|week| input.cohorts.iter().filter_map(|c| c.spent.get(week)).map(|n| count_f64(*n)).sum())
        .collect()
}

/// How well a way tells what was spent each week; weeks differ for reasons of their own.
fn weekly(spent: &[f64], told: &[f64], share: f64, clumps: f64, spread: f64) -> f64 {
    let one = |(spent, told): (&f64, &f64)| {
        let told = told * share;
        let room = clumps * (told + 1.0) + spread * spread * told * told;
        -(spent - told) * (spent - told) / room / 2.0 - ln(room) / 2.0
    };
    spent.iter().zip(told).map(one).sum()
}

/// What is left of the flow of each hand-out.
fn remaining(input: &Input, given: &[f64], way: &mut Way) {
    let shape = Shape { speed: way.speed, first: way.first, seldom: way.seldom };
    (way.often_left, way.seldom_left) = (0.0, 0.0);
    for (cohort, given) in input.cohorts.iter().zip(given) {
        let markets = market_days(&input.past, cohort.week, shape.first).last().unwrap_or(0.0);
        let left = Left::after(shape, markets);
        way.often_left += given * way.of_use * left.often;
        way.seldom_left += given * way.of_use * left.seldom;
    }
}

/// How well a shape tells when coupons of use were spent; `left` gets what it leaves of each cohort, and `by_week` what
/// it tells of each week.
fn tell(input: &Input, shape: Shape, left: &mut [Left], by_week: &mut [f64]) -> f64 {
    let mut told = 0.0;
    for (cohort, left) in input.cohorts.iter().zip(left) {
        let mut before = 1.0;
        let mut now = Left { often: 1.0 - shape.seldom, seldom: shape.seldom };
        let given = count_f64(cohort.given);
        let weeks = cohort.spent.iter().zip(by_week.iter_mut()).skip(cohort.week);
        for (markets, (spent, week)) in market_days(&input.past, cohort.week, shape.first).zip(weeks) {
            now = Left::after(shape, markets);
            *week += given * (before - now.whole());
            if *spent > 0 {
                told += count_f64(*spent) * ln((before - now.whole()).max(1e-9));
            }
            before = now.whole();
        }
        *left = now;
    }
    told
}

/// Gives each way its weight, and says how much wider than independent coupons the season is: by how far each week
/// and each hand-out is from what the likeliest way tells.
fn weigh(input: &Input, likely: &[(f64, f64)], ways: &mut [Way]) -> f64 {
    let floor = (input.basket * input.priors.together).max(1.0);
    let best = (0..likely.len()).max_by(|a, b| {
        let score = |at: usize| likely[at].0 / floor + likely[at].1;
        score(*a).total_cmp(&score(*b))
    });
    let clumps = best.map_or(floor, |at| floor.max(distance(input, &ways[at])));
    let most = likely.iter().map(|(told, belief)| told / clumps + belief).fold(f64::NEG_INFINITY, f64::max);
    for (way, (told, belief)) in ways.iter_mut().zip(likely) {
        way.until = exp(told / clumps + belief - most);
    }
    clumps
}

/// Turns weights into shares that add up, and forgets those that never happen; those of little use first.
fn add_up(ways: &mut Vec<Way>) {
    let sum: f64 = ways.iter().map(|way| way.until).sum();
    ways.retain(|way| way.until > sum * 1e-7);
    ways.sort_by(|a, b| a.of_use.total_cmp(&b.of_use));
    let sum: f64 = ways.iter().map(|way| way.until).sum();
    let mut until = 0.0;
    for way in ways {
        until += way.until / sum;
        way.until = until;
    }
}

/// What a way tells of a cohort, week by week: told, spent, the room for chance.
fn cells<'a>(input: &'a Input, way: &'a Way) -> impl Iterator<Item = (usize, f64, f64)> + 'a {
    let shape = Shape { speed: way.speed, first: way.first, seldom: way.seldom };
    input.cohorts.iter().flat_map(move |cohort| {
        let mut before = 1.0;
        let given = count_f64(cohort.given) * way.of_use;
        let days = market_days(&input.past, cohort.week, shape.first);
        days.zip(&cohort.spent[cohort.week.min(cohort.spent.len())..]).enumerate().map(move |(age, (markets, spent))| {
            let now = Left::after(shape, markets).whole();
            let told = given * (before - now);
            before = now;
            (cohort.week + age, told, count_f64(*spent))
        })
    })
}

/// Pearson's measure: how many times farther from what is told than independent coupons would be, a cell.
fn distance(input: &Input, way: &Way) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for (_, told, spent) in cells(input, way).filter(|(_, told, _)| *told >= 5.0) {
        sum += (spent - told) * (spent - told) / told;
        count += 1.0;
    }
    if count < 5.0 { 0.0 } else { sum / (count - 3.0) }
}

/// How many weeks the belief about weeks is worth.
const BELIEVED_WEEKS: f64 = 4.0;

/// How much weeks differ from what the likeliest way tells of them, beyond chance; corrected towards the belief.
fn week_spread(input: &Input, way: &Way, clumps: f64) -> f64 {
    let mut weeks = vec![(0.0, 0.0); input.past.len()];
    for (week, told, spent) in cells(input, way) {
        if let Some(sum) = weeks.get_mut(week) {
            sum.0 += told;
            sum.1 += spent;
        }
    }
    let (mut sum, mut count) = (0.0, 0.0);
    for (told, spent) in weeks {
        if told > 20.0 * clumps.min(10.0) {
            let off = (spent / told - 1.0).clamp(-1.0, 1.0);
            sum += (off * off - clumps / told).max(0.0);
            count += 1.0;
        }
    }
    let believed = input.priors.week_spread * input.priors.week_spread;
    ((sum + BELIEVED_WEEKS * believed) / (count + BELIEVED_WEEKS)).sqrt()
}
