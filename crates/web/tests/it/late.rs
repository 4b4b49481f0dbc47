//! Counting after the market, and what a hand-out says.

use crate::pages::{says, sound};
use crate::season::{Who, codes, scanned};
use crate::visitor::{Site, on_both};
use axum::http::StatusCode;
use serde_json::json;
use text::{Lang, t};

const COUNT: &str = "/p/essai/count";

fn a_pile_counted_late_is_nobodys_clock(site: &Site) {
    let good = codes(&site.ground.app, 1, 271..=272);
    let fields = |day: &'static str, codes: &str| {
        vec![("vendor", "1"), ("place", "1"), ("day", day), ("codes", codes)]
            .into_iter()
            .map(|(k, v)| (k, v.to_owned()))
            .collect::<Vec<_>>()
    };
    let send = |lang, day, codes: &str| {
        let fields = fields(day, codes);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
        site.post(Who::Coordinator, lang, COUNT, &fields)
    };
    // Two weeks afterwards: accepted, and no word about a clock.
    let page = send(Lang::Fr, "2025-08-09", &good[0]);
    assert!(page.status == StatusCode::OK && page.html.contains("1 coupon accepté."), "{}", page.html);
    assert!(!page.html.contains(&t(Lang::Fr, "count-clock")), "{}", page.html);
    for (lang, day) in [(Lang::Fr, "9\u{a0}août\u{a0}2025"), (Lang::En, "August\u{a0}9, 2025")] {
        // Again: the market day, without an hour that nobody wrote.
        let page = send(lang, "2025-08-16", &good[0]);
        sound(&page, lang, COUNT);
        let said = page.html.replace('\u{a0}', " ");
        assert!(said.contains(&day.replace('\u{a0}', " ")) && !said.contains("12 h"), "{}", page.html);
        // A day to come, and one before the agreement, are said as they were typed.
        says(&send(lang, "2025-12-25", &good[1]), lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-future-day-next");
        let early = send(lang, "2025-03-02", &good[1]);
        assert!(early.html.contains("2025") && early.html.contains(if lang == Lang::Fr { "mars" } else { "March" }));
        assert!(!early.html.contains(if lang == Lang::Fr { "août" } else { "August" }), "{}", early.html);
    }
}

fn a_pasted_line_is_read_as_a_file_is(site: &Site) {
    let good = codes(&site.ground.app, 1, 273..=276);
    let list = format!("{};5,00\n{}\t5,00\n\"{}\";\"5,00\"\n7K2M4-QXP8H;5,00\n", good[0], good[1], good[2]);
    let page =
        site.post(Who::Coordinator, Lang::Fr, COUNT, &[("vendor", "1"), ("place", "1"), ("day", "2025-08-26"), ("codes", &list)]);
    assert!(page.html.contains("3 coupons acceptés.") && page.html.contains("1 coupon mis à part"), "{}", page.html);
    // A lone bad line with its amount is one bad code, not two.
    let page = site.post(
        Who::Coordinator,
        Lang::Fr,
        COUNT,
        &[("vendor", "1"), ("place", "1"), ("day", "2025-08-26"), ("codes", "7K2M4-QXP8H;5,00")],
    );
    assert!(
        page.html.contains("Aucun coupon accepté.")
            && page.html.contains("1 coupon mis à part")
            && page.html.contains(">7K2M4-QXP8H<"),
        "{}",
        page.html
    );
    // A square code with something after it.
    let line = format!("{};5,00", scanned(&site.ground.app, 277));
    let page =
        site.post(Who::Coordinator, Lang::Fr, COUNT, &[("vendor", "1"), ("place", "1"), ("day", "2025-08-26"), ("codes", &line)]);
    assert!(page.html.contains("1 coupon accepté."), "{}", page.html);
}

fn a_hand_out_says_which_coupons(site: &Site) {
    let fields = [("partner", "1"), ("way", "numbers"), ("numbers", "1-00301 à 1-00304, 1-00310"), ("band", "1")];
    let to = site.post(Who::Worker, Lang::Fr, "/p/essai/handouts", &fields).to;
    let (fr, en) = ("coupons 301 à 304 et 310 du lot 1", "coupons 301 to 304 and 310 of batch 1");
    for (lang, words) in [(Lang::Fr, fr), (Lang::En, en)] {
        let page = site.get(Who::Worker, lang, &to);
        sound(&page, lang, "handouts");
        // In the confirmation and in the list.
        assert_eq!(page.html.matches(words).count(), 2, "{}", page.html);
    }
    let fields = [("partner", "1"), ("way", "count"), ("class", "1"), ("count", "1"), ("band", "1")];
    let to = site.post(Who::Worker, Lang::Fr, "/p/essai/handouts", &fields).to;
    let page = site.get(Who::Worker, Lang::Fr, &to);
    assert_eq!(page.html.matches("coupon 271 du lot 1").count(), 2, "{}", page.html);
}

fn an_unlikely_moment_is_refused_and_the_chart_stays_readable(site: &Site) {
    let send = |lang, at: &str| {
        let id = site.ground.app.surroundings.uuid();
        let body = json!({ "id": id, "partner": "cuisine", "class": "A", "count": 1, "band": "1", "at": at });
        site.send_json(Who::Coordinator, lang, "/api/v1/hand-outs", &body)
    };
    for lang in Lang::ALL {
        for at in ["0001-01-02T00:00:00Z", "2024-12-30T12:00:00Z", "2025-09-20T12:00:00Z"] {
            let page = send(*lang, at);
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{at} {}", page.html);
            assert!(page.html.contains("improbable_day"), "{}", page.html);
        }
        // A device's clock is never a reason to lose a hand-out; the chart leaves it out.
        let id = site.ground.app.surroundings.uuid();
        let at = "1999-01-01T00:00:00Z";
        let body = json!({ "id": id, "partner": "cuisine", "class": "A", "count": 1, "band": "1", "at": at, "device": id });
        assert_eq!(site.send_json(Who::Coordinator, *lang, "/api/v1/hand-outs", &body).status, StatusCode::CREATED);
        // The earliest moment allowed is far before the season: half a year is shown, with few labels.
        assert_eq!(send(*lang, "2025-01-02T12:00:00Z").status, StatusCode::CREATED);
        let home = site.get(Who::Coordinator, *lang, "/p/essai");
        let chart = home.html.split("<svg class=\"chart\"").nth(1).and_then(|c| c.split("</svg>").next()).expect("a chart");
        assert_eq!(chart.matches("class=\"handed\"").count(), 26);
        assert!(chart.matches("text-anchor").count() <= 13, "{chart}");
    }
}

on_both!(
    a_pile_counted_late_is_nobodys_clock,
    a_pasted_line_is_read_as_a_file_is,
    a_hand_out_says_which_coupons,
    an_unlikely_moment_is_refused_and_the_chart_stays_readable
);
