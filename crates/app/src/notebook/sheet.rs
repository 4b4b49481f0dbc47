//! A notebook as a table: a committee's rules typed in a spreadsheet, line by line, and brought in. A question is told by
//! its short name, an option by its short name or by its words in either language.

use super::{Change, Seat, Seen, State, decide, notebook_of, open_at, write};
use crate::import;
use crate::sign_in::NO_PROGRAMME;
use crate::world::{App, Error};
use domain::ids::PersonId;
use domain::refusal::Refusal;
use exchange::table::{Cell, Column, Kind as Holds, Row, Table};
use jiff::civil::Date;
use notebook::{Answer, Decision, Kind, Notebook, catalogue};
use text::Lang;
use uuid::Uuid;

/// The columns, in order; their words are `notebook-column-<name>`.
const COLUMNS: [&str; 9] = ["key", "question", "answer", "state", "reasons", "by", "on", "meeting", "dissent"];

/// A line that was left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// As the spreadsheet numbers it.
    pub line: u64,
    /// Why.
    pub refusal: Refusal,
}

/// What a table brings.
#[derive(Clone, Debug, Default)]
pub struct Brought {
    /// Questions that it answers otherwise than the notebook.
    pub changed: Vec<String>,
    /// Lines that say what the notebook says already, or nothing.
    pub same: u64,
    /// Lines that were left out.
    pub bad: Vec<Problem>,
}

impl Seen {
    /// Every question with what the notebook says now: to fill in, to print, to keep.
    pub fn table(&self, lang: Lang, made_on: Date) -> Table {
        let label = |name: &&str| text::t(lang, &format!("notebook-column-{name}"));
        let columns = COLUMNS.iter().map(|name| Column { label: label(name), kind: Holds::Text }).collect();
        let own = self.notebook.decisions.keys().filter(|key| catalogue().question(key).is_none());
        let row = |key: &String| {
            let decision = self.notebook.decision(key).cloned().unwrap_or_default();
            let asked =
                if decision.renamed.is_empty() { text::t(lang, &format!("decision-{key}")) } else { decision.renamed.clone() };
            let state = text::key_label(lang, "decision-state", decision.state.key());
            let on = decision.on.map_or_else(String::new, |day| day.to_string());
            let answer = decision.answer.as_ref().map(Answer::written).unwrap_or_default();
            [key.clone(), asked, answer, state, decision.reasons, decision.by, on, decision.meeting, decision.dissent]
                .into_iter()
                .map(Cell::Text)
                .collect()
        };
        let rows = catalogue().questions.iter().map(|q| &q.key).chain(own).map(row).collect();
        Table { title: self.cover.name.clone(), made_on, columns, rows }
    }
}

/// An option by its words, in any language; whatever else as it is.
fn option_named(question: &str, written: &str) -> String {
    let Some(question) = catalogue().question(question) else { return written.to_owned() };
    if !matches!(question.kind, Kind::Choice | Kind::Several) {
        return written.to_owned();
    }
    let named = |line: &str| {
        let line = line.trim();
        let says = |option: &&String| {
            Lang::spoken().any(|lang| {
                text::t(lang, &format!("decision-{}-is-{option}", question.key)).to_lowercase() == line.to_lowercase()
            })
        };
        question.options.iter().find(says).cloned().unwrap_or_else(|| line.to_owned())
    };
    written.lines().map(named).collect::<Vec<_>>().join("\n")
}

/// A state by its short name or its words; an empty cell is a proposal when there is an answer.
fn state_named(written: &str, has_answer: bool) -> Option<State> {
    let written = written.trim().to_lowercase();
    if written.is_empty() {
        return Some(if has_answer { State::Proposed } else { State::ToDiscuss });
    }
    let says =
        |state: &State| Lang::spoken().any(|lang| text::key_label(lang, "decision-state", state.key()).to_lowercase() == written);
    State::EVERY.into_iter().find(|state| state.key() == written || says(state))
}

fn line(notebook: &Notebook, row: &Row) -> Result<Option<(String, Decision)>, Refusal> {
    let cell = |index: usize| row.cells.get(index).cloned().unwrap_or_default();
    let question = cell(0);
    let before = notebook.decision(&question);
    if catalogue().question(&question).is_none() && before.is_none() {
        return Err(Refusal::NotAnAnswer { question });
    }
    let answer = option_named(&question, &cell(2));
    let state = state_named(&cell(3), !answer.is_empty()).ok_or_else(|| Refusal::NotAnAnswer { question: question.clone() })?;
    let on = Some(cell(6)).filter(|day| !day.is_empty());
    let on = on.map(|day| day.parse().map_err(|_| Refusal::NotADate { written: day.clone() })).transpose()?;
    let change = Change {
        answer,
        state,
        reasons: cell(4),
        by: cell(5),
        on,
        meeting: cell(7),
        dissent: cell(8),
        renamed: before.map(|b| b.renamed.clone()).unwrap_or_default(),
        withdrawn: before.is_some_and(|b| b.withdrawn),
    };
    let decision = decide(before, &question, &change)?;
    Ok((before != Some(&decision) && decision != Decision::default()).then_some((question, decision)))
}

impl App {
    /// Reads a table into a notebook: what it would change, line by line; kept when `keep` says so and no line is bad.
    pub async fn bring_notebook_table(
        &self,
        person: PersonId,
        request: Uuid,
        key: &str,
        file: &[u8],
        keep: bool,
    ) -> Result<Brought, Error> {
        let rows = import::read(file)?;
        let key = key.to_owned();
        self.act(NO_PROGRAMME, move |cx| {
            let (cover, _) = open_at(cx, person, &key, Seat::Member)?;
            let (notebook, _) = notebook_of(cx, cover.id, u32::MAX)?;
            let mut brought = Brought::default();
            let mut good = Vec::new();
            // The first line has the headings.
            for row in rows.iter().skip(1) {
                match line(&notebook, row) {
                    Ok(Some((question, _))) if brought.changed.contains(&question) => {
                        brought.bad.push(Problem { line: row.line, refusal: Refusal::NotAnAnswer { question } });
                    }
                    Ok(Some((question, decision))) => {
                        brought.changed.push(question.clone());
                        good.push((question, decision));
                    }
                    Ok(None) => brought.same += 1,
                    Err(refusal) => brought.bad.push(Problem { line: row.line, refusal }),
                }
            }
            if keep && brought.bad.is_empty() {
                write(cx, cover.id, request, Some(person), good)?;
            }
            Ok(brought)
        })
        .await
    }
}
