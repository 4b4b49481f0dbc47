//! Inviting people, and whose links may be made by whom: a link lets its bearer act as its owner.

use crate::support::{P, grounds, prove, refused};
use app::command::Request;
use app::domain::ids::{Actor, PersonId, ProgrammeId, VendorId};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::people::{self, Invitation};
use app::programme_file::ProgrammeFile;
use app::sign_in::{Caller, Entered, Session};
use app::{App, Error, programme};
use jiff::SignedDuration;

pub fn wait<T>(job: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(job)
}

fn give(app: &App, on: ProgrammeId, person: PersonId, role: Role) {
    let r = Request::now(app, Actor::System);
    app.act_wait(on, move |cx| programme::grant(cx, r, person, role)).expect("granted");
}

fn entered(entered: Result<Entered, Error>) -> String {
    match entered.expect("in") {
        Entered::Session(token) => token,
        Entered::SecondStep(_) => panic!("no second step was asked for"),
    }
}

fn invitation(name: &str, email: &str, role: Role) -> Invitation {
    let lasts = SignedDuration::from_hours(48);
    Invitation { name: name.into(), email: email.into(), language: "fr".into(), role, lasts }
}

#[test]
fn whoever_is_invited_comes_in_once_by_their_link() {
    for ground in grounds() {
        let app = &ground.app;
        let ana = app.add_person_wait("Ana", "", None).expect("added");
        give(app, P, ana, Role::Coordinator);
        let r = Request::now(app, Actor::Person(ana));
        let asked = invitation(" Lou ", "", Role::Merchant(VendorId(1)));
        let (lou, link) = wait(app.invite(P, r, asked.clone())).expect("invited");
        // The same form again: the same person, and a link that works.
        let (again, fresh) = wait(app.invite(P, r, asked)).expect("invited once");
        assert_eq!(lou, again);
        assert_eq!(app.people_wait().expect("people").len(), 2);
        let (link, fresh) = (link.expect("a link"), fresh.expect("a link"));
        let caller = Caller::default();
        assert_eq!(refused(wait(app.sign_in_by_link(&link.token, &caller))), Refusal::ExpiredLink, "only the last one works");
        let members = app.look_wait(P, move |cx| people::list(cx, Actor::Person(ana))).expect("listed");
        let member = members.iter().find(|m| m.person.id == lou).expect("there");
        assert_eq!(
            (member.person.name.as_str(), member.presence.seen_at, member.presence.link_until),
            ("Lou", None, Some(fresh.until))
        );
        let session = entered(wait(app.sign_in_by_link(&fresh.token, &caller)));
        assert_eq!(wait(app.signed_in(&session)).expect("signed in").person.id, lou);
        assert_eq!(refused(wait(app.sign_in_by_link(&fresh.token, &caller))), Refusal::ExpiredLink);
        // A phone was lost: out at once.
        wait(app.end_sessions(P, Actor::Person(ana), lou)).expect("ended");
        assert_eq!(refused(wait(app.signed_in(&session)).map(drop)), Refusal::SignInNeeded);
        // A merchant who was here may still get a card: they are nobody's second person.
        wait(app.make_link(P, Actor::Person(ana), lou, SignedDuration::from_hours(1))).expect("a link");
        let by_lou = Request::now(app, Actor::Person(lou));
        assert_eq!(refused(wait(app.invite(P, by_lou, invitation("X", "", Role::Auditor)))), Refusal::NotPermitted);
        assert_eq!(refused(app.look_wait(P, move |cx| people::list(cx, Actor::Person(lou)).map(drop))), Refusal::NotPermitted);
        prove(app);
    }
}

#[test]
fn nobody_makes_a_link_to_act_as_their_second_person() {
    for ground in grounds() {
        let app = &ground.app;
        let ana = app.add_person_wait("Ana", "", None).expect("added");
        give(app, P, ana, Role::Coordinator);
        let by = Actor::Person(ana);
        let hour = SignedDuration::from_hours(1);
        for (name, role) in [("Tom", Role::Treasurer), ("Ida", Role::Approver), ("Léo", Role::Coordinator)] {
            let r = Request::now(app, by);
            let (person, link) = wait(app.invite(P, r, invitation(name, "", role))).expect("invited");
            // Not here yet: the card was lost, say.
            wait(app.make_link(P, by, person, hour)).expect("another card");
            let fresh = wait(app.make_link(P, by, person, hour)).expect("another card");
            assert!(link.is_some_and(|l| l.token != fresh.token));
            wait(app.sign_in_by_link(&fresh.token, &Caller::default())).expect("in");
            assert_eq!(refused(wait(app.make_link(P, by, person, hour))), Refusal::LinkNotYours, "{name}");
            // They may be shown out all the same.
            wait(app.end_sessions(P, by, person)).expect("ended");
            let nobody = refused(wait(app.make_link(P, by, PersonId(999), hour)));
            assert_eq!(nobody, Refusal::UnknownPerson { person: "999".into() });
        }
        assert_eq!(
            refused(wait(app.invite(P, Request::now(app, by), invitation("Ana", "", Role::Merchant(VendorId(99)))))).code(),
            "unknown_vendor"
        );
        assert_eq!(refused(wait(app.invite(P, Request::now(app, by), invitation(" ", "", Role::Auditor)))), Refusal::NameNeeded);
        let before = app.people_wait().expect("people").len();
        let wrong = invitation("Max", "max", Role::Auditor);
        assert_eq!(refused(wait(app.invite(P, Request::now(app, by), wrong))).code(), "bad_email");
        assert_eq!(app.people_wait().expect("people").len(), before, "nobody was added for nothing");
    }
}

