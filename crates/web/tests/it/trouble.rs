//! What cannot be read, and what cannot be kept, said like any other no.

use crate::pages::{says, sound};
use crate::season::{Who, codes};
use crate::visitor::{Page, Site, on_both};
use app::Place;
use axum::http::StatusCode;
use serde_json::{Value, json};
use text::{Lang, t};

fn a_field_that_comes_twice_gets_a_page(site: &Site) {
    for lang in Lang::ALL {
        for path in ["/c?code=a&code=b", "/lang/en?back=a&back=b"] {
            says(&site.get(None, *lang, path), *lang, StatusCode::BAD_REQUEST, "app-unreadable");
        }
        for path in ["stock?done=a&done=b", "coupon?code=1&code=2", "audit?run=1&run=2", "settlement?done=a&done=b"] {
            let page = site.get(Who::Coordinator, *lang, &format!("/p/essai/{path}"));
            says(&page, *lang, StatusCode::BAD_REQUEST, "app-unreadable");
        }
        for path in ["stock", "batches", "funds", "handouts", "count", "disputes", "settlement/1"] {
            let twice = [
                ("act", "x"),
                ("class", "1"),
                ("class", "1"),
                ("partner", "1"),
                ("partner", "1"),
                ("vendor", "1"),
                ("vendor", "1"),
            ];
            let mut fields = twice.to_vec();
            fields.extend([("act", "y"), ("dispute", "1"), ("dispute", "1")]);
            let page = site.post(Who::Coordinator, *lang, &format!("/p/essai/{path}"), &fields);
            says(&page, *lang, StatusCode::UNPROCESSABLE_ENTITY, "app-unreadable");
        }
        let page = site.post(None, *lang, "/sign-in", &[("email", "a"), ("email", "b")]);
        says(&page, *lang, StatusCode::UNPROCESSABLE_ENTITY, "app-unreadable");
        for path in ["/c/%FF", "/l/%FF"] {
            says(&site.get(None, *lang, path), *lang, StatusCode::NOT_FOUND, "app-not-found");
        }
        let problem = site.get(Who::Coordinator, *lang, "/api/v1/stock?programme=a&programme=b");
        is_problem(&problem, StatusCode::BAD_REQUEST, "unreadable", &t(*lang, "app-unreadable"));
        let problem = site.get(Who::Coordinator, *lang, "/api/v1/zut");
        is_problem(&problem, StatusCode::NOT_FOUND, "unknown_address", &t(*lang, "refusal-unknown-address"));
        // The programme is named in the address as for a reading.
        for path in ["redemptions", "hand-outs"] {
            let at = "2025-07-05T10:00:00-04:00";
            let id = "0197f000-0000-7000-8000-000000000001";
            let body = json!({ "redemptions": [], "id": id, "partner": "cuisine", "coupons": "1:1", "band": "1", "at": at });
            let problem = site.send_json(Who::Coordinator, *lang, &format!("/api/v1/{path}?programme=ailleurs"), &body);
            is_problem(&problem, StatusCode::NOT_FOUND, "unknown_programme", &t(*lang, "refusal-unknown-programme"));
        }
        let problem = site.get(Who::Coordinator, *lang, "/api/v1/coupons/%FF");
        is_problem(&problem, StatusCode::BAD_REQUEST, "unreadable", &t(*lang, "app-unreadable"));
    }
}

fn is_problem(page: &Page, status: StatusCode, code: &str, title: &str) {
    assert_eq!((page.status, page.kind.as_str()), (status, "application/problem+json"), "{}", page.html);
    let problem: Value = serde_json::from_str(&page.html).expect("JSON");
    assert_eq!((problem["code"].as_str(), problem["title"].as_str()), (Some(code), Some(title)));
}

/// A fault's page: what happened, what to do, and a number of six digits.
fn broke(page: &Page, lang: Lang, key: &str) {
    says(page, lang, StatusCode::SERVICE_UNAVAILABLE, key);
    assert!(page.wait.is_some(), "how long to wait");
    let next = t(lang, &format!("{key}-next"));
    let (before, _) = next.split_once('{').expect("a number");
    let number: String =
        page.html.split(before).nth(1).expect("the next step").chars().take_while(char::is_ascii_digit).collect();
    assert_eq!(number.len(), 6, "{}", page.html);
}

fn redeem(site: &Site, id: u32, code: &str) -> Page {
    let body = json!({ "redemptions": [{
        "id": format!("0197f000-0000-7000-8000-{id:012}"), "vendor": "ferme", "place": "marche",
        "at": "2025-08-26T10:00:00-04:00", "codes": [code],
    }]});
    site.send_json(Who::Merchant, Lang::Fr, "/api/v1/redemptions", &body)
}

const ID: &str = "0197f000-0000-7000-8000-0000000000aa";

/// Money under a fresh identifier.
fn another(site: &Site) -> Page {
    let fields = [("act", "receive"), ("fund", "1"), ("amount", "1"), ("reference", "don"), ("on", "2025-08-20")];
    site.post(Who::Treasurer, Lang::Fr, "/p/essai/funds", &fields)
}

