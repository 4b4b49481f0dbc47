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
use app::domain::ids::PlaceId;
use app::domain::place::Food;
use app::domain::signed_code::SignedCode;
use app::domain::territory;
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
    /// What is sold at all these places together: key and words.
    buys: Vec<(&'static str, String)>,
    /// The territories there are, when there are several: code, name, whether it was picked.
    territories: Vec<(&'static str, &'static str, bool)>,
    groups: Vec<Group>,
    conditions: Vec<String>,
    /// The address of this page, without what was picked.
    here: String,
}

/// The places of a territory, those that open first before the others.
struct Group {
    /// Its name; empty for places that do not say where they are.
    name: &'static str,
    spots: Vec<Spot>,
}

/// Places by territory: the one that was picked, then the one where something opens first. Whoever looks picks the
/// territory; nothing asks where they are, and nothing remembers it.
fn groups(spots: Vec<Spot>, picked: &str) -> Vec<Group> {
    let mut groups: Vec<(String, Group)> = Vec::new();
    for spot in spots {
        if let Some((_, group)) = groups.iter_mut().find(|(code, _)| *code == spot.territory) {
            group.spots.push(spot);
        } else {
            let name = territory::by_code(&spot.territory).map_or("", |t| t.name);
            groups.push((spot.territory.clone(), Group { name, spots: vec![spot] }));
        }
    }
    groups.sort_by_key(|(code, _)| code != picked);
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The territories of some places, in the order of their names.
fn territories(s: &Shell, spots: &[Spot], picked: &str) -> Vec<(&'static str, &'static str, bool)> {
    let mut found: Vec<(&'static str, &'static str, bool)> = Vec::new();
    for spot in spots {
        if let Some(t) = territory::by_code(&spot.territory).filter(|t| !found.iter().any(|(code, ..)| *code == t.code)) {
            found.push((t.code, t.name, t.code == picked));
        }
    }
    found.sort_by(|one, other| text::compare(s.lang, one.1, other.1));
    if found.len() > 1 { found } else { Vec::new() }
}

/// What a coupon's places sell together, in the order of the foods.
fn buys(spots: &[Spot]) -> Vec<(&'static str, String)> {
    let mut all: Vec<(&'static str, String)> = spots.iter().flat_map(|spot| spot.sells.iter().cloned()).collect();
    all.sort_by_key(|(key, _)| Food::ALL.iter().position(|food| food.key() == *key));
    all.dedup();
    all
}

/// The conditions as they are printed on the coupon.
fn conditions(s: &Shell, coupon: &PublicCoupon) -> Vec<String> {
    let Some(class) = &coupon.class else { return Vec::new() };
    let identity = &coupon.book.identity;
    if identity.conditions.is_empty() {
        let mut lines = text::conditions(s.lang, &Conditions::of(class, &coupon.book.rules, String::new()));
        // The last one says where to check a coupon: here.
        lines.pop();
        let homes = coupon.book.homes(class);
        lines.extend((!homes.is_empty()).then(|| text::good_only_at(s.lang, &homes)));
        lines
    } else {
        vec![text::validity(s.lang, class.funding, class.starts_on, class.expires_on), identity.conditions.clone()]
    }
}

fn page(mut s: Shell, now: Timestamp, coupon: Option<PublicCoupon>, asked: bool, (typed, picked): (String, &str)) -> Response {
    let standing = coupon.as_ref().map_or(PublicStanding::Unknown, |c| c.standing);
    // The same page for everyone, signed in or not.
    s.person = None;
    s.book = coupon.as_ref().map(|c| c.book.clone());
    let class = coupon.as_ref().and_then(|c| c.class.as_ref());
    let day = |d: Option<jiff::civil::Date>| d.map(|d| s.date(&d)).unwrap_or_default();
    let (starts, ends) = (day(class.and_then(|c| c.starts_on)), day(class.and_then(|c| c.expires_on)));
    let face = class.map(|c| s.amount(&c.face.minor, &c.face.unit)).unwrap_or_default();
    let mut spots = coupon.as_ref().map_or_else(Vec::new, |c| Spot::public(&s, &c.book, now));
    if let (Some(c), Some(class)) = (&coupon, class) {
        let today = c.book.day_of(now);
        spots.retain(|spot| c.book.may_be_spent_at(class, PlaceId(spot.id), today));
    }
    let (buys, territories) = (buys(&spots), territories(&s, &spots, picked));
    let groups = groups(spots, picked);
    let here = s.path.clone();
    if territories.iter().any(|(.., is_picked)| *is_picked) {
        // Another language keeps what was picked.
        s.path = format!("{here}?t={picked}");
    }
    let conditions = coupon.as_ref().map_or_else(Vec::new, |c| conditions(&s, c));
    let useful = matches!(standing, PublicStanding::Good | PublicStanding::NotYet);
    let status = if asked && standing == PublicStanding::Unknown { StatusCode::NOT_FOUND } else { StatusCode::OK };
    // A code that no coupon can have was mistyped: that is another thing to do than a code nobody knows.
    let mistyped =
        asked && standing == PublicStanding::Unknown && !SignedCode::looks_like(&typed) && Code::parse(&typed).is_err();
    let standing = if mistyped { "mistyped" } else { standing.key() };
    let page =
        PublicPage { s, coupon, standing, asked, typed, useful, face, starts, ends, buys, territories, groups, conditions, here };
    (status, render(&page)).into_response()
}

/// A signed code names its programme; a short one is looked for in each.
async fn show(visit: Visit, At(code): At<String>, Query(Picked { t }): Query<Picked>) -> Response {
    find(visit, code, &t).await
}

#[derive(Deserialize, Default)]
struct Picked {
    /// The code of a territory.
    #[serde(default)]
    t: String,
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
        return page(visit.shell("public-check-title"), visit.app().now(), None, false, (String::new(), ""));
    }
    // A whole address may have been pasted or scanned: its last part is the code.
    let code = code.rsplit('/').next().unwrap_or(code).to_owned();
    find(visit, code, "").await
}

async fn find(visit: Visit, code: String, picked: &str) -> Response {
    let shown = match visit.app().public_coupon(&code, &visit.from).await {
        Ok(shown) => shown,
        Err(error) => return visit.failure(&error),
    };
    let mut s = visit.shell("public-title");
    s.path = format!("/c/{}", in_address(&code));
    page(s, visit.app().now(), shown, true, (code, picked))
}
