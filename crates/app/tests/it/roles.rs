//! Who may do what, cell by cell, against a table written by hand; and the same table in docs/.

use crate::support::{P, grounds, open, prove, refused, request};
use app::command::Request;
use app::domain::command::Command;
use app::domain::ids::{Actor, PersonId};
use app::domain::programme::{Book, Entry};
use app::domain::refusal::Refusal;
use app::domain::role::{Grant, Role, may_give};
use app::permit::{Action, needed};
use app::role_table::{Reach, markdown, reach};
use app::{App, Error, programme};
use std::path::Path;
use text::Lang;

/// One line an action, one sign a role, in this order: coordinator, partner worker, market manager, merchant,
/// treasurer, approver, funder, network, evaluator, auditor. `y`: everything; `o`: their own; `.`: nothing.
#[rustfmt::skip]
const TABLE: [(&str, &str); 34] = [
    //                  C W M V T A F N E U
    ("open",             ". . . . . . . . . ."),
    ("open_another",     ". . . . . . . y . ."),
    ("configure",        "y . . . . . . . . ."),
    ("staff",            "y . . . . . . . . ."),
    ("staff_money",      "y . . . y y . . . ."),
    ("receive_money",    "y . . . y . . . . ."),
    ("run_season",       "y . . . . . . . . ."),
    ("sell",             "y . y . y . . . . ."),
    ("hand_out",         "y o . . . . . . . ."),
    ("replace",          "y . . . . . . . . ."),
    ("redeem",           "y . o o . . . . . ."),
    ("run_market",       "y . o . . . . . . ."),
    ("agree_for",        ". . . o . . . . . ."),
    ("decide",           "y . . . . . . . . ."),
    ("pay",              ". . . . y . . . . ."),
    ("hold",             "y . . . y . . . . ."),
    ("propose_bank",     "y . . o y . . . . ."),
    ("approve",          ". . . . y y . . . ."),
    ("plan",             "y . . . y . . . . ."),
    ("plan_province",    ". . . . . . . y . ."),
    ("ask_key",          "y . . . y . . . . ."),
    ("second",           "y . . . y y . . . ."),
    ("write",            "y . . . . . . . . ."),
    ("see_all",          "y . . . y y . . . y"),
    ("see_totals",       "y . . . y y . y y y"),
    ("see_use",          "y . . . y y . . y y"),
    ("see_payments",     "y . . . y y . . . y"),
    ("see_bank_details", "y . . . y y . . . y"),
    ("see_proof",        "y . . . y y . . . y"),
    ("see_people",       "y . . . . . . . . y"),
    ("see_partner",      "y o . . . . . . . y"),
    ("see_vendor",       "y . . o y y . . . y"),
    ("see_place",        "y . o . . . . . . y"),
    ("see_fund",         "y . . . y y o . . y"),
];

#[test]
fn every_cell_is_as_written() {
    assert_eq!(TABLE.map(|(key, _)| key), Action::EVERY.map(Action::key));
    for ((key, cells), action) in TABLE.iter().zip(Action::EVERY) {
        let cells: Vec<&str> = cells.split_whitespace().collect();
        assert_eq!(cells.len(), Role::EVERY.len(), "{key}");
        for (cell, role) in cells.into_iter().zip(Role::EVERY) {
            let expected = match cell {
                "y" => Reach::All,
                "o" => Reach::Own,
                _ => Reach::No,
            };
            assert_eq!(reach(role, action), expected, "{role:?} {action:?}");
        }
    }
}

/// The names of the domain's own source: a role or an action that is added there fails here until it is in the table.
#[test]
fn the_lists_are_whole() {
    let count = |source: &str, from: &str, to: &str| {
        let body = source.split_once(from).expect("the beginning").1.split_once(to).expect("the end").0;
        body.lines().filter(|l| l.starts_with("    ") && l.trim_start().starts_with(|c: char| c.is_ascii_uppercase())).count()
    };
    let roles = include_str!("../../../domain/src/role.rs");
    assert_eq!(count(roles, "pub enum Role {", "\n}"), Role::EVERY.len());
    // Handing out for an organisation and replacing are one variant and two lines.
    let actions = include_str!("../../src/permit.rs");
    assert_eq!(count(actions, "pub enum Action {", "\n}") + 1, Action::EVERY.len());
}

