//! Files for other programs: the ledger for accountants, payments for banks.

use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::world::Error;
use crate::{bank_details, settlement};
use domain::ids::{Actor, RunId, VendorId};
use domain::ledger::Transfer;
use domain::payment_route::as_the_bank_sees;
use domain::programme::{Book, PaymentMethod};
use domain::refusal::Refusal;
use domain::role::Role;
use domain::settlement::{PaymentState, Run, RunState};
use exchange::journal::{Chart, Entry};
use exchange::payments;
use std::collections::BTreeMap;
use store::Fault;
use text::Lang;

#[expect(clippy::needless_pass_by_value, reason = "used as a function in map_err")]
pub(crate) fn io(error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull => Fault::Full(error.to_string()).into(),
        _ => Fault::Other(error.to_string()).into(),
    }
}

/// The whole ledger, one entry a command.
pub fn entries(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<(Chart, Vec<Entry>), Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeProof)?;
    let zone = book.zone();
    let kinds: BTreeMap<i64, String> = cx.tx.command_kinds(cx.programme)?.into_iter().collect();
    let mut entries: Vec<Entry> = Vec::new();
    cx.tx.each_transfer(cx.programme, |row| {
        let amount = domain::amount::Amount { minor: row.minor, unit: row.debit.unit() };
        let transfer = Transfer::new(row.kind, row.debit, row.credit, amount)
            .map_err(|e| Fault::Inconsistent(format!("command {}: {e}", row.seq)))?;
        let transfer = row.coupon.map_or(transfer, |coupon| transfer.for_coupon(coupon));
        match entries.last_mut() {
            Some(entry) if entry.seq == row.seq => entry.transfers.push(transfer),
            _ => entries.push(Entry {
                date: row.recorded_at.to_zoned(zone.clone()).date(),
                seq: row.seq,
                description: kinds.get(&row.seq).cloned().unwrap_or_default(),
                transfers: vec![transfer],
            }),
        }
        Ok(())
    })?;
    Ok((Chart::from_book(&book), entries))
}

/// Only an approved run leaves for the bank, in whatever format.
pub(crate) fn approved(book: &Book, run: &Run) -> Result<(), Refusal> {
    match run.state {
        RunState::Approved | RunState::Paid => Ok(()),
        RunState::Prepared => {
            let (done, needed) = (run.approvals.len() as u64, u64::from(book.rules.approvals));
            Err(Refusal::NotApproved { done, needed })
        }
        RunState::Cancelled => Err(Refusal::WrongStep { state: run.state.key().to_owned() }),
    }
}

/// A run's payments, with where each goes.
fn payment_lines(cx: &mut Cx<'_, '_>, actor: Actor, run: RunId) -> Result<Vec<(VendorId, payments::PaymentLine)>, Error> {
    let book = cx.book()?;
    let (whole, list) = settlement::run(cx, actor, run)?;
    approved(&book, &whole)?;
    let list = as_the_bank_sees(&list);
    let mut lines = Vec::with_capacity(list.len());
    for payment in list.iter().filter(|p| p.state != PaymentState::Cancelled) {
        let account = bank_details::account_in_use(cx, payment.vendor)?;
        let line = payments::PaymentLine {
            payment: payment.id,
            method: payment.method,
            payee_name: book.vendor(payment.vendor).map_or_else(String::new, |v| v.name.clone()),
            account: account.map(|a| exchange::payment_file::Account {
                institution: a.institution,
                transit: a.transit,
                number: a.number,
            }),
            amount_minor: payment.amount().minor,
            unit: book.unit_code(payment.unit).to_owned(),
            reference: format!("R{}-{}", run.0, payment.id.0),
            note: payment.reference.clone(),
        };
        lines.push((payment.vendor, line));
    }
    Ok(lines)
}

/// A run's payments as a list for people who type them in at the bank, or for a spreadsheet.
pub fn payment_csv(cx: &mut Cx<'_, '_>, actor: Actor, run: RunId, lang: Lang) -> Result<Vec<u8>, Error> {
    let lines: Vec<_> = payment_lines(cx, actor, run)?.into_iter().map(|(_, line)| line).collect();
    let mut out = Vec::new();
    let style = payments::Style { with_bom: true, is_french: lang == Lang::Fr };
    let heading = |column: &str| text::key_label(lang, "payments-column", column);
    payments::write(&mut out, &lines, payments::Order::Number, style, heading, |method| text::label(lang, &method))
        .map_err(io)?;
    Ok(out)
}

/// A run's transfers as the bank takes them in bulk: its own columns, described in `columns-PROGRAMME.toml`. A notice
/// goes to whoever signs in for the merchant, in their language.
pub fn transfers(cx: &mut Cx<'_, '_>, actor: Actor, run: RunId) -> Result<Vec<u8>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::Pay)?;
    let shape = cx.app.shape(&book, |columns| columns.transfers)?;
    let due = crate::bank_file::proposed_due(book.day_of(cx.now()));
    let mut made = Vec::new();
    for (vendor, line) in payment_lines(cx, actor, run)? {
        if line.method != PaymentMethod::Transfer {
            continue;
        }
        let theirs = book.grants.iter().find(|grant| grant.role == Role::Merchant(vendor)).map(|grant| grant.person);
        let person = theirs.map(|id| cx.tx.person(id)).transpose()?.flatten();
        let (email, language) = person.map_or_else(Default::default, |p| (p.email, p.language));
        made.push(payments::Transfer { line, email, language, due });
    }
    if made.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    let mut out = Vec::new();
    payments::write_transfers(&mut out, &shape, &made).map_err(io)?;
    Ok(out)
}
