//! `GET /api/v1/stock`: coupons by batch, class, state and organisation.

use super::{Client, Query, coupons::Asked};
use crate::failure::{self, Problem};
use app::live_use;
use axum::response::{IntoResponse, Json, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// The stock.
#[derive(Serialize, ToSchema)]
pub(crate) struct Stock {
    /// One line for each batch, state, organisation and fund that occurs.
    lines: Vec<Line>,
}

/// Coupons that share everything.
#[derive(Serialize, ToSchema)]
pub(crate) struct Line {
    /// Batch number.
    batch: u32,
    /// Class letter.
    class: String,
    /// Where they are.
    state: &'static str,
    /// Organisation's short name.
    partner: Option<String>,
    /// Fund's short name.
    fund: Option<String>,
    /// How many.
    count: u64,
}

/// The stock of a programme.
#[utoipa::path(
    get, path = "/api/v1/stock", params(Asked),
    responses(
        (status = 200, description = "The stock", body = Stock),
        (status = 400, description = "The address cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Not this person's to see", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such programme", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Try again", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn show(client: Client, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let book = client.book(asked.programme.as_deref())?;
    let actor = client.actor();
    let rows = client
        .app()
        .look(book.identity.id, move |cx| live_use::stock(cx, actor))
        .await
        .map_err(|error| failure::problem(client.lang, &error, &*book))?;
    let lines = rows
        .iter()
        .map(|row| Line {
            batch: row.batch,
            class: book.class(row.class).map_or_else(String::new, |c| c.letter.to_string()),
            state: row.state.key(),
            partner: row.partner.and_then(|p| book.partner(p)).map(|p| p.key.clone()),
            fund: row.fund.and_then(|f| book.fund(f)).map(|f| f.key.clone()),
            count: row.count,
        })
        .collect();
    Ok(Json(Stock { lines }).into_response())
}
