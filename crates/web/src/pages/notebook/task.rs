//! One task of the approach: who does it, by when, whether it is done.

use super::approach::{by_when, task_words};
use super::{Tabs, request, seen, shell, tabs};
use crate::Web;
use crate::failure::{Nobody, render};
use crate::form::{day, done};
use crate::page::Shell;
use crate::read::Form;
use crate::visit::{At, Owner};
use app::Error;
use app::domain::refusal::Refusal;
use app::notebook::Seen;
use app::notebook::way::{Planned, Work, course, plan};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::civil::Date;
use serde::Deserialize;
use std::sync::Arc;

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/notebooks/{notebook}/tasks/{task}", get(show).post(write))
}

#[derive(Template)]
#[template(path = "notebook/task.html")]
struct TaskPage {
    s: Shell,
    tabs: Tabs,
    task: String,
    is_own: bool,
    who: String,
    usual: String,
    form: TaskForm,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct TaskForm {
    id: String,
    named: String,
    owner: String,
    due: String,
    done_on: String,
    dropped: String,
}

fn written(day: Option<Date>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}

impl From<&Work> for TaskForm {
    fn from(work: &Work) -> Self {
        Self {
            named: work.named.clone(),
            owner: work.owner.clone(),
            due: written(work.due),
            done_on: written(work.done_on),
            dropped: if work.dropped { "on".to_owned() } else { String::new() },
            id: String::new(),
        }
    }
}

fn page(mut s: Shell, seen: &Seen, task: &str, form: Option<TaskForm>) -> Option<Response> {
    let known = course().task(task);
    let work = seen.approach.tasks.get(task);
    if known.is_none() && work.is_none() {
        return None;
    }
    let season = super::approach::season(seen);
    let tasks = plan(course(), &seen.notebook, &seen.approach, season);
    let planned = tasks.iter().find(|planned| planned.task == task);
    s.title = match (planned, work) {
        (Some(planned), _) => task_words(&s, planned),
        (None, Some(work)) if !work.named.is_empty() => work.named.clone(),
        _ => s.t(&format!("approach-task-{task}")),
    };
    let usual = planned.and_then(|planned: &Planned<'_>| planned.usual);
    Some(render(&TaskPage {
        tabs: tabs(&s, seen, "/approach"),
        task: task.to_owned(),
        is_own: known.is_none(),
        who: known.map_or_else(String::new, |(_, task)| s.t(&format!("approach-role-{}", task.by.key()))),
        usual: usual.map_or_else(String::new, |_| s.w("approach-usual", "when", by_when(&s, usual))),
        form: form.unwrap_or_else(|| work.map_or_else(TaskForm::default, TaskForm::from)),
        s,
    }))
}

async fn show(owner: Owner, At((key, task)): At<(String, String)>) -> Response {
    match seen(&owner, &key, None).await {
        Ok(seen) => page(shell(&owner, "notebook-approach"), &seen, &task, None)
            .unwrap_or_else(|| owner.visit.failure(&Refusal::NotFound.into())),
        Err(error) => owner.visit.failure(&error),
    }
}

async fn write(owner: Owner, At((key, task)): At<(String, String)>, Form(form): Form<TaskForm>) -> Response {
    match apply(&owner, &key, &task, &form).await {
        Ok(()) => done(&format!("/notebooks/{key}/approach"), "done-approach"),
        Err(error) => match seen(&owner, &key, None).await {
            Ok(seen) => {
                let mut s = shell(&owner, "notebook-approach");
                let status = s.say_no(&error, &Nobody, &form.id);
                match page(s, &seen, &task, Some(form)) {
                    Some(page) => status.with(page),
                    None => owner.visit.failure(&error),
                }
            }
            Err(error) => owner.visit.failure(&error),
        },
    }
}

async fn apply(owner: &Owner, key: &str, task: &str, form: &TaskForm) -> Result<(), Error> {
    let date = |text: &str| if text.trim().is_empty() { Ok(None) } else { day(text).map(Some) };
    let work = Work {
        named: form.named.clone(),
        owner: form.owner.clone(),
        due: date(&form.due)?,
        done_on: date(&form.done_on)?,
        dropped: form.dropped == "on",
    };
    let id = request(owner, &form.id);
    owner.visit.app().work_task(owner.signed.person.id, id, key, Some(task.to_owned()), work).await
}
