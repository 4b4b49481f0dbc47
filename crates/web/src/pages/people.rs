//! A programme's people: who has which role, inviting somebody, the card with their link.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::qr;
use crate::read::{Form, Query};
use crate::visit::{Desk, Visit};
use app::Error;
use app::domain::ids::{FundId, PartnerId, PersonId, PlaceId, VendorId};
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::people::{self, Invitation, Link, Member};
use app::permit::Action;
use app::programme;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use serde::Deserialize;
use std::sync::Arc;
use text::{Lang, Names};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/people", get(show).post(change))
}

/// How long a link may be good, days: the first is offered.
const DAYS: [u64; 3] = [7, 2, 14];

/// A role as a choice list says it.
struct Choice {
    value: String,
    name: String,
}

/// Choices under one heading; those of roles for the whole programme have none.
struct Group {
    name: String,
    choices: Vec<Choice>,
}

struct Row {
    person: u32,
    name: String,
    email: String,
    roles: Vec<Choice>,
    seen: Option<String>,
    link_until: Option<String>,
    open: u64,
    yours: bool,
    is_self: bool,
}

#[derive(Template)]
#[template(path = "people/people.html")]
struct PeoplePage {
    s: Shell,
    rows: Vec<Row>,
    count: u64,
    /// What is looked for, and whether there are enough people to look among.
    find: String,
    may_find: bool,
    groups: Vec<Group>,
    hints: Vec<(String, String)>,
    days: [u64; 3],
    may_staff: bool,
    /// Pays or approves, and may let somebody else do so.
    may_pay: bool,
    form: PeopleForm,
}

#[derive(Template)]
#[template(path = "people/card.html")]
struct CardPage {
    s: Shell,
    /// Its owner's language.
    lang: Lang,
    name: String,
    roles: Vec<String>,
    address: String,
    square: String,
    until: String,
    /// Its name and its territory.
    programme: (String, String),
    back: (String, String),
}

impl CardPage {
    /// Until when it is good, in its owner's language.
    fn until_words(&self) -> String {
        text::tr(self.lang, "card-until", &[("until", self.until.as_str().into())])
    }

    /// Words of the card, in its owner's language.
    fn own(&self, key: &str) -> String {
        text::t(self.lang, key)
    }
}

#[derive(Deserialize, Default, Clone)]
struct PeopleForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    act: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    days: String,
    #[serde(default)]
    person: String,
}

/// `partner_worker/3`.
pub(super) fn value(role: Role) -> String {
    let (Role::PartnerWorker(PartnerId(scope))
    | Role::MarketManager(PlaceId(scope))
    | Role::Merchant(VendorId(scope))
    | Role::Funder(FundId(scope))) = role
    else {
        return role.key().to_owned();
    };
    format!("{}/{scope}", role.key())
}

/// The other way. What it is limited to is checked by the rules.
pub(super) fn parse(text: &str) -> Option<Role> {
    let (key, scope) = text.split_once('/').unwrap_or((text, ""));
    let like = Role::EVERY.into_iter().find(|role| role.key() == key)?;
    Some(match like {
        Role::PartnerWorker(_) => Role::PartnerWorker(PartnerId(form::number(scope)?)),
        Role::MarketManager(_) => Role::MarketManager(PlaceId(form::number(scope)?)),
        Role::Merchant(_) => Role::Merchant(VendorId(form::number(scope)?)),
        Role::Funder(_) => Role::Funder(FundId(form::number(scope)?)),
        whole => whole,
    })
}

/// What a role is limited to.
pub(super) fn scope(book: &Book, role: Role) -> String {
    match role {
        Role::PartnerWorker(id) => Names::partner(book, id),
        Role::MarketManager(id) => Names::place(book, id),
        Role::Merchant(id) => Names::vendor(book, id),
        Role::Funder(id) => Names::fund(book, id),
        _ => String::new(),
    }
}

/// « Responsable de marché · Marché de Saint-Raymond ».
pub(super) fn whole_name(lang: Lang, book: &Book, role: Role) -> String {
    let (name, scope) = (text::label(lang, &role), scope(book, role));
    if scope.is_empty() { name } else { format!("{name} · {scope}") }
}

