//! What is out of the ordinary on its page, and the page behind a coupon's square: what it buys, and where.

use crate::pages::{says, sound};
use crate::season::Who;
use crate::visitor::{Site, on_both};
use app::domain::ids::Actor;
use axum::http::StatusCode;
use text::{Lang, t};

const ALERTS: &str = "/p/essai/alerts";

/// Coupons of the season came in on a weekday, when the market is closed: somebody is asked to look, and says so.
fn somebody_looks(site: &Site) {
    let list = || site.ground.app.look_wait(crate::season::P, |cx| app::alert::list(cx, Actor::System)).expect("listed");
    let open = list().into_iter().filter(|seen| seen.looked.is_none()).count();
    assert!(open > 0);
    let seen = &list()[0];
    let key = seen.alert.key;
    let written = format!("{}/{}/{}/{}", key.on, key.place.0, key.vendor.0, key.kind.key());
    let count = seen.alert.count.to_string();
    for lang in Lang::ALL {
        let page = site.get(Who::Coordinator, *lang, ALERTS);
        sound(&page, *lang, ALERTS);
        assert!(page.html.contains(&t(*lang, "alert-not-a-judgement")), "{}", page.html);
        assert_eq!(page.html.matches("name=\"alert\"").count(), open);
        assert!(page.html.contains(&format!("value=\"{written}\"")) && page.html.contains("<details>"), "{}", page.html);
        // Who sees everything reads it; only who decides says what they found.
        let read = site.get(Who::Auditor, *lang, ALERTS);
        assert!(read.status == StatusCode::OK && !read.html.contains("name=\"alert\""), "{}", read.html);
        assert!(site.get(Who::Coordinator, *lang, "/p/essai").html.contains(&format!("href=\"{ALERTS}\"")));
        let post = |fields: &[(&str, &str)]| site.post(Who::Coordinator, *lang, ALERTS, fields);
        let no = post(&[("alert", &written), ("count", &count), ("reason", " ")]);
        says(&no, *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-reason-needed");
        says(&post(&[("alert", "rien"), ("reason", "x")]), *lang, StatusCode::NOT_FOUND, "refusal-not-found");
    }
    let fields = [("alert", written.as_str()), ("count", count.as_str()), ("reason", "appelé : essai avant l’ouverture")];
    assert_eq!(site.post(Who::Coordinator, Lang::Fr, ALERTS, &fields).to, format!("{ALERTS}?done=done-alert-looked"));
    let page = site.get(Who::Coordinator, Lang::Fr, &format!("{ALERTS}?done=done-alert-looked"));
    sound(&page, Lang::Fr, ALERTS);
    assert_eq!(page.html.matches("name=\"alert\"").count(), open - 1);
    assert!(page.html.contains("essai avant l’ouverture") && page.html.contains(&t(Lang::Fr, "alert-looked-title")));
}

/// A code of a coupon that a household has.
fn code(site: &Site) -> String {
    site.ground
        .app
        .look_wait(crate::season::P, |cx| {
            let printable = app::batch::printable(cx, Actor::System, app::domain::ids::BatchId(1))?;
            let story = |cx: &mut app::command::Cx<'_, '_>, n: u32| app::coupon::find(cx, &printable.code(n));
            for n in 0..100 {
                if story(cx, n)?.state == app::domain::coupon::State::HandedOut {
                    return Ok(printable.code(n));
                }
            }
            panic!("a coupon that a household has")
        })
        .expect("read")
}

/// The page behind the square: what the coupon buys, and the places by territory, that of whoever looks first when
/// they pick one.
fn where_a_coupon_is_good(site: &Site) {
    let code = code(site);
    let place = |id: u32, territory: &str| {
        let app = &site.ground.app;
        let book = app.programme_wait("essai").expect("read");
        let place = book.place(app::domain::ids::PlaceId(id)).expect("a place").clone();
        let place = app::domain::place::Place { territory: territory.into(), public: true, ..place };
        let r = app::command::Request::now(app, Actor::System);
        app.act_wait(crate::season::P, move |cx| app::place::change(cx, r, &place)).expect("changed");
    };
    let one = site.get(None, Lang::Fr, &format!("/c/{code}"));
    assert!(!one.html.contains("class=\"picks\""), "one territory is no choice\n{}", one.html);
    place(1, "340");
    place(2, "220");
    let name = |code: &str| app::domain::territory::by_code(code).expect("a territory").name.to_owned();
    for lang in Lang::ALL {
        let page = site.get(None, *lang, &format!("/c/{code}"));
        sound(&page, *lang, "public");
        for words in ["public-good", "public-buys", "public-territory", "public-where"] {
            assert!(page.html.contains(&t(*lang, words)), "{words}\n{}", page.html);
        }
        assert!(page.html.contains("food.svg#produce") && !page.html.contains("cabas.css") && page.html.len() < 12_000);
        for territory in ["340", "220"] {
            let picked = site.get(None, *lang, &format!("/c/{code}?t={territory}"));
            let heads: Vec<usize> =
                ["340", "220"].map(|one| picked.html.find(&format!("<h3>{}</h3>", name(one))).expect("a heading")).into();
            assert_eq!(heads[0] < heads[1], territory == "340", "{}", picked.html);
            assert!(picked.html.contains(&format!("?t={territory}#where\" aria-current=\"true\"")), "{}", picked.html);
        }
        let none = site.get(None, *lang, &format!("/c/{code}?t=%3Cb%3E"));
        assert!(none.status == StatusCode::OK && !none.html.contains("aria-current=\"true\"") && !none.html.contains("<b>\""));
    }
}

on_both!(somebody_looks, where_a_coupon_is_good);
