//! What asks for somebody's eyes, or for two people: alerts, payments held, moves between funds.

use super::{Page, figures, words};
use crate::command::Cx;
use crate::world::Error;
use crate::{alert, fund_move, payment_hold};
use domain::ids::Actor;
use exchange::table::{Cell, Table};
use text::{Names, key_label, t};

/// A text, or nothing.
fn said(text: &str) -> Cell {
    if text.is_empty() { Cell::Nothing } else { Cell::text(text) }
}

impl Page {
    /// Whoever did something; the program itself has no name.
    fn who(&self, name: &str) -> Cell {
        Cell::text(if name.is_empty() { t(self.lang, "app-name") } else { name.to_owned() })
    }
}

/// A row an alert, whether somebody looked or not.
pub(super) fn alerts(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let rows = alert::list(cx, actor)?.into_iter().map(|seen| {
        let key = seen.alert.key;
        let (who, at, found) = seen.looked.map_or((Cell::Nothing, Cell::Nothing, Cell::Nothing), |looked| {
            (page.who(&seen.who), page.at(looked.at), said(&looked.reason))
        });
        vec![
            Cell::Day(key.on),
            Cell::text(key_label(page.lang, "alert", key.kind.key())),
            page.vendor(key.vendor),
            page.place(key.place),
            Cell::count(seen.alert.count),
            found,
            who,
            at,
        ]
    });
    let columns = [
        figures("head-date"),
        words("head-what"),
        words("head-vendor"),
        words("head-place"),
        figures("nav-coupons"),
        words("alert-found"),
        words("head-who"),
        figures("table-decided"),
    ];
    Ok(page.table(&columns, rows.collect()))
}

/// A row a hold, and one more for each further unit in which something waits.
pub(super) fn holds(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let mut rows = Vec::new();
    for held in payment_hold::list(cx, actor)? {
        let hold = &held.hold;
        let row = |owed: Cell, unit: Cell| {
            let asked = hold.asked_by.map_or(Cell::Nothing, |_| page.who(&held.asked_by));
            let lifted = hold.lifted_at.map_or((Cell::Nothing, Cell::Nothing), |at| (page.who(&held.lifted_by), page.at(at)));
            vec![
                page.vendor(hold.vendor),
                Cell::text(key_label(page.lang, "hold", hold.state.key())),
                page.at(hold.held_at),
                page.who(&held.by),
                said(&hold.reason),
                asked,
                said(&hold.found),
                lifted.0,
                lifted.1,
                owed,
                unit,
            ]
        };
        let waits = held.owed.iter().map(|a| row(Cell::Amount(a.minor), page.unit(a.unit)));
        let before = rows.len();
        rows.extend(waits);
        if rows.len() == before {
            rows.push(row(Cell::Nothing, Cell::Nothing));
        }
    }
    let columns = [
        words("head-vendor"),
        words("head-state"),
        figures("table-held-at"),
        words("table-held-by"),
        words("head-reason"),
        words("table-asked-by"),
        words("hold-found"),
        words("table-decided-by"),
        figures("table-decided"),
        figures("settlement-owed"),
        words("table-unit"),
    ];
    Ok(page.table(&columns, rows))
}

/// A row a request.
pub(super) fn fund_moves(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let rows = fund_move::list(cx, actor)?.into_iter().map(|asked| {
        let request = &asked.request;
        let to = request.to.map_or_else(|| t(page.lang, "fund-move-to-funder"), |to| Names::fund(&*page.book, to));
        let decided = request.decided_by.map_or(Cell::Nothing, |_| page.who(&asked.decided_by));
        vec![
            Cell::text(Names::fund(&*page.book, request.from)),
            Cell::text(to),
            Cell::Amount(request.amount.minor),
            said(&request.reason),
            Cell::text(key_label(page.lang, "fund-move", request.state.key())),
            page.who(&asked.by),
            decided,
            said(&request.reference),
        ]
    });
    let columns = [
        words("fund-move-from"),
        words("fund-move-to"),
        figures("head-amount"),
        words("head-reason"),
        words("head-state"),
        words("table-asked-by"),
        words("table-decided-by"),
        words("paper-reference"),
    ];
    Ok(page.table(&columns, rows.collect()))
}
