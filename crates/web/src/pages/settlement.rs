//! Settlement: what is owed, runs, approvals, payments, and their papers.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Desk};
use crate::work::{File, Product};
use app::domain::amount::Amount;
use app::domain::delay::Delay;
use app::domain::ids::{Actor, PaymentId, RunId};
use app::domain::payment_route::{as_the_bank_sees, of_one_sum};
use app::domain::programme::PaymentMethod;
use app::domain::refusal::Refusal;
use app::domain::settlement::{Payment, PaymentState, Run, RunState};
use app::payment_list::{payment_list, without_account};
use app::permit::Action;
use app::remittance::{self, Advised};
use app::{App, Error, export, paper, payment_delay, payment_hold, settlement};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/p/{programme}/settlement", get(list).post(prepare))
        .route("/p/{programme}/settlement/{run}", get(show).post(act))
        .route("/p/{programme}/settlement/{run}/payments.pdf", get(payments_pdf))
        .route("/p/{programme}/settlement/{run}/payments.csv", get(payments_csv))
        .route("/p/{programme}/settlement/{run}/advices.pdf", get(advices_pdf))
        .route("/p/{programme}/settlement/{run}/stubs.pdf", get(stubs_pdf))
        .route("/p/{programme}/statement/{payment}", get(statement))
}

struct RunRow {
    id: u32,
    number: String,
    cutoff: String,
    state: &'static str,
    payments: u64,
    total: String,
}

#[derive(Template)]
#[template(path = "settlement/settlements.html")]
struct SettlementsPage {
    s: Shell,
    runs: Vec<RunRow>,
    /// Each merchant, by name.
    owed: Vec<(u32, String, String)>,
    /// Merchants of it whose payments are held.
    held: String,
    /// Merchants of it whom no market takes money for, where payments go through markets.
    direct: String,
    owed_total: String,
    /// When the next run is due, and whether that day has passed with something owed.
    due: Option<(String, bool)>,
    may_prepare: bool,
}

impl SettlementsPage {
    /// As the list of what is owed is limited to a merchant.
    #[expect(clippy::unused_self, clippy::trivially_copy_pass_by_ref, reason = "a template calls it")]
    fn limit(&self, vendor: &u32) -> String {
        format!("&vendor={vendor}")
    }
}

fn totals(s: &Shell, payments: &[Payment]) -> String {
    sum(s, payments.iter().map(Payment::amount))
}

/// Amounts added up, each unit apart.
fn sum(s: &Shell, amounts: impl Iterator<Item = Amount>) -> String {
    let mut by_unit = std::collections::BTreeMap::new();
    for amount in amounts {
        *by_unit.entry(amount.unit).or_insert(0) += amount.minor;
    }
    by_unit.iter().map(|(unit, minor)| s.amount(minor, unit)).collect::<Vec<_>>().join(" + ")
}

