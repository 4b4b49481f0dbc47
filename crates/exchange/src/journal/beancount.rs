//! The same journal for beancount (2.3 and 3).

use super::{Chart, Entry, Posting, Survey, not_surveyed, words};
use crate::amount_text::with_point;
use std::borrow::Borrow;
use std::io::{self, Write};

/// Writes the journal of `entries`, the ones that `survey` was made of. It passes `bean-check`.
pub fn beancount<E: Borrow<Entry>>(
    out: &mut impl Write,
    chart: &Chart,
    survey: &Survey,
    entries: impl IntoIterator<Item = E>,
) -> io::Result<()> {
    writeln!(out, "option \"title\" {}", words::quoted(chart.title()))?;
    writeln!(out, "option \"operating_currency\" \"CAD\"\n")?;
    if let Some(first_on) = survey.first_on() {
        for unit in survey.units() {
            writeln!(out, "{first_on} commodity {}", chart.commodity(unit))?;
        }
        for account in survey.accounts() {
            let commodity = chart.commodity(account.unit());
            let label = words::comment(&account.label(chart));
            writeln!(out, "{first_on} open {} {commodity} ; {label}", account.name(chart))?;
        }
    }
    for entry in entries {
        let entry = entry.borrow();
        let postings = entry.postings(chart);
        if postings.is_empty() {
            continue;
        }
        writeln!(out, "\n{} * {}\n  seq: {}", entry.date, words::quoted(&entry.title()), entry.seq)?;
        for posting in &postings {
            write_posting(out, chart, survey, posting)?;
        }
    }
    Ok(())
}

fn write_posting(out: &mut impl Write, chart: &Chart, survey: &Survey, posting: &Posting) -> io::Result<()> {
    let comment = words::coupons(posting.coupons).map(|c| format!(" ; {c}")).unwrap_or_default();
    for (account, minor) in [(posting.debit, posting.minor), (posting.credit, -posting.minor)] {
        let name = account.name(chart);
        if !survey.knows(account) {
            return Err(not_surveyed(&name));
        }
        writeln!(out, "  {name}  {} {}{comment}", with_point(minor), chart.commodity(account.unit()))?;
    }
    Ok(())
}
