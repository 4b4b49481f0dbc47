//! Signing in and out, choosing a language, choosing a programme.

use crate::Web;
use crate::failure::{self, Nobody, render};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Visit, cookie_name, language_cookie, token};
use app::Error;
use app::domain::ids::Actor;
use app::domain::programme::Book;
use app::domain::role::Role;
use app::permit::{Action, ask};
use app::sign_in::Entered;
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use std::sync::Arc;
use text::Lang;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/", get(start))
        .route("/sign-in", get(show).post(by_password))
        .route("/sign-in/code", post(by_code))
        .route("/sign-in/link", post(send_link))
        .route("/l/{token}", get(link).post(use_link))
        .route("/sign-out", post(sign_out))
        .route("/lang/{code}", get(choose_language))
}

#[derive(Template)]
#[template(path = "sign_in/start.html")]
struct StartPage {
    s: Shell,
    programmes: Vec<(String, String, String, bool)>,
    /// Whether they may be seen side by side.
    together: bool,
}

/// The programmes a person works for; with one, straight there.
async fn start(visit: Visit) -> Response {
    let Some(signed) = &visit.signed else { return Redirect::to("/sign-in").into_response() };
    if let [(only, _)] = signed.roles.as_slice() {
        return Redirect::to(&format!("/p/{}", only.identity.key)).into_response();
    }
    if signed.roles.is_empty() {
        // Somebody of a committee, before there is a programme.
        match visit.app().notebooks(signed.person.id).await {
            Ok(seats) if !seats.is_empty() => return Redirect::to("/notebooks").into_response(),
            Ok(_) => {}
            Err(error) => return visit.failure(&error),
        }
    }
    let actor = Actor::Person(signed.person.id);
    let totals = |(book, _): &&(Arc<Book>, Vec<Role>)| ask(Some(book), actor, Action::SeeTotals).is_ok();
    let together = signed.roles.iter().filter(totals).count() > 1;
    let programmes = signed
        .roles
        .iter()
        .map(|(book, _)| {
            let i = &book.identity;
            (i.key.clone(), i.name.clone(), i.territory.clone(), i.simulated)
        })
        .collect();
    render(&StartPage { s: visit.shell("start-title"), programmes, together })
}

#[derive(Template)]
#[template(path = "sign_in/sign_in.html")]
struct SignInPage {
    s: Shell,
    email: String,
    /// Whether links can be sent.
    has_mail: bool,
    /// Which form was just sent: `link`, or the one of passwords.
    sent: &'static str,
}

fn page(visit: &Visit, s: Shell, email: String, sent: &'static str) -> Response {
    render(&SignInPage { s, email, has_mail: visit.app().mail.is_some(), sent })
}

#[derive(Deserialize)]
struct Address {
    #[serde(default)]
    email: String,
}

/// Sends a link, or not: the answer never tells whether somebody has this address.
async fn send_link(visit: Visit, Form(form): Form<Address>) -> Response {
    let mut s = visit.shell("sign-in-title");
    match visit.app().send_link(&form.email, &visit.site, visit.lang, &visit.caller()) {
        Ok(lasts) => {
            let wait = text::duration(visit.lang, lasts.as_secs().unsigned_abs());
            s.done = Some(text::tr(visit.lang, "sign-in-link-sent", &[("wait", wait.into())]));
            page(&visit, s, form.email, "link")
        }
        Err(error) => {
            let (status, sentence) = failure::sentence(visit.lang, &error, &Nobody);
            s.problem = Some(sentence);
            status.with(page(&visit, s, form.email, "link"))
        }
    }
}

async fn show(visit: Visit) -> Response {
    page(&visit, visit.shell("sign-in-title"), String::new(), "")
}

