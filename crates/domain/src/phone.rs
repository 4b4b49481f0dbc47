//! The stall's phone without a network: what it knows, and what it answers about one coupon.
//!
//! The phone runs the same rule in `web/assets/phone/decide.js`; `tests/vectors/decide.json` holds the two together.
//! The rule is as strict as [`crate::redemption::judge`] wherever a phone can know: what it accepts is owed or becomes
//! a dispute when it arrives, and is never simply refused. The one thing it cannot know is a coupon that nobody
//! received yet, because a list of those would be a list of good codes.

pub mod desk;

use crate::agreement::Agreement;
use crate::amount::Unit;
use crate::coupon::{Class, Coupon, Funding, State};
use crate::ids::{ClassId, PlaceId, ProgrammeId, VendorId};
use crate::place::PlaceKind;
use crate::programme::{Book, Offline, Season};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is hashed to name a spent or cancelled coupon begins with these bytes.
pub const GONE_TAG: &[u8] = b"cabas-gone-v1";
/// How much of that hash is listed, bytes.
pub const GONE_BYTES: usize = 8;

/// Whether coupons in a state are listed by code: only those that are worth nothing any more. Whoever tries all codes
/// against the list finds dead coupons.
pub const fn is_gone(state: State) -> bool {
    !state.is_live()
}

/// A public key of the programme.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Key {
    /// Its slot in signed codes.
    pub slot: u8,
    /// Uncompressed SEC1 bytes in hexadecimal.
    pub public: String,
}

/// A class, as far as the stall needs it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ListedClass {
    /// Number.
    pub id: ClassId,
    /// The letter printed large.
    pub letter: char,
    /// What people call it.
    pub name: String,
    /// Colour, `#rrggbb`.
    pub colour: String,
    /// Face value, minor units.
    pub face_minor: i64,
    /// Its unit: `CAD` or a private unit's code.
    pub unit: String,
    /// The unit's name.
    pub unit_name: String,
    /// Given or sold.
    pub funding: Funding,
    /// First day of use.
    pub starts_on: Option<Date>,
    /// Last day of use.
    pub expires_on: Option<Date>,
    /// The only places where it may be spent; empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlaceId>,
}

/// A merchant or a place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Named<Id> {
    /// Number.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Classes a merchant accepts; empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<ClassId>,
}

/// Where a merchant may accept coupons, and when.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Stall {
    /// The merchant.
    pub vendor: VendorId,
    /// The place.
    pub place: PlaceId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
}

/// Another device that accepts coupons where this one does: what it signs can be checked without a network.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Peer {
    /// The device.
    pub id: uuid::Uuid,
    /// The public half of its key: uncompressed SEC1 bytes, base64url.
    pub public: String,
    /// Whose stall or market it is; no person is named.
    pub label: String,
    /// The merchant it is limited to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vendor: Option<VendorId>,
    /// The place it is limited to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    /// The address at which it is a market's hub; empty for a phone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hub: String,
}

/// A hub's address as browsers know it: `https://`, a name and maybe a port, nothing more. Without encryption only on
/// the very machine, to try it out.
pub fn hub_address(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('/').to_ascii_lowercase();
    let (rest, is_plain) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(rest), _) => (rest, false),
        (_, Some(rest)) => (rest, true),
        _ => return None,
    };
    let (name, port) = rest.split_once(':').map_or((rest, None), |(name, port)| (name, Some(port)));
    let is_name = !name.is_empty()
        && name.len() <= 200
        && name.split('.').all(|part| {
            !part.is_empty() && !part.starts_with('-') && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        });
    let is_port =
        port.is_none_or(|port| port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0));
    let is_here = matches!(name, "localhost" | "127.0.0.1");
    (is_name && is_port && (!is_plain || is_here)).then_some(text)
}

/// What a device is limited to: a merchant, a place, or nothing.
pub type Scope = (Option<VendorId>, Option<PlaceId>);

