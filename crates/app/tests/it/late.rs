//! What comes late: a pile counted days afterwards, a phone found in a drawer, a sold coupon after the season.

use crate::support::{A, CUISINE, FERME, MARCHE, P, V, codes, count, grounds, hand_out, prepare, prove, refused, request, set};
use app::command::Request;
use app::domain::agreement::Agreement;
use app::domain::amount::Amount;
use app::domain::dispute::{Decision, Reason};
use app::domain::handout::Choice;
use app::domain::ids::{Actor, DisputeId, FundId, PaymentId};
use app::domain::programme::Entry;
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::redemption::{CountIn, CountInAnswer};
use app::{App, Error, allotment, batch, dispute, fund, handout, programme, redemption, sale, season, settlement};
use jiff::civil::{Date, date};
use jiff::{Timestamp, tz::TimeZone};

/// Noon of a day at Québec.
fn noon(day: Date) -> Timestamp {
    let zone = TimeZone::get("America/Toronto").expect("a zone");
    day.at(12, 0, 0, 0).to_zoned(zone).expect("an instant").timestamp()
}

/// Coupons said to have been accepted on a day.
fn brought(app: &App, codes: Vec<String>, channel: Channel, day: Date) -> Result<CountInAnswer, Error> {
    let request = Request { claimed_at: noon(day), ..request(app) };
    let count = CountIn { vendor: FERME, place: MARCHE, channel, codes };
    app.act_wait(P, move |cx| redemption::count_in(cx, request, &count))
}

fn first_refusal(answer: CountInAnswer) -> Option<Refusal> {
    answer.codes.into_iter().next().and_then(|code| code.refusal)
}

#[test]
fn a_counted_pile_has_the_day_that_was_written() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
        ground.clock.set(noon(date(2025, 9, 20)));
        let market = date(2025, 8, 16);
        let answer = brought(app, codes(app, 1, 0..2), Channel::Counted, market).expect("counted");
        assert_eq!((answer.accepted, answer.clock_skew_seconds), (2, None), "{}: no clock wrote it", ground.name);
        // Again, later: the market day, not the day of counting.
        ground.clock.set(noon(date(2025, 9, 21)));
        let again = brought(app, codes(app, 1, 0..1), Channel::Counted, date(2025, 8, 23)).expect("answered");
        let Some(Refusal::AlreadyRedeemed { day, .. }) = first_refusal(again) else { panic!("used already") };
        assert_eq!(day, Some(market));
        // A device's clock is warned about, whatever it says.
        let offline = brought(app, codes(app, 1, 2..3), Channel::Offline, market).expect("accepted");
        assert!(offline.accepted == 1 && offline.clock_skew_seconds.is_some());
        // Days that cannot be are named as they were written.
        let code = || codes(app, 1, 4..5);
        let future = date(2025, 9, 22);
        assert_eq!(refused(brought(app, code(), Channel::Counted, future)), Refusal::FutureDay { day: future });
        let early = date(2025, 6, 20);
        let refusal = refused(brought(app, code(), Channel::Counted, early));
        assert!(matches!(refusal, Refusal::NoAgreement { day, .. } if day == early), "{refusal:?}");
        ground.clock.set(noon(date(2025, 10, 20)));
        let out = date(2025, 10, 14);
        let answer = brought(app, code(), Channel::Counted, out).expect("answered");
        let season = (date(2025, 7, 1), date(2025, 10, 13));
        assert_eq!(first_refusal(answer), Some(Refusal::OutOfSeason { day: out, from: season.0, until: season.1 }));
        prove(app);
    }
}

