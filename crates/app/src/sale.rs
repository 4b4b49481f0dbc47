//! Sale to the public.

use crate::command::{Answer, Cx, Request};
use crate::world::Error;
use domain::amount::Amount;
use domain::command::Command;
use domain::coupon_set::CouponSet;
use domain::sale::Sell;

/// Sells coupons: the sold ones for what was paid, the given ones as the bonus.
pub fn sell(cx: &mut Cx<'_, '_>, request: Request, coupons: CouponSet, paid: Amount, reference: &str) -> Result<Answer, Error> {
    cx.run(request, Command::Sell(Sell { coupons, paid, reference: reference.to_owned() }))
}
