//! The official receipt for a gift.

use super::world::{DocumentError, set};
use serde::Serialize;

/// A receipt.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DonationReceipt {
    /// Language of all texts, BCP 47 ("fr-CA").
    pub language: String,
    /// The programme's name.
    pub programme: String,
    /// Why it no longer counts, above everything else; empty when it does.
    pub warning: String,
    /// That it replaces another; may be empty.
    pub replaces: String,
    /// Labels and values, in groups: the receipt, who issues it, who gave, what was given.
    pub groups: Vec<Vec<[String; 2]>>,
    /// What may be claimed.
    pub eligible: String,
    /// Whoever may sign, under the line.
    pub signed_by: String,
    /// The agency and its address.
    pub agency: String,
    /// At the foot of each page: the end of the programme's log; may be empty.
    pub proof: String,
    /// The other words.
    pub words: DonationReceiptWords,
}

/// Words that are the same for all receipts of a language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DonationReceiptWords {
    /// "Reçu officiel aux fins de l’impôt sur le revenu".
    pub title: String,
    /// "Montant admissible du don aux fins de l’impôt".
    pub eligible: String,
    /// "Signature autorisée".
    pub signature: String,
    /// "Page".
    pub page: String,
}

/// The receipt as a PDF.
pub fn donation_receipt(receipt: &DonationReceipt) -> Result<Vec<u8>, DocumentError> {
    set(include_str!("../../templates/donation_receipt.typ"), receipt)
}
