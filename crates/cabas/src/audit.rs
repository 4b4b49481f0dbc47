//! `cabas audit`.

use crate::out::say;
use crate::{Data, Done, Failure, open};
use app::audit::{Report, audit, find_link, name};
use app::domain::coupon::State;
use app::domain::programme::Book;
use app::domain::proof::Disposition;
use clap::Args;
use std::sync::Arc;
use text::{Lang, label, money, number, t, tr};

#[derive(Args)]
pub(crate) struct Audit {
    /// As JSON.
    #[arg(long)]
    json: bool,
    /// A link printed on a statement or a payment list: says where it is in the log, or that it is not.
    #[arg(long)]
    link: Option<String>,
}

impl Audit {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let app = open::existing(data)?;
        let books = match &data.programme {
            Some(name) => vec![app.programme_wait(name)?],
            None => app.programmes_wait()?,
        };
        let mut reports = Vec::with_capacity(books.len());
        for book in books {
            let report = app.look_wait(book.identity.id, audit)?;
            reports.push((book, report));
        }
        if self.json {
            let reports: Vec<&Report> = reports.iter().map(|(_, report)| report).collect();
            say!("{}", serde_json::to_string_pretty(&reports).map_err(anyhow::Error::from)?);
        } else {
            for (book, report) in &reports {
                tell(data.lang, book, report);
            }
        }
        if let Some(link) = &self.link {
            let mut found = false;
            for (book, _) in &reports {
                let beginning = link.trim().to_lowercase();
                let place = if beginning.len() < SHORTEST_LINK {
                    None
                } else {
                    app.look_wait(book.identity.id, move |cx| find_link(cx, &beginning))?
                };
                if let Some((seq, at)) = place {
                    found = true;
                    let when = text::date_time(data.lang, at, &book.zone());
                    let facts = [("link", link.into()), ("seq", seq.to_string().into()), ("when", when.into())];
                    say!("{}", tr(data.lang, "audit-link-found", &facts));
                }
            }
            if !found {
                say!("{}", tr(data.lang, "audit-link-missing", &[("link", link.into())]));
                return Err(Failure::Findings);
            }
        }
        if reports.iter().all(|(_, report)| report.findings.is_empty()) { Ok(()) } else { Err(Failure::Findings) }
    }
}

/// Fewer symbols of a link would be found by chance.
const SHORTEST_LINK: usize = 8;

/// The parts of the proof, with their titles.
const PARTS: [(&str, &str); 6] = [
    ("batch", "audit-by-batch"),
    ("class", "audit-by-class"),
    ("partner", "audit-by-partner"),
    ("fund", "audit-by-fund"),
    ("place", "audit-by-place"),
    ("vendor", "audit-by-vendor"),
];

fn tell(lang: Lang, book: &Arc<Book>, report: &Report) {
    let commands = tr(lang, "audit-commands", &[("count", report.commands.into())]);
    let checked = [("coupons", report.coupons.into()), ("transfers", report.transfers.into())];
    say!("{}", book.identity.name);
    say!("  {commands}. {}", tr(lang, "audit-checked", &checked));
    say!("  {} {}", t(lang, "audit-head"), report.head);
    if let Some(at) = report.head_at {
        let when = text::date_time(lang, at, &book.zone());
        say!("  {}", tr(lang, "audit-head-at", &[("seq", report.commands.to_string().into()), ("when", when.into())]));
    }
    say!("  {}{}", t(lang, "audit-total"), colon(lang));
    say!("    {}", equation(lang, &report.total));
    for (by, title) in PARTS {
        let Some(part) = report.parts.get(by).filter(|part| !part.is_empty()) else { continue };
        say!("  {}{}", t(lang, title), colon(lang));
        for (key, disposition) in part {
            say!("    {}{} {}", name(book, by, key), colon(lang), equation(lang, disposition));
        }
    }
    let verdict = if report.findings.is_empty() { "audit-balanced" } else { "audit-unbalanced" };
    say!("  {}", t(lang, verdict));
    for finding in &report.findings {
        say!("    {}{} {}", finding.check, colon(lang), finding.detail);
    }
}

fn colon(lang: Lang) -> &'static str {
    if lang == Lang::Fr { "\u{a0}:" } else { ":" }
}

/// Printed = in stock + with organisations + …, by count and value.
fn equation(lang: Lang, d: &Disposition) -> String {
    let part = |words: &str, count: u64, minor: i64| {
        format!("{words} {} ({})", number(lang, i64::try_from(count).unwrap_or(i64::MAX)), money(lang, minor, "CAD"))
    };
    let states = State::ALL.into_iter().filter_map(|state| d.by_state.get(state.key()).map(|found| (state, found)));
    let terms: Vec<String> = states
        .map(|(state, (count, minor))| {
            let words = if state == State::Printed { t(lang, "audit-uncounted") } else { label(lang, &state) };
            part(&words, *count, *minor)
        })
        .collect();
    let terms = if terms.is_empty() { vec!["0".to_owned()] } else { terms };
    format!("{} = {}", part(&t(lang, "audit-printed"), d.printed, d.printed_minor), terms.join(" + "))
}
