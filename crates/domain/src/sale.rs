//! Sale to the public (*volet grand public*): 20 $ buys 30 $ as two lots, 20 $ of sold coupons that never
//! expire and 10 $ of given coupons charged to a fund. What is left of a sold lot may be paid back.

use crate::amount::{Amount, Unit};
use crate::command::Outcome;
use crate::coupon::{Funding, State};
use crate::coupon_set::CouponSet;
use crate::handout::{charge, existing, give};
use crate::ledger::{AccountId, AccountKind, Transfer, TransferKind};
use crate::refusal::Refusal;
use crate::stock::{illegal, not_ended};
use crate::world::{Movement, Step, World};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A sale.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Sell {
    /// The coupons that leave: sold ones for what was paid, given ones as the bonus.
    pub coupons: CouponSet,
    /// What was paid, dollars.
    pub paid: Amount,
    /// The receipt's or the campaign's reference.
    pub reference: String,
}

/// Applies a sale.
pub(crate) fn sell<W: World>(world: &mut W, request: &Sell, recorded_at: Timestamp) -> Step<Outcome, W> {
    let book = world.book().clone();
    if book.closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    let fund = book.sales_fund().ok_or(Refusal::NoSalesFund)?.id;
    let coupons = existing(world, &request.coupons)?;
    let mut sold = Vec::new();
    let mut bonus = Vec::new();
    let mut price = Amount::cad(0);
    for coupon in coupons {
        let class = book.class(coupon.class).ok_or(Refusal::UnknownClass { class: coupon.class.to_string() })?;
        if !matches!(coupon.state, State::InStock | State::WithPartner) {
            return Err(illegal(&coupon, State::HandedOut).into());
        }
        not_ended(class, book.day_of(recorded_at))?;
        if class.funding == Funding::Sold {
            price = price.plus(class.face).map_err(Refusal::from)?;
            sold.push((coupon, class.clone(), fund));
        } else {
            bonus.push(coupon);
        }
    }
    if sold.is_empty() || request.paid != price {
        return Err(Refusal::WrongPrice { paid: request.paid.minor, price: price.minor }.into());
    }
    let bonus = charge(world, &bonus, None, book.day_of(recorded_at))?;
    let bank = AccountId::of_fund(AccountKind::Bank, fund, Unit::CAD);
    let outstanding = AccountId::of_fund(AccountKind::SoldOutstanding, fund, Unit::CAD);
    let payment = Transfer::new(TransferKind::Sell, bank, outstanding, price).map_err(Refusal::from)?;
    let count = (sold.len() + bonus.len()) as u64;
    let mut all = sold;
    all.extend(bonus);
    all.sort_by_key(|(coupon, _, _)| coupon.id);
    give(world, &all, None)?;
    world.post(&[payment])?;
    Ok(Outcome::Moved { count, coupons: CouponSet::default(), amount: price })
}

/// A refund: a buyer brings back sold coupons.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Refund {
    /// The coupons brought back.
    pub coupons: CouponSet,
    /// The receipt's reference.
    pub reference: String,
}

/// Applies a refund: what was paid for these coupons goes back to whoever brings them. A closed season
/// changes nothing to it: a sold coupon is a debt for as long as it exists.
pub(crate) fn refund<W: World>(world: &mut W, request: &Refund) -> Step<Outcome, W> {
    let book = world.book().clone();
    let fund = book.sales_fund().ok_or(Refusal::NoSalesFund)?.id;
    let coupons = existing(world, &request.coupons)?;
    let mut movements = Vec::new();
    let mut owed = Amount::cad(0);
    for coupon in &coupons {
        let class = book.class(coupon.class).ok_or(Refusal::UnknownClass { class: coupon.class.to_string() })?;
        if class.funding != Funding::Sold {
            // Nobody paid for it: there is nothing to give back.
            return Err(Refusal::GivenNotRefunded { coupon: coupon.id }.into());
        }
        if coupon.state != State::HandedOut {
            return Err(illegal(coupon, State::Returned).into());
        }
        owed = owed.plus(class.face).map_err(Refusal::from)?;
        Movement::of(coupon, (State::Returned, coupon.partner, coupon.fund)).join(&mut movements);
    }
    let limit = book.rules.refund_limit_cents;
    if owed.minor > limit {
        return Err(Refusal::OverRefundLimit { limit, asked: owed.minor }.into());
    }
    let bank = AccountId::of_fund(AccountKind::Bank, fund, Unit::CAD);
    let outstanding = AccountId::of_fund(AccountKind::SoldOutstanding, fund, Unit::CAD);
    let payment = Transfer::new(TransferKind::Refund, outstanding, bank, owed).map_err(Refusal::from)?;
    world.move_coupons(&movements)?;
    world.post(&[payment])?;
    Ok(Outcome::Moved { count: coupons.len() as u64, coupons: CouponSet::default(), amount: owed })
}