/// Signed agreements within a scope.
fn agreements(book: &Book, (vendor, place): Scope) -> impl Iterator<Item = &Agreement> {
    book.agreements
        .iter()
        .filter(|a| a.vendor_signed_on.is_some() && a.programme_signed_on.is_some())
        .filter(move |a| vendor.is_none_or(|v| v == a.vendor) && place.is_none_or(|p| p == a.place))
}

/// Whether two devices may accept coupons at one same place.
pub fn share_a_place(book: &Book, one: Scope, other: Scope) -> bool {
    agreements(book, one).any(|a| agreements(book, other).any(|b| a.place == b.place))
}

/// Everything a phone takes into a field.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Lists {
    /// The programme's number, as in signed codes.
    pub programme: ProgrammeId,
    /// Its short name.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Whether it is a simulation.
    pub simulated: bool,
    /// Its time zone.
    pub zone: String,
    /// When the lists were made, by the server's clock.
    pub made_at: Timestamp,
    /// Its public keys.
    pub keys: Vec<Key>,
    /// Its classes.
    pub classes: Vec<ListedClass>,
    /// Its dates.
    pub season: Season,
    /// Whether the season was closed.
    pub is_closed: bool,
    /// Merchants this phone may accept coupons for.
    pub vendors: Vec<Named<VendorId>>,
    /// Places where it may.
    pub places: Vec<Named<PlaceId>>,
    /// Signed agreements between them.
    pub stalls: Vec<Stall>,
    /// Places where nobody stands: coupons wait in a sealed box, to be counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub boxes: Vec<PlaceId>,
    /// The limits decided by the territory.
    pub limits: Offline,
    /// The end of the log that they are of; a phone that has them asks for what came after.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub version: String,
    /// The version that `gone` goes on from: what it lists comes on top of that. Empty when it lists all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub since: String,
    /// How many coupons are worth nothing any more, whatever `gone` goes on from: whoever puts parts together and has
    /// another number asks for all of it again.
    #[serde(default)]
    pub gone_count: u64,
    /// Coupons that are worth nothing any more: by state, the sorted hashes one after the other, base64url.
    pub gone: BTreeMap<State, String>,
    /// The other devices that accept coupons at the same places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub peers: Vec<Peer>,
    /// What it may hand out, for an organisation's phone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk: Option<desk::Desk>,
}

impl Lists {
    /// What the book says, for the merchants and places of one phone. Keys and spent coupons come from elsewhere.
    pub fn of(book: &Book, made_at: Timestamp, vendor: Option<VendorId>, place: Option<PlaceId>) -> Self {
        let stalls: Vec<Stall> = agreements(book, (vendor, place))
            .map(|a| Stall { vendor: a.vendor, place: a.place, from: a.from, until: a.until })
            .collect();
        let vendors = book.vendors.iter().filter(|v| stalls.iter().any(|s| s.vendor == v.id));
        let places = book.places.iter().filter(|p| stalls.iter().any(|s| s.place == p.id));
        let boxes = places.clone().filter(|p| p.kind == PlaceKind::SelfService).map(|p| p.id).collect();
        Self {
            programme: book.identity.id,
            key: book.identity.key.clone(),
            name: book.identity.name.clone(),
            simulated: book.identity.simulated,
            zone: book.identity.time_zone.clone(),
            made_at,
            keys: Vec::new(),
            classes: book
                .classes
                .iter()
                .map(|c| ListedClass {
                    id: c.id,
                    letter: c.letter,
                    name: c.name.clone(),
                    colour: c.colour.clone(),
                    face_minor: c.face.minor,
                    unit: book.unit_code(c.face.unit).to_owned(),
                    unit_name: if c.face.unit == Unit::CAD { "CAD".to_owned() } else { book.unit_name(c.face.unit).to_owned() },
                    funding: c.funding,
                    starts_on: c.starts_on,
                    expires_on: c.expires_on,
                    places: c.places.clone(),
                })
                .collect(),
            season: book.season,
            is_closed: book.closed_at.is_some(),
            vendors: vendors.map(|v| Named { id: v.id, name: v.name.clone(), classes: v.classes.clone() }).collect(),
            places: places.map(|p| Named { id: p.id, name: p.name.clone(), classes: Vec::new() }).collect(),
            stalls,
            boxes,
            limits: book.rules.offline,
            version: String::new(),
            since: String::new(),
            gone_count: 0,
            gone: BTreeMap::new(),
            peers: Vec::new(),
            desk: None,
        }
    }

