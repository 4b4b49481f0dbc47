//! A run's payments on paper: cheques to write with two signatures, transfers to type and tick off, and what
//! the bank's file pays by itself.

use crate::command::Cx;
use crate::paper::{proof, shown};
use crate::permit::{Action, ask};
use crate::world::Error;
use crate::{bank_details, settlement};
use domain::amount::{Amount, Unit};
use domain::ids::{Actor, RunId, VendorId};
use domain::payment_route::as_the_bank_sees;
use domain::programme::{Book, PaymentMethod};
use domain::settlement::{Payment, PaymentState, Run, RunState};
use print::document::{self, Mark, Section};
use std::collections::{BTreeMap, BTreeSet};
use store::Fault;
use text::{Lang, t, tr};

/// The ways of paying, in the order a person works through them.
const WAYS: [PaymentMethod; 4] =
    [PaymentMethod::Cheque, PaymentMethod::Transfer, PaymentMethod::LocalCurrency, PaymentMethod::Deposit];

/// A run's payments as a PDF. Before its approvals it can be read, and says that nothing may be paid.
pub fn payment_list(cx: &mut Cx<'_, '_>, actor: Actor, run: RunId, lang: Lang) -> Result<Vec<u8>, Error> {
    let book = cx.book()?;
    let (run, payments) = settlement::run(cx, actor, run)?;
    let payments = as_the_bank_sees(&payments);
    let payments: Vec<&Payment> = payments.iter().filter(|p| p.state != PaymentState::Cancelled).collect();
    let mut sections = Vec::new();
    for way in WAYS {
        let made: Vec<&Payment> = payments.iter().filter(|p| p.method == way).copied().collect();
        if !made.is_empty() {
            sections.push(section(cx, &book, lang, &run, way, &made)?);
        }
    }
    let w = |key| t(lang, key);
    let zone = book.zone();
    let list = document::PaymentList {
        language: lang.code().to_owned(),
        programme: book.identity.name.clone(),
        fiduciary: book.identity.fiduciary.clone(),
        run: run.id.0.to_string(),
        period: tr(lang, "paper-until", &[("when", text::date_time(lang, run.cutoff, &zone).into())]),
        prepared_on: text::date(lang, book.day_of(run.prepared_at)),
        warning: warning(&book, lang, &run),
        sections,
        total: sum(&book, lang, &payments),
        proof: proof(cx, &book, lang)?,
        words: document::PaymentListWords {
            title: w("paper-list-title"),
            fiduciary: w("paper-fiduciary"),
            run: w("paper-run"),
            period: w("paper-period"),
            prepared_on: w("paper-prepared-on"),
            payee: w("paper-payee"),
            reference: w("paper-reference"),
            amount: w("paper-amount"),
            total: w("paper-run-total"),
            signatures: [w("paper-signature-1"), w("paper-signature-2")],
            date: w("paper-date"),
            page: w("paper-page"),
        },
    };
    document::payment_list(&list).map_err(|e| Fault::Other(e.to_string()).into())
}

/// Why the run may not be paid.
fn warning(book: &Book, lang: Lang, run: &Run) -> String {
    match run.state {
        RunState::Prepared => {
            let (done, needed) = (run.approvals.len(), u64::from(book.rules.approvals));
            tr(lang, "paper-not-approved", &[("done", done.into()), ("needed", needed.into())])
        }
        RunState::Cancelled => t(lang, "paper-run-cancelled"),
        RunState::Approved | RunState::Paid => String::new(),
    }
}

/// Amounts added up, each unit apart.
fn sum(book: &Book, lang: Lang, payments: &[&Payment]) -> String {
    let mut by_unit: BTreeMap<Unit, i64> = BTreeMap::new();
    for amount in payments.iter().map(|p| p.amount()) {
        *by_unit.entry(amount.unit).or_default() += amount.minor;
    }
    if by_unit.is_empty() {
        by_unit.insert(Unit::CAD, 0);
    }
    let parts: Vec<String> = by_unit.into_iter().map(|(unit, minor)| shown(book, lang, Amount { minor, unit })).collect();
    parts.join(" + ")
}

fn section(
    cx: &mut Cx<'_, '_>,
    book: &Book,
    lang: Lang,
    run: &Run,
    way: PaymentMethod,
    made: &[&Payment],
) -> Result<Section, Error> {
    let (title, mark, mark_title, note, total_label) = match way {
        PaymentMethod::Cheque => ("paper-cheques", Mark::Blank, "paper-cheque-number", "", "paper-cheque-total"),
        PaymentMethod::Transfer => ("paper-transfers", Mark::Tick, "paper-done", "", "paper-transfer-total"),
        PaymentMethod::LocalCurrency => ("paper-local", Mark::Tick, "paper-done", "", "paper-subtotal"),
        PaymentMethod::Deposit => ("paper-deposits", Mark::Nothing, "", "paper-deposit-note", "paper-deposit-total"),
    };
    let mut payments = Vec::with_capacity(made.len());
    for payment in made {
        payments.push(document::Payment {
            payee: book.vendor(payment.vendor).map_or_else(String::new, |v| v.name.clone()),
            detail: account(cx, lang, way, payment)?,
            reference: format!("R{}-{}", run.id.0, payment.id.0),
            amount: shown(book, lang, payment.amount()),
        });
    }
    let said = |key: &str| if key.is_empty() { String::new() } else { t(lang, key) };
    Ok(Section {
        title: said(title),
        note: said(note),
        mark,
        mark_title: said(mark_title),
        payments,
        total_label: said(total_label),
        total: sum(book, lang, made),
    })
}

/// Merchants of a run whose payment goes to an account, and who gave none.
pub fn without_account(cx: &mut Cx<'_, '_>, actor: Actor, payments: &[Payment]) -> Result<BTreeSet<VendorId>, Error> {
    ask(Some(&*cx.book()?), actor, Action::SeePayments)?;
    let mut found = BTreeSet::new();
    for payment in &as_the_bank_sees(payments) {
        let to_account = matches!(payment.method, PaymentMethod::Deposit | PaymentMethod::Transfer);
        if to_account && bank_details::account_in_use(cx, payment.vendor)?.is_none() {
            found.insert(payment.vendor);
        }
    }
    Ok(found)
}

/// Where a payment goes: the whole account for what a person types in, its last digits for what the bank's
/// file already says.
fn account(cx: &mut Cx<'_, '_>, lang: Lang, way: PaymentMethod, payment: &Payment) -> Result<String, Error> {
    if matches!(way, PaymentMethod::Cheque | PaymentMethod::LocalCurrency) {
        return Ok(String::new());
    }
    Ok(match bank_details::account_in_use(cx, payment.vendor)? {
        Some(account) if way == PaymentMethod::Deposit => account.masked(),
        Some(account) => format!("{}-{}-{}", account.institution, account.transit, account.number),
        None => t(lang, "paper-transfer-account-missing"),
    })
}
