//! Closing the season from its page, and what the pages offer afterwards.

use crate::pages::{says, sound};
use crate::season::{P, Who};
use crate::visitor::{Site, on_both};
use app::domain::ids::Actor;
use app::domain::settlement::{PaymentState, RunState};
use app::settlement;
use axum::http::StatusCode;
use text::{Lang, t};

const SEASON: &str = "/p/essai/season";

/// Sends and confirms everything, through the pages.
fn pay_everybody(site: &Site) {
    let post = |who, path: &str, fields: &[(&str, &str)]| {
        let page = site.post(who, Lang::Fr, path, fields);
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{path} {fields:?}\n{}", page.html);
    };
    let runs = || site.ground.app.look_wait(P, |cx| settlement::list(cx, Actor::System)).expect("read");
    let owes = || !site.ground.app.look_wait(P, |cx| settlement::owed(cx, Actor::System)).expect("read").is_empty();
    loop {
        for (run, payments) in runs() {
            let path = format!("/p/essai/settlement/{}", run.id.0);
            match run.state {
                RunState::Prepared => {
                    if run.approvals.is_empty() {
                        post(Who::Approver, &path, &[("act", "approve")]);
                    }
                    post(Who::Treasurer, &path, &[("act", "approve")]);
                    post(Who::Treasurer, &path, &[("act", "pay")]);
                }
                RunState::Approved => post(Who::Treasurer, &path, &[("act", "pay")]),
                _ => {}
            }
            for payment in payments.iter().filter(|p| p.state == PaymentState::Sent) {
                let id = payment.id.0.to_string();
                post(Who::Treasurer, &path, &[("act", "confirm"), ("payment", &id), ("reference", "chèque")]);
            }
        }
        let waiting = runs()
            .iter()
            .any(|(run, payments)| run.state != RunState::Cancelled && payments.iter().any(|p| p.state == PaymentState::Sent));
        if owes() {
            post(Who::Treasurer, "/p/essai/settlement", &[]);
        } else if !waiting {
            return;
        }
    }
}

fn a_season_is_closed_from_its_page(site: &Site) {
    for lang in Lang::ALL {
        let page = site.get(Who::Coordinator, *lang, SEASON);
        sound(&page, *lang, SEASON);
        for path in ["/p/essai/disputes", "/p/essai/settlement", "/p/essai/stock"] {
            assert!(page.html.contains(&format!("class=\"cover\" href=\"{path}\"")), "{path}\n{}", page.html);
        }
        assert!(page.html.contains(&t(*lang, "season-close-later")) && !page.html.contains("name=\"sure\""));
        let no = site.post(Who::Coordinator, *lang, SEASON, &[("act", "close")]);
        says(&no, *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-unconfirmed");
        let no = site.post(Who::Coordinator, *lang, SEASON, &[("act", "close"), ("sure", "on")]);
        says(&no, *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-cannot-close-yet");
        let no = site.post(Who::Treasurer, *lang, SEASON, &[("act", "close"), ("sure", "on")]);
        says(&no, *lang, StatusCode::FORBIDDEN, "refusal-not-permitted");
        let other = site.get(Who::Auditor, *lang, SEASON);
        assert!(other.status == StatusCode::OK && !other.html.contains("<form class=\"form\""));
    }
    site.later("2025-11-03T10:00:00-05:00".parse().expect("an instant"));
    let page = site.get(Who::Coordinator, Lang::Fr, SEASON);
    assert!(page.html.contains(&t(Lang::Fr, "season-expire-sure")), "{}", page.html);
    let ended = site.post(Who::Coordinator, Lang::Fr, SEASON, &[("act", "expire"), ("sure", "on")]);
    assert_eq!(ended.to, format!("{SEASON}?done=done-expired"), "{}", ended.html);
    for dispute in ["2", "3"] {
        let fields = [("dispute", dispute), ("decision", "refuse"), ("reason", "même carnet")];
        assert_eq!(site.post(Who::Coordinator, Lang::Fr, "/p/essai/disputes", &fields).status, StatusCode::SEE_OTHER);
    }
    pay_everybody(site);
    let page = site.get(Who::Coordinator, Lang::Fr, SEASON);
    assert!(page.html.contains(&t(Lang::Fr, "season-close-sure")), "{}", page.html);
    let closed = site.post(Who::Coordinator, Lang::Fr, SEASON, &[("act", "close"), ("sure", "on")]);
    assert_eq!(closed.to, format!("{SEASON}?done=done-closed"), "{}", closed.html);
    for lang in Lang::ALL {
        let page = site.get(Who::Coordinator, *lang, &closed.to);
        sound(&page, *lang, SEASON);
        assert!(page.html.contains(&t(*lang, "done-closed")) && !page.html.contains("name=\"sure\""), "{}", page.html);
        // Six sold coupons live: they may be counted; nothing is handed out any more.
        let home = site.get(Who::Coordinator, *lang, "/p/essai");
        sound(&home, *lang, "home");
        let actions = home.html.split("class=\"actions\"").nth(1).and_then(|a| a.split("</p>").next()).expect("actions");
        assert!(actions.contains("/p/essai/count") && !actions.contains("/p/essai/handouts"), "{actions}");
        let stock = site.get(Who::Coordinator, *lang, "/p/essai/stock");
        sound(&stock, *lang, "stock");
        assert!(stock.html.contains("value=\"refund\"") && !stock.html.contains("value=\"allot\""), "{}", stock.html);
        let runs = site.get(Who::Treasurer, *lang, "/p/essai/settlement");
        assert!(runs.html.contains(&t(*lang, "run-state-settled")), "{}", runs.html);
        // A run with a payment that came back is over once a later one paid it: nothing is « sent » any more.
        assert!(runs.html.contains("badge ended") && !runs.html.contains("badge sent"), "{}", runs.html);
        let run = site.get(Who::Treasurer, *lang, "/p/essai/settlement/2");
        sound(&run, *lang, "settlement/2");
        assert!(
            run.html.contains(&t(*lang, "settlement-returned-hint")) && !run.html.contains("aria-current=\"step\""),
            "{}",
            run.html
        );
        assert!(run.html.contains("payments.csv"), "an ended run keeps its list: {}", run.html);
    }
    // The sold ones are paid back one by one; then nothing is left to count.
    for number in ["1", "2", "3", "4", "5", "6"] {
        let fields = [("act", "refund"), ("batch", "2"), ("numbers", number)];
        assert_eq!(site.post(Who::Coordinator, Lang::Fr, "/p/essai/stock", &fields).status, StatusCode::SEE_OTHER);
    }
    let home = site.get(Who::Coordinator, Lang::Fr, "/p/essai");
    assert!(!home.html.contains("class=\"actions\""), "{}", home.html);
    let report = site.ground.app.look_wait(P, app::audit::audit).expect("audited");
    assert!(report.findings.is_empty(), "{:#?}", report.findings);
}

on_both!(a_season_is_closed_from_its_page);
