//! A notebook's toolbox: its documents as they would be written now, when each last changed, and the signed ones, kept
//! as they were.

use super::{Seat, Seen, open_at, short, told};
use crate::logo;
use crate::sign_in::NO_PROGRAMME;
use crate::toolbox::{self, Around};
use crate::world::{App, Error};
use domain::chain::hex;
use domain::ids::PersonId;
use domain::refusal::Refusal;
use jiff::Timestamp;
use jiff::civil::Date;
use notebook::catalogue;
use notebook::toolbox::Document;
use sha2::{Digest, Sha256};
use store::{Fault, LogoOf, Paper};
use text::Lang;
use uuid::Uuid;

/// How a document is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// To print and to sign.
    Pdf,
    /// To change by hand.
    Docx,
}

/// A document of the toolbox, as a notebook's page lists it.
#[derive(Clone, Debug)]
pub struct Tool {
    /// Which.
    pub document: Document,
    /// How many of the answers it is made of are not decided.
    pub undecided: u64,
    /// When one of the answers it is made of was last written, after the beginning.
    pub changed_at: Option<Timestamp>,
    /// The last signed one, and whether it still says what would be written now.
    pub signed: Option<(Paper, bool)>,
}

impl Seen {
    fn made(&self, lang: Lang, around: &Around, document: Document, form: Form) -> Result<Vec<u8>, Error> {
        let written = toolbox::document(lang, &self.notebook, catalogue(), around, document);
        let made = match form {
            Form::Pdf => written.pdf(),
            Form::Docx => written.docx(),
        };
        made.map_err(|error| Fault::Other(error.to_string()).into())
    }

    /// The digest of what its decisions make a document say, whatever the version at its foot and the places of a
    /// programme that runs: those change every week, and nobody signs them.
    fn says(&self, lang: Lang, document: Document) -> String {
        toolbox::digest(&toolbox::document(lang, &self.notebook, catalogue(), &Around::default(), document))
    }
}

impl App {
    /// What documents say that is in no notebook: the territory's logo, and once its programme is open, the public places
    /// and the funders' logos.
    async fn around(&self, seen: &Seen, lang: Lang) -> Result<Around, Error> {
        let mut books = self.programmes().await?;
        books.retain(|book| seen.cover.programme == Some(book.identity.id));
        let (id, of) = (seen.cover.id, books.clone());
        let (logo, supporters) = self
            .look(NO_PROGRAMME, move |cx| {
                let mut supporters = Vec::new();
                for book in &of {
                    supporters.extend(logo::of_funders(cx, book)?);
                }
                Ok((logo::of(cx, LogoOf::Notebook(id))?, supporters))
            })
            .await?;
        let places = books.iter().flat_map(|book| &book.places).filter(|place| place.public);
        Ok(Around {
            places: places.map(|place| toolbox::Place::of(lang, place)).collect(),
            logo,
            supporters,
            version: format!("{} · {}", seen.cover.name, seen.version),
        })
    }

    /// A document's file. It takes a part of a second: on a thread that may block.
    pub async fn paper(&self, seen: &Seen, lang: Lang, document: Document, form: Form) -> Result<Vec<u8>, Error> {
        let (seen, around) = (seen.clone(), self.around(seen, lang).await?);
        let made = tokio::task::spawn_blocking(move || seen.made(lang, &around, document, form)).await;
        made.map_err(|error| Fault::Other(error.to_string()))?
    }

    /// Every document of a notebook's toolbox, and every signed one.
    pub async fn toolbox(&self, person: PersonId, key: &str) -> Result<(Seen, Vec<Tool>, Vec<Paper>), Error> {
        let key = key.to_owned();
        self.look(NO_PROGRAMME, move |cx| {
            let (cover, seat) = open_at(cx, person, &key, Seat::Reader)?;
            let (notebook, approach, version) = told(cx, cover.id, u32::MAX)?;
            let entries = cx.tx.entries(cover.id)?;
            let papers = cx.tx.papers(cover.id)?;
            let seen = Seen { cover, seat, notebook, approach, version };
            let tool = |document: Document| {
                let names = document.depends_on();
                // What no person wrote is the model that the notebook began from.
                let written = entries.iter().rev().find(|(_, e)| e.author.is_some() && names.contains(e.question.as_str()));
                let signed = papers.iter().find(|paper| paper.document == document.key()).map(|paper| {
                    let lang = Lang::parse(&paper.language).unwrap_or(Lang::Fr);
                    (paper.clone(), paper.text_digest == seen.says(lang, document))
                });
                Tool {
                    document,
                    undecided: toolbox::undecided(&seen.notebook, catalogue(), document).len() as u64,
                    changed_at: written.map(|(_, entry)| entry.written_at),
                    signed,
                }
            };
            let tools = Document::EVERY.iter().copied().map(tool).collect();
            Ok((seen, tools, papers))
        })
        .await
    }

    /// Keeps a document as it would be printed now, once people have signed it.
    #[expect(clippy::too_many_arguments, reason = "each is written on the paper")]
    pub async fn keep_paper(
        &self,
        person: PersonId,
        request: Uuid,
        key: &str,
        document: Document,
        lang: Lang,
        signed_by: &str,
        signed_on: Date,
    ) -> Result<(), Error> {
        let signed_by = short(signed_by)?;
        if signed_by.is_empty() {
            return Err(Refusal::NameNeeded.into());
        }
        let seen = self.notebook(person, key, None).await?;
        if seen.seat < Seat::Member {
            return Err(Refusal::NotPermitted.into());
        }
        let now = self.now();
        let pdf = self.paper(&seen, lang, document, Form::Pdf).await?;
        let paper = Paper {
            number: 0,
            document: document.key().to_owned(),
            language: lang.short().to_owned(),
            version: seen.version,
            signed_by,
            signed_on,
            author: person,
            kept_at: now,
            text_digest: seen.says(lang, document),
            pdf_digest: hex(&Sha256::digest(&pdf)),
        };
        let id = seen.cover.id;
        self.act(NO_PROGRAMME, move |cx| match cx.tx.paper_of(id, request)? {
            None => Ok(cx.tx.keep_paper(id, request, &paper, &pdf)?),
            Some(kept) => {
                let said = |one: &Paper| (one.document.clone(), one.language.clone(), one.signed_by.clone(), one.signed_on);
                if said(&kept) == said(&paper) { Ok(()) } else { Err(Refusal::SameIdOtherContent.into()) }
            }
        })
        .await
    }

    /// A signed document's file.
    pub async fn kept_paper(&self, person: PersonId, key: &str, number: u32) -> Result<Vec<u8>, Error> {
        let key = key.to_owned();
        self.look(NO_PROGRAMME, move |cx| {
            let (cover, _) = open_at(cx, person, &key, Seat::Reader)?;
            let file = cx.tx.paper_file(cover.id, number)?;
            Ok(file.map(|(_, pdf)| pdf).ok_or(Refusal::NotFound)?)
        })
        .await
    }
}
