//! Money that leaves a fund for another one, or goes back to its funder: asked by one person, confirmed by another.
//! Never what is promised to households, and never from or to the money of buyers.

use crate::amount::{Amount, Unit};
use crate::command::Outcome;
use crate::fund::unpromised;
use crate::ids::{Actor, FundId};
use crate::ledger::{AccountId, AccountKind, Transfer, TransferKind};
use crate::refusal::Refusal;
use crate::world::{Step, World};
use serde::Serialize;

/// Most signs of a reason or of a reference.
const LONGEST_TEXT: usize = 300;

/// Where a request stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FundMoveState {
    /// Nobody confirmed it yet.
    Waiting,
    /// The money moved.
    Confirmed,
    /// It was given up.
    Cancelled,
}

impl FundMoveState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Confirmed, Self::Cancelled];

    /// The stable name used in the database and in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Confirmed => "confirmed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads [`Self::key`].
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// Money that somebody asked to move out of a fund, and what came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FundMove {
    /// The command that asked.
    pub seq: i64,
    /// Out of which fund.
    pub from: FundId,
    /// Into which; none when it goes back to its funder.
    pub to: Option<FundId>,
    /// How much, dollars.
    pub amount: Amount,
    /// Why.
    pub reason: String,
    /// Who asked.
    pub asked_by: Actor,
    /// Where it stands.
    pub state: FundMoveState,
    /// Who confirmed it or gave it up.
    pub decided_by: Option<Actor>,
    /// The cheque's or transfer's number, when there is one.
    pub reference: String,
}

impl FundMove {
    /// A request that nobody confirmed yet.
    pub(crate) fn asked(seq: i64, (from, to): (FundId, Option<FundId>), amount: Amount, reason: &str, asked_by: Actor) -> Self {
        let (state, reason) = (FundMoveState::Waiting, reason.to_owned());
        Self { seq, from, to, amount, reason, asked_by, state, decided_by: None, reference: String::new() }
    }

    /// The transfers, the first `promisable` cents out of what nobody promised and the rest out of the reserve.
    fn transfers(&self, promisable: i64) -> Result<Vec<Transfer>, Refusal> {
        let (kind, through) = match self.to {
            Some(_) => (TransferKind::MoveFund, AccountKind::MovedOut),
            None => (TransferKind::GiveBack, AccountKind::GivenBack),
        };
        let post = |debit, credit, amount| Transfer::new(kind, debit, credit, amount).map_err(Refusal::from);
        let of = |fund, account| AccountId::of_fund(account, fund, Unit::CAD);
        let from = |account| of(self.from, account);
        let plain = self.amount.minor.min(promisable);
        let mut out = Vec::with_capacity(5);
        for (source, cents) in [(AccountKind::Fund, plain), (AccountKind::Contingency, self.amount.minor - plain)] {
            if cents > 0 {
                out.push(post(from(source), from(through), Amount::cad(cents))?);
            }
        }
        out.push(post(from(through), from(AccountKind::Bank), self.amount)?);
        if let Some(to) = self.to {
            out.push(post(of(to, AccountKind::Bank), of(to, AccountKind::MovedIn), self.amount)?);
            out.push(post(of(to, AccountKind::MovedIn), of(to, AccountKind::Fund), self.amount)?);
        }
        Ok(out)
    }
}

/// What may leave a fund: what it did not promise; and once the season is closed, what its reserve did not need.
fn available<W: World>(world: &mut W, fund: FundId) -> Step<(i64, i64), W> {
    if world.book().closed_at.is_none() {
        return Ok((unpromised(world, fund)?, 0));
    }
    let of = |kind| AccountId::of_fund(kind, fund, Unit::CAD);
    let (held, promised) = (world.balance(of(AccountKind::Fund))?, world.balance(of(AccountKind::Committed))?);
    let free = (held.of(AccountKind::Fund) - promised.of(AccountKind::Committed)).max(0);
    let reserve = world.balance(of(AccountKind::Contingency))?;
    Ok((free, reserve.of(AccountKind::Contingency).max(0)))
}

fn check<W: World>(world: &mut W, asked: &FundMove) -> Step<i64, W> {
    for id in [Some(asked.from), asked.to].into_iter().flatten() {
        let known = world.book().fund(id).ok_or(Refusal::UnknownFund { fund: id.to_string() })?;
        if known.is_sales {
            return Err(Refusal::UnknownFund { fund: known.key.clone() }.into());
        }
    }
    if asked.to == Some(asked.from) {
        return Err(Refusal::Nothing.into());
    }
    asked.transfers(asked.amount.minor)?;
    let (free, reserve) = available(world, asked.from)?;
    if asked.amount.minor > free + reserve {
        return Err(Refusal::InsufficientFunds { available: free + reserve, asked: asked.amount.minor }.into());
    }
    Ok(free)
}

fn short(text: &str) -> Result<(), Refusal> {
    if text.chars().count() > LONGEST_TEXT {
        return Err(Refusal::TooLongText { limit: LONGEST_TEXT as u64 });
    }
    Ok(())
}

/// Asks. Nothing moves until another person confirms.
pub(crate) fn ask<W: World>(world: &mut W, asked: &FundMove) -> Step<Outcome, W> {
    short(&asked.reason)?;
    check(world, asked)?;
    world.ask_fund_move(asked)?;
    Ok(Outcome::Done)
}

fn waiting<W: World>(world: &mut W, seq: i64) -> Step<FundMove, W> {
    let found = world.fund_move(seq)?.ok_or(Refusal::NotFound)?;
    match found.state {
        FundMoveState::Waiting => Ok(found),
        state => Err(Refusal::WrongStep { state: state.key().to_owned() }.into()),
    }
}

/// Confirms: the money moves, exactly what was asked.
pub(crate) fn confirm<W: World>(world: &mut W, seq: i64, reference: &str, actor: Actor) -> Step<Outcome, W> {
    let asked = waiting(world, seq)?;
    if asked.asked_by == actor {
        return Err(Refusal::SecondPersonNeeded.into());
    }
    short(reference)?;
    let free = check(world, &asked)?;
    let transfers = asked.transfers(free)?;
    world.post(&transfers)?;
    let reference = reference.to_owned();
    world.decide_fund_move(&FundMove { state: FundMoveState::Confirmed, decided_by: Some(actor), reference, ..asked })?;
    Ok(Outcome::Done)
}

/// Gives up: whoever asked changed their mind, or the second person says no.
pub(crate) fn give_up<W: World>(world: &mut W, seq: i64, actor: Actor) -> Step<Outcome, W> {
    let asked = waiting(world, seq)?;
    world.decide_fund_move(&FundMove { state: FundMoveState::Cancelled, decided_by: Some(actor), ..asked })?;
    Ok(Outcome::Done)
}
