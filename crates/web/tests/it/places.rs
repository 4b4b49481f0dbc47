//! Places, the calendar, where and when, the map: for those who hold places, and for everybody.

use crate::pages::{says, sound};
use crate::season::{KEPT, Who};
use crate::visitor::{Page, Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

const SIGNED_IN: [Who; 8] =
    [Who::Coordinator, Who::Treasurer, Who::Approver, Who::Worker, Who::Market, Who::Merchant, Who::Funder, Who::Auditor];

fn ok(page: &Page, lang: Lang, what: &str) {
    assert_eq!(page.status, StatusCode::OK, "{what}\n{}", page.html);
    sound(page, lang, what);
    assert!(!page.html.contains("role=\"alert\""), "{what}\n{}", page.html);
}

fn everybody_in_the_programme_sees_places(site: &Site) {
    for lang in Lang::ALL {
        for who in SIGNED_IN {
            for path in [
                "/places",
                "/places/1",
                "/places/2",
                "/places/sheet",
                "/calendar",
                "/calendar?month=2025-09",
                "/calendar?month=x",
            ] {
                ok(&site.get(who, *lang, &format!("/p/essai{path}")), *lang, path);
            }
            let page = site.get(who, *lang, "/p/essai/places/1");
            // Whoever may not change it is shown no form.
            assert_eq!(page.html.contains("value=\"save\""), who == Who::Coordinator, "{who:?}");
            let closes = [Who::Coordinator, Who::Market].contains(&who);
            assert_eq!(page.html.contains("?close="), closes, "{who:?}");
            let other = site.get(who, *lang, "/p/essai/places/2");
            assert!(!other.html.contains("?close="));
        }
        ok(&site.get(Who::Coordinator, *lang, "/p/essai/places/new"), *lang, "new");
        for who in [Who::Market, Who::Treasurer, Who::Auditor] {
            says(&site.get(who, *lang, "/p/essai/places/new"), *lang, StatusCode::FORBIDDEN, "refusal-not-permitted");
        }
        says(&site.get(Who::Coordinator, *lang, "/p/essai/places/9"), *lang, StatusCode::NOT_FOUND, "refusal-not-found");
        says(&site.get(Who::Coordinator, *lang, "/p/essai/places/x"), *lang, StatusCode::NOT_FOUND, "app-not-found");
        says(&site.get(Who::Stranger, *lang, "/p/essai/places"), *lang, StatusCode::NOT_FOUND, "refusal-unknown-programme");
    }
    let page = site.get(Who::Coordinator, Lang::Fr, "/p/essai/places");
    for words in
        ["Samedi 30 août 2025, de 9\u{a0}h à 13\u{a0}h", "/a/food.svg#honey", "Kiosque libre-service", "class=\"points\""]
    {
        assert!(page.html.contains(words), "{words}\n{}", page.html);
    }
    let symbols = site.get(None, Lang::Fr, "/a/food.svg");
    for food in app::domain::place::Food::ALL {
        assert!(symbols.html.contains(&format!("id=\"{}\"", food.key())), "{food:?} has no symbol");
    }
}

/// The form of the market as the page shows it, with some fields changed.
fn form<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("act", "save"),
        ("name", "Marché public de l’Anse-aux-Sauges"),
        ("kind", "market"),
        ("public", "on"),
        ("sells-fish", "on"),
        ("municipality", "L’Anse-aux-Sauges"),
        ("territory", "340"),
        ("point", "46,65 -72,02"),
        ("notes", "Rampe <à côté>"),
        ("s0-from", "9 h"),
        ("s0-until", "13:30"),
        ("s0-starts", "2025-07-05"),
        ("s0-ends", "2025-10-11"),
        ("s0-SA", "on"),
        ("s0-how", "weekly"),
        ("s0-except", "2025-09-06"),
        ("s1-from", "10:00"),
        ("s1-until", "12:00"),
        ("s1-SU", "on"),
        ("s1-how", "month-last"),
        ("s1-starts", ""),
        ("s1-ends", ""),
        ("s2-from", ""),
        ("s2-how", "weekly"),
    ];
    for (name, value) in changes {
        fields.retain(|(key, _)| key != name);
        fields.push((name, value));
    }
    fields
}

