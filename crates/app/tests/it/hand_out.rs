//! An organisation's desk: what it has in hand, hand-outs taken back, lost coupons replaced.

use crate::support::*;
use app::domain::command::{Outcome, Placement};
use app::domain::coupon_set::CouponSet;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, PartnerId};
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::domain::replacement::Replacement;
use app::programme_file::ProgrammeFile;
use app::{App, Error, allotment, coupon_numbers, fund, handout};
use jiff::SignedDuration;

fn in_hand(app: &App) -> (u64, u64, u64) {
    let drawer = app.look_wait(P, |cx| handout::drawer(cx, Actor::System, CUISINE)).expect("a drawer");
    let of_a = drawer.classes.get(&A).copied().unwrap_or_default();
    (of_a.held, of_a.given_today, drawer.hand_outs_today)
}

fn take_back(app: &App, partner: PartnerId, seq: i64) -> Result<Outcome, Error> {
    let r = request(app);
    app.act_wait(P, move |cx| handout::take_back(cx, r, partner, seq)).map(|answer| answer.outcome)
}

fn promised(app: &App) -> i64 {
    let funds = app.look_wait(P, |cx| fund::statuses(cx, Actor::System)).expect("funds");
    funds.iter().map(|f| f.committed_cents).sum()
}

#[test]
fn a_hand_out_taken_back_leaves_everything_as_it_was() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let given = hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
        assert_eq!((in_hand(app), promised(app) > 0), ((52, 8, 1), true), "{}", ground.name);
        let stranger = refused(take_back(app, PartnerId(2), given.seq));
        assert_eq!(stranger, Refusal::NotFound);
        assert!(matches!(take_back(app, CUISINE, given.seq), Ok(Outcome::Moved { count: 8, .. })));
        assert_eq!((in_hand(app), promised(app)), ((60, 0, 0), 0), "{}", ground.name);
        let by_band = app.look_wait(P, |cx| handout::by_band(cx, Actor::System)).expect("bands");
        assert_eq!(by_band.iter().map(|b| b.hand_outs).sum::<u64>(), 0, "what was taken back counts for nothing");
        assert_eq!(refused(take_back(app, CUISINE, given.seq)), Refusal::TakenBack);
        // They can be handed out again, and that one taken back too.
        let again = hand_out(app, Choice::Count { class: A, count: 8 }).expect("handed out again");
        assert!(take_back(app, CUISINE, again.seq).is_ok());
        prove(app);
    }
}

#[test]
fn it_is_soon_too_late_and_never_after_a_merchant_took_one() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let spent = hand_out(app, Choice::Coupons(set(1, 1, 4))).expect("handed out");
        count(app, codes(app, 1, 2..3), Channel::Online);
        assert!(matches!(refused(take_back(app, CUISINE, spent.seq)), Refusal::IllegalMove { .. }), "{}", ground.name);
        let late = hand_out(app, Choice::Coupons(set(1, 11, 14))).expect("handed out");
        ground.clock.set(ground.clock.now() + SignedDuration::from_mins(10));
        let in_time = hand_out(app, Choice::Coupons(set(1, 21, 24))).expect("handed out");
        ground.clock.set(ground.clock.now() + SignedDuration::from_secs(1));
        assert_eq!(refused(take_back(app, CUISINE, late.seq)), Refusal::TooLateToTakeBack { minutes: 10 });
        assert!(take_back(app, CUISINE, in_time.seq).is_ok());
        let last = app.look_wait(P, |cx| handout::last(cx, Actor::System, Some(CUISINE), 10)).expect("a list");
        let said: Vec<(i64, bool)> = last.iter().map(|g| (g.row.seq, g.row.taken_back_by.is_some())).collect();
        assert_eq!(said, [(in_time.seq, true), (late.seq, false), (spent.seq, false)]);
        prove(app);
    }
}

