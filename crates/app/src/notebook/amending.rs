//! From a notebook to an amendment of the programme that came of it.

use super::{Seat, Seen, State, catalogue, frame, undecided};
use crate::amendment;
use crate::command::Request;
use crate::permit::{Action, ask};
use crate::programme_file::ProgrammeFile;
use crate::world::{App, Error};
use domain::amendment::{Change, Decided};
use domain::ids::{Actor, PersonId};
use domain::programme::Book;
use domain::refusal::Refusal;
use jiff::civil::Date;
use std::sync::Arc;
use store::Fault;
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

impl Seen {
    /// What the decided questions say; what is only discussed or proposed changes nothing.
    fn decided(&self, book: &Book, now: &Decided) -> Result<Decided, Error> {
        let open = undecided(&self.notebook, catalogue()).len() as u64;
        if open > 0 {
            return Err(Refusal::NotebookNotReady { questions: open, contradictions: 0 }.into());
        }
        let mut firm = self.clone();
        firm.notebook.decisions.retain(|_, decision| decision.state == State::Decided);
        let text = firm.programme(&frame(self, &book.identity.host, book.identity.simulated)).map_err(|not_ready| {
            let contradictions = not_ready.contradictions.len() as u64;
            Refusal::NotebookNotReady { questions: not_ready.unanswered.len() as u64, contradictions }
        })?;
        let spoken: toml::Table = toml::from_str(&text).map_err(|e| Fault::Other(e.to_string()))?;
        let spoken = spoken.get("rules").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        let mut decided = amendment::over(now, &ProgrammeFile::read(text.as_bytes())?, &spoken);
        if firm.notebook.answer("last-claim").is_none() {
            // Nobody decided it: what the programme does stays, as far as the season's end lets it.
            decided.season.last_claim_on = now.season.last_claim_on.max(decided.season.ends_on);
        }
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
