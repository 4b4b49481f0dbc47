//! A logo: a territory's at its notebook, a funder's at its fund.

use crate::Web;
use crate::failure::{Nobody, render};
use crate::form::{Done, done};
use crate::page::Shell;
use crate::read::{FormWithPhotos, Query};
use crate::visit::{At, Desk, Owner};
use app::Error;
use app::domain::ids::{FundId, PersonId};
use app::logo::{LONGEST, Shown, Whose};
use app::{App, photo};
use askama::Template;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    let most = DefaultBodyLimit::max(photo::MAX_BYTES);
    Router::new()
        .route("/notebooks/{notebook}/logo", get(show_territory).post(change_territory).layer(most))
        .route("/notebooks/{notebook}/logo.png", get(territory_file))
        .route("/p/{programme}/fund/{fund}/logo", get(show_funder).post(change_funder).layer(most))
        .route("/p/{programme}/fund/{fund}/logo.png", get(funder_file))
}

#[derive(Template)]
#[template(path = "logo/logo.html")]
struct LogoPage {
    s: Shell,
    shown: Shown,
    /// The page's address, and the one that it belongs to.
    here: String,
    back: String,
    lead: String,
    /// What they wrote, or what is proposed.
    alt: String,
    longest: usize,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct LogoForm {
    id: String,
    act: String,
    alt: String,
}

/// Where a logo belongs.
struct Here {
    whose: Whose,
    /// The address of what it belongs to.
    base: String,
    lead: &'static str,
}

fn territory(key: &str) -> Here {
    Here { whose: Whose::Notebook(key.to_owned()), base: format!("/notebooks/{key}"), lead: "logo-notebook-lead" }
}

fn funder(desk: &Desk, fund: u32) -> Here {
    Here {
        whose: Whose::Fund(desk.programme(), FundId(fund)),
        base: format!("/p/{}/fund/{fund}", desk.book.identity.key),
        lead: "logo-fund-lead",
    }
}

fn page(s: Shell, here: &Here, shown: Shown, alt: Option<String>) -> Response {
    let back = match here.whose {
        Whose::Notebook(_) => format!("{}/toolbox", here.base),
        Whose::Fund(..) => here.base.clone(),
    };
    render(&LogoPage {
        here: format!("{}/logo", here.base),
        back,
        lead: s.t(here.lead),
        alt: alt.or_else(|| shown.alt.clone()).unwrap_or_else(|| shown.owner.clone()),
        longest: LONGEST,
        shown,
        s,
    })
}

async fn show(app: &App, person: PersonId, here: &Here, mut s: Shell, was: &Done) -> Result<Response, Error> {
    s.done = was.message(s.lang);
    let shown = app.logo(person, here.whose.clone()).await?;
    Ok(page(s, here, shown, None))
}

async fn change(
    app: &App,
    person: PersonId,
    here: &Here,
    mut s: Shell,
    sent: FormWithPhotos<LogoForm>,
) -> Result<Response, Error> {
    let FormWithPhotos { fields, photos, problem, .. } = sent;
    let what = async {
        if fields.act == "off" {
            app.take_logo_off(person, here.whose.clone()).await?;
            return Ok("done-logo-off");
        }
        let (file, alt) = (photos.into_iter().next(), fields.alt.as_str());
        match problem {
            // Whether they may is said before that their file is too large.
            Some(problem) if app.logo(person, here.whose.clone()).await?.may_change => Err(problem.into()),
            _ => app.put_logo(person, here.whose.clone(), file, alt).await.map(|()| "done-logo-put"),
        }
    };
    let error: Error = match what.await {
        Ok(words) => return Ok(done(&format!("{}/logo", here.base), words)),
        Err(error) => error,
    };
    let shown = app.logo(person, here.whose.clone()).await?;
    if !shown.may_change {
        return Err(error);
    }
    let status = s.say_no(&error, &Nobody, &fields.id);
    Ok(status.with(page(s, here, shown, Some(fields.alt))))
}

async fn file(app: &App, person: PersonId, here: Here) -> Result<Response, Error> {
    let png = app.logo_file(person, here.whose).await?;
    Ok(([(header::CONTENT_TYPE, "image/png")], png).into_response())
}

fn outside(owner: &Owner) -> Shell {
    let mut s = owner.visit.shell("logo-page");
    s.once = owner.visit.app().surroundings.uuid().to_string();
    s
}

async fn show_territory(owner: Owner, At(key): At<String>, Query(was): Query<Done>) -> Response {
    let shown = show(owner.visit.app(), owner.signed.person.id, &territory(&key), outside(&owner), &was).await;
    shown.unwrap_or_else(|error| owner.visit.failure(&error))
}

async fn change_territory(owner: Owner, At(key): At<String>, sent: FormWithPhotos<LogoForm>) -> Response {
    let changed = change(owner.visit.app(), owner.signed.person.id, &territory(&key), outside(&owner), sent).await;
    changed.unwrap_or_else(|error| owner.visit.failure(&error))
}

async fn territory_file(owner: Owner, At(key): At<String>) -> Response {
    let found = file(owner.visit.app(), owner.signed.person.id, territory(&key)).await;
    found.unwrap_or_else(|error| owner.visit.failure(&error))
}

async fn show_funder(desk: Desk, At((_, fund)): At<(String, u32)>, Query(was): Query<Done>) -> Response {
    let shown = show(desk.app(), desk.signed.person.id, &funder(&desk, fund), desk.shell("logo-page"), &was).await;
    shown.unwrap_or_else(|error| desk.failure(&error))
}

async fn change_funder(desk: Desk, At((_, fund)): At<(String, u32)>, sent: FormWithPhotos<LogoForm>) -> Response {
    let changed = change(desk.app(), desk.signed.person.id, &funder(&desk, fund), desk.shell("logo-page"), sent).await;
    changed.unwrap_or_else(|error| desk.failure(&error))
}

async fn funder_file(desk: Desk, At((_, fund)): At<(String, u32)>) -> Response {
    let found = file(desk.app(), desk.signed.person.id, funder(&desk, fund)).await;
    found.unwrap_or_else(|error| desk.failure(&error))
}