    fn day_of(&self, instant: Timestamp) -> Date {
        instant.to_zoned(TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)).date()
    }
}

/// What was held out to the phone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Presented {
    /// A scanned code.
    Signed {
        /// The programme it names.
        programme: ProgrammeId,
        /// Its class.
        class: ClassId,
        /// Its face, minor units.
        face_minor: i64,
        /// Its last day.
        expires_on: Option<Date>,
        /// Whether one of the programme's keys signed it.
        verified: bool,
    },
    /// A typed code whose check symbol agrees, and the class that the merchant read on the paper.
    Typed {
        /// That class.
        class: ClassId,
    },
}

/// Where this coupon was seen before.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// Nowhere.
    #[default]
    No,
    /// In this very payment.
    InPayment,
    /// In a payment accepted before.
    Accepted,
    /// On another phone of the place, which showed what it accepted.
    Elsewhere,
}

/// One coupon at one stall at one moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Situation {
    /// Now, as well as the phone knows.
    pub now: Timestamp,
    /// At whose stall.
    pub vendor: VendorId,
    /// Where.
    pub place: PlaceId,
    /// The coupon.
    pub presented: Presented,
    /// Its state, when it is among the coupons worth nothing any more.
    pub gone: Option<State>,
    /// Whether this phone saw it before, or knows that another did.
    pub seen: Seen,
    /// Value accepted on this phone the same day that the server has not heard of, this payment included, minor units.
    pub unheard_minor: i64,
}

/// Why a phone says no. The codes are those of the server's refusals where it has the same.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum No {
    /// A coupon of another programme.
    OtherProgramme,
    /// Not signed by this programme.
    BadSignature,
    /// A class that the programme does not have.
    UnknownClass,
    /// The lists are older than the territory allows.
    OldLists {
        /// The most, hours.
        hours: u32,
    },
    /// No signed agreement for this stall today.
    NoAgreement,
    /// Twice in one payment.
    Repeated,
    /// Spent before.
    AlreadyRedeemed,
    /// Accepted at another stall a moment ago.
    AcceptedElsewhere,
    /// No coupon has this code.
    UnknownCode,
    /// Nobody received it yet.
    NotHandedOut,
    /// Cancelled.
    VoidCoupon,
    /// Reported lost.
    LostCoupon,
    /// Reported stolen.
    StolenCoupon,
    /// Brought back unused.
    ReturnedCoupon,
    /// Past its last day.
    ExpiredCoupon {
        /// Its last day.
        on: Option<Date>,
    },
    /// Not good yet.
    TooEarly {
        /// Its first day.
        from: Date,
    },
    /// A class this merchant does not accept.
    WrongClass {
        /// The letter.
        letter: char,
    },
    /// A class that is not at home at this place.
    WrongPlace {
        /// The letter.
        letter: char,
    },
    /// The season is closed.
    SeasonClosed,
    /// After the last day for bringing coupons in.
    ClaimTooLate {
        /// That day.
        last: Date,
    },
    /// More than a phone may accept in a day without a network.
    OverPhoneLimit {
        /// The limit, cents.
        limit: i64,
    },
}

impl No {
    /// Why a coupon is worth nothing any more.
    pub fn of_dead(state: State, last: Option<Date>) -> Self {
        match state {
            State::Redeemed => Self::AlreadyRedeemed,
            State::Lost => Self::LostCoupon,
            State::Stolen => Self::StolenCoupon,
            State::Returned => Self::ReturnedCoupon,
            State::Expired => Self::ExpiredCoupon { on: last },
            _ => Self::VoidCoupon,
        }
    }
}

