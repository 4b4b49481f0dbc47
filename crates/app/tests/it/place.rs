//! Places change by commands: what is said of them, and the days they are closed all the same.

use crate::support::{CUISINE, MARCHE, P, codes, count, grounds, hand_out, prepare, prove, refused, request, set};
use app::command::Answer;
use app::domain::handout::Choice;
use app::domain::hours::Slot;
use app::domain::ids::{Actor, PersonId, PlaceId};
use app::domain::place::{Food, Place, PlaceKind, WhyClosed};
use app::domain::programme::Book;
use app::domain::recurrence::Rule;
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::place::PartnerHere;
use app::{App, Error, calendar, place, programme};
use jiff::civil::{Date, date, time};
use std::sync::Arc;
use text::Lang;

fn book(app: &App) -> Arc<Book> {
    app.programme_wait("essai").expect("a book")
}

fn change(app: &App, new: &Place) -> Result<Answer, Error> {
    let (request, new) = (request(app), new.clone());
    app.act_wait(P, move |cx| place::change(cx, request, &new))
}

fn close(app: &App, actor: Actor, id: PlaceId, on: Date) -> Result<Answer, Error> {
    let mut request = request(app);
    request.actor = actor;
    app.act_wait(P, move |cx| place::close_day(cx, request, id, on, WhyClosed::Weather))
}

fn reopen(app: &App, on: Date) -> Result<Answer, Error> {
    let request = request(app);
    app.act_wait(P, move |cx| place::reopen_day(cx, request, MARCHE, on))
}

#[test]
fn a_place_changes_and_the_log_says_so() {
    for ground in grounds() {
        let app = &ground.app;
        let mut market = book(app).place(MARCHE).expect("a market").clone();
        assert_eq!((market.sells.len(), market.territory.as_str(), market.opens.len()), (2, "340", 1));
        market.name = "Marché du Quai".into();
        market.key = "autre".into();
        market.kind = PlaceKind::Shop;
        market.sells = vec![Food::Fish];
        market.opens.push(Slot {
            starts_on: date(2025, 12, 20),
            rule: Rule::once(),
            from: time(10, 0, 0, 0),
            until: time(15, 30, 0, 0),
            except: Vec::new(),
            also: Vec::new(),
        });
        change(app, &market).expect("changed");
        let changed = book(app).place(MARCHE).expect("a market").clone();
        assert_eq!((changed.name.as_str(), changed.key.as_str()), ("Marché du Quai", "marche"), "a short name stays");
        assert_eq!(changed.openings(date(2025, 12, 1), date(2025, 12, 31)).len(), 1);
        prove(app);

        let no = |edit: fn(&mut Place)| {
            let mut wrong = changed.clone();
            edit(&mut wrong);
            refused(change(app, &wrong))
        };
        assert_eq!(no(|p| p.name = " ".into()), Refusal::PlaceNameNeeded);
        assert_eq!(no(|p| p.hours = "x".repeat(301)), Refusal::TooLongText { limit: 300 });
        assert_eq!(no(|p| p.territory = "999".into()), Refusal::UnknownTerritory { territory: "999".into() });
        assert!(matches!(no(|p| p.opens[0].until = p.opens[0].from), Refusal::WrongHours { .. }));
        assert!(matches!(no(|p| p.id = PlaceId(9)), Refusal::UnknownPlace { .. }));
        assert_eq!(*book(app).place(MARCHE).expect("a market"), changed, "{}: nothing was kept", ground.name);
        prove(app);
    }
}