#[test]
fn after_the_last_day_for_claims_a_pile_is_refused_and_a_phone_is_a_dispute() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
        let (market, last) = (date(2025, 10, 11), date(2025, 10, 31));
        ground.clock.set(noon(last));
        assert_eq!(brought(app, codes(app, 1, 0..1), Channel::Counted, market).expect("counted").accepted, 1, "{}", ground.name);
        ground.clock.set(noon(date(2025, 11, 1)));
        let late = brought(app, codes(app, 1, 1..2), Channel::Counted, market).expect("answered");
        assert_eq!(first_refusal(late), Some(Refusal::ClaimTooLate { last }));
        let phone = brought(app, codes(app, 1, 1..2), Channel::Offline, market).expect("answered");
        assert_eq!(first_refusal(phone), Some(Refusal::Disputed { dispute: DisputeId(1) }));
        // The same whether or not the coupons were ended meanwhile.
        let r = request(app);
        app.act_wait(P, move |cx| season::expire(cx, r, date(2025, 11, 1))).expect("ended");
        let late = brought(app, codes(app, 1, 2..3), Channel::Counted, market).expect("answered");
        assert_eq!(first_refusal(late), Some(Refusal::ClaimTooLate { last }));
        let phone = brought(app, codes(app, 1, 2..3), Channel::Offline, market).expect("answered");
        assert_eq!(first_refusal(phone), Some(Refusal::Disputed { dispute: DisputeId(2) }));
        let disputes = app.look_wait(P, |cx| dispute::list(cx, Actor::System)).expect("read");
        let mut reasons: Vec<Reason> = disputes.iter().map(|d| d.reason).collect();
        reasons.sort_by_key(|r| r.key());
        assert_eq!(reasons, [Reason::Expired, Reason::Late]);
        for id in [1, 2] {
            let r = request(app);
            let pay = Decision::Pay { fund: FundId(1) };
            app.act_wait(P, move |cx| dispute::resolve(cx, r, DisputeId(id), pay, "bonne foi")).expect("decided");
        }
        prove(app);
    }
}

#[test]
fn coupons_past_their_last_day_are_neither_given_nor_printed() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let last = date(2025, 10, 13);
        ground.clock.set(noon(last));
        hand_out(app, Choice::Coupons(set(1, 1, 2))).expect("still good today");
        ground.clock.set(noon(date(2025, 10, 14)));
        let ended = Refusal::EndedClass { letter: 'A', last };
        assert_eq!(refused(hand_out(app, Choice::Coupons(set(1, 3, 4)))), ended, "{}", ground.name);
        assert_eq!(refused(hand_out(app, Choice::Count { class: A, count: 1 })), ended);
        let (print, swap) = (request(app), request(app));
        assert_eq!(refused(app.act_wait(P, move |cx| batch::issue(cx, print, A, 10, 1))), ended);
        assert_eq!(
            refused(app.act_wait(P, move |cx| handout::replace(cx, swap, None, set(1, 1, 1), set(1, 3, 3), "perdu"))),
            ended
        );
        let r: Vec<Request> = (0..3).map(|_| request(app)).collect();
        let lot: app::domain::coupon_set::CouponSet =
            set(2, 1, 4).ranges().iter().chain(set(1, 61, 62).ranges()).copied().collect();
        let sold = app.act_wait(P, move |cx| {
            batch::issue(cx, r[0], V, 10, 1)?;
            allotment::take_in(cx, r[1], set(2, 1, 10))?;
            Ok(sale::sell(cx, r[2], lot.clone(), Amount::cad(2_000), "x").err())
        });
        assert!(matches!(sold, Ok(Some(Error::Refused(refusal))) if refusal == ended), "no ended bonus");
        prove(app);
    }
}

#[test]
fn a_hand_out_happens_in_its_season() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let at = |instant: &str, device: bool| {
            let (claimed_at, fresh) = (instant.parse().expect("an instant"), request(app));
            let r = Request { claimed_at, device: device.then_some(fresh.id), ..fresh };
            app.act_wait(P, move |cx| handout::hand_out(cx, r, CUISINE, Choice::Count { class: A, count: 1 }, "1", None))
        };
        let far = refused(at("0001-01-02T00:00:00Z", false));
        assert!(matches!(far, Refusal::ImprobableDay { .. }), "{}: {far:?}", ground.name);
        assert!(matches!(refused(at("2024-12-31T12:00:00Z", false)), Refusal::ImprobableDay { .. }));
        assert!(matches!(refused(at("2025-07-03T13:00:01Z", false)), Refusal::ImprobableDay { .. }));
        at("2025-07-02T12:59:00Z", false).expect("a day ahead of us at most");
        at("2025-01-01T12:00:00Z", false).expect("before the season, in its year");
        at("2019-01-01T12:00:00Z", true).expect("a device\u{2019}s clock may lie");
        prove(app);
    }
}