#[test]
fn somebody_who_also_works_elsewhere_is_let_in_by_themself_only() {
    for ground in grounds() {
        let app = &ground.app;
        let other = ground::PROGRAMME.replace("key = \"essai\"", "key = \"autre\"").replace("number = 1", "number = 2");
        let other = app.open_programme_wait(&ProgrammeFile::parse(&other).expect("a good file")).expect("opened");
        let ana = app.add_person_wait("Ana", "", None).expect("added");
        let bea = app.add_person_wait("Béa", "bea@pcn.example", None).expect("added");
        give(app, P, ana, Role::Coordinator);
        give(app, other, bea, Role::Merchant(VendorId(1)));
        let by = Actor::Person(ana);
        // She is found by her e-mail, gets her role here, and no link: it would open the other programme too.
        let (person, link) = wait(app.invite(P, Request::now(app, by), invitation("Beatrice", "BEA@pcn.example", Role::Auditor)))
            .expect("invited");
        assert_eq!((person, link.is_none()), (bea, true));
        let hour = SignedDuration::from_hours(1);
        assert_eq!(refused(wait(app.make_link(P, by, bea, hour))), Refusal::LinkNotYours);
        assert_eq!(refused(wait(app.end_sessions(P, by, bea))), Refusal::LinkNotYours);
        assert_eq!(refused(wait(app.make_link(other, by, bea, hour))), Refusal::NotPermitted);
        let members = app.look_wait(P, move |cx| people::list(cx, by)).expect("listed");
        assert!(members.iter().any(|m| m.person.id == bea && m.person.name == "Béa" && !m.yours));
        // Whoever runs both programmes may.
        give(app, other, ana, Role::Coordinator);
        wait(app.make_link(P, by, bea, hour)).expect("a link");
    }
}

/// A link that somebody of the programme made may be in their hands: what it opens does not sign for the other side.
#[test]
fn a_session_that_another_made_signs_no_agreement() {
    use app::agreement;
    use app::domain::agreement::{Agreement, Side};
    use app::domain::ids::PlaceId;
    use app::domain::market_day::Agreed;
    use jiff::civil::date;
    for ground in grounds() {
        let (app, clock) = (&ground.app, &ground.clock);
        let ana = app.add_person_wait("Ana", "", None).expect("added");
        give(app, P, ana, Role::Coordinator);
        let by = Actor::Person(ana);
        let asked = invitation("Lou", "lou@pcn.example", Role::Merchant(VendorId(3)));
        let (lou, link) = wait(app.invite(P, Request::now(app, by), asked)).expect("invited");
        let caller = Caller::default();
        let agreement = Agreement {
            vendor: VendorId(3),
            place: PlaceId(1),
            from: date(2025, 7, 1),
            until: date(2025, 10, 1),
            vendor_signed_on: None,
            programme_signed_on: None,
            text_digest: None,
        };
        let r = Request::now(app, by);
        app.act_wait(P, move |cx| agreement::register(cx, r, agreement.clone())).expect("prepared");
        let number = u32::try_from(app.programme_wait("essai").expect("there").agreements.len()).expect("few");
        let sign = |session: &Session, how: Agreed| {
            let (r, session) = (Request::now(app, Actor::Person(lou)), *session);
            app.act_wait(P, move |cx| agreement::sign(cx, r, Some(&session), number, (Side::Vendor, how)).map(drop))
        };
        let of = |token: &str| wait(app.signed_in(token)).expect("in").session;
        let token = entered(wait(app.sign_in_by_link(&link.expect("a link").token, &caller)));
        assert_eq!(of(&token).made_by, Some(ana));
        assert_eq!(refused(sign(&of(&token), Agreed::OnScreen)), Refusal::SessionByAnother);
        assert_eq!(refused(sign(&of(&token), Agreed::OnPaper)), Refusal::NotPermitted, "paper is for the programme to note");
        // Nor what was set in such a session: whoever set it may be the same.
        wait(app.change_password(lou, &of(&token), "", "cheval agrafe pile")).expect("set");
        let by_password = || entered(wait(app.sign_in_by_password("lou@pcn.example", "cheval agrafe pile", &caller)));
        let token = by_password();
        assert_eq!(of(&token).made_by, Some(ana));
        assert_eq!(refused(sign(&of(&token), Agreed::OnScreen)), Refusal::SessionByAnother);
        wait(app.prove(lou, &of(&token), "cheval agrafe pile")).expect("shown");
        assert_eq!(of(&token).made_by, Some(ana), "showing the same password proves no more");
        // A copy of everything keeps it.
        let mut copy = Vec::new();
        app.backup_wait(&mut copy, true).expect("copied");
        let copy = String::from_utf8(copy).expect("text");
        assert!(copy.contains(&format!("\"password_by\":{}", ana.0)), "{copy}");
        // Their own link, asked for by themself, is theirs; so is the password they set then.
        let own = app.invite_wait(lou, SignedDuration::from_hours(1)).expect("a link of nobody else's");
        let token = entered(wait(app.sign_in_by_link(&own, &caller)));
        assert_eq!(of(&token).made_by, None);
        wait(app.change_password(lou, &of(&token), "cheval agrafe pile", "agrafe pile cheval")).expect("changed");
        clock.set(clock.now() + SignedDuration::from_mins(1));
        let token = entered(wait(app.sign_in_by_password("lou@pcn.example", "agrafe pile cheval", &caller)));
        assert_eq!(of(&token).made_by, None);
        sign(&of(&token), Agreed::OnScreen).expect("signed");
        prove(app);
    }
}
