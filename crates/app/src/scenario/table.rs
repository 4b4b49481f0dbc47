//! A plan as a table. In a spreadsheet its sums are formulas, so that whoever reads it changes a figure and sees what
//! follows; the multiplier has a column of its own.

use super::{Input, Outlook, Scenario};
use exchange::table::{Cell, Column, Kind, Table};
use jiff::civil::Date;
use text::{Lang, t};

/// Columns before the sources of money, in order; their words are `scenario-head-<name>`.
const BEFORE: [&str; 10] =
    ["year", "territories", "households", "given", "spent", "operations", "setup", "cost", "float", "carried-in"];
/// Columns after them.
const AFTER: [&str; 4] = ["missing", "carried-out", "times", "impact"];
/// Where the columns that formulas read are, from 0.
const SPENT: usize = 4;
const SETUP: usize = 6;
const COST: usize = 7;
const CARRIED: usize = 9;

/// A column's letters, from 0.
fn letters(mut index: usize) -> String {
    let mut out = String::new();
    loop {
        let letter = u8::try_from(index % 26).unwrap_or(0);
        out.insert(0, char::from(b'A' + letter));
        if index < 26 {
            return out;
        }
        index = index / 26 - 1;
    }
}

/// A plan, year by year, and all years together.
pub fn years(lang: Lang, scenario: &Scenario, all: &Outlook, made_on: Date) -> Table {
    let head = |name: &&str| Column { label: t(lang, &format!("scenario-head-{name}")), kind: Kind::Value };
    let mut columns: Vec<Column> = BEFORE.iter().map(head).collect();
    columns.extend(scenario.sources.iter().map(|source| Column { label: source.name.clone(), kind: Kind::Value }));
    columns.extend(AFTER.iter().map(head));
    let first = BEFORE.len();
    let after = first + scenario.sources.len();
    let times = scenario.likely(Input::Impact);
    let row = |line: usize, year: &super::Year| {
        let at = |column: usize| format!("{}{line}", letters(column));
        let paid = if after > first { format!("SUM({}:{})", at(first), at(after - 1)) } else { "0".to_owned() };
        let balance = format!("{}-{}-{paid}", at(COST), at(CARRIED));
        let carried = if line == 2 {
            Cell::Amount(year.carried_in_cents)
        } else {
            Cell::Worked { formula: format!("{}{}", letters(after + 1), line - 1), minor: year.carried_in_cents }
        };
        let mut cells = vec![
            Cell::text(year.year.to_string()),
            Cell::Count(year.territories),
            Cell::Count(year.households),
            Cell::Amount(year.given_cents),
            Cell::Amount(year.spent_cents),
            Cell::Amount(year.operations_cents),
            Cell::Amount(year.setup_cents),
            Cell::Worked { formula: format!("SUM({}:{})", at(SPENT), at(SETUP)), minor: year.cost_cents() },
            Cell::Amount(year.float_cents),
            carried,
        ];
        cells.extend(year.received_cents.iter().map(|cents| Cell::Amount(*cents)));
        cells.push(Cell::Worked { formula: format!("MAX(0,{balance})"), minor: year.missing_cents });
        cells.push(Cell::Worked { formula: format!("MAX(0,-({balance}))"), minor: year.carried_out_cents });
        match (times, year.impact_cents) {
            (Some(times), Some(impact)) => {
                cells.push(Cell::Amount(times));
                cells.push(Cell::Worked { formula: format!("{}*{}", at(SPENT), at(after + 2)), minor: impact });
            }
            _ => cells.extend([Cell::Nothing, Cell::Nothing]),
        }
        cells
    };
    let mut rows: Vec<Vec<Cell>> = (2..).zip(&all.years).map(|(line, year)| row(line, year)).collect();
    rows.push(sums(lang, all, (first, after), rows.len() + 1));
    Table { title: scenario.name.clone(), made_on, columns, rows }
}

/// The last line: everything that adds up.
fn sums(lang: Lang, all: &Outlook, (first, after): (usize, usize), last: usize) -> Vec<Cell> {
    let total = &all.total;
    let sum = |column: usize, minor: i64| Cell::Worked { formula: format!("SUM({0}2:{0}{last})", letters(column)), minor };
    let mut cells = vec![Cell::text(t(lang, "scenario-total")), Cell::Nothing, Cell::Nothing];
    let amounts = [total.given_cents, total.spent_cents, total.operations_cents, total.setup_cents, total.cost_cents()];
    cells.extend((3..).zip(amounts).map(|(column, minor)| sum(column, minor)));
    // Advances come back, and what is left goes from year to year: neither adds up.
    cells.extend([Cell::Nothing, Cell::Nothing]);
    cells.extend((first..).zip(&total.received_cents).map(|(column, minor)| sum(column, *minor)));
    cells.push(sum(after, total.missing_cents));
    cells.extend([Cell::Nothing, Cell::Nothing]);
    cells.push(total.impact_cents.map_or(Cell::Nothing, |minor| sum(after + 3, minor)));
    cells
}
