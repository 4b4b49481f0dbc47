//! Long-term plans in the pages: begun, written, read, printed, by forms alone.

use crate::pages::sound;
use crate::season::Who;
use crate::visitor::{Page, Site, on_both};
use axum::http::StatusCode;
use text::{Lang, t};

const ID: &str = "0198e5a0-0000-7000-8000-0000000000da";
const BEGUN: &str = "0198e5a0-0000-7000-8000-0000000000dc";

fn begin(site: &Site, who: Who, programme: &str, from: &str) -> Page {
    let fields = [("id", BEGUN), ("name", "Cinq ans"), ("programme", programme), ("from", from)];
    site.post(who, Lang::Fr, "/scenarios", &fields)
}

fn each_sees_what_is_theirs(site: &Site) {
    let sees = [Who::Coordinator, Who::Treasurer, Who::Approver, Who::Auditor, Who::Network];
    for who in Who::ALL {
        let status = site.get(who, Lang::Fr, "/scenarios").status;
        assert_eq!(status, if sees.contains(&who) { StatusCode::OK } else { StatusCode::FORBIDDEN }, "{who:?}");
        let begins = match who {
            Who::Coordinator | Who::Treasurer => continue,
            _ => begin(site, who, "essai", ""),
        };
        assert_eq!(begins.status, StatusCode::FORBIDDEN, "{who:?}");
        if who != Who::Network {
            assert_eq!(begin(site, who, "", "").status, StatusCode::FORBIDDEN, "{who:?}");
        }
    }
    assert_eq!(begin(site, Who::Treasurer, "essai", "programme:essai").to, "/scenarios/1/edit?done=done-scenario-begun");
    for who in Who::ALL {
        let reads = sees.contains(&who) && who != Who::Network;
        let writes = matches!(who, Who::Coordinator | Who::Treasurer);
        for path in ["", "/files/case.pdf", "/files/years.xlsx", "/files/years.csv"] {
            let status = site.get(who, Lang::Fr, &format!("/scenarios/1{path}")).status;
            assert_eq!(status, if reads { StatusCode::OK } else { StatusCode::NOT_FOUND }, "{who:?} {path}");
        }
        let no = if reads { StatusCode::FORBIDDEN } else { StatusCode::NOT_FOUND };
        assert_eq!(site.get(who, Lang::Fr, "/scenarios/1/edit").status, if writes { StatusCode::OK } else { no }, "{who:?}");
        if !writes {
            let page = site.post(who, Lang::Fr, "/scenarios/1/edit", &[("first_year", "longtemps")]);
            assert_eq!(page.status, no, "{who:?} is told before what they sent is read");
        }
    }
    assert_eq!(site.get(Who::Coordinator, Lang::Fr, "/scenarios/1/files/nothing").status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(Who::Coordinator, Lang::Fr, "/scenarios/9").status, StatusCode::NOT_FOUND);
}

fn a_plan_is_written_by_forms_alone(site: &Site) {
    begin(site, Who::Network, "", "known:portneuf");
    let fields = [
        ("id", ID),
        ("name", "Dix territoires"),
        ("first_year", "2027"),
        ("years", "3"),
        ("wave-0-name", "Portneuf"),
        ("wave-0-households", "100"),
        ("wave-0-weekly", "49,17"),
        ("wave-0-weeks", "12"),
        ("wave-1-name", "Autres MRC"),
        ("wave-1-territories", "9"),
        ("wave-1-joins", "2028"),
        ("wave-1-households", "80"),
        ("wave-1-weekly", "40"),
        ("wave-1-weeks", "14"),
        ("source-0-name", "Ministère"),
        ("source-0-share", "50 %"),
        ("source-0-certainty", "asked"),
        ("source-1-name", "MRC"),
        ("source-1-yearly", "30 000"),
        ("source-1-upfront", "100"),
        ("source-1-certainty", "promised"),
        ("input-use-low", "70"),
        ("input-use-likely", "78"),
        ("input-use-high", "86"),
        ("input-use-why", "Bas-Saint-Laurent"),
        ("input-share-likely", "25"),
        ("input-impact-likely", "1,5"),
    ];
    let mut wrong = fields;
    wrong[6].1 = "beaucoup";
    let page = site.post(Who::Network, Lang::Fr, "/scenarios/1/edit", &wrong);
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.html.contains("Autres MRC"), "{}", page.html);
    let mut wrong = fields;
    wrong[7].1 = "60";
    let page = site.post(Who::Network, Lang::Fr, "/scenarios/1/edit", &wrong);
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.post(Who::Network, Lang::Fr, "/scenarios/1/edit", &fields).to, "/scenarios/1?done=done-scenario-written");
    let page = site.get(Who::Network, Lang::Fr, "/scenarios/1");
    // 2027: 59 004 $ handed out, 78 % spent, and a third of it more to run the programme.
    assert!(page.html.contains("46\u{a0}023\u{a0}$") && page.html.contains("61\u{a0}364\u{a0}$"), "{}", page.html);
    assert!(page.html.contains("class=\"tornado\"") && page.html.contains("Sans «\u{a0}Ministère\u{a0}»"), "{}", page.html);
    assert!(page.html.contains(&t(Lang::Fr, "scenario-origin-person")), "what is typed is the person’s own");
    let first = site.get(Who::Network, Lang::Fr, "/scenarios/1?version=1");
    assert!(first.html.contains(&t(Lang::Fr, "scenario-old")), "{}", first.html);
    // More lines: kept, and the form again with two empty ones.
    let mut more = fields.to_vec();
    more[0].1 = "0198e5a0-0000-7000-8000-0000000000db";
    more.push(("act", "more"));
    assert_eq!(site.post(Who::Network, Lang::Fr, "/scenarios/1/edit", &more).to, "/scenarios/1/edit?done=done-scenario-written");
    let page = site.get(Who::Network, Lang::Fr, "/scenarios/1/edit");
    assert!(page.html.contains("wave-3-name") && !page.html.contains("wave-4-name"), "{}", page.html);
}

fn every_page_reads_in_both_languages(site: &Site) {
    begin(site, Who::Coordinator, "essai", "programme:essai");
    for lang in Lang::ALL {
        for path in ["/scenarios", "/scenarios/1", "/scenarios/1/edit"] {
            sound(&site.get(Who::Coordinator, *lang, path), *lang, path);
        }
        let csv = site.get(Who::Coordinator, *lang, "/scenarios/1/files/years.csv").html;
        assert!(csv.contains(&t(*lang, "scenario-head-float")), "{csv}");
        assert!(site.get(Who::Coordinator, *lang, "/scenarios/1/files/case.pdf").html.starts_with("%PDF"));
    }
}

on_both!(each_sees_what_is_theirs, a_plan_is_written_by_forms_alone, every_page_reads_in_both_languages);
