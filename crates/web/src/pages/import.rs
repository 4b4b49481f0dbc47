//! A table from a spreadsheet, brought in: what it holds, the file, what it would do, and yes. Between the preview
//! and the yes the page itself carries the rows: nothing is kept on the server for somebody who changes their mind.

use crate::Web;
use crate::failure::render;
use crate::form;
use crate::guard::MAX_BODY;
use crate::page::Shell;
use crate::pages::figure::Asked;
use crate::read::{FormWithFile, Query};
use crate::visit::{At, Desk};
use crate::work::{File, Product};
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::fund_report::Days;
use app::import::{self, Kind, Mode, Report, Row, Verdict};
use app::tables::{self, Format};
use app::{App, Error};
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/p/{programme}/import", get(show).post(send))
        .route("/p/{programme}/import/{file}", get(template))
        .route("/p/{programme}/export/{file}", get(export))
}

/// The most that a page carries from the preview to the yes, bytes: the form around it must fit in a request too.
const MAX_CARRIED: usize = MAX_BODY - 512 * 1024;

/// How many rows of each sort are shown.
const SHOWN: usize = 200;

/// The kinds somebody may bring in.
pub(crate) fn kinds(desk: &Desk) -> Vec<Kind> {
    Kind::ALL.into_iter().filter(|kind| import::may(&desk.book, desk.actor(), *kind)).collect()
}

/// A row that is refused.
struct Bad {
    /// « Ligne 3, colonne « Jour » ».
    place: String,
    text: String,
    message: String,
    next: String,
}

/// What came of a table, or would.
struct Answer {
    kind: &'static str,
    /// It was only looked at: the rows, to send again with a yes.
    carried: Option<String>,
    kept: bool,
    good: u64,
    already: u64,
    refused: u64,
    bad: Vec<Bad>,
    deeds: Vec<(String, String)>,
    unknown: String,
}

impl Answer {
    /// Refused rows that are not shown.
    fn more_bad(&self) -> u64 {
        self.refused - self.bad.len() as u64
    }

    /// Good rows that are not shown.
    fn more_good(&self) -> u64 {
        self.good - self.deeds.len() as u64
    }
}

#[derive(Template)]
#[template(path = "import/import.html")]
struct ImportPage {
    s: Shell,
    kinds: Vec<&'static str>,
    chosen: String,
    answer: Option<Answer>,
}

fn page(desk: &Desk, s: Shell, chosen: &str, answer: Option<Answer>) -> Response {
    let kinds: Vec<_> = kinds(desk).into_iter().map(Kind::key).collect();
    if kinds.is_empty() {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    render(&ImportPage { s, kinds, chosen: chosen.to_owned(), answer })
}

/// `?kind=vendors`: chosen before, on another page.
#[derive(Deserialize, Default)]
struct Chosen {
    #[serde(default)]
    kind: String,
}

async fn show(desk: Desk, Query(chosen): Query<Chosen>) -> Response {
    page(&desk, desk.shell("import-title"), &chosen.kind, None)
}

#[derive(Deserialize, Default)]
struct ImportForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    kind: String,
    /// The rows of the preview.
    #[serde(default)]
    rows: String,
    #[serde(default)]
    if_bad: String,
}

impl ImportForm {
    /// The rows, from the file or from the preview, and what becomes of them.
    fn asked(&self, file: &[u8]) -> Result<(Kind, Vec<Row>, Mode), Refusal> {
        let kind = Kind::parse(&self.kind).ok_or(Refusal::Nothing)?;
        if !self.rows.is_empty() {
            let rows: Vec<(u64, Vec<String>)> = serde_json::from_str(&self.rows).map_err(|_| Refusal::NotATable)?;
            let mode = if self.if_bad == "none" { Mode::AllOrNone } else { Mode::KeepGood };
            return Ok((kind, rows.into_iter().map(|(line, cells)| Row { line, cells }).collect(), mode));
        }
        if file.is_empty() {
            return Err(Refusal::NotATable);
        }
        Ok((kind, import::read(file)?, Mode::Preview))
    }
}

async fn send(desk: Desk, sent: FormWithFile<ImportForm>) -> Response {
    let mut s = desk.shell("import-title");
    let answer = apply(&desk, &sent).await;
    let form = sent.fields;
    answer.unwrap_or_else(|error| {
        let status = s.say_no(&error, &*desk.book, &form.id);
        status.with(page(&desk, s, &form.kind, None))
    })
}

