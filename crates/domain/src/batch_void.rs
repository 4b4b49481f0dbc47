//! Cancelling a whole batch: asked by one person, confirmed by another. What is in a household's hands stays good.

use crate::command::{Outcome, Placement};
use crate::coupon::{CouponRange, State, Tally};
use crate::ids::{Actor, BatchId};
use crate::refusal::Refusal;
use crate::stock;
use crate::world::{Step, World};

/// A batch that somebody asked to cancel, and nobody confirmed yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BatchVoid {
    /// Which.
    pub batch: BatchId,
    /// Who asked.
    pub asked_by: Actor,
    /// Why.
    pub reason: String,
}

/// The whole of a batch, as a range.
fn whole<W: World>(world: &mut W, id: BatchId) -> Step<CouponRange, W> {
    let batch = world.batch(id)?;
    let range = batch.and_then(|batch| CouponRange::new(id, 1, batch.count));
    Ok(range.ok_or_else(|| Refusal::UnknownBatch { batch: id.0.to_string() })?)
}

/// Asks. The batch stays as it is until another person confirms.
pub(crate) fn ask<W: World>(world: &mut W, batch: BatchId, reason: &str, actor: Actor) -> Step<Outcome, W> {
    whole(world, batch)?;
    if world.book().closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    if world.batch_void(batch)?.is_some() {
        return Err(Refusal::WrongStep { state: "waiting".to_owned() }.into());
    }
    world.ask_batch_void(&BatchVoid { batch, asked_by: actor, reason: reason.to_owned() })?;
    Ok(Outcome::Done)
}

fn asked<W: World>(world: &mut W, batch: BatchId) -> Step<BatchVoid, W> {
    Ok(world.batch_void(batch)?.ok_or_else(|| Refusal::UnknownBatch { batch: batch.0.to_string() })?)
}

/// Confirms: every coupon of the batch that no household has is void from now on.
pub(crate) fn confirm<W: World>(world: &mut W, batch: BatchId, actor: Actor) -> Step<Outcome, W> {
    if asked(world, batch)?.asked_by == actor {
        return Err(Refusal::SecondPersonNeeded.into());
    }
    let range = whole(world, batch)?;
    let held = |state: &State| matches!(state, State::Printed | State::InStock | State::WithPartner);
    let tallies: Vec<Tally> = world.tally(range)?.into_iter().filter(|tally| held(&tally.state)).collect();
    let outcome = stock::move_tallies(world, &tallies, &Placement::Void)?;
    world.end_batch_void(batch)?;
    Ok(outcome)
}

/// Gives up: whoever asked changed their mind, or the second person says no.
pub(crate) fn give_up<W: World>(world: &mut W, batch: BatchId) -> Step<Outcome, W> {
    asked(world, batch)?;
    world.end_batch_void(batch)?;
    Ok(Outcome::Done)
}
