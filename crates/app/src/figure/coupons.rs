//! Coupons by the act that left them where they are; hand-outs.

use super::{Act, Figure, Filter, Line};
use crate::command::Cx;
use crate::live_use::worth;
use crate::world::Error;
use domain::coupon::{Funding, State};
use domain::disclosure;
use domain::programme::Book;
use domain::redemption::Redemption;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::Resting;

/// Whether coupons are part of a figure.
fn belongs(book: &Book, figure: Figure, row: &Resting, today: Date) -> bool {
    let held = row.partner.is_some();
    let class = book.class(row.class);
    let live = || class.filter(|c| c.funding == Funding::Granted && row.state.is_live()).and_then(|c| c.expires_on);
    match figure {
        Figure::InState(state) => row.state == state,
        Figure::Allotted => held,
        Figure::HandedOut => held && matches!(row.state, State::HandedOut | State::Redeemed),
        Figure::Used => held && row.state == State::Redeemed,
        Figure::InHand => held && row.state == State::WithPartner,
        Figure::Live => live().is_some(),
        Figure::Overdue => live().is_some_and(|last| last < today),
        Figure::Sold => row.state == State::HandedOut && class.is_some_and(|c| c.funding == Funding::Sold),
        _ => false,
    }
}

/// By how much people could be recognised. A merchant's pile is one act of many households: its coupons are what counts.
/// What is in nobody's hands tells nothing about anybody.
const fn size(row: &Resting) -> u64 {
    match row.state {
        State::Redeemed => row.count,
        State::HandedOut => 1,
        _ => disclosure::SMALL,
    }
}

/// A list of coupons.
pub(super) fn lines(cx: &mut Cx<'_, '_>, book: &Book, figure: Figure, filter: &Filter) -> Result<Vec<Line>, Error> {
    let (from, to) = match figure {
        Figure::InState(state) => (state, state),
        Figure::Used => (State::Redeemed, State::Redeemed),
        Figure::InHand => (State::WithPartner, State::WithPartner),
        Figure::Sold => (State::HandedOut, State::HandedOut),
        _ => (State::Printed, State::Expired),
    };
    let today = book.day_of(cx.now());
    let mut rows = cx.tx.resting(cx.programme, from, to)?;
    rows.retain(|row| belongs(book, figure, row, today));
    if figure == Figure::HandedOut {
        rows.extend(cx.tx.ended_after_hand_out(cx.programme)?.into_iter().filter(|row| row.partner.is_some()));
    }
    let spent: BTreeMap<i64, Redemption> = cx.tx.redemptions(cx.programme)?.into_iter().map(|r| (r.seq, r)).collect();
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let of = if row.state == State::Redeemed { spent.get(&row.seq) } else { None };
        let on = of.map_or_else(|| book.day_of(row.recorded_at), |r| r.market_day(book));
        let wanted = filter.class.is_none_or(|id| id == row.class)
            && filter.fund.is_none_or(|id| Some(id) == row.fund)
            && filter.partner.is_none_or(|id| Some(id) == row.partner)
            && filter.place.is_none_or(|id| of.is_some_and(|r| r.place == id))
            && filter.vendor.is_none_or(|id| of.is_some_and(|r| r.vendor == id))
            && filter.has_day(on);
        if wanted {
            lines.push(Line {
                from: Some(on),
                class: Some(row.class),
                partner: row.partner,
                fund: row.fund,
                place: of.map(|r| r.place),
                vendor: of.map(|r| r.vendor),
                state: Some(row.state),
                count: row.count,
                minor: worth(book, row.class, row.count),
                size: size(&row),
                ..Line::of(Act::Command(row.kind))
            });
        }
    }
    Ok(lines)
}

/// A list of hand-outs; of one fund, with only the coupons that it pays.
pub(super) fn hand_outs(cx: &mut Cx<'_, '_>, book: &Book, filter: &Filter) -> Result<Vec<Line>, Error> {
    let mut paid: BTreeMap<i64, (u64, i64)> = BTreeMap::new();
    if let Some(fund) = filter.fund {
        for part in cx.tx.hand_out_parts(cx.programme)?.into_iter().filter(|part| part.fund == Some(fund)) {
            let sum = paid.entry(part.seq).or_default();
            *sum = (sum.0 + part.count, sum.1 + worth(book, part.class, part.count));
        }
    }
    let mut lines = Vec::new();
    for h in cx.tx.hand_outs(cx.programme)?.into_iter().filter(|h| h.taken_back_by.is_none()) {
        let on = book.day_of(h.claimed_at);
        let part = if filter.fund.is_some() { paid.get(&h.seq).copied() } else { Some((h.count, h.amount_cents)) };
        let wanted = filter.partner.is_none_or(|id| id == h.partner)
            && filter.band.as_ref().is_none_or(|band| *band == h.band)
            && filter.has_day(on);
        if let Some((count, minor)) = part.filter(|_| wanted) {
            lines.push(Line {
                from: Some(on),
                partner: Some(h.partner),
                band: Some(h.band),
                fund: filter.fund,
                hand_outs: 1,
                count,
                minor,
                ..Line::of(Act::Command("hand_out".to_owned()))
            });
        }
    }
    Ok(lines)
}
