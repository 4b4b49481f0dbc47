//! Notebooks in a copy: covers, seats and every entry.

use super::{Line, broken};
use crate::command::Cx;
use crate::world::Error;
use domain::chain::{hex, unhex};
use domain::ids::{PersonId, ProgrammeId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::{FactRow, NotebookCover, NotebookEntry, Paper, Seat};
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
    #[serde(default)]
    papers: Vec<PaperLine>,
}

/// An entry: number, request, question, what it says, author, when.
#[derive(Serialize, Deserialize)]
struct EntryLine(u32, Uuid, String, String, Option<u32>, i64);

/// A signed document.
#[derive(Serialize, Deserialize)]
struct PaperLine {
    number: u32,
    request: Uuid,
    document: String,
    language: String,
    version: u32,
    signed_by: String,
    signed_on: Date,
    author: u32,
    kept_at: i64,
    pdf: String,
    text_digest: String,
    pdf_digest: String,
}

/// A corrected fact.
#[derive(Serialize, Deserialize)]
pub(super) struct FactLine {
    known: String,
    question: String,
    fr: String,
    en: String,
    answer: String,
    source: String,
    read_on: Date,
    inferred: bool,
    author: u32,
    written_at: i64,
}

/// Writes a corrected fact as it was.
pub(super) fn restore_fact(cx: &mut Cx<'_, '_>, line: FactLine) -> Result<(), Error> {
    let written_at = Timestamp::from_microsecond(line.written_at).map_err(|e| broken(e.to_string()))?;
    let FactLine { known, question, fr, en, answer, source, read_on, inferred, .. } = line;
    let author = PersonId(line.author);
    let row = FactRow { known, question, fr, en, answer, source, read_on, inferred, author, written_at };
    Ok(cx.tx.add_fact(&row)?)
}

/// Every notebook of the platform, and every corrected fact.
pub(super) fn copy(cx: &mut Cx<'_, '_>) -> Result<Vec<Line>, Error> {
    let requests = cx.tx.notebook_requests()?;
    let mut lines = Vec::new();
    for cover in cx.tx.notebooks()?.into_iter().rev() {
        let request = requests.iter().find(|(id, _)| *id == cover.id).map(|(_, request)| *request);
        let seats = cx.tx.seats(cover.id)?;
        let entries = cx.tx.entries(cover.id)?;
        let mut papers = Vec::new();
        for paper in cx.tx.papers(cover.id)?.into_iter().rev() {
            let (request, pdf) = cx.tx.paper_file(cover.id, paper.number)?.ok_or_else(|| broken("a signed document"))?;
            papers.push(PaperLine {
                number: paper.number,
                request,
                document: paper.document,
                language: paper.language,
                version: paper.version,
                signed_by: paper.signed_by,
                signed_on: paper.signed_on,
                author: paper.author.0,
                kept_at: paper.kept_at.as_microsecond(),
                pdf: hex(&pdf),
                text_digest: paper.text_digest,
                pdf_digest: paper.pdf_digest,
            });
        }
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
            papers,
        })));
    }
    for row in cx.tx.facts()? {
        let (author, written_at) = (row.author.0, row.written_at.as_microsecond());
        let FactRow { known, question, fr, en, answer, source, read_on, inferred, .. } = row;
        let line = FactLine { known, question, fr, en, answer, source, read_on, inferred, author, written_at };
        lines.push(Line::Fact(Box::new(line)));
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
        let entry = NotebookEntry { number, question, decision, author: author.map(PersonId), written_at: at(written)? };
        cx.tx.add_entry(id, request, &entry)?;
    }
    for line in line.papers {
        let paper = Paper {
            number: line.number,
            document: line.document,
            language: line.language,
            version: line.version,
            signed_by: line.signed_by,
            signed_on: line.signed_on,
            author: PersonId(line.author),
            kept_at: at(line.kept_at)?,
            text_digest: line.text_digest,
            pdf_digest: line.pdf_digest,
        };
        cx.tx.keep_paper(id, line.request, &paper, &unhex(&line.pdf).ok_or_else(|| broken("a signed document"))?)?;
    }
    Ok(())
}
