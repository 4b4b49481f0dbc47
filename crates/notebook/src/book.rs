//! One territory's notebook: what it decided, how sure it is, why, and what it keeps from a model until it decides.

use crate::answer::Answer;
use crate::catalogue::Catalogue;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How far a decision has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody has proposed anything, or what is there was borrowed from a model.
    #[default]
    ToDiscuss,
    /// Somebody proposes it.
    Proposed,
    /// Decided.
    Decided,
    /// Decided once, and open again.
    Revisited,
}

impl State {
    /// All of them, in the order a decision goes through them.
    pub const EVERY: [Self; 4] = [Self::ToDiscuss, Self::Proposed, Self::Decided, Self::Revisited];

    /// The stable name; its words are `decision-state-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ToDiscuss => "to_discuss",
            Self::Proposed => "proposed",
            Self::Decided => "decided",
            Self::Revisited => "revisited",
        }
    }

    /// By its name.
    pub fn named(key: &str) -> Option<Self> {
        Self::EVERY.into_iter().find(|state| state.key() == key)
    }
}

/// What a notebook says about one question.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// How far it has come.
    #[serde(default)]
    pub state: State,
    /// The model it was borrowed from, until somebody proposes or decides it. `cabas` is nobody's choice: only a place
    /// to begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub borrowed: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reasons: String,
    /// Who decided: a committee, a person, a council.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// On which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// At which meeting.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub meeting: String,
    /// Who saw it otherwise, and why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dissent: String,
    /// The question in the territory's own words; the notebook's when empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub renamed: String,
    /// The territory does not ask this question.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
}

/// The model of what no programme chose.
pub const NOBODY: &str = "cabas";

/// The name of a territory's own question begins so.
pub const OWN: &str = "own-";

/// A territory's notebook.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Notebook {
    /// What it says, by question.
    pub decisions: BTreeMap<String, Decision>,
}

impl Notebook {
    /// A first draft from a known programme: what it published, else what was drafted for it, else the questions' own
    /// drafts. Everything is borrowed and to discuss. None if there is no such model.
    pub fn start(catalogue: &Catalogue, model: &str) -> Option<Self> {
        let known = catalogue.known(model)?;
        let borrowed = |answer: Answer, from: &str| Decision {
            answer: Some(answer),
            borrowed: Some(from.to_owned()),
            ..Decision::default()
        };
        let first = |question: &crate::Question| {
            let published = known.fact.get(&question.key).and_then(|fact| fact.answer(question));
            let drafted = || known.draft.get(&question.key).and_then(|value| Answer::read(question, value).ok());
            published
                .map(|answer| borrowed(answer, &known.key))
                .or_else(|| drafted().or_else(|| question.draft()).map(|answer| borrowed(answer, NOBODY)))
        };
        let decisions =
            catalogue.questions.iter().filter_map(|question| Some((question.key.clone(), first(question)?))).collect();
        Some(Self { decisions })
    }

    /// What it says about a question.
    pub fn decision(&self, question: &str) -> Option<&Decision> {
        self.decisions.get(question)
    }

    /// The answer to a question that was not withdrawn.
    pub fn answer(&self, question: &str) -> Option<&Answer> {
        self.decisions.get(question).filter(|decision| !decision.withdrawn)?.answer.as_ref()
    }

    /// The option chosen.
    pub fn choice(&self, question: &str) -> Option<&str> {
        self.answer(question)?.choice()
    }

    /// Whether an option was chosen, alone or with others.
    pub fn chose(&self, question: &str, option: &str) -> bool {
        self.answer(question).is_some_and(|answer| answer.options().iter().any(|chosen| chosen == option))
    }

    /// The words answered; empty without an answer.
    pub fn text(&self, question: &str) -> &str {
        match self.answer(question) {
            Some(Answer::Text(text)) => text,
            _ => "",
        }
    }

    /// The number, percent or cents answered.
    pub fn number(&self, question: &str) -> Option<i64> {
        match self.answer(question)? {
            Answer::Count(number) | Answer::Percent(number) => Some(i64::from(*number)),
            Answer::Money(money) => Some(money.0),
            _ => None,
        }
    }

    /// The day answered.
    pub fn date(&self, question: &str) -> Option<Date> {
        match self.answer(question)? {
            Answer::Date(day) => Some(*day),
            _ => None,
        }
    }
}
