//! The order in which offline sales arrive does not matter: the same coupons are spent and the same
//! total is owed, whoever comes first.

use super::config;
use super::machine::Machine;
use super::model::Model;
use super::office::Office;
use super::phones::Phones;
use crate::chance::Chance;
use anyhow::{Context, Result, ensure};
use app::{Place, audit, live_use};
use domain::coupon::State;
use domain::ids::{Actor, CouponId};
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
    let mut chance = Chance::new(seed);
    let file = config::random(&mut chance)?;
    let mut machine = Machine::start(place, &file, &mut chance)?;
    let office = Office::install(&mut machine, &mut chance)?;
    let mut phones = Phones::install(&mut machine, &mut chance)?;
    let mut model = Model::default();
    for _ in 0..25 {
        machine.pass_time(&mut chance);
        office.act(&mut machine, &mut chance, &mut model)?;
    }
    for _ in 0..12 {
        machine.pass_time(&mut chance);
        phones.write(&mut machine, &mut chance, &office, &mut model)?;
    }
    machine.disarm();
    // All of them arrive after the last was written: a day of use is then the same in any order.
    machine.set("2025-07-19T12:00:00-04:00".parse()?);
    phones.settle(&mut machine, &mut Chance::new(seed ^ (order << 40)), &mut model)?;
    let (report, live) = machine.look(|cx| Ok((audit::audit(cx)?, live_use::live_use(cx, Actor::System)?)))?;
    ensure!(report.findings.is_empty(), "the audit found {:#?}", report.findings);
    let spent = office.coupons(&machine)?.into_iter().filter(|c| c.state == State::Redeemed).map(|c| c.id).collect();
    Ok(Left { spent, owed_cents: live.by_vendor.values().map(|q| q.cents).sum() })
}
