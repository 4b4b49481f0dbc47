//! Notebooks of decisions: begun from a known programme, written in by those who sit at them, opened as a programme.
//! They stand beside the log: no rule depends on them, and their reasons are free text.

mod amending;
mod approach;
mod facts;
mod file;
mod opening;
mod papers;
mod people;
mod said;
mod sheet;
mod words;

use crate::command::Cx;
use crate::opening::may_open;
use crate::permit::{Action, ask};
use crate::programme_file;
use crate::sign_in::NO_PROGRAMME;
use crate::world::{App, Error};
pub use amending::Amending;
pub use approach::Minutes;
use domain::ids::{Actor, PersonId};
use domain::refusal::Refusal;
pub use facts::Correction;
pub use file::frame;
use jiff::Timestamp;
use jiff::civil::Date;
pub use notebook::approach as way;
pub use notebook::approach::Approach;
pub use notebook::check::{Finding, Weight, findings};
pub use notebook::compare::{Row as Beside, side_by_side};
pub use notebook::compile::{NotReady, undecided};
pub use notebook::consequence::{Between, Consequences, consequences};
use notebook::read_back;
pub use notebook::toolbox::Document;
pub use notebook::{Answer, Decision, Known, Notebook, Question, State, answer, book, catalogue, fact, question};
pub use opening::Opening;
pub use papers::{Form, Tool};
pub use people::Guest;
pub use said::{asked, in_short, model, said};
pub use sheet::{Brought, Problem};
use store::Fault;
pub use store::{NotebookCover, NotebookEntry, Paper, Seat};
use uuid::Uuid;

/// The most letters of a reason, a name, a meeting.
pub const LONGEST: usize = 2_000;
/// The most entries of a notebook: more than forty years of committees write.
const MOST_ENTRIES: usize = 20_000;

/// A notebook as somebody sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its cover.
    pub cover: NotebookCover,
    /// What they may do in it.
    pub seat: Seat,
    /// What it says now.
    pub notebook: Notebook,
    /// Where the territory is on its way.
    pub approach: Approach,
    /// How many entries it has: its version.
    pub version: u32,
}

/// One entry of a notebook's history.
#[derive(Clone, Debug)]
pub struct Past {
    /// Its number, the version that it made.
    pub number: u32,
    /// About which question.
    pub question: String,
    /// What it said.
    pub decision: Decision,
    /// Who wrote it; empty for the model that the notebook began from, and for somebody erased.
    pub author: String,
    /// When.
    pub written_at: Timestamp,
}

/// What is written about a question.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// The answer as a person writes it; empty when there is none.
    pub answer: String,
    /// How far it has come.
    pub state: State,
    /// Why.
    pub reasons: String,
    /// Who decided.
    pub by: String,
    /// When.
    pub on: Option<Date>,
    /// At which meeting.
    pub meeting: String,
    /// Who saw it otherwise.
    pub dissent: String,
    /// The question in the territory's words.
    pub renamed: String,
    /// Not asked here.
    pub withdrawn: bool,
}

/// Whether somebody begins notebooks: the province-wide network, and whoever coordinates a programme.
pub fn may_begin<'b>(books: impl Iterator<Item = &'b std::sync::Arc<domain::programme::Book>> + Clone, actor: Actor) -> bool {
    may_open(books.clone(), actor) || books.into_iter().any(|book| ask(Some(book), actor, Action::Configure).is_ok())
}

/// What somebody may do in a notebook. Whoever coordinates the programme that came of it writes in it; whoever audits it
/// reads.
fn seat_of(cx: &mut Cx<'_, '_>, person: PersonId, cover: &NotebookCover) -> Result<Option<Seat>, Error> {
    let own = cx.tx.seats(cover.id)?.into_iter().find(|(who, _)| *who == person).map(|(_, seat)| seat);
    let Some(programme) = cover.programme else { return Ok(own) };
    let book = cx.tx.book(programme)?;
    let may = |action| ask(book.as_deref(), Actor::Person(person), action).is_ok();
    let by_role = if may(Action::Configure) {
        Some(Seat::Facilitator)
    } else if may(Action::SeeAll) {
        Some(Seat::Reader)
    } else {
        None
    };
    Ok(own.max(by_role))
}

