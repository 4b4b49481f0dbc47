//! `POST /api/v1/redemptions`: a batch of redemptions, each with its own identifier and its own answer.

use super::{Body, Client, Query, coupons::Asked};
use crate::failure::{self, Problem};
use app::command::Request;
use app::domain::amount::Amount;
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::redemption::{self, CountIn, CountInAnswer};
use app::{Error, names};
use axum::response::{IntoResponse, Json, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Redemptions in one request at most.
const MAX_REDEMPTIONS: usize = 500;

/// A batch of redemptions.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Batch {
    /// Short name of the programme; may be left out by somebody who works for one only.
    programme: Option<String>,
    /// The redemptions, answered in the same order.
    redemptions: Vec<RedemptionIn>,
}

/// One act of accepting coupons.
#[derive(Deserialize, ToSchema)]
pub(crate) struct RedemptionIn {
    /// Made by the client, `UUIDv7` by preference: sending it again changes nothing.
    id: Uuid,
    /// The merchant: short name or number.
    vendor: String,
    /// The place: short name or number.
    place: String,
    /// When, by the client's clock (RFC 3339).
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// How they were accepted.
    #[serde(default)]
    channel: ChannelIn,
    /// The device's own identifier.
    device: Option<Uuid>,
    /// Codes as typed, or the text of their QR.
    codes: Vec<String>,
}

/// How coupons were accepted.
#[derive(Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ChannelIn {
    /// With a network (the default).
    #[default]
    Online,
    /// Without a network, sent later.
    Offline,
    /// Counted afterwards.
    Counted,
}

impl From<ChannelIn> for Channel {
    fn from(channel: ChannelIn) -> Self {
        match channel {
            ChannelIn::Online => Self::Online,
            ChannelIn::Offline => Self::Offline,
            ChannelIn::Counted => Self::Counted,
        }
    }
}

/// The answers, in the order of the request.
#[derive(Serialize, ToSchema)]
pub(crate) struct Answers {
    /// One a redemption.
    redemptions: Vec<AnswerOut>,
}

/// The answer to one redemption.
#[derive(Serialize, ToSchema)]
pub(crate) struct AnswerOut {
    /// The identifier sent.
    id: Uuid,
    /// `recorded`, `replayed` or `refused`.
    status: &'static str,
    /// Coupons accepted.
    accepted: u64,
    /// What is owed for them.
    amounts: Vec<AmountOut>,
    /// One answer a code, in order; empty when the whole redemption was refused.
    codes: Vec<CodeOut>,
    /// Why the whole redemption was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<RefusalOut>,
    /// The client's clock is off by so many seconds (only beyond a day).
    #[serde(skip_serializing_if = "Option::is_none")]
    clock_skew_seconds: Option<i64>,
}

/// An amount.
#[derive(Serialize, ToSchema)]
pub(crate) struct AmountOut {
    /// Minor units (cents).
    minor: i64,
    /// `CAD` or the private unit's code.
    unit: String,
}

/// The answer to one code.
#[derive(Serialize, ToSchema)]
pub(crate) struct CodeOut {
    /// Accepted or not.
    accepted: bool,
    /// The coupon's inventory number, when the code is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    coupon: Option<String>,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<RefusalOut>,
}

/// A refusal in words.
#[derive(Serialize, ToSchema)]
pub(crate) struct RefusalOut {
    /// Stable code.
    code: String,
    /// One sentence.
    title: String,
    /// What to do.
    detail: String,
}

/// Records redemptions. Each is answered by itself: a refused one never stops its neighbours.
#[utoipa::path(
    post, path = "/api/v1/redemptions", params(Asked), request_body = Batch,
    responses(
        (status = 200, description = "One answer a redemption", body = Answers),
        (status = 400, description = "Not the JSON asked for", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such programme", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Too large", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Too many", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many wrong codes: wait as long as `Retry-After` says", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Try again: the same identifiers are safe", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn record(client: Client, Query(asked): Query<Asked>, Body(batch): Body<Batch>) -> Result<Response, Response> {
    let book = client.book(batch.programme.as_deref().or(asked.programme.as_deref()))?;
    let no = |error: Error| failure::problem(client.lang, &error, &*book);
    if batch.redemptions.len() > MAX_REDEMPTIONS {
        return Err(no(Refusal::TooMany { limit: MAX_REDEMPTIONS as u64 }.into()));
    }
    let (actor, shared) = (client.actor(), book.clone());
    let asked: Vec<(Request, Result<CountIn, Refusal>)> = batch
        .redemptions
        .iter()
        .map(|r| {
            let request = Request { actor, id: r.id, device: r.device, claimed_at: r.at };
            let count = names::vendor(&shared, &r.vendor).and_then(|vendor| {
                let place = names::place(&shared, &r.place)?;
                Ok(CountIn { vendor, place, channel: r.channel.into(), codes: r.codes.clone() })
            });
            (request, count)
        })
        .collect();
    let ids: Vec<Uuid> = asked.iter().map(|(request, _)| request.id).collect();
    let answers = client
        .app()
        .act(book.identity.id, move |cx| {
            let mut answers = Vec::with_capacity(asked.len());
            for (request, count) in &asked {
                let answer = match count {
                    Ok(count) => redemption::count_in(cx, *request, count),
                    Err(refusal) => Err(refusal.clone().into()),
                };
                match answer {
                    Ok(answer) => answers.push(Ok(answer)),
                    Err(Error::Refused(refusal)) => answers.push(Err(refusal)),
                    Err(fault) => return Err(fault),
                }
            }
            Ok(answers)
        })
        .await
        .map_err(no)?;
    // When nothing could be tried, the whole request waits; else each redemption has its own answer.
    if let Some(Err(refusal @ Refusal::TooManyTries { .. })) = answers.first()
        && answers.iter().all(|answer| matches!(answer, Err(Refusal::TooManyTries { .. })))
    {
        return Err(no(refusal.clone().into()));
    }
    let redemptions = ids.into_iter().zip(answers).map(|(id, answer)| answer_out(&client, &book, id, answer)).collect();
    Ok(Json(Answers { redemptions }).into_response())
}

fn refusal_out(client: &Client, book: &app::domain::programme::Book, refusal: &Refusal) -> RefusalOut {
    let sentence = text::refusal(client.lang, refusal, book);
    RefusalOut { code: sentence.code, title: sentence.message, detail: sentence.next }
}

fn answer_out(
    client: &Client,
    book: &app::domain::programme::Book,
    id: Uuid,
    answer: Result<CountInAnswer, Refusal>,
) -> AnswerOut {
    let amount = |a: &Amount| AmountOut { minor: a.minor, unit: book.unit_code(a.unit).to_owned() };
    match answer {
        Ok(answer) => AnswerOut {
            id,
            status: if answer.replayed { "replayed" } else { "recorded" },
            accepted: answer.accepted,
            amounts: answer.amounts.iter().map(amount).collect(),
            codes: answer
                .codes
                .iter()
                .map(|c| CodeOut {
                    accepted: c.accepted,
                    coupon: c.coupon.map(|id| id.to_string()),
                    refusal: c.refusal.as_ref().map(|r| refusal_out(client, book, r)),
                })
                .collect(),
            refusal: None,
            clock_skew_seconds: answer.clock_skew_seconds,
        },
        Err(refusal) => AnswerOut {
            id,
            status: "refused",
            accepted: 0,
            amounts: Vec::new(),
            codes: Vec::new(),
            refusal: Some(refusal_out(client, book, &refusal)),
            clock_skew_seconds: None,
        },
    }
}
