//! `/api/v1/phone/…`: a phone that accepts coupons without a network is enrolled, fetches its lists, sends its outbox.
//! Each request but the first is signed by the device's own key; sent again, it changes nothing.

use super::Body;
use crate::Web;
use crate::failure::{self, Nobody, Problem};
use crate::read::Query;
use crate::visit::{Visit, language};
use app::domain::chain::{Hash, unhex};
use app::domain::ids::{PartnerId, PlaceId, VendorId};
use app::domain::phone::Standing;
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::passkey::decode;
use app::phone::Device;
use app::phone::desk::{SentGiven, SentTakenBack};
use app::phone::{self, Arrived, Link, MAX_ACTS, Sent, Signed};
use app::redemption::CountInAnswer;
use app::{App, Error};
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use axum::response::{IntoResponse, Json, Response};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use text::Lang;
use utoipa::ToSchema;
use uuid::Uuid;

/// A phone that follows its link.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Enrol {
    /// Short name of the programme.
    programme: String,
    /// The link's token.
    token: String,
    /// The public half of the key it made: uncompressed SEC1 bytes in hexadecimal.
    public_key: String,
}

/// What it is from now on.
#[derive(Serialize, ToSchema)]
pub(crate) struct Enrolled {
    /// The device's identifier.
    device: Uuid,
    /// Whose it is.
    person: String,
    /// What it is called, such as « Chrome · Android ».
    name: String,
}

/// A phone follows its link: once. The same phone again is answered the same.
#[utoipa::path(
    post, path = "/api/v1/phone/enrol", request_body = Enrol, security(()),
    responses(
        (status = 200, description = "The device", body = Enrolled),
        (status = 400, description = "Not the JSON asked for", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "The link was used or is too old, or the key is none", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such programme", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Too large", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Try again", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn enrol(visit: Visit, Body(asked): Body<Enrol>) -> Result<Response, Response> {
    let no = |error: Error| failure::problem(visit.lang, &error, &Nobody);
    let book = visit.app().programme(&asked.programme).await.map_err(no)?;
    let key = unhex(&asked.public_key).ok_or(Refusal::UnknownDevice).map_err(|refusal| no(refusal.into()))?;
    let (token, name) = (asked.token, visit.caller().device);
    let (device, person) =
        visit.app().act(book.identity.id, move |cx| phone::enrol(cx, &token, &key, &name)).await.map_err(no)?;
    Ok(Json(Enrolled { device: device.id, person, name: device.name }).into_response())
}

/// A request that a device signed, with its body.
pub(crate) struct Phone {
    web: Arc<Web>,
    lang: Lang,
    book: Arc<Book>,
    device: Device,
    body: Bytes,
}

impl Phone {
    fn app(&self) -> &App {
        &self.web.app
    }

    fn no(&self, error: &Error) -> Response {
        failure::problem(self.lang, error, &*self.book)
    }
}

/// `Cabas-Device PROGRAMME DEVICE SIGNATURE`.
fn read_header(said: &str) -> Option<(&str, Uuid, Vec<u8>)> {
    let mut parts = said.strip_prefix("Cabas-Device ")?.split(' ');
    let (programme, device, signature) = (parts.next()?, parts.next()?, parts.next()?);
    Some((programme, Uuid::parse_str(device).ok()?, decode(signature)?)).filter(|_| parts.next().is_none())
}

/// A request that says which device signed it, not yet verified.
pub(crate) struct Letter {
    pub(crate) lang: Lang,
    /// The `Authorization` header.
    pub(crate) header: String,
    pub(crate) programme: String,
    pub(crate) signed: Signed,
    pub(crate) body: Bytes,
}

impl Letter {
    pub(crate) async fn open(request: Request) -> Result<Self, Response> {
        let lang = language(request.headers());
        let said = request.headers().get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let body =
            Bytes::from_request(request, &()).await.map_err(|e| failure::unreadable_problem(lang, e.into_response().status()))?;
        let no = || failure::problem(lang, &Refusal::UnknownDevice.into(), &Nobody);
        let (programme, device, signature) = read_header(&said).ok_or_else(no)?;
        let signed = Signed { device, text: phone::request_text(method.as_str(), &path, &body), signature };
        Ok(Self { lang, programme: programme.to_owned(), signed, header: said, body })
    }
}

impl FromRequest<Arc<Web>> for Phone {
    type Rejection = Response;

    async fn from_request(request: Request, web: &Arc<Web>) -> Result<Self, Response> {
        let Letter { lang, programme, signed, body, .. } = Letter::open(request).await?;
        let no = |error: Error| failure::problem(lang, &error, &Nobody);
        // A programme that is not there and a device that is not its own are one answer.
        let hide = |error| match error {
            Error::Refused(Refusal::UnknownProgramme) => Refusal::UnknownDevice.into(),
            other => other,
        };
        let book = web.app.programme(&programme).await.map_err(|error| no(hide(error)))?;
        let device = web.app.look(book.identity.id, move |cx| phone::known(cx, &signed)).await.map_err(no)?;
        Ok(Self { web: web.clone(), lang, book, device, body })
    }
}

/// What a phone has already. It is not signed: whoever changes it gets another part of the same lists.
#[derive(Deserialize, Default)]
pub(crate) struct Had {
    #[serde(default)]
    since: String,
}

/// Everything a phone takes into a field: the programme's keys, classes, dates, places, agreements and limits, and the
/// coupons that are worth nothing any more, as short hashes. With the version of lists that it has, a phone gets what
/// came after, and `since` says so; a version that is not known gets all of it.
#[utoipa::path(
    get, path = "/api/v1/phone/lists", security(("device" = [])),
    params(("since" = Option<String>, Query, description = "The `version` of the lists that the phone has")),
    responses(
        (status = 200, description = "The lists", body = Object),
        (status = 401, description = "Not a device of this programme", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Its owner may no longer accept coupons", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Too large", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Try again", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn lists(Query(had): Query<Had>, phone: Phone) -> Result<Response, Response> {
    let (device, programme) = (phone.device.clone(), phone.book.identity.id);
    let lists =
        phone.app().look(programme, move |cx| phone::lists(cx, &device, &had.since)).await.map_err(|error| phone.no(&error))?;
    let device = phone.device.clone();
    if let Err(error) = phone.app().act(programme, move |cx| phone::touch(cx, &device)).await {
        tracing::warn!(%error, "a phone's last hour");
    }
    Ok(Json(lists).into_response())
}

/// A part of an outbox.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Outbox {
    /// Payments, in any order.
    acts: Vec<ActIn>,
}

/// What an act is.
#[derive(Deserialize, ToSchema, Default, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ActKind {
    /// Coupons accepted: merchant, place, codes.
    #[default]
    Payment,
    /// Coupons accepted on paper, counted by the phone: the same.
    Count,
    /// Coupons handed out: organisation, household size, coupons, and what was scanned of them.
    HandOut,
    /// A hand-out taken back: organisation, and its number on the device.
    TakeBack,
}

