//! An organisation's phone: what it may, what its lists say and do not say, its hand-outs in any order and twice, undone,
//! and refused ones.

use crate::support::{A, CUISINE, P, codes, grounds, hand_out, prepare, prove, refused, request, set};
use app::domain::chain::Hash;
use app::domain::code::Code;
use app::domain::coupon::State;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, PartnerId, PersonId};
use app::domain::phone::desk::{Desk, Given, MARK_BYTES, TakenBack, mark};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::phone::desk::{SentGiven, SentTakenBack};
use app::phone::{self, Arrived, Device, Link};
use app::redemption::CountInAnswer;
use app::{App, Error, coupon, handout, programme};
use jiff::SignedDuration;

const MAISON: PartnerId = PartnerId(2);

struct Phone {
    device: Device,
    seq: i64,
    head: Hash,
}

fn person(app: &App, role: Role) -> PersonId {
    let person = app.add_person_wait("Ana", "", None).expect("added");
    let r = request(app);
    app.act_wait(P, move |cx| programme::grant(cx, r, person, role)).expect("granted");
    person
}

impl Phone {
    fn of(app: &App, seed: u8, role: Role) -> Self {
        let person = person(app, role);
        let (id, token) = app.phone_link();
        let week = SignedDuration::from_hours(24 * 7);
        let actor = Actor::Person(person);
        let link = app.act_wait(P, move |cx| phone::make_link(cx, actor, (person, role), (id, &token), week)).expect("one's own");
        let key = p256::ecdsa::SigningKey::from_slice(&[seed; 32]).expect("a key");
        let public = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
        let enrolled = app.act_wait(P, move |cx| phone::enrol(cx, &link.token, &public, "Chrome · Android"));
        Self { device: enrolled.expect("enrolled").0, seq: 0, head: [0; 32] }
    }

    fn give(&mut self, app: &App, coupons: &str, scanned: &[String]) -> Arrived {
        self.seq += 1;
        let (device, at_ms, previous) = (self.device.id, app.now().as_millisecond(), self.head);
        let (seq, partner, band) = (self.seq, CUISINE, "1");
        self.head = Given { device, seq, at_ms, partner, band, coupons, codes: scanned }.hash(&previous);
        let link = Link { seq, previous, hash: self.head };
        let (band, coupons) = (band.to_owned(), coupons.to_owned());
        Arrived::Given(SentGiven { link, at_ms, partner, band, coupons, codes: scanned.to_vec() })
    }

    fn undo(&mut self, app: &App, of: i64) -> Arrived {
        self.seq += 1;
        let (device, seq, at_ms, previous) = (self.device.id, self.seq, app.now().as_millisecond(), self.head);
        self.head = TakenBack { device, seq, at_ms, partner: CUISINE, of }.hash(&previous);
        Arrived::TakenBack(SentTakenBack { link: Link { seq, previous, hash: self.head }, at_ms, partner: CUISINE, of })
    }

    fn send(&self, app: &App, acts: &[&Arrived]) -> Vec<Result<CountInAnswer, Refusal>> {
        self.try_send(app, acts).expect("answered")
    }

    fn try_send(&self, app: &App, acts: &[&Arrived]) -> Result<Vec<Result<CountInAnswer, Refusal>>, Error> {
        let (device, acts): (_, Vec<Arrived>) = (self.device.clone(), acts.iter().map(|act| (*act).clone()).collect());
        app.act_wait(P, move |cx| phone::take_in_all(cx, &device, &acts))
    }

    fn desk(&self, app: &App) -> Desk {
        let device = self.device.clone();
        app.look_wait(P, move |cx| phone::lists(cx, &device, "")).expect("lists").desk.expect("it hands out")
    }

    fn is_broken(&self, app: &App) -> bool {
        let all = app.look_wait(P, |cx| phone::list(cx, Actor::System)).expect("listed");
        all.iter().any(|p| p.device.id == self.device.id && p.device.broken_at.is_some())
    }
}

