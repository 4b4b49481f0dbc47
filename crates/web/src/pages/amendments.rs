//! What a programme decided, and the amendments of a running season: asked for with a changed file, confirmed by another.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{FormWithFile, Query};
use crate::visit::Desk;
use app::Error;
use app::amendment;
use app::domain::amendment::{Amendment, Change, Progress};
use app::domain::ids::Actor;
use app::domain::programme::Band;
use app::domain::refusal::Refusal;
use app::people;
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/amendments", get(show).post(change))
}

/// A decision that changes: what it is about, before, after.
pub(super) struct Line {
    pub(super) what: String,
    pub(super) before: String,
    pub(super) after: String,
}

/// Changes in words.
pub(super) fn lines(s: &Shell, changes: &[Change], bands: &[Band]) -> Vec<Line> {
    let said = |change: &Change| Line {
        what: text::decision(s.lang, &change.what, bands),
        before: match change.before {
            Some(value) => text::decided(s.lang, &change.what, value),
            None => s.t("amendment-new-size"),
        },
        after: text::decided(s.lang, &change.what, change.after),
    };
    changes.iter().map(said).collect()
}

/// An amendment, the last one first.
struct Row {
    number: String,
    from: String,
    /// The colour and the words of how far it has come.
    state: (&'static str, String),
    reason: String,
    people: Vec<String>,
    lines: Vec<Line>,
    waits: bool,
    is_own: bool,
}

#[derive(Template)]
#[template(path = "amendment/amendments.html")]
struct AmendmentsPage {
    s: Shell,
    /// What is decided today: about what, and what it says.
    decided: Vec<(String, String)>,
    rows: Vec<Row>,
    may_ask: bool,
    may_second: bool,
    form: AmendmentForm,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct AmendmentForm {
    id: String,
    /// `ask`, `confirm` or `drop`.
    act: String,
    number: String,
    from: String,
    reason: String,
}

fn row(s: &Shell, amendment: &Amendment, actor: Actor, in_force: bool, name: impl Fn(Actor) -> String) -> Row {
    let person = |key: &str, who: Actor| s.w(key, "who", name(who));
    let mut people = vec![person("amendment-asked-by", amendment.asked_by)];
    let state = match amendment.progress {
        Progress::Asked => ("wait", s.t("amendment-waits")),
        Progress::Confirmed { by } => {
            people.push(person("amendment-confirmed-by", by));
            if in_force { ("", s.t("amendment-is-in-force")) } else { ("wait", s.t("amendment-coming")) }
        }
        Progress::Dropped { by } => {
            people.push(person("amendment-dropped-by", by));
            ("void", s.t("amendment-dropped"))
        }
    };
    Row {
        number: amendment.number.to_string(),
        from: s.date(&amendment.from),
        state,
        reason: amendment.reason.clone(),
        people,
        lines: lines(s, &amendment.changes(), &amendment.after.bands),
        waits: amendment.progress == Progress::Asked,
        is_own: amendment.asked_by == actor,
    }
}

async fn page(desk: &Desk, s: Shell, form: AmendmentForm) -> Response {
    let actor = desk.actor();
    let found = desk
        .app()
        .look(desk.programme(), move |cx| {
            let book = amendment::list(cx, actor)?;
            let mut names = Vec::new();
            for amendment in &book.amendments {
                let second = match amendment.progress {
                    Progress::Asked => None,
                    Progress::Confirmed { by } | Progress::Dropped { by } => Some(by),
                };
                for who in std::iter::once(amendment.asked_by).chain(second) {
                    names.push((who, people::name_of(cx, who)?));
                }
            }
            Ok((book, names))
        })
        .await;
    let (book, names) = match found {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let name = |who: Actor| names.iter().find(|(one, _)| *one == who).map_or_else(String::new, |(_, name)| name.clone());
    let decided = book.decided().values();
    let today = book.day_of(desk.app().now());
    render(&AmendmentsPage {
        decided: decided
            .iter()
            .map(|(what, value)| (text::decision(s.lang, what, &book.bands), text::decided(s.lang, what, *value)))
            .collect(),
        rows: book.amendments.iter().rev().map(|one| row(&s, one, actor, one.is_in_force(today), name)).collect(),
        may_ask: desk.may(Action::Configure) && book.closed_at.is_none() && book.amendment_asked().is_none(),
        may_second: desk.may(Action::Second),
        form,
        s,
    })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-amendments");
    s.done = was.message(desk.lang());
    page(&desk, s, AmendmentForm::default()).await
}

async fn change(desk: Desk, sent: FormWithFile<AmendmentForm>) -> Response {
    match apply(&desk, &sent).await {
        Ok(message) => done(&format!("/p/{}/amendments", desk.book.identity.key), message),
        Err(error) => {
            let mut s = desk.shell("nav-amendments");
            let status = s.say_no(&error, &*desk.book, &sent.fields.id);
            status.with(page(&desk, s, sent.fields).await)
        }
    }
}

async fn apply(desk: &Desk, sent: &FormWithFile<AmendmentForm>) -> Result<&'static str, Error> {
    let form = &sent.fields;
    let request = form::request(desk, &form.id);
    let (app, programme) = (desk.app(), desk.programme());
    let number = || form::number(&form.number).ok_or(Refusal::NotFound);
    match form.act.as_str() {
        // Before the file is read: whoever may not is told so, whatever it says.
        "ask" if !desk.may(Action::Configure) => Err(Refusal::NotPermitted.into()),
        "ask" => {
            if let Some(problem) = &sent.problem {
                return Err(problem.clone().into());
            }
            let (from, reason) = (form::day(&form.from)?, form.reason.clone());
            let after = amendment::of_file(&desk.book, &sent.file)?;
            app.act(programme, move |cx| amendment::ask_for(cx, request, from, after.clone(), &reason)).await?;
            Ok("done-amendment-asked")
        }
        "confirm" => {
            let number = number()?;
            app.act(programme, move |cx| amendment::confirm(cx, request, number)).await?;
            Ok("done-amendment-confirmed")
        }
        "drop" => {
            let number = number()?;
            app.act(programme, move |cx| amendment::give_up(cx, request, number)).await?;
            Ok("done-amendment-dropped")
        }
        _ => Err(Refusal::Nothing.into()),
    }
}
