//! Official receipts for gifts: who gave is kept sealed beside the log, and only those who receive money read it.

use crate::command::{Answer, Cx, Request};
use crate::offer;
use crate::paper::{proof, shown};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::amount::Amount;
use domain::command::Command;
use domain::donation_receipt::{DonationReceipt, IssueReceipt};
use domain::gift::Gift;
use domain::ids::Actor;
use domain::refusal::Refusal;
use print::document;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use store::Fault;
use text::{Lang, t, tr};

/// Most signs of a name or an address.
pub const LONGEST: usize = 200;

/// Whoever gave.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Donor {
    /// Name, with an initial.
    pub name: String,
    /// Address.
    pub address: String,
}

/// What is asked for a receipt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The command that recorded the gift.
    pub gift: i64,
    /// Whoever gave.
    pub donor: Donor,
    /// What they received in return, cents.
    pub advantage_cents: i64,
    /// What that is.
    pub advantage: String,
    /// Why the receipt that counts is replaced; empty when there is none.
    pub because: String,
    /// The donor named nobody who would receive the coupons, and received none.
    pub sure: bool,
}

/// A receipt, and who it is made out to for those who may read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Issued {
    /// The receipt.
    pub receipt: DonationReceipt,
    /// Its serial number.
    pub serial: String,
    /// Whoever gave; nothing for whoever only checks.
    pub donor: Option<Donor>,
}

/// Gifts without a receipt that counts, and receipts, both newest first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Receipts {
    /// Gifts, by the command that recorded each.
    pub waiting: Vec<(i64, Gift)>,
    /// Receipts.
    pub issued: Vec<Issued>,
}

/// What is kept sealed. The request is what the digest was made with.
#[derive(Serialize, Deserialize)]
struct Sealed {
    request: String,
    donor: Donor,
}

/// Issues a receipt.
pub fn issue(cx: &mut Cx<'_, '_>, request: Request, asked: &Asked) -> Result<Answer, Error> {
    ask(Some(&*cx.book()?), request.actor, Action::ReceiveMoney)?;
    if !asked.sure {
        return Err(Refusal::Unconfirmed.into());
    }
    let donor = Donor { name: asked.donor.name.trim().to_owned(), address: asked.donor.address.trim().to_owned() };
    if donor.name.is_empty() || donor.address.is_empty() {
        return Err(Refusal::NameNeeded.into());
    }
    if [&donor.name, &donor.address].iter().any(|text| text.chars().count() > LONGEST) {
        return Err(Refusal::TooLongText { limit: LONGEST as u64 }.into());
    }
    let keys = cx.app.keys_of(cx.programme)?;
    let command = Command::IssueReceipt(IssueReceipt {
        gift: asked.gift,
        advantage_cents: asked.advantage_cents,
        advantage: asked.advantage.clone(),
        donor_digest: keys.donor(request.id.as_bytes(), &donor.name, &donor.address),
        replaces_because: asked.because.clone(),
    });
    let answer = cx.run(request, command)?;
    if !answer.replayed {
        let sealed = Sealed { request: request.id.to_string(), donor };
        let plain = serde_json::to_vec(&sealed).map_err(|e| Fault::Other(e.to_string()))?;
        let sealed = keys.seal(cx.app.surroundings.bytes(), &plain);
        cx.tx.put_donor(cx.programme, answer.seq, &sealed)?;
    }
    Ok(answer)
}

/// Cancels a receipt.
pub fn cancel(cx: &mut Cx<'_, '_>, request: Request, receipt: i64, reason: &str) -> Result<Answer, Error> {
    cx.run(request, Command::CancelReceipt { receipt, reason: reason.to_owned() })
}

fn donors(cx: &mut Cx<'_, '_>) -> Result<BTreeMap<i64, Sealed>, Error> {
    let sealed = cx.tx.donors(cx.programme)?;
    let Ok(keys) = cx.app.keys_of(cx.programme) else { return Ok(BTreeMap::new()) };
    let opened = sealed.into_iter().filter_map(|(receipt, sealed)| {
        let plain = keys.open(&sealed)?;
        Some((receipt, serde_json::from_slice(&plain).ok()?))
    });
    Ok(opened.collect())
}

