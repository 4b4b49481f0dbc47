//! From a notebook to a running programme: what is still to decide, what the file says, who will coordinate.

use super::{Tabs, request, said, seen, shell, tabs};
use crate::Web;
use crate::failure::{Nobody, render};
use crate::page::Shell;
use crate::pages::people;
use crate::read::Form;
use crate::visit::{At, Owner};
use app::Error;
use app::domain::ids::Actor;
use app::domain::territory;
use app::notebook::{self as notebooks, Opening, Seen, catalogue, frame};
use app::opening::{Coordinator, may_open};
use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use jiff::SignedDuration;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use text::Lang;

/// How long the coordinator's link is good.
const LASTS: SignedDuration = SignedDuration::from_hours(24 * 14);

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/notebooks/{notebook}/open", get(show).post(open))
}

#[derive(Template)]
#[template(path = "notebook/open.html")]
struct OpenPage {
    s: Shell,
    tabs: Tabs,
    /// Questions still to decide: words and address.
    undecided: Vec<(String, String)>,
    contradictions: Vec<super::Said>,
    file: String,
    /// Where the programme is, once it is open.
    programme: Option<String>,
    is_open: bool,
    may_open: bool,
    regions: Vec<Region>,
    form: OpenForm,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct OpenForm {
    id: String,
    key: String,
    host: String,
    simulated: String,
    name: String,
    email: String,
    language: String,
    /// `mrc-340`, for each territory served.
    #[serde(flatten)]
    others: BTreeMap<String, String>,
}

impl OpenForm {
    /// The codes of the territories chosen.
    fn territories(&self) -> Vec<String> {
        self.others.keys().filter_map(|name| name.strip_prefix("mrc-")).map(str::to_owned).collect()
    }
}

/// A region and its territories: code, name and whether each is chosen.
struct Region {
    name: &'static str,
    has_chosen: bool,
    territories: Vec<(&'static str, &'static str, bool)>,
}

fn regions(chosen: &[String]) -> Vec<Region> {
    let region = |(number, name): (u8, &'static str)| {
        let here = territory::all().iter().filter(|one| one.region == number);
        let territories: Vec<_> = here.map(|one| (one.code, one.name, chosen.iter().any(|code| code == one.code))).collect();
        Region { name, has_chosen: territories.iter().any(|(_, _, is_chosen)| *is_chosen), territories }
    };
    (1u8..).zip(territory::REGIONS).map(region).collect()
}

fn page(owner: &Owner, s: Shell, seen: &Seen, form: OpenForm) -> Response {
    let mut contradictions = said(&s, seen, None);
    contradictions.retain(|said| said.is_contradiction);
    let base = format!("/notebooks/{}", seen.cover.key);
    let undecided = notebooks::undecided(&seen.notebook, catalogue());
    let words = |key: &&str| (notebooks::in_short(s.lang, key, seen.notebook.decision(key)), format!("{base}/q/{key}"));
    let mut frame = frame(seen, &form.host, form.simulated == "on");
    if !form.key.trim().is_empty() {
        form.key.trim().clone_into(&mut frame.key);
    }
    frame.territories = form.territories();
    let programme = seen.cover.programme.and_then(|id| owner.signed.roles.iter().find(|(book, _)| book.identity.id == id));
    render(&OpenPage {
        tabs: tabs(&s, seen, "/open"),
        undecided: undecided.iter().map(words).collect(),
        contradictions,
        file: seen.programme(&frame).unwrap_or_default(),
        programme: programme.map(|(book, _)| format!("/p/{}", book.identity.key)),
        is_open: seen.cover.programme.is_some(),
        may_open: may_open(owner.signed.roles.iter().map(|(book, _)| book), Actor::Person(owner.signed.person.id)),
        regions: regions(&frame.territories),
        form: OpenForm { key: frame.key, ..form },
        s,
    })
}

async fn show(owner: Owner, At(key): At<String>) -> Response {
    let host = owner.signed.roles.first().map_or_else(String::new, |(book, _)| book.identity.host.clone());
    match seen(&owner, &key, None).await {
        Ok(seen) => page(&owner, shell(&owner, "notebook-open"), &seen, OpenForm { host, ..OpenForm::default() }),
        Err(error) => owner.visit.failure(&error),
    }
}

async fn open(owner: Owner, At(key): At<String>, Form(form): Form<OpenForm>) -> Response {
    let language = Lang::parse(&form.language).unwrap_or(owner.visit.lang).short().to_owned();
    let coordinator = Coordinator { name: form.name.clone(), email: form.email.clone(), language, lasts: LASTS };
    let opening = Opening {
        key: form.key.clone(),
        host: form.host.clone(),
        territories: form.territories(),
        simulated: form.simulated == "on",
        coordinator,
    };
    let person = owner.signed.person.id;
    match owner.visit.app().open_notebook(person, request(&owner, &form.id), &key, opening).await {
        Ok((book, coordinator, link)) => {
            let back = (format!("/p/{}", book.identity.key), book.identity.name.clone());
            match link {
                Some(link) => people::card(&owner.visit, &book, owner.visit.shell("card-title"), coordinator, &link, back).await,
                None => Redirect::to(&back.0).into_response(),
            }
        }
        Err(error) => no(&owner, &key, form, &error).await,
    }
}

async fn no(owner: &Owner, key: &str, form: OpenForm, error: &Error) -> Response {
    match seen(owner, key, None).await {
        Ok(seen) => {
            let mut s = shell(owner, "notebook-open");
            let status = s.say_no(error, &Nobody, &form.id);
            status.with(page(owner, s, &seen, form))
        }
        Err(error) => owner.visit.failure(&error),
    }
}
