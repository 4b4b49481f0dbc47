//! Live use: how much of what was allotted and handed out has been spent, by organisation, place and week.
//! Every rate says what it is divided by.

use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::coupon::{Funding, State};
use domain::ids::{Actor, PartnerId, PlaceId, VendorId};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Serialize;
use std::collections::BTreeMap;

/// Coupons and their value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Quantity {
    /// Coupons.
    pub count: u64,
    /// Value, cents of face.
    pub cents: i64,
}

impl Quantity {
    fn add(&mut self, count: u64, cents: i64) {
        self.count += count;
        self.cents += cents;
    }
}

/// One organisation's coupons.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct PartnerUse {
    /// Ever allotted to it and not passed on: in hand, handed out, spent or ended.
    pub allotted: Quantity,
    /// Ever handed out and not withdrawn since: spent, still with households, or ended in their hands.
    pub handed_out: Quantity,
    /// Spent.
    pub redeemed: Quantity,
    /// Still in its hands.
    pub in_hand: Quantity,
}

/// The programme's use.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LiveUse {
    /// All coupons by state.
    pub by_state: BTreeMap<&'static str, Quantity>,
    /// By organisation.
    pub by_partner: BTreeMap<u32, PartnerUse>,
    /// Spent, by place.
    pub by_place: BTreeMap<u32, Quantity>,
    /// Spent, by merchant.
    pub by_vendor: BTreeMap<u32, Quantity>,
    /// Spent, by week (its Monday).
    pub by_week: BTreeMap<Date, Quantity>,
    /// Handed out, by week.
    pub handed_out_by_week: BTreeMap<Date, Quantity>,
    /// Hand-outs recorded.
    pub hand_outs: u64,
    /// Sold coupons that may still be used, now or after the season.
    pub sold_live: u64,
    /// Distinct pseudonyms among them; none are recorded unless organisations use them.
    pub households: u64,
}

impl LiveUse {
    /// Forgets who did what: only the programme's totals stay.
    fn keep_totals(&mut self) {
        let total = self.total();
        self.by_partner = BTreeMap::from([(0, total)]);
        self.by_place.clear();
        self.by_vendor.clear();
    }

    /// The total over all organisations.
    pub fn total(&self) -> PartnerUse {
        let mut total = PartnerUse::default();
        for part in self.by_partner.values() {
            total.allotted.add(part.allotted.count, part.allotted.cents);
            total.handed_out.add(part.handed_out.count, part.handed_out.cents);
            total.redeemed.add(part.redeemed.count, part.redeemed.cents);
            total.in_hand.add(part.in_hand.count, part.in_hand.cents);
        }
        total
    }
}

/// The Monday of a day's week.
pub fn monday(day: Date) -> Date {
    let back = day.weekday().since(Weekday::Monday);
    day.checked_sub(i64::from(back).days()).unwrap_or(day)
}

/// The programme's use now; for who may see totals only, without organisations, places and merchants.
pub fn live_use(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<LiveUse, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeTotals)?;
    let mut out = LiveUse::default();
    for row in cx.tx.state_counts(cx.programme)? {
        let face = book.class(row.class).map_or(0, |c| c.face.minor);
        let cents = face.saturating_mul(i64::try_from(row.count).unwrap_or(i64::MAX));
        out.by_state.entry(row.state.key()).or_default().add(row.count, cents);
        if row.state == State::HandedOut && book.class(row.class).is_some_and(|c| c.funding == Funding::Sold) {
            out.sold_live += row.count;
        }
        let Some(PartnerId(partner)) = row.partner else { continue };
        let part = out.by_partner.entry(partner).or_default();
        part.allotted.add(row.count, cents);
        match row.state {
            State::WithPartner => part.in_hand.add(row.count, cents),
            State::HandedOut => part.handed_out.add(row.count, cents),
            State::Redeemed => {
                part.handed_out.add(row.count, cents);
                part.redeemed.add(row.count, cents);
            }
            _ => {}
        }
    }
    for (partner, class, count) in cx.tx.expired_after_hand_out(cx.programme)? {
        let face = book.class(class).map_or(0, |c| c.face.minor);
        let cents = face.saturating_mul(i64::try_from(count).unwrap_or(i64::MAX));
        out.by_partner.entry(partner.0).or_default().handed_out.add(count, cents);
    }
    let zone = book.zone();
    for r in cx.tx.redemptions(cx.programme)? {
        let week = monday(r.market_day(&book));
        let (PlaceId(place), VendorId(vendor)) = (r.place, r.vendor);
        for slot in [out.by_place.entry(place).or_default(), out.by_vendor.entry(vendor).or_default()] {
            slot.add(u64::from(r.count), r.amount_cents);
        }
        out.by_week.entry(week).or_default().add(u64::from(r.count), r.amount_cents);
    }
    let mut pseudonyms = std::collections::BTreeSet::new();
    for h in cx.tx.hand_outs(cx.programme)?.into_iter().filter(|h| h.taken_back_by.is_none()) {
        let week = monday(h.claimed_at.to_zoned(zone.clone()).date());
        out.handed_out_by_week.entry(week).or_default().add(h.count, h.amount_cents);
        out.hand_outs += 1;
        if !h.pseudonym.is_empty() {
            pseudonyms.insert((h.partner, h.pseudonym));
        }
    }
    out.households = pseudonyms.len() as u64;
    if ask(Some(&book), actor, Action::SeeUse).is_err() {
        out.keep_totals();
    }
    Ok(out)
}

/// All coupons counted by batch, class, state, organisation and fund.
pub fn stock(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<store::StateCount>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    Ok(cx.tx.state_counts(cx.programme)?)
}
