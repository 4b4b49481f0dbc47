//! What a page's request says: the fields of its form, of its address. What cannot be read (a field twice,
//! a broken escape, too much) gets a page like any other no.

use crate::Web;
use crate::failure;
use crate::guard::MAX_BODY;
use crate::visit::Visit;
use app::domain::refusal::Refusal;
use app::photo::Sent;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde::de::value::MapDeserializer;
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

/// The fields of a form that may bring a file, in the field `file`.
pub(crate) struct FormWithFile<T> {
    pub(crate) fields: T,
    pub(crate) file: Vec<u8>,
    /// The file is too large: what came before it is in the fields.
    pub(crate) problem: Option<Refusal>,
}

impl<T: DeserializeOwned + Send> FromRequest<Arc<Web>> for FormWithFile<T> {
    type Rejection = Response;

    async fn from_request(request: Request, web: &Arc<Web>) -> Result<Self, Response> {
        let FormWithPhotos { fields, file, problem, .. } = FormWithPhotos::read(request, web, MAX_BODY).await?;
        Ok(Self { fields, file, problem })
    }
}

/// The fields of a form that may bring a file, and pictures in the field `photo`: as many as fit in
/// [`app::photo::MAX_BYTES`], which its route has to allow.
pub(crate) struct FormWithPhotos<T> {
    pub(crate) fields: T,
    pub(crate) file: Vec<u8>,
    pub(crate) photos: Vec<Sent>,
    /// The file or the pictures are too large.
    pub(crate) problem: Option<Refusal>,
}

impl<T: DeserializeOwned + Send> FromRequest<Arc<Web>> for FormWithPhotos<T> {
    type Rejection = Response;

    async fn from_request(request: Request, web: &Arc<Web>) -> Result<Self, Response> {
        Self::read(request, web, app::photo::MAX_BYTES).await
    }
}

impl<T: DeserializeOwned + Send> FormWithPhotos<T> {
    async fn read(request: Request, web: &Arc<Web>, limit: usize) -> Result<Self, Response> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            let fields = Form::from_request(request, web).await?.0;
            return Ok(Self { fields, file: Vec::new(), photos: Vec::new(), problem: None });
        }
        let (head, body) = request.into_parts();
        let mut kept = head.clone();
        let mut parts = match Multipart::from_request(Request::from_parts(head, body), web).await {
            Ok(parts) => parts,
            Err(no) => return Err(unreadable(&mut kept, web, no.into_response().status()).await),
        };
        let (mut texts, mut file, mut photos) = (Vec::new(), Vec::new(), Vec::new());
        let too_large = |limit: usize| Some(Refusal::FileTooLarge { megabytes: limit as u64 / 1024 / 1024 });
        let problem = match read_parts(&mut parts, &mut texts, &mut file, &mut photos).await {
            Ok(()) if file.len() > MAX_BODY => too_large(MAX_BODY),
            Ok(()) => None,
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => too_large(limit),
            Err(_) => return Err(unreadable(&mut kept, web, StatusCode::BAD_REQUEST).await),
        };
        match T::deserialize(MapDeserializer::<_, serde::de::value::Error>::new(texts.into_iter())) {
            Ok(fields) => Ok(Self { fields, file, photos, problem }),
            Err(_) => Err(unreadable(&mut kept, web, StatusCode::UNPROCESSABLE_ENTITY).await),
        }
    }
}

async fn read_parts(
    parts: &mut Multipart,
    texts: &mut Vec<(String, String)>,
    file: &mut Vec<u8>,
    photos: &mut Vec<Sent>,
) -> Result<(), MultipartError> {
    while let Some(part) = parts.next_field().await? {
        match part.name().unwrap_or_default().to_owned() {
            name if name == "file" => *file = part.bytes().await?.to_vec(),
            name if name == "photo" => {
                let name = part.file_name().unwrap_or_default().to_owned();
                let bytes = part.bytes().await?.to_vec();
                // Nothing chosen is sent as an empty file.
                if !bytes.is_empty() {
                    photos.push(Sent { name, bytes });
                }
            }
            name => texts.push((name, part.text().await?)),
        }
    }
    Ok(())
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
