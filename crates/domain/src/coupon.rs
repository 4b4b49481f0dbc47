//! Coupons: their class, their state and the only legal moves between states.

use crate::amount::{Amount, Bps, Unit};
use crate::ids::{BatchId, ClassId, CouponId, FundId, PartnerId, PlaceId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who paid for a coupon. A coupon that was given may lapse; one that was sold never does
/// (Loi sur la protection du consommateur, art. 187.3).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Funding {
    /// Given to a household; a fund pays.
    Granted,
    /// Bought by its bearer.
    Sold,
}

/// What a coupon is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// A printed coupon.
    #[default]
    Paper,
    /// A card.
    Card,
    /// Notes of a local currency.
    LocalCurrency,
}

/// A kind of coupon: everything that all coupons of one look have in common.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Class {
    /// Given out by the programme.
    pub id: ClassId,
    /// One capital letter printed large, unique in the programme.
    pub letter: char,
    /// What people call it.
    pub name: String,
    /// What a merchant is owed for it.
    pub face: Amount,
    /// For a private unit: how much more than its cost in dollars a coupon is worth (100 $ buys 105: 500).
    #[serde(default = "no_bonus")]
    pub bonus: Bps,
    /// For a private unit: the fund that pays the bonus.
    #[serde(default)]
    pub bonus_fund: Option<FundId>,
    /// Given or sold.
    pub funding: Funding,
    /// Paper, card or local currency.
    #[serde(default)]
    pub medium: Medium,
    /// First day of use.
    pub starts_on: Option<Date>,
    /// Last day of use; a sold class has none.
    pub expires_on: Option<Date>,
    /// Colour of the printed coupon, `#rrggbb`.
    pub colour: String,
    /// The only places where it may be spent; empty means all. A phone without a network knows it too: a coupon that
    /// is at home at one market cannot be spent at two, whatever nobody has heard of yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlaceId>,
}

fn no_bonus() -> Bps {
    Bps(0)
}

impl Class {
    /// Whether it may be spent at a place.
    pub fn is_good_at(&self, place: PlaceId) -> bool {
        self.places.is_empty() || self.places.contains(&place)
    }

    /// What one coupon costs its fund, in dollars: its face, less the bonus for a private unit.
    /// Rounded down to the cent; the bonus source pays the rest, so that the two sum to the face.
    pub fn cost(&self) -> Amount {
        if self.face.unit == Unit::CAD {
            return self.face;
        }
        let whole = i128::from(Bps::WHOLE.0);
        let cost = i128::from(self.face.minor) * whole / (whole + i128::from(self.bonus.0));
        Amount::cad(i64::try_from(cost).unwrap_or(i64::MAX))
    }
}

/// Where a coupon is in its life.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum State {
    /// On paper at the printer's or in the carton, not yet counted in.
    Printed = 0,
    /// Counted into the programme's stock.
    InStock = 1,
    /// With a partner organisation.
    WithPartner = 2,
    /// With a household, or with the person who bought it.
    HandedOut = 3,
    /// Spent.
    Redeemed = 4,
    /// Cancelled by the programme.
    Void = 5,
    /// Reported lost.
    Lost = 6,
    /// Reported stolen.
    Stolen = 7,
    /// Brought back unused.
    Returned = 8,
    /// Past its last day.
    Expired = 9,
}

impl State {
    /// All states, in the order of the disposition equation.
    pub const ALL: [Self; 10] = [
        Self::Printed,
        Self::InStock,
        Self::WithPartner,
        Self::HandedOut,
        Self::Redeemed,
        Self::Void,
        Self::Lost,
        Self::Stolen,
        Self::Returned,
        Self::Expired,
    ];

    /// From the database integer.
    pub fn from_i64(value: i64) -> Option<Self> {
        usize::try_from(value).ok().and_then(|i| Self::ALL.get(i).copied())
    }

    /// The database integer.
    pub const fn as_i64(self) -> i64 {
        self as i64
    }

    /// The stable name used in files and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Printed => "printed",
            Self::InStock => "in_stock",
            Self::WithPartner => "with_partner",
            Self::HandedOut => "handed_out",
            Self::Redeemed => "redeemed",
            Self::Void => "void",
            Self::Lost => "lost",
            Self::Stolen => "stolen",
            Self::Returned => "returned",
            Self::Expired => "expired",
        }
    }

    /// Reads [`State::key`].
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }

    /// Whether a coupon in this state can still be spent one day.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Printed | Self::InStock | Self::WithPartner | Self::HandedOut)
    }

    /// Whether a coupon of this funding may go from this state to `to`.
    /// `with_partner` to `with_partner` is a transfer between organisations.
    pub fn may_become(self, to: Self, funding: Funding) -> bool {
        match (self, to) {
            // Handed out straight from stock: sold over the counter. Back with the organisation: a hand-out taken back.
            (Self::Printed, Self::InStock)
            | (Self::InStock | Self::WithPartner, Self::WithPartner | Self::HandedOut)
            | (Self::WithPartner | Self::HandedOut, Self::Redeemed) => true,
            (from, Self::Void | Self::Lost | Self::Stolen | Self::Returned) => from.is_live(),
            (from, Self::Expired) => from.is_live() && funding == Funding::Granted,
            _ => false,
        }
    }
}

/// One coupon as the programme knows it. Its code is not here: only a keyed hash of it is stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Coupon {
    /// Inventory number.
    pub id: CouponId,
    /// Class.
    pub class: ClassId,
    /// Where it is.
    pub state: State,
    /// The organisation that has it, or that handed it out; kept after redemption.
    pub partner: Option<PartnerId>,
    /// The fund charged, once decided.
    pub fund: Option<FundId>,
    /// The command that last moved it; for a redeemed coupon, its redemption.
    pub moved_seq: i64,
}

