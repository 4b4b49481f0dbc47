//! A whole small season, then the proof.

use crate::support::{
    A, CUISINE, FERME, MARCHE, P, V, codes, count, grounds, hand_out, prepare, printing, prove, refused, request, set,
};
use app::command::Request;
use app::domain::amount::Amount;
use app::domain::command::{Outcome, Placement};
use app::domain::coupon::State;
use app::domain::coupon_set::CouponSet;
use app::domain::dispute::Decision;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, BatchId, ClassId, DisputeId, FundId, PaymentId, PlaceId, VendorId};
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::programme_file::ProgrammeFile;
use app::redemption::CountIn;
use app::{
    App, allotment, batch, coupon, dispute, fund, handout, live_use, programme, redemption, sale, season, settlement, vendor,
};
use jiff::civil::date;

#[test]
fn from_the_first_dollar_to_the_last() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
        hand_out(app, Choice::Count { class: A, count: 4 }).expect("handed out");
        prove(app);

        // Eight coupons accepted, one of them twice in the list, one mistyped.
        let mut list = codes(app, 1, 0..8);
        list.push(list[0].to_lowercase());
        list.push("7K2M4-QXP8H".to_owned());
        let answer = count(app, list, Channel::Counted);
        assert_eq!((answer.accepted, answer.amounts.as_slice()), (8, [Amount::cad(4_000)].as_slice()), "{}", ground.name);
        assert_eq!(answer.codes[8].refusal, Some(Refusal::Repeated));
        assert!(matches!(answer.codes[9].refusal, Some(Refusal::MistypedCode { .. })));
        prove(app);

        // A coupon whose hand-out was never reported, then the report.
        assert_eq!(count(app, codes(app, 1, 20..21), Channel::Counted).accepted, 1);
        hand_out(app, Choice::Coupons(set(1, 21, 22))).expect("the spent one is no obstacle");
        prove(app);

        // The same coupon again, on line: when and where. From another act in good faith: a dispute.
        let again = count(app, codes(app, 1, 0..1), Channel::Online);
        assert!(matches!(again.codes[0].refusal, Some(Refusal::AlreadyRedeemed { place: MARCHE, vendor: FERME, .. })));
        let offline = count(app, codes(app, 1, 0..1), Channel::Offline);
        assert_eq!(offline.codes[0].refusal, Some(Refusal::Disputed { dispute: DisputeId(1) }));
        let r = request(app);
        app.act_wait(P, move |cx| dispute::resolve(cx, r, DisputeId(1), Decision::Pay { fund: FundId(1) }, "photocopie"))
            .expect("decided");
        prove(app);

        settle(app, 10);
        close(app);
        let report = prove(app);
        assert_eq!(report.total.by_state[State::Redeemed.key()], (9, 4_500));
        assert_eq!(report.total.by_state[State::Expired.key()].0, 91);

        // Fourteen were handed out (one before it was reported), nine were spent: the rest ended in
        // households' hands and still count as handed out.
        let total = app.look_wait(P, |cx| live_use::live_use(cx, Actor::System)).expect("read").total;
        assert_eq!((total.handed_out.count, total.redeemed.count, total.allotted.count), (14, 9, 60));
    }
}