/// `CABAS_WRITE=1 cargo test --workspace the_documents` writes them again.
#[test]
fn the_documents_say_what_the_code_does() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    for (lang, name) in [(Lang::En, "roles.md"), (Lang::Fr, "roles.fr.md")] {
        let (file, table) = (docs.join(name), markdown(lang));
        if std::env::var_os("CABAS_WRITE").is_some() {
            std::fs::write(&file, &table).expect("written");
        }
        let written = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(written == table, "docs/{name} is stale: CABAS_WRITE=1 cargo test --workspace the_documents");
    }
}

fn add(app: &App, name: &str) -> PersonId {
    app.add_person_wait(name, "", None).expect("added")
}

fn give(app: &App, by: Actor, person: PersonId, role: Role) -> Result<(), Error> {
    let r = Request::now(app, by);
    app.act_wait(P, move |cx| programme::grant(cx, r, person, role)).map(drop)
}

fn take(app: &App, by: Actor, person: PersonId, role: Role) -> Result<(), Error> {
    let r = Request::now(app, by);
    app.act_wait(P, move |cx| programme::revoke(cx, r, person, role)).map(drop)
}

#[test]
fn a_coordinator_gives_and_takes_roles_and_never_both_keys() {
    for ground in grounds() {
        let app = &ground.app;
        let (ana, bob, cleo) = (add(app, "Ana"), add(app, "Bob"), add(app, "Cléo"));
        give(app, Actor::System, ana, Role::Coordinator).expect("the first one");
        let by = Actor::Person(ana);
        let conflict = |held: &str, asked: &str| Refusal::RolesConflict { held: held.to_owned(), asked: asked.to_owned() };
        for role in [Role::Treasurer, Role::Approver] {
            assert_eq!(refused(give(app, by, ana, role)), conflict("coordinator", role.key()));
        }
        give(app, by, bob, Role::Treasurer).expect("somebody else");
        give(app, by, bob, Role::Approver).expect("both of these");
        assert_eq!(refused(give(app, by, bob, Role::Coordinator)), conflict("treasurer", "coordinator"));
        // Nor the command line.
        assert_eq!(refused(give(app, Actor::System, bob, Role::Coordinator)), conflict("treasurer", "coordinator"));
        assert_eq!(refused(give(app, by, bob, Role::Approver)), Refusal::RoleHeld);
        assert_eq!(refused(give(app, by, bob, Role::Merchant(app::domain::ids::VendorId(99)))).code(), "unknown_vendor");
        assert_eq!(refused(give(app, Actor::Person(bob), cleo, Role::Auditor)), Refusal::NotPermitted);
        assert_eq!(refused(take(app, by, cleo, Role::Auditor)), Refusal::RoleNotHeld);
        assert_eq!(refused(take(app, by, ana, Role::Coordinator)), Refusal::LastCoordinator);
        give(app, by, cleo, Role::Coordinator).expect("a second one");
        take(app, by, ana, Role::Coordinator).expect("one is left");
        // It counts at once.
        assert_eq!(refused(give(app, by, cleo, Role::Auditor)), Refusal::NotPermitted);
        assert_eq!(refused(take(app, Actor::Person(cleo), cleo, Role::Coordinator)), Refusal::LastCoordinator);
        take(app, Actor::Person(cleo), bob, Role::Treasurer).expect("taken");
        give(app, Actor::Person(cleo), ana, Role::Treasurer).expect("she no longer runs it");
        // Numbers of roles are not given twice, and the log says it all again.
        prove(app);
        let book = app.programme_wait("essai").expect("there");
        let held: Vec<(PersonId, Role)> = book.grants.iter().map(|g| (g.person, g.role)).collect();
        assert_eq!(held, [(bob, Role::Approver), (cleo, Role::Coordinator), (ana, Role::Treasurer)]);
    }
}

