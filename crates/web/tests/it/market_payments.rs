//! A season that runs takes to paying through its market: the sum, the shares, and each one's word, from their pages.

use crate::pages::{says, sound};
use crate::season::{P, Who};
use crate::visitor::{Site, on_both};
use app::command::Request;
use app::domain::ids::{Actor, PaymentId, PlaceId, RunId, VendorId};
use app::domain::payment_route::PaymentRoute;
use app::domain::programme::{Entry, PaymentMethod, Vendor};
use app::domain::settlement::PaymentState;
use app::{amendment, programme, settlement};
use axum::http::StatusCode;
use jiff::civil::date;
use text::{Lang, t};

const SHARES: &str = "/p/essai/market/1/payments";

/// The committee decides, and the market's association is registered.
fn adopt(site: &Site) {
    let app = &site.ground.app;
    let (ask, add) = (Request::now(app, Actor::System), Request::now(app, Actor::System));
    let confirm = Request::now(app, Actor::Person(site.person(Who::Treasurer)));
    let asso = Vendor {
        id: VendorId(0),
        key: "asso".into(),
        name: "Association du marché".into(),
        payment_method: PaymentMethod::Cheque,
        classes: Vec::new(),
        receives_for: Some(PlaceId(1)),
    };
    app.act_wait(P, move |cx| {
        let mut after = cx.book()?.decided();
        after.rules.payment_route = PaymentRoute::ThroughMarket;
        amendment::ask_for(cx, ask, date(2025, 9, 2), after, "comité du 1er septembre")?;
        let number = u32::try_from(cx.book()?.amendments.len()).expect("few");
        amendment::confirm(cx, confirm, number)?;
        programme::enroll(cx, add, vec![Entry::Vendor(asso.clone())])
    })
    .expect("decided");
    site.later("2025-09-03T10:00:00-04:00".parse().expect("an instant"));
}

fn goes(site: &Site, who: Who, path: &str, fields: &[(&str, &str)]) -> String {
    let page = site.post(who, Lang::Fr, path, fields);
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{path} {fields:?}\n{}", page.html);
    page.to
}

fn a_market_is_paid_and_says_what_it_handed_over(site: &Site) {
    for lang in Lang::ALL {
        let page = site.get(Who::Market, *lang, SHARES);
        sound(&page, *lang, SHARES);
        assert!(page.html.contains(&t(*lang, "share-no-payee")));
    }
    adopt(site);
    // Everything that the season left is given up, and gathered anew.
    let app = &site.ground.app;
    let runs = app.look_wait(P, |cx| settlement::list(cx, Actor::System)).expect("read");
    for (run, _) in runs.iter().filter(|(run, _)| matches!(run.state.key(), "prepared" | "approved")) {
        goes(
            site,
            Who::Treasurer,
            &format!("/p/essai/settlement/{}", run.id.0),
            &[("act", "cancel"), ("reference", "par le marché")],
        );
    }
    let run = goes(site, Who::Treasurer, "/p/essai/settlement", &[]);
    let run = run.split('?').next().expect("a path").to_owned();
    goes(site, Who::Approver, &run, &[("act", "approve")]);
    goes(site, Who::Treasurer, &run, &[("act", "approve")]);
    goes(site, Who::Treasurer, &run, &[("act", "pay")]);
    let number: u32 = run.rsplit('/').next().and_then(|n| n.parse().ok()).expect("a number");
    let shares = || {
        let (_, payments) = app.look_wait(P, move |cx| settlement::run(cx, Actor::System, RunId(number))).expect("read");
        payments.into_iter().filter(|p| p.through.is_some()).collect::<Vec<_>>()
    };
    let ours = shares();
    assert!(ours.len() > 1, "several merchants sell at this market: {ours:?}");
    let page = site.get(Who::Treasurer, Lang::Fr, &run);
    sound(&page, Lang::Fr, &run);
    assert_eq!(page.html.matches("name=\"act\" value=\"confirm\"").count(), page.html.matches("id=\"ref").count());
    assert!(page.html.contains("Par Association du marché. Une seule somme"), "{}", page.html);
    let first = ours[0].id.0.to_string();
    goes(site, Who::Treasurer, &run, &[("act", "confirm"), ("payment", &first), ("reference", "chèque 12")]);
    assert!(shares().iter().all(|p| p.state == PaymentState::AtMarket));

    for lang in Lang::ALL {
        let page = site.get(Who::Market, *lang, SHARES);
        sound(&page, *lang, SHARES);
        assert_eq!(page.html.matches("name=\"share\"").count(), ours.len());
        let home = site.get(Who::Market, *lang, "/p/essai");
        assert!(home.html.contains("href=\"/p/essai/market\""), "{}", home.html);
    }
    let nothing = site.post(Who::Market, Lang::Fr, SHARES, &[]);
    says(&nothing, Lang::Fr, StatusCode::UNPROCESSABLE_ENTITY, "refusal-nothing");
    let merchant = ours.iter().find(|p| p.vendor == VendorId(1)).expect("the first merchant");
    let others: Vec<String> = ours.iter().filter(|p| p.id != merchant.id).map(|p| p.id.0.to_string()).collect();
    let ticked: Vec<(&str, &str)> = others.iter().map(|id| ("share", id.as_str())).collect();
    assert_eq!(goes(site, Who::Market, SHARES, &ticked), format!("{SHARES}?done=done-handed-over"));
    let again = site.post(Who::Market, Lang::Fr, SHARES, &ticked);
    assert_eq!(again.status, StatusCode::CONFLICT, "{}", again.html);

    let own = site.get(Who::Merchant, Lang::Fr, "/p/essai/vendor");
    assert!(own.html.contains("Association du marché a reçu votre part"), "{}", own.html);
    let number = merchant.id.0.to_string();
    let said = goes(site, Who::Merchant, "/p/essai/vendor", &[("vendor", "1"), ("payment", &number)]);
    assert_eq!(said, "/p/essai/vendor?done=done-share-acknowledged");
    let payment = PaymentId(merchant.id.0);
    let now = shares();
    let theirs = now.iter().find(|p| p.id == payment).expect("there");
    assert!(theirs.state == PaymentState::Confirmed && theirs.acknowledged_at.is_some());
    let own = site.get(Who::Merchant, Lang::Fr, "/p/essai/vendor");
    sound(&own, Lang::Fr, "/p/essai/vendor");
    assert!(own.html.contains(&t(Lang::Fr, "vendor-acknowledged")), "{}", own.html);
    let page = site.get(Who::Market, Lang::Fr, SHARES);
    assert!(page.html.contains(&t(Lang::Fr, "share-none")), "{}", page.html);
    let report = app.look_wait(P, app::audit::audit).expect("audited");
    assert!(report.findings.is_empty(), "{:#?}", report.findings);
}

on_both!(a_market_is_paid_and_says_what_it_handed_over);
