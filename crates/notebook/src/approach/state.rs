//! What a territory does on its way: who sits at its committee, what is done, what was said at its meetings. Each is an
//! entry beside the decisions, written whole each time it changes, so that nothing is ever rewritten.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Names of entries begin so.
const SEAT: &str = "seat-";
const TASK: &str = "task-";
const MEETING: &str = "meeting-";

/// Whether somebody sits there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sits {
    /// They do.
    #[default]
    Here,
    /// They did.
    Left,
    /// The territory chose to go on without this voice, and says why in `note`.
    Without,
}

/// Somebody at the committee.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Seated {
    /// Which seat.
    pub seat: String,
    /// Who: a name, or « two parents from the food bank » when a name is too much.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// How many people they are.
    #[serde(default = "one")]
    pub people: u8,
    /// Whether they sit there.
    #[serde(default)]
    pub sits: Sits,
    /// Why, or how to reach them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

const fn one() -> u8 {
    1
}

/// What became of a task.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Work {
    /// Its words, when it is the territory's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub named: String,
    /// Who does it, by name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// By when, instead of the usual day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// When it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
    /// The territory does not do it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dropped: bool,
}

/// The minutes of a meeting.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Meeting {
    /// Its name.
    pub name: String,
    /// On which day.
    pub on: Option<Date>,
    /// The workshop it was, if it was one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub workshop: String,
    /// Who was there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub present: String,
    /// What was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// The questions it decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decided: Vec<String>,
}

/// Where a territory is on its way.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Approach {
    /// Who sits at the committee, by entry.
    pub seats: BTreeMap<String, Seated>,
    /// What became of the tasks, by task.
    pub tasks: BTreeMap<String, Work>,
    /// The meetings, by entry.
    pub meetings: BTreeMap<String, Meeting>,
}

impl Approach {
    /// The name of a task's entry.
    pub fn task_entry(task: &str) -> String {
        format!("{TASK}{task}")
    }

    /// The first name that is free for somebody at the committee.
    pub fn next_seat(&self) -> String {
        free(SEAT, |name| self.seats.contains_key(name))
    }

    /// The first name that is free for a meeting.
    pub fn next_meeting(&self) -> String {
        free(MEETING, |name| self.meetings.contains_key(name))
    }

    /// The first name that is free for a task of the territory's own.
    pub fn next_task(&self) -> String {
        free(crate::book::OWN, |name| self.tasks.contains_key(name))
    }

    /// Whether an entry of this name is about the approach, and not about a question.
    pub fn is_entry(name: &str) -> bool {
        [SEAT, TASK, MEETING].iter().any(|prefix| name.starts_with(prefix))
    }

    /// Takes an entry in; what it said before is replaced.
    pub fn take(&mut self, name: &str, said: &str) -> Result<(), serde_json::Error> {
        if let Some(task) = name.strip_prefix(TASK) {
            self.tasks.insert(task.to_owned(), serde_json::from_str(said)?);
        } else if name.starts_with(SEAT) {
            self.seats.insert(name.to_owned(), serde_json::from_str(said)?);
        } else if name.starts_with(MEETING) {
            self.meetings.insert(name.to_owned(), serde_json::from_str(said)?);
        }
        Ok(())
    }

    /// Everything as entries: to carry to another notebook. What has no proper name is left out.
    pub fn entries(&self) -> Result<Vec<(String, String)>, serde_json::Error> {
        let mut entries = Vec::new();
        for (name, seated) in self.seats.iter().filter(|(name, _)| name.starts_with(SEAT)) {
            entries.push((name.clone(), serde_json::to_string(seated)?));
        }
        for (task, work) in &self.tasks {
            entries.push((Self::task_entry(task), serde_json::to_string(work)?));
        }
        for (name, meeting) in self.meetings.iter().filter(|(name, _)| name.starts_with(MEETING)) {
            entries.push((name.clone(), serde_json::to_string(meeting)?));
        }
        Ok(entries)
    }

    /// How many people sit at a seat; none is a seat that the territory goes on without.
    pub fn people(&self, seat: &str) -> Option<u32> {
        let at = || self.seats.values().filter(|seated| seated.seat == seat);
        let here = at().filter(|seated| seated.sits == Sits::Here).map(|seated| u32::from(seated.people)).sum();
        if here == 0 && at().any(|seated| seated.sits == Sits::Without) { None } else { Some(here) }
    }
}

fn free(prefix: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut number = 1_u32;
    loop {
        let name = format!("{prefix}{number}");
        if !taken(&name) {
            return name;
        }
        number += 1;
    }
}
