//! A calendar other programs can follow: iCalendar, RFC 5545. Openings keep their rule, so that a season is one
//! event; a closed day is left out of it. Hours are those of the place, with the zone's own changes of clock written
//! beside them, so that nine in the morning stays nine in the morning.

use domain::hours::Slot;
use domain::recurrence::{End, Rule};
use jiff::civil::{Date, Time};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan};
use std::collections::BTreeSet;
use std::fmt::Write;

/// A calendar.
pub struct Calendar<'a> {
    /// What people read in the list of their calendars.
    pub name: &'a str,
    /// IANA name of the zone.
    pub zone: &'a str,
    /// When it was made.
    pub made_at: Timestamp,
    /// What happens.
    pub events: Vec<Event<'a>>,
}

/// What happens.
pub struct Event<'a> {
    /// The same every time the calendar is made.
    pub uid: String,
    /// One line.
    pub summary: String,
    /// Where.
    pub location: String,
    /// Latitude and longitude, as text: `46.65;-72.02`.
    pub geo: Option<String>,
    /// More words.
    pub description: String,
    /// When.
    pub when: When<'a>,
}

/// When.
pub enum When<'a> {
    /// A whole day.
    Day(Date),
    /// Hours that come back, without some days.
    Slot {
        /// The hours.
        slot: &'a Slot,
        /// Days on which it is closed all the same.
        closed: Vec<Date>,
    },
}

/// How far changes of clock are written for hours without end, years.
const AHEAD_YEARS: i64 = 5;

/// The text of a calendar.
pub fn icalendar(calendar: &Calendar<'_>) -> String {
    let zone = TimeZone::get(calendar.zone).unwrap_or(TimeZone::UTC);
    let mut out = Lines::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Cabas//Cabas//FR");
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    out.text("X-WR-CALNAME", calendar.name);
    out.line(&format!("X-WR-TIMEZONE:{}", calendar.zone));
    out.line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
    let bounds = bounds(&calendar.events, calendar.made_at);
    if let Some((first, last)) = bounds {
        zone_lines(&mut out, calendar.zone, &zone, first, last);
    }
    for event in &calendar.events {
        event_lines(&mut out, event, calendar, &zone);
    }
    out.line("END:VCALENDAR");
    out.0
}

