//! What may become of the season: first a sentence, then the figures, the weeks, the funds, what changes would do, and
//! everything that is believed, to be changed by whoever asks. A form sent by `GET`: an address says all that was asked.

mod words;

use crate::Web;
use crate::chart::{self, Column, Fan};
use crate::failure::render;
use crate::page::Shell;
use crate::read::Query;
use crate::visit::Desk;
use app::Error;
use app::domain::forecast::{Priors, Spread, Week};
use app::domain::ids::PlaceId;
use app::domain::refusal::Refusal;
use app::forecast::{Asked, BELIEFS, Outlook, Season, gather};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/forecast", get(show))
}

/// A field of the form: its name, what is in it, what it would be left alone.
struct Field {
    key: &'static str,
    value: String,
    usual: String,
}

/// A week of the table.
struct Row {
    week: String,
    spent: String,
    until: [String; 3],
    cash: String,
    cash_until: String,
}

/// What becomes of a fund.
struct Fund {
    name: String,
    promised: String,
    spent: String,
    left: [String; 3],
}

/// What a change would do.
struct ChangeRow {
    what: String,
    spent: String,
    over: String,
    households: String,
}

/// A final use of known programmes.
struct Known {
    words: String,
    range: String,
    source: String,
}

#[derive(Template)]
#[template(path = "forecast/forecast.html")]
struct ForecastPage {
    s: Shell,
    /// The sentence, in parts.
    says: Vec<String>,
    households: Option<String>,
    planned: String,
    over: String,
    spent: String,
    spent_range: String,
    uses: String,
    uses_range: String,
    ceiling: String,
    decided: String,
    fan: String,
    cash: String,
    /// What the bank must hold.
    bank: String,
    has_level: bool,
    rows: Vec<Row>,
    funds: Vec<Fund>,
    changes: Vec<ChangeRow>,
    main: Vec<Field>,
    places: Vec<(u32, String)>,
    closed: String,
    use_range: [Field; 2],
    beliefs: Vec<Field>,
    known: Vec<Known>,
    learned: Vec<String>,
    is_over: bool,
    has_asked: bool,
}

impl ForecastPage {
    /// Whether somebody replaced a belief.
    fn has_beliefs(&self) -> bool {
        self.use_range.iter().chain(&self.beliefs).any(|field| !field.value.trim().is_empty())
    }
}

/// What the address says. Empty is what the book says.
type Written = BTreeMap<String, String>;

fn number(written: &Written, key: &str) -> Result<Option<u32>, Refusal> {
    let text = written.get(key).map_or("", |text| text.trim());
    let clean = text.trim_end_matches(['%', '$']).trim();
    if clean.is_empty() {
        return Ok(None);
    }
    clean.parse().map(Some).map_err(|_| Refusal::NotANumber { written: text.to_owned() })
}

fn asked(written: &Written) -> Result<Asked, Refusal> {
    let mut beliefs = BTreeMap::new();
    for key in BELIEFS.iter().map(|belief| belief.key).chain(["use-low", "use-high"]) {
        if let Some(percent) = number(written, key)? {
            beliefs.insert(key.to_owned(), percent);
        }
    }
    Ok(Asked {
        scale: number(written, "scale")?,
        weeks: number(written, "weeks")?,
        households: number(written, "households")?.map(u64::from),
        closed: number(written, "closed")?.map(PlaceId),
        coupon_cents: number(written, "coupon")?.map(|dollars| i64::from(dollars) * 100),
        sure: number(written, "sure")?,
        beliefs,
    })
}

