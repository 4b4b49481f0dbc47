//! Style sheets, scripts and icon, embedded: nothing comes from elsewhere.

use crate::Web;
use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use std::sync::Arc;

const CORE: &str = include_str!("../assets/core.css");
const STYLE: &str = include_str!("../assets/cabas.css");
const PASSKEY: &str = include_str!("../assets/passkey.js");
const ICON: &str = include_str!("../assets/icon.svg");

pub(crate) fn routes() -> Router<Arc<Web>> {
    let kept = "public, max-age=3600";
    Router::new()
        .route(
            "/a/core.css",
            get(move || async move {
                ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, kept)], CORE).into_response()
            }),
        )
        .route(
            "/a/cabas.css",
            get(move || async move {
                ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, kept)], STYLE).into_response()
            }),
        )
        .route(
            "/a/passkey.js",
            get(move || async move {
                ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, kept)], PASSKEY)
                    .into_response()
            }),
        )
        .route(
            "/a/icon.svg",
            get(move || async move {
                ([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, kept)], ICON).into_response()
            }),
        )
}
