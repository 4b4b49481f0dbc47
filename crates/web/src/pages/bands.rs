//! Hand-outs by household size: the only thing anybody writes down about a household.

use crate::Web;
use crate::failure::render;
use crate::page::Shell;
use crate::visit::Desk;
use app::handout::{self, BandUse};
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/p/{programme}/bands", get(show))
}

#[derive(Template)]
#[template(path = "handout/bands.html")]
struct BandsPage {
    s: Shell,
    rows: Vec<(String, BandUse)>,
    /// The sum; left out with the first figure that is, because it would tell it.
    total: Option<BandUse>,
    small: u64,
}

impl BandsPage {
    /// As the list of hand-outs is limited to a band.
    #[expect(clippy::unused_self, reason = "a template calls it")]
    fn limit(&self, band: &BandUse) -> String {
        format!("&band={}", crate::form::in_address(&band.band))
    }
}

async fn show(desk: Desk) -> Response {
    let actor = desk.actor();
    let bands = match desk.app().look(desk.programme(), move |cx| handout::by_band(cx, actor)).await {
        Ok(bands) => bands,
        Err(error) => return desk.failure(&error),
    };
    let sum = |mut total: BandUse, band: &BandUse| {
        total.hand_outs += band.hand_outs;
        total.count += band.count;
        total.cents += band.cents;
        total
    };
    let total = bands.iter().all(|b| !b.is_small).then(|| bands.iter().fold(BandUse::default(), sum));
    let label = |key: &str| desk.book.bands.iter().find(|b| b.key == key).map_or_else(|| key.to_owned(), |b| b.label.clone());
    let rows = bands.into_iter().map(|band| (label(&band.band), band)).collect();
    render(&BandsPage { s: desk.shell("nav-bands"), rows, total, small: app::domain::disclosure::SMALL })
}
