//! Documents set with typst: letter-size, tagged for screen readers, in the caller's words.
//!
//! A document is a plain struct of texts already formatted, and a template of the same name in `templates/`
//! that reads it as JSON. Texts are data: nothing in them is taken for markup.

mod advices;
mod agreement;
mod docx;
mod donation_receipt;
mod payment_list;
mod picture;
mod statement;
mod world;
mod written;

pub use advices::{Advices, AdvicesWords, ChequeStub, ChequeStubs, ChequeStubsWords, advices, cheque_stubs};
pub use agreement::{Agreement, AgreementPart, AgreementWords, Signature, agreement};
pub use donation_receipt::{DonationReceipt, DonationReceiptWords, donation_receipt};
pub use payment_list::{Mark, Payment, PaymentList, PaymentListWords, Section, payment_list};
pub use picture::{Logo, MOST_PIXELS, NoLogo, PICTOGRAMS};
pub use statement::{DisputeLine, MarketDay, Statement, StatementWords, statement};
pub use world::DocumentError;
pub use written::{Block, Look, Supported, Table, Written, WrittenWords};
