//! Official receipts: one that counts for each gift, numbers without a gap, and nobody's name in the log.

use crate::payments::read;
use crate::support::{P, grounds, prepare, prove, refused, request};
use app::command::Request;
use app::domain::amount::Amount;
use app::domain::gift::Gift;
use app::domain::ids::{Actor, FundId};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::donation_receipt::{self, Asked, Donor, Receipts};
use app::{App, Cx, Error, offer, programme, tables};
use jiff::civil::date;
use text::Lang;

const DONOR: &str = "Jeanne B. Tremblay-Étourdie";

fn gift(cents: i64) -> Gift {
    Gift { fund: FundId(1), amount: Amount::cad(cents), reference: "chèque 77".into(), on: date(2025, 6, 28) }
}

fn asked(gift: i64) -> Asked {
    Asked {
        gift,
        donor: Donor { name: DONOR.into(), address: "12, rang 3, Saint-Essai (Québec)".into() },
        advantage_cents: 0,
        advantage: String::new(),
        because: String::new(),
        sure: true,
    }
}

/// A gift with its receipt, for tests that want something of everything.
pub fn live(cx: &mut Cx<'_, '_>) -> Result<(), Error> {
    let (give, issue) = (Request::now(cx.app, Actor::System), Request::now(cx.app, Actor::System));
    let seq = offer::give(cx, give, gift(5_000))?.seq;
    donation_receipt::issue(cx, issue, &asked(seq)).map(drop)
}

fn give(app: &App, cents: i64) -> i64 {
    let r = request(app);
    app.act_wait(P, move |cx| offer::give(cx, r, gift(cents))).expect("given").seq
}

fn issue(app: &App, asked: &Asked) -> Result<i64, Error> {
    let (r, asked) = (request(app), asked.clone());
    app.act_wait(P, move |cx| donation_receipt::issue(cx, r, &asked)).map(|answer| answer.seq)
}

fn list(app: &App, actor: Actor) -> Receipts {
    app.look_wait(P, move |cx| donation_receipt::list(cx, actor)).expect("read")
}

