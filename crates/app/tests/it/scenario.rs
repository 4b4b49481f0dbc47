//! Long-term plans on both databases: who sees and writes them, what they begin from, their versions, their copy.

use crate::notebook::{from, id, person};
use crate::people::wait;
use crate::support::{grounds, refused};
use app::App;
use app::domain::ids::PersonId;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::scenario::{Assumed, Beginning, Input, Source, Wave, origin, outlook, table};
use text::Lang;

fn beginning(programme: Option<&str>, from: &str) -> Beginning {
    Beginning { name: "Cinq ans".into(), programme: programme.map(str::to_owned), from: from.into(), lang: Lang::Fr }
}

fn key(app: &App) -> String {
    wait(app.programmes()).expect("programmes")[0].identity.key.clone()
}

struct People {
    net: PersonId,
    ana: PersonId,
    tom: PersonId,
    lou: PersonId,
    max: PersonId,
}

fn people(app: &App) -> People {
    People {
        net: person(app, "Net", Some(Role::Network)),
        ana: person(app, "Ana", Some(Role::Coordinator)),
        tom: person(app, "Tom", Some(Role::Treasurer)),
        lou: person(app, "Lou", Some(Role::Auditor)),
        max: person(app, "Max", Some(Role::Evaluator)),
    }
}

#[test]
fn a_territory_plans_for_itself_and_the_network_for_the_province() {
    for ground in grounds() {
        let app = &ground.app;
        let (who, key) = (people(app), key(app));
        for one in [who.net, who.lou, who.max] {
            let no = wait(app.begin_scenario(one, id(1), beginning(Some(&key), "")));
            assert_eq!(refused(no), Refusal::NotPermitted);
        }
        for one in [who.ana, who.tom, who.lou] {
            assert_eq!(refused(wait(app.begin_scenario(one, id(1), beginning(None, "")))), Refusal::NotPermitted);
        }
        let own = wait(app.begin_scenario(who.tom, id(1), beginning(Some(&key), ""))).expect("begun");
        assert_eq!(wait(app.begin_scenario(who.tom, id(1), beginning(Some(&key), ""))).expect("the same"), own);
        let all = wait(app.begin_scenario(who.net, id(2), beginning(None, ""))).expect("begun");
        assert_eq!(refused(wait(app.begin_scenario(who.net, id(1), beginning(None, "")))), Refusal::SameIdOtherContent);
        let sees =
            |one: PersonId| wait(app.scenarios(one)).expect("seen").iter().map(|s| (s.id, s.may_write)).collect::<Vec<_>>();
        assert_eq!(sees(who.net), [(all, true)]);
        assert_eq!(sees(who.ana), [(own, true)]);
        assert_eq!(sees(who.lou), [(own, false)]);
        assert_eq!(sees(who.max), []);
        assert_eq!(refused(wait(app.scenario(who.ana, all, None))), Refusal::NotFound, "not even that there is one");
        let plan = wait(app.scenario(who.lou, own, None)).expect("read").scenario;
        assert_eq!(refused(wait(app.write_scenario(who.lou, id(3), own, plan.clone()))), Refusal::NotPermitted);
        assert_eq!(refused(wait(app.write_scenario(who.net, id(3), own, plan))), Refusal::NotFound);
        let nameless = Beginning { name: " ".into(), ..beginning(Some(&key), "") };
        assert_eq!(refused(wait(app.begin_scenario(who.ana, id(4), nameless))), Refusal::NameNeeded);
        for nothing in ["known:nowhere", "scenario:77", "nothing:x"] {
            let no = wait(app.begin_scenario(who.ana, id(4), beginning(Some(&key), nothing)));
            assert_eq!(refused(no), Refusal::NotFound, "{nothing}");
        }
    }
}

