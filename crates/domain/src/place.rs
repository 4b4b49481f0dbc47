//! Places: where coupons are exchanged for food. A public market, a farm stand, U-pick, a basket drop point. What
//! they sell, where they are, when they are open, and the days they are closed all the same.

use crate::command::Outcome;
use crate::hours::{self, Opening, Slot};
use crate::ids::PlaceId;
use crate::refusal::Refusal;
use crate::territory;
use crate::world::{Step, World};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// What kind of exchange point a place is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// A public market.
    #[default]
    Market,
    /// A staffed farm stand.
    FarmStand,
    /// A self-service stand with a cash box counted later.
    SelfService,
    /// U-pick.
    UPick,
    /// A basket drop point.
    DropPoint,
    /// A shop, or anything else.
    Shop,
}

impl PlaceKind {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Market, Self::FarmStand, Self::SelfService, Self::UPick, Self::DropPoint, Self::Shop];

    /// The stable name used in files and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Market => "market",
            Self::FarmStand => "farm_stand",
            Self::SelfService => "self_service",
            Self::UPick => "u_pick",
            Self::DropPoint => "drop_point",
            Self::Shop => "shop",
        }
    }
}

/// A family of food, with its symbol.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Food {
    /// Fruit and vegetables.
    Produce,
    /// Meat.
    Meat,
    /// Fish and seafood.
    Fish,
    /// Eggs.
    Eggs,
    /// Milk and cheese.
    Dairy,
    /// Bread and pastry.
    Bread,
    /// Honey and maple.
    Honey,
    /// Jam, pickles, dishes and other processed food.
    Processed,
    /// Plants and seedlings.
    Plants,
}

impl Food {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 9] =
        [Self::Produce, Self::Meat, Self::Fish, Self::Eggs, Self::Dairy, Self::Bread, Self::Honey, Self::Processed, Self::Plants];

    /// The stable name used in files, symbols and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Produce => "produce",
            Self::Meat => "meat",
            Self::Fish => "fish",
            Self::Eggs => "eggs",
            Self::Dairy => "dairy",
            Self::Bread => "bread",
            Self::Honey => "honey",
            Self::Processed => "processed",
            Self::Plants => "plants",
        }
    }
}

/// A point of the Earth, in millionths of a degree: never a float.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// North is positive.
    pub latitude: i32,
    /// East is positive.
    pub longitude: i32,
}

impl Point {
    /// Reads `46,8467, -71,8721`, `46.8467 -71.8721` or a pasted pair of numbers; at most six decimals count.
    pub fn parse(text: &str) -> Option<Self> {
        let clean = text.trim().replace('°', " ");
        // With decimal commas the two numbers are apart by a space or a semicolon.
        let parts: Vec<&str> = clean.split([' ', ';', '\u{a0}']).map(|p| p.trim_matches(',')).filter(|p| !p.is_empty()).collect();
        let (latitude, longitude) = match parts.as_slice() {
            [one] => one.split_once(',')?,
            [first, second] => (*first, *second),
            _ => return None,
        };
        let point = Self { latitude: micro(latitude)?, longitude: micro(longitude)? };
        point.is_on_earth().then_some(point)
    }

    const fn is_on_earth(self) -> bool {
        self.latitude.unsigned_abs() <= 90_000_000 && self.longitude.unsigned_abs() <= 180_000_000
    }
}

fn micro(text: &str) -> Option<i32> {
    let text = text.trim();
    let (is_south, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    if whole.is_empty() || whole.len() > 3 || !(whole.to_owned() + part).bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part: String = part.chars().chain("000000".chars()).take(6).collect();
    let value = whole.parse::<i32>().ok()? * 1_000_000 + part.parse::<i32>().ok()?;
    Some(if is_south { -value } else { value })
}

impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let one = |value: i32| {
            let sign = if value < 0 { "-" } else { "" };
            let value = value.unsigned_abs();
            format!("{sign}{}.{:06}", value / 1_000_000, value % 1_000_000).trim_end_matches('0').trim_end_matches('.').to_owned()
        };
        write!(f, "{}, {}", one(self.latitude), one(self.longitude))
    }
}

/// Why a place is closed on a day when it should be open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyClosed {
    /// Storm, heat, wind.
    Weather,
    /// A holiday or a local event.
    Holiday,
    /// Nobody to hold it, or no merchant.
    Nobody,
    /// The site cannot be used.
    Site,
    /// Something else.
    Other,
}

impl WhyClosed {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Weather, Self::Holiday, Self::Nobody, Self::Site, Self::Other];

    /// The stable name used in files and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Weather => "weather",
            Self::Holiday => "holiday",
            Self::Nobody => "nobody",
            Self::Site => "site",
            Self::Other => "other",
        }
    }
}

/// A day on which a place is closed all the same.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Closure {
    /// The day.
    pub on: Date,
    /// Why.
    pub why: WhyClosed,
}

