//! What the bank says, beside what we sent: each movement finds its payments, or is an exception that a person looks at.
//! Nothing is changed here, and nothing is guessed twice: a payment answers one movement of a file.

use crate::ids::{PaymentId, RunId};
use crate::programme::PaymentMethod;
use crate::settlement::PaymentState;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Which way money went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// A payment that was not delivered.
    Returned,
    /// Out of the account.
    Out,
    /// Into it.
    In,
}

/// One movement that the bank tells of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Movement<'a> {
    /// Which way.
    pub way: Way,
    /// How much; none when the bank does not repeat it.
    pub cents: Option<i64>,
    /// Its day.
    pub on: Option<Date>,
    /// Our reference, or a cheque's number.
    pub reference: &'a str,
    /// The bank's own words.
    pub words: &'a str,
}

/// A payment that was sent, in dollars.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paid {
    /// Its number.
    pub payment: PaymentId,
    /// Its run.
    pub run: RunId,
    /// How much.
    pub cents: i64,
    /// How.
    pub method: PaymentMethod,
    /// Where it is.
    pub state: PaymentState,
    /// The number of its cheque or of its confirmation.
    pub reference: String,
    /// The day its run was prepared: nothing left before.
    pub since: Date,
}

/// What a movement is for us.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finding {
    /// It came back.
    Return(PaymentId),
    /// It was paid; `named` when the bank repeats our reference, otherwise only the amount says so.
    Confirm {
        /// Which: several for one file of deposits.
        payments: Vec<PaymentId>,
        /// The reference is there.
        named: bool,
    },
    /// What is already written down.
    Known(Vec<PaymentId>),
    /// Money that was written down when it was received.
    Received,
    /// The payment that it names has another amount.
    OtherAmount(PaymentId),
    /// Several payments have this amount: a person says which.
    Several(Vec<PaymentId>),
    /// Nothing of ours.
    Unknown,
}

impl Finding {
    /// The stable name in message keys.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Return(_) => "return",
            Self::Confirm { named: true, .. } => "confirm",
            Self::Confirm { named: false, .. } => "likely",
            Self::Known(_) => "known",
            Self::Received => "received",
            Self::OtherAmount(_) => "other-amount",
            Self::Several(_) => "several",
            Self::Unknown => "unknown",
        }
    }

    /// The stable names, for the words.
    pub const KEYS: [&'static str; 8] =
        ["return", "confirm", "likely", "known", "received", "other-amount", "several", "unknown"];

    /// The payments it is about.
    pub fn payments(&self) -> &[PaymentId] {
        match self {
            Self::Confirm { payments, .. } | Self::Known(payments) | Self::Several(payments) => payments,
            Self::Return(payment) | Self::OtherAmount(payment) => std::slice::from_ref(payment),
            Self::Received | Self::Unknown => &[],
        }
    }

    /// Whether there is something to write down.
    pub const fn is_deed(&self) -> bool {
        matches!(self, Self::Return(_) | Self::Confirm { .. })
    }
}

/// Finds every movement, in order. `received` is the money that was written down, by day and amount.
pub fn find(movements: &[Movement<'_>], paid: &[Paid], received: &[(Date, i64)]) -> Vec<Finding> {
    let mut search = Search { paid, received: received.to_vec(), used: BTreeSet::new() };
    // Those that are named first, so that an amount alone never takes what another names.
    let mut found: Vec<Option<Finding>> = movements.iter().map(|movement| search.named(movement)).collect();
    for (slot, movement) in found.iter_mut().zip(movements) {
        if slot.is_none() {
            *slot = Some(search.by_amount(movement));
        }
    }
    found.into_iter().map(|finding| finding.unwrap_or(Finding::Unknown)).collect()
}

struct Search<'a> {
    paid: &'a [Paid],
    received: Vec<(Date, i64)>,
    used: BTreeSet<PaymentId>,
}

