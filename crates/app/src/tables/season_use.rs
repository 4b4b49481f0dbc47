//! How much of what was given has been used.

use super::{Page, figures, words};
use crate::command::Cx;
use crate::handout;
use crate::live_use::{LiveUse, PartUse, live_use};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::coupon::State;
use domain::ids::{Actor, ClassId, FundId, PartnerId, PlaceId};
use exchange::table::{Cell, Table};
use std::collections::BTreeSet;
use text::{compare, label, t};

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

/// A row for each part that is told, with what every rate is divided by.
fn part_rows<'p>(page: &Page, parts: impl Iterator<Item = (Cell, &'p PartUse)>) -> Vec<Vec<Cell>> {
    let row = |(name, part): (Cell, &PartUse)| {
        if part.is_small {
            return std::iter::once(name).chain(vec![Cell::Nothing; 8]).collect();
        }
        let (used, given, allotted) = (part.redeemed.count, part.handed_out.count, part.allotted.count);
        vec![
            name,
            Cell::count(allotted),
            Cell::count(given),
            Cell::count(used),
            Cell::Share { part: used, whole: given },
            Cell::Share { part: used, whole: allotted },
            Cell::Amount(part.redeemed.cents),
            Cell::count(part.reached.hand_outs),
            part.reached.households().map_or(Cell::Nothing, Cell::count),
        ]
    };
    by_name(page, parts.map(row).collect())
}

fn part_table(page: &Page, first: &str, rows: Vec<Vec<Cell>>) -> Table {
    let columns = [
        words(first),
        figures("home-allotted"),
        figures("home-legend-handed-out"),
        figures("home-legend-used"),
        figures("home-by-handed-out"),
        figures("home-by-allotted"),
        figures("home-used-value"),
        figures("bands-hand-outs"),
        figures("home-households-reached"),
    ];
    page.table(&columns, rows)
}

pub(super) fn partners(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let live = parts(cx, actor, page)?;
    let rows = live.by_partner.iter().map(|(id, part)| (page.partner(PartnerId(*id)), part));
    Ok(part_table(page, "head-partner", part_rows(page, rows)))
}

pub(super) fn classes(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let live = parts(cx, actor, page)?;
    let name = |id| page.book.class(ClassId(id)).map_or(Cell::Nothing, |c| Cell::text(format!("{} · {}", c.letter, c.name)));
    let rows = live.by_class.iter().map(|(id, part)| (name(*id), part));
    Ok(part_table(page, "head-class", part_rows(page, rows)))
}

pub(super) fn funds(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let live = parts(cx, actor, page)?;
    let none = || Cell::text(t(page.lang, "home-no-fund"));
    let name = |id| page.book.fund(FundId(id)).map_or_else(none, |f| Cell::text(&f.name));
    let rows = live.by_fund.iter().map(|(id, part)| (name(*id), part));
    Ok(part_table(page, "head-fund", part_rows(page, rows)))
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
        let told = |small: &BTreeSet<_>, cell| if small.contains(&monday) { Cell::Nothing } else { cell };
        let (few_given, few_used) = (&use_now.small_weeks_handed_out, &use_now.small_weeks);
        vec![
            Cell::Day(monday),
            told(few_given, Cell::count(given.count)),
            told(few_used, Cell::count(used.count)),
            told(few_used, Cell::Amount(used.cents)),
        ]
    };
    let columns =
        [figures("home-week-of"), figures("home-legend-handed-out"), figures("home-legend-used"), figures("home-used-value")];
    Ok(page.table(&columns, mondays.into_iter().map(row).collect()))
}

pub(super) fn places(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let use_now = parts(cx, actor, page)?;
    let rows = use_now.by_place.iter().map(|(id, q)| {
        let told = |cell| if use_now.small_places.contains(id) { Cell::Nothing } else { cell };
        vec![page.place(PlaceId(*id)), told(Cell::count(q.count)), told(Cell::Amount(q.cents))]
    });
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

/// Hand-outs by household size; what is small is left out.
pub(super) fn bands(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let label = |key: &str| page.book.bands.iter().find(|b| b.key == key).map_or_else(|| key.to_owned(), |b| b.label.clone());
    let rows = handout::by_band(cx, actor)?.into_iter().map(|band| {
        let name = Cell::text(label(&band.band));
        if band.is_small {
            return vec![name, Cell::Nothing, Cell::Nothing, Cell::Nothing];
        }
        vec![name, Cell::count(band.hand_outs), Cell::count(band.count), Cell::Amount(band.cents)]
    });
    let columns = [words("bands-band"), figures("bands-hand-outs"), figures("nav-coupons"), figures("head-value")];
    Ok(page.table(&columns, rows.collect()))
}
