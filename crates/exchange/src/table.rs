//! Tables that people have in a spreadsheet, read and written: CSV, XLSX, ODS in; CSV and XLSX out.
//!
//! Reading gives rows of text whatever the file is: dates as `2025-07-01`, numbers as `12.5`, blanks around cells
//! taken off, empty rows left out, each row with the number it has in the spreadsheet. A file is never trusted: what
//! it unpacks to is measured first, and rows, columns and letters are counted while they are read.

mod csv_file;
mod ods;
mod package;
mod serial;
mod sheet;
mod xlsx;

pub use sheet::{Cell, Column, Kind, Style, Table};

use thiserror::Error;

/// Rows in one table, the headings included. A season of a large programme is imported in a few files.
pub const MAX_ROWS: usize = 5_000;

/// Columns in one table.
pub const MAX_COLUMNS: usize = 64;

/// Letters in one table.
const MAX_LETTERS: usize = 8 * 1024 * 1024;

/// A row that says something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// As the spreadsheet numbers it, from 1.
    pub line: u64,
    /// Its cells, the last one not empty.
    pub cells: Vec<String>,
}

/// Why a file gives no rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum TableProblem {
    /// Neither a text nor a spreadsheet that can be read: another kind of file, a broken or a locked one.
    #[error("not a table")]
    NotATable,
    /// It unpacks to more than is read.
    #[error("too large")]
    TooLarge,
    /// More than `MAX_ROWS`.
    #[error("too many rows")]
    TooManyRows,
    /// More than `MAX_COLUMNS`.
    #[error("too many columns")]
    TooManyColumns,
}

/// Reads a file, whichever kind it is: its first bytes tell.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, TableProblem> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => match package::open(bytes)? {
            package::Package::Xlsx { is_1904 } => xlsx::read(bytes, is_1904),
            package::Package::Ods { content } => ods::read(&content),
        },
        _ => csv_file::read(bytes),
    }
}

/// The rows of a file, while it is read.
#[derive(Default)]
struct Rows {
    rows: Vec<Row>,
    letters: usize,
}

impl Rows {
    /// Adds a row. Cells are trimmed; a row without any is left out.
    fn add(&mut self, line: u64, cells: Vec<String>) -> Result<(), TableProblem> {
        let mut cells: Vec<String> = cells.into_iter().map(|cell| clean(&cell)).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if cells.is_empty() {
            return Ok(());
        }
        if cells.len() > MAX_COLUMNS {
            return Err(TableProblem::TooManyColumns);
        }
        if self.rows.len() == MAX_ROWS {
            return Err(TableProblem::TooManyRows);
        }
        self.letters += cells.iter().map(String::len).sum::<usize>();
        if self.letters > MAX_LETTERS {
            return Err(TableProblem::TooLarge);
        }
        self.rows.push(Row { line, cells });
        Ok(())
    }

    fn done(self) -> Vec<Row> {
        self.rows
    }
}

/// Without blanks around it, nor marks that show nothing.
fn clean(cell: &str) -> String {
    cell.trim_matches(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{FEFF}' | '\u{200B}')).to_owned()
}
