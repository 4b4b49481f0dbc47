//! Identifiers. Each is a newtype, so that a vendor can never be passed where a place is meant, and
//! prints with a prefix, so that a person reading a log knows what they see.
//!
//! Numbers are given out by each programme in order (1, 2, 3…): short to print, short to type, and the
//! same again when the command log is replayed.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! number_id {
    ($(#[$doc:meta])* $name:ident, $inner:ty, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "_{}"), self.0)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> i64 {
                i64::from(id.0)
            }
        }

        impl $name {
            /// From a database integer; `None` when it does not fit.
            pub fn from_i64(value: i64) -> Option<Self> {
                value.try_into().ok().map(Self)
            }
        }
    };
}

number_id!(
    /// A programme: the unit of tenancy. Two bytes, because it is printed in every signed code.
    ProgrammeId, u16, "prg"
);
number_id!(
    /// A coupon class within a programme. One byte in the signed code.
    ClassId, u8, "cls"
);
number_id!(
    /// A fund: one funder's money with its restriction.
    FundId, u32, "fnd"
);
number_id!(
    /// A partner organisation that hands coupons out.
    PartnerId, u32, "org"
);
number_id!(
    /// A merchant.
    VendorId, u32, "vnd"
);
number_id!(
    /// A market, farm stand or other exchange point.
    PlaceId, u32, "plc"
);
number_id!(
    /// A print batch.
    BatchId, u32, "bat"
);
number_id!(
    /// A person who signs in. Global: one person may serve several programmes.
    PersonId, u32, "prs"
);
number_id!(
    /// A settlement run.
    RunId, u32, "run"
);
number_id!(
    /// One payment to one merchant.
    PaymentId, u32, "pay"
);
number_id!(
    /// A dispute about one coupon.
    DisputeId, u32, "dsp"
);
number_id!(
    /// Something the public can buy.
    OfferId, u32, "off"
);
number_id!(
    /// An order of packs, to be picked up.
    OrderId, u32, "ord"
);
number_id!(
    /// A message to the programme's people.
    MessageId, u32, "msg"
);

/// How many coupons one batch may hold (24 bits of the coupon number).
pub const MAX_BATCH: u32 = (1 << 24) - 1;

/// A coupon's inventory number: its batch and its place in it (from 1). Used for counting stock, never
/// for accepting food: what a merchant shows is the random code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CouponId(pub i64);

impl CouponId {
    /// The `number`-th coupon (from 1) of a batch.
    pub fn new(batch: BatchId, number: u32) -> Self {
        debug_assert!((1..=MAX_BATCH).contains(&number));
        Self((i64::from(batch.0) << 24) | i64::from(number))
    }

    /// The batch it was printed in.
    pub fn batch(self) -> BatchId {
        BatchId(u32::try_from(self.0 >> 24).unwrap_or(u32::MAX))
    }

    /// Its number within the batch, from 1.
    pub fn number(self) -> u32 {
        u32::try_from(self.0 & i64::from(MAX_BATCH)).unwrap_or(0)
    }
}

impl fmt::Display for CouponId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:05}", self.batch().0, self.number())
    }
}

/// Who did something, as the command log names them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// A person, signed in.
    Person(PersonId),
    /// The program itself, at somebody's command line or on schedule.
    System,
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => id.fmt(f),
            Self::System => f.write_str("system"),
        }
    }
}

impl Actor {
    /// Reads what `Display` wrote.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "system" {
            return Some(Self::System);
        }
        text.strip_prefix("prs_")?.parse().ok().map(|n| Self::Person(PersonId(n)))
    }
}