/// A payment accepted on the device, a hand-out, or a hand-out taken back.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ActIn {
    /// A payment, unless it says otherwise.
    #[serde(default)]
    kind: ActKind,
    /// Its number on the device, from 1: the same number again is the same payment.
    seq: i64,
    /// When, milliseconds since 1970, by the device.
    at_ms: i64,
    /// The merchant's number.
    #[serde(default)]
    vendor: u32,
    /// The place's number.
    #[serde(default)]
    place: u32,
    /// The organisation's number.
    #[serde(default)]
    partner: u32,
    /// The household's size, by its short name.
    #[serde(default)]
    band: String,
    /// Coupons handed out, `3:9-16`.
    #[serde(default)]
    coupons: String,
    /// The number on the device of the hand-out taken back.
    #[serde(default)]
    of: i64,
    /// Codes as typed, or the text of their QR.
    #[serde(default)]
    codes: Vec<String>,
    /// Hash of the act before, hexadecimal; zeros for the first.
    previous: String,
    /// Hash of this one.
    hash: String,
}

impl ActIn {
    fn arrived(self) -> Option<Arrived> {
        let hash = |text: &str| unhex(text).and_then(|bytes| Hash::try_from(bytes).ok());
        let (previous, hash) = (hash(&self.previous)?, hash(&self.hash)?);
        let Self { seq, at_ms, vendor, place, codes, band, coupons, of, .. } = self;
        let (link, partner) = (Link { seq, previous, hash }, PartnerId(self.partner));
        let sent = |codes| Sent { seq, at_ms, vendor: VendorId(vendor), place: PlaceId(place), codes, previous, hash };
        (seq >= 1).then(|| match self.kind {
            ActKind::Payment => Arrived::Payment(sent(codes)),
            ActKind::Count => Arrived::Counted(sent(codes)),
            ActKind::HandOut => Arrived::Given(SentGiven { link, at_ms, partner, band, coupons, codes }),
            ActKind::TakeBack => Arrived::TakenBack(SentTakenBack { link, at_ms, partner, of }),
        })
    }
}

/// The answers, in the order of the request.
#[derive(Serialize, ToSchema)]
pub(crate) struct ActAnswers {
    /// One a payment.
    acts: Vec<ActOut>,
}

/// The answer to one payment.
#[derive(Serialize, ToSchema)]
pub(crate) struct ActOut {
    /// Its number on the device.
    seq: i64,
    /// `recorded`, `replayed`, `refused`, or `later` when nothing was decided and it must be sent again.
    status: &'static str,
    /// One answer a code, in order; empty when the whole payment was refused.
    codes: Vec<ActCodeOut>,
    /// Why the whole payment was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<Said>,
}

/// The answer to one code.
#[derive(Serialize, ToSchema)]
pub(crate) struct ActCodeOut {
    /// `accepted`, `dispute` or `refused`.
    status: &'static str,
    /// Why it is not accepted.
    #[serde(flatten)]
    refusal: Option<Said>,
}

/// A refusal in words.
#[derive(Serialize, ToSchema)]
pub(crate) struct Said {
    /// Stable code.
    code: String,
    /// One sentence.
    title: String,
    /// What to do.
    detail: String,
}

