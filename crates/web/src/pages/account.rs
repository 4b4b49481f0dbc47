//! One's own account: name, e-mail, language, password, second step, and where one is signed in.

use crate::Web;
use crate::failure::{self, Nobody, render};
use crate::form::Done;
use crate::page::Shell;
use crate::qr;
use crate::read::{Form, Query};
use crate::visit::{Owner, language_cookie};
use app::Error;
use app::account::{Account, session_name};
use app::domain::refusal::Refusal;
use app::passkey;
use app::second_step::Offer;
use askama::Template;
use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;
use text::Lang;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/account", get(show).post(change))
}

/// Where one is signed in.
struct Session {
    name: String,
    device: String,
    opened: String,
    seen: String,
    is_this: bool,
}

#[derive(Template)]
#[template(path = "account/account.html")]
struct AccountPage {
    s: Shell,
    account: Account,
    sessions: Vec<Session>,
    /// Passkeys, said the same way.
    passkeys: Vec<Session>,
    form: AccountForm,
    /// Whether other ways in can be added without showing again that it is them.
    is_fresh: bool,
    /// Decision notebooks where they have a seat.
    notebooks: u64,
}

#[derive(Template)]
#[template(path = "account/offer.html")]
struct OfferPage {
    s: Shell,
    secret: String,
    square: String,
}

#[derive(Template)]
#[template(path = "account/recovery.html")]
struct RecoveryPage {
    s: Shell,
    codes: Vec<String>,
}

#[derive(Deserialize, Default, Clone)]
struct AccountForm {
    #[serde(default)]
    act: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    current: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    session: String,
}

async fn page(owner: &Owner, s: Shell, form: AccountForm) -> Response {
    let account = match owner.visit.app().account(owner.signed.person.id).await {
        Ok(account) => account,
        Err(error) => return owner.visit.failure(&error),
    };
    // Where one lives, if all one's programmes are there.
    let zone = owner.signed.roles.first().map_or(jiff::tz::TimeZone::UTC, |(book, _)| book.zone());
    let day = |at: jiff::Timestamp| s.date(&at.to_zoned(zone.clone()).date());
    let sessions = account
        .sessions
        .iter()
        .map(|session| Session {
            name: session_name(&session.hash),
            device: if session.device.is_empty() { s.t("account-other-device") } else { session.device.clone() },
            opened: day(session.created_at),
            seen: day(session.seen_at),
            is_this: session.hash == owner.signed.session.hash,
        })
        .collect();
    let passkeys = account
        .passkeys
        .iter()
        .map(|key| Session {
            name: passkey::encode(&key.id),
            device: if key.name.is_empty() { s.t("account-other-device") } else { key.name.clone() },
            opened: day(key.added_at),
            seen: key.used_at.map(day).unwrap_or_default(),
            is_this: false,
        })
        .collect();
    // What was typed and refused is kept, but for passwords.
    let typed = form.act == "profile";
    let form = AccountForm {
        act: form.act,
        name: if typed { form.name } else { account.person.name.clone() },
        email: if typed { form.email } else { account.person.email.clone() },
        language: if typed { form.language } else { account.person.language.clone() },
        ..AccountForm::default()
    };
    let is_fresh = owner.signed.session.is_fresh(owner.visit.app().now());
    let notebooks = match owner.visit.app().notebooks(owner.signed.person.id).await {
        Ok(seen) => seen.len() as u64,
        Err(error) => return owner.visit.failure(&error),
    };
    render(&AccountPage { s, account, sessions, passkeys, form, is_fresh, notebooks })
}

async fn show(owner: Owner, Query(was): Query<Done>) -> Response {
    let mut s = owner.visit.shell("nav-account");
    s.done = was.message(owner.visit.lang);
    page(&owner, s, AccountForm::default()).await
}

/// What came of a form.
enum Came {
    Done(&'static str),
    Offered(Offer),
    Codes(Vec<String>),
}

async fn change(owner: Owner, Form(form): Form<AccountForm>) -> Response {
    match apply(&owner, &form).await {
        Ok(Came::Done(message)) => {
            let to = format!("/account?done={message}");
            match Lang::parse(&form.language).filter(|_| form.act == "profile") {
                Some(lang) => {
                    let set = [(header::SET_COOKIE, language_cookie(lang)), (header::LOCATION, to)];
                    (StatusCode::SEE_OTHER, set).into_response()
                }
                None => Redirect::to(&to).into_response(),
            }
        }
        Ok(Came::Offered(offer)) => offered(&owner, offer),
        Ok(Came::Codes(codes)) => render(&RecoveryPage { s: owner.visit.shell("recovery-title"), codes }),
        Err(error) => {
            let (status, sentence) = failure::sentence(owner.visit.lang, &error, &Nobody);
            let mut s = owner.visit.shell("nav-account");
            s.problem = Some(sentence);
            status.with(page(&owner, s, form).await)
        }
    }
}

fn offered(owner: &Owner, offer: Offer) -> Response {
    let s = owner.visit.shell("offer-title");
    render(&OfferPage { square: qr::svg(&offer.uri, &s.t("offer-square")), secret: offer.secret, s })
}

async fn apply(owner: &Owner, form: &AccountForm) -> Result<Came, Error> {
    let (app, me, session) = (owner.visit.app(), owner.signed.person.id, &owner.signed.session);
    Ok(match form.act.as_str() {
        "profile" => {
            let language = Lang::parse(&form.language).map_or("", Lang::short);
            app.change_account(me, session, &form.name, &form.email, language, &form.current).await?;
            Came::Done("done-account")
        }
        "password" => {
            app.change_password(me, session, &form.current, &form.password).await?;
            Came::Done("done-password")
        }
        "prove" => {
            app.prove(me, session, &form.current).await?;
            Came::Done("done-proved")
        }
        "session" => {
            app.end_own_session(me, &form.session).await?;
            Came::Done("done-session-ended")
        }
        "passkey" => {
            app.remove_passkey(me, &form.session).await?;
            Came::Done("done-passkey-removed")
        }
        "offer" => Came::Offered(app.offer_authenticator(me, session).await?),
        "confirm" | "renew" => Came::Codes(app.confirm_authenticator(me, &form.code).await?),
        "drop" => {
            app.drop_authenticator(me, &form.code).await?;
            Came::Done("done-authenticator-dropped")
        }
        _ => return Err(Refusal::Unconfirmed.into()),
    })
}
