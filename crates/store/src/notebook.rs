//! Notebooks of decisions: whose they are, who writes in them, and every entry ever made. What an entry says is text of
//! `app`'s; here it is only kept.

use crate::Arg;
use crate::fault::Fault;
use crate::row::Row;
use crate::tx::Tx;
use domain::ids::{PersonId, ProgrammeId};
use jiff::Timestamp;
use uuid::Uuid;

/// What somebody may do in a notebook.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Seat {
    /// Reads.
    Reader,
    /// Proposes and decides.
    Member,
    /// The same, invites, and opens the programme.
    Facilitator,
}

impl Seat {
    /// All of them, from the one who may most.
    pub const EVERY: [Self; 3] = [Self::Facilitator, Self::Member, Self::Reader];

    /// The stable name; its words are `seat-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Member => "member",
            Self::Facilitator => "facilitator",
        }
    }

    /// By its name.
    pub fn named(key: &str) -> Option<Self> {
        Self::EVERY.into_iter().find(|seat| seat.key() == key)
    }
}

/// A notebook's cover.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotebookCover {
    /// Its number.
    pub id: u32,
    /// Its short name, in addresses.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The known programme that it began from.
    pub model: String,
    /// Who began it.
    pub author: PersonId,
    /// When.
    pub begun_at: Timestamp,
    /// The programme that was opened from it.
    pub programme: Option<ProgrammeId>,
}

/// An entry: what was written about one question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotebookEntry {
    /// Its number, from 1.
    pub number: u32,
    /// About which question.
    pub question: String,
    /// What it says.
    pub decision: String,
    /// Who wrote it; none for the model that the notebook began from.
    pub author: Option<PersonId>,
    /// When.
    pub written_at: Timestamp,
}

fn cover(r: &Row<'_>) -> Result<NotebookCover, Fault> {
    let programme = r.opt_i(6)?.map(u16::try_from).transpose().map_err(|e| Fault::Inconsistent(e.to_string()))?;
    Ok(NotebookCover {
        id: r.u(0)?,
        key: r.t(1)?,
        name: r.t(2)?,
        model: r.t(3)?,
        author: PersonId(r.u(4)?),
        begun_at: r.at(5)?,
        programme: programme.map(ProgrammeId),
    })
}

