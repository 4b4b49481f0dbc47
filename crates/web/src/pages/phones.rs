//! Phones that accept coupons: whose, when last seen, taken out; and the card that makes one.

use super::people::{parse, value, whole_name};
use crate::Web;
use crate::failure::render;
use crate::form::{Done, done};
use crate::page::Shell;
use crate::qr;
use crate::read::{Form, Query};
use crate::visit::Desk;
use app::Error;
use app::domain::ids::{Actor, PersonId};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::permit::Action;
use app::phone::{self, Phone, PhoneLink};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::SignedDuration;
use serde::Deserialize;
use std::sync::Arc;
use text::Names;
use uuid::Uuid;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/phones", get(show).post(change))
}

/// How long a card is good.
const LASTS: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Whether somebody may see this page: those who look after people, and those who accept coupons.
pub(crate) fn may_see(desk: &Desk) -> bool {
    desk.may(Action::SeePeople) || desk.roles.iter().any(|role| phone::may_have_one(*role))
}

#[expect(clippy::struct_excessive_bools, reason = "each is asked by the template")]
struct Row {
    id: Uuid,
    owner: String,
    name: String,
    scope: String,
    seen: Option<String>,
    state: &'static str,
    is_broken: bool,
    may_revoke: bool,
    /// The address at which it is a hub; what the form shows, for whoever may change it.
    hub: String,
    may_be_hub: bool,
    /// The app of this server may not ask there.
    is_barred: bool,
}

/// Somebody in one of their roles: `6 merchant/1`.
struct Choice {
    value: String,
    name: String,
}

#[derive(Template)]
#[template(path = "phone/phones.html")]
struct PhonesPage {
    rows: Vec<Row>,
    choices: Vec<Choice>,
    chosen: String,
    limit: Option<String>,
    hours: Option<u64>,
    s: Shell,
}

#[derive(Template)]
#[template(path = "phone/card.html")]
struct CardPage {
    s: Shell,
    name: String,
    role: String,
    address: String,
    square: String,
    until: String,
}

#[derive(Deserialize, Default)]
struct PhonesForm {
    #[serde(default)]
    act: String,
    #[serde(default)]
    holder: String,
    #[serde(default)]
    device: String,
    #[serde(default)]
    address: String,
}

/// Whether the app may ask an address: one of those the server was started with, or under one of their names.
fn lets(hubs: &[String], address: &str) -> bool {
    hubs.iter().any(|hub| match hub.split_once("://*.") {
        Some((scheme, under)) => address
            .strip_prefix(scheme)
            .and_then(|rest| rest.strip_prefix("://"))
            .is_some_and(|host| host.strip_suffix(under).is_some_and(|name| name.ends_with('.'))),
        None => hub == address,
    })
}

fn row(desk: &Desk, s: &Shell, Phone { device, owner }: Phone) -> Row {
    let book = &desk.book;
    let scope = [
        device.vendor.map(|v| Names::vendor(&**book, v)),
        device.place.map(|p| Names::place(&**book, p)),
        device.partner.map(|p| Names::partner(&**book, p)),
    ];
    let scope: Vec<String> = scope.into_iter().flatten().collect();
    let mine = desk.actor() == Actor::Person(device.person);
    let state = match (device.revoked_at, device.enrolled_at) {
        (Some(_), _) => "revoked",
        (None, Some(_)) => "in-use",
        (None, None) if device.link_until <= desk.app().now() => "late",
        (None, None) => "waiting",
    };
    let is_hub = device.name == crate::hub::NAME && device.vendor.is_none();
    let may_be_hub = is_hub && state == "in-use" && desk.may(Action::Staff);
    Row {
        id: device.id,
        owner,
        name: device.name,
        scope: if scope.is_empty() { s.t("phones-any") } else { scope.join(" · ") },
        seen: device.seen_at.map(|at| s.at(&at)),
        state,
        is_broken: device.broken_at.is_some(),
        may_revoke: device.revoked_at.is_none() && (mine || desk.may(Action::Staff)),
        may_be_hub,
        is_barred: !device.hub.is_empty() && !lets(&desk.visit.web.options.hubs, &device.hub),
        hub: device.hub,
    }
}

