//! Hand-outs to households.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::command::Command;
use domain::coupon::{Batch, CouponRange, State};
use domain::coupon_set::CouponSet;
use domain::disclosure;
use domain::handout::{Choice, HandOut};
use domain::ids::{Actor, BatchId, ClassId, PartnerId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use store::HandOutRow;

/// Of the last hand-outs, how many may still be within their ten minutes.
const FRESH: usize = 20;

/// Records a hand-out. The pseudonym is hashed before it goes anywhere.
pub fn hand_out(
    cx: &mut Cx<'_, '_>,
    request: Request,
    partner: PartnerId,
    choice: Choice,
    band: &str,
    pseudonym: Option<&str>,
) -> Result<Answer, Error> {
    let pseudonym = match pseudonym.map(str::trim).filter(|p| !p.is_empty()) {
        Some(text) => Some(cx.app.keys_of(cx.programme)?.pseudonym(partner.0, text)),
        None => None,
    };
    cx.run(request, Command::HandOut(HandOut { partner, choice, band: band.to_owned(), pseudonym }))
}

/// Takes a hand-out back within its ten minutes.
pub fn take_back(cx: &mut Cx<'_, '_>, request: Request, partner: PartnerId, hand_out: i64) -> Result<Answer, Error> {
    cx.run(request, Command::TakeBack { partner, hand_out })
}

/// Replaces a household's lost coupons: the coordinator, or `partner` for its own households where the programme
/// lets it. Without `with`, the organisation's lowest numbers are given.
pub fn replace(
    cx: &mut Cx<'_, '_>,
    request: Request,
    partner: Option<PartnerId>,
    lost: CouponSet,
    with: CouponSet,
    reason: &str,
) -> Result<Answer, Error> {
    cx.run(request, Command::Replace { lost, with, reason: reason.to_owned(), partner })
}

/// What an organisation has in hand of a class, and what it gave today.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct InHand {
    /// Coupons still to hand out.
    pub held: u64,
    /// Coupons handed out today.
    pub given_today: u64,
}

/// What a desk works with.
#[derive(Clone, Debug, Default)]
pub struct Drawer {
    /// By class.
    pub classes: BTreeMap<ClassId, InHand>,
    /// Batches of which the organisation has coupons.
    pub batches: Vec<Batch>,
    /// Hand-outs made today and not taken back.
    pub hand_outs_today: u64,
}

/// The batches that an organisation ever had coupons of: a plain number is of one of them.
pub fn batches(cx: &mut Cx<'_, '_>, partner: PartnerId) -> Result<Vec<Batch>, Error> {
    let rows = cx.tx.state_counts(cx.programme)?;
    let of: BTreeSet<u32> = rows.iter().filter(|row| row.partner == Some(partner)).map(|row| row.batch).collect();
    Ok(cx.tx.batches(cx.programme)?.into_iter().filter(|batch| of.contains(&batch.id.0)).collect())
}

/// What an organisation has in hand, and what it did today.
pub fn drawer(cx: &mut Cx<'_, '_>, actor: Actor, partner: PartnerId) -> Result<Drawer, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeePartner(partner))?;
    let mut drawer = Drawer::default();
    let mut of = BTreeSet::new();
    for row in cx.tx.state_counts(cx.programme)? {
        if row.partner == Some(partner) && row.state == State::WithPartner {
            drawer.classes.entry(row.class).or_default().held += row.count;
            of.insert(row.batch);
        }
    }
    drawer.batches = cx.tx.batches(cx.programme)?.into_iter().filter(|b| of.contains(&b.id.0)).collect();
    let today = book.day_of(cx.now());
    let rows = list(cx, actor, Some(partner))?;
    let given: Vec<&HandOutRow> =
        rows.iter().filter(|r| r.taken_back_by.is_none() && book.day_of(r.claimed_at) == today).collect();
    drawer.hand_outs_today = given.len() as u64;
    let Some(since) = given.iter().map(|row| row.seq).min() else { return Ok(drawer) };
    let classes: BTreeMap<BatchId, ClassId> = cx.tx.batches(cx.programme)?.into_iter().map(|b| (b.id, b.class)).collect();
    for (seq, range) in cx.tx.handed_out_ranges(cx.programme, since)? {
        if given.iter().any(|row| row.seq == seq)
            && let Some(class) = classes.get(&range.first.batch())
        {
            drawer.classes.entry(*class).or_default().given_today += range.len();
        }
    }
    Ok(drawer)
}

