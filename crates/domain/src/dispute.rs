//! Disputes: a coupon presented a second time, or after it was cancelled, lost or stolen. Never a silent
//! refusal and never a silent payment: both facts are kept and a person decides.

use crate::amount::{Amount, Unit};
use crate::command::Outcome;
use crate::ids::{CouponId, DisputeId, FundId, PlaceId, VendorId};
use crate::ledger::{AccountId, AccountKind, Transfer, TransferKind};
use crate::refusal::Refusal;
use crate::world::{Step, World};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is odd about the coupon.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Accepted elsewhere before.
    AlreadyRedeemed,
    /// Cancelled.
    Void,
    /// Reported lost.
    Lost,
    /// Reported stolen.
    Stolen,
    /// Ended before it arrived.
    Expired,
    /// Brought back unused, yet presented.
    Returned,
    /// Accepted in time without a network, and arrived after the last day for claims.
    Late,
}

impl Reason {
    /// All reasons.
    pub const ALL: [Self; 7] =
        [Self::AlreadyRedeemed, Self::Void, Self::Lost, Self::Stolen, Self::Expired, Self::Returned, Self::Late];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AlreadyRedeemed => "already_redeemed",
            Self::Void => "void",
            Self::Lost => "lost",
            Self::Stolen => "stolen",
            Self::Expired => "expired",
            Self::Returned => "returned",
            Self::Late => "late",
        }
    }
}

/// What was decided.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The merchant followed the rules: paid from a fund's contingency.
    Pay {
        /// Which fund's.
        fund: FundId,
    },
    /// Not paid.
    Refuse,
}

/// A dispute about one coupon.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Dispute {
    /// Its number.
    pub id: DisputeId,
    /// The coupon.
    pub coupon: CouponId,
    /// What is odd.
    pub reason: Reason,
    /// The command that presented it.
    pub seq: i64,
    /// Who accepted it.
    pub vendor: VendorId,
    /// Where.
    pub place: PlaceId,
    /// When, by their clock.
    pub claimed_at: Timestamp,
    /// What the merchant asks.
    pub amount: Amount,
    /// The redemption that came first, if that is the reason.
    pub first_seq: Option<i64>,
    /// The decision.
    pub decision: Option<Decision>,
    /// Its reason, in a person's words.
    pub note: String,
    /// The command that decided.
    pub decided_seq: Option<i64>,
}

/// Applies a decision.
pub(crate) fn resolve<W: World>(world: &mut W, id: DisputeId, decision: Decision, reason: &str) -> Step<Outcome, W> {
    let mut dispute = world.dispute(id)?.ok_or(Refusal::NotFound)?;
    if let Some(taken) = dispute.decision {
        let state = if taken == Decision::Refuse { "refused" } else { "paid" };
        return Err(Refusal::WrongStep { state: state.to_owned() }.into());
    }
    // A closed season changes nothing to it: a sale in good faith may still arrive.
    let mut transfers = Vec::new();
    if let Decision::Pay { fund } = decision {
        world.book().fund(fund).ok_or(Refusal::UnknownFund { fund: fund.to_string() })?;
        let amount = Amount::cad(dispute.amount.minor);
        let reserve = AccountId::of_fund(AccountKind::Contingency, fund, Unit::CAD);
        let payable = AccountId::of_vendor(AccountKind::Payable, fund, dispute.vendor, Unit::CAD);
        let available = world.balance(reserve)?.of(AccountKind::Contingency);
        if available < amount.minor {
            return Err(Refusal::InsufficientFunds { available, asked: amount.minor }.into());
        }
        transfers.push(Transfer::new(TransferKind::Compensate, reserve, payable, amount).map_err(Refusal::from)?);
    }
    dispute.decision = Some(decision);
    reason.clone_into(&mut dispute.note);
    dispute.decided_seq = Some(world.seq());
    world.decide(&dispute)?;
    world.post(&transfers)?;
    Ok(Outcome::Done)
}
