//! The page behind a coupon's QR: for any phone, without signing in, in a few kilobytes.

use crate::Web;
use crate::failure::render;
use crate::form::in_address;
use crate::page::Shell;
use crate::read::Query;
use crate::spot::Spot;
use crate::visit::{At, Visit};
use app::coupon::{PublicCoupon, PublicStanding};
use app::domain::code::Code;
use app::domain::signed_code::SignedCode;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::Timestamp;
use serde::Deserialize;
use std::sync::Arc;
use text::Conditions;

pub(crate) fn routes() -> Router<Arc<Web>> {
    // The QR is all upper case, what people type is not.
    Router::new().route("/c/{code}", get(show)).route("/C/{code}", get(show)).route("/c", get(check))
}

#[derive(Template)]
#[template(path = "coupon/public.html")]
struct PublicPage {
    s: Shell,
    coupon: Option<PublicCoupon>,
    standing: &'static str,
    /// Whether a coupon was asked for; else the page only asks for a code.
    asked: bool,
    typed: String,
    /// Whether it can be spent, now or later: then it says what it is worth and where.
    useful: bool,
    face: String,
    starts: String,
    ends: String,
    places: Vec<Spot>,
    conditions: Vec<String>,
}

/// The conditions as they are printed on the coupon.
fn conditions(s: &Shell, coupon: &PublicCoupon) -> Vec<String> {
    let Some(class) = &coupon.class else { return Vec::new() };
    let identity = &coupon.book.identity;
    if identity.conditions.is_empty() {
        let mut lines = text::conditions(s.lang, &Conditions::of(class, &coupon.book.rules, String::new()));
        // The last one says where to check a coupon: here.
        lines.pop();
        lines
    } else {
        vec![text::validity(s.lang, class.funding, class.starts_on, class.expires_on), identity.conditions.clone()]
    }
}

fn page(mut s: Shell, now: Timestamp, coupon: Option<PublicCoupon>, asked: bool, typed: String) -> Response {
    let standing = coupon.as_ref().map_or(PublicStanding::Unknown, |c| c.standing);
    // The same page for everyone, signed in or not.
    s.person = None;
    s.book = coupon.as_ref().map(|c| c.book.clone());
    let class = coupon.as_ref().and_then(|c| c.class.as_ref());
    let day = |d: Option<jiff::civil::Date>| d.map(|d| s.date(&d)).unwrap_or_default();
    let (starts, ends) = (day(class.and_then(|c| c.starts_on)), day(class.and_then(|c| c.expires_on)));
    let face = class.map(|c| s.amount(&c.face.minor, &c.face.unit)).unwrap_or_default();
    let places = coupon.as_ref().map_or_else(Vec::new, |c| Spot::public(&s, &c.book, now));
    let conditions = coupon.as_ref().map_or_else(Vec::new, |c| conditions(&s, c));
    let useful = matches!(standing, PublicStanding::Good | PublicStanding::NotYet);
    let status = if asked && standing == PublicStanding::Unknown { StatusCode::NOT_FOUND } else { StatusCode::OK };
    // A code that no coupon can have was mistyped: that is another thing to do than a code nobody knows.
    let mistyped =
        asked && standing == PublicStanding::Unknown && !SignedCode::looks_like(&typed) && Code::parse(&typed).is_err();
    let standing = if mistyped { "mistyped" } else { standing.key() };
    let page = PublicPage { s, coupon, standing, asked, typed, useful, face, starts, ends, places, conditions };
    (status, render(&page)).into_response()
}

/// A signed code names its programme; a short one is looked for in each.
async fn show(visit: Visit, At(code): At<String>) -> Response {
    find(visit, code).await
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    code: String,
}

/// The page where a code is typed.
async fn check(visit: Visit, Query(asked): Query<Asked>) -> Response {
    let code = asked.code.trim();
    if code.is_empty() {
        return page(visit.shell("public-check-title"), visit.app().now(), None, false, String::new());
    }
    // A whole address may have been pasted or scanned: its last part is the code.
    let code = code.rsplit('/').next().unwrap_or(code).to_owned();
    find(visit, code).await
}

async fn find(visit: Visit, code: String) -> Response {
    let shown = match visit.app().public_coupon(&code, &visit.from).await {
        Ok(shown) => shown,
        Err(error) => return visit.failure(&error),
    };
    let mut s = visit.shell("public-title");
    s.path = format!("/c/{}", in_address(&code));
    page(s, visit.app().now(), shown, true, code)
}