#[test]
fn roles_come_in_by_their_own_commands_only() {
    let grant = Grant { person: PersonId(1), role: Role::Coordinator };
    assert_eq!(needed(&Command::Enroll { entries: vec![Entry::Grant(grant)] }), Action::Open);
    assert_eq!(needed(&Command::Enroll { entries: Vec::new() }), Action::Configure);
    let ground = ground::sqlite(7, crate::support::start(), app::Sabotage::default());
    let app = &ground.app;
    open(app);
    let ana = add(app, "Ana");
    give(app, Actor::System, ana, Role::Coordinator).expect("the first one");
    let r = Request { actor: Actor::Person(ana), ..request(app) };
    let entries = vec![Entry::Grant(Grant { person: ana, role: Role::Treasurer })];
    assert_eq!(refused(app.act_wait(P, move |cx| programme::enroll(cx, r, entries.clone()))), Refusal::NotPermitted);
}

#[test]
fn a_batch_is_cancelled_by_two() {
    use crate::support::{CUISINE, hand_out, prepare, set};
    use app::domain::command::Placement;
    use app::domain::coupon::State;
    use app::domain::handout::Choice;
    use app::domain::ids::{BatchId, ClassId};
    use app::{allotment, batch};
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Count { class: ClassId(1), count: 5 }).expect("handed out");
        let (ana, bob, lou) = (add(app, "Ana"), add(app, "Bob"), add(app, "Lou"));
        give(app, Actor::System, ana, Role::Coordinator).expect("given");
        give(app, Actor::System, bob, Role::Approver).expect("given");
        give(app, Actor::System, lou, Role::PartnerWorker(CUISINE)).expect("given");
        let by = |who: PersonId| Request::now(app, Actor::Person(who));
        let one = BatchId(1);
        let ask = |who: PersonId, id: BatchId| {
            let r = by(who);
            app.act_wait(P, move |cx| batch::ask_void(cx, r, id, "mal imprimé").map(drop))
        };
        let confirm = |who: PersonId| {
            let r = by(who);
            app.act_wait(P, move |cx| batch::confirm_void(cx, r, one).map(drop))
        };
        let give_up = |who: PersonId| {
            let r = by(who);
            app.act_wait(P, move |cx| batch::drop_void(cx, r, one).map(drop))
        };
        assert_eq!(refused(confirm(bob)).code(), "unknown_batch");
        assert_eq!(refused(ask(ana, BatchId(9))).code(), "unknown_batch");
        assert_eq!(refused(ask(bob, one)), Refusal::NotPermitted);
        ask(ana, one).expect("asked");
        assert_eq!(refused(ask(ana, one)).code(), "wrong_step");
        assert_eq!(refused(confirm(ana)), Refusal::SecondPersonNeeded);
        assert_eq!(refused(confirm(lou)), Refusal::NotPermitted);
        prove(app);
        give_up(bob).expect("given up");
        assert_eq!(refused(confirm(bob)).code(), "unknown_batch");
        // Nor by halves.
        let void = |first: u32, last: u32| {
            let r = by(ana);
            app.act_wait(P, move |cx| allotment::withdraw(cx, r, set(1, first, last), Placement::Void, "x").map(drop))
        };
        void(51, 80).expect("a few");
        assert_eq!(refused(void(81, 101)), Refusal::MostOfBatch { batch: "1".into() });
        ask(ana, one).expect("asked again");
        let waiting = app.look_wait(P, |cx| batch::voids_asked(cx, Actor::System)).expect("read");
        assert_eq!((waiting.len(), waiting[0].asked_by), (1, Actor::Person(ana)));
        confirm(bob).expect("confirmed");
        let report = prove(app);
        assert_eq!(report.total.by_state[State::Void.key()].0, 95);
        assert_eq!(report.total.by_state[State::HandedOut.key()].0, 5, "households keep theirs");
        assert!(app.look_wait(P, |cx| batch::voids_asked(cx, Actor::System)).expect("read").is_empty());
    }
}

