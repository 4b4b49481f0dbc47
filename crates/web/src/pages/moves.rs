//! Coupons that one organisation could pass to another: suggested, applied in two clicks.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::allotment;
use app::domain::ids::{ClassId, PartnerId};
use app::domain::reallocation::Suggestion;
use app::domain::refusal::Refusal;
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/moves", get(show).post(apply))
}

struct Row {
    from: u32,
    to: u32,
    class: u8,
    count: u64,
    from_name: String,
    to_name: String,
    letter: char,
}

#[derive(Template)]
#[template(path = "stock/moves.html")]
struct MovesPage {
    s: Shell,
    rows: Vec<Row>,
    /// Organisations that will run out within a week, in words.
    short: Vec<String>,
    may_move: bool,
}

async fn page(desk: &Desk, s: Shell) -> Response {
    let actor = desk.actor();
    let look =
        desk.app().look(desk.programme(), move |cx| Ok((allotment::suggestions(cx, actor)?, allotment::running_out(cx, actor)?)));
    let (found, short) = match look.await {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let name = |id: PartnerId| desk.book.partner(id).map_or_else(String::new, |p| p.name.clone());
    let rows = found
        .into_iter()
        .map(|Suggestion { from, to, class, count }| Row {
            from: from.0,
            to: to.0,
            class: class.0,
            count,
            from_name: name(from),
            to_name: name(to),
            letter: desk.book.class(class).map_or('?', |c| c.letter),
        })
        .collect();
    let short = short
        .into_iter()
        .map(|pace| {
            let letter = desk.book.class(pace.class).map_or('?', |c| c.letter).to_string();
            let facts = [
                ("partner", name(pace.partner).into()),
                ("letter", letter.into()),
                ("left", s.number(&pace.in_hand).into()),
                ("pace", s.number(&(pace.given / u64::from(allotment::WEEKS_SEEN))).into()),
            ];
            text::tr(s.lang, "moves-short-line", &facts)
        })
        .collect();
    render(&MovesPage { s, rows, short, may_move: desk.may(Action::RunSeason) })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("moves-title");
    s.done = was.message(desk.lang());
    page(&desk, s).await
}

#[derive(Deserialize, Default)]
struct MoveForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    class: String,
    #[serde(default)]
    count: String,
}

async fn apply(desk: Desk, Form(form): Form<MoveForm>) -> Response {
    let request = form::request(&desk, &form.id);
    let asked = (|| {
        let partner = |text: &str| form::chosen(text, |partner| Refusal::UnknownPartner { partner }).map(PartnerId);
        let class = form.class.parse().map(ClassId).map_err(|_| Refusal::UnknownClass { class: form.class.clone() })?;
        let count = form.count.parse().map_err(|_| Refusal::Nothing)?;
        Ok::<_, Refusal>(Suggestion { from: partner(&form.from)?, to: partner(&form.to)?, class, count })
    })();
    let result = match asked {
        Ok(asked) => desk.app().act(desk.programme(), move |cx| allotment::pass_on(cx, request, asked)).await.map(drop),
        Err(refusal) => Err(refusal.into()),
    };
    match result {
        Ok(()) => done(&format!("/p/{}/moves", desk.book.identity.key), "done-passed-on"),
        Err(error) => {
            let mut s = desk.shell("moves-title");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s).await)
        }
    }
}
