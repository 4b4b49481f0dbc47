//! Everything a bank would refuse a file for, found before the file exists.

use super::{Account, Deposit, Field, Mistake, PaymentFile, Problem};
use crate::bank_text::fold;
use std::collections::HashMap;

/// Where the formats differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Characters of a payee's name.
    pub payee_name: usize,
    /// Payments in one file.
    pub payments: usize,
}

/// An amount field holds ten digits.
const MAX_AMOUNT_CENTS: i64 = 9_999_999_999;

/// A total field holds fourteen.
const MAX_TOTAL_CENTS: i64 = 99_999_999_999_999;

/// Widest window found, "not more than 30 days past or 173 future" (Treasury Software). Banks have
/// narrower ones; that is theirs to say.
const DAYS_PAST: i32 = 30;
const DAYS_FUTURE: i32 = 173;

impl PaymentFile {
    /// All the problems of the file, in the order of its fields. A file without any can be written.
    pub fn check(&self, limits: Limits) -> Vec<Problem> {
        let mut found = Found::default();
        self.check_profile(&mut found);
        self.check_dates(&mut found);
        self.check_sums(limits, &mut found);
        let mut references = HashMap::new();
        for (index, payment) in self.payments.iter().enumerate() {
            found.payment = Some(index);
            check_payment(payment, limits, &mut found);
            // Two references that differ by an accent would be one in the file.
            if let Ok(reference) = fold(&payment.reference)
                && !reference.is_empty()
                && let Some(first) = references.insert(reference, index)
            {
                found.add(Field::Reference, Mistake::Duplicate { first });
            }
        }
        found.problems
    }

    /// The sum of all payments, cents. Exact: it cannot overflow.
    pub fn total_cents(&self) -> i128 {
        self.payments.iter().map(|p| i128::from(p.amount_cents)).sum()
    }

    fn check_profile(&self, found: &mut Found) {
        let profile = &self.profile;
        found.text(Field::OriginatorId, &profile.originator_id, 10);
        found.text(Field::OriginatorShortName, &profile.originator_short_name, 15);
        found.text(Field::OriginatorLongName, &profile.originator_long_name, 30);
        found.digits(Field::DataCentre, &profile.data_centre, 5, 5);
        if !(100..=999).contains(&profile.transaction_code) {
            found.add(Field::TransactionCode, Mistake::OutOfRange);
        }
        if let Some(Account { institution, transit, number }) = &profile.returns_to {
            found.digits(Field::ReturnInstitution, institution, 3, 3);
            found.digits(Field::ReturnTransit, transit, 5, 5);
            found.digits(Field::ReturnAccount, number, 1, 12);
        }
        if !(1..=9999).contains(&self.creation_number) {
            found.add(Field::CreationNumber, Mistake::OutOfRange);
        }
    }

    fn check_dates(&self, found: &mut Found) {
        // Two digits of a year: 2000 to 2099.
        let is_in_century = |year: i16| (2000..=2099).contains(&year);
        if !is_in_century(self.creation_date.year()) {
            found.add(Field::CreationDate, Mistake::OutOfRange);
        }
        let days = self.creation_date.until(self.due_date).map(|span| span.get_days());
        let is_near = days.is_ok_and(|days| (-DAYS_PAST..=DAYS_FUTURE).contains(&days));
        if !is_near || !is_in_century(self.due_date.year()) {
            found.add(Field::DueDate, Mistake::OutOfRange);
        }
    }

    fn check_sums(&self, limits: Limits, found: &mut Found) {
        if self.payments.is_empty() {
            found.add(Field::Payments, Mistake::Missing);
        }
        if self.payments.len() > limits.payments || self.total_cents() > i128::from(MAX_TOTAL_CENTS) {
            found.add(Field::Payments, Mistake::TooMany);
        }
    }
}

fn check_payment(payment: &Deposit, limits: Limits, found: &mut Found) {
    found.text(Field::PayeeName, &payment.payee_name, limits.payee_name);
    found.digits(Field::Institution, &payment.account.institution, 3, 3);
    found.digits(Field::Transit, &payment.account.transit, 5, 5);
    found.digits(Field::Account, &payment.account.number, 7, 12);
    if !(1..=MAX_AMOUNT_CENTS).contains(&payment.amount_cents) {
        found.add(Field::Amount, Mistake::OutOfRange);
    }
    found.text(Field::Reference, &payment.reference, 19);
}

/// The problems found so far, and the payment being looked at.
#[derive(Default)]
struct Found {
    problems: Vec<Problem>,
    payment: Option<usize>,
}

impl Found {
    fn add(&mut self, field: Field, mistake: Mistake) {
        self.problems.push(Problem { payment: self.payment, field, mistake });
    }

