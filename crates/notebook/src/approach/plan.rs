//! The calendar, planned back from the first market day.

use super::{Approach, Course, From, Role, Task, Work, concerns};
use crate::book::Notebook;
use jiff::Span;
use jiff::civil::Date;

/// The days that everything is counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Season {
    /// The first market day.
    pub first: Option<Date>,
    /// The last one.
    pub last: Option<Date>,
    /// A territory that began late has fewer days before its first market day than the approach usually takes: those it
    /// has, and those the approach takes.
    pub short: Option<(i64, i64)>,
}

impl Season {
    /// As a notebook says it; without a last day, the number of weeks gives one.
    pub fn of(notebook: &Notebook) -> Self {
        let first = notebook.date("starts-on");
        let weeks = notebook.number("weeks").and_then(|weeks| i16::try_from(weeks).ok());
        let worked_out = || Some(before(first?, -weeks?));
        Self { first, last: notebook.date("ends-on").or_else(worked_out), short: None }
    }

    /// The same for a territory that began on a day. Begun late, everything that is counted back from the first market
    /// day is closer to it, in proportion, so that nothing is late on the first evening.
    #[must_use]
    pub fn begun(self, on: Date, course: &Course) -> Self {
        let usual = course.step.iter().flat_map(|step| {
            let tasks = step.task.iter().map(|task| (task.from.unwrap_or(step.from), task.weeks));
            tasks.chain([(step.from, step.weeks)])
        });
        let longest = usual.filter(|(from, _)| *from == From::FirstDay).map(|(_, weeks)| weeks).max().unwrap_or(0);
        let takes = i64::from(longest) * 7;
        let has = self.first.and_then(|first| on.until(first).ok()).map(|span| i64::from(span.get_days()));
        // Begun after its first day: there is nothing left to bring closer.
        Self { short: has.filter(|has| (1..takes).contains(has)).map(|has| (has, takes)), ..self }
    }

    fn day(self, from: From) -> Option<Date> {
        match from {
            From::FirstDay => self.first,
            From::LastDay => self.last,
        }
    }

    /// The day so many weeks before one of them.
    pub fn due(self, from: From, weeks: i16) -> Option<Date> {
        let day = self.day(from)?;
        match self.short {
            Some((has, takes)) if from == From::FirstDay && weeks > 0 => {
                let days = (i64::from(weeks) * 7).min(takes) * has / takes;
                Some(day.saturating_sub(Span::new().try_days(days).unwrap_or_default()))
            }
            _ => Some(before(day, weeks)),
        }
    }
}

/// So many weeks before a day; the calendar's end where it has one.
fn before(day: Date, weeks: i16) -> Date {
    // More than a hundred years: within what a span holds.
    let span = Span::new().try_weeks(weeks).unwrap_or_default();
    day.saturating_sub(span)
}

/// A task with its day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Planned<'a> {
    /// Its name; the words of a territory's own are in `work`.
    pub task: &'a str,
    /// Its step; none for a territory's own.
    pub step: Option<&'a str>,
    /// Who does it.
    pub by: Option<Role>,
    /// By when: the day that the territory set, else the usual one.
    pub due: Option<Date>,
    /// The usual day.
    pub usual: Option<Date>,
    /// What became of it.
    pub work: Option<&'a Work>,
}

impl Planned<'_> {
    /// When it was done.
    pub fn done_on(&self) -> Option<Date> {
        self.work.and_then(|work| work.done_on)
    }

    /// Whether somebody should have done it by now.
    pub fn is_late(&self, today: Date) -> bool {
        self.done_on().is_none() && self.due.is_some_and(|due| due < today)
    }
}

/// The tasks that concern a territory, the first due first; those without a day come last. Tasks that it dropped are not
/// there.
pub fn plan<'a>(course: &'a Course, notebook: &Notebook, approach: &'a Approach, season: Season) -> Vec<Planned<'a>> {
    let mut planned: Vec<Planned<'a>> = Vec::new();
    for step in &course.step {
        for task in step.task.iter().filter(|task| is_asked(task, notebook, approach)) {
            let work = approach.tasks.get(&task.key);
            let usual = season.due(task.from.unwrap_or(step.from), task.weeks);
            let due = work.and_then(|work| work.due).or(usual);
            planned.push(Planned { task: &task.key, step: Some(&step.key), by: Some(task.by), due, usual, work });
        }
    }
    let own = approach.tasks.iter().filter(|(name, work)| course.task(name).is_none() && !work.dropped);
    planned.extend(own.map(|(name, work)| Planned {
        task: name,
        step: None,
        by: None,
        due: work.due,
        usual: None,
        work: Some(work),
    }));
    planned.sort_by_key(|task| (task.due.is_none(), task.due));
    planned
}

/// Whether a task concerns a territory that did not drop it.
pub(super) fn is_asked(task: &Task, notebook: &Notebook, approach: &Approach) -> bool {
    concerns(&task.when, notebook) && !approach.tasks.get(&task.key).is_some_and(|work| work.dropped)
}