#[test]
fn versions_are_kept_with_who_wrote_them_and_what_was_changed_by_hand_says_so() {
    for ground in grounds() {
        let app = &ground.app;
        let (who, key) = (people(app), key(app));
        let plan = wait(app.begin_scenario(who.ana, id(1), beginning(Some(&key), "known:bas-saint-laurent"))).expect("begun");
        let first = wait(app.scenario(who.ana, plan, None)).expect("seen");
        assert_eq!((first.scenario.waves[0].households, first.scenario.waves[0].weeks), (92, 1));
        // 41 000 $ for 92 households.
        assert_eq!(first.scenario.waves[0].weekly_cents, 44_565);
        let begun = &first.scenario.inputs[&Input::Use];
        assert_eq!((begun.low, begun.likely, begun.high), (Some(7_000), Some(7_800), Some(8_600)));
        assert!(begun.origin.starts_with("cited:") && origin(Lang::Fr, begun).contains("tcbbsl.org"), "{begun:?}");
        assert!(!first.scenario.inputs.contains_key(&Input::Hours), "nobody published it: it is empty");
        let mut other = first.scenario.clone();
        other.waves.push(Wave { joins: other.last_year(), ..other.waves[0].clone() });
        other.inputs.insert(Input::Use, Assumed { likely: Some(8_000), why: "Le comité".into(), ..begun.clone() });
        wait(app.write_scenario(who.tom, id(2), plan, other.clone())).expect("written");
        wait(app.write_scenario(who.tom, id(2), plan, other.clone())).expect("the same again");
        wait(app.write_scenario(who.ana, id(3), plan, wait(app.scenario(who.ana, plan, None)).expect("seen").scenario))
            .expect("no change");
        let seen = wait(app.scenario(who.ana, plan, None)).expect("seen");
        let names: Vec<(u32, &str)> = seen.versions.iter().map(|(number, name, _)| (*number, name.as_str())).collect();
        assert_eq!((seen.version, names), (2, vec![(1, "Ana"), (2, "Tom")]));
        assert_eq!(seen.scenario.inputs[&Input::Use].origin, "", "it is Tom’s own");
        assert!(seen.scenario.inputs[&Input::Impact].origin.starts_with("cited:"), "it was not touched");
        assert_eq!(wait(app.scenario(who.ana, plan, Some(1))).expect("the first").scenario, first.scenario);
        assert_eq!(refused(wait(app.scenario(who.ana, plan, Some(9)))), Refusal::NotFound);
        assert_eq!(refused(wait(app.write_scenario(who.tom, id(2), plan, first.scenario.clone()))), Refusal::SameIdOtherContent);
        // What cannot be is refused by its field, and nothing is written.
        let mut wrong = other.clone();
        wrong.waves[0].weeks = 60;
        let no = refused(wait(app.write_scenario(who.ana, id(4), plan, wrong)));
        assert_eq!(no, Refusal::ScenarioField { field: "weeks".into() });
        let mut wrong = other.clone();
        wrong.inputs.insert(Input::Use, Assumed { low: Some(9_000), likely: Some(8_000), ..Assumed::default() });
        let no = refused(wait(app.write_scenario(who.ana, id(4), plan, wrong)));
        assert_eq!(no, Refusal::ScenarioField { field: "use".into() });
        let mut wrong = other;
        wrong.sources.push(Source { name: "MRC".into(), from: wrong.first_year, until: wrong.first_year, ..Source::default() });
        let no = refused(wait(app.write_scenario(who.ana, id(4), plan, wrong)));
        assert_eq!(no, Refusal::ScenarioField { field: "source".into() });
        // A copy of it is another plan.
        let copy = wait(app.begin_scenario(who.ana, id(5), beginning(Some(&key), &format!("scenario:{plan}")))).expect("copied");
        assert_eq!(wait(app.scenario(who.ana, copy, None)).expect("seen").scenario.waves.len(), 2);
    }
}

#[test]
fn a_plan_begins_from_a_notebook_or_from_what_the_programme_counted() {
    for ground in grounds() {
        let app = &ground.app;
        let (who, key) = (people(app), key(app));
        let book = wait(app.begin_notebook(who.ana, id(1), from("portneuf", "MRC de La Matapédia"))).expect("begun");
        let plan = wait(app.begin_scenario(who.ana, id(2), beginning(Some(&key), &format!("notebook:{book}")))).expect("begun");
        let wave = wait(app.scenario(who.ana, plan, None)).expect("seen").scenario.waves[0].clone();
        assert!((wave.households, wave.weeks) == (100, 12) && wave.why.contains("Carnet"), "{wave:?}");
        let no = wait(app.begin_scenario(who.tom, id(3), beginning(Some(&key), &format!("notebook:{book}"))));
        assert_eq!(refused(no), Refusal::NotFound, "a notebook is read by whoever sits at it");
        // Nothing is handed out yet: zeros, and the published figures stay.
        let plan = wait(app.begin_scenario(who.tom, id(4), beginning(Some(&key), &format!("programme:{key}")))).expect("begun");
        let scenario = wait(app.scenario(who.tom, plan, None)).expect("seen").scenario;
        assert_eq!((scenario.waves[0].households, scenario.likely(Input::Use)), (0, Some(7_800)));
        let no = wait(app.begin_scenario(who.net, id(5), beginning(None, &format!("programme:{key}"))));
        assert_eq!(refused(no), Refusal::NotPermitted, "the province sees totals, and not each hand-out");
    }
}

