//! A programme's home: first what needs doing, then live use, by one breakdown at a time: a picture and a table.

use crate::Web;
use crate::chart::{self, Column};
use crate::failure::render;
use crate::form::Done;
use crate::page::Shell;
use crate::pages::messages::Note;
use crate::pages::people;
use crate::read::Query;
use crate::todo::{Todo, links};
use crate::visit::Desk;
use app::desk::{self, Glance};
use app::domain::coupon::State;
use app::domain::ids::{ClassId, FundId, PartnerId, PlaceId};
use app::domain::programme::Book;
use app::domain::role::Role;
use app::live_use::{self, LiveUse, PartUse, Quantity};
use app::message;
use app::permit::Action;
use app::todo;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}", get(show))
}

/// What the use is broken down by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Week,
    Partner,
    Place,
    Class,
    Fund,
}

impl By {
    const ALL: [Self; 5] = [Self::Week, Self::Partner, Self::Place, Self::Class, Self::Fund];

    /// As the address says it; its words are `home-by-<key>`.
    const fn key(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Partner => "partner",
            Self::Place => "place",
            Self::Class => "class",
            Self::Fund => "fund",
        }
    }

    /// The key of the table's words, and the table's file.
    const fn table(self) -> (&'static str, &'static str) {
        match self {
            Self::Week => ("home-week-of", "weeks"),
            Self::Partner => ("head-partner", "partners-use"),
            Self::Place => ("head-place", "places-use"),
            Self::Class => ("head-class", "classes-use"),
            Self::Fund => ("head-fund", "funds-use"),
        }
    }
}

/// `?by=class`.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    by: String,
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
    total: PartUse,
    by: By,
    /// Each breakdown: its key and words.
    choices: Vec<(&'static str, String)>,
    parts: Vec<PartRow>,
    places: Vec<PlaceRow>,
    weeks: Vec<Week>,
    week_chart: String,
    /// Each with its words: « remis » and « utilisé » are said more precisely here, because the figures above count
    /// something narrower.
    states: Vec<(String, &'static str, u64, i64)>,
    closed: Option<String>,
    small: u64,
    /// Something may wait for whoever is here: they do more than read.
    may_act: bool,
    may_run: bool,
    may_count: bool,
    may_hand_out: bool,
    /// Whether organisations and places are told apart, and figures open their lists; or only totals are seen.
    may_see_parts: bool,
}

/// An organisation, a class or a fund.
struct PartRow {
    name: String,
    /// As lists are limited to it: `&partner=3`; nothing for what is no fund.
    limit: String,
    part: PartUse,
    bar: String,
}

struct PlaceRow {
    name: String,
    limit: String,
    used: Quantity,
    is_small: bool,
    bar: String,
}

/// A week, by its Monday.
struct Week {
    monday: String,
    limit: String,
    handed_out: u64,
    used: u64,
    used_cents: i64,
    /// Too few hand-outs to be told, too few coupons.
    few: (bool, bool),
}

impl HomePage {
    /// What was used for each household, or each hand-out.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass references")]
    fn each(&self, among: &u64) -> String {
        self.each_of(&self.total.redeemed.cents, among)
    }

    /// A value shared among so many.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass references")]
    fn each_of(&self, cents: &i64, among: &u64) -> String {
        self.s.money(&(cents / i64::try_from((*among).max(1)).unwrap_or(i64::MAX)))
    }
}

#[derive(Template)]
#[template(path = "home/desk.html")]
struct DeskPage {
    s: Shell,
    notes: Vec<Note>,
    any_notes: bool,
    todo: Vec<Todo>,
    glances: Vec<Seen>,
    roles: Vec<Held>,
}

/// A figure at a glance, and the page that says more.
struct Seen {
    label: String,
    value: String,
    note: String,
    href: String,
}

impl Seen {
    fn new(s: &Shell, book: &Book, glance: &Glance, today: Date) -> Self {
        let base = s.base();
        match glance {
            Glance::Owed { vendor, amounts, promised_for } => {
                let sum = amounts.iter().map(|a| s.amount(&a.minor, &a.unit)).collect::<Vec<_>>().join(" + ");
                Self {
                    label: s.w("home-glance-owed", "name", text::Names::vendor(book, *vendor)),
                    value: if sum.is_empty() { s.money(&0) } else { sum },
                    note: promised_for.map_or_else(String::new, |on| {
                        let late = if on < today { format!(" {}", s.t("vendor-late")) } else { String::new() };
                        format!("{}.{late}", s.w("vendor-promised", "on", s.date(&on)))
                    }),
                    href: format!("{base}/vendor"),
                }
            }
            Glance::InHand { partner, count } => Self {
                label: s.w("home-glance-in-hand", "name", text::Names::partner(book, *partner)),
                value: s.n("count-coupons", count),
                note: String::new(),
                href: format!("{base}/handouts"),
            },
            Glance::Left { fund, cents } => Self {
                label: s.w("home-glance-left", "name", text::Names::fund(book, *fund)),
                value: s.money(cents),
                note: String::new(),
                href: format!("{base}/funds"),
            },
        }
    }
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
            scope: people::scope(&desk.book, *role),
            hint: s.hint("role", role.key()),
            path: role.key().replace('_', "-"),
        };
        desk.roles.iter().map(held).collect()
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

/// Rows by name, the ones without anything left out.
fn parts(s: &Shell, rows: impl Iterator<Item = (String, String, PartUse)>) -> Vec<PartRow> {
    let mut rows: Vec<PartRow> = rows
        .filter(|(.., part)| part.is_small || part.allotted.count > 0)
        .map(|(name, limit, part)| PartRow { name, limit, part, bar: chart::share(part.redeemed.count, part.handed_out.count) })
        .collect();
    rows.sort_by(|a, b| text::compare(s.lang, &a.name, &b.name));
    rows
}

fn part_rows(s: &Shell, book: &Book, by: By, live: &LiveUse) -> Vec<PartRow> {
    let limit = |id: &dyn std::fmt::Display| format!("&{}={id}", by.key());
    match by {
        By::Partner => {
            parts(s, live.by_partner.iter().map(|(id, part)| (text::Names::partner(book, PartnerId(*id)), limit(id), *part)))
        }
        By::Class => {
            let name = |id: u8| book.class(ClassId(id)).map_or_else(String::new, |c| format!("{} · {}", c.letter, c.name));
            parts(s, live.by_class.iter().map(|(id, part)| (name(*id), limit(id), *part)))
        }
        By::Fund => {
            let named = |id: u32| match book.fund(FundId(id)) {
                Some(fund) => (fund.name.clone(), limit(&id)),
                None => (s.t("home-no-fund"), String::new()),
            };
            let row = |(id, part): (&u32, &PartUse)| {
                let (name, limit) = named(*id);
                (name, limit, *part)
            };
            parts(s, live.by_fund.iter().map(row))
        }
        By::Week | By::Place => Vec::new(),
    }
}

fn place_rows(book: &Book, live: &LiveUse) -> Vec<PlaceRow> {
    let whole = live.by_place.values().map(|q| q.count).sum();
    let mut rows: Vec<PlaceRow> = live
        .by_place
        .iter()
        .map(|(id, used)| PlaceRow {
            name: text::Names::place(book, PlaceId(*id)),
            limit: format!("&place={id}"),
            used: *used,
            is_small: live.small_places.contains(id),
            bar: chart::share(used.count, whole),
        })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.used.count));
    rows
}

