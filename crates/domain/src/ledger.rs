//! Double entry, append-only. A transfer is one row (a debit account, a credit account, a positive
//! amount), so that an unbalanced entry cannot be written.

use crate::amount::{Amount, Unit};
use crate::ids::{CouponId, FundId, VendorId};
use crate::refusal::MOST_MINOR;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;

/// What an account holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum AccountKind {
    /// Money in the fiduciary's bank account that belongs to a fund (asset).
    Bank = 1,
    /// What a fund has received and not yet used: deferred contributions (liability).
    Fund = 2,
    /// Coupons bought by the public and not yet spent (liability).
    SoldOutstanding = 3,
    /// Owed to a merchant out of a fund (liability).
    Payable = 4,
    /// Owed, and gathered in a settlement run (liability).
    Claimed = 5,
    /// Sent to a merchant, not yet confirmed by the bank (liability).
    InTransit = 6,
    /// Set aside in a fund for good-faith losses (liability).
    Contingency = 7,
    /// Memo: coupons handed out and not yet spent.
    Committed = 8,
    /// Memo: the other side of `Committed`.
    CommittedOffset = 9,
    /// Dollars that cover a local currency in circulation (liability).
    Cover = 10,
    /// Memo in the private unit: units in households' hands.
    UnitsOutstanding = 11,
    /// Memo in the private unit: the other side of `UnitsOutstanding`.
    UnitsIssued = 12,
    /// Owed out of a fund for the programme's operations, and paid at once (liability): always zero, and
    /// what went through it is what operations have cost.
    Operations = 13,
    /// Owed out of a fund to another one, and paid at once (liability): always zero, and what went through it is what
    /// left the fund.
    MovedOut = 14,
    /// Owed to a fund out of another one, and received at once (liability): the other side of `MovedOut`.
    MovedIn = 15,
    /// Owed out of a fund to its funder, and paid at once (liability): always zero.
    GivenBack = 16,
    /// Money that left the bank for a market, which has not handed it to the merchant yet (asset): the merchant is owed
    /// it meanwhile.
    AtMarket = 17,
}

impl AccountKind {
    /// All kinds, in order.
    pub const ALL: [Self; 17] = [
        Self::Bank,
        Self::Fund,
        Self::SoldOutstanding,
        Self::Payable,
        Self::Claimed,
        Self::InTransit,
        Self::Contingency,
        Self::Committed,
        Self::CommittedOffset,
        Self::Cover,
        Self::UnitsOutstanding,
        Self::UnitsIssued,
        Self::Operations,
        Self::MovedOut,
        Self::MovedIn,
        Self::GivenBack,
        Self::AtMarket,
    ];

    /// Whether debits increase it. Every other kind is increased by credits and never overdrawn.
    pub const fn is_debit_normal(self) -> bool {
        matches!(self, Self::Bank | Self::AtMarket | Self::CommittedOffset | Self::UnitsIssued)
    }

    /// Whether it counts promises rather than money: left out of the accountant's books.
    pub const fn is_memo(self) -> bool {
        matches!(self, Self::Committed | Self::CommittedOffset | Self::UnitsOutstanding | Self::UnitsIssued)
    }

    /// The stable name used in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bank => "bank",
            Self::Fund => "fund",
            Self::SoldOutstanding => "sold_outstanding",
            Self::Payable => "payable",
            Self::Claimed => "claimed",
            Self::InTransit => "in_transit",
            Self::Contingency => "contingency",
            Self::Committed => "committed",
            Self::CommittedOffset => "committed_offset",
            Self::Cover => "cover",
            Self::UnitsOutstanding => "units_outstanding",
            Self::UnitsIssued => "units_issued",
            Self::Operations => "operations",
            Self::MovedOut => "moved_out",
            Self::MovedIn => "moved_in",
            Self::GivenBack => "given_back",
            Self::AtMarket => "at_market",
        }
    }
}

/// An account: its kind, its fund, for what is owed to merchants its merchant, and its unit, packed in
/// one integer so that a transfer is two small columns and needs no look-up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccountId(i64);

const PARTY_BITS: u32 = 28;
const FUND_BITS: u32 = 20;
const PARTY_MASK: i64 = (1 << PARTY_BITS) - 1;
const FUND_MASK: i64 = (1 << FUND_BITS) - 1;

impl AccountId {
    fn pack(kind: AccountKind, fund: FundId, vendor: u32, unit: Unit) -> Self {
        debug_assert!(i64::from(vendor) <= PARTY_MASK && i64::from(fund.0) <= FUND_MASK && unit.0 <= Unit::MAX);
        Self(
            (i64::from(kind as u8) << (PARTY_BITS + FUND_BITS + 4))
                | (i64::from(unit.0) << (PARTY_BITS + FUND_BITS))
                | (i64::from(fund.0) << PARTY_BITS)
                | i64::from(vendor),
        )
    }

