//! Every page, in every language, for those who may see it; every refusal, said.

use crate::season::{KEPT, P, Who, codes, scanned};
use crate::visitor::{Page, Site, on_both};
use app::command::Request;
use app::domain::ids::{Actor, BatchId};
use app::domain::role::Role;
use app::programme_file::ProgrammeFile;
use app::{batch, paper, programme};
use axum::http::StatusCode;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use text::{Lang, t};

/// A form as it is filled in.
type Fields<'a> = &'a [(&'a str, &'a str)];

/// The keys of messages, by language.
static KEYS: LazyLock<Vec<(Lang, BTreeSet<&'static str>)>> =
    LazyLock::new(|| Lang::ALL.iter().map(|lang| (*lang, text::keys(*lang).into_iter().collect())).collect());

/// What is true of every page.
pub fn sound(page: &Page, lang: Lang, what: &str) {
    let html = &page.html;
    let here = format!("{} {what}\n{html}", lang.code());
    assert!(html.contains(&format!("<html lang=\"{}\">", lang.code())), "language: {here}");
    assert_eq!(html.matches("<h1").count(), 1, "one heading: {here}");
    assert!(html.contains("<main") && html.trim_end().ends_with("</html>"), "whole: {here}");
    // Nothing untranslated, no fact left out, nothing the content policy refuses.
    let html = &html.replace("<script type=\"module\" src=\"/a/", "");
    for wrong in ["⟦", "{$", "{ $", " style=\"", "<script", "<style", " onclick", "&lt;svg", "<et fils>", "<Essai>"] {
        assert!(!html.contains(wrong), "{wrong}: {here}");
    }
    let keys = &KEYS.iter().find(|(of, _)| *of == lang).expect("a language").1;
    // What stands alone between two signs: a few thousand keys are never sought one by one in a page.
    for word in html.split(['>', '<', '"']).filter(|word| keys.contains(word)) {
        assert!(!html.contains(&format!(">{word}<")) && !html.contains(&format!("\"{word}\"")), "{word}: {here}");
    }
    // Every field that people see has a label, and every label its field.
    for id in html.match_indices("<label for=\"").map(|(at, found)| html[at + found.len()..].split('"').next().expect("an id")) {
        assert!(html.contains(&format!("id=\"{id}\"")), "label for {id}: {here}");
    }
    let mut ids: Vec<&str> =
        html.match_indices(" id=\"").map(|(at, found)| html[at + found.len()..].split('"').next().expect("an id")).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an identifier used twice: {here}");
}

/// A refusal, with its sentence and its next step, at the top of the page.
pub fn says(page: &Page, lang: Lang, status: StatusCode, key: &str) {
    assert_eq!(page.status, status, "{key}\n{}", page.html);
    sound(page, lang, key);
    assert!(page.html.contains("role=\"alert\""), "{key}");
    // Words up to the first fact.
    let words = t(lang, key);
    let words = words.split('{').next().expect("words");
    assert!(words.chars().count() > 8 && page.html.contains(words.trim()), "{words}\n{}", page.html);
}

const OFFICE: [&str; 21] = [
    "/p/essai",
    "/p/essai/batches",
    "/p/essai/stock",
    "/p/essai/handouts",
    "/p/essai/coupon",
    "/p/essai/coupon?code=1-00001",
    "/p/essai/disputes",
    "/p/essai/alerts",
    "/p/essai/settlement",
    "/p/essai/settlement/1",
    "/p/essai/settlement/2",
    "/p/essai/settlement/3",
    "/p/essai/bank-details",
    "/p/essai/funds",
    "/p/essai/books",
    "/p/essai/season",
    "/p/essai/agreements",
    "/p/essai/agreements/1",
    "/p/essai/moves",
    "/p/essai/audit",
    "/p/essai/audit?run=1",
];

fn every_page_is_said_in_every_language(site: &Site) {
    for lang in Lang::ALL {
        for who in [Who::Coordinator, Who::Treasurer, Who::Approver, Who::Auditor] {
            for path in OFFICE {
                let page = site.get(who, *lang, path);
                assert_eq!(page.status, StatusCode::OK, "{who:?} {path}\n{}", page.html);
                sound(&page, *lang, path);
                assert!(page.html.contains(&t(*lang, "app-simulated")), "{path}");
                assert!(!page.html.contains("role=\"alert\""), "{who:?} {path}\n{}", page.html);
            }
        }
        for who in [Who::Coordinator, Who::Merchant, Who::Market] {
            let page = site.get(who, *lang, "/p/essai/count");
            assert_eq!(page.status, StatusCode::OK);
            sound(&page, *lang, "count");
        }
        for who in [Who::Worker, Who::Market, Who::Merchant, Who::Funder] {
            let page = site.get(who, *lang, "/p/essai");
            assert_eq!(page.status, StatusCode::OK);
            sound(&page, *lang, "desk");
        }
        let page = site.get(Who::Worker, *lang, "/p/essai/handouts");
        assert_eq!(page.status, StatusCode::OK);
        sound(&page, *lang, "handouts");
        assert!(!page.html.contains("Maison de la famille"), "another organisation’s hand-outs");
        let page = site.get(Who::Funder, *lang, "/p/essai/funds");
        assert_eq!(page.status, StatusCode::OK);
        sound(&page, *lang, "funds");
        assert!(page.html.contains("développement du milieu") && !page.html.contains("Fonds de la MRC"), "another funder’s fund");
        for (path, who) in [("/sign-in", None), ("/c", None), ("/", Some(Who::Stranger))] {
            let page = site.get(who, *lang, path);
            assert_eq!(page.status, StatusCode::OK, "{path}");
            sound(&page, *lang, path);
        }
        assert_eq!(site.get(Who::Worker, *lang, "/").to, "/p/essai");
    }
}

fn a_simulation_says_what_it_is_built_on(site: &Site) {
    let text = ground::PROGRAMME.replace("simulated = true", "simulated = true\npublished_figures = true");
    let file = ProgrammeFile::parse(&text.replace("key = \"essai\"", "key = \"publie\"")).expect("a good file");
    let (app, person) = (&site.ground.app, site.person(Who::Coordinator));
    let id = app.open_programme_wait(&file).expect("opened");
    let request = Request::now(app, Actor::System);
    app.act_wait(id, move |cx| programme::grant(cx, request, person, Role::Coordinator)).expect("granted");
    for lang in Lang::ALL {
        let (published, invented) = (t(*lang, "app-simulated-published"), t(*lang, "app-simulated"));
        let page = site.get(Who::Coordinator, *lang, "/p/publie");
        assert!(page.html.contains(&published) && !page.html.contains(&invented), "{}", page.html);
        let page = site.get(Who::Coordinator, *lang, "/p/essai");
        assert!(page.html.contains(&invented) && !page.html.contains(&published), "{}", page.html);
    }
}

fn who_may_not_is_told_so(site: &Site) {
    for lang in Lang::ALL {
        for who in [Who::Worker, Who::Market, Who::Merchant, Who::Funder] {
            for path in OFFICE.iter().filter(|p| !["/p/essai", "/p/essai/handouts", "/p/essai/funds"].contains(p)) {
                if who == Who::Merchant && (path.ends_with("bank-details") || path.contains("/agreements")) {
                    continue;
                }
                says(&site.get(who, *lang, path), *lang, StatusCode::FORBIDDEN, "refusal-not-permitted");
            }
        }
        says(&site.get(Who::Funder, *lang, "/p/essai/count"), *lang, StatusCode::FORBIDDEN, "refusal-not-permitted");
        for who in [Who::Worker, Who::Market, Who::Merchant] {
            says(&site.get(who, *lang, "/p/essai/funds"), *lang, StatusCode::FORBIDDEN, "refusal-not-permitted");
        }
        says(&site.get(Who::Merchant, *lang, "/p/essai/handouts"), *lang, StatusCode::FORBIDDEN, "refusal-not-permitted");
        says(&site.get(Who::Stranger, *lang, "/p/essai"), *lang, StatusCode::NOT_FOUND, "refusal-unknown-programme");
        says(&site.get(Who::Coordinator, *lang, "/p/ailleurs"), *lang, StatusCode::NOT_FOUND, "refusal-unknown-programme");
        says(&site.get(Who::Coordinator, *lang, "/p/essai/settlement/99"), *lang, StatusCode::NOT_FOUND, "refusal-not-found");
        says(&site.get(None, *lang, "/nulle/part"), *lang, StatusCode::NOT_FOUND, "app-not-found");
        says(&site.get(Who::Coordinator, *lang, "/p/essai/rien"), *lang, StatusCode::NOT_FOUND, "app-not-found");
        says(&site.get(Who::Coordinator, *lang, "/p/essai/settlement/x"), *lang, StatusCode::NOT_FOUND, "app-not-found");
        says(&site.get(None, *lang, "/l/0000"), *lang, StatusCode::UNAUTHORIZED, "refusal-expired-link");
        says(&site.post(None, *lang, "/l/00", &[]), *lang, StatusCode::UNAUTHORIZED, "refusal-expired-link");
    }
    for path in OFFICE {
        let page = site.get(None, Lang::Fr, path);
        assert_eq!((page.status, page.to.as_str()), (StatusCode::SEE_OTHER, "/sign-in"), "{path}");
    }
}

fn what_is_refused_keeps_what_was_typed(site: &Site) {
    let long = "x".repeat(40);
    // Page, who, fields, refusal, and what must still be there.
    let cases: [(&str, Who, Fields<'_>, &str, &str); 16] = [
        ("batches", Who::Coordinator, &[("class", "1"), ("count", "beaucoup")], "refusal-nothing", "beaucoup"),
        ("batches", Who::Coordinator, &[("class", "99"), ("count", "437")], "refusal-unknown-class", "437"),
        (
            "stock",
            Who::Coordinator,
            &[("act", "allot"), ("batch", "1"), ("numbers", "5-x"), ("partner", "1")],
            "refusal-unknown-coupons",
            "5-x",
        ),
        ("stock", Who::Coordinator, &[("act", "take_in"), ("batch", "1"), ("numbers", "12-13")], "refusal-illegal-move", "12-13"),
        (
            "stock",
            Who::Coordinator,
            &[("act", "lost"), ("batch", "9"), ("numbers", "8"), ("reason", "tombés à l’eau")],
            "refusal-unknown-batch",
            "tombés à l’eau",
        ),
        (
            "stock",
            Who::Coordinator,
            &[("act", "lost"), ("batch", "1"), ("numbers", "891"), ("reason", " ")],
            "refusal-reason-needed",
            "value=\"891\"",
        ),
        (
            "stock",
            Who::Coordinator,
            &[("act", "sell"), ("batch", "2"), ("numbers", "9"), ("paid", "gratuit")],
            "refusal-not-an-amount",
            "gratuit",
        ),
        (
            "handouts",
            Who::Worker,
            &[("partner", "2"), ("way", "count"), ("class", "1"), ("count", "4"), ("band", "1")],
            "refusal-not-permitted",
            "value=\"4\"",
        ),
        (
            "handouts",
            Who::Coordinator,
            &[("partner", "1"), ("way", "count"), ("class", "1"), ("count", "9999"), ("band", "1")],
            "refusal-not-enough",
            "9999",
        ),
        (
            "handouts",
            Who::Coordinator,
            &[("partner", "1"), ("way", "numbers"), ("numbers", "1-00027 à 1-00028"), ("band", "1"), ("pseudonym", "hirondelle")],
            "refusal-illegal-move",
            "hirondelle",
        ),
        (
            "count",
            Who::Coordinator,
            &[("vendor", ""), ("place", "1"), ("day", "2025-08-26"), ("codes", "7K2M4")],
            "refusal-nothing-chosen",
            "7K2M4",
        ),
        (
            "count",
            Who::Coordinator,
            &[("vendor", "1"), ("place", "1"), ("day", "hier"), ("codes", "7K2M4")],
            "refusal-not-a-date",
            "7K2M4",
        ),
        (
            "disputes",
            Who::Coordinator,
            &[("dispute", "2"), ("decision", "pay"), ("fund", ""), ("reason", "vu le talon")],
            "refusal-nothing-chosen",
            "vu le talon",
        ),
        (
            "funds",
            Who::Treasurer,
            &[("act", "receive"), ("fund", "1"), ("amount", "mille"), ("on", "2025-08-01")],
            "refusal-not-an-amount",
            "mille",
        ),
        ("settlement/3", Who::Approver, &[("act", "approve")], "refusal-second-person-needed", "settlement/3"),
        ("coupon", Who::Coordinator, &[("code", &long)], "", ""),
    ];
    for lang in Lang::ALL {
        for (path, who, fields, key, kept) in cases {
            let path = format!("/p/essai/{path}");
            if key.is_empty() {
                let page = site.get(who, *lang, &format!("{path}?code={}", fields[0].1));
                says(&page, *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-bad-length-next");
                continue;
            }
            let page = site.post(who, *lang, &path, fields);
            assert!(page.status.is_client_error(), "{path} {fields:?} {}\n{}", page.status, page.html);
            sound(&page, *lang, &path);
            assert!(page.html.contains("role=\"alert\"") && page.html.contains(kept), "{path} {fields:?}\n{}", page.html);
            let next = t(*lang, &format!("{key}-next"));
            let next = next.split('{').next().expect("words").trim();
            assert!(page.html.contains(next), "{key}: {next}\n{}", page.html);
        }
        let page = site.post(None, *lang, "/sign-in", &[("email", "ana@essai.example"), ("password", "non")]);
        says(&page, *lang, StatusCode::UNAUTHORIZED, "refusal-wrong-password");
        assert!(page.html.contains("ana@essai.example") && !page.html.contains("\"non\""));
    }
}

fn bank_details_wait_for_another_person_and_a_few_days(site: &Site) {
    let path = "/p/essai/bank-details";
    let account = |vendor: &'static str, number: &'static str| {
        [("act", "propose"), ("vendor", vendor), ("institution", "815"), ("transit", "20123"), ("number", number)]
    };
    let confirm = [("act", "confirm"), ("vendor", "1"), ("version", "1")];
    // A merchant asks for their own account only, and sees nobody else's.
    let page = site.get(Who::Merchant, Lang::Fr, path);
    assert!(page.html.contains("Ruisseau-Clair") && !page.html.contains("Lalonde"), "{}", page.html);
    let page = site.post(Who::Merchant, Lang::Fr, path, &account("2", "1234567"));
    says(&page, Lang::Fr, StatusCode::FORBIDDEN, "refusal-not-permitted");
    let page = site.post(Who::Merchant, Lang::Fr, path, &account("1", "12345"));
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.html.contains("Un numéro de compte a de 7 à 12 chiffres.") && page.html.contains("value=\"12345\""));
    let page = site.post(Who::Merchant, Lang::Fr, path, &account("1", "1234567"));
    assert_eq!((page.status, page.to.as_str()), (StatusCode::SEE_OTHER, "/p/essai/bank-details?done=done-bank-asked"));
    let page = site.get(Who::Merchant, Lang::Fr, path);
    assert!(
        page.html.contains("815 ••••567") && page.html.contains(&t(Lang::Fr, "bank-yours")) && !page.html.contains("1234567")
    );
    // The coordinator may ask, and never confirms.
    let page = site.get(Who::Coordinator, Lang::Fr, path);
    assert!(page.html.contains(&t(Lang::Fr, "bank-needs")) && !page.html.contains("value=\"confirm\""));
    says(&site.post(Who::Coordinator, Lang::Fr, path, &confirm), Lang::Fr, StatusCode::FORBIDDEN, "refusal-not-permitted");
    assert!(site.get(Who::Treasurer, Lang::Fr, path).html.contains("value=\"confirm\""));
    let page = site.post(Who::Treasurer, Lang::Fr, path, &confirm);
    assert_eq!(page.to, "/p/essai/bank-details?done=done-bank-confirmed");
    let page = site.get(Who::Auditor, Lang::Fr, path);
    assert!(
        page.html.contains(&t(Lang::Fr, "bank-none"))
            && page.html.contains("815 ••••567")
            && !page.html.contains("name=\"institution\"")
    );
    let now = site.ground.app.now();
    site.ground.clock.set(now + jiff::SignedDuration::from_hours(73));
    assert!(site.get(Who::Merchant, Lang::Fr, path).html.contains(&t(Lang::Fr, "bank-in-use")));
    // Whoever asked does not confirm.
    assert_eq!(
        site.post(Who::Treasurer, Lang::Fr, path, &account("2", "7654321")).to,
        "/p/essai/bank-details?done=done-bank-asked"
    );
    let own = [("act", "confirm"), ("vendor", "2"), ("version", "1")];
    says(&site.post(Who::Treasurer, Lang::Fr, path, &own), Lang::Fr, StatusCode::CONFLICT, "refusal-second-person-needed");
}

fn a_merchant_sees_their_own_sales(site: &Site) {
    for lang in Lang::ALL {
        let home = site.get(Who::Merchant, *lang, "/p/essai");
        assert!(home.html.contains("href=\"/p/essai/vendor\""));
        let page = site.get(Who::Merchant, *lang, "/p/essai/vendor");
        assert_eq!(page.status, StatusCode::OK, "{}", page.html);
        sound(&page, *lang, "vendor");
        assert!(page.html.contains("Ruisseau-Clair") && !page.html.contains("Lalonde"));
        assert!(page.html.contains("/p/essai/statement/3\""), "{}", page.html);
        says(&site.get(Who::Merchant, *lang, "/p/essai/vendor/2"), *lang, StatusCode::FORBIDDEN, "refusal-not-permitted");
        let page = site.get(Who::Treasurer, *lang, "/p/essai/vendor/2");
        assert!(page.status == StatusCode::OK && page.html.contains("Lalonde"), "{}", page.html);
        for who in [Who::Worker, Who::Funder, Who::Coordinator] {
            says(&site.get(who, *lang, "/p/essai/vendor"), *lang, StatusCode::FORBIDDEN, "refusal-not-permitted");
        }
        says(
            &site.get(Who::Coordinator, *lang, "/p/essai/vendor/99"),
            *lang,
            StatusCode::UNPROCESSABLE_ENTITY,
            "refusal-unknown-vendor",
        );
    }
    let page = site.get(Who::Merchant, Lang::Fr, "/p/essai/statement/3");
    assert!(page.status == StatusCode::OK && page.html.starts_with("%PDF"));
}

fn what_is_done_is_said(site: &Site) {
    let deeds: [(&str, Who, Fields<'_>, &str); 19] = [
        ("batches", Who::Coordinator, &[("class", "1"), ("count", "1 000"), ("booklet", "10")], "done-issued"),
        ("stock", Who::Coordinator, &[("act", "take_in"), ("batch", "4"), ("numbers", "c1-c100")], "done-taken-in"),
        (
            "stock",
            Who::Coordinator,
            &[("act", "allot"), ("batch", "4"), ("numbers", "1-200, 205"), ("partner", "2")],
            "done-allotted",
        ),
        (
            "stock",
            Who::Coordinator,
            &[("act", "stolen"), ("batch", "4"), ("numbers", "205"), ("reason", "voiture")],
            "done-withdrawn",
        ),
        (
            "stock",
            Who::Coordinator,
            &[
                ("act", "sell"),
                ("batch", "2"),
                ("numbers", "10-13"),
                ("paid", "20,00"),
                ("bonus_batch", "4"),
                ("bonus_numbers", "301-302"),
            ],
            "done-sold",
        ),
        (
            "stock",
            Who::Coordinator,
            &[("act", "refund"), ("batch", "2"), ("numbers", "13"), ("reason", "reçu 9")],
            "done-refunded",
        ),
        (
            "stock",
            Who::Coordinator,
            &[
                ("act", "replace"),
                ("batch", "1"),
                ("numbers", "670"),
                ("with_batch", "1"),
                ("with_numbers", "900"),
                ("reason", "perdu"),
            ],
            "done-replaced",
        ),
        // What the other way holds does not count.
        (
            "handouts",
            Who::Worker,
            &[("partner", "1"), ("way", "count"), ("class", "1"), ("count", "4"), ("band", "4+"), ("numbers", "rien")],
            "done-handed-out",
        ),
        (
            "handouts",
            Who::Coordinator,
            &[("partner", "2"), ("way", "numbers"), ("numbers", "4-00001 à 4-00008"), ("band", "1"), ("pseudonym", "sittelle")],
            "done-handed-out",
        ),
        ("disputes", Who::Coordinator, &[("dispute", "2"), ("decision", "refuse"), ("reason", "même carnet")], "done-decided"),
        (
            "funds",
            Who::Treasurer,
            &[("act", "receive"), ("fund", "2"), ("amount", "500"), ("reference", "chèque 8"), ("on", "2025-08-20")],
            "done-received",
        ),
        (
            "funds",
            Who::Treasurer,
            &[
                ("act", "spend"),
                ("fund", "2"),
                ("amount", "12,50"),
                ("what", "impression"),
                ("reference", "F-12"),
                ("on", "2025-08-20"),
            ],
            "done-spent",
        ),
        ("funds", Who::Coordinator, &[("act", "set_aside"), ("fund", "2"), ("amount", "50,00")], "done-set-aside"),
        ("settlement/3", Who::Treasurer, &[("act", "approve")], "done-approved"),
        ("settlement/3", Who::Treasurer, &[("act", "pay")], "done-paid"),
        ("settlement/3", Who::Treasurer, &[("act", "confirm"), ("payment", "5"), ("reference", "chèque 102")], "done-confirmed"),
        ("settlement/3", Who::Treasurer, &[("act", "return"), ("payment", "5"), ("reference", "provision")], "done-returned"),
        ("settlement", Who::Treasurer, &[], "done-prepared"),
        ("settlement/4", Who::Treasurer, &[("act", "cancel"), ("reference", "trop tôt")], "done-cancelled"),
    ];
    for (path, who, fields, key) in deeds {
        let path = format!("/p/essai/{path}");
        let page = site.post(who, Lang::Fr, &path, fields);
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{path} {fields:?}\n{}", page.html);
        assert!(page.to.contains(&format!("?done={key}")), "{}", page.to);
        for lang in Lang::ALL {
            let page = site.get(who, *lang, &page.to);
            assert_eq!(page.status, StatusCode::OK);
            sound(&page, *lang, key);
            // A hand-out goes on to say which coupons.
            let words = t(*lang, key);
            assert!(
                page.html.contains("role=\"status\"") && page.html.contains(words.trim_end_matches('.')),
                "{key}\n{}",
                page.html
            );
        }
    }
    // Only words of ours are shown.
    let page = site.get(Who::Coordinator, Lang::Fr, "/p/essai/stock?done=done-%3Cb%3E");
    assert!(!page.html.contains("role=\"status\""));
}

fn a_count_in_answers_line_by_line(site: &Site) {
    let good = codes(&site.ground.app, 1, 271..=272);
    let list = format!("{}\n7K2M4-QXP9\n{}\n{}\n", good[0], good[1], good[0]);
    let send = |lang, id: &str, all: &str| {
        let fields = [("id", id), ("vendor", "1"), ("place", "1"), ("day", "2025-08-26"), ("codes", &list), ("all_or_none", all)];
        site.post(Who::Merchant, lang, "/p/essai/count", &fields)
    };
    for lang in Lang::ALL {
        let none = send(*lang, "", "on");
        assert_eq!(none.status, StatusCode::OK);
        sound(&none, *lang, "count");
        assert!(
            none.html.contains(&t(*lang, "count-none-kept")) && none.html.contains(&format!("{}\n", good[1])),
            "the list is kept"
        );
    }
    let id = "0198e5a0-0000-7000-8000-000000000001";
    let some = send(Lang::Fr, id, "");
    sound(&some, Lang::Fr, "count");
    assert!(some.html.contains("2 coupons acceptés. 10,00\u{a0}$ à recevoir."), "{}", some.html);
    assert!(some.html.contains("Ce code a 9 signes."), "{}", some.html);
    assert!(some.html.contains(&t(Lang::Fr, "refusal-repeated")), "{}", some.html);
    let (bad, fine) =
        (some.html.find(&t(Lang::Fr, "count-bad")).expect("bad lines"), some.html.find("2 bonnes lignes").expect("good ones"));
    assert!(bad < fine, "bad lines come first");
    assert!(!some.html.contains(&format!("{}\n", good[1])), "what was counted is not offered again");
    let again = send(Lang::En, id, "");
    sound(&again, Lang::En, "count");
    assert!(again.html.contains(&t(Lang::En, "count-replayed")), "{}", again.html);
}

fn a_count_may_come_as_a_file(site: &Site) {
    let good = codes(&site.ground.app, 1, 273..=275);
    let fields = [("vendor", "1"), ("place", "1"), ("day", "2025-08-26"), ("codes", good[2].as_str())];
    let send = |lang, id: &'static str, all: &'static str, file: &[u8]| {
        let more = [("id", id), ("all_or_none", all)];
        site.post_file(Who::Merchant, lang, "/p/essai/count", &[fields.as_slice(), more.as_slice()].concat(), file)
    };
    let file = format!("\u{feff}jour;code\r\n26;{}\r\n26;\r\n26;7K2M4-QXP9\r\n26;{}\r\n", good[0], good[1]);
    for lang in Lang::ALL {
        let none = send(*lang, "", "on", file.as_bytes());
        assert_eq!(none.status, StatusCode::OK);
        sound(&none, *lang, "count");
        assert!(none.html.contains(&t(*lang, "count-none-kept")) && none.html.contains(&t(*lang, "count-problem-no-code")));
    }
    let some = send(Lang::Fr, "0198e5a0-0000-7000-8000-000000000002", "", file.as_bytes());
    sound(&some, Lang::Fr, "count");
    assert!(some.html.contains("3 coupons acceptés. 15,00\u{a0}$ à recevoir."), "{}", some.html);
    assert!(
        some.html.contains("Fichier, ligne 3, colonne 1") && some.html.contains("Fichier, ligne 4, colonne 4"),
        "{}",
        some.html
    );
    assert!(some.html.contains("Ce code a 9 signes."), "{}", some.html);
    let again = send(Lang::Fr, "0198e5a0-0000-7000-8000-000000000002", "", file.as_bytes());
    assert!(again.html.contains(&t(Lang::Fr, "count-replayed")), "{}", again.html);
    says(&send(Lang::Fr, "", "", &vec![b'0'; 5 << 20]), Lang::Fr, StatusCode::PAYLOAD_TOO_LARGE, "refusal-file-too-large");
    let empty =
        site.post_file(Who::Merchant, Lang::Fr, "/p/essai/count", &[("vendor", "1"), ("place", "1"), ("day", "2025-08-26")], b"");
    says(&empty, Lang::Fr, StatusCode::UNPROCESSABLE_ENTITY, "refusal-nothing");
}

/// The sheet on which a coupon of a batch is printed, alone in its document.
fn sheet_of(site: &Site, number: u32) -> Vec<u8> {
    let (all, sheets) = site
        .ground
        .app
        .look_wait(P, |cx| {
            let printable = batch::printable(cx, Actor::System, BatchId(1))?;
            let mut out = Vec::new();
            paper::sheets(&printable, Lang::Fr, &mut out).expect("printed");
            Ok((out, printable.batch.count.div_ceil(10)))
        })
        .expect("printable");
    let folder = tempfile::tempdir().expect("a folder");
    let (from, to) = (folder.path().join("all.pdf"), folder.path().join("one.pdf"));
    std::fs::write(&from, all).expect("written");
    let page = ((number - 1) % sheets + 1).to_string();
    let done = std::process::Command::new("qpdf").arg(&from).args(["--pages", ".", &page, "--"]).arg(&to).status();
    assert!(done.expect("qpdf is needed by this test").success());
    std::fs::read(to).expect("one sheet")
}

/// What a hidden field of a page holds.
fn hidden<'p>(page: &'p Page, name: &str) -> &'p str {
    let (_, rest) = page.html.split_once(&format!("type=\"hidden\" name=\"{name}\" value=\"")).expect("a hidden field");
    rest.split_once('"').expect("its end").0
}

fn a_count_may_come_as_a_scanned_sheet(site: &Site) {
    let good = codes(&site.ground.app, 1, 276..=277);
    let sheet = sheet_of(site, 276);
    let base = [("vendor", "1"), ("place", "1"), ("day", "2025-08-26")];
    let send = |lang, fields: &[(&str, &str)], file: &[u8]| site.post_photo(Who::Merchant, lang, "/p/essai/count", fields, file);
    let seen = send(Lang::Fr, &base, &sheet);
    assert_eq!(seen.status, StatusCode::OK);
    sound(&seen, Lang::Fr, "photo");
    // Nothing is counted yet; everything is in the page.
    assert!(seen.html.contains("10 coupons lus"), "{}", seen.html);
    assert_eq!(seen.html.matches("<polygon class=\"read\"").count(), 11, "ten outlines and the legend");
    assert!(seen.html.contains("data:image/jpeg;base64,"));
    let read = hidden(&seen, "read").to_owned();
    assert_eq!(read.lines().count(), 10);
    let id = "0198e5a0-0000-7000-8000-000000000003";
    let marks = [("id", id), ("read", read.as_str()), ("mark-1", good[1].as_str()), ("mark-2", " "), ("mark-3", "7K2M4-QXP9")];
    let counted = site.post(Who::Merchant, Lang::Fr, "/p/essai/count", &[base.as_slice(), marks.as_slice()].concat());
    assert_eq!(counted.status, StatusCode::OK);
    sound(&counted, Lang::Fr, "count");
    let (bad, fine) = counted.html.split_once("<details").expect("good lines");
    assert!(good.iter().all(|code| fine.contains(code.as_str())), "both are accepted\n{}", counted.html);
    assert!(bad.contains("Repère 3") && bad.contains("Ce code a 9 signes."), "{bad}");
    assert!(!counted.html.contains("HTTPS://"), "coupons are named by the code that is written on them");
    // The same sheet twice in a pile, in English: each coupon once, and it is said.
    let twice = [sheet_twice(&sheet).as_slice()].concat();
    let again = send(Lang::En, &base, &twice);
    sound(&again, Lang::En, "photo");
    assert!(again.html.contains("10 coupons were seen more than once."), "{}", again.html);
    assert_eq!(hidden(&again, "read").lines().count(), 10);
}

/// A document with the same page twice.
fn sheet_twice(sheet: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let (from, to) = (folder.path().join("one.pdf"), folder.path().join("two.pdf"));
    std::fs::write(&from, sheet).expect("written");
    let done = std::process::Command::new("qpdf").arg(&from).args(["--pages", ".", "1,1", "--"]).arg(&to).status();
    assert!(done.expect("qpdf is needed by this test").success());
    std::fs::read(to).expect("two sheets")
}

fn pictures_that_cannot_be_read_are_refused(site: &Site) {
    let base = [("vendor", "1"), ("place", "1"), ("day", "2025-08-26"), ("codes", "7K2M4-QXP9H")];
    for lang in Lang::ALL {
        let send = |fields: &[(&str, &str)], file: &[u8]| site.post_photo(Who::Merchant, *lang, "/p/essai/count", fields, file);
        let no = send(&base, b"neither a picture nor a document");
        says(&no, *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-not-a-picture");
        assert!(no.html.contains("scan.pdf") && no.html.contains("7K2M4-QXP9H"), "what was written stays");
        says(&send(&base, b"%PDF-1.7 /Encrypt"), *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-locked-document");
        let huge = b"%PDF-1.7\n1 0 obj << /Width 90000 /Height 90000 >>\nstream\n";
        says(&send(&base, huge), *lang, StatusCode::PAYLOAD_TOO_LARGE, "refusal-picture-too-large");
        let elsewhere = [("vendor", "2"), ("place", "1"), ("day", "2025-08-26")];
        says(&send(&elsewhere, b"anything"), *lang, StatusCode::FORBIDDEN, "refusal-not-permitted");
    }
    let heavy = vec![b'0'; 26 << 20];
    let no = site.post_photo(Who::Merchant, Lang::Fr, "/p/essai/count", &base, &heavy);
    says(&no, Lang::Fr, StatusCode::PAYLOAD_TOO_LARGE, "refusal-file-too-large");
    assert!(no.html.contains("25\u{a0}Mo"), "{}", no.html);
}

fn the_public_page_is_light_and_keeps_secrets(site: &Site) {
    let app = &site.ground.app;
    let code = |batch, number| codes(app, batch, number..=number).remove(0);
    let asked = [
        (code(1, 26), "public-good", StatusCode::OK),
        (scanned(app, 26).rsplit('/').next().expect("a code").to_owned(), "public-good", StatusCode::OK),
        (code(1, 1), "public-spent", StatusCode::OK),
        (code(1, 790), "public-not-good", StatusCode::OK),
        (code(1, 950), "public-not-good", StatusCode::OK),
        (code(3, 5), "public-too-early", StatusCode::OK),
        ("7K2M4-QXP9H".to_owned(), "public-unknown", StatusCode::NOT_FOUND),
        ("7K2M4-QXP8H".to_owned(), "public-mistyped", StatusCode::NOT_FOUND),
        ("%3Cb%3E".to_owned(), "public-mistyped", StatusCode::NOT_FOUND),
    ];
    let style = site.get(None, Lang::Fr, "/a/core.css");
    assert_eq!(style.status, StatusCode::OK);
    for lang in Lang::ALL {
        for (code, key, status) in &asked {
            // Signed in or not, the same page.
            let page = site.get(Who::Coordinator, *lang, &format!("/c/{code}"));
            let anybody = site.get(None, *lang, &format!("/c/{code}"));
            assert_eq!(page.html, anybody.html);
            assert_eq!(page.status, *status, "{key}");
            sound(&page, *lang, key);
            let words = t(*lang, key);
            assert!(page.html.contains(words.split('{').next().expect("words").trim()), "{key}\n{}", page.html);
            for name in KEPT {
                assert!(!page.html.contains(name), "{name}\n{}", page.html);
            }
            assert!(!page.html.contains("cabas.css"));
            let weight = page.html.len() + style.html.len();
            assert!(weight < 15_000, "{weight} bytes");
        }
    }
    site.ground.clock.set("2025-10-20T10:00:00-04:00".parse().expect("an instant"));
    let ended = site.get(None, Lang::Fr, &format!("/c/{}", asked[0].0));
    assert!(ended.html.contains("Son dernier jour était le 13 octobre 2025."), "{}", ended.html);
    // Typed in the form, or a whole address pasted in it.
    let typed = site.get(None, Lang::Fr, "/c?code=https%3A%2F%2Fpcn.example%2Fc%2F7k2m4-qxp9h");
    assert_eq!(typed.status, StatusCode::NOT_FOUND);
    assert!(typed.html.contains("value=\"7k2m4-qxp9h\""), "{}", typed.html);
}

fn files_are_for_those_who_may_have_them(site: &Site) {
    for path in ["batches/1/coupons.pdf", "batches/2/stubs.pdf", "batches/3/coupons.csv"] {
        assert_eq!(site.get(Who::Coordinator, Lang::Fr, &format!("/p/essai/{path}")).status, StatusCode::OK, "{path}");
        let no = site.get(Who::Treasurer, Lang::En, &format!("/p/essai/{path}"));
        says(&no, Lang::En, StatusCode::FORBIDDEN, "refusal-not-permitted");
    }
    // A merchant has their own statement, and nobody else's.
    assert_eq!(site.get(Who::Merchant, Lang::Fr, "/p/essai/statement/3").status, StatusCode::OK);
    for path in ["settlement/2/payments.pdf", "settlement/2/payments.csv", "statement/4"] {
        assert_eq!(site.get(Who::Treasurer, Lang::En, &format!("/p/essai/{path}")).status, StatusCode::OK, "{path}");
        let no = site.get(Who::Merchant, Lang::Fr, &format!("/p/essai/{path}"));
        assert_eq!(no.status, StatusCode::FORBIDDEN, "{path}");
    }
}

fn the_other_language_leads_back(site: &Site) {
    let page = site.get(Who::Coordinator, Lang::Fr, "/p/essai/coupon?code=1-00001");
    assert!(page.html.contains("/lang/en?back=%2Fp%2Fessai%2Fcoupon%3Fcode%3D1-00001"), "{}", page.html);
    let to = site.get(Who::Coordinator, Lang::Fr, "/lang/en?back=%2Fp%2Fessai%2Fcoupon%3Fcode%3D1-00001");
    assert_eq!(to.to, "/p/essai/coupon?code=1-00001");
    assert_eq!(site.get(None, Lang::Fr, "/lang/en?back=%2F%2Fmechant.example").to, "/");
}

on_both!(
    every_page_is_said_in_every_language,
    a_simulation_says_what_it_is_built_on,
    who_may_not_is_told_so,
    what_is_refused_keeps_what_was_typed,
    what_is_done_is_said,
    bank_details_wait_for_another_person_and_a_few_days,
    a_merchant_sees_their_own_sales,
    a_count_in_answers_line_by_line,
    a_count_may_come_as_a_file,
    a_count_may_come_as_a_scanned_sheet,
    pictures_that_cannot_be_read_are_refused,
    the_public_page_is_light_and_keeps_secrets,
    files_are_for_those_who_may_have_them,
    the_other_language_leads_back
);
