//! The calendar that other programs follow: a programme's public places, or one place. A hidden place is in none.

use crate::place;
use domain::place::Place;
use domain::programme::Book;
use exchange::calendar::{Calendar, Event, When, icalendar};
use jiff::Timestamp;
use text::Lang;

/// A place's hours as events.
fn events<'a>(lang: Lang, book: &'a Book, place: &'a Place) -> Vec<Event<'a>> {
    let identity = &book.identity;
    let sells: Vec<String> = place.sells.iter().map(|food| text::label(lang, food)).collect();
    let about = [text::label(lang, &place.kind), text::list(lang, &sells), place.hours.clone(), place.notes.clone()];
    let about: Vec<String> = about.into_iter().filter(|words| !words.is_empty()).collect();
    let location = [place.address.as_str(), place.municipality.as_str()];
    let location: Vec<&str> = location.into_iter().filter(|words| !words.is_empty()).collect();
    (1..)
        .zip(&place.opens)
        .map(|(number, slot)| Event {
            uid: format!("{}-{}-{number}@{}", identity.key, place.key, identity.host),
            summary: place.name.clone(),
            location: location.join(", "),
            geo: place.point.map(|point| point.to_string().replace(", ", ";")),
            description: about.join("\n"),
            when: When::Slot { slot, closed: place.closures.iter().map(|closure| closure.on).collect() },
        })
        .collect()
}

/// A programme's public calendar: its dates, and all its public places.
pub fn of_programme(lang: Lang, book: &Book, now: Timestamp) -> String {
    let identity = &book.identity;
    let dates = [("calendar-starts", book.season.starts_on), ("calendar-ends", place::last_use(book))];
    let mut all: Vec<Event<'_>> = dates
        .into_iter()
        .map(|(key, on)| Event {
            uid: format!("{}-{key}@{}", identity.key, identity.host),
            summary: text::t(lang, key),
            location: String::new(),
            geo: None,
            description: identity.name.clone(),
            when: When::Day(on),
        })
        .collect();
    all.extend(book.places.iter().filter(|place| place.public).flat_map(|place| events(lang, book, place)));
    icalendar(&Calendar { name: &identity.name, zone: &identity.time_zone, made_at: now, events: all })
}

/// A public place's calendar; nothing of a hidden one.
pub fn of_place(lang: Lang, book: &Book, key: &str, now: Timestamp) -> Option<String> {
    let place = book.place_by_key(key).filter(|place| place.public)?;
    let events = events(lang, book, place);
    Some(icalendar(&Calendar { name: &place.name, zone: &book.identity.time_zone, made_at: now, events }))
}
