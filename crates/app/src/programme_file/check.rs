//! What a programme file says that cannot be, each at its place. The engine refuses the same; here a person
//! also learns the line.

use super::offer::key_of;
use super::place::{Places, refuse_at, unreadable};
use super::{ClassSection, ProgrammeFile, VendorSection};
use crate::paper;
use domain::coupon::Funding;
use domain::ids::ProgrammeId;
use domain::programme::Entry;
use domain::refusal::Refusal;
use print::Colour;

impl ProgrammeFile {
    /// Reads a file as it is on disk, and checks all that it says; a refusal says the line and the column.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
            refuse_at(&good, good.len(), Refusal::NotUtf8)
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let file: Self = toml::from_str(text).map_err(|error| unreadable(text, &error))?;
        if let Some(places) = Places::of(text) {
            file.check(&places)?;
        }
        Ok(file)
    }

    fn check(&self, at: &Places<'_>) -> Result<(), Refusal> {
        self.check_programme(at)?;
        self.check_keys(at)?;
        for (index, fund) in self.fund.iter().enumerate() {
            if let Err((key, refusal)) = self.terms_of(&fund.terms) {
                return Err(at.refuse_inside("fund", index, ("terms", key), refusal));
            }
        }
        for (index, class) in self.class.iter().enumerate() {
            self.check_class(at, index, class)?;
        }
        for (index, place) in self.place.iter().enumerate() {
            if let Err((key, refusal)) = place.check(&self.season) {
                return Err(at.refuse("place", index, key, refusal));
            }
        }
        for (index, vendor) in self.vendor.iter().enumerate() {
            self.check_vendor(at, index, vendor)?;
        }
        self.check_offers(at)?;
        self.check_paper(at)
    }

    fn check_programme(&self, at: &Places<'_>) -> Result<(), Refusal> {
        let bad = |section: &str, rule: &str, written: String| {
            Err(at.refuse(section, 0, rule, Refusal::BadRule { rule: rule.to_owned(), written }))
        };
        let p = &self.programme;
        if p.number == Some(0) {
            return bad("programme", "number", "0".to_owned());
        }
        if jiff::tz::TimeZone::get(&p.time_zone).is_err() {
            return bad("programme", "time_zone", p.time_zone.clone());
        }
        if text::Lang::parse(&p.language).is_none() {
            return bad("programme", "language", p.language.clone());
        }
        if let Some(code) = p.territories.iter().find(|code| domain::territory::by_code(code).is_none()) {
            return Err(at.refuse("programme", 0, "territories", Refusal::UnknownTerritory { territory: code.clone() }));
        }
        let season = &self.season;
        for (key, from, until) in
            [("ends_on", season.starts_on, season.ends_on), ("last_claim_on", season.ends_on, season.last_claim_on)]
        {
            if from > until {
                return Err(at.refuse("season", 0, key, Refusal::WrongDates { from, until }));
            }
        }
        if self.rules.approvals < 2 {
            return bad("rules", "approvals", self.rules.approvals.to_string());
        }
        if self.rules.overcommitment_percent < 1 {
            return bad("rules", "overcommitment_percent", self.rules.overcommitment_percent.to_string());
        }
        Ok(())
    }

    /// Short names are well formed and used once in their kind.
    fn check_keys(&self, at: &Places<'_>) -> Result<(), Refusal> {
        let funds: Vec<&str> = self.fund.iter().map(|f| f.key.as_str()).collect();
        let places: Vec<&str> = self.place.iter().map(|p| p.key.as_str()).collect();
        let partners: Vec<&str> = self.partner.iter().map(|p| p.key.as_str()).collect();
        let vendors: Vec<&str> = self.vendor.iter().map(|v| v.key.as_str()).collect();
        let programme = vec![self.programme.key.as_str()];
        let offers: Vec<&str> = self.offer.iter().map(|o| o.key.as_str()).collect();
        for (section, keys) in [
            ("programme", programme),
            ("fund", funds),
            ("offer", offers),
            ("place", places),
            ("partner", partners),
            ("vendor", vendors),
        ] {
            for (index, key) in keys.iter().enumerate() {
                let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
                if key.is_empty() || key.len() > 64 || !key.bytes().all(good) {
                    return Err(at.refuse(section, index, "key", Refusal::BadKey { key: (*key).to_owned() }));
                }
                if keys[..index].contains(key) {
                    return Err(at.refuse(section, index, "key", Refusal::KeyTaken { key: (*key).to_owned() }));
                }
            }
        }
        // A band's name may be anything people say, such as « 4+ ».
        for (index, band) in self.band.iter().enumerate() {
            if self.band[..index].iter().any(|other| other.key == band.key) {
                return Err(at.refuse("band", index, "key", Refusal::KeyTaken { key: band.key.clone() }));
            }
        }
        Ok(())
    }

    fn check_class(&self, at: &Places<'_>, index: usize, class: &ClassSection) -> Result<(), Refusal> {
        let no = |key: &str, refusal: Refusal| Err(at.refuse("class", index, key, refusal));
        let letter = class.letter;
        if !letter.is_ascii_uppercase() {
            return no("letter", Refusal::BadRule { rule: "letter".to_owned(), written: letter.to_string() });
        }
        if self.class[..index].iter().any(|other| other.letter == letter) {
            return no("letter", Refusal::KeyTaken { key: letter.to_string() });
        }
        if class.funding == Funding::Sold && class.expires_on.is_some() {
            return no("expires_on", Refusal::SoldNeverExpires);
        }
        if let (Some(from), Some(until)) = (class.starts_on, class.expires_on)
            && from > until
        {
            return no("expires_on", Refusal::WrongDates { from, until });
        }
        // Merchants are paid for what they bring in until the last claim; nobody may spend a coupon after the
        // season's last day.
        let last = self.season.ends_on.min(self.season.last_claim_on);
        if let Some(on) = class.expires_on.filter(|on| *on > last) {
            return no("expires_on", Refusal::BeyondSeason { on, last });
        }
        if Colour::parse(&class.colour).is_none() {
            return no("colour", Refusal::BadRule { rule: "colour".to_owned(), written: class.colour.clone() });
        }
        match self.class_of(class) {
            Err(refusal @ Refusal::UnknownFund { .. }) => no("bonus_fund", refusal),
            Err(refusal @ Refusal::UnknownPlace { .. }) => no("places", refusal),
            Err(refusal) => no("unit", refusal),
            Ok(_) => Ok(()),
        }
    }

    /// An offer names what there is, and its price is what it gives.
    fn check_offers(&self, at: &Places<'_>) -> Result<(), Refusal> {
        let (mut classes, mut funds) = (Vec::new(), Vec::new());
        let no = |index, key, refusal| at.refuse("offer", index, key, refusal);
        let mut offers = Vec::with_capacity(self.offer.len());
        for (index, section) in self.offer.iter().enumerate() {
            offers.push(section.offer(self).map_err(|(key, refusal)| no(index, key, refusal))?);
        }
        for entry in self.entries()? {
            match entry {
                Entry::Class(class) => classes.push(class),
                Entry::Fund(fund) => funds.push(fund),
                _ => {}
            }
        }
        for (index, offer) in offers.iter().enumerate() {
            offer.check(&classes, &funds).map_err(|refusal| no(index, key_of(&refusal), refusal))?;
        }
        Ok(())
    }

    fn check_vendor(&self, at: &Places<'_>, index: usize, vendor: &VendorSection) -> Result<(), Refusal> {
        if let Some(key) = vendor.places.iter().find(|key| !self.place.iter().any(|p| p.key == **key)) {
            return Err(at.refuse("vendor", index, "places", Refusal::UnknownPlace { place: key.clone() }));
        }
        if let Some(letter) = vendor.classes.iter().find(|letter| !self.class.iter().any(|c| c.letter == **letter)) {
            return Err(at.refuse("vendor", index, "classes", Refusal::UnknownClass { class: letter.to_string() }));
        }
        Ok(())
    }

    /// What cannot be printed on a coupon, and does not change afterwards.
    fn check_paper(&self, at: &Places<'_>) -> Result<(), Refusal> {
        let identity = self.identity(ProgrammeId(self.programme.number.unwrap_or(1)));
        for class in self.entries()?.iter().filter_map(|e| if let Entry::Class(class) = e { Some(class) } else { None }) {
            if let Err(refusal) = paper::can_print(&identity, &self.rules(), class, &self.homes(class)) {
                let key = match &refusal {
                    Refusal::TooLongToPrint { part } | Refusal::NotPrintable { part, .. } => match part.as_str() {
                        "check_at" => "host",
                        "conditions" => "conditions",
                        "territory" => "territory",
                        _ => "name",
                    },
                    _ => "name",
                };
                return Err(at.refuse("programme", 0, key, refusal));
            }
        }
        Ok(())
    }
}
