//! A merchant whose payments are held, through the pages.

use crate::pages::{says, sound};
use crate::season::Who;
use crate::visitor::{Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

const HOLDS: &str = "/p/essai/holds";

fn one_holds_and_two_let_go(site: &Site) {
    for lang in Lang::ALL {
        let page = site.get(Who::Treasurer, *lang, HOLDS);
        sound(&page, *lang, HOLDS);
        assert!(page.html.contains(&t(*lang, "hold-none")), "{}", page.html);
    }
    // Whoever may not is told so before what they sent is read.
    let nobody = site.post(Who::Approver, Lang::Fr, HOLDS, &[("vendor", "x")]);
    assert_eq!(nobody.status, StatusCode::FORBIDDEN);
    let no = site.post(Who::Treasurer, Lang::Fr, HOLDS, &[("vendor", "1"), ("reason", " ")]);
    assert_eq!(no.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", no.html);
    let held = site.post(Who::Coordinator, Lang::Fr, HOLDS, &[("vendor", "1"), ("reason", "Appel <étrange>")]);
    assert_eq!(held.to, format!("{HOLDS}?done=done-hold"), "{}", held.html);
    let twice = site.post(Who::Treasurer, Lang::Fr, HOLDS, &[("vendor", "1"), ("reason", "encore")]);
    says(&twice, Lang::Fr, StatusCode::CONFLICT, "refusal-payments-held");
    assert!(twice.html.contains("Ruisseau-Clair"), "{}", twice.html);
    // A run that has them already says so before anybody approves it.
    let run = site.get(Who::Approver, Lang::Fr, "/p/essai/settlement/3");
    assert!(run.html.contains(&t(Lang::Fr, "refusal-payments-held-next")), "{}", run.html);
    for lang in Lang::ALL {
        // The merchant is told what to expect, and not why.
        let own = site.get(Who::Merchant, *lang, "/p/essai/vendor");
        sound(&own, *lang, "/p/essai/vendor");
        assert!(own.html.contains(&t(*lang, "vendor-held")) && !own.html.contains("trange"), "{}", own.html);
        let page = site.get(Who::Auditor, *lang, HOLDS);
        sound(&page, *lang, HOLDS);
        assert!(page.html.contains("Appel &#60;étrange&#62;") && !page.html.contains("<form class=\"card"), "{}", page.html);
    }
    let asked = site.post(Who::Treasurer, Lang::Fr, HOLDS, &[("act", "ask"), ("vendor", "1"), ("reason", "Rappelé")]);
    assert_eq!(asked.to, format!("{HOLDS}?done=done-hold-asked"), "{}", asked.html);
    let own = site.get(Who::Treasurer, Lang::Fr, HOLDS);
    assert!(own.html.contains(&t(Lang::Fr, "hold-yours")) && !own.html.contains("value=\"release\""), "{}", own.html);
    let alone = site.post(Who::Treasurer, Lang::Fr, HOLDS, &[("act", "release"), ("vendor", "1")]);
    assert_eq!(alone.status, StatusCode::CONFLICT, "{}", alone.html);
    assert!(site.get(Who::Approver, Lang::En, HOLDS).html.contains("value=\"release\""));
    let lifted = site.post(Who::Approver, Lang::En, HOLDS, &[("act", "release"), ("vendor", "1")]);
    assert_eq!(lifted.to, format!("{HOLDS}?done=done-hold-lifted"), "{}", lifted.html);
    assert!(!site.get(Who::Merchant, Lang::Fr, "/p/essai/vendor").html.contains(&t(Lang::Fr, "vendor-held")));
}

on_both!(one_holds_and_two_let_go);
