//! The page behind a coupon's QR: for any phone, without signing in, in a few kilobytes.

use crate::failure::render;
use crate::page::Shell;
use crate::visit::Visit;
use crate::Web;
use app::coupon::{self, PublicCoupon, PublicStanding};
use app::domain::signed_code::SignedCode;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::Router;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    // The QR is all upper case, what people type is not.
    Router::new().route("/c/{code}", get(show)).route("/C/{code}", get(show))
}

#[derive(Template)]
#[template(path = "coupon/public.html")]
struct PublicPage {
    s: Shell,
    coupon: Option<PublicCoupon>,
    standing: &'static str,
}

fn key(standing: PublicStanding) -> &'static str {
    match standing {
        PublicStanding::Good => "good",
        PublicStanding::NotYet => "not-yet",
        PublicStanding::Spent => "spent",
        PublicStanding::Ended => "ended",
        PublicStanding::NotGood => "not-good",
        PublicStanding::Unknown => "unknown",
    }
}

/// A signed code names its programme; a short one is looked for in each.
async fn show(visit: Visit, Path(code): Path<String>) -> Response {
    let books = match visit.app().programmes().await {
        Ok(books) => books,
        Err(error) => return visit.failure(&error),
    };
    let named = SignedCode::parse(&code).ok().map(|signed| signed.fields.programme);
    let mut shown: Option<PublicCoupon> = None;
    for book in books.iter().filter(|b| named.is_none_or(|id| id == b.identity.id)) {
        let asked = code.clone();
        match visit.app().look(book.identity.id, move |cx| coupon::public(cx, &asked)).await {
            Ok(found) if found.standing != PublicStanding::Unknown => {
                shown = Some(found);
                break;
            }
            Ok(unknown) => shown = shown.or(if books.len() == 1 || named.is_some() { Some(unknown) } else { None }),
            Err(error) => return visit.failure(&error),
        }
    }
    let standing = shown.as_ref().map_or(PublicStanding::Unknown, |c| c.standing);
    let mut s = visit.shell("public-title");
    s.book = shown.as_ref().map(|c| c.book.clone());
    let status = if standing == PublicStanding::Unknown { StatusCode::NOT_FOUND } else { StatusCode::OK };
    (status, render(&PublicPage { s, coupon: shown, standing: key(standing) })).into_response()
}
