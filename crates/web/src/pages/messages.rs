//! Messages to the programme's people: written and withdrawn by the coordination, read by whom they are for, printed
//! for a notice board.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Desk};
use app::Error;
use app::Letter;
use app::domain::ids::{MessageId, PlaceId};
use app::domain::message::{Draft, LONGEST_SUBJECT, LONGEST_TEXT, Message, To};
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::message::{self, Received, Sent};
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;
use text::{Lang, Names};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/messages", get(list).post(change)).route("/p/{programme}/messages/{id}", get(show))
}

/// A message, as it is read.
pub(crate) struct Note {
    pub(crate) id: u32,
    pub(crate) subject: String,
    pub(crate) text: String,
    /// Who wrote it and when.
    pub(crate) signature: String,
    /// Until when it is shown; empty until it is withdrawn.
    pub(crate) until: String,
    pub(crate) to: String,
    pub(crate) is_read: bool,
    pub(crate) withdrawn: bool,
    pub(crate) is_live: bool,
}

/// Whom a message is for, in words.
fn whom(lang: Lang, book: &Book, to: To) -> String {
    match to {
        To::Partner(id) => Names::partner(book, id),
        To::Vendor(id) => Names::vendor(book, id),
        To::Place(id) => text::tr(lang, "message-to-place-named", &[("place", Names::place(book, id).into())]),
        group => text::key_label(lang, "message-to", &group.to_string()),
    }
}

impl Note {
    fn of(desk: &Desk, s: &Shell, message: &Message, author: &str, is_read: bool) -> Self {
        let Draft { to, subject, text, until } = &message.draft;
        let author = if author.is_empty() { s.t("message-author-none") } else { author.to_owned() };
        Self {
            id: message.id.0,
            subject: subject.clone(),
            text: text.clone(),
            signature: s.ww("message-signature", "author", author, "at", s.at(&message.written_at)),
            until: until.as_ref().map_or_else(String::new, |day| s.w("message-until", "day", s.date(day))),
            to: s.w("message-for", "to", whom(desk.lang(), &desk.book, *to)),
            is_read,
            withdrawn: message.withdrawn_at.is_some(),
            is_live: message.is_live(desk.book.day_of(desk.app().now())),
        }
    }

    /// As whom it is for receives it.
    pub(crate) fn received(desk: &Desk, s: &Shell, one: &Received) -> Self {
        Self::of(desk, s, &one.message, &one.author, one.is_read)
    }
}

/// What became of a message, for whoever answers for it.
struct Follow {
    /// How many read it, of how many.
    read: String,
    /// Those who did not, by name, each with why no letter reached them.
    unread: Vec<(String, Option<String>)>,
    /// Those who did, with when.
    readers: Vec<(String, String)>,
    /// What became of the letters; empty when none is sent here.
    letters: String,
    /// Whether some did not leave and could now.
    again: bool,
}

impl Follow {
    fn of(desk: &Desk, s: &Shell, sent: &Sent) -> Self {
        let has_mail = desk.app().mail.is_some();
        let why = |letter: Letter, has_address: bool| match (has_mail, letter, has_address) {
            (true, Letter::Failed, _) => Some(s.t("message-letter-failed")),
            (true, Letter::Waiting, _) => Some(s.t("message-letter-waiting")),
            (true, Letter::None, false) => Some(s.t("message-no-address")),
            _ => None,
        };
        let mut follow = Self {
            read: s.nw("message-read-by", &sent.read(), "of", s.number(&(sent.addressees.len() as u64))),
            unread: Vec::new(),
            readers: Vec::new(),
            letters: String::new(),
            again: false,
        };
        for one in &sent.addressees {
            let name = one.person.name.clone();
            match one.receipt.read_at {
                Some(at) => follow.readers.push((name, s.at(&at))),
                None => follow.unread.push((name, why(one.receipt.letter, !one.person.email.is_empty()))),
            }
        }
        if has_mail {
            let [gone, failed, waiting] = [Letter::Sent, Letter::Failed, Letter::Waiting].map(|letter| sent.letters(letter));
            let nowhere = (sent.addressees.len() as u64).saturating_sub(gone + failed + waiting);
            let parts = [
                ("message-letters", gone),
                ("message-waiting", waiting),
                ("message-failed", failed),
                ("message-nowhere", nowhere),
            ];
            let told = parts.iter().filter(|(key, count)| *count > 0 || *key == "message-letters");
            follow.letters = told.map(|(key, count)| s.n(key, count)).collect::<Vec<_>>().join(" ");
            let late = sent.letters(Letter::Failed) + sent.letters(Letter::Waiting);
            follow.again = late > 0 && sent.message.is_live(desk.book.day_of(desk.app().now()));
        }
        follow
    }
}

