//! CPA Standard 005, the 1464-byte format of direct deposits that most Canadian institutions take.
//! Field tables and their sources: reference/standards.md §1.1.
//!
//! A file is one header (A), detail records of up to six payments each, one trailer (Z). Every record is
//! exactly 1464 ASCII characters. The strict reader takes what we write, and the banks' return files, which
//! have the same layout with detail records I and J.

mod field;
mod file;
mod read;
mod segment;

pub use field::{ReadError, ReadMistake};
pub use file::{File, Kind, Record, Total};
pub use read::parse;
pub use segment::Segment;

use crate::payment_file::{Limits, PaymentFile, Problem};

/// Characters in every record.
pub const RECORD_LENGTH: usize = 1464;

/// Payments that one detail record can hold.
pub const MAX_SEGMENTS: usize = 6;

/// A payee's name has 30 characters; the trailer counts payments with eight digits.
pub const LIMITS: Limits = Limits { payee_name: 30, payments: 99_999_999 };

/// The file of these payments, or everything that is wrong with them.
pub fn write(file: &PaymentFile) -> Result<String, Vec<Problem>> {
    let problems = file.check(LIMITS);
    if !problems.is_empty() {
        return Err(problems);
    }
    let separator = file.profile.record_separator.text();
    let mut text = File::of(file).records_text().join(separator);
    if file.profile.final_separator {
        text.push_str(separator);
    }
    Ok(text)
}