/// Prepares, approves twice, pays, confirms; one payment comes back and is paid again.
fn settle(app: &App, coupons: i64) {
    let people: Vec<_> = ["Ana", "Bob", "Cléo"].iter().map(|n| app.add_person_wait(n, "", None).expect("added")).collect();
    for person in &people {
        let (r, person) = (request(app), *person);
        app.act_wait(P, move |cx| programme::grant(cx, r, person, Role::Treasurer)).expect("granted");
    }
    let by = |n: usize| Request::now(app, Actor::Person(people[n]));
    let (r, now) = (by(0), app.now());
    let run = app.act_wait(P, move |cx| settlement::prepare(cx, r, now)).expect("prepared");
    let r = by(0);
    assert_eq!(refused(app.act_wait(P, move |cx| settlement::prepare(cx, r, now))), Refusal::NothingToPay);
    let (one, again) = (by(0), by(0));
    app.act_wait(P, move |cx| settlement::approve(cx, one, run)).expect("approved once");
    assert_eq!(refused(app.act_wait(P, move |cx| settlement::approve(cx, again, run))), Refusal::SecondPersonNeeded);
    let early = by(0);
    assert_eq!(
        refused(app.act_wait(P, move |cx| settlement::pay(cx, early, run))),
        Refusal::WrongStep { state: "prepared".into() }
    );
    let (two, pay) = (by(1), by(0));
    app.act_wait(P, move |cx| settlement::approve(cx, two, run)).expect("approved twice");
    app.act_wait(P, move |cx| settlement::pay(cx, pay, run)).expect("paid");
    prove(app);
    let (confirm, bounce) = (by(0), by(0));
    app.act_wait(P, move |cx| settlement::confirm(cx, confirm, PaymentId(1), "cheque 101")).expect("confirmed");
    app.act_wait(P, move |cx| settlement::bounce(cx, bounce, PaymentId(1), "905 compte fermé")).expect("returned");
    prove(app);
    let (prepare, one, two, pay, confirm) = (by(0), by(1), by(2), by(0), by(0));
    app.act_wait(P, move |cx| {
        let run = settlement::prepare(cx, prepare, now)?;
        settlement::approve(cx, one, run)?;
        settlement::approve(cx, two, run)?;
        settlement::pay(cx, pay, run)?;
        let (_, payments) = settlement::run(cx, Actor::System, run)?;
        assert_eq!(payments.iter().map(|p| p.amount().minor).sum::<i64>(), coupons * 500);
        settlement::confirm(cx, confirm, PaymentId(2), "cheque 102")?;
        Ok(())
    })
    .expect("paid again");
    prove(app);
}

fn close(app: &App) {
    let (early, expire, close, late) = (request(app), request(app), request(app), request(app));
    assert!(matches!(refused(app.act_wait(P, move |cx| season::close(cx, early))), Refusal::CannotCloseYet { live: 91, .. }));
    app.act_wait(P, move |cx| {
        season::expire(cx, expire, date(2025, 10, 14))?;
        season::close(cx, close)
    })
    .expect("closed");
    let result = app.act_wait(P, move |cx| batch::issue(cx, late, A, 1, 1));
    assert_eq!(refused(result), Refusal::SeasonClosed);
}

#[test]
fn a_request_sent_again_changes_nothing() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
        let r = request(app);
        let first = CountIn { vendor: FERME, place: MARCHE, channel: Channel::Online, codes: codes(app, 1, 0..4) };
        let (one, two) = (first.clone(), first.clone());
        let answer = app.act_wait(P, move |cx| redemption::count_in(cx, r, &one)).expect("counted");
        let mut again = app.act_wait(P, move |cx| redemption::count_in(cx, r, &two)).expect("answered again");
        assert!(again.replayed && !answer.replayed);
        again.replayed = false;
        assert_eq!(again, answer, "{}", ground.name);
        let other = CountIn { codes: codes(app, 1, 4..5), ..first };
        assert_eq!(refused(app.act_wait(P, move |cx| redemption::count_in(cx, r, &other))), Refusal::SameIdOtherContent);
        prove(app);
    }
}

