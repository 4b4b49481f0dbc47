//! A fund's report to its funder, in the funder's own year, and what was agreed.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done};
use crate::page::Shell;
use crate::read::Query;
use crate::visit::{At, Desk};
use app::domain::fund::Period;
use app::domain::ids::FundId;
use app::domain::refusal::Refusal;
use app::figure::Filter;
use app::fund_report::{self, Days, Households, Report, Told, paper};
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/fund/{fund}", get(show)).route("/p/{programme}/fund/{fund}/report.pdf", get(pdf))
}

/// The days of a report, as an address says them.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct Asked {
    period: String,
    since: String,
    through: String,
    done: String,
}

/// The days that a year or a quarter of an address names: `all`, two days with two points between them, or nothing for
/// the year we are in.
pub(crate) fn days(period: &str) -> Result<Days, Refusal> {
    match period.trim() {
        "" => Ok(Days::ThisYear),
        "all" => Ok(Days::All),
        period => {
            let (since, until) = period.split_once("..").ok_or(Refusal::NotFound)?;
            Ok(Days::Of(Period { since: form::day(since)?, until: form::day(until)? }))
        }
    }
}

impl Asked {
    fn days(&self) -> Result<Days, Refusal> {
        if self.since.trim().is_empty() && self.through.trim().is_empty() {
            return days(&self.period);
        }
        Ok(Days::Of(Period { since: form::day(&self.since)?, until: form::day(&self.through)? }))
    }
}

/// Days as an address says them.
fn in_address(period: Option<Period>) -> String {
    period.map_or_else(|| "all".to_owned(), |period| format!("{}..{}", period.since, period.until))
}

/// A figure of the report in words, with what its list is limited to.
struct Line {
    words: String,
    of: &'static str,
    limit: String,
    amount: String,
}

/// An instalment in words.
struct Instalment {
    due: String,
    state: String,
    is_late: bool,
    came: String,
    amount: String,
}

#[derive(Template)]
#[template(path = "fund/report.html")]
struct ReportPage {
    s: Shell,
    fund: u32,
    name: String,
    funder: String,
    days: String,
    opening: Option<Line>,
    flows: Vec<Line>,
    stands: Vec<Line>,
    awaited: Option<String>,
    matched: Option<String>,
    households: String,
    /// The list of hand-outs, for who may see it.
    hand_outs: Option<String>,
    terms: Vec<(String, String)>,
    instalments: Vec<Instalment>,
    choices: Vec<(String, String, bool)>,
    period: String,
    /// Which table, in its address.
    table: String,
    since: String,
    through: String,
    may_change: bool,
}

/// What a list is limited to, in its address.
fn limit(filter: &Filter) -> String {
    let limits = [
        ("fund", filter.fund.map(|fund| fund.0.to_string())),
        ("since", filter.since.map(|day| day.to_string())),
        ("until", filter.until.map(|day| day.to_string())),
    ];
    limits.into_iter().filter_map(|(name, value)| Some(["&", name, "=", &value?].concat())).collect()
}

fn line(s: &Shell, told: &Told) -> Line {
    let words = paper::label(s.lang, told.figure);
    Line { words, of: told.figure.key(), limit: limit(&told.filter), amount: s.money(&told.cents) }
}

fn lines(s: &Shell, told: &[Told]) -> Vec<Line> {
    told.iter().filter(|told| told.cents != 0 || !paper::is_rare(told.figure)).map(|told| line(s, told)).collect()
}

fn page(desk: &Desk, s: Shell, found: &Report) -> ReportPage {
    let fund = found.fund.id;
    let opening = found.period.and_then(|period| period.since.yesterday().ok()).map(|day| {
        let filter = Filter { fund: Some(fund), until: Some(day), ..Filter::default() };
        Line { words: s.t("fund-report-opening"), of: "remains", limit: limit(&filter), amount: s.money(&found.opening_cents) }
    });
    let in_days = Filter {
        fund: Some(fund),
        since: found.period.map(|p| p.since),
        until: found.period.map(|p| p.until),
        ..Filter::default()
    };
    let is_told = matches!(found.households, Households::Known(reached) if reached.hand_outs > 0);
    let matched = found.matched_cents.zip(found.fund.terms.matching).map(|(cents, matching)| {
        let facts = [
            ("fund", text::Names::fund(&*desk.book, matching.fund).into()),
            ("amount", s.money(&cents).into()),
            ("cap", s.money(&matching.cap_cents).into()),
        ];
        text::tr(s.lang, "fund-report-matched", &facts)
    });
    let instalments = found.instalments.iter().map(|(instalment, came, arrival)| Instalment {
        due: s.date(&instalment.due_on),
        state: s.label("fund-instalment", arrival.key()),
        is_late: arrival.key() == "late",
        came: s.money(came),
        amount: s.money(&instalment.cents),
    });
    let choices = found.choices.iter().map(|choice| {
        let period = Some(choice.period);
        (in_address(period), paper::choice(s.lang, choice), period == found.period)
    });
    ReportPage {
        fund: fund.0,
        name: found.fund.name.clone(),
        funder: found.fund.funder.clone(),
        days: paper::days(s.lang, found.period),
        opening,
        flows: lines(&s, &found.flows),
        stands: lines(&s, &found.stands),
        awaited: (found.awaited_cents > 0).then(|| s.money(&found.awaited_cents)),
        matched,
        households: paper::households(s.lang, found.households),
        hand_outs: (desk.may(Action::SeeAll) && is_told).then(|| limit(&in_days)),
        terms: paper::terms(s.lang, &desk.book, &found.fund),
        instalments: instalments.collect(),
        choices: choices.collect(),
        period: in_address(found.period),
        table: format!("?of={}&period={}", fund.0, in_address(found.period)),
        since: found.period.map_or_else(String::new, |p| p.since.to_string()),
        through: found.period.map_or_else(String::new, |p| p.until.to_string()),
        may_change: desk.may(Action::Configure),
        s,
    }
}

async fn show(desk: Desk, At((_, id)): At<(String, u32)>, Query(asked): Query<Asked>) -> Response {
    let actor = desk.actor();
    let days = match asked.days() {
        Ok(days) => days,
        Err(refusal) => return desk.failure(&refusal.into()),
    };
    let found = desk.app().look(desk.programme(), move |cx| fund_report::report(cx, actor, FundId(id), days)).await;
    match found {
        Ok(found) => {
            let mut s = desk.shell("fund-page");
            s.done = Done { done: asked.done }.message(desk.lang());
            s.title.clone_from(&found.fund.name);
            render(&page(&desk, s, &found))
        }
        Err(error) => desk.failure(&error),
    }
}

async fn pdf(desk: Desk, At((_, id)): At<(String, u32)>, Query(asked): Query<Asked>) -> Response {
    let (actor, lang) = (desk.actor(), desk.lang());
    let days = match asked.days() {
        Ok(days) => days,
        Err(refusal) => return desk.failure(&refusal.into()),
    };
    let made = desk.app().look(desk.programme(), move |cx| paper::pdf(cx, actor, FundId(id), days, lang)).await;
    match made {
        Ok(bytes) => {
            let key = desk.book.fund(FundId(id)).map_or("fund", |fund| fund.key.as_str());
            let disposition = format!("attachment; filename=\"rapport-{key}.pdf\"");
            let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
            (headers, bytes).into_response()
        }
        Err(error) => desk.failure(&error),
    }
}
