//! How long merchants wait: from the day their coupons were counted in to the day their payment was confirmed, in
//! business days, beside the promise.

use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::business_day::between;
use domain::delay::Delay;
use domain::ids::{Actor, PlaceId, RunId, VendorId};
use domain::settlement::{PaymentState, RunState};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Coupons that a merchant brought in, and how long their money took or has taken so far.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wait {
    /// Whose.
    pub vendor: VendorId,
    /// Where they were accepted.
    pub place: PlaceId,
    /// How many.
    pub count: u32,
    /// The day on which they were counted in.
    pub counted_in: Date,
    /// The run that paid them, and the day of the confirmation; nothing while they wait.
    pub paid: Option<(RunId, Date)>,
    /// Business days, up to today for what waits.
    pub days: u64,
}

/// Waits of a season. Each act of bringing coupons in counts once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Delays {
    /// The whole season's, when something was paid.
    pub season: Option<Delay>,
    /// Each run's.
    pub runs: BTreeMap<RunId, Delay>,
    /// Acts not paid yet.
    pub waiting: u64,
    /// Those that wait longer than was promised.
    pub late: u64,
}

/// Each wait so far, the longest first, what still waits before what was paid. What a bank returned waits on, until
/// another run's payment is confirmed.
pub fn waits(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Wait>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeePayments)?;
    let mut runs = cx.tx.runs(cx.programme)?;
    runs.retain(|run| run.state != RunState::Cancelled);
    runs.sort_unstable_by_key(|run| run.id);
    let payments = cx.tx.all_payments(cx.programme)?;
    let today = book.day_of(cx.now());
    let mut found = Vec::new();
    for r in cx.tx.redemptions(cx.programme)?.into_iter().filter(|r| r.count > 0) {
        let counted_in = book.day_of(r.recorded_at);
        let paid = runs.iter().filter(|run| run.cutoff >= r.recorded_at).find_map(|run| {
            let ours = |p: &&domain::settlement::Payment| p.run == run.id && p.vendor == r.vendor;
            let confirmed = payments.iter().filter(ours).filter(|p| p.state == PaymentState::Confirmed);
            Some((run.id, book.day_of(confirmed.filter_map(|p| p.confirmed_at).max()?)))
        });
        let days = between(counted_in, paid.map_or(today, |(_, on)| on));
        found.push(Wait { vendor: r.vendor, place: r.place, count: r.count, counted_in, paid, days });
    }
    found.sort_by_key(|wait| (wait.paid.is_some(), Reverse(wait.days), wait.counted_in, wait.vendor));
    Ok(found)
}

/// What [`waits`] come to, beside the promise.
pub fn delays(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Delays, Error> {
    let promised = u64::from(cx.book()?.rules.payment_target_days);
    let mut found = Delays::default();
    let mut paid: BTreeMap<RunId, Vec<u64>> = BTreeMap::new();
    for wait in waits(cx, actor)? {
        if let Some((run, _)) = wait.paid {
            paid.entry(run).or_default().push(wait.days);
        } else {
            found.waiting += 1;
            found.late += u64::from(wait.days > promised);
        }
    }
    found.season = Delay::of(paid.values().flatten().copied().collect(), promised);
    found.runs = paid.into_iter().filter_map(|(run, waits)| Some((run, Delay::of(waits, promised)?))).collect();
    Ok(found)
}
