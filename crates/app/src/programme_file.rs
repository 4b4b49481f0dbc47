//! `programme.toml`: a programme written down by its territory. References are short names and letters,
//! never numbers; amounts are dollars as people write them (`"5,00"` or `"5.00"`).

mod check;
mod exchange_point;
mod fund_terms;
mod offer;
mod place;
mod written;

use domain::agreement::Agreement;
use domain::alert::Alerts;
use domain::amount::{Amount, Bps, Unit};
use domain::coupon::{Class, Funding, Medium};
use domain::donation_receipt::Charity;
use domain::fund::{Fund, FundPolicy};
use domain::ids::{ClassId, FundId, PartnerId, PlaceId, ProgrammeId, VendorId};
use domain::payment_day::PaymentEvery;
use domain::payment_route::PaymentRoute;
use domain::programme::{Band, Entry, Identity, Offline, Partner, PaymentMethod, PrivateUnit, Rules, Season, Vendor};
use domain::refusal::Refusal;
use domain::replacement::Replacement;
pub use exchange_point::PlaceSection;
use fund_terms::TermsSection;
use jiff::civil::Date;
pub use offer::{OfferSection, ShareSection};
use serde::Deserialize;
pub use written::written;

/// The file as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeFile {
    /// What identifies it.
    pub programme: ProgrammeSection,
    /// Its dates.
    pub season: Season,
    /// Its decisions.
    #[serde(default)]
    pub rules: RulesSection,
    /// Private units.
    #[serde(default)]
    pub unit: Vec<PrivateUnit>,
    /// Scale by household size.
    #[serde(default)]
    pub band: Vec<BandSection>,
    /// Funds, in the order they are used.
    #[serde(default)]
    pub fund: Vec<FundSection>,
    /// Coupon classes.
    #[serde(default)]
    pub class: Vec<ClassSection>,
    /// What the public can buy.
    #[serde(default)]
    pub offer: Vec<OfferSection>,
    /// Places.
    #[serde(default)]
    pub place: Vec<PlaceSection>,
    /// Organisations.
    #[serde(default)]
    pub partner: Vec<PartnerSection>,
    /// Merchants, with where they sell under a signed agreement.
    #[serde(default)]
    pub vendor: Vec<VendorSection>,
    /// Who issues official receipts for gifts.
    pub receipts: Option<Charity>,
    /// The notebook of decisions that it came from: kept in the file, read by [`notebook::read_back`], not by the rules.
    #[serde(default)]
    pub notebook: toml::Table,
}

/// `[programme]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeSection {
    /// Number; the next free one when absent.
    pub number: Option<u16>,
    /// Short name.
    pub key: String,
    /// Name.
    pub name: String,
    /// Territory.
    pub territory: String,
    /// Who carries it.
    pub carrier: String,
    /// Who holds the money.
    pub fiduciary: String,
    /// Time zone.
    #[serde(default = "toronto")]
    pub time_zone: String,
    /// First language.
    #[serde(default = "french")]
    pub language: String,
    /// Host of the checking address.
    pub host: String,
    /// Codes of the MRC and equivalent territories it serves.
    #[serde(default)]
    pub territories: Vec<String>,
    /// Whether the figures are simulated.
    #[serde(default)]
    pub simulated: bool,
    /// Whether a simulation is built on published figures.
    #[serde(default)]
    pub published_figures: bool,
    /// Conditions of use printed on coupons; the standard ones when empty.
    #[serde(default)]
    pub conditions: String,
}

fn toronto() -> String {
    "America/Toronto".to_owned()
}
fn french() -> String {
    "fr".to_owned()
}

/// `[rules]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RulesSection {
    accept_with_partner: bool,
    fund_policy: FundPolicy,
    overcommitment_percent: u32,
    approvals: u8,
    minimum_payment: Dollars,
    payment_target_days: u8,
    payment_every: PaymentEvery,
    payment_route: PaymentRoute,
    cooling_off_days: u8,
    refund_limit: Dollars,
    replacement: Replacement,
    on_the_spot_limit: Dollars,
    gives_change: bool,
    offline: OfflineSection,
    alerts: Alerts,
}

