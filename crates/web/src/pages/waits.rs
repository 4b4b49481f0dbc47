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
const LINES: usize = 30;

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

/// What a merchant brought in at a place on one day and waited as long for, in one line.
fn together(waits: Vec<Wait>) -> Vec<Wait> {
    let mut lines: Vec<Wait> = Vec::new();
    for wait in waits {
        let same = |line: &&mut Wait| {
            (line.vendor, line.place, line.counted_in, line.paid) == (wait.vendor, wait.place, wait.counted_in, wait.paid)
        };
        match lines.iter_mut().rev().take_while(|line| line.days == wait.days).find(same) {
            Some(line) => line.count += wait.count,
            None => lines.push(wait),
        }
    }
    lines
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
    let waits = together(waits);
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
