//! Files of deposits that were made for the bank.

use crate::fault::Fault;
use crate::tx::Tx;
use domain::ids::{Actor, ProgrammeId, RunId};
use jiff::Timestamp;
use jiff::civil::Date;

/// A file that was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BankFile {
    /// 1, 2, 3… in the programme.
    pub making: u32,
    /// Its creation number, which the bank reads.
    pub number: u16,
    /// Of which run.
    pub run: RunId,
    /// In which format: its stable name.
    pub format: String,
    /// When payees have the money.
    pub due_on: Date,
    /// The creation date that is written in it.
    pub made_on: Date,
    /// SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// Who made it.
    pub made_by: Actor,
    /// When.
    pub made_at: Timestamp,
}

impl Tx<'_> {
    /// Writes a file that was made.
    pub fn add_bank_file(&mut self, programme: ProgrammeId, file: &BankFile) -> Result<(), Fault> {
        self.run(
            "INSERT INTO bank_file (programme, making, number, run, format, due_on, made_on, digest, made_by, made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            &[
                programme.into(),
                file.making.into(),
                i64::from(file.number).into(),
                file.run.0.into(),
                (&file.format).into(),
                (&file.due_on.to_string()).into(),
                (&file.made_on.to_string()).into(),
                (&file.digest).into(),
                (&file.made_by.to_string()).into(),
                file.made_at.as_microsecond().into(),
            ],
        )
        .map(drop)
    }

    /// A programme's files, the first first.
    pub fn bank_files(&mut self, programme: ProgrammeId) -> Result<Vec<BankFile>, Fault> {
        self.all(
            "SELECT making, number, run, format, due_on, made_on, digest, made_by, made_at
             FROM bank_file WHERE programme = $1 ORDER BY making",
            &[programme.into()],
            |r| {
                let wrong = |what: String| Fault::Inconsistent(what);
                let day = |text: String| text.parse::<Date>().map_err(|e| wrong(e.to_string()));
                let by = r.t(7)?;
                Ok(BankFile {
                    making: r.u(0)?,
                    number: u16::try_from(r.i(1)?).map_err(|e| wrong(e.to_string()))?,
                    run: RunId(r.u(2)?),
                    format: r.t(3)?,
                    due_on: day(r.t(4)?)?,
                    made_on: day(r.t(5)?)?,
                    digest: r.t(6)?,
                    made_by: Actor::parse(&by).ok_or_else(|| wrong(format!("nobody is called {by}")))?,
                    made_at: r.at(8)?,
                })
            },
        )
    }
}