/// `[rules.offline]`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OfflineSection {
    value_by_day: Dollars,
    lists_hours: u32,
}

impl Default for OfflineSection {
    fn default() -> Self {
        let Offline { value_cents, lists_hours } = Offline::default();
        Self { value_by_day: Dollars(value_cents), lists_hours }
    }
}

impl Default for RulesSection {
    fn default() -> Self {
        let rules = Rules::default();
        Self {
            accept_with_partner: rules.accept_with_partner,
            fund_policy: rules.fund_policy,
            overcommitment_percent: rules.overcommitment.0 / 100,
            approvals: rules.approvals,
            minimum_payment: Dollars(rules.minimum_payment_cents),
            payment_target_days: rules.payment_target_days,
            payment_every: rules.payment_every,
            payment_route: rules.payment_route,
            cooling_off_days: rules.cooling_off_days,
            refund_limit: Dollars(rules.refund_limit_cents),
            replacement: rules.replacement,
            on_the_spot_limit: Dollars(rules.on_the_spot_cents),
            gives_change: rules.gives_change,
            offline: OfflineSection::default(),
            alerts: rules.alerts,
        }
    }
}

/// `[[band]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BandSection {
    key: String,
    label: String,
    weekly: Dollars,
}

/// `[[fund]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundSection {
    key: String,
    name: String,
    funder: String,
    #[serde(default)]
    is_sales: bool,
    /// What its funder and the programme agreed.
    #[serde(default)]
    terms: TermsSection,
}

/// `[[class]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassSection {
    letter: char,
    name: String,
    face: Dollars,
    unit: Option<String>,
    #[serde(default)]
    bonus_percent: u32,
    bonus_fund: Option<String>,
    funding: Funding,
    #[serde(default)]
    medium: Medium,
    starts_on: Option<Date>,
    expires_on: Option<Date>,
    #[serde(default = "green")]
    colour: String,
    /// Short names of the only places where it may be spent; all when empty.
    #[serde(default)]
    places: Vec<String>,
}

fn green() -> String {
    "#2f6b3a".to_owned()
}

/// `[[partner]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerSection {
    key: String,
    name: String,
}

/// `[[vendor]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VendorSection {
    key: String,
    name: String,
    #[serde(default)]
    payment_method: PaymentMethod,
    /// Letters of the classes accepted; all when empty.
    #[serde(default)]
    classes: Vec<char>,
    /// Where the merchant sells.
    #[serde(default)]
    places: Vec<String>,
    /// The place whose merchants' money they take, when payments go through markets.
    receives_for: Option<String>,
    /// When both signed the agreement, which then covers the season; no agreement without it.
    signed_on: Option<Date>,
}

/// Dollars as written: `"5"`, `"5,00"`, `"1 234.50"` or a whole number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dollars(pub i64);

impl Dollars {
    /// Reads an amount; spaces are ignored, a comma or a point before one or two digits are the cents.
    pub fn parse(text: &str) -> Option<Self> {
        let clean: String = text.chars().filter(|c| !c.is_whitespace() && *c != '$' && *c != '\u{a0}').collect();
        let clean = match clean.rsplit_once('.') {
            // English thousands, « 1,250.00 »: only where nothing else can be meant.
            Some((whole, cents)) if whole.contains(',') => {
                let mut groups = whole.split(',');
                let is_sound = groups.next().is_some_and(|g| (1..=3).contains(&g.len())) && groups.all(|g| g.len() == 3);
                if is_sound { format!("{}.{cents}", whole.replace(',', "")) } else { return None }
            }
            _ => clean,
        };
        let (whole, cents) = clean.split_once([',', '.']).unwrap_or((&clean, "0"));
        if cents.is_empty()
            || cents.len() > 2
            || whole.is_empty()
            || !(whole.to_owned() + cents).bytes().all(|b| b.is_ascii_digit())
        {
            return None;
        }
        let scale = if cents.len() == 1 { 10 } else { 1 };
        let minor = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents.parse::<i64>().ok()? * scale)?;
        Some(Self(minor))
    }
}

