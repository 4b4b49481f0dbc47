//! People, their links and their sessions. Tokens are stored as hashes only.

use crate::fault::Fault;
use crate::tx::Tx;
use domain::chain::Hash;
use domain::ids::PersonId;
use jiff::Timestamp;

/// Someone who signs in.
#[derive(Clone, Debug)]
pub struct Person {
    /// Number.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// E-mail; may be empty.
    pub email: String,
    /// Password hash in PHC form; may be empty.
    pub password: String,
}

/// An open session.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// Whose.
    pub person: Person,
    /// Until when.
    pub expires_at: Timestamp,
}

impl Tx<'_> {
    /// Adds a person; returns their number.
    pub fn add_person(&mut self, name: &str, email: &str, password: &str) -> Result<PersonId, Fault> {
        let last = self.first("SELECT COALESCE(MAX(id), 0) FROM person", &[], |r| r.u(0))?.unwrap_or(0);
        let id = PersonId(last + 1);
        self.run(
            "INSERT INTO person (id, name, email, password) VALUES ($1, $2, $3, $4)",
            &[id.0.into(), name.into(), email.into(), password.into()],
        )?;
        Ok(id)
    }

    /// Adds a person under the number they had, from a backup.
    pub fn restore_person(&mut self, person: &Person) -> Result<(), Fault> {
        self.run(
            "INSERT INTO person (id, name, email, password) VALUES ($1, $2, $3, $4)",
            &[person.id.0.into(), (&person.name).into(), (&person.email).into(), (&person.password).into()],
        )
        .map(drop)
    }

    /// A person.
    pub fn person(&mut self, id: PersonId) -> Result<Option<Person>, Fault> {
        self.first("SELECT id, name, email, password FROM person WHERE id = $1", &[id.0.into()], read_person)
    }

    /// A person by e-mail.
    pub fn person_by_email(&mut self, email: &str) -> Result<Option<Person>, Fault> {
        self.first("SELECT id, name, email, password FROM person WHERE email = $1 ORDER BY id", &[email.into()], read_person)
    }

    /// All people.
    pub fn people(&mut self) -> Result<Vec<Person>, Fault> {
        self.all("SELECT id, name, email, password FROM person ORDER BY id", &[], read_person)
    }

    /// Stores a one-time link.
    pub fn add_link(&mut self, token: &Hash, person: PersonId, expires_at: Timestamp) -> Result<(), Fault> {
        self.run(
            "INSERT INTO sign_in_link (token_hash, person, expires_at) VALUES ($1, $2, $3)",
            &[token.into(), person.0.into(), expires_at.as_microsecond().into()],
        )
        .map(drop)
    }

    /// Whether a link was not used yet and has not ended.
    pub fn link_is_good(&mut self, token: &Hash, now: Timestamp) -> Result<bool, Fault> {
        let sql = "SELECT 1 FROM sign_in_link WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2";
        let found = self.first(sql, &[token.into(), now.as_microsecond().into()], |_| Ok(()))?;
        Ok(found.is_some())
    }

    /// Uses a link: at most once, and not after its end.
    pub fn use_link(&mut self, token: &Hash, now: Timestamp) -> Result<Option<PersonId>, Fault> {
        let used = self.run(
            "UPDATE sign_in_link SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2",
            &[token.into(), now.as_microsecond().into()],
        )?;
        if used == 0 {
            return Ok(None);
        }
        self.first("SELECT person FROM sign_in_link WHERE token_hash = $1", &[token.into()], |r| Ok(PersonId(r.u(0)?)))
    }

    /// Opens a session.
    pub fn add_session(&mut self, token: &Hash, person: PersonId, now: Timestamp, expires_at: Timestamp) -> Result<(), Fault> {
        self.run(
            "INSERT INTO session (token_hash, person, created_at, expires_at) VALUES ($1, $2, $3, $4)",
            &[token.into(), person.0.into(), now.as_microsecond().into(), expires_at.as_microsecond().into()],
        )
        .map(drop)
    }

    /// The session of a token, if it is open.
    pub fn session(&mut self, token: &Hash, now: Timestamp) -> Result<Option<SessionRow>, Fault> {
        self.first(
            "SELECT p.id, p.name, p.email, p.password, s.expires_at FROM session s JOIN person p ON p.id = s.person
             WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2",
            &[token.into(), now.as_microsecond().into()],
            |r| Ok(SessionRow { person: read_person(r)?, expires_at: r.at(4)? }),
        )
    }

    /// Ends a session.
    pub fn revoke_session(&mut self, token: &Hash, now: Timestamp) -> Result<(), Fault> {
        self.run(
            "UPDATE session SET revoked_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL",
            &[token.into(), now.as_microsecond().into()],
        )
        .map(drop)
    }
}

fn read_person(r: &crate::Row<'_>) -> Result<Person, Fault> {
    Ok(Person { id: PersonId(r.u(0)?), name: r.t(1)?, email: r.t(2)?, password: r.t(3)? })
}
