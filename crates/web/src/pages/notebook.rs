//! A territory's notebook of decisions: the notebooks somebody sits at, beginning one, and its first page: the questions
//! with what each says now, what does not hold together, what follows.

mod amending;
mod approach;
mod compare;
mod facts;
mod files;
mod minutes;
mod opening;
mod people;
mod question;
mod task;
mod toolbox;
mod workshop;

use crate::Web;
use crate::failure::{Nobody, render};
use crate::form::{Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Owner};
use app::Error;
use app::domain::ids::Actor;
use app::notebook::{self as notebooks, Consequences, Decision, Known, Seat, Seen, State, Weight, catalogue};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;
use std::sync::Arc;
use text::Lang;
use uuid::Uuid;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/notebooks", get(list).post(begin))
        .route("/notebooks/{notebook}", get(show))
        .merge(question::routes())
        .merge(amending::routes())
        .merge(approach::routes())
        .merge(task::routes())
        .merge(minutes::routes())
        .merge(workshop::routes())
        .merge(compare::routes())
        .merge(facts::routes())
        .merge(files::routes())
        .merge(opening::routes())
        .merge(people::routes())
        .merge(toolbox::routes())
}

/// The frame of a notebook's page.
fn shell(owner: &Owner, title: &str) -> Shell {
    let mut s = owner.visit.shell(title);
    s.once = owner.visit.app().surroundings.uuid().to_string();
    s
}

/// The day of an instant in Québec: a notebook has no programme to ask for its zone.
fn day_in_quebec(at: Timestamp) -> Date {
    at.to_zoned(quebec()).date()
}

fn quebec() -> TimeZone {
    TimeZone::get("America/Toronto").unwrap_or(TimeZone::UTC)
}

/// The identifier of a form that was sent.
fn request(owner: &Owner, id: &str) -> Uuid {
    Uuid::parse_str(id.trim()).unwrap_or_else(|_| owner.visit.app().surroundings.uuid())
}

/// The day it is where notebooks are kept.
fn today(owner: &Owner) -> Date {
    day_in_quebec(owner.visit.app().now())
}

/// A notebook's other pages.
struct Tabs {
    /// Its name.
    name: String,
    /// Where it is.
    base: String,
    /// Each page's words, its address, and whether it is this one.
    links: Vec<(String, String, bool)>,
    may_write: bool,
}

fn tabs(s: &Shell, seen: &Seen, here: &str) -> Tabs {
    let base = format!("/notebooks/{}", seen.cover.key);
    let tab = |key: &str, path: &str| (s.t(key), format!("{base}{path}"), path == here);
    let mut tabs = vec![
        tab("notebook-questions", ""),
        tab("notebook-approach", "/approach"),
        tab("notebook-toolbox", "/toolbox"),
        tab("notebook-compare", "/compare"),
        tab("notebook-files", "/files"),
        tab("notebook-people", "/people"),
    ];
    if seen.seat == Seat::Facilitator {
        // A programme that runs is amended; until then it is opened.
        tabs.push(match seen.cover.programme {
            Some(_) => tab("amendment-notebook", "/amend"),
            None => tab("notebook-open", "/open"),
        });
    }
    Tabs { name: seen.cover.name.clone(), base, links: tabs, may_write: seen.seat >= Seat::Member }
}

/// The parts of a notebook, in order; the territory's own questions last.
fn themes(seen: &Seen) -> Vec<(&str, Vec<&str>)> {
    let all = catalogue();
    let of = |theme: &'static str| {
        let asked = all.questions.iter().filter(move |q| q.theme == theme).map(|q| q.key.as_str());
        (theme, asked.collect::<Vec<_>>())
    };
    let mut themes: Vec<(&str, Vec<&str>)> = all.themes.iter().map(|theme| of(theme)).collect();
    let own: Vec<&str> = seen.notebook.decisions.keys().map(String::as_str).filter(|key| all.question(key).is_none()).collect();
    if !own.is_empty() {
        themes.push(("own", own));
    }
    themes
}

/// How far a notebook has come.
#[derive(Clone, Copy, Default)]
struct Progress {
    asked: u64,
    decided: u64,
    borrowed: u64,
}

fn progress(seen: &Seen) -> Progress {
    let mut progress = Progress::default();
    for (_, questions) in themes(seen) {
        for question in questions {
            let decision = seen.notebook.decision(question);
            if decision.is_some_and(|d| d.withdrawn) {
                continue;
            }
            progress.asked += 1;
            progress.decided += u64::from(decision.is_some_and(|d| d.state == State::Decided));
            progress.borrowed += u64::from(decision.is_some_and(|d| d.borrowed.is_some()));
        }
    }
    progress
}

fn contradictions(seen: &Seen) -> u64 {
    notebooks::findings(&seen.notebook).iter().filter(|f| f.weight == Weight::Contradiction).count() as u64
}

