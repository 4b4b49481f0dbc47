//! A whole paper season from the command line, and what it says when something is wrong.

use crate::support::{Ground, grounds};

const BANK: &str =
    "originator_id = \"1\"\noriginator_short_name = \"PCN\"\noriginator_long_name = \"PCN\"\ndata_centre = \"81510\"\n";

fn redemption(ground: &Ground, name: &str, lines: &[String]) -> std::path::PathBuf {
    let file = ground.path().join(name);
    std::fs::write(&file, lines.join("\n")).expect("written");
    file
}

#[test]
fn fund_print_hand_out_redeem_pay_prove() {
    for ground in grounds() {
        let codes = ground.prepare(40);
        let pdf = ground.path().join("lot.pdf");
        ground.run(&format!("coupons print --batch 1 --out {}", pdf.display()));
        assert!(std::fs::read(&pdf).expect("written").starts_with(b"%PDF-"));
        let line = |n: u32, vendor: &str, codes: &[String]| {
            format!(
                r#"{{"id":"0197f000-0000-7000-8000-{n:012}","vendor":"{vendor}","place":"marche","at":"2025-07-05T10:00:00-04:00","codes":{}}}"#,
                serde_json::to_string(codes).expect("json"),
            )
        };
        let good = redemption(&ground, "a.ndjson", &[line(1, "ferme", &codes[0..8]), line(2, "miel", &codes[8..12])]);
        let first = ground.run(&format!("redeem --json --file {}", good.display()));
        assert_eq!(first.matches("\"status\":\"recorded\"").count(), 2);
        let again = ground.run(&format!("redeem --json --file {}", good.display()));
        assert_eq!(again.matches("\"status\":\"replayed\"").count(), 2);
        ground.audit();

        // One bad line among good ones: it is named, the others count.
        let mixed = redemption(
            &ground,
            "b.ndjson",
            &["{\"id\": 3}".to_owned(), line(4, "inconnu", &codes[12..13]), line(5, "ferme", &codes[12..14])],
        );
        let output = ground.try_run(&format!("redeem --json --file {}", mixed.display()));
        assert_eq!(output.status.code(), Some(2));
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(text.contains("malformed_line") && text.contains("unknown_vendor") && text.contains("\"accepted\":2"), "{text}");
        in_words(&ground, &line, &codes);

        // Four eyes, then the bank.
        let (ana, _) = ground.token("Ana", "treasurer", "");
        let (bob, _) = ground.token("Bob", "approver", "");
        let run = ground.run("settle prepare");
        let listed = ground.run("settle list");
        assert!(listed.contains("Règlement 1 · À approuver · Approbations\u{a0}: 0 sur 2"), "{listed}");
        assert!(listed.contains("Ferme du Ruisseau-Clair · Chèque · "), "{listed}");
        let early = ground.path().join("tot.csv");
        for format in ["list", "cpa005"] {
            if format == "cpa005" {
                std::fs::write(ground.path().join("bank-essai.toml"), BANK).expect("written");
            }
            ground.refused(&format!("export payments --run {run} --format {format} --out {}", early.display()), "not_approved");
            assert!(!early.exists());
        }
        ground.refused("settle prepare", "nothing_to_pay");
        ground.run(&format!("settle approve --run {run} --by {ana}"));
        ground.refused(&format!("settle approve --run {run} --by {ana}"), "second_person_needed");
        // Acting for somebody without the role is refused.
        let zoe = ground.run("people add --name Léa");
        ground.refused(&format!("settle approve --run {run} --by {zoe}"), "not_permitted");
        ground.refused(&format!("settle prepare --by {zoe}"), "not_permitted");
        ground.refused(&format!("settle pay --run {run}"), "wrong_step");
        ground.run(&format!("settle approve --run {run} --by {bob}"));
        ground.run(&format!("settle pay --run {run}"));
        let list = ground.path().join("liste.csv");
        ground.run(&format!("export payments --run {run} --format list --out {}", list.display()));
        let text = std::fs::read_to_string(&list).expect("written");
        assert!(text.contains("Ferme du Ruisseau") && text.contains("rang;paiement;mode;payé à;"), "{text}");
        ground.run(&format!("export payments --lang en --run {run} --format list --out {}", list.display()));
        assert!(std::fs::read_to_string(&list).expect("written").contains("order,payment,method,payee,"));
        ground.refused("settle return --payment 1 --reason \u{a0}", "reason_needed");
        let nowhere = ground.path().join("nulle-part.toml");
        let deposits = format!("export payments --run {run} --format cpa005 --out {} --profile", early.display());
        ground.refused(&format!("{deposits} {}", nowhere.display()), "no_bank_profile");
        ground.run("settle return --payment 1 --reason 905");
        ground.run("settle confirm --payment 2 --reference 102");
        assert!(ground.run("settle list").contains("Règlement 1 · Terminé"), "one came back, one was confirmed");
        let releve = ground.path().join("releve.pdf");
        ground.run(&format!("export statement --payment 2 --out {}", releve.display()));
        assert!(std::fs::read(&releve).expect("written").starts_with(b"%PDF-"));
        ground.refused(&format!("export statement --payment 99 --out {}", releve.display()), "not_found");
        let second = ground.run("settle prepare");
        for person in [&ana, &bob] {
            ground.run(&format!("settle approve --run {second} --by {person}"));
        }
        ground.run(&format!("settle pay --run {second}"));
        ground.refused(&format!("export payments --run {second} --format cpa005 --out {}", early.display()), "no_deposits");
        ground.run(&format!("settle confirm --run {second} --reference 103"));
        ground.audit();
        ground.refused("stock close", "cannot_close_yet");
        ground.run("stock expire --on 2100-01-01");
        ground.run("stock close");
        ground.refused("coupons issue --class A --count 1", "season_closed");
        ground.audit();
        // The link that papers carry is found later, and another is not.
        let audit = ground.run("audit --json");
        let head = audit.split("\"head\": \"").nth(1).and_then(|rest| rest.get(..16)).expect("a head").to_owned();
        ground.run("people add --name Zoé");
        assert!(ground.run(&format!("audit --link {head}")).contains("est dans le journal"));
        assert_eq!(ground.try_run("audit --link 0123456789abcdef").status.code(), Some(1));
        copied_and_restored(&ground);
    }
}