async fn show(desk: Desk, Query(written): Query<Written>) -> Response {
    let actor = desk.actor();
    let season = match desk.app().look(desk.programme(), move |cx| gather(cx, actor)).await {
        Ok(season) => season,
        Err(error) => return desk.failure(&error),
    };
    let mut s = desk.shell("nav-forecast");
    let (status, asked) = match asked(&written) {
        Ok(asked) => (None, asked),
        Err(refusal) => (Some(s.say_no(&Error::Refused(refusal), &*desk.book, "")), Asked::default()),
    };
    // Drawing seasons is work of its own: not on the thread that answers everybody.
    let drawn = tokio::task::spawn_blocking(move || {
        let outlook = season.foresee(&asked);
        (season, outlook)
    });
    let page = match drawn.await {
        Ok((season, outlook)) => render(&page(s, &season, &outlook, &written)),
        Err(stopped) => return desk.failure(&Error::Fault(app::Fault::Other(stopped.to_string()))),
    };
    match status {
        Some(status) => status.with(page),
        None => page,
    }
}

fn cents(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}

/// A page's amounts are in whole dollars: a forecast of cents would say more than it knows.
fn dollars(s: &Shell, value: i64) -> String {
    text::money_short(s.lang, (value + if value < 0 { -50 } else { 50 }) / 100 * 100, "CAD")
}

/// How far into its week a day is, hundredths.
fn into(day: Date) -> u64 {
    let days = u64::try_from(day.weekday().since(Weekday::Monday)).unwrap_or(0) + 1;
    days * 100 / 7
}

fn fan(s: &Shell, season: &Season, outlook: &Outlook) -> String {
    let mut mondays: Vec<Date> =
        season.spent_so_far.iter().map(|(monday, _)| *monday).chain(outlook.mondays.iter().copied()).collect();
    mondays.dedup();
    let at = |monday: &Date| u64::try_from(mondays.iter().position(|m| m == monday).unwrap_or(0)).unwrap_or(0) * 100;
    let today = app::live_use::monday(season.today);
    let mut was = vec![(0, 0)];
    let mut sum = outlook.input.spent_cents() - season.spent_so_far.iter().map(|(_, cents)| cents).sum::<i64>();
    for (monday, spent) in &season.spent_so_far {
        sum += spent;
        let end = if *monday == today { into(season.today) } else { 100 };
        was.push((at(monday) + end, cents(sum)));
    }
    let start = was.last().copied().unwrap_or((0, 0));
    let five = |spread: &Spread| [spread.p5, spread.p25, spread.p50, spread.p75, spread.p95].map(cents);
    let weeks =
        outlook.mondays.iter().zip(&outlook.forecast.weeks).map(|(monday, week)| (at(monday) + 100, five(&week.spent_until)));
    let may_be = std::iter::once((start.0, [start.1; 5])).chain(weeks).collect();
    let labels = mondays.iter().map(|monday| text::short_day(s.lang, *monday)).collect();
    let fan = Fan { was, may_be, level: Some(cents(outlook.input.food_cents())), labels };
    chart::fan(&s.t("forecast-fan-title"), &fan, s.lang)
}

fn cash(s: &Shell, outlook: &Outlook) -> String {
    let column = |(monday, week): (&Date, &Week)| Column {
        label: text::short_day(s.lang, *monday),
        behind: cents(week.cash.p95) / 100,
        front: cents(week.cash.p50) / 100,
    };
    let columns: Vec<Column> = outlook.mondays.iter().zip(&outlook.forecast.weeks).map(column).collect();
    chart::columns(&s.t("forecast-cash-title"), &columns, s.lang)
}

fn fields(written: &Written, season: &Season, outlook: &Outlook) -> Vec<Field> {
    let ours = season.settle(&Asked::default());
    let settled = &outlook.settled;
    let of = |key: &'static str, value: String, usual: String| Field {
        key,
        value: written.get(key).filter(|w| !w.is_empty()).cloned().unwrap_or(value),
        usual,
    };
    vec![
        of("households", settled.households.to_string(), ours.households.to_string()),
        of("scale", settled.scale.to_string(), ours.scale.to_string()),
        of("weeks", settled.weeks.to_string(), ours.weeks.to_string()),
        of("coupon", (settled.coupon_cents / 100).to_string(), (ours.coupon_cents / 100).to_string()),
        of("sure", settled.sure.to_string(), ours.sure.to_string()),
    ]
}

