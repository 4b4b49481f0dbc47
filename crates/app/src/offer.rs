//! What the public buys: packs of an offer over a counter, orders picked up later, gifts to funds.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::command::Command;
use domain::coupon::State;
use domain::gift::Gift;
use domain::ids::{Actor, ClassId, OrderId};
use domain::offer::{Offer, Sale, SellOffer};
use domain::order::{Ending, Order, PlaceOrder};
use domain::programme::Book;
use domain::refusal::Refusal;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Where an offer stands.
#[derive(Clone, Debug)]
pub struct OfferStatus {
    /// The offer.
    pub offer: Offer,
    /// What a pack's coupons sold are worth, cents.
    pub sold_cents: i64,
    /// What a pack's bonus is worth, cents.
    pub bonus_cents: i64,
    /// Packs sold so far.
    pub packs_sold: u64,
    /// What the bonus may still cost, cents; nothing when there is none.
    pub bonus_left_cents: Option<i64>,
    /// How many packs the stock holds.
    pub packs_in_stock: u64,
}

/// Whoever sells sees what was sold, and so does whoever sees the whole programme.
fn may_see(book: &Book, actor: Actor) -> Result<(), Refusal> {
    ask(Some(book), actor, Action::Sell).or_else(|_| ask(Some(book), actor, Action::SeeAll))
}

/// Each offer, in the programme's order.
pub fn statuses(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<OfferStatus>, Error> {
    let book = cx.book()?;
    may_see(&book, actor)?;
    let sales = cx.tx.sales(cx.programme)?;
    let mut stock: BTreeMap<ClassId, u64> = BTreeMap::new();
    for row in cx.tx.state_counts(cx.programme)?.into_iter().filter(|row| row.state == State::InStock) {
        *stock.entry(row.class).or_default() += row.count;
    }
    let hold = |class, count: u32| stock.get(&class).copied().unwrap_or(0) / u64::from(count.max(1));
    Ok(book
        .offers
        .iter()
        .map(|offer| {
            let own = || sales.iter().filter(|sale| sale.offer == offer.id);
            let spent: i64 = own().map(|sale| sale.bonus_cents).sum();
            let bonus = offer.bonus.as_ref();
            let sold = hold(offer.class, offer.count);
            OfferStatus {
                sold_cents: offer.sold_cents(&book),
                bonus_cents: offer.bonus_cents(&book),
                packs_sold: own().map(|sale| u64::from(sale.packs)).sum(),
                bonus_left_cents: bonus.map(|b| (b.cap_cents - spent).max(0)),
                packs_in_stock: bonus.map_or(sold, |b| sold.min(hold(b.class, b.count))),
                offer: offer.clone(),
            }
        })
        .collect())
}

/// Sells packs. The answer says which coupons leave, and its number is the receipt's.
pub fn sell(cx: &mut Cx<'_, '_>, request: Request, sale: SellOffer) -> Result<Answer, Error> {
    cx.run(request, Command::SellOffer(sale))
}

/// Writes an order down.
pub fn place_order(cx: &mut Cx<'_, '_>, request: Request, order: PlaceOrder) -> Result<Answer, Error> {
    cx.run(request, Command::PlaceOrder(order))
}

/// An order is paid: its coupons are the buyer's, and wait for them.
pub fn pay_order(cx: &mut Cx<'_, '_>, request: Request, id: OrderId) -> Result<Answer, Error> {
    let order = cx.tx.order(cx.programme, id)?.ok_or(Refusal::UnknownOrder { order: id.to_string() })?;
    let sale = SellOffer {
        offer: order.offer,
        packs: order.packs,
        coupons: domain::coupon_set::CouponSet::default(),
        reference: order.reference,
        order: Some(id),
    };
    sell(cx, request, sale)
}

/// Ends an order: picked up, or given up before it was paid.
pub fn end_order(cx: &mut Cx<'_, '_>, request: Request, order: OrderId, how: Ending) -> Result<Answer, Error> {
    cx.run(request, Command::EndOrder { order, how })
}

/// Writes a gift down.
pub fn give(cx: &mut Cx<'_, '_>, request: Request, gift: Gift) -> Result<Answer, Error> {
    cx.run(request, Command::Give(gift))
}

/// An order, with its coupons once it is paid.
#[derive(Clone, Debug)]
pub struct Ordered {
    /// The order.
    pub order: Order,
    /// Its sale.
    pub sale: Option<Sale>,
}

/// Orders, newest first.
pub fn orders(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Ordered>, Error> {
    let book = cx.book()?;
    may_see(&book, actor)?;
    let mut sales: BTreeMap<i64, Sale> = cx.tx.sales(cx.programme)?.into_iter().map(|sale| (sale.seq, sale)).collect();
    let orders = cx.tx.orders(cx.programme)?.into_iter().rev();
    Ok(orders.map(|order| Ordered { sale: order.sale.and_then(|seq| sales.remove(&seq)), order }).collect())
}

/// Sales of packs, newest first.
pub fn sales(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Sale>, Error> {
    let book = cx.book()?;
    may_see(&book, actor)?;
    let mut sales = cx.tx.sales(cx.programme)?;
    sales.reverse();
    Ok(sales)
}

/// A sale and when it was recorded: what its receipt says.
pub fn receipt(cx: &mut Cx<'_, '_>, actor: Actor, seq: i64) -> Result<(Sale, Timestamp), Error> {
    let sale = sales(cx, actor)?.into_iter().find(|sale| sale.seq == seq).ok_or(Refusal::NotFound)?;
    let row = cx.tx.command(cx.programme, seq)?.ok_or(Refusal::NotFound)?;
    Ok((sale, row.recorded_at))
}

/// Gifts, newest first, each with the command that recorded it.
pub fn gifts(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<(i64, Gift)>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::ReceiveMoney).or_else(|_| ask(Some(&book), actor, Action::SeeAll))?;
    Ok(cx.tx.gifts(cx.programme)?.into_iter().rev().collect())
}
