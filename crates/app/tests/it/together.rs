//! Many lines in one transaction, all or none: what is not kept leaves no trace, and what else the transaction did
//! stays.

use crate::support::{FERME, MARCHE, P, codes, count, grounds, hand_out, prepare, prove, request, set};
use app::command::Request;
use app::domain::amount::Amount;
use app::domain::handout::Choice;
use app::domain::ids::{FundId, PlaceId};
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::redemption::{self, Asked, CountIn, Counted};
use app::{App, Error, Fault, fund};
use jiff::civil::date;

#[expect(clippy::unnecessary_wraps, reason = "a line as it is asked for")]
fn line(request: Request, codes: &[String]) -> Asked {
    Ok((request, CountIn { vendor: FERME, place: MARCHE, channel: Channel::Counted, codes: codes.to_vec() }))
}

fn together(app: &App, lines: Vec<Asked>) -> Counted {
    app.act_wait(P, move |cx| redemption::count_all(cx, &lines, true)).expect("answered")
}

/// How many commands the log has.
fn logged(app: &App) -> i64 {
    prove(app).commands
}

#[test]
fn one_bad_line_keeps_all_of_them_out() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 20))).expect("handed out");
        let codes = codes(app, 1, 0..20);
        let requests: Vec<Request> = (0..4).map(|_| request(app)).collect();
        let before = logged(app);
        let good = || line(requests[0], &codes[0..3]);
        let nowhere = CountIn { vendor: FERME, place: PlaceId(99), channel: Channel::Counted, codes: codes[3..4].to_vec() };
        let bad: [Asked; 4] = [
            // The same coupon twice, in two lines: the second sees the first.
            line(requests[1], &codes[2..4]),
            line(requests[1], &["7K2M4-QXP8H".to_owned()]),
            Ok((requests[1], nowhere)),
            Err(Refusal::MalformedLine { line: 2, column: 1, reason: "zut".into() }),
        ];
        for second in bad {
            let counted = together(app, vec![good(), second]);
            assert!(!counted.kept, "{}", ground.name);
            assert_eq!(counted.lines[0].as_ref().expect("it was good").accepted, 3);
            assert!(counted.lines[1].as_ref().map_or(true, |answer| answer.codes.iter().any(|code| !code.accepted)));
            assert_eq!(logged(app), before, "{}: no trace", ground.name);
        }
        let counted = together(app, vec![good(), line(requests[1], &codes[3..5])]);
        assert!(counted.kept && logged(app) == before + 2, "{}", ground.name);
        // What was answered before stays, whatever was in it, and is no obstacle.
        let spent = count(app, codes[0..1].to_vec(), Channel::Counted);
        assert_eq!(spent.accepted, 0);
        let counted = together(app, vec![good(), line(requests[2], &codes[5..6])]);
        assert!(counted.kept && counted.lines[0].as_ref().is_ok_and(|answer| answer.replayed), "{}", ground.name);
        prove(app);
    }
}

#[test]
fn what_was_done_beside_stays() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 4))).expect("handed out");
        let (codes, before) = (codes(app, 1, 0..4), logged(app));
        let requests: Vec<Request> = (0..4).map(|_| request(app)).collect();
        app.act_wait(P, move |cx| {
            let on = date(2025, 6, 3);
            fund::receive(cx, requests[0], FundId(1), Amount::cad(100), "avant", on)?;
            let lines = [line(requests[1], &codes[0..2]), line(requests[2], &codes[1..2])];
            assert!(!redemption::count_all(cx, &lines, true)?.kept);
            fund::receive(cx, requests[3], FundId(1), Amount::cad(100), "après", on)
        })
        .expect("done");
        assert_eq!(logged(app), before + 2, "{}", ground.name);
    }
}

#[test]
fn a_look_changes_nothing_on_either_database() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let r = request(app);
        let looked = app.look_wait(P, move |cx| fund::receive(cx, r, FundId(1), Amount::cad(100), "don", date(2025, 6, 3)));
        let Err(Error::Fault(Fault::Other(why))) = looked else { panic!("{}: {looked:?}", ground.name) };
        assert!(why.contains("a look"), "{}: {why}", ground.name);
        prove(app);
    }
}
