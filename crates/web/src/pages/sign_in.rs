//! Signing in and out, choosing a language, choosing a programme.

use crate::Web;
use crate::failure::{self, Nobody, render};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Visit, cookie_name, token};
use app::Error;
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
        .route("/l/{token}", get(link).post(use_link))
        .route("/sign-out", post(sign_out))
        .route("/lang/{code}", get(choose_language))
}

#[derive(Template)]
#[template(path = "sign_in/start.html")]
struct StartPage {
    s: Shell,
    programmes: Vec<(String, String, String, bool)>,
}

/// The programmes a person works for; with one, straight there.
async fn start(visit: Visit) -> Response {
    let Some(signed) = &visit.signed else { return Redirect::to("/sign-in").into_response() };
    if let [(only, _)] = signed.roles.as_slice() {
        return Redirect::to(&format!("/p/{}", only.identity.key)).into_response();
    }
    let programmes = signed
        .roles
        .iter()
        .map(|(book, _)| {
            let i = &book.identity;
            (i.key.clone(), i.name.clone(), i.territory.clone(), i.simulated)
        })
        .collect();
    render(&StartPage { s: visit.shell("start-title"), programmes })
}

#[derive(Template)]
#[template(path = "sign_in/sign_in.html")]
struct SignInPage {
    s: Shell,
    email: String,
}

async fn show(visit: Visit) -> Response {
    render(&SignInPage { s: visit.shell("sign-in-title"), email: String::new() })
}

#[derive(Deserialize)]
struct Credentials {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
}

async fn by_password(visit: Visit, Form(form): Form<Credentials>) -> Response {
    match visit.app().sign_in_by_password(&form.email, &form.password, &visit.from).await {
        Ok(token) => enter(&visit.web, &token),
        Err(error) => {
            let (status, sentence) = failure::sentence(visit.lang, &error, &Nobody);
            let mut s = visit.shell("sign-in-title");
            s.problem = Some(sentence);
            status.with(render(&SignInPage { s, email: form.email }))
        }
    }
}

#[derive(Template)]
#[template(path = "sign_in/link.html")]
struct LinkPage {
    s: Shell,
    token: String,
}

/// A link asks before it is used: programs that read mail open every address they see.
async fn link(visit: Visit, At(token): At<String>) -> Response {
    match visit.app().link_is_good(&token).await {
        Ok(()) => render(&LinkPage { s: visit.shell("sign-in-link-title"), token }),
        Err(error) => visit.failure(&error),
    }
}

async fn use_link(visit: Visit, At(link): At<String>) -> Response {
    match visit.app().sign_in_by_link(&link).await {
        Ok(token) => enter(&visit.web, &token),
        Err(error) => visit.failure(&error),
    }
}

/// Sets the session's cookie and goes to the start.
fn enter(web: &Web, token: &str) -> Response {
    let https = web.options.https;
    let secure = if https { "; Secure" } else { "" };
    let cookie = format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=1209600{secure}", cookie_name(https));
    (StatusCode::SEE_OTHER, [(header::SET_COOKIE, cookie), (header::LOCATION, "/".to_owned())]).into_response()
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
    let cookie = format!("lang={}; Path=/; SameSite=Lax; Max-Age=31536000", lang.short());
    // Only a path of this site, never an address.
    let back = if to.back.starts_with('/') && !to.back.starts_with("//") && !to.back.contains(['\\', '\r', '\n']) {
        to.back
    } else {
        "/".to_owned()
    };
    (StatusCode::SEE_OTHER, [(header::SET_COOKIE, cookie), (header::LOCATION, back)]).into_response()
}
