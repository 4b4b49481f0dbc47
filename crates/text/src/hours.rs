//! Hours in words: « le samedi, de 9 h à 13 h, du 5 juillet au 11 octobre 2025 ».

use crate::{Lang, date_range, list, t, time, tr};
use domain::hours::{Opening, Slot};
use domain::recurrence::{End, Every, OnDay, Rule};
use jiff::civil::{Date, Time, Weekday};

/// An hour of the day.
pub fn clock(lang: Lang, at: Time) -> String {
    let part = |value: i8| u8::try_from(value).unwrap_or(0);
    time(lang, part(at.hour()), part(at.minute()))
}

/// « de 9 h à 13 h ».
pub fn from_until(lang: Lang, from: Time, until: Time) -> String {
    tr(lang, "hours-from-until", &[("from", clock(lang, from).into()), ("until", clock(lang, until).into())])
}

/// The hours of one opening.
pub fn opening(lang: Lang, opening: &Opening) -> String {
    from_until(lang, opening.from, opening.until)
}

fn name(lang: Lang, day: Weekday) -> String {
    t(lang, &format!("format-weekday-{}", day.to_monday_one_offset()))
}

/// A weekday of a month: « le 1er samedi », « le dernier dimanche ».
fn nth(lang: Lang, on: OnDay) -> String {
    let key = if on.nth < -1 { "hours-nth-from-last" } else { "hours-nth" };
    tr(
        lang,
        key,
        &[("nth", i64::from(on.nth.abs() * if on.nth == -1 { -1 } else { 1 }).into()), ("day", name(lang, on.day).into())],
    )
}

/// On which days, without hours or dates.
pub fn days(lang: Lang, rule: &Rule, start: Date) -> String {
    let interval = i64::from(rule.interval);
    if rule.every == Every::Month {
        let parts: Vec<String> = rule.days.iter().map(|on| nth(lang, *on)).collect();
        return tr(lang, "hours-monthly", &[("days", list(lang, &parts).into()), ("interval", interval.into())]);
    }
    let mut chosen: Vec<Weekday> = rule.days.iter().map(|on| on.day).collect();
    if chosen.is_empty() && rule.every == Every::Week {
        chosen.push(start.weekday());
    }
    chosen.sort_by_key(|day| day.to_monday_zero_offset());
    chosen.dedup();
    if rule.every == Every::Day && rule.interval > 1 {
        return tr(lang, "hours-days-apart", &[("interval", interval.into())]);
    }
    if chosen.is_empty() || chosen.len() == 7 && rule.interval == 1 {
        return t(lang, "hours-every-day");
    }
    let names: Vec<String> = chosen.iter().map(|day| tr(lang, "hours-on-day", &[("day", name(lang, *day).into())])).collect();
    tr(lang, "hours-weekly", &[("days", list(lang, &names).into()), ("interval", interval.into())])
}

/// The first and the last day of hours; nothing when they do not end.
fn bounds(slot: &Slot) -> Option<(Date, Date)> {
    let last = match slot.rule.end {
        End::Never => return None,
        End::On(day) => day,
        End::After(_) => Date::MAX,
    };
    let dates = slot.days(slot.starts_on, last);
    Some((*dates.first()?, *dates.last()?))
}

/// Hours in a sentence.
pub fn slot(lang: Lang, slot: &Slot) -> String {
    let hours = from_until(lang, slot.from, slot.until);
    match bounds(slot) {
        Some((from, until)) if from == until => {
            tr(lang, "hours-once", &[("date", crate::date_full(lang, from).into()), ("hours", hours.into())])
        }
        Some((from, until)) => tr(
            lang,
            "hours-season",
            &[
                ("days", days(lang, &slot.rule, slot.starts_on).into()),
                ("hours", hours.into()),
                ("dates", date_range(lang, from, until).into()),
            ],
        ),
        None => tr(lang, "hours-always", &[("days", days(lang, &slot.rule, slot.starts_on).into()), ("hours", hours.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn said(lang: Lang, rule: &str) -> String {
        let from_nine = Slot {
            starts_on: date(2025, 7, 5),
            rule: Rule::parse(rule).expect("a rule"),
            from: time(9, 0, 0, 0),
            until: time(13, 30, 0, 0),
            except: vec![],
            also: vec![],
        };
        slot(lang, &from_nine).replace('\u{a0}', " ")
    }

    #[test]
    fn hours_are_said_as_people_say_them() {
        for (rule, fr, en) in [
            (
                "FREQ=WEEKLY;BYDAY=SA;UNTIL=20251011",
                "le samedi, de 9 h à 13 h 30, du 5 juillet au 11 octobre 2025",
                "Saturdays, 9:00 am to 1:30 pm, July 5 to October 11, 2025",
            ),
            (
                "FREQ=WEEKLY;BYDAY=SU,FR",
                "le vendredi et le dimanche, de 9 h à 13 h 30",
                "Fridays and Sundays, 9:00 am to 1:30 pm",
            ),
            (
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
                "le samedi, toutes les 2 semaines, de 9 h à 13 h 30",
                "Saturdays, every 2 weeks, 9:00 am to 1:30 pm",
            ),
            ("FREQ=DAILY", "tous les jours, de 9 h à 13 h 30", "every day, 9:00 am to 1:30 pm"),
            (
                "FREQ=MONTHLY;BYDAY=1SA,-1SU",
                "le 1er samedi et le dernier dimanche du mois, de 9 h à 13 h 30",
                "first Saturday and last Sunday of the month, 9:00 am to 1:30 pm",
            ),
            ("FREQ=DAILY;COUNT=1", "samedi 5 juillet 2025, de 9 h à 13 h 30", "Saturday, July 5, 2025, 9:00 am to 1:30 pm"),
        ] {
            assert_eq!(said(Lang::Fr, rule), fr);
            assert_eq!(said(Lang::En, rule), en);
        }
    }
}
