//! What known programmes chose, corrected by the province-wide network between two releases: every notebook reads it at
//! once, and what was written before stays.

use super::short;
use crate::command::Cx;
use crate::opening::may_open;
use crate::sign_in::NO_PROGRAMME;
use crate::world::{App, Error};
use domain::ids::{Actor, PersonId};
use domain::refusal::Refusal;
use jiff::civil::Date;
use notebook::catalogue::{Catalogue, Corrected};
use notebook::{Answer, Fact, catalogue};
use store::FactRow;

/// What is written about a known programme's choice.
#[derive(Clone, Debug)]
pub struct Correction {
    /// In French; empty takes the fact away.
    pub fr: String,
    /// In English.
    pub en: String,
    /// The same as an answer is written; may be empty.
    pub answer: String,
    /// Where it comes from.
    pub source: String,
    /// When it was read.
    pub read_on: Date,
    /// Worked out, not published.
    pub inferred: bool,
}

/// The catalogue as it is known today.
pub(super) fn known(cx: &mut Cx<'_, '_>) -> Result<Catalogue, Error> {
    let facts = cx.tx.facts()?.into_iter().map(|row| {
        let fact = Fact {
            value: Some(row.answer).filter(|answer| !answer.is_empty()).map(toml::Value::String),
            source: String::new(),
            read_on: row.read_on,
            inferred: row.inferred,
            en: row.en,
            fr: row.fr,
        };
        let corrected = (!fact.fr.is_empty()).then_some(Corrected { fact, source: row.source });
        (row.known, row.question, corrected)
    });
    Ok(catalogue().corrected(facts))
}

impl App {
    /// The catalogue as it is known today.
    pub async fn catalogue(&self) -> Result<Catalogue, Error> {
        self.look(NO_PROGRAMME, known).await
    }

    /// Corrects what a known programme chose. Both languages and a source, or nothing at all.
    pub async fn correct_fact(&self, person: PersonId, known: &str, question: &str, said: Correction) -> Result<(), Error> {
        if !may_open(self.programmes().await?.iter(), Actor::Person(person)) {
            return Err(Refusal::NotPermitted.into());
        }
        let asked = catalogue().question(question).ok_or(Refusal::NotFound)?;
        catalogue().known(known).ok_or(Refusal::NotFound)?;
        let (fr, en, source) = (short(&said.fr)?, short(&said.en)?, short(&said.source)?);
        if fr.is_empty() != en.is_empty() || !fr.is_empty() && source.is_empty() {
            return Err(Refusal::Nothing.into());
        }
        let answer = said.answer.trim().to_owned();
        if !answer.is_empty() && Answer::parse(asked, &answer).is_err() {
            return Err(Refusal::NotAnAnswer { question: question.to_owned() }.into());
        }
        let (known, question) = (known.to_owned(), question.to_owned());
        self.act(NO_PROGRAMME, move |cx| {
            let row = FactRow {
                known: known.clone(),
                question: question.clone(),
                fr: fr.clone(),
                en: en.clone(),
                answer: answer.clone(),
                source: source.clone(),
                read_on: said.read_on,
                inferred: said.inferred,
                author: person,
                written_at: cx.now(),
            };
            Ok(cx.tx.add_fact(&row)?)
        })
        .await
    }
}
