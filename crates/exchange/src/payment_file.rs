//! One internal description of a file of direct deposits. Each bank format is written from it, after the
//! whole of it was checked (`PaymentFile::check`).

mod check;
mod problem;

pub use check::Limits;
pub use problem::{Field, Mistake, Problem};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a bank told its client to put in its files. Nothing here can be guessed from the bank's name:
/// "each caisse may differ".
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BankProfile {
    /// Given by the institution (Desjardins: « numéro d'organisme »), 1 to 10 characters.
    pub originator_id: String,
    /// Shown on the payee's statement, at most 15 characters.
    pub originator_short_name: String,
    /// At most 30 characters.
    pub originator_long_name: String,
    /// The destination data centre, 5 digits.
    pub data_centre: String,
    /// CPA Standard 007 code of these payments; 460 is Accounts Payable.
    #[serde(default = "accounts_payable")]
    pub transaction_code: u16,
    /// Where payments that cannot be delivered come back, if the bank wants it in the file.
    #[serde(default)]
    pub returns_to: Option<Account>,
    /// Payments in one record of the 1464-byte format.
    #[serde(default)]
    pub segments_per_record: Segments,
    /// Between records.
    #[serde(default)]
    pub record_separator: Separator,
    /// Whether a separator follows the last record too.
    #[serde(default)]
    pub final_separator: bool,
    /// Of the whole file.
    #[serde(default)]
    pub currency: Currency,
    /// The creation number of the first file made here, where other files were made before; 1 when left out.
    #[serde(default)]
    pub first_creation_number: Option<u16>,
}

fn accounts_payable() -> u16 {
    460
}

/// How many payments share one 1464-byte record. One is accepted everywhere; six makes smaller files.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Segments {
    /// One payment a record.
    #[default]
    One,
    /// Up to six.
    Six,
}

impl Segments {
    /// As a number.
    pub const fn count(self) -> usize {
        match self {
            Self::One => 1,
            Self::Six => 6,
        }
    }
}

/// What stands between two records.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// Carriage return and line feed.
    #[default]
    CrLf,
    /// Line feed.
    Lf,
}

impl Separator {
    /// The bytes.
    pub const fn text(self) -> &'static str {
        match self {
            Self::CrLf => "\r\n",
            Self::Lf => "\n",
        }
    }
}

/// The two currencies the format knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Canadian dollars.
    #[default]
    Cad,
    /// American dollars.
    Usd,
}

impl Currency {
    /// The three letters.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cad => "CAD",
            Self::Usd => "USD",
        }
    }
}

/// An account in a Canadian institution.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// 3 digits, such as 815 for Desjardins.
    pub institution: String,
    /// 5 digits.
    pub transit: String,
    /// 7 to 12 digits, without hyphens.
    pub number: String,
}

/// An account number in a debug print would be an account number in a log file.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Account(…)")
    }
}

/// One payment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deposit {
    /// To whom, at most 30 characters once in ASCII.
    pub payee_name: String,
    /// Where.
    pub account: Account,
    /// Cents; more than zero, less than a hundred million dollars.
    pub amount_cents: i64,
    /// Our own reference, unique in the file, 1 to 19 characters. It comes back with a returned payment.
    pub reference: String,
}

/// One file of payments to make.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentFile {
    /// The bank's instructions.
    pub profile: BankProfile,
    /// File creation number, 1 to 9999: one more than the last file's (`next_creation_number`).
    pub creation_number: u16,
    /// When it is made.
    pub creation_date: Date,
    /// When the payees have the money.
    pub due_date: Date,
    /// The payments, in order.
    pub payments: Vec<Deposit>,
}

/// The number of the file after this one: after 9999 comes 1.
pub const fn next_creation_number(last: u16) -> u16 {
    if last >= 9999 { 1 } else { last + 1 }
}
