//! A territory on its way: who sits at its committee, its tasks, its meetings, whose minutes settle several questions at
//! once. Each change is one entry beside the decisions.

use super::{Seat, State, in_entry, open_at, short, told, write_entries};
use crate::command::Cx;
use crate::sign_in::NO_PROGRAMME;
use crate::world::{App, Error};
use domain::ids::PersonId;
use domain::refusal::Refusal;
use notebook::approach::{Approach, Meeting, Seated, Sits, Work, course};
use notebook::{Decision, Notebook, catalogue};
use uuid::Uuid;

/// The most people of one line of the committee.
const MOST_PEOPLE: u8 = 30;

/// What a meeting wrote down.
#[derive(Clone, Debug, Default)]
pub struct Minutes {
    /// The meeting itself, with the questions that it settled.
    pub meeting: Meeting,
    /// Who decided.
    pub by: String,
    /// How far its questions have come.
    pub state: State,
}

/// What a use case makes of where a territory is: entries to write.
type Entries = Vec<(String, String)>;

impl App {
    /// Writes that somebody sits at the committee, or does no longer; a new line when no entry is named.
    pub async fn seat_voice(
        &self,
        person: PersonId,
        request: Uuid,
        key: &str,
        entry: Option<String>,
        seated: Seated,
    ) -> Result<(), Error> {
        if course().seat(&seated.seat).is_none() {
            return Err(Refusal::NotFound.into());
        }
        let name = short(&seated.name)?;
        let note = short(&seated.note)?;
        match seated.sits {
            Sits::Here if name.is_empty() => return Err(Refusal::NameNeeded.into()),
            Sits::Without if note.is_empty() => return Err(Refusal::ReasonNeeded.into()),
            _ => {}
        }
        let seated = Seated { name, note, people: seated.people.clamp(1, MOST_PEOPLE), ..seated };
        self.write_approach(person, request, key, move |_, approach| {
            let entry = match &entry {
                Some(entry) if approach.seats.contains_key(entry) => entry.clone(),
                Some(_) => return Err(Refusal::NotFound.into()),
                None => approach.next_seat(),
            };
            Ok(vec![(entry, in_entry(&seated)?)])
        })
        .await
    }

    /// Writes what became of a task; a task of the territory's own when none is named.
    pub async fn work_task(
        &self,
        person: PersonId,
        request: Uuid,
        key: &str,
        task: Option<String>,
        work: Work,
    ) -> Result<(), Error> {
        let (named, owner) = (short(&work.named)?, short(&work.owner)?);
        let work = Work { named, owner, ..work };
        self.write_approach(person, request, key, move |_, approach| {
            let known = |task: &String| course().task(task).is_some();
            let task = match &task {
                Some(task) if known(task) || approach.tasks.contains_key(task) => task.clone(),
                Some(_) => return Err(Refusal::NotFound.into()),
                None => approach.next_task(),
            };
            // The program has words for its own tasks.
            let named = if known(&task) { String::new() } else { work.named.clone() };
            let work = Work { named, ..work.clone() };
            if !known(&task) && work.named.is_empty() {
                return Err(Refusal::NameNeeded.into());
            }
            Ok(vec![(Approach::task_entry(&task), in_entry(&work)?)])
        })
        .await
    }

    /// Writes the minutes of a meeting, and what it settled.
    pub async fn hold_meeting(&self, person: PersonId, request: Uuid, key: &str, minutes: Minutes) -> Result<(), Error> {
        let by = short(&minutes.by)?;
        let held = minutes.meeting;
        if held.on.is_none() {
            return Err(Refusal::NotADate { written: String::new() }.into());
        }
        let meeting = Meeting {
            name: short(&held.name)?,
            present: short(&held.present)?,
            notes: short(&held.notes)?,
            workshop: held.workshop.clone(),
            ..held
        };
        if meeting.name.is_empty() {
            return Err(Refusal::NameNeeded.into());
        }
        if !meeting.workshop.is_empty() && course().workshop(&meeting.workshop).is_none() {
            return Err(Refusal::NotFound.into());
        }
        let state = minutes.state;
        self.write_approach(person, request, key, move |notebook, approach| {
            let mut entries = vec![(approach.next_meeting(), in_entry(&meeting)?)];
            for question in &meeting.decided {
                let decision = settled(notebook, question, &meeting, &by, state)?;
                entries.push((question.clone(), in_entry(&decision)?));
            }
            // Holding a workshop is a task of the approach.
            let workshop = course().workshop(&meeting.workshop);
            if let Some(task) = workshop.map(|workshop| &workshop.task) {
                let before = approach.tasks.get(task).cloned().unwrap_or_default();
                entries.push((Approach::task_entry(task), in_entry(&Work { done_on: meeting.on, ..before })?));
            }
            Ok(entries)
        })
        .await
    }

    /// Writes what somebody who sits at a notebook makes of it; the same request again writes nothing.
    async fn write_approach(
        &self,
        person: PersonId,
        request: Uuid,
        key: &str,
        entries: impl Fn(&Notebook, &Approach) -> Result<Entries, Error> + Send + 'static,
    ) -> Result<(), Error> {
        let key = key.to_owned();
        self.act(NO_PROGRAMME, move |cx: &mut Cx<'_, '_>| {
            let (cover, _) = open_at(cx, person, &key, Seat::Member)?;
            let (notebook, approach, _) = told(cx, cover.id, u32::MAX)?;
            let entries = entries(&notebook, &approach)?;
            // A new line would take another name the second time: what it says tells whether it is the same.
            let before = cx.tx.entries(cover.id)?.into_iter().filter(|(by, _)| *by == request);
            let before: Vec<String> = before.map(|(_, entry)| entry.decision).collect();
            if !before.is_empty() {
                let same = before.iter().eq(entries.iter().map(|(_, said)| said));
                return if same { Ok(()) } else { Err(Refusal::SameIdOtherContent.into()) };
            }
            write_entries(cx, cover.id, request, Some(person), entries).map(drop)
        })
        .await
    }
}

/// A question as a meeting leaves it: the answer that is there, with the meeting behind it.
fn settled(notebook: &Notebook, question: &str, meeting: &Meeting, by: &str, state: State) -> Result<Decision, Error> {
    let before = notebook.decision(question);
    if catalogue().question(question).is_none() && before.is_none() {
        return Err(Refusal::NotFound.into());
    }
    let before = before.cloned().unwrap_or_default();
    if state == State::Decided && before.answer.is_none() && !before.withdrawn {
        return Err(Refusal::NotAnAnswer { question: question.to_owned() }.into());
    }
    Ok(Decision {
        state,
        // Whoever met stands behind it now.
        borrowed: before.borrowed.filter(|_| state == State::ToDiscuss),
        meeting: meeting.name.clone(),
        on: meeting.on,
        by: by.to_owned(),
        ..before
    })
}
