//! A run's file for the bank: deposits in the format it takes, with the numbers that were given.

use crate::Web;
use crate::failure::render;
use crate::form;
use crate::page::Shell;
use crate::read::Form;
use crate::visit::{At, Desk};
use app::Error;
use app::bank_file::{self, Format, Made};
use app::domain::ids::RunId;
use app::domain::refusal::Refusal;
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/settlement/{run}/deposits", get(show).post(make))
}

/// A file that was made.
struct FileRow {
    number: String,
    format: &'static str,
    due: String,
    at: String,
    by: String,
}

#[derive(Template)]
#[template(path = "bank/deposits.html")]
struct DepositsPage {
    s: Shell,
    run: u32,
    number: String,
    /// What the bank asked for is known.
    described: bool,
    formats: [&'static str; 4],
    chosen: String,
    due: String,
    files: Vec<FileRow>,
    /// What is wrong in the file's data.
    problems: Vec<String>,
}

#[derive(Deserialize, Default)]
struct MakeForm {
    #[serde(default)]
    id: String,
    #[serde(default)]
    format: String,
    #[serde(default)]
    due: String,
}

async fn page(desk: &Desk, s: Shell, run: u32, form: &MakeForm, problems: Vec<String>) -> Response {
    if !desk.may(Action::Pay) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    let actor = desk.actor();
    let found = desk.app().look(desk.programme(), move |cx| {
        app::settlement::run(cx, actor, RunId(run))?;
        let mut files = Vec::new();
        for file in bank_file::list(cx, actor, RunId(run))? {
            files.push((app::people::name_of(cx, file.made_by)?, file));
        }
        Ok(files)
    });
    let files = match found.await {
        Ok(found) => found,
        Err(error) => return desk.failure(&error),
    };
    let today = desk.book.day_of(desk.app().now());
    let last = files.last().map(|(_, file)| file);
    let due = last.map_or_else(|| bank_file::proposed_due(today), |file| file.due_on).to_string();
    let chosen = last.map_or(Format::Cpa005.key(), |file| Format::parse(&file.format).unwrap_or(Format::Cpa005).key());
    let rows = files
        .iter()
        .map(|(by, file)| FileRow {
            number: format!("{:04}", file.number),
            format: Format::parse(&file.format).unwrap_or(Format::Cpa005).key(),
            due: s.date(&file.due_on),
            at: s.at(&file.made_at),
            by: by.clone(),
        })
        .collect();
    let or = |typed: &str, otherwise: String| if typed.is_empty() { otherwise } else { typed.to_owned() };
    render(&DepositsPage {
        run,
        number: run.to_string(),
        described: desk.app().has_bank_profile(&desk.book),
        formats: Format::ALL.map(Format::key),
        chosen: or(&form.format, chosen.to_owned()),
        due: or(&form.due, due),
        files: rows,
        problems,
        s,
    })
}

async fn show(desk: Desk, At((_, run)): At<(String, u32)>) -> Response {
    let s = desk.shell("bank-deposits-title");
    page(&desk, s, run, &MakeForm::default(), Vec::new()).await
}

async fn make(desk: Desk, At((_, run)): At<(String, u32)>, Form(form): Form<MakeForm>) -> Response {
    let mut s = desk.shell("bank-deposits-title");
    match apply(&desk, run, &form).await {
        Ok((format, Ok(made))) => {
            let name = format!("depots-{run}-{:04}.{}", made.number, format.ending());
            let kind = if format.ending() == "xml" { "application/xml" } else { "text/plain; charset=us-ascii" };
            file(&name, kind, made.text.into_bytes())
        }
        Ok((_, Err(problems))) => page(&desk, s, run, &form, problems).await,
        Err(error) => {
            let status = s.say_no(&error, &*desk.book, &form.id);
            status.with(page(&desk, s, run, &form, Vec::new()).await)
        }
    }
}

async fn apply(desk: &Desk, run: u32, form: &MakeForm) -> Result<(Format, Result<Made, Vec<String>>), Error> {
    // Asked first: what a file holds is told to nobody else.
    if !desk.may(Action::Pay) {
        return Err(Refusal::NotPermitted.into());
    }
    let format = Format::parse(&form.format).ok_or(Refusal::Nothing)?;
    let due = form::day(&form.due)?;
    let profile = desk.app().bank_profile(&desk.book)?;
    let (actor, lang) = (desk.actor(), desk.lang());
    let make = move |cx: &mut app::command::Cx<'_, '_>| bank_file::make(cx, actor, RunId(run), &profile, format, Some(due));
    let made = desk.app().act(desk.programme(), make).await?;
    Ok((format, made.map_err(|problems| problems.iter().map(|problem| bank_file::say(lang, problem)).collect())))
}

fn file(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}
