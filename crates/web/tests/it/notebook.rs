//! Notebooks of decisions in the pages: from a model to a programme, by forms alone.

use crate::pages::{says, sound};
use crate::season::Who;
use crate::visitor::{Page, Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

const ID: &str = "0198e5a0-0000-7000-8000-0000000000ba";

fn begin(site: &Site, who: Who) -> Page {
    let fields = [("id", ID), ("name", "MRC de La Matapédia"), ("model", "portneuf")];
    site.post(who, Lang::Fr, "/notebooks", &fields)
}

fn at(path: &str) -> String {
    format!("/notebooks/mrc-de-la-matapedia{path}")
}

fn write(site: &Site, question: &str, fields: &[(&str, &str)]) -> Page {
    let id = format!("0198e5a0-0000-7000-8000-{:012x}", question.bytes().fold(7_u64, |sum, b| sum * 31 % 99_991 + u64::from(b)));
    let mut all = vec![("id", id.as_str()), ("state", "decided"), ("by", "Le comité"), ("reasons", "Essai")];
    all.extend(fields);
    site.post(Who::Network, Lang::Fr, &at(&format!("/q/{question}")), &all)
}

fn only_those_who_sit_at_it_see_it(site: &Site) {
    for who in Who::ALL {
        let page = site.get(who, Lang::Fr, "/notebooks");
        assert_eq!(page.status, StatusCode::OK, "{who:?}");
        let begins = matches!(who, Who::Network | Who::Coordinator);
        assert_eq!(page.html.contains(&t(Lang::Fr, "notebook-begin-button")), begins, "{who:?}");
        if !begins {
            assert_eq!(begin(site, who).status, StatusCode::FORBIDDEN, "{who:?}");
        }
    }
    assert_eq!(begin(site, Who::Network).to, at("?done=done-notebook-begun"));
    for who in Who::ALL {
        for path in [
            "",
            "/q/weeks",
            "/approach",
            "/tasks/print-coupons",
            "/minutes",
            "/workshops/who",
            "/compare",
            "/files",
            "/files/notebook.toml",
            "/people",
            "/open",
            "/toolbox",
            "/toolbox/rules.docx",
        ] {
            let status = site.get(who, Lang::Fr, &at(path)).status;
            let wanted = if who == Who::Network { StatusCode::OK } else { StatusCode::NOT_FOUND };
            assert_eq!(status, wanted, "{who:?} {path}");
        }
    }
    assert_eq!(site.get(Who::Network, Lang::Fr, &at("/q/nothing")).status, StatusCode::NOT_FOUND);
    for nothing in ["/files/nothing", "/tasks/nothing", "/workshops/nothing"] {
        assert_eq!(site.get(Who::Network, Lang::Fr, &at(nothing)).status, StatusCode::NOT_FOUND, "{nothing}");
    }
    for (who, wanted) in [(Who::Coordinator, StatusCode::NOT_FOUND), (Who::Network, StatusCode::UNPROCESSABLE_ENTITY)] {
        for path in ["/approach", "/tasks/print-coupons", "/minutes"] {
            let fields = [("id", ID), ("due", "hier"), ("on", "hier"), ("act", "task"), ("named", "Louer la salle")];
            let page = site.post(who, Lang::Fr, &at(path), &fields);
            // A day is read before anybody is told whether there is a notebook: nothing is written either way.
            assert_eq!(page.status, wanted, "{who:?} {path}");
        }
    }
}

fn every_page_reads_in_both_languages(site: &Site) {
    begin(site, Who::Network);
    for lang in Lang::ALL {
        sound(&site.get(Who::Network, *lang, "/notebooks"), *lang, "notebooks");
        let mut paths: Vec<String> =
            ["", "/compare", "/compare?with=model:amos", "/compare?version=1&only=on", "/files", "/people", "/open", "/toolbox"]
                .map(at)
                .to_vec();
        paths.extend(app::notebook::catalogue().questions.iter().map(|q| at(&format!("/q/{}", q.key))));
        let course = app::notebook::way::course();
        paths.extend(["/approach", "/tasks/print-coupons", "/minutes", "/minutes?workshop=closing"].map(at));
        paths.extend(course.workshop.iter().map(|shop| at(&format!("/workshops/{}", shop.key))));
        for path in paths {
            let page = site.get(Who::Network, *lang, &path);
            assert_eq!(page.status, StatusCode::OK, "{path}");
            sound(&page, *lang, &path);
        }
    }
}

fn what_was_written_is_still_there_after_a_no(site: &Site) {
    begin(site, Who::Network);
    let page = write(site, "households", &[("answer", "beaucoup"), ("meeting", "Rencontre du 3 mars")]);
    says(&page, Lang::Fr, StatusCode::UNPROCESSABLE_ENTITY, "refusal-not-an-answer-next");
    assert!(page.html.contains("beaucoup") && page.html.contains("Rencontre du 3 mars"), "{}", page.html);
    let page = write(site, "households", &[("answer", "150"), ("on", "hier")]);
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.html.contains("150"), "{}", page.html);
    assert_eq!(write(site, "households", &[("answer", "150")]).to, at("/q/households?done=done-notebook-written"));
    let several = [("answer-markets", "on"), ("answer-csa", "on"), ("next", "/notebooks/mrc-de-la-matapedia/q/self-service")];
    assert_eq!(write(site, "where", &several).to, at("/q/self-service?done=done-notebook-written"));
    let page = site.get(Who::Network, Lang::Fr, &at(""));
    assert!(page.html.contains(&t(Lang::Fr, "finding-csa-weekly")), "baskets without a block: {}", page.html);
    let away = write(site, "weeks", &[("answer", "11"), ("next", "https://elsewhere.example")]);
    assert_eq!(away.to, at("/q/weeks?done=done-notebook-written"), "never out of the notebook");
}

