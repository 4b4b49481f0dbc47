//! Count-in: coupons typed, scanned with a USB scanner, pasted, or sent as a file, for a merchant at a
//! place. Every line gets its answer; the person chooses whether good lines are kept when some are bad.

use crate::Web;
use crate::failure::render;
use crate::form;
use crate::page::Shell;
use crate::read::{FormWithFile, Query};
use crate::visit::Desk;
use app::Error;
use app::domain::ids::{PlaceId, VendorId};
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::permit::Action;
use app::redemption::{self, CountIn, Item, LineProblem};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/count", get(show).post(count))
}

/// One line as read and answered.
struct Line {
    /// « Ligne 3, colonne 1 ».
    place: String,
    text: String,
    message: String,
    next: String,
}

#[derive(Default)]
struct Counted {
    bad: Vec<Line>,
    good: Vec<Line>,
    accepted: u64,
    total: String,
    replayed: bool,
    kept: bool,
}

#[derive(Template)]
#[template(path = "redemption/count.html")]
struct CountPage {
    s: Shell,
    vendors: Vec<(u32, String)>,
    places: Vec<(u32, String)>,
    form: CountForm,
    result: Option<Counted>,
}

#[derive(Deserialize, Default, Clone)]
struct CountForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    vendor: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    codes: String,
    #[serde(default)]
    day: String,
    #[serde(default)]
    all_or_none: String,
}

fn page(desk: &Desk, s: Shell, mut form: CountForm, result: Option<Counted>) -> Response {
    let any = |vendor: u32, place: u32| desk.may(Action::Redeem(VendorId(vendor), PlaceId(place)));
    let vendors: Vec<_> =
        form::vendors(&desk.book).into_iter().filter(|(v, _)| desk.book.places.iter().any(|p| any(*v, p.id.0))).collect();
    let places: Vec<_> =
        form::places(&desk.book).into_iter().filter(|(p, _)| desk.book.vendors.iter().any(|v| any(v.id.0, *p))).collect();
    if !desk.book.vendors.is_empty() && !desk.book.places.is_empty() && (vendors.is_empty() || places.is_empty()) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    if form.day.is_empty() {
        form.day = desk.book.day_of(desk.app().now()).to_string();
    }
    render(&CountPage { s, vendors, places, form, result })
}

/// A merchant, a place and a day chosen before: from the market day's page.
#[derive(Deserialize, Default)]
struct Chosen {
    #[serde(default)]
    vendor: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    day: String,
}

async fn show(desk: Desk, Query(chosen): Query<Chosen>) -> Response {
    let form = CountForm { vendor: chosen.vendor, place: chosen.place, day: chosen.day, ..CountForm::default() };
    page(&desk, desk.shell("nav-count"), form, None)
}

async fn count(desk: Desk, sent: FormWithFile<CountForm>) -> Response {
    let mut s = desk.shell("nav-count");
    let answer = apply(&desk, &sent).await;
    let form = sent.fields;
    match answer {
        Ok(result) => {
            let kept = result.kept;
            let mut again = form.clone();
            if kept {
                again.codes = String::new();
            }
            page(&desk, s, again, Some(result))
        }
        Err(error) => {
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form, None))
        }
    }
}

async fn apply(desk: &Desk, sent: &FormWithFile<CountForm>) -> Result<Counted, Error> {
    if let Some(problem) = &sent.problem {
        return Err(problem.clone().into());
    }
    let form = &sent.fields;
    let vendor = form::number(&form.vendor).ok_or_else(|| Refusal::UnknownVendor { vendor: form.vendor.clone() })?;
    let place = form::number(&form.place).ok_or_else(|| Refusal::UnknownPlace { place: form.place.clone() })?;
    let day = form::day(&form.day)?;
    let noon =
        day.at(12, 0, 0, 0).to_zoned(desk.book.zone()).map_err(|_| Refusal::NotADate { written: form.day.clone() })?.timestamp();
    let mut request = form::request(desk, &form.id);
    // Today's pile may be counted before noon; a day to come is refused by the rules.
    if day == desk.book.day_of(request.claimed_at) {
        request.claimed_at = noon.min(request.claimed_at);
    } else {
        request.claimed_at = noon;
    }
    let lang = desk.lang();
    // The file first, then what was written or pasted.
    let mut items = redemption::read_list(&sent.file);
    let from_file = items.len();
    items.extend(redemption::read_list(form.codes.as_bytes()));
    if items.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    let codes: Vec<String> = items.iter().map(|item| item.code.clone().unwrap_or_else(|_| item.text.clone())).collect();
    let count = CountIn { vendor: VendorId(vendor), place: PlaceId(place), channel: Channel::Counted, codes };
    let only_if_all = form.all_or_none == "on";
    let asked = [Ok((request, count))];
    let counted = desk.app().act(desk.programme(), move |cx| redemption::count_all(cx, &asked, only_if_all)).await?;
    let (answer, kept) = counted.only()?;
    let mut result = Counted { replayed: answer.replayed, kept, accepted: answer.accepted, ..Counted::default() };
    let shell = desk.shell("nav-count");
    result.total = answer.amounts.iter().map(|a| shell.amount(&a.minor, &a.unit)).collect::<Vec<_>>().join(" + ");
    for (index, (item, code)) in items.iter().zip(&answer.codes).enumerate() {
        let (message, next) = match &code.refusal {
            Some(_) if reading_problem(item).is_some() => {
                (reading_problem(item).map(|key| shell.t(key)).unwrap_or_default(), String::new())
            }
            None => (code.amount.map(|a| shell.amount(&a.minor, &a.unit)).unwrap_or_default(), String::new()),
            Some(refusal) => {
                let sentence = text::refusal(lang, refusal, &*desk.book);
                (sentence.message, sentence.next)
            }
        };
        let key = if index < from_file { "count-file-line" } else { "count-line" };
        let place = shell.ww(key, "line", item.line.to_string(), "column", item.column.to_string());
        let line = Line { place, text: item.text.clone(), message, next };
        if code.accepted { result.good.push(line) } else { result.bad.push(line) }
    }
    Ok(result)
}

/// What is wrong with a line in which no code could be looked for; a code that is wrong has its own refusal.
fn reading_problem(item: &Item) -> Option<&'static str> {
    match item.code {
        Err(LineProblem::TooLong) => Some("count-problem-too-long"),
        Err(LineProblem::TooManyLines) => Some("count-problem-too-many-lines"),
        Err(LineProblem::NotUtf8) => Some("count-problem-not-utf8"),
        Err(LineProblem::NoCode) => Some("count-problem-no-code"),
        Ok(_) | Err(LineProblem::Code(_) | LineProblem::Signed(_)) => None,
    }
}
