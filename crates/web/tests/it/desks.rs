//! Each person's week, by the forms they use: the organisation's desk, the market day, the merchant's agreement.

use crate::pages::{says, sound};
use crate::season::{Who, codes};
use crate::visitor::{Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

const HAND_OUTS: &str = "/p/essai/handouts";
const MARKET: &str = "/p/essai/market/1";
const DAY: &str = "2025-08-26";

fn two_taps_hand_out_the_usual_number_and_ten_minutes_undo_it(site: &Site) {
    let to = site.post(Who::Worker, Lang::Fr, HAND_OUTS, &[("band", "1"), ("way", "usual"), ("weeks", "1")]).to;
    assert!(to.contains("done-handed-out"), "{to}");
    let page = site.get(Who::Worker, Lang::Fr, &to);
    sound(&page, Lang::Fr, "handed out");
    // 20 $ a week in coupons of 5 $.
    assert!(page.html.contains("4 coupons, pour 20,00"), "{}", page.html);
    let seq = to.split("seq=").nth(1).and_then(|s| s.split('&').next()).expect("a command");
    let undo = [("partner", "1"), ("seq", seq)];
    let back = site.post(Who::Worker, Lang::Fr, "/p/essai/handouts/take-back", &undo);
    assert!(back.to.contains("done-taken-back"), "{} {}", back.to, back.html);
    for lang in Lang::ALL {
        let again = site.post(Who::Worker, *lang, "/p/essai/handouts/take-back", &undo);
        says(&again, *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-taken-back");
    }
    let other = site.post(Who::Worker, Lang::Fr, "/p/essai/handouts/take-back", &[("partner", "2"), ("seq", seq)]);
    assert_eq!(other.status, StatusCode::FORBIDDEN);
}

fn the_paper_register_is_typed_in_line_by_line(site: &Site) {
    let path = "/p/essai/handouts/register";
    for lang in Lang::ALL {
        for page in [site.get(Who::Worker, *lang, path), site.get(Who::Worker, *lang, &format!("{path}/print"))] {
            assert_eq!(page.status, StatusCode::OK, "{}", page.html);
            sound(&page, *lang, path);
        }
    }
    let lines = [
        ("day-0", DAY),
        ("band-0", "1"),
        ("numbers-0", ""),
        ("day-1", DAY),
        ("band-1", "4+"),
        ("numbers-1", "9-99999"),
        ("day-2", "hier"),
        ("band-2", "1"),
        ("numbers-2", ""),
    ];
    let page = site.post(Who::Worker, Lang::Fr, path, &lines);
    assert_eq!(page.status, StatusCode::OK, "{}", page.html);
    sound(&page, Lang::Fr, "register");
    assert!(page.html.contains("1 ligne est notée"), "{}", page.html);
    assert!(page.html.contains("9-99999") && page.html.contains("role=\"alert\""), "what was refused is kept: {}", page.html);
    let good = site.post(Who::Worker, Lang::Fr, path, &[("day-0", DAY), ("band-0", "1")]);
    assert!(good.to.contains("done-register"), "{} {}", good.to, good.html);
    let empty = site.post(Who::Worker, Lang::Fr, path, &[("day-0", DAY)]);
    says(&empty, Lang::Fr, StatusCode::UNPROCESSABLE_ENTITY, "refusal-nothing");
}

fn a_market_day_from_the_first_merchant_to_the_last_signature(site: &Site) {
    let act = |who, fields: &[(&str, &str)]| {
        let fields: Vec<_> = [("day", DAY)].into_iter().chain(fields.iter().copied()).collect();
        site.post(who, Lang::Fr, MARKET, &fields)
    };
    assert!(act(Who::Market, &[("act", "presence"), ("vendor", "1"), ("vendor", "2")]).to.contains("done-presence"));
    let codes = codes(&site.ground.app, 1, 395..=397).join("\n");
    let count = [("vendor", "1"), ("place", "1"), ("day", DAY), ("codes", codes.as_str())];
    let counted = site.post(Who::Market, Lang::Fr, "/p/essai/count", &count);
    assert!(counted.html.contains("3 coupons acceptés"), "{}", counted.html);
    assert!(act(Who::Market, &[("act", "close")]).to.contains("done-day-closed"));
    for lang in Lang::ALL {
        for path in [format!("{MARKET}?day={DAY}"), format!("{MARKET}/slip?vendor=1&day={DAY}"), format!("{MARKET}/slip")] {
            let page = site.get(Who::Market, *lang, &path);
            assert_eq!(page.status, StatusCode::OK, "{path} {}", page.html);
            sound(&page, *lang, &path);
        }
        let own = site.get(Who::Merchant, *lang, "/p/essai/vendor");
        assert!(own.html.contains(&t(*lang, "vendor-to-agree")), "{}", own.html);
    }
    let agree = [("vendor", "1"), ("place", "1"), ("day", DAY)];
    let stranger = site.post(Who::Market, Lang::Fr, "/p/essai/vendor", &agree);
    assert_eq!(stranger.status, StatusCode::FORBIDDEN);
    let agreed = site.post(Who::Merchant, Lang::Fr, "/p/essai/vendor", &agree);
    assert!(agreed.to.contains("done-day-agreed"), "{} {}", agreed.to, agreed.html);
    let refused = act(Who::Market, &[("act", "pay"), ("dispute", "999"), ("reason", "vu")]);
    says(&refused, Lang::Fr, StatusCode::NOT_FOUND, "refusal-not-found");
    assert_eq!(site.get(Who::Worker, Lang::Fr, MARKET).status, StatusCode::FORBIDDEN);
    assert_eq!(site.get(Who::Market, Lang::Fr, "/p/essai/market/2").status, StatusCode::FORBIDDEN);
}

fn nobody_accepts_a_coupon_before_both_have_signed(site: &Site) {
    let new = [("vendor", "1"), ("place", "2"), ("from", "2025-07-01"), ("until", "2025-10-13")];
    let path = "/p/essai/agreements";
    let denied = site.post(Who::Merchant, Lang::Fr, path, &new);
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    let backwards = [("vendor", "1"), ("place", "2"), ("from", "2025-10-01"), ("until", "2025-07-13")];
    says(
        &site.post(Who::Coordinator, Lang::Fr, path, &backwards),
        Lang::Fr,
        StatusCode::UNPROCESSABLE_ENTITY,
        "refusal-wrong-dates",
    );
    assert!(site.post(Who::Coordinator, Lang::Fr, path, &new).to.contains("done-agreement-prepared"));
    let list = site.get(Who::Merchant, Lang::Fr, path);
    sound(&list, Lang::Fr, path);
    let numbers = list.html.split("/agreements/").skip(1).filter_map(|s| s.split('"').next()?.parse::<u32>().ok());
    let number = numbers.max().expect("an agreement");
    let one = format!("{path}/{number}");
    for lang in Lang::ALL {
        let page = site.get(Who::Merchant, *lang, &one);
        assert_eq!(page.status, StatusCode::OK, "{}", page.html);
        sound(&page, *lang, &one);
    }
    let unread = site.post(Who::Merchant, Lang::Fr, &one, &[("side", "vendor")]);
    assert!(unread.status.is_client_error(), "the box is not ticked");
    let signed = site.post(Who::Merchant, Lang::Fr, &one, &[("side", "vendor"), ("read", "on")]);
    assert!(signed.to.contains("done-agreement-signed"), "{} {}", signed.to, signed.html);
    let for_them = site.post(Who::Merchant, Lang::Fr, &one, &[("side", "programme")]);
    assert_eq!(for_them.status, StatusCode::FORBIDDEN);
    let signed = site.post(Who::Coordinator, Lang::Fr, &one, &[("side", "programme")]);
    assert!(signed.to.contains("done-agreement-signed"), "{} {}", signed.to, signed.html);
    let twice = site.post(Who::Coordinator, Lang::En, &one, &[("side", "programme")]);
    says(&twice, Lang::En, StatusCode::UNPROCESSABLE_ENTITY, "refusal-already-signed");
    let pdf = site.get(Who::Merchant, Lang::Fr, &format!("{one}/pdf"));
    assert_eq!(pdf.status, StatusCode::OK);
    assert!(site.get(Who::Worker, Lang::Fr, &one).status.is_client_error());
}

fn home_says_what_waits_for_whom(site: &Site) {
    for lang in Lang::ALL {
        let home = site.get(Who::Coordinator, *lang, "/p/essai");
        assert!(home.html.contains(&t(*lang, "todo-title")) && home.html.contains("/p/essai/disputes"), "{}", home.html);
        let moves = site.get(Who::Coordinator, *lang, "/p/essai/moves");
        sound(&moves, *lang, "moves");
    }
    let too_many = [("from", "1"), ("to", "2"), ("class", "1"), ("count", "99999")];
    let refused = site.post(Who::Coordinator, Lang::Fr, "/p/essai/moves", &too_many);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.html);
    assert!(refused.html.contains(&t(Lang::Fr, "refusal-not-enough-next")), "{}", refused.html);
    let few = [("from", "1"), ("to", "2"), ("class", "1"), ("count", "5")];
    assert!(site.post(Who::Coordinator, Lang::Fr, "/p/essai/moves", &few).to.contains("done-passed-on"));
    assert_eq!(site.post(Who::Worker, Lang::Fr, "/p/essai/moves", &few).status, StatusCode::FORBIDDEN);
}

on_both!(
    two_taps_hand_out_the_usual_number_and_ten_minutes_undo_it,
    the_paper_register_is_typed_in_line_by_line,
    a_market_day_from_the_first_merchant_to_the_last_signature,
    nobody_accepts_a_coupon_before_both_have_signed,
    home_says_what_waits_for_whom
);
