//! People, their links and their sessions. Tokens are stored as hashes only.

use crate::fault::Fault;
use crate::tx::Tx;
use domain::chain::Hash;
use domain::ids::PersonId;
use jiff::Timestamp;
use uuid::Uuid;

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
    /// The language they are written to in, `fr` or `en`; empty when nobody said.
    pub language: String,
}

/// A session, as its owner sees it.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// The hash of its token, which names it without opening it.
    pub hash: Hash,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it was last used, to the day.
    pub seen_at: Timestamp,
    /// What it was opened with, such as « Firefox · Windows ».
    pub device: String,
}

/// What a session is opened with.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// The device's label.
    pub device: String,
    /// A hash of the person and of where they are.
    pub address: [u8; 8],
    /// Who made the link that it began with, when somebody else did.
    pub made_by: Option<PersonId>,
}

/// An open session.
#[derive(Clone, Debug)]
pub struct Session {
    /// Whose.
    pub person: Person,
    /// When it was last seen, to the day.
    pub seen_at: Timestamp,
    /// When its owner last showed that it is them: as it was opened, or since.
    pub proved_at: Timestamp,
    /// Who made the link that it began with, when somebody else did.
    pub made_by: Option<PersonId>,
}

fn number(person: Option<PersonId>) -> crate::Arg<'static> {
    crate::Arg::OptI(person.map(i64::from))
}

/// How somebody has been here: for whoever looks after a programme's people.
#[derive(Clone, Copy, Debug, Default)]
pub struct Presence {
    /// When they were last seen; nothing if they never signed in.
    pub seen_at: Option<Timestamp>,
    /// Open sessions.
    pub open: u64,
    /// Until when a link of theirs that was not used is good.
    pub link_until: Option<Timestamp>,
}

const PERSON: &str = "SELECT id, name, email, password, language FROM person WHERE id = $1";