#[test]
fn a_closed_season_still_owes_its_sold_coupons() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 4))).expect("handed out");
        let r: Vec<Request> = (0..3).map(|_| request(app)).collect();
        app.act_wait(P, move |cx| {
            batch::issue(cx, r[0], V, 10, 1)?;
            allotment::take_in(cx, r[1], set(2, 1, 10))?;
            sale::sell(cx, r[2], set(2, 1, 4), Amount::cad(2_000), "La Ruche 17")
        })
        .expect("sold");
        let people: Vec<_> = ["Ana", "Bob"].iter().map(|n| app.add_person_wait(n, "", None).expect("added")).collect();
        let (one, two, r0, r1) = (people[0], people[1], request(app), request(app));
        app.act_wait(P, move |cx| {
            programme::grant(cx, r0, one, Role::Treasurer)?;
            programme::grant(cx, r1, two, Role::Treasurer)
        })
        .expect("granted");
        ground.clock.set(noon(date(2025, 11, 2)));
        let (expire, close) = (request(app), request(app));
        app.act_wait(P, move |cx| {
            season::expire(cx, expire, date(2025, 11, 2))?;
            season::close(cx, close)
        })
        .expect("closed");
        // A year later, under a new agreement.
        let spring = date(2026, 7, 4);
        ground.clock.set(noon(spring));
        let no = refused(brought(app, codes(app, 2, 0..1), Channel::Online, spring));
        assert!(matches!(no, Refusal::NoAgreement { day, .. } if day == spring), "{}: {no:?}", ground.name);
        let r = request(app);
        let (from, until) = (date(2026, 7, 1), date(2026, 10, 12));
        let signed = Some(date(2026, 6, 1));
        let agreement = Agreement {
            vendor: FERME,
            place: MARCHE,
            from,
            until,
            vendor_signed_on: signed,
            programme_signed_on: signed,
            text_digest: None,
        };
        app.act_wait(P, move |cx| programme::enroll(cx, r, vec![Entry::Agreement(agreement.clone())])).expect("signed again");
        for (index, channel) in [Channel::Online, Channel::Counted, Channel::Offline].into_iter().enumerate() {
            let index = u32::try_from(index).expect("small");
            let answer = brought(app, codes(app, 2, index..index + 1), channel, spring).expect("answered");
            assert_eq!((answer.accepted, answer.codes[0].refusal.as_ref()), (1, None), "{} {channel:?}", ground.name);
        }
        let twice = brought(app, codes(app, 2, 0..1), Channel::Online, spring).expect("answered");
        assert!(matches!(first_refusal(twice), Some(Refusal::AlreadyRedeemed { .. })), "spent once");
        let given = brought(app, codes(app, 1, 0..1), Channel::Counted, spring).expect("answered");
        assert!(matches!(first_refusal(given), Some(Refusal::ExpiredCoupon { .. })), "a given coupon is over");
        let back = request(app);
        app.act_wait(P, move |cx| sale::refund(cx, back, set(2, 4, 4), "reçu 9")).expect("paid back");
        prove(app);
        // The merchant is paid: prepared, approved twice, sent, confirmed.
        let by = |n: usize| Request::now(app, Actor::Person(people[n]));
        let (now, prepare, first, second, pay, confirm) = (app.now(), by(0), by(0), by(1), by(0), by(0));
        app.act_wait(P, move |cx| {
            let run = settlement::prepare(cx, prepare, now)?;
            settlement::approve(cx, first, run)?;
            settlement::approve(cx, second, run)?;
            settlement::pay(cx, pay, run)?;
            settlement::confirm(cx, confirm, PaymentId(1), "chèque 201")
        })
        .expect("paid");
        let statuses = app.look_wait(P, |cx| fund::statuses(cx, Actor::System)).expect("read");
        let sales = &statuses[2];
        assert_eq!((sales.spent_cents, sales.refunded_cents, sales.sold_outstanding_cents), (1_500, 500, 0));
        assert_eq!(sales.bank_cents, 0);
        let late = request(app);
        assert_eq!(refused(app.act_wait(P, move |cx| batch::issue(cx, late, V, 1, 1))), Refusal::SeasonClosed);
        assert_eq!(refused(hand_out(app, Choice::Coupons(set(1, 9, 9)))), Refusal::SeasonClosed);
        assert_eq!(count(app, codes(app, 2, 5..6), Channel::Counted).codes[0].refusal, Some(Refusal::NotHandedOut));
        prove(app);
    }
}
