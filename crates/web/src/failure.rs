//! What a person or a program gets when the answer is no: a page or a problem, with a code, a sentence
//! and a next step. Faults get a number that the operator finds in the log.

use crate::page::Shell;
use app::domain::refusal::Refusal;
use app::{Error, Fault};
use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use serde::Serialize;
use text::{Lang, Names, Sentence};

/// The status of a refusal.
pub(crate) fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::SignInNeeded
        | Refusal::ExpiredLink
        | Refusal::WrongPassword
        | Refusal::WrongOneTimeCode
        | Refusal::UnknownDevice
        | Refusal::RevokedDevice
        | Refusal::PasskeyRefused => StatusCode::UNAUTHORIZED,
        Refusal::NotPermitted | Refusal::LinkNotYours | Refusal::FreshSignInNeeded | Refusal::SessionByAnother => {
            StatusCode::FORBIDDEN
        }
        Refusal::UnknownAddress
        | Refusal::UnknownProgramme
        | Refusal::NotFound
        | Refusal::UnknownCode
        | Refusal::UnknownBatch { .. } => StatusCode::NOT_FOUND,
        Refusal::TooManyTries { .. } | Refusal::TooMuchWork { .. } => StatusCode::TOO_MANY_REQUESTS,
        Refusal::MalformedLine { .. } => StatusCode::BAD_REQUEST,
        Refusal::FileTooLarge { .. }
        | Refusal::TableTooLarge { .. }
        | Refusal::PictureTooLarge { .. }
        | Refusal::TooManyPages { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::PicturesWait => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::SameIdOtherContent
        | Refusal::AlreadyRedeemed { .. }
        | Refusal::WrongStep { .. }
        | Refusal::PaymentsHeld { .. }
        | Refusal::NotApproved { .. }
        | Refusal::SecondPersonNeeded
        | Refusal::NoMoreKeys
        | Refusal::MostOfBatch { .. }
        | Refusal::RoleHeld
        | Refusal::PayersRole
        | Refusal::RoleNotHeld
        | Refusal::RolesConflict { .. }
        | Refusal::LastCoordinator
        | Refusal::KeyTaken { .. }
        | Refusal::ReferenceTaken { .. }
        | Refusal::OrderElsewhere { .. }
        | Refusal::SeasonClosed
        | Refusal::SeasonNotClosed => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// The status of a no, and how long to wait before asking again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Status {
    code: StatusCode,
    wait_seconds: Option<u64>,
}

/// How long to wait after a fault.
const FAULT_WAIT_SECONDS: u64 = 5;

impl Status {
    /// A fault is never 500, because the person can always try again later.
    fn of(error: &Error) -> Self {
        match error {
            Error::Refused(refusal) => {
                let wait_seconds = if let Refusal::TooManyTries { seconds } = refusal { Some(*seconds) } else { None };
                Self { code: status(refusal), wait_seconds }
            }
            Error::Fault(_) => Self { code: StatusCode::SERVICE_UNAVAILABLE, wait_seconds: Some(FAULT_WAIT_SECONDS) },
        }
    }

    /// An answer with this status.
    pub(crate) fn with(self, answer: impl IntoResponse) -> Response {
        let wait = self.wait_seconds.map(|seconds| [(header::RETRY_AFTER, seconds.to_string())]);
        match wait {
            Some(wait) => (self.code, wait, answer).into_response(),
            None => (self.code, answer).into_response(),
        }
    }
}

/// Writes a fault to the log and returns the number a person can quote.
pub(crate) fn note(fault: &Fault) -> String {
    use std::hash::{BuildHasher, Hasher};
    let number = std::collections::hash_map::RandomState::new().build_hasher().finish() % 1_000_000;
    tracing::error!(number, code = fault.code(), %fault, "fault");
    format!("{number:06}")
}

/// Names for refusals that concern no programme.
pub(crate) struct Nobody;