#[test]
fn what_is_refused_says_why() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        // Over the ceiling: fund 1 has 180 $ left for promises, 36 coupons.
        let over = hand_out(app, Choice::Coupons(set(1, 1, 37)));
        assert_eq!(refused(over), Refusal::OverCeiling { available: 18_000, asked: 18_500 }, "{}", ground.name);
        hand_out(app, Choice::Coupons(set(1, 1, 36))).expect("just under");
        assert!(matches!(refused(hand_out(app, Choice::Coupons(set(1, 1, 2)))), Refusal::IllegalMove { .. }));
        assert!(matches!(refused(hand_out(app, Choice::Coupons(set(1, 90, 91)))), Refusal::IllegalMove { .. }));
        assert!(matches!(refused(hand_out(app, Choice::Coupons(set(9, 1, 2)))), Refusal::UnknownCoupons { .. }));
        assert_eq!(
            refused(hand_out(app, Choice::Count { class: A, count: 50 })),
            Refusal::NotEnough { available: 24, asked: 50 }
        );

        // No agreement; a class the merchant does not take; not handed out.
        let list = codes(app, 1, 0..1);
        let by = |vendor, place, codes: Vec<String>| {
            let r = request(app);
            let count = CountIn { vendor, place, channel: Channel::Counted, codes };
            app.act_wait(P, move |cx| redemption::count_in(cx, r, &count))
        };
        assert!(matches!(refused(by(VendorId(3), MARCHE, list.clone())), Refusal::NoAgreement { .. }));
        assert!(matches!(refused(by(VendorId(2), PlaceId(2), list.clone())), Refusal::NoAgreement { .. }));
        assert!(matches!(refused(by(VendorId(9), MARCHE, list)), Refusal::UnknownVendor { .. }));
        let stock = by(FERME, MARCHE, codes(app, 1, 80..81)).expect("counted");
        assert_eq!(stock.codes[0].refusal, Some(Refusal::NotHandedOut));

        // Void, lost and stolen coupons open a dispute.
        let (void, lost) = (request(app), request(app));
        app.act_wait(P, move |cx| {
            allotment::withdraw(cx, void, set(1, 1, 1), Placement::Void, "mal imprimé")?;
            allotment::withdraw(cx, lost, set(1, 2, 2), Placement::Lost, "perdu")
        })
        .expect("withdrawn");
        let disputed = by(FERME, MARCHE, codes(app, 1, 0..2)).expect("counted");
        assert_eq!(disputed.codes[0].refusal, Some(Refusal::Disputed { dispute: DisputeId(1) }));
        assert_eq!(disputed.codes[1].refusal, Some(Refusal::Disputed { dispute: DisputeId(2) }));
        let r = request(app);
        let poor = app.act_wait(P, move |cx| dispute::resolve(cx, r, DisputeId(1), Decision::Pay { fund: FundId(2) }, "photo"));
        assert!(matches!(refused(poor), Refusal::InsufficientFunds { available: 0, .. }));

        // After the last day.
        ground.clock.set("2025-10-14T10:00:00-04:00".parse().expect("an instant"));
        let (from, until) = (date(2025, 7, 1), date(2025, 10, 13));
        let late = count(app, codes(app, 1, 5..6), Channel::Online);
        assert_eq!(late.codes[0].refusal, Some(Refusal::ExpiredCoupon { on: Some(until) }));
        let late = by(FERME, MARCHE, codes(app, 1, 5..6)).expect("counted");
        assert_eq!(late.codes[0].refusal, Some(Refusal::OutOfSeason { day: date(2025, 10, 14), from, until }));
        prove(app);
    }
}

#[test]
fn a_wrong_clock_is_no_reason_to_refuse_food() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
        // Three days slow on the first day of the season, years slow, years fast.
        for (index, clock) in (0..).zip(["2025-06-28T09:00:00Z", "1970-01-01T00:00:00Z", "2031-01-01T00:00:00Z"]) {
            let mut r = request(app);
            r.claimed_at = clock.parse().expect("an instant");
            let count =
                CountIn { vendor: FERME, place: MARCHE, channel: Channel::Offline, codes: codes(app, 1, index..index + 1) };
            let answer = app.act_wait(P, move |cx| redemption::count_in(cx, r, &count)).expect("counted");
            assert_eq!(answer.accepted, 1, "{}: {clock}", ground.name);
            assert!(answer.clock_skew_seconds.is_some(), "a warning");
        }
        prove(app);
    }
}

