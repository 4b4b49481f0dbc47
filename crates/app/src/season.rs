//! The end of a season.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::command::Command;
use domain::coupon::{Class, Funding, State};
use domain::ids::Actor;
use domain::ledger::AccountKind;
use jiff::civil::Date;

/// What is left before a season can close, and what stays after.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Left {
    /// Disputes nobody decided yet.
    pub disputes: u64,
    /// Owed to merchants or on its way, minor units.
    pub unpaid: i64,
    /// Given coupons that may still be used and have a last day.
    pub live: u64,
    /// Those of them whose last day has passed: they can be ended.
    pub overdue: u64,
    /// Sold coupons not used yet: a debt that outlives the season.
    pub sold: u64,
}

/// What is left to do, on a day.
pub fn left(cx: &mut Cx<'_, '_>, actor: Actor, on: Date) -> Result<Left, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeProof)?;
    let mut left = Left::default();
    for row in cx.tx.state_counts(cx.programme)? {
        let Some(class) = book.class(row.class) else { continue };
        match (class.funding, row.state) {
            (Funding::Sold, State::HandedOut) => left.sold += row.count,
            (Funding::Granted, state) if state.is_live() && class.expires_on.is_some() => {
                left.live += row.count;
                left.overdue += if is_over(class, on) { row.count } else { 0 };
            }
            _ => {}
        }
    }
    for (account, balance) in cx.tx.accounts(cx.programme)? {
        if matches!(account.kind(), AccountKind::Payable | AccountKind::Claimed | AccountKind::InTransit) {
            left.unpaid += balance.of(account.kind());
        }
    }
    left.disputes = cx.tx.disputes(cx.programme)?.iter().filter(|d| d.decision.is_none()).count() as u64;
    Ok(left)
}

fn is_over(class: &Class, on: Date) -> bool {
    class.expires_on.is_some_and(|last| last < on)
}

/// Ends given coupons whose last day is before `on`.
pub fn expire(cx: &mut Cx<'_, '_>, request: Request, on: Date) -> Result<Answer, Error> {
    cx.run(request, Command::Expire { on })
}

/// Closes the season: every given coupon has ended, every dispute is decided, every merchant is paid.
pub fn close(cx: &mut Cx<'_, '_>, request: Request) -> Result<Answer, Error> {
    cx.run(request, Command::Close)
}
