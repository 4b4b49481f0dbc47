//! Messages: whom they reach, who read them, what became of their letters; and that no mail server holds anybody up.

use crate::mail::{LONG, server};
use crate::people::wait;
use crate::support::{P, grounds, prove, refused};
use app::command::Request;
use app::domain::ids::{Actor, MessageId, PartnerId, PersonId, PlaceId, VendorId};
use app::domain::message::{Draft, To};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::mail::Mail;
use app::message::{self, Sent};
use app::{App, Error, Letter, programme};
use jiff::SignedDuration;
use jiff::civil::date;

/// Somebody new in a role; with an address unless it is empty.
fn person(app: &App, name: &str, email: &str, role: Role) -> PersonId {
    let id = app.add_person_wait(name, email, None).expect("added");
    let r = Request::now(app, Actor::System);
    app.act_wait(P, move |cx| programme::grant(cx, r, id, role)).expect("granted");
    id
}

/// Those a message may reach.
struct People {
    ana: PersonId,
    lou: PersonId,
    max: PersonId,
    zoe: PersonId,
    ida: PersonId,
    kim: PersonId,
}

fn people(app: &App) -> People {
    People {
        ana: person(app, "Ana", "ana@pcn.example", Role::Coordinator),
        lou: person(app, "Lou", "lou@pcn.example", Role::Merchant(VendorId(1))),
        max: person(app, "Max", "", Role::Merchant(VendorId(2))),
        zoe: person(app, "Zoé", "zoe@pcn.example", Role::PartnerWorker(PartnerId(1))),
        ida: person(app, "Ida", "", Role::MarketManager(PlaceId(2))),
        kim: person(app, "Kim", "", Role::Auditor),
    }
}

fn draft(to: To) -> Draft {
    Draft { to, subject: "Samedi".into(), text: "Le marché de samedi\r\nest annulé. <b>".into(), until: None }
}

fn write(app: &App, who: PersonId, draft: Draft) -> Result<MessageId, Error> {
    let r = Request::now(app, Actor::Person(who));
    wait(app.write_message(P, r, draft, "https://pcn.example"))
}

fn to_read(app: &App, who: PersonId) -> Vec<MessageId> {
    let (notes, _) = app.look_wait(P, move |cx| message::to_read(cx, Actor::Person(who))).expect("read");
    notes.into_iter().map(|one| one.message.id).collect()
}

fn sent(app: &App, who: PersonId) -> Vec<Sent> {
    app.look_wait(P, move |cx| message::sent(cx, Actor::Person(who))).expect("listed")
}

#[test]
fn each_message_reaches_those_it_is_for_and_nobody_else() {
    for ground in grounds() {
        let app = &ground.app;
        let p = people(app);
        let all = [p.ana, p.lou, p.max, p.zoe, p.ida, p.kim];
        for (to, reached) in [
            (To::Everybody, vec![p.lou, p.max, p.zoe, p.ida, p.kim]),
            (To::Partners, vec![p.zoe]),
            (To::Vendors, vec![p.lou, p.max]),
            (To::Markets, vec![p.ida]),
            (To::Partner(PartnerId(1)), vec![p.zoe]),
            (To::Partner(PartnerId(2)), vec![]),
            (To::Vendor(VendorId(2)), vec![p.max]),
            // The manager, and the one merchant with an agreement there.
            (To::Place(PlaceId(2)), vec![p.lou, p.ida]),
        ] {
            let id = write(app, p.ana, draft(to)).expect("written");
            let found: Vec<PersonId> = all.into_iter().filter(|who| to_read(app, *who).contains(&id)).collect();
            assert_eq!(found, reached, "{to}");
            for who in all.into_iter().filter(|who| *who != p.ana && *who != p.kim) {
                let seen = app.look_wait(P, move |cx| message::find(cx, Actor::Person(who), id));
                assert_eq!(seen.is_ok(), reached.contains(&who), "{to} {who}");
                let read = app.act_wait(P, move |cx| message::read(cx, Actor::Person(who), id));
                assert_eq!(read.is_ok(), reached.contains(&who), "{to} {who}");
            }
            assert!(all.into_iter().filter(|who| *who != p.kim).all(|who| !to_read(app, who).contains(&id)), "read once");
        }
        let list = sent(app, p.kim);
        assert_eq!((list.len(), list[7].read(), list[7].addressees.len()), (8, 4, 5), "the auditor has not read it");
        assert_eq!(list[0].message.draft.text, "Le marché de samedi\nest annulé. <b>");
        let no = app.look_wait(P, move |cx| message::sent(cx, Actor::Person(p.lou)).map(drop));
        assert_eq!(refused(no), Refusal::NotPermitted);
        // It is beside the log.
        prove(app);
    }
}

