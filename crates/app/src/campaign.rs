//! A crowdfunding campaign, brought in from its platform's file: which column is which, which counterpart is which
//! offer, what the platform kept, what a partner adds. All of it goes through the same commands as a person's own,
//! all or none; and nothing at all while the campaign has not reached its goal.

mod file;

use crate::command::{Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use crate::{fund, offer};
use domain::amount::Amount;
use domain::campaign::{Parted, Sums, part};
use domain::command::Outcome;
use domain::fund::Expense;
use domain::gift::Gift;
use domain::ids::{Actor, FundId, OfferId, PlaceId};
use domain::offer::MOST_REFERENCE;
use domain::order::{PlaceOrder, Source};
use domain::refusal::Refusal;
pub use exchange::table::Row;
pub use file::{Column, Mapping, guess, headings, titles};
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The most letters of a campaign's name: a contribution's own reference goes behind it.
pub const MOST_NAME: usize = 60;

/// What a counterpart of the campaign is here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reward {
    /// Packs of an offer.
    Offer(OfferId),
    /// Nothing that we hand over: the contribution is a gift.
    Gift,
}

/// What is said of a campaign besides its file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terms {
    /// Its name, which begins every reference.
    pub name: String,
    /// Whether it reached its goal.
    pub reached: bool,
    /// The day its money reached the bank.
    pub on: Date,
    /// Where orders are picked up.
    pub place: Option<PlaceId>,
    /// Which fund receives gifts.
    pub gift_fund: FundId,
    /// Which fund receives what a partner adds, dollar for dollar, and the most it adds, cents.
    pub matching: Option<(FundId, i64)>,
    /// Which fund pays what the platform kept, and how much it was, cents.
    pub fees: Option<(FundId, i64)>,
    /// Each counterpart, as the file names it.
    pub rewards: BTreeMap<String, Reward>,
}

/// What is said of a contribution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// What it becomes.
    Good(Parted),
    /// The platform says that it was not paid.
    Aside,
    /// Why not.
    Bad(Refusal),
}

/// A contribution and what is said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judged {
    /// As the file numbers it.
    pub line: u64,
    /// Its reference, as the file gives it.
    pub reference: String,
    /// What is said of it.
    pub verdict: Verdict,
}

/// What is said of a campaign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// Each contribution.
    pub lines: Vec<Judged>,
    /// Its sums, of good contributions.
    pub sums: Sums,
    /// Why the whole cannot be brought in, when it is none of its contributions.
    pub refusal: Option<Refusal>,
    /// Whether it was brought in.
    pub kept: bool,
}

impl Report {
    /// Contributions that are refused.
    pub fn bad(&self) -> u64 {
        self.lines.iter().filter(|line| matches!(line.verdict, Verdict::Bad(_))).count() as u64
    }

    /// Nothing stands in the way.
    pub fn is_good(&self) -> bool {
        self.bad() == 0 && self.refusal.is_none() && self.sums.collected > 0
    }
}

/// Whether somebody may bring a campaign in: it sells and it receives. What the platform kept asks for more: whoever
/// pays.
pub fn may(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<(), Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::Sell)?;
    Ok(ask(Some(&book), actor, Action::ReceiveMoney)?)
}

/// Brings a campaign in, or says what would come of it: the preview is the import itself, undone. Sent again, nothing
/// is done twice: each request is made from the campaign's name and the contribution's reference.
pub fn run(
    cx: &mut Cx<'_, '_>,
    actor: Actor,
    rows: &[Row],
    mapping: &Mapping,
    terms: &Terms,
    keep: bool,
) -> Result<Report, Error> {
    may(cx, actor)?;
    let name = terms.name.trim();
    if name.is_empty() || name.chars().count() > MOST_NAME {
        return Err(Refusal::ReferenceNeeded.into());
    }
    if keep && !terms.reached {
        return Err(Refusal::CampaignNotReached.into());
    }
    let lines = file::contributions(rows, mapping)?;
    cx.app.progress.begin(lines.len() as u64);
    let sender = Sender { actor, name, terms };
    cx.undoable(|cx| {
        let mut judged = Vec::with_capacity(lines.len());
        let mut parted = Vec::new();
        // Gifts first: what the platform kept may be paid out of them.
        for line in &lines {
            let verdict = match &line.contribution {
                Err(refusal) => Verdict::Bad(refusal.clone()),
                Ok(None) => Verdict::Aside,
                Ok(Some(contribution)) => match sender.part(cx, contribution) {
                    Ok(one) => Verdict::Good(one),
                    Err(Error::Refused(refusal)) => Verdict::Bad(refusal),
                    Err(fault) => return Err(fault),
                },
            };
            if let Verdict::Good(one) = &verdict {
                parted.push(*one);
            }
            judged.push(Judged { line: line.number, reference: line.reference.clone(), verdict });
        }
        let cap = terms.matching.map_or(0, |(_, cap)| cap);
        let sums = Sums::of(&parted, cap, terms.fees.map_or(0, |(_, cents)| cents));
        let refusal = match sender.post_gifts(cx, &mut judged).and_then(|()| sender.post_sums(cx, &sums)) {
            Ok(()) => None,
            Err(Error::Refused(refusal)) => Some(refusal),
            Err(fault) => return Err(fault),
        };
        for line in &mut judged {
            cx.app.progress.step()?;
            let Verdict::Good(Parted { order: Some((offer, packs)), .. }) = line.verdict else { continue };
            match sender.order(cx, line, offer, packs) {
                Ok(()) => {}
                Err(Error::Refused(refusal)) => line.verdict = Verdict::Bad(refusal),
                Err(fault) => return Err(fault),
            }
        }
        let mut report = Report { lines: judged, sums, refusal, kept: false };
        report.kept = keep && report.is_good();
        let kept = report.kept;
        Ok((report, kept))
    })
}

