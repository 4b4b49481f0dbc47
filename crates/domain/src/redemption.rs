//! Redemption: a merchant accepted coupons at a place. Each coupon is judged by itself; a good one is
//! spent once and for ever, whatever happens to its neighbours.

mod judgement;
mod spending;

use crate::amount::{Amount, Unit};
use crate::command::{Envelope, Outcome};
use crate::coupon::{Class, Funding, State};
use crate::coupon_set::CouponSet;
use crate::dispute::Dispute;
use crate::ids::{ClassId, CouponId, DisputeId, PlaceId, VendorId};
use crate::programme::Book;
use crate::refusal::Refusal;
use crate::world::{Step, World};
use jiff::Timestamp;
use jiff::civil::Date;
pub use judgement::{Act, Spent, Verdict, judge};
use serde::{Deserialize, Serialize};
use spending::{Spending, fund_of_unreported};
use std::collections::BTreeMap;
use uuid::Uuid;

/// How the coupons were accepted. It decides what happens to a coupon that was spent before: at the
/// stall, on line, the food has not been given yet, so the answer is no; otherwise the merchant acted
/// in good faith and a person decides.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// At the stall, with an answer before the food is given.
    #[default]
    Online,
    /// At the stall, by the phone's own rules, sent later.
    Offline,
    /// Paper, counted afterwards.
    Counted,
}

/// The act of accepting coupons.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Redeem {
    /// Who.
    pub vendor: VendorId,
    /// Where.
    pub place: PlaceId,
    /// How.
    #[serde(default)]
    pub channel: Channel,
    /// Coupons presented.
    pub coupons: CouponSet,
    /// Keyed hashes, in hexadecimal, of codes that no coupon has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<String>,
}

/// A redemption as recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Redemption {
    /// The command's identifier.
    pub id: Uuid,
    /// The command.
    pub seq: i64,
    /// Who.
    pub vendor: VendorId,
    /// Where.
    pub place: PlaceId,
    /// How.
    pub channel: Channel,
    /// When, by the device's clock.
    pub claimed_at: Timestamp,
    /// When it arrived.
    pub recorded_at: Timestamp,
    /// Coupons accepted.
    pub count: u32,
    /// What is owed for them in dollars.
    pub amount_cents: i64,
}

impl Redemption {
    /// The market day, where the programme lives. A fast clock does not make a day in the future.
    pub fn market_day(&self, book: &Book) -> Date {
        book.day_of(self.claimed_at.min(self.recorded_at))
    }
}

/// What came of each coupon.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Redeemed {
    /// Accepted.
    pub accepted: CouponSet,
    /// What is owed for them, by unit.
    pub amounts: Vec<Amount>,
    /// Not accepted, or noted as a dispute.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<(CouponId, Refusal)>,
    /// How far the device's clock was from ours, when more than a day, seconds; a warning, never a refusal.
    /// Nothing for a counted pile: its day was written by a person, not by a clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_skew_seconds: Option<i64>,
}

/// More coupons than this in one request are refused: split it.
pub const MAX_COUPONS: u64 = 5_000;

const DAY_SECONDS: i64 = 24 * 60 * 60;

/// The day a coupon was used: for a counted pile, the one the person wrote; else by the device's clock when that
/// is in the past and the merchant's agreement covers it, else the day it arrived. Clocks lie; food is never
/// refused for it.
pub fn day_of_use(book: &Book, request: &Redeem, claimed_at: Timestamp, recorded_at: Timestamp) -> Date {
    if request.channel == Channel::Counted {
        return book.day_of(claimed_at);
    }
    let claimed = book.day_of(claimed_at.min(recorded_at));
    if book.has_agreement(request.vendor, request.place, claimed) { claimed } else { book.day_of(recorded_at) }
}

/// Everything decided about a redemption, nothing written yet.
struct Judged {
    result: Redeemed,
    spending: Spending,
    disputes: Vec<Dispute>,
}

/// Applies a redemption.
pub(crate) fn redeem<W: World>(world: &mut W, request: &Redeem, envelope: &Envelope, recorded_at: Timestamp) -> Step<Outcome, W> {
    let Judged { result, spending, disputes } = judge_all(world, request, envelope, recorded_at)?;
    let transfers = spending.transfers()?;
    world.spend(&spending.coupons)?;
    world.post(&transfers)?;
    world.open_disputes(&disputes)?;
    world.record_redemption(&Redemption {
        id: envelope.id,
        seq: world.seq(),
        vendor: request.vendor,
        place: request.place,
        channel: request.channel,
        claimed_at: envelope.claimed_at,
        recorded_at,
        count: u32::try_from(spending.coupons.len()).unwrap_or(u32::MAX),
        amount_cents: spending.owed.get(&Unit::CAD).copied().unwrap_or(0),
    })?;
    Ok(Outcome::Redeemed(result))
}

