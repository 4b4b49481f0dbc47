//! A stall's phone: its link, its lists, its outbox in any order and twice, two phones with one coupon, a phone taken out.

use crate::support::{FERME, MARCHE, P, codes, grounds, hand_out, prepare, prove, refused, request, set};
use app::domain::chain::Hash;
use app::domain::command::Placement;
use app::domain::coupon::State;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, DisputeId, PersonId, PlaceId, VendorId};
use app::domain::phone::{self as phone_rules, Act, GONE_BYTES};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::phone::{self, Device, Sent, Signed};
use app::redemption::CountInAnswer;
use app::{App, Error, allotment, dispute, people, programme};
use ground::Ground;
use jiff::{SignedDuration, Timestamp};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};

const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A phone as it is in somebody's hand.
struct Phone {
    device: Device,
    key: SigningKey,
    seq: i64,
    head: Hash,
}

fn merchant(app: &App, role: Role) -> PersonId {
    let person = app.add_person_wait("Ana", "", None).expect("added");
    let r = request(app);
    app.act_wait(P, move |cx| programme::grant(cx, r, person, role)).expect("granted");
    person
}

fn link(app: &App, actor: Actor, person: PersonId, role: Role) -> Result<String, Error> {
    let (id, token) = app.phone_link();
    app.act_wait(P, move |cx| phone::make_link(cx, actor, (person, role), (id, &token), WEEK)).map(|link| link.token)
}

fn key(seed: u8) -> (SigningKey, Vec<u8>) {
    let key = SigningKey::from_slice(&[seed; 32]).expect("a key");
    let public = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
    (key, public)
}

fn enrol(app: &App, token: &str, public: &[u8]) -> Result<Device, Error> {
    let (token, public) = (token.to_owned(), public.to_vec());
    app.act_wait(P, move |cx| phone::enrol(cx, &token, &public, "Chrome · Android")).map(|(device, _)| device)
}

/// Who signed this.
fn known(app: &App, signed: Signed) -> Result<Device, Error> {
    app.look_wait(P, move |cx| phone::known(cx, &signed))
}

impl Phone {
    fn of(app: &App, seed: u8, role: Role) -> Self {
        let person = merchant(app, role);
        let token = link(app, Actor::Person(person), person, role).expect("one's own");
        let (key, public) = key(seed);
        let device = enrol(app, &token, &public).expect("enrolled");
        Self { device, key, seq: 0, head: [0; 32] }
    }

    fn accept(&mut self, at: Timestamp, codes: &[String]) -> Sent {
        self.seq += 1;
        let at_ms = at.as_millisecond();
        let act = Act { device: self.device.id, seq: self.seq, at_ms, vendor: FERME, place: MARCHE, codes };
        let previous = self.head;
        self.head = act.hash(&previous);
        Sent { seq: self.seq, at_ms, vendor: FERME, place: MARCHE, codes: codes.to_vec(), previous, hash: self.head }
    }

    fn send(&self, app: &App, acts: &[Sent]) -> Result<Vec<Result<CountInAnswer, Refusal>>, Error> {
        let (device, acts) = (self.device.clone(), acts.to_vec());
        app.act_wait(P, move |cx| phone::take_in(cx, &device, &acts))
    }

    fn sign(&self, text: &[u8]) -> Signed {
        let signature: Signature = self.key.sign(text);
        Signed { device: self.device.id, text: text.to_vec(), signature: signature.to_bytes().to_vec() }
    }

    fn is_broken(&self, app: &App) -> bool {
        let all = app.look_wait(P, |cx| phone::list(cx, Actor::System)).expect("listed");
        all.iter().any(|p| p.device.id == self.device.id && p.device.broken_at.is_some())
    }
}

fn season(ground: &Ground) -> &App {
    let app = &ground.app;
    prepare(app);
    hand_out(app, Choice::Coupons(set(1, 1, 30))).expect("handed out");
    app
}

fn tally(answers: &[Result<CountInAnswer, Refusal>]) -> (u64, usize) {
    let accepted = answers.iter().flatten().map(|a| a.accepted).sum();
    (accepted, answers.iter().flatten().filter(|a| a.replayed).count())
}

