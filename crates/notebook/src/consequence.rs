//! What follows from a notebook, in figures: what coupons cost, how many to print, how many households the money
//! reaches, how much work it is. Only arithmetic on the answers; what nobody has decided yet is not guessed at.

use crate::answer::{Answer, Money};
use crate::book::Notebook;

/// From the least to the most it can be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Between {
    /// If every household were of the smallest size.
    pub low: i64,
    /// If households were spread evenly over the sizes: nobody knows before the season.
    pub middle: i64,
    /// If every household were of the largest.
    pub high: i64,
}

impl Between {
    fn map(self, f: impl Fn(i64) -> i64) -> Self {
        Self { low: f(self.low), middle: f(self.middle), high: f(self.high) }
    }
}

/// What follows. Cents, or things.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Consequences {
    /// Value handed out over the season.
    pub given: Option<Between>,
    /// What is likely to be spent of it, at the use expected.
    pub spent: Option<Between>,
    /// The money for coupons: what funders give, less the share kept to run.
    pub for_coupons: Option<i64>,
    /// The share kept to run.
    pub for_operations: Option<i64>,
    /// How much is missing for the hand-outs planned, in the middle case, under the ceiling decided; nothing when there
    /// is enough.
    pub short: Option<i64>,
    /// How many households the money reaches, in the middle case, under the ceiling decided.
    pub households: Option<i64>,
    /// Coupons to print for the season by value, from the smallest: the fewest that make every hand-out exactly.
    pub coupons: Vec<(Money, i64)>,
    /// Sheets of ten coupons, printed on one side.
    pub sheets: Option<i64>,
    /// How many times coupons are handed to a household over the season.
    pub handouts: Option<i64>,
    /// Merchants' coupons to count each week, once the season runs.
    pub coupons_a_week: Option<i64>,
}

/// Coupons on a sheet, as `print` lays them out.
const ON_A_SHEET: i64 = 10;

/// The fewest coupons that make an amount exactly, by value in the order given; none if they cannot.
pub fn coupons_for(amount: i64, values: &[Money]) -> Option<Vec<i64>> {
    let size = usize::try_from(amount).ok()?;
    let values: Vec<usize> = values.iter().filter_map(|v| usize::try_from(v.0).ok()).collect();
    // In steps of the greatest common divisor, so that 60 $ is a dozen steps and not six thousand.
    let step = values.iter().fold(0, |a, b| gcd(a, *b)).max(1);
    if !size.is_multiple_of(step) {
        return None;
    }
    let target = size / step;
    let mut fewest: Vec<Option<(u32, usize)>> = vec![None; target + 1];
    fewest[0] = Some((0, 0));
    for sum in 1..=target {
        for (index, value) in values.iter().enumerate() {
            let value = value / step;
            let Some((count, _)) = sum.checked_sub(value).and_then(|rest| fewest[rest]) else { continue };
            if fewest[sum].is_none_or(|(best, _)| count + 1 < best) {
                fewest[sum] = Some((count + 1, index));
            }
        }
    }
    let mut counts = vec![0; values.len()];
    let mut sum = target;
    while sum > 0 {
        let (_, index) = fewest[sum]?;
        counts[index] += 1;
        sum -= values[index] / step;
    }
    Some(counts)
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// What follows from what is answered so far.
pub fn consequences(n: &Notebook) -> Consequences {
    let mut out = Consequences::default();
    let gifts = match n.answer("funders") {
        Some(Answer::Funds(gifts)) => Some(gifts.iter().map(|gift| gift.amount.0).fold(0, i64::saturating_add)),
        _ => None,
    };
    if let Some(total) = gifts {
        let share = n.number("operations-share").unwrap_or(0);
        let run = total.saturating_mul(share) / 100;
        out.for_operations = Some(run);
        out.for_coupons = Some(total - run);
    }
    let Some(weeks) = n.number("weeks") else { return out };
    let Some(Answer::Scale(steps)) = n.answer("scale") else { return out };
    let weekly: Vec<i64> = steps.iter().map(|step| step.weekly.0).collect();
    let (Some(low), Some(high)) = (weekly.iter().min(), weekly.iter().max()) else { return out };
    let sizes = i64::try_from(weekly.len()).unwrap_or(1);
    let sum: i64 = weekly.iter().sum();
    let season = |value: i64| value.saturating_mul(weeks);
    let (one_low, one_middle, one_high) = (season(*low), season(sum) / sizes, season(*high));
    let ceiling = n.number("ceiling").unwrap_or(100);
    let allowed = out.for_coupons.map(|money| money.saturating_mul(ceiling) / 100);
    out.households = allowed.filter(|_| one_middle > 0).map(|allowed| allowed / one_middle);
    let Some(households) = n.number("households") else { return out };
    let all = |one: i64| one.saturating_mul(households);
    let given = Between { low: all(one_low), middle: all(one_middle), high: all(one_high) };
    out.given = Some(given);
    out.spent = n.number("expected-use").map(|use_percent| given.map(|value| value.saturating_mul(use_percent) / 100));
    out.short = allowed.map(|allowed| (given.middle - allowed).max(0));
    let each = match n.choice("cadence") {
        Some("weekly") => Some(weeks),
        Some("every-two-weeks") => Some((weeks + 1) / 2),
        Some("monthly") => Some((weeks * 12 + 51) / 52),
        Some("once") => Some(1),
        _ => None,
    };
    out.handouts = each.map(|times| times.saturating_mul(households));
    if let Some(Answer::Amounts(values)) = n.answer("denominations") {
        let made: Option<Vec<Vec<i64>>> = weekly.iter().map(|value| coupons_for(*value, values)).collect();
        if let Some(made) = made {
            let total = |index: usize| {
                let a_week: i64 = made.iter().map(|counts| counts[index]).sum();
                // Rounded up: a coupon too few stops a hand-out.
                (a_week.saturating_mul(weeks).saturating_mul(households) + sizes - 1) / sizes
            };
            out.coupons = values.iter().enumerate().map(|(index, value)| (*value, total(index))).collect();
            let printed: i64 = out.coupons.iter().map(|(_, count)| count).sum();
            out.sheets = Some(out.coupons.iter().map(|(_, count)| (count + ON_A_SHEET - 1) / ON_A_SHEET).sum());
            let used = n.number("expected-use").unwrap_or(100);
            out.coupons_a_week = (weeks > 0).then(|| printed.saturating_mul(used) / 100 / weeks);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_fewest_coupons() {
        let values = [Money(200), Money(500), Money(1_000)];
        assert_eq!(coupons_for(2_900, &values), Some(vec![2, 1, 2]));
        assert_eq!(coupons_for(600, &values), Some(vec![3, 0, 0]));
        assert_eq!(coupons_for(300, &values), None);
        assert_eq!(coupons_for(0, &values), Some(vec![0, 0, 0]));
        assert_eq!(coupons_for(500, &[]), None);
    }

    proptest! {
        #[test]
        fn what_they_make_is_the_amount(amount in 0_i64..20_000, values in prop::collection::vec(1_i64..3_000, 1..5)) {
            let values: Vec<Money> = values.into_iter().map(Money).collect();
            if let Some(counts) = coupons_for(amount, &values) {
                prop_assert_eq!(counts.iter().zip(&values).map(|(count, value)| count * value.0).sum::<i64>(), amount);
            }
        }
    }
}
