//! One question: why it is asked, what the law says, what others chose, and what this territory writes.

use super::{Said, Tabs, day_in_quebec, request, said, seen, shell, tabs, themes};
use crate::Web;
use crate::failure::{Nobody, render};
use crate::form::{Done, day, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Owner};
use app::Error;
use app::domain::refusal::Refusal;
use app::notebook::question::Kind;
use app::notebook::{self as notebooks, Change, Decision, Past, Seen, State, catalogue};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use std::collections::BTreeMap;
use std::sync::Arc;
use text::Lang;

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/notebooks/{notebook}/q/{question}", get(show).post(write)).route("/notebooks/{notebook}/own", post(own))
}

/// What a form says, field by field: options have a field each.
type Fields = BTreeMap<String, String>;

/// An option to choose.
struct Pick {
    key: String,
    words: String,
    is_chosen: bool,
}

/// What a known programme chose.
struct Other {
    name: String,
    words: String,
    is_inferred: bool,
    source: String,
    /// Where it is corrected, for whoever does.
    correct: String,
}

/// An entry about this question.
struct Before {
    when: String,
    answer: String,
    state: String,
    reasons: String,
}

#[derive(Template)]
#[template(path = "notebook/question.html")]
struct QuestionPage {
    s: Shell,
    tabs: Tabs,
    key: String,
    why: String,
    help: String,
    decides: String,
    law: Vec<(String, String, bool)>,
    others: Vec<Other>,
    /// Known programmes that published nothing about it, for whoever may have found it since: name and address.
    silent: Vec<(String, String)>,
    has_others: bool,
    /// `choice`, `several`, `lines` or `line`.
    field: &'static str,
    picks: Vec<Pick>,
    states: Vec<Pick>,
    form: Fields,
    borrowed: String,
    said: Vec<Said>,
    past: Vec<Before>,
    next: Option<String>,
}

impl QuestionPage {
    fn value(&self, field: &str) -> &str {
        self.form.get(field).map_or("", String::as_str)
    }

    fn is_on(&self, field: &str) -> bool {
        self.value(field) == "on"
    }
}

/// What the notebook says, as the form shows it.
fn fields(decision: Option<&Decision>) -> Fields {
    let Some(d) = decision else { return Fields::new() };
    let mut fields = Fields::new();
    let mut put = |name: &str, value: String| fields.insert(name.to_owned(), value);
    put("answer", d.answer.as_ref().map(notebooks::Answer::written).unwrap_or_default());
    put("state", d.state.key().to_owned());
    put("reasons", d.reasons.clone());
    put("by", d.by.clone());
    put("on", d.on.map_or_else(String::new, |day| day.to_string()));
    put("meeting", d.meeting.clone());
    put("dissent", d.dissent.clone());
    put("renamed", d.renamed.clone());
    if d.withdrawn {
        put("withdrawn", "on".to_owned());
    }
    for option in d.answer.iter().flat_map(notebooks::Answer::options) {
        put(&format!("answer-{option}"), "on".to_owned());
    }
    fields
}

fn in_words(s: &Shell, question: &str, past: &Past) -> Before {
    let at = text::date(s.lang, day_in_quebec(past.written_at));
    let who = if past.author.is_empty() { s.t("notebook-past-model") } else { past.author.clone() };
    let d = &past.decision;
    Before {
        when: format!("{who} · {at}"),
        answer: d.answer.as_ref().map_or_else(|| s.t("notebook-no-answer"), |a| notebooks::said(s.lang, question, a)),
        state: s.label("decision-state", d.state.key()),
        reasons: d.reasons.clone(),
    }
}

fn in_lang(lang: Lang, fr: &str, en: &str) -> String {
    if lang == Lang::Fr { fr.to_owned() } else { en.to_owned() }
}

