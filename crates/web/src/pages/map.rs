//! The map of Québec: which territories have a public programme, for everybody.

use crate::Web;
use crate::failure::render;
use crate::hexmap;
use crate::page::Shell;
use crate::visit::Visit;
use app::domain::territory::{self, REGIONS, Territory};
use app::place;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use std::collections::BTreeMap;
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new().route("/map", get(show))
}

/// A territory of the table, with its programmes.
struct Row {
    name: &'static str,
    code: &'static str,
    /// Address and name of each.
    programmes: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "place/map.html")]
struct MapPage {
    s: Shell,
    map: String,
    active: u64,
    regions: Vec<(&'static str, Vec<Row>)>,
}

async fn show(visit: Visit) -> Response {
    let books = match visit.app().programmes().await {
        Ok(books) => books,
        Err(fault) => return visit.failure(&fault),
    };
    let mut s = visit.shell("map-title");
    s.person = None;
    let mut served: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
    for book in books.iter().filter(|book| place::is_public(book)) {
        for code in place::territories(book) {
            let programme = (format!("/w/{}", book.identity.key), book.identity.name.clone());
            served.entry(code).or_default().push(programme);
        }
    }
    let has = |t: &Territory| served.contains_key(t.code);
    let map = hexmap::svg(
        &s.t("map-alt"),
        |t| if has(t) { "active" } else { "" },
        |t| served.get(t.code).and_then(|all| all.first()).map(|(href, _)| href.clone()),
    );
    let regions = (1u8..)
        .zip(REGIONS)
        .map(|(region, name)| {
            let here = territory::all().iter().filter(|t| t.region == region);
            let row =
                |t: &Territory| Row { name: t.name, code: t.code, programmes: served.get(t.code).cloned().unwrap_or_default() };
            (name, here.map(row).collect())
        })
        .collect();
    let active = territory::all().iter().filter(|t| has(t)).count() as u64;
    render(&MapPage { s, map, active, regions })
}