impl Tx<'_> {
    /// Begins a notebook; returns its number.
    pub fn add_notebook(&mut self, request: Uuid, cover: &NotebookCover) -> Result<u32, Fault> {
        let last = self.first("SELECT COALESCE(MAX(id), 0) FROM notebook", &[], |r| r.u(0))?.unwrap_or(0);
        let id = if cover.id == 0 { last + 1 } else { cover.id };
        self.run(
            "INSERT INTO notebook (id, key, name, model, request, author, begun_at, programme) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &[
                id.into(),
                (&cover.key).into(),
                (&cover.name).into(),
                (&cover.model).into(),
                request.as_bytes().into(),
                cover.author.0.into(),
                cover.begun_at.as_microsecond().into(),
                Arg::OptI(cover.programme.map(|p| i64::from(p.0))),
            ],
        )?;
        Ok(id)
    }

    /// All of them, the last begun first.
    pub fn notebooks(&mut self) -> Result<Vec<NotebookCover>, Fault> {
        self.all("SELECT id, key, name, model, author, begun_at, programme FROM notebook ORDER BY id DESC", &[], cover)
    }

    /// The notebook of this short name.
    pub fn notebook(&mut self, key: &str) -> Result<Option<NotebookCover>, Fault> {
        self.first("SELECT id, key, name, model, author, begun_at, programme FROM notebook WHERE key = $1", &[key.into()], cover)
    }

    /// The notebook that a request began.
    pub fn notebook_of(&mut self, request: Uuid) -> Result<Option<NotebookCover>, Fault> {
        let sql = "SELECT id, key, name, model, author, begun_at, programme FROM notebook WHERE request = $1";
        self.first(sql, &[request.as_bytes().into()], cover)
    }

    /// The requests that began them, by number: for a backup.
    pub fn notebook_requests(&mut self) -> Result<Vec<(u32, Uuid)>, Fault> {
        self.all("SELECT id, request FROM notebook ORDER BY id", &[], |r| {
            Ok((r.u(0)?, Uuid::from_slice(&r.b(1)?).map_err(|e| Fault::Inconsistent(e.to_string()))?))
        })
    }

    /// Says which programme was opened from a notebook.
    pub fn link_notebook(&mut self, id: u32, programme: ProgrammeId) -> Result<(), Fault> {
        self.run("UPDATE notebook SET programme = $2 WHERE id = $1", &[id.into(), programme.into()]).map(drop)
    }

    /// Gives somebody a seat, or another one.
    pub fn seat(&mut self, id: u32, person: PersonId, seat: Seat) -> Result<(), Fault> {
        self.run(
            "INSERT INTO notebook_member (notebook, person, seat) VALUES ($1, $2, $3)
             ON CONFLICT (notebook, person) DO UPDATE SET seat = excluded.seat",
            &[id.into(), person.0.into(), seat.key().into()],
        )
        .map(drop)
    }

    /// Takes a seat away.
    pub fn unseat(&mut self, id: u32, person: PersonId) -> Result<(), Fault> {
        self.run("DELETE FROM notebook_member WHERE notebook = $1 AND person = $2", &[id.into(), person.0.into()]).map(drop)
    }

    /// Who sits at a notebook.
    pub fn seats(&mut self, id: u32) -> Result<Vec<(PersonId, Seat)>, Fault> {
        self.all("SELECT person, seat FROM notebook_member WHERE notebook = $1 ORDER BY person", &[id.into()], |r| {
            let word = r.t(1)?;
            let seat = Seat::named(&word).ok_or_else(|| Fault::Inconsistent(format!("a seat that is {word}")))?;
            Ok((PersonId(r.u(0)?), seat))
        })
    }

    /// The notebooks that somebody sits at, by number.
    pub fn seats_of(&mut self, person: PersonId) -> Result<Vec<u32>, Fault> {
        let sql = "SELECT notebook FROM notebook_member WHERE person = $1 ORDER BY notebook";
        self.all(sql, &[person.0.into()], |r| r.u(0))
    }

    /// Writes an entry. The same request about the same question is the same entry: whether it is new.
    pub fn add_entry(&mut self, id: u32, request: Uuid, entry: &NotebookEntry) -> Result<bool, Fault> {
        let last = "SELECT COALESCE(MAX(number), 0) FROM notebook_entry WHERE notebook = $1";
        let number = match entry.number {
            0 => self.first(last, &[id.into()], |r| r.u(0))?.unwrap_or(0) + 1,
            number => number,
        };
        let written = self.run(
            "INSERT INTO notebook_entry (notebook, number, request, question, decision, author, written_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (notebook, request, question) DO NOTHING",
            &[
                id.into(),
                number.into(),
                request.as_bytes().into(),
                (&entry.question).into(),
                (&entry.decision).into(),
                Arg::OptI(entry.author.map(i64::from)),
                entry.written_at.as_microsecond().into(),
            ],
        )?;
        Ok(written > 0)
    }

    /// Every entry of a notebook, the first written first, with the request that wrote it.
    pub fn entries(&mut self, id: u32) -> Result<Vec<(Uuid, NotebookEntry)>, Fault> {
        self.all(
            "SELECT number, question, decision, author, written_at, request FROM notebook_entry WHERE notebook = $1 ORDER BY number",
            &[id.into()],
            |r| {
                let entry = NotebookEntry {
                    number: r.u(0)?,
                    question: r.t(1)?,
                    decision: r.t(2)?,
                    author: r.opt_i(3)?.and_then(PersonId::from_i64),
                    written_at: r.at(4)?,
                };
                Ok((Uuid::from_slice(&r.b(5)?).map_err(|e| Fault::Inconsistent(e.to_string()))?, entry))
            },
        )
    }
}