fn state(app: &App, number: u32) -> State {
    let text = format!("1-{number:05}");
    app.look_wait(P, move |cx| coupon::find(cx, &text)).expect("a coupon").state
}

fn counts(answers: &[Result<CountInAnswer, Refusal>]) -> Vec<(u64, bool)> {
    answers.iter().map(|answer| answer.as_ref().map(|a| (a.accepted, a.replayed)).expect("taken")).collect()
}

#[test]
fn hand_outs_come_in_any_order_twice_and_are_taken_back() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let mut phone = Phone::of(app, 1, Role::PartnerWorker(CUISINE));
        let scanned = codes(app, 1, 0..10);
        let first = phone.give(app, "1:1-10", &[scanned[0].clone(), scanned[9].clone()]);
        let second = phone.give(app, "1:11-14,20", &[]);
        let undo = phone.undo(app, 1);
        // An undo that comes before what it undoes waits.
        let answers = phone.send(app, &[&undo, &second]);
        assert_eq!(answers[0], Err(Refusal::NotFound));
        assert_eq!(counts(&answers[1..]), [(5, false)]);
        assert!(!phone.is_broken(app), "one that waits is not one that is missing");
        assert_eq!(counts(&phone.send(app, &[&first, &undo])), [(10, false), (0, false)], "{}", ground.name);
        assert_eq!((state(app, 1), state(app, 11), state(app, 20)), (State::WithPartner, State::HandedOut, State::HandedOut));
        assert_eq!(counts(&phone.send(app, &[&undo, &first, &second])), [(0, true), (10, true), (5, true)]);
        assert!(!phone.is_broken(app));
        // What was taken back can be given to somebody else.
        let again = phone.give(app, "1:1-10", &scanned[..1]);
        assert_eq!(counts(&phone.send(app, &[&again])), [(10, false)]);
        let rows = app.look_wait(P, |cx| handout::list(cx, Actor::System, Some(CUISINE))).expect("listed");
        assert_eq!(rows.iter().filter(|row| row.taken_back_by.is_none()).count(), 2);
        prove(app);
    }
}

#[test]
fn each_no_is_said_and_a_refused_hand_out_has_nothing_to_take_back() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 2))).expect("at the office");
        let mut phone = Phone::of(app, 1, Role::PartnerWorker(CUISINE));
        let all = codes(app, 1, 0..100);
        let no = |phone: &mut Phone, coupons: &str, scanned: &[String]| {
            let act = phone.give(app, coupons, scanned);
            phone.send(app, &[&act]).remove(0).expect_err("no")
        };
        assert!(matches!(no(&mut phone, "1:1-8", &[]), Refusal::IllegalMove { .. }), "{}", ground.name);
        assert!(matches!(no(&mut phone, "1:61-70", &[]), Refusal::IllegalMove { .. }), "not allotted");
        assert!(matches!(no(&mut phone, "", &[]), Refusal::UnknownCoupons { .. }));
        assert!(matches!(no(&mut phone, "1:900-901", &[]), Refusal::UnknownCoupons { .. }));
        // Its two bytes were another coupon's: the server saw the code itself.
        assert!(matches!(no(&mut phone, "1:11-14", &all[40..41]), Refusal::NotHeld { .. }));
        assert_eq!(no(&mut phone, "1:11-14", &["0000000000".to_owned()]), Refusal::UnknownCode);
        assert!(matches!(no(&mut phone, "1:11-60", &[]), Refusal::OverCeiling { .. }));
        assert_eq!(state(app, 11), State::WithPartner);
        let (undo, twice) = (phone.undo(app, 1), phone.undo(app, 1));
        assert_eq!(counts(&phone.send(app, &[&undo, &twice])), [(0, false), (0, false)]);
        // Ten minutes, from when the programme heard of it.
        let given = phone.give(app, "1:11-12", &[]);
        phone.send(app, &[&given]);
        let undo = phone.undo(app, phone.seq);
        ground.clock.set(app.now() + SignedDuration::from_mins(11));
        assert!(matches!(phone.send(app, &[&undo])[0], Err(Refusal::TooLateToTakeBack { .. })));
        assert!(!phone.is_broken(app));
        prove(app);
    }
}

