//! Payments through a market: one sum for the bank, a share for each merchant, owed until they have it.

use crate::payments::{read, send};
use crate::support::{FERME, MARCHE, P, codes, hand_out, prepare, prove, refused, request, set, start};
use app::bank_answer::{self, Deed};
use app::command::Request;
use app::domain::amount::Amount;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, PaymentId, PlaceId, RunId, VendorId};
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::domain::role::Role;
use app::domain::settlement::{PaymentState, Progress};
use app::programme_file::ProgrammeFile;
use app::redemption::{CountIn, count_in};
use app::{
    App, fund, market_payments, payment_hold, payment_list, programme, remittance, settlement, tables, vendor, working_capital,
};
use ground::Ground;
use text::Lang;

const MIEL: VendorId = VendorId(2);
const ASSO: VendorId = VendorId(4);

/// Five coupons of 5 $ at the market: three for the farm, two for the honey.
fn grounds(rules: &str) -> [Ground; 2] {
    let text = format!(
        "{}\n[rules]\npayment_route = \"through_market\"\n{rules}\n[[vendor]]\nkey = \"asso\"\nname = \"Association du marché\"\n\
         payment_method = \"cheque\"\nreceives_for = \"marche\"\n",
        ground::PROGRAMME
    );
    let file = ProgrammeFile::parse(&text).expect("a good file");
    let grounds = ground::both(7, start());
    for ground in &grounds {
        let app = &ground.app;
        assert_eq!(app.open_programme_wait(&file).expect("opened"), P);
        prepare(app);
        hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
        accept(app, FERME, 0..3);
        accept(app, MIEL, 3..5);
    }
    grounds
}

fn accept(app: &App, vendor: VendorId, which: std::ops::Range<u32>) {
    let (request, count) =
        (request(app), CountIn { vendor, place: MARCHE, channel: Channel::Counted, codes: codes(app, 1, which) });
    app.act_wait(P, move |cx| count_in(cx, request, &count)).expect("counted");
}

fn person(app: &App, name: &str, role: Role) -> Actor {
    let (person, request) = (app.add_person_wait(name, "", None).expect("added"), request(app));
    app.act_wait(P, move |cx| programme::grant(cx, request, person, role)).expect("granted");
    Actor::Person(person)
}

fn states(app: &App, run: RunId) -> Vec<PaymentState> {
    let (_, payments) = app.look_wait(P, move |cx| settlement::run(cx, Actor::System, run)).expect("read");
    payments.iter().map(|p| p.state).collect()
}

fn confirm(app: &App, payment: u32) {
    let r = request(app);
    for _ in 0..2 {
        // Said again, it is the same.
        app.act_wait(P, move |cx| settlement::confirm(cx, r, PaymentId(payment), "virement 8")).expect("confirmed");
    }
}

fn in_bank(app: &App) -> i64 {
    app.look_wait(P, |cx| fund::statuses(cx, Actor::System)).expect("read").iter().map(|s| s.bank_cents).sum()
}

fn coming(app: &App, vendor: VendorId) -> Vec<Amount> {
    app.look_wait(P, move |cx| vendor::account(cx, Actor::System, vendor)).expect("read").coming
}

#[test]
fn a_market_receives_one_sum_and_hands_each_one_theirs() {
    for ground in grounds("") {
        let app = &ground.app;
        let run = send(app);
        let list =
            read(&app.look_wait(P, move |cx| payment_list::payment_list(cx, Actor::System, run, Lang::Fr)).expect("a list"));
        assert!(list.contains("Association du marché") && list.contains("25,00"), "{list}");
        assert!(!list.contains("Ferme du Ruisseau-Clair") && !list.contains("15,00"), "{list}");
        let sheet = app.look_wait(P, |cx| market_payments::list(cx, Actor::System, MARCHE, Lang::Fr)).expect("a list");
        let sheet = read(&sheet);
        for words in ["Ferme du Ruisseau-Clair", "Miellerie Lalonde", "15,00", "10,00", "25,00", "R1-1", "Signature"] {
            assert!(sheet.contains(words), "{words}\n{sheet}");
        }

        let needed = || app.look_wait(P, |cx| working_capital::gather(cx, Actor::System)).expect("read").outlook().needed_cents;
        let (before, must) = (in_bank(app), needed());
        confirm(app, 2);
        assert_eq!(must - needed(), 2_500, "what is at the market left the bank already");
        assert_eq!(states(app, run), [PaymentState::AtMarket; 2], "what the bank paid at once, it paid whole");
        assert_eq!(before - in_bank(app), 2_500);
        assert_eq!(coming(app, FERME), [Amount::cad(1_500)], "owed until they have it");
        prove(app);

        let manager = person(app, "Gina", Role::MarketManager(MARCHE));
        let elsewhere = person(app, "Yan", Role::MarketManager(PlaceId(2)));
        let hand = |actor: Actor, place: PlaceId, payment: u32| {
            let r = Request::now(app, actor);
            app.act_wait(P, move |cx| market_payments::hand_all_over(cx, r, place, &[PaymentId(payment)]))
        };
        assert_eq!(refused(hand(elsewhere, MARCHE, 1)), Refusal::NotPermitted);
        assert_eq!(refused(hand(elsewhere, PlaceId(2), 1)), Refusal::NotFound, "another market's share");
        assert_eq!(hand(manager, MARCHE, 1).expect("handed over"), 1);
        assert!(matches!(refused(hand(manager, MARCHE, 1)), Refusal::WrongStep { state } if state == "confirmed"));
        assert_eq!(states(app, run), [PaymentState::Confirmed, PaymentState::AtMarket]);
        assert_eq!(coming(app, FERME), []);

        // Whoever has their share may say so before the market does, and of nobody else's.
        let honey = person(app, "Mia", Role::Merchant(MIEL));
        let say = |vendor: VendorId, payment: u32| {
            let r = Request::now(app, honey);
            app.act_wait(P, move |cx| market_payments::acknowledge(cx, r, vendor, PaymentId(payment)))
        };
        assert_eq!(refused(say(FERME, 1)), Refusal::NotPermitted);
        assert_eq!(refused(say(MIEL, 1)), Refusal::NotFound);
        say(MIEL, 2).expect("acknowledged");
        assert!(matches!(refused(say(MIEL, 2)), Refusal::WrongStep { .. }));
        let (whole, payments) = app.look_wait(P, move |cx| settlement::run(cx, Actor::System, run)).expect("read");
        assert_eq!(whole.progress(&payments), Progress::Settled, "{}", ground.name);
        assert_eq!(payments.iter().map(|p| p.acknowledged_at.is_some()).collect::<Vec<_>>(), [false, true]);

        let about = tables::About { of: Some(1), ..tables::About::default() };
        let table =
            app.look_wait(P, move |cx| tables::table(cx, manager, Lang::Fr, tables::Name::Shares, &about)).expect("a table");
        assert_eq!(table.rows.len(), 2);
        prove(app);
    }
}

