//! Notebooks of decisions on both databases: whose they are, what is written in them, the programme that comes of one.

use crate::people::wait;
use crate::support::{P, grounds, prove, refused};
use app::command::Request;
use app::domain::ids::{Actor, PersonId};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::notebook::{Beginning, Change, Correction, Document, Guest, Opening, Seat, State, catalogue, undecided};
use app::opening::Coordinator;
use app::{App, programme};
use jiff::SignedDuration;
use uuid::Uuid;

pub fn person(app: &App, name: &str, role: Option<Role>) -> PersonId {
    let id = app.add_person_wait(name, "", None).expect("added");
    if let Some(role) = role {
        let r = Request::now(app, Actor::System);
        app.act_wait(P, move |cx| programme::grant(cx, r, id, role)).expect("granted");
    }
    id
}

pub fn id(n: u8) -> Uuid {
    Uuid::from_bytes([n; 16])
}

fn decided(answer: &str) -> Change {
    Change { answer: answer.into(), state: State::Decided, by: "Le comité".into(), reasons: "Essai".into(), ..Change::default() }
}

/// A beginning from a model.
pub fn from(model: &str, name: &str) -> Beginning {
    Beginning { name: name.into(), model: model.into(), programme: None }
}

pub fn begin(app: &App, who: PersonId) -> String {
    wait(app.begin_notebook(who, id(1), from("portneuf", "MRC de La Matapédia"))).expect("begun")
}

/// Decides whatever a programme needs.
pub fn decide_all(app: &App, who: PersonId, key: &str) {
    let seen = wait(app.notebook(who, key, None)).expect("seen");
    for question in undecided(&seen.notebook, catalogue()) {
        let answer = match (seen.notebook.answer(question), question) {
            (Some(answer), _) => answer.written(),
            (None, "funders") => "MRC = 60 000".to_owned(),
            (None, _) => format!("Mot pour {question}"),
        };
        wait(app.write_notebook(who, app.surroundings.uuid(), key, question, decided(&answer))).expect(question);
    }
}

fn coordinator() -> Coordinator {
    Coordinator { name: "Claude".into(), email: String::new(), language: "fr".into(), lasts: SignedDuration::from_hours(1) }
}

fn opening(key: &str) -> Opening {
    Opening { key: key.into(), host: "pcn.example".into(), territories: vec![], simulated: true, coordinator: coordinator() }
}

#[test]
fn only_whoever_opens_or_coordinates_begins_one_and_strangers_see_nothing() {
    for ground in grounds() {
        let app = &ground.app;
        let (net, ana, lou) = (
            person(app, "Net", Some(Role::Network)),
            person(app, "Ana", Some(Role::Coordinator)),
            person(app, "Lou", Some(Role::Auditor)),
        );
        assert_eq!(refused(wait(app.begin_notebook(lou, id(9), from("portneuf", "Ici")))), Refusal::NotPermitted);
        assert_eq!(refused(wait(app.begin_notebook(net, id(9), from("portneuf", " ")))), Refusal::NameNeeded);
        assert_eq!(refused(wait(app.begin_notebook(net, id(9), from("nowhere", "Ici")))), Refusal::NotFound);
        let key = begin(app, net);
        assert_eq!(begin(app, net), key, "the same request is the same notebook");
        let other = wait(app.begin_notebook(ana, id(2), from("amos", "MRC de La Matapédia"))).expect("begun");
        assert_ne!(other, key);
        assert_eq!(wait(app.notebooks(net)).expect("seen").len(), 1);
        assert_eq!(refused(wait(app.notebook(lou, &key, None))), Refusal::NotFound, "not even that there is one");
        assert_eq!(refused(wait(app.write_notebook(ana, id(3), &key, "weeks", decided("3")))), Refusal::NotFound);
        // A guest reads, and then writes.
        let guest = |seat| Guest { name: "Max".into(), email: "max@pcn.example".into(), language: "fr".into(), seat };
        let (max, link) = wait(app.invite_to_notebook(net, id(4), &key, guest(Seat::Reader))).expect("invited");
        assert!(link.is_some());
        assert_eq!(refused(wait(app.write_notebook(max, id(5), &key, "weeks", decided("3")))), Refusal::NotPermitted);
        assert_eq!(refused(wait(app.invite_to_notebook(max, id(6), &key, guest(Seat::Member)))), Refusal::NotPermitted);
        wait(app.invite_to_notebook(net, id(7), &key, guest(Seat::Member))).expect("moved up");
        wait(app.write_notebook(max, id(5), &key, "weeks", decided("3"))).expect("written");
        assert_eq!(refused(wait(app.leave_notebook(net, &key, net))), Refusal::LastCoordinator);
        wait(app.leave_notebook(net, &key, max)).expect("gone");
        assert_eq!(refused(wait(app.notebook(max, &key, None))), Refusal::NotFound);
    }
}