/// Takes an outbox in. Each payment is answered by itself.
#[utoipa::path(
    post, path = "/api/v1/phone/acts", request_body = Outbox, security(("device" = [])),
    responses(
        (status = 200, description = "One answer a payment", body = ActAnswers),
        (status = 400, description = "Not the JSON asked for", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not a device of this programme", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Its owner may no longer accept coupons", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Too large", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Too many", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Try again: the same numbers are safe", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn acts(phone: Phone) -> Result<Response, Response> {
    let outbox: Outbox =
        serde_json::from_slice(&phone.body).map_err(|error| failure::unreadable_json(phone.lang, &error.to_string()))?;
    if outbox.acts.len() > MAX_ACTS {
        return Err(phone.no(&Refusal::TooMany { limit: MAX_ACTS as u64 }.into()));
    }
    let numbers: Vec<i64> = outbox.acts.iter().map(|act| act.seq).collect();
    let sent: Option<Vec<Arrived>> = outbox.acts.into_iter().map(ActIn::arrived).collect();
    let sent = sent.ok_or_else(|| failure::unreadable_json(phone.lang, "acts: seq from 1, hashes of 64 hexadecimal digits"))?;
    let (device, programme) = (phone.device.clone(), phone.book.identity.id);
    let answers =
        phone.app().act(programme, move |cx| phone::take_in_all(cx, &device, &sent)).await.map_err(|error| phone.no(&error))?;
    let acts = numbers.into_iter().zip(answers).map(|(seq, answer)| out(&phone, seq, answer)).collect();
    let answer = serde_json::to_vec(&ActAnswers { acts }).map_err(|e| phone.no(&app::Fault::Other(e.to_string()).into()))?;
    // Signed, so that whoever carried the payments here can bring the answer back.
    let signature = phone::sign_answer(phone.app(), &phone.book, phone.device.id, &phone.body, &answer);
    let signature = signature.map_err(|error| phone.no(&error))?;
    Ok(([(header::CONTENT_TYPE.as_str(), "application/json"), (ANSWER, &signature)], answer).into_response())
}

/// The header with the programme's signature under an answer: `SLOT.SIGNATURE` over the device, SHA-256 of the request's
/// body and SHA-256 of the answer's.
pub(crate) const ANSWER: &str = "cabas-answer";

/// Coupons that a phone is about to accept.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Question {
    /// Where it accepts them: a market's hub answers for its own place only.
    pub(crate) place: u32,
    /// Codes as typed, or the text of their QR.
    pub(crate) codes: Vec<String>,
    /// Codes asked about before that are no longer in the payment: a hub lets them go.
    #[serde(default)]
    pub(crate) dropped: Vec<String>,
}

/// What may be said about them.
#[derive(Serialize, ToSchema)]
pub(crate) struct Standings {
    /// One a code, in order: `free`; `held` by another phone of the market; `gone`, with why in `no.code`.
    #[schema(value_type = Vec<Object>)]
    pub(crate) codes: Vec<Standing>,
}

/// Asks about coupons before they are accepted. Nothing changes.
#[utoipa::path(
    post, path = "/api/v1/phone/check", request_body = Question, security(("device" = [])),
    responses(
        (status = 200, description = "One answer a code", body = Standings),
        (status = 400, description = "Not the JSON asked for", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not a device of this programme", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Its owner may no longer accept coupons", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Too large", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Too many", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many wrong codes", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Try again", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn check(phone: Phone) -> Result<Response, Response> {
    let asked: Question =
        serde_json::from_slice(&phone.body).map_err(|error| failure::unreadable_json(phone.lang, &error.to_string()))?;
    let (device, programme) = (phone.device.clone(), phone.book.identity.id);
    let answer = phone.app().look(programme, move |cx| phone::check(cx, &device, &asked.codes)).await;
    let codes = answer.map_err(|error| phone.no(&error))?;
    Ok(Json(Standings { codes }).into_response())
}

fn out(phone: &Phone, seq: i64, answer: Result<CountInAnswer, Refusal>) -> ActOut {
    let said = |refusal: &Refusal| {
        let sentence = text::refusal(phone.lang, refusal, &*phone.book);
        Said { code: sentence.code, title: sentence.message, detail: sentence.next }
    };
    match answer {
        Ok(answer) => ActOut {
            seq,
            status: if answer.replayed { "replayed" } else { "recorded" },
            codes: answer
                .codes
                .iter()
                .map(|code| ActCodeOut {
                    status: match &code.refusal {
                        _ if code.accepted => "accepted",
                        Some(Refusal::Disputed { .. }) => "dispute",
                        _ => "refused",
                    },
                    refusal: code.refusal.as_ref().map(said),
                })
                .collect(),
            refusal: None,
        },
        // Too many tries, or a hand-out taken back before it came.
        Err(Refusal::TooManyTries { .. } | Refusal::NotFound) => {
            ActOut { seq, status: "later", codes: Vec::new(), refusal: None }
        }
        Err(refusal) => ActOut { seq, status: "refused", codes: Vec::new(), refusal: Some(said(&refusal)) },
    }
}
