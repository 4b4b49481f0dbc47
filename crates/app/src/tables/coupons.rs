//! Batches, hand-outs, disputes.

use super::{Page, figures, words};
use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::world::Error;
use crate::{batch, dispute, handout};
use domain::ids::{Actor, PartnerId};
use domain::refusal::Refusal;
use exchange::table::{Cell, Table};
use text::label;

pub(super) fn batches(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let rows = batch::list(cx, actor)?.into_iter().map(|b| {
        let class = page.book.class(b.class);
        let (letter, face) = class.map_or((Cell::Nothing, None), |c| (Cell::text(c.letter), Some(c.face)));
        let value = face.and_then(|face| face.times(u64::from(b.count)).ok());
        vec![
            Cell::text(b.id.0.to_string()),
            letter,
            Cell::count(u64::from(b.count)),
            Cell::count(u64::from(b.booklet)),
            value.map_or(Cell::Nothing, |value| Cell::Amount(value.minor)),
            face.map_or(Cell::Nothing, |face| page.unit(face.unit)),
        ]
    });
    let columns = [
        words("head-batch"),
        words("head-class"),
        figures("head-count"),
        figures("batch-booklet-label"),
        figures("head-value"),
        words("table-unit"),
    ];
    Ok(page.table(&columns, rows.collect()))
}

/// All of them for who sees everything, else those of one's own organisations.
pub(super) fn hand_outs(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let may = |action| ask(Some(&page.book), actor, action).is_ok();
    let rows = if may(Action::SeeAll) {
        handout::list(cx, actor, None)?
    } else {
        let own: Vec<PartnerId> = page.book.partners.iter().map(|p| p.id).filter(|id| may(Action::SeePartner(*id))).collect();
        if own.is_empty() {
            return Err(Refusal::NotPermitted.into());
        }
        let mut rows = Vec::new();
        for partner in own {
            rows.extend(handout::list(cx, actor, Some(partner))?);
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.seq));
        rows
    };
    let band = |key: &str| page.book.bands.iter().find(|b| b.key == key).map_or_else(|| key.to_owned(), |b| b.label.clone());
    let rows = rows.into_iter().map(|row| {
        vec![
            page.at(row.claimed_at),
            page.partner(row.partner),
            Cell::text(band(&row.band)),
            Cell::count(row.count),
            Cell::Amount(row.amount_cents),
            Cell::text(if row.taken_back_by.is_some() { text::t(page.lang, "app-yes") } else { String::new() }),
        ]
    });
    let columns = [
        figures("head-date"),
        words("head-partner"),
        words("handout-band"),
        figures("head-count"),
        figures("head-amount"),
        words("table-taken-back"),
    ];
    Ok(page.table(&columns, rows.collect()))
}

pub(super) fn disputes(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let rows = dispute::list(cx, actor)?.into_iter().map(|d| {
        vec![
            Cell::text(d.id.0.to_string()),
            Cell::text(d.coupon.to_string()),
            Cell::text(label(page.lang, &d.reason)),
            page.at(d.claimed_at),
            page.vendor(d.vendor),
            page.place(d.place),
            Cell::Amount(d.amount.minor),
            page.unit(d.amount.unit),
            d.decision.map_or(Cell::Nothing, |decision| Cell::text(label(page.lang, &decision))),
            Cell::text(d.note),
        ]
    });
    let columns = [
        words("table-number"),
        words("head-coupon"),
        words("head-reason"),
        figures("head-date"),
        words("head-vendor"),
        words("head-place"),
        figures("head-amount"),
        words("table-unit"),
        words("table-decision"),
        words("dispute-note"),
    ];
    Ok(page.table(&columns, rows.collect()))
}
