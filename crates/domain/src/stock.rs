//! Stock: coupons printed, counted in, allotted to organisations, brought back, cancelled, replaced.

use crate::amount::Amount;
use crate::command::{Outcome, Placement};
use crate::coupon::{Batch, Class, Coupon, Funding, State, Tally};
use crate::coupon_set::CouponSet;
use crate::ids::{BatchId, MAX_BATCH};
use crate::ledger::Transfer;
use crate::programme::Book;
use crate::promise::Promise;
use crate::refusal::Refusal;
use crate::world::{Movement, Step, World};
use jiff::Timestamp;
use jiff::civil::Date;

/// Coupons of one batch at most. More is a slipped zero, or several batches: all of a batch are made in one transaction,
/// and nobody else writes meanwhile.
pub const MOST_ISSUED: u32 = 100_000;
const _: () = assert!(MOST_ISSUED <= MAX_BATCH);

/// Prints a batch; its number is given here.
pub(crate) fn issue<W: World>(world: &mut W, mut batch: Batch, recorded_at: Timestamp) -> Step<Outcome, W> {
    let Batch { class, count, booklet, .. } = batch;
    let book = world.book();
    let known = book.class(class).ok_or(Refusal::UnknownClass { class: class.to_string() })?;
    not_ended(known, book.day_of(recorded_at))?;
    if world.book().closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    if count == 0 || booklet == 0 {
        return Err(Refusal::Nothing.into());
    }
    if count > MOST_ISSUED {
        return Err(Refusal::TooMany { limit: u64::from(MOST_ISSUED) }.into());
    }
    batch.id = BatchId(world.counts()?.batches + 1);
    world.issue(&batch)?;
    Ok(Outcome::Issued { batch: batch.id })
}

/// Coupons past their last day are neither printed nor given: nobody could use them.
pub(crate) fn not_ended(class: &Class, today: Date) -> Result<(), Refusal> {
    match class.expires_on {
        Some(last) if today > last => Err(Refusal::EndedClass { letter: class.letter, last }),
        _ => Ok(()),
    }
}

/// All coupons of a set counted by standing; every one must exist.
fn tally_all<W: World>(world: &mut W, set: &CouponSet) -> Step<Vec<Tally>, W> {
    if set.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    let mut tallies = Vec::new();
    for range in set.ranges() {
        tallies.extend(world.tally(*range)?);
    }
    if tallies.iter().map(|t| t.count).sum::<u64>() != set.len() {
        return Err(Refusal::UnknownCoupons { numbers: set.to_string() }.into());
    }
    Ok(tallies)
}

/// Moves coupons: into stock, to an organisation, out of use.
pub(crate) fn move_coupons<W: World>(world: &mut W, set: &CouponSet, to: &Placement) -> Step<Outcome, W> {
    let book = world.book().clone();
    if book.closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    if let Placement::Partner { partner, fund } = to {
        book.partner(*partner).ok_or(Refusal::UnknownPartner { partner: partner.to_string() })?;
        if let Some(fund) = fund {
            let known = book.fund(*fund).ok_or(Refusal::UnknownFund { fund: fund.to_string() })?;
            if known.is_sales {
                return Err(Refusal::UnknownFund { fund: known.key.clone() }.into());
            }
        }
    }
    let tallies = tally_all(world, set)?;
    move_tallies(world, &tallies, to)
}

/// Moves coupons that were counted.
pub(crate) fn move_tallies<W: World>(world: &mut W, tallies: &[Tally], to: &Placement) -> Step<Outcome, W> {
    let book = world.book().clone();
    if book.closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    if tallies.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    let (movements, releases, amount) = plan(&book, tallies, to)?;
    world.move_coupons(&movements)?;
    world.post(&releases)?;
    let count = movements.iter().map(|m| m.count).sum();
    Ok(Outcome::Moved { count, coupons: CouponSet::default(), amount })
}

/// The movements and the commitments released when these coupons go to `to`.
fn plan(book: &Book, tallies: &[Tally], to: &Placement) -> Result<(Vec<Movement>, Vec<Transfer>, Amount), Refusal> {
    let mut movements = Vec::with_capacity(tallies.len());
    let mut releases = Vec::new();
    let mut amount = Amount::cad(0);
    for tally in tallies {
        let class = book.class(tally.class).ok_or(Refusal::UnknownClass { class: tally.class.to_string() })?;
        if !tally.state.may_become(to.state(), class.funding) {
            return Err(Refusal::IllegalMove {
                coupon: tally.span.first,
                from: tally.state.key().to_owned(),
                to: to.state().key().to_owned(),
                count: tally.count,
            });
        }
        if tally.state == State::HandedOut {
            if class.funding == Funding::Sold {
                // Its buyer paid for it: only a replacement, coupon for coupon, may end it.
                return Err(Refusal::IllegalMove {
                    coupon: tally.span.first,
                    from: tally.state.key().to_owned(),
                    to: to.state().key().to_owned(),
                    count: tally.count,
                });
            }
            if let Some(fund) = tally.fund {
                releases.extend(Promise { class: class.clone(), fund, count: tally.count }.release()?);
            }
        }
        let (partner, fund) = match to {
            Placement::Partner { partner, fund } => (Some(*partner), fund.or(tally.fund)),
            Placement::Stock => (None, None),
            _ => (tally.partner, tally.fund),
        };
        if let (Placement::Partner { .. }, Some(known)) = (to, fund.and_then(|id| book.fund(id))) {
            crate::fund::serves(known, partner)?;
        }
        let (from, there) = ((tally.state, tally.partner, tally.fund), (to.state(), partner, fund));
        if from == there {
            // Already there: moving it would also find its neighbours that have just arrived.
            continue;
        }
        amount = class.cost().times(tally.count).and_then(|a| amount.plus(a)).map_err(Refusal::from)?;
        movements.push(Movement { range: tally.span, class: tally.class, count: tally.count, from, to: there });
    }
    Ok((movements, releases, amount))
}

pub(crate) fn illegal(coupon: &Coupon, to: State) -> Refusal {
    Refusal::IllegalMove { coupon: coupon.id, from: coupon.state.key().to_owned(), to: to.key().to_owned(), count: 1 }
}