#[test]
fn a_full_disk_is_said_and_reading_goes_on() {
    let site = Site::open(ground::sqlite(7, crate::season::start(), app::Sabotage::default()));
    let give = |lang| {
        let fields =
            [("id", ID), ("act", "receive"), ("fund", "1"), ("amount", "12,34"), ("reference", "chèque 8"), ("on", "2025-08-20")];
        site.post(Who::Treasurer, lang, "/p/essai/funds", &fields)
    };
    site.ground.room.none();
    // There is a little room in the last pages.
    assert!((0..1_000).any(|_| another(&site).status != StatusCode::SEE_OTHER), "the disk is full at last");
    let code = codes(&site.ground.app, 1, 271..=271).remove(0);
    for lang in Lang::ALL {
        let page = give(*lang);
        broke(&page, *lang, "fault-disk-full");
        assert_eq!(once(&page), ID, "sent again, it is the same request");
        assert!(page.html.contains("12,34") && page.html.contains("chèque 8"), "what was typed is kept");
        let page = site.get(Who::Treasurer, *lang, "/p/essai/funds");
        assert_eq!(page.status, StatusCode::OK);
        sound(&page, *lang, "funds");
    }
    let mut refused = None;
    for id in 1..100 {
        let page = redeem(&site, id, &code);
        if page.status != StatusCode::OK {
            is_problem(&page, StatusCode::SERVICE_UNAVAILABLE, "disk_full", &t(Lang::Fr, "fault-disk-full"));
            refused = Some(id);
            break;
        }
    }
    let refused = refused.expect("the API says so too");
    site.ground.room.plenty();
    assert_eq!(give(Lang::Fr).status, StatusCode::SEE_OTHER);
    assert_eq!(redeem(&site, refused, &code).status, StatusCode::OK);
    assert!(site.get(Who::Auditor, Lang::Fr, "/p/essai/audit?run=1").html.contains(&t(Lang::Fr, "audit-balanced")));
}

#[test]
fn a_database_held_by_another_program_is_said_and_reading_goes_on() {
    let site = Site::open(ground::sqlite(7, crate::season::start(), app::Sabotage::default()));
    let Place::File(path) = &site.ground.place else { panic!("a file") };
    let other = rusqlite::Connection::open(path).expect("opened");
    other.execute_batch("BEGIN IMMEDIATE").expect("held");
    let fields = [("act", "set_aside"), ("fund", "2"), ("amount", "50,00")];
    let give = |lang| site.post(Who::Coordinator, lang, "/p/essai/funds", &fields);
    broke(&give(Lang::En), Lang::En, "fault-database-locked");
    assert_eq!(site.get(Who::Coordinator, Lang::En, "/p/essai/funds").status, StatusCode::OK);
    other.execute_batch("ROLLBACK").expect("let go");
    assert_eq!(give(Lang::En).status, StatusCode::SEE_OTHER);
}

/// The identifier that the forms of a page carry.
fn once(page: &Page) -> String {
    let rest = page.html.split("name=\"id\" value=\"").nth(1).expect("an identifier");
    rest.split('"').next().expect("its end").to_owned()
}

fn a_form_sent_twice_counts_once(site: &Site) {
    let received = || {
        let statuses = site.ground.app.look_wait(crate::season::P, |cx| app::fund::statuses(cx, app::domain::ids::Actor::System));
        statuses.expect("read").iter().map(|fund| fund.received_cents).sum::<i64>()
    };
    let before = received();
    let form = site.get(Who::Treasurer, Lang::Fr, "/p/essai/funds");
    let id = once(&form);
    let give = |id: &str, amount: &str| {
        let fields =
            [("id", id), ("act", "receive"), ("fund", "1"), ("amount", amount), ("reference", "don"), ("on", "2025-08-20")];
        site.post(Who::Treasurer, Lang::Fr, "/p/essai/funds", &fields)
    };
    for _ in 0..3 {
        assert_eq!(give(&id, "12,00").status, StatusCode::SEE_OTHER);
        assert_eq!(received(), before + 1_200);
    }
    // What was corrected is another request.
    let refused = give(&once(&site.get(Who::Treasurer, Lang::Fr, "/p/essai/funds")), "zut");
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(give(&once(&refused), "3,00").status, StatusCode::SEE_OTHER);
    assert_eq!(received(), before + 1_500);
    for path in ["stock", "batches", "handouts", "disputes", "settlement", "settlement/3", "count", "bank-details"] {
        let page = site.get(Who::Coordinator, Lang::Fr, &format!("/p/essai/{path}"));
        let forms = page.html.matches("method=\"post\"").count() - page.html.matches("action=\"/sign-out\"").count();
        let ids =
            page.html.matches(&format!("name=\"id\" value=\"{}\"", if forms > 0 { once(&page) } else { String::new() })).count();
        assert_eq!(ids, forms, "{path}");
    }
}

on_both!(a_field_that_comes_twice_gets_a_page, a_form_sent_twice_counts_once);
