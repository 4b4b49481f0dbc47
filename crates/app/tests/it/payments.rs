//! What a run becomes when a payment comes back, and the statement of each payment.

use crate::support::{A, CUISINE, P, codes, count, grounds, hand_out, prepare, prove, refused, request, set};
use app::command::Request;
use app::domain::amount::Unit;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, ClassId, FundId, PaymentId, RunId, VendorId};
use app::domain::payment_day::PaymentEvery;
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::domain::settlement::{Payment, Progress, Run};
use app::{App, allotment, batch, handout, paper, programme, settlement};
use std::io::Write;
use std::process::{Command, Stdio};
use text::Lang;

/// Coupons in dollars and in local currency, accepted by one merchant.
pub fn accept_both(app: &App) {
    prepare(app);
    hand_out(app, Choice::Count { class: A, count: 4 }).expect("handed out");
    let r: Vec<Request> = (0..4).map(|_| request(app)).collect();
    app.act_wait(P, move |cx| {
        batch::issue(cx, r[0], ClassId(4), 10, 1)?;
        allotment::take_in(cx, r[1], set(2, 1, 10))?;
        allotment::allot(cx, r[2], set(2, 1, 10), CUISINE, Some(FundId(1)))?;
        handout::hand_out(cx, r[3], CUISINE, Choice::Coupons(set(2, 1, 6)), "2-3", None)
    })
    .expect("handed out");
    let mut list = codes(app, 1, 0..3);
    list.extend(codes(app, 2, 0..2));
    assert_eq!(count(app, list, Channel::Counted).accepted, 5);
}

fn run_of(app: &App, id: RunId) -> (Run, Vec<Payment>) {
    app.look_wait(P, move |cx| settlement::run(cx, Actor::System, id)).expect("read")
}

fn progress(app: &App, id: RunId) -> Progress {
    let (run, payments) = run_of(app, id);
    run.progress(&payments)
}

/// A run of everything owed, sent.
pub fn send(app: &App) -> RunId {
    let people: Vec<_> = ["Ana", "Bob"].iter().map(|n| app.add_person_wait(n, "", None).expect("added")).collect();
    let granted: Vec<Request> = people.iter().map(|_| request(app)).collect();
    let by: Vec<Request> = people.iter().map(|person| Request::now(app, Actor::Person(*person))).collect();
    let (one, two, now) = (request(app), request(app), app.now());
    app.act_wait(P, move |cx| {
        for (request, person) in granted.iter().zip(&people) {
            programme::grant(cx, *request, *person, Role::Approver)?;
        }
        let run = settlement::prepare(cx, one, now)?;
        for request in &by {
            settlement::approve(cx, *request, run)?;
        }
        settlement::pay(cx, two, run)?;
        Ok(run)
    })
    .expect("sent")
}

#[test]
fn a_run_is_over_when_each_payment_is_confirmed_or_back() {
    for ground in grounds() {
        let app = &ground.app;
        accept_both(app);
        let run = send(app);
        assert_eq!(progress(app, run), Progress::Sent);
        let (confirm, bounce) = (request(app), request(app));
        app.act_wait(P, move |cx| settlement::confirm(cx, confirm, PaymentId(2), "reçu 4")).expect("confirmed");
        assert_eq!(progress(app, run), Progress::Sent, "one is waited for");
        app.act_wait(P, move |cx| settlement::bounce(cx, bounce, PaymentId(1), "905 compte fermé")).expect("returned");
        assert_eq!(progress(app, run), Progress::Ended, "{}", ground.name);
        let again = send(app);
        assert_eq!(progress(app, again), Progress::Sent);
        let confirm = request(app);
        app.act_wait(P, move |cx| settlement::confirm(cx, confirm, PaymentId(3), "chèque 7")).expect("confirmed");
        assert_eq!((progress(app, run), progress(app, again)), (Progress::Ended, Progress::Settled));
        prove(app);
    }
}

/// What a PDF says.
pub fn read(pdf: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(["-layout", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is installed");
    reader.stdin.take().expect("piped").write_all(pdf).expect("read");
    String::from_utf8(reader.wait_with_output().expect("read").stdout).expect("text")
}

/// What a payment's statement says.
fn statement(app: &App, payment: u32) -> String {
    let pdf = app.look_wait(P, move |cx| paper::statement(cx, Actor::System, PaymentId(payment), Lang::Fr)).expect("a statement");
    read(&pdf)
}

#[test]
fn each_payment_of_a_merchant_has_its_statement() {
    for ground in grounds() {
        let app = &ground.app;
        accept_both(app);
        let run = send(app);
        let (_, payments) = run_of(app, run);
        assert_eq!(
            payments.iter().map(|p| (p.vendor, p.unit)).collect::<Vec<_>>(),
            [(VendorId(1), Unit::CAD), (VendorId(1), Unit(1)),]
        );
        let (dollars, local) = (statement(app, 1), statement(app, 2));
        assert!(dollars.contains("15,00") && !dollars.contains("21,00"), "{dollars}");
        assert!(local.contains("21,00") && local.contains("Monnaie d’essai") && !local.contains("15,00"), "{local}");
        let missing = app.look_wait(P, |cx| paper::statement(cx, Actor::System, PaymentId(9), Lang::Fr));
        assert_eq!(refused(missing), Refusal::NotFound);
        // Somebody without a role learns nothing, not even which payments there are.
        let nobody = Actor::Person(app.add_person_wait("Zoé", "", None).expect("added"));
        for payment in [1, 9] {
            let asked = app.look_wait(P, move |cx| paper::statement(cx, nobody, PaymentId(payment), Lang::Fr));
            assert_eq!(refused(asked), Refusal::NotPermitted);
        }
    }
}

#[test]
fn the_day_of_the_next_run_follows_the_rhythm_decided() {
    let text = format!("{}\n[rules]\npayment_every = \"week\"\n", ground::PROGRAMME);
    let file = app::programme_file::ProgrammeFile::parse(&text).expect("a good file");
    for ground in ground::both(7, crate::support::start()) {
        let app = &ground.app;
        app.open_programme_wait(&file).expect("opened");
        let due = || app.look_wait(P, |cx| settlement::due(cx, Actor::System)).expect("read");
        let merchant = || app.look_wait(P, |cx| app::vendor::account(cx, Actor::System, VendorId(1))).expect("read").next_run;
        let season = app.programmes_wait().expect("read")[0].season;
        let every = PaymentEvery::Week;
        assert_eq!(due(), every.next(&season, None), "a week after the season's first day");
        assert_eq!(merchant(), None, "nothing waits for it");
        accept_both(app);
        assert_eq!(merchant(), due(), "what they accepted does");
        let run = send(app);
        let prepared = app.programmes_wait().expect("read")[0].day_of(run_of(app, run).0.prepared_at);
        assert_eq!(due(), every.next(&season, Some(prepared)));
        assert_eq!(merchant(), None, "all of it is in a run");
        let stranger = app.add_person_wait("Zoé", "", None).expect("added");
        let asked = app.look_wait(P, move |cx| settlement::due(cx, Actor::Person(stranger)));
        assert_eq!(refused(asked), Refusal::NotPermitted);
        prove(app);
    }
}
