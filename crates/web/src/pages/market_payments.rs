//! What a market was paid for its merchants: it hands each their share and says so.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Desk};
use crate::work::File;
use app::domain::ids::{PaymentId, PlaceId};
use app::domain::settlement::PaymentState;
use app::market_payments::{self, Share};
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;
use text::Names;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/p/{programme}/market/{place}/payments", get(show).post(hand_over))
        .route("/p/{programme}/market/{place}/payments.pdf", get(list))
}

struct Row {
    id: u32,
    name: String,
    amount: String,
    /// Its payment and the day of its run.
    of: String,
    /// When it was handed over, and what the merchant says of it.
    since: String,
}

#[derive(Template)]
#[template(path = "market/payments.html")]
struct PaymentsPage {
    s: Shell,
    place: u32,
    /// Who takes the money.
    payee: String,
    to_hand: Vec<Row>,
    to_hand_total: String,
    coming: Vec<Row>,
    handed: Vec<Row>,
    may_run: bool,
}

impl PaymentsPage {
    /// Whose table.
    fn of(&self) -> String {
        format!("?of={}", self.place)
    }
}

fn row(desk: &Desk, s: &Shell, share: &Share) -> Row {
    let p = &share.payment;
    let day = |at| s.date(&desk.book.day_of(at));
    Row {
        id: p.id.0,
        name: Names::vendor(&*desk.book, p.vendor),
        amount: s.amount(&p.amount().minor, &p.unit),
        of: format!("{} · {}", s.w("settlement-payment", "payment", p.id.0.to_string()), s.date(&share.prepared_on)),
        since: match (p.confirmed_at, p.acknowledged_at) {
            (_, Some(at)) => s.w("share-acknowledged", "on", day(at)),
            (Some(at), None) => s.w("share-handed", "on", day(at)),
            (None, None) => String::new(),
        },
    }
}

async fn page(desk: &Desk, mut s: Shell, place: PlaceId) -> Response {
    let actor = desk.actor();
    let shares = match desk.app().look(desk.programme(), move |cx| market_payments::shares(cx, actor, place)).await {
        Ok(shares) => shares,
        Err(error) => return desk.failure(&error),
    };
    s.title = s.w("share-title", "place", Names::place(&*desk.book, place));
    let of = |state: PaymentState| shares.iter().filter(move |share| share.payment.state == state);
    let rows = |state| of(state).map(|share| row(desk, &s, share)).collect::<Vec<_>>();
    let held = of(PaymentState::AtMarket).map(|share| share.payment.amount().minor).sum();
    let (to_hand, coming, handed) = (rows(PaymentState::AtMarket), rows(PaymentState::Sent), rows(PaymentState::Confirmed));
    render(&PaymentsPage {
        place: place.0,
        payee: desk.book.payee_of(place).map_or_else(String::new, |market| Names::vendor(&*desk.book, market)),
        to_hand,
        to_hand_total: s.money(&held),
        coming,
        handed,
        may_run: desk.may(Action::RunMarket(place)),
        s,
    })
}

async fn show(desk: Desk, At((_, place)): At<(String, u32)>, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-market");
    s.done = was.message(desk.lang());
    page(&desk, s, PlaceId(place)).await
}

async fn hand_over(desk: Desk, At((_, place)): At<(String, u32)>, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let place = PlaceId(place);
    let id = fields.iter().find(|(name, _)| name == "id").map(|(_, value)| value.clone()).unwrap_or_default();
    let request = form::request(&desk, &id);
    let chosen = fields.iter().filter(|(name, _)| name == "share").filter_map(|(_, value)| form::number(value));
    let chosen: Vec<PaymentId> = chosen.map(PaymentId).collect();
    let act = move |cx: &mut app::Cx<'_, '_>| market_payments::hand_all_over(cx, request, place, &chosen);
    match desk.app().act(desk.programme(), act).await {
        Ok(_) => done(&format!("/p/{}/market/{}/payments", desk.book.identity.key, place.0), "done-handed-over"),
        Err(error) => {
            let mut s = desk.shell("nav-market");
            let status = s.say_no(&error, &*desk.book, &id);
            status.with(page(&desk, s, place).await)
        }
    }
}

async fn list(desk: Desk, At((_, place)): At<(String, u32)>) -> Response {
    let (actor, lang) = (desk.actor(), desk.lang());
    let made = desk.app().look(desk.programme(), move |cx| market_payments::list(cx, actor, PlaceId(place), lang)).await;
    match made {
        Ok(bytes) => File { name: format!("parts-{place}.pdf"), kind: "application/pdf", bytes }.answer(),
        Err(error) => desk.failure(&error),
    }
}