/// A market, farm stand or other exchange point.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Place {
    /// Given out by the programme.
    pub id: PlaceId,
    /// Short name in files.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// Kind.
    #[serde(default)]
    pub kind: PlaceKind,
    /// Municipality.
    #[serde(default)]
    pub municipality: String,
    /// What is to be said of its hours, beside [`Self::opens`].
    #[serde(default)]
    pub hours: String,
    /// Shown on public pages.
    #[serde(default = "yes")]
    pub public: bool,
    /// Street and number, or how to find it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// How one gets in, parking, bus; whatever helps.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// The code of its MRC or equivalent territory.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub territory: String,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Point>,
    /// What it sells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sells: Vec<Food>,
    /// When it is open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opens: Vec<Slot>,
    /// The days it is closed all the same, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closures: Vec<Closure>,
}

fn yes() -> bool {
    true
}

/// The most rules of one place.
pub const MOST_SLOTS: usize = 12;
/// The most closures of one place.
const MOST_CLOSURES: usize = 200;
/// The longest text of a place.
pub const LONGEST: usize = 300;
/// How far the next opening is looked for, days.
const AHEAD_DAYS: i64 = 400;

impl Place {
    /// Why it is closed on a day, if it is.
    pub fn closure(&self, on: Date) -> Option<&Closure> {
        self.closures.iter().find(|closure| closure.on == on)
    }

    /// Its hours from one day to another, both included, closed days too.
    pub fn planned(&self, from: Date, to: Date) -> Vec<Opening> {
        hours::openings(&self.opens, from, to)
    }

    /// When it is really open from one day to another, both included.
    pub fn openings(&self, from: Date, to: Date) -> Vec<Opening> {
        let mut planned = self.planned(from, to);
        planned.retain(|opening| self.closure(opening.on).is_none());
        planned
    }

    /// The first opening that is not over at an instant.
    pub fn next_opening(&self, after: Timestamp, zone: &TimeZone) -> Option<Opening> {
        let today = after.to_zoned(zone.clone()).date();
        let last = today.checked_add(AHEAD_DAYS.days()).ok()?;
        self.openings(today, last).into_iter().find(|opening| opening.ends(zone).is_some_and(|ends| ends > after))
    }

    /// Whether it is open at an instant.
    pub fn is_open(&self, at: Timestamp, zone: &TimeZone) -> bool {
        let today = at.to_zoned(zone.clone()).date();
        self.openings(today, today).iter().any(|opening| opening.holds(at, zone))
    }

    /// What cannot be said of a place, wherever it comes from.
    pub fn check(&self) -> Result<(), Refusal> {
        if !self.territory.is_empty() && territory::by_code(&self.territory).is_none() {
            return Err(Refusal::UnknownTerritory { territory: self.territory.clone() });
        }
        if let Some(point) = self.point
            && !point.is_on_earth()
        {
            return Err(Refusal::NotAPoint { written: point.to_string() });
        }
        if self.opens.len() > MOST_SLOTS {
            return Err(Refusal::TooMany { limit: MOST_SLOTS as u64 });
        }
        for text in [&self.address, &self.notes] {
            if text.chars().count() > LONGEST {
                return Err(Refusal::TooLongText { limit: LONGEST as u64 });
            }
        }
        self.opens.iter().try_for_each(Slot::check)
    }
}

/// Changes what is said of a place. Its short name and its closures stay: they have commands of their own.
pub(crate) fn change<W: World>(world: &mut W, new: &Place) -> Step<Outcome, W> {
    let mut place = known(world, new.id)?;
    let (key, closures) = (place.key, place.closures);
    place = Place { key, closures, ..new.clone() };
    if place.name.trim().is_empty() {
        return Err(Refusal::PlaceNameNeeded.into());
    }
    for text in [&place.name, &place.municipality, &place.hours] {
        if text.chars().count() > LONGEST {
            return Err(Refusal::TooLongText { limit: LONGEST as u64 }.into());
        }
    }
    place.check()?;
    world.change_place(place)?;
    Ok(Outcome::Done)
}

/// Closes a place on a day when it should be open.
pub(crate) fn close_day<W: World>(world: &mut W, id: PlaceId, on: Date, why: WhyClosed) -> Step<Outcome, W> {
    let mut place = known(world, id)?;
    if place.openings(on, on).is_empty() {
        return Err(Refusal::NotOpenThatDay { place: id, day: on }.into());
    }
    if place.closures.len() >= MOST_CLOSURES {
        return Err(Refusal::TooMany { limit: MOST_CLOSURES as u64 }.into());
    }
    place.closures.push(Closure { on, why });
    place.closures.sort_by_key(|closure| closure.on);
    world.change_place(place)?;
    Ok(Outcome::Done)
}

