//! A programme file that cannot be: which line, and why. Its documentation is a good one.

use crate::notebook::decide_all;
use crate::people::wait;
use app::command::Request;
use app::domain::coupon::Class;
use app::domain::ids::Actor;
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::notebook::Beginning;
use app::programme_file::{ProgrammeFile, written};

const DOCUMENTED: &str = include_str!("../../../../docs/programme.md");

const DOCUMENTED_IN_FRENCH: &str = include_str!("../../../../docs/programme.fr.md");

/// The example of a documentation.
fn example(documentation: &str) -> &str {
    documentation.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example")
}

#[test]
fn the_documentation_says_the_same_in_both_languages() {
    let read = |text| format!("{:?}", ProgrammeFile::read(example(text).as_bytes()).expect("a good file"));
    assert_eq!(read(DOCUMENTED), read(DOCUMENTED_IN_FRENCH));
}

/// The code of a refusal, and its line and column.
fn refused(bytes: &[u8]) -> (String, u64, u64) {
    match ProgrammeFile::read(bytes).expect_err("refused") {
        Refusal::InFile { line, column, refusal } => (refusal.code(), line, column),
        Refusal::MalformedLine { line, column, .. } => ("malformed_line".to_owned(), line, column),
        other => panic!("no line: {other:?}"),
    }
}

#[test]
fn each_mistake_has_its_line() {
    for (from, to, code) in [
        ("host = \"pcn.example\"", "host = \"pcn.example\"\ntime_zone = \"Quebec/Nord\"", "bad_rule"),
        ("host = \"pcn.example\"", "host = \"coupons.nourriciers.de.mon.tres.long.territoire.example\"", "too_long_to_print"),
        ("host = \"pcn.example\"", "", "missing_key"),
        ("host = \"pcn.example\"", "hots = \"pcn.example\"", "unknown_key"),
        ("ends_on = \"2025-10-13\"", "ends_on = \"2025-06-13\"", "wrong_dates"),
        ("ends_on = \"2025-10-13\"", "ends_on = \"2025-13-13\"", "not_a_date"),
        ("ends_on = \"2025-10-13\"", "ends_on = \"2025-10-12\"", "beyond_season"),
        ("last_claim_on = \"2025-10-31\"", "last_claim_on = \"2025-10-01\"", "wrong_dates"),
        ("places = [\"marche\", \"kiosque\"]", "places = [\"marché\"]", "unknown_place"),
        ("classes = [\"A\"]", "classes = [\"Z\"]", "unknown_class"),
        ("key = \"mrc\"", "key = \"desjardins\"", "key_taken"),
        ("key = \"mrc\"", "key = \"La MRC\"", "bad_key"),
        ("letter = \"V\"", "letter = \"A\"", "key_taken"),
        ("funding = \"sold\"", "funding = \"sold\"\nexpires_on = \"2025-10-01\"", "sold_never_expires"),
        ("funding = \"sold\"", "funding = \"vendu\"", "bad_rule"),
        ("[[unit]]", "[rules]\napprovals = 1\n[[unit]]", "bad_rule"),
        ("weekly = \"30\"", "weekly = \"-5,00\"", "not_an_amount"),
        ("weekly = \"30\"", "weekly = -5", "not_an_amount"),
        ("weekly = \"30\"", "weekly = \"5,005\"", "not_an_amount"),
        ("weekly = \"30\"", "weekly = \"99999999999999999999\"", "not_an_amount"),
        ("colour = \"#b5541c\"", "colour = \"vert\"", "bad_rule"),
        ("unit = \"x-essai\"", "unit = \"x-autre\"", "unknown_unit"),
        ("bonus_fund = \"mrc\"", "bonus_fund = \"autre\"", "unknown_fund"),
        ("funder = \"MRC d’Essai\"", "funder = \"MRC\"\n[fund.terms]\npartners = [\"nulle-part\"]", "unknown_partner"),
        ("funder = \"MRC d’Essai\"", "funder = \"MRC\"\n[fund.terms]\noperations_percent = \"101\"", "bad_rule"),
        ("funder = \"MRC d’Essai\"", "funder = \"MRC\"\n[fund.terms]\ncarry_to = \"rien\"", "unknown_fund"),
        ("funder = \"MRC d’Essai\"", "funder = \"MRC\"\n[fund.terms]\nyear_start = \"02-30\"", "bad_rule"),
        ("[season]", "[season", "malformed_line"),
    ] {
        let text = ground::PROGRAMME.replacen(from, to, 1);
        assert_ne!(text, ground::PROGRAMME, "{from}");
        let (found, line, column) = refused(text.as_bytes());
        assert_eq!(found, code, "{to}");
        // The line is that of the change, or of what disagrees with it.
        let shown = text.lines().nth(usize::try_from(line).expect("small") - 1).expect("a line of the file");
        assert!(column >= 1 && !shown.is_empty(), "{to}: line {line} is {shown:?}");
        let last = to.lines().last().unwrap_or("");
        if !matches!(code, "missing_key" | "beyond_season" | "malformed_line") && !to.contains("approvals") {
            assert_eq!(shown, last, "{to}: line {line}");
        }
    }
}

