//! Redemption: a merchant accepted coupons at a place. Each coupon is judged by itself; a good one is
//! spent once and for ever, whatever happens to its neighbours.

use crate::amount::{Amount, Unit};
use crate::command::{Envelope, Outcome};
use crate::coupon::{Class, Coupon, Funding, State};
use crate::coupon_set::CouponSet;
use crate::dispute::{Dispute, Reason};
use crate::fund::FundPolicy;
use crate::ids::{ClassId, CouponId, DisputeId, FundId, PlaceId, VendorId};
use crate::ledger::{AccountId, AccountKind, Transfer, TransferKind};
use crate::programme::{Book, Season, Vendor};
use crate::promise::Promise;
use crate::refusal::Refusal;
use crate::world::{Step, World};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
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

/// What the rules say about one coupon.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Accept it.
    Accept,
    /// Say no.
    Refuse(Refusal),
    /// Note it for a person to decide.
    Dispute(Reason),
}

/// What a verdict depends on besides the coupon.
#[derive(Clone, Copy, Debug)]
pub struct Act<'a> {
    /// The merchant.
    pub vendor: &'a Vendor,
    /// How.
    pub channel: Channel,
    /// The day of use.
    pub day: Date,
    /// The day it arrived: a slow clock must not make a good coupon too early.
    pub arrived_on: Date,
    /// Accept coupons whose hand-out has not been reported.
    pub accept_with_partner: bool,
    /// The programme's dates.
    pub season: Season,
    /// Whether the season was closed: only sold coupons are still good.
    pub is_closed: bool,
}

/// Judges one coupon. `spent` is the redemption that spent it, if it is spent.
pub fn judge(coupon: &Coupon, class: &Class, act: Act<'_>, spent: Option<&Spent>) -> Verdict {
    let verdict = judge_state(coupon, class, act, spent);
    match (&verdict, too_late(class, act)) {
        // Accepted by the phone's rules and late only in arriving: a person decides.
        (Verdict::Accept, Some(_)) if act.channel == Channel::Offline => Verdict::Dispute(Reason::Late),
        (Verdict::Accept, Some(refusal)) => Verdict::Refuse(refusal),
        (Verdict::Dispute(Reason::Expired), Some(refusal)) if act.channel == Channel::Counted => Verdict::Refuse(refusal),
        _ => verdict,
    }
}

/// Why a given coupon comes after everything is over. A sold one is never too late.
fn too_late(class: &Class, act: Act<'_>) -> Option<Refusal> {
    let last = act.season.last_claim_on;
    if class.funding == Funding::Sold {
        None
    } else if act.is_closed {
        Some(Refusal::SeasonClosed)
    } else {
        (act.arrived_on > last).then_some(Refusal::ClaimTooLate { last })
    }
}

fn judge_state(coupon: &Coupon, class: &Class, act: Act<'_>, spent: Option<&Spent>) -> Verdict {
    let in_good_faith = act.channel != Channel::Online;
    match coupon.state {
        State::Redeemed => match spent {
            // The same stall counting the same pile again is a slip, not a quarrel.
            Some(first) if act.channel == Channel::Counted && first.redemption.vendor == act.vendor.id => {
                Verdict::Refuse(first.refusal())
            }
            Some(first) if !in_good_faith => Verdict::Refuse(first.refusal()),
            _ => Verdict::Dispute(Reason::AlreadyRedeemed),
        },
        State::Void => Verdict::Dispute(Reason::Void),
        State::Lost => Verdict::Dispute(Reason::Lost),
        State::Stolen => Verdict::Dispute(Reason::Stolen),
        State::Returned => Verdict::Dispute(Reason::Returned),
        State::Expired => {
            if in_good_faith && class.expires_on.is_none_or(|last| act.day <= last) {
                Verdict::Dispute(Reason::Expired)
            } else {
                Verdict::Refuse(Refusal::ExpiredCoupon { on: class.expires_on })
            }
        }
        State::Printed | State::InStock => Verdict::Refuse(Refusal::NotHandedOut),
        State::WithPartner if !act.accept_with_partner || class.funding == Funding::Sold => {
            Verdict::Refuse(Refusal::NotHandedOut)
        }
        State::WithPartner | State::HandedOut => judge_dates(class, act),
    }
}

fn judge_dates(class: &Class, act: Act<'_>) -> Verdict {
    if !act.vendor.classes.is_empty() && !act.vendor.classes.contains(&class.id) {
        return Verdict::Refuse(Refusal::WrongClass { letter: class.letter });
    }
    let Season { starts_on, ends_on, .. } = act.season;
    if act.channel == Channel::Counted && is_out_of_season(class, act) {
        return Verdict::Refuse(Refusal::OutOfSeason { day: act.day, from: starts_on, until: ends_on });
    }
    // A slow clock must not make a good coupon too early; a day written by a person is that day.
    let began_by = if act.channel == Channel::Counted { act.day } else { act.day.max(act.arrived_on) };
    match (class.starts_on, class.expires_on) {
        (Some(from), _) if began_by < from => Verdict::Refuse(Refusal::TooEarly { from }),
        (_, Some(last)) if act.day > last => Verdict::Refuse(Refusal::ExpiredCoupon { on: Some(last) }),
        _ => Verdict::Accept,
    }
}