/// Choices under one heading; the groups have none.
struct Choices {
    name: String,
    choices: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "message/messages.html")]
struct MessagesPage {
    s: Shell,
    /// Written to whoever looks.
    own: Vec<Note>,
    /// Everything that was written, for those who look after the programme's people.
    all: Option<Vec<(Note, Follow)>>,
    may_write: bool,
    has_mail: bool,
    whom: Vec<Choices>,
    longest_subject: usize,
    longest_text: usize,
    form: MessageForm,
}

#[derive(Template)]
#[template(path = "message/message.html")]
struct MessagePage {
    s: Shell,
    note: Note,
    is_own: bool,
    may_write: bool,
    follow: Option<Follow>,
    /// The programme and whoever answers for it, for paper.
    programme: String,
    carrier: String,
}

#[derive(Deserialize, Default, Clone)]
struct MessageForm {
    #[serde(default)]
    id: String,
    /// Empty to write; `read`, `withdraw` or `again`.
    #[serde(default)]
    act: String,
    #[serde(default)]
    message: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    subject: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    until: String,
    /// `home` when it was sent from there.
    #[serde(default)]
    from: String,
}

/// What an address asks to begin with.
#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    done: String,
    #[serde(default)]
    to: String,
    /// A place that is closed on a day, to be told about.
    #[serde(default)]
    place: String,
    #[serde(default)]
    on: String,
}

/// The form about a closed day, its words ready; an empty one when the day is not closed.
fn begin(desk: &Desk, asked: &Asked) -> MessageForm {
    let (lang, book) = (desk.lang(), &*desk.book);
    let to = To::parse(&asked.to).map_or_else(String::new, |to| to.to_string());
    let place = form::number(&asked.place).and_then(|id| book.place(PlaceId(id)));
    let closure = place.zip(form::day(&asked.on).ok()).and_then(|(place, on)| place.closure(on).map(|c| (place, c)));
    let Some((place, closure)) = closure else { return MessageForm { to, ..MessageForm::default() } };
    let facts = [
        ("place", place.name.as_str().into()),
        ("day", text::date_full(lang, closure.on).into()),
        ("why", text::label(lang, &closure.why).to_lowercase().into()),
    ];
    MessageForm {
        to,
        subject: text::tr(lang, "message-closed-subject", &facts),
        text: text::tr(lang, "message-closed-text", &facts),
        until: closure.on.to_string(),
        ..MessageForm::default()
    }
}

fn choices(lang: Lang, book: &Book) -> Vec<Choices> {
    let group = |name: &str, choices: Vec<(To, String)>| Choices {
        name: if name.is_empty() { String::new() } else { text::t(lang, name) },
        choices: choices.into_iter().map(|(to, words)| (to.to_string(), words)).collect(),
    };
    let groups = To::GROUPS.into_iter().map(|to| (to, whom(lang, book, to))).collect();
    vec![
        group("", groups),
        group("nav-places", book.places.iter().map(|p| (To::Place(p.id), p.name.clone())).collect()),
        group("nav-partners", book.partners.iter().map(|p| (To::Partner(p.id), p.name.clone())).collect()),
        group("nav-vendors", book.vendors.iter().map(|v| (To::Vendor(v.id), v.name.clone())).collect()),
    ]
}

