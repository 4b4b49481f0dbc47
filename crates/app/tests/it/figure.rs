//! Every figure equals the list it comes from, on both databases.

use crate::support::*;
use app::domain::amount::{Amount, Unit};
use app::domain::coupon::State;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, ClassId, FundId, PlaceId};
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::figure::{self, Figure, Filter, Grain, Listed};
use app::live_use::{PartUse, Quantity, live_use};
use app::{App, allotment, batch, fund, handout, programme, sale, season, settlement};
use jiff::SignedDuration;
use jiff::civil::date;
use text::Lang;

fn list(app: &App, actor: Actor, figure: Figure, filter: &Filter) -> Listed {
    let filter = filter.clone();
    app.look_wait(P, move |cx| figure::list(cx, actor, figure, filter.clone())).expect("a list")
}

fn told(app: &App, figure: Figure, filter: &Filter) -> (u64, i64) {
    let listed = list(app, Actor::System, figure, filter);
    (listed.count(), listed.amounts()[&Unit::CAD])
}

fn of(quantity: Quantity) -> (u64, i64) {
    (quantity.count, quantity.cents)
}

/// Given, sold and local coupons, some spent before their hand-out was reported, some lost, some expired.
pub fn play(ground: &ground::Ground) {
    let app = &ground.app;
    prepare(app);
    let r: Vec<_> = (0..9).map(|_| request(app)).collect();
    app.act_wait(P, move |cx| {
        batch::issue(cx, r[0], V, 20, 1)?;
        allotment::take_in(cx, r[1], set(2, 1, 20))?;
        sale::sell(cx, r[2], set(2, 1, 6), Amount::cad(3_000), "reçu 17")?;
        batch::issue(cx, r[3], ClassId(4), 10, 1)?;
        allotment::take_in(cx, r[4], set(3, 1, 10))?;
        allotment::allot(cx, r[5], set(3, 1, 10), CUISINE, Some(FundId(1)))?;
        fund::spend_on_operations(cx, r[6], printing(FundId(2), 1_250))?;
        Ok(())
    })
    .expect("prepared");
    for week in 0..4u32 {
        ground.clock.set(start() + SignedDuration::from_hours(24 * 7 * i64::from(week)));
        let low = 1 + week * 8;
        hand_out(app, Choice::Coupons(set(1, low, low + 7))).expect("handed out");
        assert_eq!(count(app, codes(app, 1, low - 1..low + 3), Channel::Counted).accepted, 4);
    }
    hand_out(app, Choice::Coupons(set(3, 1, 2))).expect("local currency");
    assert_eq!(count(app, codes(app, 2, 0..2), Channel::Counted).accepted, 2, "sold ones");
    assert_eq!(count(app, codes(app, 1, 50..52), Channel::Counted).accepted, 2, "before the hand-out was reported");
    let (lost, back) = (request(app), request(app));
    app.act_wait(P, move |cx| {
        allotment::withdraw(cx, lost, set(1, 59, 60), app::domain::command::Placement::Lost, "boîte perdue")?;
        sale::refund(cx, back, set(2, 6, 6), "reçu 17")
    })
    .expect("lost, and paid back");
}