pub(crate) fn open_at(cx: &mut Cx<'_, '_>, person: PersonId, key: &str, least: Seat) -> Result<(NotebookCover, Seat), Error> {
    let cover = cx.tx.notebook(key)?.ok_or(Refusal::NotFound)?;
    // Somebody without a seat is not told that there is a notebook.
    let seat = seat_of(cx, person, &cover)?.ok_or(Refusal::NotFound)?;
    if seat < least { Err(Refusal::NotPermitted.into()) } else { Ok((cover, seat)) }
}

fn decoded(entry: &NotebookEntry) -> Result<Decision, Error> {
    serde_json::from_str(&entry.decision).map_err(|e| Fault::Inconsistent(e.to_string()).into())
}

/// What a notebook says after so many entries, and how many those are.
fn notebook_of(cx: &mut Cx<'_, '_>, id: u32, version: u32) -> Result<(Notebook, u32), Error> {
    told(cx, id, version).map(|(notebook, _, last)| (notebook, last))
}

/// The same, with the territory's approach.
fn told(cx: &mut Cx<'_, '_>, id: u32, version: u32) -> Result<(Notebook, Approach, u32), Error> {
    let (mut notebook, mut approach) = (Notebook::default(), Approach::default());
    let mut last = 0;
    for (_, entry) in cx.tx.entries(id)? {
        if entry.number > version {
            break;
        }
        last = entry.number;
        if Approach::is_entry(&entry.question) {
            approach.take(&entry.question, &entry.decision).map_err(|e| Fault::Inconsistent(e.to_string()))?;
        } else {
            notebook.decisions.insert(entry.question.clone(), decoded(&entry)?);
        }
    }
    Ok((notebook, approach, last))
}

/// Writes decisions under one request; the same again writes nothing.
fn write(
    cx: &mut Cx<'_, '_>,
    id: u32,
    request: Uuid,
    author: Option<PersonId>,
    decisions: impl IntoIterator<Item = (String, Decision)>,
) -> Result<u32, Error> {
    let said = decisions.into_iter().map(|(question, decision)| Ok((question, in_entry(&decision)?)));
    let said = said.collect::<Result<Vec<_>, Error>>()?;
    write_entries(cx, id, request, author, said)
}

/// Something as its entry keeps it.
fn in_entry(said: &impl serde::Serialize) -> Result<String, Error> {
    serde_json::to_string(said).map_err(|e| Fault::Other(e.to_string()).into())
}

fn write_entries(
    cx: &mut Cx<'_, '_>,
    id: u32,
    request: Uuid,
    author: Option<PersonId>,
    said: Vec<(String, String)>,
) -> Result<u32, Error> {
    let written = cx.tx.entries(id)?;
    if written.len() > MOST_ENTRIES {
        return Err(Refusal::TooMany { limit: MOST_ENTRIES as u64 }.into());
    }
    let now = cx.now();
    let mut count = 0;
    for (question, decision) in said {
        let before = written.iter().find(|(by, entry)| *by == request && entry.question == question);
        if before.is_some_and(|(_, entry)| entry.decision != decision) {
            return Err(Refusal::SameIdOtherContent.into());
        }
        let entry = NotebookEntry { number: 0, question, decision, author, written_at: now };
        count += u32::from(cx.tx.add_entry(id, request, &entry)?);
    }
    Ok(count)
}

/// Refuses what nobody reads.
fn short(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.chars().count() > LONGEST { Err(Refusal::TooLongText { limit: LONGEST as u64 }) } else { Ok(text.to_owned()) }
}

/// The decision that a change makes of the one before.
fn decide(before: Option<&Decision>, key: &str, change: &Change) -> Result<Decision, Refusal> {
    let before = before.cloned().unwrap_or_default();
    let no = || Refusal::NotAnAnswer { question: key.to_owned() };
    let answer = match (change.answer.trim(), catalogue().question(key)) {
        ("", _) => None,
        (written, Some(question)) => Some(Answer::parse(question, written).map_err(|_| no())?),
        (written, None) => Some(Answer::Text(short(written)?)),
    };
    if change.state == State::Decided && answer.is_none() && !change.withdrawn {
        return Err(no());
    }
    // A choice stays borrowed until somebody stands behind it.
    let kept = answer == before.answer && change.state == State::ToDiscuss;
    Ok(Decision {
        borrowed: before.borrowed.filter(|_| kept),
        answer,
        state: change.state,
        reasons: short(&change.reasons)?,
        by: short(&change.by)?,
        on: change.on,
        meeting: short(&change.meeting)?,
        dissent: short(&change.dissent)?,
        renamed: short(&change.renamed)?,
        withdrawn: change.withdrawn,
    })
}

