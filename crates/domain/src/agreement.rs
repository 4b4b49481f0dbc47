//! Agreements: no coupon is accepted from a merchant who has not signed, at that place, for that day.

use crate::ids::{PlaceId, VendorId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A merchant's agreement for one place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Agreement {
    /// The merchant.
    pub vendor: VendorId,
    /// Where coupons may be accepted under it.
    pub place: PlaceId,
    /// First day in force.
    pub from: Date,
    /// Last day in force.
    pub until: Date,
    /// When the merchant signed.
    pub vendor_signed_on: Option<Date>,
    /// When the programme signed.
    pub programme_signed_on: Option<Date>,
}

impl Agreement {
    /// Whether both have signed and `day` falls within it. The days of signature do not matter: an
    /// agreement may be signed the morning of the market for the whole season.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.vendor_signed_on.is_some() && self.programme_signed_on.is_some() && self.from <= day && day <= self.until
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn both_signatures_and_the_dates_count() {
        let mut agreement = Agreement {
            vendor: VendorId(1),
            place: PlaceId(1),
            from: date(2025, 7, 1),
            until: date(2025, 10, 31),
            vendor_signed_on: Some(date(2025, 6, 15)),
            programme_signed_on: None,
        };
        assert!(!agreement.is_in_force(date(2025, 7, 1)));
        agreement.programme_signed_on = Some(date(2025, 6, 20));
        assert!(agreement.is_in_force(date(2025, 7, 1)));
        assert!(agreement.is_in_force(date(2025, 10, 31)));
        assert!(!agreement.is_in_force(date(2025, 6, 30)));
        assert!(!agreement.is_in_force(date(2025, 11, 1)));
    }
}
