//! Count-in: coupons typed, scanned with a USB scanner, pasted, or sent as a file, for a merchant at a
//! place. Every line gets its answer; the person chooses whether good lines are kept when some are bad.

use crate::Web;
use crate::failure::{self, render};
use crate::form;
use crate::page::Shell;
use crate::read::Form;
use crate::visit::Desk;
use app::Error;
use app::command::Request;
use app::domain::ids::{PlaceId, VendorId};
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::permit::Action;
use app::redemption::{self, CountIn};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/count", get(show).post(count))
}

/// One line as read and answered.
struct Line {
    number: String,
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
    skew: bool,
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
    // The form carries its own identifier: sent twice, it counts once.
    form.id = desk.app().surroundings.uuid().to_string();
    render(&CountPage { s, vendors, places, form, result })
}

async fn show(desk: Desk) -> Response {
    page(&desk, desk.shell("nav-count"), CountForm::default(), None)
}

async fn count(desk: Desk, Form(form): Form<CountForm>) -> Response {
    let mut s = desk.shell("nav-count");
    match apply(&desk, &form).await {
        Ok(result) => {
            let kept = result.kept;
            let mut again = form.clone();
            if kept {
                again.codes = String::new();
            }
            page(&desk, s, again, Some(result))
        }
        Err(error) => {
            let (status, sentence) = failure::sentence(desk.lang(), &error, &*desk.book);
            s.problem = Some(sentence);
            status.with(page(&desk, s, form, None))
        }
    }
}

async fn apply(desk: &Desk, form: &CountForm) -> Result<Counted, Error> {
    let vendor = form::number(&form.vendor).ok_or_else(|| Refusal::UnknownVendor { vendor: form.vendor.clone() })?;
    let place = form::number(&form.place).ok_or_else(|| Refusal::UnknownPlace { place: form.place.clone() })?;
    let day = form::day(&form.day)?;
    let noon = day.at(12, 0, 0, 0).to_zoned(desk.book.zone()).map_err(|_| Refusal::WrongDates)?.timestamp();
    let mut request = Request::now(desk.app(), desk.actor());
    request.id = Uuid::parse_str(form.id.trim()).unwrap_or(request.id);
    request.claimed_at = noon.min(request.claimed_at);
    let lang = desk.lang();
    let items = redemption::read_list(form.codes.as_bytes());
    if items.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    let codes: Vec<String> = items.iter().map(|item| item.code.clone().unwrap_or_else(|_| item.text.clone())).collect();
    let count = CountIn { vendor: VendorId(vendor), place: PlaceId(place), channel: Channel::Counted, codes };
    let only_if_all = form.all_or_none == "on";
    let outcome = desk.app().act(desk.programme(), move |cx| redemption::count_list(cx, request, &count, only_if_all)).await?;
    let mut result = Counted { replayed: outcome.answer.replayed, kept: outcome.kept, ..Counted::default() };
    result.skew = outcome.answer.clock_skew_seconds.is_some();
    result.accepted = outcome.answer.accepted;
    let shell = desk.shell("nav-count");
    result.total = outcome.answer.amounts.iter().map(|a| shell.amount(&a.minor, &a.unit)).collect::<Vec<_>>().join(" + ");
    for (item, answer) in items.iter().zip(&outcome.answer.codes) {
        let (message, next) = match &answer.refusal {
            None => (answer.amount.map(|a| shell.amount(&a.minor, &a.unit)).unwrap_or_default(), String::new()),
            Some(refusal) => {
                let sentence = text::refusal(lang, refusal, &*desk.book);
                (sentence.message, sentence.next)
            }
        };
        let line = Line { number: item.line.to_string(), text: item.text.clone(), message, next };
        if answer.accepted { result.good.push(line) } else { result.bad.push(line) }
    }
    Ok(result)
}
