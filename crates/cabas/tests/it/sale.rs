//! What the public buys and gives, from the command line.

use crate::support::{Ground, grounds};

fn ready(ground: &Ground) {
    ground.prepare(10);
    for (batch, class) in [(2, "V"), (3, "A")] {
        ground.run(&format!("coupons issue --class {class} --count 20"));
        ground.run(&format!("stock take-in {batch}:1-20"));
    }
}

#[test]
fn packs_orders_and_gifts_with_their_receipts() {
    for ground in grounds() {
        ready(&ground);
        let sold = ground.run("sale sell --offer grand-public --packs 2 --reference caisse-1");
        assert!(sold.contains("40,00\u{a0}$") && sold.contains("2:1-8") && sold.contains("3:1-4"), "{sold}");
        ground.refused("sale sell --offer rien --reference x", "unknown_offer");
        ground.refused("sale sell --offer grand-public --packs 9 --reference x", "short_stock");

        let order = ground.run("sale order --offer grand-public --place marche --reference tournesol");
        ground.refused("sale order --offer grand-public --reference tournesol", "reference_taken");
        ground.run(&format!("sale paid {order}"));
        assert!(ground.run("sale orders").contains("tournesol\tpayée"));
        ground.run(&format!("sale picked-up {order}"));
        let other = ground.run("sale order --offer grand-public --reference lilas");
        ground.run(&format!("sale give-up {other}"));
        let listed = ground.run("sale orders");
        assert!(listed.contains("tournesol\tremise") && listed.contains("lilas\tannulée"), "{listed}");

        let gift = ground.run("sale give --fund mrc --amount 120,00 --reference cheque-9 --on 2025-07-02");
        assert!(ground.run("sale receipts").starts_with(&format!("{gift}\t120,00\u{a0}$")));
        let issue = format!("sale receipt --gift {gift} --donor Jeanne-Roy --address rang-3 --advantage 45 --what souper");
        ground.refused(&issue, "unconfirmed");
        let serial = ground.run(&format!("{issue} --sure"));
        assert!(serial.starts_with("1-") && serial.ends_with("-0001"), "{serial}");
        ground.refused(&format!("{issue} --sure"), "receipt_issued");
        let again = ground.run(&format!("{issue} --sure --because adresse"));
        assert!(again.ends_with("-0002"), "{again}");
        ground.run(&format!("sale cancel-receipt {again} --reason erreur"));
        let listed = ground.run("sale receipts");
        assert!(listed.contains(&format!("{again}\t75,00\u{a0}$\tJeanne-Roy\tCe reçu est annulé")), "{listed}");
        ground.refused("sale cancel-receipt 1-1999-0001 --reason x", "not_found");
        ground.audit();
    }
}

#[test]
fn only_who_may_issues_receipts() {
    let ground = &grounds()[0];
    let programme = ground::programme_of_today();
    let (before, rest) = programme.split_once("[receipts]").expect("there");
    let (_, after) = rest.split_once("\n\n").expect("its end");
    ground.prepare_as(&format!("{before}{after}"), 10);
    let gift = ground.run("sale give --fund mrc --amount 120 --reference cheque-9 --on 2025-07-02");
    ground.refused(&format!("sale receipt --gift {gift} --donor X --address Y --sure"), "no_receipts");
    let wrong = programme.replace("700000011RR0001", "700000012RR0001");
    let other = &grounds()[0];
    let file = other.path().join("programme.toml");
    std::fs::write(&file, wrong).expect("written");
    other.refused(&format!("programme open {}", file.display()), "bad_rule");
}