#[test]
fn sold_coupons_are_a_debt_and_never_end() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let r: Vec<Request> = (0..6).map(|_| request(app)).collect();
        app.act_wait(P, move |cx| {
            batch::issue(cx, r[0], V, 10, 1)?;
            allotment::take_in(cx, r[1], set(2, 1, 10))
        })
        .expect("printed");
        let bad = request(app);
        let mixed: CouponSet = set(2, 1, 4).ranges().iter().chain(set(1, 61, 62).ranges()).copied().collect();
        let cheap = mixed.clone();
        assert_eq!(
            refused(app.act_wait(P, move |cx| sale::sell(cx, bad, cheap.clone(), Amount::cad(1_500), "x"))),
            Refusal::WrongPrice { paid: 1_500, price: 2_000 }
        );
        let good = request(app);
        app.act_wait(P, move |cx| sale::sell(cx, good, mixed.clone(), Amount::cad(2_000), "La Ruche 17")).expect("sold");
        prove(app);
        assert_eq!(count(app, codes(app, 2, 0..1), Channel::Counted).accepted, 1);
        let unsold = count(app, codes(app, 2, 5..6), Channel::Counted);
        assert_eq!(unsold.codes[0].refusal, Some(Refusal::NotHandedOut));
        let statuses = app.look_wait(P, |cx| fund::statuses(cx, Actor::System)).expect("read");
        assert_eq!(
            (statuses[2].received_cents, statuses[2].sold_outstanding_cents, statuses[2].spent_cents),
            (2_000, 1_500, 500)
        );
        let (void, expire) = (request(app), request(app));
        let result = app.act_wait(P, move |cx| allotment::withdraw(cx, void, set(2, 2, 2), Placement::Void, "abîmé"));
        assert!(matches!(refused(result), Refusal::IllegalMove { .. }));
        app.act_wait(P, move |cx| season::expire(cx, expire, date(2030, 1, 1))).expect("ended");
        let report = prove(app);
        assert_eq!(report.parts["class"]["V"].by_state["handed_out"], (3, 1_500));
    }
}

#[test]
fn sold_coupons_are_paid_back_up_to_the_limit() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let r: Vec<Request> = (0..3).map(|_| request(app)).collect();
        let lot: CouponSet = set(2, 1, 4).ranges().iter().chain(set(1, 61, 62).ranges()).copied().collect();
        app.act_wait(P, move |cx| {
            batch::issue(cx, r[0], V, 10, 1)?;
            allotment::take_in(cx, r[1], set(2, 1, 10))?;
            sale::sell(cx, r[2], lot.clone(), Amount::cad(2_000), "La Ruche 17")
        })
        .expect("sold");
        let back = |set: CouponSet| {
            let r = request(app);
            app.act_wait(P, move |cx| sale::refund(cx, r, set.clone(), "reçu 9"))
        };
        let illegal = |result| matches!(refused(result), Refusal::IllegalMove { .. });
        assert_eq!(refused(back(set(2, 1, 2))), Refusal::OverRefundLimit { limit: 500, asked: 1_000 }, "{}", ground.name);
        assert!(matches!(refused(back(set(1, 61, 61))), Refusal::GivenNotRefunded { .. }), "the bonus was given");
        assert!(illegal(back(set(2, 7, 7))), "it is still in stock");
        let Outcome::Moved { count: 1, amount, .. } = back(set(2, 1, 1)).expect("paid back").outcome else { panic!("moved") };
        assert_eq!(amount, Amount::cad(500));
        assert!(illegal(back(set(2, 1, 1))), "paid back once");
        let spent = count(app, codes(app, 2, 1..2), Channel::Counted);
        assert_eq!(spent.accepted, 1);
        assert!(illegal(back(set(2, 2, 2))), "it was spent");
        let returned = count(app, codes(app, 2, 0..1), Channel::Counted);
        assert_eq!(returned.codes[0].refusal, Some(Refusal::Disputed { dispute: DisputeId(1) }));
        prove(app);
        let statuses = app.look_wait(P, |cx| fund::statuses(cx, Actor::System)).expect("read");
        let sales = &statuses[2];
        assert_eq!(
            (sales.received_cents, sales.refunded_cents, sales.spent_cents, sales.sold_outstanding_cents, sales.bank_cents),
            (2_000, 500, 500, 1_000, 1_500)
        );
    }
}

