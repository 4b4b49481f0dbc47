//! The approach: the steps that a territory goes through from the first call to deciding again, the seats of its
//! committee, its workshops. What the program knows is data (`data/approach.toml`); what a territory does is
//! [`Approach`]. Words are in `text`, under `approach-…`.

mod plan;
mod readiness;
mod state;
mod workshop;

pub use plan::{Planned, Season, plan};
pub use readiness::{Missing, Overall, Score, Standing, Voice, overall, readiness, voices};
pub use state::{Approach, Meeting, Seated, Sits, Work};
pub use workshop::{Card, Choice, How, Timed, agenda, cards, confirms};

use crate::book::Notebook;
use crate::fact::Said;
use serde::Deserialize;
use std::sync::LazyLock;

/// What an answer must be for something to concern a territory.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// The question.
    pub question: String,
    /// It holds when one of these was chosen.
    #[serde(default)]
    pub is: Vec<String>,
    /// It holds unless one of these was chosen: it does while nobody has answered.
    #[serde(default)]
    pub is_not: Vec<String>,
}

impl When {
    /// Whether it holds for a notebook.
    pub fn holds(&self, notebook: &Notebook) -> bool {
        if notebook.decision(&self.question).is_some_and(|decision| decision.withdrawn) {
            return false;
        }
        let chosen = |options: &[String]| options.iter().any(|option| notebook.chose(&self.question, option));
        if self.is.is_empty() { !chosen(&self.is_not) } else { chosen(&self.is) }
    }
}

/// Whether one of some conditions holds; without any, it does.
fn concerns(when: &[When], notebook: &Notebook) -> bool {
    when.is_empty() || when.iter().any(|one| one.holds(notebook))
}

/// The day that a number of weeks is counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// The first market day.
    #[default]
    FirstDay,
    /// The last one.
    LastDay,
}

/// Who does a task.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Whoever runs the approach, often for several territories.
    Facilitator,
    /// Whoever carries the programme.
    Carrier,
    /// Whoever coordinates it.
    Coordinator,
    /// The committee.
    Committee,
    /// Whoever holds the money.
    Fiduciary,
    /// The organisations that hand coupons out.
    Partners,
    /// Merchants and markets.
    Vendors,
}

impl Role {
    /// The stable name; its words are `approach-role-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Facilitator => "facilitator",
            Self::Carrier => "carrier",
            Self::Coordinator => "coordinator",
            Self::Committee => "committee",
            Self::Fiduciary => "fiduciary",
            Self::Partners => "partners",
            Self::Vendors => "vendors",
        }
    }
}

/// Something to do.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Its stable name; its words are `approach-task-<key>`.
    pub key: String,
    /// Who does it.
    pub by: Role,
    /// How many weeks before its day; after it below zero.
    pub weeks: i16,
    /// Its day, when it is not its step's.
    pub from: Option<From>,
    /// Whom it concerns; everybody when empty.
    #[serde(default)]
    pub when: Vec<When>,
}

/// A step of the approach.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Its stable name; its words are `approach-step-<key>`.
    pub key: String,
    /// The phase it belongs to.
    pub phase: String,
    /// How many weeks before its day it is over.
    pub weeks: i16,
    /// The day they are counted from.
    #[serde(default)]
    pub from: From,
    /// What the weeks come from.
    pub source: Said,
    /// The questions of the notebook that it settles.
    pub settles: Vec<String>,
    /// What exists when it is over; words `approach-ready-<key>`.
    pub ready: Vec<String>,
    /// Whether the committee's seats are filled in it.
    #[serde(default)]
    pub seats: bool,
    /// What there is to do.
    #[serde(default)]
    pub task: Vec<Task>,
}

/// Whether a committee needs somebody.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needed {
    /// Every committee does.
    Always,
    /// The notebook's answers ask for them.
    Asked,
    /// They would help; a committee works without them.
    Wanted,
}

/// A seat of the committee: whose voice it is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chair {
    /// Its stable name; its words are `approach-seat-<key>`.
    pub key: String,
    /// How many people, at least.
    pub least: u8,
    /// Whether a committee needs them.
    pub needed: Needed,
    /// Whom it concerns; everybody when empty.
    #[serde(default)]
    pub when: Vec<When>,
    /// Who sat so elsewhere.
    pub source: Said,
}

/// A part of a workshop.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Its stable name; its words are `approach-activity-<key>`.
    pub key: String,
    /// How long it takes.
    pub minutes: u16,
}

/// A workshop with its agenda.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workshop {
    /// Its stable name; its words are `approach-workshop-<key>`.
    pub key: String,
    /// The task of holding it.
    pub task: String,
    /// The seats that must be in the room.
    pub seats: Vec<String>,
    /// What it is for; words `approach-objective-<key>`.
    pub objectives: Vec<String>,
    /// What to bring; words `approach-material-<key>`.
    pub materials: Vec<String>,
    /// Questions voted card by card.
    pub votes: Vec<String>,
    /// Questions read aloud, and settled when nobody objects.
    pub confirms: Vec<String>,
    /// Whether it takes up everything that is still open.
    #[serde(default)]
    pub closes: bool,
    /// What happens, in order.
    pub activities: Vec<Activity>,
}

/// Questions that need no answer while another one is answered otherwise.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Moot {
    questions: Vec<String>,
    unless: When,
}

/// Everything that is known about the approach.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// The phases, in order; their words are `approach-phase-<key>`.
    pub phases: Vec<String>,
    /// The steps, in order.
    pub step: Vec<Stage>,
    /// The seats of the committee.
    pub seat: Vec<Chair>,
    /// The workshops, in order.
    pub workshop: Vec<Workshop>,
    moot: Vec<Moot>,
}

static COURSE: LazyLock<Course> =
    LazyLock::new(|| toml::from_str(include_str!("../data/approach.toml")).expect("data/approach.toml"));

/// The one approach that comes with the program.
pub fn course() -> &'static Course {
    &COURSE
}

impl Course {
    /// A workshop by its name.
    pub fn workshop(&self, key: &str) -> Option<&Workshop> {
        self.workshop.iter().find(|workshop| workshop.key == key)
    }

    /// A seat by its name.
    pub fn seat(&self, key: &str) -> Option<&Chair> {
        self.seat.iter().find(|seat| seat.key == key)
    }

    /// A task by its name, with its step.
    pub fn task(&self, key: &str) -> Option<(&Stage, &Task)> {
        self.step.iter().find_map(|step| step.task.iter().find(|task| task.key == key).map(|task| (step, task)))
    }

    /// Whether nobody needs to answer a question: it was withdrawn, or another answer makes it idle.
    pub fn is_moot(&self, notebook: &Notebook, question: &str) -> bool {
        let idle = |moot: &Moot| {
            let answered = notebook.answer(&moot.unless.question).is_some();
            moot.questions.iter().any(|key| key == question) && answered && !moot.unless.holds(notebook)
        };
        notebook.decision(question).is_some_and(|decision| decision.withdrawn) || self.moot.iter().any(idle)
    }
}
