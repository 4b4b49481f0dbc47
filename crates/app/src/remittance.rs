//! What goes out with a run's payments: an advice to each merchant, on paper and by e-mail, and the stubs of the cheques.

mod letters;

pub use letters::{Advised, advised};

use crate::command::Cx;
use crate::paper::{Told, proof, shown, statement_of};
use crate::settlement;
use crate::world::Error;
use domain::amount::Amount;
use domain::ids::{Actor, RunId};
use domain::payment_route::{as_the_bank_sees, of_one_sum};
use domain::programme::PaymentMethod;
use domain::refusal::Refusal;
use domain::settlement::{Payment, PaymentState, Run, RunState};
use print::document;
use std::collections::BTreeMap;
use store::Fault;
use text::{Lang, t, tr};

/// The payments of a run that is approved or sent. What was given up or came back tells nobody that they are paid.
fn told_of(cx: &mut Cx<'_, '_>, actor: Actor, run: RunId) -> Result<(Run, Vec<Payment>), Error> {
    let (run, mut payments) = settlement::run(cx, actor, run)?;
    if matches!(run.state, RunState::Prepared | RunState::Cancelled) {
        return Err(Refusal::WrongStep { state: run.state.key().to_owned() }.into());
    }
    payments.retain(|p| !matches!(p.state, PaymentState::Cancelled | PaymentState::Returned));
    if payments.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    Ok((run, payments))
}

/// An advice for each payment of an approved run, as one PDF to print, fold and mail.
pub fn advices(cx: &mut Cx<'_, '_>, actor: Actor, run: RunId, lang: Lang) -> Result<Vec<u8>, Error> {
    let book = cx.book()?;
    let (run, payments) = told_of(cx, actor, run)?;
    let told = Told::of(cx, &run)?;
    let mut each = Vec::with_capacity(payments.len());
    for payment in &payments {
        each.push(statement_of(cx, &book, lang, &told, payment)?);
    }
    let advices = document::Advices {
        language: lang.code().to_owned(),
        programme: book.identity.name.clone(),
        payments: each,
        proof: proof(cx, &book, lang)?,
        words: document::AdvicesWords { title: t(lang, "paper-advice"), page: t(lang, "paper-page") },
    };
    document::advices(&advices).map_err(|e| Fault::Other(e.to_string()).into())
}

/// The stubs of a run's cheques: what each pays, and lines for its number, its day and two signatures.
pub fn cheque_stubs(cx: &mut Cx<'_, '_>, actor: Actor, run: RunId, lang: Lang) -> Result<Vec<u8>, Error> {
    let book = cx.book()?;
    let (run, _) = told_of(cx, actor, run)?;
    // A cheque to a market stays what it was when the market gives one share back.
    let (_, payments) = settlement::run(cx, actor, run.id)?;
    let mut cheques = as_the_bank_sees(&payments);
    cheques.retain(|p| p.method == PaymentMethod::Cheque && !matches!(p.state, PaymentState::Cancelled | PaymentState::Returned));
    if cheques.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    let told = Told::of(cx, &run)?;
    let mut stubs = Vec::with_capacity(cheques.len());
    for payment in &cheques {
        let mut classes: BTreeMap<_, u64> = BTreeMap::new();
        let one = payments.iter().find(|p| p.id == payment.id).unwrap_or(payment);
        let shares = of_one_sum(&payments, one);
        for share in payments.iter().filter(|p| shares.contains(&p.id)) {
            for day in told.days(cx, &book, share.vendor)? {
                for (class, count) in day.coupons {
                    *classes.entry(class).or_default() += count;
                }
            }
        }
        let known = classes.into_iter().filter_map(|(id, count)| Some((book.class(id)?, count)));
        let coupons = known.filter(|(class, _)| class.face.unit == payment.unit);
        let is_confirmed = payment.state == PaymentState::Confirmed;
        stubs.push(document::ChequeStub {
            payee: book.vendor(payment.vendor).map_or_else(String::new, |v| v.name.clone()),
            reference: format!("R{}-{}", run.id.0, payment.id.0),
            amount: shown(&book, lang, payment.amount()),
            number: if is_confirmed { payment.reference.clone() } else { String::new() },
            date: payment.confirmed_at.filter(|_| is_confirmed).map_or_else(String::new, |at| text::date(lang, book.day_of(at))),
            coupons: coupons.map(|(class, count)| crate::paper::line(&book, lang, class, count)).collect(),
        });
    }
    let total = cheques.iter().map(|p| p.amount().minor).sum();
    let w = |key| t(lang, key);
    let made = document::ChequeStubs {
        language: lang.code().to_owned(),
        programme: book.identity.name.clone(),
        fiduciary: book.identity.fiduciary.clone(),
        run: run.id.0.to_string(),
        period: tr(lang, "paper-until", &[("when", text::date_time(lang, run.cutoff, &book.zone()).into())]),
        stubs,
        total: shown(&book, lang, Amount::cad(total)),
        proof: proof(cx, &book, lang)?,
        words: document::ChequeStubsWords {
            title: w("paper-cheque-stubs"),
            fiduciary: w("paper-fiduciary"),
            run: w("paper-run"),
            period: w("paper-period"),
            reference: w("paper-reference"),
            days: w("paper-days"),
            amount: w("paper-amount"),
            number: w("paper-cheque-number"),
            date: w("paper-date"),
            signatures: [w("paper-signature-1"), w("paper-signature-2")],
            total: w("paper-cheque-total"),
            page: w("paper-page"),
        },
    };
    document::cheque_stubs(&made).map_err(|e| Fault::Other(e.to_string()).into())
}
