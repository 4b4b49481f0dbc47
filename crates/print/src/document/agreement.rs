//! A merchant's agreement, with both signatures or lines to sign on.

use super::world::{DocumentError, set};
use serde::Serialize;

/// An agreement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Agreement {
    /// Language of all texts, BCP 47 ("fr-CA").
    pub language: String,
    /// "Entente avec un marchand".
    pub title: String,
    /// The programme's name.
    pub programme: String,
    /// Its text.
    pub parts: Vec<AgreementPart>,
    /// Both sides.
    pub signatures: Vec<Signature>,
    /// At the foot of each page: the digest of the text.
    pub proof: String,
    /// The other words.
    pub words: AgreementWords,
}

/// Words that are the same for all agreements of a language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct AgreementWords {
    /// "Page".
    pub page: String,
}

/// A part of the text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct AgreementPart {
    /// Its heading.
    pub title: String,
    /// Its sentences.
    pub sentences: Vec<String>,
}

/// A side's signature.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Signature {
    /// "Le marchand".
    pub side: String,
    /// Its name.
    pub name: String,
    /// "Signé le 12 juin 2025"; empty leaves a line to sign on.
    pub signed: String,
}

/// The agreement as a PDF.
pub fn agreement(agreement: &Agreement) -> Result<Vec<u8>, DocumentError> {
    set(include_str!("../../templates/agreement.typ"), agreement)
}
