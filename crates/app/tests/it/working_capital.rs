//! What must be in the bank on which day.

use crate::payments::send;
use crate::support::{A, FERME, P, codes, count, grounds, hand_out, prepare, prove, refused, request};
use app::domain::fund::{Instalment, Terms};
use app::domain::handout::Choice;
use app::domain::ids::{Actor, FundId, PaymentId};
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::domain::working_capital::Why;
use app::working_capital::{self, Outlook};
use app::{App, fund, payment_hold, programme, settlement};
use jiff::civil::{Date, date};

fn outlook(app: &App) -> Outlook {
    app.look_wait(P, |cx| working_capital::gather(cx, Actor::System)).expect("read").outlook()
}

/// When something moves, and how much.
fn of(outlook: &Outlook, why: Why) -> Option<(Date, i64)> {
    outlook.plan.days.iter().flat_map(|day| &day.moves).find(|one| one.why == why).map(|one| (one.on, one.cents))
}

#[test]
fn what_is_owed_stands_on_its_day_and_what_funders_promised_too() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Count { class: A, count: 8 }).expect("handed out");
        count(app, codes(app, 1, 0..4), Channel::Counted);
        let before = outlook(app);
        assert_eq!(before.bank_cents, 50_000);
        // 1 July is a holiday: two business days after it is the 3rd.
        assert_eq!(of(&before, Why::Owed), Some((date(2025, 7, 3), 2_000)), "{}", ground.name);
        assert!(before.plan.days.iter().any(|day| day.moves.iter().any(|one| matches!(one.why, Why::Week(_)))), "weeks to come");
        let terms = Terms {
            pledge_cents: 60_000,
            instalments: vec![
                Instalment { due_on: date(2025, 6, 1), cents: 25_000 },
                Instalment { due_on: date(2025, 8, 2), cents: 35_000 },
            ],
            ..Terms::default()
        };
        let (r, hold) = (request(app), request(app));
        app.act_wait(P, move |cx| fund::change(cx, r, FundId(1), terms.clone())).expect("agreed");
        let then = outlook(app);
        assert_eq!(then.late_cents, 5_000, "nobody counts on what is late");
        assert_eq!(of(&then, Why::Instalment(FundId(1))), Some((date(2025, 8, 4), 35_000)), "the 2nd is a Saturday");
        assert_eq!(then.needed_cents, then.plan.days[0].needed_cents);
        // Held money is owed all the same.
        app.act_wait(P, move |cx| payment_hold::hold(cx, hold, FERME, "appel")).expect("held");
        assert_eq!(of(&outlook(app), Why::Owed), Some((date(2025, 7, 3), 2_000)));
        let lift = request(app);
        let bob = app.add_person_wait("Bob", "", None).expect("added");
        let (grant, other) = (request(app), app::command::Request::now(app, Actor::Person(bob)));
        app.act_wait(P, move |cx| {
            programme::grant(cx, grant, bob, Role::Approver)?;
            payment_hold::ask_release(cx, lift, FERME, "rappelé")?;
            payment_hold::release(cx, other, FERME)
        })
        .expect("let go");
        send(app);
        assert_eq!(of(&outlook(app), Why::Owed), None);
        assert_eq!(of(&outlook(app), Why::Sent), Some((date(2025, 7, 1), 2_000)));
        let confirm = request(app);
        app.act_wait(P, move |cx| settlement::confirm(cx, confirm, PaymentId(1), "chèque 1")).expect("confirmed");
        let after = outlook(app);
        assert_eq!((after.bank_cents, of(&after, Why::Sent)), (48_000, None));
        let nobody = Actor::Person(app.add_person_wait("Zoé", "", None).expect("added"));
        assert_eq!(refused(app.look_wait(P, move |cx| working_capital::gather(cx, nobody).map(drop))), Refusal::NotPermitted);
        prove(app);
    }
}
