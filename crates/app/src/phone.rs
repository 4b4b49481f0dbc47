//! Phones that accept coupons without a network: their links, the lists they take along, the outbox they send. Those of
//! organisations hand out: [`desk`].

pub mod desk;

use crate::command::{Cx, Request};
use crate::people::may_make_link;
use crate::permit::{Action, ask};
use crate::redemption::{CountIn, CountInAnswer, count_in};
use crate::sign_in::token_hash;
use crate::world::{App, Error};
use domain::chain::Hash;
use domain::code::Code;
use domain::coupon::State;
use domain::ids::{Actor, PartnerId, PersonId, PlaceId, ProgrammeId, VendorId};
use domain::phone::{self, GONE_BYTES, GONE_TAG, Key, Lists, No, Peer, Standing};
use domain::programme::Book;
use domain::redemption::Channel;
use domain::refusal::Refusal;
use domain::role::Role;
use jiff::{SignedDuration, Timestamp};
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
pub use store::Device;
use store::{DeviceAct, Fault};
use uuid::Uuid;

/// Acts in one request at most.
pub const MAX_ACTS: usize = 200;
/// How often it is written that a phone was heard of.
const TOUCH: SignedDuration = SignedDuration::from_mins(5);

/// The short hash by which a coupon that is worth nothing any more is listed.
pub fn short_hash(programme: ProgrammeId, code: Code) -> [u8; GONE_BYTES] {
    let mut hasher = Sha256::new();
    hasher.update(GONE_TAG);
    hasher.update(programme.0.to_be_bytes());
    hasher.update(&code.bits().to_be_bytes()[2..]);
    let mut short = [0; GONE_BYTES];
    short.copy_from_slice(&hasher.finalize()[..GONE_BYTES]);
    short
}

/// What a role lets a phone accept: for one merchant, at one place, or anything. None for a role that accepts nothing.
pub const fn scope(role: Role) -> Option<(Option<VendorId>, Option<PlaceId>)> {
    match role {
        Role::Coordinator => Some((None, None)),
        Role::MarketManager(place) => Some((None, Some(place))),
        Role::Merchant(vendor) => Some((Some(vendor), None)),
        _ => None,
    }
}

/// The organisation a role limits a phone to, of those that only hand out.
const fn partner_of(role: Role) -> Option<PartnerId> {
    if let Role::PartnerWorker(partner) = role { Some(partner) } else { None }
}

/// Whether a role may have a phone.
pub const fn may_have_one(role: Role) -> bool {
    scope(role).is_some() || partner_of(role).is_some()
}

/// A link that makes a phone, to be shown once.
#[derive(Clone, Debug)]
pub struct PhoneLink {
    /// The token.
    pub token: String,
    /// Until when it is good.
    pub until: Timestamp,
}

/// A phone as the programme's page shows it.
#[derive(Clone, Debug)]
pub struct Phone {
    /// The device.
    pub device: Device,
    /// Its owner's name; empty for somebody erased.
    pub owner: String,
}

/// The phones that whoever asks may look after: all, or their own.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Phone>, Error> {
    let book = cx.book()?;
    let all = ask(Some(&book), actor, Action::SeePeople).is_ok();
    let mut phones = Vec::new();
    for device in cx.tx.devices(cx.programme)? {
        if all || Actor::Person(device.person) == actor {
            let owner = cx.tx.person(device.person)?.map_or_else(String::new, |p| p.name);
            phones.push(Phone { device, owner });
        }
    }
    Ok(phones)
}

/// One's own phone, or somebody's whose links one may make: a phone acts as its owner.
fn may_look_after(cx: &mut Cx<'_, '_>, actor: Actor, person: PersonId) -> Result<(), Error> {
    if actor == Actor::Person(person) { Ok(()) } else { may_make_link(cx, actor, person) }
}

