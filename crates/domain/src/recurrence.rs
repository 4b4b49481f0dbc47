//! Rules by which days come back: the part of RFC 5545 (iCalendar) that markets use. Every day, every week or
//! every second one on some days, the first or last Saturday of the month; until a day, or so many times. Any
//! other rule is refused, never half understood.

use crate::refusal::Refusal;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// How often.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Every {
    /// `DAILY`.
    Day,
    /// `WEEKLY`.
    Week,
    /// `MONTHLY`, on weekdays.
    Month,
}

/// A weekday of `BYDAY`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OnDay {
    /// Which one of the month, from 1, or from the end, from -1; 0 is every one.
    pub nth: i8,
    /// The weekday.
    pub day: Weekday,
}

/// When a rule stops.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// Never.
    Never,
    /// After this day.
    On(Date),
    /// After so many days.
    After(u16),
}

/// A rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rule {
    /// How often.
    pub every: Every,
    /// Every so many days, weeks or months.
    pub interval: u8,
    /// On which weekdays; empty means the weekday it starts on, or, by day, all.
    pub days: Vec<OnDay>,
    /// Until when.
    pub end: End,
    /// The first day of a week, which matters every second week only.
    pub week_starts: Weekday,
}

/// Weekdays as RFC 5545 writes them.
const DAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

/// A weekday's two letters.
pub fn letters(day: Weekday) -> &'static str {
    DAYS.iter().find(|(_, d)| *d == day).map_or("MO", |(name, _)| name)
}

/// A weekday by its two letters.
pub fn weekday(letters: &str) -> Option<Weekday> {
    DAYS.iter().find(|(name, _)| name.eq_ignore_ascii_case(letters)).map(|(_, day)| *day)
}

impl Rule {
    /// Every week on some days, without end.
    pub fn weekly(days: &[Weekday]) -> Self {
        let days = days.iter().map(|day| OnDay { nth: 0, day: *day }).collect();
        Self { every: Every::Week, interval: 1, days, end: End::Never, week_starts: Weekday::Monday }
    }

    /// One day only.
    pub fn once() -> Self {
        Self { every: Every::Day, interval: 1, days: Vec::new(), end: End::After(1), week_starts: Weekday::Monday }
    }

    /// Reads the text after `RRULE:`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        read(text.trim()).ok_or_else(|| Refusal::UnsupportedRule { rule: text.trim().to_owned() })
    }

    /// The days of the rule from the day it starts to a last one, both included. A day before which it starts is
    /// its own only when the rule says so.
    pub fn dates(&self, start: Date, last: Date) -> Vec<Date> {
        let last = if let End::On(end) = self.end { last.min(end) } else { last };
        let most = if let End::After(count) = self.end { usize::from(count) } else { usize::MAX };
        let mut out = Vec::new();
        let mut period = match self.every {
            Every::Day => start,
            Every::Week => back(start, i64::from(start.weekday().since(self.week_starts))),
            Every::Month => start.first_of_month(),
        };
        while period <= last && out.len() < most {
            let mut days = self.within(period, start);
            days.retain(|day| *day >= start && *day <= last);
            days.sort_unstable();
            days.dedup();
            days.truncate(most - out.len());
            out.extend(days);
            let step = i64::from(self.interval.max(1));
            let next = match self.every {
                Every::Day => period.checked_add(step.days()),
                Every::Week => period.checked_add((7 * step).days()),
                Every::Month => period.checked_add(step.months()),
            };
            let Ok(next) = next else { break };
            period = next;
        }
        out
    }

    /// The days of one day, week or month.
    fn within(&self, period: Date, start: Date) -> Vec<Date> {
        match self.every {
            Every::Day => {
                let all = self.days.is_empty() || self.days.iter().any(|on| on.day == period.weekday());
                if all { vec![period] } else { Vec::new() }
            }
            Every::Week => {
                let chosen: Vec<Weekday> =
                    if self.days.is_empty() { vec![start.weekday()] } else { self.days.iter().map(|on| on.day).collect() };
                let day = |day: Weekday| period.checked_add(i64::from(day.since(self.week_starts)).days()).ok();
                chosen.into_iter().filter_map(day).collect()
            }
            Every::Month => self
                .days
                .iter()
                .flat_map(|on| match on.nth {
                    0 => (1..=5).filter_map(|nth| period.nth_weekday_of_month(nth, on.day).ok()).collect(),
                    nth => period.nth_weekday_of_month(nth, on.day).into_iter().collect::<Vec<_>>(),
                })
                .collect(),
        }
    }
}

