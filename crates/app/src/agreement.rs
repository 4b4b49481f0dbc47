//! Agreements with merchants: read, signed by both sides, and only then in force.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::sign_in::Session;
use crate::world::Error;
use domain::agreement::{Agreement, Side};
use domain::chain::hex;
use domain::command::Command;
use domain::ids::{Actor, VendorId};
use domain::market_day::Agreed;
use domain::programme::{Book, Entry};
use domain::refusal::Refusal;
use print::document;
use sha2::{Digest, Sha256};
use store::Fault;
use text::{Lang, t, tr};

/// Registers an agreement: to be signed, or signed on paper before.
pub fn register(cx: &mut Cx<'_, '_>, request: Request, agreement: Agreement) -> Result<Answer, Error> {
    cx.run(request, Command::Enroll { entries: vec![Entry::Agreement(agreement)] })
}

/// An agreement with its number in the programme, from 1.
#[derive(Clone, Debug)]
pub struct Numbered {
    /// Its number.
    pub number: u32,
    /// The agreement.
    pub agreement: Agreement,
}

/// A programme's agreements: all of them for who sees everything, else a merchant's own.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Numbered>, Error> {
    let book = cx.book()?;
    let sees = |vendor: VendorId| ask(Some(&book), actor, Action::SeeVendor(vendor)).is_ok();
    let all = (1..).zip(&book.agreements).filter(|(_, a)| sees(a.vendor));
    Ok(all.map(|(number, agreement)| Numbered { number, agreement: agreement.clone() }).collect())
}

/// One agreement.
pub fn find(cx: &mut Cx<'_, '_>, actor: Actor, number: u32) -> Result<Agreement, Error> {
    let book = cx.book()?;
    let index = usize::try_from(number).unwrap_or(usize::MAX).wrapping_sub(1);
    let found = book.agreements.get(index).ok_or(Refusal::NotFound)?;
    ask(Some(&book), actor, Action::SeeVendor(found.vendor))?;
    Ok(found.clone())
}

/// One side signs. A merchant on a screen does so in a session of their own: one that began with a link that somebody of
/// the programme made could be that somebody's, who signs for the other side.
pub fn sign(
    cx: &mut Cx<'_, '_>,
    request: Request,
    session: Option<&Session>,
    number: u32,
    (side, how): (Side, Agreed),
) -> Result<Answer, Error> {
    if let (Side::Vendor, Agreed::OnScreen, Some(session)) = (side, how, session) {
        session.own()?;
    }
    let book = cx.book()?;
    let found = find(cx, request.actor, number)?;
    let text_digest = digest(&book, &found);
    cx.run(request, Command::SignAgreement { agreement: number, vendor: found.vendor, side, how, text_digest })
}

/// The digest of the text that is signed: that of its French source, whatever language it is read in.
fn digest(book: &Book, agreement: &Agreement) -> String {
    let mut hash = Sha256::new();
    for part in text::agreement(Lang::Fr, book, agreement) {
        for words in std::iter::once(&part.title).chain(&part.sentences) {
            hash.update(words.as_bytes());
            hash.update(b"\n");
        }
    }
    hex(&hash.finalize())
}

/// The agreement as a document to keep: its text and both signatures, or lines to sign on.
pub fn paper(cx: &mut Cx<'_, '_>, actor: Actor, number: u32, lang: Lang) -> Result<Vec<u8>, Error> {
    let book = cx.book()?;
    let found = find(cx, actor, number)?;
    let signed = |day: Option<jiff::civil::Date>| {
        day.map_or_else(String::new, |day| tr(lang, "agreement-signed-on", &[("on", text::date(lang, day).into())]))
    };
    let vendor = book.vendor(found.vendor).map_or_else(String::new, |v| v.name.clone());
    // Only what was signed here has a fingerprint to show: a paper signed elsewhere may have had another text.
    let proof = found.text_digest.as_deref().map_or_else(String::new, |digest| {
        tr(lang, "agreement-digest", &[("digest", digest.get(..16).unwrap_or(digest).into())])
    });
    let made = document::Agreement {
        language: lang.code().to_owned(),
        title: t(lang, "agreement-title"),
        programme: book.identity.name.clone(),
        parts: text::agreement(lang, &book, &found)
            .into_iter()
            .map(|part| document::AgreementPart { title: part.title, sentences: part.sentences })
            .collect(),
        signatures: vec![
            document::Signature { side: t(lang, "agreement-side-vendor"), name: vendor, signed: signed(found.vendor_signed_on) },
            document::Signature {
                side: t(lang, "agreement-side-programme"),
                name: book.identity.carrier.clone(),
                signed: signed(found.programme_signed_on),
            },
        ],
        proof,
        words: document::AgreementWords { page: t(lang, "paper-page") },
    };
    document::agreement(&made).map_err(|e| Fault::Other(e.to_string()).into())
}
