//! Signing keys after the first, and the one that somebody asked for.

use crate::fault::Fault;
use crate::programme::{from_json, remember, to_json};
use crate::tx::Tx;
use crate::world::SqlWorld;
use domain::ids::{Actor, ProgrammeId};
use domain::signing_key::{KeyAsked, SigningKey};

/// Writes a key and the book's new version.
pub(crate) fn add(world: &mut SqlWorld<'_, '_>, key: SigningKey) -> Result<(), Fault> {
    let mut book = world.book.as_deref().cloned().ok_or_else(|| Fault::Inconsistent("no book".to_owned()))?;
    let sql = "INSERT INTO signing_key (programme, slot, detail) VALUES ($1, $2, $3)";
    world.tx.run(sql, &[world.programme.into(), i64::from(key.slot).into(), (&to_json(&key)?).into()])?;
    book.signing_keys.push(key);
    remember(world, book);
    Ok(())
}

/// A programme's keys after the first, in order.
pub(crate) fn load(tx: &mut Tx<'_>, programme: ProgrammeId) -> Result<Vec<SigningKey>, Fault> {
    let sql = "SELECT detail FROM signing_key WHERE programme = $1 ORDER BY slot";
    tx.all(sql, &[programme.into()], |r| from_json(&r.t(0)?))
}

impl Tx<'_> {
    /// The key that somebody asked for, if one waits.
    pub fn key_asked(&mut self, programme: ProgrammeId) -> Result<Option<KeyAsked>, Fault> {
        let sql = "SELECT asked_by, reason FROM signing_key_asked WHERE programme = $1";
        self.first(sql, &[programme.into()], |r| {
            let by = r.t(0)?;
            let by = Actor::parse(&by).ok_or_else(|| Fault::Inconsistent(format!("nobody is called {by}")))?;
            Ok(KeyAsked { by, reason: r.t(1)? })
        })
    }

    pub(crate) fn ask_key(&mut self, programme: ProgrammeId, asked: &KeyAsked) -> Result<(), Fault> {
        let sql = "INSERT INTO signing_key_asked (programme, asked_by, reason) VALUES ($1, $2, $3)";
        self.run(sql, &[programme.into(), (&asked.by.to_string()).into(), (&asked.reason).into()]).map(drop)
    }

    pub(crate) fn end_key_asked(&mut self, programme: ProgrammeId) -> Result<(), Fault> {
        self.run("DELETE FROM signing_key_asked WHERE programme = $1", &[programme.into()]).map(drop)
    }
}