/// Every role that can be given; only those that pay or approve by somebody who does.
fn groups(lang: Lang, book: &Book, may_staff: bool) -> Vec<Group> {
    let choice = |role: Role, name: String| Choice { value: value(role), name };
    let whole = Role::EVERY.into_iter().filter(|role| scope(book, *role).is_empty() && value(*role) == role.key());
    let whole = whole.filter(|role| may_staff || role.pays());
    let mut groups =
        vec![Group { name: String::new(), choices: whole.map(|role| choice(role, text::label(lang, &role))).collect() }];
    if !may_staff {
        return groups;
    }
    let mut limited = |list: Vec<(u32, String)>, make: fn(u32) -> Role| {
        let choices: Vec<Choice> = list.into_iter().map(|(id, name)| choice(make(id), name)).collect();
        if !choices.is_empty() {
            groups.push(Group { name: text::label(lang, &make(1)), choices });
        }
    };
    limited(form::partners(book), |id| Role::PartnerWorker(PartnerId(id)));
    limited(form::places(book), |id| Role::MarketManager(PlaceId(id)));
    limited(form::vendors(book), |id| Role::Merchant(VendorId(id)));
    limited(form::funds(book), |id| Role::Funder(FundId(id)));
    groups
}

fn row(desk: &Desk, s: &Shell, member: Member) -> Row {
    let Member { person, roles, presence, yours } = member;
    let day = |at: jiff::Timestamp| s.date(&desk.book.day_of(at));
    Row {
        person: person.id.0,
        is_self: person.id == desk.signed.person.id,
        name: person.name,
        email: person.email,
        roles: roles.into_iter().map(|role| Choice { value: value(role), name: whole_name(s.lang, &desk.book, role) }).collect(),
        seen: presence.seen_at.map(day),
        link_until: presence.link_until.map(|at| s.at(&at)),
        open: presence.open,
        yours,
    }
}

/// With more people than this, somebody looks for one.
const MANY: usize = 12;

/// `?find=marché`: people whose name, e-mail or role holds this.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    find: String,
}

async fn page(desk: &Desk, s: Shell, form: PeopleForm, find: String) -> Response {
    let actor = desk.actor();
    let found = match desk.app().look(desk.programme(), move |cx| people::list(cx, actor)).await {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let mut rows: Vec<Row> = found.into_iter().map(|member| row(desk, &s, member)).collect();
    rows.sort_by(|a, b| text::compare(s.lang, &a.name, &b.name));
    let (may_find, wanted) = (rows.len() > MANY, find.trim().to_lowercase());
    let holds = |text: &str| text.to_lowercase().contains(&wanted);
    rows.retain(|row| holds(&row.name) || holds(&row.email) || row.roles.iter().any(|role| holds(&role.name)));
    let hints = Role::EVERY.into_iter().map(|role| (text::label(s.lang, &role), s.hint("role", role.key()))).collect();
    let may_staff = desk.may(Action::Staff);
    let count = rows.len() as u64;
    let may_pay = !may_staff && desk.may(Action::StaffMoney);
    let groups = groups(s.lang, &desk.book, may_staff);
    render(&PeoplePage { count, find, may_find, rows, groups, hints, days: DAYS, may_staff, may_pay, form, s })
}

async fn show(desk: Desk, Query(was): Query<Done>, Query(asked): Query<Asked>) -> Response {
    let mut s = desk.shell("nav-people");
    s.done = was.message(desk.lang());
    page(&desk, s, PeopleForm::default(), asked.find).await
}

/// What came of a form: something to say, or a card to show once.
enum Came {
    Done(&'static str),
    Card(PersonId, Link),
}

async fn change(desk: Desk, Form(form): Form<PeopleForm>) -> Response {
    match apply(&desk, &form).await {
        Ok(Came::Done(message)) => done(&format!("/p/{}/people", desk.book.identity.key), message),
        Ok(Came::Card(person, link)) => own_card(&desk, person, &link).await,
        Err(error) => {
            let mut s = desk.shell("nav-people");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form, String::new()).await)
        }
    }
}

