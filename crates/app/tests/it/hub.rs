//! A market's own hub: one order for two phones, nobody else believed, and whatever it keeps counts once however it
//! arrives.

use crate::support::{FERME, MARCHE, P, codes, grounds, hand_out, prepare, prove, refused, request, set};
use app::domain::chain::Hash;
use app::domain::chain::hex;
use app::domain::command::Placement;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, PersonId, PlaceId};
use app::domain::phone::{Act, No, Peer, Standing};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::hub::{self, Hub, Me, Returned};
use app::phone::{self, Device, Sent, Signed, request_text};
use app::{App, Error, allotment, programme};
use ground::Ground;
use jiff::SignedDuration;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use std::path::Path;

const ACTS: &str = "/api/v1/phone/acts";
const ELSEWHERE: PlaceId = PlaceId(2);

/// A phone, and what it would send.
struct Phone {
    device: Device,
    key: SigningKey,
    seq: i64,
    head: Hash,
}

fn device(app: &App, role: Role, public: &[u8]) -> Device {
    let person: PersonId = app.add_person_wait("Ana", "", None).expect("added");
    let r = request(app);
    app.act_wait(P, move |cx| programme::grant(cx, r, person, role)).expect("granted");
    let (id, token) = app.phone_link();
    let week = SignedDuration::from_hours(7 * 24);
    let asked = token.clone();
    app.act_wait(P, move |cx| phone::make_link(cx, Actor::Person(person), (person, role), (id, &asked), week)).expect("a link");
    let public = public.to_vec();
    app.act_wait(P, move |cx| phone::enrol(cx, &token, &public, "Chrome")).expect("enrolled").0
}

impl Phone {
    fn of(app: &App, seed: u8, role: Role) -> Self {
        let key = SigningKey::from_slice(&[seed; 32]).expect("a key");
        let device = device(app, role, key.verifying_key().to_sec1_point(false).as_bytes());
        Self { device, key, seq: 0, head: [0; 32] }
    }

    fn sign(&self, body: &[u8]) -> Signed {
        let text = request_text("POST", ACTS, body);
        let signature: Signature = self.key.sign(&text);
        Signed { device: self.device.id, text, signature: signature.to_bytes().to_vec() }
    }

    /// A payment: its body, as the phone sends it.
    fn accept(&mut self, app: &App, codes: &[String]) -> (String, Sent) {
        self.seq += 1;
        let at_ms = app.now().as_millisecond();
        let act = Act { device: self.device.id, seq: self.seq, at_ms, vendor: FERME, place: MARCHE, codes };
        let previous = self.head;
        self.head = act.hash(&previous);
        let sent = Sent { seq: self.seq, at_ms, vendor: FERME, place: MARCHE, codes: codes.to_vec(), previous, hash: self.head };
        (format!("{}/{}", hex(&previous), hex(&self.head)), sent)
    }

    fn send(&self, app: &App, sent: &Sent) -> bool {
        let (device, acts) = (self.device.clone(), [sent.clone()]);
        let answers = app.act_wait(P, move |cx| phone::take_in(cx, &device, &acts)).expect("taken");
        answers[0].as_ref().is_ok_and(|answer| answer.replayed)
    }
}

fn season(ground: &Ground) -> &App {
    let app = &ground.app;
    prepare(app);
    hand_out(app, Choice::Coupons(set(1, 1, 30))).expect("handed out");
    app
}

/// A hub of a role, which has fetched its lists.
fn hub(app: &App, folder: &Path, role: Role) -> Hub {
    let public = hub::make_key(folder).expect("a key");
    assert_eq!(hub::make_key(folder).expect("the same"), public);
    let device = device(app, role, &public);
    let me = Me { origin: "https://cabas.example.ca".to_owned(), programme: "essai".to_owned(), device: device.id };
    hub::enrolled(folder, &me).expect("written");
    let hub = reopen(app, folder);
    assert_eq!(hub.me(), &me);
    learn(app, &hub, &device);
    hub
}

fn learn(app: &App, hub: &Hub, device: &Device) {
    let device = device.clone();
    let lists = app.look_wait(P, move |cx| phone::lists(cx, &device, "")).expect("lists");
    hub.learn(&serde_json::to_string(&lists).expect("JSON")).expect("learnt");
}

fn reopen(app: &App, folder: &Path) -> Hub {
    Hub::open(folder, app.surroundings.clone()).expect("opened").expect("a hub")
}

fn peer(hub: &Hub, phone: &Phone) -> Result<Peer, Refusal> {
    hub.phone("essai", &phone.sign(b"{}"))
}

fn ask(hub: &Hub, phone: &Phone, codes: &[String]) -> Vec<Standing> {
    hub.check(&peer(hub, phone).expect("known"), MARCHE, codes, &[]).expect("answered")
}

