//! A notebook as a file, out and in: `programme.toml` with its notebook, to keep, compare and bring back.

use super::{Seat, Seen, notebook_of, open_at, write};
use crate::sign_in::NO_PROGRAMME;
use crate::world::{App, Error};
use domain::ids::PersonId;
use domain::refusal::Refusal;
use notebook::compile::{Frame, NotReady, programme, slug, whole};
use notebook::{Decision, Unreadable, catalogue, read_back};
use text::Lang;
use uuid::Uuid;

use super::words::In;

/// What a notebook's programme would be called in files, until somebody says otherwise.
pub fn frame(seen: &Seen, host: &str, simulated: bool) -> Frame {
    let name = slug(seen.notebook.text("programme-name"));
    let key = if name.is_empty() { seen.cover.key.clone() } else { name };
    Frame { key, host: host.to_owned(), territories: Vec::new(), simulated }
}

impl Seen {
    /// The programme's file, or why there is none yet.
    pub fn programme(&self, frame: &Frame) -> Result<String, NotReady> {
        let lang = self.notebook.choice("language").and_then(Lang::parse).unwrap_or(Lang::Fr);
        programme(&self.notebook, catalogue(), frame, &In(lang))
    }

    /// The notebook alone, which can be read back whatever it still lacks.
    pub fn file(&self) -> String {
        let mut file = toml::Table::new();
        file.insert("notebook".to_owned(), toml::Value::Table(whole(&self.notebook)));
        toml::to_string(&file).unwrap_or_default()
    }
}

impl App {
    /// Reads a file into a notebook: the questions that it answers otherwise, written as one request when `keep` says so.
    pub async fn bring_notebook(
        &self,
        person: PersonId,
        request: Uuid,
        key: &str,
        file: &[u8],
        keep: bool,
    ) -> Result<Vec<String>, Error> {
        let text = std::str::from_utf8(file).map_err(|_| Refusal::NotATable)?;
        let brought = read_back(text, catalogue()).map_err(|error| match error {
            Unreadable::Toml { line, .. } => {
                Refusal::InFile { line: u64::from(line), column: 1, refusal: Box::new(Refusal::NotATable) }
            }
            Unreadable::Answer { question } => Refusal::NotAnAnswer { question },
        })?;
        if brought.decisions.is_empty() {
            return Err(Refusal::Nothing.into());
        }
        let key = key.to_owned();
        self.act(NO_PROGRAMME, move |cx| {
            let (cover, _) = open_at(cx, person, &key, Seat::Member)?;
            let (now, _) = notebook_of(cx, cover.id, u32::MAX)?;
            let changed: Vec<(String, Decision)> = brought
                .decisions
                .iter()
                .filter(|(question, decision)| now.decision(question) != Some(*decision))
                .map(|(question, decision)| (question.clone(), decision.clone()))
                .collect();
            let questions = changed.iter().map(|(question, _)| question.clone()).collect();
            if keep {
                write(cx, cover.id, request, Some(person), changed)?;
            }
            Ok(questions)
        })
        .await
    }
}
