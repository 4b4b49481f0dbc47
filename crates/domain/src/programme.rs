//! A programme's book: everything a territory has decided and registered. Small, read at every command,
//! changed only by commands.

use crate::agreement::Agreement;
use crate::alert::Alerts;
use crate::amendment::Amendment;
use crate::amount::{Bps, Unit};
use crate::coupon::{Class, Funding};
use crate::donation_receipt::Charity;
use crate::fund::{Fund, FundPolicy};
use crate::ids::{ClassId, FundId, OfferId, PartnerId, PlaceId, ProgrammeId, VendorId};
use crate::offer::Offer;
use crate::payment_day::PaymentEvery;
use crate::payment_route::PaymentRoute;
pub use crate::place::{Place, PlaceKind};
use crate::refusal::Refusal;
use crate::replacement::Replacement;
use crate::role::Grant;
use crate::signing_key::SigningKey;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// The programme's dates.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Season {
    /// First day coupons are accepted.
    pub starts_on: Date,
    /// Last day coupons are accepted.
    pub ends_on: Date,
    /// Last day merchants may bring them in.
    pub last_claim_on: Date,
}

/// What the territory decided where known programmes chose differently.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Accept a coupon whose hand-out has not been reported yet.
    #[serde(default = "yes")]
    pub accept_with_partner: bool,
    /// Which fund pays.
    #[serde(default)]
    pub fund_policy: FundPolicy,
    /// How much may be promised against what was received; 10 000 is exactly that.
    #[serde(default = "whole")]
    pub overcommitment: Bps,
    /// How many different people approve a settlement run; never fewer than two.
    #[serde(default = "two")]
    pub approvals: u8,
    /// Below this a merchant waits for the next run, cents.
    #[serde(default)]
    pub minimum_payment_cents: i64,
    /// Target between a coupon's arrival and its payment, business days, shown to merchants.
    #[serde(default = "two")]
    pub payment_target_days: u8,
    /// How often a run is prepared.
    #[serde(default, skip_serializing_if = "PaymentEvery::is_as_wished")]
    pub payment_every: PaymentEvery,
    /// Which way money goes to merchants.
    #[serde(default, skip_serializing_if = "PaymentRoute::is_direct")]
    pub payment_route: PaymentRoute,
    /// How long a change of bank details waits after its confirmation, days.
    #[serde(default = "three")]
    pub cooling_off_days: u8,
    /// The most that is paid back to somebody who brings sold coupons back, cents; 0 pays nothing back.
    /// Québec's consumer protection law gives back what is left of a prepaid card when it is 5 $ or less.
    #[serde(default = "five_dollars")]
    pub refund_limit_cents: i64,
    /// Who may replace a household's lost coupons.
    #[serde(default)]
    pub replacement: Replacement,
    /// The most a market may pay in a day for coupons in doubt, decided on the spot, cents; 0 leaves every one to the
    /// coordinator.
    #[serde(default)]
    pub on_the_spot_cents: i64,
    /// Whether merchants give change on a coupon.
    #[serde(default)]
    pub gives_change: bool,
    /// What a phone may accept without a network.
    #[serde(default)]
    pub offline: Offline,
    /// From when on what merchants accepted is out of the ordinary.
    #[serde(default, skip_serializing_if = "Alerts::is_default")]
    pub alerts: Alerts,
}

/// How far a phone without a network is trusted: what may be lost if it is wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Offline {
    /// The most one phone accepts in a day before it is heard of, cents; 0 is without limit.
    pub value_cents: i64,
    /// After how many hours its lists are too old to accept anything; 0 is never.
    pub lists_hours: u32,
}

impl Default for Offline {
    fn default() -> Self {
        Self { value_cents: 100_000, lists_hours: 14 * 24 }
    }
}

