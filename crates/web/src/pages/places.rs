//! Places: the list, one place with its next openings, its closed days, and the form that changes it.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::hexmap;
use crate::page::Shell;
use crate::place_form::{Fields, PlaceForm};
use crate::pointmap::{self, Dot};
use crate::read::{Form, Query};
use crate::spot::{self, Spot};
use crate::visit::{At, Desk};
use app::Error;
use app::domain::ids::PlaceId;
use app::domain::place::{Place, WhyClosed};
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::domain::territory;
use app::permit::Action;
use app::place::{self, Effect};
use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/p/{programme}/places", get(list))
        .route("/p/{programme}/places/new", get(new).post(add))
        .route("/p/{programme}/places/sheet", get(sheet))
        .route("/p/{programme}/places/{place}", get(show).post(change))
}

#[derive(Template)]
#[template(path = "place/places.html")]
struct PlacesPage {
    s: Shell,
    spots: Vec<Spot>,
    may_configure: bool,
    is_public: bool,
    points: String,
    unplaced: String,
    map: String,
}

#[derive(Template)]
#[template(path = "place/sheet.html")]
struct SheetPage {
    s: Shell,
    /// Code and name of each, to choose from; none when there is only one.
    territories: Vec<(&'static str, &'static str)>,
    /// Each with the number it has on the map, if it is there.
    spots: Vec<(String, Spot)>,
    points: String,
}

/// A day that can be closed.
struct Day {
    on: Date,
    words: String,
    closed: Option<String>,
}

/// A closed day.
struct Shut {
    on: Date,
    day: String,
    why: String,
    /// Whether telling somebody still serves.
    ahead: bool,
}

/// What closing a day changes, in words.
struct Shown {
    on: Date,
    day: String,
    count: u64,
    amount: String,
    effect: Effect,
    partners: Vec<(String, u64, u64)>,
    others: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "place/place.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is asked by the template")]
struct PlacePage {
    s: Shell,
    spot: Option<Spot>,
    days: Vec<Day>,
    closures: Vec<Shut>,
    /// A closed day that others are to be told about.
    tell: Option<Date>,
    shown: Option<Shown>,
    whys: [WhyClosed; 5],
    may_configure: bool,
    may_close: bool,
    may_write: bool,
    form: PlaceForm,
    /// Whether the form is open: it was just sent, or the place is new.
    open: bool,
}

/// The territories of a programme's public places, when there are several.
fn own(book: &Book) -> Vec<(&'static str, &'static str)> {
    let has = |code: &str| book.places.iter().any(|place| place.public && place.territory == code);
    let found: Vec<_> = territory::all().iter().filter(|t| has(t.code)).map(|t| (t.code, t.name)).collect();
    if found.len() > 1 { found } else { Vec::new() }
}

/// Those of the programme's places that have coordinates, numbered as in the list.
fn dots(places: &[&Place]) -> Vec<Dot> {
    (1..).zip(places).filter_map(|(number, p)| p.point.map(|point| Dot { number, name: p.name.clone(), point })).collect()
}

fn unplaced(s: &Shell, places: &[&Place]) -> String {
    let names: Vec<String> = places.iter().filter(|p| p.point.is_none()).map(|p| p.name.clone()).collect();
    if names.is_empty() { String::new() } else { s.w("map-unplaced", "places", text::list(s.lang, &names)) }
}

async fn list(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-places");
    s.done = was.message(desk.lang());
    let (book, now) = (&desk.book, desk.app().now());
    let spots = book.places.iter().map(|place| Spot::of(&s, book, place, now)).collect();
    let all: Vec<&Place> = book.places.iter().collect();
    let own = place::territories(book);
    let map = hexmap::svg(&s.t("map-alt"), |territory| if own.contains(territory.code) { "own" } else { "" }, |_| None);
    render(&PlacesPage {
        points: pointmap::svg(&s, &dots(&all)),
        unplaced: unplaced(&s, &all),
        spots,
        may_configure: desk.may(Action::Configure),
        is_public: place::is_public(book),
        map: if own.is_empty() { String::new() } else { map },
        s,
    })
}

#[derive(Deserialize, Default)]
struct Where {
    /// A territory's code; all of them when there is none.
    #[serde(default)]
    territory: String,
}