/// Why an accepted coupon is not certain.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// No signature to check: it was typed.
    Typed,
    /// Signed, of a class younger than the lists.
    NewClass,
}

/// What a phone answers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Answer {
    /// Yes.
    Accept {
        /// What it is worth, minor units.
        minor: i64,
    },
    /// Yes, to be confirmed when it arrives.
    Doubt {
        /// What it is worth, minor units.
        minor: i64,
        /// Why.
        reason: Doubt,
    },
    /// No.
    Refuse {
        /// Why.
        no: No,
    },
}

/// What is known, beyond one phone, about a coupon that it is about to accept. Anybody who holds the coupon may know
/// as much from the page behind its square.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum Standing {
    /// Nobody else has it.
    Free,
    /// Another phone of the market is about to accept it.
    Held,
    /// It is worth nothing any more, or not yet.
    Gone {
        /// Why.
        no: No,
    },
}

impl Standing {
    /// What a coupon's state says on a day.
    pub fn of(coupon: &Coupon, class: &Class, today: Date) -> Self {
        let gone = |no| Self::Gone { no };
        match coupon.state {
            State::Printed | State::InStock => gone(No::NotHandedOut),
            State::WithPartner | State::HandedOut => match (class.starts_on, class.expires_on) {
                (Some(from), _) if today < from => gone(No::TooEarly { from }),
                (_, Some(last)) if today > last => gone(No::ExpiredCoupon { on: Some(last) }),
                _ => Self::Free,
            },
            dead => gone(No::of_dead(dead, class.expires_on)),
        }
    }
}

/// Decides about one coupon without a network.
pub fn decide(lists: &Lists, at: &Situation) -> Answer {
    match judge(lists, at) {
        Ok((minor, None)) => Answer::Accept { minor },
        Ok((minor, Some(reason))) => Answer::Doubt { minor, reason },
        Err(no) => Answer::Refuse { no },
    }
}

fn judge(lists: &Lists, at: &Situation) -> Result<(i64, Option<Doubt>), No> {
    let (class, signed) = match at.presented {
        Presented::Signed { programme, .. } if programme != lists.programme => return Err(No::OtherProgramme),
        Presented::Signed { verified: false, .. } => return Err(No::BadSignature),
        Presented::Signed { class, face_minor, expires_on, .. } => (class, Some((face_minor, expires_on))),
        Presented::Typed { class } => (class, None),
    };
    let day = lists.day_of(at.now);
    let age_hours = at.now.duration_since(lists.made_at).as_hours();
    let Offline { value_cents, lists_hours } = lists.limits;
    if lists_hours > 0 && age_hours > i64::from(lists_hours) {
        return Err(No::OldLists { hours: lists_hours });
    }
    let in_force = |s: &Stall| s.vendor == at.vendor && s.place == at.place && s.from <= day && day <= s.until;
    if !lists.stalls.iter().any(in_force) {
        return Err(No::NoAgreement);
    }
    match at.seen {
        Seen::No => {}
        Seen::InPayment => return Err(No::Repeated),
        Seen::Accepted => return Err(No::AlreadyRedeemed),
        Seen::Elsewhere => return Err(No::AcceptedElsewhere),
    }
    let found = lists.classes.iter().find(|c| c.id == class);
    if let Some(state) = at.gone {
        return Err(No::of_dead(state, found.and_then(|c| c.expires_on)));
    }
    let (minor, doubt) = match (found, signed) {
        (Some(class), signed) => {
            judge_class(lists, (at.vendor, at.place), class, day)?;
            (class.face_minor, signed.is_none().then_some(Doubt::Typed))
        }
        (None, Some((_, Some(last)))) if day > last => return Err(No::ExpiredCoupon { on: Some(last) }),
        (None, Some((face_minor, _))) => (face_minor, Some(Doubt::NewClass)),
        (None, None) => return Err(No::UnknownClass),
    };
    if value_cents > 0 && at.unheard_minor + minor > value_cents {
        return Err(No::OverPhoneLimit { limit: value_cents });
    }
    Ok((minor, doubt))
}