fn an_approach_by_forms_alone(site: &Site) {
    begin(site, Who::Network);
    let post = |n: u8, path: &str, fields: &[(&str, &str)]| {
        let id = format!("0198e5a0-0000-7000-8000-0000000001{n:02}");
        let mut all = vec![("id", id.as_str())];
        all.extend(fields);
        site.post(Who::Network, Lang::Fr, &at(path), &all)
    };
    let noted = at("/approach?done=done-approach");
    let page = post(1, "/approach", &[("act", "seat"), ("seat", "market")]);
    says(&page, Lang::Fr, StatusCode::UNPROCESSABLE_ENTITY, "refusal-name-needed");
    assert_eq!(post(2, "/approach", &[("act", "seat"), ("seat", "market"), ("name", "Maude"), ("people", "1")]).to, noted);
    let without = [("act", "without"), ("seat", "health"), ("note", "Le CLSC est trop loin")];
    assert_eq!(post(3, "/approach", &without).to, noted);
    assert_eq!(post(4, "/approach", &[("act", "task"), ("named", "Louer la salle"), ("due", "2027-03-01")]).to, noted);
    assert_eq!(post(5, "/tasks/print-coupons", &[("owner", "Lou"), ("done_on", "2027-05-01")]).to, noted);
    let page = site.get(Who::Network, Lang::Fr, &at("/approach"));
    sound(&page, Lang::Fr, "approach");
    let done_on = text::date(Lang::Fr, jiff::civil::date(2027, 5, 1));
    for said in ["Maude", "Le CLSC est trop loin", "Louer la salle", &done_on, "/q/weeks\""] {
        assert!(page.html.contains(said), "{said}: {}", page.html);
    }
    sound(&site.get(Who::Network, Lang::Fr, &at("/tasks/own-1")), Lang::Fr, "own task");

    let minutes = [("name", "Rencontre 3"), ("on", "2027-02-03"), ("by", "Le comité"), ("workshop", "who"), ("q-weeks", "on")];
    let mut too_soon = minutes.to_vec();
    too_soon.push(("q-carrier", "on"));
    let page = post(6, "/minutes", &too_soon);
    says(&page, Lang::Fr, StatusCode::UNPROCESSABLE_ENTITY, "refusal-not-an-answer-next");
    assert!(page.html.contains("Rencontre 3") && page.html.contains("name=\"q-weeks\" value=\"on\" checked"), "{}", page.html);
    assert_eq!(post(7, "/minutes", &minutes).to, at("/approach?done=done-minutes"));
    let question = site.get(Who::Network, Lang::Fr, &at("/q/weeks")).html;
    assert!(question.contains("value=\"Rencontre 3\"") && question.contains("value=\"2027-02-03\""), "{question}");
    let list = site.get(Who::Network, Lang::En, "/notebooks");
    assert!(list.html.contains("ready · next step: Rally people"), "{}", list.html);
}

