//! Stock: coupons counted in, allotted to organisations, moved between them, and taken out of use.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::command::{Command, Placement};
use domain::coupon::State;
use domain::coupon_set::CouponSet;
use domain::ids::{Actor, BatchId, ClassId, FundId, PartnerId};
use domain::programme::Book;
use domain::reallocation::{self, Pace, Suggestion};
use domain::refusal::Refusal;
use jiff::ToSpan;
use std::collections::BTreeMap;

/// Counts coupons into the programme's stock.
pub fn take_in(cx: &mut Cx<'_, '_>, request: Request, coupons: CouponSet) -> Result<Answer, Error> {
    cx.run(request, Command::Move { coupons, to: Placement::Stock, reason: String::new() })
}

/// Allots coupons to an organisation, or passes them from one to another.
pub fn allot(
    cx: &mut Cx<'_, '_>,
    request: Request,
    coupons: CouponSet,
    partner: PartnerId,
    fund: Option<FundId>,
) -> Result<Answer, Error> {
    cx.run(request, Command::Move { coupons, to: Placement::Partner { partner, fund }, reason: String::new() })
}

/// Takes coupons out of use: void, lost, stolen or returned, with the reason. Nobody cancels most of a batch alone:
/// `batch::ask_void` does that, with another person.
pub fn withdraw(cx: &mut Cx<'_, '_>, request: Request, coupons: CouponSet, to: Placement, reason: &str) -> Result<Answer, Error> {
    let is_person = matches!(request.actor, Actor::Person(_));
    if is_person && to == Placement::Void && cx.tx.answered(cx.programme, request.id)?.is_none() {
        few_of_a_batch(cx, &coupons)?;
    }
    cx.run(request, Command::Move { coupons, to, reason: reason.to_owned() })
}

/// Weeks of hand-outs that tell an organisation's pace.
pub const WEEKS_SEEN: u32 = 3;

/// Who could pass coupons to whom, at the pace of the last weeks and until the season's end.
pub fn suggestions(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Suggestion>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    suggestions_of(cx, &book)
}

/// The same, for a use case that asked.
pub(crate) fn suggestions_of(cx: &mut Cx<'_, '_>, book: &Book) -> Result<Vec<Suggestion>, Error> {
    let Some(weeks_left) = weeks_left(cx, book) else { return Ok(Vec::new()) };
    Ok(reallocation::suggest(&paces(cx, book)?, WEEKS_SEEN, weeks_left))
}

/// Organisations that hand out in a week more of a class than they have left, at the pace of the last weeks.
pub fn running_out(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Pace>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    if weeks_left(cx, &book).is_none() {
        return Ok(Vec::new());
    }
    let mut paces = paces(cx, &book)?;
    paces.retain(|pace| pace.given > 0 && pace.in_hand * u64::from(WEEKS_SEEN) < pace.given);
    Ok(paces)
}

/// Weeks that the season still has; none when it is over.
fn weeks_left(cx: &Cx<'_, '_>, book: &Book) -> Option<u32> {
    let left = book.season.ends_on.since(book.day_of(cx.now())).map_or(0, |span| span.get_days());
    (book.closed_at.is_none() && left > 0).then(|| u32::try_from(left).unwrap_or(0).div_ceil(7))
}

/// What each organisation has of each class, and how much it handed out in the last weeks; nobody's while nothing was
/// handed out.
fn paces(cx: &mut Cx<'_, '_>, book: &Book) -> Result<Vec<Pace>, Error> {
    let today = book.day_of(cx.now());
    let since = today.checked_sub(i64::from(WEEKS_SEEN).weeks()).unwrap_or(today);
    let mut paces: BTreeMap<(PartnerId, ClassId), Pace> = BTreeMap::new();
    for row in cx.tx.state_counts(cx.programme)? {
        if let (Some(partner), State::WithPartner) = (row.partner, row.state) {
            pace_of(&mut paces, partner, row.class).in_hand += row.count;
        }
    }
    let recent: BTreeMap<i64, PartnerId> = cx
        .tx
        .hand_outs(cx.programme)?
        .into_iter()
        .filter(|h| h.taken_back_by.is_none() && book.day_of(h.claimed_at) > since)
        .map(|h| (h.seq, h.partner))
        .collect();
    let Some(first) = recent.keys().next().copied() else { return Ok(Vec::new()) };
    let classes: BTreeMap<BatchId, ClassId> = cx.tx.batches(cx.programme)?.into_iter().map(|b| (b.id, b.class)).collect();
    for (seq, range) in cx.tx.handed_out_ranges(cx.programme, first)? {
        if let (Some(partner), Some(class)) = (recent.get(&seq), classes.get(&range.first.batch())) {
            pace_of(&mut paces, *partner, *class).given += range.len();
        }
    }
    Ok(paces.into_values().collect())
}

fn pace_of(paces: &mut BTreeMap<(PartnerId, ClassId), Pace>, partner: PartnerId, class: ClassId) -> &mut Pace {
    paces.entry((partner, class)).or_insert(Pace { partner, class, in_hand: 0, given: 0 })
}

/// Passes an organisation's coupons on to another: as many of a class, its highest numbers, so that the booklets it
/// is handing out stay whole.
pub fn pass_on(cx: &mut Cx<'_, '_>, request: Request, asked: Suggestion) -> Result<Answer, Error> {
    let held = cx.tx.held_by(cx.programme, asked.from, asked.class)?;
    if held.len() < asked.count || asked.count == 0 {
        return Err(Refusal::NotEnough { available: held.len(), asked: asked.count }.into());
    }
    let keep = usize::try_from(held.len() - asked.count).unwrap_or(usize::MAX);
    let coupons: CouponSet = held.iter().skip(keep).collect();
    allot(cx, request, coupons, asked.to, None)
}

/// Refuses to leave less than half of a batch in use, by any number of steps.
fn few_of_a_batch(cx: &mut Cx<'_, '_>, coupons: &CouponSet) -> Result<(), Error> {
    let mut asked: BTreeMap<BatchId, u64> = BTreeMap::new();
    for range in coupons.ranges() {
        *asked.entry(range.first.batch()).or_default() += range.len();
    }
    let counts = cx.tx.state_counts(cx.programme)?;
    for batch in cx.tx.batches(cx.programme)? {
        let Some(now) = asked.get(&batch.id).copied() else { continue };
        let before: u64 = counts.iter().filter(|c| c.batch == batch.id.0 && c.state == State::Void).map(|c| c.count).sum();
        if (before + now) * 2 > u64::from(batch.count) {
            return Err(Refusal::MostOfBatch { batch: batch.id.0.to_string() }.into());
        }
    }
    Ok(())
}
