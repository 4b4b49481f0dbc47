//! ODS, in: the cells of the first sheet of `content.xml`. A row or a cell that is repeated is counted before it is
//! copied, and one that is empty is never copied.

use super::{MAX_COLUMNS, MAX_ROWS, Row, Rows, TableProblem, serial};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// Reads the first sheet.
pub(super) fn read(content: &[u8]) -> Result<Vec<Row>, TableProblem> {
    let broken = |_| TableProblem::NotATable;
    let mut reader = Reader::from_reader(content);
    reader.config_mut().expand_empty_elements = true;
    let mut sheet = Sheet::default();
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(element) => {
                // A comment on a cell is not in the cell.
                if element.name().as_ref() == b"office:annotation" {
                    let end = element.to_end().into_owned();
                    reader.read_to_end_into(end.name(), &mut Vec::new()).map_err(broken)?;
                } else {
                    sheet.begin(&element)?;
                }
            }
            Event::End(element) if sheet.end(element.name().as_ref())? => return Ok(sheet.rows.done()),
            Event::Text(text) => sheet.words(&text.unescape().map_err(broken)?),
            Event::CData(text) => sheet.words(&String::from_utf8_lossy(&text)),
            Event::Eof => return Err(TableProblem::NotATable),
            _ => {}
        }
        buffer.clear();
    }
}

/// A cell being read.
#[derive(Default)]
struct Open {
    repeats: usize,
    /// What it holds, unless its words do.
    value: Option<String>,
    words: String,
    paragraphs: usize,
}

/// The sheet being read.
#[derive(Default)]
struct Sheet {
    rows: Rows,
    line: u64,
    row_repeats: u64,
    cells: Vec<String>,
    /// Cells since the last that says something.
    empty: usize,
    open: Option<Open>,
    in_words: bool,
}

impl Sheet {
    fn begin(&mut self, element: &BytesStart<'_>) -> Result<(), TableProblem> {
        match element.name().as_ref() {
            b"table:table-row" => {
                self.row_repeats = repeats(element, "table:number-rows-repeated")?;
                self.cells.clear();
                self.empty = 0;
            }
            b"table:table-cell" | b"table:covered-table-cell" => {
                let repeats = repeats(element, "table:number-columns-repeated")?;
                let repeats = usize::try_from(repeats).unwrap_or(usize::MAX);
                self.open = Some(Open { repeats, value: value(element)?, ..Open::default() });
            }
            b"text:p" | b"text:h" => {
                self.in_words = true;
                if let Some(open) = &mut self.open {
                    if open.paragraphs > 0 {
                        open.words.push('\n');
                    }
                    open.paragraphs += 1;
                }
            }
            b"text:s" => self.words(" "),
            b"text:tab" => self.words("\t"),
            b"text:line-break" => self.words("\n"),
            _ => {}
        }
        Ok(())
    }

    /// Whether the sheet ends here.
    fn end(&mut self, name: &[u8]) -> Result<bool, TableProblem> {
        match name {
            b"text:p" | b"text:h" => self.in_words = false,
            b"table:table-cell" | b"table:covered-table-cell" => self.end_cell()?,
            b"table:table-row" => self.end_row()?,
            b"table:table" => return Ok(true),
            _ => {}
        }
        Ok(false)
    }

    fn words(&mut self, words: &str) {
        if let Some(open) = self.open.as_mut().filter(|_| self.in_words) {
            open.words.push_str(words);
        }
    }

