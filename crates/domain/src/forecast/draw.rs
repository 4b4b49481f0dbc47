//! Seasons drawn one after the other: a way in which the season could be, what the rest of it changes, then each week.
//! Nothing is allocated for a season, and a week costs the same whatever the number of coupons.

use super::arithmetic::{exp, shifted};
use super::dice::Dice;
use super::fit::{Fit, SELDOM, STEP, Way, as_f64, count_f64};
use super::input::Input;

/// All drawn seasons, week by week: `seasons` numbers a week.
pub(super) struct Drawn {
    pub(super) seasons: usize,
    /// Given coupons spent, by week then by season, cents.
    pub(super) given: Vec<i64>,
    /// Sold coupons spent, the same.
    pub(super) sold: Vec<i64>,
    /// Given coupons handed out, the same.
    pub(super) handed_out: Vec<i64>,
    /// Spent until the end of what is in purses today, by season, cents.
    pub(super) of_old: Vec<f64>,
    /// Spent until the end of what one planned household receives, by season, cents.
    pub(super) each: Vec<f64>,
}

impl Drawn {
    /// A week's numbers.
    pub(super) fn week<'a>(&self, of: &'a [i64], week: usize) -> &'a [i64] {
        &of[week * self.seasons..(week + 1) * self.seasons]
    }
}

/// Coupons of use, by who has them.
#[derive(Clone, Copy, Default)]
struct Purses {
    often: f64,
    seldom: f64,
}

impl Purses {
    /// Takes out what is spent when people who come often spend `often` of theirs, and so on.
    fn spend(&mut self, often: f64, seldom: f64, clumps: f64, luck: f64) -> f64 {
        let told = self.often * often + self.seldom * seldom;
        let room = self.often * often * (1.0 - often) + self.seldom * seldom * (1.0 - seldom);
        let all = self.often + self.seldom;
        if all <= 0.0 {
            return 0.0;
        }
        let spent = (told + luck * (room * clumps).sqrt()).clamp(0.0, all);
        // What was more or less than told falls on both alike.
        let (o, s) = (self.often * (1.0 - often), self.seldom * (1.0 - seldom));
        let rest = if o + s > 0.0 { (all - spent) / (o + s) } else { 0.0 };
        *self = Self { often: o * rest, seldom: s * rest };
        spent
    }
}

/// The households that are drawn when none is planned: what one of them spends is asked all the same.
const SOME: u64 = 100;

/// Weeks of hand-outs after which their number may still differ as far as is believed beforehand.
const BELIEVED_WEEKS: f64 = 3.0;

/// What one season is.
struct Season {
    /// Of what will be handed out, how much comes back while coupons are handed out.
    of_use: f64,
    /// How much is with people who come at all.
    reached: f64,
    speed: f64,
    last_week: f64,
    volume: f64,
}

fn pick(ways: &[Way], at: f64) -> &Way {
    &ways[ways.partition_point(|way| way.until < at).min(ways.len() - 1)]
}

