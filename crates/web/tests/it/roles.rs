//! Every page and every form, for somebody in each role, against a table written by hand; and another programme's
//! addresses, which lead nowhere.

use crate::season::{P, Who};
use crate::visitor::{Site, on_both};
use app::programme_file::ProgrammeFile;
use app::{audit, programme};
use axum::http::StatusCode;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use text::Lang;

/// The columns, in this order.
const ROLES: [Who; 10] = [
    Who::Coordinator,
    Who::Worker,
    Who::Market,
    Who::Merchant,
    Who::Treasurer,
    Who::Approver,
    Who::Funder,
    Who::Network,
    Who::Evaluator,
    Who::Auditor,
];

/// What each page answers: `y` shows it, `>` leads on, `.` says no.
#[rustfmt::skip]
const PAGES: [(&str, &str); 119] = [
    //                                  C W M V T A F N E U
    ("",                               "y y y y y y y y y y"),
    ("/batches",                       "y . . . y y . . . y"),
    ("/batches/1/coupons.pdf",         "y . . . . . . . . ."),
    ("/batches/1/stubs.pdf",           "y . . . . . . . . ."),
    ("/batches/1/coupons.csv",         "y . . . . . . . . ."),
    ("/stock",                         "y . . . y y . . . y"),
    ("/sale",                          "y . y . y y . . . y"),
    ("/receipts",                      "y . . . y y . . . y"),
    ("/receipts/paper",                "> . . . > . . . . ."),
    ("/export/receipts.csv",           "y . . . y y . . . y"),
    ("/sale/receipt",                  "> . > . > > . . . >"),
    ("/orders",                        "y . y . y y . . . y"),
    ("/campaign",                      "y . . . y . . . . ."),
    ("/handouts",                      "y y . . y y . . . y"),
    ("/count",                         "y . y y . . . . . ."),
    ("/coupon",                        "y . . . y y . . . y"),
    ("/coupon?code=1-00001",           "y . . . y y . . . y"),
    ("/disputes",                      "y . . . y y . . . y"),
    ("/alerts",                        "y . . . y y . . . y"),
    ("/settlement",                    "y . . . y y . . . y"),
    ("/settlement/1",                  "y . . . y y . . . y"),
    ("/settlement/2",                  "y . . . y y . . . y"),
    ("/settlement/3",                  "y . . . y y . . . y"),
    ("/settlement/2/payments.pdf",     "y . . . y y . . . y"),
    ("/settlement/2/payments.csv",     "y . . . y y . . . y"),
    ("/settlement/2/advices.pdf",      "y . . . y y . . . y"),
    ("/settlement/2/stubs.pdf",        "y . . . y y . . . y"),
    ("/working-capital",               "y . . . y y . . . y"),
    ("/export/working-capital.csv",    "y . . . y y . . . y"),
    ("/holds",                         "y . . . y y . . . y"),
    ("/settlement/2/deposits",         ". . . . y . . . . ."),
    ("/settlement/bank",               ". . . . y . . . . ."),
    ("/settlement/waits",              "y . . . y y . . . y"),
    ("/books",                         "y . . . y y . . . y"),
    ("/books/journal?format=quickbooks", "y . . . y y . . . y"),
    ("/books/accounts.csv",            "y . . . y y . . . y"),
    ("/books/year-end.zip",            "y . . . y y . . . y"),
    ("/statement/3",                   "y . . y y y . . . y"),
    ("/statement/4",                   "y . . . y y . . . y"),
    ("/agreements",                    "y . . y y y . . . y"),
    ("/agreements/1",                  "y . . y y y . . . y"),
    ("/agreements/1/pdf",              "y . . y y y . . . y"),
    ("/agreements/3",                  "y . . . y y . . . y"),
    ("/market",                        "y . > . . . . . . y"),
    ("/market/1",                      "y . y . . . . . . y"),
    ("/market/2",                      "y . . . . . . . . y"),
    ("/market/1/slip",                 "y . y . . . . . . y"),
    ("/market/1/payments",             "y . y . . . . . . y"),
    ("/market/1/payments.pdf",         "y . y . . . . . . y"),
    ("/export/shares.csv?of=1",        "y . y . . . . . . y"),
    ("/moves",                         "y . . . y y . . . y"),
    ("/calendar",                      "y y y y y y y y y y"),
    ("/places",                        "y y y y y y y y y y"),
    ("/places/1",                      "y y y y y y y y y y"),
    ("/places/new",                    "y . . . . . . . . ."),
    ("/places/sheet",                  "y y y y y y y y y y"),
    ("/handouts/take-back",            "> > > > > > > > > >"),
    ("/handouts/replace",              "> > > > > > > > > >"),
    ("/handouts/register",             "y y . . . . . . . ."),
    ("/handouts/register/print?partner=1", "y y . . . . . . . ."),
    ("/vendor",                        ". . . y . . . . . ."),
    ("/vendor/1",                      "y . . y y y . . . y"),
    ("/vendor/2",                      "y . . . y y . . . y"),
    ("/bank-details",                  "y . . y y y . . . y"),
    ("/funds",                         "y . . . y y y . . y"),
    ("/fund/1",                        "y . . . y y y . . y"),
    ("/fund/2?period=all",             "y . . . y y . . . y"),
    ("/fund/1/report.pdf",             "y . . . y y y . . y"),
    ("/fund/1/terms",                  "y . . . . . . . . ."),
    ("/fund/1/logo",                   "y . . . y y y . . y"),
    ("/fund/1/logo.png",               "y . . . y y y . . y"),
    ("/fund/2/logo",                   "y . . . y y . . . y"),
    ("/fund-moves",                    "y . . . y y . . . y"),
    ("/export/fund-report.xlsx?of=1",  "y . . . y y y . . y"),
    ("/export/fund-report.csv?of=2",   "y . . . y y . . . y"),
    ("/figure?of=used",                "y . . . y y . . y y"),
    ("/figure?of=hand_outs&band=1",    "y . . . y y . . y y"),
    ("/figure?of=spent&fund=1",        "y . . . y y y . . y"),
    ("/figure?of=spent&fund=2",        "y . . . y y . . . y"),
    ("/figure?of=to_pay&vendor=1",     "y . . . y y . . . y"),
    ("/forecast",                      "y . . . y y . . . y"),
    ("/forecast?scale=90&weeks=3&closed=1&use-low=60&use-high=80", "y . . . y y . . . y"),
    ("/bands",                         "y . . . y y . . y y"),
    ("/season",                        "y . . . y y . . . y"),
    ("/people",                        "y . . . y y . . . y"),
    ("/messages",                      "y y y y y y y y y y"),
    ("/messages/1",                    "y . . y . . . . . y"),
    ("/amendments",                    "y . . . y y . y y y"),
    ("/signing-keys",                  "y . . . y y . . . y"),
    ("/phones",                        "y y y y . . . . . y"),
    ("/audit",                         "y . . . y y . . . y"),
    ("/audit?run=1",                   "y . . . y y . . . y"),
    ("/import",                        "y y y y . . . . . ."),
    ("/import/vendors.csv",            "y . . . . . . . . ."),
    ("/import/hours.csv",              "y . . . . . . . . ."),
    ("/import/hand-outs.xlsx",         "y y . . . . . . . ."),
    ("/export/weeks.csv",              "y . . . y y . y y y"),
    ("/export/partners-use.csv",       "y . . . y y . . y y"),
    ("/export/hand-outs.xlsx",         "y y . . y y . . . y"),
    ("/export/disputes.csv",           "y . . . y y . . . y"),
    ("/export/funds.csv",              "y . . . y y y . . y"),
    ("/export/sales.csv",              "y . y . y y . . . y"),
    ("/export/orders.csv",             "y . y . y y . . . y"),
    ("/export/gifts.csv",              "y . . . y y . . . y"),
    ("/export/days.csv?of=1",          "y . . y y y . . . y"),
    ("/export/log.csv",                "y . . . y y . . . y"),
    ("/export/bands.csv",              "y . . . y y . . y y"),
    ("/export/people.csv",             "y . . . y y . . . y"),
    ("/export/bank-accounts.csv",      "y . . y y y . . . y"),
    ("/export/market-days.csv",        "y . y . y y . . . y"),
    ("/export/alerts.csv",             "y . . . y y . . . y"),
    ("/export/holds.csv",              "y . . . y y . . . y"),
    ("/export/fund-moves.xlsx",        "y . . . y y . . . y"),
    ("/export/forecast.csv",           "y . . . y y . . . y"),
    ("/export/proof.csv",              "y . . . y y . . . y"),
    // The API says the same.
    ("api/v1/keys",                    "y y y y y y y y y y"),
    ("api/v1/stock",                   "y . . . y y . . . y"),
    ("api/v1/hand-outs",               "y . . . y y . . . y"),
    ("api/v1/coupons/1-00001",         "y . . . y y . . . y"),
];