/// A hand-out with the coupons it put in a household's hands.
#[derive(Clone, Debug)]
pub struct Given {
    /// The hand-out.
    pub row: HandOutRow,
    /// Which coupons.
    pub coupons: CouponSet,
    /// It can still be taken back.
    pub can_be_taken_back: bool,
}

/// The last hand-outs, at most `limit`, newest first, each with the coupons it put in a household's hands.
pub fn last(cx: &mut Cx<'_, '_>, actor: Actor, partner: Option<PartnerId>, limit: usize) -> Result<Vec<Given>, Error> {
    let now = cx.now();
    let mut rows = list(cx, actor, partner)?;
    rows.truncate(limit);
    let Some(since) = rows.iter().map(|row| row.seq).min() else { return Ok(Vec::new()) };
    let mut ranges: BTreeMap<i64, Vec<CouponRange>> = BTreeMap::new();
    for (seq, range) in cx.tx.handed_out_ranges(cx.programme, since)? {
        ranges.entry(seq).or_default().push(range);
    }
    let mut given = Vec::with_capacity(rows.len());
    for row in rows {
        let coupons: CouponSet = ranges.remove(&row.seq).unwrap_or_default().into_iter().collect();
        // Only a fresh one is asked for: its clock may be off, the moment it arrived here is not.
        let fresh = row.taken_back_by.is_none() && !coupons.is_empty() && given.len() < FRESH;
        let until = if fresh { cx.tx.hand_out(cx.programme, row.seq)?.map(|h| h.until()) } else { None };
        given.push(Given { row, coupons, can_be_taken_back: until.is_some_and(|until| now <= until) });
    }
    Ok(given)
}

/// Hand-outs, newest first: all of them, or an organisation's own.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor, partner: Option<PartnerId>) -> Result<Vec<HandOutRow>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, partner.map_or(Action::SeeAll, Action::SeePartner))?;
    let rows = cx.tx.hand_outs(cx.programme)?;
    Ok(rows.into_iter().filter(|row| partner.is_none_or(|p| row.partner == p)).collect())
}

/// What households of one size received.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct BandUse {
    /// The band's short name.
    pub band: String,
    /// Hand-outs.
    pub hand_outs: u64,
    /// Coupons.
    pub count: u64,
    /// Their value, cents.
    pub cents: i64,
    /// Too few hand-outs to be told to somebody who does not see each of them: the figures are then left out.
    pub is_small: bool,
}

/// Hand-outs by household size, in the order of the programme's scale. Marks are not even read here.
pub fn by_band(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<BandUse>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeUse)?;
    let empty = |key: &String| BandUse { band: key.clone(), ..BandUse::default() };
    let mut bands: Vec<BandUse> = book.bands.iter().map(|b| empty(&b.key)).collect();
    for row in cx.tx.hand_outs(cx.programme)?.into_iter().filter(|row| row.taken_back_by.is_none()) {
        let place = bands.iter().position(|b| b.band == row.band).unwrap_or_else(|| {
            bands.push(empty(&row.band));
            bands.len() - 1
        });
        let band = &mut bands[place];
        band.hand_outs += 1;
        band.count += row.count;
        band.cents += row.amount_cents;
    }
    if ask(Some(&book), actor, Action::SeeAll).is_err() {
        // The whole is told elsewhere: with one band left out, another goes too.
        let sizes: Vec<u64> = bands.iter().map(|b| b.hand_outs).collect();
        for (band, _) in bands.iter_mut().zip(disclosure::hidden(&sizes)).filter(|(_, is_out)| *is_out) {
            *band = BandUse { is_small: true, ..empty(&band.band) };
        }
    }
    Ok(bands)
}
