//! Days and hours. The order of the parts, the months and the days of the week are messages, in
//! `format.ftl`: community languages bring their own.

use crate::{Arg, Lang, t, tr};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// `12 octobre 2025`, `1er juillet 2025`; `October 12, 2025`.
pub fn date(lang: Lang, date: Date) -> String {
    tr(lang, "format-date", &[("day", day(lang, date)), ("month", month(lang, date)), ("year", year(date))])
}

/// `samedi 12 octobre 2025`; `Saturday, October 12, 2025`.
pub fn date_full(lang: Lang, on: Date) -> String {
    tr(lang, "format-date-full", &[("weekday", weekday(lang, on).into()), ("date", date(lang, on).into())])
}

/// `2025-10-12`, for tables: the same in every language.
pub fn date_short(_lang: Lang, date: Date) -> String {
    date.to_string()
}

/// `12 oct.`; `Oct. 12`: under a chart, where the year is known.
pub fn short_day(lang: Lang, date: Date) -> String {
    let month = t(lang, &format!("format-short-month-{}", date.month()));
    tr(lang, "format-short-day", &[("day", day(lang, date)), ("month", month.into())])
}

/// `octobre 2025`; `October 2025`.
pub fn month_year(lang: Lang, date: Date) -> String {
    tr(lang, "format-month-year", &[("month", month(lang, date)), ("year", year(date))])
}

/// `samedi`; `Saturday`.
pub fn weekday(lang: Lang, date: Date) -> String {
    t(lang, &format!("format-weekday-{}", date.weekday().to_monday_one_offset()))
}

/// Both days included, said as briefly as is clear: `du 1er au 12 juillet 2025`; `July 1 to 12, 2025`.
/// One day only: `le 12 octobre 2025`; `October 12, 2025`.
pub fn date_range(lang: Lang, from: Date, to: Date) -> String {
    if from == to {
        return tr(lang, "format-range-one-day", &[("date", date(lang, from).into())]);
    }
    if from.year() != to.year() {
        return tr(lang, "format-range-years", &[("from", date(lang, from).into()), ("to", date(lang, to).into())]);
    }
    let mut args = vec![("from", day(lang, from)), ("to", day(lang, to)), ("month", month(lang, to)), ("year", year(to))];
    if from.month() == to.month() {
        return tr(lang, "format-range-month", &args);
    }
    args.push(("from-month", month(lang, from)));
    tr(lang, "format-range-months", &args)
}

/// `14 h 05`, `14 h`; `2:05 pm`. An hour beyond 23 or a minute beyond 59 is taken as the last one.
pub fn time(lang: Lang, hour: u8, minute: u8) -> String {
    let (hour, minute) = (hour.min(23), minute.min(59));
    let args = [
        ("hour", Arg::from(u32::from(hour))),
        // 12-hour clock: midnight and noon are both 12.
        ("hour-12", Arg::from(u32::from((hour + 11) % 12 + 1))),
        ("half", Arg::from(if hour < 12 { "am" } else { "pm" })),
        ("minute", Arg::from(format!("{minute:02}"))),
        ("whole", Arg::from(if minute == 0 { "yes" } else { "no" })),
    ];
    tr(lang, "format-time", &args)
}

/// `12 octobre 2025 à 14 h 05`; `October 12, 2025, 2:05 pm`, in the programme's time zone.
pub fn date_time(lang: Lang, at: Timestamp, zone: &TimeZone) -> String {
    let there = at.to_zoned(zone.clone());
    let part = |value: i8| u8::try_from(value).unwrap_or(0);
    let clock = time(lang, part(there.hour()), part(there.minute()));
    tr(lang, "format-date-time", &[("date", date(lang, there.date()).into()), ("time", clock.into())])
}

/// A wait, rounded up: `45 secondes`, `3 minutes`, `2 heures`.
pub fn duration(lang: Lang, seconds: u64) -> String {
    let (key, count) = match seconds {
        0..=90 => ("format-seconds", seconds),
        91..=5_400 => ("format-minutes", seconds.div_ceil(60)),
        _ => ("format-hours", seconds.div_ceil(3_600)),
    };
    tr(lang, key, &[("count", count.into())])
}

fn day(lang: Lang, date: Date) -> Arg {
    tr(lang, "format-day", &[("day", i64::from(date.day()).into())]).into()
}

fn month(lang: Lang, date: Date) -> Arg {
    t(lang, &format!("format-month-{}", date.month())).into()
}

