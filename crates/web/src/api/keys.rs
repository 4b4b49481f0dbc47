//! `GET /api/v1/keys`: what coupons' signatures are verified with. Devices keep them, and need no network then.

use super::{Client, Query, coupons::Asked};
use crate::failure::{self, Problem};
use app::signing_key::{self, PublicKey};
use axum::response::{IntoResponse, Json, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// A programme's public keys.
#[derive(Serialize, ToSchema)]
pub(crate) struct Published {
    /// The programme's number, as in signed codes.
    programme: u16,
    /// Every key it ever signed with, the first one first. A code of a slot that is not here is not the programme's.
    keys: Vec<Key>,
}

/// A public key.
#[derive(Serialize, ToSchema)]
pub(crate) struct Key {
    /// Its slot: the low four bits of a signed code's first byte.
    slot: u8,
    /// The P-256 point: uncompressed SEC1 bytes (65) in hexadecimal.
    #[serde(rename = "public_key")]
    point: String,
    /// Since when it signs what is printed; nothing for the first, which the programme has from its start.
    from: Option<String>,
    /// Until when it did; nothing for the key in use. What it signed before stays good.
    until: Option<String>,
}

impl Published {
    /// As the file and the API say it.
    pub(crate) fn of(programme: u16, keys: &[PublicKey]) -> Self {
        let keys = keys.iter().map(|key| Key {
            slot: key.slot,
            point: key.public_key.clone(),
            from: key.from.map(|at| at.to_string()),
            until: key.until.map(|at| at.to_string()),
        });
        Self { programme, keys: keys.collect() }
    }

    /// A public key in groups of eight digits, as people compare them.
    pub(crate) fn spaced(public_key: &str) -> String {
        let groups: Vec<&str> = (0..public_key.len()).step_by(8).filter_map(|at| public_key.get(at..)).collect();
        let groups: Vec<&str> = groups.into_iter().map(|rest| rest.get(..8).unwrap_or(rest)).collect();
        groups.join(" ")
    }
}

/// The public keys of a programme's coupons.
#[utoipa::path(
    get, path = "/api/v1/keys", params(Asked),
    responses(
        (status = 200, description = "The keys", body = Published),
        (status = 400, description = "The address cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Not signed in", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such programme", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Try again", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn show(client: Client, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let book = client.book(asked.programme.as_deref())?;
    let keys = client
        .app()
        .look(book.identity.id, signing_key::published)
        .await
        .map_err(|error| failure::problem(client.lang, &error, &*book))?;
    Ok(Json(Published::of(book.identity.id.0, &keys)).into_response())
}
