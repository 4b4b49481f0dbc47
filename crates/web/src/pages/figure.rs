//! What a figure is made of: the list behind a number of another page, limited to what somebody may see.

use crate::Web;
use crate::failure::render;
use crate::form;
use crate::page::Shell;
use crate::read::Query;
use crate::visit::Desk;
use app::domain::amount::Unit;
use app::domain::ids::{ClassId, FundId, PartnerId, PlaceId, VendorId};
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::figure::{self, Figure, Filter, Grain};
use app::permit::Action;
use app::tables::{self, Cell, Kind};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::civil::Date;
use serde::Deserialize;
use std::str::FromStr;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/figure", get(show))
}

/// Lines on a page.
const LINES: usize = 50;

/// A figure and what its list is limited to, as an address says it.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(crate) struct Asked {
    pub(crate) of: String,
    class: String,
    fund: String,
    partner: String,
    place: String,
    vendor: String,
    week: String,
    day: String,
    since: String,
    until: String,
    band: String,
    /// The days of a funder's report, for its table.
    pub(crate) period: String,
    page: String,
}

/// What a field of an address says; what cannot be read leads nowhere.
fn field<T: FromStr>(text: &str) -> Result<Option<T>, Refusal> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Refusal::NotFound),
    }
}

impl Asked {
    pub(crate) fn read(&self) -> Result<(Figure, Filter), Refusal> {
        let figure = Figure::parse(&self.of).ok_or(Refusal::NotFound)?;
        let filter = Filter {
            class: field(&self.class)?.map(ClassId),
            fund: field(&self.fund)?.map(FundId),
            partner: field(&self.partner)?.map(PartnerId),
            place: field(&self.place)?.map(PlaceId),
            vendor: field(&self.vendor)?.map(VendorId),
            week: field::<Date>(&self.week)?,
            day: field::<Date>(&self.day)?,
            since: field::<Date>(&self.since)?,
            until: field::<Date>(&self.until)?,
            band: Some(self.band.clone()).filter(|band| !band.is_empty()),
        };
        Ok((figure, filter))
    }

    /// The fields that limit the list, each with the key of its words.
    fn limits(&self) -> [(&'static str, &'static str, &str); 10] {
        [
            ("class", "head-class", &self.class),
            ("fund", "head-fund", &self.fund),
            ("partner", "head-partner", &self.partner),
            ("place", "head-place", &self.place),
            ("vendor", "head-vendor", &self.vendor),
            ("week", "home-week-of", &self.week),
            ("day", "head-date", &self.day),
            ("since", "figure-since", &self.since),
            ("until", "figure-through", &self.until),
            ("band", "bands-band", &self.band),
        ]
    }

    /// The address of the same list, one limit left out.
    fn query(&self, without: &str) -> String {
        self.limits()
            .iter()
            .filter(|(name, _, value)| *name != without && !value.is_empty())
            .fold(format!("?of={}", form::in_address(&self.of)), |query, (name, _, value)| {
                format!("{query}&{name}={}", form::in_address(value))
            })
    }
}

/// What the list is limited to: words, and the address of the list without it.
struct Limit {
    words: String,
    without: String,
}

/// A choice list that limits further.
struct Choice {
    name: &'static str,
    label: String,
    options: Vec<(String, String)>,
    chosen: String,
}

#[derive(Template)]
#[template(path = "figure/figure.html")]
struct FigurePage {
    s: Shell,
    hint: String,
    of: String,
    limits: Vec<Limit>,
    choices: Vec<Choice>,
    hand_outs: u64,
    count: u64,
    amount: String,
    is_money: bool,
    /// Whether its lines are coupons too, beside what they are worth.
    has_coupons: bool,
    is_small: bool,
    small: u64,
    /// How the lines were put together, for who does not see each act.
    grain: Option<&'static str>,
    /// Each heading, and whether it is a figure.
    heads: Vec<(String, bool)>,
    rows: Vec<Vec<(String, bool)>>,
    query: String,
    page: usize,
    pages: usize,
    back: (&'static str, &'static str),
}

impl FigurePage {
    fn page_of(&self) -> String {
        self.s.ww("app-page-of", "page", self.page.to_string(), "pages", self.pages.to_string())
    }
}

fn words(s: &Shell, cell: &Cell, unit: Unit) -> (String, bool) {
    match cell {
        Cell::Text(text) => (text.clone(), false),
        Cell::Count(count) => (text::number(s.lang, *count), true),
        Cell::Amount(minor) | Cell::Worked { minor, .. } => (s.amount(minor, &unit), true),
        Cell::Share { part, whole } => (s.percent(part, whole), true),
        Cell::Day(day) => (text::date_short(s.lang, *day), true),
        Cell::At(at) => (text::date_short(s.lang, at.date()), true),
        Cell::Nothing => (String::new(), false),
    }
}

