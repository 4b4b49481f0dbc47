//! Work that may take more than a second: it is answered at once when it is quick, and otherwise followed on a page
//! that says how far it is and can stop it. Kept in memory, for whoever asked: a server that stops forgets it, and what
//! it did not commit never happened.

use crate::Web;
use crate::failure::render;
use crate::page::Shell;
use crate::visit::{At, Desk};
use app::domain::ids::{PersonId, ProgrammeId};
use app::domain::refusal::Refusal;
use app::progress::Progress;
use app::{App, Error, Fault};
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// How long an end is kept for whoever asked.
const KEPT: SignedDuration = SignedDuration::from_mins(10);
/// Pieces of work that one person may have running.
const MOST: usize = 3;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/work/{id}", get(show).post(stop)).route("/p/{programme}/work/{id}/file", get(take))
}

/// A file to take away.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) bytes: Vec<u8>,
}

impl File {
    /// As a browser saves it.
    pub(crate) fn answer(&self) -> Response {
        let disposition = format!("attachment; filename=\"{}\"", self.name);
        ([(header::CONTENT_TYPE, self.kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], self.bytes.clone())
            .into_response()
    }
}

/// What work makes for whoever asked.
pub(crate) enum Product {
    /// A page, made again each time it is looked at.
    Page(Box<dyn Fn(&Desk) -> Response + Send + Sync>),
    File(File),
}

impl Product {
    pub(crate) fn page(show: impl Fn(&Desk) -> Response + Send + Sync + 'static) -> Self {
        Self::Page(Box::new(show))
    }

    fn answer(&self, desk: &Desk) -> Response {
        match self {
            Self::Page(show) => show(desk),
            Self::File(file) => file.answer(),
        }
    }
}

/// What the work is, in words: `work-print`.
pub(crate) type Title = &'static str;

/// When work ended, and how; nothing while it runs.
type End = Option<(Timestamp, Result<Arc<Product>, Error>)>;

struct Work {
    owner: PersonId,
    programme: ProgrammeId,
    title: Title,
    /// Where it was asked for, within the programme.
    back: &'static str,
    progress: Arc<Progress>,
    begun: Timestamp,
    end: Mutex<End>,
}

impl Work {
    fn end(&self) -> MutexGuard<'_, End> {
        self.end.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Everybody's work.
#[derive(Default)]
pub(crate) struct Works(Mutex<BTreeMap<Uuid, Arc<Work>>>);

impl Works {
    fn all(&self) -> MutexGuard<'_, BTreeMap<Uuid, Arc<Work>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a piece of work in, and forgets old ones.
    fn add(&self, id: Uuid, work: Arc<Work>, now: Timestamp) -> Result<(), Refusal> {
        let mut all = self.all();
        all.retain(|_, work| work.end().as_ref().is_none_or(|(at, _)| now.duration_since(*at) < KEPT));
        if all.values().filter(|other| other.owner == work.owner && other.end().is_none()).count() >= MOST {
            return Err(Refusal::TooMuchWork { limit: MOST as u64 });
        }
        all.insert(id, work);
        Ok(())
    }