/// How a notebook begins.
#[derive(Clone, Debug, Default)]
pub struct Beginning {
    /// The territory's name.
    pub name: String,
    /// The known programme that the first draft comes from.
    pub model: String,
    /// The programme that runs already, by its short name: what it does is decided.
    pub programme: Option<String>,
}

/// Begins a notebook. The same request again is the same notebook.
fn begin(cx: &mut Cx<'_, '_>, person: PersonId, request: Uuid, beginning: &Beginning) -> Result<String, Error> {
    let Beginning { name, model, programme } = beginning;
    if let Some(cover) = cx.tx.notebook_of(request)? {
        let same = (&cover.name, &cover.model) == (name, model);
        return if same { Ok(cover.key) } else { Err(Refusal::SameIdOtherContent.into()) };
    }
    let mut first = Notebook::start(&facts::known(cx)?, model).ok_or(Refusal::NotFound)?;
    let mut entries = Vec::new();
    let running = if let Some(key) = programme {
        let book = cx.books()?.into_iter().find(|book| book.identity.key == *key).ok_or(Refusal::UnknownProgramme)?;
        ask(Some(&book), Actor::Person(person), Action::Configure)?;
        if let Some(taken) = cx.tx.notebooks()?.into_iter().find(|cover| cover.programme == Some(book.identity.id)) {
            return Err(Refusal::KeyTaken { key: taken.key }.into());
        }
        let said = read_back(&programme_file::written(&book), catalogue()).map_err(|e| Fault::Other(e.to_string()))?;
        entries.extend(said.decisions.into_iter().map(|(q, d)| (q, Decision { state: State::Decided, ..d })));
        Some(book.identity.id)
    } else {
        let territory = Decision { answer: Some(Answer::Text(name.clone())), state: State::Proposed, ..Decision::default() };
        first.decisions.insert("territory".to_owned(), territory);
        None
    };
    let stem = Some(notebook::compile::slug(name)).filter(|stem| !stem.is_empty()).unwrap_or_else(|| "carnet".to_owned());
    let mut key = stem.clone();
    let mut number = 1;
    while cx.tx.notebook(&key)?.is_some() {
        number += 1;
        key = format!("{stem}-{number}");
    }
    let (begun_at, name, model) = (cx.now(), name.clone(), model.clone());
    let cover = NotebookCover { id: 0, key: key.clone(), name, model, author: person, begun_at, programme: None };
    let id = cx.tx.add_notebook(request, &cover)?;
    cx.tx.seat(id, person, Seat::Facilitator)?;
    first.decisions.retain(|question, _| entries.iter().all(|(said, _)| said != question));
    write(cx, id, request, None, first.decisions)?;
    write(cx, id, request, Some(person), entries)?;
    if let Some(programme) = running {
        cx.tx.link_notebook(id, programme)?;
    }
    Ok(key)
}

impl Beginning {
    /// As it is kept, if it can be.
    fn checked(self) -> Result<Self, Refusal> {
        let name = short(&self.name)?;
        if name.is_empty() { Err(Refusal::NameNeeded) } else { Ok(Self { name, ..self }) }
    }
}

impl App {
    /// Begins a notebook: from a known programme, or for one that runs already.
    pub async fn begin_notebook(&self, person: PersonId, request: Uuid, beginning: Beginning) -> Result<String, Error> {
        let books = self.programmes().await?;
        if !may_begin(books.iter(), Actor::Person(person)) {
            return Err(Refusal::NotPermitted.into());
        }
        let beginning = beginning.checked()?;
        self.act(NO_PROGRAMME, move |cx| begin(cx, person, request, &beginning)).await
    }

    /// The same for a caller with a thread of its own, by whoever coordinates the programme.
    pub fn begin_notebook_wait(&self, person: PersonId, beginning: Beginning) -> Result<String, Error> {
        let (beginning, request) = (beginning.checked()?, self.surroundings.uuid());
        self.act_wait(NO_PROGRAMME, move |cx| begin(cx, person, request, &beginning))
    }

