//! The year-end pack, read by somebody who knows nothing of the program: each total is added again from its lines.

use crate::support::{A, P, codes, count, grounds, hand_out, prepare, printing, refused, request, start};
use app::domain::fund::Period;
use app::domain::handout::Choice;
use app::domain::ids::{Actor, FundId, PaymentId};
use app::domain::redemption::Channel;
use app::domain::refusal::Refusal;
use app::{App, Error, fund, settlement, year_end};
use exchange::amount_text::parse;
use jiff::SignedDuration;
use jiff::civil::date;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use text::Lang;

/// A table's rows, by heading.
type Rows = Vec<BTreeMap<String, String>>;

struct Pack(BTreeMap<String, Vec<u8>>);

impl Pack {
    fn of(bytes: Vec<u8>) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
        let files = (0..zip.len()).map(|index| {
            let mut file = zip.by_index(index).expect("a file");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("read");
            (file.name().to_owned(), bytes)
        });
        Self(files.collect())
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8(self.0.get(name).unwrap_or_else(|| panic!("{name}: {:?}", self.0.keys())).clone()).expect("text")
    }

    fn rows(&self, name: &str, delimiter: u8) -> Rows {
        let text = self.text(name);
        let text = text.trim_start_matches('\u{FEFF}').to_owned();
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
        reader.deserialize().map(|row| row.expect("a row")).collect()
    }
}

fn cents(text: &str) -> i128 {
    if text.is_empty() { 0 } else { parse(text).unwrap_or_else(|| panic!("{text}")) }
}

fn pack(app: &App, lang: Lang, period: Option<Period>) -> Result<Vec<u8>, Error> {
    app.look_wait(P, move |cx| year_end::write(cx, Actor::System, lang, period))
}

fn day(app: &ground::Ground, count: i64) {
    app.clock.set(start().checked_add(SignedDuration::from_hours(24 * count)).expect("a day"));
}

/// Coupons accepted on two days, one run paid, one payment returned; money on both sides of the first day of August.
fn season(ground: &ground::Ground) {
    let app = &ground.app;
    prepare(app);
    hand_out(app, Choice::Count { class: A, count: 20 }).expect("handed out");
    count(app, codes(app, 1, 0..3), Channel::Online);
    let r: Vec<_> = (0..1).map(|_| request(app)).collect();
    app.act_wait(P, move |cx| fund::spend_on_operations(cx, r[0], printing(FundId(2), 1_234))).expect("spent");
    day(ground, 40);
    count(app, codes(app, 1, 3..8), Channel::Online);
    let people: Vec<_> = ["Ana", "Bob"].iter().map(|n| app.add_person_wait(n, "", None).expect("added")).collect();
    let granted: Vec<_> = people.iter().map(|person| (request(app), *person)).collect();
    let (now, by) = (app.now(), people.iter().map(|p| app::command::Request::now(app, Actor::Person(*p))).collect::<Vec<_>>());
    let (one, two) = (request(app), request(app));
    app.act_wait(P, move |cx| {
        for (request, person) in &granted {
            app::programme::grant(cx, *request, *person, app::domain::role::Role::Treasurer)?;
        }
        let run = settlement::prepare(cx, one, now)?;
        for request in &by {
            settlement::approve(cx, *request, run)?;
        }
        settlement::pay(cx, two, run)
    })
    .expect("paid");
    day(ground, 45);
    let confirm = request(app);
    app.act_wait(P, move |cx| settlement::confirm(cx, confirm, PaymentId(1), "1001")).expect("confirmed");
    let wrong = request(app);
    refused(app.act_wait(P, move |cx| settlement::confirm(cx, wrong, PaymentId(1), "1001")));
    day(ground, 60);
}

