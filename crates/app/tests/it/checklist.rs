//! The steps of a season and the wait of merchants, worked out from what is there.

use crate::support::*;
use app::checklist::{Progress, Step, checklist};
use app::command::Request;
use app::domain::delay::Delay;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, PartnerId, PaymentId, RunId};
use app::domain::redemption::Channel;
use app::domain::role::Role;
use app::todo::{Task, todo};
use app::{App, payment_delay, programme, season, settlement};
use ground::Ground;
use jiff::civil::date;

fn at(app: &App, step: Step) -> Progress {
    let steps = app.look_wait(P, |cx| checklist(cx, Actor::System)).expect("steps");
    steps.into_iter().find(|(s, _)| *s == step).expect("each step").1
}

fn on(ground: &Ground, day: &str) {
    ground.clock.set(format!("{day}T09:00:00-04:00").parse().expect("an instant"));
}

#[test]
fn each_step_is_worked_out() {
    for ground in grounds() {
        let app = &ground.app;
        assert_eq!((at(app, Step::Funds), at(app, Step::Print)), (Progress::ToDo, Progress::ToDo), "{}", ground.name);
        prepare(app);
        assert_eq!((at(app, Step::Funds), at(app, Step::Print)), (Progress::Done, Progress::Done));
        // The second organisation has no coupon; one merchant has not signed.
        assert_eq!((at(app, Step::Stock), at(app, Step::Agreements)), (Progress::ToDo, Progress::ToDo));
        assert_eq!(at(app, Step::People), Progress::ToDo);
        for (name, role) in [
            ("Ana", Role::PartnerWorker(PartnerId(1))),
            ("Bob", Role::PartnerWorker(PartnerId(2))),
            ("Cléo", Role::Treasurer),
            ("Dan", Role::Approver),
        ] {
            let person = app.add_person_wait(name, "", None).expect("added");
            let r = request(app);
            app.act_wait(P, move |cx| programme::grant(cx, r, person, role)).expect("granted");
        }
        assert_eq!((at(app, Step::People), at(app, Step::Places)), (Progress::Done, Progress::Done));
        assert_eq!((at(app, Step::FirstHandOut), at(app, Step::Midway)), (Progress::ToDo, Progress::Later));
        hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
        assert_eq!(at(app, Step::FirstHandOut), Progress::Done);
        assert_eq!((at(app, Step::LastDay), at(app, Step::Close)), (Progress::Later, Progress::Later));
        on(&ground, "2025-09-20");
        assert_eq!(at(app, Step::LastDay), Progress::ToDo);
        on(&ground, "2025-11-03");
        assert_eq!((at(app, Step::LastDay), at(app, Step::Unspent)), (Progress::Done, Progress::ToDo));
        assert_eq!((at(app, Step::Paid), at(app, Step::Close)), (Progress::Done, Progress::ToDo));
        // The next two steps are among the things to do, no more.
        let tasks = app.look_wait(P, |cx| todo(cx, Actor::System)).expect("tasks");
        let steps = tasks.iter().filter(|(task, _)| matches!(task, Task::Step(_))).count();
        assert_eq!(steps, 2, "{tasks:?}");
        let (end, close) = (request(app), request(app));
        app.act_wait(P, move |cx| {
            season::expire(cx, end, date(2025, 10, 14))?;
            season::close(cx, close)
        })
        .expect("closed");
        let steps = app.look_wait(P, |cx| checklist(cx, Actor::System)).expect("steps");
        assert!(steps.iter().all(|(_, at)| *at == Progress::Done), "{steps:?}");
    }
}

#[test]
fn a_wait_ends_when_the_bank_confirms() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let delays = || app.look_wait(P, |cx| payment_delay::delays(cx, Actor::System)).expect("delays");
        assert_eq!(delays(), payment_delay::Delays::default());
        let people: Vec<_> = ["Ana", "Bob"].iter().map(|n| app.add_person_wait(n, "", None).expect("added")).collect();
        for person in people.clone() {
            let r = request(app);
            app.act_wait(P, move |cx| programme::grant(cx, r, person, Role::Treasurer)).expect("granted");
        }
        // Counted in on Thursday 3 July 2025; confirmed on Monday, then returned, then paid for good a week later.
        on(&ground, "2025-07-03");
        hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
        assert_eq!(count(app, codes(app, 1, 0..4), Channel::Counted).accepted, 4);
        assert_eq!((delays().waiting, delays().late), (1, 0));
        let pay = |payment: u32| {
            let by = |n: usize| Request::now(app, Actor::Person(people[n]));
            let (prepare, one, two, pay, confirm, now) = (by(0), by(0), by(1), by(0), by(0), app.now());
            app.act_wait(P, move |cx| {
                let run = settlement::prepare(cx, prepare, now)?;
                settlement::approve(cx, one, run)?;
                settlement::approve(cx, two, run)?;
                settlement::pay(cx, pay, run)?;
                settlement::confirm(cx, confirm, PaymentId(payment), "cheque")
            })
            .expect("paid");
        };
        on(&ground, "2025-07-07");
        pay(1);
        let first = Delay { count: 1, median: 2, p95: 2, in_time: 1 };
        assert_eq!((delays().season, delays().runs.get(&RunId(1)).copied(), delays().waiting), (Some(first), Some(first), 0));
        let back = request(app);
        app.act_wait(P, move |cx| settlement::bounce(cx, back, PaymentId(1), "905 compte fermé")).expect("returned");
        assert_eq!((delays().season, delays().waiting), (None, 1), "{}", ground.name);
        on(&ground, "2025-07-14");
        assert_eq!(delays().late, 1);
        pay(2);
        let second = Delay { count: 1, median: 7, p95: 7, in_time: 0 };
        assert_eq!(
            (delays().season, delays().runs.len(), delays().runs.get(&RunId(2)).copied()),
            (Some(second), 1, Some(second))
        );
    }
}
