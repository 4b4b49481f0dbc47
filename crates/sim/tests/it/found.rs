//! What the simulation has found, each as small as it can be, so that it stays found.

use app::bank_details::Account;
use app::command::Request;
use app::domain::amount::Amount;
use app::domain::command::Outcome;
use app::domain::coupon::CouponRange;
use app::domain::coupon_set::CouponSet;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, BatchId, ClassId, FundId, PartnerId, PlaceId, ProgrammeId, VendorId};
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::programme_file::ProgrammeFile;
use app::redemption::CountIn;
use app::{App, Error, allotment, audit, bank_details, batch, fund, handout, redemption, settlement};
use ground::Ground;
use jiff::civil::date;

const P: ProgrammeId = ProgrammeId(1);

const FILE: &str = r#"
[programme]
key = "found"
name = "Trouvé"
territory = "x"
carrier = "x"
fiduciary = "x"
host = "cabas.example"
[season]
starts_on = "2025-07-01"
ends_on = "2025-07-20"
last_claim_on = "2025-07-31"
[rules]
minimum_payment = "20"
[[unit]]
code = "x-local"
name = "Monnaie locale"
[[band]]
key = "1"
label = "1"
weekly = "20"
[[fund]]
key = "f1"
name = "Fonds 1"
funder = "x"
[[fund]]
key = "f2"
name = "Fonds 2"
funder = "x"
[[class]]
letter = "L"
name = "L"
face = "10,50"
unit = "x-local"
bonus_percent = 5
bonus_fund = "f2"
funding = "granted"
[[place]]
key = "marche"
name = "Marché"
[[partner]]
key = "o1"
name = "Organisme"
[[vendor]]
key = "m1"
name = "Marchand"
places = ["marche"]
signed_on = "2025-06-15"
"#;

fn grounds() -> [Ground; 2] {
    let grounds = ground::both(1, "2025-07-01T09:00:00-04:00".parse().expect("an instant"));
    for ground in &grounds {
        ground.app.open_programme_wait(&ProgrammeFile::parse(FILE).expect("a good file")).expect("opened");
    }
    grounds
}

fn request(app: &App) -> Request {
    Request::now(app, Actor::System)
}

/// A proposal's version was taken from the table each time: sent again after a crash, it asked for the
/// next version and was refused as another request under the same identifier.
#[test]
fn a_change_of_account_sent_again_is_the_same_request() {
    for ground in grounds() {
        let app = &ground.app;
        let r = request(app);
        let ask = || {
            let account = Account::new("999", "00001", "1234567").expect("an account");
            app.act_wait(P, move |cx| bank_details::propose(cx, r, VendorId(1), &account))
        };
        let (first, again) = (ask().expect("asked"), ask().expect("the same answer"));
        assert_eq!((first.seq, first.outcome, again.replayed), (again.seq, again.outcome, true), "{}", ground.name);
        let other = Account::new("999", "00001", "7654321").expect("an account");
        let other = app.act_wait(P, move |cx| bank_details::propose(cx, r, VendorId(1), &other));
        assert!(matches!(other, Err(Error::Refused(Refusal::SameIdOtherContent))), "{other:?}");
    }
}

/// The ceiling counted what a local-currency coupon costs its own fund and forgot its bonus: the fund
/// that pays the bonus could be overdrawn without end.
#[test]
fn the_bonus_of_a_local_currency_has_a_ceiling() {
    for ground in grounds() {
        let app = &ground.app;
        let set: CouponSet = CouponRange::new(BatchId(1), 1, 10).expect("a range").into();
        let r: Vec<Request> = (0..6).map(|_| request(app)).collect();
        let out = app.act_wait(P, move |cx| {
            fund::receive(cx, r[0], FundId(1), Amount::cad(20_000), "don", date(2025, 6, 1))?;
            // Four bonuses of 50 cents.
            fund::receive(cx, r[1], FundId(2), Amount::cad(200), "don", date(2025, 6, 1))?;
            batch::issue(cx, r[2], ClassId(1), 10, 1)?;
            allotment::take_in(cx, r[3], set.clone())?;
            allotment::allot(cx, r[4], set.clone(), PartnerId(1), Some(FundId(1)))?;
            handout::hand_out(cx, r[5], PartnerId(1), Choice::Count { class: ClassId(1), count: 5 }, "1", None)
        });
        assert!(matches!(out, Err(Error::Refused(Refusal::OverCeiling { available: 200, asked: 250 }))), "{out:?}");
        let r = request(app);
        app.act_wait(P, move |cx| {
            handout::hand_out(cx, r, PartnerId(1), Choice::Count { class: ClassId(1), count: 4 }, "1", None)
        })
        .expect("just under");
        let statuses = app.look_wait(P, |cx| fund::statuses(cx, Actor::System)).expect("read");
        assert_eq!(statuses.iter().map(|s| s.available_cents).collect::<Vec<_>>(), [16_000, 0]);
    }
}

