//! The minutes of a meeting: who was there, what was said, and the questions that it settled, all at once.

use super::{Tabs, request, seen, shell, tabs, themes, today};
use crate::Web;
use crate::failure::{Nobody, render};
use crate::form::{day, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Owner};
use app::Error;
use app::notebook::way::{self, Meeting, course};
use app::notebook::{self as notebooks, Minutes, Seen, State, catalogue};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/notebooks/{notebook}/minutes", get(show).post(write))
}

/// What a form says, field by field: questions have a field each.
type Fields = BTreeMap<String, String>;

/// A question that the meeting may have settled.
struct Pick {
    key: String,
    words: String,
    answer: String,
    href: String,
    is_chosen: bool,
    has_answer: bool,
}

#[derive(Template)]
#[template(path = "notebook/minutes.html")]
struct MinutesPage {
    s: Shell,
    tabs: Tabs,
    workshops: Vec<(String, String)>,
    groups: Vec<(String, Vec<Pick>)>,
    form: Fields,
}

impl MinutesPage {
    fn value(&self, field: &str) -> &str {
        self.form.get(field).map_or("", String::as_str)
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    workshop: String,
}

/// The questions of a workshop, or every question that is not decided, by theme.
fn groups(s: &Shell, seen: &Seen, workshop: Option<&way::Workshop>, form: &Fields) -> Vec<(String, Vec<Pick>)> {
    let pick = |question: &str| {
        let decision = seen.notebook.decision(question);
        let answer = decision.and_then(|decision| decision.answer.as_ref());
        Pick {
            key: question.to_owned(),
            words: notebooks::in_short(s.lang, question, decision),
            answer: answer.map_or_else(|| s.t("notebook-no-answer"), |answer| notebooks::said(s.lang, question, answer)),
            href: format!("/notebooks/{}/q/{question}", seen.cover.key),
            is_chosen: form.contains_key(&format!("q-{question}")),
            has_answer: answer.is_some(),
        }
    };
    let is_open = |question: &&str| {
        let is_decided = seen.notebook.decision(question).is_some_and(|decision| decision.state == State::Decided);
        let was_asked = form.contains_key(&format!("q-{question}"));
        was_asked || (!is_decided && !course().is_moot(&seen.notebook, question))
    };
    if let Some(workshop) = workshop {
        let cards = way::cards(course(), catalogue(), &seen.notebook, workshop);
        let voted = cards.iter().map(|card| card.question.key.as_str());
        let read = way::confirms(course(), &seen.notebook, workshop).into_iter();
        return vec![(s.t("approach-cards"), voted.map(pick).collect()), (s.t("approach-confirms"), read.map(pick).collect())];
    }
    let group = |(theme, questions): (&str, Vec<&str>)| {
        let open: Vec<Pick> = questions.into_iter().filter(is_open).map(pick).collect();
        (s.t(&format!("theme-{theme}")), open)
    };
    themes(seen).into_iter().map(group).filter(|(_, open)| !open.is_empty()).collect()
}

fn page(s: Shell, seen: &Seen, form: Fields) -> Response {
    let workshop = form.get("workshop").and_then(|key| course().workshop(key));
    render(&MinutesPage {
        tabs: tabs(&s, seen, "/approach"),
        workshops: course()
            .workshop
            .iter()
            .map(|one| (one.key.clone(), s.t(&format!("approach-workshop-{}", one.key))))
            .collect(),
        groups: groups(&s, seen, workshop, &form),
        form,
        s,
    })
}

async fn show(owner: Owner, At(key): At<String>, Query(asked): Query<Asked>) -> Response {
    let s = shell(&owner, "approach-minutes");
    let mut form = Fields::from([("on".to_owned(), today(&owner).to_string())]);
    if let Some(workshop) = course().workshop(&asked.workshop) {
        form.insert("workshop".to_owned(), workshop.key.clone());
        form.insert("name".to_owned(), s.t(&format!("approach-workshop-{}", workshop.key)));
    }
    match seen(&owner, &key, None).await {
        Ok(seen) => page(s, &seen, form),
        Err(error) => owner.visit.failure(&error),
    }
}

async fn write(owner: Owner, At(key): At<String>, Form(form): Form<Fields>) -> Response {
    let id = form.get("id").cloned().unwrap_or_default();
    match apply(&owner, &key, &id, &form).await {
        Ok(()) => done(&format!("/notebooks/{key}/approach"), "done-minutes"),
        Err(error) => match seen(&owner, &key, None).await {
            Ok(seen) => {
                let mut s = shell(&owner, "approach-minutes");
                let status = s.say_no(&error, &Nobody, &id);
                status.with(page(s, &seen, form))
            }
            Err(error) => owner.visit.failure(&error),
        },
    }
}

async fn apply(owner: &Owner, key: &str, id: &str, form: &Fields) -> Result<(), Error> {
    let get = |name: &str| form.get(name).map(|value| value.trim().to_owned()).unwrap_or_default();
    let meeting = Meeting {
        name: get("name"),
        on: Some(day(&get("on"))?),
        workshop: get("workshop"),
        present: get("present"),
        notes: get("notes"),
        decided: form.keys().filter_map(|field| field.strip_prefix("q-")).map(str::to_owned).collect(),
    };
    let state = State::named(&get("state")).unwrap_or(State::Decided);
    let minutes = Minutes { meeting, by: get("by"), state };
    owner.visit.app().hold_meeting(owner.signed.person.id, request(owner, id), key, minutes).await
}