    /// The notebooks that somebody sits at, the last begun first.
    pub async fn notebooks(&self, person: PersonId) -> Result<Vec<Seen>, Error> {
        self.look(NO_PROGRAMME, move |cx| {
            let mut seen = Vec::new();
            for cover in cx.tx.notebooks()? {
                let Some(seat) = seat_of(cx, person, &cover)? else { continue };
                let (notebook, approach, version) = told(cx, cover.id, u32::MAX)?;
                seen.push(Seen { cover, seat, notebook, approach, version });
            }
            Ok(seen)
        })
        .await
    }

    /// A notebook, as it is or as it was after so many entries.
    pub async fn notebook(&self, person: PersonId, key: &str, version: Option<u32>) -> Result<Seen, Error> {
        let key = key.to_owned();
        self.look(NO_PROGRAMME, move |cx| {
            let (cover, seat) = open_at(cx, person, &key, Seat::Reader)?;
            let (notebook, approach, version) = told(cx, cover.id, version.unwrap_or(u32::MAX))?;
            Ok(Seen { cover, seat, notebook, approach, version })
        })
        .await
    }

    /// What was written about questions, the last first; about one when it is named.
    pub async fn notebook_past(&self, person: PersonId, key: &str, question: Option<String>) -> Result<Vec<Past>, Error> {
        let key = key.to_owned();
        self.look(NO_PROGRAMME, move |cx| {
            let (cover, _) = open_at(cx, person, &key, Seat::Reader)?;
            let mut past = Vec::new();
            for (_, entry) in cx.tx.entries(cover.id)?.into_iter().rev() {
                if Approach::is_entry(&entry.question) || question.as_ref().is_some_and(|asked| *asked != entry.question) {
                    continue;
                }
                let decision = decoded(&entry)?;
                let author = match entry.author {
                    Some(id) => cx.tx.person(id)?.map_or_else(String::new, |person| person.name),
                    None => String::new(),
                };
                past.push(Past {
                    number: entry.number,
                    question: entry.question,
                    decision,
                    author,
                    written_at: entry.written_at,
                });
            }
            Ok(past)
        })
        .await
    }

    /// Writes about a question.
    pub async fn write_notebook(
        &self,
        person: PersonId,
        request: Uuid,
        key: &str,
        question: &str,
        change: Change,
    ) -> Result<(), Error> {
        let (key, question) = (key.to_owned(), question.to_owned());
        self.act(NO_PROGRAMME, move |cx| {
            let (cover, _) = open_at(cx, person, &key, Seat::Member)?;
            let (notebook, _) = notebook_of(cx, cover.id, u32::MAX)?;
            let before = notebook.decision(&question);
            if catalogue().question(&question).is_none() && before.is_none() {
                return Err(Refusal::NotFound.into());
            }
            let decision = decide(before, &question, &change)?;
            write(cx, cover.id, request, Some(person), [(question.clone(), decision)]).map(drop)
        })
        .await
    }

    /// Adds a question of the territory's own; its name.
    pub async fn ask_own(&self, person: PersonId, request: Uuid, key: &str, asked: &str) -> Result<String, Error> {
        let (key, asked) = (key.to_owned(), short(asked)?);
        if asked.is_empty() {
            return Err(Refusal::Nothing.into());
        }
        self.act(NO_PROGRAMME, move |cx| {
            let (cover, _) = open_at(cx, person, &key, Seat::Member)?;
            if let Some((_, entry)) = cx.tx.entries(cover.id)?.into_iter().find(|(by, _)| *by == request) {
                let same = decoded(&entry)?.renamed == asked;
                return if same { Ok(entry.question) } else { Err(Refusal::SameIdOtherContent.into()) };
            }
            let (notebook, _) = notebook_of(cx, cover.id, u32::MAX)?;
            let own = |number: usize| format!("{}{number}", book::OWN);
            let free = (1..=9_999).map(own).find(|name| notebook.decision(name).is_none()).ok_or(Refusal::NotFound)?;
            let decision = Decision { renamed: asked.clone(), ..Decision::default() };
            write(cx, cover.id, request, Some(person), [(free.clone(), decision)])?;
            Ok(free)
        })
        .await
    }
}