#[test]
fn whoever_hands_out_accepts_nothing_and_the_other_way() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let mut other = Phone::of(app, 1, Role::PartnerWorker(MAISON));
        let act = other.give(app, "1:1-4", &[]);
        assert_eq!(other.send(app, &[&act]), [Err(Refusal::NotPermitted)], "{}: another organisation", ground.name);
        let device = other.device.clone();
        assert_eq!(refused(app.act_wait(P, move |cx| phone::take_in(cx, &device, &[]))), Refusal::NotPermitted);
        let device = other.device.clone();
        let lists = app.look_wait(P, move |cx| phone::lists(cx, &device, "")).expect("lists");
        assert!(lists.stalls.is_empty() && lists.gone.is_empty() && lists.vendors.is_empty());
        assert!(lists.desk.is_some_and(|desk| desk.held.is_empty() && desk.partners.len() == 1));
        let mut stall = Phone::of(app, 2, Role::Merchant(crate::support::FERME));
        let act = stall.give(app, "1:1-4", &[]);
        assert_eq!(stall.send(app, &[&act]), [Err(Refusal::NotPermitted)]);
        let mut any = Phone::of(app, 3, Role::Coordinator);
        let act = any.give(app, "1:1-4", &[]);
        assert_eq!(counts(&any.send(app, &[&act])), [(4, false)]);
        assert_eq!(any.desk(app).partners.len(), 2);
        // A role taken away takes the phone's lists and its outbox away.
        let (r, person) = (request(app), other.device.person);
        app.act_wait(P, move |cx| programme::revoke(cx, r, person, Role::PartnerWorker(MAISON))).expect("taken");
        assert_eq!(refused(other.try_send(app, &[])), Refusal::NotPermitted);
        let device = other.device.clone();
        assert_eq!(refused(app.look_wait(P, move |cx| phone::lists(cx, &device, ""))), Refusal::NotPermitted);
    }
}

#[test]
fn the_lists_say_what_is_held_and_two_bytes_of_each() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 5, 6))).expect("at the office");
        let phone = Phone::of(app, 1, Role::PartnerWorker(CUISINE));
        let desk = phone.desk(app);
        let rows: Vec<_> = desk.held.iter().map(|row| (row.batch.0, row.class, row.first, row.last, row.booklet)).collect();
        assert_eq!(rows, [(1, A, 1, 4, 10), (1, A, 7, 60, 10)], "{}", ground.name);
        assert_eq!(desk.bands.len(), 3);
        let marks = app::passkey::decode(&desk.marks).expect("base 64");
        assert_eq!(marks.len(), 58 * MARK_BYTES);
        let seventh = Code::parse(&codes(app, 1, 6..7)[0]).expect("a code");
        assert_eq!(marks[4 * MARK_BYTES..5 * MARK_BYTES], mark(P, seventh));
        let room = desk.rooms.iter().find(|room| room.fund.0 == 1).expect("its fund");
        assert_eq!(room.cents, 18_000 - 2 * 500);
    }
}

#[test]
fn a_desks_phone_goes_on_with_a_restored_programme() {
    for (ground, fresh) in grounds().into_iter().zip(ground::both(9, crate::support::start())) {
        let app = &ground.app;
        prepare(app);
        let mut phone = Phone::of(app, 1, Role::PartnerWorker(CUISINE));
        let (first, second) = (phone.give(app, "1:1-4", &[]), phone.give(app, "1:5-8", &[]));
        phone.send(app, &[&first]);
        let mut copy = Vec::new();
        app.backup_wait(&mut copy, true).expect("copied");
        fresh.app.restore_wait(move || Ok(std::io::Cursor::new(copy.clone()))).expect("restored");
        assert_eq!(counts(&phone.send(&fresh.app, &[&first, &second])), [(4, true), (4, false)], "{}", ground.name);
        assert!(!phone.is_broken(&fresh.app));
        prove(&fresh.app);
    }
}