    /// A fund's account in a unit.
    pub fn of_fund(kind: AccountKind, fund: FundId, unit: Unit) -> Self {
        Self::pack(kind, fund, 0, unit)
    }

    /// What a fund owes a merchant, at one stage of its payment.
    pub fn of_vendor(kind: AccountKind, fund: FundId, vendor: VendorId, unit: Unit) -> Self {
        Self::pack(kind, fund, vendor.0, unit)
    }

    /// The database integer.
    pub const fn as_i64(self) -> i64 {
        self.0
    }

    /// From the database integer; `None` when it is not an account.
    pub fn from_i64(value: i64) -> Option<Self> {
        let kind = value >> (PARTY_BITS + FUND_BITS + 4);
        AccountKind::ALL.iter().any(|k| i64::from(*k as u8) == kind).then_some(Self(value))
    }

    /// Its kind.
    pub fn kind(self) -> AccountKind {
        let kind = self.0 >> (PARTY_BITS + FUND_BITS + 4);
        *AccountKind::ALL.iter().find(|k| i64::from(**k as u8) == kind).expect("an AccountId is only built with a kind")
    }

    /// Its fund.
    pub fn fund(self) -> FundId {
        FundId(u32::try_from((self.0 >> PARTY_BITS) & FUND_MASK).unwrap_or(0))
    }

    /// Its merchant, if it is an account of one.
    pub fn vendor(self) -> Option<VendorId> {
        let party = u32::try_from(self.0 & PARTY_MASK).unwrap_or(0);
        (party != 0).then_some(VendorId(party))
    }

    /// Its unit.
    pub fn unit(self) -> Unit {
        Unit(u8::try_from((self.0 >> (PARTY_BITS + FUND_BITS)) & 15).unwrap_or(0))
    }

    /// The first and last possible accounts of a kind, for range queries.
    pub fn bounds(kind: AccountKind) -> (i64, i64) {
        let low = i64::from(kind as u8) << (PARTY_BITS + FUND_BITS + 4);
        (low, low + (1 << (PARTY_BITS + FUND_BITS + 4)) - 1)
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind().key(), self.fund().0)?;
        if let Some(vendor) = self.vendor() {
            write!(f, "/{}", vendor.0)?;
        }
        if self.unit() != Unit::CAD {
            write!(f, "/u{}", self.unit().0)?;
        }
        Ok(())
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why money moved.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum TransferKind {
    /// A funder's money arrived.
    Receive = 1,
    /// Money set aside for good-faith losses.
    SetAside = 2,
    /// Coupons handed out (memo).
    Commit = 3,
    /// A commitment ended: spent, expired or withdrawn (memo).
    Release = 4,
    /// One coupon was spent. At most one such transfer per coupon.
    Redeem = 5,
    /// The public bought coupons.
    Sell = 6,
    /// A dispute was settled in the merchant's favour.
    Compensate = 7,
    /// Gathered in a settlement run.
    Claim = 8,
    /// Sent to the merchant.
    Send = 9,
    /// The bank confirmed.
    Confirm = 10,
    /// The bank returned it.
    Bounce = 11,
    /// Dollars put behind local currency handed out.
    Cover = 12,
    /// A buyer brought sold coupons back and was paid back.
    Refund = 13,
    /// Spent on the programme's operations.
    Operate = 14,
    /// Moved from a fund to another.
    MoveFund = 15,
    /// Given back to the funder.
    GiveBack = 16,
    /// A market handed a merchant what it held for them.
    HandOver = 17,
}

impl TransferKind {
    /// All kinds, in order.
    pub const ALL: [Self; 17] = [
        Self::Receive,
        Self::SetAside,
        Self::Commit,
        Self::Release,
        Self::Redeem,
        Self::Sell,
        Self::Compensate,
        Self::Claim,
        Self::Send,
        Self::Confirm,
        Self::Bounce,
        Self::Cover,
        Self::Refund,
        Self::Operate,
        Self::MoveFund,
        Self::GiveBack,
        Self::HandOver,
    ];

    /// From the database integer.
    pub fn from_i64(value: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|k| *k as i64 == value)
    }

    /// The stable name used in files and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Receive => "receive",
            Self::SetAside => "set_aside",
            Self::Commit => "commit",
            Self::Release => "release",
            Self::Redeem => "redeem",
            Self::Sell => "sell",
            Self::Compensate => "compensate",
            Self::Claim => "claim",
            Self::Send => "send",
            Self::Confirm => "confirm",
            Self::Bounce => "bounce",
            Self::Cover => "cover",
            Self::Refund => "refund",
            Self::Operate => "operate",
            Self::MoveFund => "move_fund",
            Self::GiveBack => "give_back",
            Self::HandOver => "hand_over",
        }
    }
}

