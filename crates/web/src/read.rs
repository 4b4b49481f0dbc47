//! What a page's request says: the fields of its form, of its address. What cannot be read (a field twice,
//! a broken escape, too much) gets a page like any other no.

use crate::Web;
use crate::failure;
use crate::visit::Visit;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// The fields of a form that was sent.
pub(crate) struct Form<T>(pub(crate) T);

impl<T: DeserializeOwned + Send> FromRequest<Arc<Web>> for Form<T> {
    type Rejection = Response;

    async fn from_request(request: Request, web: &Arc<Web>) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let mut kept = parts.clone();
        match axum::extract::Form::from_request(Request::from_parts(parts, body), web).await {
            Ok(axum::extract::Form(fields)) => Ok(Self(fields)),
            Err(no) => {
                let status = no.into_response().status();
                Err(unreadable(&mut kept, web, status).await)
            }
        }
    }
}

/// The fields of an address, after its `?`.
pub(crate) struct Query<T>(pub(crate) T);

impl<T: DeserializeOwned + Send> FromRequestParts<Arc<Web>> for Query<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Response> {
        match axum::extract::Query::from_request_parts(parts, web).await {
            Ok(axum::extract::Query(fields)) => Ok(Self(fields)),
            Err(no) => {
                let status = no.into_response().status();
                Err(unreadable(parts, web, status).await)
            }
        }
    }
}

/// The page for what cannot be read.
pub(crate) async fn unreadable(parts: &mut Parts, web: &Arc<Web>, status: StatusCode) -> Response {
    match Visit::from_request_parts(parts, web).await {
        Ok(visit) => failure::unreadable(visit.shell("failure-title"), status),
        Err(fault) => fault,
    }
}