impl Search<'_> {
    /// What a movement that repeats our reference, or a cheque's number, is.
    fn named(&mut self, movement: &Movement<'_>) -> Option<Finding> {
        let mut by_reference = references(movement.reference).into_iter().chain(references(movement.words));
        let of = |(run, payment): (u32, u32)| self.paid.iter().find(|p| p.run.0 == run && p.payment.0 == payment);
        let cheque = movement.reference.trim().trim_start_matches('0');
        let by_cheque = |p: &&Paid| {
            p.method == PaymentMethod::Cheque && !cheque.is_empty() && p.reference.trim().trim_start_matches('0') == cheque
        };
        let paid = by_reference.find_map(of).or_else(|| {
            let is_out = movement.way == Way::Out;
            self.paid.iter().filter(|_| is_out).find(by_cheque)
        })?;
        if self.used.contains(&paid.payment) && movement.way != Way::Returned {
            return None;
        }
        if movement.cents.is_some_and(|cents| cents != paid.cents) {
            return Some(Finding::OtherAmount(paid.payment));
        }
        let payment = paid.payment;
        let finding = match (movement.way, paid.state) {
            (Way::Out, PaymentState::Sent) => Finding::Confirm { payments: vec![payment], named: true },
            (Way::Returned | Way::In, PaymentState::Sent | PaymentState::Confirmed) => Finding::Return(payment),
            (Way::Out, PaymentState::Confirmed) | (_, PaymentState::Returned) => Finding::Known(vec![payment]),
            _ => Finding::Unknown,
        };
        self.used.insert(payment);
        Some(finding)
    }

    /// What an amount alone says.
    fn by_amount(&mut self, movement: &Movement<'_>) -> Finding {
        let Some(cents) = movement.cents else { return Finding::Unknown };
        match movement.way {
            Way::Returned => Finding::Unknown,
            Way::In => {
                // People write money down some days before or after.
                let near = |day: Date| movement.on.is_none_or(|on| day.until(on).is_ok_and(|span| span.get_days().abs() <= 10));
                match self.received.iter().position(|(day, minor)| *minor == cents && near(*day)) {
                    Some(at) => {
                        self.received.remove(at);
                        Finding::Received
                    }
                    None => Finding::Unknown,
                }
            }
            Way::Out => self.out(cents, movement.on),
        }
    }

    fn out(&mut self, cents: i64, on: Option<Date>) -> Finding {
        for state in [PaymentState::Sent, PaymentState::Confirmed] {
            let fits = |p: &&Paid| p.state == state && !self.used.contains(&p.payment) && on.is_none_or(|on| p.since <= on);
            let alone: Vec<PaymentId> = self.paid.iter().filter(fits).filter(|p| p.cents == cents).map(|p| p.payment).collect();
            let found = match alone.as_slice() {
                [_] => alone,
                [] => self.file_of(cents, fits),
                // Several that are already confirmed hide nothing: one of them is as good as another.
                [first, ..] if state == PaymentState::Confirmed => vec![*first],
                _ => return Finding::Several(alone),
            };
            if found.is_empty() {
                continue;
            }
            self.used.extend(&found);
            return if state == PaymentState::Sent {
                Finding::Confirm { payments: found, named: false }
            } else {
                Finding::Known(found)
            };
        }
        Finding::Unknown
    }

    /// The deposits of one run, when the bank takes their sum at once.
    fn file_of(&self, cents: i64, fits: impl Fn(&&Paid) -> bool) -> Vec<PaymentId> {
        let runs: BTreeSet<RunId> = self.paid.iter().map(|p| p.run).collect();
        for run in runs {
            let deposits: Vec<&Paid> =
                self.paid.iter().filter(|p| p.run == run && p.method == PaymentMethod::Deposit).filter(&fits).collect();
            if deposits.iter().map(|p| i128::from(p.cents)).sum::<i128>() == i128::from(cents) {
                return deposits.iter().map(|p| p.payment).collect();
            }
        }
        Vec::new()
    }
}

