//! The form of a place: what it shows, what was typed in it, and the place it makes.

use crate::form;
use crate::page::Shell;
use app::domain::hours::{Slot, clock, read_clock};
use app::domain::place::{Food, MOST_SLOTS, Place, PlaceKind, Point};
use app::domain::programme::Book;
use app::domain::recurrence::{End, Every, OnDay, Rule, letters, weekday};
use app::domain::refusal::Refusal;
use app::domain::territory;
use jiff::civil::{Date, Time, Weekday};

/// Every field of a form, in order; a checkbox may be there or not.
pub(crate) type Fields = Vec<(String, String)>;

/// A choice: value, words, whether it is chosen.
pub(crate) type Choice = (String, String, bool);

/// One of the hours of the form.
pub(crate) struct SlotForm {
    /// From 0; names begin with it.
    pub(crate) index: usize,
    pub(crate) is_new: bool,
    pub(crate) from: String,
    pub(crate) until: String,
    pub(crate) starts: String,
    pub(crate) ends: String,
    pub(crate) hows: Vec<Choice>,
    pub(crate) days: Vec<Choice>,
    pub(crate) rule: String,
    pub(crate) except: String,
    pub(crate) also: String,
}

/// The form.
pub(crate) struct PlaceForm {
    pub(crate) name: String,
    pub(crate) kinds: Vec<Choice>,
    pub(crate) municipality: String,
    pub(crate) address: String,
    pub(crate) notes: String,
    /// By region.
    pub(crate) territories: Vec<(&'static str, Vec<Choice>)>,
    pub(crate) point: String,
    pub(crate) hours: String,
    pub(crate) public: bool,
    pub(crate) sells: Vec<Choice>,
    pub(crate) slots: Vec<SlotForm>,
}

/// How hours come back, as the form offers it.
const HOWS: [&str; 9] = ["weekly", "second", "month-1", "month-2", "month-3", "month-4", "month-last", "once", "other"];

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Which of the month, by the name of a way.
fn nth_of(how: &str) -> Option<i8> {
    match how.strip_prefix("month-")? {
        "last" => Some(-1),
        nth => nth.parse().ok(),
    }
}

/// The way a rule comes back, and its days: the other way when the form has no words for it.
fn how_of(rule: &Rule, start: Date) -> (&'static str, Vec<Weekday>) {
    let days: Vec<Weekday> = rule.days.iter().map(|on| on.day).collect();
    if rule.every == Every::Day && rule.end == End::After(1) {
        return ("once", Vec::new());
    }
    let other = ("other", Vec::new());
    if matches!(rule.end, End::After(_)) || rule.week_starts != Weekday::Monday {
        return other;
    }
    match (rule.every, rule.interval) {
        (Every::Day, 1) => ("weekly", if days.is_empty() { WEEK.to_vec() } else { days }),
        (Every::Week, 1 | 2) => {
            let how = if rule.interval == 1 { "weekly" } else { "second" };
            (how, if days.is_empty() { vec![start.weekday()] } else { days })
        }
        (Every::Month, 1) => {
            let first = rule.days.first().map_or(0, |on| on.nth);
            let same = rule.days.iter().all(|on| on.nth == first);
            let how = HOWS.into_iter().find(|how| nth_of(how) == Some(first));
            how.filter(|_| same).map_or(other, |how| (how, days))
        }
        _ => other,
    }
}

fn dates(list: &[Date]) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn read_dates(text: &str) -> Result<Vec<Date>, Refusal> {
    text.split([',', ';', ' ', '\n']).map(str::trim).filter(|part| !part.is_empty()).map(form::day).collect()
}

/// How many hours a form has, emptied ones included; more than a place may have are refused later.
fn count(fields: &Fields) -> usize {
    let has = |index: &usize| fields.iter().any(|(key, _)| key.starts_with(&format!("s{index}-")));
    (0..=MOST_SLOTS + 1).take_while(has).count()
}

impl PlaceForm {
    /// What a field says; nothing when it is not there.
    pub(crate) fn field<'f>(fields: &'f Fields, name: &str) -> &'f str {
        fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// The form of a place as it is.
    pub(crate) fn of(s: &Shell, place: &Place) -> Self {
        let mut fields: Fields = vec![
            ("name".into(), place.name.clone()),
            ("kind".into(), place.kind.key().into()),
            ("municipality".into(), place.municipality.clone()),
            ("address".into(), place.address.clone()),
            ("notes".into(), place.notes.clone()),
            ("territory".into(), place.territory.clone()),
            ("point".into(), place.point.map(|p| p.to_string()).unwrap_or_default()),
            ("hours".into(), place.hours.clone()),
        ];
        if place.public {
            fields.push(("public".into(), "on".into()));
        }
        fields.extend(place.sells.iter().map(|food| (format!("sells-{}", food.key()), "on".into())));
        for (index, slot) in place.opens.iter().enumerate() {
            let mut field = |name: &str, value: String| fields.push((format!("s{index}-{name}"), value));
            let (how, days) = how_of(&slot.rule, slot.starts_on);
            field("how", how.to_owned());
            for day in days {
                field(letters(day), "on".to_owned());
            }
            field("from", clock(slot.from));
            field("until", clock(slot.until));
            field("starts", slot.starts_on.to_string());
            field("ends", if let End::On(day) = slot.rule.end { day.to_string() } else { String::new() });
            field("rule", if how == "other" { slot.rule.to_string() } else { String::new() });
            field("except", dates(&slot.except));
            field("also", dates(&slot.also));
        }
        Self::sent(s, &fields)
    }

