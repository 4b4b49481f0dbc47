//! A market day: who is there, totals, agreement, coupons in doubt paid on the spot.

use crate::support::*;
use app::command::Request;
use app::domain::amount::Amount;
use app::domain::command::Placement;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, DisputeId, FundId, PlaceId, VendorId};
use app::domain::market_day::{Agreed, DayTotal};
use app::domain::programme::Entry;
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::domain::role::{Grant, Role};
use app::programme_file::ProgrammeFile;
use app::{App, Cx, Error, allotment, market_day, programme};
use ground::Ground;
use jiff::civil::{Date, date};
use std::collections::BTreeSet;

const TODAY: Date = date(2025, 7, 1);

fn act<T: Send + 'static>(
    app: &App,
    mut job: impl FnMut(&mut Cx<'_, '_>, Request) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let r = request(app);
    app.act_wait(P, move |cx| job(cx, r))
}

/// A programme whose markets may pay 10 $ a day on the spot, with 20 coupons handed out.
fn grounds_with_a_limit() -> [Ground; 2] {
    let grounds = ground::both(7, start());
    for ground in &grounds {
        let text = ground::PROGRAMME.replacen("[[", "[rules]\non_the_spot_limit = \"10\"\n\n[[", 1);
        let file = ProgrammeFile::parse(&text).expect("a good file");
        assert_eq!(ground.app.open_programme_wait(&file).expect("opened"), P);
        prepare(&ground.app);
        hand_out(&ground.app, Choice::Coupons(set(1, 1, 20))).expect("handed out");
    }
    grounds
}

#[test]
fn a_day_is_noted_closed_and_agreed_with() {
    for ground in grounds_with_a_limit() {
        let app = &ground.app;
        let both: BTreeSet<VendorId> = [FERME, VendorId(2)].into();
        act(app, move |cx, r| market_day::note_presence(cx, r, MARCHE, TODAY, both.clone())).expect("noted");
        count(app, codes(app, 1, 0..4), Channel::Counted);
        let seen = app.look_wait(P, |cx| market_day::day(cx, Actor::System, MARCHE, TODAY)).expect("a day");
        assert_eq!(seen.counted[&FERME], DayTotal { count: 4, cents: 2_000 }, "{}", ground.name);
        assert_eq!(seen.by_class[&(FERME, A)], 4);
        assert_eq!(seen.day.present.len(), 2);
        let early = act(app, |cx, r| market_day::agree(cx, r, (MARCHE, TODAY), FERME, Agreed::OnPaper));
        assert_eq!(refused(early), Refusal::DayNotClosed { place: MARCHE, day: TODAY });
        act(app, |cx, r| market_day::close(cx, r, MARCHE, TODAY)).expect("closed");
        assert_eq!(app.look_wait(P, |cx| market_day::to_agree(cx, Actor::System, FERME)).expect("a list").len(), 1);
        act(app, |cx, r| market_day::agree(cx, r, (MARCHE, TODAY), FERME, Agreed::OnPaper)).expect("agreed");
        assert!(app.look_wait(P, |cx| market_day::to_agree(cx, Actor::System, FERME)).expect("a list").is_empty());
        // Counted after the close: said, and whoever had agreed has to agree again.
        count(app, codes(app, 1, 4..6), Channel::Counted);
        let late = app.look_wait(P, |cx| market_day::day(cx, Actor::System, MARCHE, TODAY)).expect("a day");
        assert!(late.changed_since() && late.day.agreed.contains_key(&FERME));
        act(app, |cx, r| market_day::close(cx, r, MARCHE, TODAY)).expect("closed again");
        let again = app.look_wait(P, |cx| market_day::day(cx, Actor::System, MARCHE, TODAY)).expect("a day");
        assert!(!again.changed_since() && again.day.agreed.is_empty());
        prove(app);
    }
}

#[test]
fn nobody_is_there_without_an_agreement_nor_tomorrow() {
    for ground in grounds_with_a_limit() {
        let app = &ground.app;
        let without = act(app, |cx, r| market_day::note_presence(cx, r, MARCHE, TODAY, [VendorId(3)].into()));
        assert!(matches!(refused(without), Refusal::NoAgreement { .. }));
        let tomorrow = act(app, |cx, r| market_day::close(cx, r, MARCHE, date(2025, 7, 2)));
        assert_eq!(refused(tomorrow), Refusal::FutureDay { day: date(2025, 7, 2) });
        let nowhere = act(app, |cx, r| market_day::close(cx, r, PlaceId(99), TODAY));
        assert!(matches!(refused(nowhere), Refusal::UnknownPlace { .. }));
        prove(app);
    }
}

