//! A plan's page: a few sentences, its years, who pays, what matters most, everything that is supposed. And its files.

use super::{day, shell, whose, written};
use crate::Web;
use crate::chart::{self, Side, Stack};
use crate::failure::render;
use crate::form::Done;
use crate::page::Shell;
use crate::read::Query;
use crate::visit::{At, Owner};
use app::domain::refusal::Refusal;
use app::scenario::{self, Input, Outlook, Scenario, Seen, Year, measured, origin, paper, table};
use app::tables::Style;
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;
use text::Lang;

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/scenarios/{scenario}", get(show)).route("/scenarios/{scenario}/files/{file}", get(file))
}

/// Colours of the sources, in order; those that come after share the last.
const COLOURS: [&str; 4] = ["k1", "k2", "k4", "k3"];

/// A year of the table.
struct YearRow {
    year: String,
    cells: Vec<String>,
    /// How the year is paid: what was left, each source, what is missing.
    paid: Vec<String>,
}

/// Something that matters.
struct BarRow {
    what: String,
    low: (String, String),
    high: (String, String),
}

/// Something that is supposed.
struct Supposed {
    what: String,
    values: [String; 3],
}

#[derive(Template)]
#[template(path = "scenario/scenario.html")]
struct ScenarioPage {
    s: Shell,
    base: String,
    whose: String,
    written: String,
    may_write: bool,
    is_old: bool,
    /// Versions: number, who and when.
    versions: Vec<(u32, String)>,
    says: Vec<String>,
    /// What is said of the local economy, with its multiplier and where it comes from.
    economy: Vec<String>,
    figures: Vec<(String, String, String)>,
    years: Vec<YearRow>,
    sources: Vec<String>,
    /// Colour and words of each part of the chart.
    legend: Vec<(&'static str, String)>,
    mix: String,
    tornado: String,
    base_says: String,
    bars: Vec<BarRow>,
    no_range: String,
    waves: Vec<Vec<String>>,
    givers: Vec<Vec<String>>,
    supposed: Vec<Supposed>,
    /// Where each figure and line comes from.
    origins: Vec<(String, String)>,
    /// What nobody filled in, in a sentence.
    left_empty: String,
    /// Published figures: what about, whose, how much, source.
    cited: Vec<[String; 4]>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    done: String,
    version: String,
}

fn whole(cents: i64) -> u64 {
    u64::try_from((cents + 50) / 100).unwrap_or(0)
}

fn row(s: &Shell, name: String, year: &Year) -> YearRow {
    let money = |cents: i64| paper::dollars(s.lang, cents);
    let run = year.operations_cents + year.setup_cents;
    let amounts = [year.spent_cents, run, year.cost_cents(), year.missing_cents, year.float_cents];
    let people = [year.territories, year.households].map(|n| text::number(s.lang, n));
    let paid = [year.carried_in_cents].into_iter().chain(year.received_cents.iter().copied());
    YearRow {
        year: name,
        cells: people.into_iter().chain(amounts.map(money)).collect(),
        paid: paid.chain([year.missing_cents, year.carried_out_cents]).map(money).collect(),
    }
}

/// The chart of who pays, and its legend.
fn mix(s: &Shell, plan: &Scenario, all: &Outlook) -> (String, Vec<(&'static str, String)>) {
    let colour = |index: usize| COLOURS[index.min(COLOURS.len() - 1)];
    let stack = |year: &Year| {
        let mut parts = vec![("handed", whole(year.used_carried_cents()))];
        parts.extend(year.used_cents.iter().enumerate().map(|(index, cents)| (colour(index), whole(*cents))));
        parts.push(("gap", whole(year.missing_cents)));
        Stack { label: year.year.to_string(), parts }
    };
    let stacks: Vec<Stack> = all.years.iter().map(stack).collect();
    let named = plan.sources.iter().take(COLOURS.len() - 1).enumerate();
    let mut legend: Vec<(&str, String)> = named.map(|(index, source)| (colour(index), source.name.clone())).collect();
    match plan.sources.len() {
        n if n == COLOURS.len() => legend.push((colour(n - 1), plan.sources[n - 1].name.clone())),
        n if n > COLOURS.len() => legend.push((colour(n - 1), s.t("scenario-other-sources"))),
        _ => {}
    }
    if all.years.iter().any(|year| year.used_carried_cents() > 0) {
        legend.push(("handed", s.t("scenario-head-carried-in")));
    }
    if all.total.missing_cents > 0 {
        legend.push(("gap", s.t("scenario-head-missing")));
    }
    (chart::stacks(&s.t("scenario-mix-title"), &stacks, s.lang), legend)
}

fn page(s: Shell, seen: &Seen) -> ScenarioPage {
    let plan = &seen.scenario;
    let all = scenario::outlook(plan);
    let bars = scenario::tornado(plan);
    let (lang, total) = (s.lang, &all.total);
    let money = |cents: i64| paper::dollars(lang, cents);
    let sides: Vec<Side> = bars
        .iter()
        .map(|bar| Side {
            label: paper::varied(lang, plan, bar.what),
            low: bar.low.map(|end| end.short_cents),
            high: bar.high.map(|end| end.short_cents),
        })
        .collect();
    let total_name = s.t("scenario-total");
    let years = all.years.iter().map(|year| row(&s, year.year.to_string(), year)).chain([row(&s, total_name, total)]);
    let served: i64 = all.years.iter().map(|year| year.households).sum();
    let each = total.cost_cents().checked_div(served);
    let mut figures = vec![
        (s.t("scenario-head-cost"), money(total.cost_cents()), s.w("scenario-of-food", "amount", money(total.spent_cents))),
        (s.t("scenario-head-missing"), money(total.missing_cents), String::new()),
        (s.t("scenario-float-most"), money(total.float_cents), s.t("scenario-float-hint")),
    ];
    if let Some(each) = each {
        figures.push((s.t("scenario-each"), money(each), s.t("scenario-each-hint")));
    }
    let supposed = plan.inputs.iter().map(|(input, assumed)| {
        let value = |value: Option<i64>| value.map_or_else(|| "—".to_owned(), |value| measured(lang, *input, value));
        let values = [value(assumed.low), value(assumed.likely), value(assumed.high)];
        Supposed { what: s.label("scenario-input", input.key()), values }
    });
    let without =
        plan.inputs.iter().filter(|(_, assumed)| assumed.likely.is_some() && assumed.low.is_none() && assumed.high.is_none());
    let without: Vec<String> = without.map(|(input, _)| s.label("scenario-input", input.key())).collect();
    let cited = scenario::figures().cited.iter().filter_map(|cited| {
        let input = Input::named(&cited.input)?;
        let whose = if lang == Lang::Fr { &cited.fr } else { &cited.en };
        let mut value = measured(lang, input, cited.value);
        if cited.to_validate {
            value = s.w("scenario-to-validate", "value", value);
        }
        let facts = [("source", cited.source.as_str().into()), ("day", text::date(lang, cited.read_on).into())];
        Some([s.label("scenario-input", input.key()), whose.clone(), value, text::tr(lang, "scenario-cited-from", &facts)])
    });
    let mut economy = Vec::new();
    if let (Some(times), Some(impact)) = (plan.likely(Input::Impact), total.impact_cents) {
        let why = plan.inputs.get(&Input::Impact).map_or_else(String::new, |assumed| origin(lang, assumed));
        let facts =
            [("times", measured(lang, Input::Impact, times).into()), ("amount", money(impact).into()), ("why", why.into())];
        economy.push(text::tr(lang, "scenario-says-impact", &facts));
    }
    economy.extend(total.own_cents.map(|own| s.w("scenario-says-own", "amount", money(own))));
    let (mix, legend) = mix(&s, plan, &all);
    let versions = seen.versions.iter().rev().map(|(number, who, at)| {
        let who = if who.is_empty() { s.t("scenario-somebody") } else { who.clone() };
        (*number, s.ww("scenario-version-by", "who", who, "day", text::date(lang, day(*at))))
    });
    ScenarioPage {
        base: format!("/scenarios/{}", seen.id),
        whose: whose(&s, seen.book.as_deref()),
        written: written(&s, seen),
        may_write: seen.may_write,
        is_old: seen.versions.last().is_some_and(|(number, ..)| *number != seen.version),
        versions: versions.collect(),
        says: paper::sentences(lang, plan, &all),
        economy,
        figures,
        years: years.collect(),
        sources: plan.sources.iter().map(|source| source.name.clone()).collect(),
        legend,
        mix,
        tornado: chart::tornado(&s.t("scenario-tornado"), all.short_cents(), &sides),
        base_says: paper::base(lang, &all),
        bars: bars
            .iter()
            .zip(&sides)
            .map(|(bar, side)| BarRow {
                what: side.label.clone(),
                low: paper::end(lang, bar, bar.low),
                high: paper::end(lang, bar, bar.high),
            })
            .collect(),
        no_range: if without.is_empty() { String::new() } else { s.w("scenario-no-range", "what", text::list(lang, &without)) },
        waves: plan
            .waves
            .iter()
            .map(|wave| {
                let name =
                    if wave.territories == 1 { wave.name.clone() } else { format!("{} × {}", wave.territories, wave.name) };
                let weekly = text::money_short(lang, wave.weekly_cents, "CAD");
                let households = text::number(lang, wave.households);
                vec![name, wave.joins.to_string(), households, weekly, text::number(lang, wave.weeks)]
            })
            .collect(),
        givers: plan
            .sources
            .iter()
            .map(|source| {
                let certainty = s.label("scenario-certainty", source.certainty.key());
                let upfront = measured(lang, Input::Share, source.upfront);
                let years = paper::years_of(lang, source);
                vec![source.name.clone(), certainty, paper::gives(lang, source), years, upfront]
            })
            .collect(),
        supposed: supposed.collect(),
        origins: paper::origins(lang, plan),
        left_empty: paper::left_empty(lang, plan),
        cited: cited.collect(),
        s,
    }
}

async fn show(owner: Owner, At(id): At<u32>, Query(asked): Query<Asked>) -> Response {
    let version = asked.version.trim().parse().ok();
    match owner.visit.app().scenario(owner.signed.person.id, id, version).await {
        Ok(seen) => {
            let mut s = shell(&owner, "nav-scenarios");
            s.title.clone_from(&seen.scenario.name);
            s.done = Done { done: asked.done }.message(s.lang);
            render(&page(s, &seen))
        }
        Err(error) => owner.visit.failure(&error),
    }
}

async fn file(owner: Owner, At((id, name)): At<(u32, String)>) -> Response {
    let seen = match owner.visit.app().scenario(owner.signed.person.id, id, None).await {
        Ok(seen) => seen,
        Err(error) => return owner.visit.failure(&error),
    };
    let (lang, today) = (owner.visit.lang, day(owner.visit.app().now()));
    let years = || table::years(lang, &seen.scenario, &scenario::outlook(&seen.scenario), today);
    let fault = |error: std::io::Error| app::Error::Fault(app::Fault::Other(error.to_string()));
    let (mime, made) = match name.as_str() {
        "case.pdf" => ("application/pdf", seen.business_case(lang, today).await),
        "years.xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", years().to_xlsx().map_err(fault)),
        "years.csv" => ("text/csv; charset=utf-8", years().to_csv(Style { is_french: lang == Lang::Fr }).map_err(fault)),
        _ => return owner.visit.failure(&Refusal::NotFound.into()),
    };
    match made {
        Ok(bytes) => {
            let disposition = format!("attachment; filename=\"scenario-{id}-{name}\"");
            ([(header::CONTENT_TYPE, mime.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
        }
        Err(error) => owner.visit.failure(&error),
    }
}
