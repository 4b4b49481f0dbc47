//! Packs, orders, gifts and campaigns, on both databases.

use crate::support::{P, V, grounds, prepare, prove, refused, request, set};
use app::campaign::{self, Mapping, Report, Reward, Row, Terms, Verdict};
use app::command::Request;
use app::domain::amount::Amount;
use app::domain::command::Outcome;
use app::domain::coupon_set::CouponSet;
use app::domain::gift::Gift;
use app::domain::ids::{Actor, FundId, OfferId, OrderId};
use app::domain::offer::SellOffer;
use app::domain::order::{Ending, OrderState, PlaceOrder, Source};
use app::domain::refusal::Refusal;
use app::fund::FundStatus;
use app::{App, Cx, Error, allotment, batch, fund, offer};
use jiff::civil::date;

const PACK: OfferId = OfferId(1);
const PACKAGE: OfferId = OfferId(2);

fn packs(offer: OfferId, packs: u32, reference: &str) -> SellOffer {
    SellOffer { offer, packs, coupons: CouponSet::default(), reference: reference.into(), order: None }
}

fn order(reference: &str) -> PlaceOrder {
    PlaceOrder { offer: PACK, packs: 1, place: None, reference: reference.into(), source: Source::Counter }
}

fn gift(cents: i64) -> Gift {
    Gift { fund: FundId(2), amount: Amount::cad(cents), reference: "chèque 12".into(), on: date(2025, 7, 1) }
}

/// A sale, an order and a gift, for whoever damages them.
pub fn live(cx: &mut Cx<'_, '_>, r: &[Request]) -> Result<app::command::Answer, Error> {
    offer::sell(cx, r[0], packs(PACK, 1, "caisse 1"))?;
    offer::place_order(cx, r[1], order("bleu 7"))?;
    offer::give(cx, r[2], gift(2_500))
}

/// Coupons of class V in the stock, in batch 2.
fn stock(app: &App, count: u32) {
    let r: Vec<Request> = (0..2).map(|_| request(app)).collect();
    app.act_wait(P, move |cx| {
        batch::issue(cx, r[0], V, count, 1)?;
        allotment::take_in(cx, r[1], set(2, 1, count))
    })
    .expect("printed");
}

fn sell(app: &App, sale: SellOffer) -> Result<app::command::Answer, Error> {
    let r = request(app);
    app.act_wait(P, move |cx| offer::sell(cx, r, sale.clone()))
}

fn statuses(app: &App) -> Vec<FundStatus> {
    app.look_wait(P, |cx| fund::statuses(cx, Actor::System)).expect("read")
}

#[test]
fn twenty_dollars_buy_thirty() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        assert_eq!(
            refused(sell(app, packs(PACK, 1, "caisse 1"))),
            Refusal::ShortStock { letter: 'V', available: 0, asked: 4 },
            "{}",
            ground.name
        );
        stock(app, 60);
        let Outcome::Moved { count, coupons, amount } = sell(app, packs(PACK, 2, "caisse 1")).expect("sold").outcome else {
            panic!("moved")
        };
        // The stock's lowest numbers: 8 sold ones and 4 of bonus, for 40 $.
        let expected: CouponSet = set(2, 1, 8).ranges().iter().chain(set(1, 61, 64).ranges()).copied().collect();
        assert_eq!((count, coupons, amount), (12, expected, Amount::cad(4_000)));
        prove(app);
        let funds = statuses(app);
        assert_eq!((funds[2].received_cents, funds[2].sold_outstanding_cents), (4_000, 4_000));
        assert_eq!(funds[0].committed_cents, 2_000, "the bonus is promised by the offer's fund");
        // Named coupons must be exactly what the packs hold.
        let named = |ranges: &[CouponSet]| SellOffer {
            coupons: ranges.iter().flat_map(|set| set.ranges().to_vec()).collect(),
            ..packs(PACK, 1, "caisse 2")
        };
        assert_eq!(
            refused(sell(app, named(&[set(2, 9, 11), set(1, 65, 66)]))),
            Refusal::WrongPack { letter: 'V', found: 3, asked: 4 }
        );
        assert_eq!(
            refused(sell(app, named(&[set(2, 9, 12), set(1, 65, 67)]))),
            Refusal::WrongPack { letter: 'A', found: 3, asked: 2 }
        );
        assert!(
            matches!(refused(sell(app, named(&[set(2, 1, 4), set(1, 65, 66)]))), Refusal::IllegalMove { .. }),
            "sold already"
        );
        sell(app, named(&[set(2, 21, 24), set(1, 71, 72)])).expect("sold");
        assert_eq!(refused(sell(app, packs(PACK, 0, "x"))), Refusal::Nothing);
        assert_eq!(refused(sell(app, packs(PACK, 1_001, "x"))), Refusal::TooMany { limit: 1_000 });
        assert_eq!(refused(sell(app, packs(PACK, 1, "  "))), Refusal::ReferenceNeeded);
        assert!(matches!(refused(sell(app, packs(OfferId(9), 1, "x"))), Refusal::UnknownOffer { .. }));
        // The cap is 100 $: 30 $ are gone, seven packs are left, and stock for no more than nine.
        assert_eq!(refused(sell(app, packs(PACK, 8, "x"))), Refusal::OverOfferCap { available: 7_000, asked: 8_000 });
        sell(app, packs(PACK, 7, "caisse 3")).expect("sold");
        assert_eq!(refused(sell(app, packs(PACK, 1, "x"))), Refusal::OverOfferCap { available: 0, asked: 1_000 });
        let status = app.look_wait(P, |cx| offer::statuses(cx, Actor::System)).expect("read").remove(0);
        assert_eq!((status.packs_sold, status.bonus_left_cents), (10, Some(0)));
        prove(app);
    }
}