    fn end_cell(&mut self) -> Result<(), TableProblem> {
        let Some(open) = self.open.take() else { return Ok(()) };
        let text = open.value.unwrap_or(open.words);
        if text.trim().is_empty() {
            self.empty = self.empty.saturating_add(open.repeats);
            return Ok(());
        }
        let width = self.cells.len().saturating_add(self.empty).saturating_add(open.repeats);
        if width > MAX_COLUMNS {
            return Err(TableProblem::TooManyColumns);
        }
        self.cells.resize(self.cells.len() + self.empty, String::new());
        self.cells.resize(width, text);
        self.empty = 0;
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), TableProblem> {
        let cells = std::mem::take(&mut self.cells);
        let first = self.line + 1;
        self.line = self.line.saturating_add(self.row_repeats);
        if cells.is_empty() {
            return Ok(());
        }
        if self.row_repeats > MAX_ROWS as u64 {
            return Err(TableProblem::TooManyRows);
        }
        for line in first..=self.line {
            self.rows.add(line, cells.clone())?;
        }
        Ok(())
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, TableProblem> {
    let found = element.try_get_attribute(name).map_err(|_| TableProblem::NotATable)?;
    let text = |value: &[u8]| unescape(&String::from_utf8_lossy(value)).map(Cow::into_owned).map_err(|_| TableProblem::NotATable);
    found.map(|a| text(&a.value)).transpose()
}

fn repeats(element: &BytesStart<'_>, name: &str) -> Result<u64, TableProblem> {
    match attribute(element, name)? {
        None => Ok(1),
        Some(text) => text.parse().map_err(|_| TableProblem::NotATable),
    }
}

/// What a cell holds by its type; nothing when its words say it.
fn value(element: &BytesStart<'_>) -> Result<Option<String>, TableProblem> {
    Ok(match attribute(element, "office:value-type")?.as_deref() {
        Some("float" | "currency" | "percentage") => {
            let written = attribute(element, "office:value")?.unwrap_or_default();
            Some(written.parse().map_or(written, serial::number))
        }
        Some("date") => {
            let written = attribute(element, "office:date-value")?;
            written.map(|day| day.trim_end_matches("T00:00:00").replace('T', " "))
        }
        Some("boolean") => attribute(element, "office:boolean-value")?,
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &str) -> Result<Vec<(u64, Vec<String>)>, TableProblem> {
        let content = format!(
            "<office:document-content><office:spreadsheet><table:table>{rows}</table:table><table:table/></office:spreadsheet></office:document-content>"
        );
        read(content.as_bytes()).map(|rows| rows.into_iter().map(|row| (row.line, row.cells)).collect())
    }

    #[test]
    fn cells_by_their_type_and_their_words() {
        let rows = sheet(
            r#"<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>non</text:p></office:annotation><text:p>Été &amp; <text:span>automne</text:span></text:p><text:p>deux</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="date" office:date-value="2025-07-01"><text:p>1er juil.</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
            <table:table-row><table:table-cell office:value-type="float" office:value="12.50" table:number-columns-repeated="2"><text:p>12,50</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16382"/></table:table-row>
            <table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
        );
        let expected: [(u64, &[&str]); 2] = [(1, &["Été & automne\ndeux", "", "", "2025-07-01"]), (5, &["12.5", "12.5"])];
        let expected: Vec<_> =
            expected.iter().map(|(line, cells)| (*line, cells.iter().map(|c| (*c).to_owned()).collect())).collect();
        assert_eq!(rows, Ok(expected));
    }

    #[test]
    fn what_is_repeated_is_counted_first() {
        let full = r#"<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>"#;
        let row = |repeats: &str, cells: &str| {
            format!("<table:table-row table:number-rows-repeated=\"{repeats}\">{cells}</table:table-row>")
        };
        assert_eq!(sheet(&row("1048576", full)), Err(TableProblem::TooManyRows));
        let wide = full.replace("<table:table-cell", "<table:table-cell table:number-columns-repeated=\"16384\"");
        assert_eq!(sheet(&row("1", &wide)), Err(TableProblem::TooManyColumns));
        assert_eq!(sheet(&row("beaucoup", full)), Err(TableProblem::NotATable));
        assert_eq!(read(b"<a><b></a>"), Err(TableProblem::NotATable));
        assert_eq!(read(b"<a>"), Err(TableProblem::NotATable));
    }
}