async fn list_page(desk: &Desk, s: Shell) -> Response {
    let actor = desk.actor();
    let found = desk
        .app()
        .look(desk.programme(), move |cx| {
            let due = settlement::due(cx, actor)?;
            Ok((settlement::list(cx, actor)?, settlement::owed(cx, actor)?, payment_hold::list(cx, actor)?, due))
        })
        .await;
    let (runs, owed, holds, due) = match found {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let runs = runs
        .iter()
        .map(|(run, payments)| RunRow {
            id: run.id.0,
            number: run.id.0.to_string(),
            cutoff: s.at(&run.cutoff),
            state: run.progress(payments).key(),
            payments: payments.len() as u64,
            total: totals(&s, payments),
        })
        .collect();
    let held = holds.iter().filter(|h| !h.owed.is_empty()).map(|h| text::Names::vendor(&*desk.book, h.hold.vendor));
    let held = text::list(desk.lang(), &held.collect::<Vec<_>>());
    let direct: BTreeSet<_> =
        owed.iter().map(|(vendor, _)| *vendor).filter(|vendor| desk.book.misses_a_market(*vendor)).collect();
    let direct = text::list(desk.lang(), &direct.into_iter().map(|v| text::Names::vendor(&*desk.book, v)).collect::<Vec<_>>());
    let today = desk.book.day_of(desk.app().now());
    let due = due.filter(|on| *on >= today || !owed.is_empty()).map(|on| {
        let every = text::key_label(s.lang, "decided-payment-every", desk.book.rules.payment_every.key()).to_lowercase();
        let key = if on < today { "settlement-was-due" } else { "settlement-due" };
        (s.ww(key, "on", s.date(&on), "every", every), on < today)
    });
    let owed_total = sum(&s, owed.iter().map(|(_, amount)| *amount));
    let owed = owed
        .iter()
        .map(|(vendor, amount)| {
            let name = desk.book.vendor(*vendor).map_or_else(|| vendor.to_string(), |v| v.name.clone());
            (vendor.0, name, s.amount(&amount.minor, &amount.unit))
        })
        .collect();
    render(&SettlementsPage { s, runs, owed, held, direct, owed_total, due, may_prepare: desk.may(Action::Pay) })
}

async fn list(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-settlement");
    s.done = was.message(desk.lang());
    list_page(&desk, s).await
}

async fn prepare(desk: Desk, Form(form): Form<ActForm>) -> Response {
    let request = form::request(&desk, &form.id);
    let cutoff = desk.app().now();
    let (programme, path) = (desk.programme(), format!("/p/{}/settlement", desk.book.identity.key));
    let gather = move |app: App| async move { app.act(programme, move |cx| settlement::prepare(cx, request, cutoff)).await };
    let leave = move |run: RunId| Product::page(move |_| done(&format!("{path}/{}", run.0), "done-prepared"));
    match desk.long(("work-gather", "/settlement"), gather, leave).await {
        Ok(answer) => answer,
        Err(error) => {
            let mut s = desk.shell("nav-settlement");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(list_page(&desk, s).await)
        }
    }
}

struct PaymentRow {
    id: u32,
    number: String,
    name: String,
    method: &'static str,
    amount: String,
    state: &'static str,
    reference: String,
    waits: bool,
    may_return: bool,
    /// The market that takes it.
    through: String,
    /// What the bank pays at once, when it is more than this share.
    sum: String,
}

/// What goes out with a run's payments.
struct Advices {
    /// What became of the e-mails, a sentence each.
    letters: Vec<String>,
    /// Merchants without an address.
    on_paper: String,
    cheques: bool,
    /// When e-mails leave: `never` where none is sent, `later` before the payments are, or `now`.
    mail: &'static str,
    may_send: bool,
}

impl Advices {
    fn of(desk: &Desk, s: &Shell, run: &Run, payments: &[Payment], advised: &Advised) -> Option<Self> {
        if matches!(run.state, RunState::Prepared | RunState::Cancelled) {
            return None;
        }
        let mail = match (desk.app().mail.is_some(), run.state) {
            (false, _) => "never",
            (true, RunState::Paid) => "now",
            (true, _) => "later",
        };
        let said = [
            ("settlement-advices-sent", advised.sent),
            ("settlement-advices-waiting", advised.waiting),
            ("settlement-advices-failed", advised.failed),
        ];
        let names: Vec<String> = advised.without_address.iter().map(|v| text::Names::vendor(&*desk.book, *v)).collect();
        Some(Self {
            letters: said.iter().filter(|(_, count)| *count > 0).map(|(key, count)| s.n(key, count)).collect(),
            on_paper: text::list(desk.lang(), &names),
            cheques: payments.iter().any(|p| p.method == PaymentMethod::Cheque),
            mail,
            may_send: mail == "now" && desk.may(Action::Pay) && advised.to_write + advised.failed + advised.waiting > 0,
        })
    }
}

#[derive(Template)]
#[template(path = "settlement/settlement.html")]
struct SettlementPage {
    s: Shell,
    /// Merchants whose payments were held when it was prepared, each with what waits now.
    left_out: String,
    /// Merchants of it whose payments are held since, while it can still be stopped.
    stopped: String,
    /// Merchants paid to an account who gave none.
    nowhere: String,
    run: u32,
    number: String,
    /// Each with `done`, `now` or `later`.
    steps: Vec<(String, &'static str)>,
    state: &'static str,
    /// Payments that came back.
    returned: u64,
    cutoff: String,
    total: String,
    /// How long merchants waited for these payments.
    delay: Option<Delay>,
    target: u64,
    payments: Vec<PaymentRow>,
    may_approve: bool,
    may_pay: bool,
    may_cancel: bool,
    /// How many payments a file of deposits has, for whoever may make it.
    deposits: u64,
    /// What goes out with the payments, once the run is approved.
    advices: Option<Advices>,
    form: ActForm,
}

impl SettlementPage {
    /// Payments that wait for a confirmation, for whoever may give it.
    fn waiting(&self) -> u64 {
        self.payments.iter().filter(|payment| payment.waits).count() as u64
    }

    /// Whose tables.
    fn of(&self) -> String {
        format!("?of={}", self.run)
    }
}

async fn run_page(desk: &Desk, s: Shell, id: u32, form: ActForm) -> Response {
    let actor = desk.actor();
    let found = desk.app().look(desk.programme(), move |cx| {
        let (run, payments) = settlement::run(cx, actor, RunId(id))?;
        let delay = payment_delay::delays(cx, actor)?.runs.remove(&RunId(id));
        let open = !matches!(run.state, RunState::Paid | RunState::Cancelled);
        let nowhere = if open { without_account(cx, actor, &payments)? } else { BTreeSet::new() };
        let advised = remittance::advised(cx, actor, RunId(id))?;
        let out = payment_hold::left_out(cx, actor, &run)?;
        let waits = settlement::owed(cx, actor)?;
        let out: Vec<_> =
            out.into_iter().map(|v| (v, waits.iter().filter(|(o, _)| *o == v).map(|(_, a)| *a).collect::<Vec<_>>())).collect();
        let holds = payment_hold::list(cx, actor)?.into_iter().filter(|held| open && held.hold.is_live());
        let held: BTreeSet<_> = holds.map(|held| held.hold.vendor).collect();
        Ok((run, payments, delay, nowhere, advised, out, held))
    });
    let (run, payments, delay, nowhere, advised, out, held) = match found.await {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let nowhere: Vec<String> = nowhere.into_iter().map(|vendor| text::Names::vendor(&*desk.book, vendor)).collect();
    let nowhere = text::list(desk.lang(), &nowhere);
    let out: Vec<String> = out
        .into_iter()
        .map(|(vendor, waits)| {
            let name = text::Names::vendor(&*desk.book, vendor);
            if waits.is_empty() { name } else { format!("{name} ({})", sum(&s, waits.into_iter())) }
        })
        .collect();
    let left_out = text::list(desk.lang(), &out);
    let concerned = payments.iter().flat_map(|p| [Some(p.vendor), p.through]).flatten();
    let stopped: BTreeSet<_> = concerned.filter(|vendor| held.contains(vendor)).collect();
    let stopped: Vec<String> = stopped.into_iter().map(|vendor| text::Names::vendor(&*desk.book, vendor)).collect();
    let stopped = text::list(desk.lang(), &stopped);
    let advices = Advices::of(desk, &s, &run, &payments, &advised);
    render(&SettlementPage { left_out, stopped, nowhere, advices, ..page_of(desk, s, &run, &payments, delay, form) })
}

fn counted(payments: &[Payment], state: PaymentState) -> usize {
    payments.iter().filter(|p| p.state == state).count()
}

/// Prepared, each approval, sent, confirmed: what is done, and where the run is.
fn steps(desk: &Desk, s: &Shell, run: &Run, payments: &[Payment]) -> Vec<(String, &'static str)> {
    let needed = usize::from(desk.book.rules.approvals);
    let approved = run.approvals.len();
    let sent = run.state == RunState::Paid;
    let confirmed = counted(payments, PaymentState::Confirmed);
    let returned = counted(payments, PaymentState::Returned);
    let mut steps = vec![(s.w("settlement-prepared-at", "when", s.at(&run.prepared_at)), true)];
    for number in 1..=needed {
        steps.push((s.ww("settlement-approval", "number", number.to_string(), "needed", needed.to_string()), number <= approved));
    }
    steps.push((s.t("settlement-sent"), sent));
    let all = payments.len();
    let facts = [("count", confirmed.into()), ("all", all.into()), ("returned", returned.into())];
    let last = text::tr(s.lang, if returned > 0 { "settlement-confirmed-returned" } else { "settlement-confirmed" }, &facts);
    steps.push((last, sent && confirmed + returned == all));
    let now = steps.iter().position(|(_, done)| !done);
    let at = |(index, (label, done)): (usize, (String, bool))| {
        (
            label,
            if done {
                "done"
            } else if Some(index) == now {
                "now"
            } else {
                "later"
            },
        )
    };
    steps.into_iter().enumerate().map(at).collect()
}

fn page_of(desk: &Desk, s: Shell, run: &Run, payments: &[Payment], delay: Option<Delay>, form: ActForm) -> SettlementPage {
    let pays = desk.may(Action::Pay);
    let has_approved = matches!(desk.actor(), Actor::Person(person) if run.approvals.contains(&person));
    let sums = as_the_bank_sees(payments);
    // What the bank does is asked once a sum, on its first share that waits.
    let waits = |id: &PaymentId| payments.iter().any(|p| p.id == *id && p.state == PaymentState::Sent);
    let first = |p: &Payment| of_one_sum(payments, p).into_iter().find(waits);
    let asked: BTreeSet<PaymentId> = payments.iter().filter(|p| p.state == PaymentState::Sent).filter_map(first).collect();
    let sum = |p: &Payment| sums.iter().find(|sum| of_one_sum(payments, p).first() == Some(&sum.id));
    let rows = payments
        .iter()
        .map(|p| PaymentRow {
            through: p.through.map_or_else(String::new, |market| text::Names::vendor(&*desk.book, market)),
            sum: sum(p)
                .filter(|s| p.through.is_some() && asked.contains(&p.id) && s.amount() != p.amount())
                .map_or_else(String::new, |whole| s.amount(&whole.amount().minor, &whole.unit)),
            id: p.id.0,
            number: p.id.0.to_string(),
            name: desk.book.vendor(p.vendor).map_or_else(|| p.vendor.to_string(), |v| v.name.clone()),
            method: p.method.key(),
            amount: s.amount(&p.amount().minor, &p.unit),
            state: p.state.key(),
            reference: p.reference.clone(),
            waits: pays && asked.contains(&p.id),
            may_return: pays && (asked.contains(&p.id) || matches!(p.state, PaymentState::AtMarket | PaymentState::Confirmed)),
        })
        .collect();
    SettlementPage {
        nowhere: String::new(),
        left_out: String::new(),
        stopped: String::new(),
        advices: None,
        deposits: payments.iter().filter(|p| pays && p.method == PaymentMethod::Deposit).count() as u64,
        run: run.id.0,
        number: run.id.0.to_string(),
        steps: steps(desk, &s, run, payments),
        form,
        state: run.progress(payments).key(),
        cutoff: s.at(&run.cutoff),
        returned: counted(payments, PaymentState::Returned) as u64,
        total: totals(&s, payments),
        delay,
        target: u64::from(desk.book.rules.payment_target_days),
        payments: rows,
        may_approve: desk.may(Action::Approve) && run.state == RunState::Prepared && !has_approved,
        may_pay: pays && run.state == RunState::Approved,
        may_cancel: pays && matches!(run.state, RunState::Prepared | RunState::Approved),
        s,
    }
}

async fn show(desk: Desk, At((_, id)): At<(String, u32)>, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-settlement");
    s.done = was.message(desk.lang());
    run_page(&desk, s, id, ActForm::default()).await
}

#[derive(Deserialize, Default)]
struct ActForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    act: String,
    #[serde(default)]
    payment: String,
    #[serde(default)]
    reference: String,
}

async fn act(desk: Desk, At((_, id)): At<(String, u32)>, Form(form): Form<ActForm>) -> Response {
    match apply(&desk, RunId(id), &form).await {
        Ok(message) => done(&format!("/p/{}/settlement/{id}", desk.book.identity.key), message),
        Err(error) => {
            let mut s = desk.shell("nav-settlement");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(run_page(&desk, s, id, form).await)
        }
    }
}

async fn apply(desk: &Desk, run: RunId, form: &ActForm) -> Result<&'static str, Error> {
    let request = form::request(desk, &form.id);
    let (app, programme) = (desk.app(), desk.programme());
    let payment = || form::number(&form.payment).map(PaymentId).ok_or(Refusal::NotFound);
    let text = form.reference.trim().to_owned();
    match form.act.as_str() {
        "approve" => app.act(programme, move |cx| settlement::approve(cx, request, run)).await.map(|_| "done-approved"),
        "pay" => app.act(programme, move |cx| settlement::pay(cx, request, run)).await.map(|_| "done-paid"),
        "cancel" => app.act(programme, move |cx| settlement::cancel(cx, request, run, &text)).await.map(|_| "done-cancelled"),
        "confirm" => {
            let payment = payment()?;
            app.act(programme, move |cx| settlement::confirm(cx, request, payment, &text)).await.map(|_| "done-confirmed")
        }
        "confirm_all" => {
            app.act(programme, move |cx| settlement::confirm_all(cx, request, run, &text)).await.map(|_| "done-confirmed-all")
        }
        "advise" => {
            let kept = app.send_advices(programme, request, run, &desk.visit.site).await?;
            Ok(if kept > 0 { "done-advices" } else { "done-advices-none" })
        }
        "return" => {
            let payment = payment()?;
            app.act(programme, move |cx| settlement::bounce(cx, request, payment, &text)).await.map(|_| "done-returned")
        }
        _ => Err(Refusal::Nothing.into()),
    }
}

fn file(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    File { name: name.to_owned(), kind, bytes }.answer()
}

async fn payments_pdf(desk: Desk, At((_, id)): At<(String, u32)>) -> Response {
    let (actor, lang) = (desk.actor(), desk.lang());
    let made = desk.app().look(desk.programme(), move |cx| payment_list(cx, actor, RunId(id), lang)).await;
    match made {
        Ok(bytes) => file(&format!("reglement-{id}.pdf"), "application/pdf", bytes),
        Err(error) => desk.failure(&error),
    }
}

/// What is set payment by payment may take a while.
async fn set(
    desk: Desk,
    name: String,
    make: impl FnMut(&mut app::Cx<'_, '_>) -> Result<Vec<u8>, Error> + Send + 'static,
) -> Response {
    let programme = desk.programme();
    let make = move |app: App| async move { app.look(programme, make).await };
    let leave = move |bytes| Product::File(File { name, kind: "application/pdf", bytes });
    desk.long(("work-print", "/settlement"), make, leave).await.unwrap_or_else(|error| desk.failure(&error))
}

async fn advices_pdf(desk: Desk, At((_, id)): At<(String, u32)>) -> Response {
    let (actor, lang) = (desk.actor(), desk.lang());
    set(desk, format!("avis-{id}.pdf"), move |cx| remittance::advices(cx, actor, RunId(id), lang)).await
}

async fn stubs_pdf(desk: Desk, At((_, id)): At<(String, u32)>) -> Response {
    let (actor, lang) = (desk.actor(), desk.lang());
    set(desk, format!("talons-{id}.pdf"), move |cx| remittance::cheque_stubs(cx, actor, RunId(id), lang)).await
}

async fn payments_csv(desk: Desk, At((_, id)): At<(String, u32)>) -> Response {
    let (actor, lang) = (desk.actor(), desk.lang());
    let made = desk.app().look(desk.programme(), move |cx| export::payment_csv(cx, actor, RunId(id), lang)).await;
    match made {
        Ok(bytes) => file(&format!("reglement-{id}.csv"), "text/csv; charset=utf-8", bytes),
        Err(error) => desk.failure(&error),
    }
}

async fn statement(desk: Desk, At((_, id)): At<(String, u32)>) -> Response {
    let (actor, lang) = (desk.actor(), desk.lang());
    let made = desk.app().look(desk.programme(), move |cx| paper::statement(cx, actor, PaymentId(id), lang)).await;
    match made {
        Ok(bytes) => file(&format!("releve-{id}.pdf"), "application/pdf", bytes),
        Err(error) => desk.failure(&error),
    }
}
