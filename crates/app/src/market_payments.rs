//! Payments that go through a market: what it was paid for its merchants, what it handed over, and what they say of it.

use crate::command::{Answer, Cx, Request};
use crate::paper::{proof, shown};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::amount::Amount;
use domain::command::Command;
use domain::ids::{Actor, PaymentId, PlaceId, RunId, VendorId};
use domain::programme::Book;
use domain::refusal::Refusal;
use domain::settlement::{Payment, PaymentState};
use jiff::civil::Date;
use print::document::{self, Mark, Section};
use std::collections::BTreeSet;
use store::Fault;
use text::{Lang, Names, t, tr};

/// A merchant's share of what a market was paid.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Share {
    /// The payment.
    pub payment: Payment,
    /// The day on which its run was prepared.
    pub prepared_on: Date,
}

/// The shares of a market's merchants, newest run first; what is only prepared, came back or was given up is left out.
pub fn shares(cx: &mut Cx<'_, '_>, actor: Actor, place: PlaceId) -> Result<Vec<Share>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeePlace(place))?;
    book.place(place).ok_or_else(|| Refusal::UnknownPlace { place: place.to_string() })?;
    of_place(cx, &book, place)
}

fn of_place(cx: &mut Cx<'_, '_>, book: &Book, place: PlaceId) -> Result<Vec<Share>, Error> {
    let ours = |market: VendorId| book.vendor(market).is_some_and(|v| v.receives_for == Some(place));
    let is_told = |p: &Payment| matches!(p.state, PaymentState::Sent | PaymentState::AtMarket | PaymentState::Confirmed);
    let mut found = Vec::new();
    for run in cx.tx.runs(cx.programme)? {
        let prepared_on = book.day_of(run.prepared_at);
        let payments = cx.tx.payments(cx.programme, run.id)?.into_iter();
        let payments = payments.filter(|p| p.through.is_some_and(ours) && is_told(p));
        found.extend(payments.map(|payment| Share { payment, prepared_on }));
    }
    Ok(found)
}

/// How many shares wait at the markets that somebody runs.
pub(crate) fn to_hand_over(cx: &mut Cx<'_, '_>, places: &[PlaceId]) -> Result<u64, Error> {
    let book = cx.book()?;
    let mut waiting = 0;
    for place in places.iter().filter(|place| book.payee_of(**place).is_some()) {
        waiting += of_place(cx, &book, *place)?.iter().filter(|s| s.payment.state == PaymentState::AtMarket).count() as u64;
    }
    Ok(waiting)
}

/// The market handed a merchant their share.
pub fn hand_over(cx: &mut Cx<'_, '_>, request: Request, place: PlaceId, payment: PaymentId) -> Result<Answer, Error> {
    cx.run(request, Command::HandOver { place, payment })
}

/// The same of several shares, all or none: how many.
pub fn hand_all_over(cx: &mut Cx<'_, '_>, request: Request, place: PlaceId, payments: &[PaymentId]) -> Result<u64, Error> {
    if payments.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    cx.undoable(|cx| {
        for payment in payments {
            hand_over(cx, request.part(payment.0), place, *payment)?;
        }
        Ok((payments.len() as u64, true))
    })
}

/// A merchant says that they have their share.
pub fn acknowledge(cx: &mut Cx<'_, '_>, request: Request, vendor: VendorId, payment: PaymentId) -> Result<Answer, Error> {
    cx.run(request, Command::AcknowledgeShare { vendor, payment })
}

/// What a market has to hand over, as a list that its merchants sign: each share, its amount, and room for a signature.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor, place: PlaceId, lang: Lang) -> Result<Vec<u8>, Error> {
    let book = cx.book()?;
    let mut shares = shares(cx, actor, place)?;
    shares.retain(|share| share.payment.state != PaymentState::Confirmed);
    let runs: BTreeSet<RunId> = shares.iter().map(|share| share.payment.run).collect();
    let last = runs.last().map(|run| cx.tx.run_of(cx.programme, *run)).transpose()?.flatten();
    let until = |at| tr(lang, "paper-until", &[("when", text::date_time(lang, at, &book.zone()).into())]);
    let cents: i64 = shares.iter().map(|share| share.payment.amount().minor).sum();
    let total = shown(&book, lang, Amount::cad(cents));
    let w = |key| t(lang, key);
    let each = shares.iter().map(|share| document::Payment {
        payee: Names::vendor(&*book, share.payment.vendor),
        detail: String::new(),
        reference: format!("R{}-{}", share.payment.run.0, share.payment.id.0),
        amount: shown(&book, lang, share.payment.amount()),
    });
    let section = Section {
        title: book.payee_of(place).map_or_else(|| Names::place(&*book, place), |market| Names::vendor(&*book, market)),
        note: w("paper-shares-note"),
        mark: Mark::Blank,
        mark_title: w("paper-shares-signature"),
        payments: each.collect(),
        total_label: w("paper-shares-total"),
        total: total.clone(),
    };
    let list = document::PaymentList {
        language: lang.code().to_owned(),
        programme: book.identity.name.clone(),
        fiduciary: book.identity.fiduciary.clone(),
        run: runs.iter().map(|run| run.0.to_string()).collect::<Vec<_>>().join(", "),
        period: last.map_or_else(String::new, |run| until(run.cutoff)),
        prepared_on: text::date(lang, book.day_of(cx.now())),
        warning: String::new(),
        sections: vec![section],
        total,
        proof: proof(cx, &book, lang)?,
        words: document::PaymentListWords {
            title: w("paper-shares-title"),
            fiduciary: w("paper-fiduciary"),
            run: w("paper-run"),
            period: w("paper-period"),
            prepared_on: w("paper-prepared-on"),
            payee: w("head-vendor"),
            reference: w("paper-reference"),
            amount: w("paper-amount"),
            total: w("paper-shares-total"),
            signatures: [w("paper-shares-handed"), w("paper-shares-witness")],
            date: w("paper-date"),
            page: w("paper-page"),
        },
    };
    document::payment_list(&list).map_err(|e| Fault::Other(e.to_string()).into())
}
