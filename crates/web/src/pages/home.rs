//! A programme's home: live use, by organisation, place and week, each as a picture and a table.

use crate::Web;
use crate::chart::{self, Column};
use crate::failure::render;
use crate::form::Done;
use crate::page::Shell;
use crate::pages::messages::Note;
use crate::read::Query;
use crate::todo::{Todo, links};
use crate::visit::Desk;
use app::domain::coupon::State;
use app::domain::ids::{PartnerId, PlaceId};
use app::domain::role::Role;
use app::live_use::{self, LiveUse, PartnerUse, Quantity};
use app::message;
use app::permit::Action;
use app::todo;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::ToSpan;
use jiff::civil::Date;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}", get(show))
}

#[derive(Template)]
#[template(path = "home/home.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is asked by the template")]
struct HomePage {
    s: Shell,
    /// Messages to read.
    notes: Vec<Note>,
    /// Whether there were any before.
    any_notes: bool,
    todo: Vec<Todo>,
    roles: Vec<Held>,
    use_now: LiveUse,
    total: PartnerUse,
    partners: Vec<PartnerRow>,
    places: Vec<(String, u64, i64)>,
    weeks: Vec<Week>,
    week_chart: String,
    /// Each with its words: « remis » and « utilisé » are said more precisely here, because the figures above count
    /// something narrower.
    states: Vec<(String, &'static str, u64, i64)>,
    closed: Option<String>,
    may_run: bool,
    may_count: bool,
    may_hand_out: bool,
    /// Whether organisations and places are told apart, or only totals are seen.
    may_see_parts: bool,
}

struct PartnerRow {
    name: String,
    part: PartnerUse,
    bar: String,
}

/// A week, by its Monday.
struct Week {
    monday: String,
    handed_out: u64,
    used: u64,
    used_cents: i64,
}

#[derive(Template)]
#[template(path = "home/desk.html")]
struct DeskPage {
    s: Shell,
    notes: Vec<Note>,
    any_notes: bool,
    todo: Vec<Todo>,
    roles: Vec<Held>,
}

/// A role held: what it is limited to, what it is for, and its path in the guide.
struct Held {
    name: String,
    scope: String,
    hint: String,
    path: String,
}

impl Held {
    fn all(s: &Shell, desk: &Desk) -> Vec<Self> {
        let held = |role: &Role| Self {
            name: s.label("role", role.key()),
            scope: scope(desk, *role),
            hint: s.hint("role", role.key()),
            path: role.key().replace('_', "-"),
        };
        desk.roles.iter().map(held).collect()
    }
}

/// What a role is limited to.
fn scope(desk: &Desk, role: Role) -> String {
    use text::Names;
    let book = &*desk.book;
    match role {
        Role::PartnerWorker(id) => Names::partner(book, id),
        Role::MarketManager(id) => Names::place(book, id),
        Role::Merchant(id) => Names::vendor(book, id),
        Role::Funder(id) => Names::fund(book, id),
        _ => String::new(),
    }
}

/// Beyond this the chart starts later: a season is half a year.
const MAX_WEEKS: usize = 26;

/// Every week from the first to the last with something in it, those with nothing included. What a wrong clock put
/// in the future is left out.
fn weeks(use_now: &LiveUse, today: Date) -> Vec<(Date, Quantity, Quantity)> {
    let known = || use_now.by_week.keys().chain(use_now.handed_out_by_week.keys()).filter(|monday| **monday <= today);
    let (Some(first), Some(last)) = (known().min(), known().max()) else { return Vec::new() };
    let mut weeks = Vec::new();
    let mut monday = *last;
    while monday >= *first && weeks.len() < MAX_WEEKS {
        let of = |map: &std::collections::BTreeMap<Date, Quantity>| map.get(&monday).copied().unwrap_or_default();
        weeks.push((monday, of(&use_now.handed_out_by_week), of(&use_now.by_week)));
        let Ok(before) = monday.checked_sub(1.week()) else { break };
        monday = before;
    }
    weeks.reverse();
    weeks
}

/// What a state counts over the whole programme, sold coupons included.
fn state_words(s: &Shell, state: State) -> String {
    match state {
        State::HandedOut => s.t("home-state-handed-out"),
        State::Redeemed => s.t("home-state-redeemed"),
        other => s.label("state", other.key()),
    }
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let actor = desk.actor();
    let waiting = desk.app().look(desk.programme(), move |cx| Ok((todo::todo(cx, actor)?, message::to_read(cx, actor)?))).await;
    let (tasks, (to_read, any_notes)) = match waiting {
        Ok(waiting) => waiting,
        Err(error) => return desk.failure(&error),
    };
    let mut s = desk.shell("nav-home");
    s.done = was.message(desk.lang());
    let notes = to_read.iter().map(|one| Note::received(&desk, &s, one)).collect();
    if !desk.may(Action::SeeTotals) {
        let todo = links(&s, &tasks);
        let roles = Held::all(&s, &desk);
        return render(&DeskPage { s, notes, any_notes, todo, roles });
    }
    let use_now = match desk.app().look(desk.programme(), move |cx| live_use::live_use(cx, actor)).await {
        Ok(use_now) => use_now,
        Err(error) => return desk.failure(&error),
    };
    let book = &desk.book;
    let mut partners: Vec<PartnerRow> = use_now
        .by_partner
        .iter()
        .map(|(id, part)| PartnerRow {
            name: book.partner(PartnerId(*id)).map_or_else(|| id.to_string(), |p| p.name.clone()),
            part: *part,
            bar: chart::share(part.redeemed.count, part.handed_out.count),
        })
        .collect();
    partners.sort_by(|a, b| text::compare(desk.lang(), &a.name, &b.name));
    let mut places: Vec<(String, u64, i64)> = use_now
        .by_place
        .iter()
        .map(|(id, q)| (book.place(PlaceId(*id)).map_or_else(|| id.to_string(), |p| p.name.clone()), q.count, q.cents))
        .collect();
    places.sort_by_key(|(_, _, cents)| std::cmp::Reverse(*cents));
    let weeks = weeks(&use_now, book.day_of(desk.app().now()));
    let columns: Vec<Column> = weeks
        .iter()
        .map(|(monday, handed_out, used)| Column {
            label: text::date_short(desk.lang(), *monday)[5..].to_owned(),
            behind: handed_out.count,
            front: used.count,
        })
        .collect();
    let weeks = weeks
        .into_iter()
        .map(|(monday, handed_out, used)| Week {
            monday: text::date_short(desk.lang(), monday),
            handed_out: handed_out.count,
            used: used.count,
            used_cents: used.cents,
        })
        .collect();
    let states = State::ALL
        .into_iter()
        .filter_map(|state| use_now.by_state.get(state.key()).map(|q| (state_words(&s, state), state.key(), q.count, q.cents)))
        .collect();
    let page = HomePage {
        notes,
        any_notes,
        todo: links(&s, &tasks),
        roles: Held::all(&s, &desk),
        week_chart: chart::columns(&s.t("home-weeks-chart"), &columns, desk.lang()),
        closed: book.closed_at.map(|at| s.date(&book.day_of(at))),
        may_run: desk.may(Action::RunSeason),
        // Sold coupons are good after the season; given ones are over.
        may_count: s.links_to("nav-count") && (book.closed_at.is_none() || use_now.sold_live > 0),
        may_hand_out: desk.may(Action::RunSeason) && book.closed_at.is_none(),
        may_see_parts: desk.may(Action::SeeUse),
        total: use_now.total(),
        s,
        use_now,
        partners,
        places,
        weeks,
        states,
    };
    render(&page)
}
