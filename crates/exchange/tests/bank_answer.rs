//! What banks send back: returns made with our own writer of the format, statements made by a program that we did not
//! write (PyPI ofxtools), tables as people describe them. Whatever the bytes, an answer or a line and a reason.

mod common;

use common::payment_file;
use exchange::bank_answer::{self, Kind, ReadMistake, Reason, What};
use exchange::columns::{Column, Columns, Shape, ShapeMistake};
use exchange::cpa005;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::json;
use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A bank's statement: separators, decimals and columns of its own.
const STATEMENT: &str = r#"
[statement]
separator = "semicolon"
decimal = "comma"
date = "%d/%m/%Y"
columns = [
  { title = "Date", value = "date" },
  { title = "Description", value = "description" },
  { title = "Solde" },
  { title = "Retrait", value = "withdrawal" },
  { title = "Dépôt", value = "deposit" },
  { title = "No chèque", value = "number" },
]
"#;

fn statement() -> Shape {
    toml_shape(STATEMENT)
}

fn toml_shape(text: &str) -> Shape {
    let columns: Columns = toml::from_str(text).expect("a profile");
    columns.statement.expect("a statement")
}

/// A file of returns, as a bank makes it: our own file, each payment in a record I with the reason as its code.
fn returns(codes: &[u16]) -> Vec<u8> {
    let file = payment_file(30).new_tree(&mut TestRunner::deterministic()).expect("a strategy").current();
    let sent = cpa005::write(&file).expect("a file");
    let mut text = sent;
    // The type of each record, and the code of its first payment: same lengths, same totals (credits are C and I).
    let separator = file.profile.record_separator.text();
    let mut at = 0;
    let lines: Vec<String> = text
        .split(separator)
        .map(|line| {
            if !line.starts_with('C') {
                return line.to_owned();
            }
            let mut line = format!("I{}", &line[1..]);
            for segment in 0..6 {
                let from = 24 + 240 * segment;
                if line[from..from + 3].trim().is_empty() {
                    break;
                }
                line.replace_range(from..from + 3, &codes[at % codes.len()].to_string());
                at += 1;
            }
            line
        })
        .collect();
    text = lines.join(separator);
    text.into_bytes()
}

#[test]
fn a_file_of_returns_says_which_payment_and_why() {
    let read = bank_answer::read(&returns(&[905, 912, 900]), None).expect("returns");
    assert_eq!(read.kind, Kind::Cpa005);
    let sent = payment_file(30).new_tree(&mut TestRunner::deterministic()).expect("a strategy").current();
    assert_eq!(read.lines.len(), sent.payments.len());
    for ((at, line), payment) in read.lines.iter().enumerate().zip(&sent.payments) {
        let place = at as u64 + 1;
        assert_eq!((line.place, &line.reference, line.amount_cents), (place, &payment.reference, Some(payment.amount_cents)));
        assert_eq!(line.what, What::Returned(Reason::Cpa([905, 912, 900][at % 3])));
    }
    assert_eq!(Reason::Cpa(905).key().as_deref(), Some("cpa-905"));
    assert_eq!(Reason::Cpa(999).key(), None);
}

#[test]
fn a_file_of_payments_to_make_is_no_answer() {
    let file = payment_file(30).new_tree(&mut TestRunner::deterministic()).expect("a strategy").current();
    let sent = cpa005::write(&file).expect("a file");
    let error = bank_answer::read(sent.as_bytes(), None).expect_err("payments to make");
    assert_eq!((error.place, error.mistake), (1, ReadMistake::NotReturns));
    let mut broken = returns(&[905]);
    let last = broken.len() - 1400;
    broken[last] = b'x';
    let error = bank_answer::read(&broken, None).expect_err("a broken trailer");
    assert!(matches!(error.mistake, ReadMistake::Cpa { .. }), "{error}");
}

