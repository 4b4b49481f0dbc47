//! Official receipts for gifts of money: only where the organisation may issue them, one that counts for each gift, each
//! with a number of its own that is never used again. Who gave is not in the log; its digest is.
//!
//! Source: Income Tax Regulations (Canada), 3501. À valider by the organisation's accountant.

use crate::command::Outcome;
use crate::ids::{Actor, ProgrammeId};
use crate::refusal::Refusal;
use crate::world::{Step, World};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Most signs of a line.
const LONGEST_TEXT: usize = 300;

/// The organisation that may issue receipts, as it is registered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Charity {
    /// Its registered name.
    pub name: String,
    /// Its registered address.
    pub address: String,
    /// Its registration number: nine digits, RR, four digits.
    pub number: String,
    /// Where receipts are issued: a municipality.
    pub place: String,
    /// Whoever may sign.
    pub signed_by: String,
}

impl Charity {
    /// Whether all of it is there, and its number can be one.
    pub fn check(&self) -> Result<(), Refusal> {
        let fields = [("name", &self.name), ("address", &self.address), ("place", &self.place), ("signed_by", &self.signed_by)];
        let wrong = |rule: &str, written: &str| Refusal::BadRule { rule: rule.to_owned(), written: written.to_owned() };
        if let Some((field, written)) = fields.into_iter().find(|(_, text)| text.trim().is_empty() || is_long(text)) {
            return Err(wrong(field, written));
        }
        if is_registration(&self.number) { Ok(()) } else { Err(wrong("number", &self.number)) }
    }
}

fn is_long(text: &str) -> bool {
    text.chars().count() > LONGEST_TEXT
}

/// Whether a text can be a charity's registration number: a business number, which ends with a check digit (Luhn), RR and
/// four digits.
pub fn is_registration(number: &str) -> bool {
    let Some((business, account)) = number.split_once("RR") else { return false };
    let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(business, 9) || !digits(account, 4) {
        return false;
    }
    let sum: u32 = business
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte - b'0') * if place % 2 == 1 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

/// What is written on a receipt besides the gift.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct IssueReceipt {
    /// The command that recorded the gift.
    pub gift: i64,
    /// What the donor received in return, cents.
    #[serde(default)]
    pub advantage_cents: i64,
    /// What that is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub advantage: String,
    /// Digest of the donor's name and address, under the programme's secret.
    pub donor_digest: String,
    /// Why the receipt that counts is replaced; empty when there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub replaces_because: String,
}

/// A receipt.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DonationReceipt {
    /// The command that issued it.
    pub seq: i64,
    /// The command that recorded the gift.
    pub gift: i64,
    /// The year in which it was issued.
    pub year: i16,
    /// From 1 in each year.
    pub number: u32,
    /// Who issued it, as it was then.
    pub charity: Charity,
    /// What was received, cents.
    pub amount_cents: i64,
    /// What the donor received in return, cents.
    pub advantage_cents: i64,
    /// What that is.
    pub advantage: String,
    /// The day the gift was received.
    pub received_on: Date,
    /// The day it was issued.
    pub issued_on: Date,
    /// Digest of the donor's name and address.
    pub donor_digest: String,
    /// The number of the cancelled receipt that it replaces.
    pub replaces: Option<String>,
    /// Who issued it.
    pub issued_by: Actor,
    /// Why it no longer counts.
    pub cancelled: Option<String>,
}

impl DonationReceipt {
    /// What may be claimed, cents.
    pub const fn eligible_cents(&self) -> i64 {
        self.amount_cents - self.advantage_cents
    }

    /// Its serial number: the programme's, the year, and its own.
    pub fn serial(&self, programme: ProgrammeId) -> String {
        format!("{}-{}-{:04}", programme.0, self.year, self.number)
    }
}

/// Issues a receipt for a gift. One that counts already is cancelled by the same act, with the reason.
pub(crate) fn issue<W: World>(world: &mut W, asked: &IssueReceipt, issued_by: Actor, issued_on: Date) -> Step<Outcome, W> {
    let programme = world.book().identity.id;
    let charity = world.book().identity.receipts.clone().ok_or(Refusal::NoReceipts)?;
    if is_long(&asked.advantage) || is_long(&asked.replaces_because) {
        return Err(Refusal::TooLongText { limit: LONGEST_TEXT as u64 }.into());
    }
    let gift = world.gift(asked.gift)?.ok_or(Refusal::NotFound)?;
    let amount_cents = gift.amount.minor;
    if !(0..amount_cents).contains(&asked.advantage_cents) {
        return Err(Refusal::WrongAmount { asked: asked.advantage_cents, least: 0, most: amount_cents - 1 }.into());
    }
    if asked.advantage_cents > 0 && asked.advantage.trim().is_empty() {
        return Err(Refusal::ReasonNeeded.into());
    }
    let all = world.donation_receipts()?;
    let mut before = all.iter().rfind(|receipt| receipt.gift == asked.gift).cloned();
    if let Some(live) = before.as_mut().filter(|receipt| receipt.cancelled.is_none()) {
        if asked.replaces_because.trim().is_empty() {
            return Err(Refusal::ReceiptIssued { number: live.serial(programme) }.into());
        }
        live.cancelled = Some(asked.replaces_because.trim().to_owned());
        world.write_donation_receipt(live)?;
    }
    let year = issued_on.year();
    let number = all.iter().filter(|receipt| receipt.year == year).map(|receipt| receipt.number).max().unwrap_or(0) + 1;
    let receipt = DonationReceipt {
        seq: world.seq(),
        gift: asked.gift,
        year,
        number,
        charity,
        amount_cents,
        advantage_cents: asked.advantage_cents,
        advantage: asked.advantage.trim().to_owned(),
        received_on: gift.on,
        issued_on,
        donor_digest: asked.donor_digest.clone(),
        replaces: before.map(|receipt| receipt.serial(programme)),
        issued_by,
        cancelled: None,
    };
    world.write_donation_receipt(&receipt)?;
    Ok(Outcome::Done)
}

/// Cancels a receipt: its number is never used again.
pub(crate) fn cancel<W: World>(world: &mut W, seq: i64, reason: &str) -> Step<Outcome, W> {
    if is_long(reason) {
        return Err(Refusal::TooLongText { limit: LONGEST_TEXT as u64 }.into());
    }
    let receipt = world.donation_receipts()?.into_iter().find(|receipt| receipt.seq == seq).ok_or(Refusal::NotFound)?;
    if receipt.cancelled.is_some() {
        return Err(Refusal::WrongStep { state: "cancelled".to_owned() }.into());
    }
    world.write_donation_receipt(&DonationReceipt { cancelled: Some(reason.trim().to_owned()), ..receipt })?;
    Ok(Outcome::Done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_registration_number_has_its_check_digit() {
        for good in ["123456782RR0001", "700000011RR0001", "000000000RR9999"] {
            assert!(is_registration(good), "{good}");
        }
        for bad in
            ["", "123456789RR0001", "123456782RT0001", "123456782RR001", "12345678RR0001", "123456782 RR0001", "１23456782RR0001"]
        {
            assert!(!is_registration(bad), "{bad}");
        }
    }

    proptest! {
        /// One wrong digit is always seen.
        #[test]
        fn one_wrong_digit_is_seen(place in 0usize..9, other in b'0'..=b'9') {
            let mut text = *b"123456782RR0001";
            prop_assume!(text[place] != other);
            text[place] = other;
            prop_assert!(!is_registration(std::str::from_utf8(&text).expect("digits")));
        }
    }
}
