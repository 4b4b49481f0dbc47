//! The phone over HTTP: its files, its card, its signed requests, and what is told to one that is not known.

use crate::pages::sound;
use crate::season::{P, Who};
use crate::visitor::{Site, on_both};
use app::domain::chain::hex;
use app::domain::ids::{PlaceId, VendorId};
use app::domain::phone::Act;
use app::phone::request_text;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use text::Lang;
use tower::ServiceExt;

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }
}

fn ask(site: &Site, method: &str, path: &str, signature: Option<&str>, body: &str) -> Answer {
    let router = web::router(site.ground.app.clone(), web::Options::default());
    let mut request = Request::builder().method(method).uri(path).header(header::HOST, "pcn.example");
    if let Some(signature) = signature {
        request = request.header(header::AUTHORIZATION, signature);
    }
    if !body.is_empty() {
        request = request.header(header::CONTENT_TYPE, "application/json");
    }
    let request = request.body(Body::from(body.to_owned())).expect("a request");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let response = router.oneshot(request).await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        let body = to_bytes(response.into_body(), 64 * 1024 * 1024).await.expect("a body").to_vec();
        Answer { status, headers, body }
    })
}

pub(crate) struct Phone {
    key: SigningKey,
    pub(crate) device: String,
}

impl Phone {
    /// The public half of its key, as the lists have it.
    pub(crate) fn public(&self) -> String {
        app::passkey::encode(self.key.verifying_key().to_sec1_point(false).as_bytes())
    }

    pub(crate) fn signature(&self, method: &str, path: &str, body: &str) -> String {
        let signature: Signature = self.key.sign(&request_text(method, path, body.as_bytes()));
        format!("Cabas-Device essai {} {}", self.device, app::passkey::encode(&signature.to_bytes()))
    }

    pub(crate) fn ask(&self, site: &Site, method: &str, path: &str, body: &str) -> Answer {
        ask(site, method, path, Some(&self.signature(method, path, body)), body)
    }
}

const PHONES: &str = "/p/essai/phones";

/// A merchant makes a card for their own phone, and the phone follows it.
pub(crate) fn enrol(site: &Site) -> Phone {
    let holder = format!("{} merchant/1", site.person(Who::Merchant).0);
    let card = site.post(Who::Merchant, Lang::Fr, PHONES, &[("holder", &holder)]);
    assert_eq!(card.status, StatusCode::OK, "{}", card.html);
    sound(&card, Lang::Fr, "phone card");
    let (_, rest) = card.html.split_once("/phone/#essai.").expect("a link");
    let token = &rest[..64];
    let key = SigningKey::from_slice(&[7; 32]).expect("a key");
    let public = hex(key.verifying_key().to_sec1_point(false).as_bytes());
    let body = json!({ "programme": "essai", "token": token, "public_key": public }).to_string();
    let enrolled = ask(site, "POST", "/api/v1/phone/enrol", None, &body);
    assert_eq!(enrolled.status, StatusCode::OK, "{}", String::from_utf8_lossy(&enrolled.body));
    let wrong = json!({ "programme": "essai", "token": token, "public_key": "00" }).to_string();
    assert_eq!(ask(site, "POST", "/api/v1/phone/enrol", None, &wrong).status, StatusCode::UNAUTHORIZED);
    Phone { key, device: enrolled.json()["device"].as_str().expect("a device").to_owned() }
}

