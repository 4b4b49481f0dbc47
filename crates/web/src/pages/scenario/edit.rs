//! Writing a plan: its years, its territories, its money, what is supposed. Empty lines are left out; two more are always
//! there, so that a plan grows without any program in the page.

use super::{request, shell, whose};
use crate::Web;
use crate::failure::{Nobody, render};
use crate::form::{Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Owner};
use app::domain::refusal::Refusal;
use app::programme_file::Dollars;
use app::scenario::{
    Assumed, Certainty, Input, MOST_SOURCES, MOST_WAVES, Measured, Scenario, Seen, Source, Wave, figures, measured, unwritten,
};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use std::collections::BTreeMap;
use std::sync::Arc;
use text::Lang;

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/scenarios/{scenario}/edit", get(edit).post(write))
}

/// The fields as typed.
type Fields = BTreeMap<String, String>;

/// A field: its name, its words, what is in it.
struct Field {
    key: String,
    label: String,
    value: String,
    is_number: bool,
}

/// A line of the form: a territory, or a source of money.
struct Lines {
    legend: String,
    fields: Vec<Field>,
    /// A choice, for a source: what is chosen.
    certainty: Option<(String, String)>,
}

/// A figure with its range.
struct Figure {
    label: String,
    hint: String,
    fields: [Field; 3],
    why: Field,
    /// Published figures: how much and whose.
    cited: Vec<String>,
}

#[derive(Template)]
#[template(path = "scenario/edit.html")]
struct EditPage {
    s: Shell,
    base: String,
    whose: String,
    top: Vec<Field>,
    waves: Vec<Lines>,
    sources: Vec<Lines>,
    certainties: Vec<(String, String)>,
    figures: Vec<Figure>,
}

const WAVE: [&str; 7] = ["name", "territories", "joins", "households", "weekly", "weeks", "why"];
const SOURCE: [&str; 7] = ["name", "yearly", "share", "from", "until", "upfront", "why"];
/// Lines that wait, empty.
const MORE: usize = 2;

/// The fields of a plan, as they would be typed.
fn typed(lang: Lang, plan: &Scenario) -> Fields {
    let mut fields = Fields::new();
    let mut put = |key: String, value: String| drop(fields.insert(key, value));
    put("name".into(), plan.name.clone());
    put("first_year".into(), plan.first_year.to_string());
    put("years".into(), plan.years.to_string());
    let money = |cents: i64| unwritten(lang, Input::Fixed, cents);
    let share = |bps: i64| unwritten(lang, Input::Share, bps);
    for (index, wave) in plan.waves.iter().enumerate() {
        let values = [
            wave.name.clone(),
            wave.territories.to_string(),
            wave.joins.to_string(),
            wave.households.to_string(),
            money(wave.weekly_cents),
            wave.weeks.to_string(),
            wave.why.clone(),
        ];
        WAVE.iter().zip(values).for_each(|(name, value)| put(format!("wave-{index}-{name}"), value));
    }
    for (index, source) in plan.sources.iter().enumerate() {
        let values = [
            source.name.clone(),
            source.yearly_cents.map_or_else(String::new, money),
            source.share.map_or_else(String::new, share),
            source.from.to_string(),
            source.until.to_string(),
            share(source.upfront),
            source.why.clone(),
        ];
        SOURCE.iter().zip(values).for_each(|(name, value)| put(format!("source-{index}-{name}"), value));
        put(format!("source-{index}-certainty"), source.certainty.key().to_owned());
    }
    for (input, assumed) in &plan.inputs {
        let of = |value: Option<i64>| value.map_or_else(String::new, |value| unwritten(lang, *input, value));
        let values =
            [("low", of(assumed.low)), ("likely", of(assumed.likely)), ("high", of(assumed.high)), ("why", assumed.why.clone())];
        for (name, value) in values {
            put(format!("input-{}-{name}", input.key()), value);
        }
    }
    fields
}

fn of<'f>(fields: &'f Fields, key: &str) -> &'f str {
    fields.get(key).map_or("", |value| value.trim())
}

/// A whole number; spaces between thousands are left out.
fn whole(fields: &Fields, key: &str) -> Result<Option<i64>, Refusal> {
    let written = of(fields, key);
    let clean: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    if clean.is_empty() {
        return Ok(None);
    }
    clean.parse().map(Some).map_err(|_| Refusal::NotANumber { written: written.to_owned() })
}

