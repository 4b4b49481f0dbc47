//! A running season decides anew: from a day that is said, by two people, and never backwards.

use crate::support::{P, V, grounds, prepare, prove, refused, request, set};
use app::command::Request;
use app::domain::amendment::Decided;
use app::domain::amount::Amount;
use app::domain::ids::{Actor, PersonId};
use app::domain::programme::Band;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::{App, Error, allotment, amendment, batch, programme, sale, todo};
use jiff::civil::{Date, date};

fn person(app: &App, role: Role) -> PersonId {
    let id = app.add_person_wait(role.key(), "", None).expect("added");
    let r = request(app);
    app.act_wait(P, move |cx| programme::grant(cx, r, id, role)).expect("granted");
    id
}

/// Asks that what is decided last be changed.
fn ask(app: &App, who: PersonId, from: Date, change: impl Fn(&mut Decided) + Send + 'static) -> Result<(), Error> {
    let r = Request::now(app, Actor::Person(who));
    app.act_wait(P, move |cx| {
        let (mut after, _) = cx.book()?.decided_last();
        change(&mut after);
        amendment::ask_for(cx, r, from, after, "comité du 12 août").map(drop)
    })
}

fn confirm(app: &App, who: PersonId, number: u32) -> Result<(), Error> {
    let r = Request::now(app, Actor::Person(who));
    app.act_wait(P, move |cx| amendment::confirm(cx, r, number).map(drop))
}

fn give_up(app: &App, who: PersonId, number: u32) -> Result<(), Error> {
    let r = Request::now(app, Actor::Person(who));
    app.act_wait(P, move |cx| amendment::give_up(cx, r, number).map(drop))
}

fn decided(app: &App) -> Decided {
    app.look_wait(P, |cx| Ok(cx.book()?.decided())).expect("a book")
}

fn refund(app: &App, coupons: std::ops::RangeInclusive<u32>) -> Result<(), Error> {
    let r = request(app);
    let (first, last) = (*coupons.start(), *coupons.end());
    app.act_wait(P, move |cx| sale::refund(cx, r, set(2, first, last), "reçu").map(drop))
}

const AUGUST: Date = date(2025, 8, 15);

#[test]
fn a_season_changes_from_the_day_that_two_people_said() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let (ana, bob, lou) = (person(app, Role::Coordinator), person(app, Role::Treasurer), person(app, Role::Auditor));
        let r: Vec<Request> = (0..3).map(|_| request(app)).collect();
        app.act_wait(P, move |cx| {
            batch::issue(cx, r[0], V, 20, 1)?;
            allotment::take_in(cx, r[1], set(2, 1, 20))?;
            sale::sell(cx, r[2], set(2, 1, 20), Amount::cad(10_000), "reçu 1")
        })
        .expect("sold");
        let more = |decided: &mut Decided| decided.rules.refund_limit_cents = 1_000;
        assert_eq!(refused(ask(app, lou, AUGUST, more)), Refusal::NotPermitted);
        assert_eq!(refused(ask(app, ana, AUGUST, |_| ())), Refusal::NothingChanges);
        ask(app, ana, AUGUST, more).expect("asked");
        assert_eq!(refused(ask(app, ana, AUGUST, more)).code(), "wrong_step", "one at a time");
        assert_eq!(refused(confirm(app, ana, 1)), Refusal::SecondPersonNeeded);
        assert_eq!(refused(confirm(app, lou, 1)), Refusal::NotPermitted);
        assert_eq!(refused(confirm(app, bob, 2)), Refusal::NotFound);
        let waits = |who: PersonId| {
            let found = app.look_wait(P, move |cx| todo::todo(cx, Actor::Person(who))).expect("a list");
            found.iter().any(|(task, _)| *task == todo::Task::Amendment)
        };
        assert!(waits(bob) && !waits(ana) && !waits(lou));
        prove(app);
        confirm(app, bob, 1).expect("confirmed");
        assert_eq!(refused(confirm(app, bob, 1)).code(), "wrong_step");
        assert_eq!(refused(give_up(app, bob, 1)).code(), "wrong_step", "what is confirmed is changed by another");
        // Nothing changes before its day, and the log proves it on either side of it.
        assert_eq!(refused(refund(app, 1..=2)).code(), "over_refund_limit");
        ground.clock.set("2025-08-14T23:59:00-04:00".parse().expect("an instant"));
        assert_eq!(decided(app).rules.refund_limit_cents, 500);
        assert_eq!(refused(refund(app, 1..=2)).code(), "over_refund_limit");
        prove(app);
        ground.clock.set("2025-08-15T00:00:00-04:00".parse().expect("an instant"));
        assert_eq!(decided(app).rules.refund_limit_cents, 1_000);
        prove(app);
        refund(app, 1..=2).expect("as decided anew");
        let read = app.programmes_wait().expect("books");
        assert_eq!(read.first().map(|book| book.rules.refund_limit_cents), Some(1_000));
        prove(app);
        // A refusal on that day leaves nothing half written.
        assert_eq!(refused(refund(app, 3..=5)).code(), "over_refund_limit");
        prove(app);
    }
}