/// Both versions of OFX, as ofxtools writes them.
#[test]
fn ofx_of_another_program_is_read() {
    let lines = json!([
        {"on": "2026-07-15", "cents": -123_450, "number": "1042", "name": "CHEQUE", "memo": "L'Étable & fils <3"},
        {"on": "2026-07-16", "cents": 1, "number": "", "name": "DEPOT", "memo": ""},
        {"on": "2026-12-31", "cents": -5, "number": "", "name": "VIREMENT", "memo": "R12-7"},
    ]);
    for version in [102, 220] {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/oracles");
        let mut oracle = Command::new(folder.join(".venv/bin/python"))
            .arg(folder.join("statement.py"))
            .env("PYTHONIOENCODING", "utf-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("./test makes the Python environment");
        let question = json!({"version": version, "lines": lines}).to_string();
        oracle.stdin.take().expect("a pipe").write_all(question.as_bytes()).expect("written");
        let answer = oracle.wait_with_output().expect("an answer");
        assert!(answer.status.success());
        let read = bank_answer::read(&answer.stdout, None).expect("a statement");
        assert_eq!(read.kind, Kind::Ofx);
        let found: Vec<_> = read.lines.iter().map(|l| (l.what.clone(), l.amount_cents, l.on, l.reference.as_str())).collect();
        let expected = [
            (What::Out, Some(123_450), Some(date(2026, 7, 15)), "1042"),
            (What::In, Some(1), Some(date(2026, 7, 16)), ""),
            (What::Out, Some(5), Some(date(2026, 12, 31)), ""),
        ];
        assert_eq!(found, expected, "{version}");
        assert_eq!(read.lines[0].words, "CHEQUE L'Étable & fils <3");
        assert_eq!(read.lines[2].words, "VIREMENT R12-7");
    }
}

#[test]
fn a_table_is_read_as_its_bank_writes_it() {
    let text = "Compte 123\nDate;Description;Solde;Retrait;Dépôt;No chèque\n\
        15/07/2026;Chèque;1 000,00;1 234,50;;1042\n\
        16/07/2026;Intérêts;1 000,01;;0,01;\n\
        17/07/2026;Solde reporté;1 000,01;;;\n";
    let read = bank_answer::read(text.as_bytes(), Some(&statement())).expect("a statement");
    let found: Vec<_> = read.lines.iter().map(|l| (l.place, l.what.clone(), l.amount_cents, l.reference.as_str())).collect();
    assert_eq!(found, [(3, What::Out, Some(123_450), "1042"), (4, What::In, Some(1), "")]);
}

#[test]
fn what_is_wrong_in_a_table_is_told_with_its_line() {
    let head = "Date;Description;Solde;Retrait;Dépôt;No chèque\n";
    for (rows, place, mistake) in [
        ("15/07/2026;x;;1.5;;", 2, ReadMistake::NotAnAmount),
        ("15/07/2026;x;;1,00;;\n2026-99-01;x;;1,00;;", 3, ReadMistake::NotADay),
    ] {
        let error = bank_answer::read(format!("{head}{rows}\n").as_bytes(), Some(&statement())).expect_err(rows);
        assert_eq!((error.place, error.mistake), (place, mistake));
    }
    let lacking = head.replace("Retrait", "Sortie");
    let error = bank_answer::read(lacking.as_bytes(), Some(&statement())).expect_err("no column");
    assert_eq!(error.mistake, ReadMistake::NoColumn("Retrait".to_owned()));
    let error = bank_answer::read(head.as_bytes(), None).expect_err("no profile");
    assert_eq!(error.mistake, ReadMistake::NoShape);
    for (text, mistake) in [
        ("<html></html>", ReadMistake::Unknown),
        ("<Document><a>", ReadMistake::Broken),
        ("<OFX><STMTTRN><DTPOSTED>20260715</OFX>", ReadMistake::Broken),
        ("<OFX><STMTTRN><DTPOSTED>2026<TRNAMT>1.00</STMTTRN></OFX>", ReadMistake::NotADay),
    ] {
        assert_eq!(bank_answer::read(text.as_bytes(), None).expect_err(text).mistake, mistake, "{text}");
    }
}

#[test]
fn a_whole_file_refused_says_why() {
    let text = "<Document><CstmrPmtStsRpt><OrgnlGrpInfAndSts><GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>DUPL</Cd></Rsn></StsRsnInf>\
        </OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>";
    let error = bank_answer::read(text.as_bytes(), None).expect_err("refused");
    assert_eq!(error.mistake, ReadMistake::WholeRefused(Reason::Iso("DUPL".to_owned())));
}

#[test]
fn a_description_of_columns_is_checked() {
    assert!(statement().check(&bank_answer::COLUMNS, &["date"]).is_empty());
    let mut shape = statement();
    shape.date = "%Q".to_owned();
    shape.columns[1].value = "amout".to_owned();
    shape.columns[2] = Column { title: "date".to_owned(), value: "date".to_owned(), ..Column::default() };
    let found: Vec<usize> = shape.check(&bank_answer::COLUMNS, &["amount"]).iter().map(|p| p.column).collect();
    assert_eq!(found, [0, 2, 3, 3, 0]);
    shape.columns.clear();
    assert_eq!(shape.check(&bank_answer::COLUMNS, &[])[0].mistake, ShapeMistake::Empty);
}

proptest! {
    #[test]
    fn no_bytes_stop_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400), kind in 0usize..5) {
        let head: &[u8] = [&b""[..], b"OFXHEADER:100\n<OFX><STMTTRN>", b"<Document>", b"A000000001", b"Date;Description;Solde;Retrait;D\xC3\xA9p\xC3\xB4t;No ch\xC3\xA8que\n"][kind];
        let mut text = head.to_vec();
        text.extend(bytes);
        if kind == 3 {
            text.resize(1_600, b' ');
        }
        let _ = bank_answer::read(&text, Some(&statement()));
    }

    /// Every amount of a statement is read back to the cent.
    #[test]
    fn amounts_of_a_table_add_up(cents in prop::collection::vec(-9_999_999i64..9_999_999, 1..40)) {
        let mut text = "Date;Description;Solde;Retrait;Dépôt;No chèque\n".to_owned();
        for minor in &cents {
            let amount = exchange::amount_text::with_comma(i128::from(minor.abs()));
            let (out, into) = if *minor < 0 { (amount.as_str(), "") } else { ("", amount.as_str()) };
            let _ = writeln!(text, "01/02/2026;x;;{out};{into};");
        }
        let read = bank_answer::read(text.as_bytes(), Some(&statement())).expect("a statement");
        let sum: i64 = read.lines.iter().map(|l| if l.what == What::Out { -1 } else { 1 } * l.amount_cents.unwrap_or(0)).sum();
        prop_assert_eq!(sum, cents.iter().sum::<i64>());
    }
}
