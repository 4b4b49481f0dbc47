//! Limits on guessing, and doors that stay shut: each says why, and how long to wait.

use crate::pages::{says, sound};
use crate::season::{Who, codes, scanned};
use crate::visitor::{Page, Site, on_both};
use axum::http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};
use text::{Lang, t};

/// A code that is well made and no coupon's.
const WRONG: &str = "/c/7K2M4-QXP9H";

/// A no that says to wait.
fn waits(page: &Page, lang: Lang) {
    says(page, lang, StatusCode::TOO_MANY_REQUESTS, "refusal-too-many-tries");
    assert!(page.wait.is_some_and(|seconds| (1..=600).contains(&seconds)), "{:?}", page.wait);
    let next = t(lang, "refusal-too-many-tries-next");
    assert!(page.html.contains(next.split('{').next().expect("words")), "{}", page.html);
}

fn later(site: &Site) {
    let clock = &site.ground.clock;
    clock.set(clock.now() + SignedDuration::from_mins(10));
}

fn a_public_look_up_is_limited_by_address(site: &Site) {
    let app = &site.ground.app;
    let typed = format!("/c/{}", codes(app, 1, 26..=26).remove(0));
    let square = format!("/c/{}", scanned(app, 26).rsplit('/').next().expect("a code"));
    for (first, last) in [("203.0.113.7", "203.0.113.7"), ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9")] {
        for _ in 0..60 {
            assert_eq!(site.get_from(first, Lang::Fr, WRONG).status, StatusCode::NOT_FOUND);
        }
        for lang in Lang::ALL {
            waits(&site.get_from(last, *lang, WRONG), *lang);
            waits(&site.get_from(last, *lang, &typed), *lang);
            // What is printed on a coupon is no guess.
            assert_eq!(site.get_from(last, *lang, &square).status, StatusCode::OK);
        }
    }
    for elsewhere in ["203.0.113.8", "2001:db8:1:3::1"] {
        assert_eq!(site.get_from(elsewhere, Lang::Fr, WRONG).status, StatusCode::NOT_FOUND, "{elsewhere}");
        assert_eq!(site.get_from(elsewhere, Lang::Fr, &typed).status, StatusCode::OK, "{elsewhere}");
    }
    later(site);
    assert_eq!(site.get_from("203.0.113.7", Lang::Fr, &typed).status, StatusCode::OK);
}

fn a_public_look_up_is_limited_over_all_addresses(site: &Site) {
    for n in 0..3_000 {
        let page = site.get_from(&format!("10.{}.{}.1", n / 200, n % 200), Lang::Fr, WRONG);
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{n}");
    }
    waits(&site.get_from("203.0.113.9", Lang::En, WRONG), Lang::En);
    let square = scanned(&site.ground.app, 26);
    let square = format!("/c/{}", square.rsplit('/').next().expect("a code"));
    assert_eq!(site.get_from("203.0.113.9", Lang::En, &square).status, StatusCode::OK);
}

/// A redemption of codes over the API.
fn redeem(site: &Site, id: u32, device: Option<u32>, codes: &[String]) -> Page {
    let name = |n: u32| format!("0197f000-0000-7000-8000-{n:012}");
    let mut one = json!({
        "id": name(id), "vendor": "ferme", "place": "marche", "at": "2025-08-26T10:00:00-04:00", "codes": codes,
    });
    if let Some(device) = device {
        one["device"] = Value::from(name(device));
    }
    site.send_json(Who::Merchant, Lang::En, "/api/v1/redemptions", &json!({ "redemptions": [one] }))
}

