//! Logos through the pages: put, seen, described, taken off.

use crate::pages::{says, sound};
use crate::season::Who;
use crate::visitor::{Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

const FUND: &str = "/p/essai/fund/1/logo";
const NOTEBOOK: &str = "/notebooks/mrc-de-la-matapedia/logo";

pub fn picture() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../print/assets/pictograms/bag.png");
    std::fs::read(path).expect("a picture")
}

fn put_seen_and_taken_off(site: &Site, who: Who, path: &str) {
    for lang in Lang::ALL {
        let page = site.get(who, *lang, path);
        sound(&page, *lang, path);
        assert!(page.html.contains(&t(*lang, "logo-none")) && !page.html.contains("value=\"off\""), "{}", page.html);
    }
    let png = format!("{path}.png");
    assert_eq!(site.get(who, Lang::Fr, &png).status, StatusCode::NOT_FOUND);
    let fields = [("act", "put"), ("alt", "Nous & <vous>")];
    for lang in Lang::ALL {
        let no = site.post_photo(who, *lang, path, &fields, b"%PDF-1.7");
        says(&no, *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-logo-unread");
        assert!(no.html.contains("Nous &#38; &#60;vous&#62;"), "what was written stays\n{}", no.html);
        says(&site.post(who, *lang, path, &fields), *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-nothing");
        let unnamed = site.post_photo(who, *lang, path, &[("act", "put"), ("alt", " ")], &picture());
        says(&unnamed, *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-name-needed");
    }
    let kept = site.post_photo(who, Lang::Fr, path, &fields, &picture());
    assert_eq!(kept.to, format!("{path}?done=done-logo-put"), "{}", kept.html);
    for lang in Lang::ALL {
        let page = site.get(who, *lang, &kept.to);
        sound(&page, *lang, path);
        assert!(page.html.contains("alt=\"Nous &#38; &#60;vous&#62;\"") && page.html.contains("value=\"off\""), "{}", page.html);
    }
    let file = site.get(who, Lang::Fr, &png);
    assert_eq!((file.status, file.kind.as_str()), (StatusCode::OK, "image/png"));
    assert_eq!(site.post(who, Lang::Fr, path, &[("act", "off")]).to, format!("{path}?done=done-logo-off"));
    assert_eq!(site.get(who, Lang::Fr, &png).status, StatusCode::NOT_FOUND);
}

fn a_funders(site: &Site) {
    put_seen_and_taken_off(site, Who::Coordinator, FUND);
    let theirs = site.get(Who::Funder, Lang::Fr, FUND);
    sound(&theirs, Lang::Fr, FUND);
    assert!(!theirs.html.contains("<input type=\"hidden\" name=\"id\""), "a funder changes nothing\n{}", theirs.html);
    assert_eq!(site.post_photo(Who::Funder, Lang::Fr, FUND, &[("alt", "x")], &picture()).status, StatusCode::FORBIDDEN);
    assert_eq!(site.get(Who::Coordinator, Lang::Fr, "/p/essai/fund/99/logo").status, StatusCode::NOT_FOUND);
}

fn a_territorys(site: &Site) {
    let id = "0198e5a0-0000-7000-8000-0000000000ba";
    site.post(Who::Network, Lang::Fr, "/notebooks", &[("id", id), ("name", "MRC de La Matapédia"), ("model", "portneuf")]);
    put_seen_and_taken_off(site, Who::Network, NOTEBOOK);
    for path in [NOTEBOOK.to_owned(), format!("{NOTEBOOK}.png")] {
        assert_eq!(site.get(Who::Auditor, Lang::Fr, &path).status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(site.get(None, Lang::Fr, &path).to, "/sign-in");
    }
    assert_eq!(site.post(Who::Auditor, Lang::Fr, NOTEBOOK, &[("act", "off")]).status, StatusCode::NOT_FOUND);
}

on_both!(a_funders, a_territorys);
