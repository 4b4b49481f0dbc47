//! From a notebook to an amendment of the programme that came of it.

use super::words::In;
use super::{Seat, Seen, Weight, findings};
use crate::amendment;
use crate::command::Request;
use crate::permit::{Action, ask};
use crate::programme_file::{ProgrammeFile, written};
use crate::world::{App, Error};
use domain::amendment::{Change, Decided};
use domain::ids::{Actor, PersonId};
use domain::programme::Book;
use domain::refusal::Refusal;
use jiff::ToSpan;
use jiff::civil::Date;
use notebook::compile::{decided, firm};
use std::sync::Arc;
use store::Fault;
use toml::{Table, Value};
use uuid::Uuid;

/// What a notebook decides that its programme does not do yet.
pub struct Amending {
    /// The programme.
    pub book: Arc<Book>,
    /// All that would be decided.
    pub after: Decided,
    /// What that changes.
    pub changes: Vec<Change>,
    /// Whether an amendment waits for a second person already.
    pub waits: bool,
    /// Whether whoever looks may ask for it: the programme's coordination.
    pub may_ask: bool,
}

/// One table laid over another: what it says wins, table by table.
fn lay(over: Table, under: &mut Table) {
    for (key, value) in over {
        match (under.get_mut(&key), value) {
            (Some(Value::Table(under)), Value::Table(over)) => lay(over, under),
            (_, value) => drop(under.insert(key, value)),
        }
    }
}

impl Seen {
    /// What the programme would do: all that it does, and what the decided questions say instead.
    fn decided(&self, book: &Book, now: &Decided) -> Result<Decided, Error> {
        let firm = firm(&self.notebook);
        let contradictions = findings(&firm).iter().filter(|found| found.weight == Weight::Contradiction).count() as u64;
        if contradictions > 0 {
            return Err(Refusal::NotebookNotReady { questions: 0, contradictions }.into());
        }
        let Decided { season, rules, bands } = now.clone();
        let last = Book { season, rules, bands, ..book.clone() };
        let fault = |error: &dyn std::fmt::Display| Fault::Other(error.to_string());
        let mut file: Table = toml::from_str(&written(&last)).map_err(|e| fault(&e))?;
        lay(decided(&self.notebook, &In(self.lang())), &mut file);
        let file = ProgrammeFile::parse(&toml::to_string(&file).map_err(|e| fault(&e))?)?;
        let mut decided = Decided { season: file.season, rules: file.rules(), bands: file.bands() };
        let ends = decided.season.ends_on;
        decided.season.last_claim_on = match firm.number("last-claim") {
            Some(days) => ends.checked_add(days.days()).unwrap_or(ends),
            None => now.season.last_claim_on.max(ends),
        };
        Ok(decided)
    }
}

impl App {
    /// What a notebook decides that its programme does not do yet; nothing before the programme is open.
    pub async fn notebook_amending(&self, person: PersonId, seen: &Seen) -> Result<Option<Amending>, Error> {
        let Some(programme) = seen.cover.programme else { return Ok(None) };
        let (book, now) = self
            .look(programme, |cx| {
                let book = cx.book()?;
                let (now, _) = book.decided_last();
                Ok((book, now))
            })
            .await?;
        let after = seen.decided(&book, &now)?;
        let changes = now.changes(&after);
        let waits = book.amendment_asked().is_some();
        let may_ask = ask(Some(&book), Actor::Person(person), Action::Configure).is_ok();
        Ok(Some(Amending { book, after, changes, waits, may_ask }))
    }

    /// Asks for the amendment that a notebook decided. Only whoever coordinates the programme may.
    pub async fn amend_notebook(
        &self,
        person: PersonId,
        request: Uuid,
        key: &str,
        from: Date,
        reason: String,
    ) -> Result<Arc<Book>, Error> {
        let seen = self.notebook(person, key, None).await?;
        if seen.seat < Seat::Facilitator {
            return Err(Refusal::NotPermitted.into());
        }
        let Amending { book, after, .. } = self.notebook_amending(person, &seen).await?.ok_or(Refusal::NotFound)?;
        let request = Request { actor: Actor::Person(person), id: request, device: None, claimed_at: self.now() };
        let programme = book.identity.id;
        self.act(programme, move |cx| amendment::ask_for(cx, request, from, after.clone(), &reason).map(drop)).await?;
        Ok(book)
    }
}
