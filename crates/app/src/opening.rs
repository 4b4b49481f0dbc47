//! Opening a programme from the pages: the province-wide network does it, and invites whoever will coordinate it.

use crate::people::Link;
use crate::permit::{Action, ask};
use crate::programme_file::ProgrammeFile;
use crate::sign_in::{NO_PROGRAMME, add_link, email};
use crate::world::{App, Error};
use domain::ids::{Actor, PersonId};
use domain::programme::Book;
use domain::refusal::Refusal;
use domain::role::{Grant, Role};
use jiff::SignedDuration;
use std::sync::Arc;
use store::Fault;
use uuid::Uuid;

/// Who will coordinate a programme.
#[derive(Clone, Debug)]
pub struct Coordinator {
    /// Their name.
    pub name: String,
    /// Their e-mail; may be empty.
    pub email: String,
    /// The language they are written to in.
    pub language: String,
    /// How long their link is good.
    pub lasts: SignedDuration,
}

/// Whether somebody opens programmes: whoever is of the network in any of them.
pub fn may_open<'b>(mut books: impl Iterator<Item = &'b Arc<Book>>, actor: Actor) -> bool {
    books.any(|book| ask(Some(book), actor, Action::OpenAnother).is_ok())
}

impl App {
    async fn ask_to_open(&self, actor: Actor) -> Result<(), Error> {
        if may_open(self.programmes().await?.iter(), actor) { Ok(()) } else { Err(Refusal::NotPermitted.into()) }
    }

    /// What a file would open. Nothing is written.
    pub async fn read_opening(&self, actor: Actor, file: Vec<u8>) -> Result<(ProgrammeFile, Book), Error> {
        self.ask_to_open(actor).await?;
        let app = self.clone();
        blocking(move || {
            let file = ProgrammeFile::read(&file)?;
            let book = app.rehearse_wait(&file, &[])?;
            Ok((file, book))
        })
        .await
    }

    /// Opens a programme, with its coordinator and whoever opened it as its network; the coordinator's link, unless
    /// they have a way in already. The same request again, until the coordinator has come, makes a fresh link.
    pub async fn open_for(
        &self,
        opener: PersonId,
        request: Uuid,
        file: ProgrammeFile,
        coordinator: Coordinator,
    ) -> Result<(Arc<Book>, PersonId, Option<Link>), Error> {
        self.ask_to_open(Actor::Person(opener)).await?;
        let Coordinator { name, email: written, language, lasts } = coordinator;
        let (name, email) = (name.trim().to_owned(), email(&written)?);
        if name.is_empty() {
            return Err(Refusal::NameNeeded.into());
        }
        let key = file.programme.key.clone();
        let opened = self.programmes().await?.into_iter().find(|book| book.identity.key == key);
        if opened.is_none() {
            // Nobody is added for a programme that would be refused.
            let (app, file) = (self.clone(), file.clone());
            blocking(move || app.rehearse_wait(&file, &[])).await?;
        }
        let person = self
            .act(NO_PROGRAMME, move |cx| {
                let found = if email.is_empty() { None } else { cx.tx.person_by_email(&email)? };
                match found {
                    Some(person) => Ok(person.id),
                    None => Ok(cx.tx.add_person(&name, &email, "", &language, Some(request))?),
                }
            })
            .await?;
        let first = [Grant { person, role: Role::Coordinator }, Grant { person: opener, role: Role::Network }];
        match opened {
            Some(book) if first.iter().all(|grant| book.grants.contains(grant)) => {}
            Some(_) => return Err(Refusal::KeyTaken { key }.into()),
            None => {
                let app = self.clone();
                blocking(move || app.open_with_wait(&file, &first)).await?;
            }
        }
        let token = self.fresh_token();
        let kept = token.clone();
        let until = self
            .act(NO_PROGRAMME, move |cx| {
                let now = cx.now();
                if cx.tx.presence(person, now)?.seen_at.is_some() {
                    return Ok(None);
                }
                cx.tx.end_links(person, now)?;
                add_link(cx, person, &kept, lasts).map(Some)
            })
            .await?;
        Ok((self.programme(&key).await?, person, until.map(|until| Link { token, until })))
    }
}

/// Opening writes the file of secrets: on a thread that may block.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
    tokio::task::spawn_blocking(work).await.map_err(|e| Fault::Other(e.to_string()))?
}
