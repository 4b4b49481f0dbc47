//! An organisation's phone: what it takes along, and its hand-outs as they arrive.

use super::{Link, act_id, hold_together};
use crate::command::{Cx, Request};
use crate::redemption::CountInAnswer;
use crate::world::Error;
use domain::amount::Unit;
use domain::command::Outcome;
use domain::coupon_set::CouponSet;
use domain::fund::{Fund, FundPolicy, headroom};
use domain::handout::Choice;
use domain::ids::{Actor, PartnerId};
use domain::ledger::{AccountId, AccountKind};
use domain::phone::Named;
use domain::phone::desk::{Desk, Given, Held, ListedBand, MARK_BYTES, MOST, Room, TakenBack, mark};
use domain::programme::Book;
use domain::refusal::Refusal;
use domain::role::Role;
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use store::{Device, Fault};

/// Coupons whose marks are listed, at most: the others are found by their number.
const MOST_MARKS: usize = 20_000;

/// Whether the phone's owner may hand out with it: for one organisation, or for any of its own.
pub(super) fn may_hand_out(book: &Book, device: &Device, partner: Option<PartnerId>) -> bool {
    let is_limited = device.vendor.is_some() || device.place.is_some();
    book.grants.iter().filter(|g| g.person == device.person).any(|g| match g.role {
        Role::Coordinator => device.partner.is_none() && !is_limited,
        Role::PartnerWorker(own) => device.partner == Some(own) && partner.is_none_or(|partner| partner == own),
        _ => false,
    })
}

/// What a phone needs to hand out.
pub(super) fn lists(cx: &mut Cx<'_, '_>, book: &Book, device: &Device) -> Result<Desk, Error> {
    if !may_hand_out(book, device, None) {
        return Err(Refusal::NotPermitted.into());
    }
    let partners: Vec<_> = book.partners.iter().filter(|p| device.partner.is_none_or(|own| own == p.id)).collect();
    let mut coupons = Vec::new();
    for partner in &partners {
        coupons.extend(cx.tx.coupons_held(cx.programme, partner.id)?);
    }
    let booklets: BTreeMap<_, _> = cx.tx.batches(cx.programme)?.into_iter().map(|batch| (batch.id, batch.booklet)).collect();
    let held = Held::rows(book, |batch| booklets.get(&batch).copied().unwrap_or(1), &coupons);
    let accounts = cx.tx.accounts(cx.programme)?;
    let today = book.day_of(cx.now());
    let room = |fund: &Fund| {
        let of = |kind| accounts.get(&AccountId::of_fund(kind, fund.id, Unit::CAD)).copied().unwrap_or_default();
        let left = of(AccountKind::MovedOut).credits + of(AccountKind::GivenBack).credits;
        let cents = headroom(of(AccountKind::Fund), of(AccountKind::Committed), left, book.rules.overcommitment);
        // What a funder keeps for others, or for other days, a phone does not promise.
        let may_pay = fund.terms.may_pay_on(today) && partners.iter().all(|p| fund.terms.serves(Some(p.id)));
        Room { fund: fund.id, cents: if may_pay { cents } else { 0 } }
    };
    let band =
        |b: &domain::programme::Band| ListedBand { key: b.key.clone(), label: b.label.clone(), weekly_cents: b.weekly_cents };
    Ok(Desk {
        partners: partners.iter().map(|p| Named { id: p.id, name: p.name.clone(), classes: Vec::new() }).collect(),
        bands: book.bands.iter().map(band).collect(),
        marks: crate::passkey::encode(&marks(cx, &held)?),
        held,
        rooms: book.funds.iter().filter(|f| !f.is_sales).map(room).collect(),
        any_fund: book.rules.fund_policy != FundPolicy::Designated,
    })
}

/// The marks of held coupons, in their order.
fn marks(cx: &mut Cx<'_, '_>, held: &[Held]) -> Result<Vec<u8>, Error> {
    let keys = cx.app.keys_of(cx.programme)?;
    let mut salts = BTreeMap::new();
    let mut out = Vec::new();
    for row in held {
        if let Entry::Vacant(slot) = salts.entry(row.batch) {
            let found = cx.tx.batch_with_salt(cx.programme, row.batch)?;
            slot.insert(found.ok_or_else(|| Fault::Inconsistent(format!("{} has coupons and is no batch", row.batch)))?.1);
        }
        for number in row.first..=row.last {
            if out.len() >= MOST_MARKS * MARK_BYTES {
                return Ok(out);
            }
            out.extend(mark(cx.programme, keys.code(&salts[&row.batch], number)));
        }
    }
    Ok(out)
}

/// A hand-out of an outbox.
#[derive(Clone, Debug)]
pub struct SentGiven {
    /// Its place in the outbox.
    pub link: Link,
    /// When, milliseconds since 1970, by the device.
    pub at_ms: i64,
    /// The organisation.
    pub partner: PartnerId,
    /// The household's size.
    pub band: String,
    /// Which coupons, `3:9-16`.
    pub coupons: String,
    /// What was scanned of them.
    pub codes: Vec<String>,
}

