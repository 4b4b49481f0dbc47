//! What happens when whoever reads the output leaves: `cabas … | head -1`.

use crate::support::{Ground, grounds};
use std::process::Stdio;

/// Runs a command whose reader leaves before the first line; it must end well and say nothing.
fn nobody_reads(ground: &Ground, words: &str) {
    let mut child = ground
        .command()
        .args(words.split(' '))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && errors.is_empty(), "{}: cabas {words}: {:?} {errors}", ground.name, output.status);
}

#[test]
fn a_reader_who_leaves_changes_nothing() {
    let [ground, _] = grounds();
    let codes = ground.prepare(20);
    let file = ground.path().join("r.ndjson");
    let line = |n: usize, code: &str| {
        format!(
            r#"{{"id":"0197f000-0000-7000-8000-{n:012}","vendor":"ferme","place":"marche","at":"2025-07-05T10:00:00-04:00","codes":["{code}"]}}"#
        )
    };
    let lines: Vec<String> = codes.iter().enumerate().map(|(n, code)| line(n, code)).collect();
    std::fs::write(&file, lines.join("\n")).expect("written");
    let redeem = format!("redeem --json --file {}", file.display());
    nobody_reads(&ground, &redeem);
    // The work was done to its end.
    assert_eq!(ground.run(&redeem).matches("\"status\":\"replayed\"").count(), 20);
    ground.run("settle prepare");
    for words in ["settle list", "coupons list --batch 1", "coupons story 1-00001", "audit", "audit --json", "programme show"] {
        nobody_reads(&ground, words);
    }
}