/// What a person reads: each refusal with its line, its sentence and what to do; all or nothing when asked.
fn in_words(ground: &Ground, line: &dyn Fn(u32, &str, &[String]) -> String, codes: &[String]) {
    let bad = [
        line(6, "ferme", &codes[0..1]),
        line(7, "ferme", &codes[14..15]),
        String::new(),
        String::new(),
        "{\"id\": 3}".to_owned(),
    ];
    let file = redemption(ground, "c.ndjson", &bad);
    let none = ground.try_run(&format!("redeem --all-or-none --file {}", file.display()));
    let text = String::from_utf8_lossy(&none.stdout).into_owned();
    assert_eq!(none.status.code(), Some(2));
    assert!(text.contains("Rien n’a été gardé") && text.contains("La ligne 5 du fichier"), "{text}");
    assert!(text.contains("coupon 1-00001\u{a0}: Ce coupon a déjà été utilisé") && !text.contains("at line 1"), "{text}");
    assert!(text.contains("Ferme du Ruisseau") && text.contains("  → "), "{text}");
    let some = ground.try_run(&format!("redeem --file {}", file.display()));
    let text = String::from_utf8_lossy(&some.stdout).into_owned();
    assert_eq!(some.status.code(), Some(2));
    assert!(text.contains("Ligne 2\u{a0}: 1 coupon accepté, 5,00\u{a0}$. Ferme du Ruisseau"), "nothing was kept before: {text}");
    assert!(text.contains("Le reste est gardé") && text.contains("1 coupon accepté, 5,00\u{a0}$.\n"), "{text}");
    let english =
        ground.run(&format!("redeem --lang en --all-or-none --file {}", redemption(ground, "d.ndjson", &bad[1..2]).display()));
    assert!(english.contains("Line 1: counted before"), "{english}");
    assert_eq!(ground.try_run("settle list --lang de").status.code(), Some(2));
    let story = ground.run("coupons story 1-00001");
    assert!(story.contains("Coupon 1-00001 · A ") && story.contains("Utilisé · Ferme du Ruisseau-Clair"), "{story}");
}

fn copied_and_restored(ground: &Ground) {
    let copy = ground.path().join("copie.ndjson");
    ground.run(&format!("backup {}", copy.display()));
    let whole = std::fs::read(&copy).expect("written");
    ground.refused(&format!("backup {} --without-secrets", copy.display()), "file_exists");
    assert_eq!(std::fs::read(&copy).expect("still there"), whole);
    ground.run(&format!("backup {} --force", copy.display()));
    let [fresh, _] = grounds();
    fresh.run(&format!("restore {}", copy.display()));
    fresh.audit();
    assert_eq!(fresh.run("audit --json"), ground.run("audit --json"));
}

#[test]
fn refusals_have_a_code_a_sentence_and_a_next_step() {
    for ground in grounds() {
        let file = ground.path().join("programme.toml");
        std::fs::write(&file, ground::programme_of_today()).expect("written");
        if ground.database.is_none() {
            for words in ["coupons issue --class A --count 1", "audit", "programme show", "backup copie", "settle list"] {
                ground.refused(words, "no_database");
            }
            assert!(!ground.path().join("cabas.sqlite").exists(), "reading makes no database");
        } else {
            ground.refused("coupons issue --class A --count 1", "unknown_programme");
        }
        ground.run(&format!("programme open {}", file.display()));
        ground.refused(&format!("programme open {}", file.display()), "key_taken");
        ground.refused("coupons issue --class Z --count 1", "unknown_class");
        ground.refused("coupons issue --class A --count 0", "nothing");
        ground.refused("coupons issue --class A --count 99999999", "too_many");
        ground.refused("stock take-in 9:1-5", "unknown_coupons");
        ground.refused("stock take-in zut", "unknown_coupons");
        ground.refused("coupons story 7K2M4-QXP9H", "unknown_code");
        ground.refused("coupons story 7K2M4-QXP8H", "mistyped_code");
        ground.refused("coupons story 7K2M4", "bad_length");
        ground.refused("programme receive --fund desjardins --amount zut --reference x --on 2025-01-01", "not_an_amount");
        ground.run("coupons issue --class A --count 10 --booklet 10");
        ground.run("stock take-in 1:1-10");
        ground.run("stock allot 1:1-10 --partner cuisine");
        ground.refused("stock hand-out --partner cuisine --coupons 1:1-2 --band 1", "over_ceiling");
        ground.refused("stock hand-out --partner cuisine --coupons 1:1-2 --band 9", "unknown_band");
        let sold = ground::programme_of_today()
            .replace("key = \"essai\"", "key = \"autre\"")
            .replace("funding = \"granted\"", "funding = \"sold\"");
        std::fs::write(&file, sold).expect("written");
        ground.refused(&format!("programme open {}", file.display()), "sold_never_expires");
        std::fs::write(&file, "[programme\nkey = 3\n").expect("written");
        ground.refused(&format!("programme open {}", file.display()), "malformed_line");
    }
}
