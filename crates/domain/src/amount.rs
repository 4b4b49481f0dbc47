//! Money: whole minor units with their unit. Two units never add, nothing is ever a fraction.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What an amount is counted in: `Unit::CAD`, or one of the programme's private units (a local
/// currency), by its position in the programme's list of units.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Unit(pub u8);

impl Unit {
    /// Canadian dollars, in cents.
    pub const CAD: Self = Self(0);
    /// How many units one programme may have (four bits in an account number).
    pub const MAX: u8 = 15;
}

/// Adding dollars to another unit, or going beyond what 64 bits hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum AmountError {
    /// The two amounts are not in the same unit.
    #[error("amounts in different units")]
    UnitMismatch,
    /// The result does not fit.
    #[error("amount out of range")]
    Overflow,
}

/// A number of minor units (cents) and their unit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Amount {
    /// Minor units (cents for CAD).
    pub minor: i64,
    /// What they are.
    #[serde(default = "cad", skip_serializing_if = "is_cad")]
    pub unit: Unit,
}

fn cad() -> Unit {
    Unit::CAD
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_cad(unit: &Unit) -> bool {
    *unit == Unit::CAD
}

impl Amount {
    /// Canadian cents.
    pub const fn cad(minor: i64) -> Self {
        Self { minor, unit: Unit::CAD }
    }

    /// The sum, if both are in one unit and it fits.
    pub fn plus(self, other: Self) -> Result<Self, AmountError> {
        if self.unit != other.unit {
            return Err(AmountError::UnitMismatch);
        }
        let minor = self.minor.checked_add(other.minor).ok_or(AmountError::Overflow)?;
        Ok(Self { minor, unit: self.unit })
    }

    /// This amount `count` times.
    pub fn times(self, count: u64) -> Result<Self, AmountError> {
        let count = i64::try_from(count).map_err(|_| AmountError::Overflow)?;
        let minor = self.minor.checked_mul(count).ok_or(AmountError::Overflow)?;
        Ok(Self { minor, unit: self.unit })
    }
}

/// Basis points: 10 000 is the whole.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Bps(pub u32);

impl Bps {
    /// The whole: ten thousand basis points.
    pub const WHOLE: Self = Self(10_000);

    /// This share of `minor`, rounded down (towards minus infinity).
    pub fn of(self, minor: i64) -> i64 {
        let product = i128::from(minor) * i128::from(self.0);
        i64::try_from(product.div_euclid(10_000)).unwrap_or(i64::MAX)
    }
}

/// Splits `total` in proportion to `weights`, exactly: the parts sum to the whole. The only place where
/// money is rounded: what is left over goes, one unit each, to the largest remainders, ties to the first.
///
/// With no positive weight everything goes to the first part; with no part at all, nowhere.
pub fn allocate(total: u64, weights: &[u64]) -> Vec<u64> {
    let sum: u128 = weights.iter().map(|w| u128::from(*w)).sum();
    if weights.is_empty() {
        return Vec::new();
    }
    if sum == 0 {
        let mut parts = vec![0; weights.len()];
        parts[0] = total;
        return parts;
    }
    let mut parts = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    for (index, weight) in weights.iter().enumerate() {
        let product = u128::from(total) * u128::from(*weight);
        parts.push(u64::try_from(product / sum).unwrap_or(u64::MAX));
        remainders.push((product % sum, index));
    }
    let given: u64 = parts.iter().sum();
    remainders.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let missing = usize::try_from(total - given).unwrap_or(usize::MAX);
    for (_, index) in remainders.into_iter().take(missing) {
        parts[index] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_units_never_add() {
        let dollars = Amount::cad(500);
        let local = Amount { minor: 500, unit: Unit(1) };
        assert_eq!(dollars.plus(local), Err(AmountError::UnitMismatch));
        assert_eq!(dollars.plus(dollars), Ok(Amount::cad(1000)));
    }

    #[test]
    fn arithmetic_never_wraps() {
        assert_eq!(Amount::cad(i64::MAX).plus(Amount::cad(1)), Err(AmountError::Overflow));
        assert_eq!(Amount::cad(i64::MAX).times(2), Err(AmountError::Overflow));
        assert_eq!(Amount::cad(2).times(u64::MAX), Err(AmountError::Overflow));
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_whole(total in 0u64..10_000_000, weights in prop::collection::vec(0u64..1_000_000, 1..9)) {
            let parts = allocate(total, &weights);
            prop_assert_eq!(parts.iter().sum::<u64>(), total);
        }

        #[test]
        fn a_part_is_never_more_than_one_unit_from_its_share(total in 0u64..1_000_000, weights in prop::collection::vec(1u64..1000, 1..9)) {
            let sum: u64 = weights.iter().sum();
            for (part, weight) in allocate(total, &weights).iter().zip(&weights) {
                let floor = total * weight / sum;
                prop_assert!(*part == floor || *part == floor + 1);
            }
        }
    }
}
