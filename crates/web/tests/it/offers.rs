//! The counter, orders and a campaign, as a seller sees them.

use crate::season::{P, Who};
use crate::visitor::{Site, on_both};
use axum::http::StatusCode;
use text::Lang;

fn counter(site: &Site) {
    let page = site.get(Who::Market, Lang::Fr, "/p/essai/sale");
    assert!(page.html.contains("20\u{a0}$ donnent 30\u{a0}$") || page.html.contains("20 $ donnent 30 $"), "{}", page.html);
    assert!(!page.html.contains("name=\"amount\""), "a market notes no gift");
    let sold = site.post(
        Who::Market,
        Lang::Fr,
        "/p/essai/sale",
        &[("act", "sell"), ("offer", "1"), ("packs", "2"), ("reference", "caisse 4")],
    );
    assert_eq!(sold.status, StatusCode::SEE_OTHER, "{}", sold.html);
    assert!(sold.to.starts_with("/p/essai/sale/receipt?number="), "{}", sold.to);
    for lang in [Lang::Fr, Lang::En] {
        let receipt = site.get(Who::Market, lang, &sold.to);
        assert_eq!(receipt.status, StatusCode::OK);
        for said in ["caisse 4", "40,00", "20,00", "coupons 7"] {
            let said = if lang == Lang::Fr { said.to_owned() } else { said.replace(',', ".") };
            assert!(receipt.html.contains(&said), "{said} in {}", receipt.html);
        }
    }
    let receipt = site.get(Who::Market, Lang::Fr, &sold.to).html;
    assert!(receipt.contains("N’expire pas"), "the conditions are on it: {receipt}");
    // Nothing but a number of packs is believed: a price in the form changes nothing.
    let over = site.post(
        Who::Coordinator,
        Lang::En,
        "/p/essai/sale",
        &[("act", "sell"), ("offer", "1"), ("packs", "9"), ("reference", "till 5"), ("paid", "1")],
    );
    assert_eq!(over.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(over.html.contains("$80.00") && over.html.contains("till 5"), "{}", over.html);
    assert_eq!(site.get(Who::Market, Lang::Fr, "/p/essai/sale/receipt?number=1").status, StatusCode::NOT_FOUND);
    let given = site.post(
        Who::Treasurer,
        Lang::Fr,
        "/p/essai/sale",
        &[("act", "give"), ("fund", "2"), ("amount", "25"), ("reference", "chèque 9"), ("on", "2025-08-01")],
    );
    assert_eq!(given.to, "/p/essai/sale?done=done-given");
    assert!(site.get(Who::Treasurer, Lang::Fr, &given.to).html.contains("chèque 9"));
}

fn orders(site: &Site) {
    let send = |fields: &[(&str, &str)]| site.post(Who::Market, Lang::Fr, "/p/essai/orders", fields);
    let placed = send(&[("act", "place"), ("offer", "1"), ("packs", "1"), ("place", "1"), ("reference", "bleu 7")]);
    assert_eq!(placed.to, "/p/essai/orders?done=done-ordered", "{}", placed.html);
    let again = send(&[("act", "place"), ("offer", "1"), ("packs", "1"), ("reference", "bleu 7")]);
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_eq!(send(&[("act", "pay"), ("order", "1")]).to, "/p/essai/orders?done=done-order-paid");
    let list = site.get(Who::Market, Lang::Fr, "/p/essai/orders?find=BLEU").html;
    assert!(list.contains("bleu 7") && list.contains("À remettre") && list.contains("value=\"pick_up\""), "{list}");
    assert!(!site.get(Who::Market, Lang::Fr, "/p/essai/orders?find=vert").html.contains("bleu 7"));
    assert_eq!(send(&[("act", "pick_up"), ("order", "1")]).to, "/p/essai/orders?done=done-order-picked-up");
    assert_eq!(send(&[("act", "pick_up"), ("order", "1")]).status, StatusCode::CONFLICT);
}

const ROWS: &str = r#"[[1,["id","montant","contrepartie","nom"]],[2,["77","25,00 $","Carnet","Alice"]],[3,["78","10","",""]]]"#;

fn campaign(site: &Site) {
    let base = [("name", "La Ruche 2025"), ("reached", "yes"), ("on", "2025-08-20"), ("gift_fund", "2"), ("rows", ROWS)];
    let send = |more: &[(&str, &str)]| {
        let fields: Vec<_> = base.iter().chain(more).copied().collect();
        site.post(Who::Treasurer, Lang::Fr, "/p/essai/campaign", &fields)
    };
    let unsaid = send(&[("act", "look")]);
    assert!(unsaid.html.contains("1 ligne bloque le tout"), "{}", unsaid.html);
    assert!(!unsaid.html.contains("value=\"keep\""));
    let seen = send(&[
        ("act", "look"),
        ("reward-0", "1"),
        ("match_cap", "20"),
        ("match_fund", "2"),
        ("fees", "2,45"),
        ("fee_fund", "2"),
    ]);
    for said in ["35,00", "20,00", "15,00", "2,45", "52,55", "value=\"keep\""] {
        assert!(seen.html.contains(said), "{said} in {}", seen.html);
    }
    let kept = send(&[
        ("act", "keep"),
        ("reward-0", "1"),
        ("match_cap", "20"),
        ("match_fund", "2"),
        ("fees", "2,45"),
        ("fee_fund", "2"),
    ]);
    assert!(kept.html.contains("La campagne est inscrite."), "{}", kept.html);
    let orders = site.get(Who::Coordinator, Lang::Fr, "/p/essai/orders").html;
    assert!(orders.contains("La Ruche 2025 · 77") && !orders.contains("Alice"), "{orders}");
    // Whoever coordinates pays nothing: what the platform kept is the treasurer's to write down.
    assert!(!site.get(Who::Coordinator, Lang::Fr, "/p/essai/campaign").html.contains("name=\"fees\""));
}

fn offers_are_sold_ordered_and_brought_in(site: &Site) {
    counter(site);
    orders(site);
    campaign(site);
    let report = site.ground.app.look_wait(P, app::audit::audit).expect("audited");
    assert!(report.findings.is_empty(), "{:#?}", report.findings);
}

on_both!(offers_are_sold_ordered_and_brought_in);
