//! Agreements: no coupon is accepted from a merchant who has not signed, at that place, for that day.

use crate::command::Outcome;
use crate::ids::{PlaceId, VendorId};
use crate::refusal::Refusal;
use crate::world::{Step, World};
use jiff::Timestamp;
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
    /// Digest of the text that was read and signed; nothing when the paper was signed elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text_digest: Option<String>,
}

/// Who signs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The merchant.
    Vendor,
    /// The programme.
    Programme,
}

impl Agreement {
    /// Whether both have signed and `day` falls within it. The days of signature do not matter: an
    /// agreement may be signed the morning of the market for the whole season.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.vendor_signed_on.is_some() && self.programme_signed_on.is_some() && self.from <= day && day <= self.until
    }
}

/// One side signs agreement `number` (from 1), having read the text of this digest. Both sign the same text.
pub(crate) fn sign<W: World>(
    world: &mut W,
    number: u32,
    (vendor, side): (VendorId, Side),
    text_digest: &str,
    recorded_at: Timestamp,
) -> Step<Outcome, W> {
    let book = world.book();
    let index = usize::try_from(number).unwrap_or(usize::MAX).wrapping_sub(1);
    let found = book.agreements.get(index).filter(|a| a.vendor == vendor).ok_or(Refusal::NotFound)?;
    let mut signed = found.clone();
    if signed.text_digest.as_deref().is_some_and(|before| before != text_digest) {
        return Err(Refusal::OtherText.into());
    }
    let today = book.day_of(recorded_at);
    let slot = match side {
        Side::Vendor => &mut signed.vendor_signed_on,
        Side::Programme => &mut signed.programme_signed_on,
    };
    if slot.replace(today).is_some() {
        return Err(Refusal::AlreadySigned.into());
    }
    signed.text_digest = Some(text_digest.to_owned());
    world.update_agreement(number, &signed)?;
    Ok(Outcome::Done)
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
            text_digest: None,
        };
        assert!(!agreement.is_in_force(date(2025, 7, 1)));
        agreement.programme_signed_on = Some(date(2025, 6, 20));
        assert!(agreement.is_in_force(date(2025, 7, 1)));
        assert!(agreement.is_in_force(date(2025, 10, 31)));
        assert!(!agreement.is_in_force(date(2025, 6, 30)));
        assert!(!agreement.is_in_force(date(2025, 11, 1)));
    }
}