impl Names for Nobody {
    fn vendor(&self, id: app::domain::ids::VendorId) -> String {
        id.to_string()
    }
    fn place(&self, id: app::domain::ids::PlaceId) -> String {
        id.to_string()
    }
    fn fund(&self, id: app::domain::ids::FundId) -> String {
        id.to_string()
    }
    fn partner(&self, id: app::domain::ids::PartnerId) -> String {
        id.to_string()
    }
    fn unit_name(&self, unit: app::domain::amount::Unit) -> String {
        unit.0.to_string()
    }
    fn zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::UTC
    }
}

/// The words for an error: a refusal's own, or an apology with a number.
pub(crate) fn sentence(lang: Lang, error: &Error, names: &dyn Names) -> (Status, Sentence) {
    let sentence = match error {
        Error::Refused(refusal) => text::refusal(lang, refusal, names),
        Error::Fault(fault) => text::fault(lang, fault.code(), Some(&note(fault))),
    };
    (Status::of(error), sentence)
}

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    s: Shell,
    sentence: Sentence,
}

/// A page that says no.
pub(crate) fn page(shell: Shell, error: &Error, names: &dyn Names) -> Response {
    let (status, sentence) = sentence(shell.lang, error, names);
    status.with(render(&FailurePage { s: shell, sentence }))
}

/// A page for an address that is none of ours.
pub(crate) fn missing(shell: Shell) -> Response {
    let sentence =
        Sentence { code: "not_found".to_owned(), message: shell.t("app-not-found"), next: shell.t("app-not-found-next") };
    (StatusCode::NOT_FOUND, render(&FailurePage { s: shell, sentence })).into_response()
}

/// The words for what cannot be read.
fn unreadable_sentence(lang: Lang) -> Sentence {
    let word = |key| text::t(lang, key);
    Sentence { code: "unreadable".to_owned(), message: word("app-unreadable"), next: word("app-unreadable-next") }
}

/// A page for a request whose fields cannot be read.
pub(crate) fn unreadable(shell: Shell, status: StatusCode) -> Response {
    let sentence = unreadable_sentence(shell.lang);
    (status, render(&FailurePage { s: shell, sentence })).into_response()
}

/// The same for a program.
pub(crate) fn unreadable_problem(lang: Lang, status: StatusCode) -> Response {
    problem_of(status, unreadable_sentence(lang))
}

/// For a program whose JSON is not the one asked for: where, and why.
pub(crate) fn unreadable_json(lang: Lang, reason: &str) -> Response {
    // What was sent may be quoted in the reason, and may be as long as a file.
    let reason: String = reason.chars().take(200).collect();
    let message = text::tr(lang, "app-unreadable-json", &[("reason", reason.into())]);
    let sentence = Sentence { code: "unreadable".to_owned(), message, next: text::t(lang, "app-unreadable-json-next") };
    problem_of(StatusCode::BAD_REQUEST, sentence)
}

/// Renders a template; one that cannot be rendered is a bug, said in plain words.
pub(crate) fn render(template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => {
            tracing::error!(%error, "template");
            (StatusCode::SERVICE_UNAVAILABLE, "page").into_response()
        }
    }
}

/// A problem document (RFC 9457).
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct Problem {
    /// Always `about:blank`: the code tells.
    #[serde(rename = "type")]
    kind: &'static str,
    /// HTTP status.
    status: u16,
    /// Stable code.
    code: String,
    /// One sentence.
    title: String,
    /// What to do.
    detail: String,
}

/// A problem for a program.
pub(crate) fn problem(lang: Lang, error: &Error, names: &dyn Names) -> Response {
    let (status, sentence) = sentence(lang, error, names);
    status.with(problem_of(status.code, sentence))
}

pub(crate) fn problem_of(status: StatusCode, sentence: Sentence) -> Response {
    let body = Problem {
        kind: "about:blank",
        status: status.as_u16(),
        code: sentence.code,
        title: sentence.message,
        detail: sentence.next,
    };
    let json = serde_json::to_string(&body).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/problem+json")], json).into_response()
}
