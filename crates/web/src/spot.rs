//! A place as pages show it: what it is, what it sells, and when it opens next.

use crate::page::Shell;
use app::domain::hours::Opening;
use app::domain::place::Place;
use app::domain::programme::Book;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

/// Closures further away than this are not said yet, days.
const SOON_DAYS: i64 = 14;

/// A place as pages show it.
pub(crate) struct Spot {
    pub(crate) id: u32,
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) municipality: String,
    /// The code of its territory; empty when it does not say.
    pub(crate) territory: String,
    pub(crate) address: String,
    pub(crate) notes: String,
    /// Its hours, one sentence each, and what else is said of them.
    pub(crate) hours: Vec<String>,
    /// When it opens next, or that it does not.
    pub(crate) next: String,
    pub(crate) is_open: bool,
    /// Whether it ever said when it opens.
    pub(crate) has_hours: bool,
    /// The days it is closed all the same, soon.
    pub(crate) closed: Vec<String>,
    /// Key and words of each family of food.
    pub(crate) sells: Vec<(&'static str, String)>,
    pub(crate) public: bool,
    /// For sorting: the next opening, else the end of time.
    pub(crate) soon: Option<Opening>,
}

/// A sentence that begins with a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// « Aujourd’hui, de 9 h à 13 h ».
pub(crate) fn when(s: &Shell, opening: &Opening, today: Date) -> String {
    let hours = text::opening(s.lang, opening);
    if opening.on == today {
        s.w("place-today", "hours", hours)
    } else if today.checked_add(1.day()).is_ok_and(|tomorrow| tomorrow == opening.on) {
        s.w("place-tomorrow", "hours", hours)
    } else {
        s.ww("place-on-day", "day", capital(&text::date_full(s.lang, opening.on)), "hours", hours)
    }
}

impl Spot {
    pub(crate) fn of(s: &Shell, book: &Book, place: &Place, now: Timestamp) -> Self {
        let zone = book.zone();
        let today = book.day_of(now);
        let soon = place.next_opening(now, &zone);
        let is_open = soon.is_some_and(|opening| opening.holds(now, &zone));
        let next = match &soon {
            Some(opening) if is_open => s.w("place-open-now", "hours", text::opening(s.lang, opening)),
            Some(opening) => when(s, opening, today),
            None if place.opens.is_empty() => String::new(),
            None => s.t("place-no-more"),
        };
        let until = today.checked_add(SOON_DAYS.days()).unwrap_or(today);
        let closed = place
            .closures
            .iter()
            .filter(|closure| closure.on >= today && closure.on <= until)
            .map(|closure| {
                let (day, why) = (text::date_full(s.lang, closure.on), text::label(s.lang, &closure.why).to_lowercase());
                s.ww("place-closed-on", "day", day, "why", why)
            })
            .collect();
        let mut hours: Vec<String> = place.opens.iter().map(|slot| capital(&text::slot(s.lang, slot))).collect();
        hours.extend(Some(place.hours.clone()).filter(|note| !note.is_empty()));
        Self {
            id: place.id.0,
            key: place.key.clone(),
            name: place.name.clone(),
            kind: text::label(s.lang, &place.kind),
            municipality: place.municipality.clone(),
            territory: place.territory.clone(),
            address: place.address.clone(),
            notes: place.notes.clone(),
            hours,
            next,
            is_open,
            has_hours: !place.opens.is_empty(),
            closed,
            sells: place.sells.iter().map(|food| (food.key(), text::label(s.lang, food))).collect(),
            public: place.public,
            soon,
        }
    }

    /// The public places of a programme, those that open first before the others.
    pub(crate) fn public(s: &Shell, book: &Book, now: Timestamp) -> Vec<Self> {
        let mut spots: Vec<Self> =
            book.places.iter().filter(|place| place.public).map(|place| Self::of(s, book, place, now)).collect();
        spots.sort_by_key(|spot| (spot.soon.is_none(), spot.soon));
        spots
    }
}
