//! Long-term plans: the list, beginning one, a plan's page, its files.

mod edit;
mod show;

use crate::Web;
use crate::failure::{Nobody, render};
use crate::form::{Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Owner;
use app::Error;
use app::domain::ids::Actor;
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::notebook::catalogue;
use app::scenario::{self, Beginning, Seen, paper};
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
    Router::new().route("/scenarios", get(list).post(begin)).merge(show::routes()).merge(edit::routes())
}

/// The frame of a page of plans.
fn shell(owner: &Owner, title: &str) -> Shell {
    let mut s = owner.visit.shell(title);
    s.once = owner.visit.app().surroundings.uuid().to_string();
    s
}

/// The identifier of a form that was sent.
fn request(owner: &Owner, id: &str) -> Uuid {
    Uuid::parse_str(id.trim()).unwrap_or_else(|_| owner.visit.app().surroundings.uuid())
}

/// The day of an instant in Québec: a plan of the province has no programme to ask for its zone.
fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::get("America/Toronto").unwrap_or(TimeZone::UTC)).date()
}

/// Whose a plan is, in words.
fn whose(s: &Shell, book: Option<&Book>) -> String {
    book.map_or_else(|| s.t("scenario-province"), |book| book.identity.name.clone())
}

/// Who wrote what is shown, and when.
fn written(s: &Shell, seen: &Seen) -> String {
    let (_, who, at) = seen.versions.iter().find(|(number, ..)| *number == seen.version).cloned().unwrap_or_default();
    let who = if who.is_empty() { s.t("scenario-somebody") } else { who };
    let facts = [("version", u64::from(seen.version).into()), ("who", who.into()), ("day", text::date(s.lang, day(at)).into())];
    text::tr(s.lang, "scenario-written", &facts)
}

/// A plan in the list.
struct Line {
    href: String,
    name: String,
    whose: String,
    written: String,
    says: String,
    missing: Option<String>,
}

#[derive(Template)]
#[template(path = "scenario/list.html")]
struct ListPage {
    s: Shell,
    lines: Vec<Line>,
    /// For whom somebody may write: key and name; the province has no key.
    scopes: Vec<(String, String)>,
    /// What a plan may begin from: groups of address and name.
    starts: Vec<(String, Vec<(String, String)>)>,
    form: BeginForm,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct BeginForm {
    id: String,
    name: String,
    programme: String,
    from: String,
}

fn line(s: &Shell, seen: &Seen) -> Line {
    let all = scenario::outlook(&seen.scenario);
    let mut says = paper::sentences(s.lang, &seen.scenario, &all).into_iter();
    let missing = all.total.missing_cents;
    Line {
        href: format!("/scenarios/{}", seen.id),
        name: seen.scenario.name.clone(),
        whose: whose(s, seen.book.as_deref()),
        written: written(s, seen),
        says: says.next().unwrap_or_default(),
        missing: (missing > 0).then(|| s.w("scenario-badge-missing", "amount", paper::dollars(s.lang, missing))),
    }
}

async fn list_page(owner: &Owner, s: Shell, form: BeginForm) -> Response {
    let (app, person) = (owner.visit.app(), owner.signed.person.id);
    let actor = Actor::Person(person);
    let books = || owner.signed.roles.iter().map(|(book, _)| book);
    if !scenario::may_see_any(books(), actor) {
        return owner.visit.failure(&Refusal::NotPermitted.into());
    }
    let (seen, notebooks) = match (app.scenarios(person).await, app.notebooks(person).await) {
        (Ok(seen), Ok(notebooks)) => (seen, notebooks),
        (Err(error), _) | (_, Err(error)) => return owner.visit.failure(&error),
    };
    let planned = books().filter(|book| scenario::may_plan(book, actor));
    let planned: Vec<(String, String)> = planned.map(|b| (b.identity.key.clone(), b.identity.name.clone())).collect();
    let mut scopes = planned.clone();
    if scenario::may_plan_province(books(), actor) {
        scopes.push((String::new(), s.t("scenario-province")));
    }
    let name_of = |name: &app::notebook::fact::Said| if s.lang == Lang::Fr { name.fr.clone() } else { name.en.clone() };
    let with = |kind: &str, list: Vec<(String, String)>| -> Vec<(String, String)> {
        list.into_iter().map(|(key, name)| (format!("{kind}:{key}"), name)).collect()
    };
    let known = catalogue().known.iter().filter(|known| known.fact.contains_key("households"));
    let groups = [
        ("scenario-from-programme", with("programme", planned)),
        (
            "scenario-from-scenario",
            with("scenario", seen.iter().map(|one| (one.id.to_string(), one.scenario.name.clone())).collect()),
        ),
        (
            "scenario-from-notebook",
            with("notebook", notebooks.iter().map(|n| (n.cover.key.clone(), n.cover.name.clone())).collect()),
        ),
        ("scenario-from-known", with("known", known.map(|known| (known.key.clone(), name_of(&known.name))).collect())),
    ];
    render(&ListPage {
        lines: seen.iter().map(|seen| line(&s, seen)).collect(),
        scopes,
        starts: groups.into_iter().filter(|(_, list)| !list.is_empty()).map(|(key, list)| (s.t(key), list)).collect(),
        form,
        s,
    })
}

async fn list(owner: Owner, Query(was): Query<Done>) -> Response {
    let mut s = shell(&owner, "nav-scenarios");
    s.done = was.message(s.lang);
    list_page(&owner, s, BeginForm::default()).await
}

async fn begin(owner: Owner, Form(form): Form<BeginForm>) -> Response {
    let programme = Some(form.programme.clone()).filter(|key| !key.is_empty());
    let beginning = Beginning { name: form.name.clone(), programme, from: form.from.clone(), lang: owner.visit.lang };
    let begun = owner.visit.app().begin_scenario(owner.signed.person.id, request(&owner, &form.id), beginning).await;
    let error: Error = match begun {
        Ok(id) => return done(&format!("/scenarios/{id}/edit"), "done-scenario-begun"),
        Err(error) => error,
    };
    let mut s = shell(&owner, "nav-scenarios");
    let status = s.say_no(&error, &Nobody, &form.id);
    status.with(list_page(&owner, s, form).await)
}
