//! The phone app: its page, its service worker and its files, all under one hash, so that a phone has all of one
//! version or all of another.

use crate::Web;
use app::domain::chain::hex;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use text::Lang;

const JS: &str = "text/javascript; charset=utf-8";
const JSON: &str = "application/json";
/// The page, and the thread that reads square codes, run a WebAssembly program that is ours to serve. The page asks this
/// server, and the hubs of markets that it names.
fn policy(hubs: &[String]) -> String {
    let connect: String = hubs.iter().fold("'self'".to_owned(), |list, hub| list + " " + hub);
    format!(
        "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; manifest-src 'self'; \
         img-src 'self' data:; media-src 'self' blob:; connect-src {connect}; form-action 'self'; frame-ancestors 'none'; \
         base-uri 'none'"
    )
}

macro_rules! files {
    ($($kind:expr => $($name:literal),+;)+) => {
        [$($(($name, $kind, include_bytes!(concat!("../assets/phone/", $name)).as_slice())),+),+]
    };
}

/// What the page loads, in a folder of its own.
static OWN: [(&str, &str, &[u8]); 50] = files! {
    JS => "answer.js", "base45.js", "bytes.js", "camera.js", "card.js", "carried.js", "carrying.js", "check.js", "code.js",
        "decide.js", "deflate.js", "desk.js", "eye.js", "gone.js", "handed.js", "hub.js", "install.js", "keys.js",
        "main.js", "memory.js", "neighbours.js", "outbox.js", "page.js", "parcel.js", "pay.js", "photo.js", "pile.js",
        "present.js", "reading.js", "scan.js", "scanner.js", "sending.js", "sent.js", "showing.js", "signal.js",
        "signed.js", "squares.js", "stall.js", "state.js", "stock.js", "store.js", "sync.js", "typed.js", "version.js",
        "welcome.js", "windows.js", "words.js";
    "text/css; charset=utf-8" => "phone.css";
    "image/png" => "icon-192.png", "icon-512.png";
};
/// What others wrote: kept by a phone from one version to the next.
static VENDOR: [(&str, &str, &[u8]); 3] = [
    ("/a/vendor/uqr-0.1.3/index.mjs", JS, include_bytes!("../assets/vendor/uqr-0.1.3/index.mjs")),
    ("/a/vendor/zxing-wasm-3.1.4/reader.js", JS, include_bytes!("../assets/vendor/zxing-wasm-3.1.4/reader.js")),
    (
        "/a/vendor/zxing-wasm-3.1.4/zxing_reader.wasm",
        "application/wasm",
        include_bytes!("../assets/vendor/zxing-wasm-3.1.4/zxing_reader.wasm"),
    ),
];

#[derive(Serialize)]
struct Listed<'a> {
    path: Cow<'a, str>,
    sha256: String,
}

fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The app of one version.
pub(crate) struct Tree {
    hash: String,
    /// By name, in its folder.
    files: BTreeMap<&'static str, (&'static str, Cow<'static, [u8]>)>,
    page: String,
    worker: String,
    manifest: String,
    policy: HeaderValue,
}

/// The app where markets have no hub.
static ALONE: LazyLock<Arc<Tree>> = LazyLock::new(|| Arc::new(Tree::make(&[])));

impl Tree {
    /// Where one of its files is, for a page that uses it too.
    pub(crate) fn address(&self, name: &str) -> String {
        format!("/a/{}/phone/{name}", self.hash)
    }

    /// The app that asks these hubs. A phone keeps the page with its policy: another list is another version.
    pub(crate) fn with(hubs: &[String]) -> Arc<Self> {
        if hubs.is_empty() { ALONE.clone() } else { Arc::new(Self::make(hubs)) }
    }

