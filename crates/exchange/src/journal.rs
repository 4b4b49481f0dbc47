//! The ledger, for accountants: the classic entries (expense, revenue recognised) that our internal
//! transfers imply, as an hledger journal, a beancount file or a CSV.
//!
//! Two rules hold everywhere, and the tests ask hledger and beancount to confirm them:
//!
//! * every internal account has one account here, with the same balance: what is added for accountants
//!   touches only `Expenses:` and `Income:` beyond it;
//! * one account holds one unit. Promises, and everything counted in a private unit, are memo accounts
//!   under `Equity:Memo:` (beancount knows five first names only), which sum to zero by themselves and
//!   can be left out (`Chart::without_memo`).
//!
//! A journal is written in two passes over the same entries: a `Survey` of the accounts, which both
//! programs want declared first, then the entries themselves, one at a time, in any number.

mod account;
mod beancount;
mod chart;
mod csv;
mod entry;
mod hledger;
mod plan;
mod programs;
mod survey;
mod words;

pub use account::Account;
pub use beancount::beancount;
pub use chart::Chart;
pub use csv::csv;
pub use entry::{Entry, Posting};
pub use hledger::hledger;
pub use plan::{Heading, Plan, PlanMistake, PlanProblem, Posted, Theirs};
pub use programs::{COLUMNS, NEEDED, NotFourDigits, mapped, quickbooks, sage50};
pub use survey::{Survey, expected_balances};

use std::io;

/// A journal whose second pass meets what the first did not announce would be refused by its readers: stop.
fn not_surveyed(account: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, format!("account {account} is not in the survey: survey the same entries"))
}
