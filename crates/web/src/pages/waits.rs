//! How long each of the merchants' coupons took to be paid: the list behind the delays.

use crate::Web;
use crate::failure::render;
use crate::page::Shell;
use crate::visit::Desk;
use app::payment_delay::{self, Wait};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/settlement/waits", get(show))
}

/// Lines on the page, the longest waits first; the table has all of them.
const LINES: usize = 100;

/// A wait, in words.
struct Row {
    vendor: String,
    place: String,
    count: u64,
    counted_in: String,
    /// The run, and the day of the confirmation.
    paid: Option<(u32, String)>,
    days: u64,
    is_late: bool,
}

#[derive(Template)]
#[template(path = "settlement/waits.html")]
struct WaitsPage {
    s: Shell,
    rows: Vec<Row>,
    all: u64,
    late: u64,
    target: u64,
}

async fn show(desk: Desk) -> Response {
    let actor = desk.actor();
    let waits = match desk.app().look(desk.programme(), move |cx| payment_delay::waits(cx, actor)).await {
        Ok(waits) => waits,
        Err(error) => return desk.failure(&error),
    };
    let s = desk.shell("wait-title");
    let target = u64::from(desk.book.rules.payment_target_days);
    let late = waits.iter().filter(|wait| wait.days > target).count() as u64;
    let row = |wait: &Wait| Row {
        vendor: text::Names::vendor(&*desk.book, wait.vendor),
        place: text::Names::place(&*desk.book, wait.place),
        count: u64::from(wait.count),
        counted_in: s.date(&wait.counted_in),
        paid: wait.paid.map(|(run, on)| (run.0, s.date(&on))),
        days: wait.days,
        is_late: wait.days > target,
    };
    let rows = waits.iter().take(LINES).map(row).collect();
    render(&WaitsPage { rows, all: waits.len() as u64, late, target, s })
}
