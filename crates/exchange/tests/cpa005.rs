//! The 1464-byte bank file: byte for byte what another program writes (npm `@cityssm/eft-generator`), and
//! what our strict reader reads back.

mod common;

use common::payment_file;
use exchange::cpa005::{self, Kind, ReadMistake};
use exchange::payment_file::{PaymentFile, Segments, Separator};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The same files written by the other program.
fn other_program(files: &[PaymentFile]) -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/oracles");
    assert!(folder.join("node_modules/@cityssm/eft-generator").exists(), "run `npm ci` in tests/oracles first");
    let mut node = Command::new("node")
        .arg(folder.join("eft.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("node cannot be run: {error}"));
    let input = serde_json::to_vec(files).expect("JSON");
    node.stdin.take().expect("a pipe").write_all(&input).expect("node reads");
    let output = node.wait_with_output().expect("node ends");
    assert!(output.status.success(), "eft.mjs failed");
    serde_json::from_slice(&output.stdout).expect("a list of texts")
}

fn write(file: &PaymentFile) -> String {
    cpa005::write(file).unwrap_or_else(|problems| panic!("problems: {problems:?}"))
}

/// With one payment a record, records separated by CR LF, and nothing after the last: the only way that the
/// other program writes (its trailer is wrong with several).
#[test]
fn another_program_writes_the_same_bytes() {
    let mut runner = TestRunner::deterministic();
    let files: Vec<PaymentFile> = (0..60)
        .map(|_| {
            let mut file = payment_file(30).new_tree(&mut runner).expect("a strategy").current();
            file.profile.segments_per_record = Segments::One;
            file.profile.record_separator = Separator::CrLf;
            file.profile.final_separator = false;
            file
        })
        .collect();
    for (file, theirs) in files.iter().zip(other_program(&files)) {
        let ours = write(file);
        for (at, (a, b)) in ours.split("\r\n").zip(theirs.split("\r\n")).enumerate() {
            assert_eq!(a, b, "record {}", at + 1);
        }
        assert_eq!(ours, theirs);
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(file in payment_file(30)) {
        let text = write(&file);
        let read = cpa005::parse(text.as_bytes()).expect("our own file");
        prop_assert_eq!(read.creation_number, file.creation_number);
        prop_assert_eq!(read.creation_date, file.creation_date);
        prop_assert_eq!(read.currency, file.profile.currency);
        prop_assert_eq!(read.payments().count(), file.payments.len());
        for ((kind, segment), payment) in read.payments().zip(&file.payments) {
            prop_assert_eq!(kind, Kind::Credit);
            prop_assert_eq!(segment.amount_cents, payment.amount_cents);
            prop_assert_eq!(segment.date, file.due_date);
            prop_assert_eq!(&segment.account, &payment.account.number);
            prop_assert_eq!(&segment.institution, &format!("0{}{}", payment.account.institution, payment.account.transit));
            prop_assert_eq!(&segment.reference, &payment.reference);
            prop_assert_eq!(Ok(segment.payee_name.clone()), exchange::bank_text::fold(&payment.payee_name));
        }
    }

    /// The trailer counts payments, not records; every record is whole; packing changes no payment.
    #[test]
    fn six_payments_a_record_or_one_are_the_same_payments(file in payment_file(30)) {
        let with = |segments| {
            let mut file = file.clone();
            file.profile.segments_per_record = segments;
            file
        };
        let text = write(&with(Segments::Six));
        let records: Vec<&str> = text.lines().collect();
        prop_assert_eq!(records.len(), file.payments.len().div_ceil(6) + 2);
        prop_assert!(records.iter().all(|r| r.len() == 1464 && r.is_ascii()));
        let trailer = records[records.len() - 1];
        prop_assert_eq!(trailer[46..60].parse(), Ok(file.total_cents()));
        prop_assert_eq!(trailer[60..68].parse(), Ok(file.payments.len()));
        prop_assert_eq!(trailer[1..10].parse(), Ok(records.len()));
        let payments = |segments| {
            let read = cpa005::parse(write(&with(segments)).as_bytes()).expect("our own file");
            read.payments().map(|(_, s)| s.clone()).collect::<Vec<_>>()
        };
        prop_assert_eq!(payments(Segments::Six), payments(Segments::One));
    }

    /// No slip of one digit in an amount, a count or a total passes.
    #[test]
    fn a_changed_digit_of_money_is_refused(file in payment_file(30), last in any::<bool>(), at in 0usize..22, digit in 0u8..=9) {
        let text = write(&file);
        let separator = file.profile.record_separator.text().len();
        let records = text.lines().count();
        // The first payment's amount, or the trailer's credits (value and count).
        let (record, position) = if last { (records - 1, 46 + at) } else { (1, 27 + at % 10) };
        let mut bytes = text.into_bytes();
        let place = record * (1464 + separator) + position;
        prop_assume!(bytes[place] != b'0' + digit);
        bytes[place] = b'0' + digit;
        prop_assert!(cpa005::parse(&bytes).is_err());
    }

    #[test]
    fn no_file_makes_the_reader_panic(file in payment_file(30), at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = write(&file).into_bytes();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        let _ = cpa005::parse(&bytes);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..4000)) {
        let _ = cpa005::parse(&bytes);
    }
}

fn sample(payments: usize) -> PaymentFile {
    let mut runner = TestRunner::deterministic();
    let strategy = payment_file(30).prop_filter("long enough", move |file| file.payments.len() >= payments);
    let mut file = strategy.new_tree(&mut runner).expect("a strategy").current();
    file.payments.truncate(payments);
    file.profile.record_separator = Separator::Lf;
    file.profile.final_separator = false;
    file.profile.segments_per_record = Segments::Six;
    file
}

/// A return file has our payments under I, the reason in the place of the code, and the same trailer.
#[test]
fn returned_payments_are_read() {
    let file = sample(8);
    let code = format!("{:03}", file.profile.transaction_code);
    let mut lines: Vec<String> = write(&file).lines().map(str::to_owned).collect();
    for line in &mut lines[1..3] {
        line.replace_range(0..1, "I");
        assert_eq!(line[24..27], code);
        line.replace_range(24..27, "912");
        line.replace_range(86..89, &code);
    }
    let read = cpa005::parse(lines.join("\n").as_bytes()).expect("a return file");
    assert_eq!(read.credits().count, 8);
    let (kind, first) = read.payments().next().expect("a payment");
    assert_eq!((kind, first.transaction_code, first.stored_code), (Kind::ReturnedCredit, 912, file.profile.transaction_code));
    assert_eq!(first.reference, file.payments[0].reference);
    // Under J they are withdrawals, and the trailer no longer agrees.
    for line in &mut lines[1..3] {
        line.replace_range(0..1, "J");
    }
    let error = cpa005::parse(lines.join("\n").as_bytes()).expect_err("wrong totals");
    assert_eq!((error.record, error.position, error.mistake), (4, 25, ReadMistake::WrongTotal));
}

#[test]
fn separators_may_be_absent_or_follow_the_last_record() {
    let text = write(&sample(8));
    let read = cpa005::parse(text.as_bytes()).expect("our own file");
    for other in [text.replace('\n', "\r\n"), text.replace('\n', ""), format!("{text}\n"), text.replace('\n', "\r\n") + "\r\n"] {
        assert_eq!(cpa005::parse(other.as_bytes()), Ok(read.clone()));
    }
}

#[test]
fn each_mistake_is_placed() {
    let lines: Vec<String> = write(&sample(8)).lines().map(str::to_owned).collect();
    let with = |record: usize, position: usize, text: &str| {
        let mut lines = lines.clone();
        lines[record - 1].replace_range(position - 1..position - 1 + text.len(), text);
        let error = cpa005::parse(lines.join("\n").as_bytes()).expect_err("a mistake");
        (error.record, error.position, error.mistake)
    };
    assert_eq!(with(1, 1, "C"), (1, 1, ReadMistake::OutOfPlace));
    assert_eq!(with(1, 25, "026366"), (1, 25, ReadMistake::NotADate));
    assert_eq!(with(1, 56, "EUR"), (1, 56, ReadMistake::UnknownCurrency));
    assert_eq!(with(1, 1000, "x"), (1, 59, ReadMistake::NotBlank));
    assert_eq!(with(2, 1, "E"), (2, 1, ReadMistake::UnknownType));
    assert_eq!(with(2, 1, "Z"), (2, 1, ReadMistake::OutOfPlace));
    assert_eq!(with(2, 2, "000000003"), (2, 2, ReadMistake::WrongCount));
    assert_eq!(with(2, 11, "?"), (2, 11, ReadMistake::WrongControl));
    assert_eq!(with(2, 28, "0000000000"), (2, 28, ReadMistake::NoAmount));
    assert_eq!(with(2, 44, "0815-2000"), (2, 44, ReadMistake::NotANumber));
    assert_eq!(with(2, 25, &" ".repeat(240)), (2, 25, ReadMistake::BlankSegment));
    assert_eq!(with(3, 265, &" ".repeat(240)), (4, 47, ReadMistake::WrongTotal));
    assert_eq!(with(4, 1, "C").2, ReadMistake::OutOfPlace);
    assert_eq!(with(4, 200, "x"), (4, 113, ReadMistake::NotBlank));
    let error = cpa005::parse(lines[..3].join("\n").as_bytes()).expect_err("no trailer");
    assert_eq!((error.record, error.mistake), (3, ReadMistake::OutOfPlace));
    let error = cpa005::parse(b"").expect_err("nothing");
    assert_eq!(error.mistake, ReadMistake::OutOfPlace);
    let accent = lines.join("\n").replacen("OE", "Œ", 1);
    assert_eq!(cpa005::parse(accent.as_bytes()).expect_err("not ASCII").mistake, ReadMistake::NotAscii);
}

#[test]
fn a_file_with_problems_is_not_written() {
    let mut file = sample(2);
    file.payments[1].reference = file.payments[0].reference.clone();
    let problems = cpa005::write(&file).expect_err("a problem");
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), ["payment 2: reference: duplicate"]);
}

proptest! {
    /// Whatever a person typed: a list of problems or a file that reads back, never a panic.
    #[test]
    fn nothing_typed_panics(file in payment_file(30), texts in prop::array::uniform6(any::<String>()), cents in any::<i64>(), number in any::<u16>()) {
        let [name, short, account, institution, reference, centre] = texts;
        let mut file = file;
        file.payments[0].payee_name = name;
        file.payments[0].amount_cents = cents;
        file.payments[0].account.number = account;
        file.payments[0].account.institution = institution;
        file.payments[0].reference = reference;
        file.profile.originator_short_name = short;
        file.profile.data_centre = centre;
        file.creation_number = number;
        if let Ok(text) = cpa005::write(&file) {
            prop_assert!(cpa005::parse(text.as_bytes()).is_ok());
        }
        let _ = exchange::hdt80::write(&file);
    }
}