#[test]
fn a_link_to_one_notebook_opens_no_other() {
    for ground in grounds() {
        let app = &ground.app;
        let (net, ana) = (person(app, "Net", Some(Role::Network)), person(app, "Ana", Some(Role::Coordinator)));
        let one = begin(app, net);
        let other = wait(app.begin_notebook(ana, id(2), from("amos", "Ailleurs"))).expect("begun");
        let max = || Guest { name: "Max".into(), email: "max@pcn.example".into(), language: "fr".into(), seat: Seat::Member };
        let (guest, link) = wait(app.invite_to_notebook(net, id(3), &one, max())).expect("invited");
        assert!(link.is_some());
        let (_, link) = wait(app.invite_to_notebook(net, id(4), &one, max())).expect("again");
        assert!(link.is_some(), "a lost card is made again by whoever made it");
        let (same, link) = wait(app.invite_to_notebook(ana, id(5), &other, max())).expect("invited");
        assert_eq!((same, link.is_some()), (guest, false), "they sit where Ana does not");
        let r = Request::now(app, Actor::Person(ana));
        let as_auditor = app::people::Invitation {
            name: "Max".into(),
            email: "max@pcn.example".into(),
            language: "fr".into(),
            role: Role::Auditor,
            lasts: SignedDuration::from_hours(1),
        };
        let (same, link) = wait(app.invite(P, r, as_auditor)).expect("a role");
        assert_eq!((same, link.is_some()), (guest, false), "nor by a role of hers to give");
    }
}

#[test]
fn the_same_request_never_says_something_else() {
    for ground in grounds() {
        let app = &ground.app;
        let net = person(app, "Net", Some(Role::Network));
        let key = begin(app, net);
        wait(app.write_notebook(net, id(3), &key, "weeks", decided("9"))).expect("written");
        assert_eq!(refused(wait(app.write_notebook(net, id(3), &key, "weeks", decided("8")))), Refusal::SameIdOtherContent);
        assert_eq!(refused(wait(app.begin_notebook(net, id(1), from("amos", "Ailleurs")))), Refusal::SameIdOtherContent);
        wait(app.ask_own(net, id(4), &key, "Qui ?")).expect("asked");
        assert_eq!(refused(wait(app.ask_own(net, id(4), &key, "Quoi ?"))), Refusal::SameIdOtherContent);
        let keep = |by: &str| {
            let on = jiff::civil::date(2027, 3, 1);
            wait(app.keep_paper(net, id(5), &key, Document::Rules, text::Lang::Fr, by, on))
        };
        keep("UPA").expect("kept");
        assert_eq!(refused(keep("Table")), Refusal::SameIdOtherContent);
    }
}

#[test]
fn what_is_written_is_kept_once_with_all_that_was_before() {
    for ground in grounds() {
        let app = &ground.app;
        let net = person(app, "Net", Some(Role::Network));
        let key = begin(app, net);
        let before = wait(app.notebook(net, &key, None)).expect("seen");
        let said = |question: &str| wait(app.notebook(net, &key, None)).expect("seen").notebook.decision(question).cloned();
        assert_eq!(said("households").expect("there").borrowed.as_deref(), Some("portneuf"));
        for _ in 0..2 {
            wait(app.write_notebook(net, id(3), &key, "households", decided("150"))).expect("written");
        }
        let now = said("households").expect("there");
        assert_eq!((now.state, now.borrowed, now.by.as_str()), (State::Decided, None, "Le comité"));
        let past = wait(app.notebook_past(net, &key, Some("households".into()))).expect("past");
        assert_eq!(past.len(), 2, "the model's and one more");
        assert_eq!((past[0].author.as_str(), past[1].author.as_str()), ("Net", ""));
        let then = wait(app.notebook(net, &key, Some(before.version))).expect("then");
        assert_eq!(then.notebook, before.notebook);
        for (question, answer) in
            [("households", "beaucoup"), ("households", "0"), ("cadence", "yearly"), ("scale", "1 = 5"), ("starts-on", "demain")]
        {
            let no = refused(wait(app.write_notebook(net, app.surroundings.uuid(), &key, question, decided(answer))));
            assert_eq!(no, Refusal::NotAnAnswer { question: question.into() });
        }
        let nothing = refused(wait(app.write_notebook(net, app.surroundings.uuid(), &key, "households", decided(" "))));
        assert_eq!(nothing, Refusal::NotAnAnswer { question: "households".into() }, "nothing is not decided");
        let long = Change { reasons: "a".repeat(2_001), ..decided("3") };
        assert_eq!(refused(wait(app.write_notebook(net, id(8), &key, "weeks", long))), Refusal::TooLongText { limit: 2_000 });
        assert_eq!(refused(wait(app.write_notebook(net, id(8), &key, "nothing", decided("3")))), Refusal::NotFound);
        let own = wait(app.ask_own(net, id(9), &key, "Qui apporte le café ?")).expect("asked");
        assert_eq!(wait(app.ask_own(net, id(9), &key, "Qui apporte le café ?")).expect("asked"), own);
        wait(app.write_notebook(net, id(10), &key, &own, Change { renamed: "Qui ?".into(), ..decided("Nous") }))
            .expect("written");
        assert_eq!(said(&own).expect("there").renamed, "Qui ?");
    }
}

