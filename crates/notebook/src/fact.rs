//! What is known from elsewhere: what each programme published, and what the law says. Every fact has its source and
//! the day it was read; an inference says that it is one.

use crate::answer::Answer;
use crate::question::Question;
use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// The same sentence in both languages of the data.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

/// A day as a file writes it, with or without quotation marks: TOML has its own dates, which are not strings.
pub(crate) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let written = toml::Value::deserialize(from)?;
    let text = written.as_str().map_or_else(|| written.to_string(), str::to_owned);
    text.parse().map_err(|_| D::Error::custom(format!("not a day: {text}")))
}

/// Where facts come from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name inside this file.
    pub key: String,
    /// Title or subject.
    pub title: String,
    /// The site that holds it; empty for paper.
    #[serde(default)]
    pub host: String,
    /// When it was published, as far as known.
    #[serde(default)]
    pub published: String,
}

/// What one programme chose.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// In a few words of French.
    pub fr: String,
    /// In a few words of English.
    pub en: String,
    /// The same as an answer, where it is exact enough to begin from.
    pub value: Option<toml::Value>,
    /// Which source of this file.
    pub source: String,
    /// When it was read.
    #[serde(deserialize_with = "day")]
    pub read_on: Date,
    /// Worked out from what was published, not published itself.
    #[serde(default)]
    pub inferred: bool,
}

impl Fact {
    /// The same as an answer, where it is exact enough to begin from.
    pub fn answer(&self, question: &Question) -> Option<Answer> {
        self.value.as_ref().and_then(|value| Answer::read(question, value).ok())
    }
}

/// A known programme.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// Its short name.
    pub key: String,
    /// Its name.
    pub name: Said,
    /// One sentence on what it is.
    pub about: Said,
    /// Whether a territory may begin from it: its rules are those of a coupon programme of Québec.
    #[serde(default)]
    pub model: bool,
    /// Where its facts come from.
    #[serde(default)]
    pub source: Vec<Source>,
    /// What it chose, by question; what it did not publish is absent.
    #[serde(default)]
    pub fact: BTreeMap<String, Fact>,
    /// What a first draft proposes where it published nothing, and the questions' own drafts do not fit it.
    #[serde(default)]
    pub draft: BTreeMap<String, toml::Value>,
}

/// What the law says that bears on some questions.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// On which questions.
    pub questions: Vec<String>,
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
    /// The act and its section, or who said it.
    pub source: String,
    /// When it was read.
    #[serde(deserialize_with = "day")]
    pub read_on: Date,
    /// Nobody with the right to say so has confirmed what it means here.
    pub to_validate: bool,
}
