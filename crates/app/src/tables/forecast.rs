//! The weeks to come.

use super::{Page, figures};
use crate::command::Cx;
use crate::forecast::{Asked, gather};
use crate::world::Error;
use domain::forecast::Week;
use domain::ids::Actor;
use exchange::table::{Cell, Table};
use jiff::civil::Date;

/// A row a week to come, as the decided season foresees it. In whole dollars: a forecast of cents would say more than it
/// knows.
pub(super) fn weeks(cx: &mut Cx<'_, '_>, actor: Actor, page: &Page) -> Result<Table, Error> {
    let outlook = gather(cx, actor)?.foresee(&Asked::default());
    let dollars = |cents: i64| Cell::Amount((cents + if cents < 0 { -50 } else { 50 }) / 100 * 100);
    let row = |(monday, week): (&Date, &Week)| {
        let until = &week.spent_until;
        let amounts = [week.spent.p50, until.p5, until.p50, until.p95, week.cash.p95, week.cash_until.p95];
        std::iter::once(Cell::Day(*monday)).chain(amounts.map(dollars)).collect()
    };
    let columns = [
        figures("forecast-week-of"),
        figures("forecast-head-spent"),
        figures("forecast-head-low"),
        figures("forecast-head-half"),
        figures("forecast-head-high"),
        figures("forecast-head-cash"),
        figures("forecast-head-cash-until"),
    ];
    Ok(page.table(&columns, outlook.mondays.iter().zip(&outlook.forecast.weeks).map(row).collect()))
}
