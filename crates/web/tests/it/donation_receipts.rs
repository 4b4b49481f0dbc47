//! A gift is written down, its receipt made, corrected and printed from the pages.

use crate::pages::{says, sound};
use crate::season::Who;
use crate::visitor::{Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

const PAGE: &str = "/p/essai/receipts";

fn hidden<'a>(html: &'a str, name: &str) -> &'a str {
    let from = html.find(&format!("name=\"{name}\" value=\"")).expect("there") + name.len() + 15;
    html[from..].split('"').next().expect("a value")
}

fn a_gift_has_its_receipt(site: &Site) {
    let gift = [("act", "give"), ("fund", "1"), ("amount", "50"), ("on", "2025-08-01"), ("reference", "chèque 12")];
    assert_eq!(site.post(Who::Treasurer, Lang::Fr, "/p/essai/sale", &gift).status, StatusCode::SEE_OTHER);
    for lang in Lang::ALL {
        for who in [Who::Treasurer, Who::Auditor] {
            let page = site.get(who, *lang, PAGE);
            sound(&page, *lang, PAGE);
            assert!(page.html.contains("Fondation d’essai"));
            assert_eq!(page.html.contains("name=\"sure\""), who == Who::Treasurer);
        }
    }
    let page = site.get(Who::Treasurer, Lang::Fr, PAGE);
    let number = hidden(&page.html, "gift").to_owned();
    let mut fields = vec![("act", "issue"), ("gift", number.as_str()), ("name", "Jeanne <b> Roy"), ("address", "1, rang 2")];
    let no = site.post(Who::Treasurer, Lang::Fr, PAGE, &fields);
    says(&no, Lang::Fr, StatusCode::UNPROCESSABLE_ENTITY, "refusal-unconfirmed");
    assert!(no.html.contains("value=\"Jeanne &#60;b&#62; Roy\""), "what was typed is kept: {}", no.html);
    fields.push(("sure", "on"));
    let made = site.post(Who::Treasurer, Lang::Fr, PAGE, &fields);
    assert_eq!(made.to, format!("{PAGE}?done=done-receipt-issued"), "{}", made.html);
    let again = site.post(Who::Treasurer, Lang::Fr, PAGE, &fields);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.html);
    fields.push(("reason", "adresse mal écrite"));
    assert_eq!(site.post(Who::Treasurer, Lang::Fr, PAGE, &fields).status, StatusCode::SEE_OTHER);
    for lang in Lang::ALL {
        let page = site.get(Who::Treasurer, *lang, PAGE);
        sound(&page, *lang, PAGE);
        assert!(
            page.html.contains("1-2025-0002 · Jeanne") && page.html.contains(&t(*lang, "receipts-cancelled")),
            "{}",
            page.html
        );
    }
    let page = site.get(Who::Treasurer, Lang::Fr, PAGE);
    let receipt = hidden(&page.html, "receipt").to_owned();
    let pdf = site.get(Who::Treasurer, Lang::Fr, &format!("{PAGE}/paper?number={receipt}"));
    assert_eq!((pdf.status, pdf.kind.as_str()), (StatusCode::OK, "application/pdf"));
    assert_eq!(site.get(Who::Auditor, Lang::Fr, &format!("{PAGE}/paper?number={receipt}")).status, StatusCode::FORBIDDEN);
    assert_eq!(site.get(Who::Treasurer, Lang::Fr, &format!("{PAGE}/paper?number=999999")).status, StatusCode::NOT_FOUND);
    let seen = site.get(Who::Auditor, Lang::Fr, PAGE);
    assert!(seen.html.contains("1-2025-0002") && !seen.html.contains("Jeanne"), "{}", seen.html);
    let none = site.post(Who::Treasurer, Lang::Fr, PAGE, &[("act", "cancel"), ("receipt", &receipt), ("reason", " ")]);
    says(&none, Lang::Fr, StatusCode::UNPROCESSABLE_ENTITY, "refusal-reason-needed");
    let fields = [("act", "cancel"), ("receipt", receipt.as_str()), ("reason", "chèque sans provision")];
    assert_eq!(site.post(Who::Treasurer, Lang::Fr, PAGE, &fields).to, format!("{PAGE}?done=done-receipt-cancelled"));
}

on_both!(a_gift_has_its_receipt);