#[test]
fn another_encoding_is_named() {
    let latin: Vec<u8> = ground::PROGRAMME.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let (code, line, _) = refused(&latin);
    assert_eq!(code, "not_utf8");
    assert!(line > 1);
}

#[test]
fn the_documented_file_is_read() {
    let file = ProgrammeFile::read(example(DOCUMENTED).as_bytes()).expect("a good file");
    assert_eq!(file.programme.key, "mon-territoire");
    assert_eq!(
        file.entries().expect("entries").len(),
        15,
        "5 funds, 3 classes, 2 offers, a place, an organisation, a merchant with an agreement, a market’s association"
    );
}

/// The programmes of the demo, and the known programme that each resembles.
const SHIPPED: [(&str, &str); 3] = [
    ("bas-saint-laurent", include_str!("../../../sim/programmes/bas-saint-laurent-2025.toml")),
    ("british-columbia", include_str!("../../../sim/programmes/colombie-britannique-2025.toml")),
    ("portneuf", include_str!("../../../sim/programmes/portneuf-2025.toml")),
];

#[test]
fn what_a_programme_decided_is_written_as_its_file_said_it() {
    for text in SHIPPED.iter().map(|(_, text)| *text).chain([ground::PROGRAMME, example(DOCUMENTED)]) {
        let file = ProgrammeFile::read(text.as_bytes()).expect("a good file");
        let app = &ground::sqlite(7, crate::support::start(), app::Sabotage::default()).app;
        let book = app.rehearse_wait(&file, &[]).expect("a book");
        let again = ProgrammeFile::read(written(&book).as_bytes()).expect("a good file");
        let again = app.rehearse_wait(&again, &[]).expect("a book");
        assert_eq!((&again.identity, again.decided()), (&book.identity, book.decided()));
        // What a funder asked and where a class is good are agreements, written elsewhere.
        let funds = |book: &Book| book.funds.iter().map(|f| (f.key.clone(), f.name.clone(), f.is_sales)).collect::<Vec<_>>();
        let classes = |book: &Book| -> Vec<Class> {
            book.classes.iter().map(|class| Class { places: Vec::new(), ..class.clone() }).collect()
        };
        assert_eq!((&again.units, funds(&again), classes(&again)), (&book.units, funds(&book), classes(&book)));
    }
}

#[test]
fn the_demo_s_programmes_do_what_their_notebooks_say() {
    for (model, text) in SHIPPED {
        let app = &ground::sqlite(7, crate::support::start(), app::Sabotage::default()).app;
        let file = ProgrammeFile::read(text.as_bytes()).expect("a good file");
        let programme = app.open_programme_wait(&file).expect("opened");
        let ana = app.add_person_wait("Ana", "", None).expect("added");
        let r = Request::now(app, Actor::System);
        app.act_wait(programme, move |cx| app::programme::grant(cx, r, ana, Role::Coordinator)).expect("granted");
        let beginning = Beginning { name: file.programme.territory, model: model.into(), programme: Some(file.programme.key) };
        let key = app.begin_notebook_wait(ana, beginning).expect("begun");
        decide_all(app, ana, &key);
        let seen = wait(app.notebook(ana, &key, None)).expect("seen");
        let amending = wait(app.notebook_amending(ana, &seen)).expect("it compiles").expect("it runs");
        assert!(amending.changes.is_empty(), "{model}: {:?}", amending.changes);
    }
}

#[test]
fn amounts_are_read_as_people_write_them() {
    use app::programme_file::Dollars;
    for (written, cents) in [
        ("5", 500),
        ("5,00", 500),
        ("5.5 $", 550),
        ("1\u{a0}250,00\u{a0}$", 125_000),
        ("1,250.00", 125_000),
        ("$12,345,678.90", 1_234_567_890),
    ] {
        assert_eq!(Dollars::parse(written), Some(Dollars(cents)), "{written}");
    }
    // Could be two things, or nothing.
    for wrong in ["1,250", "1,25.00", "12,34,567.00", "1.250,00", ",250.00", "", "5,", "-5", "5,005"] {
        assert_eq!(Dollars::parse(wrong), None, "{wrong}");
    }
}
