//! `[[place]]` in a programme file: a place with its hours, as its territory writes it.

use domain::hours::{Slot, read_clock};
use domain::ids::PlaceId;
use domain::place::{Food, Place, PlaceKind, Point};
use domain::programme::Season;
use domain::recurrence::{End, Rule};
use domain::refusal::Refusal;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Deserializer};

/// What the reader says of what it cannot read; our own sentences are said instead.
pub(super) const NOT_A_TIME: &str = "not a time of day";
pub(super) const NOT_A_RULE: &str = "not a rule of days";
pub(super) const NOT_A_POINT: &str = "not a point";

/// `[[place]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceSection {
    pub(super) key: String,
    pub(crate) name: String,
    #[serde(default)]
    kind: PlaceKind,
    #[serde(default)]
    municipality: String,
    #[serde(default)]
    hours: String,
    #[serde(default = "yes")]
    public: bool,
    #[serde(default)]
    address: String,
    #[serde(default)]
    notes: String,
    #[serde(default)]
    territory: String,
    #[serde(default, deserialize_with = "point")]
    point: Option<Point>,
    #[serde(default)]
    sells: Vec<Food>,
    #[serde(default)]
    opens: Vec<OpensSection>,
}

/// One of `opens`: hours that come back.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OpensSection {
    #[serde(deserialize_with = "rule")]
    rule: Rule,
    #[serde(deserialize_with = "time")]
    from: Time,
    #[serde(deserialize_with = "time")]
    until: Time,
    /// The season's first day when absent.
    starts_on: Option<Date>,
    /// The season's last day when absent and the rule has no end of its own.
    ends_on: Option<Date>,
    #[serde(default)]
    except: Vec<Date>,
    #[serde(default)]
    also: Vec<Date>,
}

fn yes() -> bool {
    true
}

fn read<'de, D: Deserializer<'de>, T>(from: D, make: impl Fn(&str) -> Option<T>, no: &str) -> Result<T, D::Error> {
    let text = String::deserialize(from)?;
    make(&text).ok_or_else(|| serde::de::Error::custom(no))
}

fn rule<'de, D: Deserializer<'de>>(from: D) -> Result<Rule, D::Error> {
    read(from, |text| Rule::parse(text).ok(), NOT_A_RULE)
}

fn time<'de, D: Deserializer<'de>>(from: D) -> Result<Time, D::Error> {
    read(from, read_clock, NOT_A_TIME)
}

fn point<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Point>, D::Error> {
    read(from, Point::parse, NOT_A_POINT).map(Some)
}

impl OpensSection {
    fn slot(&self, season: &Season) -> Slot {
        let mut rule = self.rule.clone();
        if let Some(last) = self.ends_on {
            rule.end = End::On(last);
        } else if rule.end == End::Never {
            rule.end = End::On(season.ends_on);
        }
        Slot {
            starts_on: self.starts_on.unwrap_or(season.starts_on),
            rule,
            from: self.from,
            until: self.until,
            except: self.except.clone(),
            also: self.also.clone(),
        }
    }
}

impl PlaceSection {
    /// The place, without its number.
    pub(super) fn place(&self, season: &Season) -> Place {
        Place {
            id: PlaceId(0),
            key: self.key.clone(),
            name: self.name.clone(),
            kind: self.kind,
            municipality: self.municipality.clone(),
            hours: self.hours.clone(),
            public: self.public,
            address: self.address.clone(),
            notes: self.notes.clone(),
            territory: self.territory.clone(),
            point: self.point,
            sells: self.sells.clone(),
            opens: self.opens.iter().map(|opens| opens.slot(season)).collect(),
            closures: Vec::new(),
        }
    }

    /// What it says that cannot be, and under which key.
    pub(super) fn check(&self, season: &Season) -> Result<(), (&'static str, Refusal)> {
        self.place(season).check().map_err(|refusal| {
            let key = match &refusal {
                Refusal::UnknownTerritory { .. } => "territory",
                Refusal::NotAPoint { .. } => "point",
                Refusal::TooLongText { .. } => "notes",
                _ => "opens",
            };
            (key, refusal)
        })
    }
}