pub fn equal(app: &App) {
    let live = app.look_wait(P, |cx| live_use(cx, Actor::System)).expect("read");
    let all = Filter::default();
    for state in State::ALL {
        let known = live.by_state.get(state.key()).copied().unwrap_or_default();
        assert_eq!(told(app, Figure::InState(state), &all), of(known), "{state:?}");
    }
    let part = |part: &PartUse, filter: &Filter| {
        assert_eq!(told(app, Figure::Allotted, filter), of(part.allotted), "{filter:?}");
        assert_eq!(told(app, Figure::HandedOut, filter), of(part.handed_out), "{filter:?}");
        assert_eq!(told(app, Figure::Used, filter), of(part.redeemed), "{filter:?}");
        assert_eq!(told(app, Figure::InHand, filter), of(part.in_hand), "{filter:?}");
    };
    part(&live.total, &all);
    for (id, use_now) in &live.by_partner {
        let filter = Filter { partner: Some(app::domain::ids::PartnerId(*id)), ..Filter::default() };
        part(use_now, &filter);
        assert_eq!(list(app, Actor::System, Figure::HandOuts, &filter).hand_outs(), use_now.reached.hand_outs);
    }
    for (id, use_now) in &live.by_class {
        part(use_now, &Filter { class: Some(ClassId(*id)), ..Filter::default() });
    }
    for (id, use_now) in live.by_fund.iter().filter(|(id, _)| **id > 0) {
        part(use_now, &Filter { fund: Some(FundId(*id)), ..Filter::default() });
    }
    let sums = |parts: Vec<&PartUse>| parts.iter().map(|p| p.redeemed.count).sum::<u64>();
    for parts in [live.by_partner.values().collect(), live.by_class.values().collect(), live.by_fund.values().collect()] {
        assert_eq!(sums(parts), live.total.redeemed.count, "every breakdown adds up to the figure above it");
    }
    for (id, used) in &live.by_place {
        let filter = Filter { place: Some(PlaceId(*id)), ..Filter::default() };
        assert_eq!(told(app, Figure::InState(State::Redeemed), &filter), of(*used));
    }
    for (week, used) in &live.by_week {
        let filter = Filter { week: Some(*week), ..Filter::default() };
        assert_eq!(told(app, Figure::InState(State::Redeemed), &filter), of(*used));
    }
    for (week, given) in &live.handed_out_by_week {
        let filter = Filter { week: Some(*week), ..Filter::default() };
        assert_eq!(told(app, Figure::HandOuts, &filter), of(*given));
    }
    for band in app.look_wait(P, |cx| handout::by_band(cx, Actor::System)).expect("bands") {
        let filter = Filter { band: Some(band.band.clone()), ..Filter::default() };
        let listed = list(app, Actor::System, Figure::HandOuts, &filter);
        assert_eq!((listed.hand_outs(), listed.count(), listed.amounts()[&Unit::CAD]), (band.hand_outs, band.count, band.cents));
    }
    money_is_equal(app);
    let today = app.look_wait(P, |cx| Ok(cx.book()?.day_of(cx.now()))).expect("today");
    let left = app.look_wait(P, move |cx| season::left(cx, Actor::System, today)).expect("left");
    let counted = |figure| told(app, figure, &all).0;
    assert_eq!((counted(Figure::Live), counted(Figure::Overdue), counted(Figure::Sold)), (left.live, left.overdue, left.sold));
    assert_eq!(list(app, Actor::System, Figure::Owed, &all).amounts().values().sum::<i64>(), left.unpaid);
}

fn money_is_equal(app: &App) {
    for status in app.look_wait(P, |cx| fund::statuses(cx, Actor::System)).expect("funds") {
        let filter = Filter { fund: Some(status.fund.id), ..Filter::default() };
        for (figure, cents) in [
            (Figure::Received, status.received_cents),
            (Figure::Spent, status.spent_cents),
            (Figure::Paid, status.paid_cents),
            (Figure::Operations, status.operations_cents),
            (Figure::MovedIn, status.moved_in_cents),
            (Figure::MovedOut, status.moved_out_cents),
            (Figure::GivenBack, status.given_back_cents),
            (Figure::Remains, status.remains_cents),
            (Figure::Refunded, status.refunded_cents),
            (Figure::Promised, status.committed_cents),
            (Figure::SetAside, status.contingency_cents),
            (Figure::SoldLeft, status.sold_outstanding_cents),
            (Figure::Left, status.available_cents),
            (Figure::Owed, status.owed_cents),
            (Figure::Bank, status.bank_cents),
        ] {
            assert_eq!(told(app, figure, &filter).1, cents, "{figure:?} of {}", status.fund.key);
        }
        assert_eq!(status.paid_cents + status.owed_cents, status.spent_cents, "food is paid or owed");
    }
    for (vendor, amount) in app.look_wait(P, |cx| settlement::owed(cx, Actor::System)).expect("owed") {
        let filter = Filter { vendor: Some(vendor), ..Filter::default() };
        assert_eq!(list(app, Actor::System, Figure::ToPay, &filter).amounts()[&amount.unit], amount.minor);
    }
}

