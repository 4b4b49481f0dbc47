//! Every number that is a link opens a list whose total says the same, for everybody who sees it.

use crate::pages::sound;
use crate::season::Who;
use crate::visitor::{Site, on_both};
use axum::http::StatusCode;
use text::Lang;

/// The links to lists on a page: address, and the number as it is said there.
fn links(html: &str) -> Vec<(String, String)> {
    html.split("<a class=\"figure\" href=\"")
        .skip(1)
        .map(|rest| {
            let (href, rest) = rest.split_once("\">").expect("a link");
            let words = rest.split("</a>").next().expect("its words");
            (href.replace("&amp;", "&").replace("&#38;", "&"), words.to_owned())
        })
        .collect()
}

/// The figures of a page.
fn every_figure_opens_its_list(site: &Site) {
    let pages = [
        (Who::Coordinator, "/p/essai", 12),
        (Who::Coordinator, "/p/essai?by=partner", 12),
        (Who::Coordinator, "/p/essai?by=class", 12),
        (Who::Coordinator, "/p/essai?by=fund", 12),
        (Who::Auditor, "/p/essai?by=place", 8),
        (Who::Evaluator, "/p/essai?by=week", 8),
        (Who::Evaluator, "/p/essai?by=partner", 8),
        (Who::Treasurer, "/p/essai/funds", 20),
        (Who::Funder, "/p/essai/funds", 10),
        (Who::Treasurer, "/p/essai/fund/1", 9),
        (Who::Auditor, "/p/essai/fund/2?period=all", 8),
        (Who::Funder, "/p/essai/fund/1?since=2025-07-02&through=2025-07-20", 8),
        (Who::Approver, "/p/essai/settlement", 2),
        (Who::Auditor, "/p/essai/bands", 3),
        (Who::Evaluator, "/p/essai/bands", 2),
        (Who::Coordinator, "/p/essai/season", 0),
    ];
    for (who, path, least) in pages {
        let page = site.get(who, Lang::Fr, path);
        assert_eq!(page.status, StatusCode::OK, "{who:?} {path}\n{}", page.html);
        sound(&page, Lang::Fr, path);
        let links = links(&page.html);
        assert!(links.len() >= least, "{who:?} {path}: {links:?}");
        for (href, words) in links {
            let list = site.get(who, Lang::Fr, &href);
            assert_eq!(list.status, StatusCode::OK, "{who:?} {path} → {href}\n{}", list.html);
            sound(&list, Lang::Fr, &href);
            // In a sentence, its first word is the number.
            let number = if words.contains("coupon") || words.contains("remise") {
                words.split(' ').next().expect("a number").to_owned()
            } else {
                words
            };
            assert!(
                list.html.contains(&format!("<dd class=\"big\">{number}</dd>")),
                "{who:?} {path} {number} → {href}\n{}",
                list.html
            );
            let file = href.replace("/figure?", "/export/figure.csv?");
            assert_eq!(site.get(who, Lang::Fr, &file).status, StatusCode::OK, "{who:?} {file}");
        }
    }
    // Who sees totals only gets no list, and no link to one.
    let network = site.get(Who::Network, Lang::En, "/p/essai?by=partner");
    assert!(links(&network.html).is_empty() && !network.html.contains("Cuisine collective"), "{}", network.html);
}

fn a_list_says_what_it_is_limited_to(site: &Site) {
    for lang in Lang::ALL {
        let list = site.get(Who::Coordinator, *lang, "/p/essai/figure?of=used&class=1&place=1");
        sound(&list, *lang, "limited");
        assert!(list.html.contains("Marché public de l’Anse-aux-Sauges") && list.html.contains("A · Coupon solidaire"));
        assert!(
            list.html.contains("/figure?of=used&#38;class=1\"") || list.html.contains("/figure?of=used&class=1\""),
            "{}",
            list.html
        );
        for who in [Who::Funder, Who::Evaluator] {
            let of = if who == Who::Funder { "spent&fund=1" } else { "hand_outs" };
            let page = site.get(who, *lang, &format!("/p/essai/figure?of={of}"));
            sound(&page, *lang, of);
            for kept in ["Cuisine collective", "Maison de la famille", "Ruisseau-Clair", "repère"] {
                assert!(!page.html.contains(kept), "{who:?} {kept}\n{}", page.html);
            }
        }
        for nowhere in ["of=rien", "of=used&class=9", "of=used&class=x", "of=", "of=spent&fund=99"] {
            let page = site.get(Who::Auditor, *lang, &format!("/p/essai/figure?{nowhere}"));
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{nowhere}");
        }
        let second = site.get(Who::Auditor, *lang, "/p/essai/figure?of=owed&page=99");
        sound(&second, *lang, "the last page");
    }
}

on_both!(every_figure_opens_its_list, a_list_says_what_it_is_limited_to);
