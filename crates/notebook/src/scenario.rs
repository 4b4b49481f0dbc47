//! Figures that somebody published and that a long-term plan may begin from or be read beside.

use crate::fact::day;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A published figure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cited {
    /// Its name in the file.
    pub key: String,
    /// Which of a plan's figures it is about.
    pub input: String,
    /// How much, in that figure's measure.
    pub value: i64,
    /// Whose it is, in French.
    pub fr: String,
    /// Whose it is, in English.
    pub en: String,
    /// Who published it.
    pub source: String,
    /// When it was read.
    #[serde(deserialize_with = "day")]
    pub read_on: Date,
    /// Worked out from what was published.
    #[serde(default)]
    pub inferred: bool,
    /// Nobody has confirmed that it holds here.
    #[serde(default)]
    pub to_validate: bool,
}

/// Which figures a plan begins from, by name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Begin {
    /// The least.
    pub low: Option<String>,
    /// What is counted with.
    pub likely: Option<String>,
    /// The most.
    pub high: Option<String>,
}

/// Everything that is cited.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// What a plan begins from, by figure; what is absent begins empty.
    pub begin: BTreeMap<String, Begin>,
    /// Every published figure.
    pub cited: Vec<Cited>,
}

static FIGURES: LazyLock<Figures> =
    LazyLock::new(|| toml::from_str(include_str!("../data/scenario.toml")).expect("data/scenario.toml"));

/// The figures that come with the program.
pub fn figures() -> &'static Figures {
    &FIGURES
}

impl Figures {
    /// A figure by its name.
    pub fn named(&self, key: &str) -> Option<&Cited> {
        self.cited.iter().find(|cited| cited.key == key)
    }

    /// What is published about one of a plan's figures.
    pub fn about<'f>(&'f self, input: &'f str) -> impl Iterator<Item = &'f Cited> {
        self.cited.iter().filter(move |cited| cited.input == input)
    }
}
