//! Offers through the engine, in the world in memory: what the tests of the database do, in no time.

use crate::amount::{Amount, Bps, Unit};
use crate::command::{Command, Envelope, Outcome, Placement};
use crate::coupon::{Class, CouponRange, Funding, Medium};
use crate::coupon_set::CouponSet;
use crate::fund::Fund;
use crate::gift::Gift;
use crate::ids::{Actor, BatchId, ClassId, FundId, OfferId, OrderId, ProgrammeId};
use crate::ledger::{AccountId, AccountKind};
use crate::memory::Memory;
use crate::offer::{Bonus, Offer, SellOffer, Share};
use crate::order::{Ending, PlaceOrder, Source};
use crate::programme::{Entry, Identity, Rules, Season};
use crate::refusal::Refusal;
use jiff::Timestamp;
use jiff::civil::date;
use uuid::Uuid;

fn say(world: &mut Memory, command: Command) -> Outcome {
    let at: Timestamp = "2025-07-01T13:00:00Z".parse().expect("an instant");
    let id = Uuid::from_u128(u128::from(world.applied().unsigned_abs()) + 1);
    world.apply(&Envelope { id, actor: Actor::System, device: None, claimed_at: at, command }, at)
}

pub(crate) fn done(world: &mut Memory, command: Command) -> Outcome {
    let outcome = say(world, command);
    assert!(outcome.refusal().is_none(), "{outcome:?}");
    outcome
}

fn no(world: &mut Memory, command: Command) -> Refusal {
    say(world, command).refusal().expect("a refusal").clone()
}

pub(crate) fn class(letter: char, funding: Funding) -> Entry {
    Entry::Class(Class {
        id: ClassId(0),
        letter,
        name: letter.to_string(),
        face: Amount::cad(500),
        bonus: Bps(0),
        bonus_fund: None,
        funding,
        medium: Medium::Paper,
        starts_on: None,
        expires_on: None,
        places: Vec::new(),
        colour: "#2f6b3a".into(),
    })
}

pub(crate) fn fund(key: &str, is_sales: bool) -> Entry {
    Entry::Fund(Fund {
        id: FundId(0),
        key: key.into(),
        name: key.into(),
        funder: key.into(),
        is_sales,
        terms: crate::fund::Terms::default(),
    })
}

fn offer(key: &str, price: i64, count: u32) -> Offer {
    let (id, price, class) = (OfferId(0), Amount::cad(price), ClassId(2));
    Offer { id, key: key.into(), name: key.into(), price, class, count, bonus: None, shares: vec![] }
}

/// A programme that opened and knows nothing yet.
pub(crate) fn opened(rules: Rules) -> Memory {
    let mut world = Memory::default();
    let word = |text: &str| text.to_owned();
    let identity = Identity {
        id: ProgrammeId(1),
        key: word("essai"),
        name: word("Essai"),
        territory: word("Essai"),
        carrier: word("Table"),
        fiduciary: word("UPA"),
        time_zone: word("America/Toronto"),
        language: word("fr"),
        host: word("c.test"),
        territories: vec![],
        simulated: false,
        published_figures: false,
        conditions: String::new(),
        receipts: None,
    };
    let season = Season { starts_on: date(2025, 7, 1), ends_on: date(2025, 10, 13), last_claim_on: date(2025, 10, 31) };
    done(
        &mut world,
        Command::Open { identity: Box::new(identity), season, rules: Box::new(rules), units: vec![], bands: vec![] },
    );
    world
}

/// Two funds with 100 $ each, twenty coupons of each class in stock, a pack and a package.
fn world() -> Memory {
    let mut world = opened(Rules::default());
    let word = |text: &str| text.to_owned();
    let bonus = Bonus { class: ClassId(1), count: 2, fund: FundId(1), cap_cents: 3_000 };
    let pack = Offer { bonus: Some(bonus), ..offer("pack", 2_000, 4) };
    let shares = [1, 2].map(|fund| Share { fund: FundId(fund), parts: 25 }).to_vec();
    let package = Offer { shares, ..offer("package", 4_001, 4) };
    let entries = vec![
        fund("a", false),
        fund("b", false),
        fund("sales", true),
        class('A', Funding::Granted),
        class('V', Funding::Sold),
        Entry::Offer(pack),
        Entry::Offer(package),
    ];
    done(&mut world, Command::Enroll { entries });
    for id in [1, 2] {
        let (fund, amount, reference) = (FundId(id), Amount::cad(10_000), word("virement"));
        done(&mut world, Command::ReceiveMoney { fund, amount, reference, on: date(2025, 6, 1) });
        let (class, codes_digest) = (ClassId(u8::try_from(id).expect("small")), word("x"));
        done(&mut world, Command::IssueBatch { class, count: 20, booklet: 1, codes_digest });
        let coupons: CouponSet = CouponRange::new(BatchId(id), 1, 20).expect("a range").into();
        done(&mut world, Command::Move { coupons, to: Placement::Stock, reason: String::new() });
    }
    world
}