/// What the reader says of a bad amount; our own sentence is said instead.
const NOT_AN_AMOUNT: &str = "not an amount";

impl<'de> Deserialize<'de> for Dollars {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Whole(i64),
            Text(String),
        }
        match Written::deserialize(deserializer)? {
            Written::Whole(dollars) if dollars < 0 => None,
            Written::Whole(dollars) => dollars.checked_mul(100).map(Self),
            Written::Text(text) => Self::parse(&text),
        }
        .ok_or_else(|| serde::de::Error::custom(NOT_AN_AMOUNT))
    }
}

impl ProgrammeFile {
    /// Reads a text; the refusal says the line and the column. What it says is checked by [`Self::read`], or by the
    /// engine when the programme opens.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        toml::from_str(text).map_err(|error| place::unreadable(text, &error))
    }

    /// The decisions.
    pub fn rules(&self) -> Rules {
        let r = &self.rules;
        Rules {
            accept_with_partner: r.accept_with_partner,
            fund_policy: r.fund_policy,
            overcommitment: Bps(r.overcommitment_percent.saturating_mul(100)),
            approvals: r.approvals,
            minimum_payment_cents: r.minimum_payment.0,
            payment_target_days: r.payment_target_days,
            payment_every: r.payment_every,
            payment_route: r.payment_route,
            cooling_off_days: r.cooling_off_days,
            refund_limit_cents: r.refund_limit.0,
            replacement: r.replacement,
            on_the_spot_cents: r.on_the_spot_limit.0,
            gives_change: r.gives_change,
            offline: Offline { value_cents: r.offline.value_by_day.0, lists_hours: r.offline.lists_hours },
            alerts: r.alerts,
        }
    }

    /// What identifies it, under a number.
    pub fn identity(&self, id: ProgrammeId) -> Identity {
        let p = &self.programme;
        Identity {
            id,
            key: p.key.clone(),
            name: p.name.clone(),
            territory: p.territory.clone(),
            carrier: p.carrier.clone(),
            fiduciary: p.fiduciary.clone(),
            time_zone: p.time_zone.clone(),
            language: p.language.clone(),
            host: p.host.clone(),
            territories: p.territories.clone(),
            simulated: p.simulated,
            published_figures: p.published_figures,
            conditions: p.conditions.clone(),
            receipts: self.receipts.clone(),
        }
    }

    /// The scale.
    pub fn bands(&self) -> Vec<Band> {
        self.band.iter().map(|b| Band { key: b.key.clone(), label: b.label.clone(), weekly_cents: b.weekly.0 }).collect()
    }

    /// Everything to register, in an order in which each thing is known before it is named.
    pub fn entries(&self) -> Result<Vec<Entry>, Refusal> {
        let mut entries = Vec::new();
        for f in &self.fund {
            entries.push(Entry::Fund(Fund {
                id: FundId(0),
                key: f.key.clone(),
                name: f.name.clone(),
                funder: f.funder.clone(),
                is_sales: f.is_sales,
                terms: self.terms_of(&f.terms).map_err(|(_, refusal)| refusal)?,
            }));
        }
        for p in &self.place {
            entries.push(Entry::Place(p.place(&self.season)));
        }
        for c in &self.class {
            entries.push(Entry::Class(self.class_of(c)?));
        }
        for o in &self.offer {
            entries.push(Entry::Offer(o.offer(self).map_err(|(_, refusal)| refusal)?));
        }
        for p in &self.partner {
            entries.push(Entry::Partner(Partner { id: PartnerId(0), key: p.key.clone(), name: p.name.clone() }));
        }
        for (number, v) in (1..).zip(&self.vendor) {
            let class = |letter: &char| {
                let index = self.class.iter().position(|c| c.letter == *letter);
                index
                    .and_then(|i| u8::try_from(i + 1).ok())
                    .map(ClassId)
                    .ok_or(Refusal::UnknownClass { class: letter.to_string() })
            };
            entries.push(Entry::Vendor(Vendor {
                id: VendorId(0),
                key: v.key.clone(),
                name: v.name.clone(),
                payment_method: v.payment_method,
                classes: v.classes.iter().map(class).collect::<Result<_, _>>()?,
                receives_for: v.receives_for.as_deref().map(|key| self.place_called(key)).transpose()?,
            }));
            for key in &v.places {
                let place = self.place_called(key)?;
                if v.signed_on.is_some() {
                    entries.push(Entry::Agreement(Agreement {
                        text_digest: None,
                        vendor: VendorId(number),
                        place,
                        from: self.season.starts_on,
                        until: self.season.last_claim_on,
                        vendor_signed_on: v.signed_on,
                        programme_signed_on: v.signed_on,
                    }));
                }
            }
        }
        Ok(entries)
    }

    fn place_called(&self, key: &str) -> Result<PlaceId, Refusal> {
        let place = (1..).zip(&self.place).find(|(_, p)| p.key == *key).map(|(n, _)| PlaceId(n));
        place.ok_or_else(|| Refusal::UnknownPlace { place: key.to_owned() })
    }

    /// The names of the places where a class of this file is good, as they are printed; none when everywhere.
    pub(crate) fn homes(&self, class: &Class) -> Vec<String> {
        let found = |id: &PlaceId| self.place.get(usize::try_from(id.0).ok()?.checked_sub(1)?);
        class.places.iter().filter_map(found).map(|p| p.name.clone()).collect()
    }

    /// A fund by its short name.
    fn fund_id(&self, key: &str) -> Result<FundId, Refusal> {
        let found = (1..).zip(&self.fund).find(|(_, f)| f.key == key).map(|(n, _)| FundId(n));
        found.ok_or_else(|| Refusal::UnknownFund { fund: key.to_owned() })
    }

    fn class_of(&self, c: &ClassSection) -> Result<Class, Refusal> {
        let unit = match c.unit.as_deref() {
            None | Some("CAD") => Unit::CAD,
            Some(code) => {
                let index = self.unit.iter().position(|u| u.code == code);
                let number = index.and_then(|i| u8::try_from(i + 1).ok());
                Unit(number.ok_or_else(|| Refusal::UnknownUnit { unit: code.to_owned() })?)
            }
        };
        let bonus_fund = match &c.bonus_fund {
            None => None,
            Some(key) => Some(self.fund_id(key)?),
        };
        Ok(Class {
            id: ClassId(0),
            letter: c.letter,
            name: c.name.clone(),
            face: Amount { minor: c.face.0, unit },
            bonus: Bps(c.bonus_percent.saturating_mul(100)),
            bonus_fund,
            funding: c.funding,
            medium: c.medium,
            starts_on: c.starts_on,
            expires_on: c.expires_on,
            colour: c.colour.clone(),
            places: c.places.iter().map(|key| self.place_called(key)).collect::<Result<_, _>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dollars_are_read_as_people_write_them() {
        for (text, minor) in [("5", 500), ("5,00", 500), ("5.5", 550), ("1 234,50 $", 123_450), ("0,05", 5)] {
            assert_eq!(Dollars::parse(text), Some(Dollars(minor)), "{text}");
        }
        for text in ["", ",", "5,", "5,001", "-5", "5 dollars", "5,0,0", "99999999999999999999"] {
            assert_eq!(Dollars::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_mistake_is_shown_where_it_is() {
        let text = "[programme]\nkey = 3\n";
        let Err(Refusal::InFile { line, column, .. }) = ProgrammeFile::parse(text) else { panic!("refused") };
        assert_eq!((line, column), (2, 7));
    }
}
