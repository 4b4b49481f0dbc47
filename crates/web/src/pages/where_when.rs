//! Where and when, for everybody: a programme's public places, the next days, and the calendars to follow. Light, for
//! any phone; a hidden place is in none of it.

use crate::Web;
use crate::api::keys::Published;
use crate::failure::{self, render};
use crate::page::Shell;
use crate::spot::{self, Spot};
use crate::visit::{At, Visit};
use app::calendar;
use app::domain::programme::Book;
use app::signing_key;
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Json, Response};
use axum::routing::get;
use jiff::ToSpan;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/w/{programme}", get(show))
        .route("/w/{programme}/calendar.ics", get(programme_ics))
        .route("/w/{programme}/keys.json", get(keys))
        .route("/w/{programme}/places/{place}/calendar.ics", get(place_ics))
}

/// How many days ahead are listed one by one.
const SOON_DAYS: i64 = 13;

/// A day with something open, or closed all the same.
struct Day {
    words: String,
    /// Name, hours, and why it is closed.
    lines: Vec<(String, String, Option<String>)>,
}

#[derive(Template)]
#[template(path = "place/where.html")]
struct WherePage {
    s: Shell,
    spots: Vec<Spot>,
    days: Vec<Day>,
    key: String,
}

fn days(s: &Shell, book: &Book, now: jiff::Timestamp) -> Vec<Day> {
    let (today, zone) = (book.day_of(now), book.zone());
    let mut days = Vec::new();
    for ahead in 0..=SOON_DAYS {
        let Ok(on) = today.checked_add(ahead.days()) else { break };
        let mut lines = Vec::new();
        for place in book.places.iter().filter(|place| place.public) {
            for opening in place.planned(on, on).into_iter().filter(|opening| !opening.is_over(now, &zone)) {
                let closed = place.closure(on).map(|closure| text::label(s.lang, &closure.why).to_lowercase());
                lines.push((opening, (place.name.clone(), text::opening(s.lang, &opening), closed)));
            }
        }
        lines.sort_by_key(|(opening, _)| *opening);
        if !lines.is_empty() {
            let words = spot::capital(&text::date_full(s.lang, on));
            days.push(Day { words, lines: lines.into_iter().map(|(_, line)| line).collect() });
        }
    }
    days
}

async fn book_of(visit: &Visit, key: &str) -> Result<Arc<Book>, Response> {
    visit.app().public_programme(key).await.map_err(|error| visit.failure(&error))
}

async fn show(visit: Visit, At(key): At<String>) -> Response {
    let book = match book_of(&visit, &key).await {
        Ok(book) => book,
        Err(no) => return no,
    };
    let mut s = visit.shell("where-title");
    // The same page for everyone, signed in or not.
    s.person = None;
    s.book = Some(book.clone());
    let now = visit.app().now();
    let days = days(&s, &book, now);
    render(&WherePage { spots: Spot::public(&s, &book, now), days, key, s })
}

/// The keys that its coupons are verified with, for whoever writes a reader.
async fn keys(visit: Visit, At(key): At<String>) -> Response {
    let book = match book_of(&visit, &key).await {
        Ok(book) => book,
        Err(no) => return no,
    };
    let id = book.identity.id;
    match visit.app().look(id, signing_key::published).await {
        Ok(keys) => ([(header::CACHE_CONTROL, "public, max-age=900")], Json(Published::of(id.0, &keys))).into_response(),
        Err(error) => visit.failure(&error),
    }
}

/// A calendar file.
fn file(text: String) -> Response {
    let kind = "text/calendar; charset=utf-8";
    let kept = "public, max-age=900";
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, kept)], text).into_response()
}

async fn programme_ics(visit: Visit, At(key): At<String>) -> Response {
    match book_of(&visit, &key).await {
        Ok(book) => file(calendar::of_programme(visit.lang, &book, visit.app().now())),
        Err(no) => no,
    }
}

async fn place_ics(visit: Visit, At((key, place)): At<(String, String)>) -> Response {
    let book = match book_of(&visit, &key).await {
        Ok(book) => book,
        Err(no) => return no,
    };
    // A hidden place and one that does not exist are answered alike.
    calendar::of_place(visit.lang, &book, &place, visit.app().now())
        .map_or_else(|| failure::missing(visit.shell("app-not-found")), file)
}
