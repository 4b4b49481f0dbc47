//! Hand-outs to households.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::command::Command;
use domain::coupon::CouponRange;
use domain::coupon_set::CouponSet;
use domain::handout::{Choice, HandOut};
use domain::ids::{Actor, PartnerId};
use serde::Serialize;
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

/// What households of one size received.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct BandUse {
    /// The band's short name.
    pub band: String,
    /// Hand-outs.
    pub hand_outs: u64,
    /// Coupons.
    pub count: u64,
    /// Their value, cents.
    pub cents: i64,
    /// Too few hand-outs to be told to somebody who does not see each of them: the figures are then left out.
    pub is_small: bool,
}

/// Fewer hand-outs than this could be recognised.
pub const SMALL: u64 = 5;

/// Hand-outs by household size, in the order of the programme's scale. Marks are not even read here.
pub fn by_band(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<BandUse>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeUse)?;
    let empty = |key: &String| BandUse { band: key.clone(), ..BandUse::default() };
    let mut bands: Vec<BandUse> = book.bands.iter().map(|b| empty(&b.key)).collect();
    for row in cx.tx.hand_outs(cx.programme)? {
        let place = bands.iter().position(|b| b.band == row.band).unwrap_or_else(|| {
            bands.push(empty(&row.band));
            bands.len() - 1
        });
        let band = &mut bands[place];
        band.hand_outs += 1;
        band.count += row.count;
        band.cents += row.amount_cents;
    }
    if ask(Some(&book), actor, Action::SeeAll).is_err() {
        for band in bands.iter_mut().filter(|b| (1..SMALL).contains(&b.hand_outs)) {
            *band = BandUse { is_small: true, ..empty(&band.band) };
        }
    }
    Ok(bands)
}
