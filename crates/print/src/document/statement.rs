//! The statement that goes to a merchant with each payment.

use super::world::{DocumentError, set};
use serde::Serialize;

/// What one payment to one merchant is made of.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Statement {
    /// Language of all texts, BCP 47 ("fr-CA").
    pub language: String,
    /// The programme's name.
    pub programme: String,
    /// Who pays: name and address, a line each.
    pub fiduciary: Vec<String>,
    /// Who is paid: name and address, a line each.
    pub merchant: Vec<String>,
    /// The days it covers: "du 1er au 31 août 2025".
    pub period: String,
    /// The settlement run's number.
    pub run: String,
    /// The day of the payment.
    pub paid_on: String,
    /// How it is paid: "Chèque".
    pub method: String,
    /// The cheque's or the transfer's number; may be empty.
    pub reference: String,
    /// Market days, oldest first.
    pub days: Vec<MarketDay>,
    /// Sum of the market days.
    pub subtotal: String,
    /// Coupons that were questioned, if any.
    pub disputes: Vec<DisputeLine>,
    /// What is paid.
    pub total: String,
    /// Small print, a paragraph each.
    pub notes: Vec<String>,
    /// At the foot of each page: the end of the programme's log; may be empty.
    pub proof: String,
    /// The other words.
    pub words: StatementWords,
}

/// A merchant's coupons of one day at one place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct MarketDay {
    /// The day.
    pub date: String,
    /// The market or farm stand.
    pub place: String,
    /// A line for each class: "12 × 5 $ A Fruits et légumes".
    pub coupons: Vec<String>,
    /// Their sum.
    pub amount: String,
}

/// A coupon that was questioned, and what came of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct DisputeLine {
    /// The coupon: "12-00345".
    pub coupon: String,
    /// Why it was questioned.
    pub reason: String,
    /// "Payé" or "Refusé".
    pub outcome: String,
    /// What it adds to the payment.
    pub amount: String,
}

/// Words that are the same for all statements of a language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct StatementWords {
    /// "Relevé de paiement".
    pub title: String,
    /// "Payé à".
    pub merchant: String,
    /// "Payé par".
    pub fiduciary: String,
    /// "Période".
    pub period: String,
    /// "Règlement n°".
    pub run: String,
    /// "Date du paiement".
    pub paid_on: String,
    /// "Mode de paiement".
    pub method: String,
    /// "Référence".
    pub reference: String,
    /// "Coupons reçus", above the table of days.
    pub days: String,
    /// "Date".
    pub date: String,
    /// "Lieu".
    pub place: String,
    /// "Coupons".
    pub coupons: String,
    /// "Montant".
    pub amount: String,
    /// "Sous-total".
    pub subtotal: String,
    /// "Coupons contestés", above the table of disputes.
    pub disputes: String,
    /// "Coupon".
    pub coupon: String,
    /// "Raison".
    pub reason: String,
    /// "Décision".
    pub outcome: String,
    /// "Total payé", "Total à payer".
    pub total: String,
    /// "Page".
    pub page: String,
}

/// The statement as a PDF.
pub fn statement(statement: &Statement) -> Result<Vec<u8>, DocumentError> {
    set(concat!(include_str!("../../templates/statement_body.typ"), include_str!("../../templates/statement.typ")), statement)
}
