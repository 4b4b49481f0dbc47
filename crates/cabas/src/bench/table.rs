//! The table of results, printed as it comes: a long measure shows where it is.

use crate::out::say;
use std::time::Duration;

/// A Markdown table on standard output.
#[derive(Default)]
pub(crate) struct Table {
    begun: bool,
}

impl Table {
    /// One result.
    pub(crate) fn row(&mut self, what: &str, result: &str, detail: &str) {
        if !self.begun {
            say!("| measure | result | detail |\n|---|---|---|");
            self.begun = true;
        }
        say!("| {what} | {result} | {detail} |");
    }
}

/// How many a second.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a rate is shown, not kept"
)]
pub(crate) fn per_second(count: u64, took: Duration) -> usize {
    (count as f64 / took.as_secs_f64()).round() as usize
}

/// A number with its thousands apart.
pub(crate) fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}