/// Allotting a carton of which the organisation already had a part found the newly arrived coupons among
/// those that were there, and stopped with a fault.
#[test]
fn a_carton_may_be_allotted_again() {
    for ground in grounds() {
        let app = &ground.app;
        let set = |first, last| -> CouponSet { CouponRange::new(BatchId(1), first, last).expect("a range").into() };
        let r: Vec<Request> = (0..5).map(|_| request(app)).collect();
        let again = app
            .act_wait(P, move |cx| {
                batch::issue(cx, r[0], ClassId(1), 10, 1)?;
                allotment::take_in(cx, r[1], set(1, 10))?;
                allotment::allot(cx, r[2], set(4, 7), PartnerId(1), None)?;
                allotment::allot(cx, r[3], set(1, 10), PartnerId(1), None)
            })
            .expect("allotted");
        assert!(matches!(again.outcome, Outcome::Moved { count: 6, .. }), "{again:?}");
        let report = app.look_wait(P, audit::audit).expect("audited");
        assert!(report.findings.is_empty(), "{:#?}", report.findings);
        assert_eq!(report.parts["partner"]["o1"].by_state["with_partner"].0, 10);
    }
}

/// A merchant owed less than the least payment could never be paid, and the season never closed.
#[test]
fn the_last_run_pays_the_smallest_amounts() {
    for ground in grounds() {
        let app = &ground.app;
        let r: Vec<Request> = (0..6).map(|_| request(app)).collect();
        let code = app
            .act_wait(P, move |cx| {
                let set: CouponSet = CouponRange::new(BatchId(1), 1, 1).ok_or(Refusal::Nothing)?.into();
                fund::receive(cx, r[0], FundId(1), Amount::cad(20_000), "don", date(2025, 6, 1))?;
                fund::receive(cx, r[1], FundId(2), Amount::cad(2_000), "don", date(2025, 6, 1))?;
                batch::issue(cx, r[2], ClassId(1), 1, 1)?;
                allotment::take_in(cx, r[3], set.clone())?;
                allotment::allot(cx, r[4], set.clone(), PartnerId(1), Some(FundId(1)))?;
                handout::hand_out(cx, r[5], PartnerId(1), Choice::Coupons(set), "1", None)?;
                Ok(batch::printable(cx, Actor::System, BatchId(1))?.code(0))
            })
            .expect("handed out");
        let (r, count) =
            (request(app), CountIn { vendor: VendorId(1), place: PlaceId(1), channel: Channel::Counted, codes: vec![code] });
        assert_eq!(app.act_wait(P, move |cx| redemption::count_in(cx, r, &count)).expect("counted").accepted, 1);
        let prepare = || {
            let (r, now) = (request(app), app.now());
            app.act_wait(P, move |cx| settlement::prepare(cx, r, now))
        };
        assert!(matches!(prepare(), Err(Error::Refused(Refusal::NothingToPay))), "10,50 is less than 20,00");
        ground.clock.set("2025-07-31T20:00:00-04:00".parse().expect("an instant"));
        assert!(prepare().is_err(), "the last day for claims is not over");
        ground.clock.set("2025-08-01T09:00:00-04:00".parse().expect("an instant"));
        let run = prepare().expect("the last run");
        let (_, payments) = app.look_wait(P, move |cx| settlement::run(cx, Actor::System, run)).expect("read");
        assert_eq!(payments[0].amount().minor, 1_050);
    }
}
