//! The end of the season: what is left to do, each with its page; ending coupons; closing.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::todo::step_page;
use crate::visit::Desk;
use crate::work::Product;
use app::checklist::{self, Progress, Step};
use app::domain::refusal::Refusal;
use app::fund_move::{self, Lapsed};
use app::fund_report::paper;
use app::permit::Action;
use app::season::{self, Left};
use app::{App, Error};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/season", get(show).post(change))
}

#[derive(Template)]
#[template(path = "season/season.html")]
struct SeasonPage {
    s: Shell,
    /// Words and day of each of the season's dates.
    dates: Vec<(String, String)>,
    closed: Option<String>,
    left: Left,
    steps: Vec<StepRow>,
    lapsed: Vec<LapsedRow>,
    may_run: bool,
    may_move: bool,
    is_ready: bool,
}

/// What is left in a fund, in words.
struct LapsedRow {
    fund: u32,
    name: String,
    left: String,
    /// What waits for a second person.
    asked: Option<String>,
    decided: String,
    /// What may be asked for now.
    button: Option<String>,
}

fn lapsed_row(desk: &Desk, s: &Shell, lapsed: &Lapsed) -> LapsedRow {
    let button = lapsed.to_ask().map(|(cents, to)| {
        let key = if to.is_some() { "fund-lapse-ask-carry" } else { "fund-lapse-ask-back" };
        s.w(key, "amount", s.money(&cents))
    });
    LapsedRow {
        fund: lapsed.fund.id.0,
        name: lapsed.fund.name.clone(),
        left: s.w("fund-lapse-left", "amount", s.money(&lapsed.cents)),
        asked: (lapsed.asked_cents > 0).then(|| s.w("fund-lapse-asked", "amount", s.money(&lapsed.asked_cents))),
        decided: paper::lapse(s.lang, &desk.book, lapsed.fund.terms.lapse),
        button,
    }
}

/// A step of the season, in words.
struct StepRow {
    words: String,
    hint: String,
    /// Where it is done, for whoever has that page.
    page: Option<&'static str>,
    /// `done`, `to-do` or `later`.
    at: &'static str,
}

fn step_row(desk: &Desk, s: &Shell, step: Step, at: Progress) -> StepRow {
    let at = match at {
        Progress::Done => "done",
        Progress::ToDo => "to-do",
        Progress::Later => "later",
    };
    let page = Some(step_page(step)).filter(|page| {
        let href = format!("{}/{page}", s.base());
        desk.may(Action::RunSeason) || s.nav.iter().any(|link| link.href == href)
    });
    StepRow { words: s.label("season-step", step.key()), hint: s.hint("season-step", step.key()), page, at }
}

#[derive(Deserialize, Default)]
struct SeasonForm {
    #[serde(default)]
    id: String,
    /// `expire` or `close`.
    #[serde(default)]
    act: String,
    /// `on` when the person said that it cannot be undone.
    #[serde(default)]
    sure: String,
}

async fn page(desk: &Desk, s: Shell) -> Response {
    let (actor, today) = (desk.actor(), desk.book.day_of(desk.app().now()));
    let found = desk.app().look(desk.programme(), move |cx| {
        Ok((season::left(cx, actor, today)?, checklist::checklist(cx, actor)?, fund_move::lapsed(cx, actor)?))
    });
    let (left, steps, lapsed) = match found.await {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let season = desk.book.season;
    let dates = [
        ("programme-starts", season.starts_on),
        ("programme-ends", season.ends_on),
        ("programme-last-claim", season.last_claim_on),
    ];
    render(&SeasonPage {
        dates: dates.iter().map(|(key, day)| (s.t(key), s.date(day))).collect(),
        closed: desk.book.closed_at.map(|at| s.date(&desk.book.day_of(at))),
        is_ready: left.disputes == 0 && left.unpaid == 0 && left.live == 0,
        may_run: desk.may(Action::RunSeason),
        may_move: desk.may(Action::ReceiveMoney),
        lapsed: lapsed.iter().map(|lapsed| lapsed_row(desk, &s, lapsed)).collect(),
        steps: steps.into_iter().map(|(step, at)| step_row(desk, &s, step, at)).collect(),
        left,
        s,
    })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-season");
    s.done = was.message(desk.lang());
    page(&desk, s).await
}

async fn change(desk: Desk, Form(form): Form<SeasonForm>) -> Response {
    match apply(&desk, &form).await {
        Ok(answer) => answer,
        Err(error) => {
            let mut s = desk.shell("nav-season");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s).await)
        }
    }
}

async fn apply(desk: &Desk, form: &SeasonForm) -> Result<Response, Error> {
    if form.sure != "on" {
        return Err(Refusal::Unconfirmed.into());
    }
    let (request, today) = (form::request(desk, &form.id), desk.book.day_of(desk.app().now()));
    let programme = desk.programme();
    let (title, message) = match form.act.as_str() {
        "expire" => ("work-expire", "done-expired"),
        "close" => ("work-close", "done-closed"),
        _ => return Err(Refusal::Nothing.into()),
    };
    let act =
        move |app: App| async move {
            app.act(programme, move |cx| {
                if title == "work-expire" { season::expire(cx, request, today) } else { season::close(cx, request) }
            })
            .await
        };
    let path = format!("/p/{}/season", desk.book.identity.key);
    desk.long((title, "/season"), act, move |_| Product::page(move |_| done(&path, message))).await
}
