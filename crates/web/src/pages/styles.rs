//! `/styles`: every piece that pages are made of, by day and by night, from the macros that the pages use.

use crate::Web;
use crate::chart::{self, Column, Fan, Side, Stack};
use crate::failure::render;
use crate::page::Shell;
use crate::visit::Visit;
use app::domain::coupon::State;
use app::domain::place::Food;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::civil::{Date, date};
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/styles", get(show))
}

/// The day of the examples.
const DAY: Date = date(2025, 8, 16);

#[derive(Template)]
#[template(path = "styles.html")]
struct StylesPage {
    s: Shell,
    /// The two looks; each begins the identifiers of its examples.
    looks: [&'static str; 2],
    day: String,
    at: String,
    /// Names that a person may have written.
    names: [String; 3],
    options: Vec<(u32, String)>,
    states: Vec<&'static str>,
    sells: Vec<(&'static str, String)>,
    chart: String,
    fan: String,
    stacks: String,
    tornado: String,
    bar: String,
    parts: String,
    week: Vec<String>,
    /// Figures of the examples.
    few: u64,
    part: u64,
    rest: u64,
    whole: u64,
    many: u64,
    cents: i64,
    /// Nothing chosen.
    none: String,
}

async fn show(visit: Visit) -> Response {
    let s = visit.shell("style-title");
    let lang = s.lang;
    let columns: Vec<Column> = [(40, 12), (64, 30), (52, 41), (70, 55)]
        .into_iter()
        .enumerate()
        .map(|(week, (behind, front))| Column { label: format!("08-{:02}", 4 + 7 * week), behind, front })
        .collect();
    let may_be = (0..4u64).map(|week| (300 + week * 100, [9, 10, 11, 12, 13].map(|of| 160_000 + 10_000 * of * week / 2)));
    let fan = Fan {
        was: vec![(0, 0), (100, 60_000), (200, 110_000), (300, 160_000)],
        may_be: may_be.collect(),
        level: Some(300_000),
        labels: (0..6).map(|week| format!("08-{:02}", 4 + 3 * week)).collect(),
    };
    let stack = |(year, missing): (u32, u64)| Stack {
        label: year.to_string(),
        parts: vec![("handed", 20_000), ("k1", 40_000), ("k2", 30_000), ("gap", missing)],
    };
    let stacks: Vec<Stack> = [(2_027, 0), (2_028, 15_000), (2_029, 35_000)].into_iter().map(stack).collect();
    let side = |input: &str, low, high| Side { label: s.label("scenario-input", input), low: Some(low), high: Some(high) };
    let sides = [side("use", -40_000, 45_000), side("share", -25_000, 10_000)];
    let names = ["partners", "vendors", "places"].map(|kind| s.label("import-example", kind));
    let page = StylesPage {
        looks: ["day", "night"],
        day: s.date(&DAY),
        at: text::date_full(lang, DAY),
        options: names.iter().cloned().zip(1..).map(|(name, id)| (id, name)).collect(),
        states: State::ALL.into_iter().map(State::key).collect(),
        sells: Food::ALL.into_iter().map(|food| (food.key(), text::label(lang, &food))).collect(),
        chart: chart::columns(&s.t("home-weeks-chart"), &columns, lang),
        fan: chart::fan(&s.t("forecast-fan-title"), &fan, lang),
        stacks: chart::stacks(&s.t("scenario-mix-title"), &stacks, lang),
        tornado: chart::tornado(&s.t("scenario-tornado"), 0, &sides),
        bar: chart::share(55, 70),
        parts: chart::parts(&[("k1", 50), ("k2", 30), ("k3", 10), ("k4", 10)], 100),
        week: (1..=7).map(|day| s.t(&format!("hours-short-{day}"))).collect(),
        names,
        few: 4,
        part: 55,
        rest: 15,
        whole: 70,
        many: 1_234,
        cents: 123_450,
        none: String::new(),
        s,
    };
    render(&page)
}
