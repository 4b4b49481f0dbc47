//! Which way money goes to merchants: from the fiduciary to each of them, or in one sum to their market, which hands each
//! one their share. Until it does, the merchant is owed the share, and the market holds it.

use crate::amount::Unit;
use crate::command::Outcome;
use crate::ids::{PaymentId, PlaceId, RunId, VendorId};
use crate::ledger::{AccountKind, TransferKind};
use crate::programme::Book;
use crate::refusal::Refusal;
use crate::settlement::{Payment, PaymentState};
use crate::world::{Step, World};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which way money goes to merchants.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentRoute {
    /// From the fiduciary to each merchant.
    #[default]
    Direct,
    /// One sum to each market that takes its merchants' money; directly to the others.
    ThroughMarket,
}

impl PaymentRoute {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Direct, Self::ThroughMarket];

    /// The stable name, used in files and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::ThroughMarket => "through_market",
        }
    }

    /// Whether nobody stands between. An older programme said nothing, and its book must say the same bytes.
    pub fn is_direct(&self) -> bool {
        *self == Self::Direct
    }
}

impl Book {
    /// Who takes the money of a place's merchants, if anybody does; the last one registered.
    pub fn payee_of(&self, place: PlaceId) -> Option<VendorId> {
        self.vendors.iter().rev().find(|vendor| vendor.receives_for == Some(place)).map(|vendor| vendor.id)
    }

    /// Who takes a merchant's money for them, as it is decided: whoever does at the first place where they have an
    /// agreement and somebody does.
    pub fn paid_through(&self, vendor: VendorId) -> Option<VendorId> {
        if self.rules.payment_route.is_direct() || self.vendor(vendor)?.receives_for.is_some() {
            return None;
        }
        self.agreements.iter().filter(|agreement| agreement.vendor == vendor).find_map(|agreement| self.payee_of(agreement.place))
    }

    /// Whether money goes through markets, and nobody takes it for this merchant, who is no market themselves.
    pub fn misses_a_market(&self, vendor: VendorId) -> bool {
        let is_market = self.vendor(vendor).is_some_and(|known| known.receives_for.is_some());
        !self.rules.payment_route.is_direct() && !is_market && self.paid_through(vendor).is_none()
    }
}

/// A run's payments as its bank sees them: shares that go through a market are one payment to it, with the number of the
/// first.
pub fn as_the_bank_sees(payments: &[Payment]) -> Vec<Payment> {
    let mut sums: BTreeMap<(RunId, VendorId, Unit), PaymentId> = BTreeMap::new();
    let mut seen: BTreeMap<PaymentId, Payment> = BTreeMap::new();
    for payment in payments {
        let Some(market) = payment.through else {
            seen.insert(payment.id, payment.clone());
            continue;
        };
        let first = *sums.entry((payment.run, market, payment.unit)).or_insert(payment.id);
        let share = Payment { id: first, vendor: market, through: None, state: at_the_bank(payment.state), ..payment.clone() };
        seen.entry(first).and_modify(|sum| join(sum, &share)).or_insert(share);
    }
    seen.into_values().collect()
}

/// What the market does with a share is not the bank's business: for the bank it was paid.
const fn at_the_bank(state: PaymentState) -> PaymentState {
    match state {
        PaymentState::AtMarket => PaymentState::Confirmed,
        other => other,
    }
}

/// Adds a share to its sum. A sum waits while a share does, and came back when all did.
fn join(sum: &mut Payment, share: &Payment) {
    for (fund, minor) in &share.shares {
        match sum.shares.iter_mut().find(|(known, _)| known == fund) {
            Some((_, total)) => *total += minor,
            None => sum.shares.push((*fund, *minor)),
        }
    }
    sum.shares.sort_unstable_by_key(|(fund, _)| *fund);
    let rank = |state: PaymentState| match state {
        PaymentState::Sent => 0,
        PaymentState::Waiting => 1,
        PaymentState::AtMarket | PaymentState::Confirmed => 2,
        PaymentState::Returned => 3,
        PaymentState::Cancelled => 4,
    };
    if rank(share.state) < rank(sum.state) {
        sum.state = share.state;
        sum.reference.clone_from(&share.reference);
        sum.confirmed_at = share.confirmed_at;
    }
}

/// The payments that the bank made as one with this one, itself among them.
pub fn of_one_sum(payments: &[Payment], one: &Payment) -> Vec<PaymentId> {
    let with = |p: &&Payment| {
        p.id == one.id || (one.through.is_some() && (p.run, p.through, p.unit) == (one.run, one.through, one.unit))
    };
    payments.iter().filter(with).map(|p| p.id).collect()
}