/// Opens it on that day after all.
pub(crate) fn reopen_day<W: World>(world: &mut W, id: PlaceId, on: Date) -> Step<Outcome, W> {
    let mut place = known(world, id)?;
    if place.closure(on).is_none() {
        return Err(Refusal::NotClosedThatDay { place: id, day: on }.into());
    }
    place.closures.retain(|closure| closure.on != on);
    world.change_place(place)?;
    Ok(Outcome::Done)
}

fn known<W: World>(world: &W, id: PlaceId) -> Result<Place, Refusal> {
    world.book().place(id).cloned().ok_or_else(|| Refusal::UnknownPlace { place: id.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recurrence::Rule;
    use jiff::civil::{Weekday, date, time};

    fn market() -> Place {
        let saturdays = Slot {
            starts_on: date(2025, 7, 5),
            rule: Rule::weekly(&[Weekday::Saturday]),
            from: time(9, 0, 0, 0),
            until: time(13, 0, 0, 0),
            except: Vec::new(),
            also: Vec::new(),
        };
        Place {
            id: PlaceId(1),
            key: "marche".into(),
            name: "Marché".into(),
            kind: PlaceKind::Market,
            municipality: String::new(),
            hours: String::new(),
            public: true,
            address: String::new(),
            notes: String::new(),
            territory: "340".into(),
            point: None,
            sells: vec![Food::Produce],
            opens: vec![saturdays],
            closures: vec![Closure { on: date(2025, 7, 12), why: WhyClosed::Weather }],
        }
    }

    #[test]
    fn a_closed_day_is_planned_and_not_open() {
        let place = market();
        assert_eq!(place.planned(date(2025, 7, 1), date(2025, 7, 31)).len(), 4);
        assert_eq!(place.openings(date(2025, 7, 1), date(2025, 7, 31)).len(), 3);
        assert_eq!(place.closure(date(2025, 7, 12)).map(|c| c.why), Some(WhyClosed::Weather));
    }

    #[test]
    fn the_next_opening_is_the_first_that_is_not_over() {
        let (place, zone) = (market(), TimeZone::get("America/Toronto").expect("bundled zone"));
        let next = |at: &str| place.next_opening(at.parse().expect("an instant"), &zone).map(|o| o.on);
        assert_eq!(next("2025-07-01T00:00:00-04:00"), Some(date(2025, 7, 5)));
        assert_eq!(next("2025-07-05T12:59:00-04:00"), Some(date(2025, 7, 5)));
        // The twelfth is closed.
        assert_eq!(next("2025-07-05T13:00:00-04:00"), Some(date(2025, 7, 19)));
        assert!(place.is_open("2025-07-05T09:00:00-04:00".parse().expect("an instant"), &zone));
        assert!(!place.is_open("2025-07-12T10:00:00-04:00".parse().expect("an instant"), &zone));
        assert!(!place.is_open("2025-07-05T08:00:00-04:00".parse().expect("an instant"), &zone));
    }

    #[test]
    fn points_are_read_as_people_paste_them() {
        let deschambault = Some(Point { latitude: 46_650_000, longitude: -72_020_500 });
        for text in ["46.65, -72.0205", "46.65 -72.0205", "46,65 ; -72,0205", "46.65,-72.0205", "46,6500000 −72,0205"] {
            assert_eq!(Point::parse(text), deschambault, "{text}");
        }
        for text in ["", "46.65", "46.65 -72 9", "x, y", "91, 0", "0, 181", "1e2, 3", "--1, 2", "1234, 5"] {
            assert_eq!(Point::parse(text), None, "{text}");
        }
        let point = Point { latitude: -5, longitude: 180_000_000 };
        assert_eq!(point.to_string(), "-0.000005, 180");
        assert_eq!(Point::parse(&point.to_string()), Some(point));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let check = |change: fn(&mut Place)| {
            let mut place = market();
            change(&mut place);
            place.check()
        };
        assert_eq!(check(|_| ()), Ok(()));
        assert!(matches!(check(|p| p.territory = "999".into()), Err(Refusal::UnknownTerritory { .. })));
        assert!(matches!(check(|p| p.opens[0].until = p.opens[0].from), Err(Refusal::WrongHours { .. })));
        assert!(matches!(check(|p| p.notes = "x".repeat(301)), Err(Refusal::TooLongText { .. })));
        assert!(matches!(check(|p| p.opens = vec![p.opens[0].clone(); 13]), Err(Refusal::TooMany { .. })));
        let far = |p: &mut Place| p.point = Some(Point { latitude: 0, longitude: i32::MIN });
        assert!(matches!(check(far), Err(Refusal::NotAPoint { .. })));
    }

    #[test]
    fn a_place_written_before_hours_existed_is_read() {
        let old = r#"{"id":1,"key":"m","name":"M","kind":"market","municipality":"","hours":"samedi","public":true}"#;
        let place: Place = serde_json::from_str(old).expect("read");
        assert_eq!(serde_json::to_string(&place).expect("written"), old);
    }
}