#[test]
fn what_a_market_cannot_hand_over_is_owed_again_and_what_the_bank_returns_is_whole() {
    for ground in grounds("") {
        let app = &ground.app;
        let (run, before) = (send(app), in_bank(app));
        confirm(app, 1);
        let r = request(app);
        app.act_wait(P, move |cx| settlement::bounce(cx, r, PaymentId(2), "parti du marché")).expect("given back");
        assert_eq!(states(app, run), [PaymentState::AtMarket, PaymentState::Returned], "one share alone");
        assert_eq!(before - in_bank(app), 1_500);
        let owed = app.look_wait(P, |cx| settlement::owed(cx, Actor::System)).expect("read");
        assert_eq!(owed, [(MIEL, Amount::cad(1_000))]);
        let stubs = app.look_wait(P, move |cx| remittance::cheque_stubs(cx, Actor::System, run, Lang::Fr)).expect("stubs");
        let stubs = read(&stubs);
        assert!(
            stubs.contains("R1-1") && stubs.contains("25,00") && stubs.contains("5 × 5,00"),
            "the cheque as it was written: {stubs}"
        );
        prove(app);

        // The bank returns the sum: what the market still held never was there.
        let r = request(app);
        let deed = Deed { payments: vec![1], returned: true, words: "905".to_owned() };
        assert_eq!(app.act_wait(P, move |cx| bank_answer::apply(cx, r, std::slice::from_ref(&deed))).expect("written"), 1);
        assert_eq!(states(app, run), [PaymentState::Returned; 2]);
        assert_eq!(in_bank(app), before);
        prove(app);

        // A sum that was only sent comes back with every share, whichever is named.
        let again = send(app);
        let r = request(app);
        app.act_wait(P, move |cx| settlement::bounce(cx, r, PaymentId(4), "905")).expect("returned");
        assert_eq!(states(app, again), [PaymentState::Returned; 2], "{}", ground.name);
        assert_eq!(in_bank(app), before);
        prove(app);
    }
}

#[test]
fn a_held_market_holds_its_merchants_and_the_least_payment_is_the_banks() {
    for ground in grounds("minimum_payment = \"20\"") {
        let app = &ground.app;
        let hold = request(app);
        app.act_wait(P, move |cx| payment_hold::hold(cx, hold, ASSO, "compte changé")).expect("held");
        let (r, now) = (request(app), app.now());
        let run = app.act_wait(P, move |cx| settlement::prepare(cx, r, now));
        assert_eq!(refused(run), Refusal::PaymentsHeld { vendor: ASSO });
        let holds = app.look_wait(P, |cx| payment_hold::list(cx, Actor::System)).expect("read");
        assert_eq!(holds[0].owed.iter().map(|a| a.minor).sum::<i64>(), 2_500, "what its merchants are owed waits");
        assert!(app.look_wait(P, |cx| payment_hold::is_held(cx, Actor::System, FERME)).expect("read"));
        let (other, ask) = (person(app, "Ada", Role::Treasurer), request(app));
        let release = Request::now(app, other);
        app.act_wait(P, move |cx| {
            payment_hold::ask_release(cx, ask, ASSO, "rappelé")?;
            payment_hold::release(cx, release, ASSO)
        })
        .expect("let go");
        // Neither merchant has 20 $, and their market's sum has.
        let run = send(app);
        assert_eq!(states(app, run), [PaymentState::Sent; 2], "{}", ground.name);
        prove(app);
    }
}