fn yes() -> bool {
    true
}
fn whole() -> Bps {
    Bps::WHOLE
}
fn two() -> u8 {
    2
}
fn three() -> u8 {
    3
}
fn five_dollars() -> i64 {
    500
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            accept_with_partner: true,
            fund_policy: FundPolicy::default(),
            overcommitment: Bps::WHOLE,
            approvals: 2,
            minimum_payment_cents: 0,
            payment_target_days: 2,
            payment_every: PaymentEvery::default(),
            payment_route: PaymentRoute::default(),
            cooling_off_days: 3,
            refund_limit_cents: 500,
            replacement: Replacement::default(),
            on_the_spot_cents: 0,
            gives_change: false,
            offline: Offline::default(),
            alerts: Alerts::default(),
        }
    }
}

/// A private unit: a local currency, at par with the dollar.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PrivateUnit {
    /// Such as `x-petite-monnaie`.
    pub code: String,
    /// Such as `Petite-Monnaie`.
    pub name: String,
}

/// A band of household sizes, and what it receives.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Band {
    /// Short name in files, such as `3-4`.
    pub key: String,
    /// What people read, such as « 3 ou 4 personnes ».
    pub label: String,
    /// Value a week, cents.
    pub weekly_cents: i64,
}

/// A partner organisation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Partner {
    /// Given out by the programme.
    pub id: PartnerId,
    /// Short name in files.
    pub key: String,
    /// What people call it.
    pub name: String,
}

/// How a merchant is paid.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentMethod {
    /// A cheque.
    #[default]
    Cheque,
    /// A transfer typed by hand in the bank's site.
    Transfer,
    /// A direct deposit by file.
    Deposit,
    /// The notes of a local currency.
    LocalCurrency,
}

impl PaymentMethod {
    /// The stable name used in files and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cheque => "cheque",
            Self::Transfer => "transfer",
            Self::Deposit => "deposit",
            Self::LocalCurrency => "local_currency",
        }
    }
}

/// A merchant.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Vendor {
    /// Given out by the programme.
    pub id: VendorId,
    /// Short name in files.
    pub key: String,
    /// Name on cheques and statements.
    pub name: String,
    /// How they are paid.
    #[serde(default)]
    pub payment_method: PaymentMethod,
    /// Classes this merchant may accept; empty means all.
    #[serde(default)]
    pub classes: Vec<ClassId>,
    /// The place whose merchants' money they take, when payments go through markets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receives_for: Option<PlaceId>,
}

/// What identifies a programme and frames its documents.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Identity {
    /// Number printed in every signed code.
    pub id: ProgrammeId,
    /// Short name in files and addresses.
    pub key: String,
    /// Name on coupons and pages.
    pub name: String,
    /// Territory, such as « MRC de Portneuf ».
    pub territory: String,
    /// Who carries it.
    pub carrier: String,
    /// Who holds the money.
    pub fiduciary: String,
    /// IANA time zone.
    pub time_zone: String,
    /// First language of documents, `fr` or `en`.
    pub language: String,
    /// Host of the checking address printed in the QR, at most 16 characters for the smallest symbol.
    pub host: String,
    /// Codes of the MRC and equivalent territories it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub territories: Vec<String>,
    /// A simulated programme says so on every page.
    #[serde(default)]
    pub simulated: bool,
    /// A simulated programme built on published figures: names and movements alone are invented.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub published_figures: bool,
    /// Conditions of use printed on coupons.
    #[serde(default)]
    pub conditions: String,
    /// Who issues official receipts for gifts, where somebody may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipts: Option<Charity>,
}

/// One thing to register in the book. Numbers are given by the engine: the next one of their kind.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// A coupon class.
    Class(Class),
    /// A place.
    Place(Place),
    /// A partner organisation.
    Partner(Partner),
    /// A merchant.
    Vendor(Vendor),
    /// A fund.
    Fund(Fund),
    /// An offer to the public.
    Offer(Offer),
    /// An agreement.
    Agreement(Agreement),
    /// A role.
    Grant(Grant),
}

