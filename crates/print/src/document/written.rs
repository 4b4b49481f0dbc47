//! A document of plain parts: what the toolbox is made of. The same parts become a PDF to print and a DOCX to change.

use super::docx;
use super::picture::{Logo, pictogram};
use super::world::{DocumentError, set};
use serde::Serialize;

/// A document, in the caller's words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Written {
    /// Language of all texts, BCP 47 ("fr-CA").
    pub language: String,
    /// "Règles du programme".
    pub title: String,
    /// What it is for, in a sentence; may be empty.
    pub subtitle: String,
    /// The programme's name.
    pub programme: String,
    /// The territory's name.
    pub territory: String,
    /// The territory's logo.
    pub logo: Option<Logo>,
    /// How it is set.
    pub look: Look,
    /// Above everything: why this text is not final; empty when it is.
    pub draft: String,
    /// Its parts, in reading order.
    pub blocks: Vec<Block>,
    /// At the foot of each page; may be empty.
    #[serde(rename = "proof")]
    pub foot: String,
    /// Those who support it, after everything that it says. Left out of the data of a document without any: what was
    /// signed before there were logos keeps its digest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supported: Option<Supported>,
    /// The other words.
    pub words: WrittenWords,
}

/// Those who support a programme.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Supported {
    /// "With the support of".
    pub words: String,
    /// Their logos, shown together.
    pub logos: Vec<Logo>,
}

/// Words that are the same for all documents of a language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct WrittenWords {
    /// "Page".
    pub page: String,
    /// "Date", beside a line to sign on.
    pub date: String,
}

/// How a document is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// An office document.
    Office,
    /// A page to keep at hand.
    Sheet,
    /// Large print.
    Leaflet,
    /// Read from three metres.
    Poster,
}

/// A part of a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "kind", content = "is", rename_all = "snake_case")]
pub enum Block {
    /// A heading, of level 2 or 3: the title is of level 1.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// Points of a list.
    Bullets(Vec<String>),
    /// Steps, in order.
    Steps(Vec<String>),
    /// A table.
    Table(Table),
    /// A table to fill in by hand: its heads and how many lines.
    Grid(Vec<String>, usize),
    /// A label, and a line to write on.
    Field(String),
    /// A box to tick, and what it means.
    Tick(String),
    /// Large text.
    Large(String),
    /// A picture of ours, by name, and the words beside it.
    Pictured(String, String),
    /// Lines to sign on: each side, and its name when it is known.
    Signatures(Vec<(String, String)>),
}

/// A table of texts.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Table {
    /// What the table is about: read aloud before it.
    pub about: String,
    /// Heads of the columns.
    pub head: Vec<String>,
    /// Its lines.
    pub rows: Vec<Vec<String>>,
    /// The last line is a total.
    pub total: bool,
    /// The last column holds amounts.
    pub amounts: bool,
}

impl Written {
    /// The document as a PDF, tagged for screen readers.
    pub fn pdf(&self) -> Result<Vec<u8>, DocumentError> {
        #[derive(Serialize)]
        struct Data<'w> {
            #[serde(flatten)]
            written: &'w Written,
            pictures: std::collections::BTreeMap<&'w str, &'static [u8]>,
        }
        let pictures = self.pictures().map(|name| (name, pictogram(name))).collect();
        set(include_str!("../../templates/written.typ"), &Data { written: self, pictures })
    }

    /// The document as a DOCX, to change in a word processor.
    pub fn docx(&self) -> Result<Vec<u8>, DocumentError> {
        docx::write(self)
    }

    /// Logos of those who support it.
    pub(super) fn supporters(&self) -> &[Logo] {
        self.supported.as_ref().map_or(&[], |supported| &supported.logos)
    }

    /// Names of the pictures in it.
    pub(super) fn pictures(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter_map(|block| if let Block::Pictured(name, _) = block { Some(name.as_str()) } else { None })
    }

    /// Every text in it, in reading order; what it has none of is left out.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts = vec![self.title.as_str(), &self.programme, &self.territory];
        texts.extend([self.subtitle.as_str(), &self.draft].into_iter().filter(|text| !text.is_empty()));
        for block in &self.blocks {
            match block {
                Block::Heading(_, text)
                | Block::Paragraph(text)
                | Block::Field(text)
                | Block::Tick(text)
                | Block::Large(text)
                | Block::Pictured(_, text) => texts.push(text),
                Block::Bullets(all) | Block::Steps(all) | Block::Grid(all, _) => texts.extend(all.iter().map(String::as_str)),
                Block::Table(table) => {
                    texts.extend(table.head.iter().map(String::as_str));
                    texts.extend(table.rows.iter().flatten().map(String::as_str));
                }
                Block::Signatures(sides) => {
                    let both =
                        sides.iter().flat_map(|(side, name)| std::iter::once(side).chain((!name.is_empty()).then_some(name)));
                    texts.extend(both.map(String::as_str));
                }
            }
        }
        texts
    }
}
