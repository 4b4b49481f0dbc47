//! What a bank sends back, whichever file it is: payments that came back (CPA-005 returns, ISO 20022 pain.002 and
//! pacs.004), and what went through an account (OFX, or a table whose columns somebody named once). One list of lines
//! comes out; what each means for a programme is not said here.

mod iso;
mod ofx;
mod statement;

pub use statement::COLUMNS;

use crate::columns::Shape;
use crate::cpa005::{self, Kind as Record};
use jiff::civil::Date;
use thiserror::Error;

/// Lines in one file.
pub const MAX_LINES: usize = 20_000;

/// Why a payment came back.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Reason {
    /// A code of CPA Standard 007, 900 to 990.
    Cpa(u16),
    /// Four letters and digits of ISO 20022, or nothing.
    Iso(String),
}

/// The codes of CPA Standard 007 that have words (`return-cpa-901`).
pub const CPA_REASONS: [u16; 21] =
    [900, 901, 902, 903, 905, 907, 908, 909, 910, 911, 912, 914, 915, 916, 917, 918, 919, 920, 921, 922, 990];

/// Those of ISO 20022 that have words (`return-iso-AC04`).
pub const ISO_REASONS: [&str; 16] = [
    "AC01", "AC03", "AC04", "AC06", "AG01", "AM03", "AM04", "AM05", "BE01", "DT01", "DUPL", "FF01", "MD07", "MS02", "MS03",
    "RC01",
];

impl Reason {
    /// As the bank writes it.
    pub fn code(&self) -> String {
        match self {
            Self::Cpa(code) => code.to_string(),
            Self::Iso(code) => code.clone(),
        }
    }

    /// The stable name in message keys; none when nobody here knows the code.
    pub fn key(&self) -> Option<String> {
        match self {
            Self::Cpa(code) => CPA_REASONS.contains(code).then(|| format!("cpa-{code}")),
            Self::Iso(code) => ISO_REASONS.contains(&code.as_str()).then(|| format!("iso-{code}")),
        }
    }
}

/// What a line says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// A payment that we sent and that was not delivered.
    Returned(Reason),
    /// Money that left the account.
    Out,
    /// Money that entered it.
    In,
}

/// One line of the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Where it is in the file, from 1: a line of a table, else the number of the movement.
    pub place: u64,
    /// What it says.
    pub what: What,
    /// Cents, more than zero; none when the bank does not repeat it.
    pub amount_cents: Option<i64>,
    /// Its day.
    pub on: Option<Date>,
    /// Our reference, when the format has a place for it; else a cheque's number, or nothing.
    pub reference: String,
    /// The bank's own words.
    pub words: String,
}

/// What the file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Returns in CPA-005.
    Cpa005,
    /// Returns in ISO 20022.
    Iso20022,
    /// Movements of an account, by the program that made them.
    Ofx,
    /// The same as a table.
    Table,
}

impl Kind {
    /// All.
    pub const ALL: [Self; 4] = [Self::Cpa005, Self::Iso20022, Self::Ofx, Self::Table];

    /// The stable name in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cpa005 => "cpa005",
            Self::Iso20022 => "iso20022",
            Self::Ofx => "ofx",
            Self::Table => "table",
        }
    }

    /// Whether it tells what went through an account, so that what it does not have did not happen.
    pub const fn is_statement(self) -> bool {
        matches!(self, Self::Ofx | Self::Table)
    }
}

/// A file that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// What it is.
    pub kind: Kind,
    /// Its lines, in order.
    pub lines: Vec<Line>,
}

/// Why a file is not read, and where.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("line {place}: {mistake}")]
pub struct ReadError {
    /// A line of a table, a record, or the number of a movement, from 1.
    pub place: u64,
    /// What is wrong.
    pub mistake: ReadMistake,
}

