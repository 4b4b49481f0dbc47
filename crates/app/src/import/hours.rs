//! Opening hours, one row each: a place, days of the week, from when to when. Each is added to what the place has,
//! through `Command::ChangePlace`.

use super::inscriptions::place;
use super::sheet::{Line, bare};
use super::{Deed, No, Sender, Verdict, no};
use crate::command::Cx;
use domain::hours::{Slot, read_clock};
use domain::programme::Book;
use domain::recurrence::{End, Rule, weekday};
use domain::refusal::Refusal;
use jiff::civil::{Date, Weekday};
use text::{Lang, t};

pub(super) fn bring_in(cx: &mut Cx<'_, '_>, sender: &Sender, line: &Line<'_>) -> Result<Verdict, No> {
    let book = cx.book().map_err(|error| No { column: "place", error })?;
    let id = place(&book, line)?;
    let slot = slot(sender.lang, &book, line)?;
    let mut changed = book.place(id).cloned().ok_or_else(|| no("place")(Refusal::UnknownPlace { place: id.to_string() }))?;
    if changed.opens.contains(&slot) {
        return Ok(Verdict::Already);
    }
    changed.opens.push(slot.clone());
    let answer = crate::place::change(cx, sender.request(line.number, sender.now), &changed);
    let answer = answer.map_err(|error| {
        let column = match error {
            crate::Error::Refused(Refusal::WrongHours { .. }) => "closes",
            crate::Error::Refused(Refusal::WrongDates { .. }) => "until",
            _ => "days",
        };
        No { column, error }
    })?;
    Ok(if answer.replayed { Verdict::Already } else { Verdict::Good(Deed::Opens { place: id, slot }) })
}

/// What a row says; without days of its own, it has the season's.
fn slot(lang: Lang, book: &Book, line: &Line<'_>) -> Result<Slot, No> {
    let mut rule = rule(lang, line.need("days")?).map_err(no("days"))?;
    let starts_on = line.day("from")?.unwrap_or(book.season.starts_on);
    if let Some(last) = line.day("until")? {
        if last < starts_on {
            return Err(no("until")(Refusal::WrongDates { from: starts_on, until: last }));
        }
        rule.end = End::On(last);
    }
    let at = |column: &'static str| {
        let written = line.need(column)?;
        read_clock(written).ok_or_else(|| no(column)(Refusal::NotATime { written: written.to_owned() }))
    };
    let (except, also) = (dates(line, "except")?, dates(line, "also")?);
    Ok(Slot { starts_on, rule, from: at("opens")?, until: at("closes")?, except, also })
}

/// Days one after the other: « 2026-09-05, 2026-09-12 ».
fn dates(line: &Line<'_>, column: &'static str) -> Result<Vec<Date>, No> {
    let parts = line.text(column).split([',', ';', ' ']).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().map_err(|_| no(column)(Refusal::NotADate { written: part.to_owned() }))).collect()
}

/// The days of a rule as this table says them, without its last day: words where there are some.
pub(crate) fn days_said(lang: Lang, rule: &Rule) -> String {
    let endless = match rule.end {
        End::On(_) => Rule { end: End::Never, ..rule.clone() },
        _ => rule.clone(),
    };
    let days: Vec<Weekday> = rule.days.iter().map(|on| on.day).collect();
    if days.is_empty() || endless != Rule::weekly(&days) {
        return endless.to_string();
    }
    let names = days.iter().map(|day| t(lang, &format!("format-weekday-{}", day.to_monday_one_offset())));
    names.collect::<Vec<_>>().join(", ")
}

/// « samedi », « mar. et jeu. », `SA, SU`, « tous les jours », or a rule of RFC 5545.
fn rule(lang: Lang, written: &str) -> Result<Rule, Refusal> {
    if written.trim_start().to_uppercase().starts_with("FREQ=") {
        return Rule::parse(written.trim());
    }
    if Lang::ALL.iter().any(|lang| bare(&t(*lang, "hours-every-day")) == bare(written)) {
        return Rule::parse("FREQ=DAILY");
    }
    let mut days = Vec::new();
    for word in written.split(|c: char| c.is_whitespace() || ",;/+&".contains(c)).map(bare).filter(|word| !word.is_empty()) {
        let joins = Lang::ALL.iter().any(|lang| bare(&t(*lang, "import-and")) == word);
        if !joins {
            days.push(day(&word).ok_or_else(|| unknown(lang, written))?);
        }
    }
    if days.is_empty() { Err(Refusal::NoDays) } else { Ok(Rule::weekly(&days)) }
}

fn unknown(lang: Lang, written: &str) -> Refusal {
    let names: Vec<String> = (1..=7).map(|number| t(lang, &format!("format-weekday-{number}"))).collect();
    Refusal::NoSuchChoice { written: written.to_owned(), choices: names.join(", ") }
}

/// A weekday by its name in any language, the first letters of it, or its two letters in rules.
fn day(word: &str) -> Option<Weekday> {
    let named = || {
        let singular = word.strip_suffix('S').filter(|rest| rest.len() > 3).unwrap_or(word);
        (1..=7).find_map(|number| {
            let is = |lang: &Lang| bare(&t(*lang, &format!("format-weekday-{number}"))).starts_with(singular);
            (singular.len() >= 3 && Lang::ALL.iter().any(is)).then(|| Weekday::from_monday_one_offset(number).ok())?
        })
    };
    weekday(word).or_else(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for (written, rule_said) in [
            ("samedi", "FREQ=WEEKLY;BYDAY=SA"),
            ("Samedis et dimanches", "FREQ=WEEKLY;BYDAY=SA,SU"),
            ("mar., jeu.", "FREQ=WEEKLY;BYDAY=TU,TH"),
            ("Tuesday and Friday", "FREQ=WEEKLY;BYDAY=TU,FR"),
            ("SA/SU", "FREQ=WEEKLY;BYDAY=SA,SU"),
            ("freq=monthly;byday=1sa", "FREQ=MONTHLY;BYDAY=1SA"),
        ] {
            assert_eq!(rule(Lang::Fr, written).expect(written).to_string(), rule_said, "{written}");
        }
        assert_eq!(rule(Lang::En, "un jour sur deux"), Err(unknown(Lang::En, "un jour sur deux")));
        assert_eq!(rule(Lang::Fr, " , "), Err(Refusal::NoDays));
    }
}
