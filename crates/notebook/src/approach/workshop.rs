//! What a workshop needs on paper: its agenda by the minute, and cards made of the notebook's own questions.

use super::{Activity, Course, Workshop};
use crate::answer::Answer;
use crate::book::{Notebook, OWN, State};
use crate::catalogue::Catalogue;
use crate::question::{Kind, Question};

/// A part of a workshop with the minute it begins at.
#[derive(Clone, Copy, Debug)]
pub struct Timed<'a> {
    /// Minutes since the workshop began.
    pub from: u16,
    /// What happens.
    pub activity: &'a Activity,
}

/// What happens, minute by minute, and how long it all takes.
pub fn agenda(workshop: &Workshop) -> (Vec<Timed<'_>>, u16) {
    let mut from = 0;
    let mut timed = Vec::new();
    for activity in &workshop.activities {
        timed.push(Timed { from, activity });
        from += activity.minutes;
    }
    (timed, from)
}

/// How a card is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum How {
    /// Each person chooses one.
    Vote,
    /// Each person shares three stickers out.
    Dots,
    /// The table writes its answer.
    Write,
}

impl How {
    /// The stable name; its words are `approach-how-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Vote => "vote",
            Self::Dots => "dots",
            Self::Write => "write",
        }
    }
}

/// Something to choose on a card.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Choice {
    /// An option of the question.
    Option(String),
    /// What a known programme chose.
    Known(Answer),
}

/// A card: one question.
#[derive(Clone, Debug)]
pub struct Card<'a> {
    /// The question.
    pub question: &'a Question,
    /// How it is used.
    pub how: How,
    /// What there is to choose; beside it, there is room to write.
    pub choices: Vec<Choice>,
}

/// The most examples on a card that one writes on.
const MOST_EXAMPLES: usize = 4;

fn card<'a>(catalogue: &'a Catalogue, question: &'a Question) -> Card<'a> {
    let how = match question.kind {
        Kind::Choice => How::Vote,
        Kind::Several => How::Dots,
        _ => How::Write,
    };
    let mut choices: Vec<Choice> = question.options.iter().cloned().map(Choice::Option).collect();
    if how == How::Write && question.kind != Kind::Text {
        for answer in catalogue.known.iter().filter_map(|known| known.fact.get(&question.key)?.answer(question)) {
            let choice = Choice::Known(answer);
            if choices.len() < MOST_EXAMPLES && !choices.contains(&choice) {
                choices.push(choice);
            }
        }
    }
    Card { question, how, choices }
}

fn is_open(course: &Course, notebook: &Notebook, question: &str) -> bool {
    let is_decided = notebook.decision(question).is_some_and(|decision| decision.state == State::Decided);
    !is_decided && !course.is_moot(notebook, question)
}

/// The cards of a workshop: its own questions, decided or not, and for the one that closes, those of the others that are
/// still open.
pub fn cards<'a>(course: &Course, catalogue: &'a Catalogue, notebook: &Notebook, workshop: &Workshop) -> Vec<Card<'a>> {
    let own = workshop.votes.iter().filter(|question| !course.is_moot(notebook, question));
    let others = course.workshop.iter().filter(|other| workshop.closes && other.key != workshop.key);
    let open = others.flat_map(|other| &other.votes).filter(|question| is_open(course, notebook, question));
    own.chain(open).filter_map(|question| catalogue.question(question)).map(|question| card(catalogue, question)).collect()
}

/// The questions of a workshop that are read aloud; for the one that closes, whatever else is still open too.
pub fn confirms<'a>(course: &'a Course, notebook: &'a Notebook, workshop: &'a Workshop) -> Vec<&'a str> {
    let own = workshop.confirms.iter().filter(|question| !course.is_moot(notebook, question));
    let others = course.workshop.iter().filter(|other| workshop.closes && other.key != workshop.key);
    let open = others.flat_map(|other| &other.confirms);
    let asked = notebook.decisions.keys().filter(|question| workshop.closes && question.starts_with(OWN));
    let open = open.chain(asked).filter(|question| is_open(course, notebook, question));
    own.chain(open).map(String::as_str).collect()
}
