//! Money that leaves a fund for another one, or goes back to its funder: asked by one person, confirmed by another. And
//! what is left in each fund when the season closes, with what its terms say about it.

use crate::command::{Answer, Cx, Request};
use crate::fund;
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::amount::Amount;
use domain::command::Command;
use domain::fund::{Fund, Lapse};
use domain::fund_move::{FundMove, FundMoveState};
use domain::ids::{Actor, FundId};
use domain::refusal::Refusal;

/// Asks to move money out of a fund; without `to`, back to its funder.
pub fn ask_move(
    cx: &mut Cx<'_, '_>,
    request: Request,
    (from, to): (FundId, Option<FundId>),
    amount: Amount,
    reason: &str,
) -> Result<Answer, Error> {
    cx.run(request, Command::AskFundMove { from, to, amount, reason: reason.to_owned() })
}

/// Confirms what another person asked: the money moves.
pub fn confirm(cx: &mut Cx<'_, '_>, request: Request, asked: i64, reference: &str) -> Result<Answer, Error> {
    cx.run(request, Command::ConfirmFundMove { asked, reference: reference.to_owned() })
}

/// Gives it up.
pub fn give_up(cx: &mut Cx<'_, '_>, request: Request, asked: i64) -> Result<Answer, Error> {
    cx.run(request, Command::DropFundMove { asked })
}

/// A request, with the name of whoever asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// What was asked, and what came of it.
    pub request: FundMove,
    /// Who asked; empty for the program itself.
    pub by: String,
    /// Who confirmed it or gave it up.
    pub decided_by: String,
}

/// Every request, newest first: for those who see the whole programme.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Asked>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    let mut out = Vec::new();
    for request in cx.tx.fund_moves(cx.programme)?.into_iter().rev() {
        let by = crate::people::name_of(cx, request.asked_by)?;
        let decided_by = match request.decided_by {
            Some(actor) => crate::people::name_of(cx, actor)?,
            None => String::new(),
        };
        out.push(Asked { request, by, decided_by });
    }
    Ok(out)
}

/// What is left in a fund when the season closes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lapsed {
    /// The fund.
    pub fund: Fund,
    /// What nobody is promised, with what the reserve did not need, cents.
    pub cents: i64,
    /// Of it, what somebody already asked to move.
    pub asked_cents: i64,
}

impl Lapsed {
    /// What the terms say is still to be asked: how much, and into which fund. Nothing while nothing was decided, nor
    /// when the money stays.
    pub fn to_ask(&self) -> Option<(i64, Option<FundId>)> {
        let left = self.cents - self.asked_cents;
        let to = match self.fund.terms.lapse? {
            Lapse::Keep => return None,
            Lapse::GiveBack => None,
            Lapse::Carry(fund) => Some(fund),
        };
        (left > 0).then_some((left, to))
    }
}

/// What is left in each fund of a funder, with what its terms say. Before the season closes, what would be left today.
pub fn lapsed(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Lapsed>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeProof)?;
    let moves = cx.tx.fund_moves(cx.programme)?;
    let mut out = Vec::new();
    for status in fund::statuses(cx, Actor::System)?.into_iter().filter(|s| !s.fund.is_sales) {
        let waits = |m: &&FundMove| m.state == FundMoveState::Waiting && m.from == status.fund.id;
        let asked_cents = moves.iter().filter(waits).map(|m| m.amount.minor).sum();
        out.push(Lapsed { cents: status.remains_cents.max(0) + status.contingency_cents, asked_cents, fund: status.fund });
    }
    Ok(out)
}

/// Asks for what the terms of a fund say about the money that is left, once the season is closed.
pub fn ask_lapsed(cx: &mut Cx<'_, '_>, request: Request, fund: FundId, reason: &str) -> Result<Answer, Error> {
    if cx.book()?.closed_at.is_none() {
        return Err(Refusal::SeasonNotClosed.into());
    }
    let found = lapsed(cx, request.actor)?.into_iter().find(|lapsed| lapsed.fund.id == fund);
    let lapsed = found.ok_or(Refusal::UnknownFund { fund: fund.to_string() })?;
    let (cents, to) = lapsed.to_ask().ok_or(Refusal::Nothing)?;
    ask_move(cx, request, (fund, to), Amount::cad(cents), reason)
}
