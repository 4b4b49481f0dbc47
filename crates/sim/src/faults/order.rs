//! The order in which offline sales arrive does not matter: the same coupons are spent and the same
//! total is owed, whoever comes first.

use super::Season;
use crate::chance::Chance;
use anyhow::{Context, Result, ensure};
use app::Place;
use domain::coupon::State;
use domain::ids::CouponId;
use std::collections::BTreeSet;

/// What is left when all letters have arrived.
#[derive(PartialEq, Eq, Debug)]
struct Left {
    spent: BTreeSet<CouponId>,
    owed_cents: i64,
}

/// Plays the same coupons, the same people and the same letters on two empty databases; the letters
/// arrive in two different orders.
pub fn same_in_any_order(places: [&Place; 2], seed: u64) -> Result<()> {
    let [first, second] = places;
    let one = arrive(first, seed, 1).with_context(|| format!("CABAS_SEED={seed}: one order"))?;
    let other = arrive(second, seed, 2).with_context(|| format!("CABAS_SEED={seed}: another order"))?;
    ensure!(one == other, "CABAS_SEED={seed}: {one:?} in one order, {other:?} in another");
    Ok(())
}

fn arrive(place: &Place, seed: u64, order: u64) -> Result<Left> {
    let mut season = Season::begun(place, seed, 25, 12)?;
    let Season { machine, office, phones, model, .. } = &mut season;
    // All of them arrive after the last was written: a day of use is then the same in any order.
    machine.set("2025-07-19T12:00:00-04:00".parse()?);
    phones.settle(machine, &mut Chance::new(seed ^ (order << 40)), model)?;
    let spent = office.coupons(machine)?.into_iter().filter(|c| c.state == State::Redeemed).map(|c| c.id).collect();
    let live = season.audited()?;
    Ok(Left { spent, owed_cents: live.by_vendor.values().map(|q| q.cents).sum() })
}