async fn apply(desk: &Desk, form: &PeopleForm) -> Result<Came, Error> {
    let (app, programme, actor) = (desk.app(), desk.programme(), desk.actor());
    let request = form::request(desk, &form.id);
    let days = form.days.trim().parse().ok().filter(|days| DAYS.contains(days)).unwrap_or(DAYS[0]);
    let lasts = SignedDuration::from_hours(24 * i64::try_from(days).unwrap_or(7));
    let role = || match form.role.trim() {
        "" => Err(Refusal::NothingChosen),
        role => parse(role).ok_or(Refusal::RoleNotHeld),
    };
    let person =
        || form::number(&form.person).map(PersonId).ok_or_else(|| Refusal::UnknownPerson { person: form.person.clone() });
    Ok(match form.act.as_str() {
        "link" => {
            let person = person()?;
            Came::Card(person, app.make_link(programme, actor, person, lasts).await?)
        }
        "sessions" => {
            app.end_sessions(programme, actor, person()?).await?;
            Came::Done("done-sessions-ended")
        }
        "grant" => {
            let (person, role) = (person()?, role()?);
            app.act(programme, move |cx| programme::grant(cx, request, person, role)).await?;
            Came::Done("done-role-given")
        }
        "revoke" => {
            let (person, role) = (person()?, role()?);
            app.act(programme, move |cx| programme::revoke(cx, request, person, role)).await?;
            Came::Done("done-role-taken")
        }
        _ => {
            let language = Lang::parse(&form.language).unwrap_or_else(|| desk.lang()).short().to_owned();
            let invitation = Invitation { name: form.name.clone(), email: form.email.clone(), language, role: role()?, lasts };
            match app.invite(programme, request, invitation).await? {
                (person, Some(link)) => Came::Card(person, link),
                (_, None) => Came::Done("done-invited-known"),
            }
        }
    })
}

/// The card of a programme's page, with the book as it is now.
async fn own_card(desk: &Desk, person: PersonId, link: &Link) -> Response {
    let book = match desk.app().programme(&desk.book.identity.key).await {
        Ok(book) => book,
        Err(error) => return desk.failure(&error),
    };
    let back = (format!("/p/{}/people", book.identity.key), text::t(desk.lang(), "nav-people"));
    card(&desk.visit, &book, desk.shell("card-title"), person, link, back).await
}

/// The card with somebody's link: shown once, in their language. `back` is where to go afterwards.
pub(crate) async fn card(
    visit: &Visit,
    book: &Book,
    s: Shell,
    person: PersonId,
    link: &Link,
    back: (String, String),
) -> Response {
    let roles = |lang| book.grants.iter().filter(|g| g.person == person).map(|g| whole_name(lang, book, g.role)).collect();
    let of = (book.identity.name.clone(), book.identity.territory.clone());
    card_of(visit, s, person, link, back, of, &book.zone(), roles).await
}

/// The card of somebody invited to `of`: a programme and its territory, or a notebook.
#[expect(clippy::too_many_arguments, reason = "each is a line of the card")]
pub(crate) async fn card_of(
    visit: &Visit,
    s: Shell,
    person: PersonId,
    link: &Link,
    back: (String, String),
    of: (String, String),
    zone: &TimeZone,
    roles: impl Fn(Lang) -> Vec<String>,
) -> Response {
    let owner = match visit.app().account(person).await {
        Ok(account) => account.person,
        Err(error) => return visit.failure(&error),
    };
    let lang = Lang::parse(&owner.language).unwrap_or(s.lang);
    let address = format!("{}/l/{}", visit.site, link.token);
    render(&CardPage {
        square: qr::svg(&address, &text::t(lang, "card-square")),
        lang,
        name: owner.name,
        roles: roles(lang),
        address,
        until: text::date_time(s.lang, link.until, zone),
        programme: of,
        back,
        s,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_read_as_it_is_written() {
        for role in Role::EVERY {
            assert_eq!(parse(&value(role)), Some(role));
        }
        for wrong in ["", "king", "merchant", "merchant/x", "funder/"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
