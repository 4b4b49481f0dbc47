//! A market day on one page: who is here, what each merchant's coupons come to, what is in doubt, the close.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::command::Command;
use domain::dispute::Dispute;
use domain::ids::{Actor, ClassId, DisputeId, PlaceId, VendorId};
use domain::market_day::{Agreed, DayTotal, MarketDay, totals};
use domain::programme::Book;
use domain::refusal::Refusal;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A day as its page shows it.
pub struct Day {
    /// What was written down.
    pub day: MarketDay,
    /// What has been counted until now, by merchant.
    pub counted: BTreeMap<VendorId, DayTotal>,
    /// The same by class of coupon.
    pub by_class: BTreeMap<(VendorId, ClassId), u64>,
    /// Coupons in doubt that day, undecided ones first.
    pub doubts: Vec<Dispute>,
    /// Merchants who may accept coupons here that day.
    pub expected: Vec<VendorId>,
    /// The programme.
    pub book: Arc<Book>,
}

impl Day {
    /// Whether coupons were counted after the close.
    pub fn changed_since(&self) -> bool {
        self.day.closed_at.is_some() && self.counted != self.day.totals
    }

    /// What may still be paid on the spot, cents.
    pub fn left_on_the_spot(&self) -> i64 {
        (self.book.rules.on_the_spot_cents - self.day.spot_cents).max(0)
    }
}

/// A day at a place.
pub fn day(cx: &mut Cx<'_, '_>, actor: Actor, place: PlaceId, on: Date) -> Result<Day, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeePlace(place))?;
    book.place(place).ok_or_else(|| Refusal::UnknownPlace { place: place.to_string() })?;
    let redemptions = cx.tx.redemptions_on(cx.programme, &book, place, on)?;
    let mut by_class = BTreeMap::new();
    let vendors: BTreeSet<VendorId> = redemptions.iter().map(|r| r.vendor).collect();
    for vendor in vendors {
        for (seq, class, count) in cx.tx.redeemed_by_class(cx.programme, vendor)? {
            if redemptions.iter().any(|r| r.seq == seq) {
                *by_class.entry((vendor, class)).or_default() += count;
            }
        }
    }
    let mut doubts = cx.tx.disputes(cx.programme)?;
    doubts.retain(|d| d.place == place && (book.day_of(d.claimed_at) == on || d.decision.is_none()));
    doubts.sort_by_key(|d| (d.decision.is_some(), d.id));
    let expected = book.vendors.iter().map(|v| v.id).filter(|v| book.has_agreement(*v, place, on)).collect();
    let day = cx.tx.market_day(cx.programme, place, on)?.unwrap_or_else(|| MarketDay::new(place, on));
    Ok(Day { day, counted: totals(&redemptions), by_class, doubts, expected, book })
}

/// Days that a market has to close a day before it is a thing to do for somebody else.
const DAYS_BACK: i64 = 14;

/// Past days of the last two weeks with coupons, that were not closed or changed since, oldest first.
pub fn unclosed(cx: &mut Cx<'_, '_>, actor: Actor, places: &[PlaceId]) -> Result<Vec<(Date, PlaceId)>, Error> {
    let book = cx.book()?;
    for place in places {
        ask(Some(&book), actor, Action::SeePlace(*place))?;
    }
    let today = book.day_of(cx.now());
    let since = today.checked_sub(DAYS_BACK.days()).unwrap_or(today);
    let mut days = BTreeSet::new();
    for r in cx.tx.redemptions(cx.programme)? {
        let on = r.market_day(&book);
        if places.contains(&r.place) && r.count > 0 && since <= on && on < today {
            days.insert((on, r.place));
        }
    }
    let mut open = Vec::new();
    for (on, place) in days {
        let counted = totals(&cx.tx.redemptions_on(cx.programme, &book, place, on)?);
        let closed = cx.tx.market_day(cx.programme, place, on)?.filter(|day| day.closed_at.is_some());
        if closed.is_none_or(|day| day.totals != counted) {
            open.push((on, place));
        }
    }
    Ok(open)
}

/// Days whose totals a merchant has not agreed with yet, oldest first.
pub fn to_agree(cx: &mut Cx<'_, '_>, actor: Actor, vendor: VendorId) -> Result<Vec<(MarketDay, DayTotal)>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeVendor(vendor))?;
    let days = cx.tx.market_days(cx.programme)?.into_iter().filter(|day| !day.agreed.contains_key(&vendor));
    let mut waiting: Vec<(MarketDay, DayTotal)> =
        days.filter_map(|day| day.totals.get(&vendor).copied().map(|total| (day, total))).collect();
    waiting.sort_by_key(|(day, _)| day.on);
    Ok(waiting)
}

/// Notes who is there.
pub fn note_presence(
    cx: &mut Cx<'_, '_>,
    request: Request,
    place: PlaceId,
    on: Date,
    vendors: BTreeSet<VendorId>,
) -> Result<Answer, Error> {
    cx.run(request, Command::NotePresence { place, on, vendors })
}

/// Closes a day with its totals.
pub fn close(cx: &mut Cx<'_, '_>, request: Request, place: PlaceId, on: Date) -> Result<Answer, Error> {
    cx.run(request, Command::CloseDay { place, on })
}

/// A merchant agrees with the total of a day.
pub fn agree(
    cx: &mut Cx<'_, '_>,
    request: Request,
    (place, on): (PlaceId, Date),
    vendor: VendorId,
    how: Agreed,
) -> Result<Answer, Error> {
    cx.run(request, Command::AgreeWithDay { place, on, vendor, how })
}

/// Pays for a coupon in doubt on the spot.
pub fn decide(cx: &mut Cx<'_, '_>, request: Request, place: PlaceId, dispute: DisputeId, reason: &str) -> Result<Answer, Error> {
    cx.run(request, Command::DecideOnTheSpot { place, dispute, reason: reason.trim().to_owned() })
}
