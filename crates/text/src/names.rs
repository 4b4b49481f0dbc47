//! Names for the numbers that facts carry.

use domain::amount::Unit;
use domain::ids::{FundId, PartnerId, PlaceId, VendorId};
use domain::programme::Book;
use jiff::tz::TimeZone;
use std::fmt::Display;

/// Whatever can say what people call a thing, and where the programme lives.
pub trait Names {
    /// A merchant's name.
    fn vendor(&self, id: VendorId) -> String;
    /// A place's name.
    fn place(&self, id: PlaceId) -> String;
    /// A fund's name.
    fn fund(&self, id: FundId) -> String;
    /// An organisation's name.
    fn partner(&self, id: PartnerId) -> String;
    /// `CAD`, or the name people give a private unit, such as `Petite-Monnaie`.
    fn unit_name(&self, unit: Unit) -> String;
    /// The programme's time zone.
    fn zone(&self) -> TimeZone;
}

/// The name, or the number with its prefix when the book does not have it.
fn known<T>(id: impl Display, found: Option<&T>, name: impl Fn(&T) -> &String) -> String {
    found.map_or_else(|| id.to_string(), |item| name(item).clone())
}

impl Names for Book {
    fn vendor(&self, id: VendorId) -> String {
        known(id, Self::vendor(self, id), |v| &v.name)
    }

    fn place(&self, id: PlaceId) -> String {
        known(id, Self::place(self, id), |p| &p.name)
    }

    fn fund(&self, id: FundId) -> String {
        known(id, Self::fund(self, id), |f| &f.name)
    }

    fn partner(&self, id: PartnerId) -> String {
        known(id, Self::partner(self, id), |p| &p.name)
    }

    fn unit_name(&self, unit: Unit) -> String {
        match usize::from(unit.0).checked_sub(1) {
            None => "CAD".to_owned(),
            Some(index) => self.units.get(index).map_or_else(|| "?".to_owned(), |u| u.name.clone()),
        }
    }

    fn zone(&self) -> TimeZone {
        Self::zone(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, amount};
    use domain::amount::Amount;
    use domain::ids::ProgrammeId;
    use domain::programme::{Identity, Place, PrivateUnit, Rules, Season};
    use jiff::civil::date;

    fn book() -> Book {
        let word = String::new;
        let identity = Identity {
            id: ProgrammeId(1),
            key: word(),
            name: word(),
            territory: word(),
            carrier: word(),
            fiduciary: word(),
            time_zone: "America/Toronto".into(),
            language: "fr".into(),
            host: word(),
            territories: vec![],
            simulated: false,
            published_figures: false,
            conditions: word(),
            receipts: None,
        };
        let day = date(2025, 7, 1);
        let place = Place {
            id: PlaceId(1),
            key: "marche".into(),
            name: "Marché de Deschambault".into(),
            kind: domain::programme::PlaceKind::Market,
            municipality: word(),
            hours: word(),
            public: true,
            address: String::new(),
            notes: String::new(),
            territory: String::new(),
            point: None,
            sells: vec![],
            opens: vec![],
            closures: vec![],
        };
        Book {
            identity,
            season: Season { starts_on: day, ends_on: day, last_claim_on: day },
            rules: Rules::default(),
            units: vec![PrivateUnit { code: "x-petite-monnaie".into(), name: "Petite-Monnaie".into() }],
            bands: vec![],
            classes: vec![],
            places: vec![place],
            partners: vec![],
            vendors: vec![],
            funds: vec![],
            offers: vec![],
            agreements: vec![],
            grants: vec![],
            signing_keys: vec![],
            amendments: vec![],
            closed_at: None,
        }
    }

    #[test]
    fn a_book_knows_names() {
        let book = book();
        let names: &dyn Names = &book;
        assert_eq!(names.place(PlaceId(1)), "Marché de Deschambault");
        assert_eq!(names.place(PlaceId(2)), "plc_2");
        assert_eq!(names.vendor(VendorId(0)), "vnd_0");
        assert_eq!(names.unit_name(Unit::CAD), "CAD");
        assert_eq!(names.unit_name(Unit(2)), "?");
        assert_eq!(amount(Lang::Fr, Amount { minor: 1_250, unit: Unit(1) }, names), "12,50\u{a0}Petite-Monnaie");
        assert_eq!(amount(Lang::Fr, Amount::cad(1_250), names), "12,50\u{a0}$");
    }
}
