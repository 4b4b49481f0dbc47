//! A funder's own year: when it begins, and the parts of it that are reported on.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The day on which a funder's year begins, the same every year: `04-01` is the first of April. No 29th of February,
/// which most years do not have.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct YearStart {
    month: i8,
    day: i8,
}

impl Default for YearStart {
    fn default() -> Self {
        Self { month: 1, day: 1 }
    }
}

impl fmt::Display for YearStart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl From<YearStart> for String {
    fn from(start: YearStart) -> Self {
        start.to_string()
    }
}

impl TryFrom<String> for YearStart {
    type Error = String;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        Self::parse(&written).ok_or_else(|| format!("no day of every year: {written}"))
    }
}

/// Days from one to another, both included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub struct Period {
    /// The first day.
    pub since: Date,
    /// The last one.
    pub until: Date,
}

impl Period {
    /// Whether a day is one of them.
    pub fn has(&self, day: Date) -> bool {
        self.since <= day && day <= self.until
    }

    /// The four quarters of a year: three months each, the last up to its end.
    pub fn quarters(&self) -> [Self; 4] {
        let starts = [0, 3, 6, 9].map(|months: i32| later(self.since, months.months()));
        let until = |next: usize| starts.get(next).map_or(self.until, |start| start.saturating_sub(1.day()));
        [0, 1, 2, 3].map(|quarter| Self { since: starts[quarter], until: until(quarter + 1) })
    }
}

fn later(day: Date, span: Span) -> Date {
    day.saturating_add(span)
}

impl YearStart {
    /// Reads `04-01`.
    pub fn parse(written: &str) -> Option<Self> {
        let (month, day) = written.trim().split_once('-')?;
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        // A day that the year of 2023, which has no 29th of February, has.
        Date::new(2023, month, day).ok().map(|_| Self { month, day })
    }

    /// The first day of the year that a calendar year's number names.
    fn in_year(self, year: i16) -> Date {
        Date::new(year, self.month, self.day).unwrap_or(date(year, 1, 1))
    }

    /// The funder's year that a day is in.
    pub fn year_of(self, day: Date) -> Period {
        let this = self.in_year(day.year());
        let since = if this <= day { this } else { self.in_year(day.year() - 1) };
        Period { since, until: self.in_year(since.year() + 1).saturating_sub(1.day()) }
    }

    /// The funder's years from one day to another, oldest first.
    pub fn years(self, from: Date, until: Date) -> Vec<Period> {
        let mut years = vec![self.year_of(from)];
        while let Some(last) = years.last().filter(|last| last.until < until).copied() {
            years.push(self.year_of(later(last.until, 1.day())));
        }
        years
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_year_goes_from_april_to_march() {
        let start = YearStart::parse("04-01").expect("a day");
        let year = start.year_of(date(2026, 3, 31));
        assert_eq!((year.since, year.until), (date(2025, 4, 1), date(2026, 3, 31)));
        assert_eq!(start.year_of(date(2026, 4, 1)).since, date(2026, 4, 1));
        assert_eq!(start.to_string(), "04-01");
        assert_eq!(start.years(date(2025, 6, 1), date(2026, 7, 1)).len(), 2);
    }

    #[test]
    fn only_a_day_of_every_year_begins_one() {
        for written in ["02-29", "13-01", "04", "", "4 avril", "04-31"] {
            assert_eq!(YearStart::parse(written), None, "{written}");
        }
    }

    proptest! {
        #[test]
        fn quarters_cover_the_year_and_years_follow_each_other(month in 1i8..=12, day in 1i8..=31, offset in 0i32..2000) {
            let Some(start) = YearStart::parse(&format!("{month}-{day}")) else { return Ok(()) };
            let some = date(2024, 1, 1).saturating_add(offset.days());
            let year = start.year_of(some);
            prop_assert!(year.has(some));
            let quarters = year.quarters();
            prop_assert_eq!((quarters[0].since, quarters[3].until), (year.since, year.until));
            for pair in quarters.windows(2) {
                prop_assert!(pair[0].since <= pair[0].until);
                prop_assert_eq!(pair[0].until.saturating_add(1.day()), pair[1].since);
            }
            let years = start.years(some, some.saturating_add(1000.days()));
            for pair in years.windows(2) {
                prop_assert_eq!(pair[0].until.saturating_add(1.day()), pair[1].since);
            }
        }
    }
}
