//! The audit sees every kind of damage it must see: one database, damaged in one way at a time.

use crate::support::{P, V, codes, count, grounds, hand_out, prepare, prove, request, set};
use app::bank_details::Account;
use app::command::Request;
use app::domain::amount::Amount;
use app::domain::fund::Terms;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, FundId};
use app::domain::redemption::Channel;
use app::domain::role::Role;
use app::{App, Db, Limits, Place, allotment, audit, bank_details, batch, fund, fund_move, programme, sale, settlement};
use std::collections::BTreeSet;

/// What is done, and a check that must fire.
const DAMAGE: &[(&str, &str)] = &[
    ("UPDATE command SET body = replace(body, 'virement 1', 'virement 9') WHERE kind = 'receive_money'", "chain"),
    ("UPDATE command SET body = replace(body, 'virement 1', 'virement 9') WHERE kind = 'receive_money'", "request_hash"),
    ("UPDATE command SET body = 'nothing' WHERE seq = 5", "log_body"),
    ("UPDATE command SET outcome = '{\"outcome\":\"done\"}' WHERE kind = 'redeem'", "replay"),
    ("UPDATE command SET actor = 'prs_9' WHERE seq = 3", "chain"),
    ("UPDATE command SET recorded_at = recorded_at - 1000000 WHERE seq = 6", "log_time"),
    ("DELETE FROM command WHERE seq = 4", "log_gap"),
    ("DELETE FROM command WHERE seq = (SELECT MAX(seq) FROM command)", "log_gap"),
    ("UPDATE head SET chain = zeroblob(32)", "chain"),
    ("UPDATE coupon SET state = 3 WHERE state = 4 AND id = (SELECT MIN(id) FROM coupon WHERE state = 4)", "redeemed_is_paid"),
    ("UPDATE coupon SET state = 4 WHERE id = (SELECT MAX(id) FROM coupon)", "coupon_replays"),
    ("UPDATE coupon SET partner = 2 WHERE state = 2", "coupon_replays"),
    ("UPDATE coupon SET fund = 2 WHERE state = 3", "coupon_replays"),
    ("UPDATE coupon SET moved_seq = moved_seq - 1 WHERE state = 4", "redeemed_is_paid"),
    ("DELETE FROM coupon WHERE id = (SELECT MAX(id) FROM coupon)", "coupon_replays"),
    ("UPDATE coupon SET code_hash = zeroblob(16) WHERE id = (SELECT MAX(id) FROM coupon)", "codes_digest"),
    ("UPDATE batch SET count = count + 1", "batch_replays"),
    ("UPDATE batch SET key_slot = 1", "batch_replays"),
    (
        "INSERT INTO alert_looked VALUES (1, '2025-07-05', 1, 1, 'run', '{\"key\":{\"on\":\"2025-07-05\",\"place\":1,\"vendor\":1,
         \"kind\":\"run\"},\"count\":1,\"reason\":\"x\",\"by\":\"system\",\"at\":\"2025-07-05T12:00:00Z\"}')",
        "alert_replays",
    ),
    ("INSERT INTO signing_key_asked VALUES (1, 'prs_1', 'essai')", "signing_key_replays"),
    ("UPDATE transfer SET kind = 6 WHERE kind = 13", "refunds_equal_coupons"),
    ("UPDATE transfer SET kind = 13 WHERE kind = 6", "sold_equation"),
    ("UPDATE transfer SET amount = amount - 1 WHERE kind = 13", "refunds_equal_coupons"),
    ("UPDATE coupon SET state = 3 WHERE state = 8", "coupon_replays"),
    ("UPDATE transfer SET amount = amount + 1 WHERE kind = 5 AND leg = 1", "balance_is_sum"),
    ("DELETE FROM transfer WHERE kind = 5 AND leg = 1", "redeemed_is_paid"),
    ("DELETE FROM transfer WHERE kind = 1", "transfer_replays"),
    (
        "INSERT INTO transfer SELECT programme, seq, 77, kind, debit, credit, amount, coupon FROM transfer WHERE kind = 5 AND leg = 1",
        "redeemed_twice",
    ),
    (
        "INSERT INTO transfer SELECT programme, seq, 77, kind, debit, credit, amount, 999 FROM transfer WHERE kind = 5 AND leg = 1",
        "transfer_without_coupon",
    ),
    ("UPDATE account SET debits = debits + 5 WHERE id = (SELECT MIN(id) FROM account)", "account_replays"),
    ("UPDATE account SET debits = debits + 5 WHERE id = (SELECT MIN(id) FROM account)", "ledger_sums_to_zero"),
    ("UPDATE account SET credits = 0, debits = 5 WHERE id >> 52 = 8", "overdrawn"),
    ("UPDATE redemption SET amount = amount + 500", "redemption_replays"),
    ("UPDATE redemption SET vendor = 2", "redemption_replays"),
    ("DELETE FROM redemption", "redemption_replays"),
    ("DELETE FROM expense", "expense_replays"),
    ("UPDATE expense SET amount = amount + 1", "expense_replays"),
    ("UPDATE account SET debits = debits - 1 WHERE id >> 52 = 13", "expenses_are_paid"),
    ("DELETE FROM sale", "sale_replays"),
    ("UPDATE sale SET bonus = bonus + 1", "sale_replays"),
    ("UPDATE sale_order SET state = 'picked_up'", "order_replays"),
    ("DELETE FROM sale_order", "order_replays"),
    ("UPDATE gift SET amount = amount + 1", "gift_replays"),
    ("UPDATE donation_receipt SET detail = replace(detail, 'essai', 'autre')", "receipt_replays"),
    ("DELETE FROM donation_receipt", "receipt_replays"),
    ("UPDATE donor SET sealed = zeroblob(40)", "receipt_donor"),
    ("UPDATE offer SET detail = replace(detail, '2000', '1000') WHERE id = 1", "book_replays"),
    ("UPDATE transfer SET amount = amount + 1 WHERE kind = 14", "balance_is_sum"),
    ("UPDATE payment_hold SET state = 'lifted'", "payment_hold_replays"),
    ("UPDATE payment_hold SET reason = 'autre'", "payment_hold_replays"),
    ("DELETE FROM payment_hold", "payment_hold_replays"),
    ("UPDATE fund_move SET state = 'waiting'", "fund_move_replays"),
    ("UPDATE fund_move SET amount = amount - 1", "fund_move_replays"),
    ("DELETE FROM fund_move", "fund_move_replays"),
    ("UPDATE transfer SET amount = amount + 1 WHERE kind = 15 AND leg = 1", "balance_is_sum"),
    ("UPDATE fund SET detail = replace(detail, 'convention 7', 'convention 8') WHERE id = 1", "book_replays"),
    ("DELETE FROM handout", "handout_replays"),
    ("UPDATE handout SET taken_back_by = 3", "handout_replays"),
    ("DELETE FROM market_day", "market_day_replays"),
    ("UPDATE dispute SET decision = 'refuse'", "dispute_replays"),
    ("UPDATE run SET state = 'paid'", "run_replays"),
    ("UPDATE payment_share SET amount = amount + 1", "payment_replays"),
    ("UPDATE payment SET vendor = 2", "payment_replays"),
    ("UPDATE payment SET through = 2", "payment_replays"),
    ("UPDATE payment SET acknowledged_at = 5", "payment_replays"),
    (
        "INSERT INTO account (programme, id, debits, credits) VALUES (1, (17 << 52) + (1 << 28) + 1, 5, 0)",
        "at_market_is_owed",
    ),
    ("UPDATE bank_details SET confirmed_by = 'prs_1', effective_at = 0", "bank_details_replay"),
    ("UPDATE agreement SET until_on = '2030-01-01'", "book_replays"),
    ("UPDATE agreement SET text_digest = 'autre'", "book_replays"),
    ("UPDATE class SET detail = replace(detail, '500', '5000') WHERE id = 1", "book_replays"),
    ("UPDATE vendor SET detail = replace(detail, 'cheque', 'deposit') WHERE id = 1", "book_replays"),
    ("UPDATE amendment SET detail = replace(detail, 'avenant 1', 'avenant 9')", "book_replays"),
    ("UPDATE programme SET rules = replace(rules, '\"approvals\":2', '\"approvals\":1')", "book_replays"),
];

