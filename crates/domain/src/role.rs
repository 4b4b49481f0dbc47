//! What a person may be in a programme.

use crate::command::Outcome;
use crate::ids::{Actor, FundId, PartnerId, PersonId, PlaceId, VendorId};
use crate::programme::{Book, Entry};
use crate::refusal::Refusal;
use crate::world::{Step, World};
use serde::{Deserialize, Serialize};

/// A role, with what it is limited to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs the programme in its territory.
    Coordinator,
    /// Hands coupons out for an organisation.
    PartnerWorker(PartnerId),
    /// Counts coupons at a market.
    MarketManager(PlaceId),
    /// Sells food.
    Merchant(VendorId),
    /// Prepares and sends payments.
    Treasurer,
    /// Approves payments.
    Approver,
    /// Sees one fund.
    Funder(FundId),
    /// Reads everything, changes nothing.
    Auditor,
    /// The province-wide network: sees the programme's totals, and only while the territory lets it.
    Network,
    /// Studies the programme: counts by organisation, place, week and household size; nobody's account, no mark.
    Evaluator,
}

impl Role {
    /// One of each, limited to the first of its kind: for tables and lists.
    pub const EVERY: [Self; 10] = [
        Self::Coordinator,
        Self::PartnerWorker(PartnerId(1)),
        Self::MarketManager(PlaceId(1)),
        Self::Merchant(VendorId(1)),
        Self::Treasurer,
        Self::Approver,
        Self::Funder(FundId(1)),
        Self::Network,
        Self::Evaluator,
        Self::Auditor,
    ];

    /// The stable name used in files and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::PartnerWorker(_) => "partner_worker",
            Self::MarketManager(_) => "market_manager",
            Self::Merchant(_) => "merchant",
            Self::Treasurer => "treasurer",
            Self::Approver => "approver",
            Self::Funder(_) => "funder",
            Self::Auditor => "auditor",
            Self::Network => "network",
            Self::Evaluator => "evaluator",
        }
    }

    /// Whether this role handles the money of payments.
    pub const fn pays(self) -> bool {
        matches!(self, Self::Treasurer | Self::Approver)
    }

    /// Whether somebody in this role is one of the two persons that a two-person rule asks for. A sign-in link for
    /// them, in another's hands, would make one person of two.
    pub const fn seconds(self) -> bool {
        self.pays() || matches!(self, Self::Coordinator)
    }
}

/// A role given to a person.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Grant {
    /// Who.
    pub person: PersonId,
    /// What.
    pub role: Role,
}

/// Whoever runs the season neither pays it nor approves its payments. The first of the roles held that stands in the
/// way of another is named.
pub fn separate(held: impl IntoIterator<Item = Role>, asked: Role) -> Result<(), Refusal> {
    let apart = |a: Role, b: Role| matches!(a, Role::Coordinator) && b.pays();
    match held.into_iter().find(|held| apart(*held, asked) || apart(asked, *held)) {
        Some(held) => Err(Refusal::RolesConflict { held: held.key().to_owned(), asked: asked.key().to_owned() }),
        None => Ok(()),
    }
}

fn held(book: &Book, person: PersonId) -> impl Iterator<Item = Role> {
    book.grants.iter().filter(move |g| g.person == person).map(|g| g.role)
}

/// Whether a role that pays or approves may only be given by somebody who has one: once there are enough people to pay,
/// or once something was to be paid. Before that, whoever coordinates finds those people.
pub fn is_kept_by_payers(book: &Book, runs: u32) -> bool {
    let count = |role: Role| book.grants.iter().filter(|g| g.role == role).count();
    runs > 0 || count(Role::Treasurer) > 0 && count(Role::Approver) >= usize::from(book.rules.approvals)
}

/// Nobody makes the second person of a two-person rule alone: whoever invites people gives no role that pays, and whoever
/// gives it invites nobody.
pub fn may_give(book: &Book, runs: u32, by: Actor, grant: Grant) -> Result<(), Refusal> {
    let Actor::Person(by) = by else { return Ok(()) };
    if !grant.role.pays() {
        return Ok(());
    }
    let payer = held(book, by).any(Role::pays);
    if !is_kept_by_payers(book, runs) {
        // Before there are payers enough, the coordination alone knows whom it chose.
        return if payer { Err(Refusal::NotPermitted) } else { Ok(()) };
    }
    let is_known = held(book, grant.person).next().is_some();
    if payer && is_known && by != grant.person { Ok(()) } else { Err(Refusal::PayersRole) }
}

/// Gives a person a role.
pub(crate) fn grant<W: World>(world: &mut W, grant: Grant, by: Actor) -> Step<Outcome, W> {
    let runs = world.counts()?.runs;
    let book = world.book();
    if book.grants.contains(&grant) {
        return Err(Refusal::RoleHeld.into());
    }
    separate(held(book, grant.person), grant.role)?;
    may_give(book, runs, by, grant)?;
    let entry = book.check(Entry::Grant(grant))?;
    world.enroll(vec![entry])?;
    Ok(Outcome::Done)
}

/// Takes a role away. A programme that somebody runs is never left without anybody to run it.
pub(crate) fn revoke<W: World>(world: &mut W, grant: Grant) -> Step<Outcome, W> {
    let book = world.book();
    if !book.grants.contains(&grant) {
        return Err(Refusal::RoleNotHeld.into());
    }
    let others = book.grants.iter().filter(|g| **g != grant);
    if grant.role == Role::Coordinator && !others.into_iter().any(|g| g.role == Role::Coordinator) {
        return Err(Refusal::LastCoordinator.into());
    }
    world.revoke(grant)?;
    Ok(Outcome::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_runs_the_season_does_not_pay_it() {
        let no = |held: Role, asked: Role| separate([held], asked).is_err();
        for pays in [Role::Treasurer, Role::Approver] {
            assert!(no(Role::Coordinator, pays) && no(pays, Role::Coordinator));
            for other in Role::EVERY.into_iter().filter(|r| *r != Role::Coordinator) {
                assert!(!no(other, pays) && !no(pays, other), "{other:?} {pays:?}");
            }
        }
        assert!(!no(Role::Coordinator, Role::Merchant(VendorId(1))));
    }
}