    /// The form as it was sent: everything typed stays.
    pub(crate) fn sent(s: &Shell, fields: &Fields) -> Self {
        let get = |name: &str| Self::field(fields, name).to_owned();
        let choice = |key: &str, words: String, chosen: bool| (key.to_owned(), words, chosen);
        let (kind, territory) = (get("kind"), get("territory"));
        let filled: Vec<usize> = (0..count(fields)).filter(|i| !get(&format!("s{i}-from")).is_empty()).collect();
        let mut slots: Vec<SlotForm> =
            (0..).zip(&filled).map(|(index, from)| SlotForm::sent(s, fields, *from, index, false)).collect();
        slots.push(SlotForm::sent(s, &Vec::new(), 0, slots.len(), true));
        let regions = (1u8..).zip(territory::REGIONS);
        Self {
            name: get("name"),
            kinds: PlaceKind::ALL.iter().map(|k| choice(k.key(), text::label(s.lang, k), k.key() == kind)).collect(),
            municipality: get("municipality"),
            address: get("address"),
            notes: get("notes"),
            territories: regions
                .map(|(region, name)| {
                    let here = territory::all().iter().filter(|t| t.region == region);
                    (name, here.map(|t| choice(t.code, t.name.to_owned(), t.code == territory)).collect())
                })
                .collect(),
            point: get("point"),
            hours: get("hours"),
            public: get("public") == "on",
            sells: Food::ALL
                .iter()
                .map(|f| choice(f.key(), text::label(s.lang, f), get(&format!("sells-{}", f.key())) == "on"))
                .collect(),
            slots,
        }
    }

    /// The place that the fields make of an old one.
    pub(crate) fn read(fields: &Fields, old: &Place, book: &Book) -> Result<Place, Refusal> {
        let get = |name: &str| Self::field(fields, name).to_owned();
        let point = get("point");
        let point =
            if point.is_empty() { None } else { Some(Point::parse(&point).ok_or(Refusal::NotAPoint { written: point })?) };
        let slots = (0..count(fields)).map(|index| read_slot(fields, index, book)).collect::<Result<Vec<_>, _>>()?;
        let is_on = |name: &str| get(name) == "on";
        if get("name").is_empty() {
            return Err(Refusal::PlaceNameNeeded);
        }
        Ok(Place {
            name: get("name"),
            kind: PlaceKind::ALL.into_iter().find(|k| k.key() == get("kind")).unwrap_or(old.kind),
            municipality: get("municipality"),
            hours: get("hours"),
            public: is_on("public"),
            address: get("address"),
            notes: get("notes"),
            territory: get("territory"),
            point,
            sells: Food::ALL.into_iter().filter(|f| is_on(&format!("sells-{}", f.key()))).collect(),
            opens: slots.into_iter().flatten().collect(),
            ..old.clone()
        })
    }
}

