//! Where merchants are paid: one person asks for a change, another confirms it, then it waits.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::Error;
use app::bank_details::{self, Account, Shown};
use app::domain::ids::VendorId;
use app::domain::refusal::Refusal;
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/bank-details", get(show).post(change))
}

/// A merchant's line.
struct Row {
    vendor: u32,
    name: String,
    method: &'static str,
    in_use: Option<String>,
    /// Confirmed, and from when it is used.
    cooling: Option<(String, String)>,
    asked: Option<Asked>,
}

/// A change that waits for a second person.
struct Asked {
    version: u32,
    masked: String,
    may_confirm: bool,
    is_own: bool,
}

#[derive(Template)]
#[template(path = "bank_details/bank_details.html")]
struct BankDetailsPage {
    s: Shell,
    rows: Vec<Row>,
    /// Merchants whose details this person may ask to change.
    vendors: Vec<(u32, String)>,
    wait_days: u64,
    form: AccountForm,
}

#[derive(Deserialize, Default, Clone)]
struct AccountForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    act: String,
    #[serde(default)]
    vendor: String,
    #[serde(default)]
    version: String,
    #[serde(default)]
    institution: String,
    #[serde(default)]
    transit: String,
    #[serde(default)]
    number: String,
}

fn row(desk: &Desk, s: &Shell, shown: Shown) -> Row {
    let vendor = desk.book.vendor(shown.vendor);
    Row {
        vendor: shown.vendor.0,
        name: vendor.map_or_else(|| shown.vendor.to_string(), |v| v.name.clone()),
        method: vendor.map_or("cheque", |v| v.payment_method.key()),
        in_use: shown.in_use,
        cooling: shown.cooling.map(|(masked, from)| (masked, s.at(&from))),
        asked: shown.asked.map(|asked| {
            let is_own = asked.by == desk.actor();
            Asked { version: asked.version, masked: asked.masked, may_confirm: desk.may(Action::Pay) && !is_own, is_own }
        }),
    }
}

async fn page(desk: &Desk, s: Shell, form: AccountForm) -> Response {
    let actor = desk.actor();
    let found = match desk.app().look(desk.programme(), move |cx| bank_details::list(cx, actor)).await {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let mut rows: Vec<Row> = found.into_iter().map(|shown| row(desk, &s, shown)).collect();
    // What somebody must look at comes first.
    rows.sort_by_key(|row| (row.asked.is_none(), row.cooling.is_none()));
    let mut vendors = form::vendors(&desk.book);
    vendors.retain(|(id, _)| desk.may(Action::ProposeBank(VendorId(*id))));
    let wait_days = u64::from(desk.book.rules.cooling_off_days);
    render(&BankDetailsPage { s, rows, vendors, wait_days, form })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-bank-details");
    s.done = was.message(desk.lang());
    page(&desk, s, AccountForm::default()).await
}

async fn change(desk: Desk, Form(form): Form<AccountForm>) -> Response {
    match apply(&desk, &form).await {
        Ok(message) => done(&format!("/p/{}/bank-details", desk.book.identity.key), message),
        Err(error) => {
            let mut s = desk.shell("nav-bank-details");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form).await)
        }
    }
}

async fn apply(desk: &Desk, form: &AccountForm) -> Result<&'static str, Error> {
    let vendor = form::number(&form.vendor).map(VendorId);
    let vendor = vendor.ok_or_else(|| Refusal::UnknownVendor { vendor: form.vendor.clone() })?;
    let request = form::request(desk, &form.id);
    let (app, programme) = (desk.app(), desk.programme());
    if form.act == "confirm" {
        let version = form::number(&form.version).ok_or(Refusal::NotFound)?;
        app.act(programme, move |cx| bank_details::confirm(cx, request, vendor, version)).await?;
        return Ok("done-bank-confirmed");
    }
    let account = Account::new(&form.institution, &form.transit, &form.number)?;
    app.act(programme, move |cx| bank_details::propose(cx, request, vendor, &account)).await?;
    Ok("done-bank-asked")
}
