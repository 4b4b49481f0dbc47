//! How long merchants wait: from the day their coupons were counted in to the day their payment was confirmed, in
//! business days, beside the promise.

use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::business_day::between;
use domain::delay::Delay;
use domain::ids::{Actor, RunId};
use domain::settlement::{PaymentState, RunState};
use std::collections::BTreeMap;

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

/// Waits so far. What a bank returned waits on, until another run's payment is confirmed.
pub fn delays(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Delays, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeePayments)?;
    let mut runs = cx.tx.runs(cx.programme)?;
    runs.retain(|run| run.state != RunState::Cancelled);
    runs.sort_unstable_by_key(|run| run.id);
    let payments = cx.tx.all_payments(cx.programme)?;
    let today = book.day_of(cx.now());
    let mut found = Delays::default();
    let promised = u64::from(book.rules.payment_target_days);
    let mut waits: BTreeMap<RunId, Vec<u64>> = BTreeMap::new();
    for r in cx.tx.redemptions(cx.programme)?.into_iter().filter(|r| r.count > 0) {
        let counted_in = book.day_of(r.recorded_at);
        let paid = runs.iter().filter(|run| run.cutoff >= r.recorded_at).find_map(|run| {
            let ours = |p: &&domain::settlement::Payment| p.run == run.id && p.vendor == r.vendor;
            let confirmed = payments.iter().filter(ours).filter(|p| p.state == PaymentState::Confirmed);
            Some((run.id, confirmed.filter_map(|p| p.confirmed_at).max()?))
        });
        if let Some((run, at)) = paid {
            waits.entry(run).or_default().push(between(counted_in, book.day_of(at)));
        } else {
            found.waiting += 1;
            found.late += u64::from(between(counted_in, today) > promised);
        }
    }
    found.season = Delay::of(waits.values().flatten().copied().collect(), promised);
    found.runs = waits.into_iter().filter_map(|(run, waits)| Some((run, Delay::of(waits, promised)?))).collect();
    Ok(found)
}
