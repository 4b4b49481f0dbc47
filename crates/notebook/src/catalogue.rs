//! Everything that the notebook asks and knows, read once from `data/`.

use crate::fact::{Fact, Known, Law, Source};
use crate::question::Question;
use serde::Deserialize;
use std::sync::LazyLock;

/// The questions in their order, the known programmes, and the law.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// Names of the parts, in order; their words are `theme-<key>`.
    pub themes: Vec<String>,
    /// Every question, in the order asked.
    pub questions: Vec<Question>,
    /// Every known programme, in the order shown.
    pub known: Vec<Known>,
    /// What the law says.
    pub law: Vec<Law>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Questions {
    themes: Vec<String>,
    question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Laws {
    law: Vec<Law>,
}

/// The known programmes, in the order shown.
const KNOWN: &[&str] = &[
    include_str!("../data/known/portneuf.toml"),
    include_str!("../data/known/bas-saint-laurent.toml"),
    include_str!("../data/known/carte-proximite.toml"),
    include_str!("../data/known/tcfdso.toml"),
    include_str!("../data/known/inspq.toml"),
    include_str!("../data/known/amos.toml"),
    include_str!("../data/known/farnham.toml"),
    include_str!("../data/known/petite-monnaie.toml"),
    include_str!("../data/known/chouenne.toml"),
    include_str!("../data/known/ble.toml"),
    include_str!("../data/known/british-columbia.toml"),
    include_str!("../data/known/nova-scotia.toml"),
    include_str!("../data/known/manitoba.toml"),
    include_str!("../data/known/city-card.toml"),
    include_str!("../data/known/first-nation.toml"),
];

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let asked: Questions = toml::from_str(include_str!("../data/questions.toml")).expect("data/questions.toml");
    let laws: Laws = toml::from_str(include_str!("../data/law.toml")).expect("data/law.toml");
    let known = KNOWN.iter().map(|text| toml::from_str(text).expect("data/known")).collect();
    Catalogue { themes: asked.themes, questions: asked.question, known, law: laws.law }
});

/// The one catalogue that comes with the program.
pub fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

impl Catalogue {
    /// A question by its name.
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.key == key)
    }

    /// A known programme by its name.
    pub fn known(&self, key: &str) -> Option<&Known> {
        self.known.iter().find(|known| known.key == key)
    }

    /// What the law says about a question.
    pub fn law<'c>(&'c self, question: &'c str) -> impl Iterator<Item = &'c Law> {
        self.law.iter().filter(move |law| law.questions.iter().any(|key| key == question))
    }

    /// The same with facts corrected since: known programme, question, and what is known now, or nothing.
    #[must_use]
    pub fn corrected(&self, facts: impl IntoIterator<Item = (String, String, Option<Corrected>)>) -> Self {
        let mut all = self.clone();
        for (known, question, corrected) in facts {
            let Some(known) = all.known.iter_mut().find(|one| one.key == known) else { continue };
            let Some(corrected) = corrected else {
                known.fact.remove(&question);
                continue;
            };
            let source = format!("corrected-{question}");
            known.source.retain(|one| one.key != source);
            let (title, host, published) = (corrected.source, String::new(), String::new());
            known.source.push(Source { key: source.clone(), title, host, published });
            known.fact.insert(question, Fact { source, ..corrected.fact });
        }
        all
    }
}

/// A fact corrected since the program was made, with its source written out.
#[derive(Clone, Debug)]
pub struct Corrected {
    /// What is known; its source is named beside it.
    pub fact: Fact,
    /// Title or subject of its source.
    pub source: String,
}
