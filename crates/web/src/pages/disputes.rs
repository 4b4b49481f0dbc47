//! Disputes: both facts, and the decision.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::domain::dispute::{Decision, Dispute};
use app::domain::ids::{DisputeId, FundId};
use app::domain::redemption::Redemption;
use app::domain::refusal::Refusal;
use app::permit::Action;
use app::{Error, dispute};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/disputes", get(show).post(decide))
}

struct Row {
    id: u32,
    number: String,
    coupon: String,
    reason: String,
    vendor: String,
    place: String,
    at: String,
    amount_cents: i64,
    first: String,
    decided: bool,
    decision: String,
    note: String,
}

#[derive(Template)]
#[template(path = "dispute/disputes.html")]
struct DisputesPage {
    s: Shell,
    open: Vec<Row>,
    closed: Vec<Row>,
    funds: Vec<(u32, String)>,
    may_decide: bool,
    form: DecideForm,
}

fn row(desk: &Desk, s: &Shell, d: &Dispute, first: Option<&Redemption>) -> Row {
    let book = &desk.book;
    let vendor = |id| book.vendor(id).map_or_else(String::new, |v| v.name.clone());
    let place = |id| book.place(id).map_or_else(String::new, |p| p.name.clone());
    Row {
        id: d.id.0,
        number: d.id.0.to_string(),
        coupon: d.coupon.to_string(),
        reason: s.label("dispute-reason", d.reason.key()),
        vendor: vendor(d.vendor),
        place: place(d.place),
        at: s.moment(&d.claimed_at),
        amount_cents: d.amount.minor,
        first: first
            .map_or_else(String::new, |r| format!("{} · {} · {}", s.at(&r.recorded_at), vendor(r.vendor), place(r.place))),
        decided: d.decision.is_some(),
        decision: match d.decision {
            None => String::new(),
            Some(Decision::Pay { .. }) => s.label("decision", "pay"),
            Some(Decision::Refuse) => s.label("decision", "refuse"),
        },
        note: d.note.clone(),
    }
}

async fn page(desk: &Desk, s: Shell, form: DecideForm) -> Response {
    let actor = desk.actor();
    let found = match desk.app().look(desk.programme(), move |cx| dispute::list_with_first(cx, actor)).await {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let rows = found.iter().map(|(d, first)| row(desk, &s, d, first.as_ref()));
    let (closed, open) = rows.partition(|r: &Row| r.decided);
    let funds = form::funds(&desk.book);
    render(&DisputesPage { s, open, closed, funds, may_decide: desk.may(Action::Decide), form })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-disputes");
    s.done = was.message(desk.lang());
    page(&desk, s, DecideForm::default()).await
}

#[derive(Deserialize, Default)]
struct DecideForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    dispute: String,
    #[serde(default)]
    decision: String,
    #[serde(default)]
    fund: String,
    #[serde(default)]
    reason: String,
}

async fn decide(desk: Desk, Form(form): Form<DecideForm>) -> Response {
    let request = form::request(&desk, &form.id);
    let asked = (|| {
        let id = form::number(&form.dispute).ok_or(Refusal::NotFound)?;
        let decision = match form.decision.as_str() {
            "pay" => {
                let fund = form::chosen(&form.fund, |fund| Refusal::UnknownFund { fund })?;
                Decision::Pay { fund: FundId(fund) }
            }
            "refuse" => Decision::Refuse,
            _ => return Err(Refusal::Nothing),
        };
        Ok((DisputeId(id), decision))
    })();
    let reason = form.reason.trim().to_owned();
    let result = match asked {
        Ok((id, decision)) => {
            desk.app().act(desk.programme(), move |cx| dispute::resolve(cx, request, id, decision, &reason)).await
        }
        Err(refusal) => Err(Error::Refused(refusal)),
    };
    match result {
        Ok(_) => done(&format!("/p/{}/disputes", desk.book.identity.key), "done-decided"),
        Err(error) => {
            let mut s = desk.shell("nav-disputes");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form).await)
        }
    }
}
