//! The counter: what the territory offers, how many packs, which reference, and a receipt. The price, the coupons and
//! the bonus are never typed.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::domain::amount::Amount;
use app::domain::coupon_set::CouponSet;
use app::domain::gift::Gift;
use app::domain::ids::{FundId, OfferId};
use app::domain::offer::{MOST_PACKS, Sale, SellOffer};
use app::domain::refusal::Refusal;
use app::offer::{self, OfferStatus};
use app::permit::Action;
use app::{Error, coupon_numbers};
use askama::Template;
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use jiff::Timestamp;
use serde::Deserialize;
use std::sync::Arc;
use text::Conditions;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/sale", get(show).post(change)).route("/p/{programme}/sale/receipt", get(receipt))
}

/// How many of the last sales and gifts are shown.
const SHOWN: usize = 20;

/// A sale in a list.
struct Sold {
    seq: i64,
    what: String,
    reference: String,
    amount: String,
}

/// A gift in a list.
struct Given {
    on: String,
    fund: String,
    reference: String,
    amount: String,
}

#[derive(Template)]
#[template(path = "sale/sale.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is asked by the template")]
struct SalePage {
    s: Shell,
    offers: Vec<OfferCard>,
    sales: Vec<Sold>,
    gifts: Vec<Given>,
    funds: Vec<(u32, String)>,
    may_receive: bool,
    may_sell: bool,
    may_import: bool,
    closed: bool,
    most: u32,
    form: SaleForm,
}

/// An offer, as a seller reads it.
struct OfferCard {
    id: u32,
    name: String,
    price: String,
    /// What it holds, a line each.
    holds: Vec<String>,
    /// What stands between the offer and the next sale, or what is left.
    facts: Vec<String>,
    can_sell: bool,
}

#[derive(Deserialize, Default, Clone)]
struct SaleForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    act: String,
    #[serde(default)]
    offer: String,
    #[serde(default)]
    packs: String,
    #[serde(default)]
    reference: String,
    #[serde(default)]
    coupons: String,
    #[serde(default)]
    fund: String,
    #[serde(default)]
    amount: String,
    #[serde(default)]
    on: String,
}

/// What a pack holds, and where the rest of its price goes.
pub(super) fn holds(desk: &Desk, s: &Shell, status: &OfferStatus) -> Vec<String> {
    let offer = &status.offer;
    let class = |id| desk.book.class(id).map_or_else(String::new, |c| format!("{} {}", c.name, c.letter));
    let mut lines = vec![text::tr(
        s.lang,
        "sale-holds-sold",
        &[
            ("count", u64::from(offer.count).into()),
            ("class", class(offer.class).into()),
            ("amount", s.money(&status.sold_cents).into()),
        ],
    )];
    if let Some(bonus) = &offer.bonus {
        lines.push(text::tr(
            s.lang,
            "sale-holds-bonus",
            &[
                ("count", u64::from(bonus.count).into()),
                ("class", class(bonus.class).into()),
                ("amount", s.money(&status.bonus_cents).into()),
                ("fund", text::Names::fund(&*desk.book, bonus.fund).into()),
            ],
        ));
    }
    for (fund, cents) in offer.shared(status.sold_cents) {
        lines.push(s.ww("sale-holds-share", "amount", s.money(&cents), "fund", text::Names::fund(&*desk.book, fund)));
    }
    lines
}

fn card(desk: &Desk, s: &Shell, status: &OfferStatus) -> OfferCard {
    let mut facts = vec![s.n("sale-in-stock", &status.packs_in_stock), s.n("sale-sold-so-far", &status.packs_sold)];
    if let Some(left) = status.bonus_left_cents {
        facts.push(s.w("sale-bonus-left", "amount", s.money(&left)));
    }
    let has_bonus = status.bonus_left_cents.is_none_or(|left| left >= status.bonus_cents);
    OfferCard {
        id: status.offer.id.0,
        name: status.offer.name.clone(),
        price: s.money(&status.offer.price.minor),
        holds: holds(desk, s, status),
        facts,
        can_sell: status.packs_in_stock > 0 && has_bonus && desk.book.closed_at.is_none(),
    }
}

