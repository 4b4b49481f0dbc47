//! Funds at a glance, money received, operating expenses.

use crate::Web;
use crate::chart;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::todo::{Todo, links};
use crate::visit::Desk;
use app::Error;
use app::domain::delay::Delay;
use app::domain::fund::Expense;
use app::domain::ids::FundId;
use app::domain::refusal::Refusal;
use app::domain::settlement::{Payment, PaymentState, Run};
use app::fund::{self, FundStatus};
use app::permit::Action;
use app::{payment_delay, settlement, todo};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/funds", get(show).post(change))
}

struct Row {
    status: FundStatus,
    /// The figure that matters most: what may still be promised, or what was sold and not used.
    main: String,
    main_of: &'static str,
    /// As lists are limited to this fund.
    limit: String,
    promised_cents: i64,
    bar: String,
}

impl Row {
    /// What came from other funds or left for good, cents.
    fn moved(&self) -> [(&'static str, i64); 3] {
        let status = &self.status;
        [("moved_in", status.moved_in_cents), ("moved_out", status.moved_out_cents), ("given_back", status.given_back_cents)]
    }
}

/// A payment that came back, and that nothing has replaced yet.
struct Back {
    run: u32,
    vendor: u32,
    name: String,
    amount: String,
    reason: String,
}

/// How merchants are paid: for who answers for the money.
struct Paying {
    todo: Vec<Todo>,
    season: Option<Delay>,
    waiting: u64,
    late: u64,
    back: Vec<Back>,
}

/// An operating expense, in words.
struct Spent {
    on: String,
    fund: String,
    what: String,
    reference: String,
    amount: String,
}

#[derive(Template)]
#[template(path = "fund/funds.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is asked by the template")]
struct FundsPage {
    s: Shell,
    rows: Vec<Row>,
    funds: Vec<(u32, String)>,
    expenses: Vec<Spent>,
    paying: Option<Paying>,
    target: u64,
    may_receive: bool,
    may_spend: bool,
    may_books: bool,
    sees_moves: bool,
    form: MoneyForm,
}

#[derive(Deserialize, Default, Clone)]
struct MoneyForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    act: String,
    #[serde(default)]
    fund: String,
    #[serde(default)]
    amount: String,
    #[serde(default)]
    reference: String,
    #[serde(default)]
    what: String,
    #[serde(default)]
    on: String,
}

fn row(s: &Shell, status: FundStatus) -> Row {
    let promised_cents = status.committed_cents + status.sold_outstanding_cents;
    let main = if status.fund.is_sales { status.sold_outstanding_cents } else { status.available_cents };
    let parts =
        [("k1", status.spent_cents), ("k2", promised_cents), ("k3", status.contingency_cents), ("k4", status.operations_cents)];
    let main_of = if status.fund.is_sales { "sold_left" } else { "left" };
    let limit = format!("&fund={}", status.fund.id.0);
    Row { main: s.money(&main), main_of, limit, promised_cents, bar: chart::parts(&parts, status.received_cents), status }
}

/// Payments that came back and have no other after them, of the same merchant in the same unit.
fn came_back(desk: &Desk, s: &Shell, runs: &[(Run, Vec<Payment>)]) -> Vec<Back> {
    let all = || runs.iter().flat_map(|(_, payments)| payments);
    let is_replaced = |p: &Payment| {
        all().any(|o| o.id > p.id && o.vendor == p.vendor && o.unit == p.unit && o.state != PaymentState::Cancelled)
    };
    all()
        .filter(|p| p.state == PaymentState::Returned && !is_replaced(p))
        .map(|p| Back {
            run: p.run.0,
            vendor: p.vendor.0,
            name: text::Names::vendor(&*desk.book, p.vendor),
            amount: s.amount(&p.amount().minor, &p.unit),
            reason: p.reference.clone(),
        })
        .collect()
}

async fn paying(desk: &Desk, s: &Shell) -> Result<Option<Paying>, Error> {
    if !desk.may(Action::SeePayments) {
        return Ok(None);
    }
    let actor = desk.actor();
    let found = desk.app().look(desk.programme(), move |cx| {
        Ok((todo::todo(cx, actor)?, payment_delay::delays(cx, actor)?, settlement::list(cx, actor)?))
    });
    let (mut tasks, delays, runs) = found.await?;
    tasks.retain(|(task, _)| task.is_money());
    let back = came_back(desk, s, &runs);
    Ok(Some(Paying { todo: links(s, &tasks), season: delays.season, waiting: delays.waiting, late: delays.late, back }))
}

async fn page(desk: &Desk, s: Shell, mut form: MoneyForm) -> Response {
    let actor = desk.actor();
    let found = desk.app().look(desk.programme(), move |cx| Ok((fund::statuses(cx, actor)?, fund::expenses(cx, actor)?))).await;
    let (rows, expenses) = match found {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let paying = match paying(desk, &s).await {
        Ok(paying) => paying,
        Err(error) => return desk.failure(&error),
    };
    let expenses = expenses
        .into_iter()
        .map(|e| Spent {
            on: s.date(&e.on),
            fund: desk.book.fund(e.fund).map_or_else(String::new, |f| f.name.clone()),
            amount: s.money(&e.amount.minor),
            what: e.what,
            reference: e.reference,
        })
        .collect();
    let rows = rows.into_iter().map(|status| row(&s, status)).collect();
    if form.on.is_empty() {
        form.on = desk.book.day_of(desk.app().now()).to_string();
    }
    let funds = form::funds(&desk.book);
    render(&FundsPage {
        s,
        rows,
        funds,
        expenses,
        paying,
        target: u64::from(desk.book.rules.payment_target_days),
        may_receive: desk.may(Action::ReceiveMoney),
        may_spend: desk.may(Action::Pay),
        may_books: desk.may(Action::SeeProof),
        sees_moves: desk.may(Action::SeeAll),
        form,
    })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-funds");
    s.done = was.message(desk.lang());
    page(&desk, s, MoneyForm::default()).await
}

async fn change(desk: Desk, Form(form): Form<MoneyForm>) -> Response {
    match apply(&desk, &form).await {
        Ok(message) => done(&format!("/p/{}/funds", desk.book.identity.key), message),
        Err(error) => {
            let mut s = desk.shell("nav-funds");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form).await)
        }
    }
}

async fn apply(desk: &Desk, form: &MoneyForm) -> Result<&'static str, Error> {
    let fund = form::chosen(&form.fund, |fund| Refusal::UnknownFund { fund }).map(FundId)?;
    let amount = form::dollars(&form.amount)?;
    let request = form::request(desk, &form.id);
    let (app, programme) = (desk.app(), desk.programme());
    if form.act == "set_aside" {
        app.act(programme, move |cx| fund::set_aside(cx, request, fund, amount)).await?;
        return Ok("done-set-aside");
    }
    if form.act == "spend" {
        let (what, reference) = (form.what.trim().to_owned(), form.reference.trim().to_owned());
        let expense = Expense { fund, amount, what, reference, on: form::day(&form.on)? };
        app.act(programme, move |cx| fund::spend_on_operations(cx, request, expense.clone())).await?;
        return Ok("done-spent");
    }
    let (on, reference) = (form::day(&form.on)?, form.reference.trim().to_owned());
    app.act(programme, move |cx| fund::receive(cx, request, fund, amount, &reference, on)).await?;
    Ok("done-received")
}
