//! A market's own hub over HTTP: what phones ask it on the market's network, with the very requests they sign for the
//! platform; and, when there is a way to the platform, the carrier that brings those there and the answers back.

mod carrier;
mod tls;

pub use carrier::{Carrier, Link, enrol};
pub use tls::{Tls, Unreadable};

use crate::api::phone::{Letter, Question, Standings};
use crate::failure::{self, Nobody};
use crate::visit::language;
use app::Error;
use app::domain::ids::PlaceId;
use app::domain::phone::Peer;
use app::hub::Hub;
use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Json, Response};
use axum::routing::{get, post};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use text::Lang;

/// What a hub calls itself when it asks the platform, and what *Téléphones* calls it.
pub(crate) const NAME: &str = "Cabas hub";
/// A phone sends one payment at a time.
const MAX_BODY: usize = 256 * 1024;

struct Shared {
    hub: Arc<Hub>,
    carrier: Carrier,
}

/// What a hub serves.
pub fn router(hub: Arc<Hub>, carrier: Carrier) -> Router {
    let shared = Arc::new(Shared { hub, carrier });
    Router::new()
        .route("/", get(page))
        .route("/a/core.css", get(async || css(include_str!("../assets/core.css"))))
        .route("/a/cabas.css", get(async || css(include_str!("../assets/cabas.css"))))
        .route("/hub/v1/state", get(state))
        .route("/api/v1/phone/check", post(check))
        .route("/api/v1/phone/acts", post(acts))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(from_fn_with_state(shared.clone(), platform_only))
        .with_state(shared)
}

/// The app comes from the platform: its pages may ask, no other site's.
async fn platform_only(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let is_question = *request.method() == Method::OPTIONS;
    let mut response = if is_question { StatusCode::NO_CONTENT.into_response() } else { next.run(request).await };
    let headers = response.headers_mut();
    if let Ok(origin) = HeaderValue::from_str(&shared.hub.me().origin) {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
    headers.insert(header::VARY, HeaderValue::from_static("origin"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; style-src 'self'; frame-ancestors 'none'"),
    );
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if is_question {
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST"));
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static("authorization, content-type"));
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("7200"));
        // Browsers ask this before a public page reaches a machine of the local network.
        headers.insert(HeaderName::from_static("access-control-allow-private-network"), HeaderValue::from_static("true"));
    }
    response
}

/// How the hub is doing, for whoever looks after it.
#[derive(Serialize)]
struct StateOut {
    programme: String,
    platform: String,
    places: Vec<String>,
    phones: usize,
    lists_of: Option<String>,
    waiting: u64,
    answered: u64,
    /// Whether the platform answered the last time it was asked.
    reached: bool,
}

async fn state(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<Json<StateOut>, Response> {
    let hub = shared.hub.clone();
    let state = off_the_loop(move || hub.state()).await.map_err(|error| no(language(&headers), &error))?;
    let me = shared.hub.me();
    Ok(Json(StateOut {
        programme: me.programme.clone(),
        platform: me.origin.clone(),
        places: state.places,
        phones: state.phones,
        lists_of: state.lists_of.map(|at| at.to_string()),
        waiting: state.waiting,
        answered: state.answered,
        reached: shared.carrier.reached(),
    }))
}

fn css(text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], text).into_response()
}

/// The same in words, for whoever stands beside it.
#[derive(Template)]
#[template(path = "hub/hub.html")]
struct HubPage {
    lang: Lang,
    places: String,
    phones: usize,
    lists_of: String,
    waiting: u64,
    answered: u64,
    reached: bool,
}

impl HubPage {
    fn t(&self, key: &str) -> String {
        text::t(self.lang, key)
    }
}

