//! Hand-outs to households.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::command::Command;
use domain::coupon::CouponRange;
use domain::coupon_set::CouponSet;
use domain::handout::{Choice, HandOut};
use domain::ids::{Actor, PartnerId};
use std::collections::BTreeMap;
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

/// The last hand-outs, at most `limit`, newest first, each with the coupons it put in a household's hands.
pub fn last(
    cx: &mut Cx<'_, '_>,
    actor: Actor,
    partner: Option<PartnerId>,
    limit: usize,
) -> Result<Vec<(HandOutRow, CouponSet)>, Error> {
    let mut rows = list(cx, actor, partner)?;
    rows.truncate(limit);
    let Some(since) = rows.iter().map(|row| row.seq).min() else { return Ok(Vec::new()) };
    let mut ranges: BTreeMap<i64, Vec<CouponRange>> = BTreeMap::new();
    for (seq, range) in cx.tx.handed_out_ranges(cx.programme, since)? {
        ranges.entry(seq).or_default().push(range);
    }
    let mut coupons = |seq| ranges.remove(&seq).unwrap_or_default().into_iter().collect();
    Ok(rows
        .into_iter()
        .map(|row| {
            let given = coupons(row.seq);
            (row, given)
        })
        .collect())
}

/// Hand-outs, newest first: all of them, or an organisation's own.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor, partner: Option<PartnerId>) -> Result<Vec<HandOutRow>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, partner.map_or(Action::SeeAll, Action::SeePartner))?;
    let rows = cx.tx.hand_outs(cx.programme)?;
    Ok(rows.into_iter().filter(|row| partner.is_none_or(|p| row.partner == p)).collect())
}