async fn apply(desk: &Desk, sent: &FormWithFile<ImportForm>) -> Result<Response, Error> {
    if let Some(problem) = &sent.problem {
        return Err(problem.clone().into());
    }
    let (kind, rows, mode) = sent.fields.asked(&sent.file)?;
    let carried: Vec<(u64, &[String])> = rows.iter().map(|row| (row.line, row.cells.as_slice())).collect();
    let carried = serde_json::to_string(&carried).map_err(|e| app::Fault::Other(e.to_string()))?;
    if carried.len() > MAX_CARRIED {
        return Err(Refusal::FileTooLarge { megabytes: MAX_CARRIED as u64 / 1024 / 1024 }.into());
    }
    let (actor, lang) = (desk.actor(), desk.lang());
    let (programme, key) = (desk.programme(), desk.book.identity.key.clone());
    let bring_in = move |app: App| async move {
        let report = app.act(programme, move |cx| import::run(cx, actor, lang, kind, &rows, mode)).await?;
        // The book as it is now: what was added has its name.
        Ok((report, app.programme(&key).await?))
    };
    let leave = move |(report, book): (Report, Arc<Book>)| {
        Product::page(move |desk| {
            let carried = (mode == Mode::Preview).then(|| carried.clone());
            page(desk, desk.shell("import-title"), kind.key(), Some(answer(desk, &book, &report, carried)))
        })
    };
    desk.long(("work-import", "/import"), bring_in, leave).await
}

fn answer(desk: &Desk, book: &Book, report: &Report, carried: Option<String>) -> Answer {
    let (lang, s) = (desk.lang(), desk.shell("import-title"));
    let mut bad = Vec::new();
    let mut deeds = Vec::new();
    for line in &report.lines {
        match &line.verdict {
            Verdict::Bad { column, refusal } if bad.len() < SHOWN => {
                let said = text::refusal(lang, refusal, book);
                let column = s.label("import-column", column);
                let place = s.ww("import-where", "line", line.line.to_string(), "column", column);
                bad.push(Bad { place, text: line.text.clone(), message: said.message, next: said.next });
            }
            Verdict::Good(deed) if deeds.len() < SHOWN => {
                deeds.push((s.w("import-line", "line", line.line.to_string()), import::say(lang, book, deed)));
            }
            _ => {}
        }
    }
    Answer {
        kind: report.kind.key(),
        carried,
        kept: report.kept,
        good: report.good(),
        already: report.already(),
        refused: report.bad(),
        bad,
        deeds,
        unknown: text::list(lang, &report.unknown),
    }
}

/// `vendors.csv`: a name of ours, and a format.
fn file_name(file: &str) -> Option<(&str, Format)> {
    let (name, ending) = file.rsplit_once('.')?;
    Some((name, Format::parse(ending)?))
}

fn download(desk: &Desk, name: &str, format: Format, made: Result<Vec<u8>, Error>) -> Response {
    match made {
        Ok(bytes) => {
            let disposition = format!("attachment; filename=\"{}-{name}.{}\"", desk.book.identity.key, format.key());
            let kind = format.media_type().to_owned();
            ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
        }
        Err(error) => desk.failure(&error),
    }
}

async fn template(desk: Desk, At((_, file)): At<(String, String)>) -> Response {
    let found = file_name(&file).and_then(|(name, format)| Some((Kind::parse(name)?, format)));
    let Some((kind, format)) = found else { return desk.failure(&Refusal::UnknownAddress.into()) };
    if !import::may(&desk.book, desk.actor(), kind) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let today = desk.book.day_of(desk.app().now());
    let table = import::template(&desk.book, desk.lang(), kind, today);
    download(&desk, kind.key(), format, tables::write(&table, desk.lang(), format))
}

async fn export(desk: Desk, At((_, file)): At<(String, String)>, Query(asked): Query<Asked>) -> Response {
    let found = file_name(&file).and_then(|(name, format)| Some((tables::Name::parse(name)?, format)));
    let Some((name, format)) = found else { return desk.failure(&Refusal::UnknownAddress.into()) };
    let (actor, lang) = (desk.actor(), desk.lang());
    let figure = if name == tables::Name::Figure { asked.read().map(Some) } else { Ok(None) };
    let days = if name == tables::Name::FundReport { super::fund_report::days(&asked.period) } else { Ok(Days::default()) };
    let about = match figure.and_then(|figure| Ok((figure, days?))) {
        Ok((figure, days)) => tables::About { of: form::number(&asked.of), figure, days },
        Err(refusal) => return desk.failure(&refusal.into()),
    };
    let programme = desk.programme();
    let make = move |app: App| async move {
        app.look(programme, move |cx| {
            let table = tables::table(cx, actor, lang, name, &about)?;
            tables::write(&table, lang, format)
        })
        .await
    };
    let file = format!("{}-{}.{}", desk.book.identity.key, name.key(), format.key());
    let leave = move |bytes| Product::File(File { name: file, kind: format.media_type(), bytes });
    desk.long(("work-export", ""), make, leave).await.unwrap_or_else(|error| desk.failure(&error))
}