type Fields = &'static [(&'static str, &'static str)];

/// The same for forms. The coordinator's, the treasurer's and the approver's come first in their lines: each form is
/// answered by somebody who may before it is too late for it.
#[rustfmt::skip]
const FORMS: [(&str, Fields, &str); 80] = [
    //                                                                                     C W M V T A F N E U
    ("/batches", &[("class", "1"), ("count", "10"), ("booklet", "10")],                   "y . . . . . . . . ."),
    ("/batches", &[("act", "ask_void"), ("batch", "3"), ("reason", "x")],                 "y . . . . . . . . ."),
    ("/batches", &[("act", "confirm_void"), ("batch", "3")],                              "y . . . y y . . . ."),
    ("/batches", &[("act", "drop_void"), ("batch", "3")],                                 "y . . . y y . . . ."),
    ("/stock", &[("act", "allot"), ("batch", "1"), ("numbers", "801"), ("partner", "1")], "y . . . . . . . . ."),
    ("/stock", &[("act", "void"), ("batch", "1"), ("numbers", "802"), ("reason", "x")],   "y . . . . . . . . ."),
    ("/stock", &[("act", "replace"), ("batch", "1"), ("numbers", "670"), ("with_batch", "1"), ("with_numbers", "700"), ("reason", "x")], "y . . . . . . . . ."),
    ("/stock", &[("act", "sell"), ("batch", "2"), ("numbers", "9"), ("paid", "5")],       "y . . . . . . . . ."),
    ("/sale", &[("act", "sell"), ("offer", "1"), ("packs", "1"), ("reference", "x")],      "y . y . y . . . . ."),
    ("/sale", &[("act", "give"), ("fund", "1"), ("amount", "5"), ("reference", "x"), ("on", "2025-08-01")], "y . . . y . . . . ."),
    ("/orders", &[("act", "place"), ("offer", "1"), ("packs", "1"), ("reference", "x")],   "y . y . y . . . . ."),
    ("/orders", &[("act", "cancel"), ("order", "1")],                                     "y . y . y . . . . ."),
    ("/campaign", &[("name", "X"), ("reached", "yes"), ("on", "2025-08-01"), ("gift_fund", "1"), ("rows", "[[1,[\"id\",\"montant\"]],[2,[\"1\",\"20\"]]]")], "y . . . y . . . . ."),
    ("/handouts", &[("partner", "1"), ("way", "count"), ("class", "1"), ("count", "1"), ("band", "1")], "y y . . . . . . . ."),
    ("/handouts", &[("partner", "2"), ("way", "count"), ("class", "1"), ("count", "1"), ("band", "1")], "y . . . . . . . . ."),
    ("/handouts/register", &[("partner", "1"), ("day-0", "2025-08-20"), ("band-0", "1")], "y y . . . . . . . ."),
    ("/handouts/take-back", &[("partner", "1"), ("seq", "1")],                            "y y . . . . . . . ."),
    ("/handouts/take-back", &[("partner", "2"), ("seq", "1")],                            "y . . . . . . . . ."),
    ("/handouts/replace", &[("partner", "2"), ("lost", "1-00450"), ("reason", "x")],      "y . . . . . . . . ."),
    ("/agreements", &[("vendor", "3"), ("place", "1"), ("from", "2025-07-01"), ("until", "2025-10-01")], "y . . . . . . . . ."),
    ("/agreements/1", &[("side", "vendor"), ("read", "on")],                              ". . . y . . . . . ."),
    ("/agreements/1", &[("side", "vendor_paper")],                                        "y . . . . . . . . ."),
    ("/agreements/1", &[("side", "programme")],                                           "y . . . . . . . . ."),
    ("/market/1", &[("act", "presence"), ("day", "2025-08-26"), ("vendor", "1")],         "y . y . . . . . . ."),
    ("/market/2", &[("act", "presence"), ("day", "2025-08-26"), ("vendor", "1")],         "y . . . . . . . . ."),
    ("/market/1", &[("act", "close"), ("day", "2025-08-26")],                             "y . y . . . . . . ."),
    ("/market/1", &[("act", "agree"), ("day", "2025-08-26"), ("vendor", "1")],            "y . y . . . . . . ."),
    ("/market/1", &[("act", "pay"), ("day", "2025-08-26"), ("dispute", "3"), ("reason", "x")], "y . y . . . . . . ."),
    ("/market/1/payments", &[("share", "1")],                                             "y . y . . . . . . ."),
    ("/vendor", &[("vendor", "1"), ("payment", "1")],                                     ". . . y . . . . . ."),
    ("/moves", &[("from", "1"), ("to", "2"), ("class", "1"), ("count", "1")],              "y . . . . . . . . ."),
    ("/places/new", &[("name", "X")],                                                     "y . . . . . . . . ."),
    ("/places/1", &[("act", "reopen"), ("on", "2025-08-27")],                             "y . y . . . . . . ."),
    ("/places/2", &[("act", "reopen"), ("on", "2025-08-27")],                             "y . . . . . . . . ."),
    ("/vendor", &[("vendor", "1"), ("place", "1"), ("day", "2025-08-26")],                ". . . y . . . . . ."),
    ("/count", &[("vendor", "1"), ("place", "1"), ("day", "2025-08-26"), ("codes", "7K2M4-QXP9H")], "y . y y . . . . . ."),
    ("/count", &[("vendor", "2"), ("place", "1"), ("day", "2025-08-26"), ("codes", "7K2M4-QXP9H")], "y . y . . . . . . ."),
    ("/count", &[("vendor", "1"), ("place", "2"), ("day", "2025-08-26"), ("codes", "7K2M4-QXP9H")], "y . . y . . . . . ."),
    ("/disputes", &[("dispute", "2"), ("decision", "refuse"), ("reason", "x")],           "y . . . . . . . . ."),
    ("/alerts", &[("alert", "2025-07-05/1/1/run"), ("count", "9"), ("reason", "x")],      "y . . . . . . . . ."),
    ("/funds", &[("act", "receive"), ("fund", "1"), ("amount", "5"), ("reference", "x"), ("on", "2025-08-01")], "y . . . y . . . . ."),
    ("/funds", &[("act", "set_aside"), ("fund", "1"), ("amount", "5")],                   "y . . . y . . . . ."),
    ("/funds", &[("act", "spend"), ("fund", "1"), ("amount", "5"), ("what", "x"), ("reference", "x"), ("on", "2025-08-01")], ". . . . y . . . . ."),
    ("/fund/1/terms", &[("reference", "x"), ("year_start", "04-01")],                     "y . . . . . . . . ."),
    ("/fund/1/logo", &[("act", "off")],                                                   "y . . . . . . . . ."),
    ("/receipts", &[("act", "issue"), ("gift", "1"), ("name", "x"), ("address", "x"), ("sure", "on")], "y . . . y . . . . ."),
    ("/receipts", &[("act", "cancel"), ("receipt", "1"), ("reason", "x")],               "y . . . y . . . . ."),
    ("/fund-moves", &[("from", "1"), ("to", "2"), ("amount", "5"), ("reason", "x")],      "y . . . y . . . . ."),
    ("/fund-moves", &[("act", "confirm"), ("asked", "1")],                                ". . . . y y . . . ."),
    ("/fund-moves", &[("act", "drop"), ("asked", "1")],                                   "y . . . y y . . . ."),
    ("/holds", &[("vendor", "3"), ("reason", "x")],                                       "y . . . y . . . . ."),
    ("/holds", &[("act", "ask"), ("vendor", "3"), ("reason", "x")],                       "y . . . y . . . . ."),
    ("/holds", &[("act", "keep"), ("vendor", "3")],                                       "y . . . y y . . . ."),
    ("/holds", &[("act", "release"), ("vendor", "3")],                                    "y . . . y y . . . ."),
    ("/settlement/3", &[("act", "approve")],                                              ". . . . y y . . . ."),
    ("/settlement/3", &[("act", "pay")],                                                  ". . . . y . . . . ."),
    ("/settlement/3", &[("act", "confirm"), ("payment", "5"), ("reference", "x")],        ". . . . y . . . . ."),
    ("/settlement/3", &[("act", "return"), ("payment", "5"), ("reference", "x")],         ". . . . y . . . . ."),
    ("/settlement/2", &[("act", "advise")],                                               ". . . . y . . . . ."),
    ("/settlement/2/deposits", &[("format", "cpa005"), ("due", "2025-08-27")],           ". . . . y . . . . ."),
    ("/settlement/bank", &[("act", "write"), ("line-1", "{\"payments\":[5],\"returned\":true,\"words\":\"905\"}")], ". . . . y . . . . ."),
    ("/settlement", &[],                                                                  ". . . . y . . . . ."),
    ("/settlement/4", &[("act", "cancel"), ("reference", "x")],                           ". . . . y . . . . ."),
    ("/bank-details", &[("act", "propose"), ("vendor", "1"), ("institution", "815"), ("transit", "20123"), ("number", "1234567")], "y . . y y . . . . ."),
    ("/bank-details", &[("act", "propose"), ("vendor", "2"), ("institution", "815"), ("transit", "20123"), ("number", "1234567")], "y . . . y . . . . ."),
    ("/bank-details", &[("act", "confirm"), ("vendor", "1"), ("version", "1")],           ". . . . y . . . . ."),
    ("/season", &[("act", "close"), ("sure", "on")],                                      "y . . . . . . . . ."),
    ("/import", &[("kind", "vendors"), ("rows", "[[1,[\"nom\"]],[2,[\"X\"]]]")],           "y . . . . . . . . ."),
    ("/messages", &[("to", "everybody"), ("subject", "x"), ("text", "x")],                "y . . . . . . . . ."),
    ("/messages", &[("act", "read"), ("message", "1")],                                   ". . . y . . . . . ."),
    ("/messages", &[("act", "withdraw"), ("message", "1")],                               "y . . . . . . . . ."),
    ("/amendments", &[("act", "confirm"), ("number", "1")],                               "y . . . y y . . . ."),
    ("/amendments", &[("act", "drop"), ("number", "1")],                                  "y . . . y y . . . ."),
    ("/signing-keys", &[("act", "ask"), ("reason", "x")],                                 "y . . . y . . . . ."),
    ("/signing-keys", &[("act", "confirm"), ("slot", "1")],                               "y . . . y y . . . ."),
    ("/signing-keys", &[("act", "drop")],                                                 "y . . . y y . . . ."),
    ("/phones", &[("holder", "5 market_manager/1")],                                     "y . y . . . . . . ."),
    ("/people", &[("act", "invite"), ("name", "X"), ("role", "auditor")],                 "y . . . . . . . . ."),
    ("/people", &[("act", "grant"), ("person", "8"), ("role", "evaluator")],              "y . . . . . . . . ."),
    ("/people", &[("act", "revoke"), ("person", "8"), ("role", "evaluator")],             "y . . . . . . . . ."),
];