#[test]
fn a_notebook_becomes_a_programme_once_everything_it_needs_is_decided() {
    for ground in grounds() {
        let app = &ground.app;
        let (net, ana) = (person(app, "Net", Some(Role::Network)), person(app, "Ana", Some(Role::Coordinator)));
        let key = begin(app, net);
        let no = refused(wait(app.open_notebook(net, id(3), &key, opening("matapedia"))));
        assert!(matches!(no, Refusal::NotebookNotReady { questions: 10.., .. }), "{no:?}");
        decide_all(app, net, &key);
        wait(app.write_notebook(net, id(4), &key, "denominations", decided("7"))).expect("written");
        let no = refused(wait(app.open_notebook(net, id(3), &key, opening("matapedia"))));
        assert_eq!(no, Refusal::NotebookNotReady { questions: 0, contradictions: 1 });
        wait(app.write_notebook(net, id(5), &key, "denominations", decided("5; 10"))).expect("written");
        let (book, _, link) = wait(app.open_notebook(net, id(3), &key, opening("matapedia"))).expect("opened");
        assert!(link.is_some());
        assert_eq!(
            (book.classes.len(), book.bands.len(), book.rules.payment_target_days),
            (6, 4, 2),
            "given, sold, bonus of 5 and 10"
        );
        assert_eq!(book.bands[2].label, "3 ou 4 personnes");
        assert!(book.sales_fund().is_some());
        let (again, ..) = wait(app.open_notebook(net, id(3), &key, opening("matapedia"))).expect("the same again");
        assert_eq!(again.identity.id, book.identity.id);
        let no = refused(wait(app.open_notebook(net, id(6), &key, opening("ailleurs"))));
        assert_eq!(no, Refusal::KeyTaken { key: "matapedia".into() }, "one notebook, one programme");
        let seen = wait(app.notebook(net, &key, None)).expect("seen");
        assert_eq!(seen.cover.programme, Some(book.identity.id));
        assert_eq!(refused(wait(app.notebook(ana, &key, None))), Refusal::NotFound, "another programme's coordination");
    }
}