#[test]
fn a_place_is_added_under_a_short_name_of_its_own() {
    for ground in grounds() {
        let app = &ground.app;
        let blank: Place = serde_json::from_str(r#"{"id":0,"key":"","name":"L’Étal d’Œufs !"}"#).expect("a place");
        for _ in 0..2 {
            let (request, new) = (request(app), blank.clone());
            app.act_wait(P, move |cx| place::add(cx, request, &new)).expect("added");
        }
        let keys: Vec<String> = book(app).places.iter().map(|p| p.key.clone()).collect();
        assert_eq!(keys[2..], ["l-etal-d-oeufs", "l-etal-d-oeufs-2"]);
        let (request, nameless) = (request(app), Place { name: "!!!".into(), ..blank });
        assert_eq!(refused(app.act_wait(P, move |cx| place::add(cx, request, &nameless))), Refusal::PlaceNameNeeded);
        prove(app);
    }
}

#[test]
fn a_day_is_closed_by_those_who_hold_the_place() {
    for ground in grounds() {
        let app = &ground.app;
        let saturday = date(2025, 7, 12);
        let manager = app.add_person_wait("Gestion", "gestion@essai.example", None).expect("added");
        let other = app.add_person_wait("Autre", "autre@essai.example", None).expect("added");
        for (person, role) in [(manager, Role::MarketManager(MARCHE)), (other, Role::MarketManager(PlaceId(2)))] {
            let request = request(app);
            app.act_wait(P, move |cx| programme::grant(cx, request, person, role)).expect("granted");
        }
        let by = |person: PersonId| Actor::Person(person);
        assert_eq!(refused(close(app, by(other), MARCHE, saturday)), Refusal::NotPermitted);
        let sunday = date(2025, 7, 13);
        assert_eq!(refused(close(app, by(manager), MARCHE, sunday)), Refusal::NotOpenThatDay { place: MARCHE, day: sunday });
        close(app, by(manager), MARCHE, saturday).expect("closed");
        let again = refused(close(app, by(manager), MARCHE, saturday));
        assert_eq!(again, Refusal::NotOpenThatDay { place: MARCHE, day: saturday });

        // Nobody finds it open: not the place, not the public calendar.
        let market = book(app).place(MARCHE).expect("a market").clone();
        assert!(market.openings(saturday, saturday).is_empty() && market.planned(saturday, saturday).len() == 1);
        let ics = calendar::of_programme(Lang::Fr, &book(app), app.now());
        assert!(ics.contains("EXDATE;TZID=America/Toronto:20250712T090000"), "{ics}");
        // A change of hours keeps it closed.
        change(app, &Place { closures: Vec::new(), ..market }).expect("changed");
        assert_eq!(book(app).place(MARCHE).and_then(|p| p.closure(saturday)).map(|c| c.why), Some(WhyClosed::Weather));

        assert_eq!(refused(reopen(app, sunday)), Refusal::NotClosedThatDay { place: MARCHE, day: sunday });
        reopen(app, saturday).expect("reopened");
        assert_eq!(book(app).place(MARCHE).expect("a market").openings(saturday, saturday).len(), 1);
        prove(app);
    }
}

#[test]
fn closing_says_what_it_changes_before() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 20))).expect("handed out");
        let effect = |app: &App, actor| app.look_wait(P, move |cx| place::effect(cx, actor, MARCHE, date(2025, 10, 4)));
        let none = effect(app, Actor::System).expect("an effect");
        assert_eq!((none.usual_count, none.usual_cents, none.partners.len()), (0, 0, 0));
        count(app, codes(app, 1, 0..4), Channel::Counted);
        ground.clock.set("2025-07-05T12:00:00-04:00".parse().expect("an instant"));
        count(app, codes(app, 1, 4..9), Channel::Counted);
        let found = effect(app, Actor::System).expect("an effect");
        // Four coupons a day, then five: half rounds up. Only the eleventh of October is left.
        assert_eq!((found.usual_count, found.usual_cents, found.days_left), (5, 2_250, 1), "{}", ground.name);
        assert_eq!(found.partners, [PartnerHere { partner: CUISINE, used: 9, live: 11 }]);
        assert!(found.others.is_empty(), "the stand never says when it opens");
        let stranger = app.add_person_wait("Passant", "passant@essai.example", None).expect("added");
        assert_eq!(refused(effect(app, Actor::Person(stranger))), Refusal::NotPermitted);
    }
}

#[test]
fn a_hidden_place_is_in_no_calendar() {
    for ground in grounds() {
        let app = &ground.app;
        let market = book(app).place(MARCHE).expect("a market").clone();
        let all = |app: &App| calendar::of_programme(Lang::En, &book(app), app.now());
        assert!(all(app).contains("Anse-aux-Sauges") && calendar::of_place(Lang::En, &book(app), "marche", app.now()).is_some());
        change(app, &Place { public: false, ..market }).expect("changed");
        assert!(!all(app).contains("Anse-aux-Sauges"));
        assert!(calendar::of_place(Lang::En, &book(app), "marche", app.now()).is_none());
        assert!(place::territories(&book(app)).is_empty());
    }
}
