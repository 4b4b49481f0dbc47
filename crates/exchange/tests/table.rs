//! Tables out and back in: what is written is what is read, and nothing that is sent breaks the reader.

use exchange::table::{Cell, Column, Kind, MAX_ROWS, Style, Table, TableProblem, read};
use jiff::civil::date;
use proptest::prelude::*;

fn table(rows: Vec<Vec<Cell>>) -> Table {
    let column = |label: &str, kind| Column { label: label.into(), kind };
    let columns = vec![column("Nom", Kind::Text), column("Montant", Kind::Value), column("Jour", Kind::Value)];
    Table { title: "Été : [essai] d’un titre qui est bien trop long".into(), made_on: date(2025, 7, 1), columns, rows }
}

fn sample() -> Table {
    table(vec![
        vec![Cell::text("Ferme de l’Anse; \"bio\""), Cell::Amount(-123_456), Cell::Day(date(2025, 7, 1))],
        vec![Cell::text("=1+1"), Cell::count(12), Cell::At(date(2025, 7, 1).at(9, 30, 0, 0))],
        vec![Cell::text("0012"), Cell::Share { part: 1, whole: 3 }, Cell::Nothing],
        vec![Cell::text("deux\nlignes"), Cell::Share { part: 1, whole: 0 }, Cell::Nothing],
    ])
}

fn cells(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
    read(bytes).expect("a table").into_iter().map(|row| (row.line, row.cells)).collect()
}

#[test]
fn csv_speaks_the_reader_s_language() {
    let french = sample().to_csv(Style { is_french: true }).expect("written");
    let text = String::from_utf8(french.clone()).expect("UTF-8");
    assert_eq!(
        text,
        "\u{FEFF}Nom;Montant;Jour\r\n\"Ferme de l’Anse; \"\"bio\"\"\";-1234,56;2025-07-01\r\n'=1+1;12;2025-07-01 09:30\r\n\
         0012;33,33%;\r\n\"deux\nlignes\";;\r\n"
    );
    let english = String::from_utf8(sample().to_csv(Style::default()).expect("written")).expect("UTF-8");
    assert!(english.contains("\"Ferme de l’Anse; \"\"bio\"\"\",-1234.56,2025-07-01\r\n'=1+1,12,"), "{english}");
    let read = cells(&french);
    assert_eq!(read[1], (2, vec!["Ferme de l’Anse; \"bio\"".into(), "-1234,56".into(), "2025-07-01".into()]));
    assert_eq!(read[2].1[0], "=1+1");
}

#[test]
fn xlsx_comes_back_as_it_went() {
    let read = cells(&sample().to_xlsx().expect("written"));
    let expected: [&[&str]; 5] = [
        &["Nom", "Montant", "Jour"],
        &["Ferme de l’Anse; \"bio\"", "-1234.56", "2025-07-01"],
        &["=1+1", "12", "2025-07-01 09:30"],
        &["0012", "0.3333"],
        &["deux\nlignes"],
    ];
    let expected: Vec<(u64, Vec<String>)> =
        (1..).zip(expected).map(|(line, cells)| (line, cells.iter().map(|c| (*c).to_owned()).collect())).collect();
    assert_eq!(read, expected);
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    assert_eq!(sample().to_xlsx().expect("written"), sample().to_xlsx().expect("written"));
}

#[test]
fn too_much_is_refused() {
    let many = table(vec![vec![Cell::text("x"), Cell::count(1), Cell::Nothing]; MAX_ROWS]);
    assert_eq!(read(&many.to_xlsx().expect("written")), Err(TableProblem::TooManyRows));
    assert_eq!(read(&many.to_csv(Style::default()).expect("written")), Err(TableProblem::TooManyRows));
}

#[test]
fn a_file_that_unpacks_to_far_more_is_refused() {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("content.xml", zip::write::SimpleFileOptions::default()).expect("a part");
    let block = vec![b' '; 1024 * 1024];
    for _ in 0..80 {
        zip.write_all(&block).expect("written");
    }
    let bytes = zip.finish().expect("finished").into_inner();
    assert!(bytes.len() < 200_000, "{}", bytes.len());
    assert_eq!(read(&bytes), Err(TableProblem::TooLarge));
}

proptest! {
    #[test]
    fn every_cell_comes_back_from_csv(
        rows in prop::collection::vec(prop::collection::vec("[^\\p{C}\\p{Z}\u{FEFF}\u{200B}]([^\\p{Cc}\\p{Z}]|[ ;,\t\"'\n])*[^\\p{C}\\p{Z}\u{FEFF}\u{200B}]", 3), 1..8),
        is_french: bool,
    ) {
        let made = table(rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect());
        let read = cells(&made.to_csv(Style { is_french }).expect("written"));
        let back: Vec<Vec<String>> = read.into_iter().skip(1).map(|(_, cells)| cells).collect();
        prop_assert_eq!(back, rows);
    }

    #[test]
    fn nothing_breaks_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn a_broken_spreadsheet_is_refused_or_read(at in any::<prop::sample::Index>(), byte: u8, cut in any::<prop::sample::Index>()) {
        let mut bytes = sample().to_xlsx().expect("written");
        let place = at.index(bytes.len());
        bytes[place] = byte;
        let _ = read(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        let _ = read(&bytes);
    }
}