/// Forms that the season may have gone beyond: the rules say no, and the permission does not.
const LATE: [&str; 19] = [
    "/receipts",
    "/holds",
    "/alerts",
    "/batches",
    "/settlement/2",
    "/settlement/bank",
    "/import",
    "/moves",
    "/places",
    "/sale",
    "/season",
    "/bank-details",
    "/agreements/1",
    "/handouts",
    "/market",
    "/vendor",
    "/signing-keys",
    "/fund-moves",
    "/amendments",
];

fn cells(line: &str) -> impl Iterator<Item = (Who, bool)> {
    assert_eq!(line.split_whitespace().count(), ROLES.len(), "{line}");
    ROLES.into_iter().zip(line.split_whitespace().map(|cell| cell == "y").collect::<Vec<_>>())
}

fn at(programme: &str, path: &str) -> String {
    match path.strip_prefix("api/") {
        Some(path) => format!("/api/{path}{}programme={programme}", if path.contains('?') { '&' } else { '?' }),
        None => format!("/p/{programme}{path}"),
    }
}

fn head(site: &Site) -> String {
    site.ground.app.look_wait(P, audit::audit).expect("audited").head
}

fn every_page_for_every_role(site: &Site) {
    let logo = site.post_photo(Who::Coordinator, Lang::Fr, "/p/essai/fund/1/logo", &[("alt", "MRC")], &crate::logo::picture());
    assert!(logo.status.is_redirection(), "{}", logo.html);
    let mut wrong = Vec::new();
    for (path, line) in PAGES {
        for (who, cell) in ROLES.into_iter().zip(line.split_whitespace()) {
            let page = site.get(who, Lang::Fr, &at("essai", path));
            let expected = match cell {
                "y" => StatusCode::OK,
                ">" => StatusCode::SEE_OTHER,
                _ => StatusCode::FORBIDDEN,
            };
            if page.status != expected {
                wrong.push(format!("{who:?} {path}: {}, not {expected}", page.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn every_form_for_every_role(site: &Site) {
    // First whoever may not, all of them: not one line is added to the log.
    let before = head(site);
    for (path, fields, line) in FORMS {
        for (who, _) in cells(line).filter(|(_, may)| !may) {
            let page = site.post(who, Lang::Fr, &at("essai", path), fields);
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{who:?} {path} {fields:?}\n{}", page.html);
        }
        let nobody = site.post(None, Lang::Fr, &at("essai", path), fields);
        assert_eq!((nobody.status, nobody.to.as_str()), (StatusCode::SEE_OTHER, "/sign-in"), "{path}");
    }
    assert_eq!(head(site), before);
    // Then whoever may: the rules of the programme answer, never the permissions.
    for (path, fields, line) in FORMS {
        for (turn, (who, _)) in cells(line).filter(|(_, may)| *may).enumerate() {
            let page = site.post(who, Lang::Fr, &at("essai", path), fields);
            let done = page.status.is_redirection() || page.status == StatusCode::OK;
            let rules = [StatusCode::CONFLICT, StatusCode::UNPROCESSABLE_ENTITY, StatusCode::NOT_FOUND].contains(&page.status);
            assert!(
                done || (rules && (turn > 0 || LATE.iter().any(|start| path.starts_with(start)))),
                "{who:?} {path} {fields:?} {}\n{}",
                page.status,
                page.html
            );
        }
    }
}

/// Another programme, with the same people's numbers free to guess.
fn another_programme_is_nowhere(site: &Site) {
    let app = &site.ground.app;
    let file = ground::PROGRAMME.replace("key = \"essai\"", "key = \"autre\"");
    let other = app.open_programme_wait(&ProgrammeFile::parse(&file).expect("a good file")).expect("opened");
    let zoe = app.add_person_wait("Zoé", "", None).expect("added");
    let r = app::command::Request::now(app, app::domain::ids::Actor::System);
    app.act_wait(other, move |cx| programme::grant(cx, r, zoe, app::domain::role::Role::Coordinator)).expect("granted");
    let same = |one: String, key: &str| one.replace(key, "…");
    for (path, _) in PAGES {
        for who in ROLES {
            let page = site.get(who, Lang::Fr, &at("autre", path));
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{who:?} {path}");
            // Nothing tells a programme that exists from one that does not.
            let nowhere = site.get(who, Lang::Fr, &at("nulle-part", path));
            assert_eq!(same(page.html, "autre"), same(nowhere.html, "nulle-part"), "{who:?} {path}");
        }
    }
    for (path, fields, _) in FORMS {
        for who in ROLES {
            let page = site.post(who, Lang::Fr, &at("autre", path), fields);
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{who:?} {path}");
        }
    }
    let report = app.look_wait(other, audit::audit).expect("audited");
    assert_eq!((report.commands, report.findings.len()), (3, 0), "opened, enrolled, one role");
}

/// The addresses of our own sources: a page or a form that is added there fails here until it is in the tables.
#[test]
fn the_tables_have_every_address() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pages");
    let mut routes = BTreeSet::new();
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) =
        std::fs::read_dir(folder).expect("pages").flatten().map(|entry| entry.path()).partition(|path| path.is_dir());
    let nested = folders.iter().flat_map(|folder| std::fs::read_dir(folder).expect("pages").flatten().map(|entry| entry.path()));
    for file in files.into_iter().chain(nested) {
        let text = std::fs::read_to_string(file).expect("a source file");
        for route in text.split(".route(\"/p/{programme}").skip(1) {
            let (path, rest) = route.split_once('"').expect("an address");
            let handlers = rest.split(".route(").next().expect("handlers").split("\n}").next().expect("its end");
            if handlers.contains("get(") {
                routes.insert(("GET", path.to_owned()));
            }
            if handlers.contains("post(") {
                routes.insert(("POST", path.to_owned()));
            }
        }
    }
    assert!(routes.len() > 30, "{routes:?}");
    let shape = |path: &str| {
        let path = path.split('?').next().expect("an address");
        let parts: Vec<String> =
            path.split('/').map(|part| if part.parse::<u32>().is_ok() { "{}".to_owned() } else { part.to_owned() }).collect();
        parts.join("/")
    };
    let general = |path: &str| {
        let parts: Vec<&str> = path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect();
        parts.join("/")
    };
    // A file's name stands for all of them.
    let shape = |path: &str| match path.split_once("port/") {
        Some((before, _)) => format!("{before}port/{{}}"),
        None => shape(path),
    };
    let pages: BTreeSet<String> = PAGES.iter().map(|(path, _)| shape(path)).collect();
    let forms: BTreeSet<String> = FORMS.iter().map(|(path, ..)| shape(path)).collect();
    for (method, path) in routes {
        let known = if method == "GET" { &pages } else { &forms };
        assert!(known.contains(&general(&path)), "{method} {path} is not in the tables of roles");
    }
}

on_both!(every_page_for_every_role, every_form_for_every_role, another_programme_is_nowhere);
