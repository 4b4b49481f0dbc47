//! Long work: followed, stopped, taken away; by whoever asked and by nobody else.

use crate::pages::sound;
use crate::season::Who;
use crate::visitor::{Page, Site, Visitors, on_both};
use axum::http::StatusCode;
use std::time::Duration;
use text::{Lang, t};

const SHEETS: &str = "/p/essai/batches/1/coupons.pdf?prepare=1";
const BOSS: Option<Who> = Some(Who::Coordinator);

/// Looks at a piece of work until it is no longer running.
fn end(site: &Visitors<'_>, path: &str) -> Page {
    for _ in 0..600 {
        let page = site.get(BOSS, Lang::Fr, path);
        if !page.html.contains("<progress") {
            return page;
        }
        sound(&page, Lang::Fr, "a piece of work");
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("{path} never ends");
}

fn follow(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.html);
    assert!(page.to.starts_with("/p/essai/work/"), "{}", page.to);
    page.to.clone()
}

/// What came of it, whether it was followed or was quicker than the first look.
fn outcome(site: &Visitors<'_>, page: Page) -> Page {
    if page.to.starts_with("/p/essai/work/") { end(site, &page.to) } else { page }
}

fn what_is_quick_is_answered(site: &Site) {
    for (path, kind) in [
        (SHEETS, "application/pdf"),
        ("/p/essai/export/weeks.csv", "text/csv; charset=utf-8"),
        ("/p/essai/audit?run=1", "text/html; charset=utf-8"),
    ] {
        let page = site.get(Who::Coordinator, Lang::Fr, path);
        assert_eq!((page.status, page.kind.as_str()), (StatusCode::OK, kind), "{path}");
    }
}

fn what_is_long_is_followed_and_taken(site: &Site) {
    // Nobody waits: everything is long.
    let hasty = site.with_patience(Duration::ZERO);
    let work = follow(&hasty.get(BOSS, Lang::Fr, SHEETS));
    let ready = end(&hasty, &work);
    assert!(ready.html.contains(&t(Lang::Fr, "work-ready")), "{}", ready.html);
    sound(&ready, Lang::Fr, "a file that is ready");
    let file = hasty.get(BOSS, Lang::Fr, &format!("{work}/file"));
    assert!(file.kind == "application/pdf" && file.html.starts_with("%PDF"));
    for path in [work.clone(), format!("{work}/file"), "/p/essai/work/01890000-0000-7000-8000-000000000000".to_owned()] {
        assert_eq!(hasty.get(Some(Who::Treasurer), Lang::Fr, &path).status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(hasty.post(Some(Who::Auditor), Lang::Fr, &path, &[]).status.as_u16() / 100, 4, "{path}");
    }
    assert_eq!(hasty.get(None, Lang::Fr, &work).to, "/sign-in");
    // A page, and what a form did.
    let proof = outcome(&hasty, hasty.get(BOSS, Lang::Fr, "/p/essai/audit?run=1"));
    sound(&proof, Lang::Fr, "the proof");
    assert!(proof.html.contains(&t(Lang::Fr, "audit-total")), "{}", proof.html);
    let table = "nom\nFerme du Rang\n".as_bytes();
    let preview = site.post_file(Who::Coordinator, Lang::Fr, "/p/essai/import", &[("kind", "partners")], table);
    assert_eq!(preview.status, StatusCode::OK, "{}", preview.html);
    let ended = outcome(&hasty, hasty.post(BOSS, Lang::Fr, "/p/essai/season", &[("act", "expire"), ("sure", "on")]));
    assert_eq!(ended.to, "/p/essai/season?done=done-expired", "{}", ended.html);
}

fn what_nobody_wants_stops(site: &Site) {
    let fields = [("class", "1"), ("count", "30000"), ("booklet", "10")];
    let issued = site.post(Who::Coordinator, Lang::Fr, "/p/essai/batches", &fields);
    assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.html);
    let list = site.get(Who::Coordinator, Lang::Fr, "/p/essai/batches").html;
    let (_, rest) = list.split_once("/p/essai/batches/").expect("a batch");
    let sheets = format!("/p/essai/batches/{}/coupons.pdf?prepare=1", rest.split('/').next().expect("its number"));
    let hasty = site.with_patience(Duration::ZERO);
    let started: Vec<String> = (0..3).map(|_| follow(&hasty.get(BOSS, Lang::Fr, &sheets))).collect();
    let more = hasty.get(BOSS, Lang::Fr, &sheets);
    assert_eq!(more.status, StatusCode::TOO_MANY_REQUESTS, "a fourth");
    assert!(more.html.contains(&t(Lang::Fr, "refusal-too-much-work-next")), "{}", more.html);
    for work in &started {
        assert_eq!(hasty.post(BOSS, Lang::Fr, work, &[]).to, *work);
        assert!(end(&hasty, work).html.contains(&t(Lang::Fr, "work-stopped")));
        assert_eq!(hasty.get(BOSS, Lang::Fr, &format!("{work}/file")).status, StatusCode::NOT_FOUND);
    }
}

on_both!(what_is_quick_is_answered, what_is_long_is_followed_and_taken, what_nobody_wants_stops);