async fn page(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Result<Response, Response> {
    let lang = language(&headers);
    let hub = shared.hub.clone();
    let state = off_the_loop(move || hub.state()).await.map_err(|error| no(lang, &error))?;
    let zone = TimeZone::get(&state.zone).unwrap_or(TimeZone::UTC);
    let lists_of = state.lists_of.map_or_else(|| text::t(lang, "hub-no-lists"), |at| text::date_time(lang, at, &zone));
    let (places, reached) = (text::list(lang, &state.places), shared.carrier.reached());
    let (phones, waiting, answered) = (state.phones, state.waiting, state.answered);
    Ok(failure::render(&HubPage { lang, places, phones, lists_of, waiting, answered, reached }))
}

fn no(lang: Lang, error: &Error) -> Response {
    failure::problem(lang, error, &Nobody)
}

/// The hub's file is asked on threads that may wait.
async fn off_the_loop<T: Send + 'static>(work: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
    let stopped = |error: tokio::task::JoinError| Error::Fault(app::Fault::Other(error.to_string()));
    tokio::task::spawn_blocking(work).await.map_err(stopped)?
}

/// A request that a phone of this market signed.
struct Asked {
    lang: Lang,
    letter: Letter,
    phone: Peer,
}

async fn open(shared: &Shared, request: Request) -> Result<Asked, Response> {
    let letter = Letter::open(request).await?;
    match shared.hub.phone(&letter.programme, &letter.signed) {
        Ok(phone) => Ok(Asked { lang: letter.lang, letter, phone }),
        Err(refusal) => {
            // Perhaps a phone that began today: the next lists name it.
            shared.carrier.hurry();
            Err(no(letter.lang, &refusal.into()))
        }
    }
}

fn read<T: for<'de> Deserialize<'de>>(asked: &Asked) -> Result<T, Response> {
    serde_json::from_slice(&asked.letter.body).map_err(|error| failure::unreadable_json(asked.lang, &error.to_string()))
}

async fn check(State(shared): State<Arc<Shared>>, request: Request) -> Result<Json<Standings>, Response> {
    let asked = open(&shared, request).await?;
    let Question { place, codes, dropped } = read(&asked)?;
    let (hub, phone) = (shared.hub.clone(), asked.phone);
    let answer = off_the_loop(move || hub.check(&phone, PlaceId(place), &codes, &dropped)).await;
    Ok(Json(Standings { codes: answer.map_err(|error| no(asked.lang, &error))? }))
}

/// As much of an outbox as the hub has to read.
#[derive(Deserialize)]
struct Carried {
    acts: Vec<CarriedAct>,
}

#[derive(Deserialize)]
struct CarriedAct {
    seq: i64,
    codes: Vec<String>,
}

/// What a phone hears: that its payments are kept, and what the platform answered to them, once it has.
#[derive(Serialize)]
struct Kept {
    acts: Vec<KeptAct>,
    #[serde(skip_serializing_if = "Option::is_none")]
    returned: Option<ReturnedOut>,
}

#[derive(Serialize)]
struct KeptAct {
    seq: i64,
    status: &'static str,
}

/// The platform's own answer, byte for byte, with its signature: the phone checks it.
#[derive(Serialize)]
struct ReturnedOut {
    answer: String,
    signature: String,
}

async fn acts(State(shared): State<Arc<Shared>>, request: Request) -> Result<Json<Kept>, Response> {
    let asked = open(&shared, request).await?;
    let Carried { acts } = read(&asked)?;
    let codes: Vec<String> = acts.iter().flat_map(|act| act.codes.iter().cloned()).collect();
    let (hub, phone, Letter { header, body, .. }) = (shared.hub.clone(), asked.phone, asked.letter);
    let returned = off_the_loop(move || hub.take_in(&phone, &header, &body, &codes)).await;
    let returned = returned.map_err(|error| no(asked.lang, &error))?;
    if returned.is_none() {
        shared.carrier.wake();
    }
    let returned =
        returned.and_then(|said| Some(ReturnedOut { answer: String::from_utf8(said.answer).ok()?, signature: said.signature }));
    Ok(Json(Kept { acts: acts.iter().map(|act| KeptAct { seq: act.seq, status: "carried" }).collect(), returned }))
}

/// What a platform says when it says no, as far as the hub reads it.
#[derive(Deserialize)]
struct SaidNo {
    #[serde(default)]
    code: String,
}
