//! The log up to the last day, read once.

use crate::command::Cx;
use crate::export;
use crate::world::Error;
use domain::chain::{Hash, LogRow};
use domain::command::{Command, Outcome};
use domain::fund::Period;
use domain::ids::{Actor, CouponId, PaymentId, RunId};
use domain::ledger::{AccountId, TransferKind};
use domain::programme::Book;
use domain::settlement::PaymentState;
use exchange::journal::{Account, Chart, Entry};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::Fault;

/// One row of the log, without what is nobody's business.
pub(super) struct Act {
    pub(super) seq: i64,
    pub(super) recorded_at: Timestamp,
    pub(super) actor: Actor,
    pub(super) device: Option<uuid::Uuid>,
    pub(super) kind: String,
    /// Whether it was said no to: nothing moved.
    pub(super) is_refused: bool,
    /// The day it says that it happened, for money.
    pub(super) on: Option<Date>,
    /// A reference, or why.
    pub(super) words: String,
    pub(super) run: Option<RunId>,
    pub(super) payment: Option<PaymentId>,
    pub(super) link: Hash,
    /// Whether it is in the period, not before.
    pub(super) is_within: bool,
}

/// A coupon's transfer.
pub(super) struct Spent {
    pub(super) seq: i64,
    pub(super) coupon: CouponId,
    pub(super) debit: AccountId,
    pub(super) credit: AccountId,
    pub(super) minor: i64,
}

/// Everything up to the last day.
pub(super) struct Gathered {
    pub(super) chart: Chart,
    /// The ledger's entries, those before the period too.
    pub(super) entries: Vec<Entry>,
    pub(super) acts: Vec<Act>,
    /// In the period.
    pub(super) spent: Vec<Spent>,
    /// Where each payment was at the end.
    pub(super) payments: BTreeMap<PaymentId, PaymentState>,
    pub(super) period: Option<Period>,
    /// The first command of the period.
    first: Option<i64>,
    /// The letter of each batch's class.
    pub(super) letters: BTreeMap<u32, char>,
}

impl Act {
    fn of(book: &Book, period: Option<Period>, row: &LogRow, link: Hash) -> Result<Self, Fault> {
        let broken = |e: serde_json::Error| Fault::Inconsistent(format!("command {}: {e}", row.seq));
        let command: Command = serde_json::from_str(&row.body).map_err(broken)?;
        let outcome: Outcome = serde_json::from_str(&row.outcome).map_err(broken)?;
        let (on, words) = match &command {
            Command::ReceiveMoney { on, reference, .. } => (Some(*on), reference.clone()),
            Command::SpendOnOperations(expense) => (Some(expense.on), expense.reference.clone()),
            Command::ConfirmPayment { reference, .. } | Command::ConfirmFundMove { reference, .. } => (None, reference.clone()),
            other => (None, other.reason().unwrap_or_default().to_owned()),
        };
        let run = match (&command, &outcome) {
            (Command::PrepareRun { .. }, Outcome::Prepared { run, .. })
            | (Command::ApproveRun { run } | Command::CancelRun { run, .. } | Command::PayRun { run }, _) => Some(*run),
            _ => None,
        };
        let payment = match &command {
            Command::ConfirmPayment { payment, .. }
            | Command::ReturnPayment { payment, .. }
            | Command::HandOver { payment, .. }
            | Command::AcknowledgeShare { payment, .. } => Some(*payment),
            _ => None,
        };
        Ok(Self {
            seq: row.seq,
            recorded_at: row.recorded_at,
            actor: row.actor,
            device: row.device,
            kind: row.kind.clone(),
            is_refused: outcome.refusal().is_some(),
            on,
            words,
            run,
            payment,
            link,
            is_within: period.is_none_or(|p| p.since <= book.day_of(row.recorded_at)),
        })
    }
}