#[test]
fn a_firms_package_is_shared_to_the_cent() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        stock(app, 20);
        let before: Vec<i64> = statuses(app).iter().map(|f| f.received_cents).collect();
        let answer = sell(app, packs(PACKAGE, 2, "Caisse populaire")).expect("sold");
        let after: Vec<i64> = statuses(app).iter().map(|f| f.received_cents).collect();
        let received: Vec<i64> = after.iter().zip(&before).map(|(a, b)| a - b).collect();
        // 200 $: half back in coupons, a quarter to each fund.
        assert_eq!(received, [5_000, 5_000, 10_000], "{}", ground.name);
        let (sale, _) = app.look_wait(P, move |cx| offer::receipt(cx, Actor::System, answer.seq)).expect("read");
        assert_eq!((sale.paid_cents, sale.sold_cents, sale.bonus_cents), (20_000, 10_000, 0));
        prove(app);
    }
}

#[test]
fn an_order_is_paid_and_picked_up_once() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        stock(app, 8);
        let place = |order: PlaceOrder| {
            let r = request(app);
            app.act_wait(P, move |cx| offer::place_order(cx, r, order.clone()))
        };
        let pay = |id: u32| {
            let r = request(app);
            app.act_wait(P, move |cx| offer::pay_order(cx, r, OrderId(id)))
        };
        let end = |id: u32, how: Ending| {
            let r = request(app);
            app.act_wait(P, move |cx| offer::end_order(cx, r, OrderId(id), how))
        };
        let elsewhere = |state: &str| Refusal::OrderElsewhere { state: state.into() };
        assert_eq!(place(order("bleu 7")).expect("placed").outcome, Outcome::Ordered { order: OrderId(1) });
        assert_eq!(refused(place(order("bleu 7"))), Refusal::ReferenceTaken { reference: "bleu 7".into() });
        place(order("rouge 3")).expect("placed");
        assert_eq!(refused(end(1, Ending::PickedUp)), elsewhere("placed"), "{}", ground.name);
        pay(1).expect("paid");
        assert_eq!(refused(pay(1)), elsewhere("paid"));
        assert_eq!(refused(end(1, Ending::Cancelled)), elsewhere("paid"), "what is paid is not cancelled");
        end(1, Ending::PickedUp).expect("picked up");
        assert_eq!(refused(end(1, Ending::PickedUp)), elsewhere("picked_up"));
        end(2, Ending::Cancelled).expect("cancelled");
        assert_eq!(refused(pay(2)), elsewhere("cancelled"));
        assert!(matches!(refused(pay(3)), Refusal::UnknownOrder { .. }));
        let orders = app.look_wait(P, |cx| offer::orders(cx, Actor::System)).expect("read");
        let states: Vec<_> = orders.iter().map(|o| (o.order.id.0, o.order.state, o.sale.is_some())).collect();
        assert_eq!(states, [(2, OrderState::Cancelled, false), (1, OrderState::PickedUp, true)]);
        prove(app);
    }
}

#[test]
fn a_gift_is_the_funds_and_never_the_buyers() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let give = |gift: Gift| {
            let r = request(app);
            app.act_wait(P, move |cx| offer::give(cx, r, gift.clone()))
        };
        give(gift(2_500)).expect("given");
        assert_eq!(statuses(app)[1].received_cents, 32_500, "{}", ground.name);
        assert!(matches!(refused(give(Gift { fund: FundId(3), ..gift(5) })), Refusal::UnknownFund { .. }));
        assert!(matches!(refused(give(gift(0))), Refusal::WrongAmount { .. }));
        assert_eq!(refused(give(Gift { reference: String::new(), ..gift(5) })), Refusal::ReferenceNeeded);
        prove(app);
    }
}

