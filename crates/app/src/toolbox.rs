//! The toolbox: a territory's documents, written from its notebook. Nothing is kept here: the same notebook makes the
//! same documents, and whoever keeps a signed one keeps its bytes and [`digest`].

mod made;
mod pen;

use domain::chain::hex;
use notebook::catalogue::Catalogue;
use notebook::toolbox::{Document, Look};
use notebook::{Notebook, State};
use print::document::{self, Logo, Supported, Written, WrittenWords};
use sha2::{Digest, Sha256};
use text::{Lang, has, t};

/// What documents say that is in no notebook.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// Places that accept coupons; without any, a list to fill in by hand.
    pub places: Vec<Place>,
    /// The territory's logo.
    pub logo: Option<Logo>,
    /// Its funders' logos: what the public reads says whose money it is.
    pub supporters: Vec<Logo>,
    /// At the foot of each page: which version of the notebook this is; may be empty.
    pub version: String,
}

/// A place of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// Its name, and where it is.
    pub name: String,
    /// Days and hours, in words.
    pub when: String,
    /// What is found there, in words.
    pub sells: String,
}

impl Place {
    /// A place of a programme, in words.
    pub fn of(lang: Lang, place: &domain::place::Place) -> Self {
        let said = |parts: &[&str], between: &str| {
            let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
            parts.join(between)
        };
        let hours: Vec<String> = place.opens.iter().map(|slot| text::slot(lang, slot)).collect();
        let sells: Vec<String> = place.sells.iter().map(|food| text::label(lang, food).to_lowercase()).collect();
        Self {
            name: said(&[&place.name, &place.address, &place.municipality], ", "),
            when: pen::capital(&said(&[&text::list(lang, &hours), &place.hours], ". ")),
            sells: pen::capital(&sells.join(", ")),
        }
    }
}

/// Writes a document.
pub fn document(lang: Lang, notebook: &Notebook, catalogue: &Catalogue, around: &Around, document: Document) -> Written {
    let part = document.part_of(notebook);
    let mut pen = pen::Pen::new(lang, &part, catalogue, around, document);
    pen.write_all(document.pieces());
    let key = format!("toolbox-{}", document.key());
    let printed = format!("{key}-title");
    let about = format!("{key}-about");
    Written {
        language: lang.code().to_owned(),
        title: t(lang, if has(lang, &printed) { &printed } else { &key }),
        subtitle: if has(lang, &about) { t(lang, &about) } else { String::new() },
        programme: pen.name("programme-name", "toolbox-programme-unnamed"),
        territory: pen.name("territory", "toolbox-territory-unnamed"),
        logo: around.logo.clone(),
        look: match document.look() {
            Look::Office => document::Look::Office,
            Look::Sheet => document::Look::Sheet,
            Look::Leaflet => document::Look::Leaflet,
            Look::Poster => document::Look::Poster,
        },
        draft: pen.draft(),
        blocks: pen.into_blocks(),
        foot: around.version.clone(),
        supported: if document.is_public() { supported(lang, &around.supporters) } else { None },
        words: WrittenWords { page: t(lang, "paper-page"), date: t(lang, "toolbox-date") },
    }
}

/// Those who support a programme, if there is a logo to show.
pub(crate) fn supported(lang: Lang, logos: &[Logo]) -> Option<Supported> {
    (!logos.is_empty()).then(|| Supported { words: t(lang, "paper-supported"), logos: logos.to_vec() })
}

/// The name of a document in a list of documents.
pub fn name(lang: Lang, document: Document) -> String {
    t(lang, &format!("toolbox-{}", document.key()))
}

/// The digest of what is written: a document that was signed is known by it.
pub fn digest(written: &Written) -> String {
    let bytes = serde_json::to_vec(written).expect("plain texts");
    hex(&Sha256::digest(&bytes))
}

/// The documents that do not say the same any more, in the order of the toolbox. They are compared in French: every
/// other language says the same facts.
pub fn documents_changed(catalogue: &Catalogue, before: &Notebook, after: &Notebook) -> Vec<Document> {
    let around = Around::default();
    let said = |notebook: &Notebook, one: Document| digest(&document(Lang::Fr, notebook, catalogue, &around, one));
    Document::EVERY.iter().copied().filter(|one| said(before, *one) != said(after, *one)).collect()
}

/// The decisions of a document that are not decided yet, in the notebook's order.
pub fn undecided<'c>(notebook: &Notebook, catalogue: &'c Catalogue, document: Document) -> Vec<&'c str> {
    let names = document.depends_on();
    let open = |name: &str| match notebook.decision(name) {
        Some(decision) => !decision.withdrawn && (decision.answer.is_none() || decision.state != State::Decided),
        None => true,
    };
    let asked = catalogue.questions.iter().map(|question| question.key.as_str());
    asked.filter(|name| names.contains(name) && open(name)).collect()
}