    fn make(hubs: &[String]) -> Self {
        let policy = policy(hubs);
        let mut files: BTreeMap<&str, (&str, Cow<'static, [u8]>)> =
            OWN.iter().map(|(name, kind, bytes)| (*name, (*kind, Cow::Borrowed(*bytes)))).collect();
        for (name, lang) in [("words-fr.json", Lang::Fr), ("words-en.json", Lang::En)] {
            files.insert(name, (JSON, Cow::Owned(words(lang).into_bytes())));
        }
        let page = include_str!("../assets/phone/index.html");
        let worker = include_str!("../assets/phone/worker.js");
        let outside = [("/a/core.css", include_str!("../assets/core.css")), ("/a/icon.svg", include_str!("../assets/icon.svg"))];
        let mut all = Sha256::new();
        for (name, (_, bytes)) in &files {
            all.update(name.as_bytes());
            all.update(Sha256::digest(bytes));
        }
        for text in [page, worker, outside[0].1, outside[1].1] {
            all.update(Sha256::digest(text));
        }
        all.update(&policy);
        let hash = hex(&all.finalize())[..16].to_owned();
        let page = page.replace("{tree}", &hash);
        let manifest = manifest(&hash);
        let mut listed = vec![
            Listed { path: "/phone/".into(), sha256: sha256(page.as_bytes()) },
            Listed { path: "/phone/manifest.webmanifest".into(), sha256: sha256(manifest.as_bytes()) },
        ];
        listed.extend(outside.map(|(path, text)| Listed { path: path.into(), sha256: sha256(text.as_bytes()) }));
        listed.extend(
            files
                .iter()
                .map(|(name, (_, bytes))| Listed { path: format!("/a/{hash}/phone/{name}").into(), sha256: sha256(bytes) }),
        );
        let vendor: Vec<Listed<'_>> =
            VENDOR.iter().map(|(path, _, bytes)| Listed { path: (*path).into(), sha256: sha256(bytes) }).collect();
        let json = |list: &[Listed<'_>]| serde_json::to_string(list).unwrap_or_default();
        let head = format!("const TREE = \"{hash}\";\nconst FILES = {};\nconst VENDOR = {};\n", json(&listed), json(&vendor));
        // Only what `cabas serve` let through gets here: no sign of it is out of place in a header.
        let policy = HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"));
        Self { worker: head + worker, hash, files, page, manifest, policy }
    }
}

/// The phone's messages, their facts left open as `{name}`.
fn words(lang: Lang) -> String {
    const FACTS: [&str; 9] = ["amount", "code", "count", "date", "hours", "letter", "name", "number", "position"];
    let facts = FACTS.map(|name| (name, text::Arg::from(format!("{{{name}}}"))));
    let keys = text::keys(lang).into_iter().filter(|key| key.starts_with("phone-"));
    let words: BTreeMap<&str, String> = keys.map(|key| (key, text::tr(lang, key, &facts))).collect();
    serde_json::to_string(&words).unwrap_or_default()
}

fn manifest(hash: &str) -> String {
    let icon = |size: u32| {
        let source = format!("/a/{hash}/phone/icon-{size}.png");
        serde_json::json!({ "src": source, "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": "any" })
    };
    serde_json::json!({
        "name": "Cabas", "short_name": "Cabas", "id": "/phone/", "start_url": "/phone/", "scope": "/phone/", "display": "standalone",
        "background_color": "#faf5e9", "theme_color": "#256b3c", "lang": "fr-CA", "icons": [icon(192), icon(512)],
    })
    .to_string()
}

pub(crate) fn routes() -> Router<Arc<Web>> {
    let fresh = "no-cache";
    let routes = Router::new()
        .route("/phone", get(async || Redirect::permanent("/phone/")))
        .route("/phone/", get(async move |State(web): App| file(&web, "text/html; charset=utf-8", fresh, web.phone.page.clone())))
        .route("/phone/worker.js", get(async move |State(web): App| file(&web, JS, fresh, web.phone.worker.clone())))
        .route(
            "/phone/manifest.webmanifest",
            get(async move |State(web): App| file(&web, "application/manifest+json", fresh, web.phone.manifest.clone())),
        )
        .route("/a/{tree}/phone/{name}", get(own));
    VENDOR.iter().fold(routes, |routes, (path, kind, bytes)| {
        routes.route(path, get(async move |State(web): App| file(&web, kind, FOR_EVER, *bytes)))
    })
}

type App = State<Arc<Web>>;

/// An address with a hash or a version in it never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

fn file(web: &Web, kind: &'static str, cache: &'static str, body: impl IntoResponse) -> Response {
    let say = HeaderValue::from_static;
    let policy = web.phone.policy.clone();
    let headers =
        [(header::CONTENT_TYPE, say(kind)), (header::CACHE_CONTROL, say(cache)), (header::CONTENT_SECURITY_POLICY, policy)];
    (headers, body).into_response()
}

async fn own(State(web): App, Path((tree, name)): Path<(String, String)>) -> Response {
    match web.phone.files.get(name.as_str()).filter(|_| tree == web.phone.hash) {
        Some((kind, bytes)) => file(&web, kind, FOR_EVER, bytes.clone()),
        // Another version's: the phone has it, or takes this one.
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
