//! A merchant's own page: what was accepted, what is owed, what was paid.

use crate::Web;
use crate::failure::render;
use crate::page::Shell;
use crate::visit::{At, Desk};
use app::domain::amount::Amount;
use app::domain::ids::VendorId;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::vendor::{self, VendorAccount};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/vendor", get(own)).route("/p/{programme}/vendor/{vendor}", get(show))
}

/// A day at a place.
struct DayRow {
    on: String,
    place: String,
    count: u64,
    amount: String,
}

/// A payment and its statement.
struct PaymentRow {
    number: String,
    amount: String,
    state: &'static str,
    reference: String,
    on: Option<String>,
}

/// One merchant; somebody may sell under several names.
struct Stall {
    name: String,
    owed: String,
    coming: Option<String>,
    days: Vec<DayRow>,
    payments: Vec<PaymentRow>,
}

#[derive(Template)]
#[template(path = "vendor/vendor.html")]
struct VendorPage {
    s: Shell,
    stalls: Vec<Stall>,
    target_days: u64,
}

fn stall(desk: &Desk, s: &Shell, id: VendorId, account: &VendorAccount) -> Stall {
    use text::Names;
    let book = &*desk.book;
    let sum = |amounts: &[Amount]| amounts.iter().map(|a| s.amount(&a.minor, &a.unit)).collect::<Vec<_>>().join(" + ");
    Stall {
        name: Names::vendor(book, id),
        owed: if account.owed.is_empty() { s.money(&0) } else { sum(&account.owed) },
        coming: Some(sum(&account.coming)).filter(|text| !text.is_empty()),
        days: account
            .days
            .iter()
            .map(|day| DayRow {
                on: s.date(&day.on),
                place: Names::place(book, day.place),
                count: day.count(),
                amount: day.amounts(book).iter().map(|(unit, minor)| s.amount(minor, unit)).collect::<Vec<_>>().join(" + "),
            })
            .collect(),
        payments: account
            .payments
            .iter()
            .map(|p| PaymentRow {
                number: p.id.0.to_string(),
                amount: s.amount(&p.amount().minor, &p.unit),
                state: p.state.key(),
                reference: p.reference.clone(),
                on: p.confirmed_at.map(|at| s.date(&book.day_of(at))),
            })
            .collect(),
    }
}

async fn page(desk: &Desk, vendors: Vec<VendorId>) -> Response {
    let actor = desk.actor();
    let asked = vendors.clone();
    let look = desk.app().look(desk.programme(), move |cx| asked.iter().map(|v| vendor::account(cx, actor, *v)).collect());
    let accounts: Vec<VendorAccount> = match look.await {
        Ok(accounts) => accounts,
        Err(error) => return desk.failure(&error),
    };
    let mut s = desk.shell("nav-vendor");
    let stalls: Vec<Stall> = vendors.iter().zip(&accounts).map(|(id, account)| stall(desk, &s, *id, account)).collect();
    if let [only] = stalls.as_slice() {
        s.title.clone_from(&only.name);
    }
    render(&VendorPage { s, stalls, target_days: u64::from(desk.book.rules.payment_target_days) })
}

async fn own(desk: Desk) -> Response {
    let own = |role: &Role| if let Role::Merchant(vendor) = role { Some(*vendor) } else { None };
    let vendors: Vec<VendorId> = desk.roles.iter().filter_map(own).collect();
    if vendors.is_empty() {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    page(&desk, vendors).await
}

async fn show(desk: Desk, At((_, id)): At<(String, u32)>) -> Response {
    page(&desk, vec![VendorId(id)]).await
}