#[test]
fn every_figure_is_the_sum_of_its_list() {
    for ground in grounds() {
        let app = &ground.app;
        play(&ground);
        equal(app);
        let (prepare, pay) = (request(app), request(app));
        let now = app.now();
        app.act_wait(P, move |cx| settlement::prepare(cx, prepare, now)).expect("a run");
        equal(app);
        let _ = pay;
        let end = request(app);
        app.act_wait(P, move |cx| season::expire(cx, end, date(2025, 10, 14))).expect("expired");
        equal(app);
        prove(app);
    }
}

#[test]
fn each_role_sees_as_much_as_it_may() {
    for ground in grounds() {
        let app = &ground.app;
        play(&ground);
        let roles = [Role::Funder(FundId(1)), Role::Evaluator, Role::Network, Role::Auditor];
        let [funder, evaluator, network, auditor] = roles.map(|role| {
            let person = app.add_person_wait(role.key(), "", None).expect("added");
            let r = request(app);
            app.act_wait(P, move |cx| programme::grant(cx, r, person, role)).expect("granted");
            Actor::Person(person)
        });
        let ask = |actor, figure, filter: Filter| app.look_wait(P, move |cx| figure::list(cx, actor, figure, filter.clone()));
        let of_fund = |id| Filter { fund: Some(FundId(id)), ..Filter::default() };
        // A funder: their fund, a line a day and place, and nobody's name.
        let spent = ask(funder, Figure::Spent, of_fund(1)).expect("their own");
        assert_eq!((spent.grain, spent.lines.is_empty()), (Grain::Day, false), "{}", ground.name);
        assert!(spent.lines.iter().all(|l| l.vendor.is_none() && l.partner.is_none() && l.band.is_none()));
        assert_eq!(refused(ask(funder, Figure::Spent, of_fund(2))), Refusal::NotPermitted);
        assert_eq!(refused(ask(funder, Figure::Spent, Filter::default())), Refusal::NotPermitted);
        assert_eq!(refused(ask(funder, Figure::Used, of_fund(1))), Refusal::NotPermitted);
        // An evaluator: weeks together, never a single hand-out; one limit at a time; no money.
        let given = ask(evaluator, Figure::HandOuts, Filter::default()).expect("put together");
        assert_eq!((given.grain, given.lines.len(), given.hand_outs()), (Grain::Weeks, 1, 5));
        let used = ask(evaluator, Figure::Used, Filter::default()).expect("put together");
        assert!(used.lines.iter().all(|l| l.count >= 5 && l.partner.is_none() && l.place.is_none()), "{used:?}");
        assert_eq!((used.count(), used.is_small), (18, false));
        let one = Filter { week: Some(date(2025, 6, 30)), ..Filter::default() };
        let few = ask(evaluator, Figure::HandOuts, one.clone()).expect("too few");
        assert!(few.is_small && few.lines.is_empty(), "one hand-out that week");
        assert!(ask(auditor, Figure::HandOuts, one.clone()).expect("each").hand_outs() == 1);
        let two = Filter { class: Some(A), ..one };
        assert_eq!(refused(ask(evaluator, Figure::Used, two)), Refusal::NotPermitted);
        assert_eq!(refused(ask(evaluator, Figure::Bank, of_fund(1))), Refusal::NotPermitted);
        assert_eq!(refused(ask(network, Figure::Used, Filter::default())), Refusal::NotPermitted);
        assert_eq!(refused(ask(auditor, Figure::Used, of_fund(9))), Refusal::NotFound);
    }
}

#[test]
fn every_figure_has_its_words() {
    for figure in Figure::ALL {
        assert_eq!(Figure::parse(figure.key()), Some(figure));
        for lang in Lang::ALL {
            let key = format!("figure-{}", figure.key().replace('_', "-"));
            assert!(text::has(*lang, &key) && text::has(*lang, &format!("{key}-hint")), "{key}");
        }
    }
}