#[test]
fn operations_never_spend_what_is_promised() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
        // 200 $ received, 20 $ set aside, 40 $ promised.
        let spend = |fund, cents| {
            let r = request(app);
            app.act_wait(P, move |cx| fund::spend_on_operations(cx, r, printing(fund, cents)))
        };
        let over = refused(spend(FundId(1), 14_001));
        assert_eq!(over, Refusal::InsufficientFunds { available: 14_000, asked: 14_001 }, "{}", ground.name);
        assert!(matches!(refused(spend(FundId(3), 100)), Refusal::UnknownFund { .. }), "buyers' money is theirs");
        assert!(spend(FundId(1), 0).is_err() && spend(FundId(1), -5).is_err());
        spend(FundId(1), 13_000).expect("spent");
        assert!(matches!(refused(hand_out(app, Choice::Coupons(set(1, 9, 12)))), Refusal::OverCeiling { available: 1_000, .. }));
        prove(app);
        let (statuses, expenses) =
            app.look_wait(P, |cx| Ok((fund::statuses(cx, Actor::System)?, fund::expenses(cx, Actor::System)?))).expect("read");
        let s = &statuses[0];
        assert_eq!((s.operations_cents, s.spent_cents, s.available_cents, s.bank_cents), (13_000, 0, 1_000, 7_000));
        assert_eq!(expenses, [printing(FundId(1), 13_000)]);
        // A funder sees what their own fund paid, and no other's.
        for (fund, seen) in [(FundId(1), 1), (FundId(2), 0)] {
            let (person, r) = (app.add_person_wait("Nadia", "", None).expect("added"), request(app));
            app.act_wait(P, move |cx| programme::grant(cx, r, person, Role::Funder(fund))).expect("granted");
            let theirs = app.look_wait(P, move |cx| fund::expenses(cx, Actor::Person(person))).expect("read");
            assert_eq!(theirs.len(), seen, "{fund}");
        }
    }
}

#[test]
fn a_file_that_cannot_be_says_why_and_leaves_nothing_behind() {
    let [ground, _] = grounds();
    let before = ground.app.programmes_wait().expect("read").len();
    let open = |from: &str, to: &str| {
        let text = ground::PROGRAMME.replace("key = \"essai\"", "key = \"autre\"").replace(from, to);
        assert_ne!(text, ground::PROGRAMME);
        refused(ground.app.open_programme_wait(&ProgrammeFile::parse(&text).expect("a file")))
    };
    let bad = |rule: &str, written: &str| Refusal::BadRule { rule: rule.into(), written: written.into() };
    assert_eq!(open("[[unit]]", "[rules]\napprovals = 1\n[[unit]]"), bad("approvals", "1"));
    assert_eq!(open("host =", "time_zone = \"Quebec/Nord\"\nhost ="), bad("time_zone", "Quebec/Nord"));
    let (from, until) = (date(2025, 7, 1), date(2025, 6, 13));
    assert_eq!(open("ends_on = \"2025-10-13\"", "ends_on = \"2025-06-13\""), Refusal::WrongDates { from, until });
    let host = "host = \"pcn.example\"";
    let long = format!("{host}\nconditions = \"{}\"", "Chez tous les marchands participants. ".repeat(30));
    assert_eq!(open(host, &long), Refusal::TooLongToPrint { part: "conditions".into() });
    let sign = Refusal::NotPrintable { part: "conditions".into(), sign: "漢".into() };
    assert_eq!(open(host, &format!("{host}\nconditions = \"漢\"")), sign);
    // What only the whole of the file shows wrong: the programme is not there, and its name is free.
    let nowhere = open("places = [\"marche\"]", "places = [\"nulle-part\"]");
    assert_eq!(nowhere, Refusal::UnknownPlace { place: "nulle-part".into() });
    assert_eq!(open("letter = \"B\"", "letter = \"A\""), Refusal::KeyTaken { key: "A".into() });
    assert_eq!(ground.app.programmes_wait().expect("read").len(), before);
}