/// Makes the link of a phone for somebody in one of their roles.
pub fn make_link(
    cx: &mut Cx<'_, '_>,
    actor: Actor,
    (person, role): (PersonId, Role),
    (id, token): (Uuid, &str),
    lasts: SignedDuration,
) -> Result<PhoneLink, Error> {
    may_look_after(cx, actor, person)?;
    let book = cx.book()?;
    let held = book.grants.iter().any(|g| g.person == person && g.role == role);
    if !held || !may_have_one(role) {
        return Err(Refusal::RoleNotHeld.into());
    }
    let (vendor, place) = scope(role).unwrap_or_default();
    let until = cx.now().checked_add(lasts).unwrap_or(Timestamp::MAX);
    let link = token_hash(token).ok_or_else(|| Fault::Other("token".to_owned()))?;
    let device = Device {
        id,
        person,
        vendor,
        place,
        partner: partner_of(role),
        name: String::new(),
        link_until: until,
        public_key: None,
        enrolled_at: None,
        seen_at: None,
        revoked_at: None,
        broken_at: None,
        hub: String::new(),
    };
    cx.tx.add_device(cx.programme, &device, &link)?;
    Ok(PhoneLink { token: token.to_owned(), until })
}

/// Revokes a phone: what it sends from now on is not taken.
pub fn revoke(cx: &mut Cx<'_, '_>, actor: Actor, id: Uuid) -> Result<(), Error> {
    let device = cx.tx.device(cx.programme, id)?.ok_or(Refusal::UnknownDevice)?;
    // Whoever answers for the people takes any phone away; everybody their own.
    if actor != Actor::Person(device.person) {
        ask(Some(&*cx.book()?), actor, Action::Staff)?;
    }
    let now = cx.now();
    Ok(cx.tx.revoke_device(cx.programme, id, now)?)
}

/// Says at which address a market's computer is its hub, or that it is none any more (an empty address). A stall's own
/// phone is no hub.
pub fn set_hub(cx: &mut Cx<'_, '_>, actor: Actor, id: Uuid, address: &str) -> Result<(), Error> {
    ask(Some(&*cx.book()?), actor, Action::Staff)?;
    let device = cx.tx.device(cx.programme, id)?.ok_or(Refusal::UnknownDevice)?;
    if device.vendor.is_some() {
        return Err(Refusal::NotPermitted.into());
    }
    let written = address.trim();
    let address = match phone::hub_address(written) {
        Some(address) => address,
        None if written.is_empty() => String::new(),
        None => return Err(Refusal::NotAHubAddress { written: written.to_owned() }.into()),
    };
    Ok(cx.tx.set_device_hub(cx.programme, id, &address)?)
}

impl App {
    /// A fresh identifier and token for a link.
    pub fn phone_link(&self) -> (Uuid, String) {
        (self.surroundings.uuid(), self.fresh_token())
    }
}

/// A phone follows its link with the public half of a key it made. The same phone again is answered the same.
pub fn enrol(cx: &mut Cx<'_, '_>, token: &str, public_key: &[u8], name: &str) -> Result<(Device, String), Error> {
    let link = token_hash(token).ok_or(Refusal::ExpiredLink)?;
    if p256::PublicKey::from_sec1_bytes(public_key).is_err() || public_key.len() != 65 {
        return Err(Refusal::UnknownDevice.into());
    }
    let found = cx.tx.device_by_link(cx.programme, &link)?.ok_or(Refusal::ExpiredLink)?;
    let now = cx.now();
    let again = found.public_key.as_deref() == Some(public_key) && found.revoked_at.is_none();
    if !again {
        let late = found.link_until <= now;
        if late || !cx.tx.enrol_device(cx.programme, found.id, public_key, name, now)? {
            return Err(Refusal::ExpiredLink.into());
        }
    }
    let owner = cx.tx.person(found.person)?.map_or_else(String::new, |p| p.name);
    let device = cx.tx.device(cx.programme, found.id)?.ok_or(Refusal::UnknownDevice)?;
    Ok((device, owner))
}