const ELSE: Standing = Standing::Gone { no: No::AcceptedElsewhere };

#[test]
fn one_coupon_and_two_phones_are_one_yes_even_after_a_kill() {
    for ground in grounds() {
        let app = season(&ground);
        let folder = tempfile::tempdir().expect("a folder");
        let (mut one, other) = (Phone::of(app, 1, Role::Merchant(FERME)), Phone::of(app, 2, Role::Merchant(FERME)));
        let relay = hub(app, folder.path(), Role::MarketManager(MARCHE));
        let shared = codes(app, 1, 0..2);
        assert_eq!(ask(&relay, &one, &shared), [Standing::Free, Standing::Free], "{}", ground.name);
        assert_eq!(ask(&relay, &other, &shared[..1]), [Standing::Held]);
        // The typed code and the scanned one are one coupon, whatever is typed with it.
        assert_eq!(ask(&relay, &other, &[shared[0].to_lowercase()]), [Standing::Held]);
        let phone = peer(&relay, &one).expect("known");
        relay.check(&phone, MARCHE, &[], &shared[1..]).expect("let go");
        assert_eq!(ask(&relay, &other, &shared[1..]), [Standing::Free]);
        let (body, _) = one.accept(app, &shared[..1]);
        assert_eq!(relay.take_in(&phone, "signed", body.as_bytes(), &shared[..1]).expect("kept"), None);
        std::mem::forget(relay);
        let relay = reopen(app, folder.path());
        assert_eq!(ask(&relay, &other, &shared), [ELSE, Standing::Free]);
        assert_eq!(ask(&relay, &one, &shared), [ELSE, Standing::Held]);
        ground.clock.set(app.now() + SignedDuration::from_mins(11));
        assert_eq!(ask(&relay, &one, &shared), [ELSE, Standing::Free], "held for ten minutes, taken for good");
        let state = relay.state().expect("read");
        assert_eq!((state.waiting, state.answered, state.phones), (1, 0, 2));
    }
}

#[test]
fn what_it_carries_counts_once_in_any_order_and_twice() {
    for ground in grounds() {
        let app = season(&ground);
        let folder = tempfile::tempdir().expect("a folder");
        let mut phone = Phone::of(app, 1, Role::Merchant(FERME));
        let relay = hub(app, folder.path(), Role::Coordinator);
        let known = peer(&relay, &phone).expect("known");
        let mut sent = Vec::new();
        for n in 0..6 {
            let codes = codes(app, 1, n..n + 1);
            let (body, act) = phone.accept(app, &codes);
            for _ in 0..2 {
                relay.take_in(&known, "signed", body.as_bytes(), &codes).expect("kept");
            }
            sent.push((body, act));
        }
        let waiting = relay.waiting(99).expect("read");
        assert_eq!(waiting.len(), 6, "{}: each once", ground.name);
        let bodies: Vec<_> = waiting.iter().map(|e| String::from_utf8(e.body.clone()).expect("text")).collect();
        assert_eq!(bodies, sent.iter().map(|(body, _)| body.clone()).collect::<Vec<_>>(), "as they came");
        // Some arrive through the hub, some by the phone itself, in another order, and again.
        for n in [4, 0, 5, 2, 1, 3] {
            assert!(!phone.send(app, &sent[n].1));
        }
        for n in [3, 1, 4] {
            assert!(phone.send(app, &sent[n].1), "the same again");
        }
        let returned = Returned { answer: b"{}".to_vec(), signature: "0.x".to_owned() };
        relay.put_off(waiting[5].id).expect("put off");
        for envelope in &waiting[..5] {
            relay.answered(envelope.id, &returned).expect("written");
        }
        assert!(relay.waiting(99).expect("read").is_empty());
        ground.clock.set(app.now() + SignedDuration::from_mins(11));
        assert_eq!(relay.waiting(99).expect("read").len(), 1, "what was put off is tried again");
        let again = relay.take_in(&known, "signed", bodies[0].as_bytes(), &[]).expect("kept");
        assert_eq!(again, Some(returned));
        prove(app);
    }
}

