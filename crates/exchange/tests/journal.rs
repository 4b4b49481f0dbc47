//! Two other people's programs read our journal and find our balances.
//!
//! Needs hledger and beancount (`apt-get install hledger beancount`): without them these tests fail.

use domain::amount::{Amount, Unit};
use domain::ids::{BatchId, CouponId, FundId, VendorId};
use domain::ledger::{AccountId, AccountKind, Transfer, TransferKind};
use exchange::amount_text;
use exchange::columns::Shape;
use exchange::journal::{self, Chart, Entry, Heading, Plan, PlanMistake, PlanProblem, Survey};
use exchange::table::Row;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

const UNITS: [&str; 3] = ["x-petite-monnaie", "x-2", "y"];

fn chart() -> Chart {
    let mut chart = Chart::new("Essai « œuf » : 100 % \"pur\" \\ ; type:A");
    for (id, key) in [(1, "centraide"), (2, "mrc-2026"), (3, "-mauvais"), (4, "2026")] {
        chart.add_fund(FundId(id), key, &format!("Fonds: {key}; type:X"));
    }
    for (id, key) in [(1, "ferme-du-lac"), (2, "centraide"), (3, "ruche")] {
        chart.add_vendor(VendorId(id), key, &format!("Marchand {key} (été)"));
    }
    for (unit, code) in (1..).map(Unit).zip(UNITS) {
        chart.add_unit(unit, code);
    }
    chart
}

/// Every shape of transfer that the engine makes, and its reversal.
fn transfer() -> impl Strategy<Value = Transfer> {
    // Fund 5 and merchant 4 are not in the chart: they go by their numbers.
    (0usize..18, 1u32..=5, 1u32..=4, 1u8..=3, 1i64..2_000_000, any::<bool>(), 1u32..500).prop_map(
        |(shape, fund, vendor, unit, minor, back, coupon)| {
            use AccountKind as A;
            use TransferKind as T;
            let f = |kind, unit| AccountId::of_fund(kind, FundId(fund), unit);
            let v = |kind, unit| AccountId::of_vendor(kind, FundId(fund), VendorId(vendor), unit);
            let (cad, local) = (Unit::CAD, Unit(unit));
            let (kind, debit, credit) = match shape {
                0 => (T::Receive, f(A::Bank, cad), f(A::Fund, cad)),
                1 => (T::SetAside, f(A::Fund, cad), f(A::Contingency, cad)),
                2 => (T::Commit, f(A::CommittedOffset, cad), f(A::Committed, cad)),
                3 => (T::Redeem, f(A::Fund, cad), v(A::Payable, cad)),
                4 => (T::Redeem, f(A::SoldOutstanding, cad), v(A::Payable, cad)),
                5 => (T::Redeem, f(A::UnitsOutstanding, local), v(A::Payable, local)),
                6 => (T::Sell, f(A::Bank, cad), f(A::SoldOutstanding, cad)),
                7 => (T::Compensate, f(A::Contingency, cad), v(A::Payable, cad)),
                8 => (T::Claim, v(A::Payable, cad), v(A::Claimed, cad)),
                9 => (T::Send, v(A::Claimed, local), v(A::InTransit, local)),
                10 => (T::Confirm, v(A::InTransit, cad), f(A::Bank, cad)),
                11 => (T::Confirm, v(A::InTransit, local), f(A::UnitsIssued, local)),
                12 => (T::Confirm, f(A::Cover, cad), f(A::Bank, cad)),
                13 => (T::Bounce, f(A::Bank, cad), v(A::Payable, cad)),
                14 => (T::Cover, f(A::Fund, cad), f(A::Cover, cad)),
                15 => (T::Operate, f(A::Fund, cad), f(A::Operations, cad)),
                16 => (T::Operate, f(A::Operations, cad), f(A::Bank, cad)),
                _ => (T::Commit, f(A::UnitsIssued, local), f(A::UnitsOutstanding, local)),
            };
            let (debit, credit) = if back { (credit, debit) } else { (debit, credit) };
            let made = Transfer::new(kind, debit, credit, Amount { minor, unit: debit.unit() }).expect("a transfer");
            if kind == T::Redeem { made.for_coupon(CouponId::new(BatchId(1), coupon)) } else { made }
        },
    )
}

