//! Orders of packs, picked up later: placed at a counter or in a campaign, paid (which is the sale: the coupons
//! are the buyer's from then on), then handed over. Nobody's name is here: an order has a reference.

use crate::command::Outcome;
use crate::ids::{OfferId, OrderId, PlaceId};
use crate::offer::{check_packs, check_reference};
use crate::refusal::Refusal;
use crate::world::{Step, World};
use serde::{Deserialize, Serialize};

/// Where an order comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Somebody wrote it down.
    #[default]
    Counter,
    /// A crowdfunding campaign.
    Campaign,
}

/// How far an order is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// Nothing is paid yet.
    Placed,
    /// Paid: its coupons wait for the buyer.
    Paid,
    /// Picked up.
    PickedUp,
    /// Given up before it was paid.
    Cancelled,
}

impl OrderState {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Placed, Self::Paid, Self::PickedUp, Self::Cancelled];

    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Paid => "paid",
            Self::PickedUp => "picked_up",
            Self::Cancelled => "cancelled",
        }
    }

    /// From the stable name.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

impl Source {
    /// The stable name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Campaign => "campaign",
        }
    }

    /// From the stable name.
    pub fn parse(key: &str) -> Option<Self> {
        [Self::Counter, Self::Campaign].into_iter().find(|source| source.key() == key)
    }
}

/// How an order ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// The buyer has the coupons.
    PickedUp,
    /// It was not paid, and will not be.
    Cancelled,
}

/// A new order.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PlaceOrder {
    /// Of what.
    pub offer: OfferId,
    /// How many packs.
    pub packs: u32,
    /// Where it will be picked up; nowhere named: where it was placed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    /// What finds it again: a number, a word chosen by the buyer. Used once in a programme.
    pub reference: String,
    /// Where it comes from.
    #[serde(default)]
    pub source: Source,
}

/// An order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Order {
    /// Given out by the programme.
    pub id: OrderId,
    /// Of what.
    pub offer: OfferId,
    /// How many packs.
    pub packs: u32,
    /// Where it will be picked up.
    pub place: Option<PlaceId>,
    /// What finds it again.
    pub reference: String,
    /// Where it comes from.
    pub source: Source,
    /// How far it is.
    pub state: OrderState,
    /// The command that recorded it.
    pub placed: i64,
    /// The sale that paid for it.
    pub sale: Option<i64>,
}

/// Applies a new order.
pub(crate) fn place<W: World>(world: &mut W, request: &PlaceOrder) -> Step<Outcome, W> {
    let book = world.book();
    if book.closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    book.offer(request.offer).ok_or(Refusal::UnknownOffer { offer: request.offer.to_string() })?;
    if let Some(place) = request.place.filter(|place| book.place(*place).is_none()) {
        return Err(Refusal::UnknownPlace { place: place.to_string() }.into());
    }
    check_packs(request.packs)?;
    check_reference(&request.reference)?;
    let reference = request.reference.trim().to_owned();
    if world.order_named(&reference)?.is_some() {
        return Err(Refusal::ReferenceTaken { reference }.into());
    }
    let id = OrderId(world.order_count()? + 1);
    let order = Order {
        id,
        offer: request.offer,
        packs: request.packs,
        place: request.place,
        reference,
        source: request.source,
        state: OrderState::Placed,
        placed: world.seq(),
        sale: None,
    };
    world.record_order(&order)?;
    Ok(Outcome::Ordered { order: id })
}

/// Applies the end of an order.
pub(crate) fn end<W: World>(world: &mut W, id: OrderId, how: Ending) -> Step<Outcome, W> {
    let (from, to) = match how {
        // A closed season keeps nobody's coupons: what was paid for can always be picked up.
        Ending::PickedUp => (OrderState::Paid, OrderState::PickedUp),
        Ending::Cancelled => (OrderState::Placed, OrderState::Cancelled),
    };
    let mut order = expect(world, id, from)?;
    order.state = to;
    world.update_order(&order)?;
    Ok(Outcome::Done)
}

/// An order that must be this far.
pub(crate) fn expect<W: World>(world: &mut W, id: OrderId, state: OrderState) -> Step<Order, W> {
    let order = world.order(id)?.ok_or(Refusal::UnknownOrder { order: id.to_string() })?;
    if order.state != state {
        return Err(Refusal::OrderElsewhere { state: order.state.key().to_owned() }.into());
    }
    Ok(order)
}
