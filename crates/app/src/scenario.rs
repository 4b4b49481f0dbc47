//! Long-term plans: what a programme would cost over several years, for one territory or for the province. They stand
//! beside the log, as notebooks do: no rule depends on them. A version is never changed.

mod figures;
pub mod paper;
mod start;
pub mod table;

use crate::command::Cx;
use crate::logo;
use crate::permit::{Action, ask};
use crate::sign_in::NO_PROGRAMME;
use crate::world::{App, Error};
use domain::ids::{Actor, PersonId, ProgrammeId};
use domain::programme::Book;
use domain::refusal::Refusal;
pub use domain::scenario::{
    Assumed, Bar, Certainty, End, Input, MOST_SOURCES, MOST_WAVES, MOST_YEARS, Measured, Outlook, Scenario, Source, Varied, Wave,
    Year, outlook, tornado,
};
pub use figures::{measured, origin, unwritten};
use jiff::Timestamp;
pub use notebook::scenario::{Cited, figures};
use print::document::Logo;
use std::sync::Arc;
use store::{Fault, ScenarioRow, ScenarioVersion};
use text::Lang;
use uuid::Uuid;

/// The most versions of one plan.
const MOST_VERSIONS: usize = 2_000;

/// A plan as somebody sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its number.
    pub id: u32,
    /// The territory's programme; none for the province.
    pub book: Option<Arc<Book>>,
    /// The territory's logo.
    pub logo: Option<Logo>,
    /// What it says, in the version shown.
    pub scenario: Scenario,
    /// Which version.
    pub version: u32,
    /// Who wrote each version and when, the first first; a name is empty for somebody erased.
    pub versions: Vec<(u32, String, Timestamp)>,
    /// Whether they may write it.
    pub may_write: bool,
}

/// How a plan begins.
#[derive(Clone, Debug, Default)]
pub struct Beginning {
    /// Its name.
    pub name: String,
    /// The programme's short name; none for the province.
    pub programme: Option<String>,
    /// From what: nothing, or `programme:KEY`, `notebook:KEY`, `known:KEY`, `scenario:NUMBER`.
    pub from: String,
    /// The language of the words it begins with.
    pub lang: Lang,
}

/// Whether somebody writes plans for the province: the network, in any programme.
pub fn may_plan_province<'b>(mut books: impl Iterator<Item = &'b Arc<Book>>, actor: Actor) -> bool {
    books.any(|book| ask(Some(book), actor, Action::PlanProvince).is_ok())
}

/// Whether somebody writes plans for a territory.
pub fn may_plan(book: &Book, actor: Actor) -> bool {
    ask(Some(book), actor, Action::Plan).is_ok()
}

/// Whether somebody sees plans at all.
pub fn may_see_any<'b>(books: impl Iterator<Item = &'b Arc<Book>> + Clone, actor: Actor) -> bool {
    may_plan_province(books.clone(), actor) || books.into_iter().any(|book| sees(book, actor))
}

fn sees(book: &Book, actor: Actor) -> bool {
    may_plan(book, actor) || ask(Some(book), actor, Action::SeeAll).is_ok()
}

/// Whether somebody sees the plans of a programme or of the province, and whether they write them.
fn rights(
    cx: &mut Cx<'_, '_>,
    person: PersonId,
    programme: Option<ProgrammeId>,
) -> Result<(bool, bool, Option<Arc<Book>>), Error> {
    let actor = Actor::Person(person);
    let Some(programme) = programme else {
        let may = may_plan_province(cx.books()?.iter(), actor);
        return Ok((may, may, None));
    };
    let book = cx.tx.book(programme)?.ok_or(Refusal::UnknownProgramme)?;
    Ok((sees(&book, actor), may_plan(&book, actor), Some(book)))
}

fn body(scenario: &Scenario) -> Result<String, Error> {
    serde_json::to_string(scenario).map_err(|e| Fault::Other(e.to_string()).into())
}

fn said(version: &ScenarioVersion) -> Result<Scenario, Error> {
    serde_json::from_str(&version.body).map_err(|e| Fault::Inconsistent(e.to_string()).into())
}

fn seen(cx: &mut Cx<'_, '_>, person: PersonId, row: &ScenarioRow, version: Option<u32>) -> Result<Option<Seen>, Error> {
    let (may_see, may_write, book) = rights(cx, person, row.programme)?;
    if !may_see {
        return Ok(None);
    }
    let versions = cx.tx.scenario_versions(row.id)?;
    let shown = match version {
        Some(number) => versions.iter().find(|version| version.number == number),
        None => versions.last(),
    };
    let shown = shown.ok_or(Refusal::NotFound)?;
    let mut written = Vec::new();
    for version in &versions {
        let name = cx.tx.person(version.author)?.map_or_else(String::new, |person| person.name);
        written.push((version.number, name, version.written_at));
    }
    let logo = match row.programme {
        Some(programme) => logo::of_territory(cx, programme)?,
        None => None,
    };
    Ok(Some(Seen { id: row.id, book, logo, scenario: said(shown)?, version: shown.number, versions: written, may_write }))
}

