//! A funder's report on paper, and the words of what was agreed.

use super::{Choice, Days, Households, Report, report};
use crate::command::Cx;
use crate::figure::Figure;
use crate::logo;
use crate::paper::proof;
use crate::toolbox::supported;
use crate::world::Error;
use domain::amount::Bps;
use domain::fund::{Fund, Lapse, Period, Terms};
use domain::ids::{Actor, FundId};
use domain::programme::Book;
use print::document::{Block, Look, Table, Written, WrittenWords};
use store::{Fault, LogoOf};
use text::{Lang, Names, date, key_label, money, t, tr};

fn dollars(lang: Lang, cents: i64) -> String {
    money(lang, cents, "CAD")
}

/// Days in words.
pub fn days(lang: Lang, period: Option<Period>) -> String {
    let Some(period) = period else { return t(lang, "fund-report-all") };
    let facts = [("from", date(lang, period.since).into()), ("until", date(lang, period.until).into())];
    tr(lang, "fund-report-days", &facts)
}

/// Days to choose, in words.
pub fn choice(lang: Lang, choice: &Choice) -> String {
    let days = days(lang, Some(choice.period));
    match choice.quarter {
        Some(number) => tr(lang, "fund-report-quarter", &[("number", u64::from(number).into()), ("days", days.into())]),
        None => tr(lang, "fund-report-year", &[("days", days.into())]),
    }
}

/// What a figure of the report is called there.
pub fn label(lang: Lang, figure: Figure) -> String {
    key_label(lang, "fund-report", figure.key())
}

/// Whether a figure is left out while it is nothing: few funds have it.
pub const fn is_rare(figure: Figure) -> bool {
    matches!(figure, Figure::MovedIn | Figure::MovedOut | Figure::GivenBack | Figure::SetAside)
}

/// Who was reached, in a sentence.
pub fn households(lang: Lang, told: Households) -> String {
    match told {
        Households::Known(reached) => match reached.households() {
            Some(count) => tr(lang, "fund-report-households", &[("count", count.into()), ("handouts", reached.hand_outs.into())]),
            None => tr(lang, "fund-report-hand-outs", &[("count", reached.hand_outs.into())]),
        },
        Households::Small => tr(lang, "fund-report-small", &[("count", domain::disclosure::SMALL.into())]),
        Households::OtherDays => t(lang, "fund-report-other-days"),
    }
}

/// A share in words: « 12,5 % ».
fn share(lang: Lang, share: Bps) -> String {
    text::percent_1(lang, i64::from(share.0), i64::from(Bps::WHOLE.0))
}

/// What becomes of what is left at the close, in words.
pub fn lapse(lang: Lang, book: &Book, lapse: Option<Lapse>) -> String {
    match lapse {
        None => t(lang, "fund-lapse-none"),
        Some(Lapse::Carry(to)) => tr(lang, "fund-lapse-carry-to", &[("fund", Names::fund(book, to).into())]),
        Some(other) => key_label(lang, "fund-lapse", other.key()),
    }
}

/// What was agreed, each in a line: what it is, and what it says. Only what somebody wrote.
pub fn terms(lang: Lang, book: &Book, fund: &Fund) -> Vec<(String, String)> {
    let Terms { reference, signed_on, pledge_cents, pays_from, pays_until, operations, partners, target, matching, .. } =
        &fund.terms;
    let mut lines = Vec::new();
    let mut say = |key: &str, words: String| lines.push((t(lang, key), words));
    if !reference.is_empty() {
        say("fund-terms-reference", reference.clone());
    }
    if let Some(day) = signed_on {
        say("fund-terms-signed", date(lang, *day));
    }
    if *pledge_cents > 0 {
        say("fund-terms-pledge", dollars(lang, *pledge_cents));
    }
    if let Some(matching) = matching {
        let facts = [("fund", Names::fund(book, matching.fund).into()), ("cap", dollars(lang, matching.cap_cents).into())];
        say("fund-terms-matching", tr(lang, "fund-terms-matches", &facts));
    }
    match (pays_from, pays_until) {
        (Some(since), Some(until)) => say("fund-terms-pays", days(lang, Some(Period { since: *since, until: *until }))),
        (Some(day), None) => say("fund-terms-pays", tr(lang, "fund-terms-from", &[("day", date(lang, *day).into())])),
        (None, Some(day)) => say("fund-terms-pays", tr(lang, "fund-terms-until", &[("day", date(lang, *day).into())])),
        (None, None) => {}
    }
    match operations {
        Some(Bps(0)) => say("fund-terms-operations", t(lang, "fund-terms-food-only")),
        Some(most) => say("fund-terms-operations", tr(lang, "fund-terms-share", &[("share", share(lang, *most).into())])),
        None => {}
    }
    if !partners.is_empty() {
        let names: Vec<String> = partners.iter().map(|id| Names::partner(book, *id)).collect();
        say("fund-terms-partners", text::list(lang, &names));
    }
    if !target.is_empty() {
        say("fund-terms-target", target.clone());
    }
    if !fund.terms.is_empty() {
        say("fund-terms-lapse", lapse(lang, book, fund.terms.lapse));
    }
    lines
}