fn page(s: Shell, season: &Season, outlook: &Outlook, written: &Written) -> ForecastPage {
    let forecast = &outlook.forecast;
    let settled = &outlook.settled;
    let five = |spread: &Spread| [spread.p5, spread.p50, spread.p95].map(|value| dollars(&s, value));
    let rows = outlook.mondays.iter().zip(&forecast.weeks).map(|(monday, week)| Row {
        week: text::short_day(s.lang, *monday),
        spent: dollars(&s, week.spent.p50),
        until: five(&week.spent_until),
        cash: dollars(&s, week.cash.p95),
        cash_until: dollars(&s, week.cash_until.p95),
    });
    let funds = season.book.funds.iter().filter_map(|fund| {
        let end = forecast.funds.iter().find(|end| end.fund == fund.id)?;
        Some(Fund {
            name: fund.name.clone(),
            promised: words::runs_out(&s, outlook, &end.promised),
            spent: words::runs_out(&s, outlook, &end.spent),
            left: five(&end.left),
        })
    });
    let changes = outlook.changes.iter().map(|change| ChangeRow {
        what: words::change(&s, season, change.what),
        spent: dollars(&s, change.spent_cents),
        over: words::chance(&s, change.over_bps),
        households: change.households.map_or_else(|| "–".to_owned(), |count| words::households(&s, count)),
    });
    let belief = |key: &'static str, usual: String| Field { key, value: written.get(key).cloned().unwrap_or_default(), usual };
    // What is known elsewhere is shown whatever replaces it.
    let known = Priors::default().final_use.into_iter().map(|known| Known {
        words: s.label("forecast-prior", known.key),
        range: s.ww("forecast-from-to", "low", words::share(&s, known.low), "high", words::share(&s, known.high)),
        source: s.label("forecast-prior", &format!("{}-source", known.key)),
    });
    let places = season.book.places.iter().map(|place| (place.id.0, place.name.clone()));
    ForecastPage {
        says: words::sentence(&s, season, outlook),
        households: forecast.households.map(|count| words::households(&s, count)),
        planned: s.number(&settled.households),
        over: words::chance(&s, forecast.over_bps),
        spent: dollars(&s, forecast.final_spent.p50),
        spent_range: s.ww(
            "forecast-from-to",
            "low",
            dollars(&s, forecast.final_spent.p5),
            "high",
            dollars(&s, forecast.final_spent.p95),
        ),
        uses: text::percent(s.lang, forecast.final_use_bps.p50, 10_000),
        uses_range: s.ww(
            "forecast-from-to",
            "low",
            text::percent(s.lang, forecast.final_use_bps.p5, 10_000),
            "high",
            text::percent(s.lang, forecast.final_use_bps.p95, 10_000),
        ),
        ceiling: text::percent(s.lang, i64::from(forecast.ceiling_bps), 10_000),
        decided: text::percent(s.lang, i64::from(season.book.rules.overcommitment.0), 10_000),
        fan: fan(&s, season, outlook),
        cash: cash(&s, outlook),
        bank: words::bank(&s, outlook),
        has_level: outlook.input.food_cents() > 0,
        rows: rows.collect(),
        funds: funds.collect(),
        changes: changes.collect(),
        main: fields(written, season, outlook),
        places: places.collect(),
        closed: settled.closed.map_or_else(String::new, |place| place.0.to_string()),
        use_range: [belief("use-low", "70".to_owned()), belief("use-high", "98".to_owned())],
        beliefs: BELIEFS.iter().map(|b| belief(b.key, b.usual().to_string())).collect(),
        known: known.collect(),
        learned: words::learned(&s, season, outlook),
        is_over: outlook.mondays.is_empty(),
        has_asked: written.values().any(|value| !value.trim().is_empty()),
        s,
    }
}