#[derive(Deserialize)]
struct Credentials {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

async fn by_password(visit: Visit, Form(form): Form<Credentials>) -> Response {
    match visit.app().sign_in_by_password(&form.email, &form.password, &visit.caller()).await {
        Ok(Entered::Session(token)) => enter(&visit.web, &token),
        Ok(Entered::SecondStep(begun)) => render(&CodePage { s: visit.shell("sign-in-code-title"), begun }),
        Err(error) => {
            let (status, sentence) = failure::sentence(visit.lang, &error, &Nobody);
            let mut s = visit.shell("sign-in-title");
            s.problem = Some(sentence);
            status.with(page(&visit, s, form.email, "password"))
        }
    }
}

#[derive(Template)]
#[template(path = "sign_in/code.html")]
struct CodePage {
    s: Shell,
    begun: String,
}

#[derive(Deserialize)]
struct SecondStep {
    #[serde(default)]
    begun: String,
    #[serde(default)]
    code: String,
}

async fn by_code(visit: Visit, Form(form): Form<SecondStep>) -> Response {
    match visit.app().sign_in_by_code(&form.begun, &form.code, &visit.caller()).await {
        Ok(token) => enter(&visit.web, &token),
        // What was begun is over: from the start again.
        Err(error @ Error::Refused(app::domain::refusal::Refusal::ExpiredLink)) => visit.failure(&error),
        Err(error) => {
            let (status, sentence) = failure::sentence(visit.lang, &error, &Nobody);
            let mut s = visit.shell("sign-in-code-title");
            s.problem = Some(sentence);
            status.with(render(&CodePage { s, begun: form.begun }))
        }
    }
}

#[derive(Template)]
#[template(path = "sign_in/link.html")]
struct LinkPage {
    s: Shell,
    token: String,
    name: String,
}

/// A link asks before it is used: programs that read mail open every address they see.
async fn link(mut visit: Visit, At(token): At<String>) -> Response {
    match visit.app().link_owner(&token).await {
        Ok(owner) => {
            // Whoever invited them said which language they read.
            if let (false, Some(lang)) = (visit.has_chosen, Lang::parse(&owner.language)) {
                visit.lang = lang;
            }
            render(&LinkPage { s: visit.shell("sign-in-link-title"), token, name: owner.name })
        }
        Err(error) => visit.failure(&error),
    }
}

async fn use_link(visit: Visit, At(link): At<String>) -> Response {
    match visit.app().sign_in_by_link(&link, &visit.caller()).await {
        Ok(Entered::Session(token)) => enter(&visit.web, &token),
        Ok(Entered::SecondStep(begun)) => render(&CodePage { s: visit.shell("sign-in-code-title"), begun }),
        Err(error) => visit.failure(&error),
    }
}

/// The cookie that keeps a session's token.
pub(crate) fn session_cookie(web: &Web, token: &str) -> String {
    let https = web.options.https;
    let secure = if https { "; Secure" } else { "" };
    format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=1209600{secure}", cookie_name(https))
}

/// Sets the session's cookie and goes to the start.
fn enter(web: &Web, token: &str) -> Response {
    let set = [(header::SET_COOKIE, session_cookie(web, token)), (header::LOCATION, "/".to_owned())];
    (StatusCode::SEE_OTHER, set).into_response()
}

async fn sign_out(State(web): State<Arc<Web>>, headers: HeaderMap) -> Result<Response, Response> {
    if let Some(token) = token(&headers, web.options.https) {
        web.app
            .sign_out(&token)
            .await
            .map_err(|error: Error| failure::problem(crate::visit::language(&headers), &error, &Nobody))?;
    }
    let cookie = format!("{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0", cookie_name(web.options.https));
    Ok((StatusCode::SEE_OTHER, [(header::SET_COOKIE, cookie), (header::LOCATION, "/sign-in".to_owned())]).into_response())
}

#[derive(Deserialize)]
struct Back {
    #[serde(default)]
    back: String,
}

async fn choose_language(At(code): At<String>, Query(to): Query<Back>) -> Response {
    let lang = Lang::parse(&code).unwrap_or(Lang::Fr);
    let cookie = language_cookie(lang);
    // Only a path of this site, never an address.
    let back = if to.back.starts_with('/') && !to.back.starts_with("//") && !to.back.contains(['\\', '\r', '\n']) {
        to.back
    } else {
        "/".to_owned()
    };
    (StatusCode::SEE_OTHER, [(header::SET_COOKIE, cookie), (header::LOCATION, back)]).into_response()
}
