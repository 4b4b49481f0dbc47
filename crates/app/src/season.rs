//! The end of a season.

use crate::command::{Answer, Cx, Request};
use crate::world::Error;
use domain::command::Command;
use jiff::civil::Date;

/// Ends given coupons whose last day is before `on`.
pub fn expire(cx: &mut Cx<'_, '_>, request: Request, on: Date) -> Result<Answer, Error> {
    cx.run(request, Command::Expire { on })
}

/// Closes the season: every given coupon has ended, every dispute is decided, every merchant is paid.
pub fn close(cx: &mut Cx<'_, '_>, request: Request) -> Result<Answer, Error> {
    cx.run(request, Command::Close)
}
