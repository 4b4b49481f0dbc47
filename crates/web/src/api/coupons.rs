//! `GET /api/v1/coupons/{code}`: what a coupon is.

use super::{Client, Named, Query};
use crate::failure::{self, Problem};
use app::coupon;
use axum::response::{IntoResponse, Json, Response};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which programme.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// Short name of the programme; may be left out by somebody who works for one only.
    pub(crate) programme: Option<String>,
}

/// A coupon.
#[derive(Serialize, ToSchema)]
pub(crate) struct CouponOut {
    /// Inventory number.
    number: String,
    /// Class letter.
    class: String,
    /// Face value, minor units.
    face_minor: i64,
    /// `CAD` or the private unit's code.
    unit: String,
    /// Where it is in its life.
    state: &'static str,
    /// Last day of use.
    expires_on: Option<String>,
    /// When, where and at whose stall it was spent.
    redeemed: Option<RedeemedOut>,
}

/// Where a coupon was spent.
#[derive(Serialize, ToSchema)]
pub(crate) struct RedeemedOut {
    /// When it arrived.
    at: String,
    /// Place's short name.
    place: String,
    /// Merchant's short name.
    vendor: String,
}

/// Looks a coupon up by its code, typed or scanned, or by its inventory number.
#[utoipa::path(
    get, path = "/api/v1/coupons/{code}", params(("code" = String, Path, description = "Code, QR text or inventory number"), Asked),
    responses(
        (status = 200, description = "The coupon", body = CouponOut),
        (status = 400, description = "The address cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Not this person's to see", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such coupon or programme", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Not a code", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Try again", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn show(client: Client, Named(code): Named, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let book = client.book(asked.programme.as_deref())?;
    let actor = client.actor();
    let story = client
        .app()
        .look(book.identity.id, move |cx| coupon::story(cx, actor, &code))
        .await
        .map_err(|error| failure::problem(client.lang, &error, &*book))?;
    let redeemed = story.redemption.as_ref().map(|r| RedeemedOut {
        at: r.recorded_at.to_string(),
        place: book.place(r.place).map_or_else(String::new, |p| p.key.clone()),
        vendor: book.vendor(r.vendor).map_or_else(String::new, |v| v.key.clone()),
    });
    let out = CouponOut {
        number: story.coupon.id.to_string(),
        class: story.class.letter.to_string(),
        face_minor: story.class.face.minor,
        unit: book.unit_code(story.class.face.unit).to_owned(),
        state: story.coupon.state.key(),
        expires_on: story.class.expires_on.map(|d| d.to_string()),
        redeemed,
    };
    Ok(Json(out).into_response())
}
