//! From a notebook to an amendment of its running programme.

use super::{Tabs, request, seen, shell, tabs};
use crate::Web;
use crate::failure::{Nobody, render};
use crate::form;
use crate::page::Shell;
use crate::pages::amendments::{Line, lines};
use crate::read::Form;
use crate::visit::{At, Owner};
use app::Error;
use app::notebook::Amending;
use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/notebooks/{notebook}/amend", get(show).post(ask))
}

#[derive(Template)]
#[template(path = "notebook/amend.html")]
struct AmendPage {
    s: Shell,
    tabs: Tabs,
    /// What would change, once the programme is open and the notebook can say it.
    lines: Option<Vec<Line>>,
    /// Where the programme's amendments are.
    amendments: Option<String>,
    waits: bool,
    may_ask: bool,
    form: AmendForm,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct AmendForm {
    id: String,
    from: String,
    reason: String,
}

async fn page(owner: &Owner, mut s: Shell, key: &str, form: AmendForm) -> Response {
    let seen = match seen(owner, key, None).await {
        Ok(seen) => seen,
        Err(error) => return owner.visit.failure(&error),
    };
    let mut status = None;
    let found = match owner.visit.app().notebook_amending(owner.signed.person.id, &seen).await {
        Ok(found) => found,
        Err(error) => {
            // A notebook that contradicts itself says nothing to its programme yet.
            status = Some(s.say_no(&error, &Nobody, ""));
            None
        }
    };
    let amendments = found.as_ref().map(|found| format!("/p/{}/amendments", found.book.identity.key));
    let waits = found.as_ref().is_some_and(|found| found.waits);
    let may_ask = found.as_ref().is_some_and(|found| found.may_ask);
    let lines = found.map(|Amending { changes, after, .. }| lines(&s, &changes, &after.bands));
    let page = render(&AmendPage { tabs: tabs(&s, &seen, "/amend"), lines, amendments, waits, may_ask, form, s });
    match status {
        Some(status) => status.with(page),
        None => page,
    }
}

async fn show(owner: Owner, At(key): At<String>) -> Response {
    let s = shell(&owner, "amendment-notebook");
    page(&owner, s, &key, AmendForm::default()).await
}

async fn ask(owner: Owner, At(key): At<String>, Form(form): Form<AmendForm>) -> Response {
    match apply(&owner, &key, &form).await {
        Ok(to) => Redirect::to(&to).into_response(),
        Err(error) => {
            let mut s = shell(&owner, "amendment-notebook");
            let status = s.say_no(&error, &Nobody, &form.id);
            status.with(page(&owner, s, &key, form).await)
        }
    }
}

async fn apply(owner: &Owner, key: &str, form: &AmendForm) -> Result<String, Error> {
    let from = form::day(&form.from)?;
    let (app, person) = (owner.visit.app(), owner.signed.person.id);
    let book = app.amend_notebook(person, request(owner, &form.id), key, from, form.reason.clone()).await?;
    Ok(format!("/p/{}/amendments?done=done-amendment-asked", book.identity.key))
}