/// Draws the seasons.
pub(super) fn draw(input: &Input, fit: &Fit) -> Drawn {
    let seasons = input.seasons as usize;
    let weeks = input.ahead.len();
    let zeros = || vec![0i64; seasons * weeks];
    let mut out = Drawn {
        seasons,
        given: zeros(),
        sold: zeros(),
        handed_out: zeros(),
        of_old: Vec::with_capacity(seasons),
        each: Vec::with_capacity(seasons),
    };
    let mut dice = Dice::new(input.seed);
    let priors = &input.priors;
    let last = input.ahead.iter().rposition(|week| week.markets > 0.0);
    let kept: u64 = input.cohorts.iter().map(|c| c.given - c.used().min(c.given)).sum();
    let given: u64 = input.cohorts.iter().map(|c| c.given).sum();
    let old_worth = if given == 0 { 0.0 } else { cents_f64(input.given_cents()) / count_f64(given) };
    let sold_worth = if input.sold.count == 0 { 0.0 } else { cents_f64(input.sold.cents) / count_f64(input.sold.count) };
    let coupon = cents_f64(input.plan.coupon_cents.max(1));
    let planned = if input.plan.households == 0 { SOME } else { input.plan.households };
    let is_planned = if input.plan.households == 0 { 0.0 } else { 1.0 };
    let weekly = count_f64(planned) * cents_f64(input.plan.weekly_cents) / coupon;
    // The longer hand-outs were seen, the better their number is known.
    let seen = as_f64(input.past.len()).max(BELIEVED_WEEKS);
    let volume_spread = priors.hand_out_spread * (BELIEVED_WEEKS / seen).sqrt();
    let last_hand_out = input.ahead.iter().rposition(|week| week.hands_out);
    for number in 0..seasons {
        // One place in both lists: where much comes back, many are reached.
        let place = dice.share();
        let (way, reach) = (pick(&fit.flow, place), pick(&fit.reach, place));
        let step = STEP * (dice.share() - 0.5);
        let drift = priors.use_drift * dice.normal();
        // What full purses become is seen at the end only.
        let reach_drift = drift + priors.end_drift * dice.normal();
        let season = Season {
            of_use: shifted((way.of_use + step).clamp(0.001, 0.999), drift),
            reached: shifted((reach.of_use + step).clamp(0.001, 0.999), reach_drift),
            speed: way.speed * exp(priors.speed_drift * dice.normal()),
            last_week: priors.last_week_low + (priors.last_week_high - priors.last_week_low) * dice.share(),
            volume: exp(volume_spread * dice.normal()),
        };
        let mut old = purses_now(way, count_f64(kept), drift, fit.clumps, &mut dice);
        let reached = purses_now(reach, count_f64(kept), reach_drift, fit.clumps, &mut dice);
        // In purses that fill: with people who come, and more than they spend while coupons are handed out.
        let mut old_full = (reached.often + reached.seldom - old.often - old.seldom).max(0.0);
        let mut new_full = 0.0;
        let mut new = Purses::default();
        let sold_use = (0.95 + 0.02 * dice.normal()).clamp(0.0, 1.0);
        let mut sold = Purses { often: count_f64(input.sold.count) * sold_use, seldom: 0.0 };
        let (mut of_old, mut of_new) = (0.0, 0.0);
        for (at, week) in input.ahead.iter().enumerate() {
            let shock = exp(fit.week_spread * dice.normal() - fit.week_spread * fit.week_spread / 2.0);
            let (luck_old, luck_new) = (dice.normal(), dice.normal());
            let rate = season.speed * week.markets * shock;
            let is_last = Some(at) == last;
            let share = |rate: f64| {
                let share = 1.0 - exp(-rate);
                if is_last { share.max(season.last_week) } else { share }
            };
            let (often, seldom) = (share(rate), share(rate * SELDOM));
            let mut from_old = old.spend(often, seldom, fit.clumps, luck_old);
            let mut from_new = new.spend(often, seldom, fit.clumps, luck_new);
            let mut handed_out = 0.0;
            if week.hands_out {
                handed_out = weekly * season.volume;
                let of_use = handed_out * season.of_use;
                let mut fresh = Purses { often: of_use * (1.0 - way.seldom), seldom: of_use * way.seldom };
                from_new += fresh.spend(share(rate * way.first), share(rate * way.first * SELDOM), fit.clumps, luck_new);
                new = Purses { often: new.often + fresh.often, seldom: new.seldom + fresh.seldom };
                new_full += handed_out * (season.reached - season.of_use).max(0.0);
            }
            // Full purses empty once nothing is handed out any more.
            if last_hand_out.is_none_or(|last| at > last) || is_last {
                old_full -= take(&mut from_old, old_full * seldom);
                new_full -= take(&mut from_new, new_full * seldom);
            }
            let from_sold = sold.spend(1.0 - exp(-rate), 0.0, 1.0, 0.0);
            of_old += from_old;
            of_new += from_new;
            let place = at * seasons + number;
            out.given[place] = cents(from_old * old_worth + is_planned * from_new * coupon);
            out.sold[place] = cents(from_sold * sold_worth);
            out.handed_out[place] = cents(is_planned * handed_out * coupon);
        }
        out.of_old.push(of_old * old_worth);
        out.each.push(of_new * coupon / count_f64(planned));
    }
    out
}

/// Adds to what is spent, and says how much.
fn take(spent: &mut f64, more: f64) -> f64 {
    *spent += more;
    more
}

/// What is of use among the coupons in purses today.
fn purses_now(way: &Way, kept: f64, drift: f64, clumps: f64, dice: &mut Dice) -> Purses {
    let told = way.often_left + way.seldom_left;
    let luck = dice.normal();
    if kept <= 0.0 || told <= 0.0 {
        return Purses::default();
    }
    let share = shifted((told / kept).clamp(0.0001, 0.9999), drift);
    let now = (kept * share + luck * (kept * share * (1.0 - share) * clumps).sqrt()).clamp(0.0, kept);
    Purses { often: now * way.often_left / told, seldom: now * way.seldom_left / told }
}

#[expect(clippy::cast_precision_loss, reason = "a programme's cents are under 2^52")]
pub(super) fn cents_f64(cents: i64) -> f64 {
    cents as f64
}

/// The only place where a number drawn becomes cents.
#[expect(clippy::cast_possible_truncation, reason = "a season's money is far within an i64")]
pub(super) fn cents(value: f64) -> i64 {
    value.round() as i64
}