/// « 2 × 20 $ donnent 30 $ ».
pub(super) fn what(desk: &Desk, offer: OfferId, packs: u32) -> String {
    let name = desk.book.offer(offer).map_or_else(|| offer.to_string(), |o| o.name.clone());
    format!("{packs} × {name}")
}

async fn page(desk: &Desk, s: Shell, mut form: SaleForm) -> Response {
    let (actor, may_receive) = (desk.actor(), desk.may(Action::ReceiveMoney));
    let sees_gifts = may_receive || desk.may(Action::SeeAll);
    let found = desk
        .app()
        .look(desk.programme(), move |cx| {
            let gifts = if sees_gifts { offer::gifts(cx, actor)? } else { Vec::new() };
            Ok((offer::statuses(cx, actor)?, offer::sales(cx, actor)?, gifts))
        })
        .await;
    let (statuses, sales, gifts) = match found {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    if form.on.is_empty() {
        form.on = desk.book.day_of(desk.app().now()).to_string();
    }
    if form.packs.is_empty() {
        "1".clone_into(&mut form.packs);
    }
    render(&SalePage {
        offers: statuses.iter().map(|status| card(desk, &s, status)).collect(),
        sales: sales
            .iter()
            .take(SHOWN)
            .map(|sale| Sold {
                seq: sale.seq,
                what: what(desk, sale.offer, sale.packs),
                reference: sale.reference.clone(),
                amount: s.money(&sale.paid_cents),
            })
            .collect(),
        gifts: gifts
            .into_iter()
            .take(SHOWN)
            .map(|(_, gift)| Given {
                on: s.date(&gift.on),
                fund: text::Names::fund(&*desk.book, gift.fund),
                amount: s.money(&gift.amount.minor),
                reference: gift.reference,
            })
            .collect(),
        funds: form::funds(&desk.book),
        may_receive,
        may_sell: desk.may(Action::Sell),
        may_import: may_receive && desk.may(Action::Sell),
        closed: desk.book.closed_at.is_some(),
        most: MOST_PACKS,
        s,
        form,
    })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-sale");
    s.done = was.message(desk.lang());
    page(&desk, s, SaleForm::default()).await
}

async fn change(desk: Desk, Form(form): Form<SaleForm>) -> Response {
    let base = format!("/p/{}/sale", desk.book.identity.key);
    let answer = if form.act == "give" {
        give(&desk, &form).await.map(|()| done(&base, "done-given"))
    } else {
        sell(&desk, &form)
            .await
            .map(|seq| Redirect::to(&format!("{base}/receipt?number={seq}&done=done-packs-sold")).into_response())
    };
    match answer {
        Ok(response) => response,
        Err(error) => {
            let mut s = desk.shell("nav-sale");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form).await)
        }
    }
}

/// A number of packs, as typed.
pub(super) fn packs(text: &str) -> Result<u32, Refusal> {
    form::number(text).ok_or_else(|| Refusal::NotANumber { written: text.trim().to_owned() })
}

/// An offer, as chosen.
pub(super) fn chosen(text: &str) -> Result<OfferId, Refusal> {
    form::number(text).map(OfferId).ok_or_else(|| Refusal::UnknownOffer { offer: text.to_owned() })
}

async fn sell(desk: &Desk, form: &SaleForm) -> Result<i64, Error> {
    let (offer, packs) = (chosen(&form.offer)?, packs(&form.packs)?);
    let request = form::request(desk, &form.id);
    let (reference, numbers) = (form.reference.trim().to_owned(), form.coupons.trim().to_owned());
    let answer = desk
        .app()
        .act(desk.programme(), move |cx| {
            // None typed: the stock's lowest numbers.
            let coupons = if numbers.is_empty() { CouponSet::default() } else { coupon_numbers::read(cx, &numbers, &[])? };
            offer::sell(cx, request, SellOffer { offer, packs, coupons, reference: reference.clone(), order: None })
        })
        .await?;
    Ok(answer.seq)
}

