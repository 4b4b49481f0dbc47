//! The journal for hledger (1.25 and later). Reading it wants a UTF-8 locale: `LC_ALL=C.UTF-8 hledger …`.

use super::{Chart, Entry, Posting, Survey, not_surveyed, words};
use crate::amount_text::with_point;
use domain::amount::Unit;
use std::borrow::Borrow;
use std::io::{self, Write};

/// Writes the journal of `entries`, the ones that `survey` was made of. It passes `hledger check -s`.
pub fn hledger<E: Borrow<Entry>>(
    out: &mut impl Write,
    chart: &Chart,
    survey: &Survey,
    entries: impl IntoIterator<Item = E>,
) -> io::Result<()> {
    writeln!(out, "; {}", words::comment(chart.title()))?;
    writeln!(out, "decimal-mark .\n")?;
    for unit in survey.units() {
        writeln!(out, "commodity 1000.00 {}", symbol(chart, unit))?;
    }
    writeln!(out)?;
    for account in survey.accounts() {
        writeln!(out, "account {}  ; {}", account.name(chart), words::comment(&account.label(chart)))?;
    }
    for entry in entries {
        let entry = entry.borrow();
        let postings = entry.postings(chart);
        if postings.is_empty() {
            continue;
        }
        writeln!(out, "\n{} * ({}) {}", entry.date, entry.seq, words::hledger_description(&entry.title()))?;
        for posting in &postings {
            write_posting(out, chart, survey, posting)?;
        }
    }
    Ok(())
}

fn write_posting(out: &mut impl Write, chart: &Chart, survey: &Survey, posting: &Posting) -> io::Result<()> {
    let comment = words::coupons(posting.coupons).map(|c| format!("  ; {c}")).unwrap_or_default();
    for (account, minor) in [(posting.debit, posting.minor), (posting.credit, -posting.minor)] {
        let name = account.name(chart);
        if !survey.knows(account) {
            return Err(not_surveyed(&name));
        }
        writeln!(out, "    {name}  {} {}{comment}", with_point(minor), symbol(chart, account.unit()))?;
    }
    Ok(())
}

/// A commodity as hledger writes it: in quotes unless it is letters only.
fn symbol(chart: &Chart, unit: Unit) -> String {
    let name = chart.commodity(unit);
    if name.bytes().all(|b| b.is_ascii_alphabetic()) { name } else { format!("\"{name}\"") }
}
