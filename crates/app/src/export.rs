//! Files for other programs: the ledger for accountants, payments for banks.

use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::world::Error;
use crate::{bank_details, settlement};
use domain::ids::{Actor, RunId};
use domain::ledger::Transfer;
use domain::programme::Book;
use domain::refusal::Refusal;
use domain::settlement::{PaymentState, Run, RunState};
use exchange::journal::{Chart, Entry, Survey, beancount, csv, hledger};
use exchange::payment_file::{BankProfile, Deposit, PaymentFile, Problem};
use exchange::{cpa005, payments};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::io::Write;
use store::Fault;
use text::Lang;

/// The format of an exported ledger.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LedgerFormat {
    /// hledger's journal.
    Hledger,
    /// beancount's.
    Beancount,
    /// Comma-separated values.
    Csv,
}

#[expect(clippy::needless_pass_by_value, reason = "used as a function in map_err")]
fn io(error: std::io::Error) -> Error {
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

/// Writes the ledger.
pub fn ledger(cx: &mut Cx<'_, '_>, actor: Actor, format: LedgerFormat, out: &mut dyn Write) -> Result<(), Error> {
    let (chart, entries) = entries(cx, actor)?;
    let survey = Survey::of(&chart, &entries);
    let mut out = out;
    match format {
        LedgerFormat::Hledger => hledger(&mut out, &chart, &survey, &entries),
        LedgerFormat::Beancount => beancount(&mut out, &chart, &survey, &entries),
        LedgerFormat::Csv => csv(&mut out, &chart, &entries),
    }
    .map_err(io)
}

/// Only an approved run leaves for the bank, in whatever format.
fn approved(book: &Book, run: &Run) -> Result<(), Refusal> {
    match run.state {
        RunState::Approved | RunState::Paid => Ok(()),
        RunState::Prepared => {
            let (done, needed) = (run.approvals.len() as u64, u64::from(book.rules.approvals));
            Err(Refusal::NotApproved { done, needed })
        }
        RunState::Cancelled => Err(Refusal::WrongStep { state: run.state.key().to_owned() }),
    }
}

/// A run's payments as a list for people who type them in at the bank, or for a spreadsheet.
pub fn payment_csv(cx: &mut Cx<'_, '_>, actor: Actor, run: RunId, lang: Lang) -> Result<Vec<u8>, Error> {
    let book = cx.book()?;
    let (whole, list) = settlement::run(cx, actor, run)?;
    approved(&book, &whole)?;
    let mut lines = Vec::with_capacity(list.len());
    for payment in list.iter().filter(|p| p.state != PaymentState::Cancelled) {
        let account = bank_details::account_in_use(cx, payment.vendor)?;
        lines.push(payments::PaymentLine {
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
        });
    }
    let mut out = Vec::new();
    let style = payments::Style { with_bom: true, is_french: lang == Lang::Fr };
    let heading = |column: &str| text::key_label(lang, "payments-column", column);
    payments::write(&mut out, &lines, payments::Order::Number, style, heading).map_err(io)?;
    Ok(out)
}

/// A run's direct deposits as a CPA-005 file. Payments by other methods are not in it; a deposit without a
/// confirmed account stops it. The inner result is what is wrong in the file's data.
pub fn deposit_file(
    cx: &mut Cx<'_, '_>,
    actor: Actor,
    run: RunId,
    profile: &BankProfile,
    creation_number: u16,
    due_date: Date,
) -> Result<Result<String, Vec<Problem>>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::Pay)?;
    let (whole, list) = settlement::run(cx, actor, run)?;
    approved(&book, &whole)?;
    let mut deposits = Vec::new();
    for payment in
        list.iter().filter(|p| p.method == domain::programme::PaymentMethod::Deposit && p.state != PaymentState::Cancelled)
    {
        let account = bank_details::account_in_use(cx, payment.vendor)?;
        let account = account.ok_or(Error::Refused(Refusal::CoolingOff { until: cx.now() }))?;
        deposits.push(Deposit {
            payee_name: book.vendor(payment.vendor).map_or_else(String::new, |v| v.name.clone()),
            account: exchange::payment_file::Account {
                institution: account.institution,
                transit: account.transit,
                number: account.number,
            },
            amount_cents: payment.amount().minor,
            reference: format!("R{}P{}", run.0, payment.id.0),
        });
    }
    if deposits.is_empty() {
        return Err(Refusal::NoDeposits.into());
    }
    let file = PaymentFile {
        profile: profile.clone(),
        creation_number,
        creation_date: book.day_of(cx.now()),
        due_date,
        payments: deposits,
    };
    Ok(cpa005::write(&file))
}
