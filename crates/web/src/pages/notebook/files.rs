//! A notebook's files: out as text and as a table, back from either.

use super::{Tabs, request, seen, shell, tabs, today};
use crate::Web;
use crate::failure::{Nobody, render};
use crate::form::done;
use crate::page::Shell;
use crate::read::FormWithFile;
use crate::visit::{At, Owner};
use app::Error;
use app::domain::refusal::Refusal;
use app::notebook::{self as notebooks, Seen, frame};
use app::tables::Style;
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use std::sync::Arc;
use text::Lang;

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/notebooks/{notebook}/files", get(show).post(bring))
        .route("/notebooks/{notebook}/files/{file}", get(file))
}

/// What a file would change.
struct Look {
    changed: Vec<String>,
    count: u64,
    bad: Vec<(String, String, String)>,
    /// The file again, for the form that keeps it.
    kept: String,
}

#[derive(Template)]
#[template(path = "notebook/files.html")]
struct FilesPage {
    s: Shell,
    tabs: Tabs,
    has_programme: bool,
    look: Option<Look>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct BringForm {
    id: String,
    act: String,
    kept: String,
}

fn page(s: Shell, seen: &Seen, look: Option<Look>) -> Response {
    let has_programme = seen.programme(&frame(seen, "pcn.example", false)).is_ok();
    render(&FilesPage { tabs: tabs(&s, seen, "/files"), has_programme, look, s })
}

async fn show(owner: Owner, At(key): At<String>) -> Response {
    match seen(&owner, &key, None).await {
        Ok(seen) => page(shell(&owner, "notebook-files"), &seen, None),
        Err(error) => owner.visit.failure(&error),
    }
}

async fn file(owner: Owner, At((key, name)): At<(String, String)>) -> Response {
    let seen = match seen(&owner, &key, None).await {
        Ok(seen) => seen,
        Err(error) => return owner.visit.failure(&error),
    };
    match made(&owner, &seen, &name) {
        Ok((kind, bytes)) => {
            let disposition = format!("attachment; filename=\"{key}-{name}\"");
            ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
        }
        Err(error) => owner.visit.failure(&error),
    }
}

fn made(owner: &Owner, seen: &Seen, name: &str) -> Result<(&'static str, Vec<u8>), Error> {
    let lang = owner.visit.lang;
    let today = today(owner);
    let fault = |error: std::io::Error| Error::Fault(app::Fault::Other(error.to_string()));
    Ok(match name {
        "notebook.toml" => ("application/toml; charset=utf-8", seen.file()?.into_bytes()),
        "programme.toml" => {
            let text = seen.programme(&frame(seen, "pcn.example", false)).map_err(|no| Refusal::NotebookNotReady {
                questions: no.unanswered.len() as u64,
                contradictions: no.contradictions.len() as u64,
            })?;
            ("application/toml; charset=utf-8", text.into_bytes())
        }
        "notebook.csv" => {
            let style = Style { is_french: lang == Lang::Fr };
            ("text/csv; charset=utf-8", seen.table(lang, today).to_csv(style).map_err(fault)?)
        }
        "notebook.xlsx" => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            seen.table(lang, today).to_xlsx().map_err(fault)?,
        ),
        _ => return Err(Refusal::NotFound.into()),
    })
}

async fn bring(owner: Owner, At(key): At<String>, sent: FormWithFile<BringForm>) -> Response {
    match brought(&owner, &key, &sent).await {
        Ok(None) => done(&format!("/notebooks/{key}"), "done-notebook-brought"),
        Ok(Some(look)) => match seen(&owner, &key, None).await {
            Ok(seen) => page(shell(&owner, "notebook-files"), &seen, Some(look)),
            Err(error) => owner.visit.failure(&error),
        },
        Err(error) => match seen(&owner, &key, None).await {
            Ok(seen) => {
                let mut s = shell(&owner, "notebook-files");
                let status = s.say_no(&error, &Nobody, &sent.fields.id);
                status.with(page(s, &seen, None))
            }
            Err(error) => owner.visit.failure(&error),
        },
    }
}

/// Reads what was sent; nothing when it was kept.
async fn brought(owner: &Owner, key: &str, sent: &FormWithFile<BringForm>) -> Result<Option<Look>, Error> {
    if let Some(problem) = &sent.problem {
        return Err(problem.clone().into());
    }
    let keep = sent.fields.act == "keep";
    let bytes = if keep { STANDARD.decode(sent.fields.kept.trim()).map_err(|_| Refusal::NotATable)? } else { sent.file.clone() };
    if bytes.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    let (app, person, id) = (owner.visit.app(), owner.signed.person.id, request(owner, &sent.fields.id));
    // A notebook's text names itself; everything else is a table.
    let is_text = std::str::from_utf8(&bytes).is_ok_and(|text| text.contains("[notebook.") || text.contains("[programme]"));
    let lang = owner.visit.lang;
    let words = |question: &String| notebooks::in_short(lang, question, None);
    if is_text {
        let changed = app.bring_notebook(person, id, key, &bytes, keep).await?;
        if keep {
            return Ok(None);
        }
        let count = changed.len() as u64;
        return Ok(Some(Look {
            changed: changed.iter().map(words).collect(),
            count,
            bad: Vec::new(),
            kept: STANDARD.encode(&bytes),
        }));
    }
    let table = app.bring_notebook_table(person, id, key, &bytes, keep).await?;
    if keep && table.bad.is_empty() {
        return Ok(None);
    }
    let bad = table.bad.iter().map(|problem| {
        let said = text::refusal(lang, &problem.refusal, &Nobody);
        let line = text::tr(lang, "notebook-bring-bad", &[("line", problem.line.to_string().into())]);
        (line, said.message, said.next)
    });
    let kept = if table.bad.is_empty() { STANDARD.encode(&bytes) } else { String::new() };
    let count = table.changed.len() as u64;
    Ok(Some(Look { changed: table.changed.iter().map(words).collect(), count, bad: bad.collect(), kept }))
}