/// The public places on one sheet of paper, of the whole programme or of one of its territories.
async fn sheet(desk: Desk, Query(asked): Query<Where>) -> Response {
    let mut s = desk.shell("map-sheet");
    let (book, now) = (&desk.book, desk.app().now());
    if let Some(territory) = territory::by_code(&asked.territory) {
        s.title = format!("{} · {}", s.title, territory.name);
    }
    let is_asked = |place: &Place| asked.territory.is_empty() || place.territory == asked.territory;
    let all: Vec<&Place> = book.places.iter().filter(|place| place.public && is_asked(place)).collect();
    let dots = dots(&all);
    let number = |index: usize| dots.iter().find(|d| d.number == index + 1).map_or_else(String::new, |d| d.number.to_string());
    let spots = all.iter().enumerate().map(|(i, place)| (number(i), Spot::of(&s, book, place, now))).collect();
    render(&SheetPage { points: pointmap::svg(&s, &dots), spots, territories: own(book), s })
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    done: String,
    /// A day about to be closed.
    #[serde(default)]
    close: String,
    /// A day that was closed, to tell others about.
    #[serde(default)]
    tell: String,
}

/// How far the days that can be closed are listed, and how many at most.
const AHEAD_DAYS: i64 = 60;
const MOST_DAYS: usize = 8;

async fn page(desk: &Desk, s: Shell, id: u32, asked: &Asked, sent: Option<PlaceForm>) -> Response {
    let book = &desk.book;
    let Some(place) = book.place(PlaceId(id)) else {
        return desk.failure(&Refusal::NotFound.into());
    };
    let now = desk.app().now();
    let today = book.day_of(now);
    let may_close = desk.may(Action::RunMarket(place.id));
    let shown = match form::day(&asked.close) {
        Ok(on) if may_close => match effect(desk, &s, place, on).await {
            Ok(shown) => Some(shown),
            Err(error) => return desk.failure(&error),
        },
        _ => None,
    };
    let until = today.checked_add(AHEAD_DAYS.days()).unwrap_or(today);
    let mut days: Vec<Day> = place
        .planned(today, until)
        .iter()
        .filter(|opening| !opening.is_over(now, &book.zone()))
        .map(|opening| Day {
            on: opening.on,
            words: spot::when(&s, opening, today),
            closed: place.closure(opening.on).map(|closure| text::label(s.lang, &closure.why)),
        })
        .collect();
    days.truncate(MOST_DAYS);
    let closures = place
        .closures
        .iter()
        .rev()
        .map(|closure| Shut {
            on: closure.on,
            day: text::date_full(s.lang, closure.on),
            why: text::label(s.lang, &closure.why),
            ahead: closure.on >= today,
        })
        .collect();
    render(&PlacePage {
        spot: Some(Spot::of(&s, book, place, now)),
        days,
        closures,
        tell: form::day(&asked.tell).ok().filter(|on| desk.may(Action::Write) && place.closure(*on).is_some()),
        shown,
        whys: WhyClosed::ALL,
        may_configure: desk.may(Action::Configure),
        may_close,
        may_write: desk.may(Action::Write),
        open: sent.is_some(),
        form: sent.unwrap_or_else(|| PlaceForm::of(&s, place)),
        s,
    })
}

async fn effect(desk: &Desk, s: &Shell, place: &Place, on: Date) -> Result<Shown, Error> {
    let (actor, id, book) = (desk.actor(), place.id, &desk.book);
    let effect = desk.app().look(desk.programme(), move |cx| place::effect(cx, actor, id, on)).await?;
    let name = |id| book.place(id).map_or_else(String::new, |p: &Place| p.name.clone());
    Ok(Shown {
        on,
        day: text::date_full(s.lang, on),
        count: effect.usual_count,
        amount: s.money(&effect.usual_cents),
        partners: effect
            .partners
            .iter()
            .map(|p| (book.partner(p.partner).map_or_else(String::new, |o| o.name.clone()), p.used, p.live))
            .collect(),
        others: effect
            .others
            .iter()
            .map(|(id, opening)| (name(*id), spot::when(s, opening, book.day_of(desk.app().now()))))
            .collect(),
        effect,
    })
}

