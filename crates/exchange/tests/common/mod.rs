//! Random payment files for the bank formats.

use exchange::payment_file::{Account, BankProfile, Currency, Deposit, PaymentFile, Segments, Separator};
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

pub fn account() -> impl Strategy<Value = Account> {
    ("[0-9]{3}", "[0-9]{5}", "[0-9]{7,12}").prop_map(|(institution, transit, number)| Account { institution, transit, number })
}

/// A name of at most `length` characters once in ASCII, with the accents of French.
pub fn name(length: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select("abcZ é È ç Ô ï ' ’ - & . 7".chars().collect::<Vec<_>>()), 1..length)
        .prop_map(|symbols| format!("Œ{}", symbols.into_iter().collect::<String>().trim()))
        .prop_map(
            move |name| if exchange::bank_text::fold(&name).is_ok_and(|n| n.len() > length) { "Œuf".to_owned() } else { name },
        )
}

fn profile() -> impl Strategy<Value = BankProfile> {
    let texts = ("[0-9A-Z]{1,10}", name(15), name(30), "[0-9]{5}");
    let choices = (account(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), 100u16..999);
    (texts, choices).prop_map(|((originator_id, short, long, data_centre), (returns_to, six, lf, last, usd, code))| BankProfile {
        originator_id,
        originator_short_name: short,
        originator_long_name: long,
        data_centre,
        transaction_code: code,
        returns_to: Some(returns_to),
        segments_per_record: if six { Segments::Six } else { Segments::One },
        record_separator: if lf { Separator::Lf } else { Separator::CrLf },
        final_separator: last,
        currency: if usd { Currency::Usd } else { Currency::Cad },
        first_creation_number: None,
    })
}

/// A file without problems, whose names have at most `length` characters.
pub fn payment_file(length: usize) -> impl Strategy<Value = PaymentFile> {
    let deposit = (name(length), account(), 1i64..100_000_000);
    let dates = (0i64..20_000, -30i64..=173);
    (profile(), 1u16..=9999, dates, prop::collection::vec(deposit, 1..20)).prop_map(|(profile, number, (day, delay), drawn)| {
        let creation_date = date(2026, 1, 31).checked_add(day.days()).expect("this century");
        let payments = (1..).zip(drawn).map(|(at, (payee_name, account, amount_cents))| Deposit {
            payee_name,
            account,
            amount_cents,
            reference: format!("PAY-{number}-{at}"),
        });
        PaymentFile {
            profile,
            creation_number: number,
            creation_date,
            due_date: creation_date.checked_add(delay.days()).expect("this century"),
            payments: payments.collect(),
        }
    })
}
