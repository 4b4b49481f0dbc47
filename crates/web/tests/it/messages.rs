//! Messages: written, read, followed, withdrawn, printed; and about a closed day, ready to send.

use crate::pages::{says, sound};
use crate::season::Who;
use crate::visitor::{Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

const PATH: &str = "/p/essai/messages";

fn a_message_is_read_and_followed(site: &Site) {
    for lang in Lang::ALL {
        // It waits on the merchant's home, and on nobody else's.
        let home = site.get(Who::Merchant, *lang, "/p/essai");
        sound(&home, *lang, "home");
        assert!(home.html.contains("Samedi &#60;Essai&#62;") && home.html.contains(&t(*lang, "message-read")), "{}", home.html);
        assert!(home.html.contains(&format!("href=\"{PATH}\"")), "the others are found from there");
        for who in [Who::Coordinator, Who::Worker, Who::Treasurer] {
            assert!(!site.get(who, *lang, "/p/essai").html.contains("Apportez vos sacs"), "{who:?}");
        }
        for (who, path) in [(Who::Merchant, PATH), (Who::Merchant, "/p/essai/messages/1"), (Who::Coordinator, PATH)] {
            let page = site.get(who, *lang, path);
            sound(&page, *lang, path);
            assert!(page.html.contains("Samedi &#60;Essai&#62;"));
        }
        let page = site.get(Who::Worker, *lang, PATH);
        assert!(page.html.contains(&t(*lang, "empty-messages")) && !page.html.contains("<textarea"));
        let page = site.get(Who::Auditor, *lang, "/p/essai/messages/1");
        sound(&page, *lang, "message");
        assert!(page.html.contains("Merchant &#60;Essai&#62;") && !page.html.contains("value=\"withdraw\""), "{}", page.html);
        assert!(page.html.contains(&t(*lang, "message-unread")));
    }
    let read = site.post(Who::Merchant, Lang::Fr, PATH, &[("act", "read"), ("message", "1"), ("from", "home")]);
    assert_eq!(read.to, "/p/essai?done=done-message-read");
    let home = site.get(Who::Merchant, Lang::Fr, &read.to);
    assert!(home.html.contains(&t(Lang::Fr, "done-message-read")) && !home.html.contains("Apportez vos sacs"));
    let page = site.get(Who::Coordinator, Lang::Fr, "/p/essai/messages/1");
    assert!(page.html.contains(&t(Lang::Fr, "message-readers")) && !page.html.contains(&t(Lang::Fr, "message-unread")));
    let withdrawn = site.post(Who::Coordinator, Lang::Fr, PATH, &[("act", "withdraw"), ("message", "1")]);
    assert_eq!(withdrawn.to, "/p/essai/messages/1?done=done-message-withdrawn");
    assert!(site.get(Who::Coordinator, Lang::Fr, "/p/essai/messages/1").html.contains(&t(Lang::Fr, "message-withdrawn")));
    assert_eq!(site.get(Who::Merchant, Lang::Fr, "/p/essai/messages/1").status, StatusCode::FORBIDDEN);
}

fn what_is_refused_is_kept_to_be_mended(site: &Site) {
    for lang in Lang::ALL {
        let send = |fields: &[(&str, &str)]| site.post(Who::Coordinator, *lang, PATH, fields);
        let page = send(&[("to", "place-1"), ("subject", "<b>"), ("text", " ")]);
        says(&page, *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-message-needed");
        assert!(page.html.contains("value=\"&#60;b&#62;\"") && page.html.contains("value=\"place-1\" selected"), "{}", page.html);
        let no = StatusCode::UNPROCESSABLE_ENTITY;
        let words = |to, until| [("to", to), ("subject", "x"), ("text", "x"), ("until", until)];
        says(&send(&words("everybody", "2025-07-01")), *lang, no, "refusal-past-day-next");
        for wrong in [words("everybody", "hier"), words("vendor-99", ""), words("roi", "")] {
            assert_eq!(send(&wrong).status, no, "{wrong:?}");
        }
        says(&send(&[("act", "withdraw"), ("message", "99")]), *lang, StatusCode::NOT_FOUND, "refusal-not-found");
        assert_eq!(site.get(Who::Coordinator, *lang, "/p/essai/messages/99").status, StatusCode::NOT_FOUND);
        let long = "x".repeat(2_001);
        says(
            &send(&[("to", "everybody"), ("subject", "x"), ("text", &long)]),
            *lang,
            StatusCode::UNPROCESSABLE_ENTITY,
            "refusal-too-long-text",
        );
    }
    // What is typed is shown as it was typed: no mark of ours, no HTML.
    let sent =
        site.post(Who::Coordinator, Lang::Fr, PATH, &[("to", "partner-1"), ("subject", "Un <i>"), ("text", "<script>a\nb")]);
    let page = site.get(Who::Worker, Lang::Fr, sent.to.split('?').next().expect("a path"));
    sound(&page, Lang::Fr, "message");
    assert!(page.html.contains("&#60;script&#62;a\nb"), "{}", page.html);
}

fn a_closed_day_is_told(site: &Site) {
    // A Saturday ahead.
    let close = [("act", "close"), ("on", "2025-08-30"), ("why", "weather")];
    let closed = site.post(Who::Coordinator, Lang::Fr, "/p/essai/places/1", &close);
    assert_eq!(closed.to, "/p/essai/places/1?done=done-place-closed&tell=2025-08-30#tell", "{}", closed.html);
    for lang in Lang::ALL {
        let page = site.get(Who::Coordinator, *lang, closed.to.split('#').next().expect("a path"));
        sound(&page, *lang, "place");
        assert!(page.html.contains("/p/essai/messages?to=place-1&amp;place=1&amp;on=2025-08-30"), "{}", page.html);
        // Whoever may not write is offered nothing.
        let page = site.get(Who::Market, *lang, "/p/essai/places/1?tell=2025-08-30");
        assert!(!page.html.contains("/messages?"), "{}", page.html);
        let page = site.get(Who::Coordinator, *lang, "/p/essai/messages?to=place-1&place=1&on=2025-08-30");
        sound(&page, *lang, "messages");
        assert!(page.html.contains("value=\"place-1\" selected") && page.html.contains("value=\"2025-08-30\""));
        let words = t(*lang, "message-closed-text");
        let last = words.lines().last().expect("a last line").trim().to_owned();
        assert!(page.html.contains(&last), "{last}\n{}", page.html);
        // A day that is not closed has no words ready.
        let page = site.get(Who::Coordinator, *lang, "/p/essai/messages?to=place-1&place=1&on=2025-09-06");
        assert!(!page.html.contains(&last));
    }
    let market =
        site.post(Who::Market, Lang::Fr, "/p/essai/places/1", &[("act", "close"), ("on", "2025-09-06"), ("why", "weather")]);
    assert_eq!(market.to, "/p/essai/places/1?done=done-place-closed");
}

fn with_mail_the_page_says_what_left(site: &Site) {
    let folder = tempfile::tempdir().expect("a folder");
    let through = format!("folder:{}", folder.path().display());
    let mail = app::mail::Mail::new(&through, "Cabas <cabas@pcn.example>").expect("settings");
    let visitors = site.with_mail(mail);
    for lang in Lang::ALL {
        let page = visitors.get(Some(Who::Coordinator), *lang, PATH);
        sound(&page, *lang, "messages");
        assert!(page.html.contains(&t(*lang, "message-send-hint")));
        let page = visitors.get(Some(Who::Coordinator), *lang, "/p/essai/messages/1");
        sound(&page, *lang, "message");
        assert!(!page.html.contains("⟦"), "{}", page.html);
    }
    let sent = visitors.post(Some(Who::Coordinator), Lang::Fr, PATH, &[("to", "vendors"), ("subject", "x"), ("text", "x")]);
    assert!(sent.to.ends_with("?done=done-message-posted"), "{} {}", sent.to, sent.html);
    let alone = site.post(Who::Coordinator, Lang::Fr, PATH, &[("to", "vendors"), ("subject", "x"), ("text", "y")]);
    assert!(alone.to.ends_with("?done=done-message-written"), "{}", alone.to);
}

on_both!(
    a_closed_day_is_told,
    a_message_is_read_and_followed,
    what_is_refused_is_kept_to_be_mended,
    with_mail_the_page_says_what_left
);