/// What is wrong with a file.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum ReadMistake {
    /// None of the formats.
    #[error("not a file of these formats")]
    Unknown,
    /// A CPA-005 file that breaks a rule of the format.
    #[error("position {position}: {mistake}")]
    Cpa {
        /// From 1.
        position: usize,
        /// Which.
        mistake: cpa005::ReadMistake,
    },
    /// A CPA-005 file of payments to make, not of payments that came back.
    #[error("a file of payments to make")]
    NotReturns,
    /// XML that ends too soon, or is none.
    #[error("broken")]
    Broken,
    /// The whole file was refused: nothing of it was paid.
    #[error("the whole file was refused: {}", .0.code())]
    WholeRefused(Reason),
    /// A column that the profile names and the table lacks.
    #[error("no column {0}")]
    NoColumn(String),
    /// Nobody said what the columns of the bank's tables are.
    #[error("no profile of the columns")]
    NoShape,
    /// Not a day as the profile says that days are written.
    #[error("not a day")]
    NotADay,
    /// Not an amount.
    #[error("not an amount")]
    NotAnAmount,
    /// More lines than are read.
    #[error("too many lines")]
    TooMany,
}

impl ReadMistake {
    /// The stable name in message keys.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Cpa { .. } => "cpa",
            Self::NotReturns => "not-returns",
            Self::Broken => "broken",
            Self::WholeRefused(_) => "whole-refused",
            Self::NoColumn(_) => "no-column",
            Self::NoShape => "no-shape",
            Self::NotADay => "not-a-day",
            Self::NotAnAmount => "not-an-amount",
            Self::TooMany => "too-many",
        }
    }

    /// The codes, for the words.
    pub const CODES: [&'static str; 10] = [
        "unknown",
        "cpa",
        "not-returns",
        "broken",
        "whole-refused",
        "no-column",
        "no-shape",
        "not-a-day",
        "not-an-amount",
        "too-many",
    ];
}

/// A mistake at a place.
fn no<T>(place: u64, mistake: ReadMistake) -> Result<T, ReadError> {
    Err(ReadError { place, mistake })
}

/// Reads a file, whichever kind it is: its first characters tell. `shape` says what the columns of the bank's tables
/// are.
pub fn read(bytes: &[u8], shape: Option<&Shape>) -> Result<Answer, ReadError> {
    let text = crate::decode::text(bytes);
    let head = text.trim_start();
    let is_cpa = bytes.len() >= cpa005::RECORD_LENGTH && head.starts_with("A000000001");
    let (kind, lines) = if is_cpa {
        (Kind::Cpa005, returns(bytes)?)
    } else if head.starts_with("OFXHEADER") || head.contains("<OFX>") {
        (Kind::Ofx, ofx::read(&text)?)
    } else if head.starts_with('<') {
        (Kind::Iso20022, iso::read(&text)?)
    } else {
        (Kind::Table, statement::read(bytes, shape)?)
    };
    match lines.get(MAX_LINES) {
        Some(line) => no(line.place, ReadMistake::TooMany),
        None => Ok(Answer { kind, lines }),
    }
}

/// Deposits that came back, in records I of a CPA-005 file.
fn returns(bytes: &[u8]) -> Result<Vec<Line>, ReadError> {
    let file = cpa005::parse(bytes).map_err(|e| ReadError {
        place: e.record as u64,
        mistake: ReadMistake::Cpa { position: e.position, mistake: e.mistake },
    })?;
    let mut lines = Vec::new();
    for (place, (kind, payment)) in (1..).zip(file.payments()) {
        match kind {
            Record::ReturnedCredit => lines.push(Line {
                place,
                what: What::Returned(Reason::Cpa(payment.transaction_code)),
                amount_cents: Some(payment.amount_cents),
                on: Some(payment.date),
                reference: payment.reference.trim().to_owned(),
                words: payment.payee_name.clone(),
            }),
            Record::Credit => return no(place, ReadMistake::NotReturns),
            // Withdrawals are nobody's here: a programme makes none.
            Record::Debit | Record::ReturnedDebit => {}
        }
    }
    Ok(lines)
}