/// Everything a territory has decided and registered.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Book {
    /// What identifies the programme.
    pub identity: Identity,
    /// Its dates.
    pub season: Season,
    /// Its decisions.
    pub rules: Rules,
    /// Its private units, from 1.
    pub units: Vec<PrivateUnit>,
    /// Its scale by household size.
    pub bands: Vec<Band>,
    /// Coupon classes.
    pub classes: Vec<Class>,
    /// Places.
    pub places: Vec<Place>,
    /// Organisations.
    pub partners: Vec<Partner>,
    /// Merchants.
    pub vendors: Vec<Vendor>,
    /// Funds, in the order they are used.
    pub funds: Vec<Fund>,
    /// What the public can buy.
    pub offers: Vec<Offer>,
    /// Agreements.
    pub agreements: Vec<Agreement>,
    /// Roles.
    pub grants: Vec<Grant>,
    /// Signing keys after the first, in the order they served.
    pub signing_keys: Vec<SigningKey>,
    /// What was decided anew since the season opened, in the order it was asked.
    pub amendments: Vec<Amendment>,
    /// When the season was closed.
    pub closed_at: Option<Timestamp>,
}

/// The largest face of a coupon, minor units: a signed code has 24 bits for it.
const MOST_FACE: i64 = (1 << 24) - 1;