/// The network opens programmes, plans for the province and reads totals: not one command of a programme is theirs, so no territory's choice is
/// either; and the territory shows them out when it wants to.
#[test]
fn the_network_overrides_no_territory() {
    use app::domain::ids::BatchId;
    use app::permit::allows;
    let may: Vec<Action> = Action::EVERY.into_iter().filter(|action| allows(Role::Network, *action)).collect();
    assert_eq!(may, [Action::OpenAnother, Action::PlanProvince, Action::SeeTotals]);
    for ground in grounds() {
        let app = &ground.app;
        let (ana, nel) = (add(app, "Ana"), add(app, "Nel"));
        give(app, Actor::System, ana, Role::Coordinator).expect("given");
        give(app, Actor::System, nel, Role::Network).expect("given");
        let commands = [
            Command::Close,
            Command::DropSigningKey,
            Command::AskSigningKey { reason: "x".into() },
            Command::ConfirmBatchVoid { batch: BatchId(1) },
            Command::Enroll { entries: Vec::new() },
            Command::Revoke(Grant { person: ana, role: Role::Coordinator }),
        ];
        for command in commands {
            let action = needed(&command);
            let asked = app.look_wait(P, move |cx| Ok(app::permit::ask(Some(&*cx.book()?), Actor::Person(nel), action)));
            assert_eq!(asked.expect("read"), Err(Refusal::NotPermitted), "{}", command.kind());
        }
        assert_eq!(refused(give(app, Actor::Person(nel), nel, Role::Coordinator)), Refusal::NotPermitted);
        assert_eq!(refused(take(app, Actor::Person(nel), ana, Role::Coordinator)), Refusal::NotPermitted);
        take(app, Actor::Person(ana), nel, Role::Network).expect("the territory shows them out");
    }
}

/// One coordinator with made-up people would be everybody that a payment needs.
#[test]
fn nobody_makes_their_own_second_person() {
    let [ground, _] = grounds();
    let mut book = (*ground.app.programme_wait("essai").expect("open")).clone();
    book.rules.approvals = 2;
    book.grants = [(1, Role::Coordinator), (2, Role::Treasurer), (3, Role::Approver), (9, Role::Evaluator)]
        .map(|(person, role)| Grant { person: PersonId(person), role })
        .to_vec();
    let give =
        |book: &Book, runs, by, to, role| may_give(book, runs, Actor::Person(PersonId(by)), Grant { person: PersonId(to), role });
    // The second approver is still to be found, by the coordination only.
    assert_eq!(give(&book, 0, 1, 7, Role::Approver), Ok(()));
    assert!(give(&book, 0, 2, 9, Role::Approver).is_err());
    // Something was to be paid, or there are enough.
    let enough = {
        let mut book = book.clone();
        book.grants.push(Grant { person: PersonId(4), role: Role::Approver });
        book
    };
    for (book, runs) in [(&book, 1), (&enough, 0)] {
        for role in [Role::Treasurer, Role::Approver] {
            assert_eq!(give(book, runs, 1, 9, role), Err(Refusal::PayersRole), "not by whoever invites");
            assert_eq!(give(book, runs, 3, 7, role), Err(Refusal::PayersRole), "not to somebody nobody invited");
            assert_eq!(give(book, runs, 3, 3, role), Err(Refusal::PayersRole), "not to oneself");
            assert_eq!(give(book, runs, 3, 9, role), Ok(()));
            assert_eq!(may_give(book, runs, Actor::System, Grant { person: PersonId(7), role }), Ok(()));
        }
        assert_eq!(give(book, runs, 1, 7, Role::Evaluator), Ok(()));
    }
}