/// Who brings a campaign in, and what is said of it.
struct Sender<'a> {
    actor: Actor,
    name: &'a str,
    terms: &'a Terms,
}

impl Sender<'_> {
    /// The request of a part of the campaign.
    fn request(&self, cx: &Cx<'_, '_>, what: &str, reference: &str) -> Request {
        let mut hasher = Sha256::new();
        // Every text is preceded by its length, so that no two read alike.
        for text in ["cabas-campaign-v1", &cx.programme.to_string(), self.name, what, reference] {
            hasher.update((text.len() as u64).to_be_bytes());
            hasher.update(text.as_bytes());
        }
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hasher.finalize()[..16]);
        Request { actor: self.actor, id: uuid::Builder::from_custom_bytes(bytes).into_uuid(), device: None, claimed_at: cx.now() }
    }

    /// « La Ruche 2026 · 1042 ».
    fn reference(&self, own: &str) -> Result<String, Refusal> {
        let whole = format!("{} · {own}", self.name);
        if own.is_empty() || whole.chars().count() > MOST_REFERENCE { Err(Refusal::ReferenceNeeded) } else { Ok(whole) }
    }

    fn part(&self, cx: &mut Cx<'_, '_>, contribution: &file::Contribution) -> Result<Parted, Error> {
        let book = cx.book()?;
        let offer = match self.terms.rewards.get(&contribution.reward) {
            Some(Reward::Offer(id)) => {
                let offer = book.offer(*id).ok_or_else(|| Refusal::UnknownOffer { offer: id.to_string() })?;
                Some((offer.id, offer.price.minor))
            }
            Some(Reward::Gift) => None,
            None if contribution.reward.is_empty() => None,
            None => return Err(Refusal::UnknownOffer { offer: contribution.reward.clone() }.into()),
        };
        Ok(part(contribution.cents, offer, contribution.packs)?)
    }

    /// Writes gifts down; one that is refused says so at its line.
    fn post_gifts(&self, cx: &mut Cx<'_, '_>, lines: &mut [Judged]) -> Result<(), Error> {
        for line in lines {
            let Verdict::Good(Parted { gift_cents, .. }) = line.verdict else { continue };
            if gift_cents == 0 {
                continue;
            }
            let gift = self.reference(&line.reference).map(|reference| Gift {
                fund: self.terms.gift_fund,
                amount: Amount::cad(gift_cents),
                reference,
                on: self.terms.on,
            });
            let request = self.request(cx, "gift", &line.reference);
            match gift.map_err(Error::from).and_then(|gift| alone(cx, |cx| offer::give(cx, request, gift.clone()).map(drop))) {
                Ok(()) => {}
                Err(Error::Refused(refusal)) => line.verdict = Verdict::Bad(refusal),
                Err(fault) => return Err(fault),
            }
        }
        Ok(())
    }

    /// What the partner adds, and what the platform kept.
    fn post_sums(&self, cx: &mut Cx<'_, '_>, sums: &Sums) -> Result<(), Error> {
        if let Some((fund, _)) = self.terms.matching.filter(|_| sums.matched > 0) {
            let request = self.request(cx, "matching", "");
            alone(cx, |cx| fund::receive(cx, request, fund, Amount::cad(sums.matched), self.name, self.terms.on).map(drop))?;
        }
        if let Some((fund, cents)) = self.terms.fees.filter(|(_, cents)| *cents > 0) {
            let request = self.request(cx, "fees", "");
            let expense = Expense {
                fund,
                amount: Amount::cad(cents),
                what: self.name.to_owned(),
                reference: self.name.to_owned(),
                on: self.terms.on,
            };
            alone(cx, |cx| fund::spend_on_operations(cx, request, expense.clone()).map(drop))?;
        }
        Ok(())
    }

    /// Writes an order down and pays it: its price is in the bank.
    fn order(&self, cx: &mut Cx<'_, '_>, line: &Judged, offer: OfferId, packs: u32) -> Result<(), Error> {
        let reference = self.reference(&line.reference)?;
        let (place, pay) = (self.request(cx, "order", &line.reference), self.request(cx, "pay", &line.reference));
        alone(cx, |cx| {
            let order =
                PlaceOrder { offer, packs, place: self.terms.place, reference: reference.clone(), source: Source::Campaign };
            let placed = offer::place_order(cx, place, order)?;
            let Outcome::Ordered { order } = placed.outcome else { return Ok(()) };
            offer::pay_order(cx, pay, order).map(drop)
        })
    }
}

/// A step that leaves nothing behind when it is refused.
fn alone(cx: &mut Cx<'_, '_>, step: impl FnOnce(&mut Cx<'_, '_>) -> Result<(), Error>) -> Result<(), Error> {
    let done = cx.undoable(|cx| match step(cx) {
        Ok(()) => Ok((Ok(()), true)),
        Err(Error::Refused(refusal)) => Ok((Err(refusal), false)),
        Err(fault) => Err(fault),
    })?;
    Ok(done?)
}