/// A request as a phone signed it.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Which device says it is it.
    pub device: Uuid,
    /// What was signed.
    pub text: Vec<u8>,
    /// By its key: r then s.
    pub signature: Vec<u8>,
}

/// What is signed of a request.
pub fn request_text(method: &str, path: &str, body: &[u8]) -> Vec<u8> {
    format!("cabas-request-v1\n{method}\n{path}\n{}", domain::chain::hex(&Sha256::digest(body))).into_bytes()
}

/// Whether the owner of a public key signed this.
pub(crate) fn is_signed_by(key: &[u8], signed: &Signed) -> bool {
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, key).verify(&signed.text, &signed.signature).is_ok()
}

/// The device that signed a request.
pub fn known(cx: &mut Cx<'_, '_>, signed: &Signed) -> Result<Device, Error> {
    let device = cx.tx.device(cx.programme, signed.device)?.ok_or(Refusal::UnknownDevice)?;
    let Some(key) = &device.public_key else { return Err(Refusal::UnknownDevice.into()) };
    if !is_signed_by(key, signed) {
        return Err(Refusal::UnknownDevice.into());
    }
    if device.revoked_at.is_some() { Err(Refusal::RevokedDevice.into()) } else { Ok(device) }
}

/// Writes that a phone was heard of, now and then.
pub fn touch(cx: &mut Cx<'_, '_>, device: &Device) -> Result<(), Error> {
    let now = cx.now();
    if device.seen_at.is_none_or(|seen| now.duration_since(seen) >= TOUCH) {
        cx.tx.touch_device(cx.programme, device.id, now)?;
    }
    Ok(())
}

/// The command of a version, when the log still has it: another log than the one the phone was told of (one that was
/// restored and went on otherwise) begins again.
fn known_version(cx: &mut Cx<'_, '_>, version: &str) -> Result<Option<i64>, Error> {
    let Some((seq, link)) = version.split_once('.').and_then(|(seq, link)| Some((seq.parse::<i64>().ok()?, link))) else {
        return Ok(None);
    };
    let found = cx.tx.link_at(cx.programme, seq)?;
    Ok(found.filter(|chain| link == version_link(chain)).map(|_| seq))
}

/// What of a link is in a version.
fn version_link(chain: &Hash) -> String {
    domain::chain::hex(&chain[..8])
}

/// Everything the phone takes along; of dead coupons, what came after `since`, a version of before, when it is known.
pub fn lists(cx: &mut Cx<'_, '_>, device: &Device, since: &str) -> Result<Lists, Error> {
    let book = cx.book()?;
    if device.partner.is_some() {
        // No stall, no dead coupons: it accepts nothing.
        let mut lists = Lists::of(&book, cx.now(), None, None);
        (lists.vendors, lists.places, lists.stalls) = (Vec::new(), Vec::new(), Vec::new());
        lists.keys = published_keys(cx)?;
        lists.desk = Some(desk::lists(cx, &book, device)?);
        return Ok(lists);
    }
    may_accept(&book, device)?;
    let keys = cx.app.keys_of(cx.programme)?;
    let mut lists = Lists::of(&book, cx.now(), device.vendor, device.place);
    lists.keys = published_keys(cx)?;
    if desk::may_hand_out(&book, device, None) {
        lists.desk = Some(desk::lists(cx, &book, device)?);
    }
    let head = cx.tx.peek_head(cx.programme)?.ok_or(Refusal::UnknownProgramme)?;
    lists.version = format!("{}.{}", head.seq, version_link(&head.chain));
    lists.gone_count = cx.tx.gone_count(cx.programme)?;
    let after = known_version(cx, since)?;
    since.clone_into(&mut lists.since);
    if after.is_none() {
        lists.since.clear();
    }
    let mut salts = BTreeMap::new();
    let mut gone: BTreeMap<State, Vec<[u8; GONE_BYTES]>> = BTreeMap::new();
    let gone_since = cx.tx.gone_coupons(cx.programme, after.unwrap_or(0))?;
    for (coupon, state) in gone_since.into_iter().filter(|(_, state)| phone::is_gone(*state)) {
        let batch = coupon.batch();
        if let std::collections::btree_map::Entry::Vacant(slot) = salts.entry(batch) {
            let found = cx.tx.batch_with_salt(cx.programme, batch)?;
            slot.insert(found.ok_or_else(|| Fault::Inconsistent(format!("{batch} has coupons and is no batch")))?.1);
        }
        let code = keys.code(&salts[&batch], coupon.number());
        gone.entry(state).or_default().push(short_hash(cx.programme, code));
    }
    for (state, mut hashes) in gone {
        hashes.sort_unstable();
        lists.gone.insert(state, crate::passkey::encode(&hashes.concat()));
    }
    lists.peers = peers(cx, &book, device)?;
    Ok(lists)
}