/// The report as a PDF.
pub fn pdf(cx: &mut Cx<'_, '_>, actor: Actor, fund: FundId, asked: Days, lang: Lang) -> Result<Vec<u8>, Error> {
    let found = report(cx, actor, fund, asked)?;
    let (book, foot) = (cx.book()?, cx.book().and_then(|book| proof(cx, &book, lang))?);
    let made_on = date(lang, book.day_of(cx.now()));
    let of_funder = logo::of(cx, LogoOf::Fund(book.identity.id, fund))?;
    let name = tr(lang, "fund-report-of", &[("fund", found.fund.name.as_str().into())]);
    let written = Written {
        language: lang.code().to_owned(),
        title: name,
        subtitle: tr(lang, "fund-report-made", &[("days", days(lang, found.period).into()), ("day", made_on.into())]),
        programme: book.identity.name.clone(),
        territory: book.identity.territory.clone(),
        logo: logo::of_territory(cx, book.identity.id)?,
        look: Look::Office,
        draft: if book.identity.simulated { t(lang, "paper-simulated") } else { String::new() },
        blocks: blocks(lang, &book, &found),
        foot,
        supported: supported(lang, of_funder.as_slice()),
        words: WrittenWords { page: t(lang, "paper-page"), date: t(lang, "toolbox-date") },
    };
    written.pdf().map_err(|e| Fault::Other(e.to_string()).into())
}

fn table(lang: Lang, about: &str, rows: Vec<Vec<String>>) -> Block {
    let head = vec![t(lang, "head-what"), t(lang, "head-amount")];
    Block::Table(Table { about: t(lang, about), head, rows, total: false, amounts: true })
}

fn blocks(lang: Lang, book: &Book, found: &Report) -> Vec<Block> {
    let line = |words: String, cents: i64| vec![words, dollars(lang, cents)];
    let lines = |told: &[super::Told]| -> Vec<Vec<String>> {
        let said = told.iter().filter(|told| told.cents != 0 || !is_rare(told.figure));
        said.map(|told| line(label(lang, told.figure), told.cents)).collect()
    };
    let mut flows = lines(&found.flows);
    if found.period.is_some() {
        flows.insert(0, line(t(lang, "fund-report-opening"), found.opening_cents));
    }
    let mut stands = lines(&found.stands);
    if found.awaited_cents > 0 {
        stands.push(line(t(lang, "fund-report-awaited"), found.awaited_cents));
    }
    let funder = tr(lang, "fund-report-funder", &[("funder", found.fund.funder.as_str().into())]);
    let mut blocks = vec![
        Block::Paragraph(funder),
        Block::Heading(2, t(lang, "fund-report-moved")),
        table(lang, "fund-report-moved", flows),
        Block::Heading(2, t(lang, "fund-report-stands")),
        table(lang, "fund-report-stands", stands),
        Block::Heading(2, t(lang, "fund-report-reached")),
        Block::Paragraph(households(lang, found.households)),
    ];
    let agreed = terms(lang, book, &found.fund);
    if !agreed.is_empty() {
        let head = vec![t(lang, "head-what"), t(lang, "fund-terms-title")];
        let rows = agreed.into_iter().map(|(what, words)| vec![what, words]).collect();
        blocks.push(Block::Heading(2, t(lang, "fund-terms-title")));
        blocks.push(Block::Table(Table { about: t(lang, "fund-terms-title"), head, rows, total: false, amounts: false }));
    }
    if !found.instalments.is_empty() {
        let head = ["fund-instalment-due", "fund-instalment-state", "fund-instalment-came", "head-amount"];
        let rows = found.instalments.iter().map(|(instalment, came, arrival)| {
            let state = key_label(lang, "fund-instalment", arrival.key());
            vec![date(lang, instalment.due_on), state, dollars(lang, *came), dollars(lang, instalment.cents)]
        });
        let (head, rows) = (head.map(|key| t(lang, key)).to_vec(), rows.collect());
        blocks.push(Block::Heading(2, t(lang, "fund-instalments")));
        blocks.push(Block::Table(Table { about: t(lang, "fund-instalments"), head, rows, total: false, amounts: true }));
    }
    blocks
}
