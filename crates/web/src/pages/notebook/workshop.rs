//! A workshop on paper: its agenda by the minute, its cards, what is read aloud, and a sheet to write the decisions on by
//! hand. A room without a computer needs nothing else.

use super::approach::by_when;
use super::{Tabs, seen, shell, tabs};
use crate::Web;
use crate::failure::render;
use crate::page::Shell;
use crate::visit::{At, Owner};
use app::domain::refusal::Refusal;
use app::notebook::way::{self, Choice, How, course};
use app::notebook::{self as notebooks, Seen, catalogue};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/notebooks/{notebook}/workshops/{workshop}", get(show))
}

/// A part of the agenda.
struct Part {
    from: String,
    minutes: String,
    words: String,
    how: String,
}

/// A card to cut out.
struct CardView {
    number: usize,
    asked: String,
    how: String,
    choices: Vec<String>,
    /// Whether one writes the answer rather than choose it.
    writes: bool,
}

/// A question that is read aloud, with what the notebook proposes.
struct Read {
    words: String,
    answer: String,
    borrowed: String,
}

#[derive(Template)]
#[template(path = "notebook/workshop.html")]
struct WorkshopPage {
    s: Shell,
    tabs: Tabs,
    key: String,
    about: String,
    when: String,
    total: String,
    objectives: Vec<String>,
    materials: Vec<String>,
    seats: Vec<String>,
    parts: Vec<Part>,
    cards: Vec<CardView>,
    read: Vec<Read>,
}

fn card(s: &Shell, seen: &Seen, (at, card): (usize, &way::Card<'_>)) -> CardView {
    let question = card.question.key.as_str();
    let choice = |choice: &Choice| match choice {
        Choice::Option(option) => s.t(&format!("decision-{question}-is-{option}")),
        Choice::Known(answer) => notebooks::said(s.lang, question, answer),
    };
    CardView {
        number: at + 1,
        asked: notebooks::asked(s.lang, question, seen.notebook.decision(question)),
        how: s.t(&format!("approach-how-{}", card.how.key())),
        choices: card.choices.iter().map(choice).collect(),
        writes: card.how == How::Write,
    }
}

fn read(s: &Shell, seen: &Seen, question: &str) -> Read {
    let decision = seen.notebook.decision(question);
    let answer = decision.and_then(|decision| decision.answer.as_ref());
    let borrowed = decision.and_then(|decision| decision.borrowed.as_deref());
    Read {
        words: notebooks::asked(s.lang, question, decision),
        answer: answer.map_or_else(|| s.t("notebook-no-answer"), |answer| notebooks::said(s.lang, question, answer)),
        borrowed: borrowed.map_or_else(String::new, |from| s.w("notebook-borrowed", "model", notebooks::model(s.lang, from))),
    }
}

async fn show(owner: Owner, At((key, name)): At<(String, String)>) -> Response {
    let seen = match seen(&owner, &key, None).await {
        Ok(seen) => seen,
        Err(error) => return owner.visit.failure(&error),
    };
    let Some(workshop) = course().workshop(&name) else { return owner.visit.failure(&Refusal::NotFound.into()) };
    let mut s = shell(&owner, "approach-workshops");
    s.title = s.t(&format!("approach-workshop-{name}"));
    let (timed, total) = way::agenda(workshop);
    let minutes = |count: u16| s.nw("approach-minute-count", &u64::from(count), "number", s.number(&u64::from(count)));
    let part = |timed: &way::Timed<'_>| Part {
        from: format!("{}:{:02}", timed.from / 60, timed.from % 60),
        minutes: minutes(timed.activity.minutes),
        words: s.t(&format!("approach-activity-{}", timed.activity.key)),
        how: s.t(&format!("approach-activity-{}-how", timed.activity.key)),
    };
    let season = super::approach::season(&seen);
    let plan = way::plan(course(), &seen.notebook, &seen.approach, season);
    let due = plan.iter().find(|task| task.task == workshop.task).and_then(|task| task.due);
    let said = |family: &str, keys: &[String]| keys.iter().map(|key| s.t(&format!("approach-{family}-{key}"))).collect();
    let cards = way::cards(course(), catalogue(), &seen.notebook, workshop);
    render(&WorkshopPage {
        tabs: tabs(&s, &seen, "/approach"),
        about: s.t(&format!("approach-workshop-{name}-about")),
        when: by_when(&s, due),
        total: minutes(total),
        objectives: said("objective", &workshop.objectives),
        materials: said("material", &workshop.materials),
        seats: said("seat", &workshop.seats),
        parts: timed.iter().map(part).collect(),
        cards: cards.iter().enumerate().map(|one| card(&s, &seen, one)).collect(),
        read: way::confirms(course(), &seen.notebook, workshop).into_iter().map(|question| read(&s, &seen, question)).collect(),
        key: name,
        s,
    })
}