fn a_place_is_changed_on_its_page(site: &Site) {
    let path = "/p/essai/places/1";
    let page = site.post(Who::Coordinator, Lang::Fr, path, &form(&[]));
    assert_eq!(page.to, "/p/essai/places/1?done=done-place-saved", "{}", page.html);
    let page = site.get(Who::Auditor, Lang::Fr, &page.to);
    ok(&page, Lang::Fr, "changed");
    for words in [
        "Le samedi, de 9\u{a0}h à 13\u{a0}h\u{a0}30, du 5 juillet au 11 octobre 2025",
        "Le dernier dimanche du mois, de 10\u{a0}h à 12\u{a0}h",
        "Poisson et fruits de mer",
        "Dimanche 31 août 2025",
    ] {
        assert!(page.html.contains(words), "{words}\n{}", page.html);
    }
    assert!(!page.html.contains("Miel et érable") && !page.html.contains("Samedi 6 septembre"));
    // What the form shows is what it was given.
    let page = site.get(Who::Coordinator, Lang::En, path);
    for shown in [
        "value=\"13:30\"",
        "value=\"2025-09-06\"",
        "<option value=\"340\" selected>",
        "value=\"46.65, -72.02\"",
        "<option value=\"month-last\" selected>",
    ] {
        assert!(page.html.contains(shown), "{shown}\n{}", page.html);
    }

    for (name, value, status, key) in [
        ("name", " ", StatusCode::UNPROCESSABLE_ENTITY, "refusal-place-name-needed"),
        ("point", "quelque part", StatusCode::UNPROCESSABLE_ENTITY, "refusal-not-a-point-next"),
        ("s0-from", "matin", StatusCode::UNPROCESSABLE_ENTITY, "refusal-not-a-time-next"),
        ("s0-until", "8:00", StatusCode::UNPROCESSABLE_ENTITY, "refusal-wrong-hours-next"),
        ("s0-SA", "", StatusCode::UNPROCESSABLE_ENTITY, "refusal-no-days"),
        ("s0-how", "other", StatusCode::UNPROCESSABLE_ENTITY, "refusal-unsupported-rule-next"),
        ("s0-ends", "2025-07-01", StatusCode::UNPROCESSABLE_ENTITY, "refusal-wrong-dates-next"),
        ("s0-except", "fête", StatusCode::UNPROCESSABLE_ENTITY, "refusal-not-a-date-next"),
        ("territory", "999", StatusCode::UNPROCESSABLE_ENTITY, "refusal-unknown-territory-next"),
        ("notes", &"x".repeat(301), StatusCode::UNPROCESSABLE_ENTITY, "refusal-too-long-text-next"),
    ] {
        for lang in Lang::ALL {
            let page = site.post(Who::Coordinator, *lang, path, &form(&[(name, value)]));
            says(&page, *lang, status, key);
            assert!(page.html.contains("value=\"13:30\"") || name == "s0-until", "{name}: what was typed stays");
        }
    }
    for who in [Who::Market, Who::Treasurer, Who::Auditor] {
        says(&site.post(who, Lang::Fr, path, &form(&[])), Lang::Fr, StatusCode::FORBIDDEN, "refusal-not-permitted");
    }
    // Emptied hours are gone.
    site.post(Who::Coordinator, Lang::Fr, path, &form(&[("s0-from", "")]));
    assert!(!site.get(Who::Auditor, Lang::Fr, path).html.contains("Le samedi"));
}

fn a_place_is_added(site: &Site) {
    let path = "/p/essai/places/new";
    let page = site.post(Who::Coordinator, Lang::Fr, path, &form(&[("name", "Verger du Nord"), ("kind", "u_pick")]));
    assert_eq!(page.to, "/p/essai/places?done=done-place-saved", "{}", page.html);
    let page = site.get(Who::Coordinator, Lang::Fr, &page.to);
    ok(&page, Lang::Fr, "added");
    assert!(page.html.contains("3. Verger du Nord") && page.html.contains("Autocueillette"), "{}", page.html);
    says(
        &site.post(Who::Coordinator, Lang::En, path, &form(&[("name", "")])),
        Lang::En,
        StatusCode::UNPROCESSABLE_ENTITY,
        "refusal-place-name-needed",
    );
    says(&site.post(Who::Market, Lang::Fr, path, &form(&[])), Lang::Fr, StatusCode::FORBIDDEN, "refusal-not-permitted");
}