    fn text(&mut self, field: Field, text: &str, limit: usize) {
        match fold(text) {
            Err(symbol) => self.add(field, Mistake::NotAscii { symbol }),
            Ok(folded) if folded.is_empty() => self.add(field, Mistake::Missing),
            Ok(folded) if folded.len() > limit => self.add(field, Mistake::TooLong { limit, found: folded.len() }),
            Ok(_) => {}
        }
    }

    fn digits(&mut self, field: Field, text: &str, least: usize, most: usize) {
        if text.is_empty() {
            self.add(field, Mistake::Missing);
        } else if !(least..=most).contains(&text.len()) || !text.bytes().all(|b| b.is_ascii_digit()) {
            self.add(field, Mistake::WrongDigits { least, most });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payment_file::{BankProfile, Currency, Segments, Separator};
    use jiff::civil::date;

    const LIMITS: Limits = Limits { payee_name: 30, payments: 3 };

    fn good() -> PaymentFile {
        let account = Account { institution: "815".to_owned(), transit: "20001".to_owned(), number: "1234567".to_owned() };
        let deposit = |name: &str, reference: &str| Deposit {
            payee_name: name.to_owned(),
            account: account.clone(),
            amount_cents: 12_550,
            reference: reference.to_owned(),
        };
        PaymentFile {
            profile: BankProfile {
                originator_id: "0000012345".to_owned(),
                originator_short_name: "PCN Portneuf".to_owned(),
                originator_long_name: "Coupons nourriciers, Portneuf".to_owned(),
                data_centre: "81510".to_owned(),
                transaction_code: 460,
                returns_to: None,
                segments_per_record: Segments::One,
                record_separator: Separator::CrLf,
                final_separator: false,
                currency: Currency::Cad,
                first_creation_number: None,
            },
            creation_number: 12,
            creation_date: date(2026, 7, 20),
            due_date: date(2026, 7, 22),
            payments: vec![deposit("Ferme de l'Œuf", "pay_1"), deposit("La Ruchée", "pay_2")],
        }
    }

    fn keys(file: &PaymentFile) -> Vec<String> {
        file.check(LIMITS).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_good_file_has_no_problem() {
        assert_eq!(keys(&good()), [""; 0]);
    }

    #[test]
    fn every_problem_is_found_at_once_and_named() {
        let mut file = good();
        file.profile.originator_id = "12345678901".to_owned();
        file.profile.data_centre = "815".to_owned();
        file.profile.transaction_code = 46;
        file.profile.returns_to =
            Some(Account { institution: "815".to_owned(), transit: "2-001".to_owned(), number: String::new() });
        file.creation_number = 0;
        file.due_date = date(2027, 7, 20);
        file.payments[0].payee_name = "ᐊᓂᔑᓈᐯ".to_owned();
        file.payments[0].account.number = "123-4567".to_owned();
        file.payments[1].payee_name = " ".to_owned();
        file.payments[1].amount_cents = 0;
        file.payments[1].reference = "PÀY_1".to_owned();
        let expected = [
            "originator_id: too_long",
            "data_centre: wrong_digits",
            "transaction_code: out_of_range",
            "return_transit: wrong_digits",
            "return_account: missing",
            "creation_number: out_of_range",
            "due_date: out_of_range",
            "payment 1: payee_name: not_ascii",
            "payment 1: account: wrong_digits",
            "payment 2: payee_name: missing",
            "payment 2: amount: out_of_range",
            "payment 2: reference: duplicate",
        ];
        assert_eq!(keys(&file), expected);
    }

    #[test]
    fn sums_fit_their_fields() {
        let mut file = good();
        file.payments.clear();
        assert_eq!(keys(&file), ["payments: missing"]);
        let mut file = good();
        file.payments = vec![file.payments[0].clone(); 4];
        for (index, payment) in file.payments.iter_mut().enumerate() {
            payment.reference = index.to_string();
        }
        assert_eq!(keys(&file), ["payments: too_many"]);
        file.payments.truncate(1);
        file.payments[0].amount_cents = MAX_AMOUNT_CENTS;
        assert_eq!(keys(&file), [""; 0]);
        file.payments[0].amount_cents += 1;
        assert_eq!(keys(&file), ["payment 1: amount: out_of_range"]);
    }

    #[test]
    fn œ_makes_a_name_longer() {
        let mut file = good();
        file.payments[0].payee_name = "Œ".repeat(16);
        let problems = file.check(LIMITS);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].mistake, Mistake::TooLong { limit: 30, found: 32 });
    }

    #[test]
    fn no_account_number_is_ever_printed() {
        assert!(!format!("{:?}", good()).contains("1234567"));
    }
}