/// The first and last days on which a clock matters.
fn bounds(events: &[Event<'_>], now: Timestamp) -> Option<(Date, Date)> {
    let far = now.to_zoned(TimeZone::UTC).date().saturating_add(AHEAD_YEARS.years());
    let slots = events.iter().filter_map(|event| if let When::Slot { slot, .. } = &event.when { Some(*slot) } else { None });
    slots.fold(None, |known, slot| {
        let last = match slot.rule.end {
            End::On(day) => day,
            End::Never | End::After(_) => far.max(slot.starts_on),
        };
        let last = slot.also.iter().copied().chain([last]).max().unwrap_or(last);
        let (a, b) = known.unwrap_or((slot.starts_on, last));
        Some((a.min(slot.starts_on), b.max(last)))
    })
}

fn event_lines(out: &mut Lines, event: &Event<'_>, calendar: &Calendar<'_>, zone: &TimeZone) {
    let stamp = calendar.made_at.to_zoned(TimeZone::UTC).datetime().strftime("%Y%m%dT%H%M%SZ").to_string();
    let head = |out: &mut Lines| {
        out.line("BEGIN:VEVENT");
        out.text("UID", &event.uid);
        out.line(&format!("DTSTAMP:{stamp}"));
    };
    match &event.when {
        When::Day(on) => {
            head(out);
            out.line(&format!("DTSTART;VALUE=DATE:{}", on.strftime("%Y%m%d")));
            out.line("TRANSP:TRANSPARENT");
        }
        When::Slot { slot, closed } => {
            let Some(first) = first_day(slot) else { return };
            head(out);
            let at = |name: &str, day: Date, time: Time| format!("{name};TZID={}:{}", calendar.zone, local(day, time));
            out.line(&at("DTSTART", first, slot.from));
            out.line(&at("DTEND", first, slot.until));
            let ruled = has_rule(slot, first);
            if let Some(rule) = &ruled {
                out.line(&format!("RRULE:{}", rule_text(rule, slot, zone)));
            }
            let out_days: BTreeSet<Date> = slot.except.iter().chain(closed).copied().filter(|day| *day >= first).collect();
            let in_rule = |day: Date| slot.rule.dates(slot.starts_on, day).last() == Some(&day);
            for day in out_days.iter().filter(|day| in_rule(**day)) {
                out.line(&at("EXDATE", *day, slot.from));
            }
            let added = slot.also.iter().filter(|day| **day != first && !out_days.contains(day) && !in_rule(**day));
            for day in added.collect::<BTreeSet<_>>() {
                out.line(&at("RDATE", *day, slot.from));
            }
        }
    }
    out.text("SUMMARY", &event.summary);
    if !event.location.is_empty() {
        out.text("LOCATION", &event.location);
    }
    if let Some(geo) = &event.geo {
        out.line(&format!("GEO:{geo}"));
    }
    if !event.description.is_empty() {
        out.text("DESCRIPTION", &event.description);
    }
    out.line("END:VEVENT");
}

/// The first day of hours: a rule's own, or an added one when it has none.
fn first_day(slot: &Slot) -> Option<Date> {
    // A rule of ours has a day within a year and a half, or none: five months of a fifth Saturday, every second month.
    let horizon = slot.starts_on.saturating_add(6.years());
    let ruled = slot.rule.dates(slot.starts_on, horizon).first().copied();
    let added = slot.also.iter().copied().filter(|day| !slot.except.contains(day)).min();
    ruled.into_iter().chain(added.filter(|_| ruled.is_none())).next()
}

/// The rule, unless it is one day only.
fn has_rule(slot: &Slot, first: Date) -> Option<Rule> {
    let several = !matches!(slot.rule.end, End::After(1)) && slot.rule.dates(slot.starts_on, first).contains(&first);
    several.then(|| slot.rule.clone())
}

/// A rule as calendars read it: with hours, its end is an instant in universal time.
fn rule_text(rule: &Rule, slot: &Slot, zone: &TimeZone) -> String {
    let End::On(day) = rule.end else { return rule.to_string() };
    let endless = Rule { end: End::Never, ..rule.clone() }.to_string();
    let end = zone.to_timestamp(day.to_datetime(slot.from)).unwrap_or(Timestamp::MAX);
    let until = end.to_zoned(TimeZone::UTC).datetime().strftime("%Y%m%dT%H%M%SZ").to_string();
    format!("{endless};UNTIL={until}")
}

fn local(day: Date, time: Time) -> String {
    day.to_datetime(time).strftime("%Y%m%dT%H%M%S").to_string()
}

/// The zone's changes of clock around the days that matter, each by itself.
fn zone_lines(out: &mut Lines, name: &str, zone: &TimeZone, first: Date, last: Date) {
    let instant = |day: Date| zone.to_timestamp(day.to_datetime(Time::midnight())).unwrap_or(Timestamp::UNIX_EPOCH);
    let (first, last) = (instant(first), instant(last).saturating_add(SignedDuration::from_hours(48)).unwrap_or(Timestamp::MAX));
    let before = zone.preceding(first).next();
    let changes = before.into_iter().chain(zone.following(first).take_while(|change| change.timestamp() <= last));
    out.line("BEGIN:VTIMEZONE");
    out.line(&format!("TZID:{name}"));
    let mut any = false;
    for change in changes {
        any = true;
        let earlier = change.timestamp().checked_sub(SignedDuration::from_secs(1)).unwrap_or(change.timestamp());
        let (from, to) = (zone.to_offset(earlier), change.offset());
        let part = if change.dst().is_dst() { "DAYLIGHT" } else { "STANDARD" };
        let onset = from.to_datetime(change.timestamp()).strftime("%Y%m%dT%H%M%S").to_string();
        part_lines(out, part, &onset, from, to, change.abbreviation());
    }
    if !any {
        let offset = zone.to_offset(first);
        part_lines(out, "STANDARD", "19700101T000000", offset, offset, name);
    }
    out.line("END:VTIMEZONE");
}

fn part_lines(out: &mut Lines, part: &str, onset: &str, from: Offset, to: Offset, abbreviation: &str) {
    let offset = |offset: Offset| {
        let seconds = offset.seconds();
        let sign = if seconds < 0 { '-' } else { '+' };
        let minutes = seconds.unsigned_abs() / 60;
        format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
    };
    out.line(&format!("BEGIN:{part}"));
    out.line(&format!("DTSTART:{onset}"));
    out.line(&format!("TZOFFSETFROM:{}", offset(from)));
    out.line(&format!("TZOFFSETTO:{}", offset(to)));
    out.line(&format!("TZNAME:{abbreviation}"));
    out.line(&format!("END:{part}"));
}

/// Lines of at most 75 bytes, as RFC 5545 folds them.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn line(&mut self, line: &str) {
        let mut wide = 0;
        for symbol in line.chars() {
            if wide + symbol.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                wide = 1;
            }
            self.0.push(symbol);
            wide += symbol.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value people wrote.
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for symbol in value.chars() {
            match symbol {
                '\\' | ';' | ',' => {
                    let _ = write!(line, "\\{symbol}");
                }
                '\n' => line.push_str("\\n"),
                _ if symbol.is_control() => {}
                _ => line.push(symbol),
            }
        }
        self.line(&line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Weekday, date, time};

    fn slot() -> Slot {
        Slot {
            starts_on: date(2025, 7, 1),
            rule: Rule { end: End::On(date(2025, 11, 8)), ..Rule::weekly(&[Weekday::Saturday]) },
            from: time(9, 0, 0, 0),
            until: time(13, 0, 0, 0),
            except: vec![date(2025, 9, 6), date(2025, 9, 7)],
            also: vec![date(2025, 12, 20)],
        }
    }

    fn written(slot: &Slot) -> String {
        let when = When::Slot { slot, closed: vec![date(2025, 8, 2)] };
        let event = Event {
            uid: "p-1@pcn.example".into(),
            summary: "Marché, « très; grand »".repeat(4),
            location: "1, rue de l’Église\nDeschambault".into(),
            geo: Some("46.65;-72.02".into()),
            description: String::new(),
            when,
        };
        let made_at = "2025-06-01T12:00:00Z".parse().expect("an instant");
        icalendar(&Calendar { name: "Essai", zone: "America/Toronto", made_at, events: vec![event] })
    }

    #[test]
    fn a_season_is_one_event() {
        let text = written(&slot());
        for line in [
            "DTSTART;TZID=America/Toronto:20250705T090000",
            "DTEND;TZID=America/Toronto:20250705T130000",
            "RRULE:FREQ=WEEKLY;BYDAY=SA;UNTIL=20251108T140000Z",
            "EXDATE;TZID=America/Toronto:20250802T090000",
            "EXDATE;TZID=America/Toronto:20250906T090000",
            "RDATE;TZID=America/Toronto:20251220T090000",
            "LOCATION:1\\, rue de l’Église\\nDeschambault",
            "DTSTART:20251102T020000",
            "TZOFFSETTO:-0500",
        ] {
            assert!(text.contains(&format!("\r\n{line}\r\n")), "{line}\n{text}");
        }
        // A Sunday that no rule has is not left out of anything.
        assert!(!text.contains("20250907"));
    }

    #[test]
    fn lines_are_folded_between_letters() {
        let text = written(&slot());
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        let whole = text.replace("\r\n ", "");
        assert!(whole.contains("SUMMARY:Marché\\, « très\\; grand »Marché"));
    }

    #[test]
    fn one_day_has_no_rule() {
        let mut one = slot();
        one.rule = Rule::once();
        one.also.clear();
        let text = written(&one);
        assert!(text.contains("DTSTART;TZID=America/Toronto:20250701T090000") && !text.contains("RRULE"), "{text}");
    }
}
