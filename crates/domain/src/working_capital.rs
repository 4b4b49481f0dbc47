//! What must be in the bank on which day: what is to be paid, what is expected, and the day on which it runs short.

use crate::ids::FundId;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Why money moves.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Why {
    /// Payments that were sent: they may leave the bank at any hour.
    Sent,
    /// Payments of a run that is not sent yet.
    Claimed,
    /// Owed to merchants, and in no run.
    Owed,
    /// What merchants will be owed for the coupons of the week that begins this Monday.
    Week(Date),
    /// A part of what a funder promised.
    Instalment(FundId),
}

impl Why {
    /// Whether the money comes in.
    pub const fn comes_in(self) -> bool {
        matches!(self, Self::Instalment(_))
    }

    /// The stable name used in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Claimed => "claimed",
            Self::Owed => "owed",
            Self::Week(_) => "week",
            Self::Instalment(_) => "instalment",
        }
    }
}

/// Money that will move, cents.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Expected {
    /// The day.
    pub on: Date,
    /// Why.
    pub why: Why,
    /// How much, never below zero.
    pub cents: i64,
}

/// A day on which money moves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Day {
    /// The day.
    pub on: Date,
    /// What moves.
    pub moves: Vec<Expected>,
    /// What leaves.
    pub out_cents: i64,
    /// What comes in; it is counted on from the next day only, because a deposit may come in the evening.
    pub in_cents: i64,
    /// What must be there in the morning so that neither that day nor any later one runs short.
    pub needed_cents: i64,
    /// What is left in the evening; below zero, what is missing.
    pub left_cents: i64,
}

/// The days to come.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// In order.
    pub days: Vec<Day>,
    /// The first day on which there is not enough to pay what leaves.
    pub short_on: Option<Date>,
    /// What must be added today so that no day runs short.
    pub missing_cents: i64,
}

/// Puts what will move in the order of its days, from what is in the bank.
pub fn plan(bank_cents: i64, expected: &[Expected]) -> Plan {
    let mut by_day: BTreeMap<Date, Vec<Expected>> = BTreeMap::new();
    for one in expected.iter().filter(|one| one.cents > 0) {
        by_day.entry(one.on).or_default().push(*one);
    }
    let sum = |moves: &[Expected], comes_in: bool| -> i64 {
        moves.iter().filter(|one| one.why.comes_in() == comes_in).map(|one| one.cents).sum()
    };
    let mut plan = Plan::default();
    let mut left = bank_cents;
    for (on, mut moves) in by_day {
        moves.sort_by_key(|one| one.why);
        let (out_cents, in_cents) = (sum(&moves, false), sum(&moves, true));
        if left < out_cents && plan.short_on.is_none() {
            plan.short_on = Some(on);
        }
        left += in_cents - out_cents;
        plan.days.push(Day { on, moves, out_cents, in_cents, needed_cents: 0, left_cents: left });
    }
    let mut later = 0;
    for day in plan.days.iter_mut().rev() {
        day.needed_cents = day.out_cents + (later - day.in_cents).max(0);
        later = day.needed_cents;
    }
    plan.missing_cents = (later - bank_cents).max(0);
    plan
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn day(n: i32) -> Date {
        date(2026, 7, 1).checked_add(n.days()).expect("a day")
    }

    #[test]
    fn a_deposit_pays_from_the_next_day_on() {
        let of = |n, why, cents| Expected { on: day(n), why, cents };
        let told = plan(100, &[of(3, Why::Instalment(FundId(1)), 500), of(3, Why::Owed, 300), of(4, Why::Week(day(0)), 200)]);
        assert_eq!(told.short_on, Some(day(3)));
        assert_eq!(told.days.iter().map(|d| d.needed_cents).collect::<Vec<_>>(), [300, 200]);
        assert_eq!(told.days.iter().map(|d| d.left_cents).collect::<Vec<_>>(), [300, 100]);
        assert_eq!(told.missing_cents, 200);
        assert_eq!(plan(0, &[]), Plan::default());
    }

    fn moves() -> impl Strategy<Value = Vec<Expected>> {
        let one = (0i32..20, 0i64..50_000, 0u32..5).prop_map(|(n, cents, kind)| {
            let why = [Why::Sent, Why::Claimed, Why::Owed, Why::Week(day(0)), Why::Instalment(FundId(1))][kind as usize];
            Expected { on: day(n), why, cents }
        });
        prop::collection::vec(one, 0..30)
    }

    proptest! {
        /// What is missing is exactly enough: with it no day runs short, with one cent less one does.
        #[test]
        fn what_is_missing_is_exact(moves in moves(), bank in 0i64..200_000) {
            let told = plan(bank, &moves);
            prop_assert_eq!(told.short_on.is_none(), told.missing_cents == 0);
            let more = plan(bank + told.missing_cents, &moves);
            prop_assert_eq!((more.short_on, more.missing_cents), (None, 0));
            if told.missing_cents > 0 {
                prop_assert!(plan(bank + told.missing_cents - 1, &moves).short_on.is_some());
            }
        }

        /// Nothing is lost on the way, whatever the order in which it was told.
        #[test]
        fn what_moves_is_what_was_told(mut moves in moves(), bank in 0i64..200_000) {
            let told = plan(bank, &moves);
            let sum = |comes_in: bool| moves.iter().filter(|m| m.why.comes_in() == comes_in).map(|m| m.cents).sum::<i64>();
            prop_assert_eq!(told.days.iter().map(|d| d.out_cents).sum::<i64>(), sum(false));
            prop_assert_eq!(told.days.iter().map(|d| d.in_cents).sum::<i64>(), sum(true));
            prop_assert_eq!(told.days.last().map_or(bank, |d| d.left_cents), bank + sum(true) - sum(false));
            moves.reverse();
            let turned = plan(bank, &moves);
            let totals = |plan: &Plan| plan.days.iter().map(|d| (d.on, d.out_cents, d.in_cents, d.needed_cents)).collect::<Vec<_>>();
            prop_assert_eq!(totals(&turned), totals(&told));
        }
    }
}
