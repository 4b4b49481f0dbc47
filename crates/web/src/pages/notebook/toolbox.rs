//! A notebook's toolbox: every document that its decisions make, to print, to change by hand, to keep once signed.

use super::{Tabs, day_in_quebec, request, seen, shell, tabs};
use crate::Web;
use crate::failure::{Nobody, render};
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{Form, Query};
use crate::visit::{At, Owner};
use app::domain::refusal::Refusal;
use app::notebook::{Document, Form as FileForm, Paper, Seen, Tool};
use app::toolbox;
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use std::sync::Arc;
use text::Lang;

pub(super) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/notebooks/{notebook}/toolbox", get(show).post(keep))
        .route("/notebooks/{notebook}/toolbox/{file}", get(file))
        .route("/notebooks/{notebook}/signed/{number}", get(signed))
}

/// A document of the list.
struct Row {
    key: &'static str,
    name: String,
    undecided: u64,
    changed: String,
    /// What is said of the last signed one, its address, and whether it still holds.
    signed: Option<(String, String, bool)>,
}

#[derive(Template)]
#[template(path = "notebook/toolbox.html")]
struct ToolboxPage {
    s: Shell,
    tabs: Tabs,
    rows: Vec<Row>,
    papers: Vec<(String, String, String)>,
    form: KeepForm,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct KeepForm {
    id: String,
    document: String,
    language: String,
    by: String,
    on: String,
}

fn day_of(lang: Lang, at: jiff::Timestamp) -> String {
    text::date(lang, day_in_quebec(at))
}

fn page(s: Shell, (seen, tools, papers): (Seen, Vec<Tool>, Vec<Paper>), form: KeepForm) -> Response {
    let lang = s.lang;
    let base = format!("/notebooks/{}", seen.cover.key);
    let said = |paper: &Paper| s.ww("toolbox-signed-by", "who", &paper.signed_by, "day", text::date(lang, paper.signed_on));
    let address = |paper: &Paper| format!("{base}/signed/{}", paper.number);
    let row = |tool: &Tool| Row {
        key: tool.document.key(),
        name: toolbox::name(lang, tool.document),
        undecided: tool.undecided,
        changed: tool.changed_at.map_or_else(String::new, |at| s.w("toolbox-changed", "day", day_of(lang, at))),
        signed: tool.signed.as_ref().map(|(paper, same)| (said(paper), address(paper), *same)),
    };
    let name = |paper: &Paper| Document::named(&paper.document).map_or_else(String::new, |one| toolbox::name(lang, one));
    render(&ToolboxPage {
        tabs: tabs(&s, &seen, "/toolbox"),
        rows: tools.iter().map(row).collect(),
        papers: papers
            .iter()
            .map(|paper| (format!("{} · {}", name(paper), said(paper)), address(paper), paper.pdf_digest.clone()))
            .collect(),
        form,
        s,
    })
}

async fn show(owner: Owner, At(key): At<String>, Query(was): Query<Done>) -> Response {
    let mut s = shell(&owner, "notebook-toolbox");
    s.done = was.message(s.lang);
    match owner.visit.app().toolbox(owner.signed.person.id, &key).await {
        Ok(found) => page(s, found, KeepForm::default()),
        Err(error) => owner.visit.failure(&error),
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    lang: String,
}

async fn file(owner: Owner, At((key, name)): At<(String, String)>, Query(asked): Query<Asked>) -> Response {
    let lang = Lang::parse(&asked.lang).unwrap_or(owner.visit.lang);
    let found = name.split_once('.').and_then(|(document, kind)| {
        let (form, mime) = match kind {
            "pdf" => (FileForm::Pdf, "application/pdf"),
            "docx" => (FileForm::Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            _ => return None,
        };
        Some((Document::named(document)?, form, mime))
    });
    let Some((document, form, mime)) = found else { return owner.visit.failure(&Refusal::NotFound.into()) };
    let made = match seen(&owner, &key, None).await {
        Ok(seen) => owner.visit.app().paper(&seen, lang, document, form).await,
        Err(error) => Err(error),
    };
    match made {
        Ok(bytes) => sent(mime, &format!("{key}-{}-{name}", lang.short()), bytes),
        Err(error) => owner.visit.failure(&error),
    }
}

fn sent(mime: &str, name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("inline; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, mime.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}

async fn signed(owner: Owner, At((key, number)): At<(String, u32)>) -> Response {
    match owner.visit.app().kept_paper(owner.signed.person.id, &key, number).await {
        Ok(bytes) => sent("application/pdf", &format!("{key}-{number}.pdf"), bytes),
        Err(error) => owner.visit.failure(&error),
    }
}

async fn keep(owner: Owner, At(key): At<String>, Form(form): Form<KeepForm>) -> Response {
    let (app, person) = (owner.visit.app(), owner.signed.person.id);
    let kept = match (Document::named(&form.document), form::day(&form.on)) {
        (None, _) => Err(Refusal::Nothing.into()),
        (_, Err(refusal)) => Err(refusal.into()),
        (Some(document), Ok(on)) => {
            let lang = Lang::parse(&form.language).unwrap_or(owner.visit.lang);
            app.keep_paper(person, request(&owner, &form.id), &key, document, lang, &form.by, on).await
        }
    };
    let error = match kept {
        Ok(()) => return done(&format!("/notebooks/{key}/toolbox"), "done-notebook-kept"),
        Err(error) => error,
    };
    match app.toolbox(person, &key).await {
        Ok(found) => {
            let mut s = shell(&owner, "notebook-toolbox");
            let status = s.say_no(&error, &Nobody, &form.id);
            status.with(page(s, found, form))
        }
        Err(error) => owner.visit.failure(&error),
    }
}
