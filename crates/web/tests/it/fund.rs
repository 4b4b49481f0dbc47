//! A fund's agreement, its report to the funder, and money that leaves it, through the pages.

use crate::pages::{says, sound};
use crate::season::{P, Who};
use crate::visitor::{Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

const FUND: &str = "/p/essai/fund/1";
const TERMS: &str = "/p/essai/fund/1/terms";
const MOVES: &str = "/p/essai/fund-moves";

/// An agreement with something of everything.
const AGREED: [(&str, &str); 16] = [
    ("reference", "FADM-2025-114"),
    ("signed_on", "2025-03-02"),
    ("pledge", "6 000,00"),
    ("due_on[]", "2025-06-01"),
    ("part[]", "4000"),
    ("due_on[]", "2025-07-15"),
    ("part[]", "2000"),
    ("pays_from", "2025-04-01"),
    ("pays_until", "2026-03-31"),
    ("operations", "12,5"),
    ("partner", "1"),
    ("partner", "2"),
    ("target", "Familles <avec> de jeunes enfants"),
    ("year_start", "04-01"),
    ("lapse", "carry"),
    ("carry_to", "2"),
];

fn an_agreement_is_written_and_read_back(site: &Site) {
    for lang in Lang::ALL {
        let page = site.get(Who::Coordinator, *lang, TERMS);
        sound(&page, *lang, TERMS);
        let report = site.get(Who::Coordinator, *lang, FUND);
        sound(&report, *lang, FUND);
        assert!(report.html.contains(&t(*lang, "fund-terms-none")), "{}", report.html);
    }
    let wrong = [AGREED.as_slice(), &[("year_start", "4 avril")]].concat();
    let no = site.post(Who::Coordinator, Lang::Fr, TERMS, &wrong);
    assert_eq!(no.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", no.html);
    assert!(no.html.contains("value=\"FADM-2025-114\"") && no.html.contains("value=\"4 avril\""), "what was written stays");
    let kept = site.post(Who::Coordinator, Lang::Fr, TERMS, &AGREED);
    assert_eq!(kept.to, format!("{FUND}?done=done-fund-terms"), "{}", kept.html);
    for lang in Lang::ALL {
        let report = site.get(Who::Funder, *lang, FUND);
        sound(&report, *lang, FUND);
        for said in ["FADM-2025-114", "Familles &#60;avec&#62; de jeunes enfants", "Cuisine collective", "Fonds de la MRC"] {
            assert!(report.html.contains(said), "{said}\n{}", report.html);
        }
        assert!(report.html.contains(&t(*lang, "fund-instalment-late")), "{}", report.html);
        assert!(!report.html.contains("/terms"), "a funder changes nothing");
        let form = site.get(Who::Coordinator, *lang, TERMS);
        sound(&form, *lang, TERMS);
        for value in ["6000,00", "12,50", "04-01", "2025-07-15", "2000,00"] {
            assert!(form.html.contains(&format!("value=\"{value}\"")), "{value}\n{}", form.html);
        }
    }
    assert_eq!(site.get(Who::Coordinator, Lang::Fr, "/p/essai/fund/3").status, StatusCode::NOT_FOUND, "sales have no funder");
    assert_eq!(site.get(Who::Coordinator, Lang::Fr, "/p/essai/fund/3/terms").status, StatusCode::NOT_FOUND);
    for days in ["period=x", "since=2025-01-01&through=2024-01-01", "since=demain", "period=2025-01-01..x"] {
        let page = site.get(Who::Auditor, Lang::Fr, &format!("{FUND}?{days}"));
        assert!(page.status.is_client_error(), "{days}: {}", page.status);
    }
    // Years and quarters to choose from; the days of one's own tell no household.
    let year = site.get(Who::Funder, Lang::Fr, &format!("{FUND}?period=2025-04-01..2026-03-31"));
    assert!(year.html.contains("value=\"2025-07-01..2025-09-30\"") && year.html.contains("remises"), "{}", year.html);
    let some = site.get(Who::Funder, Lang::Fr, &format!("{FUND}?since=2025-07-01&through=2025-07-09"));
    assert!(some.html.contains(&t(Lang::Fr, "fund-report-other-days")), "{}", some.html);
    let file = site.get(Who::Funder, Lang::Fr, &format!("{FUND}/report.pdf?period=all"));
    assert_eq!((file.status, file.kind.as_str()), (StatusCode::OK, "application/pdf"));
    let table = site.get(Who::Funder, Lang::Fr, "/p/essai/export/fund-report.csv?of=1&period=all");
    assert!(table.html.contains(&t(Lang::Fr, "fund-report-awaited")), "{}", table.html);
}

fn money_leaves_a_fund_through_the_page(site: &Site) {
    let ask = |who, amount| {
        let fields = [("from", "1"), ("to", "0"), ("amount", amount), ("reason", "versé en trop")];
        site.post(who, Lang::Fr, MOVES, &fields)
    };
    let over = ask(Who::Coordinator, "999 999");
    assert_eq!(over.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", over.html);
    let asked = ask(Who::Coordinator, "12,34");
    assert_eq!(asked.to, format!("{MOVES}?done=done-fund-move-asked"), "{}", asked.html);
    for lang in Lang::ALL {
        for who in [Who::Coordinator, Who::Treasurer, Who::Auditor] {
            let page = site.get(who, *lang, MOVES);
            sound(&page, *lang, MOVES);
            assert!(page.html.contains("versé en trop"), "{}", page.html);
            assert_eq!(page.html.contains("value=\"confirm\""), who == Who::Treasurer, "{who:?}\n{}", page.html);
        }
        let home = site.get(Who::Approver, *lang, "/p/essai");
        assert!(home.html.contains("/p/essai/fund-moves\""), "it waits for them\n{}", home.html);
    }
    let page = site.get(Who::Treasurer, Lang::Fr, MOVES);
    let seq = page.html.split("name=\"asked\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a request");
    let confirm = |who| site.post(who, Lang::Fr, MOVES, &[("act", "confirm"), ("asked", seq), ("reference", "chèque 7")]);
    says(&confirm(Who::Coordinator), Lang::Fr, StatusCode::FORBIDDEN, "refusal-not-permitted");
    assert_eq!(confirm(Who::Approver).to, format!("{MOVES}?done=done-fund-move-confirmed"));
    assert_eq!(confirm(Who::Treasurer).status, StatusCode::CONFLICT, "once");
    let page = site.get(Who::Funder, Lang::Fr, "/p/essai/fund/1?period=all");
    assert!(page.html.contains(&t(Lang::Fr, "fund-report-given-back")) && page.html.contains("12,34"), "{}", page.html);
    let funds = site.get(Who::Funder, Lang::Fr, "/p/essai/funds");
    sound(&funds, Lang::Fr, "funds");
    assert!(funds.html.contains("/p/essai/fund/1\"") && !funds.html.contains(MOVES), "{}", funds.html);
    let season = site.get(Who::Coordinator, Lang::Fr, "/p/essai/season");
    assert!(season.html.contains(&t(Lang::Fr, "fund-lapse-before")), "{}", season.html);
    let early = site.post(Who::Coordinator, Lang::Fr, MOVES, &[("act", "lapse"), ("from", "1")]);
    says(&early, Lang::Fr, StatusCode::CONFLICT, "refusal-season-not-closed");
    let report = site.ground.app.look_wait(P, app::audit::audit).expect("audited");
    assert!(report.findings.is_empty(), "{:#?}", report.findings);
}

on_both!(an_agreement_is_written_and_read_back, money_leaves_a_fund_through_the_page);
