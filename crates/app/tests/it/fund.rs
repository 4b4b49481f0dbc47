//! What funders ask of their money: conditions, reports in their own year, and money that leaves a fund.

use crate::support::*;
use app::command::Request;
use app::domain::amount::{Amount, Bps};
use app::domain::fund::{Instalment, Lapse, Matching, Period, Terms, YearStart};
use app::domain::handout::Choice;
use app::domain::ids::{Actor, FundId, PartnerId, PersonId};
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::figure::Figure;
use app::fund_report::{Days, Households, Report, paper, report};
use app::{App, Error, allotment, fund, fund_move, programme, season, settlement};
use jiff::SignedDuration;
use jiff::civil::date;
use std::collections::BTreeSet;
use text::Lang;

const FIRST: FundId = FundId(1);
const SECOND: FundId = FundId(2);

fn agree(app: &App, fund: FundId, terms: Terms) -> Result<(), Error> {
    let r = request(app);
    app.act_wait(P, move |cx| fund::change(cx, r, fund, terms.clone())).map(drop)
}

fn somebody(app: &App, role: Role) -> PersonId {
    let person = app.add_person_wait(role.key(), "", None).expect("added");
    let r = request(app);
    app.act_wait(P, move |cx| programme::grant(cx, r, person, role)).expect("granted");
    person
}

fn by(app: &App, person: PersonId) -> Request {
    Request::now(app, Actor::Person(person))
}

fn told(app: &App, actor: Actor, fund: FundId, days: Days) -> Result<Report, Error> {
    app.look_wait(P, move |cx| report(cx, actor, fund, days))
}

/// A second allotment of the first batch, without a fund of its own.
fn without_a_fund(app: &App) {
    let r = request(app);
    app.act_wait(P, move |cx| allotment::allot(cx, r, set(1, 61, 100), CUISINE, None)).expect("allotted");
}

#[test]
fn a_fund_pays_only_as_its_funder_agreed() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        without_a_fund(app);
        let ended = Terms { pays_until: Some(date(2025, 6, 30)), ..Terms::default() };
        agree(app, FIRST, ended.clone()).expect("agreed");
        assert_eq!(refused(agree(app, FIRST, ended)), Refusal::Nothing, "the same again");
        let late = refused(hand_out(app, Choice::Coupons(set(1, 1, 4))));
        let until = Some(date(2025, 6, 30));
        assert_eq!(late, Refusal::OutsideFundDates { fund: FIRST, day: date(2025, 7, 1), from: None, until }, "{}", ground.name);
        // Coupons that no fund was named for go to the one that may pay.
        hand_out(app, Choice::Coupons(set(1, 61, 64))).expect("the other fund pays");
        let statuses = app.look_wait(P, |cx| fund::statuses(cx, Actor::System)).expect("read");
        assert_eq!((statuses[0].committed_cents, statuses[1].committed_cents), (0, 2_000));
        // And to none when the money that there is, is kept for others.
        let others = Terms { partners: BTreeSet::from([PartnerId(2)]), ..Terms::default() };
        agree(app, SECOND, others).expect("agreed");
        let kept = refused(hand_out(app, Choice::Coupons(set(1, 65, 66))));
        assert_eq!(kept, Refusal::FundsKeptForOthers { available: 0, asked: 1_000 });
        let r = request(app);
        let named = app.act_wait(P, move |cx| allotment::allot(cx, r, set(1, 67, 70), CUISINE, Some(SECOND)));
        assert_eq!(refused(named), Refusal::FundServesOthers { fund: SECOND });
        // A merchant is paid whatever a funder says: the first fund that may, else the first of all.
        let accepted = count(app, codes(app, 1, 70..72), Channel::Counted);
        assert_eq!(accepted.accepted, 2);
        prove(app);
    }
}

