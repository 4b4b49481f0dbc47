//! `/api/v1/hand-outs`: record hand-outs, list them.

use super::{Body, Client, Query, coupons::Asked};
use crate::failure::{self, Problem};
use app::command::Request;
use app::domain::coupon_set::CouponSet;
use app::domain::handout::Choice;
use app::domain::refusal::Refusal;
use app::{handout, names};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Json, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A hand-out. Either `coupons` or `class` and `count`.
#[derive(Deserialize, ToSchema)]
pub(crate) struct HandOutIn {
    /// Short name of the programme; may be left out by somebody who works for one only.
    programme: Option<String>,
    /// Made by the client: sending it again changes nothing.
    id: Uuid,
    /// The organisation: short name or number.
    partner: String,
    /// Inventory numbers: `3:1-20,25`.
    coupons: Option<String>,
    /// Class letter.
    class: Option<String>,
    /// How many of that class, from the organisation's lowest numbers.
    count: Option<u32>,
    /// Household-size band.
    band: String,
    /// The organisation's own pseudonym; only a keyed hash of it is kept.
    pseudonym: Option<String>,
    /// When (RFC 3339).
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// The identifier of a device that recorded it without a network: its clock may be wrong, and both times are kept.
    /// Without one, `at` is from the season's year on and at most a day ahead.
    device: Option<Uuid>,
}

/// What was handed out.
#[derive(Serialize, ToSchema)]
pub(crate) struct HandOutOut {
    /// `recorded` or `replayed`.
    status: &'static str,
    /// Coupons handed out now.
    count: u64,
    /// Their cost, cents.
    amount_cents: i64,
    /// Which, when the request left the choice open.
    coupons: String,
}

/// Hand-outs.
#[derive(Serialize, ToSchema)]
pub(crate) struct HandOutsOut {
    /// Newest first.
    hand_outs: Vec<HandOutLine>,
}

/// A hand-out as recorded.
#[derive(Serialize, ToSchema)]
pub(crate) struct HandOutLine {
    /// Organisation's short name.
    partner: String,
    /// Household-size band.
    band: String,
    /// When.
    at: String,
    /// Coupons.
    count: u64,
    /// Their cost, cents.
    amount_cents: i64,
    /// It was taken back within its ten minutes: it counts for nothing.
    taken_back: bool,
}

/// Records a hand-out.
#[utoipa::path(
    post, path = "/api/v1/hand-outs", params(Asked), request_body = HandOutIn,
    responses(
        (status = 201, description = "Recorded, or had been", body = HandOutOut),
        (status = 400, description = "Not the JSON asked for", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Not this person's to do", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such programme", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The identifier was used for something else", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "Too large", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Refused, with the reason", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Try again: the same identifier is safe", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn record(
    client: Client,
    Query(asked): Query<Asked>,
    Body(body): Body<HandOutIn>,
) -> Result<Response, Response> {
    let book = client.book(body.programme.as_deref().or(asked.programme.as_deref()))?;
    let no = |refusal: Refusal| failure::problem(client.lang, &refusal.into(), &*book);
    let partner = names::partner(&book, &body.partner).map_err(no)?;
    let choice = match (&body.coupons, &body.class, body.count) {
        (Some(numbers), None, None) => {
            Choice::Coupons(CouponSet::parse(numbers).ok_or_else(|| no(Refusal::UnknownCoupons { numbers: numbers.clone() }))?)
        }
        (None, Some(class), Some(count)) => Choice::Count { class: names::class(&book, class).map_err(no)?, count },
        _ => return Err(no(Refusal::Nothing)),
    };
    let request = Request { actor: client.actor(), id: body.id, device: body.device, claimed_at: body.at };
    let answer = client
        .app()
        .act(book.identity.id, move |cx| {
            handout::hand_out(cx, request, partner, choice.clone(), &body.band, body.pseudonym.as_deref())
        })
        .await
        .map_err(|error| failure::problem(client.lang, &error, &*book))?;
    let (count, amount_cents, coupons) = match answer.outcome {
        app::domain::command::Outcome::Moved { count, amount, coupons } => (count, amount.minor, coupons.to_string()),
        _ => (0, 0, String::new()),
    };
    let status = if answer.replayed { "replayed" } else { "recorded" };
    Ok((StatusCode::CREATED, Json(HandOutOut { status, count, amount_cents, coupons })).into_response())
}

/// Lists hand-outs.
#[utoipa::path(
    get, path = "/api/v1/hand-outs", params(Asked),
    responses(
        (status = 200, description = "Hand-outs", body = HandOutsOut),
        (status = 400, description = "The address cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Not this person's to see", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such programme", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Try again", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn list(client: Client, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let book = client.book(asked.programme.as_deref())?;
    let actor = client.actor();
    let rows = client
        .app()
        .look(book.identity.id, move |cx| handout::list(cx, actor, None))
        .await
        .map_err(|error| failure::problem(client.lang, &error, &*book))?;
    let hand_outs = rows
        .iter()
        .map(|r| HandOutLine {
            partner: book.partner(r.partner).map_or_else(String::new, |p| p.key.clone()),
            band: r.band.clone(),
            at: r.claimed_at.to_string(),
            count: r.count,
            amount_cents: r.amount_cents,
            taken_back: r.taken_back_by.is_some(),
        })
        .collect();
    Ok(Json(HandOutsOut { hand_outs }).into_response())
}
