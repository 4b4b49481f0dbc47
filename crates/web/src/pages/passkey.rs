//! Passkeys: what the script of the sign-in page and of the account page asks, and what it sends back. The only pages
//! that need a script, because browsers open a device in no other way.

use crate::Web;
use crate::failure::{self, Nobody};
use crate::pages::sign_in::session_cookie;
use crate::visit::Visit;
use app::Error;
use app::domain::ids::PersonId;
use app::domain::refusal::Refusal;
use app::passkey::{Answered, decode, encode, user};
use app::sign_in::Session;
use axum::Router;
use axum::extract::Json;
use axum::extract::rejection::JsonRejection;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/account/passkey/begin", post(begin))
        .route("/account/passkey", post(add))
        .route("/sign-in/passkey/begin", post(ask))
        .route("/sign-in/passkey", post(enter))
}

/// How long a browser waits for its owner, milliseconds: less than the question lives here.
const PATIENCE: u32 = 240_000;

fn no(visit: &Visit, error: &Error) -> Response {
    failure::problem(visit.lang, error, &Nobody)
}

fn owner(visit: &Visit) -> Result<(PersonId, String, Session), Error> {
    let signed = visit.signed.as_ref().ok_or(Refusal::SignInNeeded)?;
    let email = &signed.person.email;
    let name = if email.is_empty() { &signed.person.name } else { email };
    Ok((signed.person.id, name.clone(), signed.session))
}

async fn begin(visit: Visit) -> Response {
    let begun = async {
        let (person, name, session) = owner(&visit)?;
        Ok::<_, Error>((visit.app().begin_passkey(person, &session).await?, person, name))
    };
    let (asked, person, name) = match begun.await {
        Ok(begun) => begun,
        Err(error) => return no(&visit, &error),
    };
    let known: Vec<Value> = asked.known.iter().map(|id| json!({ "type": "public-key", "id": encode(id) })).collect();
    Json(json!({
        "challenge": encode(&asked.challenge),
        "rp": { "id": visit.passkey_site().host(), "name": "Cabas" },
        "user": { "id": encode(&user(person)), "name": name, "displayName": name },
        "pubKeyCredParams": [{ "type": "public-key", "alg": -7 }, { "type": "public-key", "alg": -257 }],
        "authenticatorSelection": { "residentKey": "required", "requireResidentKey": true, "userVerification": "required" },
        "excludeCredentials": known,
        "attestation": "none",
        "timeout": PATIENCE,
    }))
    .into_response()
}

/// What a browser sends back; what is missing is refused like what is wrong.
#[derive(Deserialize, Default)]
struct Said {
    #[serde(default)]
    id: String,
    #[serde(default)]
    user: String,
    #[serde(default)]
    client_data: String,
    #[serde(default)]
    attestation: String,
    #[serde(default)]
    data: String,
    #[serde(default)]
    signature: String,
}

fn bytes(text: &str) -> Result<Vec<u8>, Error> {
    decode(text).ok_or_else(|| Refusal::PasskeyRefused.into())
}

async fn add(visit: Visit, said: Result<Json<Said>, JsonRejection>) -> Response {
    let added = async {
        let (person, _, session) = owner(&visit)?;
        let said = said.map(|Json(said)| said).unwrap_or_default();
        let (client_data, attestation) = (bytes(&said.client_data)?, bytes(&said.attestation)?);
        let (site, device) = (visit.passkey_site(), visit.caller().device);
        visit.app().add_passkey(person, &session, &site, &device, &client_data, &attestation).await
    };
    match added.await {
        Ok(()) => Json(json!({ "to": "/account?done=done-passkey-added" })).into_response(),
        Err(error) => no(&visit, &error),
    }
}

async fn ask(visit: Visit) -> Response {
    match visit.app().ask_passkey(&visit.caller()).await {
        Ok(challenge) => Json(json!({
            "challenge": encode(&challenge),
            "rpId": visit.passkey_site().host(),
            "userVerification": "required",
            "timeout": PATIENCE,
        }))
        .into_response(),
        Err(error) => no(&visit, &error),
    }
}

async fn enter(visit: Visit, said: Result<Json<Said>, JsonRejection>) -> Response {
    let entered = async {
        let said = said.map(|Json(said)| said).unwrap_or_default();
        let answered = Answered {
            id: bytes(&said.id)?,
            user: bytes(&said.user)?,
            client_data: bytes(&said.client_data)?,
            data: bytes(&said.data)?,
            signature: bytes(&said.signature)?,
        };
        visit.app().sign_in_by_passkey(&visit.passkey_site(), answered, &visit.caller()).await
    };
    match entered.await {
        Ok(token) => {
            let set = [(header::SET_COOKIE, session_cookie(&visit.web, &token))];
            (StatusCode::OK, set, Json(json!({ "to": "/" }))).into_response()
        }
        Err(error) => no(&visit, &error),
    }
}
