//! The 80-byte format of direct deposits (TD, and the same family at CIBC): one header (H), one record a
//! payment (D), one trailer (T), CR LF after each. Positions: reference/standards.md §1.3. No other
//! program that reads it could be found: ask the bank for a test before the first real file.

use crate::bank_text::fold;
use crate::payment_file::{Account, Limits, PaymentFile, Problem};
use jiff::civil::Date;

/// Characters in every record.
pub const RECORD_LENGTH: usize = 80;

/// A payee's name has 23 characters; the trailer counts payments with eight digits.
pub const LIMITS: Limits = Limits { payee_name: 23, payments: 99_999_999 };

/// The file of these payments, or everything that is wrong with them. The profile's separators and
/// segments are those of the other format: this one has its own.
pub fn write(file: &PaymentFile) -> Result<String, Vec<Problem>> {
    let problems = file.check(LIMITS);
    if !problems.is_empty() {
        return Err(problems);
    }
    let due = day(file.due_date);
    let mut records = vec![header(file)];
    for payment in &file.payments {
        records.push(format!(
            "D{name:<23}{due}{reference:<19}{routing}{account:<12}{cents:010}",
            name = ascii(&payment.payee_name),
            reference = ascii(&payment.reference),
            routing = routing(&payment.account),
            account = payment.account.number,
            cents = payment.amount_cents,
        ));
    }
    records.push(format!("T{count:08}{total:014}", count = file.payments.len(), total = file.total_cents()));
    let mut text = String::with_capacity(records.len() * (RECORD_LENGTH + 2));
    for record in records {
        text.push_str(&padded(&record));
        text.push_str("\r\n");
    }
    Ok(text)
}

fn padded(record: &str) -> String {
    format!("{record:<RECORD_LENGTH$}")
}

fn header(file: &PaymentFile) -> String {
    let profile = &file.profile;
    format!(
        "H{originator:<10}C{code:03}{due}{name:<15}{routing}{account:<12}{number:04}",
        originator = ascii(&profile.originator_id),
        code = profile.transaction_code,
        due = day(file.due_date),
        name = ascii(&profile.originator_short_name),
        routing = profile.returns_to.as_ref().map_or_else(|| "0".repeat(9), routing),
        account = profile.returns_to.as_ref().map_or("", |a| a.number.as_str()),
        number = file.creation_number,
    )
}

/// DDMMYY.
fn day(date: Date) -> String {
    format!("{:02}{:02}{:02}", date.day(), date.month(), date.year().rem_euclid(100))
}

fn routing(account: &Account) -> String {
    format!("0{}{}", account.institution, account.transit)
}

/// Capitals; the file was checked, so that nothing is left out.
fn ascii(value: &str) -> String {
    fold(value).unwrap_or_default()
}