impl Tx<'_> {
    /// Adds a person; returns their number. The same request adds the same person once.
    pub fn add_person(
        &mut self,
        name: &str,
        email: &str,
        password: &str,
        language: &str,
        request: Option<Uuid>,
    ) -> Result<PersonId, Fault> {
        if let Some(request) = request {
            let sql = "SELECT id FROM person WHERE request = $1";
            if let Some(id) = self.first(sql, &[request.as_bytes().into()], |r| r.u(0))? {
                return Ok(PersonId(id));
            }
        }
        let last = self.first("SELECT COALESCE(MAX(id), 0) FROM person", &[], |r| r.u(0))?.unwrap_or(0);
        let id = PersonId(last + 1);
        let request = request.as_ref().map(|r| r.as_bytes().as_slice());
        self.run(
            "INSERT INTO person (id, name, email, password, language, request) VALUES ($1, $2, $3, $4, $5, $6)",
            &[id.0.into(), name.into(), email.into(), password.into(), language.into(), crate::Arg::OptB(request)],
        )?;
        Ok(id)
    }

    /// Adds a person under the number they had, from a backup.
    pub fn restore_person(&mut self, person: &Person) -> Result<(), Fault> {
        self.run(
            "INSERT INTO person (id, name, email, password, language) VALUES ($1, $2, $3, $4, $5)",
            &[
                person.id.0.into(),
                (&person.name).into(),
                (&person.email).into(),
                (&person.password).into(),
                (&person.language).into(),
            ],
        )
        .map(drop)
    }

    /// Writes what a person may change about themself.
    pub fn update_person(&mut self, person: &Person) -> Result<(), Fault> {
        self.run(
            "UPDATE person SET name = $2, email = $3, password = $4, language = $5 WHERE id = $1",
            &[
                person.id.0.into(),
                (&person.name).into(),
                (&person.email).into(),
                (&person.password).into(),
                (&person.language).into(),
            ],
        )
        .map(drop)
    }

    /// A person.
    pub fn person(&mut self, id: PersonId) -> Result<Option<Person>, Fault> {
        self.first(PERSON, &[id.0.into()], read_person)
    }

    /// A person by e-mail.
    pub fn person_by_email(&mut self, email: &str) -> Result<Option<Person>, Fault> {
        self.first(
            "SELECT id, name, email, password, language FROM person WHERE email = $1 ORDER BY id",
            &[email.into()],
            read_person,
        )
    }

    /// All people.
    pub fn people(&mut self) -> Result<Vec<Person>, Fault> {
        self.all("SELECT id, name, email, password, language FROM person ORDER BY id", &[], read_person)
    }

    /// Stores a one-time link, with who made it when it was somebody else.
    pub fn add_link(
        &mut self,
        token: &Hash,
        person: PersonId,
        expires_at: Timestamp,
        made_by: Option<PersonId>,
    ) -> Result<(), Fault> {
        self.run(
            "INSERT INTO sign_in_link (token_hash, person, expires_at, made_by) VALUES ($1, $2, $3, $4)",
            &[token.into(), person.0.into(), expires_at.as_microsecond().into(), number(made_by)],
        )
        .map(drop)
    }

    /// Ends a person's links that were not used.
    pub fn end_links(&mut self, person: PersonId, now: Timestamp) -> Result<(), Fault> {
        self.run(
            "UPDATE sign_in_link SET used_at = $2 WHERE person = $1 AND used_at IS NULL",
            &[person.0.into(), now.as_microsecond().into()],
        )
        .map(drop)
    }

    /// Whose a link is, if it was not used yet and has not ended.
    pub fn link_owner(&mut self, token: &Hash, now: Timestamp) -> Result<Option<Person>, Fault> {
        let sql = "SELECT p.id, p.name, p.email, p.password, p.language FROM sign_in_link l JOIN person p ON p.id = l.person
                   WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > $2";
        self.first(sql, &[token.into(), now.as_microsecond().into()], read_person)
    }

    /// Uses a link: at most once, and not after its end. Whose it is, and who made it when it was somebody else.
    pub fn use_link(&mut self, token: &Hash, now: Timestamp) -> Result<Option<(PersonId, Option<PersonId>)>, Fault> {
        let used = self.run(
            "UPDATE sign_in_link SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2",
            &[token.into(), now.as_microsecond().into()],
        )?;
        if used == 0 {
            return Ok(None);
        }
        self.first("SELECT person, made_by FROM sign_in_link WHERE token_hash = $1", &[token.into()], |r| {
            Ok((PersonId(r.u(0)?), r.opt_i(1)?.and_then(PersonId::from_i64)))
        })
    }

    /// Opens a session.
    pub fn add_session(
        &mut self,
        token: &Hash,
        person: PersonId,
        now: Timestamp,
        expires_at: Timestamp,
        opening: &Opening,
    ) -> Result<(), Fault> {
        self.run(
            "INSERT INTO session (token_hash, person, created_at, expires_at, device, address, seen_at, made_by)
             VALUES ($1, $2, $3, $4, $5, $6, $3, $7)",
            &[
                token.into(),
                person.0.into(),
                now.as_microsecond().into(),
                expires_at.as_microsecond().into(),
                (&opening.device).into(),
                (&opening.address).into(),
                number(opening.made_by),
            ],
        )
        .map(drop)
    }

    /// An open session.
    pub fn session(&mut self, token: &Hash, now: Timestamp) -> Result<Option<Session>, Fault> {
        self.first(
            "SELECT p.id, p.name, p.email, p.password, p.language, s.seen_at, s.created_at, s.proved_at, s.made_by
             FROM session s JOIN person p ON p.id = s.person
             WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2",
            &[token.into(), now.as_microsecond().into()],
            |r| {
                let (seen_at, created_at, proved_at) = (r.at(5)?, r.at(6)?, r.at(7)?);
                let made_by = r.opt_i(8)?.and_then(PersonId::from_i64);
                Ok(Session { person: read_person(r)?, seen_at, proved_at: proved_at.max(created_at), made_by })
            },
        )
    }

    /// Writes that a session's owner showed that it is them, and what that is worth.
    pub fn prove_session(&mut self, token: &Hash, now: Timestamp, made_by: Option<PersonId>) -> Result<(), Fault> {
        let sql = "UPDATE session SET proved_at = $2, made_by = $3 WHERE token_hash = $1";
        self.run(sql, &[token.into(), now.as_microsecond().into(), number(made_by)]).map(drop)
    }

    /// Who made the link that a person's password began with, when somebody else did.
    pub fn password_by(&mut self, person: PersonId) -> Result<Option<PersonId>, Fault> {
        let sql = "SELECT password_by FROM person WHERE id = $1";
        Ok(self.first(sql, &[person.0.into()], |r| r.opt_i(0))?.flatten().and_then(PersonId::from_i64))
    }

    /// Writes who it was.
    pub fn set_password_by(&mut self, person: PersonId, made_by: Option<PersonId>) -> Result<(), Fault> {
        self.run("UPDATE person SET password_by = $2 WHERE id = $1", &[person.0.into(), number(made_by)]).map(drop)
    }

    /// Writes that a session was used.
    pub fn touch_session(&mut self, token: &Hash, now: Timestamp) -> Result<(), Fault> {
        self.run("UPDATE session SET seen_at = $2 WHERE token_hash = $1", &[token.into(), now.as_microsecond().into()]).map(drop)
    }

    /// A person's open sessions, the last used first.
    pub fn sessions_of(&mut self, person: PersonId, now: Timestamp) -> Result<Vec<SessionRow>, Fault> {
        self.all(
            "SELECT token_hash, created_at, seen_at, device FROM session
             WHERE person = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY seen_at DESC, created_at DESC",
            &[person.0.into(), now.as_microsecond().into()],
            |r| {
                let hash = r.b(0)?.try_into().map_err(|_| Fault::Inconsistent("a token's hash".to_owned()))?;
                let (created_at, seen_at) = (r.at(1)?, r.at(2)?);
                Ok(SessionRow { hash, created_at, seen_at: seen_at.max(created_at), device: r.t(3)? })
            },
        )
    }

    /// Whether somebody signed in from here before.
    pub fn knows_address(&mut self, person: PersonId, address: &[u8; 8]) -> Result<bool, Fault> {
        let sql = "SELECT 1 FROM session WHERE person = $1 AND address = $2";
        Ok(self.first(sql, &[person.0.into(), address.into()], |_| Ok(()))?.is_some())
    }

    /// How somebody has been here.
    pub fn presence(&mut self, person: PersonId, now: Timestamp) -> Result<Presence, Fault> {
        let (who, when) = (person.0.into(), now.as_microsecond().into());
        let seen = "SELECT MAX(CASE WHEN seen_at > created_at THEN seen_at ELSE created_at END) FROM session WHERE person = $1";
        let open = "SELECT COUNT(*) FROM session WHERE person = $1 AND revoked_at IS NULL AND expires_at > $2";
        let link = "SELECT MAX(expires_at) FROM sign_in_link WHERE person = $1 AND used_at IS NULL AND expires_at > $2";
        Ok(Presence {
            seen_at: self.first(seen, &[who], |r| r.opt_at(0))?.flatten(),
            open: self.first(open, &[who, when], |r| r.u(0))?.unwrap_or(0).into(),
            link_until: self.first(link, &[who, when], |r| r.opt_at(0))?.flatten(),
        })
    }

    /// Ends a session.
    pub fn revoke_session(&mut self, token: &Hash, now: Timestamp) -> Result<(), Fault> {
        self.run(
            "UPDATE session SET revoked_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL",
            &[token.into(), now.as_microsecond().into()],
        )
        .map(drop)
    }

    /// Ends all of a person's sessions, but for one that may be kept.
    pub fn revoke_sessions(&mut self, person: PersonId, keep: Option<&Hash>, now: Timestamp) -> Result<(), Fault> {
        self.run(
            "UPDATE session SET revoked_at = $2 WHERE person = $1 AND revoked_at IS NULL AND token_hash <> $3",
            &[person.0.into(), now.as_microsecond().into(), keep.unwrap_or(&[0; 32]).into()],
        )
        .map(drop)
    }
}

pub(crate) fn read_person(r: &crate::Row<'_>) -> Result<Person, Fault> {
    Ok(Person { id: PersonId(r.u(0)?), name: r.t(1)?, email: r.t(2)?, password: r.t(3)?, language: r.t(4)? })
}
