//! A language that a community is working on is shown on the pages that it says wholly; another page is in French, and
//! says so. Which words a page needs is known once it is made: it is made, and made again in French when words were
//! missing. An answer to a form is never made twice: there, a missing sentence alone is in French.

use crate::visit::language;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use std::cell::Cell;
use text::Lang;

tokio::task_local! {
    /// Whether the page being made lacks words.
    static LACKS: Cell<bool>;
}

/// The language asked for, which does not say the whole page.
#[derive(Clone, Copy)]
pub(crate) struct NotYet(pub(crate) Lang);

/// Hears of missing words, for the page being made.
pub(crate) fn listen() {
    text::tell_what_is_missing(|| {
        let _ = LACKS.try_with(|lacks| lacks.set(true));
    });
}

/// The same request, in French. A page is asked for without a body.
fn in_french(request: &Request, asked: Lang) -> Request {
    let mut again = Request::new(axum::body::Body::empty());
    *again.method_mut() = request.method().clone();
    *again.uri_mut() = request.uri().clone();
    *again.version_mut() = request.version();
    *again.headers_mut() = request.headers().clone();
    *again.extensions_mut() = request.extensions().clone();
    again.extensions_mut().insert(NotYet(asked));
    say_french(again.headers_mut());
    again
}

/// The first choice of language is the one that counts.
fn say_french(headers: &mut HeaderMap) {
    let mut cookies = format!("lang={}", Lang::default().short()).into_bytes();
    for cookie in headers.get_all(header::COOKIE) {
        cookies.extend_from_slice(b"; ");
        cookies.extend_from_slice(cookie.as_bytes());
    }
    if let Ok(cookies) = HeaderValue::from_bytes(&cookies) {
        headers.insert(header::COOKIE, cookies);
    }
}

/// Makes a page, again in French when its language lacks words.
pub(crate) async fn whole_or_french(request: Request, next: Next) -> Response {
    let lang = language(request.headers());
    if lang.is_whole() || request.method() != Method::GET {
        return next.run(request).await;
    }
    let again = in_french(&request, lang);
    let make = async {
        let answer = next.clone().run(request).await;
        (answer, LACKS.with(Cell::get))
    };
    match LACKS.scope(Cell::new(false), make).await {
        (answer, false) => answer,
        (_, true) => next.run(again).await,
    }
}
