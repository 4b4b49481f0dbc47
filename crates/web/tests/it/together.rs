//! Programmes side by side, and how long each merchant waited.

use crate::pages::sound;
use crate::season::Who;
use crate::visitor::{Site, on_both};
use app::command::Request;
use app::domain::ids::Actor;
use app::domain::role::Role;
use app::programme;
use app::programme_file::ProgrammeFile;
use axum::http::StatusCode;
use text::{Lang, t};

/// Another programme, named as `name` in the place of the first one's.
fn open_another(site: &Site, key: &str, name: &str) -> app::domain::ids::ProgrammeId {
    let app = &site.ground.app;
    let file = ground::PROGRAMME.replace("key = \"essai\"", &format!("key = \"{key}\""));
    let mut file = ProgrammeFile::parse(&file).expect("a good file");
    name.clone_into(&mut file.programme.name);
    app.open_programme_wait(&file).expect("opened")
}

fn each_sees_the_totals_they_may(site: &Site) {
    open_another(site, "autre", "Nulle part");
    let third = open_another(site, "tiers", "Aussi la mienne");
    let sees = [Who::Coordinator, Who::Treasurer, Who::Approver, Who::Auditor, Who::Network, Who::Evaluator];
    for who in Who::ALL {
        for path in ["/programmes", "/programmes/together.csv", "/programmes/together.xlsx"] {
            let page = site.get(who, Lang::Fr, path);
            let expected = if sees.contains(&who) { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(page.status, expected, "{who:?} {path}");
            assert!(!page.html.contains("Nulle part"), "{who:?} {path}: a programme in which they have no role");
        }
    }
    assert_eq!(site.get(Who::Network, Lang::Fr, "/programmes/together.pdf").status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(None, Lang::Fr, "/programmes").to, "/sign-in");
    // Somebody of two programmes is led there from where they choose one.
    let link = "href=\"/programmes\"";
    assert!(site.get(Who::Network, Lang::Fr, "/p/essai").html.contains(link));
    let (app, person) = (&site.ground.app, site.person(Who::Network));
    let r = Request::now(app, Actor::System);
    app.act_wait(third, move |cx| programme::grant(cx, r, person, Role::Network)).expect("granted");
    let start = site.get(Who::Network, Lang::Fr, "/");
    assert!(start.html.contains(link), "{}", start.html);
    for lang in Lang::ALL.iter().copied() {
        let page = site.get(Who::Network, lang, "/programmes");
        sound(&page, lang, "/programmes");
        assert!(page.html.contains("Aussi la mienne"), "{}", page.html);
    }
}

fn each_wait_is_told(site: &Site) {
    for lang in Lang::ALL.iter().copied() {
        let page = site.get(Who::Treasurer, lang, "/p/essai/settlement/waits");
        sound(&page, lang, "/settlement/waits");
        assert!(page.html.contains(&t(lang, "wait-each")) && page.html.contains(&t(lang, "wait-waits")), "{}", page.html);
    }
    let table = site.get(Who::Treasurer, Lang::Fr, "/p/essai/export/waits.csv");
    let page = site.get(Who::Treasurer, Lang::Fr, "/p/essai/settlement/waits");
    let lines = table.html.lines().filter(|line| !line.trim().is_empty()).count() - 1;
    let rows = page.html.matches("<tr>").count() - 1;
    assert!(rows > 0 && rows <= lines && rows <= 30, "{rows} lines of {lines}, those of a day at a place together");
}

on_both!(each_sees_the_totals_they_may, each_wait_is_told);
