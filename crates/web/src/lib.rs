//! HTTP: pages, the JSON API, sign-in. This crate speaks; it never opens a transaction and never decides.

mod api;
mod assets;
mod chart;
mod compress;
mod failure;
mod form;
mod guard;
mod hexmap;
mod nav;
mod page;
mod pages;
mod phone;
mod place_form;
mod pointmap;
mod qr;
mod read;
mod spot;
mod todo;
mod tongue;
mod visit;
mod work;

pub use api::openapi;

use app::App;
use axum::Router;
use std::sync::Arc;
use std::time::Duration;

/// How the server is reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options {
    /// Behind HTTPS: cookies are then sent over HTTPS only.
    pub https: bool,
    /// Behind a proxy of ours that says where visitors come from, last in `X-Forwarded-For`.
    pub forwarded: bool,
    /// The clock is not the real one: every page of a programme says which day it is.
    pub practice: bool,
    /// How long somebody waits for work that may be long before being led to a page that follows it.
    pub patience: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self { https: false, forwarded: false, practice: false, patience: Duration::from_secs(1) }
    }
}

/// What every handler shares.
pub(crate) struct Web {
    pub(crate) app: App,
    pub(crate) options: Options,
    pub(crate) works: work::Works,
}

/// The whole site on a platform.
pub fn router(app: App, options: Options) -> Router {
    tongue::listen();
    let web = Arc::new(Web { app, options, works: work::Works::default() });
    let routes = Router::new()
        .merge(pages::routes())
        .merge(api::routes())
        .merge(assets::routes())
        .merge(phone::routes())
        .merge(work::routes());
    guard::around(routes.fallback(pages::not_found)).with_state(web)
}
