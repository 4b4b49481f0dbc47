//! One payment within a detail record: 240 characters, written and read side by side so that the two can
//! be compared with the table (reference/standards.md §1.1, fields 04 to 21).

use super::field::{Cursor, ReadError, ReadMistake, day, number, text};
use crate::bank_text::fold;
use crate::payment_file::{Account, Deposit, PaymentFile};
use jiff::civil::Date;
use std::fmt;

/// Characters of a segment.
pub(super) const LENGTH: usize = 240;

/// One payment, sent or returned.
#[derive(Clone, PartialEq, Eq)]
pub struct Segment {
    /// CPA Standard 007 code; in a returned payment, the reason (900 to 990).
    pub transaction_code: u16,
    /// Cents.
    pub amount_cents: i64,
    /// When the funds are available; in a returned payment, when it was returned.
    pub date: Date,
    /// Nine digits: zero, institution, transit.
    pub institution: String,
    /// Payee's account.
    pub account: String,
    /// Item trace number, 22 digits, filled by the bank.
    pub trace: String,
    /// In a returned payment, the code it was sent with.
    pub stored_code: u16,
    /// Originator's short name.
    pub originator_short_name: String,
    /// Payee.
    pub payee_name: String,
    /// Originator's long name.
    pub originator_long_name: String,
    /// Originator's number at its direct clearer.
    pub originator_id: String,
    /// Our reference.
    pub reference: String,
    /// Nine digits: where it comes back.
    pub return_institution: String,
    /// Account where it comes back.
    pub return_account: String,
    /// Sundry information.
    pub sundry: String,
    /// Blank in what is sent; in a returned payment, its original trace number.
    pub original_trace: String,
    /// Settlement code.
    pub settlement_code: String,
    /// Invalid data elements, 11 digits, filled by the bank.
    pub invalid_elements: String,
}

/// An account number in a debug print would be an account number in a log file.
impl fmt::Debug for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Segment")
            .field("transaction_code", &self.transaction_code)
            .field("amount_cents", &self.amount_cents)
            .field("date", &self.date)
            .field("reference", &self.reference)
            .finish_non_exhaustive()
    }
}

/// An institution and its transit on nine digits.
fn routing(account: &Account) -> String {
    format!("0{}{}", account.institution, account.transit)
}

/// Capitals; the file was checked, so that nothing is left out.
pub(super) fn ascii(value: &str) -> String {
    fold(value).unwrap_or_default()
}

impl Segment {
    /// The segment of one payment of a checked file.
    pub(super) fn of(file: &PaymentFile, payment: &Deposit) -> Self {
        let profile = &file.profile;
        let returns_to = profile.returns_to.as_ref();
        Self {
            transaction_code: profile.transaction_code,
            amount_cents: payment.amount_cents,
            date: file.due_date,
            institution: routing(&payment.account),
            account: payment.account.number.clone(),
            trace: number(0, 22),
            stored_code: 0,
            originator_short_name: ascii(&profile.originator_short_name),
            payee_name: ascii(&payment.payee_name),
            originator_long_name: ascii(&profile.originator_long_name),
            originator_id: ascii(&profile.originator_id),
            reference: ascii(&payment.reference),
            return_institution: returns_to.map_or_else(|| number(0, 9), routing),
            return_account: returns_to.map(|a| a.number.clone()).unwrap_or_default(),
            sundry: String::new(),
            original_trace: String::new(),
            settlement_code: String::new(),
            invalid_elements: number(0, 11),
        }
    }

    /// Its 240 characters.
    pub(super) fn to_text(&self) -> String {
        [
            number(self.transaction_code, 3),
            number(self.amount_cents, 10),
            day(self.date),
            number(&self.institution, 9),
            text(&self.account, 12),
            number(&self.trace, 22),
            number(self.stored_code, 3),
            text(&self.originator_short_name, 15),
            text(&self.payee_name, 30),
            text(&self.originator_long_name, 30),
            text(&self.originator_id, 10),
            text(&self.reference, 19),
            number(&self.return_institution, 9),
            text(&self.return_account, 12),
            text(&self.sundry, 15),
            text(&self.original_trace, 22),
            text(&self.settlement_code, 2),
            number(&self.invalid_elements, 11),
        ]
        .concat()
    }

    /// Reads 240 characters.
    pub(super) fn read(cursor: &mut Cursor<'_>) -> Result<Self, ReadError> {
        let amount_at = cursor.position() + 3;
        let segment = Self {
            transaction_code: cursor.small(3)?,
            amount_cents: cursor.number(10)?,
            date: cursor.day()?,
            institution: cursor.digits(9)?,
            account: cursor.text(12),
            trace: cursor.digits(22)?,
            stored_code: cursor.small(3)?,
            originator_short_name: cursor.text(15),
            payee_name: cursor.text(30),
            originator_long_name: cursor.text(30),
            originator_id: cursor.text(10),
            reference: cursor.text(19),
            return_institution: cursor.digits(9)?,
            return_account: cursor.text(12),
            sundry: cursor.text(15),
            original_trace: cursor.text(22),
            settlement_code: cursor.text(2),
            invalid_elements: cursor.digits(11)?,
        };
        if segment.amount_cents == 0 {
            return Err(cursor.error_at(amount_at, ReadMistake::NoAmount));
        }
        Ok(segment)
    }
}
