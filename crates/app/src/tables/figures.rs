//! What a figure is made of: only the columns that say something.

use super::{Page, figures, words};
use crate::figure::{Act, Figure, Grain, Line, Listed};
use domain::amount::Unit;
use exchange::table::{Cell, Kind, Table};
use text::{key_label, label, t};

fn act(page: &Page, act: &Act) -> Cell {
    match act {
        Act::Command(kind) => Cell::text(key_label(page.lang, "kind", kind)),
        Act::Transfer(kind) => Cell::text(key_label(page.lang, "transfer", kind)),
        Act::Overcommitment => Cell::text(t(page.lang, "figure-overcommitment")),
        Act::Several => Cell::Nothing,
    }
}

/// A column: its heading, whether a line has anything for it, and what.
type Wanted<'l> = ((&'static str, Kind), fn(&Line) -> bool, Box<dyn Fn(&Line) -> Cell + 'l>);

pub(super) fn table(page: &Page, figure: Figure, listed: &Listed) -> Table {
    let book = &page.book;
    let day = |day: Option<jiff::civil::Date>| day.map_or(Cell::Nothing, Cell::Day);
    let class = |line: &Line| {
        let class = line.class.and_then(|id| book.class(id));
        class.map_or(Cell::Nothing, |c| Cell::text(format!("{} · {}", c.letter, c.name)))
    };
    let band = |line: &Line| {
        let label = |key: &String| book.bands.iter().find(|b| b.key == *key).map_or_else(|| key.clone(), |b| b.label.clone());
        line.band.as_ref().map_or(Cell::Nothing, |key| Cell::text(label(key)))
    };
    let first = if listed.grain == Grain::Weeks { "figure-from" } else { "head-date" };
    let money = if figure.is_money() { "head-amount" } else { "head-value" };
    let wanted: [Wanted<'_>; 13] = [
        (figures(first), |_| true, Box::new(move |l| day(l.from))),
        (figures("figure-until"), |l| l.until.is_some(), Box::new(move |l| day(l.until))),
        (words("head-what"), |l| l.act != Act::Several, Box::new(|l| act(page, &l.act))),
        (
            words("head-state"),
            |l| l.state.is_some(),
            Box::new(|l| l.state.map_or(Cell::Nothing, |s| Cell::text(label(page.lang, &s)))),
        ),
        (words("head-class"), |l| l.class.is_some(), Box::new(class)),
        (words("head-partner"), |l| l.partner.is_some(), Box::new(|l| l.partner.map_or(Cell::Nothing, |id| page.partner(id)))),
        (words("bands-band"), |l| l.band.is_some(), Box::new(band)),
        (words("head-place"), |l| l.place.is_some(), Box::new(|l| l.place.map_or(Cell::Nothing, |id| page.place(id)))),
        (words("head-vendor"), |l| l.vendor.is_some(), Box::new(|l| l.vendor.map_or(Cell::Nothing, |id| page.vendor(id)))),
        (
            words("head-fund"),
            |l| l.fund.is_some(),
            Box::new(|l| l.fund.and_then(|id| book.fund(id)).map_or(Cell::Nothing, |fund| Cell::text(&fund.name))),
        ),
        (figures("bands-hand-outs"), |l| l.hand_outs > 1, Box::new(|l| Cell::count(l.hand_outs))),
        (figures("nav-coupons"), |l| l.count > 0, Box::new(|l| if l.count > 0 { Cell::count(l.count) } else { Cell::Nothing })),
        (figures(money), |_| true, Box::new(|l| Cell::Amount(l.minor))),
    ];
    let mut kept: Vec<_> = wanted.into_iter().filter(|(_, says, _)| listed.lines.iter().any(says)).collect();
    if listed.lines.iter().any(|l| l.unit != Unit::CAD) {
        kept.push((words("table-unit"), |_| true, Box::new(|l| page.unit(l.unit))));
    }
    let rows = listed.lines.iter().map(|line| kept.iter().map(|(_, _, cell)| cell(line)).collect()).collect();
    let columns: Vec<_> = kept.iter().map(|(column, ..)| *column).collect();
    Table { title: key_label(page.lang, "figure", figure.key()), ..page.table(&columns, rows) }
}