fn entries(count: usize) -> Vec<Entry> {
    let words = prop_oneof!["\\PC{0,40}", Just("Rachat ; à l'étal | \"Ferme\" \\ (12) date:1999\n=1+1".to_owned())];
    let one = (0i32..200, words, prop::collection::vec(transfer(), 0..12));
    let many = prop::collection::vec(one, count);
    // Deterministic: the same journal at every run, so that a failure can be looked at.
    let drawn = many.new_tree(&mut TestRunner::deterministic()).expect("a strategy").current();
    (1i64..)
        .zip(drawn)
        .map(|(seq, (day, description, transfers))| {
            let date = date(2026, 5, 1).checked_add(jiff::Span::new().days(day)).expect("a day");
            Entry { date, seq, description, transfers }
        })
        .collect()
}

/// Runs a program and gives its output; fails, with what it said, if it is missing or unhappy.
fn run(program: &str, args: &[&str], file: &Path) -> String {
    let output = Command::new(program)
        .args(args)
        .arg(file)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap_or_else(|error| panic!("{program} cannot be run ({error}): apt-get install hledger beancount"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {args:?}: {said}\n{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stdout).expect("UTF-8")
}

type Balances = BTreeMap<String, (i128, String)>;

fn expected(chart: &Chart, entries: &[Entry]) -> Balances {
    journal::expected_balances(chart, entries)
        .into_iter()
        .map(|(account, (minor, unit))| (account, (minor, chart.commodity(unit))))
        .collect()
}

fn write(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>, suffix: &str) -> tempfile::NamedTempFile {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("writing in memory");
    let file = tempfile::Builder::new().suffix(suffix).tempfile().expect("a temporary file");
    std::fs::write(file.path(), bytes).expect("a temporary file");
    file
}

fn hledger_balances(chart: &Chart, entries: &[Entry]) -> Balances {
    let survey = Survey::of(chart, entries);
    let file = write(|out| journal::hledger(out, chart, &survey, entries), ".journal");
    run("hledger", &["check", "-s", "-f"], file.path());
    let table = run("hledger", &["balance", "--flat", "--empty", "--no-total", "--layout=bare", "-O", "csv", "-f"], file.path());
    let mut found = Balances::new();
    for row in csv::Reader::from_reader(table.as_bytes()).records() {
        let row = row.expect("a row");
        let minor = amount_text::parse(&row[2]).expect("an amount");
        assert!(found.insert(row[0].to_owned(), (minor, row[1].to_owned())).is_none(), "one account, one unit: {}", &row[0]);
    }
    found
}

fn beancount_balances(chart: &Chart, entries: &[Entry]) -> Balances {
    let survey = Survey::of(chart, entries);
    let file = write(|out| journal::beancount(out, chart, &survey, entries), ".beancount");
    run("bean-check", &[], file.path());
    let path = file.path().to_str().expect("a plain path");
    let query = "select account, currency, sum(number) group by account, currency";
    let output = run("bean-query", &["-f", "csv", path], Path::new(query));
    let mut found = Balances::new();
    for row in csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(output.as_bytes()).records() {
        let row = row.expect("a row");
        let minor = amount_text::parse(&row[2]).expect("an amount");
        assert!(found.insert(row[0].to_owned(), (minor, row[1].to_owned())).is_none(), "one account, one unit: {}", &row[0]);
    }
    found
}

fn csv_balances(chart: &Chart, entries: &[Entry]) -> Balances {
    let mut bytes = Vec::new();
    journal::csv(&mut bytes, chart, entries).expect("writing in memory");
    let mut found = Balances::new();
    for row in csv::Reader::from_reader(bytes.as_slice()).records() {
        let row = row.expect("a row");
        let side = |at: usize| if row[at].is_empty() { 0 } else { amount_text::parse(&row[at]).expect("an amount") };
        found.entry(row[3].to_owned()).or_insert_with(|| (0, row[6].to_owned())).0 += side(4) - side(5);
    }
    found
}

#[test]
fn hledger_finds_our_balances() {
    let (chart, entries) = (chart(), entries(400));
    assert_eq!(hledger_balances(&chart, &entries), expected(&chart, &entries));
}

#[test]
fn beancount_finds_our_balances() {
    let (chart, entries) = (chart(), entries(400));
    assert_eq!(beancount_balances(&chart, &entries), expected(&chart, &entries));
}

#[test]
fn the_table_has_our_balances() {
    let (chart, entries) = (chart(), entries(400));
    assert_eq!(csv_balances(&chart, &entries), expected(&chart, &entries));
}

#[test]
fn without_memo_both_read_dollars_only() {
    let (chart, entries) = (chart().without_memo(), entries(150));
    let expected = expected(&chart, &entries);
    assert!(expected.values().all(|(_, unit)| unit == "CAD") && expected.keys().all(|name| !name.starts_with("Equity")));
    assert_eq!(hledger_balances(&chart, &entries), expected);
    assert_eq!(beancount_balances(&chart, &entries), expected);
}

#[test]
fn an_empty_journal_is_a_journal() {
    let chart = chart();
    assert!(hledger_balances(&chart, &[]).is_empty());
    assert!(beancount_balances(&chart, &[]).is_empty());
}

/// What accountants add touches nothing of ours but expenses and revenue.
#[test]
fn every_internal_account_keeps_its_balance() {
    let (chart, entries) = (chart(), entries(400));
    let mut internal: BTreeMap<String, i128> = BTreeMap::new();
    for transfer in entries.iter().flat_map(|e| &e.transfers) {
        let minor = i128::from(transfer.amount().minor);
        *internal.entry(journal::Account::Internal(transfer.debit()).name(&chart)).or_default() += minor;
        *internal.entry(journal::Account::Internal(transfer.credit()).name(&chart)).or_default() -= minor;
    }
    for (name, (minor, _)) in journal::expected_balances(&chart, &entries) {
        if !name.starts_with("Expenses:") && !name.starts_with("Income:") {
            // Redeemed units pass through their cover, in and out: it may be named without being ours.
            assert_eq!(internal.remove(&name).unwrap_or(0), minor, "{name}");
        }
    }
    assert!(internal.is_empty(), "accounts lost: {internal:?}");
}

#[test]
fn an_entry_that_was_not_surveyed_is_refused() {
    let (chart, entries) = (chart(), entries(20));
    let survey = Survey::default();
    assert!(journal::hledger(&mut Vec::new(), &chart, &survey, &entries).is_err());
    assert!(journal::beancount(&mut Vec::new(), &chart, &survey, &entries).is_err());
}

/// The accountant's accounts: food apart for one fund, everything else as proposed.
fn plan() -> Plan {
    let rows = [(1, vec!["account", "fund", "number", "name"]), (2, vec!["food", "mrc-2026", "5190", "Aliments, MRC"])];
    let rows: Vec<Row> = rows.map(|(line, cells)| Row { line, cells: cells.into_iter().map(str::to_owned).collect() }).into();
    let fund = |key: &str| (key == "mrc-2026").then_some(FundId(2));
    Plan::proposed(|heading| format!("Compte {}", heading.key())).read(&rows, fund).expect("a plan")
}

/// What each account of theirs must hold: ours, summed under their headings.
fn theirs(entries: &[Entry], name: impl Fn(&journal::Theirs) -> String) -> BTreeMap<String, i128> {
    let (chart, plan) = (chart(), plan());
    let mut sums = BTreeMap::new();
    for line in entries.iter().flat_map(|entry| plan.posted(&chart, entry)) {
        *sums.entry(name(&line.to)).or_default() += line.minor;
    }
    sums
}

#[test]
fn every_posted_entry_balances_and_keeps_our_totals() {
    let (chart, entries, plan) = (chart().without_memo(), entries(400), plan());
    for entry in &entries {
        let posted = plan.posted(&chart, entry);
        assert_eq!(posted.iter().map(|line| line.minor).sum::<i128>(), 0, "{}", entry.seq);
        assert!(posted.iter().all(|line| line.minor != 0));
    }
    let sums = theirs(&entries, |theirs| theirs.number.clone());
    let ours = expected(&chart, &entries);
    let held = |head: &str| ours.iter().filter(|(name, _)| name.starts_with(head)).map(|(_, (minor, _))| minor).sum::<i128>();
    assert_eq!(sums["1060"], held("Assets:Bank"));
    assert_eq!(sums["5100"] + sums["5190"], held("Expenses:Food"));
    assert_eq!(sums["5190"], held("Expenses:Food:Mrc-2026"));
}

#[test]
fn quickbooks_lines_are_grouped_and_balance() {
    let entries = entries(200);
    let mut bytes = Vec::new();
    journal::quickbooks(&mut bytes, &chart(), &plan(), &entries).expect("in memory");
    let mut found: BTreeMap<String, i128> = BTreeMap::new();
    let mut by_entry: BTreeMap<String, i128> = BTreeMap::new();
    for row in csv::Reader::from_reader(bytes.as_slice()).records() {
        let row = row.expect("a row");
        let side = |at: usize| if row[at].is_empty() { 0 } else { amount_text::parse(&row[at]).expect("an amount") };
        assert!(row[0].len() <= 21 && (row[3].is_empty() != row[4].is_empty()), "{row:?}");
        *found.entry(row[2].to_owned()).or_default() += side(3) - side(4);
        *by_entry.entry(row[0].to_owned()).or_default() += side(3) - side(4);
    }
    assert!(by_entry.values().all(|sum| *sum == 0));
    assert_eq!(found, theirs(&entries, |theirs| theirs.name.clone()));
}

#[test]
fn sage_50_lines_are_read_back() {
    let entries = entries(200);
    let bytes = journal::sage50(&chart(), &plan(), &entries).expect("four digits");
    // Windows-1252: one byte a letter.
    let text: String = bytes.iter().map(|b| char::from(*b)).collect();
    let (mut found, mut open) = (BTreeMap::<String, i128>::new(), 0);
    for line in text.lines() {
        let mut cells = line.splitn(3, ',');
        let (first, second) = (cells.next().expect("a cell"), cells.next().expect("a cell"));
        assert_eq!(line.matches('"').count(), if first.len() == 8 { 4 } else { 2 }, "{line}");
        if first.len() == 8 {
            assert_eq!(open, 0, "the entry before balances");
            assert!(second.len() <= 15 && line.len() <= 8 + 1 + 15 + 1 + 41, "{line}");
        } else {
            let minor = amount_text::parse(second).expect("an amount");
            open += minor;
            *found.entry(first.to_owned()).or_default() += minor;
        }
    }
    assert_eq!(open, 0);
    assert_eq!(found, theirs(&entries, |theirs| theirs.number.clone()));
    let long = Plan::proposed(|_| String::new());
    let rows = [Row { line: 1, cells: ["food", "", "51-000"].map(str::to_owned).into() }];
    let long = long.read(&rows, |_| None).expect("a plan");
    assert_eq!(journal::sage50(&chart(), &long, &entries).expect_err("six signs").0, "51-000");
}

#[test]
fn any_other_program_is_described() {
    let shape: Shape = toml::from_str(
        "separator = 'semicolon'\ndecimal = 'comma'\ndate = '%d/%m/%Y'\nencoding = 'windows1252'\ncolumns = [\n\
         { title = 'Date', value = 'date' }, { title = 'Journal', text = 'CN' }, { title = 'No', value = 'entry' },\n\
         { title = 'Compte', value = 'account' }, { title = 'Libellé', value = 'label', most = 20 },\n\
         { title = 'Débit', value = 'debit' }, { title = 'Crédit', value = 'credit' }, { title = 'Projet', value = 'fund' } ]",
    )
    .expect("a description");
    assert!(shape.check(&journal::COLUMNS, &journal::NEEDED).is_empty());
    let entries = entries(100);
    let mut bytes = Vec::new();
    journal::mapped(&mut bytes, &chart(), &plan(), &shape, &entries).expect("in memory");
    assert!(bytes.starts_with(b"Date;Journal;No;Compte;Libell\xE9;D\xE9bit;Cr\xE9dit;Projet\r\n"));
    let mut found: BTreeMap<String, i128> = BTreeMap::new();
    for row in exchange::table::read(&bytes).expect("a table").into_iter().skip(1) {
        let side = |at: usize| match row.cells.get(at).map_or("", String::as_str) {
            "" => 0,
            text => amount_text::parse(&text.replace(',', ".")).expect("an amount"),
        };
        assert!(row.cells[4].chars().count() <= 20 && row.cells[1] == "CN");
        *found.entry(row.cells[3].clone()).or_default() += side(5) - side(6);
    }
    assert_eq!(found, theirs(&entries, |theirs| theirs.number.clone()));
}

#[test]
fn a_plan_says_which_line_is_wrong() {
    let read = |cells: [&str; 4]| {
        let rows = [Row { line: 1, cells: vec!["compte".to_owned()] }, Row { line: 7, cells: cells.map(str::to_owned).into() }];
        Plan::proposed(|_| String::new()).read(&rows, |key| (key == "f").then_some(FundId(1)))
    };
    for (cells, mistake) in [
        (["cash", "", "1", ""], PlanMistake::UnknownAccount),
        (["bank", "g", "1", ""], PlanMistake::UnknownFund),
        (["bank", "f", "", ""], PlanMistake::Empty),
    ] {
        assert_eq!(read(cells).expect_err("wrong"), PlanProblem { line: 7, mistake });
    }
    let good = read(["bank", "f", "1061", "Caisse, F"]).expect("a plan");
    assert_eq!(good.lines().len(), Heading::ALL.len() + 1);
}
