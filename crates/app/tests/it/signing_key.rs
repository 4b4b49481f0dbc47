//! Another signing key, by two people; what was printed before stays good.

use crate::support::{A, P, grounds, prepare, prove, refused, request};
use app::command::Request;
use app::domain::ids::{Actor, BatchId, PersonId};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::domain::signed_code::SignedCode;
use app::signing_key::{self, PublicKey};
use app::{App, Error, batch, programme, todo};

fn person(app: &App, role: Role) -> PersonId {
    let id = app.add_person_wait(role.key(), "", None).expect("added");
    let r = request(app);
    app.act_wait(P, move |cx| programme::grant(cx, r, id, role)).expect("granted");
    id
}

fn ask(app: &App, who: PersonId, reason: &str) -> Result<(), Error> {
    let (r, reason) = (Request::now(app, Actor::Person(who)), reason.to_owned());
    app.act_wait(P, move |cx| signing_key::ask_new(cx, r, &reason).map(drop))
}

fn confirm(app: &App, who: PersonId, slot: u8) -> Result<(), Error> {
    let r = Request::now(app, Actor::Person(who));
    app.act_wait(P, move |cx| signing_key::confirm(cx, r, slot).map(drop))
}

fn give_up(app: &App, who: PersonId) -> Result<(), Error> {
    let r = Request::now(app, Actor::Person(who));
    app.act_wait(P, move |cx| signing_key::give_up(cx, r).map(drop))
}

fn published(app: &App) -> Vec<PublicKey> {
    app.look_wait(P, signing_key::published).expect("published")
}

fn issue(app: &App) -> BatchId {
    let r = request(app);
    app.act_wait(P, move |cx| batch::issue(cx, r, A, 10, 1)).expect("issued")
}

/// What the square of a batch's first coupon says, whenever it is printed.
fn square(app: &App, id: BatchId) -> SignedCode {
    let url = app.look_wait(P, move |cx| Ok(batch::printable(cx, Actor::System, id)?.coupon(0)?.url)).expect("printable");
    SignedCode::parse(&url).expect("a signed code")
}

#[test]
fn a_key_is_asked_for_by_one_and_confirmed_by_another() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let (ana, bob, ida) = (person(app, Role::Coordinator), person(app, Role::Treasurer), person(app, Role::Approver));
        let lou = person(app, Role::Auditor);
        assert_eq!(refused(confirm(app, bob, 1)), Refusal::NotFound);
        assert_eq!(refused(give_up(app, bob)), Refusal::NotFound);
        assert_eq!(refused(ask(app, lou, "x")), Refusal::NotPermitted);
        assert_eq!(refused(ask(app, ida, "x")), Refusal::NotPermitted, "approvers confirm");
        assert_eq!(refused(ask(app, ana, " ")), Refusal::ReasonNeeded);
        assert_eq!(refused(ask(app, ana, &"x".repeat(301))), Refusal::TooLongText { limit: 300 });
        ask(app, bob, "une imprimante est partie").expect("a treasurer asks");
        give_up(app, bob).expect("and thinks again");
        ask(app, ana, "une imprimante est partie").expect("asked");
        assert_eq!(refused(ask(app, bob, "x")).code(), "wrong_step");
        assert_eq!(refused(confirm(app, ana, 1)), Refusal::SecondPersonNeeded);
        assert_eq!(refused(confirm(app, lou, 1)), Refusal::NotPermitted);
        for wrong in [0, 2, 15] {
            assert_eq!(refused(confirm(app, bob, wrong)).code(), "wrong_step", "{wrong}");
        }
        assert_eq!(refused(confirm(app, bob, 16)), Refusal::NoMoreKeys);
        let waits = |who: PersonId| {
            let found = app.look_wait(P, move |cx| todo::todo(cx, Actor::Person(who))).expect("a list");
            found.iter().any(|(task, _)| *task == todo::Task::SigningKey)
        };
        assert!(waits(bob) && waits(ida) && !waits(ana) && !waits(lou));
        // Until then nothing changes, and both worlds know that it waits.
        assert_eq!(published(app).len(), 1);
        prove(app);
        let before = issue(app);
        confirm(app, ida, 1).expect("confirmed");
        assert!(!waits(bob));
        let after = issue(app);
        prove(app);
        let keys = published(app);
        assert_eq!((keys.len(), keys[0].from, keys[1].until), (2, None, None));
        assert_eq!((keys[0].until, keys[1].reason.as_str()), (keys[1].from, "une imprimante est partie"));
        // Printed again after the change, a batch keeps its own key; both verify.
        let ring = app.keys_of(P).expect("keys");
        for (id, slot) in [(BatchId(1), 0), (before, 0), (after, 1)] {
            let signed = square(app, id);
            assert_eq!(signed.fields.key_slot, slot, "batch {}", id.0);
            assert!(ring.verify(&signed, 1));
            assert_eq!(keys[usize::from(slot)].public_key, ring.public_key(slot));
        }
        assert_ne!(keys[0].public_key, keys[1].public_key);
        let members = app.look_wait(P, move |cx| signing_key::list(cx, Actor::Person(lou))).expect("an auditor reads");
        assert!(members.asked.is_none());
    }
}

#[test]
fn a_key_that_was_not_confirmed_signs_nothing() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let ring = app.keys_of(P).expect("keys");
        let genuine = square(app, BatchId(1));
        let mut early = genuine;
        early.fields.key_slot = 1;
        let early = ring.sign(early.fields).expect("whoever has the secret could");
        assert!(ring.verify(&genuine, 0) && !ring.verify(&early, 0) && ring.verify(&early, 1));
    }
}

#[test]
fn fifteen_changes_are_all_a_code_has_room_for() {
    for ground in grounds() {
        let app = &ground.app;
        let (ana, bob) = (person(app, Role::Coordinator), person(app, Role::Treasurer));
        for slot in 1..=15 {
            ask(app, ana, "essai").expect("asked");
            confirm(app, bob, slot).expect("confirmed");
        }
        assert_eq!(refused(ask(app, ana, "essai")), Refusal::NoMoreKeys);
        assert_eq!(published(app).len(), 16);
        prove(app);
        // A copy in an empty database has the same keys.
        let mut copy = Vec::new();
        app.backup_wait(&mut copy, true).expect("copied");
        for other in ground::both(8, crate::support::start()) {
            let copy = copy.clone();
            other.app.restore_wait(move || Ok(std::io::Cursor::new(copy.clone()))).expect("restored");
            assert_eq!(published(&other.app), published(app));
            prove(&other.app);
        }
    }
}