/// The name of a known programme.
fn name_of(lang: Lang, known: &Known) -> (String, String) {
    if lang == Lang::Fr {
        (known.name.fr.clone(), known.about.fr.clone())
    } else {
        (known.name.en.clone(), known.about.en.clone())
    }
}

/// A notebook in the list.
struct Cover {
    href: String,
    name: String,
    model: String,
    seat: String,
    progress: Progress,
    contradictions: u64,
    is_open: bool,
    /// How ready it is, its next step, what is late.
    ready: String,
    late: u64,
}

#[derive(Template)]
#[template(path = "notebook/list.html")]
struct ListPage {
    s: Shell,
    covers: Vec<Cover>,
    may_begin: bool,
    /// Models to begin from: short name, name, what it is.
    models: Vec<(String, String, String)>,
    form: BeginForm,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct BeginForm {
    id: String,
    name: String,
    model: String,
}

async fn list_page(owner: &Owner, s: Shell, form: BeginForm) -> Response {
    let seen = match owner.visit.app().notebooks(owner.signed.person.id).await {
        Ok(seen) => seen,
        Err(error) => return owner.visit.failure(&error),
    };
    let today = today(owner);
    let cover = |seen: &Seen| Cover {
        href: format!("/notebooks/{}", seen.cover.key),
        name: seen.cover.name.clone(),
        model: notebooks::model(s.lang, &seen.cover.model),
        seat: s.label("seat", seen.seat.key()),
        progress: progress(seen),
        contradictions: contradictions(seen),
        is_open: seen.cover.programme.is_some(),
        ready: approach::in_a_line(&s, seen, today),
        late: approach::late(seen, today),
    };
    let books = owner.signed.roles.iter().map(|(book, _)| book);
    let model = |known: &Known| {
        let (name, about) = name_of(s.lang, known);
        (known.key.clone(), name, about)
    };
    render(&ListPage {
        covers: seen.iter().map(cover).collect(),
        may_begin: notebooks::may_begin(books, Actor::Person(owner.signed.person.id)),
        models: catalogue().known.iter().filter(|known| known.model).map(model).collect(),
        form,
        s,
    })
}

async fn list(owner: Owner, Query(was): Query<Done>) -> Response {
    let mut s = shell(&owner, "nav-notebooks");
    s.done = was.message(s.lang);
    list_page(&owner, s, BeginForm::default()).await
}

async fn begin(owner: Owner, Form(form): Form<BeginForm>) -> Response {
    let app = owner.visit.app();
    let begun = app.begin_notebook(owner.signed.person.id, request(&owner, &form.id), &form.name, &form.model).await;
    match begun {
        Ok(key) => done(&format!("/notebooks/{key}"), "done-notebook-begun"),
        Err(error) => {
            let mut s = shell(&owner, "nav-notebooks");
            let status = s.say_no(&error, &Nobody, &form.id);
            status.with(list_page(&owner, s, form).await)
        }
    }
}

/// A question in the list of a notebook.
struct Line {
    href: String,
    words: String,
    answer: String,
    /// `to_discuss`… and its words.
    state: (&'static str, String),
    borrowed: String,
    is_required: bool,
    is_withdrawn: bool,
    is_found: bool,
}

/// A part of a notebook.
struct Theme {
    key: String,
    words: String,
    about: String,
    lines: Vec<Line>,
    decided: u64,
    asked: u64,
    /// The first part that is not done, and those that do not hold together.
    is_open: bool,
}

/// Something that does not hold together.
struct Said {
    is_contradiction: bool,
    words: String,
    next: String,
    /// The questions it is about: words and address.
    about: Vec<(String, String)>,
}

fn said(s: &Shell, seen: &Seen, only: Option<&str>) -> Vec<Said> {
    let base = format!("/notebooks/{}", seen.cover.key);
    let found = notebooks::findings(&seen.notebook).into_iter();
    let found = found.filter(|finding| only.is_none_or(|question| finding.questions.contains(&question)));
    found
        .map(|finding| {
            let facts = [("amount", text::money_short(s.lang, finding.amount.unwrap_or(0), "CAD").into())];
            let about = finding.questions.iter().filter(|question| only != Some(**question));
            Said {
                is_contradiction: finding.weight == Weight::Contradiction,
                words: text::tr(s.lang, &format!("finding-{}", finding.key), &facts),
                next: text::tr(s.lang, &format!("finding-{}-next", finding.key), &facts),
                about: about
                    .map(|question| {
                        let words = notebooks::in_short(s.lang, question, seen.notebook.decision(question));
                        (words, format!("{base}/q/{question}"))
                    })
                    .collect(),
            }
        })
        .collect()
}

/// What follows, as rows of words and figures.
fn follows(s: &Shell, so: &Consequences) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    let mut row = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            rows.push((s.t(key), value));
        }
    };
    let money = |cents: i64| text::money_short(s.lang, cents, "CAD");
    let number = |value: i64| text::number(s.lang, value);
    let between = |b: app::notebook::Between| {
        // Whole dollars: the least and the most are guesses about households.
        let whole = |cents: i64| money(cents / 100 * 100);
        let facts = [("low", whole(b.low).into()), ("middle", whole(b.middle).into()), ("high", whole(b.high).into())];
        text::tr(s.lang, "consequence-between", &facts)
    };
    row("consequence-given", so.given.map(between));
    row("consequence-spent", so.spent.map(between));
    row("consequence-for-coupons", so.for_coupons.map(money));
    row("consequence-for-operations", so.for_operations.map(money));
    row("consequence-short", so.short.filter(|short| *short > 0).map(money));
    row("consequence-households", so.households.map(number));
    row("consequence-handouts", so.handouts.map(number));
    row("consequence-coupons-a-week", so.coupons_a_week.map(number));
    for (value, count) in &so.coupons {
        let words = s.w("consequence-coupons", "value", money(value.0));
        rows.push((words, number(*count)));
    }
    if let Some(sheets) = so.sheets {
        rows.push((s.t("consequence-sheets"), number(sheets)));
    }
    rows
}

