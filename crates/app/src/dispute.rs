//! Disputes.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::command::Command;
use domain::dispute::{Decision, Dispute};
use domain::ids::{Actor, DisputeId, VendorId};

/// Decides a dispute.
pub fn resolve(
    cx: &mut Cx<'_, '_>,
    request: Request,
    dispute: DisputeId,
    decision: Decision,
    reason: &str,
) -> Result<Answer, Error> {
    cx.run(request, Command::ResolveDispute { dispute, decision, reason: reason.to_owned() })
}

/// Disputes, newest first.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Dispute>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    Ok(cx.tx.disputes(cx.programme)?)
}

/// A merchant's own, newest first.
pub fn of_vendor(cx: &mut Cx<'_, '_>, actor: Actor, vendor: VendorId) -> Result<Vec<Dispute>, Error> {
    ask(Some(&*cx.book()?), actor, Action::SeeVendor(vendor))?;
    let mut disputes = cx.tx.disputes(cx.programme)?;
    disputes.retain(|dispute| dispute.vendor == vendor);
    Ok(disputes)
}

/// Disputes, each with the redemption that came first, newest first.
pub fn list_with_first(
    cx: &mut Cx<'_, '_>,
    actor: Actor,
) -> Result<Vec<(Dispute, Option<domain::redemption::Redemption>)>, Error> {
    let mut out = Vec::new();
    for dispute in list(cx, actor)? {
        let first = match dispute.first_seq {
            Some(seq) => cx.tx.redemption(cx.programme, seq)?,
            None => None,
        };
        out.push((dispute, first));
    }
    Ok(out)
}
