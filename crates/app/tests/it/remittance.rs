//! What goes out with a run's payments: advices on paper and by e-mail, and the stubs of the cheques.

use crate::mail::{LONG, server};
use crate::payments::{accept_both, read, send};
use crate::support::{P, grounds, prove, refused, request, start};
use app::command::Request;
use app::domain::ids::{Actor, PaymentId, PersonId, RunId, VendorId};
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::mail::Mail;
use app::remittance::{self, Advised};
use app::{App, Error, programme, settlement};
use text::Lang;

fn advices(app: &App, by: Actor, run: RunId, lang: Lang) -> Result<String, Error> {
    app.look_wait(P, move |cx| remittance::advices(cx, by, run, lang)).map(|pdf| read(&pdf))
}

fn stubs(app: &App, by: Actor, run: RunId, lang: Lang) -> Result<String, Error> {
    app.look_wait(P, move |cx| remittance::cheque_stubs(cx, by, run, lang)).map(|pdf| read(&pdf))
}

#[test]
fn each_merchant_has_an_advice_and_each_cheque_a_stub() {
    for ground in grounds() {
        let app = &ground.app;
        accept_both(app);
        let (prepare, now) = (request(app), app.now());
        let early = app.act_wait(P, move |cx| settlement::prepare(cx, prepare, now)).expect("prepared");
        let step = |state: &str| Refusal::WrongStep { state: state.to_owned() };
        assert_eq!(refused(advices(app, Actor::System, early, Lang::Fr)), step("prepared"), "nobody approved it");
        assert_eq!(refused(stubs(app, Actor::System, early, Lang::Fr)), step("prepared"));
        let cancel = request(app);
        app.act_wait(P, move |cx| settlement::cancel(cx, cancel, early, "essai")).expect("cancelled");
        assert_eq!(refused(advices(app, Actor::System, early, Lang::Fr)), step("cancelled"));
        let run = send(app);
        let said = advices(app, Actor::System, run, Lang::Fr).expect("advices");
        for words in ["Avis de paiement", "Ferme du Ruisseau-Clair", "3 × 5,00", "15,00", "21,00", "pas encore payé"] {
            assert!(said.contains(words), "{words}\n{said}");
        }
        assert_eq!(said.matches("Avis de paiement").count(), 4, "a title and a foot on each of two pages\n{said}");
        assert!(advices(app, Actor::System, run, Lang::En).expect("advices").contains("Payment advice"));
        let said = stubs(app, Actor::System, run, Lang::Fr).expect("stubs");
        // The second payment is in the programme's own currency: no cheque.
        for words in ["Talons de chèques", "N° du chèque", "Première signature", "Deuxième signature", "R2-3", "15,00"] {
            assert!(said.contains(words), "{words}\n{said}");
        }
        assert!(!said.contains("21,00"), "{said}");
        let (confirm, bounce) = (request(app), request(app));
        app.act_wait(P, move |cx| settlement::confirm(cx, confirm, PaymentId(3), "chèque 101")).expect("confirmed");
        assert!(stubs(app, Actor::System, run, Lang::Fr).expect("stubs").contains("chèque 101"));
        app.act_wait(P, move |cx| settlement::bounce(cx, bounce, PaymentId(3), "perdu")).expect("returned");
        assert_eq!(refused(stubs(app, Actor::System, run, Lang::Fr)), Refusal::Nothing, "it pays nobody");
        let nobody = Actor::Person(app.add_person_wait("Zoé", "", None).expect("added"));
        assert_eq!(refused(advices(app, nobody, run, Lang::Fr)), Refusal::NotPermitted);
        assert_eq!(refused(stubs(app, nobody, run, Lang::Fr)), Refusal::NotPermitted);
        prove(app);
    }
}

fn merchant(app: &App, name: &str, email: &str, vendor: u32) -> PersonId {
    let id = app.add_person_wait(name, email, None).expect("added");
    let r = request(app);
    app.act_wait(P, move |cx| programme::grant(cx, r, id, Role::Merchant(VendorId(vendor)))).expect("granted");
    id
}

fn advised(app: &App, run: RunId) -> Advised {
    app.look_wait(P, move |cx| remittance::advised(cx, Actor::System, run)).expect("read")
}

fn settled(app: &App, run: RunId) -> Advised {
    for _ in 0..2_000 {
        let now = advised(app, run);
        if now.waiting == 0 {
            return now;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("letters still wait");
}

#[test]
fn advices_leave_once_and_only_after_the_payments() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    for ground in grounds() {
        accept_both(&ground.app);
        let (prepare, now) = (request(&ground.app), ground.app.now());
        let server = server();
        let mail = Mail::new(&server.url, "Cabas <cabas@pcn.example>").expect("settings");
        let app = &ground.app.clone().with_mail(Some(mail));
        let advise = |app: &App, run: RunId| runtime.block_on(app.send_advices(P, request(app), run, "https://pcn.example"));
        let early = app.act_wait(P, move |cx| settlement::prepare(cx, prepare, now)).expect("prepared");
        assert_eq!(refused(advise(app, early)).code(), "wrong_step");
        let cancel = request(app);
        app.act_wait(P, move |cx| settlement::cancel(cx, cancel, early, "essai")).expect("cancelled");
        let run = send(app);
        assert_eq!(advised(app, run).without_address.into_iter().collect::<Vec<_>>(), [VendorId(1)], "for them there is paper");
        assert_eq!(advise(app, run).expect("nobody to write to"), 0);
        let lou = merchant(app, "Lou", "lou@pcn.example", 1);
        merchant(app, "Sam", "sam@refused.example", 1);
        merchant(app, "Max", "", 1);
        merchant(app, "Kim", "kim@pcn.example", 2);
        assert_eq!(advised(app, run), Advised { to_write: 4, ..Advised::default() }, "two people, two payments");
        assert_eq!(refused(advise(&ground.app, run)), Refusal::Nothing, "without settings");
        // A merchant sends nothing, not even to themselves.
        let own = Request::now(app, Actor::Person(lou));
        assert_eq!(refused(runtime.block_on(app.send_advices(P, own, run, "x"))), Refusal::NotPermitted);
        assert_eq!(advise(app, run).expect("asked"), 4);
        assert_eq!(advised(app, run).waiting, 4, "nobody waits for the server");
        assert_eq!(advise(app, run).expect("asked again"), 0, "they are leaving");
        server.open.send(()).expect("there");
        let letter = server.took.recv_timeout(LONG).expect("a letter").replace("=\n", "");
        assert!(letter.contains("To: lou@pcn.example") && letter.contains("15,00"), "{letter}");
        assert!(letter.contains("https://pcn.example/p/essai/statement/3"), "{letter}");
        server.took.recv_timeout(LONG).expect("the other payment's");
        assert_eq!(settled(app, run), Advised { sent: 2, failed: 2, ..Advised::default() });
        // Asked again, only what did not leave is tried.
        assert_eq!(advise(app, run).expect("again"), 2);
        assert_eq!(settled(app, run), Advised { sent: 2, failed: 2, ..Advised::default() });
        assert!(server.took.try_recv().is_err(), "nobody gets it twice");
        prove(app);
        // A copy knows who was told.
        let mut copy = Vec::new();
        ground.app.backup_wait(&mut copy, true).expect("copied");
        let other = ground::sqlite(8, start(), app::Sabotage::default());
        other.app.restore_wait(move || Ok(std::io::Cursor::new(copy.clone()))).expect("restored");
        assert_eq!(advised(&other.app, run), advised(app, run));
    }
}
