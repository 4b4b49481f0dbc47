//! Merchants whose payments are held: by one person at once, let go by two.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::settlement;
use crate::world::Error;
use domain::amount::Amount;
use domain::command::Command;
use domain::ids::{Actor, VendorId};
use domain::payment_hold::PaymentHold;
use domain::settlement::Run;
use std::collections::BTreeSet;

/// Holds a merchant's payments.
pub fn hold(cx: &mut Cx<'_, '_>, request: Request, vendor: VendorId, reason: &str) -> Result<Answer, Error> {
    cx.run(request, Command::HoldPayments { vendor, reason: reason.to_owned() })
}

/// Asks to let go, with what was found.
pub fn ask_release(cx: &mut Cx<'_, '_>, request: Request, vendor: VendorId, found: &str) -> Result<Answer, Error> {
    cx.run(request, Command::AskPaymentRelease { vendor, reason: found.to_owned() })
}

/// Confirms what another person asked: the next run pays again.
pub fn release(cx: &mut Cx<'_, '_>, request: Request, vendor: VendorId) -> Result<Answer, Error> {
    cx.run(request, Command::ConfirmPaymentRelease { vendor })
}

/// Keeps the hold.
pub fn keep(cx: &mut Cx<'_, '_>, request: Request, vendor: VendorId) -> Result<Answer, Error> {
    cx.run(request, Command::DropPaymentRelease { vendor })
}

/// A hold, with names, and what is owed to its merchant meanwhile.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// The hold.
    pub hold: PaymentHold,
    /// Who held; empty for the program itself.
    pub by: String,
    /// Who asked to let go; empty while nobody did.
    pub asked_by: String,
    /// Who confirmed.
    pub lifted_by: String,
    /// What waits, while it is held.
    pub owed: Vec<Amount>,
}

/// Every hold, newest first, for those who see payments.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Held>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeePayments)?;
    let owed = settlement::owed(cx, actor)?;
    let mut out = Vec::new();
    for hold in cx.tx.payment_holds(cx.programme)?.into_iter().rev() {
        let mut name = |actor: Option<Actor>| match actor {
            Some(actor) => crate::people::name_of(cx, actor),
            None => Ok(String::new()),
        };
        let (by, asked_by, lifted_by) = (name(Some(hold.held_by))?, name(hold.asked_by)?, name(hold.lifted_by)?);
        // What waits for a market is what its merchants are owed.
        let is_its = |vendor: VendorId| vendor == hold.vendor || book.paid_through(vendor) == Some(hold.vendor);
        let waits = owed.iter().filter(|(vendor, _)| hold.is_live() && is_its(*vendor));
        out.push(Held { owed: waits.map(|(_, amount)| *amount).collect(), hold, by, asked_by, lifted_by });
    }
    Ok(out)
}

/// Merchants whose payments are held now, or those of the market that takes their money.
pub(crate) fn held(cx: &mut Cx<'_, '_>) -> Result<BTreeSet<VendorId>, Error> {
    let book = cx.book()?;
    let holds = cx.tx.payment_holds(cx.programme)?.into_iter().filter(PaymentHold::is_live);
    let named: BTreeSet<VendorId> = holds.map(|hold| hold.vendor).collect();
    let through = |vendor: VendorId| book.paid_through(vendor).is_some_and(|market| named.contains(&market));
    let merchants = book.vendors.iter().map(|vendor| vendor.id).filter(|vendor| through(*vendor));
    Ok(merchants.chain(named.iter().copied()).collect())
}

/// Whether a merchant's payments are held, for themselves and for those who see everything. Why is told to nobody here.
pub fn is_held(cx: &mut Cx<'_, '_>, actor: Actor, vendor: VendorId) -> Result<bool, Error> {
    ask(Some(&*cx.book()?), actor, Action::SeeVendor(vendor))?;
    Ok(held(cx)?.contains(&vendor))
}

/// Whom a run left out when it was prepared.
pub fn left_out(cx: &mut Cx<'_, '_>, actor: Actor, run: &Run) -> Result<BTreeSet<VendorId>, Error> {
    ask(Some(&*cx.book()?), actor, Action::SeePayments)?;
    let holds = cx.tx.payment_holds(cx.programme)?.into_iter().filter(|hold| hold.was_live(run.prepared_at));
    Ok(holds.map(|hold| hold.vendor).collect())
}