fn wrong_codes_are_limited_by_device_and_by_person(site: &Site) {
    let wrong: Vec<String> = (0..50).map(|_| "7K2M4-QXP9H".to_owned()).collect();
    let good = codes(&site.ground.app, 1, 271..=274);
    assert_eq!(redeem(site, 1, Some(901), &good[..1]).status, StatusCode::OK);
    for id in 2..=3 {
        assert_eq!(redeem(site, id, Some(901), &wrong).status, StatusCode::OK);
    }
    let limited = |page: &Page| {
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "{}", page.html);
        assert_eq!(page.kind, "application/problem+json");
        assert!(page.wait.is_some_and(|seconds| seconds <= 600));
        let problem: Value = serde_json::from_str(&page.html).expect("a problem");
        assert_eq!(problem["code"], "too_many_tries");
        assert_eq!(problem["title"], t(Lang::En, "refusal-too-many-tries"));
    };
    limited(&redeem(site, 4, Some(901), &good[1..2]));
    // The same person on another device, until their own limit.
    assert_eq!(redeem(site, 5, Some(902), &good[1..2]).status, StatusCode::OK);
    for id in 6..=7 {
        assert_eq!(redeem(site, id, None, &wrong).status, StatusCode::OK);
    }
    for device in [None, Some(902), Some(903)] {
        limited(&redeem(site, 8, device, &good[2..3]));
    }
    // What was answered is answered again: a phone sends until it hears.
    let again = redeem(site, 1, Some(901), &good[..1]);
    assert_eq!(again.status, StatusCode::OK, "{}", again.html);
    assert!(again.html.contains("\"replayed\""), "{}", again.html);
    let again = redeem(site, 2, Some(901), &wrong);
    assert_eq!(again.status, StatusCode::OK, "{}", again.html);
    later(site);
    assert_eq!(redeem(site, 8, Some(901), &good[2..3]).status, StatusCode::OK);
}

fn a_link_serves_once_and_not_for_ever(site: &Site) {
    let app = &site.ground.app;
    let person = app.people_wait().expect("people")[0].id;
    let link = |hours| format!("/l/{}", app.invite_wait(person, SignedDuration::from_hours(hours)).expect("a link"));
    let (used, old) = (link(48), link(48));
    // Opening it is not using it: programs that read mail open what they see.
    for lang in Lang::ALL {
        let page = site.get(None, *lang, &used);
        assert_eq!(page.status, StatusCode::OK);
        sound(&page, *lang, "link");
    }
    let entered = site.post(None, Lang::Fr, &used, &[]);
    assert_eq!((entered.status, entered.to.as_str()), (StatusCode::SEE_OTHER, "/"));
    let clock = &site.ground.clock;
    clock.set(clock.now() + SignedDuration::from_hours(49));
    for lang in Lang::ALL {
        for link in [&used, &old] {
            says(&site.get(None, *lang, link), *lang, StatusCode::UNAUTHORIZED, "refusal-expired-link");
            let page = site.post(None, *lang, link, &[]);
            says(&page, *lang, StatusCode::UNAUTHORIZED, "refusal-expired-link");
            assert!(page.html.contains(&t(*lang, "refusal-expired-link-next")) && page.html.contains("href=\"/sign-in\""));
        }
    }
}

fn wrong_passwords_are_limited(site: &Site) {
    site.ground.app.add_person_wait("Ana", "Ana@essai.example", Some("cheval agrafe pile")).expect("added");
    let enter =
        |lang, email: &str, password: &str| site.post(None, lang, "/sign-in", &[("email", email), ("password", password)]);
    assert_eq!(enter(Lang::Fr, "ana@essai.example", "cheval agrafe pile").to, "/");
    for turn in 0..10 {
        let lang = Lang::ALL[turn % Lang::ALL.len()];
        let page = enter(lang, "ana@essai.example", "autre chose");
        says(&page, lang, StatusCode::UNAUTHORIZED, "refusal-wrong-password");
        assert!(page.html.contains("ana@essai.example") && !page.html.contains("autre chose"));
        // Whether there is such a person is not said.
        let nobody = enter(lang, "personne@essai.example", "autre chose");
        let shown = nobody.html.replace("personne@essai.example", "ana@essai.example");
        assert_eq!((nobody.status, shown), (page.status, page.html));
    }
    for lang in Lang::ALL {
        waits(&enter(*lang, "ana@essai.example", "cheval agrafe pile"), *lang);
        assert_eq!(enter(*lang, "bea@essai.example", "x").status, StatusCode::UNAUTHORIZED);
    }
    later(site);
    assert_eq!(enter(Lang::En, "ana@essai.example", "cheval agrafe pile").to, "/");
}

on_both!(
    a_public_look_up_is_limited_by_address,
    a_public_look_up_is_limited_over_all_addresses,
    wrong_codes_are_limited_by_device_and_by_person,
    a_link_serves_once_and_not_for_ever,
    wrong_passwords_are_limited,
);
