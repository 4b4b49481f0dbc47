//! A market day: who came, what each merchant's coupons came to, and both sides agreeing on it before they go home.

use crate::amount::Unit;
use crate::command::Outcome;
use crate::dispute::{self, Decision};
use crate::ids::{DisputeId, FundId, PlaceId, VendorId};
use crate::ledger::{AccountId, AccountKind};
use crate::redemption::Redemption;
use crate::refusal::Refusal;
use crate::world::{Step, World};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a merchant's coupons of a day came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct DayTotal {
    /// Coupons.
    pub count: u64,
    /// Value in dollars, cents.
    pub cents: i64,
}

/// How a merchant agreed with the total.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreed {
    /// On a screen of their own.
    OnScreen,
    /// By signing the slip.
    OnPaper,
}

/// A day at a place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MarketDay {
    /// Where.
    pub place: PlaceId,
    /// When.
    pub on: Date,
    /// Who was there.
    #[serde(default)]
    pub present: BTreeSet<VendorId>,
    /// Paid on the spot for coupons that were in doubt, cents.
    #[serde(default)]
    pub spot_cents: i64,
    /// When it was closed.
    #[serde(default)]
    pub closed_at: Option<Timestamp>,
    /// The totals it was closed with.
    #[serde(default)]
    pub totals: BTreeMap<VendorId, DayTotal>,
    /// Who agreed with theirs.
    #[serde(default)]
    pub agreed: BTreeMap<VendorId, Agreed>,
}

impl MarketDay {
    /// A day of which nothing is known yet.
    pub const fn new(place: PlaceId, on: Date) -> Self {
        Self {
            place,
            on,
            present: BTreeSet::new(),
            spot_cents: 0,
            closed_at: None,
            totals: BTreeMap::new(),
            agreed: BTreeMap::new(),
        }
    }
}

/// What each merchant's coupons come to, of the redemptions of one day at one place.
pub fn totals(redemptions: &[Redemption]) -> BTreeMap<VendorId, DayTotal> {
    let mut totals: BTreeMap<VendorId, DayTotal> = BTreeMap::new();
    for redemption in redemptions.iter().filter(|r| r.count > 0) {
        let total = totals.entry(redemption.vendor).or_default();
        total.count += u64::from(redemption.count);
        total.cents += redemption.amount_cents;
    }
    totals
}

fn known<W: World>(world: &mut W, place: PlaceId, on: Date, now: Timestamp) -> Step<MarketDay, W> {
    let book = world.book();
    book.place(place).ok_or(Refusal::UnknownPlace { place: place.to_string() })?;
    if on > book.day_of(now) {
        return Err(Refusal::FutureDay { day: on }.into());
    }
    Ok(world.market_day(place, on)?.unwrap_or_else(|| MarketDay::new(place, on)))
}

/// Notes who is there. The last word counts.
pub(crate) fn note_presence<W: World>(
    world: &mut W,
    (place, on): (PlaceId, Date),
    vendors: &BTreeSet<VendorId>,
    recorded_at: Timestamp,
) -> Step<Outcome, W> {
    let mut day = known(world, place, on, recorded_at)?;
    let book = world.book();
    for vendor in vendors {
        book.vendor(*vendor).ok_or(Refusal::UnknownVendor { vendor: vendor.to_string() })?;
        if !book.has_agreement(*vendor, place, on) {
            return Err(Refusal::NoAgreement { vendor: *vendor, place, day: on }.into());
        }
    }
    day.present.clone_from(vendors);
    world.record_market_day(&day)?;
    Ok(Outcome::Done)
}

/// Closes the day with its totals. Closing again takes what was counted since; whoever had agreed with a total that
/// changed has to agree again.
pub(crate) fn close<W: World>(world: &mut W, place: PlaceId, on: Date, recorded_at: Timestamp) -> Step<Outcome, W> {
    let mut day = known(world, place, on, recorded_at)?;
    let totals = totals(&world.redemptions_on(place, on)?);
    day.agreed.retain(|vendor, _| totals.get(vendor) == day.totals.get(vendor));
    day.closed_at = Some(recorded_at);
    day.totals = totals;
    world.record_market_day(&day)?;
    Ok(Outcome::Done)
}

/// A merchant agrees with the total of a closed day.
pub(crate) fn agree<W: World>(
    world: &mut W,
    (place, on): (PlaceId, Date),
    vendor: VendorId,
    how: Agreed,
    recorded_at: Timestamp,
) -> Step<Outcome, W> {
    let mut day = known(world, place, on, recorded_at)?;
    if !day.totals.contains_key(&vendor) {
        return Err(Refusal::DayNotClosed { place, day: on }.into());
    }
    day.agreed.insert(vendor, how);
    world.record_market_day(&day)?;
    Ok(Outcome::Done)
}

/// Pays for a coupon in doubt on the spot, out of what funds set aside for good faith, up to what the territory lets
/// a market pay in a day.
pub(crate) fn decide_on_the_spot<W: World>(
    world: &mut W,
    place: PlaceId,
    id: DisputeId,
    reason: &str,
    recorded_at: Timestamp,
) -> Step<Outcome, W> {
    let found = world.dispute(id)?.filter(|d| d.place == place).ok_or(Refusal::NotFound)?;
    let on = world.book().day_of(recorded_at);
    let mut day = known(world, place, on, recorded_at)?;
    let limit = world.book().rules.on_the_spot_cents;
    let asked = found.amount.minor;
    if day.spot_cents.saturating_add(asked) > limit {
        return Err(Refusal::OverSpotLimit { limit, spent: day.spot_cents, asked }.into());
    }
    let fund = reserve(world, asked)?;
    let outcome = dispute::resolve(world, id, Decision::Pay { fund }, reason)?;
    day.spot_cents += asked;
    world.record_market_day(&day)?;
    Ok(outcome)
}

/// The first fund whose reserve for good faith covers the amount.
fn reserve<W: World>(world: &mut W, asked: i64) -> Step<FundId, W> {
    let funds: Vec<FundId> = world.book().funds.iter().filter(|f| !f.is_sales).map(|f| f.id).collect();
    let mut most = 0;
    for fund in funds {
        let account = AccountId::of_fund(AccountKind::Contingency, fund, Unit::CAD);
        let available = world.balance(account)?.of(AccountKind::Contingency);
        if available >= asked {
            return Ok(fund);
        }
        most = most.max(available);
    }
    Err(Refusal::InsufficientFunds { available: most, asked }.into())
}