/// Something with at most two decimals, in hundredths: dollars, percent, times.
fn hundredths(fields: &Fields, key: &str) -> Result<Option<i64>, Refusal> {
    let written = of(fields, key);
    if written.is_empty() {
        return Ok(None);
    }
    let clean = written.trim_end_matches('%').trim();
    Dollars::parse(clean).map(|value| Some(value.0)).ok_or_else(|| Refusal::NotANumber { written: written.to_owned() })
}

fn year(fields: &Fields, key: &str, usual: i16) -> Result<i16, Refusal> {
    let year = whole(fields, key)?.unwrap_or(i64::from(usual));
    i16::try_from(year).map_err(|_| Refusal::NotANumber { written: of(fields, key).to_owned() })
}

/// Whether somebody typed something in a line; years and shares that are there already say nothing.
fn is_typed(fields: &Fields, line: &str, names: &[&str]) -> bool {
    names.iter().any(|name| !of(fields, &format!("{line}-{name}")).is_empty())
}

/// The plan that the fields say.
fn read(fields: &Fields) -> Result<Scenario, Refusal> {
    let first_year = year(fields, "first_year", 0)?;
    let mut plan =
        Scenario { name: of(fields, "name").to_owned(), first_year, years: year(fields, "years", 1)?, ..Scenario::default() };
    let last = first_year.saturating_add(plan.years.saturating_sub(1));
    for index in 0..MOST_WAVES + MORE {
        let line = format!("wave-{index}");
        let at = |name: &str| format!("{line}-{name}");
        if !is_typed(fields, &line, &["name", "households", "weekly", "weeks"]) {
            continue;
        }
        plan.waves.push(Wave {
            name: of(fields, &at("name")).to_owned(),
            territories: whole(fields, &at("territories"))?.unwrap_or(1),
            joins: year(fields, &at("joins"), first_year)?,
            households: whole(fields, &at("households"))?.unwrap_or(0),
            weekly_cents: hundredths(fields, &at("weekly"))?.unwrap_or(0),
            weeks: whole(fields, &at("weeks"))?.unwrap_or(0),
            why: of(fields, &at("why")).to_owned(),
        });
    }
    for index in 0..MOST_SOURCES + MORE {
        let line = format!("source-{index}");
        let at = |name: &str| format!("{line}-{name}");
        if !is_typed(fields, &line, &["name", "yearly", "share"]) {
            continue;
        }
        let certainty = of(fields, &at("certainty"));
        plan.sources.push(Source {
            name: of(fields, &at("name")).to_owned(),
            yearly_cents: hundredths(fields, &at("yearly"))?,
            share: hundredths(fields, &at("share"))?,
            from: year(fields, &at("from"), first_year)?,
            until: year(fields, &at("until"), last)?,
            upfront: hundredths(fields, &at("upfront"))?.unwrap_or(0),
            certainty: Certainty::EVERY.into_iter().find(|one| one.key() == certainty).unwrap_or_default(),
            why: of(fields, &at("why")).to_owned(),
        });
    }
    for input in Input::EVERY {
        let value = |name: &str| {
            let key = format!("input-{}-{name}", input.key());
            if input.measured() == Measured::Count { whole(fields, &key) } else { hundredths(fields, &key) }
        };
        let (low, likely, high) = (value("low")?, value("likely")?, value("high")?);
        let why = of(fields, &format!("input-{}-why", input.key())).to_owned();
        plan.inputs.insert(input, Assumed { low, likely, high, origin: String::new(), why });
    }
    Ok(plan)
}

fn lines(s: &Shell, fields: &Fields, kind: &str, names: &[&str], most: usize) -> Vec<Lines> {
    let is_there = |index: &usize| fields.keys().any(|key| key.starts_with(&format!("{kind}-{index}-")));
    let count = (0..most + MORE).rev().find(is_there).map_or(0, |last| last + 1);
    // Empty lines that were sent are among those that wait.
    let used = (0..count).rev().find(|index| is_typed(fields, &format!("{kind}-{index}"), &["name"])).map_or(0, |last| last + 1);
    let field = |index: usize, name: &str| {
        let key = format!("{kind}-{index}-{name}");
        let value = of(fields, &key).to_owned();
        let label = s.t(&format!("scenario-{kind}-{name}"));
        Field { key, label, value, is_number: !matches!(name, "name" | "why") }
    };
    (0..(used + MORE).min(most))
        .map(|index| Lines {
            legend: s.n(&format!("scenario-{kind}-line"), &(index as u64 + 1)),
            fields: names.iter().map(|name| field(index, name)).collect(),
            certainty: (kind == "source").then(|| {
                let key = format!("source-{index}-certainty");
                // Nothing is promised before somebody says so.
                let chosen = Some(of(fields, &key)).filter(|key| !key.is_empty()).unwrap_or(Certainty::Hoped.key()).to_owned();
                (key, chosen)
            }),
        })
        .collect()
}

