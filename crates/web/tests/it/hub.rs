//! A market's hub over HTTP: whom it lets ask, what it says to one that is not known, and that it speaks HTTPS.

use crate::phone::{Phone, enrol};
use crate::visitor::{Site, on_both};
use app::Surroundings;
use app::hub::{Hub, Me};
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, HeaderValue, Request, StatusCode, header};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tower::ServiceExt;
use web::hub::{Carrier, Link, Tls};

const CHECK: &str = "/api/v1/phone/check";
const ACTS: &str = "/api/v1/phone/acts";
const ORIGIN: &str = "https://cabas.example.ca";

/// A hub that knows one phone.
fn hub(folder: &Path, site: &Site, phone: &Phone) -> Arc<Hub> {
    app::hub::make_key(folder).expect("a key");
    let me = Me { origin: ORIGIN.to_owned(), programme: "essai".to_owned(), device: uuid::Uuid::from_u128(1) };
    app::hub::enrolled(folder, &me).expect("written");
    let hub = Hub::open(folder, Surroundings::real()).expect("opened").expect("a hub");
    let mut lists = phone.ask(site, "GET", "/api/v1/phone/lists", "").json();
    lists["peers"] = json!([{ "id": phone.device, "public": phone.public(), "label": "Ferme", "vendor": 1 }]);
    hub.learn(&lists.to_string()).expect("learnt");
    Arc::new(hub)
}

fn ask(hub: &Arc<Hub>, method: &str, path: &str, signature: Option<&str>, body: &str) -> (StatusCode, HeaderMap, Value) {
    let mut request = Request::builder().method(method).uri(path).header(header::ORIGIN, "https://elsewhere.example");
    if let Some(signature) = signature {
        request = request.header(header::AUTHORIZATION, signature);
    }
    let request = request.body(Body::from(body.to_owned())).expect("a request");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let response = web::hub::router(hub.clone(), Carrier::default()).oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        let body = to_bytes(response.into_body(), 1 << 20).await.expect("a body");
        (status, headers, serde_json::from_slice(&body).unwrap_or(Value::Null))
    })
}

fn a_hub_answers_the_phones_it_knows_and_pages_of_its_platform(site: &Site) {
    let phone = enrol(site);
    let folder = tempfile::tempdir().expect("a folder");
    let hub = hub(folder.path(), site, &phone);
    let (status, headers, _) = ask(&hub, "OPTIONS", ACTS, None, "");
    assert_eq!(status, StatusCode::NO_CONTENT);
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], ORIGIN, "whoever asks");
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_HEADERS], "authorization, content-type");
    let signed = |path: &str, body: &str| phone.signature("POST", path, body);
    let asked = json!({ "place": 1, "codes": ["7K2M4-QXP9H", "x"] }).to_string();
    for wrong in [None, Some("x"), Some(&*signed(ACTS, &asked)), Some(&*signed(CHECK, "{}"))] {
        let (status, headers, said) = ask(&hub, "POST", CHECK, wrong, &asked);
        assert_eq!((status, &said["code"]), (StatusCode::UNAUTHORIZED, &json!("unknown_device")));
        assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], ORIGIN, "the app may read why");
    }
    let (status, _, said) = ask(&hub, "POST", CHECK, Some(&signed(CHECK, &asked)), &asked);
    assert_eq!(status, StatusCode::OK);
    assert_eq!(said["codes"], json!([{ "status": "free" }, { "status": "gone", "no": { "code": "unknown_code" } }]));
    let elsewhere = json!({ "place": 99, "codes": [] }).to_string();
    let (status, _, said) = ask(&hub, "POST", CHECK, Some(&signed(CHECK, &elsewhere)), &elsewhere);
    assert_eq!((status, &said["code"]), (StatusCode::FORBIDDEN, &json!("not_permitted")));
    assert_eq!(ask(&hub, "POST", CHECK, Some(&signed(CHECK, "{")), "{").0, StatusCode::BAD_REQUEST);
    let act = json!({ "acts": [{ "seq": 1, "codes": ["7K2M4-QXP9H"] }] }).to_string();
    for _ in 0..2 {
        let (status, _, said) = ask(&hub, "POST", ACTS, Some(&signed(ACTS, &act)), &act);
        assert_eq!((status, said), (StatusCode::OK, json!({ "acts": [{ "seq": 1, "status": "carried" }] })));
    }
    assert_eq!(ask(&hub, "POST", CHECK, Some(&signed(CHECK, &asked)), &asked).2["codes"][0]["no"]["code"], "accepted_elsewhere");
    let (_, headers, state) = ask(&hub, "GET", "/hub/v1/state", None, "");
    assert_eq!((&state["waiting"], &state["phones"], &state["reached"]), (&json!(1), &json!(1), &json!(false)));
    assert_eq!(headers[header::CACHE_CONTROL], "no-store");
    let (status, headers, _) = ask(&hub, "GET", "/", None, "");
    assert_eq!((status, &headers[header::CONTENT_TYPE]), (StatusCode::OK, &HeaderValue::from_static("text/html; charset=utf-8")));
    assert_eq!(ask(&hub, "GET", "/p/essai", None, "").0, StatusCode::NOT_FOUND, "a hub is no platform");
    // The platform answers the same question, and signs what it answers to payments.
    let said = phone.ask(site, "POST", CHECK, &asked).json();
    assert_eq!(said["codes"][0], json!({ "status": "gone", "no": { "code": "unknown_code" } }));
    assert_eq!(phone.ask(site, "POST", CHECK, "{").status, StatusCode::BAD_REQUEST);
    let empty = phone.ask(site, "POST", ACTS, "{\"acts\":[]}");
    assert!(empty.headers["cabas-answer"].to_str().expect("text").starts_with("0."));
}