async fn show(desk: Desk, Query(was): Query<Done>, Query(asked): Query<Asked>) -> Response {
    let actor = desk.actor();
    let waiting = desk
        .app()
        .look(desk.programme(), move |cx| Ok((todo::todo(cx, actor)?, message::to_read(cx, actor)?, desk::glances(cx, actor)?)));
    let (tasks, (to_read, any_notes), glances) = match waiting.await {
        Ok(waiting) => waiting,
        Err(error) => return desk.failure(&error),
    };
    let mut s = desk.shell("nav-home");
    s.done = was.message(desk.lang());
    let notes = to_read.iter().map(|one| Note::received(&desk, &s, one)).collect();
    if !desk.may(Action::SeeTotals) {
        let todo = links(&s, &tasks);
        let roles = Held::all(&s, &desk);
        let glances =
            glances.iter().map(|glance| Seen::new(&s, &desk.book, glance, desk.book.day_of(desk.app().now()))).collect();
        return render(&DeskPage { s, notes, any_notes, todo, glances, roles });
    }
    let live = match desk.app().look(desk.programme(), move |cx| live_use::live_use(cx, actor)).await {
        Ok(live) => live,
        Err(error) => return desk.failure(&error),
    };
    let book = &desk.book;
    let may_see_parts = desk.may(Action::SeeUse);
    let by = By::ALL.into_iter().find(|by| by.key() == asked.by).filter(|_| may_see_parts).unwrap_or(By::Week);
    let weeks = weeks(&live, book.day_of(desk.app().now()));
    let columns: Vec<Column> = weeks
        .iter()
        .map(|(monday, handed_out, used)| Column {
            label: text::short_day(desk.lang(), *monday),
            behind: handed_out.count,
            front: used.count,
        })
        .collect();
    let weeks = weeks
        .into_iter()
        .map(|(monday, handed_out, used)| Week {
            monday: text::date_short(desk.lang(), monday),
            limit: format!("&week={monday}"),
            handed_out: handed_out.count,
            used: used.count,
            used_cents: used.cents,
            few: (live.small_weeks_handed_out.contains(&monday), live.small_weeks.contains(&monday)),
        })
        .collect();
    let states = State::ALL
        .into_iter()
        .filter_map(|state| live.by_state.get(state.key()).map(|q| (state_words(&s, state), state.key(), q.count, q.cents)))
        .collect();
    let choice = |by: By| (by.key(), s.t(&format!("home-by-{}", by.key())));
    let page = HomePage {
        notes,
        any_notes,
        todo: links(&s, &tasks),
        roles: Held::all(&s, &desk),
        week_chart: chart::columns(&s.t("home-weeks-chart"), &columns, desk.lang()),
        closed: book.closed_at.map(|at| s.date(&book.day_of(at))),
        may_act: [Action::RunSeason, Action::Pay, Action::Approve, Action::ReceiveMoney]
            .into_iter()
            .any(|action| desk.may(action)),
        may_run: desk.may(Action::RunSeason),
        // Sold coupons are good after the season; given ones are over.
        may_count: s.links_to("nav-count") && (book.closed_at.is_none() || live.sold_live > 0),
        may_hand_out: desk.may(Action::RunSeason) && book.closed_at.is_none(),
        choices: if may_see_parts { By::ALL.into_iter().map(choice).collect() } else { Vec::new() },
        parts: part_rows(&s, book, by, &live),
        places: if by == By::Place { place_rows(book, &live) } else { Vec::new() },
        small: app::domain::disclosure::SMALL,
        total: live.total,
        may_see_parts,
        by,
        s,
        weeks,
        states,
    };
    render(&page)
}
