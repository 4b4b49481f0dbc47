//! Payments as other programs take them, and what the bank says of them, from the command line.

use crate::support::{Ground, grounds};

const COLUMNS: &str = r#"
[transfers]
decimal = "point"
date = "%Y-%m-%d"
columns = [
  { title = "Type", text = "EMT" },
  { title = "Name", value = "payee", most = 12 },
  { title = "Email", value = "email" },
  { title = "Amount", value = "amount" },
  { title = "Message", value = "reference" },
]
[statement]
decimal = "point"
date = "%Y-%m-%d"
columns = [
  { title = "Date", value = "date" },
  { title = "Description", value = "description" },
  { title = "Montant", value = "amount" },
]
"#;

/// A farm paid by transfer and a honey house paid by cheque, 40 $ and 20 $, in a run that was sent.
fn sent(ground: &Ground) -> String {
    let programme = ground::programme_of_today()
        .replace("key = \"ferme\"", "key = \"ferme\"\npayment_method = \"transfer\"")
        .replace("payment_method = \"deposit\"", "payment_method = \"cheque\"");
    sent_as(ground, &programme)
}

/// The same, of a programme that decided something else.
fn sent_as(ground: &Ground, programme: &str) -> String {
    let codes = ground.prepare_as(programme, 20);
    let line = |n: u32, vendor: &str, codes: &[String]| {
        let codes = serde_json::to_string(codes).expect("json");
        format!(
            r#"{{"id":"0197f000-0000-7000-8000-{n:012}","vendor":"{vendor}","place":"marche","at":"2025-07-05T10:00:00-04:00","codes":{codes}}}"#
        )
    };
    let lines = ground.path().join("a.ndjson");
    std::fs::write(&lines, [line(1, "ferme", &codes[0..8]), line(2, "miel", &codes[8..12])].join("\n")).expect("written");
    ground.run(&format!("redeem --file {}", lines.display()));
    let (ana, bob) = (ground.token("Ana", "treasurer", "").0, ground.token("Bob", "approver", "").0);
    let run = ground.run("settle prepare");
    for person in [&ana, &bob] {
        ground.run(&format!("settle approve --run {run} --by {person}"));
    }
    ground.run(&format!("settle pay --run {run}"));
    run
}

#[test]
fn transfers_have_the_bank_s_columns() {
    for ground in grounds() {
        let run = sent(&ground);
        let out = ground.path().join("virements.csv");
        let export = format!("export payments --run {run} --format transfers --out {}", out.display());
        ground.refused(&export, "profile_missing");
        assert!(!out.exists(), "nothing is written");
        std::fs::write(ground.path().join("columns-essai.toml"), COLUMNS).expect("written");
        ground.run(&export);
        let text = std::fs::read_to_string(&out).expect("written");
        assert_eq!(text, "Type,Name,Email,Amount,Message\r\nEMT,Ferme du Rui,,40.00,R1-1\r\n", "{}: one transfer", ground.name);
    }
}

#[test]
fn what_the_bank_says_is_read_and_only_written_when_asked() {
    for ground in grounds() {
        sent(&ground);
        std::fs::write(ground.path().join("columns-essai.toml"), COLUMNS).expect("written");
        let statement = ground.path().join("releve.csv");
        let lines =
            "Date,Description,Montant\n2099-06-01,VIREMENT R1-1,-40.00\n2099-06-02,CHEQUE,-20.00\n2099-06-03,FRAIS,-1.50\n";
        std::fs::write(&statement, lines).expect("written");
        let read = format!("settle read --file {}", statement.display());
        let said = ground.run(&read);
        let [first, second, third] = said.lines().collect::<Vec<_>>()[..] else { panic!("{said}") };
        assert!(first.contains("R1-1") && first.contains("Payé\u{a0}: 1"), "{first}");
        assert!(second.contains("Sans doute payé\u{a0}: 2"), "{second}");
        assert!(third.contains("Rien de connu"), "{third}");
        let listed = ground.run("settle list");
        assert_eq!(listed.matches("Envoyé").count(), 3, "reading writes nothing: {listed}");
        assert_eq!(ground.try_run(&format!("{read} --likely")).status.code(), Some(2), "nothing likely without writing");

        ground.run(&format!("{read} --write"));
        assert!(ground.run(&read).lines().next().expect("a line").contains("Déjà écrit"));
        assert_eq!(ground.run("settle list").matches("Confirmé").count(), 1, "only what the reference proves");
        ground.run(&format!("{read} --write --likely"));
        assert!(ground.run("settle list").contains("Règlement 1 · Payé"), "{}", ground.run("settle list"));
        // Again: nothing is left to write.
        ground.run(&format!("{read} --write --likely"));
        ground.audit();

        std::fs::write(&statement, "Rien;du;tout\n").expect("written");
        ground.refused(&read, "not_a_bank_file");
        assert_ne!(ground.try_run("settle read --file nulle-part.csv").status.code(), Some(0));
    }
}

#[test]
fn a_market_takes_one_sum_and_hands_the_shares_over() {
    for ground in grounds() {
        let programme = format!(
            "{}\n[rules]\npayment_route = \"through_market\"\n[[vendor]]\nkey = \"asso\"\nname = \"Association\"\npayment_method = \"transfer\"\nreceives_for = \"marche\"\n",
            ground::programme_of_today()
        );
        let run = sent_as(&ground, &programme);
        let out = ground.path().join("liste.csv");
        ground.run(&format!("export payments --run {run} --format list --out {}", out.display()));
        let list = std::fs::read_to_string(&out).expect("written");
        assert_eq!((list.matches("Association").count(), list.matches("60,00").count()), (1, 1), "{list}");
        assert!(!list.contains("Ferme"), "{list}");
        // The statement repeats the sum's reference: both shares are at the market.
        std::fs::write(ground.path().join("columns-essai.toml"), COLUMNS).expect("written");
        assert_eq!(ground.run("settle list").lines().count(), 3, "a run and two shares");
        let statement = ground.path().join("releve.csv");
        std::fs::write(&statement, format!("Date,Description,Montant\n2026-01-15,VIREMENT R{run}-1,-60.00\n")).expect("written");
        let read = ground.run(&format!("settle read --file {} --write", statement.display()));
        assert!(read.contains("60,00"), "{read}");
        let listed = ground.run("settle list");
        assert_eq!(listed.matches("Par Association").count(), 2, "{listed}");
        assert_eq!(listed.matches("Au marché").count(), 2, "{listed}");
        ground.audit();
        assert_eq!(ground.run("settle hand-over --place marche --payment 2"), "1");
        ground.refused("settle hand-over --place marche --payment 2", "wrong_step");
        ground.refused("settle hand-over --place kiosque --payment 1", "not_found");
        assert_eq!(ground.run("settle hand-over --place marche"), "1");
        ground.refused("settle hand-over --place marche", "nothing");
        assert!(ground.run("settle list").contains("Payé"), "{}", ground.run("settle list"));
        ground.audit();
    }
}
