//! Orders to be picked up: placed, paid, handed over. Each has a reference, and nobody's name.

use super::sale::{chosen, packs, what};
use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::Error;
use app::domain::ids::{OrderId, PlaceId};
use app::domain::offer::MOST_PACKS;
use app::domain::order::{Ending, OrderState, PlaceOrder, Source};
use app::domain::refusal::Refusal;
use app::offer;
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/orders", get(show).post(change))
}

/// An order, as whoever hands it over reads it.
struct Row {
    id: u32,
    what: String,
    reference: String,
    place: String,
    source: &'static str,
    state: &'static str,
    amount: String,
    /// Which coupons are in its envelope, once it is paid.
    coupons: String,
    receipt: Option<i64>,
}

/// Orders that are at the same point.
struct Group {
    state: &'static str,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "sale/orders.html")]
struct OrdersPage {
    s: Shell,
    groups: Vec<Group>,
    offers: Vec<(u32, String)>,
    places: Vec<(u32, String)>,
    /// This person places, pays and hands over.
    may_sell: bool,
    closed: bool,
    most: u32,
    find: String,
    form: OrderForm,
}

#[derive(Deserialize, Default, Clone)]
struct OrderForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    act: String,
    #[serde(default)]
    order: String,
    #[serde(default)]
    offer: String,
    #[serde(default)]
    packs: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    reference: String,
}

/// `?find=1042`: orders whose reference holds this.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(flatten)]
    done: Done,
    #[serde(default)]
    find: String,
}

async fn page(desk: &Desk, s: Shell, form: OrderForm, find: String) -> Response {
    let actor = desk.actor();
    let orders = match desk.app().look(desk.programme(), move |cx| offer::orders(cx, actor)).await {
        Ok(orders) => orders,
        Err(error) => return desk.failure(&error),
    };
    let wanted = find.trim().to_lowercase();
    let row = |o: &offer::Ordered| {
        let price = desk.book.offer(o.order.offer).map_or(0, |offer| offer.price.minor * i64::from(o.order.packs));
        Row {
            id: o.order.id.0,
            what: what(desk, o.order.offer, o.order.packs),
            reference: o.order.reference.clone(),
            place: o.order.place.map_or_else(String::new, |place| text::Names::place(&*desk.book, place)),
            source: o.order.source.key(),
            state: o.order.state.key(),
            amount: s.money(&price),
            coupons: o.sale.as_ref().map_or_else(String::new, |sale| s.coupons(&sale.coupons)),
            receipt: o.order.sale,
        }
    };
    // What waits for somebody comes first.
    let groups = [OrderState::Paid, OrderState::Placed, OrderState::PickedUp, OrderState::Cancelled]
        .into_iter()
        .map(|state| Group {
            state: state.key(),
            rows: orders
                .iter()
                .filter(|o| o.order.state == state && o.order.reference.to_lowercase().contains(&wanted))
                .map(row)
                .collect(),
        })
        .filter(|group| !group.rows.is_empty())
        .collect();
    render(&OrdersPage {
        groups,
        offers: form::choices(&desk.book.offers, |o| (o.id.0, o.name.clone())),
        places: form::places(&desk.book),
        may_sell: desk.may(Action::Sell),
        closed: desk.book.closed_at.is_some(),
        most: MOST_PACKS,
        find,
        s,
        form,
    })
}

async fn show(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let mut s = desk.shell("orders-title");
    s.done = asked.done.message(desk.lang());
    page(&desk, s, OrderForm::default(), asked.find).await
}

async fn change(desk: Desk, Form(form): Form<OrderForm>) -> Response {
    match apply(&desk, &form).await {
        Ok(message) => done(&format!("/p/{}/orders", desk.book.identity.key), message),
        Err(error) => {
            let mut s = desk.shell("orders-title");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form, String::new()).await)
        }
    }
}

async fn apply(desk: &Desk, form: &OrderForm) -> Result<&'static str, Error> {
    let request = form::request(desk, &form.id);
    let (app, programme) = (desk.app(), desk.programme());
    let order = || form::number(&form.order).map(OrderId).ok_or_else(|| Refusal::UnknownOrder { order: form.order.clone() });
    match form.act.as_str() {
        "pay" => {
            let order = order()?;
            app.act(programme, move |cx| offer::pay_order(cx, request, order)).await?;
            Ok("done-order-paid")
        }
        "pick_up" | "cancel" => {
            let how = if form.act == "pick_up" { Ending::PickedUp } else { Ending::Cancelled };
            let order = order()?;
            app.act(programme, move |cx| offer::end_order(cx, request, order, how)).await?;
            Ok(if how == Ending::PickedUp { "done-order-picked-up" } else { "done-order-cancelled" })
        }
        _ => {
            let order = PlaceOrder {
                offer: chosen(&form.offer)?,
                packs: packs(&form.packs)?,
                place: form::number(&form.place).map(PlaceId),
                reference: form.reference.trim().to_owned(),
                source: Source::Counter,
            };
            app.act(programme, move |cx| offer::place_order(cx, request, order.clone())).await?;
            Ok("done-ordered")
        }
    }
}
