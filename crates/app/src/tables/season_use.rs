//! How much of what was given has been used.

use super::{Page, figures, words};
use crate::command::Cx;
use crate::live_use::{LiveUse, PartnerUse, live_use};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::coupon::State;
use domain::ids::{Actor, PartnerId, PlaceId};
use exchange::table::{Cell, Table};
use std::collections::BTreeSet;
use text::{compare, label};

fn by_name(page: &Page, mut rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let name = |row: &[Cell]| if let Some(Cell::Text(name)) = row.first() { name.clone() } else { String::new() };
    rows.sort_by(|a, b| compare(page.lang, &name(a), &name(b)));
    rows
}

/// The use of each organisation and place: not for who may see totals only.
fn parts(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<LiveUse, Error> {
    ask(Some(&page.book), actor, Action::SeeUse)?;
    live_use(cx, actor)
}

pub(super) fn partners(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let row = |(id, part): (&u32, &PartnerUse)| {
        let (used, given) = (part.redeemed.count, part.handed_out.count);
        vec![
            page.partner(PartnerId(*id)),
            Cell::count(part.allotted.count),
            Cell::count(given),
            Cell::count(used),
            Cell::Share { part: used, whole: given },
            Cell::Amount(part.redeemed.cents),
        ]
    };
    let rows = by_name(page, parts(cx, actor, page)?.by_partner.iter().map(row).collect());
    let columns = [
        words("head-partner"),
        figures("home-allotted"),
        figures("home-legend-handed-out"),
        figures("home-legend-used"),
        figures("head-rate"),
        figures("home-used-value"),
    ];
    Ok(page.table(&columns, rows))
}

pub(super) fn stock(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let use_now = parts(cx, actor, page)?;
    let row = |partner: &domain::programme::Partner| {
        let part = use_now.by_partner.get(&partner.id.0).copied().unwrap_or_default();
        let figures = [part.in_hand.count, part.handed_out.count, part.redeemed.count];
        std::iter::once(Cell::text(&partner.name)).chain(figures.map(Cell::count)).collect()
    };
    let rows = page.book.partners.iter().map(row).collect();
    let columns =
        [words("head-partner"), figures("stock-in-hand"), figures("home-legend-handed-out"), figures("home-legend-used")];
    Ok(page.table(&columns, rows))
}

pub(super) fn weeks(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let use_now = live_use(cx, actor)?;
    let mondays: BTreeSet<_> = use_now.by_week.keys().chain(use_now.handed_out_by_week.keys()).copied().collect();
    let row = |monday| {
        let given = use_now.handed_out_by_week.get(&monday).copied().unwrap_or_default();
        let used = use_now.by_week.get(&monday).copied().unwrap_or_default();
        vec![Cell::Day(monday), Cell::count(given.count), Cell::count(used.count), Cell::Amount(used.cents)]
    };
    let columns =
        [figures("home-week-of"), figures("home-legend-handed-out"), figures("home-legend-used"), figures("home-used-value")];
    Ok(page.table(&columns, mondays.into_iter().map(row).collect()))
}

pub(super) fn places(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let use_now = parts(cx, actor, page)?;
    let rows = use_now.by_place.iter().map(|(id, q)| vec![page.place(PlaceId(*id)), Cell::count(q.count), Cell::Amount(q.cents)]);
    let columns = [words("head-place"), figures("home-legend-used"), figures("head-value")];
    Ok(page.table(&columns, by_name(page, rows.collect())))
}

pub(super) fn states(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let use_now = live_use(cx, actor)?;
    let known = State::ALL.into_iter().filter_map(|state| use_now.by_state.get(state.key()).map(|q| (state, q)));
    let rows = known.map(|(state, q)| vec![Cell::text(label(page.lang, &state)), Cell::count(q.count), Cell::Amount(q.cents)]);
    let columns = [words("head-state"), figures("head-count"), figures("head-value")];
    Ok(page.table(&columns, rows.collect()))
}
