//! Advices by e-mail: one to each person of a merchant who has an address, once a payment was sent. They leave after
//! the commit, one after the other, and what became of each is written down, so that none is sent twice.

use crate::command::{Cx, Request};
use crate::mail::{self, LEFT_BEHIND, Round};
use crate::paper::{Told, shown, statement_of};
use crate::permit::{Action, ask};
use crate::settlement;
use crate::world::{App, Error};
use domain::ids::{Actor, PaymentId, PersonId, ProgrammeId, RunId, VendorId};
use domain::programme::Book;
use domain::refusal::Refusal;
use domain::role::Role;
use domain::settlement::{Payment, PaymentState, RunState};
use std::collections::{BTreeMap, BTreeSet};
use store::{AdviceLetter, Letter, Person};
use text::Lang;

/// What became of a run's advices by e-mail.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Advised {
    /// How many letters became what.
    pub sent: u64,
    /// About to be sent, or left behind by a program that stopped.
    pub waiting: u64,
    /// Not taken by the mail server.
    pub failed: u64,
    /// To write yet: nobody asked for them.
    pub to_write: u64,
    /// Merchants of the run whom no letter can reach: for them there is paper.
    pub without_address: BTreeSet<VendorId>,
}

/// Whoever may be told of a payment: those who act for its merchant and have an address.
fn people_of(cx: &mut Cx<'_, '_>, book: &Book, vendor: VendorId) -> Result<Vec<Person>, Error> {
    let ids: BTreeSet<PersonId> = book.grants.iter().filter(|g| g.role == Role::Merchant(vendor)).map(|g| g.person).collect();
    let ids: Vec<PersonId> = ids.into_iter().collect();
    let mut people = cx.tx.people_of(&ids)?;
    people.retain(|person| !person.email.is_empty());
    Ok(people)
}

/// Payments that a merchant is told of: sent, and not back.
fn sent(payments: &[Payment]) -> impl Iterator<Item = &Payment> {
    payments.iter().filter(|p| matches!(p.state, PaymentState::Sent | PaymentState::AtMarket | PaymentState::Confirmed))
}

type Letters = BTreeMap<(PaymentId, PersonId), AdviceLetter>;

fn letters(cx: &mut Cx<'_, '_>, payments: &[Payment]) -> Result<Letters, Error> {
    let mut found = Letters::new();
    for payment in payments {
        for letter in cx.tx.advice_letters(cx.programme, payment.id)? {
            found.insert((payment.id, letter.person), letter);
        }
    }
    Ok(found)
}

/// What became of a run's advices, for those who see payments.
pub fn advised(cx: &mut Cx<'_, '_>, actor: Actor, run: RunId) -> Result<Advised, Error> {
    let book = cx.book()?;
    let (_, payments) = settlement::run(cx, actor, run)?;
    let written = letters(cx, &payments)?;
    let mut found = Advised::default();
    for letter in written.values() {
        match letter.letter {
            Letter::Sent => found.sent += 1,
            Letter::Waiting => found.waiting += 1,
            Letter::Failed => found.failed += 1,
            Letter::None => {}
        }
    }
    for payment in sent(&payments) {
        let people = people_of(cx, &book, payment.vendor)?;
        if people.is_empty() {
            found.without_address.insert(payment.vendor);
        }
        found.to_write += people.iter().filter(|p| !written.contains_key(&(payment.id, p.id))).count() as u64;
    }
    Ok(found)
}

/// Writes down which letters are to be sent: those of nobody yet, those that failed, those left behind. How many.
fn keep(cx: &mut Cx<'_, '_>, request: Request, run: RunId) -> Result<u64, Error> {
    let book = cx.book()?;
    ask(Some(&book), request.actor, Action::Pay)?;
    let (run, payments) = settlement::run(cx, request.actor, run)?;
    if run.state != RunState::Paid {
        return Err(Refusal::WrongStep { state: run.state.key().to_owned() }.into());
    }
    if cx.app.mail.is_none() {
        return Err(Refusal::Nothing.into());
    }
    let now = cx.now();
    let written = letters(cx, &payments)?;
    let mut kept = 0;
    for payment in sent(&payments) {
        for person in people_of(cx, &book, payment.vendor)? {
            let again = written.get(&(payment.id, person.id)).is_none_or(|before| match before.letter {
                Letter::None | Letter::Failed => true,
                Letter::Waiting => now.duration_since(before.at) >= LEFT_BEHIND,
                Letter::Sent => false,
            });
            if again {
                let letter = AdviceLetter { person: person.id, letter: Letter::Waiting, at: now };
                cx.tx.note_advice_letter(cx.programme, payment.id, &letter)?;
                kept += 1;
            }
        }
    }
    Ok(kept)
}

