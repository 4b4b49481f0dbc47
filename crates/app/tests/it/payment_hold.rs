//! A merchant whose payments are held: by one at once, let go by two; runs leave them out and nothing else changes.

use crate::payments::send;
use crate::support::{A, FERME, MARCHE, P, codes, count, grounds, hand_out, prepare, prove, refused, request};
use app::command::Request;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, PersonId, RunId, VendorId};
use app::domain::payment_hold::HoldState;
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::redemption::CountIn;
use app::todo::{self, Task};
use app::{App, Error, payment_hold, programme, redemption, settlement, vendor};

const MIEL: VendorId = VendorId(2);

fn person(app: &App, name: &str, role: Role) -> PersonId {
    let id = app.add_person_wait(name, "", None).expect("added");
    let r = request(app);
    app.act_wait(P, move |cx| programme::grant(cx, r, id, role)).expect("granted");
    id
}

fn by(app: &App, who: PersonId) -> Request {
    Request::now(app, Actor::Person(who))
}

fn hold(app: &App, r: Request, vendor: VendorId, why: &'static str) -> Result<(), Error> {
    app.act_wait(P, move |cx| payment_hold::hold(cx, r, vendor, why)).map(drop)
}

fn ask(app: &App, r: Request, vendor: VendorId, found: &'static str) -> Result<(), Error> {
    app.act_wait(P, move |cx| payment_hold::ask_release(cx, r, vendor, found)).map(drop)
}

fn release(app: &App, r: Request, vendor: VendorId) -> Result<(), Error> {
    app.act_wait(P, move |cx| payment_hold::release(cx, r, vendor)).map(drop)
}

fn keep(app: &App, r: Request, vendor: VendorId) -> Result<(), Error> {
    app.act_wait(P, move |cx| payment_hold::keep(cx, r, vendor)).map(drop)
}

fn gather(app: &App) -> Result<RunId, Error> {
    let (r, now) = (request(app), app.now());
    app.act_wait(P, move |cx| settlement::prepare(cx, r, now))
}

fn paid(app: &App, run: RunId) -> Vec<VendorId> {
    let (_, payments) = app.look_wait(P, move |cx| settlement::run(cx, Actor::System, run)).expect("read");
    payments.iter().map(|p| p.vendor).collect()
}

fn owed(app: &App, vendor: VendorId) -> i64 {
    let owed = app.look_wait(P, |cx| settlement::owed(cx, Actor::System)).expect("read");
    owed.iter().filter(|(of, _)| *of == vendor).map(|(_, amount)| amount.minor).sum()
}

/// 20 $ owed to one merchant, 10 $ to another.
fn two_merchants(app: &App) {
    prepare(app);
    hand_out(app, Choice::Count { class: A, count: 8 }).expect("handed out");
    count(app, codes(app, 1, 0..4), Channel::Counted);
    let (r, codes) = (request(app), codes(app, 1, 4..6));
    let other = CountIn { vendor: MIEL, place: MARCHE, channel: Channel::Counted, codes };
    app.act_wait(P, move |cx| redemption::count_in(cx, r, &other)).expect("counted");
}

