//! How a stranger follows a total, in plain words.

use super::DIGESTS;
use super::sheets::{Page, Sheet};
use domain::amount::Unit;
use domain::chain::hex;
use exchange::table::Table;
use std::collections::BTreeMap;
use text::{Lang, date, money, t, tr};

/// The text that comes first in the pack, in a language; file names are those of the pack.
pub(super) fn of(page: &Page<'_>, lang: Lang, tables: &[(Sheet, Table)]) -> String {
    let (book, gathered) = (page.book, page.gathered);
    let mut out = vec![tr(lang, "year-end-title-of", &[("programme", book.identity.name.as_str().into())]), String::new()];
    out.push(match gathered.period {
        Some(p) => tr(lang, "year-end-days", &[("since", date(lang, p.since).into()), ("until", date(lang, p.until).into())]),
        None => t(lang, "year-end-all-days"),
    });
    if let Some(last) = gathered.last() {
        let link = hex(&last.link)[..16].to_owned();
        out.push(tr(lang, "year-end-last", &[("seq", last.seq.to_string().into()), ("link", link.into())]));
    }
    out.push(t(lang, "year-end-dated"));
    for part in ["how", "files", "sums", "proof"] {
        out.extend([String::new(), t(lang, &format!("year-end-{part}")).to_uppercase(), String::new()]);
        match part {
            "how" => out.extend((1..=6).map(|step| format!("{step}. {}", step_said(page.lang, lang, step)))),
            "files" => out.extend(tables.iter().map(|(sheet, table)| {
                let about = t(lang, &format!("year-end-about-{}", sheet.key()));
                let rows = tr(
                    lang,
                    "year-end-rows",
                    &[("count", text::number(lang, i64::try_from(table.rows.len()).unwrap_or(i64::MAX)).into())],
                );
                format!("{} ({rows}). {about}", sheet.file(page.lang))
            })),
            "sums" => out.extend(sums(page, lang)),
            _ => out.extend([
                tr(lang, "year-end-digests", &[("file", DIGESTS.into())]),
                tr(lang, "year-end-journals", &[("name", t(page.lang, "year-end-journal").into())]),
                t(lang, "year-end-package"),
                t(lang, "year-end-audit"),
            ]),
        }
    }
    out.push(String::new());
    // Spreadsheets and Windows' notepad read a mark and both ends of line.
    format!("\u{FEFF}{}", out.join("\r\n"))
}

/// A step, with the files it speaks of under their names in the pack.
fn step_said(files: Lang, lang: Lang, step: u8) -> String {
    let named: Vec<(&str, String)> = Sheet::ALL.map(|sheet| (sheet.key(), sheet.file(files))).into();
    let names: Vec<(&str, text::Arg)> = named.iter().map(|(key, file)| (*key, file.as_str().into())).collect();
    tr(lang, &format!("year-end-how-{step}"), &names)
}

/// Debits and credits of all accounts, by unit: equal, or something is missing.
fn sums(page: &Page<'_>, lang: Lang) -> Vec<String> {
    let mut by_unit: BTreeMap<Unit, (i128, i128)> = BTreeMap::new();
    for (account, (_, debits, credits)) in page.gathered.balances() {
        let sum = by_unit.entry(account.unit()).or_default();
        *sum = (sum.0 + debits, sum.1 + credits);
    }
    let said = |(unit, (debits, credits)): (Unit, (i128, i128))| {
        let name = text::Names::unit_name(page.book, unit);
        let money = |minor: i128| money(lang, i64::try_from(minor).unwrap_or(i64::MAX), &name);
        tr(lang, "year-end-sum", &[("debits", money(debits).into()), ("credits", money(credits).into())])
    };
    by_unit.into_iter().map(said).collect()
}
