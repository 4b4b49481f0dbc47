//! XLSX, in and out. Cells are read one by one, never as the rectangle that holds them: a letter in the last cell of
//! a sheet would make one of seventeen billion.

use super::sheet::{Cell, Kind, Table, basis_points};
use super::{MAX_COLUMNS, MAX_ROWS, Row, Rows, TableProblem, serial};
use calamine::{DataRef, Reader, Xlsx};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatBorder, Formula, Workbook, Worksheet, XlsxError};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Reads the first sheet. The file was measured before. calamine panics on some broken files (our tests find them by
/// changing one byte): that is a broken file too.
pub(super) fn read(bytes: &[u8], is_1904: bool) -> Result<Vec<Row>, TableProblem> {
    std::panic::catch_unwind(|| cells(bytes, is_1904)).unwrap_or(Err(TableProblem::NotATable))
}

fn cells(bytes: &[u8], is_1904: bool) -> Result<Vec<Row>, TableProblem> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| TableProblem::NotATable)?;
    let first = book.sheet_names().into_iter().next().ok_or(TableProblem::NotATable)?;
    let mut reader = book.worksheet_cells_reader(&first).map_err(|_| TableProblem::NotATable)?;
    let mut found: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    while let Some(cell) = reader.next_cell().map_err(|_| TableProblem::NotATable)? {
        let text = text(cell.get_value(), is_1904);
        if text.trim().is_empty() {
            continue;
        }
        let (line, column) = cell.get_position();
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MAX_COLUMNS {
            return Err(TableProblem::TooManyColumns);
        }
        let cells = found.entry(line).or_default();
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
        if found.len() > MAX_ROWS {
            return Err(TableProblem::TooManyRows);
        }
    }
    let mut rows = Rows::default();
    for (line, cells) in found {
        rows.add(u64::from(line) + 1, cells)?;
    }
    Ok(rows.done())
}

fn text(value: &DataRef<'_>, is_1904: bool) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => serial::number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(day) => serial::day(day.as_f64(), is_1904),
        DataRef::DateTimeIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        // What the spreadsheet shows in place of a value, such as `#N/A`.
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// The most letters Excel keeps in a cell.
const MAX_CELL: usize = 32_767;

/// Width of a column, in letters.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=48;

/// Writes a table: a bold line of headings that stays in view, amounts as numbers, days as days.
pub(super) fn write(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = table.made_on;
    let year = u16::try_from(made.year()).unwrap_or(1900);
    let (month, day) = (made.month().unsigned_abs(), made.day().unsigned_abs());
    let made = ExcelDateTime::from_ymd(year, month, day)?;
    book.set_properties(&DocProperties::new().set_title(&table.title).set_creation_datetime(&made));
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(&table.title))?;
    let bold = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
    let formats = Formats::new();
    for (index, column) in (0u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, index, &column.label, &bold)?;
        let width = table.rows.iter().filter_map(|row| row.get(usize::from(index))).map(Cell::width).max().unwrap_or(0);
        let width = width.max(column.label.chars().count() + 2).clamp(*WIDTHS.start(), *WIDTHS.end());
        sheet.set_column_width(index, u16::try_from(width).unwrap_or(8))?;
        if column.kind == Kind::Text {
            // What is typed under a code or a number such as 0012 stays as it is typed.
            sheet.set_column_format(index, &Format::new().set_num_format("@"))?;
        }
    }
    for (line, row) in (1u32..).zip(&table.rows) {
        for (index, cell) in (0u16..).zip(row) {
            write_cell(sheet, line, index, cell, &formats)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

struct Formats {
    amount: Format,
    share: Format,
    day: Format,
    at: Format,
}

impl Formats {
    fn new() -> Self {
        let of = |written: &str| Format::new().set_num_format(written);
        // Excel writes these with the separators of whoever opens the file.
        Self { amount: of("#,##0.00"), share: of("0.0%"), day: of("yyyy-mm-dd"), at: of("yyyy-mm-dd hh:mm") }
    }
}

fn write_cell(sheet: &mut Worksheet, line: u32, index: u16, cell: &Cell, formats: &Formats) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => {
            let kept: String = text.chars().take(MAX_CELL).collect();
            sheet.write_string(line, index, kept)?;
        }
        Cell::Count(count) => {
            sheet.write_number(line, index, double(*count, 1))?;
        }
        Cell::Amount(minor) => {
            sheet.write_number_with_format(line, index, double(*minor, 100), &formats.amount)?;
        }
        Cell::Worked { formula, minor } => {
            // What it gives is in the file too, for whoever reads it without working it out.
            let formula = Formula::new(format!("={formula}")).set_result(double(*minor, 100).to_string());
            sheet.write_formula_with_format(line, index, formula, &formats.amount)?;
        }
        Cell::Share { part, whole } => {
            if let Some(points) = basis_points(*part, *whole) {
                sheet.write_number_with_format(line, index, double(points, 10_000), &formats.share)?;
            }
        }
        Cell::Day(day) => {
            sheet.write_datetime_with_format(line, index, ExcelDateTime::parse_from_str(&day.to_string())?, &formats.day)?;
        }
        Cell::At(at) => {
            let written = at.strftime("%Y-%m-%dT%H:%M").to_string();
            sheet.write_datetime_with_format(line, index, ExcelDateTime::parse_from_str(&written)?, &formats.at)?;
        }
        Cell::Nothing => {}
    }
    Ok(())
}

/// A number as the format keeps all of them.
#[expect(clippy::cast_precision_loss, reason = "XLSX has only doubles: the nearest to a number of cents shows all its digits")]
fn double(minor: i64, of: u32) -> f64 {
    minor as f64 / f64::from(of)
}

/// A sheet's name: at most 31 letters, and none of seven signs.
fn sheet_name(title: &str) -> String {
    let kept: String = title.chars().map(|c| if "[]:*?/\\".contains(c) { '-' } else { c }).take(31).collect();
    let kept = kept.trim_matches('\'').trim();
    if kept.is_empty() { "1".to_owned() } else { kept.to_owned() }
}