fn a_phone_fetches_its_lists_and_sends_its_outbox(site: &Site) {
    let phone = enrol(site);
    let path = "/api/v1/phone/lists";
    let lists = phone.ask(site, "GET", path, "").json();
    assert_eq!((lists["key"].as_str(), lists["vendors"][0]["id"].as_u64()), (Some("essai"), Some(1)));
    assert!(lists["gone"]["redeemed"].as_str().is_some_and(|text| text.len() > 10), "a season was played");
    // What was signed for something else says nothing.
    let other = phone.signature("GET", "/api/v1/phone/acts", "");
    for signature in [None, Some("Cabas-Device"), Some("Bearer x"), Some(other.as_str()), Some(&*other.replace("essai", "autre"))]
    {
        let no = ask(site, "GET", path, signature, "");
        assert_eq!((no.status, no.json()["code"].as_str()), (StatusCode::UNAUTHORIZED, Some("unknown_device")), "{signature:?}");
    }
    let at = site.ground.app.now();
    let codes = vec!["7K2M4-QXP9H".to_owned(), "7K2M4-QXP8H".to_owned()];
    let device = phone.device.parse().expect("an identifier");
    let act = Act { device, seq: 1, at_ms: at.as_millisecond(), vendor: VendorId(1), place: PlaceId(1), codes: &codes };
    let hash = hex(&act.hash(&[0; 32]));
    let sent = json!({ "acts": [{ "seq": 1, "at_ms": at.as_millisecond(), "vendor": 1, "place": 1, "codes": codes,
        "previous": "0".repeat(64), "hash": hash }] });
    for status in ["recorded", "replayed"] {
        let answer = phone.ask(site, "POST", "/api/v1/phone/acts", &sent.to_string());
        assert_eq!(answer.status, StatusCode::OK, "{}", String::from_utf8_lossy(&answer.body));
        let said = &answer.json()["acts"][0];
        assert_eq!(said["status"], status);
        assert_eq!(said["codes"][0]["code"], "unknown_code");
        assert_eq!((&said["codes"][1]["status"], &said["codes"][1]["code"]), (&json!("refused"), &json!("mistyped_code")));
    }
    for body in [
        "",
        "{",
        "{\"acts\":[{}]}",
        &*sent.to_string().replace(&hash, "00"),
        &*sent.to_string().replace("\"seq\":1", "\"seq\":0"),
    ] {
        assert_eq!(phone.ask(site, "POST", "/api/v1/phone/acts", body).status, StatusCode::BAD_REQUEST, "{body}");
    }
    let many = json!({ "acts": vec![sent["acts"][0].clone(); 201] });
    assert_eq!(phone.ask(site, "POST", "/api/v1/phone/acts", &many.to_string()).status, StatusCode::UNPROCESSABLE_ENTITY);
    // Taken out on the page, by its own merchant.
    for lang in Lang::ALL {
        let page = site.get(Who::Merchant, *lang, PHONES);
        sound(&page, *lang, "phones");
        assert!(page.html.contains(&phone.device));
    }
    let page = site.post(Who::Merchant, Lang::Fr, PHONES, &[("act", "revoke"), ("device", &phone.device)]);
    assert!(page.to.ends_with("done=done-phone-revoked"), "{}", page.html);
    let no = phone.ask(site, "POST", "/api/v1/phone/acts", &sent.to_string());
    assert_eq!((no.status, no.json()["code"].as_str()), (StatusCode::UNAUTHORIZED, Some("revoked_device")));
    let report = site.ground.app.look_wait(P, app::audit::audit).expect("audited");
    assert!(report.findings.is_empty(), "{:#?}", report.findings);
}

fn every_file_of_the_app_is_what_the_worker_announces(site: &Site) {
    let get = |path: &str| ask(site, "GET", path, None, "");
    let worker = String::from_utf8(get("/phone/worker.js").body).expect("text");
    let list = |name: &str| -> Vec<Value> {
        let (_, rest) = worker.split_once(&format!("const {name} = ")).expect("a list");
        serde_json::from_str(rest.split_once(";\n").expect("its end").0).expect("JSON")
    };
    let files = [list("FILES"), list("VENDOR")].concat();
    assert!(files.len() > 20);
    for file in &files {
        let path = file["path"].as_str().expect("a path");
        let answer = get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(hex(&Sha256::digest(&answer.body)), file["sha256"], "{path}");
    }
    // What the page names is kept.
    let page = get("/phone/");
    let html = String::from_utf8(page.body).expect("text");
    for path in html.split(['"']).filter(|text| text.starts_with("/a/") || text.starts_with("/phone/")) {
        assert!(files.iter().any(|file| file["path"] == path), "{path}");
    }
    let policy = |headers: &HeaderMap| headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text").to_owned();
    assert!(policy(&page.headers).contains("'wasm-unsafe-eval'") && !policy(&page.headers).contains("'unsafe-"));
    assert!(!policy(&get("/sign-in").headers).contains("wasm"), "only there");
    assert_eq!(get("/a/0000000000000000/phone/main.js").status, StatusCode::NOT_FOUND, "of another version");
    assert_eq!(get("/phone").status, StatusCode::PERMANENT_REDIRECT);
    for lang in ["fr", "en"] {
        let tree = worker.split('"').nth(1).expect("the hash");
        let words = get(&format!("/a/{tree}/phone/words-{lang}.json")).json();
        assert!(words["phone-done"].as_str().is_some_and(|text| text.contains("{amount}")), "facts are left open: {words}");
        assert!(words.as_object().is_some_and(|all| all.len() > 70 && all.keys().all(|key| key.starts_with("phone-"))));
    }
}

on_both!(a_phone_fetches_its_lists_and_sends_its_outbox, every_file_of_the_app_is_what_the_worker_announces);
