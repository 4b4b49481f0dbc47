//! Stock: count in, allot, pass on, withdraw, replace, sell, pay back.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::domain::command::Placement;
use app::domain::ids::{BatchId, FundId, PartnerId};
use app::domain::refusal::Refusal;
use app::live_use::{self, PartUse};
use app::permit::Action;
use app::{Error, allotment, batch, handout, sale};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/stock", get(show).post(change))
}

#[derive(Template)]
#[template(path = "stock/stock.html")]
struct StockPage {
    s: Shell,
    partners: Vec<(u32, String)>,
    funds: Vec<(u32, String)>,
    batches: Vec<(u32, String)>,
    held: Vec<(String, PartUse)>,
    printed: u64,
    in_stock: u64,
    with_partners: u64,
    may_run: bool,
    /// The day the season was closed: only sold coupons still move.
    closed: Option<String>,
    may_sell: bool,
    /// The most paid back at once; nothing when the programme pays nothing back.
    refund_limit_cents: Option<i64>,
    /// The form that is open: the one just sent, else the next thing to do.
    open: &'static str,
    outs: [&'static str; 4],
    form: StockForm,
    empty: String,
}

#[derive(Deserialize, Default, Clone)]
struct StockForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    act: String,
    #[serde(default)]
    batch: String,
    #[serde(default)]
    numbers: String,
    #[serde(default)]
    partner: String,
    #[serde(default)]
    fund: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    paid: String,
    #[serde(default)]
    bonus_batch: String,
    #[serde(default)]
    bonus_numbers: String,
    #[serde(default)]
    with_batch: String,
    #[serde(default)]
    with_numbers: String,
}

async fn page(desk: &Desk, s: Shell, form: StockForm) -> Response {
    let actor = desk.actor();
    let found = desk.app().look(desk.programme(), move |cx| Ok((batch::list(cx, actor)?, live_use::live_use(cx, actor)?))).await;
    let (batches, use_now) = match found {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let count = |key: &str| use_now.by_state.get(key).map_or(0, |q| q.count);
    let held = desk
        .book
        .partners
        .iter()
        .map(|p| (p.name.clone(), use_now.by_partner.get(&p.id.0).copied().unwrap_or_default()))
        .collect();
    let batches = batches
        .iter()
        .rev()
        .map(|b| {
            let letter = desk.book.class(b.class).map_or('?', |c| c.letter);
            (b.id.0, format!("{} · {letter} · {}", b.id.0, s.n("count-coupons", &u64::from(b.count))))
        })
        .collect();
    render(&StockPage {
        partners: form::partners(&desk.book),
        funds: form::funds(&desk.book),
        batches,
        held,
        printed: count("printed"),
        in_stock: count("in_stock"),
        with_partners: count("with_partner"),
        may_run: desk.may(Action::RunSeason),
        closed: desk.book.closed_at.map(|at| s.date(&desk.book.day_of(at))),
        open: match form.act.as_str() {
            "" if count("printed") > 0 => "take_in",
            "" | "allot" => "allot",
            "take_in" => "take_in",
            "sell" => "sell",
            "refund" => "refund",
            "replace" => "replace",
            _ => "out",
        },
        outs: ["returned", "lost", "stolen", "void"],
        empty: String::new(),
        may_sell: desk.book.sales_fund().is_some() && desk.book.closed_at.is_none(),
        refund_limit_cents: Some(desk.book.rules.refund_limit_cents).filter(|c| *c > 0 && desk.book.sales_fund().is_some()),
        s,
        form,
    })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-stock");
    s.done = was.message(desk.lang());
    page(&desk, s, StockForm::default()).await
}

async fn change(desk: Desk, Form(form): Form<StockForm>) -> Response {
    match apply(&desk, &form).await {
        Ok(message) => done(&format!("/p/{}/stock", desk.book.identity.key), message),
        Err(error) => {
            let mut s = desk.shell("nav-stock");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form).await)
        }
    }
}

async fn apply(desk: &Desk, form: &StockForm) -> Result<&'static str, Error> {
    let batch = form::chosen(&form.batch, |batch| Refusal::UnknownBatch { batch })?;
    let booklet = desk.app().booklet_size(desk.programme(), BatchId(batch)).await?;
    let coupons = form::coupons(batch, &form.numbers, booklet)?;
    let request = form::request(desk, &form.id);
    let reason = form.reason.trim().to_owned();
    let (app, programme) = (desk.app(), desk.programme());
    let out = |to: Placement| {
        let (coupons, reason) = (coupons.clone(), reason.clone());
        app.act(programme, move |cx| allotment::withdraw(cx, request, coupons.clone(), to.clone(), &reason))
    };
    match form.act.as_str() {
        "take_in" => {
            app.act(programme, move |cx| allotment::take_in(cx, request, coupons.clone())).await?;
            Ok("done-taken-in")
        }
        "allot" => {
            let partner = form::chosen(&form.partner, |partner| Refusal::UnknownPartner { partner })?;
            let fund = form::number(&form.fund).map(FundId);
            app.act(programme, move |cx| allotment::allot(cx, request, coupons.clone(), PartnerId(partner), fund)).await?;
            Ok("done-allotted")
        }
        "void" => out(Placement::Void).await.map(|_| "done-withdrawn"),
        "lost" => out(Placement::Lost).await.map(|_| "done-withdrawn"),
        "stolen" => out(Placement::Stolen).await.map(|_| "done-withdrawn"),
        "returned" => out(Placement::Returned).await.map(|_| "done-withdrawn"),
        "sell" => {
            let paid = form::dollars(&form.paid)?;
            let mut ranges: Vec<_> = coupons.ranges().to_vec();
            if let Some(batch) = form::number(&form.bonus_batch)
                && !form.bonus_numbers.trim().is_empty()
            {
                let booklet = desk.app().booklet_size(desk.programme(), BatchId(batch)).await?;
                ranges.extend_from_slice(form::coupons(batch, &form.bonus_numbers, booklet)?.ranges());
            }
            let all: app::domain::coupon_set::CouponSet = ranges.into_iter().collect();
            app.act(programme, move |cx| sale::sell(cx, request, all.clone(), paid, &reason)).await?;
            Ok("done-sold")
        }
        "refund" => {
            app.act(programme, move |cx| sale::refund(cx, request, coupons.clone(), &reason)).await?;
            Ok("done-refunded")
        }
        "replace" => {
            let with = form::chosen(&form.with_batch, |batch| Refusal::UnknownBatch { batch })?;
            let booklet = desk.app().booklet_size(desk.programme(), BatchId(with)).await?;
            let with = form::coupons(with, &form.with_numbers, booklet)?;
            app.act(programme, move |cx| handout::replace(cx, request, None, coupons.clone(), with.clone(), &reason)).await?;
            Ok("done-replaced")
        }
        _ => Err(Refusal::Nothing.into()),
    }
}
