//! What a known programme chose about a question, corrected by the province-wide network.

use super::{name_of, shell};
use crate::Web;
use crate::failure::{Nobody, render};
use crate::form::{Done, day, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Owner};
use app::Error;
use app::domain::ids::Actor;
use app::domain::refusal::Refusal;
use app::notebook::{self as notebooks, Answer, Correction, catalogue};
use app::opening::may_open;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/facts/{known}/{question}", get(show).post(correct))
}

/// Whether somebody corrects facts.
pub(super) fn may_correct(owner: &Owner) -> bool {
    may_open(owner.signed.roles.iter().map(|(book, _)| book), Actor::Person(owner.signed.person.id))
}

#[derive(Template)]
#[template(path = "notebook/fact.html")]
struct FactPage {
    s: Shell,
    known: String,
    help: String,
    action: String,
    form: FactForm,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct FactForm {
    id: String,
    fr: String,
    en: String,
    answer: String,
    source: String,
    read_on: String,
    inferred: String,
}

fn page(owner: &Owner, mut s: Shell, known: &str, question: &str, form: FactForm) -> Response {
    let (Some(programme), Some(_)) = (catalogue().known(known), catalogue().question(question)) else {
        return owner.visit.failure(&Refusal::NotFound.into());
    };
    s.title = notebooks::asked(s.lang, question, None);
    let help = format!("decision-{question}-help");
    render(&FactPage {
        known: name_of(s.lang, programme).0,
        help: if text::has(s.lang, &help) { s.t(&help) } else { String::new() },
        action: format!("/facts/{known}/{question}"),
        form,
        s,
    })
}

async fn show(owner: Owner, At((known, question)): At<(String, String)>, Query(was): Query<Done>) -> Response {
    if !may_correct(&owner) {
        return owner.visit.failure(&Refusal::NotPermitted.into());
    }
    let all = match owner.visit.app().catalogue().await {
        Ok(all) => all,
        Err(error) => return owner.visit.failure(&error),
    };
    let mut s = shell(&owner, "nav-notebooks");
    s.done = was.message(s.lang);
    let fact = all.known(&known).and_then(|programme| Some((programme, programme.fact.get(&question)?)));
    let form = fact.map_or_else(FactForm::default, |(programme, fact)| {
        let source = programme.source.iter().find(|source| source.key == fact.source);
        let answer = all.question(&question).and_then(|asked| fact.answer(asked));
        FactForm {
            id: String::new(),
            fr: fact.fr.clone(),
            en: fact.en.clone(),
            answer: answer.as_ref().map(Answer::written).unwrap_or_default(),
            source: source.map_or_else(String::new, |source| source.title.clone()),
            read_on: fact.read_on.to_string(),
            inferred: if fact.inferred { "on".to_owned() } else { String::new() },
        }
    });
    page(&owner, s, &known, &question, form)
}

async fn correct(owner: Owner, At((known, question)): At<(String, String)>, Form(form): Form<FactForm>) -> Response {
    match apply(&owner, &known, &question, &form).await {
        Ok(()) => done(&format!("/facts/{known}/{question}"), "done-fact-corrected"),
        Err(error) => {
            let mut s = shell(&owner, "nav-notebooks");
            let status = s.say_no(&error, &Nobody, &form.id);
            status.with(page(&owner, s, &known, &question, form))
        }
    }
}

async fn apply(owner: &Owner, known: &str, question: &str, form: &FactForm) -> Result<(), Error> {
    let said = Correction {
        fr: form.fr.clone(),
        en: form.en.clone(),
        answer: form.answer.clone(),
        source: form.source.clone(),
        read_on: day(&form.read_on)?,
        inferred: form.inferred == "on",
    };
    owner.visit.app().correct_fact(owner.signed.person.id, known, question, said).await
}