impl App {
    /// Sends a run's advices by e-mail, without anybody waiting for them. Asked again, only what did not leave is sent.
    pub async fn send_advices(&self, programme: ProgrammeId, request: Request, run: RunId, site: &str) -> Result<u64, Error> {
        let kept = self.act(programme, move |cx| keep(cx, request, run)).await?;
        if kept > 0 {
            let (app, site) = (self.clone(), site.to_owned());
            tokio::spawn(async move {
                if let Err(error) = app.post_advices(programme, run, &site).await {
                    tracing::error!(%error, %run, "advices of a run");
                }
            });
        }
        Ok(kept)
    }

    /// Sends the letters that wait, one after the other.
    async fn post_advices(&self, programme: ProgrammeId, run: RunId, site: &str) -> Result<(), Error> {
        let Some(mail) = self.mail.clone() else { return Ok(()) };
        let site = site.to_owned();
        let waiting = self.look(programme, move |cx| waiting(cx, run, &site)).await?;
        let mut round = Round::new(mail);
        for (payment, person, letter, name) in waiting {
            let became = match round.send(letter, name).await {
                Ok(()) => Letter::Sent,
                Err(error) => {
                    tracing::warn!(%error, %payment, %person, "an advice was not taken");
                    Letter::Failed
                }
            };
            self.act(programme, move |cx| {
                let letter = AdviceLetter { person, letter: became, at: cx.now() };
                Ok(cx.tx.note_advice_letter(cx.programme, payment, &letter)?)
            })
            .await?;
        }
        Ok(())
    }
}

type Waiting = (PaymentId, PersonId, mail::Letter, String);

/// The letters of a run that wait, written.
fn waiting(cx: &mut Cx<'_, '_>, run: RunId, site: &str) -> Result<Vec<Waiting>, Error> {
    let book = cx.book()?;
    let (run, payments) = settlement::run(cx, Actor::System, run)?;
    let told = Told::of(cx, &run)?;
    let mut found = Vec::new();
    for payment in sent(&payments) {
        for letter in cx.tx.advice_letters(cx.programme, payment.id)? {
            if letter.letter != Letter::Waiting {
                continue;
            }
            let Some(person) = cx.tx.person(letter.person)? else { continue };
            let name = format!("{}-advice-{}-{}", book.identity.key, payment.id.0, person.id);
            found.push((payment.id, person.id, written(cx, &book, &told, payment, &person, site)?, name));
        }
    }
    Ok(found)
}

/// The letter that tells somebody of a payment, in their language.
fn written(
    cx: &mut Cx<'_, '_>,
    book: &Book,
    told: &Told,
    payment: &Payment,
    person: &Person,
    site: &str,
) -> Result<mail::Letter, Error> {
    let lang = Lang::parse(&person.language).or_else(|| Lang::parse(&book.identity.language)).unwrap_or_default();
    let statement = statement_of(cx, book, lang, told, payment)?;
    let day = |day: &print::document::MarketDay| {
        let coupons = day.coupons.join(", ");
        let facts = [
            ("day", day.date.as_str().into()),
            ("place", day.place.as_str().into()),
            ("coupons", coupons.into()),
            ("amount", day.amount.as_str().into()),
        ];
        text::tr(lang, "mail-advice-line", &facts)
    };
    let other = |line: &print::document::DisputeLine| {
        let facts = [
            ("coupon", line.coupon.as_str().into()),
            ("reason", line.reason.as_str().into()),
            ("amount", line.amount.as_str().into()),
        ];
        text::tr(lang, "mail-advice-other", &facts)
    };
    let lines: Vec<String> = statement.days.iter().map(day).chain(statement.disputes.iter().map(other)).collect();
    let amount = shown(book, lang, payment.amount());
    let facts = [
        ("name", person.name.as_str().into()),
        ("programme", book.identity.name.as_str().into()),
        ("fiduciary", book.identity.fiduciary.as_str().into()),
        ("merchant", statement.merchant.join(", ").into()),
        ("amount", amount.into()),
        // A market keeps its capitals.
        ("method", if payment.through.is_some() { statement.method } else { statement.method.to_lowercase() }.into()),
        ("period", statement.period.as_str().into()),
        ("reference", format!("R{}-{}", payment.run.0, payment.id.0).into()),
        ("lines", lines.join("\n").into()),
        ("link", format!("{site}/p/{}/statement/{}", book.identity.key, payment.id.0).into()),
    ];
    Ok(mail::Letter {
        to: person.email.clone(),
        subject: text::tr(lang, "mail-advice-subject", &facts),
        text: text::tr(lang, "mail-advice", &facts),
    })
}