#[test]
fn a_merchant_sees_days_and_what_is_owed() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 12))).expect("handed out");
        let person = app.add_person_wait("Léa", "", None).expect("added");
        let r = request(app);
        app.act_wait(P, move |cx| programme::grant(cx, r, person, Role::Merchant(FERME))).expect("granted");
        count(app, codes(app, 1, 0..3), Channel::Counted);
        count(app, codes(app, 1, 3..5), Channel::Counted);
        let (r, kiosk) = (request(app), codes(app, 1, 5..6));
        let kiosk = CountIn { vendor: FERME, place: PlaceId(2), channel: Channel::Counted, codes: kiosk };
        app.act_wait(P, move |cx| redemption::count_in(cx, r, &kiosk)).expect("counted");
        let look = |vendor| app.look_wait(P, move |cx| vendor::account(cx, Actor::Person(person), vendor));
        assert_eq!(refused(look(VendorId(2))), Refusal::NotPermitted);
        let mine = look(FERME).expect("mine");
        let days: Vec<_> = mine.days.iter().map(|d| (d.on, d.place, d.count())).collect();
        let day = date(2025, 7, 1);
        assert_eq!(days, [(day, PlaceId(2), 1), (day, MARCHE, 5)], "{}", ground.name);
        assert_eq!((mine.owed.as_slice(), mine.coming.len(), mine.payments.len()), ([Amount::cad(3_000)].as_slice(), 0, 0));
        settle(app, 6);
        let mine = look(FERME).expect("mine");
        assert_eq!((mine.owed.len(), mine.coming.len(), mine.payments.len()), (0, 0, 2));
    }
}

#[test]
fn a_coupon_tells_its_story_and_its_public_page_keeps_it() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
        let code = codes(app, 1, 2..3).remove(0);
        count(app, vec![code.clone()], Channel::Counted);
        let asked = code.clone();
        let story = app.look_wait(P, move |cx| coupon::story(cx, Actor::System, &asked)).expect("told");
        let states: Vec<State> = story.movements.iter().map(|m| m.to.0).collect();
        assert_eq!(states, [State::InStock, State::WithPartner, State::HandedOut]);
        assert_eq!(story.redemption.map(|r| r.vendor), Some(FERME));
        let public = app.look_wait(P, move |cx| coupon::public(cx, &code)).expect("shown");
        assert_eq!(public.standing, coupon::PublicStanding::Spent);
        let url = app.look_wait(P, |cx| Ok(batch::printable(cx, Actor::System, BatchId(1))?.coupon(3)?.url)).expect("printable");
        let public = app.look_wait(P, move |cx| coupon::public(cx, &url)).expect("shown");
        assert_eq!(public.standing, coupon::PublicStanding::Good);
    }
}

#[test]
fn local_currency_is_covered() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let r: Vec<Request> = (0..6).map(|_| request(app)).collect();
        app.act_wait(P, move |cx| {
            batch::issue(cx, r[0], ClassId(4), 10, 1)?;
            allotment::take_in(cx, r[1], set(2, 1, 10))?;
            allotment::allot(cx, r[2], set(2, 1, 10), CUISINE, Some(FundId(1)))?;
            handout::hand_out(cx, r[3], CUISINE, Choice::Coupons(set(2, 1, 6)), "2-3", None)?;
            Ok(())
        })
        .expect("handed out");
        prove(app);
        let answer = count(app, codes(app, 2, 0..3), Channel::Counted);
        assert_eq!(answer.amounts, [Amount { minor: 3_150, unit: app::domain::amount::Unit(1) }]);
        prove(app);
    }
}