fn figure(s: &Shell, fields: &Fields, input: Input) -> Figure {
    let field = |name: &str| {
        let key = format!("input-{}-{name}", input.key());
        let value = of(fields, &key).to_owned();
        Field { key, label: s.t(&format!("scenario-{name}")), value, is_number: name != "why" }
    };
    let (least, most) = input.limits();
    let limits = s.ww("scenario-limits", "least", measured(s.lang, input, least), "most", measured(s.lang, input, most));
    let cited = figures().about(input.key()).map(|cited| {
        let whose = if s.lang == Lang::Fr { &cited.fr } else { &cited.en };
        let value = measured(s.lang, input, cited.value);
        let value = if cited.to_validate { s.w("scenario-to-validate", "value", value) } else { value };
        s.ww("scenario-cited-line", "value", value, "whose", format!("{whose} ({})", cited.source))
    });
    Figure {
        label: s.label("scenario-input", input.key()),
        hint: format!("{} {limits}", s.hint("scenario-input", input.key())),
        fields: [field("low"), field("likely"), field("high")],
        why: field("why"),
        cited: cited.collect(),
    }
}

fn page(s: Shell, seen: &Seen, fields: &Fields) -> Response {
    let top = ["name", "first_year", "years"].map(|key| Field {
        key: key.to_owned(),
        label: s.label("scenario-top", key),
        value: of(fields, key).to_owned(),
        is_number: key != "name",
    });
    render(&EditPage {
        base: format!("/scenarios/{}", seen.id),
        whose: whose(&s, seen.book.as_deref()),
        top: top.into(),
        waves: lines(&s, fields, "wave", &WAVE, MOST_WAVES),
        sources: lines(&s, fields, "source", &SOURCE, MOST_SOURCES),
        certainties: Certainty::EVERY.map(|one| (one.key().to_owned(), s.label("scenario-certainty", one.key()))).into(),
        figures: Input::EVERY.into_iter().map(|input| figure(&s, fields, input)).collect(),
        s,
    })
}

/// The plan, for whoever writes it.
async fn ours(owner: &Owner, id: u32) -> Result<Seen, Response> {
    match owner.visit.app().scenario(owner.signed.person.id, id, None).await {
        Ok(seen) if seen.may_write => Ok(seen),
        Ok(_) => Err(owner.visit.failure(&Refusal::NotPermitted.into())),
        Err(error) => Err(owner.visit.failure(&error)),
    }
}

async fn edit(owner: Owner, At(id): At<u32>, Query(was): Query<Done>) -> Response {
    match ours(&owner, id).await {
        Ok(seen) => {
            let mut s = shell(&owner, "scenario-edit");
            s.done = was.message(s.lang);
            let fields = typed(s.lang, &seen.scenario);
            page(s, &seen, &fields)
        }
        Err(no) => no,
    }
}

async fn write(owner: Owner, At(id): At<u32>, Form(fields): Form<Fields>) -> Response {
    // Whoever may not write is told so before what they sent is read.
    let seen = match ours(&owner, id).await {
        Ok(seen) => seen,
        Err(no) => return no,
    };
    let request_id = of(&fields, "id").to_owned();
    let written = match read(&fields) {
        Ok(plan) => {
            let person = owner.signed.person.id;
            owner.visit.app().write_scenario(person, request(&owner, &request_id), id, plan).await
        }
        Err(refusal) => Err(refusal.into()),
    };
    match written {
        // More lines: the page again, with what was written.
        Ok(()) if of(&fields, "act") == "more" => done(&format!("/scenarios/{id}/edit"), "done-scenario-written"),
        Ok(()) => done(&format!("/scenarios/{id}"), "done-scenario-written"),
        Err(error) => {
            let mut s = shell(&owner, "scenario-edit");
            let status = s.say_no(&error, &Nobody, &request_id);
            status.with(page(s, &seen, &fields))
        }
    }
}
