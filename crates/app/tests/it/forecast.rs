//! What a forecast is made from is what the book says, on both databases.

use crate::figure::play;
use crate::support::*;
use app::domain::ids::{Actor, FundId, PlaceId};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::forecast::{Asked, Season, gather};
use app::live_use::live_use;
use app::{App, programme};

fn read(app: &App) -> Season {
    app.look_wait(P, |cx| gather(cx, Actor::System)).expect("read")
}

#[test]
fn a_season_is_what_the_book_says() {
    for ground in grounds() {
        play(&ground);
        is_the_books(&ground.app);
    }
}

fn is_the_books(app: &App) {
    let season = read(app);
    let outlook = season.foresee(&Asked::default());
    let live = app.look_wait(P, |cx| live_use(cx, Actor::System)).expect("read");
    let used: u64 = outlook.input.cohorts.iter().map(app::domain::forecast::Cohort::used).sum();
    let given: u64 = outlook.input.cohorts.iter().map(|cohort| cohort.given).sum();
    // Two were spent before their hand-out was reported: they are given, in the week in which they were spent.
    assert_eq!(used, live.total.redeemed.count);
    let (spent, held) = (live.by_state["redeemed"].count, live.by_state["handed_out"].count);
    assert_eq!(given, spent + held - 2 - live.sold_live, "two sold coupons were spent");
    assert_eq!(outlook.input.sold.count, live.sold_live);
    assert_eq!(season.spent_so_far.iter().map(|(_, cents)| cents).sum::<i64>(), live.total.redeemed.cents);
    let weeks: u64 = outlook.input.cohorts.iter().filter(|cohort| cohort.given >= 8).map(|_| 1).sum();
    assert_eq!(weeks, 4, "four weeks of hand-outs: {:?}", outlook.input.cohorts);
    assert!(season.households > 0 && season.weeks_left > 0);
    // The same book says the same, and a larger scale costs more.
    let again = read(app).foresee(&Asked::default());
    assert_eq!(again.forecast, outlook.forecast);
    let double = season.foresee(&Asked { scale: Some(200), ..Asked::default() });
    assert!(double.forecast.final_spent.p50 > outlook.forecast.final_spent.p50);
    let nothing = season.foresee(&Asked { weeks: Some(0), ..Asked::default() });
    assert_eq!(nothing.forecast.households, None);
    let shut = season.foresee(&Asked { closed: Some(PlaceId(1)), ..Asked::default() });
    assert!(shut.forecast.final_spent.p50 <= outlook.forecast.final_spent.p50);
    let own = Asked {
        beliefs: [("use-low", 20), ("use-high", 30)].map(|(key, percent)| (key.to_owned(), percent)).into(),
        ..Asked::default()
    };
    assert!(season.foresee(&own).forecast.final_use_bps.p50 < outlook.forecast.final_use_bps.p50);
}

#[test]
fn whoever_sees_all_sees_it() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let funder = Role::Funder(FundId(1));
        let roles =
            [(Role::Coordinator, true), (Role::Auditor, true), (Role::Evaluator, false), (Role::Network, false), (funder, false)];
        for (role, may) in roles {
            let person = app.add_person_wait(role.key(), "", None).expect("added");
            let r = request(app);
            app.act_wait(P, move |cx| programme::grant(cx, r, person, role)).expect("granted");
            let seen = app.look_wait(P, move |cx| gather(cx, Actor::Person(person)));
            if may {
                assert!(seen.is_ok(), "{role:?}");
            } else {
                assert_eq!(refused(seen), Refusal::NotPermitted, "{role:?}");
            }
        }
    }
}
