//! Who sits at a notebook, and inviting somebody to it.

use super::{Tabs, quebec, request, seen, shell, tabs};
use crate::Web;
use crate::failure::{Nobody, render};
use crate::form::{Done, done, number};
use crate::page::Shell;
use crate::pages::people;
use crate::read::{Form, Query};
use crate::visit::{At, Owner};
use app::Error;
use app::domain::ids::PersonId;
use app::domain::refusal::Refusal;
use app::notebook::{Guest, Seat, Seen};
use app::people::Link;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;
use text::Lang;

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/notebooks/{notebook}/people", get(show).post(change))
}

#[derive(Template)]
#[template(path = "notebook/people.html")]
struct PeoplePage {
    s: Shell,
    tabs: Tabs,
    /// Number, name, seat, whether whoever looks may take it away.
    people: Vec<(u32, String, String, bool)>,
    seats: Vec<(&'static str, String)>,
    may_invite: bool,
    form: PeopleForm,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct PeopleForm {
    id: String,
    /// Empty to invite; `leave`.
    act: String,
    person: String,
    name: String,
    email: String,
    language: String,
    seat: String,
}

async fn page(owner: &Owner, s: Shell, seen: &Seen, form: PeopleForm) -> Response {
    let me = owner.signed.person.id;
    let people = match owner.visit.app().notebook_people(me, &seen.cover.key).await {
        Ok(people) => people,
        Err(error) => return owner.visit.failure(&error),
    };
    let may_invite = seen.seat == Seat::Facilitator;
    let row = |(person, seat): &(app::Person, Seat)| {
        (person.id.0, person.name.clone(), s.label("seat", seat.key()), may_invite || person.id == me)
    };
    render(&PeoplePage {
        tabs: tabs(&s, seen, "/people"),
        people: people.iter().map(row).collect(),
        seats: Seat::EVERY.into_iter().map(|seat| (seat.key(), s.label("seat", seat.key()))).collect(),
        may_invite,
        form,
        s,
    })
}

async fn show(owner: Owner, At(key): At<String>, Query(was): Query<Done>) -> Response {
    let mut s = shell(&owner, "notebook-people");
    s.done = was.message(s.lang);
    match seen(&owner, &key, None).await {
        Ok(seen) => page(&owner, s, &seen, PeopleForm::default()).await,
        Err(error) => owner.visit.failure(&error),
    }
}

async fn change(owner: Owner, At(key): At<String>, Form(form): Form<PeopleForm>) -> Response {
    match apply(&owner, &key, &form).await {
        Ok(None) => done(&format!("/notebooks/{key}/people"), "done-notebook-seat"),
        Ok(Some((person, link))) => card(&owner, &key, &form, person, &link).await,
        Err(error) => match seen(&owner, &key, None).await {
            Ok(seen) => {
                let mut s = shell(&owner, "notebook-people");
                let status = s.say_no(&error, &Nobody, &form.id);
                status.with(page(&owner, s, &seen, form).await)
            }
            Err(error) => owner.visit.failure(&error),
        },
    }
}

/// Does it; the link of somebody who has no other way in.
async fn apply(owner: &Owner, key: &str, form: &PeopleForm) -> Result<Option<(PersonId, Link)>, Error> {
    let (app, me) = (owner.visit.app(), owner.signed.person.id);
    if form.act == "leave" {
        let person = number(&form.person).map(PersonId).ok_or(Refusal::NotFound)?;
        app.leave_notebook(me, key, person).await?;
        return Ok(None);
    }
    let guest = Guest {
        name: form.name.clone(),
        email: form.email.clone(),
        language: Lang::parse(&form.language).unwrap_or(owner.visit.lang).short().to_owned(),
        seat: Seat::named(&form.seat).ok_or(Refusal::Nothing)?,
    };
    let (person, link) = app.invite_to_notebook(me, request(owner, &form.id), key, guest).await?;
    Ok(link.map(|link| (person, link)))
}

async fn card(owner: &Owner, key: &str, form: &PeopleForm, person: PersonId, link: &Link) -> Response {
    let seen = match seen(owner, key, None).await {
        Ok(seen) => seen,
        Err(error) => return owner.visit.failure(&error),
    };
    let s = owner.visit.shell("card-title");
    let back = (format!("/notebooks/{key}/people"), seen.cover.name.clone());
    let of = (text::t(s.lang, "nav-notebooks"), seen.cover.name.clone());
    let seat = form.seat.clone();
    people::card_of(&owner.visit, s, person, link, back, of, &quebec(), |lang| vec![text::key_label(lang, "seat", &seat)]).await
}