async fn show(desk: Desk, At((_, id)): At<(String, u32)>, Query(asked): Query<Asked>) -> Response {
    let mut s = titled(&desk, id);
    s.done = Done { done: asked.done.clone() }.message(desk.lang());
    page(&desk, s, id, &asked, None).await
}

/// The frame of a place's page, under its own name.
fn titled(desk: &Desk, id: u32) -> Shell {
    let mut s = desk.shell("nav-places");
    if let Some(place) = desk.book.place(PlaceId(id)) {
        s.title.clone_from(&place.name);
    }
    s
}

async fn change(desk: Desk, At((_, id)): At<(String, u32)>, Form(fields): Form<Fields>) -> Response {
    let path = format!("/p/{}/places/{id}", desk.book.identity.key);
    let get = |name: &str| PlaceForm::field(&fields, name);
    match apply(&desk, id, &fields).await {
        // Whoever may write is offered to tell those it touches.
        Ok("done-place-closed") if desk.may(Action::Write) => {
            Redirect::to(&format!("{path}?done=done-place-closed&tell={}#tell", form::in_address(get("on")))).into_response()
        }
        Ok(message) => done(&path, message),
        Err(error) => {
            let mut s = titled(&desk, id);
            let status = s.say_no(&error, &*desk.book, get("id"));
            let sent = (get("act") == "save").then(|| PlaceForm::sent(&s, &fields));
            status.with(page(&desk, s, id, &Asked::default(), sent).await)
        }
    }
}

async fn apply(desk: &Desk, id: u32, fields: &Fields) -> Result<&'static str, Error> {
    let get = |name: &str| PlaceForm::field(fields, name);
    let (request, app, programme) = (form::request(desk, get("id")), desk.app(), desk.programme());
    let id = PlaceId(id);
    let old = desk.book.place(id).ok_or(Refusal::NotFound)?;
    match get("act") {
        "save" => {
            let new = PlaceForm::read(fields, old, &desk.book)?;
            app.act(programme, move |cx| place::change(cx, request, &new)).await.map(|_| "done-place-saved")
        }
        "close" => {
            let on = form::day(get("on"))?;
            let why = WhyClosed::ALL.into_iter().find(|why| why.key() == get("why")).ok_or(Refusal::Nothing)?;
            app.act(programme, move |cx| place::close_day(cx, request, id, on, why)).await.map(|_| "done-place-closed")
        }
        "reopen" => {
            let on = form::day(get("on"))?;
            app.act(programme, move |cx| place::reopen_day(cx, request, id, on)).await.map(|_| "done-place-reopened")
        }
        _ => Err(Refusal::Nothing.into()),
    }
}

fn new_page(desk: &Desk, s: Shell, form: PlaceForm) -> Response {
    render(&PlacePage {
        spot: None,
        days: Vec::new(),
        closures: Vec::new(),
        tell: None,
        shown: None,
        whys: WhyClosed::ALL,
        may_configure: desk.may(Action::Configure),
        may_close: false,
        may_write: false,
        open: true,
        form,
        s,
    })
}

/// A place that nothing is said of yet.
fn blank() -> Place {
    let empty = r#"{"id":0,"key":"","name":""}"#;
    serde_json::from_str(empty).unwrap_or_else(|_| unreachable!("every other field of a place has a default"))
}

async fn new(desk: Desk) -> Response {
    if !desk.may(Action::Configure) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let s = desk.shell("place-add");
    let form = PlaceForm::of(&s, &blank());
    new_page(&desk, s, form)
}

async fn add(desk: Desk, Form(fields): Form<Fields>) -> Response {
    if !desk.may(Action::Configure) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let request = form::request(&desk, PlaceForm::field(&fields, "id"));
    let result = match PlaceForm::read(&fields, &blank(), &desk.book) {
        Ok(place) => desk.app().act(desk.programme(), move |cx| place::add(cx, request, &place)).await,
        Err(refusal) => Err(refusal.into()),
    };
    match result {
        Ok(_) => done(&format!("/p/{}/places", desk.book.identity.key), "done-place-saved"),
        Err(error) => {
            let mut s = desk.shell("place-add");
            let status = s.say_no(&error, &*desk.book, PlaceForm::field(&fields, "id"));
            let form = PlaceForm::sent(&s, &fields);
            status.with(new_page(&desk, s, form))
        }
    }
}
