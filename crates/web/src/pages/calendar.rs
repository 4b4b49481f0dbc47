//! The calendar: a month of market days, closures and the season's dates, as a grid and as a list.

use crate::Web;
use crate::failure::render;
use crate::page::Shell;
use crate::read::Query;
use crate::visit::Desk;
use app::domain::ids::PlaceId;
use app::domain::place::Place;
use app::domain::programme::Book;
use app::place;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/calendar", get(show))
}

/// One opening of a day.
struct Line {
    place: u32,
    name: String,
    hours: String,
    /// Why it is closed all the same.
    closed: Option<String>,
    is_public: bool,
}

/// A place open on more days of a month than this is said once, not day by day.
const OFTEN_DAYS: usize = 15;

/// A day of the grid.
struct Cell {
    on: Date,
    number: i8,
    words: String,
    in_month: bool,
    is_today: bool,
    /// The season's dates that fall on it.
    marks: Vec<String>,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "place/calendar.html")]
struct CalendarPage {
    s: Shell,
    month: String,
    before: Option<String>,
    after: Option<String>,
    weekdays: Vec<(String, String)>,
    weeks: Vec<Vec<Cell>>,
    /// Places open nearly every day: number, name, hours.
    often: Vec<(u32, String, Vec<String>)>,
    /// Whether anything happens in the month.
    any: bool,
    is_public: bool,
}

#[derive(Deserialize, Default)]
struct Asked {
    /// `2025-07`.
    #[serde(default)]
    month: String,
}

/// The season's dates, with the keys of their words.
fn marks(s: &Shell, book: &Book) -> Vec<(Date, String)> {
    let season = &book.season;
    let mut marks = vec![
        (season.starts_on, s.t("calendar-starts")),
        (season.ends_on, s.t("calendar-ends")),
        (season.last_claim_on, s.t("calendar-last-claim")),
    ];
    for class in &book.classes {
        if let Some(on) = class.expires_on.filter(|on| *on != season.ends_on) {
            marks.push((on, s.w("calendar-class-ends", "letter", class.letter.to_string())));
        }
    }
    marks.extend(place::last_useful_hand_out(book).map(|on| (on, s.t("calendar-last-handout"))));
    marks
}

/// What a page about a month knows.
struct Month<'a> {
    s: &'a Shell,
    book: &'a Book,
    first: Date,
    today: Date,
    marks: Vec<(Date, String)>,
    often: Vec<PlaceId>,
}

fn cell(known: &Month<'_>, on: Date) -> Cell {
    let Month { s, book, first, today, marks, often } = known;
    let in_month = (on.year(), on.month()) == (first.year(), first.month());
    let mut lines = Vec::new();
    for place in book.places.iter().filter(|_| in_month) {
        // Of a place that is open nearly every day, only the days it is not.
        if often.contains(&place.id) && place.closure(on).is_none() {
            continue;
        }
        for opening in place.planned(on, on) {
            let line = Line {
                place: place.id.0,
                name: place.name.clone(),
                hours: text::opening(s.lang, &opening),
                closed: place.closure(on).map(|closure| text::label(s.lang, &closure.why)),
                is_public: place.public,
            };
            lines.push((opening.from, line));
        }
    }
    lines.sort_by_key(|(from, line)| (*from, line.place));
    Cell {
        on,
        number: on.day(),
        words: crate::spot::capital(&text::date_full(s.lang, on)),
        in_month,
        is_today: on == *today,
        marks: marks.iter().filter(|(day, _)| in_month && *day == on).map(|(_, words)| words.clone()).collect(),
        lines: lines.into_iter().map(|(_, line)| line).collect(),
    }
}

/// The month asked for, else today's while the season lasts, else the season's nearest.
fn month_of(asked: &str, book: &Book, today: Date) -> Date {
    let asked: Option<Date> = format!("{asked}-01").parse().ok();
    let day = asked.unwrap_or_else(|| today.clamp(book.season.starts_on, book.season.last_claim_on.max(book.season.starts_on)));
    day.first_of_month()
}

async fn show(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let s = desk.shell("nav-calendar");
    let book = &desk.book;
    let today = book.day_of(desk.app().now());
    let month = month_of(&asked.month, book, today);
    let often: Vec<&Place> = book.places.iter().filter(|p| p.planned(month, month.last_of_month()).len() > OFTEN_DAYS).collect();
    let known = Month { s: &s, book, first: month, today, marks: marks(&s, book), often: often.iter().map(|p| p.id).collect() };
    let monday = app::live_use::monday(month);
    let mut weeks: Vec<Vec<Cell>> = Vec::new();
    for week in 0..6i64 {
        let Ok(first) = monday.checked_add((7 * week).days()) else { break };
        if week > 0 && (first.year(), first.month()) != (month.year(), month.month()) {
            break;
        }
        let days = (0..7i64).filter_map(|day| first.checked_add(day.days()).ok());
        weeks.push(days.map(|on| cell(&known, on)).collect());
    }
    let other = |months: i64| month.checked_add(months.months()).ok().map(|d| format!("{:04}-{:02}", d.year(), d.month()));
    let name = |number: usize| (s.t(&format!("hours-short-{number}")), s.t(&format!("format-weekday-{number}")));
    let often: Vec<(u32, String, Vec<String>)> = often
        .iter()
        .map(|p| (p.id.0, p.name.clone(), p.opens.iter().map(|slot| crate::spot::capital(&text::slot(s.lang, slot))).collect()))
        .collect();
    let any = !often.is_empty()
        || weeks.iter().flatten().any(|cell| cell.in_month && !(cell.lines.is_empty() && cell.marks.is_empty()));
    render(&CalendarPage {
        month: text::month_year(s.lang, month),
        before: other(-1),
        after: other(1),
        weekdays: (1..=7).map(name).collect(),
        weeks,
        often,
        any,
        is_public: place::is_public(book),
        s,
    })
}