fn sale(offer: u32, packs: u32) -> SellOffer {
    SellOffer { offer: OfferId(offer), packs, coupons: CouponSet::default(), reference: "reçu".into(), order: None }
}

fn balance(world: &Memory, kind: AccountKind, fund: u32) -> i64 {
    world.accounts.get(&AccountId::of_fund(kind, FundId(fund), Unit::CAD)).map_or(0, |b| b.of(kind))
}

#[test]
fn packs_are_sold_within_the_cap_and_the_stock() {
    let mut world = world();
    let Outcome::Moved { count, amount, .. } = done(&mut world, Command::SellOffer(sale(1, 2))) else { panic!("moved") };
    assert_eq!((count, amount), (12, Amount::cad(4_000)));
    assert_eq!(balance(&world, AccountKind::SoldOutstanding, 3), 4_000);
    assert_eq!(balance(&world, AccountKind::Committed, 1), 2_000);
    assert_eq!(no(&mut world, Command::SellOffer(sale(1, 2))), Refusal::OverOfferCap { available: 1_000, asked: 2_000 });
    done(&mut world, Command::SellOffer(sale(1, 1)));
    let short = Refusal::ShortStock { letter: 'V', available: 8, asked: 12 };
    assert_eq!(no(&mut world, Command::SellOffer(sale(2, 3))), short);
    let named = SellOffer { coupons: CouponRange::new(BatchId(2), 13, 15).expect("a range").into(), ..sale(2, 1) };
    assert_eq!(no(&mut world, Command::SellOffer(named)), Refusal::WrongPack { letter: 'V', found: 3, asked: 4 });
    assert_eq!(no(&mut world, Command::SellOffer(sale(1, 0))), Refusal::Nothing);
    assert!(matches!(no(&mut world, Command::SellOffer(sale(9, 1))), Refusal::UnknownOffer { .. }));
}

#[test]
fn a_package_is_shared_to_the_cent() {
    let mut world = world();
    done(&mut world, Command::SellOffer(sale(2, 2)));
    // 80,02 $: 40 $ of coupons; of each 20,01 $ left, the first fund has the odd cent.
    assert_eq!(balance(&world, AccountKind::SoldOutstanding, 3), 4_000);
    let given = [1, 2].map(|fund| balance(&world, AccountKind::Fund, fund) - 10_000);
    assert_eq!(given, [2_002, 2_000]);
}

#[test]
fn an_order_is_paid_before_it_is_picked_up() {
    let mut world = world();
    let order = PlaceOrder { offer: OfferId(1), packs: 1, place: None, reference: "bleu 7".into(), source: Source::Counter };
    assert_eq!(done(&mut world, Command::PlaceOrder(order.clone())), Outcome::Ordered { order: OrderId(1) });
    assert_eq!(no(&mut world, Command::PlaceOrder(order)), Refusal::ReferenceTaken { reference: "bleu 7".into() });
    let end = |how| Command::EndOrder { order: OrderId(1), how };
    assert_eq!(no(&mut world, end(Ending::PickedUp)), Refusal::OrderElsewhere { state: "placed".into() });
    let pay = Command::SellOffer(SellOffer { order: Some(OrderId(1)), ..sale(1, 1) });
    done(&mut world, pay.clone());
    assert_eq!(no(&mut world, pay), Refusal::OrderElsewhere { state: "paid".into() });
    assert_eq!(no(&mut world, end(Ending::Cancelled)), Refusal::OrderElsewhere { state: "paid".into() });
    done(&mut world, end(Ending::PickedUp));
}

#[test]
fn a_gift_never_goes_where_buyers_money_is() {
    let mut world = world();
    let gift = |fund| {
        Command::Give(Gift { fund: FundId(fund), amount: Amount::cad(2_500), reference: "chèque".into(), on: date(2025, 7, 1) })
    };
    done(&mut world, gift(2));
    assert_eq!(balance(&world, AccountKind::Fund, 2), 12_500);
    assert!(matches!(no(&mut world, gift(3)), Refusal::UnknownFund { .. }));
}

#[test]
fn an_offer_that_does_not_add_up_is_not_registered() {
    let mut world = world();
    let enroll = |offer: Offer| Command::Enroll { entries: vec![Entry::Offer(offer)] };
    assert_eq!(no(&mut world, enroll(offer("dear", 2_500, 4))), Refusal::UnevenOffer { price: 2_500, worth: 2_000 });
    assert_eq!(no(&mut world, enroll(offer("cheap", 1_500, 4))), Refusal::UnevenOffer { price: 1_500, worth: 2_000 });
    assert!(matches!(no(&mut world, enroll(Offer { class: ClassId(1), ..offer("given", 2_000, 4) })), Refusal::BadRule { .. }));
    assert!(matches!(no(&mut world, enroll(offer("pack", 2_000, 4))), Refusal::KeyTaken { .. }));
}
