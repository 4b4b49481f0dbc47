//! What goes out with a run's payments: an advice to each merchant, and the stubs of the cheques.

use super::statement::Statement;
use super::world::{DocumentError, set};
use serde::Serialize;

/// The advices of a run, a page or more for each payment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Advices {
    /// Language of all texts, BCP 47 ("fr-CA").
    pub language: String,
    /// The programme's name.
    pub programme: String,
    /// What each payment is made of.
    pub payments: Vec<Statement>,
    /// At the foot of each page: the end of the programme's log; may be empty.
    pub proof: String,
    /// The other words.
    pub words: AdvicesWords,
}

/// Words that are the same for all advices of a language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct AdvicesWords {
    /// "Avis de paiement".
    pub title: String,
    /// "Page".
    pub page: String,
}

/// The stubs of a run's cheques, three a page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ChequeStubs {
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
    /// The cheques.
    pub stubs: Vec<ChequeStub>,
    /// Sum of the cheques.
    pub total: String,
    /// At the foot of each page: the end of the programme's log; may be empty.
    pub proof: String,
    /// The other words.
    pub words: ChequeStubsWords,
}

/// A cheque's stub.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ChequeStub {
    /// To whom.
    pub payee: String,
    /// The payment's own number.
    pub reference: String,
    /// How much.
    pub amount: String,
    /// The cheque's number; empty leaves a line to write it on.
    pub number: String,
    /// Its day; empty leaves a line to write it on.
    pub date: String,
    /// What is paid, a line for each class: "12 × 5 $ A Fruits et légumes".
    pub coupons: Vec<String>,
}

/// Words that are the same for all stubs of a language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ChequeStubsWords {
    /// "Talons de chèques".
    pub title: String,
    /// "Payé par".
    pub fiduciary: String,
    /// "Règlement n°".
    pub run: String,
    /// "Période".
    pub period: String,
    /// "Référence".
    pub reference: String,
    /// "Coupons reçus".
    pub days: String,
    /// "Montant".
    pub amount: String,
    /// "N° du chèque".
    pub number: String,
    /// "Date".
    pub date: String,
    /// Under the two lines: "Première signature", "Deuxième signature".
    pub signatures: [String; 2],
    /// "Total des chèques".
    pub total: String,
    /// "Page".
    pub page: String,
}

/// The advices as a PDF.
pub fn advices(advices: &Advices) -> Result<Vec<u8>, DocumentError> {
    set(concat!(include_str!("../../templates/statement_body.typ"), include_str!("../../templates/advices.typ")), advices)
}

/// The stubs as a PDF.
pub fn cheque_stubs(stubs: &ChequeStubs) -> Result<Vec<u8>, DocumentError> {
    set(include_str!("../../templates/cheque_stubs.typ"), stubs)
}
