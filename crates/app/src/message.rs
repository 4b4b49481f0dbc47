//! Messages to a programme's people: shown on each one's home until they say that they read it, and sent by e-mail where
//! there is one. The letters leave after the message is kept, and none of them can undo it.

use crate::command::{Cx, Request};
use crate::mail::{self, LEFT_BEHIND, Mail, Round};
use crate::permit::{Action, ask};
use crate::world::{App, Error};
use domain::ids::{Actor, MessageId, PersonId, ProgrammeId};
use domain::message::{Draft, Message};
use domain::programme::Book;
use domain::refusal::Refusal;
use std::collections::BTreeSet;
use std::sync::Arc;
use store::{Letter, Person, Receipt};
use text::Lang;

/// A message to somebody.
#[derive(Clone, Debug)]
pub struct Received {
    /// The message.
    pub message: Message,
    /// The name of who wrote it; empty for the machine or somebody erased.
    pub author: String,
    /// Whether they said that they read it.
    pub is_read: bool,
}

/// Somebody who is written to, and what became of it.
#[derive(Clone, Debug)]
pub struct Addressee {
    /// Who.
    pub person: Person,
    /// What became of it.
    pub receipt: Receipt,
}

/// A message with everything that whoever answers for it sees.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The message.
    pub message: Message,
    /// The name of who wrote it.
    pub author: String,
    /// Everybody it reaches now, in the order they came.
    pub addressees: Vec<Addressee>,
}

impl Sent {
    /// How many read it.
    pub fn read(&self) -> u64 {
        self.addressees.iter().filter(|a| a.receipt.read_at.is_some()).count() as u64
    }

    /// How many letters are so far.
    pub fn letters(&self, letter: Letter) -> u64 {
        self.addressees.iter().filter(|a| a.receipt.letter == letter).count() as u64
    }
}

/// A message's page: as it is read, and for whoever answers for it, by whom.
pub struct Shown {
    /// As it is read.
    pub received: Received,
    /// Whether it is written to whoever looks.
    pub is_own: bool,
    /// By whom it was read.
    pub sent: Option<Sent>,
}

/// Those whom a message reaches now. Who wrote it knows it already.
fn reached(book: &Book, message: &Message, today: jiff::civil::Date) -> BTreeSet<PersonId> {
    let to = message.draft.to;
    let all = book.grants.iter().filter(|grant| to.reaches(grant.role, book, today)).map(|grant| grant.person);
    all.filter(|person| Some(*person) != message.author).collect()
}

fn author(cx: &mut Cx<'_, '_>, message: &Message) -> Result<String, Error> {
    let Some(id) = message.author else { return Ok(String::new()) };
    Ok(cx.tx.person(id)?.map_or_else(String::new, |person| person.name))
}

