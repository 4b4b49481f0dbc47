//! What the databases themselves refuse, whatever the code does.

use crate::support::{A, P, codes, count, grounds, hand_out, prepare, prove, request, set};
use app::domain::handout::Choice;
use app::domain::ids::CouponId;
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::redemption::{self, CountIn};
use app::{App, Fault};
use ground::Ground;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

fn raw(app: &App, sql: &'static str) -> Result<u64, Fault> {
    app.db.write_wait(P, move |tx| tx.run(sql, &[]))
}

fn spent(ground: &Ground) {
    prepare(&ground.app);
    hand_out(&ground.app, Choice::Coupons(set(1, 1, 8))).expect("handed out");
    count(&ground.app, codes(&ground.app, 1, 0..4), Channel::Counted);
}

#[test]
fn the_log_and_the_ledger_are_append_only() {
    for ground in grounds() {
        spent(&ground);
        for sql in [
            "UPDATE command SET body = '{}' WHERE seq = 1",
            "DELETE FROM command WHERE seq = 1",
            "UPDATE transfer SET amount = amount + 1",
            "DELETE FROM transfer",
            "UPDATE movement SET count = 1",
            "DELETE FROM movement",
        ] {
            assert!(raw(&ground.app, sql).is_err(), "{}: {sql}", ground.name);
        }
        prove(&ground.app);
    }
}

#[test]
fn constraints_hold_without_the_code() {
    for ground in grounds() {
        spent(&ground);
        for sql in [
            // A sold class with a last day.
            "INSERT INTO class (programme, id, letter, face, unit, funding, expires_on, detail) VALUES (1, 9, 'Z', 500, 0, 'sold', '2025-10-13', '{}')",
            // A second redeeming transfer of one coupon.
            "INSERT INTO transfer (programme, seq, leg, kind, debit, credit, amount, coupon) SELECT programme, seq, 99, kind, debit, credit, amount, coupon FROM transfer WHERE kind = 5 AND leg = 1",
            // Nothing, or less than nothing.
            "INSERT INTO transfer (programme, seq, leg, kind, debit, credit, amount) VALUES (1, 1, 98, 1, 1, 2, 0)",
            "INSERT INTO transfer (programme, seq, leg, kind, debit, credit, amount) VALUES (1, 1, 98, 1, 1, 1, 5)",
            "UPDATE account SET debits = -1",
            "UPDATE coupon SET state = 10",
            // Two coupons with one code.
            "UPDATE coupon SET code_hash = (SELECT MIN(c.code_hash) FROM coupon c)",
            // The same request twice.
            "INSERT INTO command SELECT programme, 999, id, request_hash, kind, actor, device, claimed_at, recorded_at, body, outcome, link FROM command WHERE seq = 1",
        ] {
            let result = raw(&ground.app, sql);
            assert!(matches!(result, Err(Fault::Conflict(_) | Fault::Other(_))), "{}: {sql}: {result:?}", ground.name);
        }
        prove(&ground.app);
    }
}

#[test]
fn a_stolen_database_holds_no_code() {
    let [ground, _] = grounds();
    spent(&ground);
    let code: String = codes(&ground.app, 1, 0..1).remove(0).chars().filter(char::is_ascii_alphanumeric).collect();
    let app::Place::File(path) = &ground.place else { panic!("a file") };
    let wal = path.with_extension("sqlite-wal");
    for file in [path.clone(), wal] {
        let bytes = std::fs::read(&file).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes).to_ascii_uppercase();
        assert!(!text.contains(&code) && !text.contains(&code[..9]), "{}", file.display());
    }
}

/// Thirty-two people at once with the same coupons: each coupon is accepted once, everybody else is told
/// when and where.
#[test]
fn each_coupon_has_one_winner() {
    for ground in grounds() {
        let app = &ground.app;
        prepare(app);
        hand_out(app, Choice::Count { class: A, count: 36 }).expect("handed out");
        let codes = Arc::new(codes(app, 1, 0..36));
        let won: Arc<Mutex<Vec<CouponId>>> = Arc::default();
        std::thread::scope(|scope| {
            for client in 0..32usize {
                let (codes, won) = (codes.clone(), won.clone());
                scope.spawn(move || {
                    for turn in 0..9 {
                        let start = (client * 7 + turn * 4) % 36;
                        let mine: Vec<String> = (0..4).map(|i| codes[(start + i) % 36].clone()).collect();
                        let r = request(app);
                        let count = CountIn {
                            vendor: crate::support::FERME,
                            place: crate::support::MARCHE,
                            channel: Channel::Online,
                            codes: mine,
                        };
                        let answer = app.act_wait(P, move |cx| redemption::count_in(cx, r, &count)).expect("answered");
                        for code in answer.codes {
                            match code.refusal {
                                None => won.lock().expect("lock").extend(code.coupon),
                                Some(Refusal::AlreadyRedeemed { .. }) => {}
                                other => panic!("{other:?}"),
                            }
                        }
                    }
                });
            }
        });
        let won = won.lock().expect("lock");
        assert_eq!(won.len(), 36, "{}", ground.name);
        assert_eq!(won.iter().collect::<BTreeSet<_>>().len(), 36);
        prove(app);
    }
}