#[test]
fn one_receipt_counts_for_each_gift_and_numbers_have_no_gap() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let (first, second) = (give(app, 5_000), give(app, 20_000));
        assert_eq!(list(app, Actor::System).waiting.len(), 2);

        // What is refused uses no number.
        let no = |change: &dyn Fn(&mut Asked)| {
            let mut asked = asked(first);
            change(&mut asked);
            refused(issue(app, &asked))
        };
        assert_eq!(no(&|a| a.sure = false), Refusal::Unconfirmed);
        assert_eq!(no(&|a| a.donor.name = "  ".into()), Refusal::NameNeeded);
        assert_eq!(no(&|a| a.gift = 1), Refusal::NotFound, "no gift: what a funder paid has no receipt");
        assert_eq!(no(&|a| a.advantage_cents = 5_000), Refusal::WrongAmount { asked: 5_000, least: 0, most: 4_999 });
        assert_eq!(no(&|a| a.advantage_cents = 100), Refusal::ReasonNeeded);

        let r = request(app);
        let again = || {
            let asked = asked(first);
            app.act_wait(P, move |cx| donation_receipt::issue(cx, r, &asked)).expect("issued").seq
        };
        let one = again();
        assert_eq!(again(), one, "asked again, it is the same receipt");
        assert_eq!(refused(issue(app, &asked(first))), Refusal::ReceiptIssued { number: "1-2025-0001".into() });
        let dinner = Asked { advantage_cents: 4_500, advantage: "souper-bénéfice".into(), ..asked(second) };
        let two = issue(app, &dinner).expect("issued");

        let corrected = Asked { because: "nom mal écrit".into(), ..asked(first) };
        let three = issue(app, &corrected).expect("replaced");
        let r = request(app);
        app.act_wait(P, move |cx| donation_receipt::cancel(cx, r, two, "chèque sans provision")).expect("cancelled");
        let r = request(app);
        let twice = app.act_wait(P, move |cx| donation_receipt::cancel(cx, r, two, "encore"));
        assert!(matches!(refused(twice), Refusal::WrongStep { .. }));
        let four = issue(app, &dinner).expect("issued anew");

        let all = list(app, Actor::System);
        let told: Vec<_> =
            all.issued.iter().rev().map(|i| (i.receipt.seq, i.serial.as_str(), i.receipt.cancelled.is_some())).collect();
        assert_eq!(
            told,
            [(one, "1-2025-0001", true), (two, "1-2025-0002", true), (three, "1-2025-0003", false), (four, "1-2025-0004", false)],
            "{}",
            ground.name
        );
        assert_eq!(all.issued[0].receipt.replaces.as_deref(), Some("1-2025-0002"));
        assert_eq!(all.issued[1].receipt.replaces.as_deref(), Some("1-2025-0001"));
        assert!(all.waiting.is_empty());

        let pdf = |receipt: i64, lang: Lang| {
            read(&app.look_wait(P, move |cx| donation_receipt::paper(cx, Actor::System, receipt, lang)).expect("a receipt"))
        };
        let paper = pdf(four, Lang::Fr);
        for words in [
            "Reçu officiel aux fins de l’impôt sur le revenu",
            "1-2025-0004",
            "Fondation d’essai",
            "rue de l’Essai",
            "RR0001",
            "L’Anse-aux-Sauges",
            "1er juillet 2025",
            "28 juin 2025",
            DONOR,
            "12, rang 3",
            "200,00",
            "45,00",
            "souper-bénéfice",
            "155,00",
            "Signature autorisée",
            "Trésorière d’essai",
            "Agence du revenu du Canada",
            "canada.ca/organismes-bienfaisance-dons",
            "remplace le reçu 1-2025-0002",
        ] {
            assert!(paper.contains(words), "{words}\n{paper}");
        }
        assert!(pdf(one, Lang::En).contains("This receipt is cancelled: nom mal écrit"));
        prove(app);
    }
}

#[test]
fn who_gave_is_sealed_and_read_by_few() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        let receipt = issue(app, &asked(give(app, 5_000))).expect("issued");
        let person = |name: &str, role: Role| {
            let (person, r) = (app.add_person_wait(name, "", None).expect("added"), request(app));
            app.act_wait(P, move |cx| programme::grant(cx, r, person, role)).expect("granted");
            Actor::Person(person)
        };
        let (treasurer, auditor) = (person("Ada", Role::Treasurer), person("Éva", Role::Auditor));
        assert_eq!(list(app, treasurer).issued[0].donor.as_ref().map(|d| d.name.as_str()), Some(DONOR));
        assert_eq!(list(app, auditor).issued[0].donor, None);
        let paper = app.look_wait(P, move |cx| donation_receipt::paper(cx, auditor, receipt, Lang::Fr));
        assert_eq!(refused(paper), Refusal::NotPermitted);
        let about = tables::About::default();
        for (actor, sees) in [(treasurer, true), (auditor, false)] {
            let about = about.clone();
            let table =
                app.look_wait(P, move |cx| tables::table(cx, actor, Lang::Fr, tables::Name::Receipts, &about)).expect("a table");
            assert_eq!(format!("{:?}", table.rows).contains("Jeanne"), sees);
        }

        // A copy, with the log, brings it back; nobody reads the name in it.
        let mut copy = Vec::new();
        app.backup_wait(&mut copy, true).expect("copied");
        assert!(!String::from_utf8_lossy(&copy).contains("Jeanne"));
        let other = ground::sqlite(9, crate::support::start(), app::Sabotage::default());
        other.app.restore_wait(move || Ok(std::io::Cursor::new(copy.clone()))).expect("restored");
        assert_eq!(list(&other.app, Actor::System), list(app, Actor::System), "{}", ground.name);
        prove(&other.app);
        prove(app);
    }
}
