//! Opening a programme from its file, and adding to its book.

use crate::command::{Answer, Cx, Request};
use crate::paper;
use crate::programme_file::ProgrammeFile;
use crate::world::{App, Error};
use domain::command::{Command, Envelope, Outcome};
use domain::ids::{Actor, PersonId, ProgrammeId};
use domain::memory::Memory;
use domain::programme::{Book, Entry};
use domain::refusal::Refusal;
use domain::role::{Grant, Role};
use jiff::Timestamp;
use std::sync::{Arc, PoisonError};
use store::Fault;

impl App {
    /// The books of all programmes.
    pub fn programmes_wait(&self) -> Result<Vec<Arc<Book>>, Error> {
        Ok(self.today(self.look_wait(ProgrammeId(0), |cx| Ok(cx.tx.books()?))?))
    }

    /// The same, for a caller that must not block.
    pub async fn programmes(&self) -> Result<Vec<Arc<Book>>, Error> {
        Ok(self.today(self.look(ProgrammeId(0), |cx| Ok(cx.tx.books()?)).await?))
    }

    /// Books as they are decided today.
    pub(crate) fn today(&self, books: Vec<Arc<Book>>) -> Vec<Arc<Book>> {
        let now = self.now();
        books.into_iter().map(|book| book.at(now)).collect()
    }

    /// A programme by its short name, or by its number.
    pub fn programme_wait(&self, name: &str) -> Result<Arc<Book>, Error> {
        pick(self.programmes_wait()?, name)
    }

    /// The same, for a caller that must not block.
    pub async fn programme(&self, name: &str) -> Result<Arc<Book>, Error> {
        pick(self.programmes().await?, name)
    }

    /// When something was last done in a programme that is still open.
    pub fn last_act_wait(&self) -> Result<Option<Timestamp>, Error> {
        let mut last = None;
        for book in self.programmes_wait()?.into_iter().filter(|book| book.closed_at.is_none()) {
            let head = self.look_wait(book.identity.id, |cx| Ok(cx.tx.peek_head(cx.programme)?))?;
            last = last.max(head.map(|head| head.recorded_at));
        }
        Ok(last)
    }

    /// Opens a programme from its file: its secret, its book, everything registered.
    pub fn open_programme_wait(&self, file: &ProgrammeFile) -> Result<ProgrammeId, Error> {
        self.open_with_wait(file, &[])
    }

    /// What a file would open, without opening anything.
    pub fn rehearse_wait(&self, file: &ProgrammeFile, grants: &[Grant]) -> Result<Book, Error> {
        let (_, commands) = self.opening(file, grants)?;
        let requests = [Request::now(self, Actor::System), Request::now(self, Actor::System)];
        Ok(rehearse(&commands, &requests)?)
    }

    /// What opens a programme, and under which number.
    fn opening(&self, file: &ProgrammeFile, grants: &[Grant]) -> Result<(ProgrammeId, [Command; 2]), Error> {
        let taken = self.programmes_wait()?;
        if taken.iter().any(|b| b.identity.key == file.programme.key) {
            return Err(Refusal::KeyTaken { key: file.programme.key.clone() }.into());
        }
        let next = taken.iter().map(|b| b.identity.id.0).max().unwrap_or(0) + 1;
        let id = ProgrammeId(file.programme.number.unwrap_or(next));
        // What opens a programme is written by the program itself: it must never reach one that is there.
        if taken.iter().any(|b| b.identity.id == id) {
            return Err(Refusal::KeyTaken { key: id.0.to_string() }.into());
        }
        let mut entries = file.entries()?;
        entries.extend(grants.iter().copied().map(Entry::Grant));
        for class in entries.iter().filter_map(|e| if let Entry::Class(class) = e { Some(class) } else { None }) {
            paper::can_print(&file.identity(id), &file.rules(), class)?;
        }
        let commands = [
            Command::Open {
                identity: Box::new(file.identity(id)),
                season: file.season,
                rules: Box::new(file.rules()),
                units: file.unit.clone(),
                bands: file.bands(),
            },
            Command::Enroll { entries },
        ];
        Ok((id, commands))
    }

    /// Opens a programme, and gives its first roles.
    pub(crate) fn open_with_wait(&self, file: &ProgrammeFile, grants: &[Grant]) -> Result<ProgrammeId, Error> {
        let (id, commands) = self.opening(file, grants)?;
        let requests = [Request::now(self, Actor::System), Request::now(self, Actor::System)];
        rehearse(&commands, &requests)?;
        let secret = self.surroundings.bytes();
        // The secret is on disk before anything depends on it.
        self.keys
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .add(id, secret)
            .map_err(|e| Fault::Other(format!("the key file cannot be written: {e}")))?;
        self.act_wait(id, move |cx| {
            for (request, command) in requests.iter().zip(&commands) {
                cx.run(*request, command.clone())?;
            }
            Ok(id)
        })
    }
}

/// Plays the opening in memory first: a refusal is recorded like any other command, and would leave behind
/// a programme half made. So a programme opens whole or not at all.
fn rehearse(commands: &[Command], requests: &[Request]) -> Result<Book, Refusal> {
    let mut memory = Memory::default();
    for (request, command) in requests.iter().zip(commands) {
        let Request { id, actor, device, claimed_at } = *request;
        let envelope = Envelope { id, actor, device, claimed_at, command: command.clone() };
        if let Outcome::Refused { refusal } = memory.apply(&envelope, claimed_at) {
            return Err(refusal);
        }
    }
    memory.opened().cloned().ok_or(Refusal::UnknownProgramme)
}

fn pick(books: Vec<Arc<Book>>, name: &str) -> Result<Arc<Book>, Error> {
    books
        .into_iter()
        .find(|b| b.identity.key == name || b.identity.id.0.to_string() == name)
        .ok_or_else(|| Refusal::UnknownProgramme.into())
}

/// Adds to the book.
pub fn enroll(cx: &mut Cx<'_, '_>, request: Request, entries: Vec<Entry>) -> Result<Answer, Error> {
    cx.run(request, Command::Enroll { entries })
}

/// Gives a person a role.
pub fn grant(cx: &mut Cx<'_, '_>, request: Request, person: PersonId, role: Role) -> Result<Answer, Error> {
    crate::sign_in::known(cx, person)?;
    cx.run(request, Command::Grant(Grant { person, role }))
}

/// Takes a role from a person.
pub fn revoke(cx: &mut Cx<'_, '_>, request: Request, person: PersonId, role: Role) -> Result<Answer, Error> {
    cx.run(request, Command::Revoke(Grant { person, role }))
}
