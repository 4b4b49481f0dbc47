//! What an auditor takes away at the end of a year: every balance, with the lines that make it, the entries they are of,
//! the coupons and where each was accepted. Everything is as it stood at the end of the last day, told from the log, so
//! that a year that is over gives the same file whenever it is asked for.

mod gather;
mod readme;
mod sheets;

use crate::command::Cx;
use crate::export;
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::chain::hex;
use domain::fund::Period;
use domain::ids::Actor;
use domain::refusal::Refusal;
use exchange::journal::{self, Survey};
use exchange::pack::{self, Described};
use exchange::table::Style;
use gather::Gathered;
use sha2::{Digest, Sha256};
use sheets::Sheet;
use text::{Lang, t, tr};

/// The file where every other file's digest is, as `sha256sum --check` reads it.
const DIGESTS: &str = "SHA256SUMS";

/// The pack: a ZIP. Of everything until now when no days are named.
pub fn write(cx: &mut Cx<'_, '_>, actor: Actor, lang: Lang, period: Option<Period>) -> Result<Vec<u8>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeProof)?;
    ask(Some(&book), actor, Action::SeeAll)?;
    ask(Some(&book), actor, Action::SeePayments)?;
    if let Some(Period { since, until }) = period
        && since > until
    {
        return Err(Refusal::WrongDates { from: since, until }.into());
    }
    let gathered = Gathered::of(cx, actor, period)?;
    let style = Style { is_french: lang == Lang::Fr };
    let page = sheets::Page { lang, book: &book, gathered: &gathered, until: period.map(|p| p.until) };
    let mut tables = Vec::new();
    for sheet in Sheet::ALL {
        cx.app.progress.still_wanted()?;
        tables.push((sheet, page.table(cx, sheet)?));
    }
    let mut files = vec![
        ("LISEZMOI.txt".to_owned(), readme::of(&page, Lang::Fr, &tables).into_bytes()),
        ("README.txt".to_owned(), readme::of(&page, Lang::En, &tables).into_bytes()),
    ];
    for (sheet, table) in &tables {
        files.push((sheet.file(lang), table.to_csv(style).map_err(export::io)?));
    }
    let survey = Survey::of(&gathered.chart, &gathered.entries);
    let (mut hledger, mut beancount) = (Vec::new(), Vec::new());
    journal::hledger(&mut hledger, &gathered.chart, &survey, &gathered.entries).map_err(export::io)?;
    journal::beancount(&mut beancount, &gathered.chart, &survey, &gathered.entries).map_err(export::io)?;
    let journal = t(lang, "year-end-journal");
    files.push((format!("{journal}.journal"), hledger));
    files.push((format!("{journal}.beancount"), beancount));
    let described: Vec<Described<'_>> = tables
        .iter()
        .map(|(sheet, table)| Described {
            file: sheet.file(lang),
            name: sheet.key(),
            table,
            key: sheet.row_key(),
            links: sheet.links(),
        })
        .collect();
    let title = tr(lang, "year-end-title-of", &[("programme", book.identity.name.as_str().into())]);
    let description = pack::description(&book.identity.key, &title, style, &described).map_err(export::io)?;
    files.push(("datapackage.json".to_owned(), description));
    let digest = |(name, bytes): &(String, Vec<u8>)| format!("{}  {name}\n", hex(&Sha256::digest(bytes)));
    let digests: String = files.iter().map(digest).collect();
    files.push((DIGESTS.to_owned(), digests.into_bytes()));
    pack::zip(&files).map_err(export::io)
}

/// The name of the pack's file.
pub fn file_name(programme: &str, period: Option<Period>) -> String {
    match period {
        Some(Period { since, until }) => format!("{programme}-{since}-{until}.zip"),
        None => format!("{programme}.zip"),
    }
}
