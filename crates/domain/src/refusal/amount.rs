//! Sums that cannot be, as refusals.

use super::Refusal;
use crate::amount::AmountError;
use crate::ledger::TransferError;

/// No amount in one movement is larger, minor units: ten billion dollars.
pub const MOST_MINOR: i64 = 1_000_000_000_000;

/// A sum beyond what can be counted.
impl From<AmountError> for Refusal {
    fn from(_: AmountError) -> Self {
        Self::WrongAmount { asked: i64::MAX, least: 1, most: MOST_MINOR }
    }
}

impl From<TransferError> for Refusal {
    fn from(error: TransferError) -> Self {
        match error {
            TransferError::OutOfBounds { minor } => Self::WrongAmount { asked: minor, least: 1, most: MOST_MINOR },
            TransferError::UnitMismatch { unit } => Self::UnknownUnit { unit: unit.0.to_string() },
            // No request can ask for it; a rule that does has nothing to move.
            TransferError::SameAccount => Self::WrongAmount { asked: 0, least: 1, most: MOST_MINOR },
        }
    }
}
