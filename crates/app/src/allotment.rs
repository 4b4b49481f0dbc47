//! Stock: coupons counted in, allotted to organisations, moved between them, and taken out of use.

use crate::command::{Answer, Cx, Request};
use crate::world::Error;
use domain::command::{Command, Placement};
use domain::coupon::State;
use domain::coupon_set::CouponSet;
use domain::ids::{Actor, BatchId, FundId, PartnerId};
use domain::refusal::Refusal;
use std::collections::BTreeMap;

/// Counts coupons into the programme's stock.
pub fn take_in(cx: &mut Cx<'_, '_>, request: Request, coupons: CouponSet) -> Result<Answer, Error> {
    cx.run(request, Command::Move { coupons, to: Placement::Stock, reason: String::new() })
}

/// Allots coupons to an organisation, or passes them from one to another.
pub fn allot(
    cx: &mut Cx<'_, '_>,
    request: Request,
    coupons: CouponSet,
    partner: PartnerId,
    fund: Option<FundId>,
) -> Result<Answer, Error> {
    cx.run(request, Command::Move { coupons, to: Placement::Partner { partner, fund }, reason: String::new() })
}

/// Takes coupons out of use: void, lost, stolen or returned, with the reason. Nobody cancels most of a batch alone:
/// `batch::ask_void` does that, with another person.
pub fn withdraw(cx: &mut Cx<'_, '_>, request: Request, coupons: CouponSet, to: Placement, reason: &str) -> Result<Answer, Error> {
    let is_person = matches!(request.actor, Actor::Person(_));
    if is_person && to == Placement::Void && cx.tx.answered(cx.programme, request.id)?.is_none() {
        few_of_a_batch(cx, &coupons)?;
    }
    cx.run(request, Command::Move { coupons, to, reason: reason.to_owned() })
}

/// Refuses to leave less than half of a batch in use, by any number of steps.
fn few_of_a_batch(cx: &mut Cx<'_, '_>, coupons: &CouponSet) -> Result<(), Error> {
    let mut asked: BTreeMap<BatchId, u64> = BTreeMap::new();
    for range in coupons.ranges() {
        *asked.entry(range.first.batch()).or_default() += range.len();
    }
    let counts = cx.tx.state_counts(cx.programme)?;
    for batch in cx.tx.batches(cx.programme)? {
        let Some(now) = asked.get(&batch.id).copied() else { continue };
        let before: u64 = counts.iter().filter(|c| c.batch == batch.id.0 && c.state == State::Void).map(|c| c.count).sum();
        if (before + now) * 2 > u64::from(batch.count) {
            return Err(Refusal::MostOfBatch { batch: batch.id.0.to_string() }.into());
        }
    }
    Ok(())
}