#[test]
fn a_file_and_a_table_come_back() {
    for ground in grounds() {
        let app = &ground.app;
        let net = person(app, "Net", Some(Role::Network));
        let key = begin(app, net);
        let seen = wait(app.notebook(net, &key, None)).expect("seen");
        assert_eq!(
            wait(app.bring_notebook(net, id(3), &key, seen.file().expect("a file").as_bytes(), true)).expect("read"),
            Vec::<String>::new()
        );
        let changed = seen.file().expect("a file").replace("[notebook.weeks]\nanswer = 12", "[notebook.weeks]\nanswer = 10");
        assert_eq!(wait(app.bring_notebook(net, id(4), &key, changed.as_bytes(), false)).expect("read"), ["weeks"]);
        assert_eq!(wait(app.notebook(net, &key, None)).expect("seen").version, seen.version, "looking keeps nothing");
        wait(app.bring_notebook(net, id(4), &key, changed.as_bytes(), true)).expect("kept");
        let table = wait(app.notebook(net, &key, None)).expect("seen").table(text::Lang::Fr, jiff::civil::date(2026, 11, 23));
        let xlsx = table.to_xlsx().expect("written");
        let same = wait(app.bring_notebook_table(net, id(5), &key, &xlsx, true)).expect("read");
        assert_eq!((same.changed, same.bad), (vec![], vec![]), "what it wrote it reads");
        let csv = String::from_utf8(table.to_csv(app::tables::Style { is_french: true }).expect("written")).expect("text");
        assert!(csv.contains("À discuter") && !csv.contains('⟦'), "in words: {csv}");
        let typed = "Nom court,Question,Réponse,État,Raisons,Qui,Le\n\
                     weeks,,11,Décidée,Été court,Le comité,2026-11-01\n\
                     cadence,,Chaque mois,,,,\n\
                     households,,beaucoup,,,,\n\
                     nothing,,3,,,,\n\
                     starts-on,,2027-06-01,,,,hier\n\
                     weeks,,13,,,,\n";
        let brought = wait(app.bring_notebook_table(net, id(6), &key, typed.as_bytes(), true)).expect("read");
        assert_eq!(brought.changed, ["weeks", "cadence"]);
        assert_eq!(brought.bad.iter().map(|b| b.line).collect::<Vec<_>>(), [4, 5, 6, 7]);
        let weeks = |key: &str| wait(app.notebook(net, key, None)).expect("seen").notebook.number("weeks");
        assert_eq!(weeks(&key), Some(10), "one bad line keeps all of them out");
        let good = typed.lines().take(3).collect::<Vec<_>>().join("\n");
        wait(app.bring_notebook_table(net, id(7), &key, good.as_bytes(), true)).expect("kept");
        let seen = wait(app.notebook(net, &key, None)).expect("seen");
        assert_eq!((seen.notebook.number("weeks"), seen.notebook.choice("cadence")), (Some(11), Some("monthly")));
        assert_eq!(refused(wait(app.bring_notebook(net, id(8), &key, b"a = ", true))).code(), "not_a_table");
    }
}

#[test]
fn the_network_corrects_what_is_known_and_every_notebook_reads_it() {
    for ground in grounds() {
        let app = &ground.app;
        let (net, ana) = (person(app, "Net", Some(Role::Network)), person(app, "Ana", Some(Role::Coordinator)));
        let said = |fr: &str, answer: &str| Correction {
            fr: fr.into(),
            en: fr.into(),
            answer: answer.into(),
            source: "Bilan 2026".into(),
            read_on: jiff::civil::date(2026, 11, 23),
            inferred: false,
        };
        let correct = |who, question: &str, said| wait(app.correct_fact(who, "portneuf", question, said));
        assert_eq!(refused(correct(ana, "weeks", said("14 semaines", "14"))), Refusal::NotPermitted);
        assert_eq!(refused(correct(net, "nothing", said("14", "14"))), Refusal::NotFound);
        let no = refused(correct(net, "weeks", said("14 semaines", "longtemps")));
        assert_eq!(no, Refusal::NotAnAnswer { question: "weeks".into() });
        assert_eq!(refused(correct(net, "weeks", Correction { en: String::new(), ..said("14", "14") })), Refusal::Nothing);
        assert_eq!(refused(correct(net, "weeks", Correction { source: " ".into(), ..said("14", "14") })), Refusal::Nothing);
        correct(net, "weeks", said("14 semaines", "14")).expect("corrected");
        let fact = || wait(app.catalogue()).expect("known").known("portneuf").and_then(|known| known.fact.get("weeks").cloned());
        assert_eq!(fact().expect("there").fr, "14 semaines");
        let key = begin(app, net);
        assert_eq!(
            wait(app.notebook(net, &key, None)).expect("seen").notebook.number("weeks"),
            Some(14),
            "a notebook begins from it"
        );
        correct(net, "weeks", said("", "")).expect("taken away");
        assert!(fact().is_none());
    }
}

#[test]
fn a_signed_document_is_kept_as_it_was() {
    for ground in grounds() {
        let app = &ground.app;
        let net = person(app, "Net", Some(Role::Network));
        let key = begin(app, net);
        let on = jiff::civil::date(2027, 3, 1);
        let keep = |n: u8, by: &str| wait(app.keep_paper(net, id(n), &key, Document::MerchantAgreement, text::Lang::Fr, by, on));
        assert_eq!(refused(keep(3, " ")), Refusal::NameNeeded);
        for _ in 0..2 {
            keep(4, "UPA et Table").expect("kept");
        }
        let agreement = || {
            let (_, tools, papers) = wait(app.toolbox(net, &key)).expect("a toolbox");
            let tool = tools.into_iter().find(|tool| tool.document == Document::MerchantAgreement).expect("there");
            (tool, papers)
        };
        let (tool, papers) = agreement();
        assert_eq!((papers.len(), tool.changed_at), (1, None), "once; nobody has written yet");
        assert!(tool.signed.expect("signed").1, "says what it said");
        let pdf = wait(app.kept_paper(net, &key, 1)).expect("its file");
        wait(app.write_notebook(net, id(5), &key, "payment-days", decided("9"))).expect("written");
        let (tool, _) = agreement();
        assert!(tool.changed_at.is_some() && !tool.signed.expect("signed").1, "the decision changed");
        assert_eq!(wait(app.kept_paper(net, &key, 1)).expect("its file"), pdf, "and the signed one did not");
        assert_eq!(refused(wait(app.kept_paper(net, &key, 2))), Refusal::NotFound);
    }
}