fn back(day: Date, days: i64) -> Date {
    day.checked_sub(days.days()).unwrap_or(day)
}

fn read(text: &str) -> Option<Rule> {
    let text = text.strip_prefix("RRULE:").unwrap_or(text);
    let mut seen: Vec<String> = Vec::new();
    let (mut every, mut interval, mut days, mut end, mut week_starts) = (None, 1, Vec::new(), End::Never, Weekday::Monday);
    for part in text.split(';') {
        let (name, value) = part.split_once('=')?;
        let name = name.trim().to_ascii_uppercase();
        let value = value.trim();
        if seen.contains(&name) {
            return None;
        }
        match name.as_str() {
            "FREQ" => {
                every = Some(match value.to_ascii_uppercase().as_str() {
                    "DAILY" => Every::Day,
                    "WEEKLY" => Every::Week,
                    "MONTHLY" => Every::Month,
                    _ => return None,
                });
            }
            "INTERVAL" => interval = value.parse().ok().filter(|n| (1..=52).contains(n))?,
            "BYDAY" => days = value.split(',').map(on_day).collect::<Option<Vec<_>>>()?,
            "UNTIL" if value.len() == 8 => end = End::On(Date::strptime("%Y%m%d", value).ok()?),
            "COUNT" => end = End::After(value.parse().ok().filter(|n| (1..=1_000).contains(n))?),
            "WKST" => week_starts = weekday(value)?,
            _ => return None,
        }
        seen.push(name);
    }
    let every = every?;
    let both_ends = seen.iter().any(|n| n == "UNTIL") && seen.iter().any(|n| n == "COUNT");
    let is_numbered = days.iter().any(|on: &OnDay| on.nth != 0);
    let fits = match every {
        Every::Day | Every::Week => !is_numbered,
        Every::Month => !days.is_empty(),
    };
    (fits && !both_ends).then_some(Rule { every, interval, days, end, week_starts })
}

