//! The books for an accountant, whole or one month. A month that is over is closed by itself: everything is written down
//! under the hour at which it arrived, so that nothing can enter it any more. The same month exported twice is the same,
//! and the link of the log at its end says which log it comes from.

use crate::command::Cx;
use crate::export;
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::chain::Hash;
use domain::ids::Actor;
use domain::programme::Book;
use domain::refusal::Refusal;
pub use exchange::journal::Heading;
use exchange::journal::{self, Chart, Entry, Survey};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use std::io::Write;
use store::Fault;
use text::Lang;

/// The format of exported books.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// hledger's journal.
    Hledger,
    /// beancount's.
    Beancount,
    /// Comma-separated values, with every account of ours.
    Csv,
    /// QuickBooks Online.
    Quickbooks,
    /// Sage 50.
    Sage50,
    /// The columns that somebody described.
    Mapped,
}

impl Format {
    /// All.
    pub const ALL: [Self; 6] = [Self::Quickbooks, Self::Sage50, Self::Mapped, Self::Csv, Self::Hledger, Self::Beancount];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hledger => "hledger",
            Self::Beancount => "beancount",
            Self::Csv => "csv",
            Self::Quickbooks => "quickbooks",
            Self::Sage50 => "sage50",
            Self::Mapped => "mapped",
        }
    }

    /// Reads a stable name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.key() == text)
    }

    /// How the file's name ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Hledger => "journal",
            Self::Beancount => "beancount",
            Self::Csv | Self::Quickbooks | Self::Mapped => "csv",
            Self::Sage50 => "txt",
        }
    }
}

/// A month of the books.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Month {
    /// Its first day.
    pub first: Date,
    /// Entries in it.
    pub entries: u64,
    /// The log's link at its end, once it is over.
    pub link: Option<Hash>,
}

/// The first instant after a month, where the programme lives.
fn end(book: &Book, first: Date) -> Option<Timestamp> {
    let next = first.first_of_month().checked_add(1.month()).ok()?;
    next.to_zoned(book.zone()).ok().map(|at| at.timestamp())
}

/// Reads `2026-07`.
pub fn parse_month(text: &str) -> Option<Date> {
    format!("{}-01", text.trim()).parse().ok()
}

/// The entries of a month that is over.
fn of_month(cx: &mut Cx<'_, '_>, mut entries: Vec<Entry>, first: Date) -> Result<Vec<Entry>, Error> {
    let book = cx.book()?;
    if end(&book, first).is_none_or(|end| cx.now() < end) {
        return Err(Refusal::MonthNotOver.into());
    }
    entries.retain(|entry| entry.date.first_of_month() == first.first_of_month());
    Ok(entries)
}

/// Every month that has entries, the last first.
pub fn months(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Month>, Error> {
    let (chart, entries) = export::entries(cx, actor)?;
    let (book, now) = (cx.book()?, cx.now());
    let mut months: Vec<Month> = Vec::new();
    for entry in entries.iter().filter(|entry| !entry.postings(&chart).is_empty()) {
        let first = entry.date.first_of_month();
        match months.last_mut() {
            Some(month) if month.first == first => month.entries += 1,
            _ => months.push(Month { first, entries: 1, link: None }),
        }
    }
    for month in &mut months {
        if let Some(end) = end(&book, month.first).filter(|end| *end <= now) {
            month.link = cx.tx.last_before(cx.programme, end)?.map(|(_, link)| link);
        }
    }
    months.reverse();
    Ok(months)
}

/// Writes the books: all of them, or one month that is over.
pub fn write(
    cx: &mut Cx<'_, '_>,
    actor: Actor,
    lang: Lang,
    format: Format,
    month: Option<Date>,
    out: &mut dyn Write,
) -> Result<(), Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeProof)?;
    let (chart, mut entries) = export::entries(cx, actor)?;
    if let Some(first) = month {
        entries = of_month(cx, entries, first)?;
    }
    let mut out = out;
    let survey = |entries: &[Entry]| Survey::of(&chart, entries);
    match format {
        Format::Hledger => journal::hledger(&mut out, &chart, &survey(&entries), &entries).map_err(export::io),
        Format::Beancount => journal::beancount(&mut out, &chart, &survey(&entries), &entries).map_err(export::io),
        Format::Csv => journal::csv(&mut out, &chart, &entries).map_err(export::io),
        Format::Quickbooks => journal::quickbooks(&mut out, &chart, &cx.app.plan(&book, lang)?, &entries).map_err(export::io),
        Format::Sage50 => sage50(cx, &book, lang, &chart, &entries).and_then(|bytes| out.write_all(&bytes).map_err(export::io)),
        Format::Mapped => {
            let shape = cx.app.shape(&book, |columns| columns.journal)?;
            journal::mapped(&mut out, &chart, &cx.app.plan(&book, lang)?, &shape, &entries).map_err(export::io)
        }
    }
}

fn sage50(cx: &Cx<'_, '_>, book: &Book, lang: Lang, chart: &Chart, entries: &[Entry]) -> Result<Vec<u8>, Error> {
    journal::sage50(chart, &cx.app.plan(book, lang)?, entries).map_err(|wrong| {
        let file = crate::profiles::plan_file(book);
        let why = text::tr(lang, "books-four-digits", &[("number", wrong.0.into())]);
        Refusal::ProfileWrong { file, why }.into()
    })
}

/// The accountant's accounts as a table to edit, and to keep as `accounts-PROGRAMME.csv`.
pub fn plan_table(cx: &mut Cx<'_, '_>, actor: Actor, lang: Lang) -> Result<Vec<u8>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeProof)?;
    let plan = cx.app.plan(&book, lang)?;
    let mut out = exchange::csv_cell::BOM.to_vec();
    let mut table = String::from("account;fund;number;name\r\n");
    for (heading, fund, theirs) in plan.lines() {
        let fund = fund.and_then(|id| book.fund(id)).map_or("", |f| f.key.as_str());
        let cells = [heading.key(), fund, &theirs.number, &theirs.name].map(|cell| {
            let cell = exchange::csv_cell::text(cell).replace('"', "\"\"");
            if cell.contains([';', '"', '\n']) { format!("\"{cell}\"") } else { cell }
        });
        table.push_str(&cells.join(";"));
        table.push_str("\r\n");
    }
    out.write_all(table.as_bytes()).map_err(|e| Fault::Other(e.to_string()))?;
    Ok(out)
}
