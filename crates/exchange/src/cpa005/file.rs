//! A whole file as values, and its records as text.

use super::field::{day, number, text};
use super::segment::{Segment, ascii};
use super::{MAX_SEGMENTS, RECORD_LENGTH};
use crate::payment_file::{Currency, PaymentFile};
use jiff::civil::Date;

/// What a detail record holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Deposits (C).
    Credit,
    /// Withdrawals (D).
    Debit,
    /// Deposits that came back (I).
    ReturnedCredit,
    /// Withdrawals that came back (J).
    ReturnedDebit,
}

impl Kind {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Credit, Self::Debit, Self::ReturnedCredit, Self::ReturnedDebit];

    /// The letter that begins the record.
    pub const fn letter(self) -> char {
        match self {
            Self::Credit => 'C',
            Self::Debit => 'D',
            Self::ReturnedCredit => 'I',
            Self::ReturnedDebit => 'J',
        }
    }

    const fn is_credit(self) -> bool {
        matches!(self, Self::Credit | Self::ReturnedCredit)
    }
}

/// One detail record: one to six payments of one kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// Of what kind.
    pub kind: Kind,
    /// The payments, in order.
    pub segments: Vec<Segment>,
}

/// A value and a number of payments (not of records).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Total {
    /// Cents.
    pub cents: i64,
    /// Payments.
    pub count: i64,
}

/// A file as values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// Who made it.
    pub originator_id: String,
    /// 1 to 9999.
    pub creation_number: u16,
    /// When.
    pub creation_date: Date,
    /// Destination data centre, 5 digits.
    pub data_centre: String,
    /// Of all amounts.
    pub currency: Currency,
    /// Detail records, in order.
    pub records: Vec<Record>,
}

impl File {
    /// The values of a checked payment file.
    pub(super) fn of(file: &PaymentFile) -> Self {
        let profile = &file.profile;
        let record = |payments: &[_]| Record {
            kind: Kind::Credit,
            segments: payments.iter().map(|payment| Segment::of(file, payment)).collect(),
        };
        Self {
            originator_id: ascii(&profile.originator_id),
            creation_number: file.creation_number,
            creation_date: file.creation_date,
            data_centre: profile.data_centre.clone(),
            currency: profile.currency,
            records: file.payments.chunks(profile.segments_per_record.count()).map(record).collect(),
        }
    }

    /// Every payment with its kind, in order.
    pub fn payments(&self) -> impl Iterator<Item = (Kind, &Segment)> {
        self.records.iter().flat_map(|record| record.segments.iter().map(|segment| (record.kind, segment)))
    }

    /// Deposits, sent and returned.
    pub fn credits(&self) -> Total {
        self.total(Kind::is_credit)
    }

    /// Withdrawals, sent and returned.
    pub fn debits(&self) -> Total {
        self.total(|kind| !kind.is_credit())
    }

    fn total(&self, counts: impl Fn(Kind) -> bool) -> Total {
        let mut total = Total::default();
        for (_, segment) in self.payments().filter(|(kind, _)| counts(*kind)) {
            total.cents = total.cents.saturating_add(segment.amount_cents);
            total.count += 1;
        }
        total
    }

    /// What every record but the header repeats: who, and which file.
    pub(super) fn control(&self) -> String {
        text(&self.originator_id, 10) + &number(self.creation_number, 4)
    }

    /// All records, header and trailer included, each of 1464 characters.
    pub(super) fn records_text(&self) -> Vec<String> {
        let mut out = Vec::with_capacity(self.records.len() + 2);
        let control = self.control();
        out.push(self.header());
        for record in &self.records {
            let mut line = format!("{}{}{control}", record.kind.letter(), number(out.len() + 1, 9));
            for segment in record.segments.iter().take(MAX_SEGMENTS) {
                line.push_str(&segment.to_text());
            }
            out.push(text(&line, RECORD_LENGTH));
        }
        let trailer = self.trailer(out.len() + 1);
        out.push(trailer);
        out
    }

    fn header(&self) -> String {
        let line = ["A".to_owned(), number(1, 9), self.control(), day(self.creation_date), text(&self.data_centre, 5)].concat();
        text(&(line + &text("", 20) + self.currency.code()), RECORD_LENGTH)
    }

    fn trailer(&self, count: usize) -> String {
        let total = |total: Total| number(total.cents, 14) + &number(total.count, 8);
        let nothing = Total::default();
        // Debits, credits, then error corrections E and F, which only institutions make.
        let totals = [self.debits(), self.credits(), nothing, nothing].map(total).concat();
        text(&format!("Z{}{}{totals}", number(count, 9), self.control()), RECORD_LENGTH)
    }
}