/// The messages written to somebody, the last first: those to read now, and those of before.
pub fn received(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Received>, Error> {
    let Actor::Person(person) = actor else { return Ok(Vec::new()) };
    let book = cx.book()?;
    let today = book.day_of(cx.now());
    let read: BTreeSet<MessageId> = cx.tx.read_by(cx.programme, person)?.into_iter().collect();
    let mut out = Vec::new();
    for message in cx.tx.messages(cx.programme)? {
        if message.withdrawn_at.is_none() && reached(&book, &message, today).contains(&person) {
            out.push(Received { author: author(cx, &message)?, is_read: read.contains(&message.id), message });
        }
    }
    Ok(out)
}

/// Those of them to read now, for a home page; and whether there are any at all.
pub fn to_read(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<(Vec<Received>, bool), Error> {
    let mut all = received(cx, actor)?;
    let today = cx.book()?.day_of(cx.now());
    let any = !all.is_empty();
    all.retain(|one| !one.is_read && one.message.is_live(today));
    Ok((all, any))
}

/// Every message of the programme with who read it, for those who look after its people.
pub fn sent(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Sent>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeePeople)?;
    let messages = cx.tx.messages(cx.programme)?;
    messages.into_iter().map(|message| with_addressees(cx, &book, message)).collect()
}

fn with_addressees(cx: &mut Cx<'_, '_>, book: &Book, message: Message) -> Result<Sent, Error> {
    let today = book.day_of(cx.now());
    let ids: Vec<PersonId> = reached(book, &message, today).into_iter().collect();
    let receipts = cx.tx.receipts(cx.programme, message.id)?;
    let addressees = cx.tx.people_of(&ids)?.into_iter().map(|person| {
        let receipt = receipts.get(&person.id).copied().unwrap_or_default();
        Addressee { person, receipt }
    });
    let addressees = addressees.collect();
    Ok(Sent { author: author(cx, &message)?, message, addressees })
}

/// One message, for whom it is written to and for those who look after the programme's people.
pub fn find(cx: &mut Cx<'_, '_>, actor: Actor, id: MessageId) -> Result<Shown, Error> {
    let book = cx.book()?;
    let sees_all = ask(Some(&book), actor, Action::SeePeople).is_ok();
    let own = received(cx, actor)?.into_iter().find(|one| one.message.id == id);
    match own {
        Some(own) if !sees_all => Ok(Shown { received: own, is_own: true, sent: None }),
        None if !sees_all => Err(Refusal::NotPermitted.into()),
        own => {
            let message = cx.tx.message(cx.programme, id)?.ok_or(Refusal::NotFound)?;
            let sent = with_addressees(cx, &book, message.clone())?;
            let is_own = own.is_some();
            let received = own.unwrap_or(Received { message, author: sent.author.clone(), is_read: true });
            Ok(Shown { received, is_own, sent: Some(sent) })
        }
    }
}

/// Says that somebody read a message that was written to them.
pub fn read(cx: &mut Cx<'_, '_>, actor: Actor, id: MessageId) -> Result<(), Error> {
    let Actor::Person(person) = actor else { return Err(Refusal::NotPermitted.into()) };
    if received(cx, actor)?.iter().all(|one| one.message.id != id) {
        return Err(Refusal::NotPermitted.into());
    }
    let now = cx.now();
    Ok(cx.tx.read_message(cx.programme, id, person, now)?)
}

/// Withdraws a message: nobody is shown it any more. Letters that left do not come back.
pub fn withdraw(cx: &mut Cx<'_, '_>, actor: Actor, id: MessageId) -> Result<(), Error> {
    ask(Some(&*cx.book()?), actor, Action::Write)?;
    cx.tx.message(cx.programme, id)?.ok_or(Refusal::NotFound)?;
    let now = cx.now();
    Ok(cx.tx.withdraw_message(cx.programme, id, now)?)
}

/// Keeps a message; whether it is new, because the same request again is the same message.
fn keep(cx: &mut Cx<'_, '_>, request: Request, draft: &Draft) -> Result<(MessageId, bool), Error> {
    let book = cx.book()?;
    ask(Some(&book), request.actor, Action::Write)?;
    let now = cx.now();
    let draft = draft.check(&book, book.day_of(now))?;
    if let Some(before) = cx.tx.message_of(cx.programme, request.id)? {
        return if before.draft == draft { Ok((before.id, false)) } else { Err(Refusal::SameIdOtherContent.into()) };
    }
    let author = if let Actor::Person(person) = request.actor { Some(person) } else { None };
    let id = cx.tx.add_message(cx.programme, request.id, author, &draft, now)?;
    if cx.app.mail.is_some() {
        let message = cx.tx.message(cx.programme, id)?.ok_or(Refusal::NotFound)?;
        for addressee in with_addressees(cx, &book, message)?.addressees {
            if !addressee.person.email.is_empty() {
                cx.tx.note_letter(cx.programme, id, addressee.person.id, Letter::Waiting, now)?;
            }
        }
    }
    Ok((id, true))
}

impl App {
    /// Writes a message, and then sends its letters without anybody waiting for them.
    pub async fn write_message(
        &self,
        programme: ProgrammeId,
        request: Request,
        draft: Draft,
        site: &str,
    ) -> Result<MessageId, Error> {
        let (id, is_new) = self.act(programme, move |cx| keep(cx, request, &draft)).await?;
        if is_new {
            self.post_letters(programme, id, site);
        }
        Ok(id)
    }

    /// Tries again the letters of a message that did not leave. Whoever has an address by now is written to.
    pub async fn resend_message(&self, programme: ProgrammeId, actor: Actor, id: MessageId, site: &str) -> Result<(), Error> {
        self.act(programme, move |cx| {
            let book = cx.book()?;
            ask(Some(&book), actor, Action::Write)?;
            let now = cx.now();
            let message = cx.tx.message(cx.programme, id)?.ok_or(Refusal::NotFound)?;
            if cx.app.mail.is_none() || !message.is_live(book.day_of(now)) {
                return Err(Refusal::Nothing.into());
            }
            for Addressee { person, receipt } in with_addressees(cx, &book, message)?.addressees {
                let left_behind = receipt.letter_at.is_none_or(|at| now.duration_since(at) >= LEFT_BEHIND);
                let again = match receipt.letter {
                    Letter::None => receipt.read_at.is_none(),
                    Letter::Failed => true,
                    Letter::Waiting => left_behind,
                    Letter::Sent => false,
                };
                if again && !person.email.is_empty() {
                    cx.tx.note_letter(cx.programme, id, person.id, Letter::Waiting, now)?;
                }
            }
            Ok(())
        })
        .await?;
        self.post_letters(programme, id, site);
        Ok(())
    }

    /// Sends the letters that wait, one after the other, behind everybody's back.
    fn post_letters(&self, programme: ProgrammeId, id: MessageId, site: &str) {
        let Some(mail) = self.mail.clone() else { return };
        let (app, site) = (self.clone(), site.to_owned());
        tokio::spawn(async move {
            if let Err(error) = app.send_letters(&mail, programme, id, &site).await {
                tracing::error!(%error, message = %id, "letters of a message");
            }
        });
    }

    async fn send_letters(&self, mail: &Arc<Mail>, programme: ProgrammeId, id: MessageId, site: &str) -> Result<(), Error> {
        let (book, sent) = self
            .look(programme, move |cx| {
                let book = cx.book()?;
                let message = cx.tx.message(cx.programme, id)?.ok_or(Refusal::NotFound)?;
                Ok((book.clone(), with_addressees(cx, &book, message)?))
            })
            .await?;
        let waiting = sent.addressees.iter().filter(|a| a.receipt.letter == Letter::Waiting);
        let mut round = Round::new(mail.clone());
        for addressee in waiting {
            let person = addressee.person.id;
            let letter = letter(&book, &sent, &addressee.person, site);
            let became = match round.send(letter, format!("{}-{id}-{person}", book.identity.key)).await {
                Ok(()) => Letter::Sent,
                Err(error) => {
                    tracing::warn!(%error, message = %id, %person, "a letter was not taken");
                    Letter::Failed
                }
            };
            self.act(programme, move |cx| {
                let now = cx.now();
                Ok(cx.tx.note_letter(cx.programme, id, person, became, now)?)
            })
            .await?;
        }
        Ok(())
    }
}

/// The letter that carries a message to somebody, in their language; what was written stays as it was written.
fn letter(book: &Book, sent: &Sent, person: &Person, site: &str) -> mail::Letter {
    let lang = Lang::parse(&person.language).or_else(|| Lang::parse(&book.identity.language)).unwrap_or_default();
    let Draft { subject, text, .. } = &sent.message.draft;
    let address = format!("{site}/p/{}/messages/{}", book.identity.key, sent.message.id.0);
    let facts = [
        ("name", person.name.as_str().into()),
        ("programme", book.identity.name.as_str().into()),
        ("subject", subject.as_str().into()),
        ("text", text.as_str().into()),
        ("author", sent.author.as_str().into()),
        ("link", address.as_str().into()),
    ];
    mail::Letter {
        to: person.email.clone(),
        subject: text::tr(lang, "mail-message-subject", &facts),
        text: text::tr(lang, "mail-message", &facts),
    }
}
