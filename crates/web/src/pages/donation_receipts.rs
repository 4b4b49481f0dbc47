//! Official receipts for gifts: made, corrected, cancelled, printed.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use crate::work::File;
use app::Error;
use app::domain::amount::Amount;
use app::domain::refusal::Refusal;
use app::donation_receipt::{self, Asked, Donor, Issued};
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/receipts", get(show).post(change)).route("/p/{programme}/receipts/paper", get(paper))
}

struct GiftRow {
    seq: i64,
    title: String,
    reference: String,
}

struct ReceiptRow {
    seq: i64,
    gift: i64,
    serial: String,
    /// The gift, in a sentence.
    of: String,
    eligible: String,
    /// Whoever gave, and where they live, for those who may read it.
    donor: Option<(String, String)>,
    /// Why it no longer counts.
    cancelled: Option<String>,
    replaces: String,
}

#[derive(Template)]
#[template(path = "sale/receipts.html")]
struct ReceiptsPage {
    s: Shell,
    /// The organisation that may issue receipts, when there is one.
    charity: String,
    waiting: Vec<GiftRow>,
    issued: Vec<ReceiptRow>,
    may_issue: bool,
    form: ReceiptForm,
}

impl ReceiptsPage {
    /// Whether what was typed last is about a gift.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "a template calls it")]
    fn is_of(&self, gift: &i64) -> bool {
        self.form.gift == gift.to_string()
    }
}

#[derive(Deserialize, Default)]
struct ReceiptForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    act: String,
    #[serde(default)]
    gift: String,
    #[serde(default)]
    receipt: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    advantage: String,
    #[serde(default)]
    what: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    sure: String,
}

fn gift(s: &Shell, cents: i64, on: jiff::civil::Date) -> String {
    s.ww("receipts-of", "amount", s.money(&cents), "on", s.date(&on))
}

fn issued(s: &Shell, row: Issued) -> ReceiptRow {
    let receipt = row.receipt;
    ReceiptRow {
        seq: receipt.seq,
        gift: receipt.gift,
        of: gift(s, receipt.amount_cents, receipt.received_on),
        eligible: s.w("receipts-eligible-short", "amount", s.money(&receipt.eligible_cents())),
        donor: row.donor.map(|donor| (donor.name, donor.address)),
        replaces: receipt.replaces.map_or_else(String::new, |old| s.w("receipt-replaces", "number", old)),
        cancelled: receipt.cancelled,
        serial: row.serial,
    }
}

async fn page(desk: &Desk, s: Shell, form: ReceiptForm) -> Response {
    let actor = desk.actor();
    let found = match desk.app().look(desk.programme(), move |cx| donation_receipt::list(cx, actor)).await {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let charity = desk.book.identity.receipts.as_ref().map_or_else(String::new, |charity| charity.name.clone());
    let waiting = found.waiting.into_iter().map(|(seq, given)| GiftRow {
        seq,
        title: gift(&s, given.amount.minor, given.on),
        reference: given.reference,
    });
    render(&ReceiptsPage {
        waiting: waiting.collect(),
        issued: found.issued.into_iter().map(|row| issued(&s, row)).collect(),
        may_issue: !charity.is_empty() && desk.may(Action::ReceiveMoney),
        charity,
        s,
        form,
    })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("receipts-title");
    s.done = was.message(desk.lang());
    page(&desk, s, ReceiptForm::default()).await
}

async fn change(desk: Desk, Form(form): Form<ReceiptForm>) -> Response {
    let (answer, said) = if form.act == "cancel" {
        (cancel(&desk, &form).await, "done-receipt-cancelled")
    } else {
        (issue(&desk, &form).await, "done-receipt-issued")
    };
    match answer {
        Ok(()) => done(&format!("/p/{}/receipts", desk.book.identity.key), said),
        Err(error) => {
            let mut s = desk.shell("receipts-title");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form).await)
        }
    }
}

fn number(text: &str) -> Result<i64, Refusal> {
    text.trim().parse().map_err(|_| Refusal::NotFound)
}

async fn issue(desk: &Desk, form: &ReceiptForm) -> Result<(), Error> {
    let advantage: Amount = if form.advantage.trim().is_empty() { Amount::cad(0) } else { form::dollars(&form.advantage)? };
    let asked = Asked {
        gift: number(&form.gift)?,
        donor: Donor { name: form.name.clone(), address: form.address.clone() },
        advantage_cents: advantage.minor,
        advantage: form.what.trim().to_owned(),
        because: form.reason.trim().to_owned(),
        sure: !form.sure.is_empty(),
    };
    let request = form::request(desk, &form.id);
    desk.app().act(desk.programme(), move |cx| donation_receipt::issue(cx, request, &asked)).await.map(drop)
}

async fn cancel(desk: &Desk, form: &ReceiptForm) -> Result<(), Error> {
    let (receipt, reason) = (number(&form.receipt)?, form.reason.trim().to_owned());
    let request = form::request(desk, &form.id);
    desk.app().act(desk.programme(), move |cx| donation_receipt::cancel(cx, request, receipt, &reason)).await.map(drop)
}

/// `?number=12`: the command that issued it.
#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    number: String,
}

async fn paper(desk: Desk, Query(wanted): Query<Wanted>) -> Response {
    if !desk.may(Action::ReceiveMoney) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let Ok(receipt) = number(&wanted.number) else {
        return Redirect::to(&format!("/p/{}/receipts", desk.book.identity.key)).into_response();
    };
    let (actor, lang) = (desk.actor(), desk.lang());
    let made = desk.app().look(desk.programme(), move |cx| donation_receipt::paper(cx, actor, receipt, lang)).await;
    match made {
        Ok(bytes) => File { name: format!("recu-{receipt}.pdf"), kind: "application/pdf", bytes }.answer(),
        Err(error) => desk.failure(&error),
    }
}