#[test]
fn operations_take_no_more_than_their_share() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let spend = |fund, cents| {
            let r = request(app);
            app.act_wait(P, move |cx| fund::spend_on_operations(cx, r, printing(fund, cents)))
        };
        agree(app, FIRST, Terms { operations: Some(Bps(0)), ..Terms::default() }).expect("agreed");
        assert_eq!(refused(spend(FIRST, 1)), Refusal::FoodOnly { fund: FIRST });
        agree(app, SECOND, Terms { operations: Some(Bps(1_250)), ..Terms::default() }).expect("agreed");
        spend(SECOND, 3_000).expect("a tenth");
        let over = refused(spend(SECOND, 751));
        assert_eq!(over, Refusal::OverOperationsShare { fund: SECOND, available: 750, asked: 751 }, "{}", ground.name);
        spend(SECOND, 750).expect("to the cent");
        // The day of the expense counts, not the one on which it is written down.
        agree(app, SECOND, Terms { pays_from: Some(date(2025, 6, 21)), ..Terms::default() }).expect("agreed");
        assert!(matches!(refused(spend(SECOND, 100)), Refusal::OutsideFundDates { fund: SECOND, .. }));
        prove(app);
    }
}

#[test]
fn terms_that_cannot_be_are_refused() {
    let [ground, _] = grounds();
    let app = &ground.app;
    let no = |fund, terms| refused(agree(app, fund, terms));
    let sales = Terms { target: "x".into(), ..Terms::default() };
    assert!(matches!(no(FundId(3), sales), Refusal::UnknownFund { .. }), "buyers' money has no funder");
    let own = Matching { fund: FIRST, cap_cents: 100 };
    assert!(matches!(no(FIRST, Terms { matching: Some(own), ..Terms::default() }), Refusal::UnknownFund { .. }));
    let over = vec![Instalment { due_on: date(2025, 1, 1), cents: 101 }];
    let instalments = Terms { pledge_cents: 100, instalments: over, ..Terms::default() };
    assert_eq!(no(FIRST, instalments), Refusal::WrongAmount { asked: 101, least: 1, most: 100 });
    let share = Terms { operations: Some(Bps(10_001)), ..Terms::default() };
    assert!(matches!(no(FIRST, share), Refusal::BadRule { .. }));
    let nobody = Terms { partners: BTreeSet::from([PartnerId(99)]), ..Terms::default() };
    assert!(matches!(no(FIRST, nobody), Refusal::UnknownPartner { .. }));
    let lapse = Terms { lapse: Some(Lapse::Carry(FundId(9))), ..Terms::default() };
    assert!(matches!(no(FIRST, lapse), Refusal::UnknownFund { .. }));
    let days = Terms { pays_from: Some(date(2025, 2, 1)), pays_until: Some(date(2025, 1, 1)), ..Terms::default() };
    assert!(matches!(no(FIRST, days), Refusal::WrongDates { .. }));
    assert!(matches!(no(FIRST, Terms { target: "é".repeat(301), ..Terms::default() }), Refusal::TooLongText { .. }));
}

