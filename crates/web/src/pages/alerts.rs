//! What is out of the ordinary: each with the acts behind it, what to look at, and what somebody found.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::alert::{self, Seen};
use app::domain::refusal::Refusal;
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/alerts", get(show).post(look))
}

/// An act behind an alert.
struct Act {
    at: String,
    how: String,
    coupons: String,
}

struct Row {
    /// What the form sends back: `2025-07-05/1/2/run`.
    key: String,
    /// The same as an identifier on the page.
    id: String,
    kind: &'static str,
    count: u64,
    usual: u64,
    vendor: String,
    place: String,
    on: String,
    acts: Vec<Act>,
    act_count: u64,
    /// What was found, by whom and when; empty when nobody looked.
    reason: String,
    who: String,
}

#[derive(Template)]
#[template(path = "alert/alerts.html")]
struct AlertsPage {
    s: Shell,
    open: Vec<Row>,
    looked: Vec<Row>,
    may_look: bool,
    form: LookForm,
}

fn row(desk: &Desk, s: &Shell, seen: &Seen) -> Row {
    let (book, alert) = (&desk.book, &seen.alert);
    let key = alert.key;
    let written = format!("{}/{}/{}/{}", key.on, key.place.0, key.vendor.0, key.kind.key());
    let act = |part: &app::domain::alert::Part| {
        let found = seen.acts.iter().find(|act| act.seq == part.seq);
        Act {
            at: found.map_or_else(String::new, |act| s.moment(&act.claimed_at.min(act.recorded_at))),
            how: found.map_or_else(String::new, |act| text::label(s.lang, &act.channel)),
            coupons: s.coupons(&part.coupons),
        }
    };
    Row {
        id: written.replace('/', "-"),
        key: written,
        kind: key.kind.key(),
        count: alert.count,
        usual: alert.usual,
        vendor: book.vendor(key.vendor).map_or_else(String::new, |v| v.name.clone()),
        place: book.place(key.place).map_or_else(String::new, |p| p.name.clone()),
        on: s.date(&key.on),
        acts: alert.parts.iter().map(act).collect(),
        act_count: alert.parts.len() as u64,
        reason: seen.looked.as_ref().map_or_else(String::new, |looked| looked.reason.clone()),
        who: seen.looked.as_ref().map_or_else(String::new, |looked| {
            let at = s.at(&looked.at);
            if seen.who.is_empty() { at } else { format!("{} · {at}", seen.who) }
        }),
    }
}

async fn page(desk: &Desk, s: Shell, form: LookForm) -> Response {
    let actor = desk.actor();
    let found = desk.app().look(desk.programme(), move |cx| alert::list(cx, actor)).await;
    let found = match found {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let (looked, open) = found.iter().partition::<Vec<_>, _>(|seen| seen.looked.is_some());
    let rows = |list: Vec<&Seen>| list.into_iter().map(|seen| row(desk, &s, seen)).collect();
    let (open, looked) = (rows(open), rows(looked));
    render(&AlertsPage { s, open, looked, may_look: desk.may(Action::Decide), form })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-alerts");
    s.done = was.message(desk.lang());
    page(&desk, s, LookForm::default()).await
}

#[derive(Deserialize, Default)]
struct LookForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    alert: String,
    #[serde(default)]
    count: String,
    #[serde(default)]
    reason: String,
}

async fn look(desk: Desk, Form(form): Form<LookForm>) -> Response {
    let request = form::request(&desk, &form.id);
    let reason = form.reason.trim().to_owned();
    let count = form.count.trim().parse().unwrap_or(0);
    let result = match alert::parse_key(&form.alert) {
        Some(key) => desk.app().act(desk.programme(), move |cx| alert::look(cx, request, key, count, &reason)).await,
        None => Err(Refusal::NotFound.into()),
    };
    match result {
        Ok(_) => done(&format!("/p/{}/alerts", desk.book.identity.key), "done-alert-looked"),
        Err(error) => {
            let mut s = desk.shell("nav-alerts");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form).await)
        }
    }
}
