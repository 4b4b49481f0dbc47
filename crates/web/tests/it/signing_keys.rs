//! The page of signing keys, and the keys that everybody may have.

use crate::pages::{says, sound};
use crate::season::Who;
use crate::visitor::{Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

const PATH: &str = "/p/essai/signing-keys";

fn a_key_is_changed_by_two(site: &Site) {
    let post = |who: Who, lang, fields: &[(&str, &str)]| site.post(who, lang, PATH, fields);
    for lang in Lang::ALL {
        for who in [Who::Coordinator, Who::Treasurer, Who::Approver, Who::Auditor] {
            let page = site.get(who, *lang, PATH);
            sound(&page, *lang, "signing keys");
            let asks = [Who::Coordinator, Who::Treasurer].contains(&who);
            assert_eq!(page.html.contains("value=\"ask\""), asks, "{who:?}");
        }
        let page = post(Who::Coordinator, *lang, &[("act", "ask"), ("reason", " ")]);
        says(&page, *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-reason-needed");
        says(
            &post(Who::Treasurer, *lang, &[("act", "confirm"), ("slot", "1")]),
            *lang,
            StatusCode::NOT_FOUND,
            "refusal-not-found",
        );
    }
    let asked = post(Who::Coordinator, Lang::Fr, &[("act", "ask"), ("reason", "imprimante <partie>")]);
    assert_eq!(asked.to, format!("{PATH}?done=done-key-asked"));
    for lang in Lang::ALL {
        let page = site.get(Who::Coordinator, *lang, PATH);
        sound(&page, *lang, "signing keys");
        assert!(page.html.contains("imprimante &#60;partie&#62;") && !page.html.contains("value=\"confirm\""), "{}", page.html);
        let page = site.get(Who::Treasurer, *lang, PATH);
        assert!(page.html.contains("value=\"confirm\"") && page.html.contains("Coordinator &#60;Essai&#62;"));
        assert!(!site.get(Who::Auditor, *lang, PATH).html.contains("value=\"drop\""));
        says(
            &post(Who::Coordinator, *lang, &[("act", "confirm"), ("slot", "1")]),
            *lang,
            StatusCode::CONFLICT,
            "refusal-second-person-needed",
        );
        assert!(site.get(Who::Approver, *lang, "/p/essai").html.contains(&format!("href=\"{PATH}\"")), "it is a thing to do");
    }
    let keys = |path: &str, who: Option<Who>| {
        let page = site.get(who, Lang::Fr, path);
        assert_eq!(page.status, StatusCode::OK, "{path} {}", page.html);
        serde_json::from_str::<serde_json::Value>(&page.html).expect("JSON")
    };
    let before = keys("/w/essai/keys.json", None);
    assert_eq!((before["programme"].as_u64(), before["keys"].as_array().map(Vec::len)), (Some(1), Some(1)));
    let done = post(Who::Approver, Lang::Fr, &[("act", "confirm"), ("slot", "1")]);
    assert_eq!(done.to, format!("{PATH}?done=done-key-confirmed"));
    let after = keys("/w/essai/keys.json", None);
    assert_eq!(after, keys("/api/v1/keys?programme=essai", Some(Who::Market)));
    assert_eq!(after["keys"][0]["public_key"], before["keys"][0]["public_key"]);
    assert_eq!(after["keys"][0]["until"], after["keys"][1]["from"]);
    assert_eq!((after["keys"][1]["slot"].as_u64(), after["keys"][1]["until"].is_null()), (Some(1), true));
    assert_eq!(after["keys"][1]["public_key"].as_str().map(str::len), Some(130));
    assert_eq!(site.get(None, Lang::Fr, "/w/nulle-part/keys.json").status, StatusCode::NOT_FOUND);
    let page = site.get(Who::Auditor, Lang::Fr, PATH);
    sound(&page, Lang::Fr, "signing keys");
    assert!(page.html.contains(&t(Lang::Fr, "signing-key-now")));
    // Coupons printed before are still the programme's: a signed code is answered however many were guessed.
    let old = crate::season::scanned(&site.ground.app, 1);
    assert_eq!(
        site.get(None, Lang::Fr, &old["HTTPS://".len()..][old["HTTPS://".len()..].find('/').expect("a path")..]).status,
        StatusCode::OK
    );
}

on_both!(a_key_is_changed_by_two);