/// Receipts whose donor is not the one they were made out to, for the audit. A copy without its secrets cannot tell.
pub(crate) fn wrong_donors(cx: &mut Cx<'_, '_>) -> Result<Vec<String>, Error> {
    let Ok(keys) = cx.app.keys_of(cx.programme) else { return Ok(Vec::new()) };
    let donors = donors(cx)?;
    let programme = cx.programme;
    let is_right = |receipt: &DonationReceipt| {
        donors.get(&receipt.seq).is_some_and(|sealed| {
            let request = sealed.request.parse::<uuid::Uuid>().unwrap_or_default();
            keys.donor(request.as_bytes(), &sealed.donor.name, &sealed.donor.address) == receipt.donor_digest
        })
    };
    let receipts = cx.tx.donation_receipts(programme)?;
    Ok(receipts.iter().filter(|receipt| !is_right(receipt)).map(|receipt| receipt.serial(programme)).collect())
}

/// Where receipts stand, for those who see gifts; donors for those who receive money.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Receipts, Error> {
    let gifts = offer::gifts(cx, actor)?;
    let sees_donors = ask(Some(&*cx.book()?), actor, Action::ReceiveMoney).is_ok();
    let mut donors = if sees_donors { donors(cx)? } else { BTreeMap::new() };
    let receipts = cx.tx.donation_receipts(cx.programme)?;
    let live: BTreeSet<i64> = receipts.iter().filter(|receipt| receipt.cancelled.is_none()).map(|receipt| receipt.gift).collect();
    let programme = cx.programme;
    let issued = receipts.into_iter().rev().map(|receipt| Issued {
        donor: donors.remove(&receipt.seq).map(|sealed| sealed.donor),
        serial: receipt.serial(programme),
        receipt,
    });
    Ok(Receipts { waiting: gifts.into_iter().filter(|(seq, _)| !live.contains(seq)).collect(), issued: issued.collect() })
}

/// A receipt to give, as a PDF.
pub fn paper(cx: &mut Cx<'_, '_>, actor: Actor, receipt: i64, lang: Lang) -> Result<Vec<u8>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::ReceiveMoney)?;
    let found = list(cx, actor)?.issued.into_iter().find(|issued| issued.receipt.seq == receipt).ok_or(Refusal::NotFound)?;
    let Issued { receipt, serial, donor } = found;
    let donor = donor.ok_or(Refusal::NotFound)?;
    let (w, money) = (|key: &str| t(lang, key), |cents: i64| shown(&book, lang, Amount::cad(cents)));
    let day = |on| text::date(lang, on);
    let advantage = match receipt.advantage_cents {
        0 => money(0),
        cents => format!("{} ({})", money(cents), receipt.advantage),
    };
    let charity = &receipt.charity;
    let pair = |label: &str, value: String| [w(label), value];
    let paper = document::DonationReceipt {
        language: lang.code().to_owned(),
        programme: book.identity.name.clone(),
        warning: receipt
            .cancelled
            .as_ref()
            .map_or_else(String::new, |why| tr(lang, "receipt-cancelled", &[("why", why.as_str().into())])),
        replaces: receipt
            .replaces
            .as_ref()
            .map_or_else(String::new, |old| tr(lang, "receipt-replaces", &[("number", old.as_str().into())])),
        groups: vec![
            vec![
                pair("receipt-serial", serial),
                pair("receipt-issued-on", day(receipt.issued_on)),
                pair("receipt-place", charity.place.clone()),
            ],
            vec![
                pair("receipt-charity", charity.name.clone()),
                pair("receipt-address", charity.address.clone()),
                pair("receipt-registration", charity.number.clone()),
            ],
            vec![pair("receipt-donor", donor.name), pair("receipt-address", donor.address)],
            vec![
                pair("receipt-received-on", day(receipt.received_on)),
                pair("receipt-amount", money(receipt.amount_cents)),
                pair("receipt-advantage", advantage),
            ],
        ],
        eligible: money(receipt.eligible_cents()),
        signed_by: charity.signed_by.clone(),
        agency: w("receipt-agency"),
        proof: proof(cx, &book, lang)?,
        words: document::DonationReceiptWords {
            title: w("receipt-title"),
            eligible: w("receipt-eligible"),
            signature: w("receipt-signature"),
            page: w("paper-page"),
        },
    };
    document::donation_receipt(&paper).map_err(|e| Fault::Other(e.to_string()).into())
}
