//! The only file that meets typst's API: a world of one template, one style, one data file and our fonts.

use crate::font::FILES;
use serde::Serialize;
use std::sync::LazyLock;
use thiserror::Error;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// Why a document was not made. Any of them is a fault of this program, not of the person who asked.
#[derive(Debug, Error)]
pub enum DocumentError {
    /// The data could not be written as JSON.
    #[error("document data: {0}")]
    Data(#[from] serde_json::Error),
    /// The template does not compile, or the PDF could not be written.
    #[error("document: {0}")]
    Typst(String),
    /// The parts of an editable document could not be packed.
    #[error("document archive: {0}")]
    Archive(String),
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect());
static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(&*FONTS)));

/// What all documents look like; templates import it as `house.typ`.
const HOUSE: &str = include_str!("../../templates/house.typ");

/// The files of one document.
struct Desk {
    template: Source,
    house: Source,
    data: (FileId, Bytes),
}

/// The identity of a file in the root folder.
fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("our file names are plain");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let sources = [&self.template, &self.house];
        let found = sources.into_iter().find(|source| source.id() == id);
        found.cloned().ok_or_else(|| FileError::NotFound(id.get().vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 { Ok(self.data.1.clone()) } else { self.source(id).map(|s| Bytes::from_string(s.text().to_owned())) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    /// No clock: dates come with the data, and the same data makes the same bytes.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets a document: `template` reads `data` as `/data.json`.
pub(super) fn set(template: &str, data: &impl Serialize) -> Result<Vec<u8>, DocumentError> {
    let desk = Desk {
        template: Source::new(file_id("template.typ"), template.to_owned()),
        house: Source::new(file_id("house.typ"), HOUSE.to_owned()),
        data: (file_id("data.json"), Bytes::new(serde_json::to_vec(data)?)),
    };
    let document = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| explain(&errors))?;
    // PDF/UA forbids characters that the fonts lack. A merchant whose name has one is paid all the same.
    let pdf = export(&document, &[PdfStandard::Ua_1]).or_else(|_| export(&document, &[]));
    // Typst remembers its work for documents that are set again and again; ours differ. Keep the recent.
    typst::comemo::evict(4);
    pdf
}

fn export(document: &PagedDocument, standards: &[PdfStandard]) -> Result<Vec<u8>, DocumentError> {
    let standards = PdfStandards::new(standards).map_err(|error| DocumentError::Typst(error.message().to_string()))?;
    let options = PdfOptions { creator: Smart::Custom(Some("Cabas".into())), standards, ..PdfOptions::default() };
    typst_pdf::pdf(document, &options).map_err(|errors| explain(&errors))
}

fn explain(errors: &[SourceDiagnostic]) -> DocumentError {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    DocumentError::Typst(messages.join("; "))
}