macro_rules! lookup {
    ($(#[$doc:meta])* $one:ident, $by_key:ident, $list:ident, $id:ty, $item:ty) => {
        $(#[$doc])*
        pub fn $one(&self, id: $id) -> Option<&$item> {
            self.$list.get(usize::try_from(id.0).ok()?.checked_sub(1)?)
        }

        /// The same by short name.
        pub fn $by_key(&self, key: &str) -> Option<&$item> {
            self.$list.iter().find(|item| item.key == key)
        }
    };
}

impl Book {
    lookup!(
        /// A place.
        place, place_by_key, places, PlaceId, Place
    );
    lookup!(
        /// An organisation.
        partner, partner_by_key, partners, PartnerId, Partner
    );
    lookup!(
        /// A merchant.
        vendor, vendor_by_key, vendors, VendorId, Vendor
    );
    lookup!(
        /// A fund.
        fund, fund_by_key, funds, FundId, Fund
    );
    lookup!(
        /// An offer.
        offer, offer_by_key, offers, OfferId, Offer
    );

    /// A class.
    pub fn class(&self, id: ClassId) -> Option<&Class> {
        self.classes.get(usize::from(id.0).checked_sub(1)?)
    }

    /// A class by its letter.
    pub fn class_by_letter(&self, letter: char) -> Option<&Class> {
        self.classes.iter().find(|class| class.letter == letter.to_ascii_uppercase())
    }

    /// The fund that receives what the public pays.
    pub fn sales_fund(&self) -> Option<&Fund> {
        self.funds.iter().find(|fund| fund.is_sales)
    }

    /// A unit's name, as people read it.
    pub fn unit_name(&self, unit: Unit) -> &str {
        match usize::from(unit.0).checked_sub(1) {
            None => "CAD",
            Some(index) => self.units.get(index).map_or("?", |u| u.name.as_str()),
        }
    }

    /// The code of a unit: `CAD` or the private unit's.
    pub fn unit_code(&self, unit: Unit) -> &str {
        match usize::from(unit.0).checked_sub(1) {
            None => "CAD",
            Some(index) => self.units.get(index).map_or("?", |u| u.code.as_str()),
        }
    }

    /// A unit by its code.
    pub fn unit(&self, code: &str) -> Option<Unit> {
        if code == "CAD" {
            return Some(Unit::CAD);
        }
        let index = self.units.iter().position(|u| u.code == code)?;
        u8::try_from(index + 1).ok().map(Unit)
    }

    /// The names of the places where a class is good; none when everywhere.
    pub fn homes(&self, class: &Class) -> Vec<String> {
        class.places.iter().filter_map(|id| self.place(*id)).map(|place| place.name.clone()).collect()
    }

    /// The time zone; UTC if its name is unknown (refused when a programme is opened).
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.identity.time_zone).unwrap_or(TimeZone::UTC)
    }

    /// The day of an instant where the programme lives.
    pub fn day_of(&self, instant: Timestamp) -> Date {
        instant.to_zoned(self.zone()).date()
    }

    /// Whether `vendor` may accept coupons at `place` on `day`.
    pub fn has_agreement(&self, vendor: VendorId, place: PlaceId, day: Date) -> bool {
        self.agreements.iter().any(|a| a.vendor == vendor && a.place == place && a.is_in_force(day))
    }

    /// Whether somebody with a coupon of a class may hope to spend it at a place from a day on: it is at home there,
    /// and of the merchants with an agreement there, if any has one, one accepts it.
    pub fn may_be_spent_at(&self, class: &Class, place: PlaceId, today: Date) -> bool {
        let accepts = |a: &Agreement| {
            let vendor = self.vendor(a.vendor);
            vendor.is_some_and(|v| v.classes.is_empty() || v.classes.contains(&class.id))
        };
        let mut here = self.agreements.iter().filter(|a| a.place == place && a.until >= today).peekable();
        class.is_good_at(place) && (here.peek().is_none() || here.any(accepts))
    }

    /// Checks an entry against the rest of the book and gives it its number.
    pub fn check(&self, entry: Entry) -> Result<Entry, Refusal> {
        let taken = |key: &str, exists: bool| -> Result<(), Refusal> {
            if key.is_empty() || key.len() > 64 || !key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            {
                return Err(Refusal::BadKey { key: key.to_owned() });
            }
            if exists { Err(Refusal::KeyTaken { key: key.to_owned() }) } else { Ok(()) }
        };
        Ok(match entry {
            Entry::Class(mut class) => {
                class.id = ClassId(next(self.classes.len())?);
                self.check_class(&class)?;
                Entry::Class(class)
            }
            Entry::Place(mut place) => {
                taken(&place.key, self.place_by_key(&place.key).is_some())?;
                place.check()?;
                place.id = PlaceId(next(self.places.len())?);
                Entry::Place(place)
            }
            Entry::Partner(mut partner) => {
                taken(&partner.key, self.partner_by_key(&partner.key).is_some())?;
                partner.id = PartnerId(next(self.partners.len())?);
                Entry::Partner(partner)
            }
            Entry::Vendor(mut vendor) => {
                taken(&vendor.key, self.vendor_by_key(&vendor.key).is_some())?;
                if let Some(class) = vendor.classes.iter().find(|c| self.class(**c).is_none()) {
                    return Err(Refusal::UnknownClass { class: class.to_string() });
                }
                if let Some(place) = vendor.receives_for.filter(|place| self.place(*place).is_none()) {
                    return Err(Refusal::UnknownPlace { place: place.to_string() });
                }
                vendor.id = VendorId(next(self.vendors.len())?);
                Entry::Vendor(vendor)
            }
            Entry::Fund(mut fund) => {
                taken(&fund.key, self.fund_by_key(&fund.key).is_some())?;
                if fund.is_sales && self.sales_fund().is_some() {
                    return Err(Refusal::KeyTaken { key: fund.key });
                }
                fund.id = FundId(next(self.funds.len())?);
                Entry::Fund(fund)
            }
            Entry::Offer(mut offer) => {
                taken(&offer.key, self.offer_by_key(&offer.key).is_some())?;
                offer.check(&self.classes, &self.funds)?;
                offer.id = OfferId(next(self.offers.len())?);
                Entry::Offer(offer)
            }
            Entry::Agreement(agreement) => {
                self.vendor(agreement.vendor).ok_or(Refusal::UnknownVendor { vendor: agreement.vendor.to_string() })?;
                self.place(agreement.place).ok_or(Refusal::UnknownPlace { place: agreement.place.to_string() })?;
                if agreement.from > agreement.until {
                    return Err(Refusal::WrongDates { from: agreement.from, until: agreement.until });
                }
                Entry::Agreement(agreement)
            }
            Entry::Grant(grant) => {
                use crate::role::Role;
                match grant.role {
                    Role::PartnerWorker(id) if self.partner(id).is_none() => {
                        return Err(Refusal::UnknownPartner { partner: id.to_string() });
                    }
                    Role::MarketManager(id) if self.place(id).is_none() => {
                        return Err(Refusal::UnknownPlace { place: id.to_string() });
                    }
                    Role::Merchant(id) if self.vendor(id).is_none() => {
                        return Err(Refusal::UnknownVendor { vendor: id.to_string() });
                    }
                    Role::Funder(id) if self.fund(id).is_none() => return Err(Refusal::UnknownFund { fund: id.to_string() }),
                    _ => Entry::Grant(grant),
                }
            }
        })
    }

    fn check_class(&self, class: &Class) -> Result<(), Refusal> {
        if !class.letter.is_ascii_uppercase() || self.class_by_letter(class.letter).is_some() {
            return Err(Refusal::KeyTaken { key: class.letter.to_string() });
        }
        if class.funding == Funding::Sold && class.expires_on.is_some() {
            return Err(Refusal::SoldNeverExpires);
        }
        if usize::from(class.face.unit.0) > self.units.len() {
            return Err(Refusal::UnknownUnit { unit: class.face.unit.0.to_string() });
        }
        if !(1..=MOST_FACE).contains(&class.face.minor) {
            return Err(Refusal::WrongAmount { asked: class.face.minor, least: 1, most: MOST_FACE });
        }
        if class.funding == Funding::Sold && class.face.unit != Unit::CAD {
            return Err(Refusal::BadRule { rule: "unit".to_owned(), written: self.unit_code(class.face.unit).to_owned() });
        }
        if let Some(place) = class.places.iter().find(|place| self.place(**place).is_none()) {
            return Err(Refusal::UnknownPlace { place: place.to_string() });
        }
        if let (Some(start), Some(end)) = (class.starts_on, class.expires_on)
            && start > end
        {
            return Err(Refusal::WrongDates { from: start, until: end });
        }
        Ok(())
    }

    /// Puts a changed place where it was.
    pub fn replace_place(&mut self, place: Place) {
        let index = usize::try_from(place.id.0).ok().and_then(|n| n.checked_sub(1));
        if let Some(slot) = index.and_then(|index| self.places.get_mut(index)) {
            *slot = place;
        }
    }

    /// Puts a fund whose terms changed where it was.
    pub fn replace_fund(&mut self, fund: Fund) {
        let index = usize::try_from(fund.id.0).ok().and_then(|n| n.checked_sub(1));
        if let Some(slot) = index.and_then(|index| self.funds.get_mut(index)) {
            *slot = fund;
        }
    }

    /// Adds a checked entry.
    pub fn add(&mut self, entry: Entry) {
        match entry {
            Entry::Class(class) => self.classes.push(class),
            Entry::Place(place) => self.places.push(place),
            Entry::Partner(partner) => self.partners.push(partner),
            Entry::Vendor(vendor) => self.vendors.push(vendor),
            Entry::Fund(fund) => self.funds.push(fund),
            Entry::Offer(offer) => self.offers.push(offer),
            Entry::Agreement(agreement) => self.agreements.push(agreement),
            Entry::Grant(grant) => self.grants.push(grant),
        }
    }
}

/// The number after `count` of a kind.
fn next<T: TryFrom<usize>>(count: usize) -> Result<T, Refusal> {
    T::try_from(count + 1).map_err(|_| Refusal::TooMany { limit: 255 })
}