fn on_day(text: &str) -> Option<OnDay> {
    let text = text.trim();
    let (nth, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let nth = if nth.is_empty() { 0 } else { nth.parse().ok().filter(|n: &i8| *n != 0 && (-5..=5).contains(n))? };
    Some(OnDay { nth, day: weekday(day)? })
}

impl fmt::Display for Rule {
    /// Writes the text after `RRULE:`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.every {
            Every::Day => "FREQ=DAILY",
            Every::Week => "FREQ=WEEKLY",
            Every::Month => "FREQ=MONTHLY",
        })?;
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        for (index, on) in self.days.iter().enumerate() {
            f.write_str(if index == 0 { ";BYDAY=" } else { "," })?;
            if on.nth != 0 {
                write!(f, "{}", on.nth)?;
            }
            f.write_str(letters(on.day))?;
        }
        match self.end {
            End::Never => {}
            End::On(day) => write!(f, ";UNTIL={}", day.strftime("%Y%m%d"))?,
            End::After(count) => write!(f, ";COUNT={count}")?,
        }
        if self.week_starts != Weekday::Monday {
            write!(f, ";WKST={}", letters(self.week_starts))?;
        }
        Ok(())
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        read(&text).ok_or_else(|| serde::de::Error::custom("unsupported rule"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn days(rule: &str, start: Date, last: Date) -> Vec<String> {
        let rule = Rule::parse(rule).expect("a rule");
        rule.dates(start, last).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_saturday_of_a_season() {
        let found = days("FREQ=WEEKLY;BYDAY=SA;UNTIL=20250726", date(2025, 7, 1), date(2025, 12, 31));
        assert_eq!(found, ["2025-07-05", "2025-07-12", "2025-07-19", "2025-07-26"]);
    }

    #[test]
    fn every_second_week_counts_weeks_from_the_one_it_starts_in() {
        // It starts on a Wednesday: the Monday of that week is past, so the first one is two weeks later.
        let found = days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SA", date(2025, 7, 2), date(2025, 7, 31));
        assert_eq!(found, ["2025-07-05", "2025-07-14", "2025-07-19", "2025-07-28"]);
        let found = days("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;COUNT=3;WKST=SU", date(2025, 7, 1), date(2025, 8, 31));
        assert_eq!(found, ["2025-07-01", "2025-07-13", "2025-07-15"]);
    }

    #[test]
    fn first_and_last_of_the_month() {
        let found = days("FREQ=MONTHLY;BYDAY=1SA,-1SU", date(2025, 7, 1), date(2025, 8, 31));
        assert_eq!(found, ["2025-07-05", "2025-07-27", "2025-08-02", "2025-08-31"]);
        // A fifth Friday only where there is one.
        assert_eq!(days("FREQ=MONTHLY;BYDAY=5FR", date(2025, 7, 1), date(2025, 10, 31)), ["2025-08-29", "2025-10-31"]);
    }

    #[test]
    fn one_day_is_a_rule_too() {
        assert_eq!(Rule::once().dates(date(2025, 12, 20), date(2026, 12, 31)), [date(2025, 12, 20)]);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for text in [
            "",
            "FREQ=YEARLY",
            "FREQ=WEEKLY;BYDAY=1SA",
            "FREQ=MONTHLY",
            "FREQ=MONTHLY;BYMONTHDAY=1",
            "FREQ=WEEKLY;BYDAY=SA;COUNT=3;UNTIL=20250101",
            "FREQ=WEEKLY;BYDAY=",
            "FREQ=WEEKLY;BYDAY=XX",
            "FREQ=WEEKLY;BYDAY=é",
            "FREQ=WEEKLY;FREQ=DAILY",
            "FREQ=WEEKLY;INTERVAL=0",
            "FREQ=WEEKLY;UNTIL=20250101T000000Z",
            "FREQ=MONTHLY;BYDAY=SA;BYSETPOS=1",
            "FREQ=MONTHLY;BYDAY=6SA",
            "FREQ=WEEKLY;COUNT=0",
            "BYDAY=SA",
        ] {
            assert!(matches!(Rule::parse(text), Err(Refusal::UnsupportedRule { .. })), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            every in 0usize..3, interval in 1u8..=8, mask in 0u8..128, nth in -5i8..=5, end in 0u16..40, sunday in any::<bool>(),
            start in 0i64..4_000, last in 0i64..800,
        ) {
            let start = date(2020, 1, 1).checked_add(start.days()).expect("a day");
            let last = start.checked_add(last.days()).expect("a day");
            let chosen: Vec<Weekday> = DAYS.iter().enumerate().filter(|(i, _)| mask & (1 << i) != 0).map(|(_, (_, d))| *d).collect();
            let every = [Every::Day, Every::Week, Every::Month][every];
            let nth = if every == Every::Month { nth } else { 0 };
            let mut rule = Rule { every, interval, ..Rule::weekly(&chosen) };
            rule.days.iter_mut().for_each(|on| on.nth = nth);
            rule.end = match end { 0..10 => End::Never, 10..20 => End::On(last), n => End::After(n) };
            if sunday { rule.week_starts = Weekday::Sunday; }
            if every == Every::Month && chosen.is_empty() { return Ok(()); }
            prop_assert_eq!(&Rule::parse(&rule.to_string()).expect("read"), &rule);
            let found = rule.dates(start, last);
            prop_assert!(found.windows(2).all(|w| w[0] < w[1]));
            prop_assert!(found.iter().all(|d| *d >= start && *d <= last));
        }

        #[test]
        fn any_text_is_answered(text in "\\PC{0,60}") {
            let _ = Rule::parse(&text);
        }
    }
}
