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
    /// To be paid by cheque; no such section when empty.
    pub cheques: Vec<Payment>,
    /// Sum of the cheques.
    pub cheque_total: String,
    /// To be typed at the bank; no such section when empty.
    pub transfers: Vec<Payment>,
    /// Sum of the transfers.
    pub transfer_total: String,
    /// Sum of the run.
    pub total: String,
    /// The other words.
    pub words: PaymentListWords,
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
    /// "Chèques à faire", above their table.
    pub cheques: String,
    /// "N° du chèque", a column to fill in.
    pub cheque_number: String,
    /// "Bénéficiaire".
    pub payee: String,
    /// "Référence".
    pub reference: String,
    /// "Montant".
    pub amount: String,
    /// "Virements à saisir", above their table.
    pub transfers: String,
    /// "Fait", the column of boxes to tick.
    pub done: String,
    /// "Total des chèques".
    pub cheque_total: String,
    /// "Total des virements".
    pub transfer_total: String,
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
