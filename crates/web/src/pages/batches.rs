//! Batches: issue, see, print.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Desk};
use crate::work::{File, Product};
use app::domain::ids::{BatchId, ClassId};
use app::domain::refusal::Refusal;
use app::people;
use app::permit::Action;
use app::{App, Error, batch, paper};
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/p/{programme}/batches", get(list).post(change))
        .route("/p/{programme}/batches/{id}/coupons.pdf", get(sheets))
        .route("/p/{programme}/batches/{id}/stubs.pdf", get(stubs))
        .route("/p/{programme}/batches/{id}/coupons.csv", get(csv))
}

struct Row {
    number: String,
    letter: String,
    /// The colour printed on its coupons.
    colour: String,
    class: String,
    count: u64,
    booklet: u64,
    value: String,
    asked: Option<AskedVoid>,
}

/// A request to cancel the batch.
struct AskedVoid {
    reason: String,
    by: String,
    may_confirm: bool,
    is_own: bool,
}

#[derive(Template)]
#[template(path = "batch/batches.html")]
struct BatchesPage {
    s: Shell,
    rows: Vec<Row>,
    classes: Vec<(u8, String)>,
    may_issue: bool,
    may_second: bool,
    form: IssueForm,
}

#[derive(Deserialize, Default, Clone)]
struct IssueForm {
    #[serde(default)]
    id: String,
    /// Empty to print; `ask_void`, `confirm_void` or `drop_void`.
    #[serde(default)]
    act: String,
    #[serde(default)]
    batch: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    class: String,
    #[serde(default)]
    count: String,
    #[serde(default)]
    booklet: String,
}

async fn page(desk: &Desk, mut s: Shell, form: IssueForm) -> Response {
    let actor = desk.actor();
    let found = desk
        .app()
        .look(desk.programme(), move |cx| {
            let voids = batch::voids_asked(cx, actor)?;
            let mut asked = Vec::with_capacity(voids.len());
            for void in voids {
                let by = people::name_of(cx, void.asked_by)?;
                asked.push((void, by));
            }
            Ok((batch::list(cx, actor)?, asked))
        })
        .await;
    let (batches, asked) = match found {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let may_second = desk.may(Action::Second);
    let rows = batches
        .into_iter()
        .rev()
        .map(|batch| {
            let class = desk.book.class(batch.class);
            let value = class.map(|c| s.amount(&(c.face.minor * i64::from(batch.count)), &c.face.unit));
            Row {
                number: batch.id.0.to_string(),
                letter: class.map_or('?', |c| c.letter).to_string(),
                colour: class.map_or_else(String::new, |c| c.colour.clone()),
                class: class.map_or_else(String::new, |c| c.name.clone()),
                count: u64::from(batch.count),
                booklet: u64::from(batch.booklet),
                value: value.unwrap_or_default(),
                asked: asked.iter().find(|(void, _)| void.batch == batch.id).map(|(void, by)| {
                    let is_own = void.asked_by == actor;
                    AskedVoid { reason: void.reason.clone(), by: by.clone(), may_confirm: may_second && !is_own, is_own }
                }),
            }
        })
        .collect();
    let classes = desk
        .book
        .classes
        .iter()
        .map(|c| (c.id.0, format!("{} · {} · {}", c.letter, c.name, s.amount(&c.face.minor, &c.face.unit))))
        .collect();
    s.title = s.t("nav-batches");
    render(&BatchesPage { s, rows, classes, may_issue: desk.may(Action::RunSeason), may_second, form })
}

async fn list(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("nav-batches");
    s.done = was.message(desk.lang());
    page(&desk, s, IssueForm::default()).await
}

async fn change(desk: Desk, Form(form): Form<IssueForm>) -> Response {
    let result = if form.act.is_empty() { issue(&desk, &form).await } else { void(&desk, &form).await };
    match result {
        Ok(message) => done(&format!("/p/{}/batches", desk.book.identity.key), message),
        Err(error) => {
            let mut s = desk.shell("nav-batches");
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, form).await)
        }
    }
}

/// Cancelling a batch, one step of it.
async fn void(desk: &Desk, form: &IssueForm) -> Result<&'static str, Error> {
    let request = form::request(desk, &form.id);
    let id = form::number(&form.batch).map(BatchId).ok_or_else(|| Refusal::UnknownBatch { batch: form.batch.clone() })?;
    let (app, programme, reason) = (desk.app(), desk.programme(), form.reason.trim().to_owned());
    match form.act.as_str() {
        "confirm_void" => {
            app.act(programme, move |cx| batch::confirm_void(cx, request, id)).await?;
            Ok("done-void-confirmed")
        }
        "drop_void" => {
            app.act(programme, move |cx| batch::drop_void(cx, request, id)).await?;
            Ok("done-void-dropped")
        }
        _ => {
            app.act(programme, move |cx| batch::ask_void(cx, request, id, &reason)).await?;
            Ok("done-void-asked")
        }
    }
}