#[test]
fn what_cannot_be_sent_is_refused() {
    for ground in grounds() {
        let app = &ground.app;
        let p = people(app);
        let of = |subject: &str, text: &str| Draft { subject: subject.into(), text: text.into(), ..draft(To::Everybody) };
        for empty in [of(" ", "x"), of("x", "\n \u{7}")] {
            assert_eq!(refused(write(app, p.ana, empty)), Refusal::MessageNeeded);
        }
        assert_eq!(refused(write(app, p.ana, of(&"é".repeat(121), "x"))), Refusal::TooLongText { limit: 120 });
        assert_eq!(refused(write(app, p.ana, of("x", &"é".repeat(2_001)))), Refusal::TooLongText { limit: 2_000 });
        write(app, p.ana, of(&"é".repeat(120), &"é".repeat(2_000))).expect("just short enough");
        let day = date(2025, 6, 30);
        assert_eq!(refused(write(app, p.ana, Draft { until: Some(day), ..of("x", "x") })), Refusal::PastDay { day });
        for (to, code) in [
            (To::Partner(PartnerId(9)), "unknown_partner"),
            (To::Vendor(VendorId(9)), "unknown_vendor"),
            (To::Place(PlaceId(0)), "unknown_place"),
        ] {
            assert_eq!(refused(write(app, p.ana, draft(to))).code(), code);
        }
        for who in [p.lou, p.zoe, p.ida, p.kim] {
            assert_eq!(refused(write(app, who, draft(To::Everybody))), Refusal::NotPermitted);
            let withdraw = app.act_wait(P, move |cx| message::withdraw(cx, Actor::Person(who), MessageId(1)));
            assert_eq!(refused(withdraw), Refusal::NotPermitted);
            let again = wait(app.resend_message(P, Actor::Person(who), MessageId(1), "x"));
            assert_eq!(refused(again), Refusal::NotPermitted);
        }
        let nowhere = app.act_wait(P, move |cx| message::withdraw(cx, Actor::Person(p.ana), MessageId(99)));
        assert_eq!(refused(nowhere), Refusal::NotFound);
        // The same form twice is one message; the same form with other words is not answered.
        let r = Request::now(app, Actor::Person(p.ana));
        let twice = |text: &str| wait(app.write_message(P, r, Draft { text: text.into(), ..draft(To::Vendors) }, "x"));
        assert_eq!(twice("un").expect("written"), twice("un").expect("the same"));
        assert_eq!(refused(twice("deux")), Refusal::SameIdOtherContent);
    }
}

#[test]
fn a_message_leaves_after_its_day_or_when_it_is_withdrawn() {
    for ground in grounds() {
        let app = &ground.app;
        let p = people(app);
        let until = Some(date(2025, 7, 1));
        let short = write(app, p.ana, Draft { until, ..draft(To::Vendors) }).expect("today is not too late");
        let long = write(app, p.ana, draft(To::Vendors)).expect("written");
        assert_eq!(to_read(app, p.lou), [long, short]);
        ground.clock.set(ground.clock.now() + SignedDuration::from_hours(24));
        assert_eq!(to_read(app, p.lou), [long]);
        let before = app.look_wait(P, move |cx| message::received(cx, Actor::Person(p.lou))).expect("listed");
        assert_eq!(before.len(), 2, "it can still be found");
        app.act_wait(P, move |cx| message::withdraw(cx, Actor::Person(p.ana), long)).expect("withdrawn");
        assert!(to_read(app, p.lou).is_empty());
        let gone = app.look_wait(P, move |cx| message::find(cx, Actor::Person(p.lou), long).map(drop));
        assert_eq!(refused(gone), Refusal::NotPermitted);
        assert!(sent(app, p.ana)[0].message.withdrawn_at.is_some());
        // Whoever comes later reads what is still there.
        let new = person(app, "Noé", "", Role::Merchant(VendorId(3)));
        let third = write(app, p.ana, draft(To::Vendors)).expect("written");
        assert_eq!(to_read(app, new), [third]);
    }
}