#[test]
fn an_outbox_counts_once_in_any_order_twice_and_with_a_clock_that_lies() {
    for ground in grounds() {
        let app = season(&ground);
        let now = app.now();
        let mut phone = Phone::of(app, 1, Role::Merchant(FERME));
        let mut acts = Vec::new();
        for n in 0..8u32 {
            let skew = [0, 24, -24, 1][n as usize % 4];
            acts.push(phone.accept(now + SignedDuration::from_hours(skew), &codes(app, 1, n * 2..n * 2 + 2)));
        }
        acts.swap(0, 7);
        acts.swap(2, 5);
        assert_eq!(tally(&phone.send(app, &acts[..5]).expect("taken")), (10, 0), "{}", ground.name);
        acts.reverse();
        assert_eq!(tally(&phone.send(app, &acts).expect("taken")), (16, 5));
        assert_eq!(tally(&phone.send(app, &acts).expect("taken")), (16, 8));
        assert!(!phone.is_broken(app));
        // The same number with something else is not the same payment.
        let mut other = acts[0].clone();
        other.hash = [9; 32];
        assert_eq!(phone.send(app, &[other]).expect("answered"), [Err(Refusal::SameIdOtherContent)]);
        let report = prove(app);
        assert!(report.findings.is_empty());
    }
}

#[test]
fn two_phones_with_one_coupon_are_one_sale_and_one_dispute() {
    for ground in grounds() {
        let app = season(&ground);
        let (mut one, mut other) = (Phone::of(app, 1, Role::Merchant(FERME)), Phone::of(app, 2, Role::Merchant(FERME)));
        let now = app.now();
        let shared = codes(app, 1, 0..2);
        let (first, second) = (one.accept(now, &shared), other.accept(now - SignedDuration::from_hours(1), &shared[1..]));
        assert_eq!(tally(&one.send(app, std::slice::from_ref(&first)).expect("taken")), (2, 0));
        let answers = other.send(app, std::slice::from_ref(&second)).expect("answered");
        let answer = answers[0].as_ref().expect("answered");
        assert_eq!(answer.codes[0].refusal, Some(Refusal::Disputed { dispute: DisputeId(1) }), "{}", ground.name);
        other.send(app, &[second]).expect("again");
        let disputes = app.look_wait(P, |cx| dispute::list(cx, Actor::System)).expect("listed");
        assert_eq!(disputes.len(), 1, "both facts, once");
        prove(app);
    }
}

#[test]
fn an_outbox_that_does_not_hold_together_is_paid_and_noticed() {
    for ground in grounds() {
        let app = season(&ground);
        let now = app.now();
        let mut phone = Phone::of(app, 1, Role::Merchant(FERME));
        let acts: Vec<Sent> = (0..3).map(|n| phone.accept(now, &codes(app, 1, n..n + 1))).collect();
        phone.send(app, &[acts[2].clone(), acts[0].clone()]).expect("taken");
        assert!(!phone.is_broken(app), "one that waits is not one that is missing");
        let mut changed = acts[1].clone();
        changed.codes = codes(app, 1, 5..6);
        assert_eq!(tally(&phone.send(app, &[changed]).expect("taken")), (1, 0), "{}", ground.name);
        assert!(phone.is_broken(app));
        prove(app);
    }
}

#[test]
fn only_the_phone_itself_is_believed_until_it_is_taken_out() {
    for ground in grounds() {
        let app = season(&ground);
        let phone = Phone::of(app, 1, Role::Merchant(FERME));
        let text = phone::request_text("POST", "/api/v1/phone/acts", b"{}");
        assert_eq!(known(app, phone.sign(&text)).expect("known").id, phone.device.id, "{}", ground.name);
        let other = phone::request_text("POST", "/api/v1/phone/acts", b"{ }");
        let forged = Signed { text: other, ..phone.sign(&text) };
        assert_eq!(refused(known(app, forged)), Refusal::UnknownDevice);
        let stranger = Signed { device: uuid::Uuid::nil(), ..phone.sign(&text) };
        assert_eq!(refused(known(app, stranger)), Refusal::UnknownDevice);
        let id = phone.device.id;
        let nobody = Actor::Person(merchant(app, Role::Merchant(VendorId(2))));
        assert_eq!(refused(app.act_wait(P, move |cx| phone::revoke(cx, nobody, id))), Refusal::NotPermitted);
        let owner = Actor::Person(phone.device.person);
        app.act_wait(P, move |cx| phone::revoke(cx, owner, id)).expect("one's own");
        assert_eq!(refused(known(app, phone.sign(&text))), Refusal::RevokedDevice);
    }
}

