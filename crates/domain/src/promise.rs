//! A promise: what coupons in households' hands mean in the ledger.

use crate::amount::{Amount, Unit};
use crate::coupon::{Class, Funding};
use crate::ids::FundId;
use crate::ledger::{AccountId, AccountKind, Transfer, TransferKind};
use crate::refusal::Refusal;

/// What handing out (or taking back) coupons of one class against one fund means in the ledger.
#[derive(Clone, Debug)]
pub struct Promise {
    /// Class.
    pub class: Class,
    /// Fund charged.
    pub fund: FundId,
    /// How many coupons.
    pub count: u64,
}

impl Promise {
    /// The transfers of handing them out: a commitment in dollars; for a local currency, dollars put
    /// behind it and units in circulation. Nothing for a sold coupon: its buyer has paid.
    pub fn make(&self) -> Result<Vec<Transfer>, Refusal> {
        self.transfers(false)
    }

    /// The transfers of taking them back: expired, lost, cancelled, or (dollars only) spent.
    pub fn release(&self) -> Result<Vec<Transfer>, Refusal> {
        self.transfers(true)
    }

    fn transfers(&self, back: bool) -> Result<Vec<Transfer>, Refusal> {
        if self.count == 0 || self.class.funding == Funding::Sold {
            return Ok(Vec::new());
        }
        let cost = self.class.cost().times(self.count).map_err(Refusal::from)?;
        let account = |kind, unit| AccountId::of_fund(kind, self.fund, unit);
        let pair = |kind, debit, credit, amount| {
            let (debit, credit) = if back { (credit, debit) } else { (debit, credit) };
            Transfer::new(kind, debit, credit, amount).map_err(Refusal::from)
        };
        if self.class.face.unit == Unit::CAD {
            let kind = if back { TransferKind::Release } else { TransferKind::Commit };
            let (offset, committed) =
                (account(AccountKind::CommittedOffset, Unit::CAD), account(AccountKind::Committed, Unit::CAD));
            return Ok(vec![pair(kind, offset, committed, cost)?]);
        }
        let face = self.class.face.times(self.count).map_err(Refusal::from)?;
        let bonus = Amount::cad(face.minor - cost.minor);
        let cover = account(AccountKind::Cover, Unit::CAD);
        let mut out = vec![pair(TransferKind::Cover, account(AccountKind::Fund, Unit::CAD), cover, cost)?];
        if bonus.minor > 0 {
            let source = self.class.bonus_fund.ok_or(Refusal::NoFundDesignated)?;
            if source == self.fund {
                out.push(pair(TransferKind::Cover, account(AccountKind::Fund, Unit::CAD), cover, bonus)?);
            } else {
                // The money itself moves from the bonus source to the fund whose coupons are covered.
                let theirs = |kind| AccountId::of_fund(kind, source, Unit::CAD);
                out.push(pair(TransferKind::Cover, theirs(AccountKind::Fund), theirs(AccountKind::Bank), bonus)?);
                out.push(pair(TransferKind::Cover, account(AccountKind::Bank, Unit::CAD), cover, bonus)?);
            }
        }
        let unit = face.unit;
        out.push(pair(
            TransferKind::Commit,
            account(AccountKind::UnitsIssued, unit),
            account(AccountKind::UnitsOutstanding, unit),
            face,
        )?);
        Ok(out)
    }
}