/// Follows every balance down to its coupons and where they were accepted.
fn follow(pack: &Pack) -> Rows {
    let table = |name: &str| pack.rows(name, b',');
    let (balances, lines, entries) = (table("1-balances.csv"), table("2-lines.csv"), table("3-entries.csv"));
    let (coupons, scans) = (table("4-coupons.csv"), table("5-redemptions.csv"));
    let mut of_unit: BTreeMap<&str, i128> = BTreeMap::new();
    for balance in &balances {
        let of = |column: &str| cents(&balance[column]);
        assert_eq!(of("Opening") + of("Debits") - of("Credits"), of("Closing"), "{balance:?}");
        let own: Vec<_> = lines.iter().filter(|line| line["Account"] == balance["Account"]).collect();
        assert_eq!(own.iter().map(|line| cents(&line["Debit"])).sum::<i128>(), of("Debits"), "{balance:?}");
        assert_eq!(own.iter().map(|line| cents(&line["Credit"])).sum::<i128>(), of("Credits"), "{balance:?}");
        *of_unit.entry(&balance["Unit"]).or_default() += of("Closing");
    }
    assert!(of_unit.values().all(|sum| *sum == 0), "{of_unit:?}");
    for line in &lines {
        assert!(balances.iter().any(|b| b["Account"] == line["Account"]), "{line:?}");
        assert!(entries.iter().any(|e| e["Entry"] == line["Entry"] && e["Refusal"].is_empty()), "{line:?}");
    }
    for (before, after) in entries.iter().zip(entries.iter().skip(1)) {
        let number = |row: &BTreeMap<String, String>| row["Entry"].parse::<i64>().expect("a number");
        assert_eq!(number(before) + 1, number(after), "no gap");
    }
    for scan in &scans {
        let own: Vec<_> = coupons.iter().filter(|c| c["Entry"] == scan["Entry"]).collect();
        assert_eq!(own.len().to_string(), scan["Number"], "{scan:?}");
        let sum: i128 = own.iter().map(|c| cents(&c["Amount"])).sum();
        assert_eq!(sum, cents(&scan["Amount"]), "{scan:?}");
        let credited: i128 = lines
            .iter()
            .filter(|line| line["Entry"] == scan["Entry"] && line["Account"].starts_with("Liabilities:Payable"))
            .map(|line| cents(&line["Credit"]))
            .sum();
        assert_eq!(credited, sum, "what was accepted is what is owed");
    }
    assert!(coupons.iter().all(|c| scans.iter().any(|s| s["Entry"] == c["Entry"])));
    balances
}

#[test]
fn a_stranger_adds_every_total_again() {
    for ground in grounds() {
        season(&ground);
        let app = &ground.app;
        let whole = Pack::of(pack(app, Lang::En, None).expect("a pack"));
        let balances = follow(&whole);
        let closing: BTreeMap<String, i128> =
            balances.iter().map(|b| (b["Account"].clone(), cents(&b["Closing"]))).filter(|(_, minor)| *minor != 0).collect();
        let ours = app
            .look_wait(P, |cx| {
                let (chart, entries) = app::export::entries(cx, Actor::System)?;
                Ok(exchange::journal::expected_balances(&chart, &entries))
            })
            .expect("read");
        let ours: BTreeMap<String, i128> =
            ours.into_iter().map(|(name, (minor, _))| (name, minor)).filter(|(_, minor)| *minor != 0).collect();
        assert_eq!(closing, ours, "{}", ground.name);
        assert_eq!(whole.rows("5-redemptions.csv", b',').len(), 2);
        assert_eq!(whole.rows("8-payments.csv", b',')[0]["State at the end"], "Confirmed");
        assert!(whole.rows("3-entries.csv", b',').iter().any(|e| e["Refusal"] == "Yes"));

        // Two halves: where one ends the other begins, and what is over stays what it was.
        let july = Period { since: date(2025, 7, 1), until: date(2025, 7, 31) };
        let first = Pack::of(pack(app, Lang::En, Some(july)).expect("a pack"));
        let august = Period { since: date(2025, 8, 1), until: date(2025, 8, 31) };
        let second = Pack::of(pack(app, Lang::En, Some(august)).expect("a pack"));
        let (ends, begins) = (follow(&first), follow(&second));
        for end in &ends {
            let begin = begins.iter().find(|b| b["Account"] == end["Account"]).expect("the same accounts");
            assert_eq!(begin["Opening"], end["Closing"], "{end:?}");
        }
        assert!(first.rows("8-payments.csv", b',').is_empty(), "nothing was paid in July");
        assert_eq!(first.rows("4-coupons.csv", b',').len() + second.rows("4-coupons.csv", b',').len(), 8);
        let paid = Period { since: date(2025, 8, 1), until: date(2025, 8, 12) };
        let sent = Pack::of(pack(app, Lang::En, Some(paid)).expect("a pack"));
        assert_eq!(sent.rows("8-payments.csv", b',')[0]["State at the end"], "Sent", "confirmed three days later");
        let again = pack(app, Lang::En, Some(paid)).expect("a pack");
        count(app, codes(app, 1, 8..9), Channel::Online);
        assert_eq!(again, pack(app, Lang::En, Some(paid)).expect("a pack"), "what is over no longer changes");
    }
}