#[test]
fn a_link_makes_one_phone_for_whoever_has_the_role() {
    for ground in grounds() {
        let app = &ground.app;
        let (person, coordinator) = (merchant(app, Role::Merchant(FERME)), merchant(app, Role::Coordinator));
        let role = Role::Merchant(FERME);
        let other = Role::Merchant(VendorId(2));
        assert_eq!(refused(link(app, Actor::Person(person), person, other)), Refusal::RoleNotHeld, "{}", ground.name);
        assert_eq!(refused(link(app, Actor::Person(person), coordinator, Role::Coordinator)), Refusal::NotPermitted);
        let token = link(app, Actor::Person(coordinator), person, role).expect("for somebody");
        let ((_, ours), (_, theirs)) = (key(1), key(2));
        assert_eq!(refused(enrol(app, &token, b"no key")), Refusal::UnknownDevice);
        assert_eq!(refused(enrol(app, "x", &ours)), Refusal::ExpiredLink);
        let device = enrol(app, &token, &ours).expect("enrolled");
        assert_eq!((device.vendor, device.place), (Some(FERME), None));
        assert_eq!(enrol(app, &token, &ours).expect("the same phone again").id, device.id);
        assert_eq!(refused(enrol(app, &token, &theirs)), Refusal::ExpiredLink, "once");
        let late = link(app, Actor::Person(person), person, role).expect("one's own");
        ground.clock.set(app.now() + SignedDuration::from_hours(24 * 8));
        assert_eq!(refused(enrol(app, &late, &theirs)), Refusal::ExpiredLink);
        let mine = app.look_wait(P, move |cx| phone::list(cx, Actor::Person(person))).expect("listed");
        assert_eq!(mine.len(), 2);
        let all = app.look_wait(P, move |cx| people::list(cx, Actor::Person(coordinator))).expect("listed");
        assert_eq!(all.len(), 2);
    }
}

#[test]
fn the_lists_are_the_stalls_own_and_name_only_dead_coupons() {
    for ground in grounds() {
        let app = season(&ground);
        let mut phone = Phone::of(app, 1, Role::Merchant(FERME));
        let spent = codes(app, 1, 0..3);
        let act = phone.accept(app.now(), &spent);
        phone.send(app, &[act]).expect("taken");
        let r = request(app);
        app.act_wait(P, move |cx| allotment::withdraw(cx, r, set(1, 20, 20), Placement::Stolen, "porte ouverte"))
            .expect("stolen");
        let device = phone.device.clone();
        let lists = app.look_wait(P, move |cx| phone::lists(cx, &device, "")).expect("lists");
        assert_eq!(lists.vendors.iter().map(|v| v.id).collect::<Vec<_>>(), [FERME], "{}", ground.name);
        assert_eq!(lists.places.iter().map(|p| p.id).collect::<Vec<_>>(), [PlaceId(1), PlaceId(2)]);
        let count = |state| app::passkey::decode(&lists.gone[&state]).expect("base 64").len() / GONE_BYTES;
        assert_eq!((lists.gone.len(), count(State::Redeemed), count(State::Stolen)), (2, 3, 1));
        let code = app::domain::code::Code::parse(&spent[1]).expect("a code");
        let table = app::passkey::decode(&lists.gone[&State::Redeemed]).expect("base 64");
        assert!(table.chunks(GONE_BYTES).any(|hash| hash == phone::short_hash(P, code)));
        // A role taken away takes the phone's lists and its outbox away.
        let (r, person) = (request(app), phone.device.person);
        app.act_wait(P, move |cx| programme::revoke(cx, r, person, Role::Merchant(FERME))).expect("taken");
        let device = phone.device.clone();
        assert_eq!(refused(app.look_wait(P, move |cx| phone::lists(cx, &device, ""))), Refusal::NotPermitted);
        assert_eq!(refused(phone.send(app, &[])), Refusal::NotPermitted);
    }
}

/// What came after, on top of what was there, is all of it; and a version that this log does not have gets all.
#[test]
fn lists_go_on_from_a_version() {
    for ground in grounds() {
        let app = season(&ground);
        let mut phone = Phone::of(app, 1, Role::Merchant(FERME));
        let device = phone.device.clone();
        let lists = |since: &str| {
            let (device, since) = (device.clone(), since.to_owned());
            app.look_wait(P, move |cx| phone::lists(cx, &device, &since)).expect("lists")
        };
        let hashes = |lists: &phone_rules::Lists| -> std::collections::BTreeSet<Vec<u8>> {
            let tables = lists.gone.values().map(|table| app::passkey::decode(table).expect("base 64"));
            tables.flat_map(|table| table.chunks(GONE_BYTES).map(<[u8]>::to_vec).collect::<Vec<_>>()).collect()
        };
        let act = phone.accept(app.now(), &codes(app, 1, 0..3));
        phone.send(app, &[act]).expect("taken");
        let first = lists("");
        assert_eq!((hashes(&first).len() as u64, first.since.as_str()), (first.gone_count, ""), "{}", ground.name);
        let same = lists(&first.version);
        assert_eq!((same.gone.len(), same.since.as_str(), same.gone_count), (0, first.version.as_str(), 3));
        let act = phone.accept(app.now(), &codes(app, 1, 3..5));
        phone.send(app, &[act]).expect("taken");
        let r = request(app);
        app.act_wait(P, move |cx| allotment::withdraw(cx, r, set(1, 20, 20), Placement::Stolen, "porte ouverte"))
            .expect("stolen");
        let (more, all) = (lists(&first.version), lists(""));
        assert_eq!((hashes(&more).len(), more.gone_count, all.gone_count), (3, 6, 6));
        assert_eq!(&hashes(&first) | &hashes(&more), hashes(&all));
        assert_eq!(phone_rules::Lists { since: String::new(), gone: all.gone.clone(), made_at: all.made_at, ..more }, all);
        // Another log, a later one, and what is none.
        let (seq, _) = first.version.split_once('.').expect("a version");
        for other in [format!("{seq}.0000000000000000"), "99999.0000000000000000".into(), seq.into(), "x".into(), "1.".into()] {
            let lists = lists(&other);
            assert_eq!((hashes(&lists).len(), lists.since.as_str()), (6, ""), "{other}");
        }
    }
}

