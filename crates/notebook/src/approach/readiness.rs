//! How ready a territory is, step by step, and what is missing.
//!
//! **The score.** Everything that a step asks for is worth four points: each question that it settles and that concerns
//! the territory, each needed seat of the committee (in the step that fills them), each task, each contradiction about
//! its questions. A question gives four when it is decided, two when it is proposed or open again, one when an answer is
//! there that nobody stands behind (a borrowed one), none otherwise. A seat gives its share of the people it needs, in
//! whole points, and four when the territory said why it goes on without. A task gives four when it is done. A
//! contradiction gives none. The score is the share of the points, in whole percent, rounded down: 100 exactly when
//! nothing is missing.

use super::plan::is_asked;
use super::{Approach, Course, From, Needed, Season, Stage, concerns};
use crate::book::{Notebook, OWN, State};
use crate::check::{Weight, findings};
use jiff::civil::Date;

/// What something is worth.
const WHOLE: u32 = 4;

/// How far a question is that is not decided.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Standing {
    /// No answer.
    Unanswered,
    /// An answer that nobody of the territory stands behind.
    Borrowed,
    /// Somebody proposes it.
    Proposed,
    /// Decided once, and open again.
    Reopened,
}

impl Standing {
    /// The stable name; its words are `approach-standing-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unanswered => "unanswered",
            Self::Borrowed => "borrowed",
            Self::Proposed => "proposed",
            Self::Reopened => "reopened",
        }
    }

    const fn points(self) -> u32 {
        match self {
            Self::Unanswered => 0,
            Self::Borrowed => 1,
            Self::Proposed | Self::Reopened => 2,
        }
    }

    /// None when it is decided.
    fn of(notebook: &Notebook, question: &str) -> Option<Self> {
        let Some(decision) = notebook.decision(question) else { return Some(Self::Unanswered) };
        match decision.state {
            State::Decided => None,
            State::Revisited => Some(Self::Reopened),
            _ if decision.answer.is_none() => Some(Self::Unanswered),
            State::Proposed => Some(Self::Proposed),
            State::ToDiscuss => Some(Self::Borrowed),
        }
    }
}

/// Something that a step lacks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Missing<'a> {
    /// Two answers of the step's questions cannot both hold.
    Contradiction {
        /// The finding.
        finding: &'static str,
        /// A question to begin with.
        question: &'a str,
    },
    /// A question is not decided.
    Question {
        /// Which.
        question: &'a str,
        /// How far it is.
        standing: Standing,
    },
    /// A voice is not heard.
    Seat {
        /// Whose.
        seat: &'a str,
        /// How many people more.
        people: u32,
    },
    /// Something is not done.
    Task {
        /// What.
        task: &'a str,
        /// By when.
        due: Option<Date>,
    },
}

/// How ready a step is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Score<'a> {
    /// The step.
    pub step: &'a str,
    /// Its phase.
    pub phase: &'a str,
    /// When it should be over.
    pub due: Option<Date>,
    /// Points it has, and points it could have.
    pub points: (u32, u32),
    /// What it lacks.
    pub missing: Vec<Missing<'a>>,
}

impl Score<'_> {
    /// From 0 to 100.
    pub fn percent(&self) -> u8 {
        percent(self.points)
    }
}

/// The share in whole percent, rounded down; a step that asks for nothing is ready.
fn percent((got, most): (u32, u32)) -> u8 {
    let share = (u64::from(got) * 100).checked_div(u64::from(most)).unwrap_or(100);
    u8::try_from(share.min(100)).unwrap_or(100)
}

/// A voice that is not heard at the committee.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Voice<'a> {
    /// Whose.
    pub seat: &'a str,
    /// Whether the committee needs them.
    pub needed: Needed,
    /// How many people more.
    pub people: u32,
}

/// The voices that are missing, needed ones first. A voice that the territory said it goes on without is not missing.
pub fn voices<'a>(course: &'a Course, notebook: &Notebook, approach: &Approach) -> Vec<Voice<'a>> {
    let concerned = course.seat.iter().filter(|seat| concerns(&seat.when, notebook));
    let mut missing: Vec<Voice<'a>> = concerned
        .filter_map(|seat| {
            let people = u32::from(seat.least).saturating_sub(approach.people(&seat.key)?);
            (people > 0).then_some(Voice { seat: &seat.key, needed: seat.needed, people })
        })
        .collect();
    missing.sort_by_key(|voice| voice.needed);
    missing
}

