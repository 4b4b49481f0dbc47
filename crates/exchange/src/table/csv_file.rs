//! CSV, in and out.
//!
//! Out: UTF-8 with a byte-order mark, without which Excel spoils accents. For a reader in French, semicolons and
//! decimal commas: Excel opens a CSV with the separators of the computer, which in French (Canada) are these; in
//! English, commas and points. In: whichever of semicolon, comma and tab is most frequent in the first line.

use super::sheet::{Cell, Style, Table};
use super::{Row, Rows, TableProblem};
use crate::amount_text::{with_comma, with_point};
use crate::{csv_cell, decode};
use std::borrow::Cow;
use std::io;

/// Reads a text file. One with a zero byte is no text.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Row>, TableProblem> {
    let text = decode::text(bytes);
    if text.contains('\0') || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(TableProblem::NotATable);
    }
    // Very old Macs ended their lines with CR alone.
    let text = if text.contains('\n') { text } else { text.replace('\r', "\n") };
    let delimiter = delimiter(&text);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Rows::default();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(rows.done()),
            Err(_) => return Err(TableProblem::NotATable),
        }
        let line = record.position().map_or(0, |start| line(&text, start));
        // Excel's own first line, which names the separator.
        if line == 1 && record.len() <= 2 && record.get(0).is_some_and(|cell| cell.starts_with("sep=")) {
            continue;
        }
        if record.len() > super::MAX_COLUMNS && record.iter().skip(super::MAX_COLUMNS).any(|cell| !cell.trim().is_empty()) {
            return Err(TableProblem::TooManyColumns);
        }
        rows.add(line, record.iter().map(|cell| csv_cell::plain(cell.trim()).to_owned()).collect())?;
    }
}

/// The line where a record begins. The reader says where it began to look: blank lines may come first.
fn line(text: &str, start: &csv::Position) -> u64 {
    let from = usize::try_from(start.byte()).unwrap_or(usize::MAX);
    let blank = text.as_bytes().get(from..).unwrap_or_default().iter().take_while(|b| matches!(b, b'\r' | b'\n'));
    start.line() + blank.filter(|b| **b == b'\n').count() as u64
}

/// The separator: the one of `sep=`, else the most frequent outside quotes in the first line that has any.
fn delimiter(text: &str) -> u8 {
    if let Some(sign @ (b';' | b',' | b'\t')) = text.strip_prefix("sep=").and_then(|rest| rest.bytes().next()) {
        return sign;
    }
    for line in text.lines() {
        let mut is_quoted = false;
        let mut counts = [(b';', 0), (b'\t', 0), (b',', 0)];
        for byte in line.bytes() {
            is_quoted ^= byte == b'"';
            for (_, count) in counts.iter_mut().filter(|(sign, _)| *sign == byte && !is_quoted) {
                *count += 1;
            }
        }
        // The first of those with as many.
        let most = counts.into_iter().rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0);
        if let Some((sign, _)) = most {
            return sign;
        }
    }
    b';'
}

/// Writes a table.
pub(super) fn write(table: &Table, style: Style, out: &mut impl io::Write) -> io::Result<()> {
    out.write_all(csv_cell::BOM)?;
    let delimiter = if style.is_french { b';' } else { b',' };
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(table.columns.iter().map(|column| csv_cell::text(&column.label).into_owned()))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| written(cell, style).into_owned()))?;
    }
    writer.flush()
}

fn written(cell: &Cell, style: Style) -> Cow<'_, str> {
    let decimal = |minor: i64| if style.is_french { with_comma(minor.into()) } else { with_point(minor.into()) };
    match cell {
        Cell::Text(text) => csv_cell::text(text),
        Cell::Count(count) => Cow::Owned(count.to_string()),
        Cell::Amount(minor) | Cell::Worked { minor, .. } => Cow::Owned(decimal(*minor)),
        Cell::Share { part, whole } => match super::sheet::basis_points(*part, *whole) {
            Some(points) => Cow::Owned(format!("{}%", decimal(points))),
            None => Cow::Borrowed(""),
        },
        Cell::Day(day) => Cow::Owned(day.to_string()),
        Cell::At(at) => Cow::Owned(at.strftime("%Y-%m-%d %H:%M").to_string()),
        Cell::Nothing => Cow::Borrowed(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
        read(bytes).expect("a table").into_iter().map(|row| (row.line, row.cells)).collect()
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(|c| (*c).to_owned()).collect())
    }

    #[test]
    fn every_separator_and_every_encoding() {
        let expected = vec![row(1, &["Nom", "Clé"]), row(3, &["Maison, l’été", "a;b"])];
        let expected = |quoted: bool| if quoted { expected.clone() } else { vec![row(1, &["Nom", "Clé"])] };
        assert_eq!(cells("Nom;Clé\n\n\"Maison, l’été\";\"a;b\"\n".as_bytes()), expected(true));
        assert_eq!(cells("\u{FEFF}Nom,Clé\r\n\r\n\"Maison, l’été\",a;b\r\n".as_bytes()), expected(true));
        assert_eq!(cells("Nom\tClé\n\nMaison, l’été\ta;b".as_bytes()), expected(true));
        assert_eq!(cells(b"Nom;Cl\xE9\n"), expected(false));
        assert_eq!(cells(b"sep=,\nNom,Cl\xE9\n"), vec![row(2, &["Nom", "Clé"])]);
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain("Nom\tClé\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(cells(&utf16), expected(false));
    }

    #[test]
    fn one_column_and_none() {
        assert_eq!(cells(b"Nom\nUn\n  \nDeux"), vec![row(1, &["Nom"]), row(2, &["Un"]), row(4, &["Deux"])]);
        assert_eq!(cells(b""), vec![]);
        assert_eq!(cells(b"a;;\n;;\n;b;"), vec![row(1, &["a"]), row(3, &["", "b"])]);
    }

    #[test]
    fn what_is_no_text_is_no_table() {
        assert_eq!(read(b"\x89PNG\r\n\0\0"), Err(TableProblem::NotATable));
        assert_eq!(read(b"\xD0\xCF\x11\xE0\xA1\xB1"), Err(TableProblem::NotATable));
        assert_eq!(read("x\n".repeat(super::super::MAX_ROWS + 1).as_bytes()), Err(TableProblem::TooManyRows));
        assert_eq!(read("x;".repeat(65).as_bytes()), Err(TableProblem::TooManyColumns));
    }
}
