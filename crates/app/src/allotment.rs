//! Stock: coupons counted in, allotted to organisations, moved between them, and taken out of use.

use crate::command::{Answer, Cx, Request};
use crate::world::Error;
use domain::command::{Command, Placement};
use domain::coupon_set::CouponSet;
use domain::ids::{FundId, PartnerId};

/// Counts coupons into the programme's stock.
pub fn take_in(cx: &mut Cx<'_, '_>, request: Request, coupons: CouponSet) -> Result<Answer, Error> {
    cx.run(request, Command::Move { coupons, to: Placement::Stock, reason: String::new() })
}

/// Allots coupons to an organisation, or passes them from one to another.
pub fn allot(
    cx: &mut Cx<'_, '_>,
    request: Request,
    coupons: CouponSet,
    partner: PartnerId,
    fund: Option<FundId>,
) -> Result<Answer, Error> {
    cx.run(request, Command::Move { coupons, to: Placement::Partner { partner, fund }, reason: String::new() })
}

/// Takes coupons out of use: void, lost, stolen or returned, with the reason.
pub fn withdraw(cx: &mut Cx<'_, '_>, request: Request, coupons: CouponSet, to: Placement, reason: &str) -> Result<Answer, Error> {
    cx.run(request, Command::Move { coupons, to, reason: reason.to_owned() })
}