/// A season with something in every table.
fn live(app: &App) {
    prepare(app);
    hand_out(app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
    count(app, codes(app, 1, 0..4), Channel::Counted);
    count(app, codes(app, 1, 0..1), Channel::Offline);
    let r: Vec<Request> = (0..9).map(|_| request(app)).collect();
    app.act_wait(P, move |cx| {
        batch::issue(cx, r[0], V, 10, 1)?;
        allotment::take_in(cx, r[1], set(2, 1, 10))?;
        sale::sell(cx, r[2], set(2, 1, 4), Amount::cad(2_000), "reçu 1")?;
        sale::refund(cx, r[3], set(2, 4, 4), "reçu 2")?;
        fund::spend_on_operations(cx, r[4], crate::support::printing(FundId(2), 1_000))?;
        crate::offer::live(cx, &r[5..])?;
        crate::donation_receipt::live(cx)
    })
    .expect("sold and paid back");
    let (prepare, propose, receive) = (request(app), request(app), request(app));
    let (now, account) = (app.now(), Account::new("815", "20123", "1234567").expect("digits"));
    app.act_wait(P, move |cx| {
        settlement::prepare(cx, prepare, now)?;
        bank_details::propose(cx, propose, crate::support::FERME, &account)?;
        fund::receive(cx, receive, FundId(2), Amount::cad(100), "dernier", jiff::civil::date(2025, 7, 1))
    })
    .expect("prepared");
    let terms = Terms { reference: "convention 7".into(), ..Terms::default() };
    let (agree, ask, drop) = (request(app), request(app), request(app));
    app.act_wait(P, move |cx| {
        fund::change(cx, agree, FundId(1), terms.clone())?;
        let asked = fund_move::ask_move(cx, ask, (FundId(1), Some(FundId(2))), Amount::cad(500), "essai")?.seq;
        fund_move::give_up(cx, drop, asked)
    })
    .expect("agreed and given up");
    let (hold, ask) = (request(app), request(app));
    app.act_wait(P, move |cx| {
        app::payment_hold::hold(cx, hold, crate::support::FERME, "appel étrange")?;
        app::payment_hold::ask_release(cx, ask, crate::support::FERME, "rappelé")
    })
    .expect("held");
    let person = app.add_person_wait("Léo", "", None).expect("added");
    let (grant, ask) = (request(app), request(app));
    app.act_wait(P, move |cx| {
        programme::grant(cx, grant, person, Role::Approver)?;
        let asked = fund_move::ask_move(cx, ask, (FundId(1), Some(FundId(2))), Amount::cad(500), "essai")?.seq;
        let confirm = Request { actor: Actor::Person(person), id: cx.app.surroundings.uuid(), ..ask };
        fund_move::confirm(cx, confirm, asked, "")
    })
    .expect("moved");
    let (r, today) = (request(app), jiff::civil::date(2025, 7, 1));
    app.act_wait(P, move |cx| app::market_day::close(cx, r, crate::support::MARCHE, today)).expect("closed");
    count(app, codes(app, 1, 5..7), Channel::Counted);
    let r = request(app);
    app.act_wait(P, move |cx| {
        let mut after = cx.book()?.decided();
        after.rules.refund_limit_cents = 1_000;
        app::amendment::ask_for(cx, r, jiff::civil::date(2025, 9, 1), after, "avenant 1")
    })
    .expect("asked");
}

#[test]
fn every_damage_is_seen() {
    let [ground, _] = grounds();
    live(&ground.app);
    prove(&ground.app);
    let folder = tempfile::tempdir().expect("a folder");
    let Place::File(path) = &ground.place else { panic!("a file") };
    let clean = folder.path().join("clean.sqlite");
    let source = rusqlite::Connection::open(path).expect("opened");
    source.execute("VACUUM INTO ?1", [clean.to_str().expect("utf-8")]).expect("copied");
    let mut fired = BTreeSet::new();
    for (number, (sql, check)) in DAMAGE.iter().enumerate() {
        let copy = folder.path().join(format!("{number}.sqlite"));
        std::fs::copy(&clean, &copy).expect("copied");
        let damaged = rusqlite::Connection::open(&copy).expect("opened");
        damaged
            .execute_batch(
                "DROP TRIGGER command_no_update; DROP TRIGGER command_no_delete; DROP TRIGGER transfer_no_update;
                 DROP TRIGGER transfer_no_delete; DROP INDEX transfer_once;",
            )
            .expect("unlocked");
        let rows = damaged.execute(sql, []).unwrap_or_else(|e| panic!("{sql}: {e}"));
        assert!(rows > 0, "{sql} changes nothing");
        drop(damaged);
        let db = Db::open(Place::File(copy), &Limits { readers: 1, ..Limits::default() }).expect("opened");
        let mut app = App::new(db, app::keys::KeyRing::in_memory(), ground.app.surroundings.clone());
        app.keys = ground.app.keys.clone();
        let report = app.look_wait(P, audit::audit).expect("audited");
        let checks: BTreeSet<&str> = report.findings.iter().map(|f| f.check).collect();
        assert!(checks.contains(check), "{sql}: {checks:?} instead of {check}");
        fired.extend(checks);
    }
    println!("checks that fired: {fired:?}");
}