/// Everybody that whoever is here may make a card for.
async fn choices(desk: &Desk, s: &Shell) -> Result<Vec<Choice>, Error> {
    let (actor, programme) = (desk.actor(), desk.programme());
    let mut names = vec![(desk.signed.person.id, desk.signed.person.name.clone())];
    if desk.may(Action::Staff) {
        let members = desk.app().look(programme, move |cx| app::people::list(cx, actor)).await?;
        names.extend(
            members.into_iter().filter(|m| m.yours && m.person.id != desk.signed.person.id).map(|m| (m.person.id, m.person.name)),
        );
    }
    let mut choices = Vec::new();
    for (person, name) in names {
        let roles = desk.book.grants.iter().filter(|g| g.person == person && phone::may_have_one(g.role));
        choices.extend(roles.map(|g| Choice {
            value: format!("{} {}", person.0, value(g.role)),
            name: format!("{name} · {}", whole_name(s.lang, &desk.book, g.role)),
        }));
    }
    Ok(choices)
}

async fn page(desk: &Desk, s: Shell, chosen: String) -> Response {
    if !may_see(desk) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let actor = desk.actor();
    let found = desk.app().look(desk.programme(), move |cx| phone::list(cx, actor)).await;
    let (phones, choices) = match (found, choices(desk, &s).await) {
        (Ok(phones), Ok(choices)) => (phones, choices),
        (Err(error), _) | (_, Err(error)) => return desk.failure(&error),
    };
    let rows = phones.into_iter().map(|phone| row(desk, &s, phone)).collect();
    let limits = desk.book.rules.offline;
    let limit = (limits.value_cents > 0).then(|| s.money(&limits.value_cents));
    let hours = (limits.lists_hours > 0).then_some(u64::from(limits.lists_hours));
    render(&PhonesPage { rows, choices, chosen, limit, hours, s })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-phones");
    s.done = was.message(desk.lang());
    page(&desk, s, String::new()).await
}

async fn change(desk: Desk, Form(form): Form<PhonesForm>) -> Response {
    if !may_see(&desk) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let answer = match form.act.as_str() {
        "revoke" => revoke(&desk, &form).await,
        "hub" => set_hub(&desk, &form).await,
        _ => make(&desk, &form.holder).await,
    };
    match answer {
        Ok(answer) => answer,
        Err(error) => {
            let mut s = desk.shell("nav-phones");
            let status = s.say_no(&error, &*desk.book, "");
            status.with(page(&desk, s, form.holder).await)
        }
    }
}

async fn revoke(desk: &Desk, form: &PhonesForm) -> Result<Response, Error> {
    let (actor, device) = (desk.actor(), Uuid::parse_str(form.device.trim()).map_err(|_| Refusal::UnknownDevice)?);
    desk.app().act(desk.programme(), move |cx| phone::revoke(cx, actor, device)).await?;
    Ok(done(&format!("/p/{}/phones", desk.book.identity.key), "done-phone-revoked"))
}

async fn set_hub(desk: &Desk, form: &PhonesForm) -> Result<Response, Error> {
    let (actor, device) = (desk.actor(), Uuid::parse_str(form.device.trim()).map_err(|_| Refusal::UnknownDevice)?);
    let address = form.address.clone();
    desk.app().act(desk.programme(), move |cx| phone::set_hub(cx, actor, device, &address)).await?;
    Ok(done(&format!("/p/{}/phones", desk.book.identity.key), "done-phone-hub"))
}

async fn make(desk: &Desk, holder: &str) -> Result<Response, Error> {
    let asked = holder.trim().split_once(' ').and_then(|(person, role)| Some((PersonId(person.parse().ok()?), parse(role)?)));
    let (person, role): (PersonId, Role) = asked.ok_or(Refusal::RoleNotHeld)?;
    let (actor, (id, token)) = (desk.actor(), desk.app().phone_link());
    let link =
        desk.app().act(desk.programme(), move |cx| phone::make_link(cx, actor, (person, role), (id, &token), LASTS)).await?;
    card(desk, person, role, &link).await
}

/// The card with a phone's link: shown once. What comes after # is never sent to a server, nor written in its log.
async fn card(desk: &Desk, person: PersonId, role: Role, link: &PhoneLink) -> Result<Response, Error> {
    let name = desk.app().account(person).await?.person.name;
    let s = desk.shell("phones-card");
    let address = format!("{}/phone/#{}.{}", desk.visit.site, desk.book.identity.key, link.token);
    let role = whole_name(s.lang, &desk.book, role);
    Ok(render(&CardPage {
        square: qr::svg(&address, &s.t("phones-card-square")),
        name,
        role,
        address,
        until: s.at(&link.until),
        s,
    }))
}