fn rows(lines: &[&[&str]]) -> Vec<Row> {
    let row = |(line, cells): (u64, &&[&str])| Row { line, cells: cells.iter().map(|c| (*c).to_owned()).collect() };
    (1..).zip(lines).map(row).collect()
}

fn campaign() -> (Vec<Row>, Mapping, Terms) {
    let rows = rows(&[
        &["id", "montant", "contrepartie", "quantité", "statut", "nom"],
        &["1", "20,00", "Coupons", "1", "payée", "Quelqu’un"],
        &["2", "45,00", "Coupons", "2", "payée", ""],
        &["3", "50,00", "", "", "payée", ""],
        &["4", "20,00", "Coupons", "1", "annulée", ""],
    ]);
    let mapping = campaign::guess(&rows);
    let terms = Terms {
        name: "La Ruche 2025".into(),
        reached: true,
        on: date(2025, 7, 1),
        place: None,
        gift_fund: FundId(2),
        matching: Some((FundId(2), 10_000)),
        fees: Some((FundId(2), 800)),
        rewards: [("Coupons".to_owned(), Reward::Offer(PACK))].into(),
    };
    (rows, mapping, terms)
}

fn bring_in(app: &App, (rows, mapping, terms): (Vec<Row>, Mapping, Terms), keep: bool) -> Result<Report, Error> {
    app.act_wait(P, move |cx| campaign::run(cx, Actor::System, &rows, &mapping, &terms, keep))
}

#[test]
fn a_campaign_comes_in_whole_or_not_at_all() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        stock(app, 8);
        let before = prove(app).head;
        // Three packs need twelve coupons: one order stands in the way, and nothing stays.
        let short = bring_in(app, campaign(), true).expect("looked at");
        assert!(!short.kept && short.bad() == 1, "{short:?}");
        assert!(matches!(&short.lines[1].verdict, Verdict::Bad(Refusal::ShortStock { .. })), "{}", ground.name);
        assert_eq!(prove(app).head, before, "nothing stays");
        let r: Vec<Request> = (0..2).map(|_| request(app)).collect();
        app.act_wait(P, move |cx| {
            batch::issue(cx, r[0], V, 10, 1)?;
            allotment::take_in(cx, r[1], set(3, 1, 10))
        })
        .expect("printed");
        let funds_before = statuses(app);
        let seen = bring_in(app, campaign(), false).expect("looked at");
        assert!(seen.is_good() && !seen.kept, "{seen:?}");
        let sums = seen.sums;
        // 20 + 45 + 50 received: 60 of packs, 55 given; 100 added at most; 8 kept by the platform.
        assert_eq!((sums.collected, sums.sold, sums.given), (11_500, 6_000, 5_500));
        assert_eq!((sums.matched, sums.fees, sums.net()), (10_000, 800, 20_700));
        let kept = bring_in(app, campaign(), true).expect("brought in");
        assert!(kept.kept, "{kept:?}");
        let funds = statuses(app);
        assert_eq!(funds[1].received_cents - funds_before[1].received_cents, 15_500, "gifts and what was added");
        assert_eq!(funds[1].operations_cents, 800);
        assert_eq!(funds[2].received_cents, 6_000);
        let orders = app.look_wait(P, |cx| offer::orders(cx, Actor::System)).expect("read");
        let told: Vec<_> = orders.iter().map(|o| (o.order.reference.as_str(), o.order.packs, o.order.state)).collect();
        assert_eq!(told, [("La Ruche 2025 · 2", 2, OrderState::Paid), ("La Ruche 2025 · 1", 1, OrderState::Paid)]);
        let head = prove(app).head;
        // The same file again does nothing twice.
        assert!(bring_in(app, campaign(), true).expect("again").kept);
        assert_eq!(prove(app).head, head);
    }
}

#[test]
fn a_campaign_below_its_goal_brings_nothing() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        stock(app, 20);
        let before = prove(app).head;
        let (rows, mapping, terms) = campaign();
        let missed = (rows, mapping, Terms { reached: false, ..terms });
        assert!(bring_in(app, missed.clone(), false).expect("looked at").is_good());
        assert_eq!(refused(bring_in(app, missed, true)), Refusal::CampaignNotReached);
        let (rows, mapping, terms) = campaign();
        let unsaid = (rows, mapping, Terms { rewards: [].into(), ..terms });
        let report = bring_in(app, unsaid, true).expect("looked at");
        assert!(!report.kept && matches!(&report.lines[0].verdict, Verdict::Bad(Refusal::UnknownOffer { .. })));
        assert_eq!(prove(app).head, before, "{}", ground.name);
    }
}
