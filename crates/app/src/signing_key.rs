//! Signing keys: which there are, and another one, asked for by one person and confirmed by another. All of them come
//! from the programme's one secret: nothing new is to be copied in a safe.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::command::Command;
use domain::ids::Actor;
use domain::programme::Book;
use domain::refusal::Refusal;
use domain::signing_key::{KeyAsked, LAST_SLOT};
use jiff::Timestamp;
use std::sync::Arc;

/// A key, as anybody may know it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PublicKey {
    /// Its slot, as in signed codes.
    pub slot: u8,
    /// Uncompressed SEC1 bytes in hexadecimal.
    pub public_key: String,
    /// Since when it signs new batches; nothing for the first, which the programme has from the start.
    pub from: Option<Timestamp>,
    /// Until when it did; nothing for the one in use. What it signed stays good.
    pub until: Option<Timestamp>,
    /// Why it took over.
    pub reason: String,
}

/// The keys, and what waits.
pub struct Keys {
    /// The programme.
    pub book: Arc<Book>,
    /// All of them, the first one first.
    pub keys: Vec<PublicKey>,
    /// Another one that somebody asked for.
    pub asked: Option<KeyAsked>,
}

/// Every key a programme ever signed with: public, by their nature.
pub fn published(cx: &mut Cx<'_, '_>) -> Result<Vec<PublicKey>, Error> {
    let book = cx.book()?;
    let first = cx.app.keys_of(cx.programme)?.public_key(0);
    let first = PublicKey { slot: 0, public_key: first, from: None, until: None, reason: String::new() };
    let later = book.signing_keys.iter().map(|key| PublicKey {
        slot: key.slot,
        public_key: key.public_key.clone(),
        from: Some(key.from),
        until: None,
        reason: key.reason.clone(),
    });
    let mut keys: Vec<PublicKey> = std::iter::once(first).chain(later).collect();
    let ends: Vec<Option<Timestamp>> = keys.iter().skip(1).map(|key| key.from).collect();
    for (key, until) in keys.iter_mut().zip(ends) {
        key.until = until;
    }
    Ok(keys)
}

/// The same for those who answer for the programme, with what waits for a second person.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Keys, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeProof)?;
    Ok(Keys { keys: published(cx)?, asked: cx.tx.key_asked(cx.programme)?, book })
}

/// Asks to sign new batches with another key.
pub fn ask_new(cx: &mut Cx<'_, '_>, request: Request, reason: &str) -> Result<Answer, Error> {
    cx.run(request, Command::AskSigningKey { reason: reason.trim().to_owned() })
}

/// Confirms it. The slot is the one that was shown: two who confirm together confirm the same key.
pub fn confirm(cx: &mut Cx<'_, '_>, request: Request, slot: u8) -> Result<Answer, Error> {
    if slot > LAST_SLOT {
        return Err(Refusal::NoMoreKeys.into());
    }
    let public_key = cx.app.keys_of(cx.programme)?.public_key(slot);
    cx.run(request, Command::ConfirmSigningKey { slot, public_key })
}

/// Gives it up.
pub fn give_up(cx: &mut Cx<'_, '_>, request: Request) -> Result<Answer, Error> {
    cx.run(request, Command::DropSigningKey)
}
