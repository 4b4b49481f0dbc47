//! Opening a programme: the network brings its file, looks at what it says, and names who coordinates it.

use crate::Web;
use crate::failure::{Nobody, render};
use crate::page::Shell;
use crate::pages::people;
use crate::read::FormWithFile;
use crate::visit::Owner;
use app::Error;
use app::domain::amount::Unit;
use app::domain::ids::Actor;
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::opening::{Coordinator, may_open};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::SignedDuration;
use serde::Deserialize;
use std::sync::Arc;
use text::Lang;
use uuid::Uuid;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/open", get(show).post(send))
}

/// How long the coordinator's link is good.
const LASTS: SignedDuration = SignedDuration::from_hours(24 * 14);

/// The documentation of the file, whose example is a good one.
const DOCUMENTATION: [(Lang, &str); 2] =
    [(Lang::Fr, include_str!("../../../../docs/programme.fr.md")), (Lang::En, include_str!("../../../../docs/programme.md"))];

/// A complete programme to change line by line.
fn example(lang: Lang) -> &'static str {
    let (_, documentation) = DOCUMENTATION.iter().find(|(l, _)| *l == lang).unwrap_or(&DOCUMENTATION[0]);
    documentation.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap_or_default()
}

#[derive(Template)]
#[template(path = "programme/open.html")]
struct OpenPage {
    s: Shell,
    form: OpenForm,
    /// The text was sent rather than a file, so that it is shown.
    typed: bool,
    /// What the file says, when it is good.
    found: Option<Found>,
}

/// What a file says.
struct Found {
    book: Book,
    starts: String,
    ends: String,
    last_claim: String,
    /// Each class and what its coupon is worth.
    classes: Vec<(String, String)>,
    /// What else it names: funds, places, organisations, merchants.
    lists: Vec<(String, Vec<String>)>,
}

#[derive(Deserialize, Default, Clone)]
struct OpenForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    act: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    language: String,
}

fn shell(owner: &Owner) -> Shell {
    let mut s = owner.visit.shell("open-title");
    s.once = owner.visit.app().surroundings.uuid().to_string();
    s
}

async fn show(owner: Owner) -> Response {
    let actor = Actor::Person(owner.signed.person.id);
    if !may_open(owner.signed.roles.iter().map(|(book, _)| book), actor) {
        return owner.visit.failure(&Refusal::NotPermitted.into());
    }
    let form = OpenForm { text: example(owner.visit.lang).to_owned(), ..OpenForm::default() };
    render(&OpenPage { s: shell(&owner), form, typed: false, found: None })
}

async fn send(owner: Owner, sent: FormWithFile<OpenForm>) -> Response {
    let mut form = sent.fields.clone();
    let typed = sent.file.is_empty();
    if !typed {
        form.text = String::from_utf8_lossy(&sent.file).into_owned();
    }
    match apply(&owner, &sent, &form).await {
        Ok(Came::Opened(response)) => response,
        Ok(Came::Found(found)) => render(&OpenPage { s: shell(&owner), form, typed, found: Some(*found) }),
        Err(error) => {
            let mut s = shell(&owner);
            let status = s.say_no(&error, &Nobody, &form.id);
            status.with(render(&OpenPage { s, form, typed, found: None }))
        }
    }
}

enum Came {
    Found(Box<Found>),
    Opened(Response),
}

async fn apply(owner: &Owner, sent: &FormWithFile<OpenForm>, form: &OpenForm) -> Result<Came, Error> {
    if let Some(problem) = &sent.problem {
        return Err(problem.clone().into());
    }
    let app = owner.visit.app();
    let person = owner.signed.person.id;
    // The file as it came, so that what is wrong with its letters is said where it is.
    let bytes = if sent.file.is_empty() { form.text.clone().into_bytes() } else { sent.file.clone() };
    if form.act != "open" {
        let (_, book) = app.read_opening(Actor::Person(person), bytes).await?;
        return Ok(Came::Found(Box::new(found(&shell(owner), book))));
    }
    let file = app::programme_file::ProgrammeFile::read(&bytes)?;
    let language = Lang::parse(&form.language).unwrap_or(owner.visit.lang).short().to_owned();
    let coordinator = Coordinator { name: form.name.clone(), email: form.email.clone(), language, lasts: LASTS };
    let request = Uuid::parse_str(form.id.trim()).unwrap_or_else(|_| app.surroundings.uuid());
    let (book, coordinator, link) = app.open_for(person, request, file, coordinator).await?;
    let s = owner.visit.shell("card-title");
    let back = (format!("/p/{}", book.identity.key), book.identity.name.clone());
    Ok(Came::Opened(match link {
        Some(link) => people::card(&owner.visit, &book, s, coordinator, &link, back).await,
        // They come in as they always do.
        None => axum::response::IntoResponse::into_response(axum::response::Redirect::to(&back.0)),
    }))
}

fn found(s: &Shell, book: Book) -> Found {
    let worth = |unit: Unit, minor: i64| {
        let name =
            if unit == Unit::CAD { "CAD" } else { book.units.get(usize::from(unit.0) - 1).map_or("?", |u| u.name.as_str()) };
        text::money(s.lang, minor, name)
    };
    let names = |title: &str, names: Vec<&String>| (s.t(title), names.into_iter().cloned().collect::<Vec<_>>());
    let lists = [
        names("nav-funds", book.funds.iter().map(|f| &f.name).collect()),
        names("nav-places", book.places.iter().map(|p| &p.name).collect()),
        names("nav-partners", book.partners.iter().map(|p| &p.name).collect()),
        names("nav-vendors", book.vendors.iter().map(|v| &v.name).collect()),
    ];
    Found {
        lists: lists.into_iter().filter(|(_, names)| !names.is_empty()).collect(),
        starts: s.date(&book.season.starts_on),
        ends: s.date(&book.season.ends_on),
        last_claim: s.date(&book.season.last_claim_on),
        classes: book.classes.iter().map(|c| (format!("{} · {}", c.letter, c.name), worth(c.face.unit, c.face.minor))).collect(),
        book,
    }
}
