//! Signing keys. A programme signs the coupons it prints with one key at a time, the first of which it has from the
//! start. Another one is asked for by one person and confirmed by another; what was printed before keeps its own.

use crate::command::Outcome;
use crate::ids::Actor;
use crate::programme::Book;
use crate::refusal::Refusal;
use crate::world::{Step, World};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The last slot that a signed code has room for.
pub const LAST_SLOT: u8 = 15;
/// Most signs of a reason.
const LONGEST_REASON: usize = 300;

/// A key after the first.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SigningKey {
    /// Its slot, as in signed codes.
    pub slot: u8,
    /// What verifies its signatures: uncompressed SEC1 bytes in hexadecimal. The key itself is nowhere in the log.
    pub public_key: String,
    /// Since when new batches are signed with it.
    pub from: Timestamp,
    /// Why.
    pub reason: String,
    /// Who asked.
    pub asked_by: Actor,
    /// Who confirmed.
    pub confirmed_by: Actor,
}

/// Another key that somebody asked for, and nobody confirmed yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyAsked {
    /// Who asked.
    pub by: Actor,
    /// Why.
    pub reason: String,
}

impl Book {
    /// The slot of the key that new batches are signed with.
    pub fn key_slot(&self) -> u8 {
        self.signing_keys.last().map_or(0, |key| key.slot)
    }
}

/// Asks. Everything stays as it is until another person confirms.
pub(crate) fn ask<W: World>(world: &mut W, reason: &str, actor: Actor) -> Step<Outcome, W> {
    if world.book().closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    if world.book().key_slot() >= LAST_SLOT {
        return Err(Refusal::NoMoreKeys.into());
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(Refusal::TooLongText { limit: LONGEST_REASON as u64 }.into());
    }
    if world.key_asked()?.is_some() {
        return Err(Refusal::WrongStep { state: "waiting".to_owned() }.into());
    }
    world.ask_key(&KeyAsked { by: actor, reason: reason.to_owned() })?;
    Ok(Outcome::Done)
}

/// Confirms: new batches are signed with the next key from now on.
pub(crate) fn confirm<W: World>(
    world: &mut W,
    slot: u8,
    public_key: &str,
    actor: Actor,
    recorded_at: Timestamp,
) -> Step<Outcome, W> {
    let asked = world.key_asked()?.ok_or(Refusal::NotFound)?;
    if asked.by == actor {
        return Err(Refusal::SecondPersonNeeded.into());
    }
    let now = world.book().key_slot();
    if slot != now + 1 {
        // Two who confirmed together: the second finds it done.
        return Err(Refusal::WrongStep { state: "confirmed".to_owned() }.into());
    }
    let KeyAsked { by, reason } = asked;
    let public_key = public_key.to_owned();
    world.add_key(SigningKey { slot, public_key, from: recorded_at, reason, asked_by: by, confirmed_by: actor })?;
    world.end_key_asked()?;
    Ok(Outcome::Done)
}

/// Gives up: whoever asked changed their mind, or the second person says no.
pub(crate) fn give_up<W: World>(world: &mut W) -> Step<Outcome, W> {
    world.key_asked()?.ok_or(Refusal::NotFound)?;
    world.end_key_asked()?;
    Ok(Outcome::Done)
}