/// A hand-out of an outbox that was taken back.
#[derive(Clone, Debug)]
pub struct SentTakenBack {
    /// Its place in the outbox.
    pub link: Link,
    /// When, milliseconds since 1970, by the device.
    pub at_ms: i64,
    /// The organisation.
    pub partner: PartnerId,
    /// The hand-out's number on the device.
    pub of: i64,
}

/// The request that an act is.
fn request(cx: &mut Cx<'_, '_>, device: &Device, link: Link, at_ms: i64) -> Result<Request, Error> {
    let claimed_at = Timestamp::from_millisecond(at_ms).map_err(|_| Refusal::NotADate { written: at_ms.to_string() })?;
    if cx.tx.device_act(cx.programme, device.id, link.seq)?.is_some_and(|known| known.hash != link.hash) {
        return Err(Refusal::SameIdOtherContent.into());
    }
    let id = act_id(device.id, link.seq);
    Ok(Request { actor: Actor::Person(device.person), id, device: Some(device.id), claimed_at })
}

/// An answer that says no code.
fn said(count: u64, outcome: &Outcome, replayed: bool) -> CountInAnswer {
    let amounts = if let Outcome::Moved { amount, .. } = outcome { vec![*amount] } else { Vec::new() };
    CountInAnswer { codes: Vec::new(), accepted: count, amounts, replayed, clock_skew_seconds: None }
}

/// Takes a hand-out in.
pub(super) fn take_given(cx: &mut Cx<'_, '_>, book: &Book, device: &Device, act: &SentGiven) -> Result<CountInAnswer, Error> {
    if !may_hand_out(book, device, Some(act.partner)) {
        return Err(Refusal::NotPermitted.into());
    }
    let request = request(cx, device, act.link, act.at_ms)?;
    let answer = give(cx, request, act);
    if !matches!(answer, Err(Error::Fault(_))) && cx.tx.device_act(cx.programme, device.id, act.link.seq)?.is_none() {
        let SentGiven { link, at_ms, partner, band, coupons, codes } = act;
        let given = Given { device: device.id, seq: link.seq, at_ms: *at_ms, partner: *partner, band, coupons, codes };
        hold_together(cx, device, *link, given.hash(&link.previous), request.claimed_at)?;
    }
    answer
}

fn give(cx: &mut Cx<'_, '_>, request: Request, act: &SentGiven) -> Result<CountInAnswer, Error> {
    let unknown = || Refusal::UnknownCoupons { numbers: act.coupons.clone() };
    let coupons = CouponSet::parse(&act.coupons).filter(|set| !set.is_empty()).ok_or_else(unknown)?;
    if act.codes.len() as u64 > MOST {
        return Err(Refusal::TooMany { limit: MOST }.into());
    }
    // The phone found the numbers by two bytes of a hash; here the codes themselves are looked up.
    for text in &act.codes {
        let code = crate::coupon::code_of(cx, text)?;
        let hash = cx.app.keys_of(cx.programme)?.hash(code);
        let id = cx.tx.coupons_by_code(cx.programme, &[hash])?.pop().flatten().ok_or(Refusal::UnknownCode)?;
        if !coupons.contains(id) {
            return Err(Refusal::NotHeld { coupon: id }.into());
        }
    }
    let answer = crate::handout::hand_out(cx, request, act.partner, Choice::Coupons(coupons), &act.band, None)?;
    let count = if let Outcome::Moved { count, .. } = &answer.outcome { *count } else { 0 };
    Ok(said(count, &answer.outcome, answer.replayed))
}

/// Takes a hand-out back. One that was refused has nothing to take back: what was wished is already so. `NotFound` when
/// the hand-out has not come yet.
pub(super) fn take_back(cx: &mut Cx<'_, '_>, book: &Book, device: &Device, act: &SentTakenBack) -> Result<CountInAnswer, Error> {
    if !may_hand_out(book, device, Some(act.partner)) {
        return Err(Refusal::NotPermitted.into());
    }
    let request = request(cx, device, act.link, act.at_ms)?;
    if cx.tx.device_act(cx.programme, device.id, act.of)?.is_none() {
        return Err(Refusal::NotFound.into());
    }
    let moved = |outcome: &str| matches!(serde_json::from_str(outcome), Ok(Outcome::Moved { .. }));
    let given = cx.tx.answered(cx.programme, act_id(device.id, act.of))?.filter(|(_, _, outcome)| moved(outcome));
    let answer = match given {
        Some((seq, ..)) => {
            crate::handout::take_back(cx, request, act.partner, seq).map(|back| said(0, &back.outcome, back.replayed))
        }
        None => {
            Ok(CountInAnswer { codes: Vec::new(), accepted: 0, amounts: Vec::new(), replayed: false, clock_skew_seconds: None })
        }
    };
    if !matches!(answer, Err(Error::Fault(_))) && cx.tx.device_act(cx.programme, device.id, act.link.seq)?.is_none() {
        let SentTakenBack { link, at_ms, partner, of } = act;
        let back = TakenBack { device: device.id, seq: link.seq, at_ms: *at_ms, partner: *partner, of: *of };
        hold_together(cx, device, *link, back.hash(&link.previous), request.claimed_at)?;
    }
    answer
}
