//! The journal for accounting programs that read no open format: QuickBooks Online, Sage 50, and any other through a
//! description of its columns. Only dollars; one of their accounts a heading and a fund (`Plan`); every entry balances.
//! Formats and their sources: reference/standards.md §2.1, §2.2.

use super::plan::Posted;
use super::{Chart, Entry, Plan, words};
use crate::amount_text::with_point;
use crate::columns::Shape;
use crate::{csv_cell, decode};
use std::borrow::Borrow;
use std::fmt::Write as _;
use std::io::{self, Write};
use thiserror::Error;

/// What a column of a mapped journal may hold: the debit and the credit each apart, or one signed amount.
pub const COLUMNS: [&str; 12] =
    ["date", "entry", "account", "account_name", "label", "debit", "credit", "amount", "fund", "fund_name", "unit", "line"];

/// What it must hold, beside `account` or `account_name` and the amounts.
pub const NEEDED: [&str; 2] = ["date", "entry"];

/// QuickBooks Online, « Import journal entries ». Days are written month first, as its screen expects; account numbers
/// must be turned off there, since accounts are named.
pub fn quickbooks<E: Borrow<Entry>>(
    out: &mut impl Write,
    chart: &Chart,
    plan: &Plan,
    entries: impl IntoIterator<Item = E>,
) -> io::Result<()> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    table.write_record(["JournalNo", "JournalDate", "AccountName", "Debits", "Credits", "Description", "Currency", "Class"])?;
    for entry in entries {
        let entry = entry.borrow();
        let (number, day, title) = (format!("CABAS-{}", entry.seq), entry.date.strftime("%m/%d/%Y").to_string(), entry.title());
        for line in plan.posted(chart, entry) {
            let name = if line.to.name.is_empty() { &line.to.number } else { &line.to.name };
            let (debit, credit) = sides(line.minor);
            let class = chart.fund_name(line.fund);
            table.write_record([
                &number,
                &day,
                csv_cell::text(name).as_ref(),
                &debit,
                &credit,
                csv_cell::text(&title).as_ref(),
                "CAD",
                csv_cell::text(&class).as_ref(),
            ])?;
        }
    }
    table.flush()
}

/// An account number that Sage 50 cannot take.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("account {0} is not four digits")]
pub struct NotFourDigits(pub String);

/// Sage 50 (Simple Comptable), « Import/Export, General Journal »: a text in Windows-1252, a line for the entry, then one
/// an account, debits above zero. Its accounts have four digits.
pub fn sage50<E: Borrow<Entry>>(
    chart: &Chart,
    plan: &Plan,
    entries: impl IntoIterator<Item = E>,
) -> Result<Vec<u8>, NotFourDigits> {
    let mut text = String::new();
    for entry in entries {
        let entry = entry.borrow();
        let posted = plan.posted(chart, entry);
        if posted.is_empty() {
            continue;
        }
        let (day, title) = (entry.date.strftime("%m-%d-%y"), sage_text(&entry.title(), 39));
        // Writing to a String cannot fail.
        let _ = write!(text, "{day},\"{}\",\"{title}\"\r\n", sage_text(&format!("CABAS-{}", entry.seq), 13));
        for line in posted {
            let number = &line.to.number;
            if number.len() != 4 || !number.bytes().all(|b| b.is_ascii_digit()) {
                return Err(NotFourDigits(number.clone()));
            }
            let fund = sage_text(&chart.fund_name(line.fund), 39);
            let _ = write!(text, "{number},{},\"{fund}\"\r\n", with_point(line.minor));
        }
    }
    Ok(decode::to_windows_1252(&text))
}

/// Words between quotes: one line, no quote, no more than the field takes.
fn sage_text(text: &str, most: usize) -> String {
    words::one_line(text).replace('"', "'").chars().take(most).collect::<String>().trim_end().to_owned()
}

/// The journal through somebody's description of their program's columns (`columns-PROGRAMME.toml`, `[journal]`).
pub fn mapped<E: Borrow<Entry>>(
    out: &mut impl Write,
    chart: &Chart,
    plan: &Plan,
    shape: &Shape,
    entries: impl IntoIterator<Item = E>,
) -> io::Result<()> {
    let rows = entries.into_iter().flat_map(|entry| {
        let entry = entry.borrow();
        let facts = (entry.seq, entry.date, entry.title());
        let lines: Vec<_> = (1..).zip(plan.posted(chart, entry)).map(|(at, line)| (facts.clone(), at, line)).collect();
        lines
    });
    shape.write(out, rows, |((seq, day, title), at, line): &(_, u64, Posted), value| {
        let side = |minor: i128| if minor > 0 { shape.decimal.write(minor) } else { String::new() };
        match value {
            "date" => shape.day(*day),
            "entry" => i64::to_string(seq),
            "line" => at.to_string(),
            "account" => csv_cell::text(&line.to.number).into_owned(),
            "account_name" => csv_cell::text(&line.to.name).into_owned(),
            "label" => csv_cell::text(title).into_owned(),
            "debit" => side(line.minor),
            "credit" => side(-line.minor),
            "amount" => shape.decimal.write(line.minor),
            "fund" => chart.fund_part(line.fund),
            "fund_name" => csv_cell::text(&chart.fund_name(line.fund)).into_owned(),
            "unit" => "CAD".to_owned(),
            _ => String::new(),
        }
    })
}

/// Debit and credit, one of them empty.
fn sides(minor: i128) -> (String, String) {
    if minor > 0 { (with_point(minor), String::new()) } else { (String::new(), with_point(-minor)) }
}