/// A year is a name, not a quantity: no separator.
fn year(date: Date) -> Arg {
    let year = date.year();
    (crate::number::sign(year < 0) + &year.unsigned_abs().to_string()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as on;
    use proptest::prelude::*;

    #[test]
    fn days() {
        assert_eq!(date(Lang::Fr, on(2025, 10, 12)), "12 octobre 2025");
        assert_eq!(date(Lang::Fr, on(2025, 7, 1)), "1er juillet 2025");
        assert_eq!(date(Lang::Fr, on(2025, 8, 31)), "31 août 2025");
        assert_eq!(date(Lang::En, on(2025, 7, 1)), "July 1, 2025");
        assert_eq!(date_short(Lang::Fr, on(2025, 7, 1)), "2025-07-01");
        assert_eq!(short_day(Lang::Fr, on(2025, 7, 1)), "1er juill.");
        assert_eq!(short_day(Lang::En, on(2025, 10, 12)), "Oct. 12");
        assert_eq!(date_full(Lang::Fr, on(2025, 10, 12)), "dimanche 12 octobre 2025");
        assert_eq!(date_full(Lang::En, on(2025, 10, 12)), "Sunday, October 12, 2025");
        assert_eq!(month_year(Lang::Fr, on(2025, 2, 3)), "février 2025");
        assert_eq!(weekday(Lang::Fr, on(2025, 10, 11)), "samedi");
    }

    #[test]
    fn ranges() {
        let range = |lang, a, b| date_range(lang, a, b);
        assert_eq!(range(Lang::Fr, on(2025, 7, 1), on(2025, 7, 12)), "du 1er au 12 juillet 2025");
        assert_eq!(range(Lang::Fr, on(2025, 7, 1), on(2025, 10, 12)), "du 1er juillet au 12 octobre 2025");
        assert_eq!(range(Lang::Fr, on(2025, 12, 1), on(2026, 1, 3)), "du 1er décembre 2025 au 3 janvier 2026");
        assert_eq!(range(Lang::Fr, on(2025, 7, 1), on(2025, 7, 1)), "le 1er juillet 2025");
        assert_eq!(range(Lang::En, on(2025, 7, 1), on(2025, 7, 12)), "July 1 to 12, 2025");
        assert_eq!(range(Lang::En, on(2025, 7, 1), on(2025, 10, 12)), "July 1 to October 12, 2025");
        assert_eq!(range(Lang::En, on(2025, 12, 1), on(2026, 1, 3)), "December 1, 2025 to January 3, 2026");
    }

    #[test]
    fn hours() {
        assert_eq!(time(Lang::Fr, 14, 5), "14\u{a0}h\u{a0}05");
        assert_eq!(time(Lang::Fr, 9, 0), "9\u{a0}h");
        assert_eq!(time(Lang::Fr, 0, 30), "0\u{a0}h\u{a0}30");
        assert_eq!(time(Lang::En, 14, 5), "2:05\u{a0}pm");
        assert_eq!(time(Lang::En, 0, 0), "12:00\u{a0}am");
        assert_eq!(time(Lang::En, 12, 0), "12:00\u{a0}pm");
        assert_eq!(time(Lang::En, 255, 255), "11:59\u{a0}pm");
    }

    #[test]
    fn instants_are_told_in_the_zone_of_the_programme() {
        let zone = TimeZone::get("America/Toronto").expect("bundled zone");
        let at: Timestamp = "2025-10-12T18:05:00Z".parse().expect("instant");
        assert_eq!(date_time(Lang::Fr, at, &zone), "12 octobre 2025 à 14\u{a0}h\u{a0}05");
        assert_eq!(date_time(Lang::En, at, &zone), "October 12, 2025, 2:05\u{a0}pm");
        let late: Timestamp = "2025-07-01T02:00:00Z".parse().expect("instant");
        assert_eq!(date_time(Lang::Fr, late, &zone), "30 juin 2025 à 22\u{a0}h");
    }

    #[test]
    fn waits() {
        assert_eq!(duration(Lang::Fr, 1), "1 seconde");
        assert_eq!(duration(Lang::Fr, 90), "90 secondes");
        assert_eq!(duration(Lang::En, 121), "3 minutes");
        assert_eq!(duration(Lang::Fr, 5_401), "2 heures");
        assert_eq!(duration(Lang::En, u64::MAX), "5,124,095,576,030,432 hours");
    }

    proptest! {
        #[test]
        fn never_panics(
            year in -9999i16..=9999, month in 1i8..=12, day in 1i8..=28, other in any::<i32>(),
            nanos in any::<i64>(), hour in any::<u8>(), minute in any::<u8>(), wait in any::<u64>(),
        ) {
            let from = on(year, month, day);
            let to = from.saturating_add(jiff::Span::new().days(other % 40_000));
            let at = Timestamp::from_nanosecond(i128::from(nanos)).unwrap_or(Timestamp::MAX);
            for lang in Lang::ALL {
                for text in [
                    date(*lang, from), date_full(*lang, from), date_short(*lang, from), month_year(*lang, from),
                    date_range(*lang, from, to), date_range(*lang, to, from), time(*lang, hour, minute),
                    date_time(*lang, at, &TimeZone::UTC), duration(*lang, wait),
                ] {
                    prop_assert!(!text.is_empty() && !text.contains(['⟦', '{']), "{}", text);
                }
            }
        }
    }

    #[test]
    fn the_ends_of_time() {
        for lang in Lang::ALL {
            for at in [Timestamp::MIN, Timestamp::MAX] {
                assert!(!date_time(*lang, at, &TimeZone::UTC).contains('⟦'));
            }
            date_range(*lang, Date::MIN, Date::MAX);
        }
    }
}