#[test]
fn a_market_pays_on_the_spot_up_to_its_limit() {
    for ground in grounds_with_a_limit() {
        let app = &ground.app;
        act(app, |cx, r| allotment::withdraw(cx, r, set(1, 1, 4), Placement::Lost, "perdus")).expect("lost");
        count(app, codes(app, 1, 0..3), Channel::Counted);
        for number in 1..=2 {
            act(app, move |cx, r| market_day::decide(cx, r, MARCHE, DisputeId(number), "de bonne foi")).expect("paid");
        }
        let third = refused(act(app, |cx, r| market_day::decide(cx, r, MARCHE, DisputeId(3), "de bonne foi")));
        assert_eq!(third, Refusal::OverSpotLimit { limit: 1_000, spent: 1_000, asked: 500 }, "{}", ground.name);
        let elsewhere = refused(act(app, |cx, r| market_day::decide(cx, r, PlaceId(2), DisputeId(3), "de bonne foi")));
        assert_eq!(elsewhere, Refusal::NotFound);
        let day = app.look_wait(P, |cx| market_day::day(cx, Actor::System, MARCHE, TODAY)).expect("a day");
        assert_eq!((day.day.spot_cents, day.left_on_the_spot(), day.doubts.len()), (1_000, 0, 3));
        assert!(day.doubts[0].decision.is_none(), "what is left to decide comes first");
        prove(app);
    }
}

#[test]
fn each_market_is_run_by_its_own_manager_and_each_merchant_speaks_for_itself() {
    for ground in grounds_with_a_limit() {
        let app = &ground.app;
        let person = |role: Role| {
            let id = app.add_person_wait(role.key(), "", None).expect("a person");
            act(app, move |cx, r| programme::enroll(cx, r, vec![Entry::Grant(Grant { person: id, role })])).expect("granted");
            Actor::Person(id)
        };
        let (here, there) = (person(Role::MarketManager(MARCHE)), person(Role::MarketManager(PlaceId(2))));
        let (own, other) = (person(Role::Merchant(FERME)), person(Role::Merchant(VendorId(2))));
        count(app, codes(app, 1, 0..2), Channel::Counted);
        let close = |actor| act(app, move |cx, r| market_day::close(cx, Request { actor, ..r }, MARCHE, TODAY));
        assert_eq!(refused(close(there)), Refusal::NotPermitted);
        close(here).expect("closed");
        let agree =
            |actor, how| act(app, move |cx, r| market_day::agree(cx, Request { actor, ..r }, (MARCHE, TODAY), FERME, how));
        assert_eq!(refused(agree(other, Agreed::OnScreen)), Refusal::NotPermitted);
        assert_eq!(
            refused(agree(here, Agreed::OnScreen)),
            Refusal::NotPermitted,
            "a manager has the paper, not the merchant's screen"
        );
        assert_eq!(refused(agree(own, Agreed::OnPaper)), Refusal::NotPermitted);
        agree(own, Agreed::OnScreen).expect("agreed");
        prove(app);
    }
}

#[test]
fn what_a_market_pays_comes_from_what_was_set_aside() {
    for ground in grounds_with_a_limit() {
        let app = &ground.app;
        // The reserve is spent elsewhere first.
        act(app, |cx, r| allotment::withdraw(cx, r, set(1, 1, 6), Placement::Lost, "perdus")).expect("lost");
        count(app, codes(app, 1, 0..5), Channel::Counted);
        for number in 1..=4 {
            let pay = app::domain::dispute::Decision::Pay { fund: FundId(1) };
            act(app, move |cx, r| app::dispute::resolve(cx, r, DisputeId(number), pay, "vu")).expect("paid");
        }
        let none_left = refused(act(app, |cx, r| market_day::decide(cx, r, MARCHE, DisputeId(5), "de bonne foi")));
        assert_eq!(none_left, Refusal::InsufficientFunds { available: 0, asked: Amount::cad(500).minor }, "{}", ground.name);
        prove(app);
    }
}