#[derive(Template)]
#[template(path = "notebook/notebook.html")]
struct NotebookPage {
    s: Shell,
    tabs: Tabs,
    progress: Progress,
    contradictions: u64,
    model: String,
    /// The version shown, when it is not the last.
    version: Option<u32>,
    programme: Option<String>,
    themes: Vec<Theme>,
    said: Vec<Said>,
    follows: Vec<(String, String)>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    done: String,
    version: String,
}

fn line(s: &Shell, seen: &Seen, question: &str, found: &[&str]) -> Line {
    let decision = seen.notebook.decision(question);
    let nothing = Decision::default();
    let d = decision.unwrap_or(&nothing);
    Line {
        href: format!("/notebooks/{}/q/{question}", seen.cover.key),
        words: notebooks::in_short(s.lang, question, decision),
        answer: d.answer.as_ref().map_or_else(|| s.t("notebook-no-answer"), |answer| notebooks::said(s.lang, question, answer)),
        state: (d.state.key(), s.label("decision-state", d.state.key())),
        borrowed: d
            .borrowed
            .as_deref()
            .map_or_else(String::new, |from| s.w("notebook-borrowed", "model", notebooks::model(s.lang, from))),
        is_required: catalogue().question(question).is_some_and(|q| q.required) && d.state != State::Decided,
        is_withdrawn: d.withdrawn,
        is_found: found.contains(&question),
    }
}

async fn seen(owner: &Owner, key: &str, version: Option<u32>) -> Result<Seen, Error> {
    owner.visit.app().notebook(owner.signed.person.id, key, version).await
}

async fn show(owner: Owner, At(key): At<String>, Query(asked): Query<Asked>) -> Response {
    let version = asked.version.trim().parse::<u32>().ok();
    let seen = match seen(&owner, &key, version).await {
        Ok(seen) => seen,
        Err(error) => return owner.visit.failure(&error),
    };
    let mut s = shell(&owner, "nav-notebooks");
    s.title.clone_from(&seen.cover.name);
    s.done = Done { done: asked.done }.message(s.lang);
    let findings = notebooks::findings(&seen.notebook);
    let found: Vec<&str> =
        findings.iter().filter(|f| f.weight == Weight::Contradiction).flat_map(|f| f.questions.iter().copied()).collect();
    let mut is_first = true;
    let themes = themes(&seen)
        .into_iter()
        .map(|(theme, questions)| {
            let lines: Vec<Line> = questions.into_iter().map(|question| line(&s, &seen, question, &found)).collect();
            let about = format!("theme-{theme}-about");
            let asked = lines.iter().filter(|line| !line.is_withdrawn).count() as u64;
            let decided = lines.iter().filter(|line| !line.is_withdrawn && line.state.0 == "decided").count() as u64;
            let is_next = is_first && decided < asked;
            is_first &= decided == asked;
            Theme {
                key: theme.to_owned(),
                words: s.t(&format!("theme-{theme}")),
                about: if text::has(s.lang, &about) { s.t(&about) } else { String::new() },
                is_open: is_next || lines.iter().any(|line| line.is_found),
                lines,
                decided,
                asked,
            }
        })
        .collect();
    let programme = match seen.cover.programme {
        Some(id) => {
            owner.signed.roles.iter().find(|(book, _)| book.identity.id == id).map(|(b, _)| format!("/p/{}", b.identity.key))
        }
        None => None,
    };
    render(&NotebookPage {
        tabs: tabs(&s, &seen, ""),
        progress: progress(&seen),
        contradictions: contradictions(&seen),
        model: s.w("notebook-model-of", "model", notebooks::model(s.lang, &seen.cover.model)),
        version: version.map(|_| seen.version),
        programme,
        themes,
        said: said(&s, &seen, None),
        follows: follows(&s, &notebooks::consequences(&seen.notebook)),
        s,
    })
}
