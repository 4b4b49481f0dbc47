//! Gifts: money that somebody gives to a fund, for nothing in return. Who gave is not in the log.

use crate::amount::{Amount, Unit};
use crate::command::Outcome;
use crate::ids::FundId;
use crate::ledger::{AccountId, AccountKind, Transfer, TransferKind};
use crate::offer::check_reference;
use crate::refusal::Refusal;
use crate::world::{Step, World};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A gift.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Gift {
    /// Which fund receives it.
    pub fund: FundId,
    /// How much, dollars.
    pub amount: Amount,
    /// The cheque's, the transfer's or the campaign's reference.
    pub reference: String,
    /// The day it was received.
    pub on: Date,
}

/// Applies a gift.
pub(crate) fn give<W: World>(world: &mut W, gift: &Gift) -> Step<Outcome, W> {
    let book = world.book();
    if book.closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    let fund = book.fund(gift.fund).ok_or(Refusal::UnknownFund { fund: gift.fund.to_string() })?;
    if fund.is_sales {
        // What is in it is owed to buyers: a gift there would be nobody's.
        return Err(Refusal::UnknownFund { fund: fund.key.clone() }.into());
    }
    check_reference(&gift.reference)?;
    let account = |kind| AccountId::of_fund(kind, gift.fund, Unit::CAD);
    let transfer = Transfer::new(TransferKind::Receive, account(AccountKind::Bank), account(AccountKind::Fund), gift.amount)
        .map_err(Refusal::from)?;
    world.post(&[transfer])?;
    world.record_gift(gift)?;
    Ok(Outcome::Done)
}