/// Waits until no letter of the last message waits.
fn settled(app: &App, ana: PersonId) -> Sent {
    for _ in 0..2_000 {
        let last = sent(app, ana).remove(0);
        if last.letters(Letter::Waiting) == 0 {
            return last;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("letters still wait");
}

#[test]
fn letters_leave_afterwards_and_what_became_of_them_is_known() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    for ground in grounds() {
        let p = people(&ground.app);
        person(&ground.app, "Sam", "sam@refused.example", Role::Merchant(VendorId(1)));
        let english = wait(ground.app.signed_in(&ground.app.open_session_wait(p.lou).expect("a session"))).expect("in").session;
        wait(ground.app.change_account(p.lou, &english, "Lou", "lou@pcn.example", "en", "")).expect("changed");
        let server = server();
        let mail = Mail::new(&server.url, "Cabas <cabas@pcn.example>").expect("settings");
        let app = &ground.app.clone().with_mail(Some(mail));
        let r = Request::now(app, Actor::Person(p.ana));
        let post = |to: To| runtime.block_on(app.write_message(P, r, draft(to), "https://pcn.example"));
        // The server has not even greeted: the message is written and read all the same.
        let id = post(To::Everybody).expect("written");
        assert_eq!(to_read(app, p.lou), [id]);
        let early = sent(app, p.ana).remove(0);
        assert_eq!((early.letters(Letter::Waiting), early.letters(Letter::None)), (3, 3), "three have an address");
        server.open.send(()).expect("there");
        let mut letters = [server.took.recv_timeout(LONG).expect("a letter"), server.took.recv_timeout(LONG).expect("another")];
        letters.sort_by_key(|letter| !letter.contains("lou@"));
        let [to_lou, to_zoe] = letters.map(|letter| letter.replace("=\n", ""));
        assert!(to_lou.contains("To: lou@pcn.example") && to_lou.contains("Hello Lou,"), "{to_lou}");
        assert!(to_zoe.contains("Bonjour Zo") && to_zoe.contains("https://pcn.example/p/essai/messages/1"), "{to_zoe}");
        let after = settled(app, p.ana);
        assert_eq!((after.letters(Letter::Sent), after.letters(Letter::Failed), after.letters(Letter::None)), (2, 1, 3));
        // The same form again sends nothing more; asked again, only what did not leave is tried.
        post(To::Everybody).expect("the same");
        runtime.block_on(app.resend_message(P, Actor::Person(p.ana), id, "https://pcn.example")).expect("again");
        settled(app, p.ana);
        assert!(server.took.try_recv().is_err(), "nobody gets it twice");
        prove(app);
    }
}

#[test]
fn a_server_that_is_away_fails_no_message() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    for ground in grounds() {
        let p = people(&ground.app);
        for n in 0..4 {
            person(&ground.app, &format!("P{n}"), &format!("p{n}@pcn.example"), Role::Merchant(VendorId(1)));
        }
        let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
        let mail = Mail::new(&format!("smtp://127.0.0.1:{port}"), "cabas@pcn.example").expect("settings");
        let app = &ground.app.clone().with_mail(Some(mail));
        let r = Request::now(app, Actor::Person(p.ana));
        let id = runtime.block_on(app.write_message(P, r, draft(To::Vendors), "https://pcn.example")).expect("written");
        assert_eq!(to_read(app, p.lou), [id]);
        let after = settled(app, p.ana);
        assert_eq!((after.letters(Letter::Failed), after.letters(Letter::None)), (5, 1));
        // With the server back, they leave.
        let server = server();
        server.open.send(()).expect("there");
        let mail = Mail::new(&server.url, "cabas@pcn.example").expect("settings");
        let app = &ground.app.clone().with_mail(Some(mail));
        runtime.block_on(app.resend_message(P, Actor::Person(p.ana), id, "https://pcn.example")).expect("again");
        assert_eq!(settled(app, p.ana).letters(Letter::Sent), 5);
        let none = runtime.block_on(ground.app.resend_message(P, Actor::Person(p.ana), id, "x"));
        assert_eq!(refused(none), Refusal::Nothing, "without settings");
    }
}