#[test]
fn money_leaves_a_fund_when_two_people_say_so() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
        let [ana, leo] = [Role::Coordinator, Role::Treasurer].map(|role| somebody(app, role));
        let ask = |to, cents, why: &'static str| {
            let r = by(app, ana);
            app.act_wait(P, move |cx| fund_move::ask_move(cx, r, (FIRST, to), Amount::cad(cents), why)).map(|answer| answer.seq)
        };
        // 200 $ received, 20 $ set aside, 40 $ promised.
        let over = refused(ask(Some(SECOND), 14_001, "trop"));
        assert_eq!(over, Refusal::InsufficientFunds { available: 14_000, asked: 14_001 }, "{}", ground.name);
        assert_eq!(refused(ask(Some(SECOND), 100, " ")), Refusal::ReasonNeeded);
        assert_eq!(refused(ask(Some(FIRST), 100, "rien")), Refusal::Nothing);
        assert!(matches!(refused(ask(Some(FundId(3)), 100, "ventes")), Refusal::UnknownFund { .. }), "never to buyers' money");
        assert!(matches!(refused(ask(Some(SECOND), -1, "moins")), Refusal::WrongAmount { .. }));
        let seq = ask(Some(SECOND), 5_001, "La MRC paie l’automne").expect("asked");
        let confirm = |who, seq| {
            let r = by(app, who);
            app.act_wait(P, move |cx| fund_move::confirm(cx, r, seq, "chèque 12")).map(drop)
        };
        assert_eq!(refused(confirm(ana, seq)), Refusal::NotPermitted, "whoever coordinates approves nothing");
        let before = app.look_wait(P, |cx| fund::statuses(cx, Actor::System)).expect("read");
        assert_eq!(before[0].moved_out_cents, 0, "nothing moves before two people said so");
        confirm(leo, seq).expect("confirmed");
        assert_eq!(refused(confirm(leo, seq)), Refusal::WrongStep { state: "confirmed".into() });
        let after = app.look_wait(P, |cx| fund::statuses(cx, Actor::System)).expect("read");
        let (from, to) = (&after[0], &after[1]);
        assert_eq!((from.moved_out_cents, from.available_cents, from.bank_cents), (5_001, 8_999, 14_999));
        assert_eq!((from.received_cents, from.spent_cents), (20_000, 0), "what moved was neither given nor spent");
        assert_eq!((to.moved_in_cents, to.available_cents, to.bank_cents, to.received_cents), (5_001, 35_001, 35_001, 30_000));
        // One's own request, and one that is given up.
        let own = by(app, leo);
        let own = app.act_wait(P, move |cx| fund_move::ask_move(cx, own, (SECOND, None), Amount::cad(1_000), "trop reçu"));
        let own = own.expect("asked").seq;
        assert_eq!(refused(confirm(leo, own)), Refusal::SecondPersonNeeded);
        confirm(somebody(app, Role::Approver), own).expect("another person");
        let given_up = ask(Some(SECOND), 100, "erreur").expect("asked");
        let r = by(app, leo);
        app.act_wait(P, move |cx| fund_move::give_up(cx, r, given_up)).expect("given up");
        assert_eq!(refused(confirm(leo, given_up)), Refusal::WrongStep { state: "cancelled".into() });
        assert_eq!(refused(confirm(leo, 1)), Refusal::NotFound);
        let listed = app.look_wait(P, |cx| fund_move::list(cx, Actor::System)).expect("listed");
        assert_eq!(listed.len(), 3);
        let last = told(app, Actor::System, SECOND, Days::All).expect("told");
        assert_eq!((last.cents(Figure::GivenBack), last.cents(Figure::Bank)), (1_000, 34_001));
        crate::figure::equal(app);
        prove(app);
    }
}

/// Everything moves in two of the funder's years, which begin in September.
fn two_years(ground: &ground::Ground) {
    let app = &ground.app;
    crate::figure::play(ground);
    let terms = Terms {
        pledge_cents: 60_000,
        instalments: [(date(2025, 6, 1), 15_000), (date(2025, 7, 1), 15_000), (date(2026, 6, 1), 30_000)]
            .map(|(due_on, cents)| Instalment { due_on, cents })
            .to_vec(),
        year_start: YearStart::parse("09-01").expect("a day"),
        ..Terms::default()
    };
    agree(app, FIRST, terms).expect("agreed");
    let matching = Some(Matching { fund: FIRST, cap_cents: 45_000 });
    agree(app, SECOND, Terms { matching, ..Terms::default() }).expect("agreed");
    ground.clock.set(start() + SignedDuration::from_hours(24 * 70));
    let [ana, leo] = [Role::Coordinator, Role::Treasurer].map(|role| somebody(app, role));
    let (receive, aside, move_, spend) = (request(app), request(app), by(app, ana), request(app));
    let seq = app.act_wait(P, move |cx| {
        fund::receive(cx, receive, FIRST, Amount::cad(3_333), "virement 3", date(2025, 8, 31))?;
        fund::set_aside(cx, aside, FIRST, Amount::cad(77))?;
        fund::spend_on_operations(cx, spend, printing(FIRST, 11))?;
        Ok(fund_move::ask_move(cx, move_, (SECOND, Some(FIRST)), Amount::cad(4_242), "pour septembre")?.seq)
    });
    let (seq, r) = (seq.expect("received"), by(app, leo));
    app.act_wait(P, move |cx| fund_move::confirm(cx, r, seq, "")).expect("moved");
    let (prepare, now) = (request(app), app.now());
    app.act_wait(P, move |cx| settlement::prepare(cx, prepare, now)).expect("a run");
}