/// A share in dollars that a market holds, or handed over.
fn share<W: World>(world: &mut W, id: PaymentId) -> Step<Payment, W> {
    let payment = world.payment(id)?.ok_or(Refusal::NotFound)?;
    if payment.through.is_none() {
        return Err(Refusal::NotFound.into());
    }
    Ok(payment)
}

fn wrong_step(payment: &Payment) -> Refusal {
    Refusal::WrongStep { state: payment.state.key().to_owned() }
}

fn give<W: World>(world: &mut W, payment: &mut Payment, now: Timestamp) -> Step<(), W> {
    let transfers = payment.move_shares(TransferKind::HandOver, AccountKind::InTransit, AccountKind::AtMarket)?;
    payment.state = PaymentState::Confirmed;
    payment.confirmed_at = Some(now);
    world.post(&transfers)
}

/// The market handed a merchant their share.
pub(crate) fn hand_over<W: World>(world: &mut W, place: PlaceId, id: PaymentId, now: Timestamp) -> Step<Outcome, W> {
    let mut payment = share(world, id)?;
    let payee = payment.through.and_then(|market| world.book().vendor(market));
    if payee.is_none_or(|market| market.receives_for != Some(place)) {
        return Err(Refusal::NotFound.into());
    }
    if payment.state != PaymentState::AtMarket {
        return Err(wrong_step(&payment).into());
    }
    give(world, &mut payment, now)?;
    world.update_payment(&payment)?;
    Ok(Outcome::Done)
}

/// The merchant says that they have it, whether or not the market said so.
pub(crate) fn acknowledge<W: World>(world: &mut W, vendor: VendorId, id: PaymentId, now: Timestamp) -> Step<Outcome, W> {
    let mut payment = share(world, id)?;
    if payment.vendor != vendor {
        return Err(Refusal::NotFound.into());
    }
    match payment.state {
        PaymentState::AtMarket => give(world, &mut payment, now)?,
        PaymentState::Confirmed if payment.acknowledged_at.is_none() => {}
        _ => return Err(wrong_step(&payment).into()),
    }
    payment.acknowledged_at = Some(now);
    world.update_payment(&payment)?;
    Ok(Outcome::Done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::FundId;
    use crate::programme::PaymentMethod;
    use proptest::prelude::*;

    fn payment(id: u32, through: Option<u32>, state: PaymentState, cents: i64) -> Payment {
        Payment {
            id: PaymentId(id),
            run: RunId(1),
            vendor: VendorId(100 + id),
            through: through.map(VendorId),
            method: PaymentMethod::Deposit,
            unit: Unit::CAD,
            shares: vec![(FundId(1 + id % 3), cents)],
            state,
            reference: String::new(),
            confirmed_at: None,
            acknowledged_at: None,
        }
    }

    proptest! {
        /// The bank sees each cent once, one payment a market, and direct payments as they are; a sum waits while one of
        /// its shares does.
        #[test]
        fn the_bank_sees_every_cent_once(
            rows in prop::collection::vec((prop::option::of(1u32..4), 0usize..PaymentState::ALL.len(), 1i64..10_000), 0..30)
        ) {
            let payments: Vec<Payment> =
                (1..).zip(&rows).map(|(id, (through, state, cents))| payment(id, *through, PaymentState::ALL[*state], *cents)).collect();
            let seen = as_the_bank_sees(&payments);
            let total = |all: &[Payment]| all.iter().map(|p| p.amount().minor).sum::<i64>();
            prop_assert_eq!(total(&seen), total(&payments));
            let markets: std::collections::BTreeSet<_> = payments.iter().filter_map(|p| p.through).collect();
            let direct = payments.iter().filter(|p| p.through.is_none()).count();
            prop_assert_eq!(seen.len(), direct + markets.len());
            for sum in &seen {
                let whole = payments.iter().find(|p| p.id == sum.id).expect("one of ours");
                let members = of_one_sum(&payments, whole);
                prop_assert_eq!(members.first(), Some(&sum.id));
                let sent = payments.iter().filter(|p| members.contains(&p.id)).any(|p| p.state == PaymentState::Sent);
                prop_assert_eq!(sum.state == PaymentState::Sent, sent);
                prop_assert!(sum.state != PaymentState::AtMarket || whole.through.is_none());
            }
        }
    }
}