#[test]
fn the_pack_says_how_to_read_it_and_what_is_in_it() {
    let [ground, _] = grounds();
    season(&ground);
    let pack_of = |lang| Pack::of(pack(&ground.app, lang, None).expect("a pack"));
    let (english, french) = (pack_of(Lang::En), pack_of(Lang::Fr));
    assert_eq!(french.0.len(), 15, "{:?}", french.0.keys());
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in &french.0 {
        std::fs::write(folder.path().join(name), bytes).expect("written");
    }
    let sums = std::process::Command::new("sha256sum").args(["--check", "--strict", "SHA256SUMS"]).current_dir(&folder).output();
    assert!(sums.expect("sha256sum").status.success());
    assert_eq!(french.text("SHA256SUMS").lines().count(), 14, "all but itself");
    let checked =
        std::process::Command::new("hledger").args(["-f", "journal.journal", "check", "-s"]).current_dir(&folder).output();
    assert!(checked.expect("hledger: apt install hledger").status.success());
    for pack in [&english, &french] {
        for (name, words) in [("LISEZMOI.txt", "Dernière écriture"), ("README.txt", "Last entry")] {
            let text = pack.text(name);
            assert!(text.contains(words) && !text.contains('⟦') && !text.contains('{'), "{text}");
        }
    }
    assert!(french.text("README.txt").contains("1-soldes.csv"), "files have the names that they have");
    let soldes = french.rows("1-soldes.csv", b';');
    assert!(soldes.iter().any(|row| row["Clôture"].contains(',')), "{soldes:?}");
    let package: serde_json::Value = serde_json::from_str(&french.text("datapackage.json")).expect("JSON");
    let resources = package["resources"].as_array().expect("tables");
    for resource in resources {
        let text = french.text(resource["path"].as_str().expect("a file"));
        let heading = text.trim_start_matches('\u{FEFF}').lines().next().expect("a heading").to_owned();
        let fields = resource["schema"]["fields"].as_array().expect("fields");
        let names: Vec<&str> = fields.iter().filter_map(|f| f["name"].as_str()).collect();
        assert_eq!(heading, names.join(";"));
    }
    assert_eq!(resources[3]["schema"]["foreignKeys"][0]["reference"]["resource"], "scans");
}

#[test]
fn only_who_reads_everything_takes_it_and_days_make_sense() {
    use app::domain::role::Role;
    let [ground, _] = grounds();
    let app = &ground.app;
    prepare(app);
    let backwards = Period { since: date(2025, 8, 1), until: date(2025, 7, 1) };
    let expected = Refusal::WrongDates { from: backwards.since, until: backwards.until };
    assert_eq!(refused(pack(app, Lang::Fr, Some(backwards))), expected);
    let roles = [
        (Role::Auditor, true),
        (Role::Treasurer, true),
        (Role::Coordinator, true),
        (Role::Funder(FundId(1)), false),
        (Role::Evaluator, false),
    ];
    for (role, may) in roles {
        let person = app.add_person_wait("Ana", "", None).expect("added");
        let r = request(app);
        app.act_wait(P, move |cx| app::programme::grant(cx, r, person, role)).expect("granted");
        let made = app.look_wait(P, move |cx| year_end::write(cx, Actor::Person(person), Lang::Fr, None));
        assert_eq!(made.is_ok(), may, "{role:?}");
    }
}