/// The other devices that may accept coupons where this one does, each with the key that its signatures are checked by.
fn peers(cx: &mut Cx<'_, '_>, book: &Book, device: &Device) -> Result<Vec<Peer>, Error> {
    let mut peers = Vec::new();
    for other in cx.tx.devices(cx.programme)? {
        let Some(key) = &other.public_key else { continue };
        let gone = other.id == device.id || other.revoked_at.is_some() || may_accept(book, &other).is_err();
        if gone || !phone::share_a_place(book, (device.vendor, device.place), (other.vendor, other.place)) {
            continue;
        }
        let vendor = other.vendor.and_then(|id| book.vendor(id)).map(|v| &v.name);
        let label = vendor.or_else(|| other.place.and_then(|id| book.place(id)).map(|p| &p.name));
        let label = label.unwrap_or(&book.identity.name).clone();
        peers.push(Peer {
            id: other.id,
            public: crate::passkey::encode(key),
            label,
            vendor: other.vendor,
            place: other.place,
            hub: other.hub,
        });
    }
    Ok(peers)
}

/// Every key the programme ever signed with: what was printed before another key stays good.
fn published_keys(cx: &mut Cx<'_, '_>) -> Result<Vec<Key>, Error> {
    let published = crate::signing_key::published(cx)?;
    Ok(published.into_iter().map(|key| Key { slot: key.slot, public: key.public_key }).collect())
}

/// Whether the phone's owner may still accept coupons for what the phone is limited to.
fn may_accept(book: &Book, device: &Device) -> Result<(), Error> {
    let still = book.grants.iter().any(|g| g.person == device.person && scope(g.role) == Some((device.vendor, device.place)));
    if still && device.partner.is_none() { Ok(()) } else { Err(Refusal::NotPermitted.into()) }
}

/// A payment of an outbox, as it was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Its number on the device, from 1.
    pub seq: i64,
    /// When, milliseconds since 1970, by the device.
    pub at_ms: i64,
    /// For whom.
    pub vendor: VendorId,
    /// Where.
    pub place: PlaceId,
    /// Codes as typed or scanned.
    pub codes: Vec<String>,
    /// The hash of the act before.
    pub previous: Hash,
    /// Its own.
    pub hash: Hash,
}

