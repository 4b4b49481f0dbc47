//! Messages to a programme's people, who read them, and the letters that carried them.

use crate::fault::Fault;
use crate::row::Row;
use crate::tx::Tx;
use crate::{Arg, Person};
use domain::ids::{MessageId, PersonId, ProgrammeId};
use domain::message::{Draft, Message, To};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What became of a message's letter to somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Letter {
    /// None was written: no mail on this platform, or no address.
    #[default]
    None,
    /// It is about to be sent; or the program stopped before it was.
    Waiting,
    /// The mail server has it.
    Sent,
    /// The mail server did not take it.
    Failed,
}

impl Letter {
    const ALL: [Self; 4] = [Self::None, Self::Waiting, Self::Sent, Self::Failed];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }

    /// Reads [`Self::word`].
    pub(crate) fn parse(word: &str) -> Result<Self, Fault> {
        let found = Self::ALL.into_iter().find(|letter| letter.word() == word);
        found.ok_or_else(|| Fault::Inconsistent(format!("a letter that is {word}")))
    }
}

/// What became of a message with one person.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Receipt {
    /// When they said that they read it.
    pub read_at: Option<Timestamp>,
    /// Its letter.
    pub letter: Letter,
    /// When that was written down.
    pub letter_at: Option<Timestamp>,
}

const ROW: &str = "SELECT id, author, addressee, subject, body, until_on, written_at, withdrawn_at FROM message
                   WHERE programme = $1 AND id = $2";

fn read(r: &Row<'_>) -> Result<Message, Fault> {
    let to = r.t(2)?;
    let to = To::parse(&to).ok_or_else(|| Fault::Inconsistent(format!("nobody is called {to}")))?;
    let until = r.opt_t(5)?.map(|day| day.parse().map_err(|e| Fault::Inconsistent(format!("{e}")))).transpose()?;
    let author = r.opt_i(1)?.and_then(PersonId::from_i64);
    Ok(Message {
        id: MessageId(r.u(0)?),
        author,
        draft: Draft { to, subject: r.t(3)?, text: r.t(4)?, until },
        written_at: r.at(6)?,
        withdrawn_at: r.opt_at(7)?,
    })
}

