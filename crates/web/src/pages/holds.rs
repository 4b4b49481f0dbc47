//! Merchants whose payments are held: one person holds, two let go.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::Error;
use app::domain::ids::VendorId;
use app::domain::payment_hold::HoldState;
use app::domain::refusal::Refusal;
use app::payment_hold::{self, Held};
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;
use text::Names;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/holds", get(show).post(change))
}

struct Row {
    vendor: u32,
    name: String,
    /// Who held, when and why.
    by: String,
    /// Who asked to let go, and what they found; empty while nobody did.
    asked: String,
    /// Who confirmed, and when.
    lifted: String,
    owed: String,
    state: String,
    is_held: bool,
    is_asked: bool,
    /// Whoever looks asked for it.
    is_own: bool,
}

#[derive(Template)]
#[template(path = "settlement/holds.html")]
struct HoldsPage {
    s: Shell,
    rows: Vec<Row>,
    vendors: Vec<(u32, String)>,
    may_hold: bool,
    may_confirm: bool,
    form: HoldForm,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct HoldForm {
    id: String,
    /// Empty to hold; `ask`, `release` or `keep`.
    act: String,
    vendor: String,
    reason: String,
}

fn row(desk: &Desk, s: &Shell, held: &Held) -> Row {
    let hold = &held.hold;
    let who = |name: &str| if name.is_empty() { s.t("app-name") } else { name.to_owned() };
    let said = |key: &str, name: &str, at: String, why: &str| {
        text::tr(s.lang, key, &[("who", who(name).into()), ("when", at.into()), ("reason", why.to_owned().into())])
    };
    let asked = hold.asked_by.filter(|_| hold.state != HoldState::Held);
    let owed: Vec<String> = held.owed.iter().map(|a| s.amount(&a.minor, &a.unit)).collect();
    Row {
        vendor: hold.vendor.0,
        name: Names::vendor(&*desk.book, hold.vendor),
        by: said("hold-by", &held.by, s.at(&hold.held_at), &hold.reason),
        asked: asked.map_or_else(String::new, |_| said("hold-asked-by", &held.asked_by, String::new(), &hold.found)),
        lifted: hold.lifted_at.map_or_else(String::new, |at| said("hold-lifted-by", &held.lifted_by, s.at(&at), "")),
        owed: owed.join(" + "),
        state: s.label("hold", hold.state.key()),
        is_held: hold.state == HoldState::Held,
        is_asked: hold.state == HoldState::Asked,
        is_own: hold.asked_by == Some(desk.actor()),
    }
}

async fn page(desk: &Desk, s: Shell, form: HoldForm) -> Response {
    let actor = desk.actor();
    match desk.app().look(desk.programme(), move |cx| payment_hold::list(cx, actor)).await {
        Ok(found) => {
            let is_live = |id: VendorId| found.iter().any(|held| held.hold.vendor == id && held.hold.is_live());
            render(&HoldsPage {
                rows: found.iter().map(|held| row(desk, &s, held)).collect(),
                vendors: desk.book.vendors.iter().filter(|v| !is_live(v.id)).map(|v| (v.id.0, v.name.clone())).collect(),
                may_hold: desk.may(Action::Hold),
                may_confirm: desk.may(Action::Second),
                form,
                s,
            })
        }
        Err(error) => desk.failure(&error),
    }
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    done: String,
    /// Whose payments somebody came to hold.
    #[serde(default)]
    vendor: String,
}

async fn show(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let mut s = desk.shell("hold-title");
    s.done = Done { done: asked.done }.message(desk.lang());
    page(&desk, s, HoldForm { vendor: asked.vendor, ..HoldForm::default() }).await
}

async fn change(desk: Desk, Form(form): Form<HoldForm>) -> Response {
    match apply(&desk, &form).await {
        Ok(message) => done(&format!("/p/{}/holds", desk.book.identity.key), message),
        Err(error) => {
            let mut s = desk.shell("hold-title");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form).await)
        }
    }
}

async fn apply(desk: &Desk, form: &HoldForm) -> Result<&'static str, Error> {
    let request = form::request(desk, &form.id);
    let (app, programme) = (desk.app(), desk.programme());
    let (needed, said) = match form.act.as_str() {
        "ask" => (Action::Hold, "done-hold-asked"),
        "release" => (Action::Second, "done-hold-lifted"),
        "keep" => (Action::Second, "done-hold-kept"),
        _ => (Action::Hold, "done-hold"),
    };
    if !desk.may(needed) {
        return Err(Refusal::NotPermitted.into());
    }
    let vendor = form::number(&form.vendor).map(VendorId);
    let vendor = vendor.ok_or_else(|| Refusal::UnknownVendor { vendor: form.vendor.clone() })?;
    let reason = form.reason.trim().to_owned();
    match form.act.as_str() {
        "ask" => app.act(programme, move |cx| payment_hold::ask_release(cx, request, vendor, &reason)).await?,
        "release" => app.act(programme, move |cx| payment_hold::release(cx, request, vendor)).await?,
        "keep" => app.act(programme, move |cx| payment_hold::keep(cx, request, vendor)).await?,
        _ => app.act(programme, move |cx| payment_hold::hold(cx, request, vendor, &reason)).await?,
    };
    Ok(said)
}