    /// A piece of work of whoever asks; anybody else's does not exist.
    fn of(&self, desk: &Desk, id: Uuid) -> Option<Arc<Work>> {
        let found = self.all().get(&id).cloned()?;
        (found.owner == desk.signed.person.id && found.programme == desk.programme()).then_some(found)
    }
}

impl Desk {
    /// Does work that may be long. What it leaves is the answer when it is quick; otherwise the answer leads to a page
    /// that follows it. A no that comes quickly is the caller's to say.
    pub(crate) async fn long<T, F>(
        &self,
        (title, back): (Title, &'static str),
        job: impl FnOnce(App) -> F,
        leave: impl FnOnce(T) -> Product + Send + 'static,
    ) -> Result<Response, Error>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Error>> + Send + 'static,
    {
        let (app, works) = (self.app().clone(), &self.visit.web.works);
        let (id, progress) = (app.surroundings.uuid(), Arc::<Progress>::default());
        let work = Arc::new(Work {
            owner: self.signed.person.id,
            programme: self.programme(),
            title,
            back,
            progress: progress.clone(),
            begun: app.now(),
            end: Mutex::default(),
        });
        works.add(id, work.clone(), app.now())?;
        let job = tokio::spawn(job(app.watched(progress)));
        let kept = work.clone();
        let end = tokio::spawn(async move {
            let result = job.await.unwrap_or_else(|broken| Err(Fault::Other(broken.to_string()).into()));
            *kept.end() = Some((app.now(), result.map(|made| Arc::new(leave(made)))));
        });
        if tokio::time::timeout(self.visit.web.options.patience, end).await.is_ok() {
            works.all().remove(&id);
            let result = work.end().take().map(|(_, result)| result);
            let result = result.unwrap_or_else(|| Err(Fault::Other("work".to_owned()).into()));
            return result.map(|left| left.answer(self));
        }
        Ok(Redirect::to(&format!("/p/{}/work/{id}", self.book.identity.key)).into_response())
    }
}

#[derive(Template)]
#[template(path = "work/work.html")]
struct WorkPage {
    s: Shell,
    what: String,
    back: String,
    state: State,
}

enum State {
    /// « 40 % », and the same as a number; nothing while it is not known.
    Running {
        part: Option<(String, u64)>,
        stopping: bool,
    },
    Stopped,
    /// Its address, its name and how large it is.
    File {
        href: String,
        name: String,
        size: String,
    },
}

async fn show(desk: Desk, At((_, id)): At<(String, Uuid)>) -> Response {
    let Some(work) = desk.visit.web.works.of(&desk, id) else { return desk.failure(&Refusal::NotFound.into()) };
    let s = desk.shell("work-title");
    let href = format!("{}/work/{id}", s.base());
    let (what, back) = (s.t(work.title), format!("{}{}", s.base(), work.back));
    let end = work.end().as_ref().map(|(_, result)| result.clone());
    let state = match end {
        None => {
            let part = work.progress.at().map(|(done, total)| (s.percent(&done, &total), done * 100 / total));
            let page = render(&WorkPage { s, what, back, state: State::Running { part, stopping: work.progress.is_stopped() } });
            // Long work is looked at less often. The header works without JavaScript, and is gone with the page.
            let waited = desk.app().now().duration_since(work.begun);
            let again = if waited < SignedDuration::from_secs(15) { "1" } else { "3" };
            return ([(header::REFRESH, again)], page).into_response();
        }
        Some(Err(Error::Fault(Fault::Stopped))) => State::Stopped,
        Some(Err(error)) => return desk.failure(&error),
        Some(Ok(left)) => match &*left {
            Product::Page(show) => return show(&desk),
            Product::File(file) => {
                let megabytes = u64::try_from(file.bytes.len().div_ceil(1_000_000)).unwrap_or(u64::MAX);
                let size = s.n("work-megabytes", &megabytes);
                State::File { href: format!("{href}/file"), name: file.name.clone(), size }
            }
        },
    };
    render(&WorkPage { s, what, back, state })
}

async fn stop(desk: Desk, At((_, id)): At<(String, Uuid)>) -> Response {
    let Some(work) = desk.visit.web.works.of(&desk, id) else { return desk.failure(&Refusal::NotFound.into()) };
    work.progress.stop();
    Redirect::to(&format!("/p/{}/work/{id}", desk.book.identity.key)).into_response()
}

async fn take(desk: Desk, At((_, id)): At<(String, Uuid)>) -> Response {
    let found = desk.visit.web.works.of(&desk, id);
    let end = found.and_then(|work| work.end().as_ref().and_then(|(_, result)| result.clone().ok()));
    match end.as_deref() {
        Some(Product::File(file)) => file.answer(),
        _ => desk.failure(&Refusal::NotFound.into()),
    }
}
