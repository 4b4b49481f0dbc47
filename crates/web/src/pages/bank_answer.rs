//! What the bank sends back: a file of returns, or a statement. Each line is shown with what it is for us; nothing is
//! written down before somebody says so, line by line.

use crate::Web;
use crate::failure::render;
use crate::form::{self, Done, done};
use crate::page::Shell;
use crate::read::{FormWithFile, Query};
use crate::visit::Desk;
use app::Error;
use app::bank_answer::{self, Deed, Look};
use app::domain::reconciliation::Finding;
use app::domain::refusal::Refusal;
use app::permit::Action;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use std::collections::HashMap;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/settlement/bank", get(show).post(send))
}

/// A line of the file.
struct LineRow {
    /// « Ligne 3 ».
    place: String,
    on: String,
    amount: String,
    words: String,
    finding: &'static str,
    /// « Ferme du Lac · paiement 12 ».
    about: String,
    /// What is written down if it is chosen; nothing when there is nothing to write.
    deed: Option<String>,
    /// Chosen until somebody says otherwise.
    is_sure: bool,
}

/// A file that was read.
struct Answer {
    kind: &'static str,
    lines: Vec<LineRow>,
    unseen: Vec<(String, String, String)>,
}

impl Answer {
    fn deeds(&self) -> u64 {
        self.lines.iter().filter(|line| line.deed.is_some()).count() as u64
    }
}

#[derive(Template)]
#[template(path = "bank/answer.html")]
struct AnswerPage {
    s: Shell,
    answer: Option<Answer>,
}

fn page(desk: &Desk, s: Shell, answer: Option<Answer>) -> Response {
    if !desk.may(Action::Pay) {
        return desk.failure(&Refusal::NotPermitted.into());
    }
    render(&AnswerPage { s, answer })
}

async fn show(desk: Desk, Query(was): Query<Done>) -> Response {
    let mut s = desk.shell("bank-answer-title");
    s.done = was.message(desk.lang());
    page(&desk, s, None)
}

async fn send(desk: Desk, sent: FormWithFile<HashMap<String, String>>) -> Response {
    let mut s = desk.shell("bank-answer-title");
    let id = sent.fields.get("id").cloned().unwrap_or_default();
    match apply(&desk, &sent, &id).await {
        Ok(Some(look)) => {
            let answer = answer(&desk, &s, &look);
            page(&desk, s, Some(answer))
        }
        Ok(None) => done(&format!("/p/{}/settlement/bank", desk.book.identity.key), "done-bank-answer"),
        Err(error) => {
            let status = s.say_no(&error, &*desk.book, &id);
            status.with(page(&desk, s, None))
        }
    }
}

/// A file to look at; or the lines that were chosen, to write down.
async fn apply(desk: &Desk, sent: &FormWithFile<HashMap<String, String>>, id: &str) -> Result<Option<Look>, Error> {
    if !desk.may(Action::Pay) {
        return Err(Refusal::NotPermitted.into());
    }
    if let Some(problem) = &sent.problem {
        return Err(problem.clone().into());
    }
    let (actor, programme) = (desk.actor(), desk.programme());
    if sent.fields.get("act").is_some_and(|act| act == "write") {
        let request = form::request(desk, id);
        let chosen: Result<Vec<Deed>, _> = sent
            .fields
            .iter()
            .filter(|(name, _)| name.starts_with("line-"))
            .map(|(_, deed)| serde_json::from_str(deed))
            .collect();
        let deeds = chosen.map_err(|_| Refusal::Nothing)?;
        desk.app().act(programme, move |cx| bank_answer::apply(cx, request, &deeds)).await?;
        return Ok(None);
    }
    let file = sent.file.clone();
    desk.app().look(programme, move |cx| bank_answer::look(cx, actor, &file)).await.map(Some)
}

fn answer(desk: &Desk, s: &Shell, look: &Look) -> Answer {
    let named = |look: &Look, finding: &Finding| {
        let numbers: Vec<String> = finding
            .payments()
            .iter()
            .map(|payment| {
                let number = s.w("settlement-payment", "payment", payment.0.to_string());
                let vendor = look.vendors.get(payment).map(|vendor| text::Names::vendor(&*desk.book, *vendor));
                vendor.map_or(number.clone(), |vendor| format!("{vendor} · {number}"))
            })
            .collect();
        text::list(desk.lang(), &numbers)
    };
    let lines = look
        .lines
        .iter()
        .map(|(line, finding)| LineRow {
            place: s.w("import-line", "line", line.place.to_string()),
            on: line.on.map_or_else(String::new, |on| s.date(&on)),
            amount: line.amount_cents.map_or_else(String::new, |cents| s.money(&cents)),
            words: bank_answer::said(desk.lang(), line),
            finding: finding.key(),
            about: named(look, finding),
            deed: bank_answer::deed(line, finding).and_then(|deed| serde_json::to_string(&deed).ok()),
            is_sure: matches!(finding, Finding::Return(_) | Finding::Confirm { named: true, .. }),
        })
        .collect();
    let unseen = look
        .unseen
        .iter()
        .map(|p| {
            let vendor = text::Names::vendor(&*desk.book, p.vendor);
            (vendor, s.w("settlement-payment", "payment", p.id.0.to_string()), s.amount(&p.amount().minor, &p.unit))
        })
        .collect();
    Answer { kind: look.kind.key(), lines, unseen }
}