#[test]
fn a_run_leaves_out_whoever_is_held_and_what_is_owed_stays() {
    for ground in grounds() {
        let app = &ground.app;
        two_merchants(app);
        let (ana, bob, dom) =
            (person(app, "Ana", Role::Coordinator), person(app, "Bob", Role::Approver), person(app, "Dom", Role::Treasurer));
        let lou = person(app, "Lou", Role::Merchant(FERME));
        // Who approves holds nothing; a merchant holds nobody.
        for who in [bob, lou] {
            assert_eq!(refused(hold(app, by(app, who), FERME, "appel")), Refusal::NotPermitted);
        }
        assert_eq!(refused(hold(app, by(app, dom), FERME, "  ")), Refusal::ReasonNeeded);
        assert_eq!(refused(hold(app, by(app, dom), VendorId(99), "appel")).code(), "unknown_vendor");
        let early = gather(app).expect("prepared before the call");
        hold(app, by(app, dom), FERME, "appel étrange").expect("held by one");
        let held = Refusal::PaymentsHeld { vendor: FERME };
        assert_eq!(refused(hold(app, by(app, ana), FERME, "encore")), held);
        // What was prepared goes no further.
        let approve = by(app, bob);
        assert_eq!(refused(app.act_wait(P, move |cx| settlement::approve(cx, approve, early))), held);
        let cancel = request(app);
        app.act_wait(P, move |cx| settlement::cancel(cx, cancel, early, "retenu")).expect("cancelled");
        prove(app);
        let run = send(app);
        assert_eq!(paid(app, run), [MIEL], "{}", ground.name);
        assert_eq!(owed(app, FERME), 2_000, "it is owed all the same");
        let left = app.look_wait(P, move |cx| {
            let (run, _) = settlement::run(cx, Actor::System, run)?;
            payment_hold::left_out(cx, Actor::System, &run)
        });
        assert_eq!(left.expect("read").into_iter().collect::<Vec<_>>(), [FERME]);
        assert_eq!(refused(gather(app)), held, "only they are owed something");
        // The merchant goes on accepting, and is told no day.
        count(app, codes(app, 1, 6..7), Channel::Counted);
        assert_eq!(owed(app, FERME), 2_500);
        let own = app.look_wait(P, move |cx| vendor::account(cx, Actor::Person(lou), FERME)).expect("their own");
        assert!(own.is_held && own.promised_for.is_none());
        assert_eq!(refused(app.look_wait(P, move |cx| payment_hold::list(cx, Actor::Person(lou)))), Refusal::NotPermitted);
        assert_eq!(
            refused(app.look_wait(P, move |cx| payment_hold::is_held(cx, Actor::Person(lou), MIEL))),
            Refusal::NotPermitted
        );
        prove(app);
    }
}

#[test]
fn two_people_let_go() {
    for ground in grounds() {
        let app = &ground.app;
        two_merchants(app);
        let (bob, dom) = (person(app, "Bob", Role::Approver), person(app, "Dom", Role::Treasurer));
        assert_eq!(refused(ask(app, by(app, dom), FERME, "rappelé")), Refusal::NotFound, "nothing is held");
        hold(app, by(app, dom), FERME, "compte changé").expect("held");
        let step = |state: &str| Refusal::WrongStep { state: state.to_owned() };
        assert_eq!(refused(release(app, by(app, bob), FERME)), step("held"), "nobody asked");
        assert_eq!(refused(ask(app, by(app, bob), FERME, "rappelé")), Refusal::NotPermitted);
        assert_eq!(refused(ask(app, by(app, dom), FERME, "")), Refusal::ReasonNeeded);
        ask(app, by(app, dom), FERME, "rappelé au numéro connu").expect("asked");
        assert_eq!(refused(ask(app, by(app, dom), FERME, "encore")), step("release_asked"));
        assert_eq!(refused(release(app, by(app, dom), FERME)), Refusal::SecondPersonNeeded);
        // It waits for somebody else, and is still held.
        let tasks = |who: PersonId| app.look_wait(P, move |cx| todo::todo(cx, Actor::Person(who))).expect("read");
        assert!(tasks(bob).contains(&(Task::Releases, 1)) && tasks(dom).iter().all(|(task, _)| *task != Task::Releases));
        assert_eq!(paid(app, gather(app).expect("prepared")), [MIEL]);
        keep(app, by(app, bob), FERME).expect("not yet");
        assert_eq!(refused(release(app, by(app, bob), FERME)), step("held"));
        ask(app, by(app, dom), FERME, "relevé de la banque vu").expect("asked again");
        prove(app);
        release(app, by(app, bob), FERME).expect("let go");
        assert_eq!(refused(release(app, by(app, bob), FERME)), Refusal::NotFound);
        assert_eq!(paid(app, gather(app).expect("prepared")), [FERME], "the next run pays");
        // Held again, it is another hold.
        hold(app, by(app, dom), FERME, "deuxième appel").expect("held again");
        let all = app.look_wait(P, |cx| payment_hold::list(cx, Actor::System)).expect("listed");
        let told: Vec<_> = all.iter().map(|held| (held.hold.state, held.by.as_str(), held.lifted_by.as_str())).collect();
        assert_eq!(told, [(HoldState::Held, "Dom", ""), (HoldState::Lifted, "Dom", "Bob")], "{}", ground.name);
        assert_eq!(all[1].hold.found, "relevé de la banque vu");
        prove(app);
    }
}