/// Our references in a text: `R12P7` in a file of deposits, `R12-7` on lists and statements; run and payment.
fn references(text: &str) -> Vec<(u32, u32)> {
    let text = text.to_ascii_uppercase();
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    words
        .filter_map(|word| {
            let (run, payment) = word.strip_prefix('R')?.split_once(['P', '-'])?;
            Some((run.parse().ok()?, payment.parse().ok()?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn paid(payment: u32, cents: i64, method: PaymentMethod, state: PaymentState) -> Paid {
        let reference = if method == PaymentMethod::Cheque { format!("{}", 100 + payment) } else { String::new() };
        Paid { payment: PaymentId(payment), run: RunId(1), cents, method, state, reference, since: date(2026, 7, 14) }
    }

    fn out(cents: i64, reference: &'static str) -> Movement<'static> {
        Movement { way: Way::Out, cents: Some(cents), on: Some(date(2026, 7, 16)), reference, words: "" }
    }

    #[test]
    fn our_references_are_found_in_the_bank_s_words() {
        assert_eq!(references("VIR r12-7 FERME"), [(12, 7)]);
        assert_eq!(references("R1P2"), [(1, 2)]);
        for text in ["R1", "RP2", "XR1P2", "R1P2X", "R-2", "R1P99999999999"] {
            assert!(references(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn each_movement_finds_its_payment_once() {
        use PaymentMethod::{Cheque, Deposit, Transfer};
        use PaymentState::{Confirmed, Returned, Sent};
        let known = [
            paid(1, 500, Transfer, Sent),
            paid(2, 500, Transfer, Sent),
            paid(3, 700, Deposit, Sent),
            paid(4, 800, Deposit, Sent),
            paid(5, 900, Cheque, Confirmed),
            paid(6, 950, Transfer, Returned),
        ];
        let seen = [
            out(500, "R1-2"),
            out(500, ""),
            out(500, ""),
            out(1500, ""),
            out(900, "0105"),
            out(901, "105"),
            Movement { way: Way::Returned, cents: Some(950), on: None, reference: "R1P6", words: "" },
            Movement { way: Way::In, cents: Some(9), on: Some(date(2026, 7, 1)), reference: "", words: "" },
            out(4, ""),
        ];
        let found = find(&seen, &known, &[(date(2026, 7, 5), 9)]);
        let likely =
            |payments: &[u32]| Finding::Confirm { payments: payments.iter().map(|p| PaymentId(*p)).collect(), named: false };
        let expected = [
            Finding::Confirm { payments: vec![PaymentId(2)], named: true },
            likely(&[1]),
            Finding::Unknown,
            likely(&[3, 4]),
            Finding::Known(vec![PaymentId(5)]),
            Finding::Unknown,
            Finding::Known(vec![PaymentId(6)]),
            Finding::Received,
            Finding::Unknown,
        ];
        assert_eq!(found, expected);
        // Two of one amount and nothing that names them; one that is named, of another amount.
        assert_eq!(find(&[out(500, "")], &known, &[]), [Finding::Several(vec![PaymentId(1), PaymentId(2)])]);
        assert_eq!(find(&[out(501, "R1-1")], &known, &[]), [Finding::OtherAmount(PaymentId(1))]);
        let returned = Movement { way: Way::Returned, cents: None, on: None, reference: "R1P3", words: "" };
        assert_eq!(find(&[returned], &known, &[]), [Finding::Return(PaymentId(3))]);
        // Nothing left before its run.
        let early = Movement { on: Some(date(2026, 7, 13)), ..out(700, "") };
        assert_eq!(find(&[early], &known, &[]), [Finding::Unknown]);
    }

    proptest! {
        /// No payment is confirmed or returned twice by one file, and what is confirmed adds up to what left.
        #[test]
        fn sums_agree(cents in prop::collection::vec(1i64..9, 1..12), seen in prop::collection::vec((1i64..30, any::<bool>(), 1u32..12), 0..12)) {
            let known: Vec<Paid> = (1..).zip(&cents).map(|(at, cents)| paid(at, *cents, if at % 2 == 0 { PaymentMethod::Deposit } else { PaymentMethod::Transfer }, PaymentState::Sent)).collect();
            let references: Vec<String> = seen.iter().map(|(_, named, at)| if *named { format!("R1-{at}") } else { String::new() }).collect();
            let movements: Vec<Movement<'_>> = seen.iter().zip(&references).map(|((cents, ..), reference)| Movement { way: Way::Out, cents: Some(*cents), on: None, reference, words: "" }).collect();
            let mut used = BTreeSet::new();
            for (movement, finding) in movements.iter().zip(find(&movements, &known, &[])) {
                if let Finding::Confirm { payments, .. } = finding {
                    let sum: i64 = payments.iter().filter_map(|p| known.iter().find(|k| k.payment == *p)).map(|k| k.cents).sum();
                    prop_assert_eq!(Some(sum), movement.cents);
                    prop_assert!(payments.iter().all(|p| used.insert(*p)));
                }
            }
        }
    }
}
