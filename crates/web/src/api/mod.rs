//! The JSON API, described by itself in OpenAPI 3.1 at `/api/openapi.json`.

mod coupons;
mod hand_outs;
pub(crate) mod keys;
pub(crate) mod phone;
mod redemptions;
mod stock;

use crate::Web;
use crate::failure::{self, Nobody};
use crate::visit::{language, token};
use app::domain::ids::Actor;
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::sign_in::SignedIn;
use app::{App, Error};
use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Json, Response};
use axum::routing::get;
use std::sync::Arc;
use text::Lang;
use utoipa::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Cabas",
        description = "Coupons nourriciers : consulter, remettre, encaisser. Every answer that is no is a problem document with a stable code, a sentence and a next step, in the language asked for.",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later")
    ),
    modifiers(&Security),
    security(("session" = []))
)]
struct Description;

struct Security;

impl utoipa::Modify for Security {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("A session's token")).build();
        let components = api.components.get_or_insert_default();
        components.add_security_scheme("session", SecurityScheme::Http(bearer));
        let signed = "`Cabas-Device PROGRAMME DEVICE SIGNATURE`: the request, signed by the device's own key (docs/phone.md)";
        let device = ApiKey::Header(ApiKeyValue::with_description("Authorization", signed));
        components.add_security_scheme("device", SecurityScheme::ApiKey(device));
    }
}

fn described() -> (Router<Arc<Web>>, utoipa::openapi::OpenApi) {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(redemptions::record))
        .routes(routes!(coupons::show))
        .routes(routes!(stock::show))
        .routes(routes!(keys::show))
        .routes(routes!(hand_outs::record, hand_outs::list))
        .routes(routes!(phone::enrol))
        .routes(routes!(phone::lists))
        .routes(routes!(phone::acts))
        .routes(routes!(phone::check))
        .split_for_parts()
}

/// The description of the API.
pub fn openapi() -> utoipa::openapi::OpenApi {
    described().1
}

pub(crate) fn routes() -> Router<Arc<Web>> {
    let (router, description) = described();
    let description = Arc::new(description);
    router.route(
        "/api/openapi.json",
        get(move || {
            let description = description.clone();
            async move { Json((*description).clone()) }
        }),
    )
}

/// A program or a phone, signed in.
pub(crate) struct Client {
    web: Arc<Web>,
    lang: Lang,
    signed: SignedIn,
}

impl FromRequestParts<Arc<Web>> for Client {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Response> {
        let lang = language(&parts.headers);
        let no = |error: Error| failure::problem(lang, &error, &Nobody);
        let token = token(&parts.headers, web.options.https).ok_or_else(|| no(Refusal::SignInNeeded.into()))?;
        let signed = web.app.signed_in(&token).await.map_err(no)?;
        Ok(Self { web: web.clone(), lang, signed })
    }
}

impl Client {
    fn app(&self) -> &App {
        &self.web.app
    }

    const fn actor(&self) -> Actor {
        Actor::Person(self.signed.person.id)
    }

    /// The programme asked for by its short name, or the only one this person works for.
    fn book(&self, key: Option<&str>) -> Result<Arc<Book>, Response> {
        let found = match (key, self.signed.roles.as_slice()) {
            (None, [(only, _)]) => Some(only.clone()),
            (None, _) => None,
            (Some(key), roles) => roles.iter().find(|(b, _)| b.identity.key == key).map(|(b, _)| b.clone()),
        };
        found.ok_or_else(|| failure::problem(self.lang, &Refusal::UnknownProgramme.into(), &Nobody))
    }
}

/// What an address says after its `?`; what cannot be read is a problem.
pub(crate) struct Query<T>(pub(crate) T);

impl<T: serde::de::DeserializeOwned> FromRequestParts<Arc<Web>> for Query<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Response> {
        let read = axum::extract::Query::from_request_parts(parts, web).await;
        read.map(|axum::extract::Query(fields)| Self(fields))
            .map_err(|no| failure::unreadable_problem(language(&parts.headers), no.into_response().status()))
    }
}

/// A part of the address's path; what cannot be read is a problem.
pub(crate) struct Named(pub(crate) String);

impl FromRequestParts<Arc<Web>> for Named {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Response> {
        let read = axum::extract::Path::from_request_parts(parts, web).await;
        read.map(|axum::extract::Path(name)| Self(name))
            .map_err(|no| failure::unreadable_problem(language(&parts.headers), no.into_response().status()))
    }
}

/// A body that is not the JSON asked for: where, and why.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: serde::de::DeserializeOwned> axum::extract::FromRequest<Arc<Web>> for Body<T> {
    type Rejection = Response;

    async fn from_request(request: axum::extract::Request, state: &Arc<Web>) -> Result<Self, Response> {
        let lang = language(request.headers());
        let bytes = axum::body::Bytes::from_request(request, state)
            .await
            .map_err(|no| failure::unreadable_problem(lang, no.into_response().status()))?;
        serde_json::from_slice(&bytes).map(Self).map_err(|error| failure::unreadable_json(lang, &error.to_string()))
    }
}
