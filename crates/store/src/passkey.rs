//! Passkeys: public keys that people's devices answer for.

use crate::fault::Fault;
use crate::tx::Tx;
use domain::ids::PersonId;
use jiff::Timestamp;

/// A passkey.
#[derive(Clone, Debug)]
pub struct Passkey {
    /// What the device calls it.
    pub id: Vec<u8>,
    /// Whose.
    pub person: PersonId,
    /// What its owner sees, such as « Chrome · Android ».
    pub name: String,
    /// The public key and what goes with it, as the use case writes it.
    pub detail: String,
    /// When it was added.
    pub added_at: Timestamp,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
    /// Who made the link that it began with, when somebody else did.
    pub made_by: Option<PersonId>,
}

impl Tx<'_> {
    /// Adds a passkey; false when the device's name for it is taken.
    pub fn add_passkey(&mut self, passkey: &Passkey) -> Result<bool, Fault> {
        if self.passkey(&passkey.id)?.is_some() {
            return Ok(false);
        }
        self.run(
            "INSERT INTO passkey (id, person, name, detail, added_at, used_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                passkey.id.as_slice().into(),
                passkey.person.0.into(),
                (&passkey.name).into(),
                (&passkey.detail).into(),
                passkey.added_at.as_microsecond().into(),
                crate::Arg::OptI(passkey.used_at.map(Timestamp::as_microsecond)),
                crate::Arg::OptI(passkey.made_by.map(i64::from)),
            ],
        )?;
        Ok(true)
    }

    /// A passkey, by what the device calls it.
    pub fn passkey(&mut self, id: &[u8]) -> Result<Option<Passkey>, Fault> {
        let sql = "SELECT id, person, name, detail, added_at, used_at, made_by FROM passkey WHERE id = $1";
        self.first(sql, &[id.into()], read_passkey)
    }

    /// A person's passkeys, the oldest first.
    pub fn passkeys_of(&mut self, person: PersonId) -> Result<Vec<Passkey>, Fault> {
        self.all(
            "SELECT id, person, name, detail, added_at, used_at, made_by FROM passkey WHERE person = $1 ORDER BY added_at, id",
            &[person.0.into()],
            read_passkey,
        )
    }

    /// Writes that a passkey was used.
    pub fn use_passkey(&mut self, id: &[u8], detail: &str, now: Timestamp) -> Result<(), Fault> {
        self.run(
            "UPDATE passkey SET detail = $2, used_at = $3 WHERE id = $1",
            &[id.into(), detail.into(), now.as_microsecond().into()],
        )
        .map(drop)
    }

    /// Removes a person's passkey.
    pub fn remove_passkey(&mut self, person: PersonId, id: &[u8]) -> Result<(), Fault> {
        self.run("DELETE FROM passkey WHERE person = $1 AND id = $2", &[person.0.into(), id.into()]).map(drop)
    }
}

fn read_passkey(r: &crate::Row<'_>) -> Result<Passkey, Fault> {
    Ok(Passkey {
        id: r.b(0)?,
        person: PersonId(r.u(1)?),
        name: r.t(2)?,
        detail: r.t(3)?,
        added_at: r.at(4)?,
        used_at: r.opt_at(5)?,
        made_by: r.opt_i(6)?.and_then(PersonId::from_i64),
    })
}
