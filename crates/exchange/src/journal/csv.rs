//! The same journal as a table, for any accounting program that imports one.
//!
//! UTF-8, comma, RFC 4180 line ends, one line a posting side: `date` (ISO), `seq` (the command's number,
//! which groups the lines of one entry), `description`, `account`, `debit` or `credit` (one of the two,
//! decimal point), `unit` (`CAD` or a private unit's commodity).

use super::{Chart, Entry};
use crate::amount_text::with_point;
use crate::csv_cell;
use std::borrow::Borrow;
use std::io::{self, Write};

/// Writes the table of `entries`. No survey is needed.
pub fn csv<E: Borrow<Entry>>(out: &mut impl Write, chart: &Chart, entries: impl IntoIterator<Item = E>) -> io::Result<()> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    table.write_record(["date", "seq", "description", "account", "debit", "credit", "unit"])?;
    for entry in entries {
        let entry = entry.borrow();
        let (date, seq, title) = (entry.date.to_string(), entry.seq.to_string(), entry.title());
        for posting in entry.postings(chart) {
            let amount = with_point(posting.minor);
            for (account, debit, credit) in [(posting.debit, amount.as_str(), ""), (posting.credit, "", amount.as_str())] {
                let (name, unit) = (account.name(chart), chart.commodity(account.unit()));
                table.write_record([&date, &seq, csv_cell::text(&title).as_ref(), &name, debit, credit, &unit])?;
            }
        }
    }
    table.flush()
}
