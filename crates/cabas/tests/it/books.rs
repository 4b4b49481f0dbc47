//! The demo's books, as hledger and beancount see them: accepted, and equal to our balances.

use crate::support::Ground;
use app::domain::ids::{Actor, ProgrammeId};
use app::{App, Db, Limits, Place, Surroundings, export};
use std::collections::BTreeMap;
use std::process::Command;

fn program(name: &str, args: &[&str]) -> String {
    let output = Command::new(name)
        .args(args)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap_or_else(|e| panic!("{name}: {e}; apt install {name}"));
    assert!(
        output.status.success(),
        "{name}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn other_programs_accept_the_demo_and_agree() {
    let ground = Ground { folder: tempfile::tempdir().expect("a folder"), database: None, name: "demo" };
    ground.run("demo --no-serve --seed 3");
    ground.audit();
    let db = Db::open(Place::File(ground.path().join("cabas.sqlite")), &Limits::default()).expect("opened");
    let app = App::new(db, app::keys::KeyRing::in_memory(), Surroundings::real());
    let books = app.programmes_wait().expect("read");
    assert_eq!(books.len(), 3);
    for book in books {
        let key = &book.identity.key;
        let path = |kind: &str| ground.path().join(format!("{key}.{kind}")).display().to_string();
        for kind in ["hledger", "beancount", "csv", "quickbooks", "sage50"] {
            ground.run(&format!("--programme {key} export ledger --format {kind} --out {}", path(kind)));
        }
        program("hledger", &["-f", &path("hledger"), "check", "-s"]);
        program("bean-check", &[&path("beancount")]);
        let csv = program("hledger", &["-f", &path("hledger"), "balance", "-O", "csv", "--flat", "-E", "-N"]);
        let theirs = balances(&csv);
        let ours = expected(&app, book.identity.id);
        assert!(ours.len() > 10, "{key}: {ours:?}");
        for (account, minor) in &ours {
            assert_eq!(theirs.get(account).copied().unwrap_or(0), *minor, "{key}: {account}");
        }
    }
}

/// The year-end packs of the demo, unpacked: whole files, tables that lead to each other, and hledger's opinion.
#[test]
fn the_demo_s_year_end_is_whole() {
    let ground = Ground { folder: tempfile::tempdir().expect("a folder"), database: None, name: "demo" };
    ground.run("demo --no-serve --seed 4");
    let db = Db::open(Place::File(ground.path().join("cabas.sqlite")), &Limits::default()).expect("opened");
    let app = App::new(db, app::keys::KeyRing::in_memory(), Surroundings::real());
    for book in app.programmes_wait().expect("read") {
        let key = &book.identity.key;
        let file = ground.path().join(format!("{key}.zip")).display().to_string();
        ground.run(&format!("--programme {key} export year-end --out {file}"));
        let folder = ground.path().join(key);
        let script = "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])";
        program("python3", &["-c", script, &file, &folder.display().to_string()]);
        let here = |name: &str| folder.join(name).display().to_string();
        program("sh", &["-c", &format!("cd '{}' && sha256sum --check --strict --quiet SHA256SUMS", folder.display())]);
        let theirs =
            balances(&program("hledger", &["-f", &here("journal.journal"), "balance", "-O", "csv", "--flat", "-E", "-N"]));
        program("bean-check", &[&here("journal.beancount")]);
        let table = std::fs::read_to_string(here("1-soldes.csv")).expect("written");
        let mut seen = 0;
        for line in table.trim_start_matches('\u{feff}').lines().skip(1) {
            let (account, closing) = (line.split(';').next().expect("an account"), line.rsplit(';').next().expect("a closing"));
            let minor: i128 = closing.replace(',', "").parse().expect("cents");
            assert_eq!(theirs.get(account).copied().unwrap_or(0), minor, "{key}: {account}");
            seen += 1;
        }
        assert!(seen > 10, "{key}: {table}");
        ground.refused(
            &format!("--programme {key} export year-end --since 2026-02-01 --until 2026-01-01 --out {file}"),
            "wrong_dates",
        );
    }
}

/// Our account table under the accountants' names, debits less credits.
fn expected(app: &App, id: ProgrammeId) -> BTreeMap<String, i128> {
    app.look_wait(id, |cx| {
        let (chart, _) = export::entries(cx, Actor::System)?;
        let accounts = cx.accounts()?;
        Ok(accounts
            .into_iter()
            .map(|(id, b)| (exchange::journal::Account::Internal(id).name(&chart), i128::from(b.debits) - i128::from(b.credits)))
            .collect())
    })
    .expect("read")
}

/// hledger's balances by account, in cents.
fn balances(csv: &str) -> BTreeMap<String, i128> {
    csv.lines()
        .skip(1)
        .filter_map(|line| {
            let (account, amount) = line.trim_matches('"').split_once("\",\"")?;
            let digits: String = amount.split(' ').find(|w| w.contains(|c: char| c.is_ascii_digit()))?.replace(',', "");
            let (whole, cents) = digits.split_once('.').unwrap_or((&digits, "00"));
            let sign = if whole.starts_with('-') { -1 } else { 1 };
            let whole: i128 = whole.trim_start_matches('-').parse().ok()?;
            Some((account.to_owned(), sign * (whole * 100 + cents.parse::<i128>().ok()?)))
        })
        .collect()
}