fn judge_class(lists: &Lists, (vendor, place): (VendorId, PlaceId), class: &ListedClass, day: Date) -> Result<(), No> {
    let accepts = |v: &Named<VendorId>| v.id == vendor && (v.classes.is_empty() || v.classes.contains(&class.id));
    if !lists.vendors.iter().any(accepts) {
        return Err(No::WrongClass { letter: class.letter });
    }
    if !class.places.is_empty() && !class.places.contains(&place) {
        return Err(No::WrongPlace { letter: class.letter });
    }
    match (class.starts_on, class.expires_on) {
        (Some(from), _) if day < from => return Err(No::TooEarly { from }),
        (_, Some(last)) if day > last => return Err(No::ExpiredCoupon { on: Some(last) }),
        _ => {}
    }
    if class.funding == Funding::Granted {
        if lists.is_closed {
            return Err(No::SeasonClosed);
        }
        let last = lists.season.last_claim_on;
        if day > last {
            return Err(No::ClaimTooLate { last });
        }
    }
    Ok(())
}

/// What an accepted payment says, in one text: the phone hashes it with the hash of the one before, and so does the
/// server. Changing one act, or leaving one out, changes every hash after it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Act<'a> {
    /// The device.
    pub device: uuid::Uuid,
    /// The act's number on this device, from 1.
    pub seq: i64,
    /// When, milliseconds since 1970, by the phone.
    pub at_ms: i64,
    /// At whose stall.
    pub vendor: VendorId,
    /// Where.
    pub place: PlaceId,
    /// Codes, as typed or scanned.
    pub codes: &'a [String],
}

impl Act<'_> {
    /// The hash of this act after `previous` (32 zero bytes for the first).
    pub fn hash(&self, previous: &crate::chain::Hash) -> crate::chain::Hash {
        self.hash_as("cabas-act-v1", previous)
    }

    /// The same for coupons that were accepted on paper and are counted by the phone.
    pub fn counted_hash(&self, previous: &crate::chain::Hash) -> crate::chain::Hash {
        self.hash_as("cabas-count-v1", previous)
    }

    fn hash_as(&self, tag: &str, previous: &crate::chain::Hash) -> crate::chain::Hash {
        let text = format!(
            "{tag}\n{}\n{}\n{}\n{}\n{}\n{}",
            self.device,
            self.seq,
            self.at_ms,
            self.vendor.0,
            self.place.0,
            self.codes.join("\n")
        );
        after(previous, &text)
    }
}

/// What a phone accepted on a day, as it signs it for the other phones of its place. They refuse these coupons without
/// a network; of the coupons themselves they learn short hashes only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Accepted<'a> {
    /// The programme's short name.
    pub programme: &'a str,
    /// The device.
    pub device: uuid::Uuid,
    /// The day.
    pub day: Date,
    /// The coupons, sorted, under [`GONE_TAG`].
    pub hashes: &'a [[u8; GONE_BYTES]],
}

impl Accepted<'_> {
    /// What is signed of it.
    pub fn text(&self) -> String {
        use sha2::{Digest, Sha256};
        let digest = crate::chain::hex(&Sha256::digest(self.hashes.concat()));
        format!("cabas-seen-v1\n{}\n{}\n{}\n{}\n{digest}", self.programme, self.device, self.day, self.hashes.len())
    }
}

/// The hash of what an act says after the hash of the act before.
fn after(previous: &crate::chain::Hash, text: &str) -> crate::chain::Hash {
    use sha2::{Digest, Sha256};
    Sha256::new().chain_update(previous).chain_update(text.as_bytes()).finalize().into()
}