/// How ready each step is, in order.
pub fn readiness<'a>(course: &'a Course, notebook: &'a Notebook, approach: &Approach, season: Season) -> Vec<Score<'a>> {
    course.step.iter().map(|step| score(course, step, notebook, approach, season)).collect()
}

fn score<'a>(course: &'a Course, step: &'a Stage, notebook: &'a Notebook, approach: &Approach, season: Season) -> Score<'a> {
    let (mut got, mut most, mut missing) = (0, 0, Vec::new());
    for finding in findings(notebook).into_iter().filter(|finding| finding.weight == Weight::Contradiction) {
        // A contradiction belongs to the step of the first question it is about.
        let first = finding.questions.first();
        if let Some(question) = first.and_then(|first| step.settles.iter().find(|key| key == first)) {
            most += WHOLE;
            missing.push(Missing::Contradiction { finding: finding.key, question });
        }
    }
    // A territory's own questions are settled where most questions are.
    let own = notebook.decisions.keys().filter(|key| step.key == "decide" && key.starts_with(OWN));
    for question in step.settles.iter().chain(own).filter(|key| !course.is_moot(notebook, key)) {
        most += WHOLE;
        match Standing::of(notebook, question) {
            None => got += WHOLE,
            Some(standing) => {
                got += standing.points();
                missing.push(Missing::Question { question, standing });
            }
        }
    }
    if step.seats {
        let needed = |seat: &&super::Chair| seat.needed != Needed::Wanted && concerns(&seat.when, notebook);
        for seat in course.seat.iter().filter(needed) {
            let least = u32::from(seat.least.max(1));
            let here = approach.people(&seat.key).unwrap_or(least).min(least);
            most += WHOLE;
            got += WHOLE * here / least;
            if here < least {
                missing.push(Missing::Seat { seat: &seat.key, people: least - here });
            }
        }
    }
    for task in step.task.iter().filter(|task| is_asked(task, notebook, approach)) {
        let work = approach.tasks.get(&task.key);
        most += WHOLE;
        if work.is_some_and(|work| work.done_on.is_some()) {
            got += WHOLE;
        } else {
            let usual = season.due(task.from.unwrap_or(step.from), task.weeks);
            missing.push(Missing::Task { task: &task.key, due: work.and_then(|work| work.due).or(usual) });
        }
    }
    let due = season.due(step.from, step.weeks);
    Score { step: &step.key, phase: &step.phase, due, points: (got, most), missing }
}

/// How ready a territory is for its first market day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Overall<'a> {
    /// From 0 to 100, over the steps that end by the first market day.
    pub percent: u8,
    /// The first of these steps that lacks something; none when the territory is ready.
    pub step: Option<&'a str>,
    /// When that step should be over.
    pub due: Option<Date>,
    /// How many things these steps lack.
    pub missing: u32,
    /// How many tasks are late.
    pub late: u32,
}

/// All steps before the first market day together; tasks late today, in any step.
pub fn overall<'a>(
    course: &'a Course,
    notebook: &'a Notebook,
    approach: &'a Approach,
    season: Season,
    today: Date,
) -> Overall<'a> {
    let ends_before = |score: &Score<'_>| course.step.iter().any(|step| step.key == score.step && step.from == From::FirstDay);
    let scores = readiness(course, notebook, approach, season);
    let scores: Vec<&Score<'a>> = scores.iter().filter(|score| ends_before(score)).collect();
    let sum = scores.iter().fold((0, 0), |(got, most), score| (got + score.points.0, most + score.points.1));
    let next = scores.iter().find(|score| !score.missing.is_empty());
    let tasks = super::plan(course, notebook, approach, season);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Overall {
        percent: percent(sum),
        step: next.map(|score| score.step),
        due: next.and_then(|score| score.due),
        missing: count(scores.iter().map(|score| score.missing.len()).sum()),
        late: count(tasks.iter().filter(|task| task.is_late(today)).count()),
    }
}
