//! What a programme decided, and the amendments of a running season, by forms alone.

use crate::pages::{says, sound};
use crate::season::Who;
use crate::visitor::{Page, Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

const PATH: &str = "/p/essai/amendments";

fn a_season_is_amended_by_two(site: &Site) {
    let changed = ground::PROGRAMME.replace("weekly = \"20\"", "weekly = \"25\"");
    assert_ne!(changed, ground::PROGRAMME);
    let fields = |from: &'static str| [("act", "ask"), ("from", from), ("reason", "comité <12 août>")];
    let ask = |who, lang, from, file: &str| site.post_file(who, lang, PATH, &fields(from), file.as_bytes());
    for lang in Lang::ALL {
        for who in [Who::Coordinator, Who::Treasurer, Who::Evaluator, Who::Auditor] {
            let page = site.get(who, *lang, PATH);
            sound(&page, *lang, "amendments");
            assert_eq!(page.html.contains("value=\"ask\""), who == Who::Coordinator, "{who:?}");
        }
        let no = |page: Page, key: &str| says(&page, *lang, StatusCode::UNPROCESSABLE_ENTITY, key);
        no(ask(Who::Coordinator, *lang, "demain", &changed), "refusal-not-a-date-next");
        no(ask(Who::Coordinator, *lang, "2025-06-01", &changed), "refusal-past-day-next");
        no(ask(Who::Coordinator, *lang, "2026-06-01", ground::PROGRAMME), "refusal-nothing-changes");
        no(
            ask(Who::Coordinator, *lang, "2025-10-01", &changed.replace("key = \"essai\"", "key = \"autre\"")),
            "refusal-bad-rule",
        );
        let page = ask(Who::Coordinator, *lang, "2025-10-01", "ceci n’est pas un programme");
        says(&page, *lang, StatusCode::BAD_REQUEST, "refusal-malformed-line");
        let page = ask(Who::Auditor, *lang, "2025-10-01", &changed);
        says(&page, *lang, StatusCode::FORBIDDEN, "refusal-not-permitted");
    }
    let page = ask(Who::Coordinator, Lang::Fr, "2025-10-30", &changed);
    assert_eq!(page.to, format!("{PATH}?done=done-amendment-asked"), "{}", page.html);
    for lang in Lang::ALL {
        let page = site.get(Who::Treasurer, *lang, PATH);
        sound(&page, *lang, "amendments");
        assert!(page.html.contains("comité &#60;12 août&#62;") && page.html.contains("value=\"confirm\""), "{}", page.html);
        let more = if *lang == Lang::Fr { "25,00\u{a0}$" } else { "$25.00" };
        assert!(page.html.contains(more) && page.html.contains("1 personne"), "{}", page.html);
        assert!(site.get(Who::Treasurer, *lang, "/p/essai").html.contains(&format!("href=\"{PATH}\"")), "it is a thing to do");
        let page = site.post(Who::Coordinator, *lang, PATH, &[("act", "confirm"), ("number", "1")]);
        says(&page, *lang, StatusCode::CONFLICT, "refusal-second-person-needed");
        let page = site.post(Who::Treasurer, *lang, PATH, &[("act", "confirm"), ("number", "x")]);
        says(&page, *lang, StatusCode::NOT_FOUND, "refusal-not-found");
    }
    let done = site.post(Who::Treasurer, Lang::Fr, PATH, &[("act", "confirm"), ("number", "1")]);
    assert_eq!(done.to, format!("{PATH}?done=done-amendment-confirmed"), "{}", done.html);
    let page = site.get(Who::Auditor, Lang::Fr, PATH);
    sound(&page, Lang::Fr, "amendments");
    assert!(page.html.contains(&t(Lang::Fr, "amendment-coming")), "{}", page.html);
}

on_both!(a_season_is_amended_by_two);
