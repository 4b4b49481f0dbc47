//! The working capital: what must be in the bank on which day, first in a sentence.

use crate::Web;
use crate::chart::{self, Column};
use crate::failure::render;
use crate::page::Shell;
use crate::visit::Desk;
use app::Error;
use app::domain::working_capital::Day;
use app::working_capital::{self, Outlook, words};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/working-capital", get(show))
}

struct Row {
    on: String,
    why: Vec<String>,
    out: String,
    come: String,
    needed: String,
    left: String,
    is_short: bool,
}

#[derive(Template)]
#[template(path = "settlement/working_capital.html")]
struct CapitalPage {
    s: Shell,
    says: String,
    is_short: bool,
    today: String,
    late: String,
    chart: String,
    rows: Vec<Row>,
    target: u64,
}

/// Amounts to come are in whole dollars: cents would say more than anybody knows.
fn dollars(s: &Shell, cents: i64) -> String {
    text::money_short(s.lang, (cents + if cents < 0 { -50 } else { 50 }) / 100 * 100, "CAD")
}

/// What is needed is never said lower than it is.
fn at_least(s: &Shell, cents: i64) -> String {
    dollars(s, (cents.max(0) + 99) / 100 * 100)
}

fn sentence(s: &Shell, outlook: &Outlook) -> String {
    match (outlook.plan.short_on, outlook.plan.days.last()) {
        (Some(day), _) => s.ww("cash-short", "amount", at_least(s, outlook.plan.missing_cents), "day", s.date(&day)),
        (None, Some(last)) => s.w("cash-enough", "day", s.date(&last.on)),
        (None, None) => s.t("cash-nothing"),
    }
}

fn chart(s: &Shell, days: &[Day]) -> String {
    let whole = |cents: i64| u64::try_from(cents.max(0)).unwrap_or(0) / 100;
    let column = |day: &Day| Column {
        label: text::short_day(s.lang, day.on),
        behind: whole(day.needed_cents),
        front: whole(day.out_cents),
    };
    chart::columns(&s.t("cash-chart"), &days.iter().map(column).collect::<Vec<_>>(), s.lang)
}

fn page(desk: &Desk, s: Shell, outlook: &Outlook) -> CapitalPage {
    let some = |cents: i64| if cents == 0 { String::new() } else { dollars(&s, cents) };
    let row = |day: &Day| Row {
        on: s.date(&day.on),
        why: day.moves.iter().map(|one| words(s.lang, &desk.book, one.why)).collect(),
        out: some(day.out_cents),
        come: some(day.in_cents),
        needed: at_least(&s, day.needed_cents),
        left: dollars(&s, day.left_cents),
        is_short: day.left_cents < 0,
    };
    CapitalPage {
        says: sentence(&s, outlook),
        is_short: outlook.plan.short_on.is_some(),
        today: s.ww("cash-today", "amount", dollars(&s, outlook.bank_cents), "needed", at_least(&s, outlook.needed_cents)),
        late: if outlook.late_cents > 0 { s.w("cash-late", "amount", dollars(&s, outlook.late_cents)) } else { String::new() },
        chart: chart(&s, &outlook.plan.days),
        rows: outlook.plan.days.iter().map(row).collect(),
        target: u64::from(desk.book.rules.payment_target_days),
        s,
    }
}

async fn show(desk: Desk) -> Response {
    let actor = desk.actor();
    let standing = match desk.app().look(desk.programme(), move |cx| working_capital::gather(cx, actor)).await {
        Ok(standing) => standing,
        Err(error) => return desk.failure(&error),
    };
    // Drawing seasons is work of its own: not on the thread that answers everybody.
    match tokio::task::spawn_blocking(move || standing.outlook()).await {
        Ok(outlook) => render(&page(&desk, desk.shell("cash-title"), &outlook)),
        Err(stopped) => desk.failure(&Error::Fault(app::Fault::Other(stopped.to_string()))),
    }
}
