//! What is out of the ordinary among the coupons that merchants accepted, for a person to look at. An alert is not a
//! judgement: it stops nothing and takes nothing from anybody. Each has an everyday reason more often than a bad one,
//! so the thresholds are high, the territory's to decide, and what somebody looked at stays looked at.
//!
//! The phones' own limits ([`crate::programme::Offline`]) say how much may go wrong; this says where to look.

mod rules;

use crate::command::Outcome;
use crate::coupon_set::CouponSet;
use crate::ids::{Actor, CouponId, PlaceId, VendorId};
use crate::redemption::Redemption;
use crate::refusal::Refusal;
use crate::world::{Step, World};
use jiff::Timestamp;
use jiff::civil::Date;
pub use rules::find;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is out of the ordinary.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Many coupons of one hand-out at one stall on one day.
    Household,
    /// A long run of numbers in a row, of several hand-outs, at one stall on one day.
    Run,
    /// Many times what the other stalls of the place took that day, and more than this one usually does.
    Volume,
    /// Many coupons within a minute on one phone.
    Velocity,
    /// Accepted long before the place opens or long after it closes.
    Hours,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Household, Self::Run, Self::Volume, Self::Velocity, Self::Hours];

    /// The stable name used in tables and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Household => "household",
            Self::Run => "run",
            Self::Volume => "volume",
            Self::Velocity => "velocity",
            Self::Hours => "hours",
        }
    }

    /// Reads [`Self::key`].
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// From when on something is out of the ordinary: the territory's decision. 0 never looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Alerts {
    /// Coupons of one hand-out at one stall on one day. A household's week is 4 to 9 coupons of 5 $; 24 is a month of
    /// them spent at one stall at once.
    pub household_coupons: u32,
    /// Numbers in a row, of several hand-outs, at one stall on one day. Households that were served one after the other
    /// do not all go to the same stall: 30 in a row are four of them.
    pub run_coupons: u32,
    /// How many times what the other stalls of the place took that day, the middle one of them. A vegetable stall takes
    /// three to five times what others do, week after week; that is why its own usual day counts too.
    pub peers_times: u32,
    /// Coupons on one phone within a minute. A payment takes a quarter of a minute at least and is of six coupons or so.
    pub minute_coupons: u32,
    /// Hours before opening or after closing. Merchants set up and put away; a clock in another zone is three off.
    pub hours_away: u32,
}

impl Default for Alerts {
    fn default() -> Self {
        Self { household_coupons: 24, run_coupons: 30, peers_times: 6, minute_coupons: 40, hours_away: 4 }
    }
}

impl Alerts {
    /// Whether nothing was decided otherwise: then no file or log needs to say it.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Which alert: there is one of a kind for a stall and a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Key {
    /// The day.
    pub on: Date,
    /// Where.
    pub place: PlaceId,
    /// At whose stall.
    pub vendor: VendorId,
    /// What.
    pub kind: Kind,
}

/// A redemption as far as it can be out of the ordinary.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taken {
    /// The redemption.
    pub redemption: Redemption,
    /// The phone, when it was one.
    pub device: Option<Uuid>,
    /// Its coupons, ascending, each with the command that gave it to somebody, if any did.
    pub coupons: Vec<(CouponId, Option<i64>)>,
}

/// One act of an alert.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The redemption.
    pub seq: i64,
    /// Those of its coupons that the alert is about.
    pub coupons: CouponSet,
}

/// Something for a person to look at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alert {
    /// Which.
    pub key: Key,
    /// Coupons it is about.
    pub count: u64,
    /// What is usual: coupons, or 0 when nothing says it.
    pub usual: u64,
    /// The acts behind it, in order.
    pub parts: Vec<Part>,
}

/// What somebody said who looked at an alert.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Looked {
    /// At which.
    pub key: Key,
    /// How many coupons it was about then: with more, it asks again.
    pub count: u64,
    /// What they found.
    pub reason: String,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

impl Looked {
    /// Whether this answers an alert as it is now.
    pub fn answers(&self, alert: &Alert) -> bool {
        self.key == alert.key && alert.count <= self.count
    }
}

/// Writes that somebody looked.
pub(crate) fn look<W: World>(
    world: &mut W,
    key: Key,
    count: u64,
    reason: &str,
    (by, at): (Actor, Timestamp),
) -> Step<Outcome, W> {
    let book = world.book();
    book.place(key.place).ok_or(Refusal::UnknownPlace { place: key.place.to_string() })?;
    book.vendor(key.vendor).ok_or(Refusal::UnknownVendor { vendor: key.vendor.to_string() })?;
    if key.on > book.day_of(at) {
        return Err(Refusal::FutureDay { day: key.on }.into());
    }
    world.look_at_alert(&Looked { key, count, reason: reason.trim().to_owned(), by, at })?;
    Ok(Outcome::Done)
}
