//! Agreements with merchants: prepared, read and signed by both sides, kept as a document.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Desk};
use app::agreement::{self, Numbered};
use app::domain::agreement::{Agreement, Side};
use app::domain::ids::{PlaceId, VendorId};
use app::domain::market_day::Agreed;
use app::domain::refusal::Refusal;
use app::permit::Action;
use app::{Cx, Error};
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::Arc;
use text::{Names, Part};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/p/{programme}/agreements", get(show).post(prepare))
        .route("/p/{programme}/agreements/{number}", get(read).post(sign))
        .route("/p/{programme}/agreements/{number}/pdf", get(pdf))
}

/// An agreement in the list.
struct Row {
    number: u32,
    vendor: String,
    place: String,
    dates: String,
    state: &'static str,
}

#[derive(Template)]
#[template(path = "agreement/agreements.html")]
struct AgreementsPage {
    s: Shell,
    rows: Vec<Row>,
    vendors: Vec<(u32, String)>,
    places: Vec<(u32, String)>,
    may_prepare: bool,
    form: NewForm,
}

#[derive(Template)]
#[template(path = "agreement/agreement.html")]
struct AgreementPage {
    s: Shell,
    number: u32,
    parts: Vec<Part>,
    vendor: String,
    carrier: String,
    vendor_signed: Option<String>,
    programme_signed: Option<String>,
    may_sign_as_vendor: bool,
    may_sign_as_programme: bool,
}

#[derive(Deserialize, Default)]
struct NewForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    vendor: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
}

/// Where an agreement stands.
fn state(agreement: &Agreement, today: Date) -> &'static str {
    match (agreement.vendor_signed_on.is_some(), agreement.programme_signed_on.is_some()) {
        (true, true) if agreement.is_in_force(today) => "in-force",
        (true, true) => "signed",
        (false, true) => "waits-vendor",
        (true, false) => "waits-programme",
        (false, false) => "waits-both",
    }
}

async fn page(desk: &Desk, s: Shell, mut form: NewForm) -> Response {
    let actor = desk.actor();
    let found = match desk.app().look(desk.programme(), move |cx| agreement::list(cx, actor)).await {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let may_prepare = desk.may(Action::Configure);
    let sells = desk.book.vendors.iter().any(|v| desk.may(Action::SeeVendor(v.id)));
    if !may_prepare && !sells {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let today = desk.book.day_of(desk.app().now());
    let mut rows: Vec<Row> = found
        .into_iter()
        .map(|Numbered { number, agreement }| Row {
            number,
            vendor: Names::vendor(&*desk.book, agreement.vendor),
            place: Names::place(&*desk.book, agreement.place),
            dates: text::date_range(desk.lang(), agreement.from, agreement.until),
            state: state(&agreement, today),
        })
        .collect();
    // What waits for somebody comes first.
    rows.sort_by_key(|row| (!row.state.starts_with("waits"), row.number));
    if form.from.is_empty() {
        (form.from, form.until) = (desk.book.season.starts_on.to_string(), desk.book.season.ends_on.to_string());
    }
    let (vendors, places) = (form::vendors(&desk.book), form::places(&desk.book));
    render(&AgreementsPage { s, rows, vendors, places, may_prepare, form })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-agreements");
    s.done = was.message(desk.lang());
    page(&desk, s, NewForm::default()).await
}

async fn prepare(desk: Desk, Form(form): Form<NewForm>) -> Response {
    let request = form::request(&desk, &form.id);
    let asked = (|| {
        let vendor = form::chosen(&form.vendor, |vendor| Refusal::UnknownVendor { vendor })?;
        let place = form::chosen(&form.place, |place| Refusal::UnknownPlace { place })?;
        Ok(Agreement {
            vendor: VendorId(vendor),
            place: PlaceId(place),
            from: form::day(&form.from)?,
            until: form::day(&form.until)?,
            vendor_signed_on: None,
            programme_signed_on: None,
            text_digest: None,
        })
    })();
    let result = match asked {
        Ok(new) => desk.app().act(desk.programme(), move |cx| agreement::register(cx, request, new.clone())).await,
        Err(refusal) => Err(Error::Refused(refusal)),
    };
    match result {
        Ok(_) => done(&format!("/p/{}/agreements", desk.book.identity.key), "done-agreement-prepared"),
        Err(error) => {
            let mut s = desk.shell("nav-agreements");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form).await)
        }
    }
}

async fn one(desk: &Desk, mut s: Shell, number: u32) -> Response {
    let actor = desk.actor();
    let found = match desk.app().look(desk.programme(), move |cx| agreement::find(cx, actor, number)).await {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    s.title = text::t(desk.lang(), "agreement-title");
    render(&AgreementPage {
        number,
        parts: text::agreement(desk.lang(), &desk.book, &found),
        vendor: Names::vendor(&*desk.book, found.vendor),
        carrier: desk.book.identity.carrier.clone(),
        vendor_signed: found.vendor_signed_on.map(|day| s.date(&day)),
        programme_signed: found.programme_signed_on.map(|day| s.date(&day)),
        may_sign_as_vendor: desk.may(Action::AgreeFor(found.vendor)) && found.vendor_signed_on.is_none(),
        may_sign_as_programme: desk.may(Action::Configure),
        s,
    })
}

async fn read(desk: Desk, At((_, number)): At<(String, u32)>, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-agreements");
    s.done = was.message(desk.lang());
    one(&desk, s, number).await
}

#[derive(Deserialize, Default)]
struct SignForm {
    #[serde(default)]
    id: String,
    /// `vendor`, `vendor_paper` or `programme`.
    #[serde(default)]
    side: String,
    /// The box « I have read it ».
    #[serde(default)]
    read: String,
}

async fn sign(desk: Desk, At((_, number)): At<(String, u32)>, Form(form): Form<SignForm>) -> Response {
    let request = form::request(&desk, &form.id);
    let sides = match form.side.as_str() {
        "vendor" if form.read == "on" => Ok((Side::Vendor, Agreed::OnScreen)),
        "vendor_paper" => Ok((Side::Vendor, Agreed::OnPaper)),
        "programme" => Ok((Side::Programme, Agreed::OnScreen)),
        _ => Err(Refusal::Unconfirmed),
    };
    let result = match sides {
        Ok((side, how)) => {
            let session = desk.signed.session;
            let signed = move |cx: &mut Cx<'_, '_>| agreement::sign(cx, request, Some(&session), number, (side, how));
            desk.app().act(desk.programme(), signed).await.map(drop)
        }
        Err(refusal) => Err(Error::Refused(refusal)),
    };
    match result {
        Ok(()) => done(&format!("/p/{}/agreements/{number}", desk.book.identity.key), "done-agreement-signed"),
        Err(error) => {
            let mut s = desk.shell("nav-agreements");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(one(&desk, s, number).await)
        }
    }
}

async fn pdf(desk: Desk, At((_, number)): At<(String, u32)>) -> Response {
    let (actor, lang) = (desk.actor(), desk.lang());
    match desk.app().look(desk.programme(), move |cx| agreement::paper(cx, actor, number, lang)).await {
        Ok(bytes) => {
            let name = format!("inline; filename=\"entente-{number}.pdf\"");
            ([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)], bytes).into_response()
        }
        Err(error) => desk.failure(&error),
    }
}
