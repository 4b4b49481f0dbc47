//! The people's page: inviting, the card, taking roles away.

use crate::pages::{says, sound};
use crate::season::Who;
use crate::visitor::{Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

const PATH: &str = "/p/essai/people";

/// The link on a card.
fn link(html: &str) -> String {
    let at = html.find("http://pcn.example/l/").expect("a link on the card");
    html[at + "http://pcn.example".len()..].split('<').next().expect("its end").to_owned()
}

fn somebody_is_invited_and_comes_in(site: &Site) {
    for lang in Lang::ALL {
        for who in [Who::Coordinator, Who::Auditor] {
            let page = site.get(who, *lang, PATH);
            assert_eq!(page.status, StatusCode::OK);
            sound(&page, *lang, "people");
            assert!(page.html.contains("Ruisseau-Clair"), "what a role is limited to is said");
            // An auditor looks, and is offered nothing to do.
            assert_eq!(page.html.contains("name=\"act\""), who == Who::Coordinator);
        }
    }
    let id = "0198e5a0-0000-7000-8000-00000000000a";
    let fields = [("id", id), ("act", "invite"), ("name", "Lou <i>"), ("role", "merchant/1"), ("language", "en"), ("days", "2")];
    for lang in Lang::ALL {
        let card = site.post(Who::Coordinator, *lang, PATH, &fields);
        assert_eq!(card.status, StatusCode::OK, "{}", card.html);
        sound(&card, *lang, "card");
        assert!(card.html.contains("Lou &#60;i&#62;") && card.html.contains("<svg class=\"qr\""), "{}", card.html);
        assert!(card.html.contains("Merchant · Ferme du Ruisseau-Clair"), "in their language\n{}", card.html);
    }
    let page = site.get(Who::Coordinator, Lang::Fr, PATH);
    assert_eq!(page.html.matches("<b>Lou &#60;i&#62;</b>").count(), 1, "the same form twice invites once");
    assert!(page.html.contains(&t(Lang::Fr, "people-never")) && !page.html.contains("/l/"), "a link is shown once");
    let card = site.post(Who::Coordinator, Lang::Fr, PATH, &fields);
    let entered = site.post(None, Lang::Fr, &link(&card.html), &[]);
    assert_eq!((entered.status, entered.to.as_str()), (StatusCode::SEE_OTHER, "/"));
}

fn what_is_refused_says_so(site: &Site) {
    let invite = |lang, role: &str, name: &str, email: &str| {
        let fields = [("act", "invite"), ("name", name), ("role", role), ("email", email)];
        site.post(Who::Coordinator, lang, PATH, &fields)
    };
    for lang in Lang::ALL {
        says(&invite(*lang, "auditor", " ", ""), *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-name-needed");
        let page = invite(*lang, "auditor", "Max", "max@");
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.html.contains("value=\"Max\"") && page.html.contains(&t(*lang, "refusal-bad-email-next")));
        says(&invite(*lang, "roi", "Max", ""), *lang, StatusCode::CONFLICT, "refusal-role-not-held");
        says(&invite(*lang, "funder/99", "Max", ""), *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-unknown-fund");
        // The coordinator is person 1, the treasurer 2.
        for (person, role) in [("1", "treasurer"), ("1", "approver"), ("2", "coordinator")] {
            let fields = [("act", "grant"), ("person", person), ("role", role)];
            let page = site.post(Who::Coordinator, *lang, PATH, &fields);
            says(&page, *lang, StatusCode::CONFLICT, "refusal-roles-conflict");
        }
        // There are payers: one of them gives such a role, to somebody whom the coordination invited.
        let fields = [("act", "grant"), ("person", "8"), ("role", "treasurer")];
        let page = site.post(Who::Coordinator, *lang, PATH, &fields);
        says(&page, *lang, StatusCode::CONFLICT, "refusal-payers-role");
        let fields = [("act", "grant"), ("person", "8"), ("role", "approver")];
        let given = site.post(Who::Treasurer, *lang, PATH, &fields);
        let again = site.post(Who::Approver, *lang, PATH, &fields);
        assert!(given.status == StatusCode::SEE_OTHER || given.status == StatusCode::CONFLICT, "{}", given.html);
        says(&again, *lang, StatusCode::CONFLICT, "refusal-role-held");
        let fields = [("act", "revoke"), ("person", "1"), ("role", "coordinator")];
        says(&site.post(Who::Coordinator, *lang, PATH, &fields), *lang, StatusCode::CONFLICT, "refusal-last-coordinator");
        let fields = [("act", "link"), ("person", "2")];
        says(&site.post(Who::Coordinator, *lang, PATH, &fields), *lang, StatusCode::FORBIDDEN, "refusal-link-not-yours");
        let fields = [("act", "link"), ("person", "11")];
        says(
            &site.post(Who::Coordinator, *lang, PATH, &fields),
            *lang,
            StatusCode::UNPROCESSABLE_ENTITY,
            "refusal-unknown-person",
        );
    }
}

fn a_role_taken_away_closes_its_doors(site: &Site) {
    assert_eq!(site.get(Who::Merchant, Lang::Fr, "/p/essai/vendor").status, StatusCode::OK);
    let fields = [("act", "revoke"), ("person", "6"), ("role", "merchant/1")];
    let page = site.post(Who::Coordinator, Lang::Fr, PATH, &fields);
    assert_eq!(page.to, "/p/essai/people?done=done-role-taken", "{}", page.html);
    assert_eq!(site.get(Who::Merchant, Lang::Fr, "/p/essai/vendor").status, StatusCode::NOT_FOUND);
    let page = site.post(Who::Coordinator, Lang::Fr, PATH, &[("act", "sessions"), ("person", "5")]);
    assert_eq!(page.to, "/p/essai/people?done=done-sessions-ended");
    assert_eq!(site.get(Who::Market, Lang::Fr, "/p/essai").to, "/sign-in");
    for lang in Lang::ALL {
        let page = site.get(Who::Coordinator, *lang, "/p/essai/people?done=done-role-taken");
        sound(&page, *lang, "people");
        assert!(page.html.contains("role=\"status\""));
    }
}

fn who_studies_sees_no_single_household(site: &Site) {
    for lang in Lang::ALL {
        let page = site.get(Who::Evaluator, *lang, "/p/essai/bands");
        sound(&page, *lang, "bands");
        assert!(page.html.contains("<tfoot>"), "no band is small here");
        for who in [Who::Network, Who::Evaluator] {
            let page = site.get(who, *lang, "/p/essai?by=partner");
            sound(&page, *lang, "home");
            let tells = page.html.contains("Cuisine collective");
            assert_eq!(tells, who == Who::Evaluator, "{who:?}");
            assert!(page.html.contains(&t(*lang, "head-rate")) && !page.html.contains("/p/essai/count"));
        }
    }
    let once = [("partner", "1"), ("way", "count"), ("class", "1"), ("count", "2"), ("band", "4+")];
    assert_eq!(site.post(Who::Coordinator, Lang::Fr, "/p/essai/handouts", &once).status, StatusCode::SEE_OTHER);
}

fn a_batch_is_cancelled_by_two(site: &Site) {
    let path = "/p/essai/batches";
    let ask = [("act", "ask_void"), ("batch", "3"), ("reason", "encre <pâle>")];
    assert_eq!(site.post(Who::Coordinator, Lang::Fr, path, &ask).to, "/p/essai/batches?done=done-void-asked");
    let confirm = [("act", "confirm_void"), ("batch", "3")];
    for lang in Lang::ALL {
        says(&site.post(Who::Coordinator, *lang, path, &ask), *lang, StatusCode::CONFLICT, "refusal-wrong-step");
        says(&site.post(Who::Coordinator, *lang, path, &confirm), *lang, StatusCode::CONFLICT, "refusal-second-person-needed");
        let page = site.get(Who::Coordinator, *lang, path);
        sound(&page, *lang, "batches");
        assert!(page.html.contains(&t(*lang, "batch-void-yours")) && !page.html.contains("value=\"confirm_void\""));
        let page = site.get(Who::Approver, *lang, path);
        sound(&page, *lang, "batches");
        assert!(
            page.html.contains("value=\"confirm_void\"") && page.html.contains("Coordinator &#60;Essai&#62;"),
            "{}",
            page.html
        );
        assert!(!site.get(Who::Auditor, *lang, path).html.contains("name=\"act\""));
        let most = [("act", "void"), ("batch", "3"), ("numbers", "1-30"), ("reason", "x")];
        says(&site.post(Who::Coordinator, *lang, "/p/essai/stock", &most), *lang, StatusCode::CONFLICT, "refusal-most-of-batch");
    }
    assert_eq!(site.post(Who::Approver, Lang::Fr, path, &confirm).to, "/p/essai/batches?done=done-void-confirmed");
    let page = site.get(Who::Coordinator, Lang::Fr, "/p/essai/batches?done=done-void-confirmed");
    assert!(page.html.contains(&t(Lang::Fr, "done-void-confirmed")));
}

on_both!(
    a_batch_is_cancelled_by_two,
    somebody_is_invited_and_comes_in,
    what_is_refused_says_so,
    a_role_taken_away_closes_its_doors,
    who_studies_sees_no_single_household
);