/// The command of an act: the same act is the same request, whoever carries it and however often.
pub fn act_id(device: Uuid, seq: i64) -> Uuid {
    let mut bytes = [0; 16];
    let digest =
        Sha256::new().chain_update(b"cabas-act").chain_update(device.as_bytes()).chain_update(seq.to_be_bytes()).finalize();
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// Codes in one question at most.
pub const MAX_CODES: usize = 200;

/// What may be said about coupons that a phone is about to accept. Nothing changes; codes that no coupon has are
/// guesses, and counted as such.
pub fn check(cx: &mut Cx<'_, '_>, device: &Device, codes: &[String]) -> Result<Vec<Standing>, Error> {
    if codes.len() > MAX_CODES {
        return Err(Refusal::TooMany { limit: MAX_CODES as u64 }.into());
    }
    let book = cx.book()?;
    may_accept(&book, device)?;
    let limits = crate::redemption::limits(Actor::Person(device.person), Some(device.id));
    let now = cx.now();
    limits.iter().try_for_each(|(key, limit)| cx.app.throttle.check(key, *limit, now))?;
    let keys = cx.app.keys_of(cx.programme)?;
    let today = book.day_of(now);
    let mut standings = Vec::with_capacity(codes.len());
    let mut wrong = 0;
    for text in codes {
        let coupon = match crate::coupon::code_of(cx, text) {
            Ok(code) => cx.tx.coupons_by_code(cx.programme, &[keys.hash(code)])?.pop().flatten(),
            Err(_) => None,
        };
        let coupon = if let Some(id) = coupon { cx.tx.coupon(cx.programme, id)? } else { None };
        let class = coupon.as_ref().and_then(|c| book.class(c.class));
        standings.push(if let (Some(coupon), Some(class)) = (&coupon, class) {
            Standing::of(coupon, class, today)
        } else {
            wrong += 1;
            Standing::Gone { no: No::UnknownCode }
        });
    }
    for (key, _) in &limits {
        cx.app.throttle.count(key, wrong, now);
    }
    Ok(standings)
}

/// What is signed of an answer to a device: who asked, what, and what was answered. Whoever carried the question can
/// bring the answer back, and change nothing of it.
pub fn answer_text(device: Uuid, asked: &[u8], answered: &[u8]) -> Vec<u8> {
    let hex = |bytes: &[u8]| domain::chain::hex(&Sha256::digest(bytes));
    format!("cabas-answer-v1\n{device}\n{}\n{}", hex(asked), hex(answered)).into_bytes()
}

/// The programme's signature under an answer: `SLOT.SIGNATURE`, by the key it signs new coupons with.
pub fn sign_answer(app: &App, book: &Book, device: Uuid, asked: &[u8], answered: &[u8]) -> Result<String, Error> {
    let slot = book.key_slot();
    let signature = app.keys_of(book.identity.id)?.sign_text(slot, &answer_text(device, asked, answered));
    let signature = signature.ok_or_else(|| Fault::Other(format!("no key {slot}")))?;
    Ok(format!("{slot}.{}", crate::passkey::encode(&signature)))
}

/// Takes acts in, in any order and any number of times. Each is answered by itself.
pub fn take_in(cx: &mut Cx<'_, '_>, device: &Device, acts: &[Sent]) -> Result<Vec<Result<CountInAnswer, Refusal>>, Error> {
    may_accept(&*cx.book()?, device)?;
    let acts: Vec<Arrived> = acts.iter().cloned().map(Arrived::Payment).collect();
    take_in_all(cx, device, &acts)
}

/// An act of an outbox, as it was sent.
#[derive(Clone, Debug)]
pub enum Arrived {
    /// Coupons accepted.
    Payment(Sent),
    /// Coupons accepted on paper, counted by the phone.
    Counted(Sent),
    /// Coupons handed out.
    Given(desk::SentGiven),
    /// A hand-out taken back.
    TakenBack(desk::SentTakenBack),
}

/// Takes acts of every kind in. A hand-out's answer says no code. `NotFound` is for one taken back before it came
/// itself: it is to be sent again.
pub fn take_in_all(cx: &mut Cx<'_, '_>, device: &Device, acts: &[Arrived]) -> Result<Vec<Result<CountInAnswer, Refusal>>, Error> {
    if acts.len() > MAX_ACTS {
        return Err(Refusal::TooMany { limit: MAX_ACTS as u64 }.into());
    }
    let book = cx.book()?;
    if may_accept(&book, device).is_err() && !desk::may_hand_out(&book, device, None) {
        return Err(Refusal::NotPermitted.into());
    }
    let mut answers = Vec::with_capacity(acts.len());
    for act in acts {
        let answer = match act {
            Arrived::Payment(act) => may_accept(&book, device).and_then(|()| take_one(cx, device, act, Channel::Offline)),
            Arrived::Counted(act) => may_accept(&book, device).and_then(|()| take_one(cx, device, act, Channel::Counted)),
            Arrived::Given(act) => desk::take_given(cx, &book, device, act),
            Arrived::TakenBack(act) => desk::take_back(cx, &book, device, act),
        };
        answers.push(match answer {
            Ok(answer) => Ok(answer),
            Err(Error::Refused(refusal)) => Err(refusal),
            Err(fault) => return Err(fault),
        });
    }
    touch(cx, device)?;
    Ok(answers)
}

fn take_one(cx: &mut Cx<'_, '_>, device: &Device, act: &Sent, channel: Channel) -> Result<CountInAnswer, Error> {
    let elsewhere = device.vendor.is_some_and(|v| v != act.vendor) || device.place.is_some_and(|p| p != act.place);
    if elsewhere {
        return Err(Refusal::NotPermitted.into());
    }
    let claimed_at = Timestamp::from_millisecond(act.at_ms).map_err(|_| Refusal::NotADate { written: act.at_ms.to_string() })?;
    let known = cx.tx.device_act(cx.programme, device.id, act.seq)?;
    if known.is_some_and(|known| known.hash != act.hash) {
        return Err(Refusal::SameIdOtherContent.into());
    }
    let request =
        Request { actor: Actor::Person(device.person), id: act_id(device.id, act.seq), device: Some(device.id), claimed_at };
    let count = CountIn { vendor: act.vendor, place: act.place, channel, codes: act.codes.clone() };
    let answer = count_in(cx, request, &count);
    // Nothing was decided: the phone sends it again.
    let later = matches!(answer, Err(Error::Fault(_) | Error::Refused(Refusal::TooManyTries { .. })));
    if known.is_none() && !later {
        let Sent { seq, at_ms, vendor, place, codes, previous, hash } = act;
        let said = phone::Act { device: device.id, seq: *seq, at_ms: *at_ms, vendor: *vendor, place: *place, codes };
        let link = Link { seq: *seq, previous: *previous, hash: *hash };
        let sound = if channel == Channel::Counted { said.counted_hash(previous) } else { said.hash(previous) };
        hold_together(cx, device, link, sound, claimed_at)?;
    }
    answer
}

/// Where an act stands among the others of its phone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link {
    /// Its number on the device, from 1.
    pub seq: i64,
    /// The hash of the act before.
    pub previous: Hash,
    /// Its own.
    pub hash: Hash,
}

/// Keeps an act's hashes, and notices when the outbox does not hold together: `sound` is the hash of what it says. What
/// was accepted counts all the same: a broken chain is a question to the phone's owner, not a debt that is not paid.
fn hold_together(cx: &mut Cx<'_, '_>, device: &Device, act: Link, sound: Hash, claimed_at: Timestamp) -> Result<(), Error> {
    let (programme, arrived_at) = (cx.programme, cx.now());
    let before = cx.tx.device_act(programme, device.id, act.seq - 1)?;
    let after = cx.tx.device_act(programme, device.id, act.seq + 1)?;
    let sound = sound == act.hash
        && before.is_none_or(|before| before.hash == act.previous)
        && after.is_none_or(|after| after.previous == act.hash)
        && (act.seq != 1 || act.previous == [0; 32]);
    if !sound {
        cx.tx.mark_device_broken(programme, device.id, arrived_at)?;
    }
    let row = DeviceAct { seq: act.seq, previous: act.previous, hash: act.hash, claimed_at, arrived_at };
    Ok(cx.tx.add_device_act(programme, device.id, &row)?)
}
