//! The proof, on a page.

use crate::Web;
use crate::failure::render;
use crate::page::Shell;
use crate::read::Query;
use crate::visit::Desk;
use crate::work::Product;
use app::App;
use app::audit::{self, Report};
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::permit::{Action, ask};
use app::tables::Name;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/audit", get(show))
}

/// A line of the disposition equation.
struct Line {
    name: String,
    /// As the lists of its figures are limited; nothing where no list is cut that way.
    limit: Option<String>,
    printed: u64,
    printed_cents: i64,
    states: Vec<(u64, i64)>,
    holds: bool,
}

#[derive(Template)]
#[template(path = "audit/audit.html")]
struct AuditPage {
    s: Shell,
    report: Option<Report>,
    states: Vec<&'static str>,
    /// Whether figures open their lists.
    may_list: bool,
    /// The states as the equation says them.
    terms: Vec<String>,
    total: Option<Line>,
    parts: Vec<(&'static str, Vec<Line>)>,
    /// The lists to take away.
    registers: [&'static str; 6],
}

const REGISTERS: [Name; 6] = [Name::Partners, Name::Vendors, Name::Places, Name::Hours, Name::Agreements, Name::Log];

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    run: String,
}

async fn show(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let s = desk.shell("nav-audit");
    if !desk.may(Action::SeeProof) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    if asked.run.is_empty() {
        let (states, terms, parts) = (Vec::new(), Vec::new(), Vec::new());
        let registers = REGISTERS.map(Name::key);
        return render(&AuditPage { s, report: None, states, may_list: false, terms, total: None, parts, registers });
    }
    let (actor, book, programme) = (desk.actor(), desk.book.clone(), desk.programme());
    let audit = move |app: App| async move {
        app.look(programme, move |cx| {
            ask(Some(&book), actor, Action::SeeProof)?;
            audit::audit(cx)
        })
        .await
    };
    let done = desk.long(("work-audit", "/audit"), audit, |report| Product::page(move |desk| page(desk, &report))).await;
    done.unwrap_or_else(|error| desk.failure(&error))
}

/// How the list of a figure is limited to a line of a view; batches have a page of their own.
fn limit(book: &Book, by: &str, key: &str) -> Option<String> {
    let id = match by {
        "class" => book.classes.iter().find(|class| class.letter.to_string() == key).map(|class| u32::from(class.id.0)),
        "partner" => book.partner_by_key(key).map(|p| p.id.0),
        "fund" => book.fund_by_key(key).map(|f| f.id.0),
        "vendor" => book.vendor_by_key(key).map(|v| v.id.0),
        "place" => book.place_by_key(key).map(|p| p.id.0),
        _ => None,
    };
    id.map(|id| format!("&{by}={id}"))
}

fn page(desk: &Desk, report: &Report) -> Response {
    let s = desk.shell("nav-audit");
    // Only states that occur have a column: the table must fit a screen.
    let states: Vec<&'static str> = app::domain::coupon::State::ALL
        .into_iter()
        .map(app::domain::coupon::State::key)
        .filter(|key| report.total.by_state.contains_key(key))
        .collect();
    let line = |name: String, limit: Option<String>, d: &app::domain::proof::Disposition| Line {
        name,
        limit,
        printed: d.printed,
        printed_cents: d.printed_minor,
        states: states.iter().map(|key| d.by_state.get(key).copied().unwrap_or((0, 0))).collect(),
        holds: d.holds(),
    };
    let term = |key: &&str| if *key == "printed" { s.t("audit-uncounted") } else { s.label("state", key) };
    let terms = states.iter().map(term).collect();
    let total = Some(line(s.t("audit-total"), Some(String::new()), &report.total));
    let part = |by: &str, key: &String, d| line(audit::name(&desk.book, by, key), limit(&desk.book, by, key), d);
    let parts = report.parts.iter().map(|(by, rows)| (*by, rows.iter().map(|(key, d)| part(by, key, d)).collect())).collect();
    let (may_list, report) = (desk.may(Action::SeeAll), Some(report.clone()));
    render(&AuditPage { total, parts, terms, states, may_list, s, report, registers: REGISTERS.map(Name::key) })
}
