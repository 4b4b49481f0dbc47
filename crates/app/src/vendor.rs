//! A merchant's own: what was accepted each day at each place, what is owed, what was paid.

use crate::bank_details;
use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::amount::{Amount, Unit};
use domain::business_day;
use domain::ids::{Actor, ClassId, PlaceId, RunId, VendorId};
use domain::ledger::AccountKind;
use domain::programme::{Book, PaymentMethod};
use domain::redemption::Redemption;
use domain::refusal::Refusal;
use domain::settlement::{Payment, PaymentState};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Coupons accepted one day at one place, however many times they were brought in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Day {
    /// The market day, where the programme lives.
    pub on: Date,
    /// Where.
    pub place: PlaceId,
    /// How many of each class.
    pub coupons: BTreeMap<ClassId, u64>,
}

impl Day {
    /// How many coupons.
    pub fn count(&self) -> u64 {
        self.coupons.values().sum()
    }

    /// Their value, by unit.
    pub fn amounts(&self, book: &Book) -> BTreeMap<Unit, i64> {
        let mut amounts = BTreeMap::new();
        for (class, count) in self.coupons.iter().filter_map(|(id, count)| Some((book.class(*id)?, *count))) {
            *amounts.entry(class.face.unit).or_default() += class.face.minor * i64::try_from(count).unwrap_or(0);
        }
        amounts
    }
}

/// A merchant's market days, oldest first: what arrived when `arrived` says so.
pub(crate) fn days(
    cx: &mut Cx<'_, '_>,
    book: &Book,
    vendor: VendorId,
    arrived: impl Fn(Timestamp) -> bool,
) -> Result<Vec<Day>, Error> {
    let acts = cx.tx.redemptions(cx.programme)?;
    days_of(cx, book, vendor, &acts, arrived)
}

/// The same among acts that were read already.
pub(crate) fn days_of(
    cx: &mut Cx<'_, '_>,
    book: &Book,
    vendor: VendorId,
    acts: &[Redemption],
    arrived: impl Fn(Timestamp) -> bool,
) -> Result<Vec<Day>, Error> {
    let mut by_act: BTreeMap<i64, Vec<(ClassId, u64)>> = BTreeMap::new();
    for (seq, class, count) in cx.tx.redeemed_by_class(cx.programme, vendor)? {
        by_act.entry(seq).or_default().push((class, count));
    }
    let mut days: BTreeMap<(Date, PlaceId), BTreeMap<ClassId, u64>> = BTreeMap::new();
    for r in acts.iter().filter(|r| r.vendor == vendor && r.count > 0 && arrived(r.recorded_at)) {
        let day = days.entry((r.market_day(book), r.place)).or_default();
        for (class, count) in by_act.get(&r.seq).into_iter().flatten() {
            *day.entry(*class).or_default() += count;
        }
    }
    Ok(days.into_iter().map(|((on, place), coupons)| Day { on, place, coupons }).collect())
}

/// Where a merchant stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VendorAccount {
    /// Market days, newest first.
    pub days: Vec<Day>,
    /// Owed and in no run yet.
    pub owed: Vec<Amount>,
    /// In a run, or sent and not yet confirmed.
    pub coming: Vec<Amount>,
    /// Payments, newest first; those given up are left out.
    pub payments: Vec<Payment>,
    /// By when what is owed or coming is promised, when something was counted in and is not paid.
    pub promised_for: Option<Date>,
    /// The day on which the next run is due, when a rhythm is decided and something waits for it.
    pub next_run: Option<Date>,
    /// Their payments are held for now.
    pub is_held: bool,
    /// Whether they are paid to an account and gave none.
    pub lacks_account: bool,
    /// When the run of each payment was prepared.
    pub prepared_on: BTreeMap<RunId, Date>,
}

/// Where a merchant stands, for themselves and for those who see everything.
pub fn account(cx: &mut Cx<'_, '_>, actor: Actor, vendor: VendorId) -> Result<VendorAccount, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeVendor(vendor))?;
    let method = book.vendor(vendor).ok_or_else(|| Refusal::UnknownVendor { vendor: vendor.to_string() })?.payment_method;
    let to_account = matches!(method, PaymentMethod::Deposit | PaymentMethod::Transfer);
    let lacks_account = to_account && book.paid_through(vendor).is_none() && bank_details::account_in_use(cx, vendor)?.is_none();
    let (mut owed, mut coming) = (BTreeMap::new(), BTreeMap::new());
    for (id, balance) in cx.tx.accounts(cx.programme)?.iter().filter(|(id, _)| id.vendor() == Some(vendor)) {
        let sum = match id.kind() {
            AccountKind::Payable => &mut owed,
            AccountKind::Claimed | AccountKind::InTransit => &mut coming,
            _ => continue,
        };
        *sum.entry(id.unit()).or_insert(0) += balance.of(id.kind());
    }
    let amounts = |sums: BTreeMap<Unit, i64>| -> Vec<Amount> {
        sums.into_iter().filter(|(_, minor)| *minor != 0).map(|(unit, minor)| Amount { minor, unit }).collect()
    };
    let mut days = days(cx, &book, vendor, |_| true)?;
    days.reverse();
    let payments = cx.tx.all_payments(cx.programme)?.into_iter().rev();
    let payments: Vec<Payment> = payments.filter(|p| p.vendor == vendor && p.state != PaymentState::Cancelled).collect();
    let runs = cx.tx.runs(cx.programme)?;
    // The oldest that no confirmed payment settles is promised first.
    let settled = payments.iter().filter(|p| p.state == PaymentState::Confirmed).map(|p| p.run);
    let until = settled.filter_map(|run| runs.iter().find(|r| r.id == run)).map(|run| run.cutoff).max();
    let redemptions = cx.tx.redemptions(cx.programme)?.into_iter();
    let waiting = redemptions.filter(|r| r.vendor == vendor && r.count > 0 && until.is_none_or(|until| r.recorded_at > until));
    let (owed, coming) = (amounts(owed), amounts(coming));
    let since = waiting.map(|r| r.recorded_at).min().filter(|_| !owed.is_empty() || !coming.is_empty());
    let days_promised = u64::from(book.rules.payment_target_days);
    let is_held = crate::payment_hold::is_held(cx, actor, vendor)?;
    let next_run = crate::settlement::next_run(cx)?.filter(|_| !is_held && !owed.is_empty());
    Ok(VendorAccount {
        next_run,
        is_held,
        days,
        owed,
        coming,
        payments,
        promised_for: since.filter(|_| !is_held).map(|since| business_day::after(book.day_of(since), days_promised)),
        lacks_account,
        prepared_on: runs.iter().map(|run| (run.id, book.day_of(run.prepared_at))).collect(),
    })
}