#[test]
fn the_lists_name_the_other_phones_of_a_place_and_nobody_else() {
    for ground in grounds() {
        let app = season(&ground);
        // The farm sells at both places, the baker at the market only.
        let farm = Phone::of(app, 1, Role::Merchant(FERME));
        let market = Phone::of(app, 2, Role::MarketManager(MARCHE));
        let elsewhere = Phone::of(app, 3, Role::MarketManager(PlaceId(2)));
        let gone = Phone::of(app, 4, Role::Merchant(FERME));
        let owner = Actor::Person(gone.device.person);
        app.act_wait(P, move |cx| phone::revoke(cx, owner, gone.device.id)).expect("one's own");
        let left = Phone::of(app, 5, Role::Merchant(FERME));
        let (r, person) = (request(app), left.device.person);
        app.act_wait(P, move |cx| programme::revoke(cx, r, person, Role::Merchant(FERME))).expect("taken");
        let peers = |phone: &Phone| {
            let device = phone.device.clone();
            let mut peers = app.look_wait(P, move |cx| phone::lists(cx, &device, "")).expect("lists").peers;
            peers.sort_by_key(|p| p.id);
            peers
        };
        let ids = |phones: &[&Phone]| {
            let mut ids: Vec<_> = phones.iter().map(|p| p.device.id).collect();
            ids.sort_unstable();
            ids
        };
        let found = |phone: &Phone| peers(phone).iter().map(|p| p.id).collect::<Vec<_>>();
        assert_eq!(found(&farm), ids(&[&market, &elsewhere]), "{}", ground.name);
        assert_eq!(found(&market), ids(&[&farm]));
        assert_eq!(found(&elsewhere), ids(&[&farm]));
        let seen = &peers(&market)[0];
        assert_eq!((seen.vendor, seen.place, seen.label.as_str()), (Some(FERME), None, "Ferme du Ruisseau-Clair"));
        assert_eq!(app::passkey::decode(&seen.public), farm.device.public_key);
    }
}

#[test]
fn a_phone_accepts_for_its_own_stall_only() {
    for ground in grounds() {
        let app = season(&ground);
        let mut phone = Phone::of(app, 1, Role::MarketManager(MARCHE));
        let mut elsewhere = phone.accept(app.now(), &codes(app, 1, 0..1));
        elsewhere.place = PlaceId(2);
        assert_eq!(phone.send(app, &[elsewhere]).expect("answered"), [Err(Refusal::NotPermitted)], "{}", ground.name);
    }
}

#[test]
fn a_phone_goes_on_with_a_restored_programme() {
    for (ground, fresh) in grounds().into_iter().zip(ground::both(9, crate::support::start())) {
        let app = season(&ground);
        let mut phone = Phone::of(app, 1, Role::Merchant(FERME));
        let acts: Vec<Sent> = (0..3).map(|n| phone.accept(app.now(), &codes(app, 1, n..n + 1))).collect();
        phone.send(app, &acts[..2]).expect("taken");
        let mut copy = Vec::new();
        app.backup_wait(&mut copy, true).expect("copied");
        fresh.app.restore_wait(move || Ok(std::io::Cursor::new(copy.clone()))).expect("restored");
        let text = phone::request_text("POST", "/api/v1/phone/acts", b"{}");
        phone.device = known(&fresh.app, phone.sign(&text)).expect("known there");
        assert_eq!(tally(&phone.send(&fresh.app, &acts).expect("taken")), (3, 2), "{}", ground.name);
        assert!(!phone.is_broken(&fresh.app));
        prove(&fresh.app);
    }
}
