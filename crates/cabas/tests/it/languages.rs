//! A language beside the tree: shown on the pages it says wholly, and French everywhere else.

use crate::support::Ground;
use std::path::Path;

#[test]
fn a_language_is_shown_on_the_pages_it_says_wholly() {
    let ground = Ground { folder: tempfile::tempdir().expect("a folder"), database: None, name: "SQLite" };
    ground.prepare(10);
    let languages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../text/tests/languages");
    let server = ground.serve_with(&[("CABAS_LANGUAGES", &languages)]);
    let page = |path: &str, lang: &str| {
        let asked = ureq::get(format!("{}{path}", server.address)).header("Cookie", format!("lang={lang}"));
        asked.call().expect("a page").body_mut().read_to_string().expect("text")
    };
    let whole = page("/guide", "qaa");
    assert!(whole.contains("<html lang=\"qaa\">") && whole.contains("Lor ipa."), "{whole}");
    assert!(!whole.contains("Qaa"), "{whole}");
    // A page with a word missing is in French, and says so; the choice is kept for the next page.
    let partly = page("/sign-in", "qaa");
    assert!(partly.contains("<html lang=\"fr-CA\">") && partly.contains("Connexion"), "{partly}");
    assert!(partly.contains("langue\u{a0}: Qaa."), "{partly}");
    assert!(page("/guide/household", "qaa").contains("<html lang=\"fr-CA\">"));
    // It is offered beside the others, and they are as they were.
    for (lang, code) in [("fr", "fr-CA"), ("en", "en-CA")] {
        let page = page("/sign-in", lang);
        assert!(page.contains(&format!("<html lang=\"{code}\">")) && page.contains("/lang/qaa?"), "{page}");
        assert!(!page.contains("langue\u{a0}: Qaa."), "{page}");
    }
    // Not without being asked for.
    let server = ground.serve();
    let page = ureq::get(format!("{}/guide", server.address))
        .header("Cookie", "lang=qaa")
        .call()
        .expect("a page")
        .body_mut()
        .read_to_string();
    assert!(page.expect("text").contains("<html lang=\"fr-CA\">"));
}
