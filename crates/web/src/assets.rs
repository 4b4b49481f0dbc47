//! Style sheets, scripts and pictures, embedded: nothing comes from elsewhere.

use crate::Web;
use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use std::sync::Arc;

const CSS: &str = "text/css; charset=utf-8";
const SVG: &str = "image/svg+xml";

/// Each file: its address, its type, its text.
const FILES: [(&str, &str, &str); 5] = [
    ("/a/core.css", CSS, include_str!("../assets/core.css")),
    ("/a/cabas.css", CSS, include_str!("../assets/cabas.css")),
    ("/a/food.svg", SVG, include_str!("../assets/food.svg")),
    ("/a/icon.svg", SVG, include_str!("../assets/icon.svg")),
    ("/a/passkey.js", "text/javascript; charset=utf-8", include_str!("../assets/passkey.js")),
];

pub(crate) fn routes() -> Router<Arc<Web>> {
    FILES.into_iter().fold(Router::new(), |routes, (path, kind, text)| {
        let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=3600")];
        routes.route(path, get(move || async move { (headers, text).into_response() }))
    })
}
