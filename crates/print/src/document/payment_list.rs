//! The list by which a settlement run's payments are made by hand: cheques to write, transfers to type.

use super::world::{DocumentError, set};
use serde::Serialize;

/// The payments of a run.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PaymentList {
    /// Language of all texts, BCP 47 ("fr-CA").
    pub language: String,
    /// The programme's name.
    pub programme: String,
    /// Who pays.
    pub fiduciary: String,
    /// The settlement run's number.
    pub run: String,
    /// The days it covers.
    pub period: String,
    /// The day the list was made.
    pub prepared_on: String,
    /// Why nothing may be paid yet, above everything else; empty when it may.
    pub warning: String,
    /// The payments, by how they are made.
    pub sections: Vec<Section>,
    /// Sum of the run.
    pub total: String,
    /// At the foot of each page: the end of the programme's log; may be empty.
    pub proof: String,
    /// The other words.
    pub words: PaymentListWords,
}

/// The payments made in one way.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Section {
    /// "Chèques à faire", above the table.
    pub title: String,
    /// What to know first; may be empty.
    pub note: String,
    /// What is in the first column.
    pub mark: Mark,
    /// The first column's title: "N° du chèque", "Fait".
    pub mark_title: String,
    /// The payments.
    pub payments: Vec<Payment>,
    /// "Total des chèques".
    pub total_label: String,
    /// Their sum.
    pub total: String,
}

/// What is in the first column of a section.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// A line to write a number on.
    Blank,
    /// A box to tick.
    Tick,
    /// Nothing: there is nothing to do.
    Nothing,
}

/// One payment to make.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Payment {
    /// To whom.
    pub payee: String,
    /// Under the name: an address for a cheque, an account or e-mail for a transfer; may be empty.
    pub detail: String,
    /// The payment's own number, to be written on it.
    pub reference: String,
    /// How much.
    pub amount: String,
}

/// Words that are the same for all lists of a language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PaymentListWords {
    /// "Liste de paiements".
    pub title: String,
    /// "Payé par".
    pub fiduciary: String,
    /// "Règlement n°".
    pub run: String,
    /// "Période".
    pub period: String,
    /// "Préparée le".
    pub prepared_on: String,
    /// "Payé à l’ordre de".
    pub payee: String,
    /// "Référence".
    pub reference: String,
    /// "Montant".
    pub amount: String,
    /// "Total du règlement".
    pub total: String,
    /// Under the two lines: "Première signature", "Deuxième signature".
    pub signatures: [String; 2],
    /// "Date", beside each signature.
    pub date: String,
    /// "Page".
    pub page: String,
}

/// The list as a PDF.
pub fn payment_list(list: &PaymentList) -> Result<Vec<u8>, DocumentError> {
    set(include_str!("../../templates/payment_list.typ"), list)
}