#[test]
fn a_plan_and_its_versions_are_in_the_copy() {
    let [ground, other] = grounds();
    let app = &ground.app;
    let (who, key) = (people(app), key(app));
    let plan = wait(app.begin_scenario(who.ana, id(1), beginning(Some(&key), "known:portneuf"))).expect("begun");
    let all = wait(app.begin_scenario(who.net, id(2), beginning(None, ""))).expect("begun");
    let mut scenario = wait(app.scenario(who.ana, plan, None)).expect("seen").scenario;
    scenario.years = 3;
    wait(app.write_scenario(who.tom, id(3), plan, scenario)).expect("written");
    let mut copy = Vec::new();
    app.backup_wait(&mut copy, true).expect("copied");
    drop(other);
    let [_, fresh] = ground::both(9, crate::support::start());
    fresh.app.restore_wait(move || Ok(std::io::Cursor::new(copy.clone()))).expect("restored");
    for (one, number) in [(who.ana, plan), (who.net, all)] {
        let (was, is) = (wait(app.scenario(one, number, None)), wait(fresh.app.scenario(one, number, None)));
        let (was, is) = (was.expect("seen"), is.expect("restored"));
        assert_eq!((was.scenario, was.versions, was.may_write), (is.scenario, is.versions, is.may_write));
    }
    let again = wait(fresh.app.begin_scenario(who.ana, id(1), beginning(Some(&key), "known:portneuf")));
    assert_eq!(again.expect("the same request"), plan);
}

#[test]
fn the_spreadsheet_works_out_what_the_page_says() {
    let [ground, _] = grounds();
    let app = &ground.app;
    let (who, key) = (people(app), key(app));
    let plan = wait(app.begin_scenario(who.ana, id(1), beginning(Some(&key), "known:portneuf"))).expect("begun");
    let mut seen = wait(app.scenario(who.ana, plan, None)).expect("seen");
    let first = seen.scenario.first_year;
    let source = Source { name: "MRC".into(), yearly_cents: Some(2_000_000), from: first, until: first + 9, ..Source::default() };
    seen.scenario.sources = vec![source.clone(), Source { name: "Caisse".into(), ..source }];
    let all = outlook(&seen.scenario);
    let made = table::years(Lang::En, &seen.scenario, &all, jiff::civil::date(2026, 11, 23));
    assert_eq!(made.rows.len(), 6);
    assert!(made.rows.iter().all(|row| row.len() == made.columns.len()), "as many cells as columns");
    let formula = |row: usize, column: usize| match &made.rows[row][column] {
        exchange::table::Cell::Worked { formula, minor } => (formula.clone(), *minor),
        other => panic!("a formula was expected, not {other:?}"),
    };
    assert_eq!(formula(0, 7), ("SUM(E2:G2)".to_owned(), all.years[0].cost_cents()));
    assert_eq!(formula(0, 12), ("MAX(0,H2-J2-SUM(K2:L2))".to_owned(), all.years[0].missing_cents));
    assert_eq!(formula(1, 9), ("N2".to_owned(), all.years[1].carried_in_cents));
    assert_eq!(formula(0, 15), ("E2*O2".to_owned(), all.years[0].impact_cents.expect("a multiplier")));
    assert_eq!(formula(5, 7), ("SUM(H2:H6)".to_owned(), all.total.cost_cents()));
    assert!(made.to_xlsx().expect("a file").starts_with(b"PK"));
    // What a person reads on paper says each multiplier's source, and that it is to be validated.
    let written = seen.written(Lang::En, jiff::civil::date(2026, 11, 23));
    let texts = written.texts().join("\n");
    assert!(texts.contains("bcfarmersmarket.org") && texts.contains("to be validated here"), "{texts}");
    assert!(written.pdf().expect("a file").starts_with(b"%PDF"));
}
