//! Pages, style sheets, scripts and drawings travel compressed: on a slow line that is most of the wait.
//!
//! What compresses well tells its length, and a length can tell a secret to somebody who watches the line and makes
//! a browser ask again with text of their choice (BREACH). So an answer is compressed only when nothing of the request
//! can be in it: a page asked for with `GET`, found, without a query. Answers to forms, pages that repeat what was
//! typed, lists of codes and the API travel as they are.

use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// Below this nothing is gained, bytes.
const LEAST: u64 = 700;
/// Beyond this the answer is a file, not a page, bytes.
const MOST: u64 = 4 * 1024 * 1024;

/// Whether a browser reads gzip.
fn reads_gzip(headers: &HeaderMap) -> bool {
    let said = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(','));
    said.map(|part| part.split_once(';').unwrap_or((part, ""))).any(|(name, weight)| {
        name.trim().eq_ignore_ascii_case("gzip") && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

/// What pages are made of.
fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    ["text/html", "text/css", "text/javascript", "image/svg+xml"].iter().any(|page| kind.starts_with(page))
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Compresses an answer that may be.
pub(crate) async fn compress(request: Request, next: Next) -> Response {
    let may = request.method() == Method::GET && request.uri().query().is_none();
    let reads = reads_gzip(request.headers());
    let mut response = next.run(request).await;
    let whole = response.body().size_hint().exact().is_some_and(|size| (LEAST..MOST).contains(&size));
    if !may || !whole || response.status() != StatusCode::OK || !is_page(response.headers()) {
        return response;
    }
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-encoding"));
    if !reads || response.headers().contains_key(header::CONTENT_ENCODING) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // The size was told, and is within bounds: both can only fail if the process lacks memory.
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let Ok(small) = gzip(&bytes) else { return Response::from_parts(parts, Body::from(bytes)) };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    Response::from_parts(parts, Body::from(small))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_say_is_read() {
        let reads = |said: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(said));
            reads_gzip(&headers)
        };
        assert!(reads("gzip, deflate, br, zstd") && reads("br;q=1, GZIP;q=0.5"));
        assert!(!reads("br") && !reads("gzip;q=0") && !reads("") && !reads("xgzip"));
        assert!(!reads_gzip(&HeaderMap::new()));
    }
}
