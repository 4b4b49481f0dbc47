//! What a plan begins with: published figures, and a programme's own, a notebook's answers, or a known programme's facts.
//! Every figure says which; what nobody published or counted begins empty.

use super::{Assumed, Beginning, Certainty, Input, Scenario, Source, Wave, figures};
use crate::command::Cx;
use crate::fund;
use crate::live_use::monday;
use crate::notebook::Seen as Notebook;
use crate::permit::{Action, ask};
use crate::world::{App, Error};
use domain::ids::{Actor, PersonId};
use domain::programme::Book;
use domain::refusal::Refusal;
use notebook::scenario::Cited;
use notebook::{Answer, Known, catalogue};
use std::collections::{BTreeMap, BTreeSet};
use text::{Lang, date, t, tr};

/// Years of a plan that begins.
const YEARS: i16 = 5;

/// What a running programme counted.
struct Counted {
    wave: Wave,
    /// Handed out, spent and used to run, cents; coupons handed out.
    given: i64,
    spent: i64,
    operations: i64,
    coupons: i64,
    /// Each fund and what it gave.
    funds: Vec<(String, i64)>,
    day: String,
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A share in basis points, if there is a whole.
fn share(part: i64, whole: i64) -> Option<i64> {
    (whole > 0)
        .then(|| (i128::from(part) * 10_000 / i128::from(whole)).clamp(0, 10_000))
        .and_then(|share| i64::try_from(share).ok())
}

fn counted(cx: &mut Cx<'_, '_>, actor: Actor, lang: Lang) -> Result<Counted, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    let hand_outs: Vec<_> = cx.tx.hand_outs(cx.programme)?.into_iter().filter(|h| h.taken_back_by.is_none()).collect();
    let weeks: BTreeSet<_> = hand_outs.iter().map(|h| monday(book.day_of(h.claimed_at))).collect();
    let (times, weeks) = (count(hand_outs.len()), count(weeks.len()));
    let given: i64 = hand_outs.iter().map(|h| h.amount_cents).sum();
    let coupons = hand_outs.iter().map(|h| i64::try_from(h.count).unwrap_or(0)).sum();
    let statuses = fund::statuses(cx, actor)?;
    let funds: Vec<_> = statuses.iter().filter(|status| !status.fund.is_sales).collect();
    let day = date(lang, book.day_of(cx.now()));
    let why =
        tr(lang, "scenario-why-counted", &[("programme", book.identity.name.as_str().into()), ("day", day.as_str().into())]);
    let wave = Wave {
        name: book.identity.territory.clone(),
        territories: 1,
        joins: 0,
        households: if weeks > 0 { (times + weeks / 2) / weeks } else { 0 },
        weekly_cents: if times > 0 { given / times } else { 0 },
        weeks,
        why,
    };
    Ok(Counted {
        wave,
        given,
        spent: funds.iter().map(|status| status.spent_cents).sum(),
        operations: funds.iter().map(|status| status.operations_cents).sum(),
        coupons,
        funds: funds.iter().map(|status| (status.fund.name.clone(), status.received_cents)).collect(),
        day,
    })
}

/// What is published, to begin from.
fn published(lang: Lang) -> BTreeMap<Input, Assumed> {
    let all = figures();
    let begun = all.begin.iter().filter_map(|(key, begin)| {
        let find = |name: &Option<String>| name.as_ref().and_then(|name| all.named(name));
        let cited = [find(&begin.low), find(&begin.likely), find(&begin.high)];
        let of = |cited: &Cited| if lang == Lang::Fr { cited.fr.clone() } else { cited.en.clone() };
        let mut words: Vec<String> = cited.iter().flatten().map(|cited| format!("{} ({})", of(cited), cited.source)).collect();
        words.dedup();
        let value = |cited: Option<&Cited>| cited.map(|cited| cited.value);
        let [low, likely, high] = cited;
        let origin = likely.map_or_else(String::new, |cited| format!("cited:{}", cited.key));
        let why = words.join("; ");
        Some((Input::named(key)?, Assumed { low: value(low), likely: value(likely), high: value(high), origin, why }))
    });
    begun.collect()
}

/// Another value in the middle; a range that does not hold it is no range of it.
fn put(scenario: &mut Scenario, input: Input, value: Option<i64>, origin: &str, why: &str) {
    let (least, most) = input.limits();
    let Some(value) = value.filter(|value| (least..=most).contains(value)) else { return };
    let old = scenario.inputs.remove(&input).unwrap_or_default();
    let (low, high) = (old.low.filter(|low| *low <= value), old.high.filter(|high| *high >= value));
    let assumed = Assumed { low, likely: Some(value), high, origin: origin.to_owned(), why: why.to_owned() };
    scenario.inputs.insert(input, assumed);
}

fn give(scenario: &mut Scenario, name: String, cents: i64, why: &str) {
    if cents > 0 && scenario.sources.len() < super::MOST_SOURCES {
        scenario.sources.push(Source {
            name,
            yearly_cents: Some(cents),
            share: None,
            from: scenario.first_year,
            until: scenario.last_year(),
            // Nobody has said when it would come: all of it must be advanced until somebody does.
            upfront: 0,
            certainty: Certainty::Hoped,
            why: why.to_owned(),
        });
    }
}

