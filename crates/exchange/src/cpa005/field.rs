//! The three kinds of fields: numbers (zeros on the left), text (blanks on the right), dates (`0YYDDD`).

use jiff::ToSpan;
use jiff::civil::Date;
use std::fmt;
use thiserror::Error;

/// A number on `length` digits.
pub(super) fn number(value: impl fmt::Display, length: usize) -> String {
    format!("{value:0>length$}")
}

/// A text on `length` characters.
pub(super) fn text(value: &str, length: usize) -> String {
    format!("{value:<length$}")
}

/// A date on six digits: zero, two of the year, three of the day of the year.
pub(super) fn day(date: Date) -> String {
    format!("0{:02}{:03}", date.year().rem_euclid(100), date.day_of_year())
}

/// What is wrong at one position of a file.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("record {record}, position {position}: {mistake}")]
pub struct ReadError {
    /// From 1.
    pub record: usize,
    /// From 1, of the field in its record.
    pub position: usize,
    /// What is wrong.
    pub mistake: ReadMistake,
}

/// Why a file is refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum ReadMistake {
    /// A byte that is not a printable ASCII character.
    #[error("not a printable ASCII character")]
    NotAscii,
    /// A record of another length.
    #[error("{found} characters instead of 1464")]
    WrongLength {
        /// Characters found.
        found: usize,
    },
    /// A record of a type that this reader does not take (A, C, D, I, J, Z).
    #[error("unknown type of record")]
    UnknownType,
    /// No header first, no trailer last, or something after it.
    #[error("record out of place")]
    OutOfPlace,
    /// A numeric field with something else than digits.
    #[error("not a number")]
    NotANumber,
    /// Not `0YYDDD`, or a day that does not exist.
    #[error("not a date")]
    NotADate,
    /// A currency other than CAD and USD.
    #[error("unknown currency")]
    UnknownCurrency,
    /// A record count that does not follow the previous one.
    #[error("records are not numbered in order")]
    WrongCount,
    /// Another originator or creation number than the header's.
    #[error("not the header's originator and creation number")]
    WrongControl,
    /// Something where blanks are required.
    #[error("not blank")]
    NotBlank,
    /// A detail record without a payment, or with a payment after a blank one.
    #[error("a blank segment before another, or no segment at all")]
    BlankSegment,
    /// A payment of nothing.
    #[error("an amount of zero")]
    NoAmount,
    /// A total or a number of payments that the detail records do not sum to.
    #[error("the trailer does not agree with the records")]
    WrongTotal,
}

/// Reads the fields of one record from left to right.
pub(super) struct Cursor<'a> {
    record: usize,
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// `record` from 1; `text` is ASCII.
    pub(super) fn new(record: usize, text: &'a str) -> Self {
        Self { record, text, at: 0 }
    }

    /// The mistake, in the field that begins at `position` (from 0).
    pub(super) fn error_at(&self, position: usize, mistake: ReadMistake) -> ReadError {
        ReadError { record: self.record, position: position + 1, mistake }
    }

    pub(super) fn position(&self) -> usize {
        self.at
    }

    fn take(&mut self, length: usize) -> &'a str {
        let field = self.text.get(self.at..self.at + length).unwrap_or("");
        self.at += length;
        field
    }

    /// The next characters, without moving.
    pub(super) fn peek(&self, length: usize) -> &'a str {
        self.text.get(self.at..self.at + length).unwrap_or("")
    }

    /// A text, without the blanks on its right.
    pub(super) fn text(&mut self, length: usize) -> String {
        self.take(length).trim_end_matches(' ').to_owned()
    }

    /// Digits, kept as text.
    pub(super) fn digits(&mut self, length: usize) -> Result<String, ReadError> {
        let start = self.at;
        let field = self.take(length);
        if field.len() == length && field.bytes().all(|b| b.is_ascii_digit()) {
            Ok(field.to_owned())
        } else {
            Err(self.error_at(start, ReadMistake::NotANumber))
        }
    }

    /// A number; fields have at most fourteen digits.
    pub(super) fn number(&mut self, length: usize) -> Result<i64, ReadError> {
        let start = self.at;
        self.digits(length)?.parse().map_err(|_| self.error_at(start, ReadMistake::NotANumber))
    }

    /// A number that must fit a small type.
    pub(super) fn small<T: TryFrom<i64>>(&mut self, length: usize) -> Result<T, ReadError> {
        let start = self.at;
        T::try_from(self.number(length)?).map_err(|_| self.error_at(start, ReadMistake::NotANumber))
    }

    /// A date of this century.
    pub(super) fn day(&mut self) -> Result<Date, ReadError> {
        let start = self.at;
        let wrong = self.error_at(start, ReadMistake::NotADate);
        let value: i32 = self.small(6).map_err(|_| wrong.clone())?;
        let (year, day) = (value / 1000, value % 1000);
        let date = i16::try_from(2000 + year)
            .ok()
            .filter(|_| year <= 99 && day >= 1)
            .and_then(|year| Date::new(year, 1, 1).ok())
            .and_then(|first| first.checked_add((day - 1).days()).ok().filter(|date| date.year() == first.year()));
        date.ok_or(wrong)
    }

    /// Blanks, and nothing else.
    pub(super) fn blank(&mut self, length: usize) -> Result<(), ReadError> {
        let start = self.at;
        if self.take(length).bytes().all(|b| b == b' ') { Ok(()) } else { Err(self.error_at(start, ReadMistake::NotBlank)) }
    }

    /// A number that must be this one.
    pub(super) fn expect_number(&mut self, length: usize, expected: i64, mistake: ReadMistake) -> Result<(), ReadError> {
        let start = self.at;
        if self.number(length)? == expected { Ok(()) } else { Err(self.error_at(start, mistake)) }
    }

    /// A text that must be this one.
    pub(super) fn expect_text(&mut self, expected: &str, mistake: ReadMistake) -> Result<(), ReadError> {
        let start = self.at;
        if self.take(expected.len()) == expected { Ok(()) } else { Err(self.error_at(start, mistake)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_of_the_year_are_read_back() {
        for day_of in [date(2026, 1, 1), date(2026, 12, 31), date(2028, 2, 29), date(2028, 12, 31), date(2099, 12, 31)] {
            assert_eq!(Cursor::new(1, &day(day_of)).day(), Ok(day_of));
        }
        assert_eq!(day(date(2026, 7, 22)), "026203");
        for wrong in ["026000", "026366", "126001", "26001 ", "", "0260011"] {
            assert!(Cursor::new(1, wrong).day().is_err() || wrong.len() > 6, "{wrong}");
        }
    }
}