fn a_day_is_closed_in_two_clicks(site: &Site) {
    let path = "/p/essai/places/1";
    let day = "2025-08-30";
    for lang in Lang::ALL {
        let page = site.get(Who::Market, *lang, &format!("{path}?close={day}"));
        ok(&page, *lang, "effect");
        assert!(
            page.html.contains(&t(*lang, "place-effect-partners")) && page.html.contains("Cuisine collective"),
            "{}",
            page.html
        );
        // The address proposes only to those who may.
        assert!(!site.get(Who::Auditor, *lang, &format!("{path}?close={day}")).html.contains("id=\"effect\""));
    }
    let close = [("act", "close"), ("on", day), ("why", "weather")];
    says(&site.post(Who::Auditor, Lang::Fr, path, &close), Lang::Fr, StatusCode::FORBIDDEN, "refusal-not-permitted");
    assert_eq!(site.post(Who::Market, Lang::Fr, path, &close).to, format!("{path}?done=done-place-closed"));
    says(
        &site.post(Who::Market, Lang::Fr, path, &close),
        Lang::Fr,
        StatusCode::UNPROCESSABLE_ENTITY,
        "refusal-not-open-that-day",
    );
    for lang in Lang::ALL {
        let shut = t(*lang, "place-closed-on").split('{').next().expect("words").to_owned();
        for public in ["/w/essai", "/p/essai/places"] {
            let page = site.get(Who::Coordinator, *lang, public);
            ok(&page, *lang, public);
            assert!(page.html.contains(shut.trim()), "{public}\n{}", page.html);
        }
        let page = site.get(Who::Worker, *lang, "/p/essai/calendar?month=2025-08");
        ok(&page, *lang, "calendar");
        assert!(page.html.contains("tag open gone") && page.html.contains(&t(*lang, "why-closed-weather")), "{}", page.html);
    }
    let ics = site.get(None, Lang::Fr, "/w/essai/calendar.ics");
    assert!(ics.html.contains("EXDATE;TZID=America/Toronto:20250830T090000"), "{}", ics.html);
    assert_eq!(
        site.post(Who::Coordinator, Lang::Fr, path, &[("act", "reopen"), ("on", day)]).to,
        format!("{path}?done=done-place-reopened")
    );
    says(
        &site.post(Who::Coordinator, Lang::Fr, path, &[("act", "reopen"), ("on", day)]),
        Lang::Fr,
        StatusCode::UNPROCESSABLE_ENTITY,
        "refusal-not-closed-that-day",
    );
    says(
        &site.post(Who::Coordinator, Lang::Fr, path, &[("act", "danser")]),
        Lang::Fr,
        StatusCode::UNPROCESSABLE_ENTITY,
        "refusal-nothing",
    );
}

fn everybody_sees_where_and_when(site: &Site) {
    for lang in Lang::ALL {
        for path in ["/w/essai", "/map"] {
            let page = site.get(None, *lang, path);
            ok(&page, *lang, path);
            assert_eq!(page.html, site.get(Who::Coordinator, *lang, path).html, "signed in or not, the same page");
            for name in KEPT {
                assert!(!page.html.contains(name), "{name}\n{}", page.html);
            }
        }
        let page = site.get(None, *lang, "/w/essai");
        assert!(page.html.len() < 12_000 && !page.html.contains("cabas.css"), "{} bytes", page.html.len());
        let map = site.get(None, *lang, "/map");
        assert!(map.html.contains("href=\"/w/essai\"") && map.html.len() < 60_000, "{} bytes", map.html.len());
        assert_eq!(map.html.matches("<path class=\"hex r").count(), 104 + 1, "each, and one in the legend");
        says(&site.get(None, *lang, "/w/ailleurs"), *lang, StatusCode::NOT_FOUND, "refusal-unknown-programme");
        says(&site.get(None, *lang, "/w/essai/places/rien/calendar.ics"), *lang, StatusCode::NOT_FOUND, "app-not-found");
    }
    for path in ["/w/essai/calendar.ics", "/w/essai/places/marche/calendar.ics"] {
        let ics = site.get(None, Lang::Fr, path);
        assert_eq!((ics.status, ics.kind.as_str()), (StatusCode::OK, "text/calendar; charset=utf-8"));
        assert!(
            ics.html.starts_with("BEGIN:VCALENDAR\r\n") && ics.html.contains("RRULE:FREQ=WEEKLY;BYDAY=SA;UNTIL=20251013T130000Z"),
            "{}",
            ics.html
        );
    }
    // A place that is hidden is gone from all of it; a programme that hides all has no public page.
    let hide = |id: u32, name: &'static str| {
        let fields = form(&[("name", name)]);
        let hidden: Vec<_> = fields.into_iter().filter(|(key, _)| *key != "public").collect();
        assert_eq!(
            site.post(Who::Coordinator, Lang::Fr, &format!("/p/essai/places/{id}"), &hidden).status,
            StatusCode::SEE_OTHER
        );
    };
    hide(1, "Marché caché");
    for path in ["/w/essai", "/w/essai/calendar.ics", "/map", "/p/essai/places/sheet"] {
        assert!(!site.get(Who::Coordinator, Lang::Fr, path).html.contains("Marché caché"), "{path}");
    }
    assert_eq!(site.get(None, Lang::Fr, "/w/essai/places/marche/calendar.ics").status, StatusCode::NOT_FOUND);
    hide(2, "Kiosque caché");
    says(&site.get(None, Lang::Fr, "/w/essai"), Lang::Fr, StatusCode::NOT_FOUND, "refusal-unknown-programme");
    assert!(!site.get(None, Lang::Fr, "/map").html.contains("/w/essai"));
}

on_both!(
    everybody_in_the_programme_sees_places,
    a_place_is_changed_on_its_page,
    a_place_is_added,
    a_day_is_closed_in_two_clicks,
    everybody_sees_where_and_when
);
