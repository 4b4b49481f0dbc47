//! When a place is open: rules that come back, days added and days left out. Pure: the days asked about, the
//! instant and the time zone arrive as arguments.

use crate::recurrence::Rule;
use crate::refusal::Refusal;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Hours that come back by a rule.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// From this day on.
    pub starts_on: Date,
    /// On which days.
    pub rule: Rule,
    /// It opens at.
    #[serde(serialize_with = "write", deserialize_with = "read")]
    pub from: Time,
    /// It closes at, the same day.
    #[serde(serialize_with = "write", deserialize_with = "read")]
    pub until: Time,
    /// Days of the rule that are left out (`EXDATE`), such as a holiday known in advance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<Date>,
    /// Days added to it (`RDATE`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Date>,
}

/// One day's hours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Opening {
    /// The day.
    pub on: Date,
    /// It opens at.
    pub from: Time,
    /// It closes at.
    pub until: Time,
}

/// The most days added or left out of one rule.
const MOST_DAYS: usize = 100;

impl Slot {
    /// What cannot be said of hours.
    pub fn check(&self) -> Result<(), Refusal> {
        if self.from >= self.until {
            return Err(Refusal::WrongHours { from: clock(self.from), until: clock(self.until) });
        }
        if self.except.len().max(self.also.len()) > MOST_DAYS {
            return Err(Refusal::TooMany { limit: MOST_DAYS as u64 });
        }
        Ok(())
    }

    /// Its days from one to another, both included.
    pub fn days(&self, from: Date, to: Date) -> Vec<Date> {
        let mut days = self.rule.dates(self.starts_on, to);
        days.extend(self.also.iter().copied().filter(|day| *day <= to));
        days.retain(|day| *day >= from && !self.except.contains(day));
        days.sort_unstable();
        days.dedup();
        days
    }
}

impl Opening {
    /// Its first instant. An hour that the clocks skip is the one after it.
    pub fn begins(&self, zone: &TimeZone) -> Option<Timestamp> {
        zone.to_timestamp(self.on.to_datetime(self.from)).ok()
    }

    /// The instant it is over.
    pub fn ends(&self, zone: &TimeZone) -> Option<Timestamp> {
        zone.to_timestamp(self.on.to_datetime(self.until)).ok()
    }

    /// Whether it ended before an instant.
    pub fn is_over(&self, at: Timestamp, zone: &TimeZone) -> bool {
        self.ends(zone).is_some_and(|ends| ends <= at)
    }

    /// Whether it is open at an instant: from the first one, until the last one excluded.
    pub fn holds(&self, at: Timestamp, zone: &TimeZone) -> bool {
        self.begins(zone).is_some_and(|begins| begins <= at) && self.ends(zone).is_some_and(|ends| at < ends)
    }
}

/// All openings of several rules from one day to another, both included, in order. Hours that touch or overlap on
/// a day are one opening.
pub fn openings(slots: &[Slot], from: Date, to: Date) -> Vec<Opening> {
    let mut all: Vec<Opening> = slots
        .iter()
        .flat_map(|slot| slot.days(from, to).into_iter().map(|on| Opening { on, from: slot.from, until: slot.until }))
        .collect();
    all.sort_unstable();
    let mut out: Vec<Opening> = Vec::with_capacity(all.len());
    for opening in all {
        match out.last_mut() {
            Some(before) if before.on == opening.on && opening.from <= before.until => {
                before.until = before.until.max(opening.until);
            }
            _ => out.push(opening),
        }
    }
    out
}

/// `09:00`.
pub fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// An hour as people write it: `9`, `9:00`, `9 h`, `9h30`, `14:05`. A browser's `09:00:00` too.
pub fn read_clock(text: &str) -> Option<Time> {
    let clean: String = text.trim().to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let mut parts = clean.split([':', 'h']);
    let number = |part: &str| if part.is_empty() { Some(0) } else { part.parse::<i8>().ok().filter(|_| part.len() <= 2) };
    let hour = parts.next().filter(|p| !p.is_empty())?;
    let (hour, minute, second) = (number(hour)?, number(parts.next().unwrap_or(""))?, number(parts.next().unwrap_or(""))?);
    if parts.next().is_some() || second != 0 {
        return None;
    }
    Time::new(hour, minute, 0, 0).ok()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn write<S: Serializer>(time: &Time, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&clock(*time))
}

fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Time, D::Error> {
    let text = String::deserialize(deserializer)?;
    read_clock(&text).ok_or_else(|| serde::de::Error::custom("not a time of day"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Weekday, date, time};

    fn saturdays() -> Slot {
        Slot {
            starts_on: date(2025, 10, 18),
            rule: Rule::weekly(&[Weekday::Saturday]),
            from: time(9, 0, 0, 0),
            until: time(13, 0, 0, 0),
            except: vec![date(2025, 10, 25)],
            also: vec![date(2025, 10, 22)],
        }
    }

    #[test]
    fn days_are_added_and_left_out() {
        let found = openings(&[saturdays()], date(2025, 10, 1), date(2025, 11, 1));
        let days: Vec<Date> = found.iter().map(|o| o.on).collect();
        assert_eq!(days, [date(2025, 10, 18), date(2025, 10, 22), date(2025, 11, 1)]);
        assert_eq!(openings(&[saturdays()], date(2025, 10, 19), date(2025, 10, 21)), []);
    }

    #[test]
    fn hours_that_overlap_are_one_opening() {
        let mut long = saturdays();
        (long.from, long.until) = (time(12, 0, 0, 0), time(15, 0, 0, 0));
        let mut apart = saturdays();
        (apart.from, apart.until) = (time(18, 0, 0, 0), time(20, 0, 0, 0));
        let found = openings(&[apart, long, saturdays()], date(2025, 11, 1), date(2025, 11, 1));
        let hours: Vec<_> = found.iter().map(|o| (clock(o.from), clock(o.until))).collect();
        assert_eq!(hours, [("09:00".into(), "15:00".into()), ("18:00".into(), "20:00".into())]);
    }

    #[test]
    fn nine_in_the_morning_is_nine_before_and_after_the_clocks_change() {
        let zone = TimeZone::get("America/Toronto").expect("bundled zone");
        let opening = |day| Opening { on: day, from: time(9, 0, 0, 0), until: time(13, 0, 0, 0) };
        let begins = |day| opening(day).begins(&zone).expect("an instant").to_string();
        assert_eq!(begins(date(2025, 11, 1)), "2025-11-01T13:00:00Z");
        assert_eq!(begins(date(2025, 11, 2)), "2025-11-02T14:00:00Z");
        let at = |text: &str| text.parse::<Timestamp>().expect("an instant");
        assert!(opening(date(2025, 11, 2)).holds(at("2025-11-02T09:00:00-05:00"), &zone));
        assert!(opening(date(2025, 11, 2)).holds(at("2025-11-02T12:59:59-05:00"), &zone));
        assert!(!opening(date(2025, 11, 2)).holds(at("2025-11-02T13:00:00-05:00"), &zone));
        assert!(!opening(date(2025, 11, 2)).holds(at("2025-11-02T08:59:59-05:00"), &zone));
        // In the night when an hour comes twice, it is open in both.
        let night = Opening { on: date(2025, 11, 2), from: time(1, 0, 0, 0), until: time(2, 30, 0, 0) };
        assert!(night.holds(at("2025-11-02T01:30:00-04:00"), &zone) && night.holds(at("2025-11-02T01:30:00-05:00"), &zone));
        // An hour that does not exist is the one after.
        let gap = Opening { on: date(2026, 3, 8), from: time(2, 30, 0, 0), until: time(5, 0, 0, 0) };
        assert_eq!(gap.begins(&zone).expect("an instant"), at("2026-03-08T03:30:00-04:00"));
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, hour, minute) in [
            ("9", 9, 0),
            ("9:00", 9, 0),
            ("9 h", 9, 0),
            ("9h30", 9, 30),
            ("14 h 05", 14, 5),
            ("09:00:00", 9, 0),
            ("23:59", 23, 59),
        ] {
            assert_eq!(read_clock(text), Some(time(hour, minute, 0, 0)), "{text}");
        }
        for text in ["", "h", "24:00", "9:60", "neuf", "9:0:0:0", "-1", "9:00:30", "100"] {
            assert_eq!(read_clock(text), None, "{text}");
        }
    }

    #[test]
    fn it_closes_after_it_opens() {
        let mut slot = saturdays();
        assert_eq!(slot.check(), Ok(()));
        slot.until = slot.from;
        assert!(matches!(slot.check(), Err(Refusal::WrongHours { .. })));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = serde_json::to_string(&saturdays()).expect("written");
        assert!(text.contains("\"FREQ=WEEKLY;BYDAY=SA\"") && text.contains("\"09:00\""), "{text}");
        assert_eq!(serde_json::from_str::<Slot>(&text).expect("read"), saturdays());
    }
}
