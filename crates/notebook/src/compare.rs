//! Notebooks side by side: two territories, or one at two moments.

use crate::answer::Answer;
use crate::book::{Notebook, OWN};
use crate::catalogue::Catalogue;

/// One question, as each notebook answers it.
#[derive(Clone, Debug)]
pub struct Row<'n> {
    /// The question.
    pub question: &'n str,
    /// The answers, in the order of the notebooks.
    pub answers: Vec<Option<&'n Answer>>,
    /// Whether they all say the same.
    pub same: bool,
}

/// Every question that one of them answers, in the catalogue's order and then the territories' own.
pub fn side_by_side<'n>(catalogue: &'n Catalogue, notebooks: &[&'n Notebook]) -> Vec<Row<'n>> {
    let asked = catalogue.questions.iter().map(|question| question.key.as_str());
    let mut own: Vec<&str> = Vec::new();
    for notebook in notebooks {
        own.extend(notebook.decisions.keys().map(String::as_str).filter(|key| key.starts_with(OWN)));
    }
    own.sort_unstable();
    own.dedup();
    let row = |question: &'n str| {
        let answers: Vec<Option<&Answer>> = notebooks.iter().map(|notebook| notebook.answer(question)).collect();
        let same = answers.windows(2).all(|pair| pair[0] == pair[1]);
        Row { question, answers, same }
    };
    asked.chain(own).map(row).filter(|row| row.answers.iter().any(Option::is_some)).collect()
}
