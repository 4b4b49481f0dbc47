//! Documents of a notebook that were signed, kept as they were.

use crate::fault::Fault;
use crate::row::Row;
use crate::tx::Tx;
use domain::ids::PersonId;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// A signed document, without its file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paper {
    /// Its number in the notebook, from 1.
    pub number: u32,
    /// Which document of the toolbox.
    pub document: String,
    /// Its language, `fr` or `en`.
    pub language: String,
    /// The version of the notebook that it was written from.
    pub version: u32,
    /// Who signed.
    pub signed_by: String,
    /// When.
    pub signed_on: Date,
    /// Who kept it.
    pub author: PersonId,
    /// When.
    pub kept_at: Timestamp,
    /// Digest of what it says.
    pub text_digest: String,
    /// SHA-256 of the file.
    pub pdf_digest: String,
}

fn paper(r: &Row<'_>) -> Result<Paper, Fault> {
    Ok(Paper {
        number: r.u(0)?,
        document: r.t(1)?,
        language: r.t(2)?,
        version: r.u(3)?,
        signed_by: r.t(4)?,
        signed_on: r.t(5)?.parse().map_err(|e| Fault::Inconsistent(format!("{e}")))?,
        author: PersonId(r.u(6)?),
        kept_at: r.at(7)?,
        text_digest: r.t(8)?,
        pdf_digest: r.t(9)?,
    })
}

impl Tx<'_> {
    /// Keeps a signed document. The same request is the same document.
    pub fn keep_paper(&mut self, notebook: u32, request: Uuid, paper: &Paper, pdf: &[u8]) -> Result<(), Fault> {
        let last = "SELECT COALESCE(MAX(number), 0) FROM notebook_paper WHERE notebook = $1";
        let number = match paper.number {
            0 => self.first(last, &[notebook.into()], |r| r.u(0))?.unwrap_or(0) + 1,
            number => number,
        };
        let signed_on = paper.signed_on.to_string();
        self.run(
            "INSERT INTO notebook_paper (notebook, number, request, document, language, version, signed_by, signed_on, author,
             kept_at, pdf, text_digest, pdf_digest) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
             ON CONFLICT (notebook, request) DO NOTHING",
            &[
                notebook.into(),
                number.into(),
                request.as_bytes().into(),
                (&paper.document).into(),
                (&paper.language).into(),
                paper.version.into(),
                (&paper.signed_by).into(),
                (&signed_on).into(),
                paper.author.0.into(),
                paper.kept_at.as_microsecond().into(),
                pdf.into(),
                (&paper.text_digest).into(),
                (&paper.pdf_digest).into(),
            ],
        )
        .map(drop)
    }

    /// The signed document that a request kept.
    pub fn paper_of(&mut self, notebook: u32, request: Uuid) -> Result<Option<Paper>, Fault> {
        self.first(
            "SELECT number, document, language, version, signed_by, signed_on, author, kept_at, text_digest, pdf_digest
             FROM notebook_paper WHERE notebook = $1 AND request = $2",
            &[notebook.into(), request.as_bytes().into()],
            paper,
        )
    }

    /// The signed documents of a notebook, the last kept first.
    pub fn papers(&mut self, notebook: u32) -> Result<Vec<Paper>, Fault> {
        self.all(
            "SELECT number, document, language, version, signed_by, signed_on, author, kept_at, text_digest, pdf_digest
             FROM notebook_paper WHERE notebook = $1 ORDER BY number DESC",
            &[notebook.into()],
            paper,
        )
    }

    /// A signed document's file, with the request that kept it.
    pub fn paper_file(&mut self, notebook: u32, number: u32) -> Result<Option<(Uuid, Vec<u8>)>, Fault> {
        let sql = "SELECT request, pdf FROM notebook_paper WHERE notebook = $1 AND number = $2";
        self.first(sql, &[notebook.into(), number.into()], |r| {
            Ok((Uuid::from_slice(&r.b(0)?).map_err(|e| Fault::Inconsistent(e.to_string()))?, r.b(1)?))
        })
    }
}
