//! How often merchants are paid, as the territory decided, and the day on which the next run is due. Nothing is refused
//! on another day: the day is said to those who prepare runs and to those who wait for them.

use crate::business_day::{after, is_business_day};
use crate::programme::Season;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How often a run is prepared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentEvery {
    /// No day is decided: whoever pays prepares a run when there is something to pay.
    #[default]
    AsWished,
    /// Each week.
    Week,
    /// Every second week.
    TwoWeeks,
    /// At the beginning of each month.
    Month,
    /// Once, after the last day to claim.
    SeasonEnd,
}

impl PaymentEvery {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::AsWished, Self::Week, Self::TwoWeeks, Self::Month, Self::SeasonEnd];

    /// The stable name, used in files and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AsWished => "as_wished",
            Self::Week => "week",
            Self::TwoWeeks => "two_weeks",
            Self::Month => "month",
            Self::SeasonEnd => "season_end",
        }
    }

    /// Whether no day is decided. An older programme said nothing, and its book must say the same bytes.
    pub fn is_as_wished(&self) -> bool {
        *self == Self::AsWished
    }

    /// The day on which the next run is due, when a day is decided: a day on which banks work. `last` is the day of the
    /// last run, if there was one. What is left when the season's claims end does not wait for another turn.
    pub fn next(self, season: &Season, last: Option<Date>) -> Option<Date> {
        let from = last.unwrap_or(season.starts_on);
        let closing = season.last_claim_on.saturating_add(1.day());
        let turn = match self {
            Self::Week => from.saturating_add(7.days()),
            Self::TwoWeeks => from.saturating_add(14.days()),
            Self::Month => from.first_of_month().saturating_add(1.month()),
            Self::SeasonEnd if from < closing => closing,
            Self::AsWished | Self::SeasonEnd => return None,
        };
        let due = if from < closing { turn.min(closing) } else { turn };
        Some(if is_business_day(due) { due } else { after(due, 1) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn season() -> Season {
        Season { starts_on: date(2025, 6, 23), ends_on: date(2025, 10, 11), last_claim_on: date(2025, 11, 1) }
    }

    #[test]
    fn a_turn_falls_on_a_day_on_which_banks_work() {
        let next = |every: PaymentEvery, last: Option<Date>| every.next(&season(), last);
        assert_eq!(next(PaymentEvery::AsWished, None), None);
        assert_eq!(next(PaymentEvery::Week, None), Some(date(2025, 6, 30)));
        // Canada Day is a Tuesday, and the first of the month.
        assert_eq!(next(PaymentEvery::Month, None), Some(date(2025, 7, 2)));
        assert_eq!(next(PaymentEvery::TwoWeeks, Some(date(2025, 7, 16))), Some(date(2025, 7, 30)));
        // The first Saturday of August waits for Monday.
        assert_eq!(next(PaymentEvery::Week, Some(date(2025, 7, 26))), Some(date(2025, 8, 4)));
        // Claims end on a Saturday: what is left is paid on the Monday, whatever the turn.
        for every in [PaymentEvery::Month, PaymentEvery::TwoWeeks, PaymentEvery::SeasonEnd] {
            assert_eq!(next(every, Some(date(2025, 10, 31))), Some(date(2025, 11, 3)), "{every:?}");
        }
        assert_eq!(next(PaymentEvery::SeasonEnd, Some(date(2025, 11, 3))), None);
    }

    proptest! {
        /// A turn comes after the last, soon enough, and a later run never brings it forward.
        #[test]
        fn turns_come_one_after_the_other(days in 0_i64..200, more in 0_i64..60) {
            let season = season();
            let last = season.starts_on.saturating_add(days.days());
            for every in PaymentEvery::ALL {
                let Some(due) = every.next(&season, Some(last)) else { continue };
                prop_assert!(due > last && is_business_day(due));
                let most = match every {
                    PaymentEvery::AsWished => 0,
                    PaymentEvery::Week => 7,
                    PaymentEvery::TwoWeeks => 14,
                    PaymentEvery::Month => 31,
                    PaymentEvery::SeasonEnd => 200,
                };
                // A long weekend is four days.
                prop_assert!((due - last).get_days() <= most + 4, "{every:?} {last} {due}");
                if let Some(later) = every.next(&season, Some(last.saturating_add(more.days()))) {
                    prop_assert!(later >= due, "{every:?} {last} {more}");
                }
            }
        }
    }
}
