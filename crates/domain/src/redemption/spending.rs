//! What accepted coupons mean in the ledger.

use crate::amount::{AmountError, Unit};
use crate::coupon::{Class, Coupon, Funding, State};
use crate::fund::{self, Fund, FundPolicy};
use crate::ids::{ClassId, FundId, VendorId};
use crate::ledger::{AccountId, AccountKind, Transfer, TransferKind};
use crate::promise::Promise;
use crate::refusal::Refusal;
use crate::world::{Step, World};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The fund of a coupon accepted before its hand-out was reported: the one named at allotment, else the
/// first that its funder lets pay and that has room, else the first that may pay, else the first. Neither a ceiling
/// nor a condition is enforced at the stall.
pub(super) fn fund_of_unreported<W: World>(world: &mut W, coupon: &Coupon, cost: i64, day: Date) -> Step<FundId, W> {
    if let Some(fund) = coupon.fund {
        return Ok(fund);
    }
    let book = world.book();
    let is_policy = book.rules.fund_policy != FundPolicy::Designated;
    let all: Vec<&Fund> = book.funds.iter().filter(|f| !f.is_sales).collect();
    let may_pay = all.iter().filter(|f| fund::broken(f, coupon.partner, day).is_ok()).map(|f| f.id);
    let (may_pay, first): (Vec<FundId>, _) = (may_pay.collect(), all.first().map(|f| f.id));
    if is_policy {
        for fund in &may_pay {
            if world.headroom(*fund)? >= cost {
                return Ok(*fund);
            }
        }
    }
    may_pay.first().copied().or(first).ok_or_else(|| Refusal::NoFundDesignated.into())
}

/// The accepted coupons and what they mean in the ledger.
#[derive(Default)]
pub(super) struct Spending {
    pub(super) coupons: Vec<(Coupon, FundId)>,
    payments: Vec<Transfer>,
    released: BTreeMap<(ClassId, FundId), Promise>,
    made: BTreeMap<(ClassId, FundId), Promise>,
    pub(super) owed: BTreeMap<Unit, i64>,
}

impl Spending {
    pub(super) fn add(&mut self, coupon: &Coupon, class: &Class, fund: FundId, vendor: VendorId) -> Result<(), Refusal> {
        let unit = class.face.unit;
        let source = match (class.funding, unit) {
            (Funding::Sold, _) => AccountKind::SoldOutstanding,
            (Funding::Granted, Unit::CAD) => AccountKind::Fund,
            (Funding::Granted, _) => AccountKind::UnitsOutstanding,
        };
        let debit = AccountId::of_fund(source, fund, unit);
        let credit = AccountId::of_vendor(AccountKind::Payable, fund, vendor, unit);
        let transfer = Transfer::new(TransferKind::Redeem, debit, credit, class.face).map_err(Refusal::from)?;
        self.payments.push(transfer.for_coupon(coupon.id));
        let promise = || Promise { class: class.clone(), fund, count: 0 };
        if coupon.state == State::HandedOut && unit == Unit::CAD {
            self.released.entry((class.id, fund)).or_insert_with(promise).count += 1;
        }
        if coupon.state == State::WithPartner && unit != Unit::CAD {
            // Local currency accepted before its hand-out was reported is covered now.
            self.made.entry((class.id, fund)).or_insert_with(promise).count += 1;
        }
        let owed = self.owed.entry(unit).or_default();
        *owed = owed.checked_add(class.face.minor).ok_or(AmountError::Overflow).map_err(Refusal::from)?;
        self.coupons.push((*coupon, fund));
        Ok(())
    }

    pub(super) fn transfers(&self) -> Result<Vec<Transfer>, Refusal> {
        let mut all = Vec::with_capacity(self.payments.len() + 2);
        for promise in self.made.values() {
            all.extend(promise.make()?);
        }
        all.extend_from_slice(&self.payments);
        for promise in self.released.values() {
            all.extend(promise.release()?);
        }
        Ok(all)
    }
}
