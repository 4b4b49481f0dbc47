//! Pages: one file a noun, each with its routes.

mod account;
mod agreements;
mod alerts;
mod amendments;
mod audit;
mod bands;
mod bank_answer;
mod bank_details;
mod bank_file;
mod batches;
mod books;
mod calendar;
mod campaign;
mod count;
mod count_photo;
mod coupon;
mod disputes;
mod donation_receipts;
mod figure;
mod forecast;
mod fund_moves;
mod fund_report;
mod fund_terms;
mod funds;
pub(crate) mod guide;
mod handouts;
mod holds;
mod home;
pub(crate) mod import;
mod logo;
mod map;
mod market;
mod market_payments;
mod messages;
mod moves;
mod notebook;
mod opening;
mod orders;
mod passkey;
mod people;
pub(crate) mod phones;
mod places;
mod public;
mod register;
mod sale;
mod scenario;
mod season;
mod settlement;
mod sign_in;
mod signing_keys;
mod stock;
mod styles;
mod together;
mod vendor;
mod waits;
mod where_when;
mod working_capital;

use crate::Web;
use crate::failure::{self, Nobody};
use crate::visit::Visit;
use app::domain::refusal::Refusal;
use axum::Router;
use axum::response::Response;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .merge(sign_in::routes())
        .merge(public::routes())
        .merge(guide::routes())
        .merge(styles::routes())
        .merge(holds::routes())
        .merge(working_capital::routes())
        .merge(home::routes())
        .merge(batches::routes())
        .merge(stock::routes())
        .merge(sale::routes())
        .merge(orders::routes())
        .merge(campaign::routes())
        .merge(moves::routes())
        .merge(handouts::routes())
        .merge(register::routes())
        .merge(market::routes())
        .merge(market_payments::routes())
        .merge(messages::routes())
        .merge(count::routes())
        .merge(coupon::routes())
        .merge(disputes::routes())
        .merge(donation_receipts::routes())
        .merge(alerts::routes())
        .merge(settlement::routes())
        .merge(together::routes())
        .merge(waits::routes())
        .merge(bank_answer::routes())
        .merge(bank_file::routes())
        .merge(books::routes())
        .merge(places::routes())
        .merge(calendar::routes())
        .merge(where_when::routes())
        .merge(map::routes())
        .merge(season::routes())
        .merge(agreements::routes())
        .merge(amendments::routes())
        .merge(bank_details::routes())
        .merge(vendor::routes())
        .merge(figure::routes())
        .merge(funds::routes())
        .merge(fund_report::routes())
        .merge(fund_terms::routes())
        .merge(fund_moves::routes())
        .merge(forecast::routes())
        .merge(import::routes())
        .merge(logo::routes())
        .merge(notebook::routes())
        .merge(scenario::routes())
        .merge(opening::routes())
        .merge(audit::routes())
        .merge(bands::routes())
        .merge(people::routes())
        .merge(signing_keys::routes())
        .merge(phones::routes())
        .merge(account::routes())
        .merge(passkey::routes())
}

/// Any other address: a page, or a problem for a program.
pub(crate) async fn not_found(visit: Visit) -> Response {
    if visit.path.starts_with("/api/") {
        return failure::problem(visit.lang, &Refusal::UnknownAddress.into(), &Nobody);
    }
    failure::missing(visit.shell("app-not-found"))
}