#[test]
fn only_phones_of_its_own_place_are_believed() {
    for ground in grounds() {
        let app = season(&ground);
        let folder = tempfile::tempdir().expect("a folder");
        let farm = Phone::of(app, 1, Role::Merchant(FERME));
        let other = Phone::of(app, 2, Role::MarketManager(ELSEWHERE));
        let relay = hub(app, folder.path(), Role::MarketManager(MARCHE));
        assert_eq!(peer(&relay, &other), Err(Refusal::UnknownDevice), "{}", ground.name);
        // A body changed on the way, another programme, a stranger's key, a phone that began after the lists were made.
        let mut forged = farm.sign(b"{}");
        forged.text = request_text("POST", ACTS, b"{ }");
        assert_eq!(relay.phone("essai", &forged), Err(Refusal::UnknownDevice));
        assert_eq!(relay.phone("autre", &farm.sign(b"{}")), Err(Refusal::UnknownDevice));
        let stranger = Signed { device: farm.device.id, ..other.sign(b"{}") };
        assert_eq!(relay.phone("essai", &stranger), Err(Refusal::UnknownDevice));
        let late = Phone::of(app, 3, Role::Merchant(FERME));
        assert_eq!(peer(&relay, &late), Err(Refusal::UnknownDevice));
        // The farm sells at both places: its coupons of the other one are another hub's.
        let known = peer(&relay, &farm).expect("known");
        assert_eq!(refused(relay.check(&known, ELSEWHERE, &[], &[])), Refusal::NotPermitted);
        let many = vec![String::new(); 201];
        assert_eq!(refused(relay.check(&known, MARCHE, &many, &[])), Refusal::TooMany { limit: 200 });
        let odd = ["x".to_owned(), "7K2M4-QXP9H".to_owned()];
        let said = relay.check(&known, MARCHE, &odd, &[]).expect("answered");
        assert_eq!(said, [Standing::Gone { no: No::UnknownCode }, Standing::Free]);
    }
}

#[test]
fn the_platform_says_before_a_payment_what_a_coupon_is_worth() {
    for ground in grounds() {
        let app = season(&ground);
        let mut phone = Phone::of(app, 1, Role::Merchant(FERME));
        let r = request(app);
        app.act_wait(P, move |cx| allotment::withdraw(cx, r, set(1, 20, 20), Placement::Stolen, "porte ouverte"))
            .expect("stolen");
        let all = codes(app, 1, 0..32);
        let (_, sent) = phone.accept(app, &all[..1]);
        phone.send(app, &sent);
        let asked: Vec<String> =
            [&all[0], &all[1], &all[19], &all[31]].map(Clone::clone).into_iter().chain(["7K2M4-QXP9H".to_owned()]).collect();
        let device = phone.device.clone();
        let check = |codes: Vec<String>| {
            let device = device.clone();
            app.look_wait(P, move |cx| phone::check(cx, &device, &codes))
        };
        let gone = |no| Standing::Gone { no };
        let said = check(asked).expect("answered");
        let want =
            [gone(No::AlreadyRedeemed), Standing::Free, gone(No::StolenCoupon), gone(No::NotHandedOut), gone(No::UnknownCode)];
        assert_eq!((&said[..3], &said[4]), (&want[..3], &want[4]), "{}", ground.name);
        assert!(matches!(said[3], Standing::Free | Standing::Gone { no: No::NotHandedOut }));
        assert_eq!(refused(check(vec![String::new(); 201])), Refusal::TooMany { limit: 200 });
        // Guessing is bounded, as everywhere.
        check(vec!["7K2M4-QXP9H".to_owned(); 199]).expect("answered");
        assert!(matches!(check(all[..1].to_vec()), Err(Error::Refused(Refusal::TooManyTries { .. }))));
        prove(app);
    }
}

#[test]
fn the_territory_says_which_device_is_a_hub_and_phones_learn_where() {
    for ground in grounds() {
        let app = season(&ground);
        let (farm, market) = (Phone::of(app, 1, Role::Merchant(FERME)), Phone::of(app, 2, Role::MarketManager(MARCHE)));
        let set = |actor, id, address: &'static str| app.act_wait(P, move |cx| phone::set_hub(cx, actor, id, address));
        let (id, coordinator) = (market.device.id, Actor::System);
        let owner = Actor::Person(market.device.person);
        assert_eq!(refused(set(owner, id, "https://relais.ca")), Refusal::NotPermitted, "{}", ground.name);
        assert_eq!(refused(set(coordinator, farm.device.id, "https://relais.ca")), Refusal::NotPermitted, "a stall's phone");
        for wrong in
            ["relais.ca", "http://relais.ca", "https://relais.ca/x", "https://a b", "https://relais.ca:0", "https://u@relais.ca"]
        {
            assert_eq!(refused(set(coordinator, id, wrong)), Refusal::NotAHubAddress { written: wrong.to_owned() });
        }
        set(coordinator, id, " https://Relais.marche.CA:8443/ ").expect("set");
        let found = || {
            let device = farm.device.clone();
            app.look_wait(P, move |cx| phone::lists(cx, &device, "")).expect("lists").peers[0].hub.clone()
        };
        assert_eq!(found(), "https://relais.marche.ca:8443");
        set(coordinator, id, "").expect("none any more");
        assert_eq!(found(), "");
    }
}