/// What is told of some days is what moved from where it stood before to where it stands after.
fn adds_up(before: &Report, report: &Report) {
    use Figure as F;
    let c = |figure| report.cents(figure);
    let grown = |figure| c(figure) - before.cents(figure);
    assert_eq!(report.opening_cents, before.cents(F::Remains));
    let came = c(F::Received) + c(F::MovedIn);
    let went = c(F::Spent) + c(F::Operations) + c(F::MovedOut) + c(F::GivenBack);
    let kept = grown(F::Promised) + grown(F::SetAside);
    assert_eq!(c(F::Remains), report.opening_cents + came - went - kept, "{:?}", report.period);
    assert_eq!(grown(F::Owed), c(F::Spent) - c(F::Paid));
}

#[test]
fn a_report_adds_up_to_the_cent_whatever_the_days() {
    for ground in grounds() {
        let app = &ground.app;
        two_years(&ground);
        for fund in [FIRST, SECOND] {
            let of = |days| told(app, Actor::System, fund, days).expect("told");
            let all = of(Days::All);
            // Periods that follow each other, cut anywhere, sum to the whole.
            for length in [1, 3, 10, 40, 400] {
                let (mut since, mut sums) = (date(2025, 5, 1), [0; 7]);
                let mut before = of(Days::Of(Period { since: date(2025, 4, 1), until: date(2025, 4, 30) }));
                while since < date(2025, 10, 1) {
                    let until = since.saturating_add(jiff::Span::new().days(length - 1));
                    let part = of(Days::Of(Period { since, until }));
                    adds_up(&before, &part);
                    for (sum, flow) in sums.iter_mut().zip(&part.flows) {
                        *sum += flow.cents;
                    }
                    before = part;
                    since = until.tomorrow().expect("a day");
                }
                let whole: Vec<i64> = all.flows.iter().map(|told| told.cents).collect();
                assert_eq!(sums.to_vec(), whole, "{fund} in parts of {length} days, {}", ground.name);
                assert_eq!(
                    before.stands.iter().map(|t| t.cents).collect::<Vec<_>>(),
                    all.stands.iter().map(|t| t.cents).collect::<Vec<_>>()
                );
            }
            for told in all.flows.iter().chain(&all.stands) {
                let (figure, filter) = (told.figure, told.filter.clone());
                let listed = app.look_wait(P, move |cx| app::figure::list(cx, Actor::System, figure, filter.clone()));
                assert_eq!(listed.expect("a list").amounts()[&app::domain::amount::Unit::CAD], told.cents, "{figure:?}");
            }
        }
    }
}