fn judge_all<W: World>(world: &mut W, request: &Redeem, envelope: &Envelope, recorded_at: Timestamp) -> Step<Judged, W> {
    if request.coupons.is_empty() && request.unknown.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    if request.coupons.len() > MAX_COUPONS {
        return Err(Refusal::TooMany { limit: MAX_COUPONS }.into());
    }
    let book = world.book();
    let day = day_of_use(book, request, envelope.claimed_at, recorded_at);
    let arrived_on = book.day_of(recorded_at);
    if request.channel == Channel::Counted && day > arrived_on {
        return Err(Refusal::FutureDay { day }.into());
    }
    let vendor = book.vendor(request.vendor).ok_or(Refusal::UnknownVendor { vendor: request.vendor.to_string() })?.clone();
    book.place(request.place).ok_or(Refusal::UnknownPlace { place: request.place.to_string() })?;
    if !book.has_agreement(request.vendor, request.place, day) {
        return Err(Refusal::NoAgreement { vendor: request.vendor, place: request.place, day }.into());
    }
    let accept_with_partner = book.rules.accept_with_partner;
    let (season, is_closed) = (book.season, book.closed_at.is_some());
    let place = request.place;
    let act = Act { vendor: &vendor, place, channel: request.channel, day, arrived_on, accept_with_partner, season, is_closed };
    let classes: BTreeMap<ClassId, Class> = book.classes.iter().map(|c| (c.id, c.clone())).collect();
    let coupons = world.coupons(&request.coupons)?;
    let mut result = Redeemed::default();
    let mut spending = Spending::default();
    let mut disputes = Vec::new();
    let mut next_dispute = None;
    let mut found = coupons.iter().peekable();
    for id in request.coupons.iter() {
        let Some(coupon) = found.next_if(|c| c.id == id) else {
            result.refused.push((id, Refusal::UnknownCode));
            continue;
        };
        let class = classes.get(&coupon.class).ok_or(Refusal::UnknownClass { class: coupon.class.to_string() })?;
        let spent = if coupon.state == State::Redeemed { world.redemption(coupon.moved_seq)? } else { None };
        let spent = spent.map(|redemption| Spent::of(world.book(), redemption));
        match judge(coupon, class, act, spent.as_ref()) {
            Verdict::Accept => {
                let fund = match (coupon.state, class.funding) {
                    (_, Funding::Sold) => coupon.fund.ok_or(Refusal::NoSalesFund)?,
                    (State::HandedOut, _) => coupon.fund.ok_or(Refusal::NoFundDesignated)?,
                    _ => fund_of_unreported(world, coupon, class.cost().minor, day)?,
                };
                spending.add(coupon, class, fund, request.vendor)?;
            }
            Verdict::Refuse(refusal) => result.refused.push((id, refusal)),
            Verdict::Dispute(reason) => {
                let number = match next_dispute {
                    Some(number) => number,
                    None => world.counts()?.disputes + 1,
                };
                next_dispute = Some(number + 1);
                disputes.push(Dispute {
                    id: DisputeId(number),
                    coupon: id,
                    reason,
                    seq: world.seq(),
                    vendor: request.vendor,
                    place: request.place,
                    claimed_at: envelope.claimed_at,
                    amount: Amount::cad(class.face.minor),
                    first_seq: (coupon.state == State::Redeemed).then_some(coupon.moved_seq),
                    decision: None,
                    note: String::new(),
                    decided_seq: None,
                });
                result.refused.push((id, Refusal::Disputed { dispute: DisputeId(number) }));
            }
        }
    }
    let skew = recorded_at.duration_since(envelope.claimed_at).as_secs();
    let by_a_clock = request.channel != Channel::Counted;
    result.clock_skew_seconds = (by_a_clock && skew.abs() > DAY_SECONDS).then_some(skew);
    result.accepted = spending.coupons.iter().map(|(c, _)| c.id).collect();
    result.amounts = spending.owed.iter().map(|(unit, minor)| Amount { minor: *minor, unit: *unit }).collect();
    Ok(Judged { result, spending, disputes })
}