#[test]
fn a_copy_holds_the_notebooks() {
    let [one, other] = grounds();
    let app = &one.app;
    let net = person(app, "Net", Some(Role::Network));
    let key = begin(app, net);
    wait(app.write_notebook(net, id(3), &key, "weeks", decided("9"))).expect("written");
    let on = jiff::civil::date(2027, 3, 1);
    wait(app.keep_paper(net, id(4), &key, Document::Rules, text::Lang::Fr, "UPA", on)).expect("kept");
    let mut copy = Vec::new();
    app.backup_wait(&mut copy, true).expect("copied");
    prove(&other.app);
    let fresh = ground::sqlite(8, crate::support::start(), app::Sabotage::default());
    fresh.app.restore_wait(move || Ok(std::io::Cursor::new(copy.clone()))).expect("restored");
    let (was, is) = (wait(app.notebook(net, &key, None)).expect("was"), wait(fresh.app.notebook(net, &key, None)).expect("is"));
    assert_eq!((was.notebook, was.cover, was.seat), (is.notebook, is.cover, is.seat));
    let (was, is) = (wait(app.kept_paper(net, &key, 1)).expect("was"), wait(fresh.app.kept_paper(net, &key, 1)).expect("is"));
    assert_eq!(was, is);
}

#[test]
fn a_programme_that_runs_has_its_notebook_and_does_what_it_says() {
    for ground in grounds() {
        let app = &ground.app;
        let (ana, net) = (person(app, "Ana", Some(Role::Coordinator)), person(app, "Net", Some(Role::Network)));
        let ours = || Beginning { programme: Some("essai".into()), ..from("portneuf", "MRC d’Essai") };
        assert_eq!(refused(wait(app.begin_notebook(net, id(8), ours()))), Refusal::NotPermitted);
        let nowhere = Beginning { programme: Some("ailleurs".into()), ..ours() };
        assert_eq!(refused(wait(app.begin_notebook(ana, id(8), nowhere))), Refusal::UnknownProgramme);
        let key = wait(app.begin_notebook(ana, id(8), ours())).expect("begun");
        assert_eq!(wait(app.begin_notebook(ana, id(8), ours())).expect("the same again"), key);
        assert_eq!(refused(wait(app.begin_notebook(ana, id(9), ours()))), Refusal::KeyTaken { key: key.clone() });
        let seen = wait(app.notebook(ana, &key, None)).expect("seen");
        assert_eq!(seen.notebook.decision("payment-days").map(|d| d.state), Some(State::Decided), "what it does is decided");
        assert!(seen.notebook.decision("transport").is_some_and(|d| d.borrowed.is_some()), "the rest is the model's");
        // What the rest of the required questions need is decided as the model says; then nothing is to be amended.
        decide_all(app, ana, &key);
        let seen = wait(app.notebook(ana, &key, None)).expect("seen");
        let amending = wait(app.notebook_amending(ana, &seen)).expect("compared").expect("it runs");
        assert!(amending.changes.is_empty() && amending.may_ask, "{:?}", amending.changes);
        // What is decided anew is.
        wait(app.write_notebook(ana, id(10), &key, "payment-days", decided("6"))).expect("written");
        wait(app.write_notebook(ana, id(11), &key, "refund", Change { state: State::Proposed, ..decided("9") }))
            .expect("written");
        let from = jiff::civil::date(2025, 8, 1);
        wait(app.amend_notebook(ana, id(12), &key, from, "comité".into())).expect("asked");
        let asked = app.look_wait(P, |cx| Ok(cx.book()?.amendment_asked().cloned())).expect("a book").expect("one");
        let what: Vec<String> = asked.changes().into_iter().map(|change| change.what).collect();
        assert_eq!(what, ["payment_target_days"], "what is only proposed waits");
        prove(app);
    }
}