fn choices(s: &Shell, book: &Book, figure: Figure, asked: &Asked) -> Vec<Choice> {
    let named = |list: Vec<(u32, String)>| list.into_iter().map(|(id, name)| (id.to_string(), name)).collect::<Vec<_>>();
    let classes = book.classes.iter().map(|c| (c.id.0.to_string(), format!("{} · {}", c.letter, c.name))).collect();
    let funds = book.funds.iter().map(|f| (f.id.0.to_string(), f.name.clone())).collect();
    let bands = book.bands.iter().map(|b| (b.key.clone(), b.label.clone())).collect();
    let coupons = !figure.is_money() && figure != Figure::HandOuts;
    let lists = [
        ("class", coupons, classes),
        ("fund", true, funds),
        ("partner", !figure.is_money(), named(form::partners(book))),
        ("place", figure.is_spending(), named(form::places(book))),
        ("vendor", figure.is_spending() || matches!(figure, Figure::Owed | Figure::ToPay), named(form::vendors(book))),
        ("band", figure == Figure::HandOuts, bands),
    ];
    let limits = asked.limits();
    let choice = |(name, options): (&'static str, Vec<(String, String)>)| {
        let (_, key, chosen) = limits.iter().find(|(field, ..)| *field == name).copied().unwrap_or(("", "head-what", ""));
        Choice { name, label: s.t(key), options, chosen: chosen.to_owned() }
    };
    lists.into_iter().filter(|(_, says, _)| *says).map(|(name, _, options)| (name, options)).map(choice).collect()
}

/// What the list is limited to, in words.
fn limits(s: &Shell, book: &Book, asked: &Asked, filter: &Filter) -> Vec<Limit> {
    use text::Names;
    let class = filter.class.and_then(|id| book.class(id)).map(|c| format!("{} · {}", c.letter, c.name));
    let band = |key: &String| book.bands.iter().find(|b| b.key == *key).map_or_else(|| key.clone(), |b| b.label.clone());
    let said: [(&str, Option<String>); 10] = [
        ("class", class),
        ("fund", filter.fund.map(|id| Names::fund(book, id))),
        ("partner", filter.partner.map(|id| Names::partner(book, id))),
        ("place", filter.place.map(|id| Names::place(book, id))),
        ("vendor", filter.vendor.map(|id| Names::vendor(book, id))),
        ("week", filter.week.map(|day| s.date(&day))),
        ("day", filter.day.map(|day| s.date(&day))),
        ("since", filter.since.map(|day| s.date(&day))),
        ("until", filter.until.map(|day| s.date(&day))),
        ("band", filter.band.as_ref().map(band)),
    ];
    let keys = asked.limits();
    let words = |name: &str, value: String| {
        let key = keys.iter().find(|(field, ..)| *field == name).map_or("head-what", |(_, key, _)| *key);
        Limit { words: s.ww("figure-limit", "what", s.t(key), "value", value), without: asked.query(name) }
    };
    said.into_iter().filter_map(|(name, value)| value.map(|value| words(name, value))).collect()
}

async fn show(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let (figure, filter) = match asked.read() {
        Ok(read) => read,
        Err(refusal) => return desk.failure(&refusal.into()),
    };
    let actor = desk.actor();
    let listed = match desk.app().look(desk.programme(), move |cx| figure::list(cx, actor, figure, filter.clone())).await {
        Ok(listed) => listed,
        Err(error) => return desk.failure(&error),
    };
    let key = format!("figure-{}", figure.key().replace('_', "-"));
    let s = desk.shell(&key);
    let (book, now) = (desk.book.clone(), desk.app().now());
    let pages = listed.lines.len().div_ceil(LINES).max(1);
    let page = asked.page.trim().parse().unwrap_or(1).clamp(1, pages);
    let (hand_outs, count, amounts) = (listed.hand_outs(), listed.count(), listed.amounts());
    let amount = amounts
        .iter()
        .filter(|(unit, minor)| **minor != 0 || (**unit == Unit::CAD && amounts.len() == 1))
        .map(|(unit, minor)| s.amount(minor, unit))
        .collect::<Vec<_>>()
        .join(" + ");
    let table = tables::of_figure(book.clone(), desk.lang(), now, figure, &listed);
    let told = table.rows.iter().zip(&listed.lines).skip((page - 1) * LINES).take(LINES);
    let rows = told.map(|(row, line)| row.iter().map(|cell| words(&s, cell, line.unit)).collect());
    render(&FigurePage {
        hint: s.t(&format!("{key}-hint")),
        limits: limits(&s, &book, &asked, &listed.filter),
        choices: if listed.grain == Grain::Act { choices(&s, &book, figure, &asked) } else { Vec::new() },
        hand_outs,
        count,
        amount,
        is_money: figure.is_money(),
        has_coupons: !figure.is_money() || (count > 0 && matches!(figure, Figure::Spent | Figure::Owed | Figure::ToPay)),
        is_small: listed.is_small,
        small: app::domain::disclosure::SMALL,
        grain: match listed.grain {
            Grain::Act => None,
            Grain::Day => Some("figure-by-day"),
            Grain::Weeks => Some("figure-by-weeks"),
        },
        heads: table.columns.iter().map(|c| (c.label.clone(), c.kind == Kind::Value)).collect(),
        rows: rows.collect(),
        query: asked.query(""),
        of: asked.of,
        page,
        pages,
        back: if figure.is_money() && s.links_to("nav-funds") && !desk.may(Action::SeeAll) {
            ("/funds", "nav-funds")
        } else {
            ("", "nav-home")
        },
        s,
    })
}
