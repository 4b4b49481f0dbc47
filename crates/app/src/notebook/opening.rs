//! From a notebook to a running programme.

use super::{NotReady, Seat, frame, open_at, undecided};
use crate::opening::Coordinator;
use crate::people::Link;
use crate::programme_file::ProgrammeFile;
use crate::sign_in::NO_PROGRAMME;
use crate::world::{App, Error};
use domain::ids::PersonId;
use domain::programme::Book;
use domain::refusal::Refusal;
use notebook::catalogue;
use std::sync::Arc;
use uuid::Uuid;

/// What whoever opens a programme says, besides the notebook.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The programme's short name in files and addresses.
    pub key: String,
    /// Host of the checking address printed on coupons.
    pub host: String,
    /// Codes of the territories served.
    pub territories: Vec<String>,
    /// A practice programme.
    pub simulated: bool,
    /// Who will coordinate it.
    pub coordinator: Coordinator,
}

impl App {
    /// Opens the programme that a notebook decided. Every question that a programme needs is decided, not borrowed.
    pub async fn open_notebook(
        &self,
        person: PersonId,
        request: Uuid,
        key: &str,
        opening: Opening,
    ) -> Result<(Arc<Book>, PersonId, Option<Link>), Error> {
        let seen = self.notebook(person, key, None).await?;
        if seen.seat < Seat::Facilitator {
            return Err(Refusal::NotPermitted.into());
        }
        let open = undecided(&seen.notebook, catalogue()).len() as u64;
        if open > 0 {
            return Err(Refusal::NotebookNotReady { questions: open, contradictions: 0 }.into());
        }
        let mut frame = frame(&seen, opening.host.trim(), opening.simulated);
        if !opening.key.trim().is_empty() {
            opening.key.trim().clone_into(&mut frame.key);
        }
        frame.territories = opening.territories;
        // A notebook is one programme's: the same again is that one, another name is another notebook.
        if let Some(programme) = seen.cover.programme {
            let books = self.programmes().await?;
            let opened = books.iter().find(|book| book.identity.id == programme).map(|book| book.identity.key.clone());
            if opened.as_ref() != Some(&frame.key) {
                return Err(Refusal::KeyTaken { key: opened.unwrap_or_default() }.into());
            }
        }
        let text = seen.programme(&frame).map_err(|NotReady { unanswered, contradictions }| Refusal::NotebookNotReady {
            questions: unanswered.len() as u64,
            contradictions: contradictions.len() as u64,
        })?;
        let file = ProgrammeFile::read(text.as_bytes())?;
        let opened = self.open_for(person, request, file, opening.coordinator).await?;
        let (key, programme) = (key.to_owned(), opened.0.identity.id);
        self.act(NO_PROGRAMME, move |cx| {
            let (cover, _) = open_at(cx, person, &key, Seat::Facilitator)?;
            Ok(cx.tx.link_notebook(cover.id, programme)?)
        })
        .await?;
        Ok(opened)
    }
}
