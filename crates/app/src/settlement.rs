//! Settlement: runs, approvals, payments, and what is owed.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::{Error, whole_microseconds};
use domain::command::{Command, Outcome};
use domain::ids::{Actor, PaymentId, RunId, VendorId};
use domain::payment_route::{as_the_bank_sees, of_one_sum};
use domain::refusal::Refusal;
use domain::settlement::{Payment, PaymentState, Run, RunState};
use jiff::Timestamp;
use jiff::civil::Date;
use store::Fault;

/// Prepares a run of everything that arrived up to `cutoff`.
pub fn prepare(cx: &mut Cx<'_, '_>, request: Request, cutoff: Timestamp) -> Result<RunId, Error> {
    let cutoff = whole_microseconds(cutoff);
    match cx.run(request, Command::PrepareRun { cutoff })?.outcome {
        Outcome::Prepared { run, .. } => Ok(run),
        other => Err(Fault::Inconsistent(format!("{other:?}")).into()),
    }
}

/// Approves a run.
pub fn approve(cx: &mut Cx<'_, '_>, request: Request, run: RunId) -> Result<Answer, Error> {
    cx.run(request, Command::ApproveRun { run })
}

/// Gives a run up.
pub fn cancel(cx: &mut Cx<'_, '_>, request: Request, run: RunId, reason: &str) -> Result<Answer, Error> {
    cx.run(request, Command::CancelRun { run, reason: reason.to_owned() })
}

/// Sends an approved run.
pub fn pay(cx: &mut Cx<'_, '_>, request: Request, run: RunId) -> Result<Answer, Error> {
    cx.run(request, Command::PayRun { run })
}

/// Confirms a payment with its cheque or confirmation number: that of a market with all its shares.
pub fn confirm(cx: &mut Cx<'_, '_>, request: Request, payment: PaymentId, reference: &str) -> Result<Answer, Error> {
    let said = |payment| Command::ConfirmPayment { payment, reference: reference.to_owned() };
    of_the_sum(cx, request, payment, &[PaymentState::Sent], said)
}

/// Writes down what the bank did to a payment. What it did to a share that goes through a market, it did to every share
/// of that sum, all or none.
fn of_the_sum(
    cx: &mut Cx<'_, '_>,
    request: Request,
    payment: PaymentId,
    states: &[PaymentState],
    command: impl Fn(PaymentId) -> Command,
) -> Result<Answer, Error> {
    let one = cx.tx.payment_of(cx.programme, payment)?;
    let mut others = Vec::new();
    if let Some(one) = one.filter(|one| one.through.is_some() && states.contains(&one.state)) {
        let all = cx.tx.payments(cx.programme, one.run)?;
        let with = of_one_sum(&all, &one);
        let concerns = |p: &&Payment| p.id != payment && with.contains(&p.id) && states.contains(&p.state);
        others.extend(all.iter().filter(concerns).map(|p| p.id));
    }
    // Alone, a refusal stays in the log.
    if others.is_empty() {
        return cx.run(request, command(payment));
    }
    cx.undoable(|cx| {
        let answer = cx.run(request, command(payment))?;
        for other in others {
            cx.run(request.part(other.0), command(other))?;
        }
        Ok((answer, true))
    })
}

/// Confirms every payment of a run that still waits, under one reference: that of a bank file, or of a day's
/// transfers. All or none; how many.
pub fn confirm_all(cx: &mut Cx<'_, '_>, request: Request, run: RunId, reference: &str) -> Result<u64, Error> {
    let payments = as_the_bank_sees(&cx.tx.payments(cx.programme, run)?);
    let waiting: Vec<PaymentId> = payments.iter().filter(|p| p.state == PaymentState::Sent).map(|p| p.id).collect();
    if waiting.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    cx.undoable(|cx| {
        for payment in &waiting {
            confirm(cx, request.part(payment.0), *payment, reference)?;
        }
        Ok((waiting.len() as u64, true))
    })
}

/// Writes a returned payment down. What was only sent came back with all its shares; a share that the market holds comes
/// back alone, from the market.
pub fn bounce(cx: &mut Cx<'_, '_>, request: Request, payment: PaymentId, reason: &str) -> Result<Answer, Error> {
    let said = |payment| Command::ReturnPayment { payment, reason: reason.to_owned() };
    of_the_sum(cx, request, payment, &[PaymentState::Sent], said)
}

/// Writes down that the bank returned a payment, that of a market with all the shares that it held.
pub(crate) fn bounce_sum(cx: &mut Cx<'_, '_>, request: Request, payment: PaymentId, reason: &str) -> Result<Answer, Error> {
    let said = |payment| Command::ReturnPayment { payment, reason: reason.to_owned() };
    of_the_sum(cx, request, payment, &[PaymentState::Sent, PaymentState::AtMarket], said)
}

/// Runs and their payments, newest first.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<(Run, Vec<Payment>)>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeePayments)?;
    let runs = cx.tx.runs(cx.programme)?;
    let mut out = Vec::with_capacity(runs.len());
    for run in runs {
        let payments = cx.tx.payments(cx.programme, run.id)?;
        out.push((run, payments));
    }
    Ok(out)
}

/// One run and its payments.
pub fn run(cx: &mut Cx<'_, '_>, actor: Actor, id: RunId) -> Result<(Run, Vec<Payment>), Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeePayments)?;
    let run = cx.tx.run_of(cx.programme, id)?.ok_or(Refusal::NotFound)?;
    let payments = cx.tx.payments(cx.programme, id)?;
    Ok((run, payments))
}

/// The day on which the next run is due, when the territory decided a rhythm.
pub(crate) fn next_run(cx: &mut Cx<'_, '_>) -> Result<Option<Date>, Error> {
    let book = cx.book()?;
    let runs = cx.tx.runs(cx.programme)?;
    let last = runs.iter().filter(|run| run.state != RunState::Cancelled).map(|run| book.day_of(run.prepared_at)).max();
    Ok(book.rules.payment_every.next(&book.season, last))
}

/// The same, for those who see payments.
pub fn due(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Option<Date>, Error> {
    ask(Some(&*cx.book()?), actor, Action::SeePayments)?;
    next_run(cx)
}

/// What is owed to each merchant now and in no run yet.
pub fn owed(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<(VendorId, domain::amount::Amount)>, Error> {
    use domain::amount::{Amount, Unit};
    use domain::ledger::AccountKind;
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeePayments)?;
    let mut owed: std::collections::BTreeMap<(VendorId, Unit), i64> = std::collections::BTreeMap::new();
    for (account, balance) in cx.tx.accounts(cx.programme)? {
        if let (AccountKind::Payable, Some(vendor)) = (account.kind(), account.vendor()) {
            *owed.entry((vendor, account.unit())).or_default() += balance.of(AccountKind::Payable);
        }
    }
    let rows = owed.into_iter().filter(|(_, minor)| *minor > 0);
    Ok(rows.map(|((vendor, unit), minor)| (vendor, Amount { minor, unit })).collect())
}
