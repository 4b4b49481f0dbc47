//! A merchant's own page: what was accepted, what is owed, what was paid.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Desk};
use app::domain::amount::Amount;
use app::domain::dispute::{Decision, Dispute};
use app::domain::ids::{PaymentId, PlaceId, VendorId};
use app::domain::market_day::{Agreed, DayTotal, MarketDay};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::domain::settlement::PaymentState;
use app::permit::Action;
use app::vendor::{self, VendorAccount};
use app::{Error, dispute, market_day, market_payments};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/vendor", get(own).post(agree)).route("/p/{programme}/vendor/{vendor}", get(show))
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
    /// When it was prepared, while it is not confirmed.
    prepared: Option<String>,
    /// The market that takes it for them.
    through: String,
    /// Their word is asked that they have it.
    may_acknowledge: bool,
    is_acknowledged: bool,
    /// The payment in which one that came back was taken up again.
    again: Option<String>,
}

/// A coupon in doubt that the merchant brought in.
struct Doubt {
    coupon: String,
    reason: String,
    on: String,
    amount: String,
    decision: String,
    note: String,
}

/// A day whose total waits for the merchant's word.
struct ToAgree {
    place: u32,
    day: String,
    on: String,
    place_name: String,
    count: u64,
    amount: String,
}

/// One merchant; somebody may sell under several names.
#[expect(clippy::struct_excessive_bools, reason = "each is asked by the template")]
struct Stall {
    id: u32,
    name: String,
    owed: String,
    coming: Option<String>,
    promised_for: Option<String>,
    next_run: Option<String>,
    /// The promise is over and they are not paid.
    is_late: bool,
    lacks_account: bool,
    is_held: bool,
    doubts: Vec<Doubt>,
    to_agree: Vec<ToAgree>,
    may_agree: bool,
    days: Vec<DayRow>,
    payments: Vec<PaymentRow>,
}

impl Stall {
    /// Whose tables.
    fn of(&self) -> String {
        format!("?of={}", self.id)
    }
}

#[derive(Template)]
#[template(path = "vendor/vendor.html")]
struct VendorPage {
    s: Shell,
    stalls: Vec<Stall>,
    target_days: u64,
    /// Whom to call, as the programme calls them.
    carrier: String,
    /// Whoever looks may hold payments.
    may_hold: bool,
}

/// All that a merchant's page is made of.
type Found = (VendorAccount, Vec<(MarketDay, DayTotal)>, Vec<Dispute>);

fn doubt(desk: &Desk, s: &Shell, d: &Dispute) -> Doubt {
    let decision = match d.decision {
        None => "dispute-open",
        Some(Decision::Pay { .. }) => "decision-pay",
        Some(Decision::Refuse) => "decision-refuse",
    };
    Doubt {
        coupon: d.coupon.to_string(),
        reason: s.label("dispute-reason", d.reason.key()),
        on: s.date(&desk.book.day_of(d.claimed_at)),
        amount: s.amount(&d.amount.minor, &d.amount.unit),
        decision: s.t(decision),
        note: d.note.clone(),
    }
}

fn stall(desk: &Desk, s: &Shell, id: VendorId, (account, to_agree, disputes): &Found) -> Stall {
    use text::Names;
    let book = &*desk.book;
    let sum = |amounts: &[Amount]| amounts.iter().map(|a| s.amount(&a.minor, &a.unit)).collect::<Vec<_>>().join(" + ");
    Stall {
        id: id.0,
        name: Names::vendor(book, id),
        owed: if account.owed.is_empty() { s.money(&0) } else { sum(&account.owed) },
        coming: Some(sum(&account.coming)).filter(|text| !text.is_empty()),
        is_held: account.is_held,
        promised_for: account.promised_for.map(|on| s.date(&on)),
        next_run: account.next_run.filter(|on| *on >= book.day_of(desk.app().now())).map(|on| s.date(&on)),
        is_late: account.promised_for.is_some_and(|on| on < book.day_of(desk.app().now())),
        lacks_account: account.lacks_account,
        doubts: disputes.iter().map(|d| doubt(desk, s, d)).collect(),
        may_agree: desk.may(Action::AgreeFor(id)),
        to_agree: to_agree
            .iter()
            .map(|(day, total)| ToAgree {
                place: day.place.0,
                day: day.on.to_string(),
                on: s.date(&day.on),
                place_name: Names::place(book, day.place),
                count: total.count,
                amount: s.money(&total.cents),
            })
            .collect(),
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
                through: p.through.map_or_else(String::new, |market| Names::vendor(book, market)),
                may_acknowledge: desk.may(Action::AgreeFor(id))
                    && p.through.is_some()
                    && p.acknowledged_at.is_none()
                    && matches!(p.state, PaymentState::AtMarket | PaymentState::Confirmed),
                is_acknowledged: p.acknowledged_at.is_some(),
                number: p.id.0.to_string(),
                // The next one gathers what came back too: newest first, so the last of those that are later.
                again: account.payments.iter().rfind(|o| o.id > p.id && o.unit == p.unit).map(|o| o.id.0.to_string()),
                amount: s.amount(&p.amount().minor, &p.unit),
                state: p.state.key(),
                reference: p.reference.clone(),
                on: p.confirmed_at.map(|at| s.date(&book.day_of(at))),
                prepared: account.prepared_on.get(&p.run).filter(|_| p.confirmed_at.is_none()).map(|on| s.date(on)),
            })
            .collect(),
    }
}