fn by_forms_alone_to_a_programme(site: &Site) {
    begin(site, Who::Network);
    let opened = |id: &str| {
        let fields = [
            ("id", id),
            ("key", "matapedia"),
            ("host", "pcn.example"),
            ("simulated", "on"),
            ("name", "Claude"),
            ("language", "fr"),
        ];
        site.post(Who::Network, Lang::Fr, &at("/open"), &fields)
    };
    let id = "0198e5a0-0000-7000-8000-0000000000bb";
    assert_eq!(opened(id).status, StatusCode::UNPROCESSABLE_ENTITY);
    for question in app::notebook::catalogue().questions.iter().filter(|q| q.required) {
        let answer = match question.key.as_str() {
            "territory" | "programme-name" | "carrier" | "fiduciary" => "Un nom",
            "territory-unit" => "mrc",
            "language" => "fr",
            "households" => "100",
            "weeks" => "12",
            "denominations" => "5",
            "scale" => "1 = 20\n2+ = 30",
            "starts-on" => "2027-06-26",
            "ends-on" => "2027-10-09",
            "funders" => "MRC = 60 000",
            "where" => "",
            other => panic!("another question is needed: {other}"),
        };
        let fields: &[(&str, &str)] = if answer.is_empty() { &[("answer-markets", "on")] } else { &[("answer", answer)] };
        let page = write(site, &question.key, fields);
        assert!(page.to.contains("done-notebook-written"), "{}: {}", question.key, page.html);
    }
    let card = opened(id);
    assert_eq!(card.status, StatusCode::OK, "{}", card.html);
    sound(&card, Lang::Fr, "card");
    assert_eq!(site.get(Who::Network, Lang::Fr, "/p/matapedia").status, StatusCode::OK);
    assert!(site.get(Who::Network, Lang::Fr, &at("/open")).html.contains(&t(Lang::Fr, "notebook-programme-open")));
    // Once it runs, what the notebook decides anew waits for a day; the network looks, the coordination asks.
    let page = site.get(Who::Network, Lang::Fr, &at("/amend"));
    sound(&page, Lang::Fr, "amend");
    assert!(page.html.contains(&t(Lang::Fr, "amendment-notebook-same")), "{}", page.html);
    let say = |id: &str, state: &str| {
        let fields = [("id", id), ("state", state), ("by", "Le comité"), ("reasons", "Essai"), ("answer", "7")];
        site.post(Who::Network, Lang::Fr, &at("/q/payment-days"), &fields)
    };
    say("0198e5a0-0000-7000-8000-0000000000c1", "proposed");
    assert!(
        site.get(Who::Network, Lang::Fr, &at("/amend")).html.contains(&t(Lang::Fr, "amendment-notebook-same")),
        "only proposed"
    );
    say("0198e5a0-0000-7000-8000-0000000000c2", "decided");
    for lang in Lang::ALL {
        let page = site.get(Who::Network, *lang, &at("/amend"));
        sound(&page, *lang, "amend");
        assert!(page.html.contains(&t(*lang, "decided-payment-target-days")), "{}", page.html);
        assert!(page.html.contains(&t(*lang, "amendment-notebook-not-yours")));
    }
    let fields = [("from", "2027-07-15"), ("reason", "comité")];
    assert_eq!(site.post(Who::Network, Lang::Fr, &at("/amend"), &fields).status, StatusCode::FORBIDDEN);
    let app = site.ground.app.clone();
    let programme = app.programme_wait("matapedia").expect("open").identity.id;
    let who = site.person(Who::Network);
    let r = app::command::Request::now(&app, app::domain::ids::Actor::System);
    app.act_wait(programme, move |cx| app::programme::grant(cx, r, who, app::domain::role::Role::Coordinator)).expect("granted");
    let page = site.post(Who::Network, Lang::Fr, &at("/amend"), &fields);
    assert_eq!(page.to, "/p/matapedia/amendments?done=done-amendment-asked", "{}", page.html);
    assert!(site.get(Who::Network, Lang::Fr, &at("/amend")).html.contains(&t(Lang::Fr, "amendment-notebook-waits")));
    // Somebody without an address is invited by a card.
    let guest = [("id", "0198e5a0-0000-7000-8000-0000000000bc"), ("name", "Max"), ("seat", "member"), ("language", "en")];
    let card = site.post(Who::Network, Lang::Fr, &at("/people"), &guest);
    assert!(card.status == StatusCode::OK && card.html.contains(&t(Lang::En, "seat-member")), "in their language: {}", card.html);
}

