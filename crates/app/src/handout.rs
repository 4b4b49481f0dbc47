//! Hand-outs to households.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::command::Command;
use domain::coupon_set::CouponSet;
use domain::handout::{Choice, HandOut};
use domain::ids::{Actor, PartnerId};
use store::HandOutRow;

/// Records a hand-out. The pseudonym is hashed before it goes anywhere.
pub fn hand_out(
    cx: &mut Cx<'_, '_>,
    request: Request,
    partner: PartnerId,
    choice: Choice,
    band: &str,
    pseudonym: Option<&str>,
) -> Result<Answer, Error> {
    let pseudonym = match pseudonym.map(str::trim).filter(|p| !p.is_empty()) {
        Some(text) => Some(cx.app.keys_of(cx.programme)?.pseudonym(partner.0, text)),
        None => None,
    };
    cx.run(request, Command::HandOut(HandOut { partner, choice, band: band.to_owned(), pseudonym }))
}

/// Replaces a household's lost coupons.
pub fn replace(cx: &mut Cx<'_, '_>, request: Request, lost: CouponSet, with: CouponSet, reason: &str) -> Result<Answer, Error> {
    cx.run(request, Command::Replace { lost, with, reason: reason.to_owned() })
}

/// Hand-outs, newest first: all of them, or an organisation's own.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor, partner: Option<PartnerId>) -> Result<Vec<HandOutRow>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, partner.map_or(Action::SeeAll, Action::SeePartner))?;
    let rows = cx.tx.hand_outs(cx.programme)?;
    Ok(rows.into_iter().filter(|row| partner.is_none_or(|p| row.partner == p)).collect())
}
