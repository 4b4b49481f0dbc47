//! Logos on both databases: who puts them, which documents carry them, what of a signed one, their copy.

use crate::notebook::{begin, id, person};
use crate::people::wait;
use crate::support::{P, grounds, refused};
use app::App;
use app::domain::ids::{Actor, FundId, PersonId};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::logo::Whose;
use app::notebook::{Beginning, Document, Form};
use app::photo::Sent;
use text::Lang;

/// A picture of ours, as somebody sends it.
fn sent(name: &str) -> Sent {
    let path = format!("{}/../print/assets/pictograms/{name}.png", env!("CARGO_MANIFEST_DIR"));
    Sent { name: format!("{name}.png"), bytes: std::fs::read(path).expect("a picture") }
}

fn docx(app: &App, who: PersonId, key: &str, document: Document) -> String {
    let seen = wait(app.notebook(who, key, None)).expect("seen");
    String::from_utf8_lossy(&wait(app.paper(&seen, Lang::Fr, document, Form::Docx)).expect("made")).into_owned()
}

#[test]
fn a_territory_puts_its_logo_on_its_documents() {
    for ground in grounds() {
        let app = &ground.app;
        let (net, lou) = (person(app, "Net", Some(Role::Network)), person(app, "Lou", Some(Role::Auditor)));
        let key = begin(app, net);
        let whose = || Whose::Notebook(key.clone());
        let on = jiff::civil::date(2027, 3, 1);
        wait(app.keep_paper(net, id(4), &key, Document::Rules, Lang::Fr, "UPA", on)).expect("kept");
        let stranger = refused(wait(app.put_logo(lou, whose(), Some(sent("bag")), "MRC")));
        assert_eq!(stranger, Refusal::NotFound, "who has no seat is not told that there is a notebook");
        assert_eq!(refused(wait(app.put_logo(net, whose(), None, "MRC"))), Refusal::Nothing);
        assert_eq!(refused(wait(app.put_logo(net, whose(), Some(sent("bag")), " "))), Refusal::NameNeeded);
        let text = Sent { name: "logo.svg".into(), bytes: b"<svg/>".to_vec() };
        let no = refused(wait(app.put_logo(net, whose(), Some(text), "MRC")));
        assert!(matches!(no, Refusal::LogoUnread { file, .. } if file == "logo.svg"));
        assert!(!docx(app, net, &key, Document::Rules).contains("media/logo.png"));
        wait(app.put_logo(net, whose(), Some(sent("bag")), "MRC")).expect("put");
        let first = wait(app.logo_file(net, whose())).expect("a picture");
        wait(app.put_logo(net, whose(), None, "MRC de La Matapédia")).expect("its words alone");
        assert_eq!(wait(app.logo_file(net, whose())).expect("a picture"), first);
        assert_eq!(wait(app.logo(net, whose())).expect("seen").alt.as_deref(), Some("MRC de La Matapédia"));
        wait(app.put_logo(net, whose(), Some(sent("coins")), "MRC")).expect("another");
        assert_ne!(wait(app.logo_file(net, whose())).expect("a picture"), first);
        for document in [Document::Rules, Document::Poster] {
            assert!(docx(app, net, &key, document).contains("media/logo.png"), "{document:?}");
        }
        let (_, tools, _) = wait(app.toolbox(net, &key)).expect("a toolbox");
        let rules = tools.into_iter().find(|tool| tool.document == Document::Rules).expect("there");
        assert!(rules.signed.expect("signed").1, "what was signed before says the same");
        wait(app.take_logo_off(net, whose())).expect("off");
        wait(app.take_logo_off(net, whose())).expect("off already");
        assert_eq!(refused(wait(app.logo_file(net, whose()))), Refusal::NotFound);
        assert!(!docx(app, net, &key, Document::Rules).contains("media/logo.png"));
    }
}

#[test]
fn a_funder_is_thanked_where_the_public_reads_and_in_its_own_report() {
    for ground in grounds() {
        let app = &ground.app;
        let (ana, lou, kim) = (
            person(app, "Ana", Some(Role::Coordinator)),
            person(app, "Lou", Some(Role::Auditor)),
            person(app, "Kim", Some(Role::Funder(FundId(1)))),
        );
        let book = wait(app.programmes()).expect("programmes")[0].clone();
        let whose = |fund: u32| Whose::Fund(P, FundId(fund));
        let notebook =
            Beginning { name: "Notre MRC".into(), model: "portneuf".into(), programme: Some(book.identity.key.clone()) };
        let key = wait(app.begin_notebook(ana, id(1), notebook)).expect("begun");
        for other in [lou, kim] {
            assert_eq!(refused(wait(app.put_logo(other, whose(1), Some(sent("bag")), "x"))), Refusal::NotPermitted);
            assert_eq!(refused(wait(app.take_logo_off(other, whose(1)))), Refusal::NotPermitted);
        }
        let report = || {
            let act = Actor::Person(ana);
            let days = app::fund_report::Days::All;
            app.look_wait(P, move |cx| app::fund_report::paper::pdf(cx, act, FundId(1), days, Lang::Fr)).expect("a report")
        };
        let before = report();
        wait(app.put_logo(ana, whose(1), Some(sent("bag")), "Fonds de la MRC")).expect("put");
        wait(app.put_logo(ana, whose(2), Some(sent("bag")), "Fonds de la MRC")).expect("the same funder");
        assert!(!wait(app.logo(kim, whose(1))).expect("its own").may_change);
        assert_eq!(refused(wait(app.logo(kim, whose(2)))), Refusal::NotPermitted);
        assert_eq!(refused(wait(app.logo(ana, whose(99)))), Refusal::NotFound);
        let poster = docx(app, ana, &key, Document::Poster);
        assert!(poster.contains("media/supporter0.png") && !poster.contains("media/supporter1.png"), "thanked once");
        assert!(!docx(app, ana, &key, Document::Rules).contains("media/supporter"), "an agreement is not a sign");
        assert_ne!(report(), before);
    }
}

#[test]
fn logos_are_in_the_copy() {
    let mut copies = Vec::new();
    for ground in grounds() {
        let app = &ground.app;
        let (net, ana) = (person(app, "Net", Some(Role::Network)), person(app, "Ana", Some(Role::Coordinator)));
        let key = begin(app, net);
        let all = [(net, Whose::Notebook(key)), (ana, Whose::Fund(P, FundId(1)))];
        wait(app.put_logo(net, all[0].1.clone(), Some(sent("bag")), "Un cabas")).expect("put");
        wait(app.put_logo(ana, all[1].1.clone(), Some(sent("coins")), "Des pièces")).expect("put");
        let seen = all.map(|(who, whose)| {
            let (shown, file) = (wait(app.logo(who, whose.clone())), wait(app.logo_file(who, whose.clone())));
            (who, whose, shown.expect("seen"), file.expect("a picture"))
        });
        let mut copy = Vec::new();
        app.backup_wait(&mut copy, true).expect("copied");
        copies.push((copy, seen));
    }
    copies.reverse();
    for (ground, (copy, seen)) in ground::both(9, crate::support::start()).into_iter().zip(copies) {
        let app = &ground.app;
        app.restore_wait(move || Ok(std::io::Cursor::new(copy.clone()))).expect("restored");
        for (who, whose, shown, file) in seen {
            assert_eq!(wait(app.logo(who, whose.clone())).expect("seen"), shown);
            assert_eq!(wait(app.logo_file(who, whose)).expect("a picture"), file);
        }
    }
}