/// One row of the ledger. It can only be built with one unit on both sides and a positive amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Transfer {
    kind: TransferKind,
    debit: AccountId,
    credit: AccountId,
    minor: i64,
    coupon: Option<CouponId>,
}

/// A transfer that cannot exist.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum TransferError {
    /// Nothing, less than nothing, or more than [`MOST_MINOR`].
    #[error("a transfer of {minor}")]
    OutOfBounds {
        /// How much.
        minor: i64,
    },
    /// Dollars to another unit.
    #[error("a transfer must be in one unit")]
    UnitMismatch {
        /// The amount's.
        unit: Unit,
    },
    /// An account paid to itself.
    #[error("a transfer must have two accounts")]
    SameAccount,
}

impl Transfer {
    /// Moves `amount` from the credit account to the debit account, as accountants say it.
    pub fn new(kind: TransferKind, debit: AccountId, credit: AccountId, amount: Amount) -> Result<Self, TransferError> {
        if !(1..=MOST_MINOR).contains(&amount.minor) {
            return Err(TransferError::OutOfBounds { minor: amount.minor });
        }
        if debit.unit() != credit.unit() || debit.unit() != amount.unit {
            return Err(TransferError::UnitMismatch { unit: amount.unit });
        }
        if debit == credit {
            return Err(TransferError::SameAccount);
        }
        Ok(Self { kind, debit, credit, minor: amount.minor, coupon: None })
    }

    /// The transfer of one spent coupon.
    #[must_use]
    pub fn for_coupon(mut self, coupon: CouponId) -> Self {
        self.coupon = Some(coupon);
        self
    }

    /// Why.
    pub const fn kind(&self) -> TransferKind {
        self.kind
    }
    /// Debited account.
    pub const fn debit(&self) -> AccountId {
        self.debit
    }
    /// Credited account.
    pub const fn credit(&self) -> AccountId {
        self.credit
    }
    /// How much, in the accounts' unit.
    pub fn amount(&self) -> Amount {
        Amount { minor: self.minor, unit: self.debit.unit() }
    }
    /// The coupon, for a redemption.
    pub const fn coupon(&self) -> Option<CouponId> {
        self.coupon
    }
}

/// The two totals of an account.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Balance {
    /// Sum of debits, minor units.
    pub debits: i64,
    /// Sum of credits, minor units.
    pub credits: i64,
}

impl Balance {
    /// The balance as its kind is read: positive when normal.
    pub fn of(self, kind: AccountKind) -> i64 {
        if kind.is_debit_normal() { self.debits - self.credits } else { self.credits - self.debits }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_impossible_transfer_cannot_be_built() {
        let bank = AccountId::of_fund(AccountKind::Bank, FundId(1), Unit::CAD);
        let fund = AccountId::of_fund(AccountKind::Fund, FundId(1), Unit::CAD);
        let local = AccountId::of_fund(AccountKind::UnitsIssued, FundId(1), Unit(1));
        let new = |d, c, a| Transfer::new(TransferKind::Receive, d, c, a);
        assert!(new(bank, fund, Amount::cad(1)).is_ok());
        assert_eq!(new(bank, fund, Amount::cad(0)), Err(TransferError::OutOfBounds { minor: 0 }));
        assert_eq!(new(bank, fund, Amount::cad(-5)), Err(TransferError::OutOfBounds { minor: -5 }));
        let most = Amount::cad(MOST_MINOR);
        assert!(new(bank, fund, most).is_ok());
        assert!(new(bank, fund, Amount::cad(MOST_MINOR + 1)).is_err());
        assert_eq!(new(bank, local, Amount::cad(1)), Err(TransferError::UnitMismatch { unit: Unit::CAD }));
        assert_eq!(new(bank, bank, Amount::cad(1)), Err(TransferError::SameAccount));
        assert_eq!(new(bank, fund, Amount { minor: 1, unit: Unit(1) }), Err(TransferError::UnitMismatch { unit: Unit(1) }));
    }

    proptest! {
        #[test]
        fn an_account_is_what_it_was_made_of(kind in 0..AccountKind::ALL.len(), fund in 0u32..1_000_000, vendor in 1u32..200_000_000, unit in 0u8..=15) {
            let kind = AccountKind::ALL[kind];
            let id = AccountId::of_vendor(kind, FundId(fund), VendorId(vendor), Unit(unit));
            prop_assert_eq!(id.kind(), kind);
            prop_assert_eq!(id.fund(), FundId(fund));
            prop_assert_eq!(id.vendor(), Some(VendorId(vendor)));
            prop_assert_eq!(id.unit(), Unit(unit));
            prop_assert_eq!(AccountId::from_i64(id.as_i64()), Some(id));
            let (low, high) = AccountId::bounds(kind);
            prop_assert!(low <= id.as_i64() && id.as_i64() <= high);
        }
    }
}