async fn give(desk: &Desk, form: &SaleForm) -> Result<(), Error> {
    let fund = form::chosen(&form.fund, |fund| Refusal::UnknownFund { fund }).map(FundId)?;
    let amount: Amount = form::dollars(&form.amount)?;
    let gift = Gift { fund, amount, reference: form.reference.trim().to_owned(), on: form::day(&form.on)? };
    let request = form::request(desk, &form.id);
    desk.app().act(desk.programme(), move |cx| offer::give(cx, request, gift.clone())).await.map(drop)
}

#[derive(Template)]
#[template(path = "sale/receipt.html")]
struct ReceiptPage {
    s: Shell,
    number: i64,
    when: String,
    name: String,
    packs: u64,
    carrier: String,
    reference: String,
    paid: String,
    lines: Vec<(String, String)>,
    coupons: String,
    sponsorship: bool,
    /// Conditions of each class, under its name.
    conditions: Vec<(String, Vec<String>)>,
}

/// `?number=12`: the receipt of a sale.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(flatten)]
    done: Done,
    #[serde(default)]
    number: String,
}

async fn receipt(desk: Desk, Query(asked): Query<Asked>) -> Response {
    if !desk.may(Action::Sell) && !desk.may(Action::SeeAll) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let (was, actor) = (asked.done, desk.actor());
    let Ok(number) = asked.number.trim().parse::<i64>() else {
        return Redirect::to(&format!("/p/{}/sale", desk.book.identity.key)).into_response();
    };
    let found = desk.app().look(desk.programme(), move |cx| offer::receipt(cx, actor, number)).await;
    let (sale, at) = match found {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let mut s = desk.shell("sale-receipt");
    s.done = was.message(desk.lang());
    written(&desk, s, sale, at)
}

fn written(desk: &Desk, s: Shell, sale: Sale, at: Timestamp) -> Response {
    let Some(offer) = desk.book.offer(sale.offer) else { return desk.failure(&Refusal::NotFound.into()) };
    let times = i64::from(sale.packs);
    let mut lines = vec![(s.t("sale-line-sold"), s.money(&sale.sold_cents))];
    if sale.bonus_cents > 0 {
        lines.push((s.t("sale-line-bonus"), s.money(&sale.bonus_cents)));
    }
    for (fund, cents) in offer.shared(offer.sold_cents(&desk.book)) {
        let fund = text::Names::fund(&*desk.book, fund);
        lines.push((s.w("sale-line-share", "fund", fund), s.money(&(cents * times))));
    }
    let classes = [Some(offer.class), offer.bonus.as_ref().map(|b| b.class)];
    let identity = &desk.book.identity;
    let conditions = classes
        .into_iter()
        .flatten()
        .filter_map(|id| desk.book.class(id))
        .map(|class| {
            let lines = if identity.conditions.is_empty() {
                text::conditions(s.lang, &Conditions::of(class, &desk.book.rules, identity.host.clone()))
            } else {
                vec![text::validity(s.lang, class.funding, class.starts_on, class.expires_on), identity.conditions.clone()]
            };
            (format!("{} {}", class.name, class.letter), lines)
        })
        .collect();
    render(&ReceiptPage {
        number: sale.seq,
        when: s.at(&at),
        name: offer.name.clone(),
        packs: u64::from(sale.packs),
        carrier: identity.carrier.clone(),
        reference: sale.reference,
        paid: s.money(&sale.paid_cents),
        lines,
        coupons: s.coupons(&sale.coupons),
        sponsorship: offer.is_sponsorship(),
        conditions,
        s,
    })
}