impl Tx<'_> {
    /// The message that a request wrote.
    pub fn message_of(&mut self, programme: ProgrammeId, request: Uuid) -> Result<Option<Message>, Fault> {
        let sql = "SELECT id FROM message WHERE programme = $1 AND request = $2";
        let id = self.first(sql, &[programme.into(), request.as_bytes().into()], |r| Ok(MessageId(r.u(0)?)))?;
        id.map_or(Ok(None), |id| self.message(programme, id))
    }

    /// Writes a message; returns its number.
    pub fn add_message(
        &mut self,
        programme: ProgrammeId,
        request: Uuid,
        author: Option<PersonId>,
        draft: &Draft,
        now: Timestamp,
    ) -> Result<MessageId, Fault> {
        let sql = "SELECT COALESCE(MAX(id), 0) FROM message WHERE programme = $1";
        let id = self.first(sql, &[programme.into()], |r| r.u(0))?.unwrap_or(0) + 1;
        let message = Message { id: MessageId(id), author, draft: draft.clone(), written_at: now, withdrawn_at: None };
        self.restore_message(programme, request, &message)?;
        Ok(message.id)
    }

    /// Writes a message under its number, such as from a backup.
    pub fn restore_message(&mut self, programme: ProgrammeId, request: Uuid, message: &Message) -> Result<(), Fault> {
        let draft = &message.draft;
        let until = draft.until.map(|day| day.to_string());
        self.run(
            "INSERT INTO message (programme, id, request, author, addressee, subject, body, until_on, written_at, withdrawn_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            &[
                programme.into(),
                message.id.0.into(),
                request.as_bytes().into(),
                Arg::OptI(message.author.map(i64::from)),
                (&draft.to.to_string()).into(),
                (&draft.subject).into(),
                (&draft.text).into(),
                Arg::OptT(until.as_deref()),
                message.written_at.as_microsecond().into(),
                Arg::OptI(message.withdrawn_at.map(Timestamp::as_microsecond)),
            ],
        )
        .map(drop)
    }

    /// A message.
    pub fn message(&mut self, programme: ProgrammeId, id: MessageId) -> Result<Option<Message>, Fault> {
        self.first(ROW, &[programme.into(), id.0.into()], read)
    }

    /// All of them, the last written first.
    pub fn messages(&mut self, programme: ProgrammeId) -> Result<Vec<Message>, Fault> {
        self.all(
            "SELECT id, author, addressee, subject, body, until_on, written_at, withdrawn_at FROM message
             WHERE programme = $1 ORDER BY id DESC",
            &[programme.into()],
            read,
        )
    }

    /// The requests that wrote them, by number: for a backup.
    pub fn message_requests(&mut self, programme: ProgrammeId) -> Result<BTreeMap<MessageId, Uuid>, Fault> {
        let rows = self.all("SELECT id, request FROM message WHERE programme = $1 ORDER BY id", &[programme.into()], |r| {
            let request = Uuid::from_slice(&r.b(1)?).map_err(|e| Fault::Inconsistent(e.to_string()))?;
            Ok((MessageId(r.u(0)?), request))
        })?;
        Ok(rows.into_iter().collect())
    }

    /// Withdraws a message.
    pub fn withdraw_message(&mut self, programme: ProgrammeId, id: MessageId, now: Timestamp) -> Result<(), Fault> {
        self.run(
            "UPDATE message SET withdrawn_at = $3 WHERE programme = $1 AND id = $2 AND withdrawn_at IS NULL",
            &[programme.into(), id.0.into(), now.as_microsecond().into()],
        )
        .map(drop)
    }

    /// What became of a message, person by person.
    pub fn receipts(&mut self, programme: ProgrammeId, id: MessageId) -> Result<BTreeMap<PersonId, Receipt>, Fault> {
        let rows = self.all(
            "SELECT person, read_at, letter, letter_at FROM message_person WHERE programme = $1 AND message = $2 ORDER BY person",
            &[programme.into(), id.0.into()],
            |r| {
                let letter = Letter::parse(&r.t(2)?)?;
                Ok((PersonId(r.u(0)?), Receipt { read_at: r.opt_at(1)?, letter, letter_at: r.opt_at(3)? }))
            },
        )?;
        Ok(rows.into_iter().collect())
    }

    /// The messages somebody said that they read.
    pub fn read_by(&mut self, programme: ProgrammeId, person: PersonId) -> Result<Vec<MessageId>, Fault> {
        self.all(
            "SELECT message FROM message_person WHERE programme = $1 AND person = $2 AND read_at IS NOT NULL ORDER BY message",
            &[programme.into(), person.0.into()],
            |r| Ok(MessageId(r.u(0)?)),
        )
    }

    /// Writes down that somebody read a message: the first time counts.
    pub fn read_message(&mut self, programme: ProgrammeId, id: MessageId, person: PersonId, now: Timestamp) -> Result<(), Fault> {
        self.run(
            "INSERT INTO message_person (programme, message, person, read_at, letter) VALUES ($1, $2, $3, $4, '')
             ON CONFLICT (programme, message, person) DO UPDATE SET read_at = COALESCE(message_person.read_at, excluded.read_at)",
            &[programme.into(), id.0.into(), person.0.into(), now.as_microsecond().into()],
        )
        .map(drop)
    }

    /// Writes down what became of a letter.
    pub fn note_letter(
        &mut self,
        programme: ProgrammeId,
        id: MessageId,
        person: PersonId,
        letter: Letter,
        now: Timestamp,
    ) -> Result<(), Fault> {
        self.run(
            "INSERT INTO message_person (programme, message, person, letter, letter_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (programme, message, person) DO UPDATE SET letter = excluded.letter, letter_at = excluded.letter_at",
            &[programme.into(), id.0.into(), person.0.into(), letter.word().into(), now.as_microsecond().into()],
        )
        .map(drop)
    }

    /// Writes what became of a message with somebody, as it was in a backup.
    pub fn restore_receipt(
        &mut self,
        programme: ProgrammeId,
        id: MessageId,
        person: PersonId,
        receipt: &Receipt,
    ) -> Result<(), Fault> {
        let instant = |at: Option<Timestamp>| Arg::OptI(at.map(Timestamp::as_microsecond));
        self.run(
            "INSERT INTO message_person (programme, message, person, read_at, letter, letter_at) VALUES ($1, $2, $3, $4, $5, $6)",
            &[
                programme.into(),
                id.0.into(),
                person.0.into(),
                instant(receipt.read_at),
                receipt.letter.word().into(),
                instant(receipt.letter_at),
            ],
        )
        .map(drop)
    }

    /// The people of these numbers who are still there.
    pub fn people_of(&mut self, ids: &[PersonId]) -> Result<Vec<Person>, Fault> {
        let mut people = Vec::with_capacity(ids.len());
        for id in ids {
            people.extend(self.person(*id)?);
        }
        Ok(people)
    }
}