impl Gathered {
    pub(super) fn of(cx: &mut Cx<'_, '_>, actor: Actor, period: Option<Period>) -> Result<Self, Error> {
        let book = cx.book()?;
        let is_late = |day: Date| period.is_some_and(|p| p.until < day);
        let steps = cx.tx.peek_head(cx.programme)?.map_or(0, |head| head.seq);
        cx.app.progress.begin(u64::try_from(steps).unwrap_or(0));
        let (chart, mut entries) = export::entries(cx, actor)?;
        entries.retain(|entry| !is_late(entry.date));
        let progress = &cx.app.progress;
        let mut acts: Vec<Act> = Vec::new();
        cx.tx.replay(cx.programme, 0, |row, link| {
            progress.step()?;
            if !is_late(book.day_of(row.recorded_at)) {
                acts.push(Act::of(&book, period, &row, link)?);
            }
            Ok(())
        })?;
        let mut spent = Vec::new();
        for entry in entries.iter().filter(|entry| period.is_none_or(|p| p.since <= entry.date)) {
            for transfer in entry.transfers.iter().filter(|t| t.kind() == TransferKind::Redeem) {
                if let Some(coupon) = transfer.coupon() {
                    let (debit, credit) = (transfer.debit(), transfer.credit());
                    spent.push(Spent { seq: entry.seq, coupon, debit, credit, minor: transfer.amount().minor });
                }
            }
        }
        let payments = standing(cx, &acts)?;
        let batches = cx.tx.batches(cx.programme)?;
        let letters = batches.iter().filter_map(|batch| Some((batch.id.0, book.class(batch.class)?.letter))).collect();
        let first = acts.iter().find(|act| act.is_within).map(|act| act.seq);
        Ok(Self { chart, entries, acts, spent, payments, period, first, letters })
    }

    /// The log's last row up to the last day.
    pub(super) fn last(&self) -> Option<&Act> {
        self.acts.last()
    }

    /// Whether a command is in the period.
    pub(super) fn has(&self, seq: i64) -> bool {
        self.first.is_some_and(|first| first <= seq) && self.reaches(seq)
    }

    /// Whether a command came before the end of the last day.
    pub(super) fn reaches(&self, seq: i64) -> bool {
        self.last().is_some_and(|last| seq <= last.seq)
    }

    /// Each account: what it was before the period, what was debited and credited in it. Minor units.
    pub(super) fn balances(&self) -> BTreeMap<Account, (i128, i128, i128)> {
        let mut out: BTreeMap<Account, (i128, i128, i128)> = BTreeMap::new();
        for entry in &self.entries {
            let is_within = self.period.is_none_or(|p| p.since <= entry.date);
            for posting in entry.postings(&self.chart) {
                let debit = out.entry(posting.debit).or_default();
                if is_within {
                    debit.1 += posting.minor;
                } else {
                    debit.0 += posting.minor;
                }
                let credit = out.entry(posting.credit).or_default();
                if is_within { credit.2 += posting.minor } else { credit.0 -= posting.minor }
            }
        }
        out
    }
}

/// Where each payment was after these acts, whatever happened later.
fn standing(cx: &mut Cx<'_, '_>, acts: &[Act]) -> Result<BTreeMap<PaymentId, PaymentState>, Error> {
    let all = cx.tx.all_payments(cx.programme)?;
    let mut states = BTreeMap::new();
    for act in acts.iter().filter(|act| !act.is_refused) {
        let of_run = match act.kind.as_str() {
            "prepare_run" => Some(PaymentState::Waiting),
            "pay_run" => Some(PaymentState::Sent),
            "cancel_run" => Some(PaymentState::Cancelled),
            _ => None,
        };
        if let (Some(state), Some(run)) = (of_run, act.run) {
            states.extend(all.iter().filter(|p| p.run == run).map(|p| (p.id, state)));
        }
        match (act.kind.as_str(), act.payment) {
            ("confirm_payment", Some(payment)) => {
                let to_market = all.iter().any(|p| p.id == payment && p.through.is_some());
                states.insert(payment, if to_market { PaymentState::AtMarket } else { PaymentState::Confirmed })
            }
            ("hand_over" | "acknowledge_share", Some(payment)) => states.insert(payment, PaymentState::Confirmed),
            ("return_payment", Some(payment)) => states.insert(payment, PaymentState::Returned),
            _ => None,
        };
    }
    Ok(states)
}
