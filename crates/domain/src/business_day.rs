//! Business days in Québec: the days on which an office pays and a bank moves money. Weekends and these holidays are
//! none:
//!
//! * Québec: *Loi sur les normes du travail*, art. 60 (1 January, Good Friday, the Monday before 25 May, 1 July, Labour
//!   Day, Thanksgiving, 25 December), and *Loi sur la fête nationale*, art. 2 (24 June);
//! * banks: *Canada Labour Code*, s. 166 (the same without 24 June, and 30 September, 11 November, 26 December).
//!
//! One that falls on a weekend is observed on the next weekday that is no holiday itself.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Easter Sunday, by the Gregorian rule (Meeus, *Astronomical Algorithms*, ch. 8).
#[expect(clippy::many_single_char_names, reason = "the letters of the rule as it is printed")]
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// A year's holidays as they are observed, without those of the weekends they fall on.
fn holidays(year: i16) -> Vec<Date> {
    let monday = |nth, month| date(year, month, 1).nth_weekday_of_month(nth, Weekday::Monday).ok();
    let patriots = date(year, 5, 25).checked_sub(1.day()).ok().map(|day| {
        let back = i64::from(day.weekday().since(Weekday::Monday));
        day.checked_sub(back.days()).unwrap_or(day)
    });
    let named = [
        Some(date(year, 1, 1)),
        easter(year).and_then(|sunday| sunday.checked_sub(2.days()).ok()),
        patriots,
        Some(date(year, 6, 24)),
        Some(date(year, 7, 1)),
        monday(1, 9),
        Some(date(year, 9, 30)),
        monday(2, 10),
        Some(date(year, 11, 11)),
        Some(date(year, 12, 25)),
        Some(date(year, 12, 26)),
    ];
    let (weekends, mut observed): (Vec<Date>, Vec<Date>) = named.into_iter().flatten().partition(|day| is_weekend(*day));
    for holiday in weekends {
        let mut day = holiday;
        while is_weekend(day) || observed.contains(&day) {
            let Ok(next) = day.tomorrow() else { break };
            day = next;
        }
        observed.push(day);
    }
    observed
}

/// Whether offices and banks work.
pub fn is_business_day(day: Date) -> bool {
    !is_weekend(day) && !holidays(day.year()).contains(&day)
}

/// Business days after a day, up to and with another; none when it comes before.
pub fn between(from: Date, until: Date) -> u64 {
    let mut count = 0;
    let mut day = from;
    while day < until {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        count += u64::from(is_business_day(day));
    }
    count
}

/// The day that comes so many business days after another; that day itself for none.
pub fn after(from: Date, days: u64) -> Date {
    let mut day = from;
    let mut left = days;
    while left > 0 {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        left -= u64::from(is_business_day(day));
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_is_the_other_side_of_between() {
        let friday = date(2025, 8, 29);
        // Labour Day is between.
        assert_eq!(after(friday, 2), date(2025, 9, 3));
        assert_eq!(after(friday, 0), friday);
        for days in 1..40 {
            assert_eq!(between(friday, after(friday, days)), days);
        }
    }

    #[test]
    fn easter_is_where_it_was() {
        for (year, month, day) in [(2000, 4, 23), (2008, 3, 23), (2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5)] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn known_days() {
        for closed in [
            date(2025, 1, 1),
            date(2025, 4, 18),
            date(2025, 5, 19),
            date(2025, 6, 24),
            date(2025, 7, 1),
            date(2025, 9, 1),
            date(2025, 9, 30),
            date(2025, 10, 13),
            date(2025, 11, 11),
            date(2025, 12, 25),
            date(2025, 12, 26),
            // On weekends: observed after.
            date(2023, 1, 2),
            date(2023, 7, 3),
            date(2022, 12, 26),
            date(2022, 12, 27),
            date(2027, 12, 27),
            date(2027, 12, 28),
            // Saturdays and Sundays.
            date(2025, 8, 23),
            date(2025, 8, 24),
        ] {
            assert!(!is_business_day(closed), "{closed}");
        }
        for open in
            [date(2025, 1, 2), date(2025, 4, 17), date(2025, 5, 26), date(2025, 6, 23), date(2025, 8, 22), date(2022, 12, 28)]
        {
            assert!(is_business_day(open), "{open}");
        }
    }

    #[test]
    fn days_are_counted_over_weekends_and_holidays() {
        // A market on Saturday, paid on Tuesday.
        assert_eq!(between(date(2025, 8, 23), date(2025, 8, 26)), 2);
        // The same before Labour Day.
        assert_eq!(between(date(2025, 8, 30), date(2025, 9, 2)), 1);
        assert_eq!(between(date(2025, 8, 26), date(2025, 8, 26)), 0);
        assert_eq!(between(date(2025, 8, 26), date(2025, 8, 25)), 0);
        assert_eq!(between(date(2025, 12, 24), date(2025, 12, 29)), 1);
    }
}
