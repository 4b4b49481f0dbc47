//! Money that leaves a fund: asked for by one person, confirmed by another.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::Error;
use app::domain::fund_move::FundMoveState;
use app::domain::ids::FundId;
use app::domain::refusal::Refusal;
use app::fund_move::{self, Asked};
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;
use text::Names;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/fund-moves", get(show).post(change))
}

/// A request in words.
struct Row {
    seq: i64,
    words: String,
    by: String,
    state: String,
    is_waiting: bool,
    is_own: bool,
    /// Money that leaves the bank has a cheque or a transfer.
    leaves: bool,
    reference: String,
}

#[derive(Template)]
#[template(path = "fund/moves.html")]
struct MovesPage {
    s: Shell,
    rows: Vec<Row>,
    funds: Vec<(u32, String)>,
    may_ask: bool,
    may_confirm: bool,
    may_drop: bool,
    form: MoveForm,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct MoveForm {
    id: String,
    /// Empty to ask; `lapse`, `confirm` or `drop`.
    act: String,
    asked: String,
    from: String,
    /// A fund, or `0` for its funder.
    to: String,
    amount: String,
    reason: String,
    reference: String,
}

fn row(desk: &Desk, s: &Shell, asked: Asked) -> Row {
    let (request, book) = (asked.request, &*desk.book);
    let (amount, from) = (s.money(&request.amount.minor), book.fund(request.from));
    let facts = [
        ("amount", amount.into()),
        ("from", from.map_or_else(String::new, |fund| fund.name.clone()).into()),
        ("to", request.to.map_or_else(String::new, |to| Names::fund(book, to)).into()),
    ];
    let key = if request.to.is_some() { "fund-move-words" } else { "fund-move-back-words" };
    let who = if asked.by.is_empty() { s.t("app-name") } else { asked.by };
    Row {
        seq: request.seq,
        words: text::tr(s.lang, key, &facts),
        by: s.ww("fund-move-by", "who", who, "reason", request.reason.as_str()),
        state: s.label("fund-move", request.state.key()),
        is_waiting: request.state == FundMoveState::Waiting,
        is_own: request.asked_by == desk.actor(),
        leaves: request.to.is_none(),
        reference: request.reference,
    }
}

async fn page(desk: &Desk, s: Shell, form: MoveForm) -> Response {
    let actor = desk.actor();
    match desk.app().look(desk.programme(), move |cx| fund_move::list(cx, actor)).await {
        Ok(found) => render(&MovesPage {
            rows: found.into_iter().map(|asked| row(desk, &s, asked)).collect(),
            funds: form::funds(&desk.book),
            may_ask: desk.may(Action::ReceiveMoney),
            may_confirm: desk.may(Action::Approve),
            may_drop: desk.may(Action::Second),
            form,
            s,
        }),
        Err(error) => desk.failure(&error),
    }
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("fund-move-title");
    s.done = was.message(desk.lang());
    page(&desk, s, MoveForm::default()).await
}

async fn change(desk: Desk, Form(form): Form<MoveForm>) -> Response {
    match apply(&desk, &form).await {
        Ok(message) => done(&format!("/p/{}/fund-moves", desk.book.identity.key), message),
        Err(error) => {
            let mut s = desk.shell("fund-move-title");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form).await)
        }
    }
}

async fn apply(desk: &Desk, form: &MoveForm) -> Result<&'static str, Error> {
    let request = form::request(desk, &form.id);
    let (app, programme) = (desk.app(), desk.programme());
    let fund = |text: &str| form::chosen(text, |fund| Refusal::UnknownFund { fund }).map(FundId);
    let asked = || form.asked.trim().parse::<i64>().map_err(|_| Refusal::NotFound);
    match form.act.as_str() {
        "confirm" => {
            let (asked, reference) = (asked()?, form.reference.trim().to_owned());
            app.act(programme, move |cx| fund_move::confirm(cx, request, asked, &reference)).await?;
            Ok("done-fund-move-confirmed")
        }
        "drop" => {
            let asked = asked()?;
            app.act(programme, move |cx| fund_move::give_up(cx, request, asked)).await?;
            Ok("done-fund-move-dropped")
        }
        "lapse" => {
            let (from, reason) = (fund(&form.from)?, text::t(desk.lang(), "fund-lapse-reason"));
            app.act(programme, move |cx| fund_move::ask_lapsed(cx, request, from, &reason)).await?;
            Ok("done-fund-move-asked")
        }
        _ => {
            let to = if form.to.trim() == "0" { None } else { Some(fund(&form.to)?) };
            let (from, amount, reason) = (fund(&form.from)?, form::dollars(&form.amount)?, form.reason.trim().to_owned());
            app.act(programme, move |cx| fund_move::ask_move(cx, request, (from, to), amount, &reason)).await?;
            Ok("done-fund-move-asked")
        }
    }
}