async fn page(desk: &Desk, s: Shell, form: MessageForm) -> Response {
    let (actor, sees_all) = (desk.actor(), desk.may(Action::SeePeople));
    let found = desk
        .app()
        .look(desk.programme(), move |cx| {
            let all = if sees_all { Some(message::sent(cx, actor)?) } else { None };
            Ok((message::received(cx, actor)?, all))
        })
        .await;
    let (own, all) = match found {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let note = |sent: &Sent| (Note::of(desk, &s, &sent.message, &sent.author, true), Follow::of(desk, &s, sent));
    render(&MessagesPage {
        own: own.iter().map(|one| Note::received(desk, &s, one)).collect(),
        all: all.map(|all| all.iter().map(note).collect()),
        may_write: desk.may(Action::Write),
        has_mail: desk.app().mail.is_some(),
        whom: choices(desk.lang(), &desk.book),
        longest_subject: LONGEST_SUBJECT,
        longest_text: LONGEST_TEXT,
        form,
        s,
    })
}

async fn list(desk: Desk, Query(asked): Query<Asked>) -> Response {
    let mut s = desk.shell("nav-messages");
    s.done = Done { done: asked.done.clone() }.message(desk.lang());
    let form = begin(&desk, &asked);
    page(&desk, s, form).await
}

async fn show(desk: Desk, At((_, id)): At<(String, u32)>, Query(was): Query<Done>) -> Response {
    let actor = desk.actor();
    let found = desk.app().look(desk.programme(), move |cx| message::find(cx, actor, MessageId(id))).await;
    let shown = match found {
        Ok(shown) => shown,
        Err(error) => return desk.failure(&error),
    };
    let mut s = desk.shell("nav-messages");
    s.done = was.message(desk.lang());
    let note = Note::received(&desk, &s, &shown.received);
    s.title.clone_from(&note.subject);
    render(&MessagePage {
        follow: shown.sent.as_ref().map(|sent| Follow::of(&desk, &s, sent)),
        is_own: shown.is_own,
        may_write: desk.may(Action::Write),
        programme: desk.book.identity.name.clone(),
        carrier: desk.book.identity.carrier.clone(),
        note,
        s,
    })
}

async fn change(desk: Desk, Form(form): Form<MessageForm>) -> Response {
    let base = format!("/p/{}", desk.book.identity.key);
    match apply(&desk, &form).await {
        Ok((to, message)) => done(&format!("{base}{to}"), message),
        Err(error) => {
            let mut s = desk.shell("nav-messages");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form).await)
        }
    }
}

/// Does it; where to go then, and what to say there.
async fn apply(desk: &Desk, form: &MessageForm) -> Result<(String, &'static str), Error> {
    let (app, programme, actor) = (desk.app(), desk.programme(), desk.actor());
    let id = || form::number(&form.message).map(MessageId).ok_or(Refusal::NotFound);
    let itself = |id: MessageId| format!("/messages/{}", id.0);
    match form.act.as_str() {
        "read" => {
            let id = id()?;
            app.act(programme, move |cx| message::read(cx, actor, id)).await?;
            Ok((if form.from == "home" { String::new() } else { itself(id) }, "done-message-read"))
        }
        "withdraw" => {
            let id = id()?;
            app.act(programme, move |cx| message::withdraw(cx, actor, id)).await?;
            Ok((itself(id), "done-message-withdrawn"))
        }
        "again" => {
            let id = id()?;
            app.resend_message(programme, actor, id, &desk.visit.site).await?;
            Ok((itself(id), "done-message-again"))
        }
        _ => {
            let until = if form.until.trim().is_empty() { None } else { Some(form::day(&form.until)?) };
            let to = To::parse(&form.to).ok_or(Refusal::Nothing)?;
            let draft = Draft { to, subject: form.subject.clone(), text: form.text.clone(), until };
            let id = app.write_message(programme, form::request(desk, &form.id), draft, &desk.visit.site).await?;
            let said = if app.mail.is_some() { "done-message-posted" } else { "done-message-written" };
            Ok((itself(id), said))
        }
    }
}