fn a_fact_is_corrected_by_the_network_alone(site: &Site) {
    begin(site, Who::Network);
    let path = "/facts/portneuf/weeks";
    for who in Who::ALL {
        let wanted = if who == Who::Network { StatusCode::OK } else { StatusCode::FORBIDDEN };
        assert_eq!(site.get(who, Lang::Fr, path).status, wanted, "{who:?}");
    }
    for lang in Lang::ALL {
        sound(&site.get(Who::Network, *lang, path), *lang, "fact");
    }
    assert_eq!(site.get(Who::Network, Lang::Fr, "/facts/nowhere/weeks").status, StatusCode::NOT_FOUND);
    let fields = [
        ("fr", "Quatorze semaines"),
        ("en", "Fourteen weeks"),
        ("source", "Bilan 2026"),
        ("read_on", "2026-11-23"),
        ("answer", "14"),
    ];
    let mut wrong = fields;
    wrong[4].1 = "longtemps";
    let page = site.post(Who::Network, Lang::Fr, path, &wrong);
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.html.contains("Bilan 2026"), "{}", page.html);
    assert_eq!(site.post(Who::Network, Lang::Fr, path, &fields).to, format!("{path}?done=done-fact-corrected"));
    assert!(site.get(Who::Network, Lang::Fr, &at("/q/weeks")).html.contains("Quatorze semaines"));
    assert_eq!(site.post(Who::Coordinator, Lang::Fr, path, &fields).status, StatusCode::FORBIDDEN);
}

fn a_document_is_printed_changed_and_kept(site: &Site) {
    begin(site, Who::Network);
    for (file, start) in [("leaflet.pdf", "%PDF"), ("leaflet.pdf?lang=en", "%PDF"), ("rules.docx", "PK")] {
        let page = site.get(Who::Network, Lang::Fr, &at(&format!("/toolbox/{file}")));
        assert!(page.status == StatusCode::OK && page.html.starts_with(start), "{file}");
    }
    for file in ["nothing.pdf", "rules", "rules.exe"] {
        assert_eq!(site.get(Who::Network, Lang::Fr, &at(&format!("/toolbox/{file}"))).status, StatusCode::NOT_FOUND);
    }
    let fields = [("id", ID), ("document", "rules"), ("language", "fr"), ("by", "UPA et Table"), ("on", "2027-03-01")];
    let mut wrong = fields;
    wrong[4].1 = "hier";
    let page = site.post(Who::Network, Lang::Fr, &at("/toolbox"), &wrong);
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.html.contains("UPA et Table"), "{}", page.html);
    assert_eq!(site.post(Who::Network, Lang::Fr, &at("/toolbox"), &fields).to, at("/toolbox?done=done-notebook-kept"));
    let page = site.get(Who::Network, Lang::Fr, &at("/toolbox"));
    sound(&page, Lang::Fr, "toolbox");
    assert!(page.html.contains(&t(Lang::Fr, "toolbox-kept")), "{}", page.html);
    assert!(site.get(Who::Network, Lang::Fr, &at("/signed/1")).html.starts_with("%PDF"));
}

on_both!(
    a_fact_is_corrected_by_the_network_alone,
    a_document_is_printed_changed_and_kept,
    only_those_who_sit_at_it_see_it,
    every_page_reads_in_both_languages,
    what_was_written_is_still_there_after_a_no,
    an_approach_by_forms_alone,
    by_forms_alone_to_a_programme
);
