//! What known programmes chose, corrected between two releases.

use crate::fault::Fault;
use crate::tx::Tx;
use domain::ids::PersonId;
use jiff::Timestamp;
use jiff::civil::Date;

/// A corrected fact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FactRow {
    /// Which known programme.
    pub known: String,
    /// Which question.
    pub question: String,
    /// In French; empty when there is no such fact any more.
    pub fr: String,
    /// In English.
    pub en: String,
    /// The same as an answer is written; may be empty.
    pub answer: String,
    /// Where it comes from.
    pub source: String,
    /// When it was read.
    pub read_on: Date,
    /// Worked out, not published.
    pub inferred: bool,
    /// Who wrote it.
    pub author: PersonId,
    /// When.
    pub written_at: Timestamp,
}

impl Tx<'_> {
    /// Writes a fact; those before stay.
    pub fn add_fact(&mut self, fact: &FactRow) -> Result<(), Fault> {
        let last = "SELECT COALESCE(MAX(number), 0) FROM fact WHERE known = $1 AND question = $2";
        let number = self.first(last, &[(&fact.known).into(), (&fact.question).into()], |r| r.u(0))?.unwrap_or(0) + 1;
        let read_on = fact.read_on.to_string();
        self.run(
            "INSERT INTO fact (known, question, number, fr, en, answer, source, read_on, inferred, author, written_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            &[
                (&fact.known).into(),
                (&fact.question).into(),
                number.into(),
                (&fact.fr).into(),
                (&fact.en).into(),
                (&fact.answer).into(),
                (&fact.source).into(),
                (&read_on).into(),
                i64::from(fact.inferred).into(),
                fact.author.0.into(),
                fact.written_at.as_microsecond().into(),
            ],
        )
        .map(drop)
    }

    /// Every fact ever written, the first of each first: the last one of a programme and a question holds.
    pub fn facts(&mut self) -> Result<Vec<FactRow>, Fault> {
        self.all(
            "SELECT known, question, fr, en, answer, source, read_on, inferred, author, written_at
             FROM fact ORDER BY known, question, number",
            &[],
            |r| {
                Ok(FactRow {
                    known: r.t(0)?,
                    question: r.t(1)?,
                    fr: r.t(2)?,
                    en: r.t(3)?,
                    answer: r.t(4)?,
                    source: r.t(5)?,
                    read_on: r.t(6)?.parse().map_err(|e| Fault::Inconsistent(format!("{e}")))?,
                    inferred: r.i(7)? != 0,
                    author: PersonId(r.u(8)?),
                    written_at: r.at(9)?,
                })
            },
        )
    }
}
