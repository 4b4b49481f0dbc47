//! Signing keys: which there are, and another one by two people. Its public half is for everybody, as a file.

use crate::Web;
use crate::api::keys::Published;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::Error;
use app::domain::refusal::Refusal;
use app::domain::signing_key::LAST_SLOT;
use app::people;
use app::permit::Action;
use app::signing_key;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/signing-keys", get(show).post(change))
}

struct Row {
    slot: String,
    /// The public key, in groups that can be read aloud.
    public_key: String,
    since: String,
    until: Option<String>,
    reason: String,
}

/// Another key that somebody asked for.
struct Asked {
    by: String,
    reason: String,
    is_own: bool,
}

#[derive(Template)]
#[template(path = "signing_key/signing_keys.html")]
struct KeysPage {
    s: Shell,
    rows: Vec<Row>,
    asked: Option<Asked>,
    /// The slot that would be next.
    next: u8,
    may_ask: bool,
    may_second: bool,
    form: KeyForm,
}

#[derive(Deserialize, Default, Clone)]
struct KeyForm {
    #[serde(default)]
    id: String,
    /// `ask`, `confirm` or `drop`.
    #[serde(default)]
    act: String,
    #[serde(default)]
    slot: String,
    #[serde(default)]
    reason: String,
}

async fn page(desk: &Desk, s: Shell, form: KeyForm) -> Response {
    let actor = desk.actor();
    let found = desk
        .app()
        .look(desk.programme(), move |cx| {
            let found = signing_key::list(cx, actor)?;
            let by = match &found.asked {
                Some(asked) => people::name_of(cx, asked.by)?,
                None => String::new(),
            };
            Ok((found, by))
        })
        .await;
    let (found, by) = match found {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let rows = found
        .keys
        .iter()
        .rev()
        .map(|key| Row {
            slot: key.slot.to_string(),
            public_key: Published::spaced(&key.public_key),
            since: key.from.map_or_else(|| s.t("signing-key-first"), |at| s.w("signing-key-since", "at", s.at(&at))),
            until: key.until.map(|at| s.w("signing-key-until", "at", s.at(&at))),
            reason: key.reason.clone(),
        })
        .collect();
    let next = found.book.key_slot() + 1;
    render(&KeysPage {
        rows,
        may_ask: desk.may(Action::AskKey) && found.asked.is_none() && next <= LAST_SLOT && found.book.closed_at.is_none(),
        may_second: desk.may(Action::Second),
        asked: found.asked.map(|asked| Asked { by, is_own: asked.by == actor, reason: asked.reason }),
        next,
        form,
        s,
    })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-signing-keys");
    s.done = was.message(desk.lang());
    page(&desk, s, KeyForm::default()).await
}

async fn change(desk: Desk, Form(form): Form<KeyForm>) -> Response {
    match apply(&desk, &form).await {
        Ok(message) => done(&format!("/p/{}/signing-keys", desk.book.identity.key), message),
        Err(error) => {
            let mut s = desk.shell("nav-signing-keys");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form).await)
        }
    }
}

async fn apply(desk: &Desk, form: &KeyForm) -> Result<&'static str, Error> {
    let request = form::request(desk, &form.id);
    let (app, programme) = (desk.app(), desk.programme());
    match form.act.as_str() {
        "ask" => {
            let reason = form.reason.clone();
            app.act(programme, move |cx| signing_key::ask_new(cx, request, &reason)).await?;
            Ok("done-key-asked")
        }
        "confirm" => {
            let slot = form.slot.trim().parse().map_err(|_| Refusal::NotFound)?;
            app.act(programme, move |cx| signing_key::confirm(cx, request, slot)).await?;
            Ok("done-key-confirmed")
        }
        "drop" => {
            app.act(programme, move |cx| signing_key::give_up(cx, request)).await?;
            Ok("done-key-dropped")
        }
        _ => Err(Refusal::Nothing.into()),
    }
}