#[test]
fn days_go_forward_and_paper_is_believed() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let (ana, bob) = (person(app, Role::Coordinator), person(app, Role::Treasurer));
        let slow = |decided: &mut Decided| decided.rules.payment_target_days = 5;
        let day = date(2025, 6, 30);
        assert_eq!(refused(ask(app, ana, day, slow)), Refusal::PastDay { day });
        let gone = |decided: &mut Decided| drop(decided.bands.remove(0));
        assert_eq!(refused(ask(app, ana, AUGUST, gone)), Refusal::SizeGone { band: "1 personne".into() });
        let short = |decided: &mut Decided| decided.season.ends_on = date(2025, 9, 30);
        let until = date(2025, 10, 13);
        assert_eq!(refused(ask(app, ana, AUGUST, short)), Refusal::PrintedUntil { class: "Coupon solidaire".into(), until });
        let late = |decided: &mut Decided| decided.season.starts_on = date(2025, 7, 5);
        assert_eq!(refused(ask(app, ana, AUGUST, late)).code(), "wrong_dates", "it has begun");
        let alone = |decided: &mut Decided| decided.rules.approvals = 1;
        assert_eq!(refused(ask(app, ana, AUGUST, alone)).code(), "bad_rule");
        // A longer season, another size, a larger sum: each is said in order.
        let more = |decided: &mut Decided| {
            decided.season.last_claim_on = date(2025, 11, 15);
            decided.bands[0].weekly_cents = 2_500;
            decided.bands.push(Band { key: "8+".into(), label: "8 personnes ou plus".into(), weekly_cents: 5_500 });
        };
        ask(app, ana, AUGUST, more).expect("asked");
        let said = app.look_wait(P, |cx| Ok(cx.book()?.amendment_asked().cloned())).expect("a book").expect("one");
        let changes = said.changes();
        let what: Vec<&str> = changes.iter().map(|change| change.what.as_str()).collect();
        assert_eq!(what, ["last_claim_on", "band-1", "band-8+"]);
        give_up(app, ana, 1).expect("given up");
        ask(app, ana, AUGUST, more).expect("asked again");
        confirm(app, bob, 2).expect("confirmed");
        // What comes after it is not before it, and starts from it.
        let day = date(2025, 8, 14);
        assert_eq!(refused(ask(app, ana, day, slow)), Refusal::BeforeAmendment { since: AUGUST });
        ask(app, ana, date(2025, 9, 1), slow).expect("asked");
        // Its day passes before anybody confirms: it is to be asked for again.
        ground.clock.set("2025-09-02T09:00:00-04:00".parse().expect("an instant"));
        assert_eq!(refused(confirm(app, bob, 3)), Refusal::PastDay { day: date(2025, 9, 1) });
        give_up(app, bob, 3).expect("given up");
        let today = decided(app);
        assert_eq!((today.rules.payment_target_days, today.bands.len()), (2, 4));
        assert_eq!(today.season.last_claim_on, date(2025, 11, 15));
        prove(app);
    }
}