/// A day that a person wrote must be one of the season, unless the class's own dates go further. A sold coupon
/// has no last day.
fn is_out_of_season(class: &Class, act: Act<'_>) -> bool {
    let early = act.day < act.season.starts_on && class.starts_on.is_none_or(|first| act.day < first);
    let late = act.day > act.season.ends_on && class.expires_on.is_none_or(|last| act.day > last);
    early || (late && class.funding == Funding::Granted)
}

/// The redemption that spent a coupon, with its market day when the pile was counted afterwards.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spent {
    /// The redemption.
    pub redemption: Redemption,
    /// The day a person wrote; nobody wrote an hour.
    pub day: Option<Date>,
}

impl Spent {
    fn of(book: &Book, redemption: Redemption) -> Self {
        let day = (redemption.channel == Channel::Counted).then(|| book.day_of(redemption.claimed_at));
        Self { redemption, day }
    }

    fn refusal(&self) -> Refusal {
        let Redemption { recorded_at, place, vendor, .. } = self.redemption;
        Refusal::AlreadyRedeemed { at: recorded_at, day: self.day, place, vendor }
    }
}

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

/// The fund of a coupon accepted before its hand-out was reported: the one named at allotment, else the
/// first with room, else the first. A ceiling is never enforced at the stall.
fn fund_of_unreported<W: World>(world: &mut W, coupon: &Coupon, cost: i64) -> Step<FundId, W> {
    if let Some(fund) = coupon.fund {
        return Ok(fund);
    }
    let funds: Vec<FundId> = world.book().funds.iter().filter(|f| !f.is_sales).map(|f| f.id).collect();
    if world.book().rules.fund_policy != FundPolicy::Designated {
        for fund in &funds {
            if world.headroom(*fund)? >= cost {
                return Ok(*fund);
            }
        }
    }
    funds.first().copied().ok_or_else(|| Refusal::NoFundDesignated.into())
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
    let act = Act { vendor: &vendor, channel: request.channel, day, arrived_on, accept_with_partner, season, is_closed };
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
                    _ => fund_of_unreported(world, coupon, class.cost().minor)?,
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

/// The accepted coupons and what they mean in the ledger.
#[derive(Default)]
struct Spending {
    coupons: Vec<(Coupon, FundId)>,
    payments: Vec<Transfer>,
    released: BTreeMap<(ClassId, FundId), Promise>,
    made: BTreeMap<(ClassId, FundId), Promise>,
    owed: BTreeMap<Unit, i64>,
}

impl Spending {
    fn add(&mut self, coupon: &Coupon, class: &Class, fund: FundId, vendor: VendorId) -> Result<(), Refusal> {
        let unit = class.face.unit;
        let source = match (class.funding, unit) {
            (Funding::Sold, _) => AccountKind::SoldOutstanding,
            (Funding::Granted, Unit::CAD) => AccountKind::Fund,
            (Funding::Granted, _) => AccountKind::UnitsOutstanding,
        };
        let debit = AccountId::of_fund(source, fund, unit);
        let credit = AccountId::of_vendor(AccountKind::Payable, fund, vendor, unit);
        let transfer = Transfer::new(TransferKind::Redeem, debit, credit, class.face).map_err(Refusal::from)?;
        self.payments.push(transfer.for_coupon(coupon.id));
        let promise = || Promise { class: class.clone(), fund, count: 0 };
        if coupon.state == State::HandedOut && unit == Unit::CAD {
            self.released.entry((class.id, fund)).or_insert_with(promise).count += 1;
        }
        if coupon.state == State::WithPartner && unit != Unit::CAD {
            // Local currency accepted before its hand-out was reported is covered now.
            self.made.entry((class.id, fund)).or_insert_with(promise).count += 1;
        }
        let owed = self.owed.entry(unit).or_default();
        *owed = owed.checked_add(class.face.minor).ok_or(crate::amount::AmountError::Overflow).map_err(Refusal::from)?;
        self.coupons.push((*coupon, fund));
        Ok(())
    }

    fn transfers(&self) -> Result<Vec<Transfer>, Refusal> {
        let mut all = Vec::with_capacity(self.payments.len() + 2);
        for promise in self.made.values() {
            all.extend(promise.make()?);
        }
        all.extend_from_slice(&self.payments);
        for promise in self.released.values() {
            all.extend(promise.release()?);
        }
        Ok(all)
    }
}