#[test]
fn a_hub_over_https() {
    let file = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(name);
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let address = runtime.block_on(async {
        let listener = || async { tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port") };
        let missing = Tls::over(listener().await, &file("nothing.pem"), &file("hub.key.pem"));
        assert!(missing.err().expect("no certificate").to_string().contains("nothing.pem"));
        let tls = Tls::over(listener().await, &file("hub.certificate.pem"), &file("hub.key.pem")).expect("a certificate");
        let address = axum::serve::Listener::local_addr(&tls).expect("an address");
        let site = axum::Router::new().route("/", axum::routing::get(async || "encrypted"));
        tokio::spawn(async move { axum::serve(tls, site).await });
        address
    });
    // Somebody who says nothing keeps nobody waiting.
    let _silent = std::net::TcpStream::connect(address).expect("connected");
    let trusting = ureq::tls::TlsConfig::builder().disable_verification(true).build();
    let patience = Some(Duration::from_secs(20));
    let agent: ureq::Agent = ureq::Agent::config_builder().tls_config(trusting).timeout_global(patience).build().into();
    let mut answer = agent.get(format!("https://localhost:{}/", address.port())).call().expect("an answer");
    assert_eq!(answer.body_mut().read_to_string().expect("text"), "encrypted");
    assert!(agent.get(format!("http://{address}/")).call().is_err());
}

#[test]
fn the_link_of_a_card() {
    let token = "a".repeat(64);
    let link = Link::parse(&format!(" https://Cabas.example.ca/phone/#essai.{token}\n")).expect("a link");
    assert_eq!(link, Link { origin: "https://cabas.example.ca".to_owned(), programme: "essai".to_owned(), token: token.clone() });
    for wrong in [
        "",
        "https://cabas.example.ca/phone/",
        &format!("http://cabas.example.ca/phone/#essai.{token}"),
        &format!("https://x.ca/phone/#essai.{}", &token[1..]),
    ] {
        assert_eq!(Link::parse(wrong), None, "{wrong}");
    }
}

on_both!(a_hub_answers_the_phones_it_knows_and_pages_of_its_platform);