async fn issue(desk: &Desk, form: &IssueForm) -> Result<&'static str, Error> {
    let request = form::request(desk, &form.id);
    let asked = (|| -> Result<(ClassId, u32, u32), Refusal> {
        let class = form.class.trim().parse().map_err(|_| Refusal::UnknownClass { class: form.class.clone() })?;
        let count = form.count.trim().replace([' ', '\u{a0}'], "").parse().map_err(|_| Refusal::Nothing)?;
        let booklet = form.booklet.trim().parse().unwrap_or(1);
        Ok((ClassId(class), count, booklet))
    })();
    let (class, count, booklet) = asked?;
    desk.app().act(desk.programme(), move |cx| batch::issue(cx, request, class, count, booklet)).await?;
    Ok("done-issued")
}

async fn sheets(desk: Desk, At((_, id)): At<(String, u32)>, Query(how): Query<How>) -> Response {
    let (actor, lang) = (desk.actor(), desk.lang());
    let printable = desk.app().look(desk.programme(), move |cx| batch::printable(cx, actor, BatchId(id))).await;
    match printable.and_then(|p| paper::design_of(&p, lang).map_err(Error::Refused)) {
        Ok(_) => {
            let kind = ("coupons.pdf", "application/pdf");
            file(&desk, id, &how, kind, |printable, lang, out| paper::sheets(printable, lang, out)).await
        }
        Err(error) => desk.failure(&error),
    }
}

async fn stubs(desk: Desk, At((_, id)): At<(String, u32)>, Query(how): Query<How>) -> Response {
    let kind = ("registre.pdf", "application/pdf");
    file(&desk, id, &how, kind, |printable, lang, out| paper::stubs(printable, lang, out)).await
}

async fn csv(desk: Desk, At((_, id)): At<(String, u32)>, Query(how): Query<How>) -> Response {
    let kind = ("coupons.csv", "text/csv; charset=utf-8");
    file(&desk, id, &how, kind, |printable, _, out| paper::csv(printable, out)).await
}

/// How a file is wanted.
#[derive(Deserialize, Default)]
struct How {
    /// `1` for somebody who waits: prepared on a page that says how far it is. Empty for a program.
    #[serde(default)]
    prepare: String,
}

/// The largest batch that is prepared in memory for somebody who waits, coupons: some 90 MB of PDF.
const MOST_PREPARED: u32 = 50_000;

/// A file made from a batch.
async fn file<F>(desk: &Desk, id: u32, how: &How, (name, kind): (&str, &'static str), write: F) -> Response
where
    F: FnOnce(&batch::Printable, text::Lang, &mut dyn std::io::Write) -> Result<(), Error> + Send + 'static,
{
    let (actor, lang, programme) = (desk.actor(), desk.lang(), desk.programme());
    let printable = match desk.app().look(programme, move |cx| batch::printable(cx, actor, BatchId(id))).await {
        Ok(printable) => printable,
        Err(error) => return desk.failure(&error),
    };
    let name = format!("lot-{id}-{name}");
    if how.prepare != "1" || printable.batch.count > MOST_PREPARED {
        return stream(&name, kind, move |out| write(&printable, lang, out));
    }
    let make = move |app: App| async move {
        let watched = app.look(programme, move |cx| batch::printable(cx, actor, BatchId(id))).await?;
        let written = tokio::task::spawn_blocking(move || {
            let mut bytes = Vec::new();
            write(&watched, lang, &mut bytes).map(|()| bytes)
        });
        written.await.unwrap_or_else(|broken| Err(app::Fault::Other(broken.to_string()).into()))
    };
    let leave = move |bytes| Product::File(File { name, kind, bytes });
    desk.long(("work-print", "/batches"), make, leave).await.unwrap_or_else(|error| desk.failure(&error))
}

/// A file, streamed as it is written: however large, it is never held whole.
fn stream(
    name: &str,
    kind: &'static str,
    write: impl FnOnce(&mut dyn std::io::Write) -> Result<(), Error> + Send + 'static,
) -> Response {
    let (sender, receiver) = tokio::sync::mpsc::channel::<Vec<u8>>(8);
    tokio::task::spawn_blocking(move || {
        let mut out = std::io::BufWriter::with_capacity(64 * 1024, Channel(sender));
        let result = write(&mut out)
            .and_then(|()| std::io::Write::flush(&mut out).map_err(|e| Error::Fault(app::Fault::Other(e.to_string()))));
        if let Err(error) = result {
            // The browser sees a file cut short, never a complete one that is wrong.
            tracing::warn!(%error, "a file was cut short");
        }
    });
    let body = axum::body::Body::from_stream(futures_of(receiver));
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], body).into_response()
}

struct Channel(tokio::sync::mpsc::Sender<Vec<u8>>);

impl std::io::Write for Channel {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.blocking_send(bytes.to_vec()).map_err(|_| std::io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn futures_of(
    receiver: tokio::sync::mpsc::Receiver<Vec<u8>>,
) -> impl futures_core::Stream<Item = Result<Vec<u8>, std::convert::Infallible>> {
    tokio_stream::StreamExt::map(tokio_stream::wrappers::ReceiverStream::new(receiver), Ok)
}