impl SlotForm {
    /// The hours that were sent under a number, shown under another: emptied ones are left out.
    fn sent(s: &Shell, fields: &Fields, from: usize, index: usize, is_new: bool) -> Self {
        let get = |name: &str| PlaceForm::field(fields, &format!("s{from}-{name}")).to_owned();
        let how = Some(get("how")).filter(|how| !how.is_empty()).unwrap_or_else(|| "weekly".to_owned());
        Self {
            index,
            is_new,
            from: get("from"),
            until: get("until"),
            starts: get("starts"),
            ends: get("ends"),
            hows: HOWS.iter().map(|key| ((*key).to_owned(), s.t(&format!("place-slot-{key}")), **key == *how)).collect(),
            days: WEEK
                .iter()
                .map(|day| {
                    let number = day.to_monday_one_offset();
                    (letters(*day).to_owned(), s.t(&format!("format-weekday-{number}")), get(letters(*day)) == "on")
                })
                .collect(),
            rule: get("rule"),
            except: get("except"),
            also: get("also"),
        }
    }
}

fn time(text: &str) -> Result<Time, Refusal> {
    read_clock(text).ok_or_else(|| Refusal::NotATime { written: text.to_owned() })
}

/// One of the hours; nothing when its opening time was emptied.
fn read_slot(fields: &Fields, index: usize, book: &Book) -> Result<Option<Slot>, Refusal> {
    let get = |name: &str| PlaceForm::field(fields, &format!("s{index}-{name}"));
    if get("from").is_empty() {
        return Ok(None);
    }
    let days: Vec<Weekday> =
        ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].into_iter().filter(|d| get(d) == "on").filter_map(weekday).collect();
    let how = get("how");
    let mut rule = match how {
        "once" => Rule::once(),
        "other" => Rule::parse(get("rule"))?,
        _ if days.is_empty() => return Err(Refusal::NoDays),
        how => {
            let mut rule = Rule::weekly(&days);
            if let Some(nth) = nth_of(how) {
                rule.every = Every::Month;
                rule.days = days.iter().map(|day| OnDay { nth, day: *day }).collect();
            } else if how == "second" {
                rule.interval = 2;
            }
            rule
        }
    };
    if !get("ends").is_empty() && how != "once" {
        rule.end = End::On(form::day(get("ends"))?);
    }
    let starts_on = if get("starts").is_empty() { book.season.starts_on } else { form::day(get("starts"))? };
    if let End::On(last) = rule.end
        && last < starts_on
    {
        return Err(Refusal::WrongDates { from: starts_on, until: last });
    }
    let (from, until) = (time(get("from"))?, time(get("until"))?);
    Ok(Some(Slot { starts_on, rule, from, until, except: read_dates(get("except"))?, also: read_dates(get("also"))? }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_form_has_words_for_what_markets_do() {
        for (rule, how, days) in [
            ("FREQ=WEEKLY;BYDAY=SA;UNTIL=20251011", "weekly", 1),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR", "second", 2),
            ("FREQ=MONTHLY;BYDAY=1SA", "month-1", 1),
            ("FREQ=MONTHLY;BYDAY=-1SU", "month-last", 1),
            ("FREQ=DAILY", "weekly", 7),
            ("FREQ=DAILY;COUNT=1", "once", 0),
            ("FREQ=MONTHLY;BYDAY=1SA,3SU", "other", 0),
            ("FREQ=WEEKLY;BYDAY=SA;COUNT=5", "other", 0),
            ("FREQ=WEEKLY", "weekly", 1),
        ] {
            let (found, chosen) = how_of(&Rule::parse(rule).expect("a rule"), date(2025, 7, 5));
            assert_eq!((found, chosen.len()), (how, days), "{rule}");
        }
    }
}
