//! A notebook as a file, out and in: `programme.toml` with its notebook, to keep, compare and bring back.

use super::{Approach, LONGEST, Seat, Seen, in_entry, open_at, told, write_entries};
use crate::sign_in::NO_PROGRAMME;
use crate::world::{App, Error};
use domain::ids::PersonId;
use domain::refusal::Refusal;
use notebook::compile::{Frame, NotReady, programme, slug, whole};
use notebook::{Unreadable, catalogue, read_back};
use store::Fault;
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
    pub fn file(&self) -> Result<String, Error> {
        let fault = |error: toml::ser::Error| Fault::Other(error.to_string());
        let mut file = toml::Table::new();
        file.insert("notebook".to_owned(), toml::Value::Table(whole(&self.notebook)));
        if self.approach != Approach::default() {
            file.insert("approach".to_owned(), toml::Value::try_from(&self.approach).map_err(fault)?);
        }
        Ok(toml::to_string(&file).map_err(fault)?)
    }
}

/// The part of a file about the approach.
#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Way {
    approach: Approach,
}

/// What a file says of the approach, as entries; nothing in it is longer than what a page takes.
fn way(text: &str) -> Result<Vec<(String, String)>, Refusal> {
    let file: Way = toml::from_str(text).map_err(|_| Refusal::NotATable)?;
    let entries = file.approach.entries().map_err(|_| Refusal::NotATable)?;
    let is_long = |(name, said): &(String, String)| name.len() > 80 || said.chars().count() > 5 * LONGEST;
    if entries.iter().any(is_long) { Err(Refusal::TooLongText { limit: LONGEST as u64 }) } else { Ok(entries) }
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
        let way = way(text)?;
        if let Some(question) = brought.decisions.keys().find(|question| Approach::is_entry(question)) {
            return Err(Refusal::NotAnAnswer { question: question.clone() }.into());
        }
        if brought.decisions.is_empty() && way.is_empty() {
            return Err(Refusal::NothingChanges.into());
        }
        let key = key.to_owned();
        self.act(NO_PROGRAMME, move |cx| {
            let (cover, _) = open_at(cx, person, &key, Seat::Member)?;
            let (now, approach, _) = told(cx, cover.id, u32::MAX)?;
            let kept = approach.entries().map_err(|e| Fault::Inconsistent(e.to_string()))?;
            let mut changed = Vec::new();
            for (question, decision) in &brought.decisions {
                if now.decision(question) != Some(decision) {
                    changed.push((question.clone(), in_entry(decision)?));
                }
            }
            changed.extend(way.iter().filter(|entry| !kept.contains(entry)).cloned());
            let questions = changed.iter().map(|(question, _)| question.clone()).collect();
            if keep {
                write_entries(cx, cover.id, request, Some(person), changed)?;
            }
            Ok(questions)
        })
        .await
    }
}
