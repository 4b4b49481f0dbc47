//! What the bank sends back, looked at beside what was sent: payments that came back, payments that its statement shows,
//! and exceptions. A look changes nothing; what a person chose is then written down, each line a command.

use crate::command::{Cx, Request};
use crate::permit::{Action, ask};
use crate::settlement;
use crate::world::Error;
use domain::amount::Unit;
use domain::ids::{Actor, PaymentId, VendorId};
use domain::ledger::TransferKind;
use domain::payment_route::as_the_bank_sees;
use domain::reconciliation::{self, Finding, Movement, Paid, Way};
use domain::refusal::Refusal;
use domain::settlement::{Payment, PaymentState};
use exchange::bank_answer::{self, Answer};
pub use exchange::bank_answer::{CPA_REASONS, ISO_REASONS, Kind, Line, ReadError, ReadMistake, Reason, What};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use text::{Lang, key_label};

/// A file that was read, line by line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Look {
    /// What the file is.
    pub kind: Kind,
    /// Its lines, and what each is for us.
    pub lines: Vec<(Line, Finding)>,
    /// Payments that were sent and that a statement does not show.
    pub unseen: Vec<Payment>,
    /// Whose each payment is.
    pub vendors: BTreeMap<PaymentId, VendorId>,
}

/// Something to write down: that payments came back, or that they were paid.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Deed {
    /// Which.
    pub payments: Vec<u32>,
    /// They came back.
    pub returned: bool,
    /// Why, or under which number.
    pub words: String,
}

/// Why a payment came back, in both languages: it is written once, in the log, for whoever reads it.
pub fn reason_words(reason: &Reason) -> String {
    let said = |lang| reason.key().map(|key| key_label(lang, "return", &key));
    match (said(Lang::Fr), said(Lang::En)) {
        (Some(fr), Some(en)) => format!("{} · {fr} / {en}", reason.code()),
        _ => reason.code(),
    }
}

/// A line in words: why a payment came back, or what the bank wrote.
pub fn said(lang: Lang, line: &Line) -> String {
    let reason = match &line.what {
        What::Returned(reason) => {
            let words = reason.key().map(|key| key_label(lang, "return", &key));
            words.map_or_else(|| reason.code(), |words| format!("{} · {words}", reason.code()))
        }
        What::Out | What::In => String::new(),
    };
    let parts = [reason.as_str(), &line.reference, &line.words];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

#[expect(clippy::needless_pass_by_value, reason = "used as a function in map_err")]
fn refused(error: ReadError) -> Refusal {
    let what = match &error.mistake {
        ReadMistake::WholeRefused(reason) => reason_words(reason),
        ReadMistake::NoColumn(column) => column.clone(),
        ReadMistake::Cpa { position, mistake } => format!("{position}, {mistake}"),
        _ => String::new(),
    };
    Refusal::NotABankFile { line: error.place, why: error.mistake.code().to_owned(), what }
}

/// Reads a file and finds its lines.
pub fn look(cx: &mut Cx<'_, '_>, actor: Actor, bytes: &[u8]) -> Result<Look, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::Pay)?;
    let shape = cx.app.columns(&book)?.statement;
    let answer = bank_answer::read(bytes, shape.as_ref()).map_err(refused)?;
    let mut sent = Vec::new();
    for run in cx.tx.runs(cx.programme)? {
        let since = book.day_of(run.prepared_at);
        let payments = as_the_bank_sees(&cx.tx.payments(cx.programme, run.id)?);
        sent.extend(payments.into_iter().filter(|p| p.unit == Unit::CAD && was_sent(p)).map(|p| (p, since)));
    }
    let paid: Vec<Paid> = sent
        .iter()
        .map(|(p, since)| Paid {
            payment: p.id,
            run: p.run,
            cents: p.amount().minor,
            method: p.method,
            state: p.state,
            reference: p.reference.clone(),
            since: *since,
        })
        .collect();
    let received = received(cx)?;
    let movements: Vec<Movement<'_>> = answer.lines.iter().map(movement).collect();
    let found = reconciliation::find(&movements, &paid, &received);
    let seen: BTreeSet<PaymentId> = found.iter().flat_map(Finding::payments).copied().collect();
    let is_unseen = |p: &Payment| answer.kind.is_statement() && p.state == PaymentState::Sent && !seen.contains(&p.id);
    let vendors = sent.iter().map(|(p, _)| (p.id, p.vendor)).collect();
    let unseen = sent.into_iter().map(|(p, _)| p).filter(is_unseen).collect();
    let Answer { kind, lines } = answer;
    Ok(Look { kind, lines: lines.into_iter().zip(found).collect(), unseen, vendors })
}

fn was_sent(payment: &Payment) -> bool {
    matches!(payment.state, PaymentState::Sent | PaymentState::Confirmed | PaymentState::Returned)
}

fn movement(line: &Line) -> Movement<'_> {
    let way = match line.what {
        What::Returned(_) => Way::Returned,
        What::Out => Way::Out,
        What::In => Way::In,
    };
    Movement { way, cents: line.amount_cents, on: line.on, reference: &line.reference, words: &line.words }
}

/// The money that was written down as received, by day.
fn received(cx: &mut Cx<'_, '_>) -> Result<Vec<(jiff::civil::Date, i64)>, Error> {
    let zone = cx.book()?.zone();
    let mut found = Vec::new();
    cx.tx.each_transfer(cx.programme, |row| {
        if row.kind == TransferKind::Receive && row.debit.unit() == Unit::CAD {
            found.push((row.recorded_at.to_zoned(zone.clone()).date(), row.minor));
        }
        Ok(())
    })?;
    Ok(found)
}

/// What a line asks to write down, if anything.
pub fn deed(line: &Line, finding: &Finding) -> Option<Deed> {
    if !finding.is_deed() {
        return None;
    }
    let returned = matches!(finding, Finding::Return(_));
    let words = if let What::Returned(reason) = &line.what {
        reason_words(reason)
    } else {
        let day = line.on.map(|day| day.to_string()).unwrap_or_default();
        [line.reference.as_str(), &day, &line.words].join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let payments = finding.payments().iter().map(|payment| payment.0).collect();
    Some(Deed { payments, returned, words: words.chars().take(200).collect() })
}

/// Writes down what was chosen, all or none: how many payments.
pub fn apply(cx: &mut Cx<'_, '_>, request: Request, deeds: &[Deed]) -> Result<u64, Error> {
    ask(Some(&*cx.book()?), request.actor, Action::Pay)?;
    if deeds.iter().all(|deed| deed.payments.is_empty()) {
        return Err(Refusal::Nothing.into());
    }
    cx.undoable(|cx| {
        let mut count = 0;
        for (returned, payment, words) in deeds.iter().flat_map(|d| d.payments.iter().map(move |p| (d.returned, *p, &d.words))) {
            let (part, payment) = (request.part(payment), PaymentId(payment));
            if returned {
                settlement::bounce_sum(cx, part, payment, words)?;
            } else {
                settlement::confirm(cx, part, payment, words)?;
            }
            count += 1;
        }
        Ok((count, true))
    })
}