/// What was not changed keeps what wrote it; what was, is the person's own.
fn signed(mut scenario: Scenario, before: &Scenario) -> Scenario {
    for (input, assumed) in &mut scenario.inputs {
        let old = before.inputs.get(input).cloned().unwrap_or_default();
        let is_same = (assumed.low, assumed.likely, assumed.high) == (old.low, old.likely, old.high);
        assumed.origin = if is_same { old.origin } else { String::new() };
    }
    scenario.inputs.retain(|_, assumed| !assumed.is_empty());
    scenario
}

impl App {
    /// Begins a plan. The same request again is the same plan.
    pub async fn begin_scenario(&self, person: PersonId, request: Uuid, beginning: Beginning) -> Result<u32, Error> {
        let books = self.programmes().await?;
        let actor = Actor::Person(person);
        let book = match &beginning.programme {
            Some(key) => Some(books.iter().find(|book| book.identity.key == *key).cloned().ok_or(Refusal::UnknownProgramme)?),
            None => None,
        };
        let may = book.as_ref().map_or_else(|| may_plan_province(books.iter(), actor), |book| may_plan(book, actor));
        if !may {
            return Err(Refusal::NotPermitted.into());
        }
        let scenario = self.first_draft(person, &beginning, book.as_deref()).await?;
        scenario.check()?;
        let programme = book.map(|book| book.identity.id);
        self.act(NO_PROGRAMME, move |cx| {
            if let Some(row) = cx.tx.scenario_of(request)? {
                return if row.programme == programme { Ok(row.id) } else { Err(Refusal::SameIdOtherContent.into()) };
            }
            let now = cx.now();
            let id = cx.tx.add_scenario(&ScenarioRow { id: 0, programme, request, author: person, begun_at: now })?;
            let version = ScenarioVersion { number: 0, request, body: body(&scenario)?, author: person, written_at: now };
            cx.tx.write_scenario(id, &version)?;
            Ok(id)
        })
        .await
    }

    /// The plans that somebody sees, the last begun first.
    pub async fn scenarios(&self, person: PersonId) -> Result<Vec<Seen>, Error> {
        self.look(NO_PROGRAMME, move |cx| {
            let mut all = Vec::new();
            for row in cx.tx.scenarios()? {
                all.extend(seen(cx, person, &row, None)?);
            }
            Ok(all)
        })
        .await
    }

    /// A plan, as it is or in one of its versions. Somebody who may not see it is not told that there is one.
    pub async fn scenario(&self, person: PersonId, id: u32, version: Option<u32>) -> Result<Seen, Error> {
        self.look(NO_PROGRAMME, move |cx| {
            let row = cx.tx.scenario(id)?.ok_or(Refusal::NotFound)?;
            Ok(seen(cx, person, &row, version)?.ok_or(Refusal::NotFound)?)
        })
        .await
    }

    /// Writes a plan again: another version, unless it says the same. The same request again writes nothing.
    pub async fn write_scenario(&self, person: PersonId, request: Uuid, id: u32, scenario: Scenario) -> Result<(), Error> {
        self.act(NO_PROGRAMME, move |cx| {
            let row = cx.tx.scenario(id)?.ok_or(Refusal::NotFound)?;
            let before = seen(cx, person, &row, None)?.ok_or(Refusal::NotFound)?;
            if !before.may_write {
                return Err(Refusal::NotPermitted.into());
            }
            let scenario = signed(scenario.clone(), &before.scenario);
            scenario.check()?;
            let versions = cx.tx.scenario_versions(id)?;
            let body = body(&scenario)?;
            if let Some(version) = versions.iter().find(|version| version.request == request) {
                let is_same = said(version)? == scenario;
                return if is_same { Ok(()) } else { Err(Refusal::SameIdOtherContent.into()) };
            }
            if before.scenario == scenario {
                return Ok(());
            }
            if versions.len() >= MOST_VERSIONS {
                return Err(Refusal::TooMany { limit: MOST_VERSIONS as u64 }.into());
            }
            let version = ScenarioVersion { number: 0, request, body, author: person, written_at: cx.now() };
            cx.tx.write_scenario(id, &version)?;
            Ok(())
        })
        .await
    }
}