#[test]
fn a_funder_sees_its_own_year_and_nothing_else() {
    for ground in grounds() {
        let app = &ground.app;
        two_years(&ground);
        let funder = Actor::Person(somebody(app, Role::Funder(FIRST)));
        let year = told(app, funder, FIRST, Days::ThisYear).expect("their own");
        let september = Period { since: date(2025, 9, 1), until: date(2026, 8, 31) };
        assert_eq!((year.period, year.cents(Figure::Received), year.cents(Figure::MovedIn)), (Some(september), 0, 4_242));
        let before = Period { since: date(2024, 9, 1), until: date(2025, 8, 31) };
        let last = told(app, funder, FIRST, Days::Of(before)).expect("the year before");
        assert_eq!(last.cents(Figure::Received), 23_333, "the day it arrived, not the one on which it was written down");
        assert_eq!((last.awaited_cents, year.awaited_cents), (36_667, 36_667));
        let states: Vec<_> = year.instalments.iter().map(|(_, came, how)| (*came, how.key())).collect();
        assert_eq!(states, [(15_000, "received"), (8_333, "late"), (0, "awaited")], "{}", ground.name);
        let matched = told(app, Actor::System, SECOND, Days::All).expect("told");
        assert_eq!((matched.matched_cents, matched.awaited_cents), (Some(23_333), 0), "it gave more than it had to");
        assert_eq!(last.households, Households::Small, "five hand-outs, to one household");
        assert!(matches!(year.households, Households::Known(reached) if reached.hand_outs == 0));
        for days in [Days::All, Days::ThisYear] {
            assert_eq!(refused(told(app, funder, SECOND, days)), Refusal::NotPermitted);
            assert_eq!(refused(told(app, funder, FundId(9), days)), Refusal::NotPermitted);
        }
        assert_eq!(refused(told(app, Actor::System, FundId(3), Days::All)), Refusal::NotFound, "sales have no funder");
        for lang in Lang::ALL {
            let lang = *lang;
            let pdf = app.look_wait(P, move |cx| paper::pdf(cx, funder, FIRST, Days::All, lang)).expect("a PDF");
            assert!(pdf.starts_with(b"%PDF") && pdf.windows(14).any(|w| w == b"/StructTreeRoo"), "tagged");
        }
        let other = app.look_wait(P, move |cx| paper::pdf(cx, funder, SECOND, Days::All, Lang::Fr));
        assert_eq!(refused(other), Refusal::NotPermitted);
    }
}

#[test]
fn what_lapsed_goes_where_the_terms_say() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        agree(app, FIRST, Terms { lapse: Some(Lapse::GiveBack), ..Terms::default() }).expect("agreed");
        let [ana, leo] = [Role::Coordinator, Role::Treasurer].map(|role| somebody(app, role));
        let ask = |fund| {
            let r = by(app, ana);
            app.act_wait(P, move |cx| fund_move::ask_lapsed(cx, r, fund, "comme convenu")).map(|answer| answer.seq)
        };
        assert_eq!(refused(ask(FIRST)), Refusal::SeasonNotClosed);
        let (expire, close) = (request(app), request(app));
        app.act_wait(P, move |cx| {
            season::expire(cx, expire, date(2025, 10, 14))?;
            season::close(cx, close)
        })
        .expect("closed");
        let seq = ask(FIRST).expect("asked");
        assert_eq!(refused(ask(FIRST)), Refusal::Nothing, "all of it was asked for");
        assert_eq!(refused(ask(SECOND)), Refusal::Nothing, "nobody decided");
        agree(app, SECOND, Terms { lapse: Some(Lapse::Keep), ..Terms::default() }).expect("decided late");
        assert_eq!(refused(ask(SECOND)), Refusal::Nothing, "it stays");
        let r = by(app, leo);
        app.act_wait(P, move |cx| fund_move::confirm(cx, r, seq, "chèque 99")).expect("given back");
        let told = told(app, Actor::System, FIRST, Days::All).expect("told");
        let all =
            (told.cents(Figure::GivenBack), told.cents(Figure::SetAside), told.cents(Figure::Bank), told.cents(Figure::Spent));
        assert_eq!(all, (20_000, 0, 0, 0), "with what the reserve did not need, {}", ground.name);
        crate::figure::equal(app);
        prove(app);
    }
}