/// Consecutive coupons of one batch, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct CouponRange {
    /// First coupon.
    pub first: CouponId,
    /// Last coupon.
    pub last: CouponId,
}

impl CouponRange {
    /// Numbers `first` to `last` of a batch; `None` when empty, backwards or out of a batch's limits.
    pub fn new(batch: BatchId, first: u32, last: u32) -> Option<Self> {
        if first == 0 || first > last || last > crate::ids::MAX_BATCH {
            return None;
        }
        Some(Self { first: CouponId::new(batch, first), last: CouponId::new(batch, last) })
    }

    /// How many coupons.
    #[expect(clippy::len_without_is_empty, reason = "a range is never empty")]
    pub fn len(self) -> u64 {
        u64::try_from(self.last.0 - self.first.0 + 1).unwrap_or(0)
    }

    /// Whether `id` is one of them.
    pub fn contains(self, id: CouponId) -> bool {
        self.first <= id && id <= self.last
    }

    /// The first `count` of them and the rest.
    pub fn split(self, count: u64) -> (Option<Self>, Option<Self>) {
        let count = i64::try_from(count.min(self.len())).unwrap_or(i64::MAX);
        let middle = self.first.0 + count;
        let head = (count > 0).then_some(Self { first: self.first, last: CouponId(middle - 1) });
        let tail = (middle <= self.last.0).then_some(Self { first: CouponId(middle), last: self.last });
        (head, tail)
    }
}

/// How many coupons of a range share a state, a partner, a fund and a class.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tally {
    /// Class.
    pub class: ClassId,
    /// State.
    pub state: State,
    /// Organisation, if any.
    pub partner: Option<PartnerId>,
    /// Fund, if decided.
    pub fund: Option<FundId>,
    /// How many.
    pub count: u64,
    /// The lowest and the highest of them.
    pub span: CouponRange,
}

/// A print batch.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Batch {
    /// Given out by the programme.
    pub id: BatchId,
    /// Class of all its coupons.
    pub class: ClassId,
    /// How many coupons.
    pub count: u32,
    /// Coupons in a booklet; 1 means loose coupons.
    pub booklet: u32,
    /// SHA-256 over the stored code hashes in order, in hexadecimal: what was printed cannot be swapped.
    pub codes_digest: String,
    /// The slot of the key its coupons are signed with, whenever they are printed.
    #[serde(default)]
    pub key_slot: u8,
}

impl Batch {
    /// All its coupons.
    pub fn range(&self) -> CouponRange {
        CouponRange { first: CouponId::new(self.id, 1), last: CouponId::new(self.id, self.count) }
    }

    /// The coupons of booklet `number` (from 1).
    pub fn booklet_range(&self, number: u32) -> Option<CouponRange> {
        let size = self.booklet.max(1);
        let first = number.checked_sub(1)?.checked_mul(size)?.checked_add(1)?;
        let last = first.checked_add(size - 1)?.min(self.count);
        CouponRange::new(self.id, first, last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_legal_moves() {
        use State::{Expired, HandedOut, InStock, Lost, Printed, Redeemed, Returned, Stolen, Void, WithPartner};
        let legal = |from: State, to: State, funding| match (from, to) {
            (Printed, InStock)
            | (InStock | WithPartner, WithPartner | HandedOut)
            | (WithPartner | HandedOut, Redeemed)
            | (Printed | InStock | WithPartner | HandedOut, Void | Lost | Stolen | Returned) => true,
            (Printed | InStock | WithPartner | HandedOut, Expired) => funding == Funding::Granted,
            _ => false,
        };
        for funding in [Funding::Granted, Funding::Sold] {
            for from in State::ALL {
                for to in State::ALL {
                    assert_eq!(from.may_become(to, funding), legal(from, to, funding), "{from:?} → {to:?}, {funding:?}");
                }
            }
        }
    }

    #[test]
    fn states_keep_their_number_and_name() {
        for state in State::ALL {
            assert_eq!(State::from_i64(state.as_i64()), Some(state));
            assert_eq!(State::from_key(state.key()), Some(state));
        }
        assert_eq!(State::from_i64(10), None);
        assert_eq!(State::from_i64(-1), None);
    }

    #[test]
    fn a_booklet_is_a_range() {
        let batch = Batch { id: BatchId(3), class: ClassId(1), count: 25, booklet: 10, codes_digest: String::new(), key_slot: 0 };
        assert_eq!(batch.booklet_range(1), CouponRange::new(BatchId(3), 1, 10));
        assert_eq!(batch.booklet_range(3), CouponRange::new(BatchId(3), 21, 25));
        assert_eq!(batch.booklet_range(4), None);
        assert_eq!(batch.booklet_range(0), None);
    }

    #[test]
    fn the_cost_of_a_local_currency_coupon() {
        let class = Class {
            id: ClassId(1),
            letter: 'M',
            name: "Petite-Monnaie".into(),
            face: Amount { minor: 10_500, unit: Unit(1) },
            bonus: Bps(500),
            bonus_fund: None,
            funding: Funding::Granted,
            medium: Medium::LocalCurrency,
            starts_on: None,
            expires_on: None,
            colour: "#226644".into(),
            places: Vec::new(),
        };
        assert_eq!(class.cost(), Amount::cad(10_000));
    }

    #[test]
    fn splitting_loses_nothing() {
        let range = CouponRange::new(BatchId(1), 1, 10).expect("range");
        for count in 0..12 {
            let (head, tail) = range.split(count);
            let sum = head.map_or(0, CouponRange::len) + tail.map_or(0, CouponRange::len);
            assert_eq!(sum, 10);
            assert_eq!(head.map_or(0, CouponRange::len), count.min(10));
        }
    }
}
