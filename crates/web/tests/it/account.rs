//! One's own account, and the second step.

use crate::pages::{says, sound};
use crate::season::Who;
use crate::visitor::{Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

fn everybody_has_an_account(site: &Site) {
    for lang in Lang::ALL {
        for who in Who::ALL {
            let page = site.get(who, *lang, "/account");
            assert_eq!(page.status, StatusCode::OK, "{who:?}");
            sound(&page, *lang, "account");
            assert!(page.html.contains(&format!("value=\"{}@essai.example\"", format!("{who:?}").to_lowercase())));
            assert!(page.html.contains(&t(*lang, "account-this")));
        }
    }
    assert_eq!(site.get(None, Lang::Fr, "/account").to, "/sign-in");
    assert_eq!(site.post(None, Lang::Fr, "/account", &[("act", "password")]).to, "/sign-in");
}

fn what_is_changed_is_said(site: &Site) {
    let post = |fields: &[(&str, &str)]| site.post(Who::Worker, Lang::Fr, "/account", fields);
    let profile = [("act", "profile"), ("name", "Ana"), ("email", "ana@essai.example"), ("language", "en")];
    assert_eq!(post(&profile).to, "/account?done=done-account");
    let first = [("act", "password"), ("password", "cheval agrafe pile")];
    assert_eq!(post(&first).to, "/account?done=done-password");
    says(&post(&first), Lang::Fr, StatusCode::UNPROCESSABLE_ENTITY, "refusal-wrong-current-password");
    let short = [("act", "password"), ("current", "cheval agrafe pile"), ("password", "court")];
    says(&post(&short), Lang::Fr, StatusCode::UNPROCESSABLE_ENTITY, "refusal-short-password");
    let taken = [("act", "profile"), ("name", "Ana"), ("email", "funder@essai.example"), ("current", "cheval agrafe pile")];
    let page = post(&taken);
    says(&page, Lang::Fr, StatusCode::UNPROCESSABLE_ENTITY, "refusal-email-taken");
    assert!(page.html.contains("value=\"funder@essai.example\"") && !page.html.contains("cheval agrafe"));
    says(&post(&[]), Lang::Fr, StatusCode::UNPROCESSABLE_ENTITY, "refusal-unconfirmed");
    let page = post(&[("act", "offer")]);
    assert_eq!(page.status, StatusCode::OK);
    sound(&page, Lang::Fr, "offer");
    assert!(page.html.contains("<svg class=\"qr\""), "{}", page.html);
    says(&post(&[("act", "confirm"), ("code", "000000")]), Lang::Fr, StatusCode::UNAUTHORIZED, "refusal-wrong-one-time-code");
    let enter = [("email", "Ana@essai.example"), ("password", "cheval agrafe pile")];
    assert_eq!(site.post(None, Lang::Fr, "/sign-in", &enter).to, "/");
    // Their other session is listed, without its token.
    let page = site.get(Who::Worker, Lang::Fr, "/account");
    let name = page.html.split("name=\"session\" value=\"").nth(1).expect("another session").split('"').next().expect("a name");
    assert_eq!(name.len(), 16);
    assert_eq!(post(&[("act", "session"), ("session", name)]).to, "/account?done=done-session-ended");
    assert!(!site.get(Who::Worker, Lang::Fr, "/account").html.contains("name=\"session\""));
    for lang in Lang::ALL {
        let code = site.post(None, *lang, "/sign-in/code", &[("begun", "00"), ("code", "1")]);
        says(&code, *lang, StatusCode::UNAUTHORIZED, "refusal-expired-link");
        let page = site.get(Who::Worker, *lang, "/account?done=done-password");
        assert!(page.html.contains(&t(*lang, "done-password")));
    }
}

fn an_old_session_shows_first_that_it_is_them(site: &Site) {
    let later = site.ground.clock.now() + jiff::SignedDuration::from_mins(10);
    let post = |fields: &[(&str, &str)], lang| site.post(Who::Worker, lang, "/account", fields);
    assert!(!site.get(Who::Worker, Lang::Fr, "/account").html.contains("id=\"prove\""));
    let first = [("act", "password"), ("password", "cheval agrafe pile")];
    site.ground.clock.set(later);
    for lang in Lang::ALL {
        let page = site.get(Who::Worker, *lang, "/account");
        sound(&page, *lang, "account");
        assert!(page.html.contains("id=\"prove\"") && !page.html.contains("value=\"prove\""), "nothing to show it with yet");
        for fields in [&first[..], &[("act", "offer")]] {
            says(&post(fields, *lang), *lang, StatusCode::FORBIDDEN, "refusal-fresh-sign-in-needed");
        }
        let page = site.post(Who::Worker, *lang, "/account/passkey/begin", &[]);
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(page.html.contains("fresh_sign_in_needed"));
    }
    site.later(later);
    assert_eq!(post(&first, Lang::Fr).to, "/account?done=done-password");
    site.ground.clock.set(later + jiff::SignedDuration::from_mins(10));
    for lang in Lang::ALL {
        assert!(site.get(Who::Worker, *lang, "/account").html.contains("value=\"prove\""));
        let wrong = post(&[("act", "prove"), ("current", "autre chose")], *lang);
        says(&wrong, *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-wrong-current-password");
    }
    let right = [("act", "prove"), ("current", "cheval agrafe pile")];
    assert_eq!(post(&right, Lang::Fr).to, "/account?done=done-proved");
    assert!(!site.get(Who::Worker, Lang::Fr, "/account").html.contains("id=\"prove\""));
    assert_eq!(post(&[("act", "offer")], Lang::Fr).status, StatusCode::OK);
}

fn a_passkey_is_asked_and_a_wrong_answer_refused(site: &Site) {
    let asked = |who: Option<Who>, path: &str| site.post(who, Lang::Fr, path, &[]);
    let page = asked(None, "/sign-in/passkey/begin");
    assert_eq!(page.status, StatusCode::OK, "{}", page.html);
    let question: serde_json::Value = serde_json::from_str(&page.html).expect("JSON");
    assert_eq!((question["rpId"].as_str(), question["userVerification"].as_str()), (Some("pcn.example"), Some("required")));
    assert_eq!(question["challenge"].as_str().expect("a challenge").len(), 43);
    assert_eq!(asked(None, "/account/passkey/begin").status, StatusCode::UNAUTHORIZED);
    let page = asked(Some(Who::Worker), "/account/passkey/begin");
    let question: serde_json::Value = serde_json::from_str(&page.html).expect("JSON");
    assert_eq!(question["user"]["name"].as_str(), Some("worker@essai.example"));
    for lang in Lang::ALL {
        for (path, body) in [
            ("/sign-in/passkey", serde_json::json!({})),
            ("/sign-in/passkey", serde_json::json!({ "id": "AAAA", "client_data": "e30", "data": "", "signature": "" })),
            ("/account/passkey", serde_json::json!({ "client_data": "é" })),
            ("/account/passkey", serde_json::json!({ "client_data": "e30", "attestation": "oA" })),
        ] {
            let page = site.send_json(Who::Worker, *lang, path, &body);
            assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{path} {}", page.html);
            assert!(page.html.contains("passkey_refused") && page.html.contains(&t(*lang, "refusal-passkey-refused")));
        }
        let page = site.get(None, *lang, "/sign-in");
        assert!(page.html.contains("data-passkey=\"enter\"") && page.html.contains("/a/passkey.js"));
    }
    // Asking for nothing is limited too: each question is kept.
    let limited = |_| asked(None, "/sign-in/passkey/begin").status == StatusCode::TOO_MANY_REQUESTS;
    assert!((0..130).any(limited));
}

fn a_link_by_mail_is_offered_when_there_is_mail(site: &Site) {
    for lang in Lang::ALL {
        let page = site.get(None, *lang, "/sign-in");
        assert!(!page.html.contains("/sign-in/link"), "no settings, no form");
        let page = site.post(None, *lang, "/sign-in/link", &[("email", "worker@essai.example")]);
        says(&page, *lang, StatusCode::NOT_FOUND, "refusal-unknown-address");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let through = format!("folder:{}", folder.path().display());
    let mail = app::mail::Mail::new(&through, "Cabas <cabas@pcn.example>").expect("settings");
    let site = site.with_mail(mail);
    for lang in Lang::ALL {
        let page = site.get(None, *lang, "/sign-in");
        sound(&page, *lang, "sign-in");
        assert!(page.html.contains("/sign-in/link"));
        let send = |email: &str| site.post(None, *lang, "/sign-in/link", &[("email", email)]);
        let (known, unknown) = (send("worker@essai.example"), send("nobody@essai.example"));
        sound(&known, *lang, "sign-in");
        assert_eq!(known.status, StatusCode::OK);
        assert!(known.html.contains("role=\"status\""), "{}", known.html);
        assert_eq!(known.html.replace("worker@", "nobody@"), unknown.html);
        let wrong = send("nobody");
        says(&wrong, *lang, StatusCode::UNPROCESSABLE_ENTITY, "refusal-bad-email-next");
    }
}

on_both!(
    an_old_session_shows_first_that_it_is_them,
    a_link_by_mail_is_offered_when_there_is_mail,
    a_passkey_is_asked_and_a_wrong_answer_refused,
    everybody_has_an_account,
    what_is_changed_is_said
);
