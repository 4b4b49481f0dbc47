//! The guide and the page of every piece: for everybody, in every language.

use crate::pages::sound;
use crate::season::Who;
use crate::visitor::Site;
use axum::http::StatusCode;
use text::guide::PEOPLE;
use text::{Lang, t, tr};

/// Classes of the frame around a page: they are no piece.
const FRAME: [&str; 1] = ["menu-button"];

fn everybody_reads_the_guide(site: &Site) {
    for lang in Lang::ALL {
        let page = site.get(None, *lang, "/guide");
        assert_eq!(page.status, StatusCode::OK);
        sound(&page, *lang, "guide");
        for person in PEOPLE {
            assert!(page.html.contains(&format!("\"/guide/{person}\"")), "{person}");
            let path = site.get(None, *lang, &format!("/guide/{person}"));
            assert_eq!(path.status, StatusCode::OK);
            sound(&path, *lang, person);
            // Not HTML that shows, nor marks left as they were.
            for wrong in ["**", "](", "&lt;", "{nav"] {
                assert!(!path.html.contains(wrong), "{wrong} in {person}\n{}", path.html);
            }
            assert!(path.html.contains("id=\"wrong\"") && path.html.contains(&t(*lang, "guide-wrong")), "{person}");
        }
        let page = site.get(None, *lang, "/guide/partner-worker");
        assert!(page.html.contains(&format!("<b class=\"screen\">{}</b>", t(*lang, "handout-button"))), "{}", page.html);
        let words = site.get(None, *lang, "/guide/words");
        sound(&words, *lang, "words");
        for one in Lang::ALL {
            assert!(words.html.contains(&t(*one, "word-handout")), "{}", words.html);
        }
        assert_eq!(site.get(None, *lang, "/guide/nobody").status, StatusCode::NOT_FOUND);
    }
}

fn a_role_finds_its_path(site: &Site) {
    for lang in Lang::ALL {
        for (who, person) in [(Who::Worker, "partner-worker"), (Who::Coordinator, "coordinator"), (Who::Funder, "funder")] {
            let list = site.get(who, *lang, "/guide").html;
            let (yours, others) = list.split_once(&t(*lang, "guide-others")).expect("two parts");
            assert!(
                yours.contains(&format!("\"/guide/{person}\"")) && !others.contains(&format!("\"/guide/{person}\"")),
                "{who:?}"
            );
            let home = site.get(who, *lang, "/p/essai");
            assert!(home.html.contains(&format!("\"/guide/{person}\"")), "{who:?}: {}", home.html);
            let name = t(*lang, &format!("role-{person}"));
            assert!(home.html.contains(&tr(*lang, "guide-of", &[("name", name.into())])), "{who:?}");
        }
    }
}

fn every_piece_is_shown(site: &Site) {
    let page = site.get(None, Lang::Fr, "/styles");
    assert_eq!(page.status, StatusCode::OK);
    for lang in Lang::ALL {
        sound(&site.get(None, *lang, "/styles"), *lang, "styles");
    }
    for sheet in ["/a/core.css", "/a/cabas.css"] {
        let css = site.get(None, Lang::Fr, sheet).html;
        for layer in css.split("@layer components {").skip(1) {
            let layer = layer.split("\n}").next().expect("a layer");
            // Class names that begin a rule.
            for rule in layer.lines().filter_map(|line| line.trim().strip_prefix('.')) {
                let name: String = rule.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
                let given = [format!("\"{name}"), format!(" {name}"), format!(".{name}")];
                assert!(FRAME.contains(&name.as_str()) || given.iter().any(|g| page.html.contains(g)), ".{name} is not shown");
            }
        }
    }
}

fn only_what_repeats_nothing_is_compressed(site: &Site) {
    for path in ["/a/cabas.css", "/guide/coordinator", "/p/essai", "/p/essai/coupon"] {
        let ((small, wire), whole) = (site.weigh(Who::Coordinator, "GET", path), site.get(Who::Coordinator, Lang::Fr, path).html);
        assert!(small && wire * 2 < whole.len(), "{path}: {wire} of {}", whole.len());
    }
    let not = ["/p/essai/coupon?code=1-00001", "/p/essai/batches/1/coupons.csv", "/nowhere", "/api/v1/stock", "/a/icon.svg?x"];
    for path in not {
        assert!(!site.weigh(Who::Coordinator, "GET", path).0, "{path}");
    }
    assert!(!site.weigh(None, "POST", "/sign-in").0);
}

/// No database is asked anything new: one is enough.
fn site() -> Site {
    Site::open(ground::sqlite(7, crate::season::start(), app::Sabotage::default()))
}

#[test]
fn the_guide_is_for_everybody() {
    let site = site();
    everybody_reads_the_guide(&site);
    a_role_finds_its_path(&site);
    every_piece_is_shown(&site);
    only_what_repeats_nothing_is_compressed(&site);
}
