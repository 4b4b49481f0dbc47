//! Notebooks in a copy: covers, seats and every entry.

use super::{Line, broken};
use crate::command::Cx;
use crate::world::Error;
use domain::ids::{PersonId, ProgrammeId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{NotebookCover, NotebookEntry, Seat};
use uuid::Uuid;

/// A notebook.
#[derive(Serialize, Deserialize)]
pub(super) struct NotebookLine {
    id: u32,
    key: String,
    name: String,
    model: String,
    request: Uuid,
    author: u32,
    begun_at: i64,
    programme: Option<u16>,
    seats: Vec<(u32, String)>,
    entries: Vec<EntryLine>,
}

/// An entry: number, request, question, what it says, author, when.
#[derive(Serialize, Deserialize)]
struct EntryLine(u32, Uuid, String, String, Option<u32>, i64);

/// Every notebook of the platform.
pub(super) fn copy(cx: &mut Cx<'_, '_>) -> Result<Vec<Line>, Error> {
    let requests = cx.tx.notebook_requests()?;
    let mut lines = Vec::new();
    for cover in cx.tx.notebooks()?.into_iter().rev() {
        let request = requests.iter().find(|(id, _)| *id == cover.id).map(|(_, request)| *request);
        let seats = cx.tx.seats(cover.id)?;
        let entries = cx.tx.entries(cover.id)?;
        lines.push(Line::Notebook(Box::new(NotebookLine {
            id: cover.id,
            key: cover.key,
            name: cover.name,
            model: cover.model,
            request: request.ok_or_else(|| broken("a notebook's request"))?,
            author: cover.author.0,
            begun_at: cover.begun_at.as_microsecond(),
            programme: cover.programme.map(|p| p.0),
            seats: seats.into_iter().map(|(person, seat)| (person.0, seat.key().to_owned())).collect(),
            entries: entries
                .into_iter()
                .map(|(request, e)| {
                    let (author, at) = (e.author.map(|a| a.0), e.written_at.as_microsecond());
                    EntryLine(e.number, request, e.question, e.decision, author, at)
                })
                .collect(),
        })));
    }
    Ok(lines)
}

/// Writes a notebook as it was.
pub(super) fn restore(cx: &mut Cx<'_, '_>, line: NotebookLine) -> Result<(), Error> {
    let at = |us: i64| Timestamp::from_microsecond(us).map_err(|e| broken(e.to_string()));
    let cover = NotebookCover {
        id: line.id,
        key: line.key,
        name: line.name,
        model: line.model,
        author: PersonId(line.author),
        begun_at: at(line.begun_at)?,
        programme: line.programme.map(ProgrammeId),
    };
    let id = cx.tx.add_notebook(line.request, &cover)?;
    for (person, seat) in line.seats {
        let seat = Seat::named(&seat).ok_or_else(|| broken(format!("a seat that is {seat}")))?;
        cx.tx.seat(id, PersonId(person), seat)?;
    }
    for EntryLine(number, request, question, decision, author, written) in line.entries {
        let entry =
            NotebookEntry { number, question, decision, author: author.map(PersonId), written_at: at(written)? };
        cx.tx.add_entry(id, request, &entry)?;
    }
    Ok(())
}