async fn page(desk: &Desk, mut s: Shell, vendors: Vec<VendorId>) -> Response {
    let actor = desk.actor();
    let asked = vendors.clone();
    let look = desk.app().look(desk.programme(), move |cx| {
        asked
            .iter()
            .map(|v| {
                Ok((vendor::account(cx, actor, *v)?, market_day::to_agree(cx, actor, *v)?, dispute::of_vendor(cx, actor, *v)?))
            })
            .collect::<Result<Vec<_>, _>>()
    });
    let accounts = match look.await {
        Ok(accounts) => accounts,
        Err(error) => return desk.failure(&error),
    };
    let stalls: Vec<Stall> = vendors.iter().zip(&accounts).map(|(id, account)| stall(desk, &s, *id, account)).collect();
    if let [only] = stalls.as_slice() {
        s.title.clone_from(&only.name);
    }
    let carrier = desk.book.identity.carrier.clone();
    let target_days = u64::from(desk.book.rules.payment_target_days);
    render(&VendorPage { s, stalls, target_days, carrier, may_hold: desk.may(Action::Hold) })
}

fn own_vendors(desk: &Desk) -> Vec<VendorId> {
    let own = |role: &Role| if let Role::Merchant(vendor) = role { Some(*vendor) } else { None };
    desk.roles.iter().filter_map(own).collect()
}

async fn own(desk: Desk, Query(was): Query<Done>) -> Response {
    let vendors = own_vendors(&desk);
    if vendors.is_empty() {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let mut s = desk.shell("nav-vendor");
    s.done = was.message(desk.lang());
    page(&desk, s, vendors).await
}

async fn show(desk: Desk, At((_, id)): At<(String, u32)>) -> Response {
    page(&desk, desk.shell("nav-vendor"), vec![VendorId(id)]).await
}

#[derive(Deserialize, Default)]
struct AgreeForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    vendor: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    day: String,
    /// A share that they have, instead of a day's total.
    #[serde(default)]
    payment: String,
}

/// A merchant says that the market gave them their share.
async fn acknowledge(desk: &Desk, form: &AgreeForm) -> Result<(), Error> {
    let request = form::request(desk, &form.id);
    let vendor = form::number(&form.vendor).ok_or_else(|| Refusal::UnknownVendor { vendor: form.vendor.clone() })?;
    let payment = form::number(&form.payment).map(PaymentId).ok_or(Refusal::NotFound)?;
    let act = move |cx: &mut app::Cx<'_, '_>| market_payments::acknowledge(cx, request, VendorId(vendor), payment);
    desk.app().act(desk.programme(), act).await.map(drop)
}

/// The merchant agrees with a day's total, or says that they have a share, on their own screen.
async fn agree(desk: Desk, Form(form): Form<AgreeForm>) -> Response {
    let request = form::request(&desk, &form.id);
    let asked = (|| {
        let vendor = form::number(&form.vendor).ok_or_else(|| Refusal::UnknownVendor { vendor: form.vendor.clone() })?;
        let place = form::number(&form.place).ok_or_else(|| Refusal::UnknownPlace { place: form.place.clone() })?;
        Ok((VendorId(vendor), PlaceId(place), form::day(&form.day)?))
    })();
    let result = match asked {
        _ if !form.payment.is_empty() => acknowledge(&desk, &form).await,
        Ok((vendor, place, on)) => {
            let act = move |cx: &mut app::Cx<'_, '_>| market_day::agree(cx, request, (place, on), vendor, Agreed::OnScreen);
            desk.app().act(desk.programme(), act).await.map(drop)
        }
        Err(refusal) => Err(Error::Refused(refusal)),
    };
    match result {
        Ok(()) => {
            let said = if form.payment.is_empty() { "done-day-agreed" } else { "done-share-acknowledged" };
            done(&format!("/p/{}/vendor", desk.book.identity.key), said)
        }
        Err(error) => {
            let mut s = desk.shell("nav-vendor");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, own_vendors(&desk)).await)
        }
    }
}
