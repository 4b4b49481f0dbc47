//! The forecast's page: a sentence first, the same figures in a chart and in a table, and an address that says what was
//! asked.

use crate::pages::sound;
use crate::season::Who;
use crate::visitor::{Site, on_both};
use axum::http::StatusCode;
use text::Lang;

const PAGE: &str = "/p/essai/forecast";

fn it_is_said_in_words_drawn_and_told_in_a_table(site: &Site) {
    for lang in Lang::spoken() {
        let page = site.get(Who::Coordinator, lang, PAGE);
        assert_eq!(page.status, StatusCode::OK, "{}", page.html);
        sound(&page, lang, PAGE);
        let says = page.html.find("class=\"lead\"").expect("a sentence");
        let chart = page.html.find("class=\"chart\"").expect("a chart");
        let table = page.html[chart..].find("<table").expect("a table");
        assert!(says < chart && table > 0);
        assert!(page.html.contains("polygon class=\"outer\"") && page.html.contains("polyline class=\"past\""), "{}", page.html);
        for belief in app::forecast::BELIEFS {
            assert!(page.html.contains(&format!("name=\"{}\"", belief.key)), "{}", belief.key);
        }
    }
    // The same page twice says the same.
    let one = |html: String| html.split("<main").nth(1).expect("a page").to_owned();
    let [first, second] = [0, 1].map(|_| one(site.get(Who::Treasurer, Lang::Fr, PAGE).html));
    assert_eq!(first, second);
}

fn an_address_says_what_was_asked(site: &Site) {
    let asked = format!("{PAGE}?scale=50&weeks=2&households=12&closed=1&sure=80&coupon=10&use-low=60&use-high=70&week=40");
    let page = site.get(Who::Coordinator, Lang::Fr, &asked);
    assert_eq!(page.status, StatusCode::OK);
    sound(&page, Lang::Fr, &asked);
    for field in
        ["name=\"scale\" value=\"50\"", "name=\"sure\" value=\"80\"", "name=\"use-low\" value=\"60\"", "value=\"1\" selected"]
    {
        assert!(page.html.contains(field), "{field}\n{}", page.html);
    }
    assert!(page.html.contains("80 chances sur 100"), "{}", page.html);
    // What is not a number is said, and the page is there all the same.
    let page = site.get(Who::Coordinator, Lang::Fr, &format!("{PAGE}?scale=beaucoup"));
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.html.contains("beaucoup") && page.html.contains("class=\"chart\""), "{}", page.html);
    // Whatever is asked is answered.
    for odd in [
        "scale=0&weeks=0",
        "weeks=60&households=999999999&sure=0",
        "use-low=100&use-high=0&speed=0",
        "coupon=0&closed=99",
        "last-low=100&last-high=0&week=4000000000",
    ] {
        let page = site.get(Who::Auditor, Lang::En, &format!("{PAGE}?{odd}"));
        assert_eq!(page.status, StatusCode::OK, "{odd}\n{}", page.html);
        sound(&page, Lang::En, odd);
    }
}

on_both!(it_is_said_in_words_drawn_and_told_in_a_table, an_address_says_what_was_asked);