/// The programme with another rule about lost coupons, on both databases.
fn grounds_where(rule: &str) -> [ground::Ground; 2] {
    let grounds = ground::both(7, start());
    for ground in &grounds {
        let text = ground::PROGRAMME.replacen("[[", &format!("[rules]\nreplacement = \"{rule}\"\n\n[["), 1);
        let file = ProgrammeFile::parse(&text).expect("a good file");
        assert_eq!(ground.app.open_programme_wait(&file).expect("opened"), P);
        prepare(&ground.app);
    }
    grounds
}

fn replace(app: &App, by: Option<PartnerId>, lost: CouponSet, with: CouponSet) -> Result<Outcome, Error> {
    let r = request(app);
    let act = app.act_wait(P, move |cx| handout::replace(cx, r, by, lost.clone(), with.clone(), "perdus"));
    act.map(|answer| answer.outcome)
}

#[test]
fn lost_coupons_are_replaced_as_the_territory_decided() {
    assert_eq!(Replacement::default(), Replacement::Coordinator);
    for (rule, coordinator, partner) in [("never", false, false), ("coordinator", true, false), ("partner", true, true)] {
        for ground in grounds_where(rule) {
            let app = &ground.app;
            hand_out(app, Choice::Coupons(set(1, 1, 4))).expect("handed out");
            let by_coordinator = replace(app, None, set(1, 1, 1), set(1, 30, 30));
            let by_partner = replace(app, Some(CUISINE), set(1, 2, 3), CouponSet::default());
            for (answer, allowed) in [(&by_coordinator, coordinator), (&by_partner, partner)] {
                let no = matches!(answer, Err(Error::Refused(Refusal::NotReplaced)));
                assert_eq!((answer.is_ok(), no), (allowed, !allowed), "{rule} {}: {answer:?}", ground.name);
            }
            if let Ok(Outcome::Moved { coupons, .. }) = by_partner {
                assert_eq!(coupons.to_string(), "1:5-6", "the organisation's lowest numbers");
            }
            prove(app);
        }
    }
}

#[test]
fn an_organisation_replaces_its_own_households_coupons_only() {
    for ground in grounds_where("partner") {
        let app = &ground.app;
        hand_out(app, Choice::Coupons(set(1, 1, 4))).expect("handed out");
        let other = refused(replace(app, Some(PartnerId(2)), set(1, 1, 1), CouponSet::default()));
        assert!(matches!(other, Refusal::NotHeld { .. }), "{other:?}");
        let never_given = refused(replace(app, Some(CUISINE), set(1, 50, 50), CouponSet::default()));
        assert!(matches!(never_given, Refusal::IllegalMove { .. }), "{never_given:?}");
        let r = request(app);
        let away = move |cx: &mut app::Cx<'_, '_>| allotment::withdraw(cx, r, set(1, 5, 60), Placement::Void, "mouillés");
        app.act_wait(P, away).expect("withdrawn");
        let none_left = refused(replace(app, Some(CUISINE), set(1, 1, 2), CouponSet::default()));
        assert_eq!(none_left, Refusal::NotEnough { available: 0, asked: 2 });
        prove(app);
    }
}

#[test]
fn a_booklet_is_named_by_its_first_and_last_code() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let texts = codes(app, 1, 10..18);
        let ends = format!("{}\n{}", texts[7], texts[0]);
        let read = |text: String| {
            app.look_wait(P, move |cx| {
                let batches = handout::batches(cx, PartnerId(1))?;
                coupon_numbers::read(cx, &text, &batches)
            })
        };
        assert_eq!(read(ends).expect("read").to_string(), "1:11-18");
        assert_eq!(read(texts[3].clone()).expect("read").to_string(), "1:14");
        assert_eq!(read(format!("{}, {}, {}", texts[0], texts[2], texts[4])).expect("read").to_string(), "1:11,13,15");
        assert_eq!(read("1-c2".to_owned()).expect("read").to_string(), "1:11-20");
        assert!(!refused(read("7K2M4-QXP9H".to_owned())).code().is_empty());
        assert!(matches!(refused(read("2-c1".to_owned())), Refusal::UnknownCoupons { .. }));
    }
}
