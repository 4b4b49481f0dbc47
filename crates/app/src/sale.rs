//! Sale to the public, and refund.

use crate::command::{Answer, Cx, Request};
use crate::world::Error;
use domain::amount::Amount;
use domain::command::Command;
use domain::coupon_set::CouponSet;
use domain::sale::{Refund, Sell};

/// Sells coupons: the sold ones for what was paid, the given ones as the bonus.
pub fn sell(cx: &mut Cx<'_, '_>, request: Request, coupons: CouponSet, paid: Amount, reference: &str) -> Result<Answer, Error> {
    cx.run(request, Command::Sell(Sell { coupons, paid, reference: reference.to_owned() }))
}

/// Pays sold coupons back to whoever brings them back. The answer says how much.
pub fn refund(cx: &mut Cx<'_, '_>, request: Request, coupons: CouponSet, reference: &str) -> Result<Answer, Error> {
    cx.run(request, Command::Refund(Refund { coupons, reference: reference.to_owned() }))
}