fn from_counted(scenario: &mut Scenario, counted: Counted, key: &str, lang: Lang) {
    let origin = format!("programme:{key}");
    let why = tr(lang, "scenario-why-until", &[("day", counted.day.as_str().into())]);
    put(scenario, Input::Use, share(counted.spent, counted.given), &origin, &why);
    let run = Some(counted.operations).filter(|cents| *cents > 0).and_then(|cents| share(cents, cents + counted.spent));
    put(scenario, Input::Share, run, &origin, &why);
    put(scenario, Input::CouponWorth, counted.given.checked_div(counted.coupons), &origin, &why);
    for (name, cents) in counted.funds {
        give(scenario, name, cents, &why);
    }
    scenario.waves.push(Wave { joins: scenario.first_year, ..counted.wave });
}

fn from_notebook(scenario: &mut Scenario, seen: &Notebook, lang: Lang) {
    let (notebook, origin) = (&seen.notebook, format!("notebook:{}", seen.cover.key));
    let facts = [("notebook", seen.cover.name.as_str().into()), ("version", u64::from(seen.version).into())];
    let why = tr(lang, "scenario-why-notebook", &facts);
    let percent = |question| notebook.number(question).map(|percent| percent * 100);
    put(scenario, Input::Use, percent("expected-use"), &origin, &why);
    put(scenario, Input::Share, percent("operations-share").filter(|share| *share > 0), &origin, &why);
    if let Some(Answer::Funds(gifts)) = notebook.answer("funders") {
        for gift in gifts {
            give(scenario, gift.name.clone(), gift.amount.0, &why);
        }
    }
    let scale = match notebook.answer("scale") {
        Some(Answer::Scale(steps)) if !steps.is_empty() => {
            steps.iter().map(|step| step.weekly.0).sum::<i64>() / count(steps.len())
        }
        _ => 0,
    };
    let territory = notebook.text("territory");
    scenario.waves.push(Wave {
        name: if territory.is_empty() { seen.cover.name.clone() } else { territory.to_owned() },
        territories: 1,
        joins: scenario.first_year,
        households: notebook.number("households").unwrap_or(0),
        weekly_cents: scale,
        weeks: notebook.number("weeks").unwrap_or(0),
        why: format!("{why} {}", t(lang, "scenario-why-scale")),
    });
}

fn from_known(scenario: &mut Scenario, known: &Known, lang: Lang) {
    let answer = |question: &str| known.fact.get(question)?.answer(catalogue().question(question)?);
    let number = |question: &str| match answer(question) {
        Some(Answer::Count(n) | Answer::Percent(n)) => Some(i64::from(n)),
        Some(Answer::Money(money)) => Some(money.0),
        _ => None,
    };
    let name = if lang == Lang::Fr { known.name.fr.as_str() } else { known.name.en.as_str() };
    let source = |question: &str| {
        let key = known.fact.get(question).map_or("", |fact| fact.source.as_str());
        known.source.iter().find(|source| source.key == key).map(|source| source.title.clone())
    };
    let mut sources: Vec<String> = ["households", "coupon-budget", "weeks"].into_iter().filter_map(source).collect();
    sources.dedup();
    let facts = [("name", name.into()), ("source", text::list(lang, &sources).into())];
    let mut why = tr(lang, "scenario-why-known", &facts);
    let origin = format!("known:{}", known.key);
    put(scenario, Input::Share, number("operations-share").map(|percent| percent * 100), &origin, &why);
    let (households, budget) = (number("households").unwrap_or(0), number("coupon-budget").unwrap_or(0));
    // Without the number of weeks, what a household receives in a season is one week's: the money is the same.
    let weeks = number("weeks").unwrap_or(1);
    let each = if households * weeks > 0 { (budget / (households * weeks)).min(100_000) } else { 0 };
    if number("weeks").is_none() {
        why = format!("{why} {}", t(lang, "scenario-why-one-week"));
    }
    scenario.waves.push(Wave {
        name: name.to_owned(),
        territories: 1,
        joins: scenario.first_year,
        households,
        weekly_cents: each,
        weeks,
        why: why.clone(),
    });
}

impl App {
    /// What a plan begins with.
    pub(super) async fn first_draft(
        &self,
        person: PersonId,
        beginning: &Beginning,
        book: Option<&Book>,
    ) -> Result<Scenario, Error> {
        let lang = beginning.lang;
        let zone = jiff::tz::TimeZone::get("America/Toronto").unwrap_or(jiff::tz::TimeZone::UTC);
        let this_year = self.now().to_zoned(zone).date().year();
        let name = beginning.name.trim().to_owned();
        let mut scenario = Scenario { name, first_year: this_year + 1, years: YEARS, ..Scenario::default() };
        scenario.inputs = published(lang);
        let actor = Actor::Person(person);
        match beginning.from.split_once(':').unwrap_or((beginning.from.as_str(), "")) {
            ("", _) => {
                let name = book.map_or_else(|| t(lang, "scenario-wave-first"), |book| book.identity.territory.clone());
                scenario.waves.push(Wave { name, territories: 1, joins: scenario.first_year, ..Wave::default() });
            }
            ("programme", key) => {
                let running = self.programme(key).await?;
                let counted = self.look(running.identity.id, move |cx| counted(cx, actor, lang)).await?;
                from_counted(&mut scenario, counted, key, lang);
            }
            ("notebook", key) => from_notebook(&mut scenario, &self.notebook(person, key, None).await?, lang),
            ("known", key) => from_known(&mut scenario, catalogue().known(key).ok_or(Refusal::NotFound)?, lang),
            ("scenario", id) => {
                let id = id.parse().map_err(|_| Refusal::NotFound)?;
                let copied = self.scenario(person, id, None).await?.scenario;
                scenario = Scenario { name: scenario.name, ..copied };
            }
            _ => return Err(Refusal::NotFound.into()),
        }
        Ok(scenario)
    }
}
