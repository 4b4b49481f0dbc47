//! The programmes side by side, in totals: for whoever answers for several.

use crate::Web;
use crate::chart;
use crate::failure::render;
use crate::page::Shell;
use crate::visit::{At, Owner};
use app::domain::refusal::Refusal;
use app::tables::{self, Format};
use app::together::{self, Side, Sum};
use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::tz::TimeZone;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/programmes", get(show)).route("/programmes/{file}", get(file))
}

#[derive(Template)]
#[template(path = "programme/together.html")]
struct TogetherPage {
    s: Shell,
    sides: Vec<Side>,
    sum: Sum,
    /// Simulated programmes are shown and not counted: there are real ones.
    leaves_out: bool,
}

impl TogetherPage {
    /// How much of what was handed out was used.
    #[expect(clippy::unused_self, reason = "a template calls it")]
    fn bar(&self, side: &Side) -> String {
        chart::share(side.total.redeemed.count, side.total.handed_out.count)
    }
}

async fn show(owner: Owner) -> Response {
    let visit = &owner.visit;
    match visit.app().together(owner.signed.person.id, visit.lang).await {
        Ok(sides) => {
            let sum = together::sum(&sides);
            let leaves_out = sum.programmes < sides.len() as u64;
            render(&TogetherPage { s: visit.shell("together-title"), sides, sum, leaves_out })
        }
        Err(error) => visit.failure(&error),
    }
}

async fn file(owner: Owner, At(name): At<String>) -> Response {
    let visit = &owner.visit;
    let Some(format) = name.strip_prefix("together.").and_then(Format::parse) else {
        return visit.failure(&Refusal::NotFound.into());
    };
    let made = visit.app().together(owner.signed.person.id, visit.lang).await.and_then(|sides| {
        // Programmes may live in several zones; a day of Québec's dates the file.
        let zone = TimeZone::get("America/Toronto").unwrap_or(TimeZone::UTC);
        let table = together::table(visit.lang, visit.app().now().to_zoned(zone).date(), &sides);
        tables::write(&table, visit.lang, format)
    });
    match made {
        Ok(bytes) => {
            let disposition = format!("attachment; filename=\"{name}\"");
            ([(header::CONTENT_TYPE, format.media_type().to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
                .into_response()
        }
        Err(error) => visit.failure(&error),
    }
}