async fn page(owner: &Owner, mut s: Shell, seen: &Seen, question: &str, form: Fields) -> Response {
    let lang = s.lang;
    let past = match owner.visit.app().notebook_past(owner.signed.person.id, &seen.cover.key, Some(question.to_owned())).await {
        Ok(past) => past,
        Err(error) => return owner.visit.failure(&error),
    };
    let decision = seen.notebook.decision(question);
    s.title = notebooks::asked(lang, question, decision);
    let asked = catalogue().question(question);
    let all = match owner.visit.app().catalogue().await {
        Ok(all) => all,
        Err(error) => return owner.visit.failure(&error),
    };
    let corrects = super::facts::may_correct(owner);
    let address = |known: &str| if corrects { format!("/facts/{known}/{question}") } else { String::new() };
    let others: Vec<Other> = all
        .known
        .iter()
        .filter_map(|known| {
            let fact = known.fact.get(question)?;
            let source = known.source.iter().find(|source| source.key == fact.source);
            Some(Other {
                name: super::name_of(lang, known).0,
                words: in_lang(lang, &fact.fr, &fact.en),
                is_inferred: fact.inferred,
                correct: address(&known.key),
                source: s.ww(
                    "notebook-source",
                    "source",
                    source.map_or("", |s| s.title.as_str()),
                    "day",
                    text::date(lang, fact.read_on),
                ),
            })
        })
        .collect();
    let silent = all.known.iter().filter(|known| corrects && asked.is_some() && !known.fact.contains_key(question));
    let silent = silent.map(|known| (super::name_of(lang, known).0, address(&known.key))).collect();
    let chosen = |key: &str| form.get("answer").is_some_and(|a| a == key) || form.contains_key(&format!("answer-{key}"));
    let pick =
        |key: &String| Pick { key: key.clone(), words: s.t(&format!("decision-{question}-is-{key}")), is_chosen: chosen(key) };
    let state = form.get("state").map_or("to_discuss", String::as_str);
    let states = State::EVERY.into_iter().map(|one| Pick {
        key: one.key().to_owned(),
        words: s.label("decision-state", one.key()),
        is_chosen: one.key() == state,
    });
    let order: Vec<&str> = themes(seen).into_iter().flat_map(|(_, questions)| questions).collect();
    let next = order.iter().position(|key| *key == question).and_then(|at| order.get(at + 1));
    render(&QuestionPage {
        tabs: tabs(&s, seen, "/q"),
        key: question.to_owned(),
        why: asked.map_or_else(String::new, |_| s.t(&format!("decision-{question}-why"))),
        help: asked
            .map(|_| format!("decision-{question}-help"))
            .filter(|key| text::has(lang, key))
            .map_or_else(String::new, |key| s.t(&key)),
        decides: asked.map_or_else(String::new, |q| s.w("notebook-decides", "who", s.label("decides", q.decides.key()))),
        law: catalogue()
            .law(question)
            .map(|law| (in_lang(lang, &law.fr, &law.en), law.source.clone(), law.to_validate))
            .collect(),
        has_others: asked.is_some(),
        others,
        silent,
        field: match asked.map(|q| q.kind) {
            Some(Kind::Choice) => "choice",
            Some(Kind::Several) => "several",
            Some(Kind::Scale | Kind::Funds | Kind::Amounts) => "lines",
            Some(Kind::Date) => "date",
            _ => "line",
        },
        picks: asked.map_or_else(Vec::new, |q| q.options.iter().map(pick).collect()),
        states: states.collect(),
        borrowed: decision
            .and_then(|d| d.borrowed.as_deref())
            .map_or_else(String::new, |from| s.w("notebook-borrowed", "model", notebooks::model(lang, from))),
        said: said(&s, seen, Some(question)),
        past: past.iter().map(|past| in_words(&s, question, past)).collect(),
        next: next.map(|key| format!("/notebooks/{}/q/{key}", seen.cover.key)),
        form,
        s,
    })
}

async fn show(owner: Owner, At((key, question)): At<(String, String)>, Query(was): Query<Done>) -> Response {
    let seen = match seen(&owner, &key, None).await {
        Ok(seen) if seen.notebook.decision(&question).is_some() || catalogue().question(&question).is_some() => seen,
        Ok(_) => return owner.visit.failure(&Refusal::NotFound.into()),
        Err(error) => return owner.visit.failure(&error),
    };
    let mut s = shell(&owner, "nav-notebooks");
    s.done = was.message(s.lang);
    let form = fields(seen.notebook.decision(&question));
    page(&owner, s, &seen, &question, form).await
}

/// What a form asks to write.
fn change(question: &str, form: &Fields) -> Result<Change, Refusal> {
    let get = |name: &str| form.get(name).map(|value| value.trim().to_owned()).unwrap_or_default();
    let asked = catalogue().question(question);
    let several = asked.is_some_and(|q| q.kind == Kind::Several);
    let answer = if several {
        let on = asked.into_iter().flat_map(|q| &q.options).filter(|option| form.contains_key(&format!("answer-{option}")));
        on.cloned().collect::<Vec<_>>().join("\n")
    } else {
        get("answer")
    };
    Ok(Change {
        answer,
        state: State::named(&get("state")).unwrap_or_default(),
        reasons: get("reasons"),
        by: get("by"),
        on: if get("on").is_empty() { None } else { Some(day(&get("on"))?) },
        meeting: get("meeting"),
        dissent: get("dissent"),
        renamed: get("renamed"),
        withdrawn: get("withdrawn") == "on",
    })
}

async fn write(owner: Owner, At((key, question)): At<(String, String)>, Form(form): Form<Fields>) -> Response {
    let id = form.get("id").cloned().unwrap_or_default();
    let written = match change(&question, &form) {
        Ok(change) => {
            let app = owner.visit.app();
            app.write_notebook(owner.signed.person.id, request(&owner, &id), &key, &question, change).await
        }
        Err(refusal) => Err(refusal.into()),
    };
    match written {
        Ok(()) => {
            let next = form.get("next").filter(|next| next.starts_with("/notebooks/"));
            let there = next.cloned().unwrap_or_else(|| format!("/notebooks/{key}/q/{question}"));
            done(&there, "done-notebook-written")
        }
        Err(error) => no(&owner, &key, &question, form, &id, &error).await,
    }
}

async fn no(owner: &Owner, key: &str, question: &str, form: Fields, id: &str, error: &Error) -> Response {
    let seen = match seen(owner, key, None).await {
        Ok(seen) if catalogue().question(question).is_some() || seen.notebook.decision(question).is_some() => seen,
        Ok(_) => return owner.visit.failure(&Refusal::NotFound.into()),
        Err(error) => return owner.visit.failure(&error),
    };
    let mut s = shell(owner, "nav-notebooks");
    let status = s.say_no(error, &Nobody, id);
    status.with(page(owner, s, &seen, question, form).await)
}

async fn own(owner: Owner, At(key): At<String>, Form(form): Form<Fields>) -> Response {
    let id = form.get("id").cloned().unwrap_or_default();
    let asked = form.get("asked").cloned().unwrap_or_default();
    match owner.visit.app().ask_own(owner.signed.person.id, request(&owner, &id), &key, &asked).await {
        Ok(question) => done(&format!("/notebooks/{key}/q/{question}"), "done-notebook-written"),
        Err(error) => owner.visit.failure(&error),
    }
}
