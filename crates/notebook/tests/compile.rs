//! A notebook is the configuration: what it compiles to, and back.

use notebook::answer::{Money, Step};
use notebook::check::{Weight, every_question, findings};
use notebook::compile::{Frame, NotReady, Words, programme, undecided};
use notebook::question::Kind;
use notebook::{Answer, Decision, Notebook, State, catalogue, read_back};
use proptest::prelude::*;

struct Plain;

impl Words for Plain {
    fn band(&self, step: &Step) -> String {
        step.key()
    }
    fn given(&self, value: Money, month: Option<jiff::civil::Date>) -> String {
        format!("given {value} {month:?}")
    }
    fn sold(&self, value: Money) -> String {
        format!("sold {value}")
    }
    fn bonus(&self, value: Money) -> String {
        format!("bonus {value}")
    }
    fn offer(&self, price: Money, worth: Money) -> String {
        format!("{price} for {worth}")
    }
    fn sales_fund(&self) -> String {
        "sales".to_owned()
    }
    fn public(&self) -> String {
        "public".to_owned()
    }
}

fn frame() -> Frame {
    Frame { key: "essai".to_owned(), host: "pcn.example".to_owned(), territories: vec!["340".to_owned()], simulated: true }
}

fn write(notebook: &mut Notebook, question: &str, written: &str) {
    let asked = catalogue().question(question).expect(question);
    let answer = Answer::parse(asked, written).unwrap_or_else(|e| panic!("{question}: {written}: {e}"));
    let decision = notebook.decisions.entry(question.to_owned()).or_default();
    *decision = Decision { answer: Some(answer), state: State::Decided, ..Decision::default() };
}

/// A model with the names that it cannot know.
fn named(model: &str) -> Notebook {
    let mut notebook = Notebook::start(catalogue(), model).expect(model);
    for (question, name) in
        [("territory", "MRC d’Essai"), ("programme-name", "Coupons d’essai"), ("carrier", "Table"), ("fiduciary", "UPA")]
    {
        write(&mut notebook, question, name);
    }
    notebook
}

fn models() -> impl Iterator<Item = &'static str> {
    catalogue().known.iter().filter(|known| known.model).map(|known| known.key.as_str())
}

#[test]
fn every_model_compiles_and_reads_back() {
    for model in models() {
        let notebook = named(model);
        let file = programme(&notebook, catalogue(), &frame(), &Plain).unwrap_or_else(|no| panic!("{model}: {no:?}"));
        let back = read_back(&file, catalogue()).unwrap_or_else(|no| panic!("{model}: {no}"));
        assert_eq!(back, notebook, "{model}");
        assert_eq!(programme(&back, catalogue(), &frame(), &Plain), Ok(file), "{model}");
    }
}

#[test]
fn what_was_borrowed_says_so_and_opens_nothing() {
    let notebook = named("portneuf");
    let open = undecided(&notebook, catalogue());
    assert!(open.contains(&"households") && open.contains(&"funders") && !open.contains(&"carrier"), "{open:?}");
    let borrowed = |question: &str| notebook.decision(question).and_then(|d| d.borrowed.as_deref());
    assert_eq!(
        (borrowed("households"), borrowed("least-merchants"), borrowed("carrier")),
        (Some("portneuf"), Some("cabas"), None)
    );
}

#[test]
fn what_the_public_buys_becomes_an_offer() {
    let mut notebook = named("portneuf");
    for (question, answer) in [
        ("denominations", "5"),
        ("public-sale", "bonus"),
        ("sale-bonus", "50"),
        ("sale-cap", "3000"),
        ("funders", "MRC = 100000"),
        ("medium", "paper"),
    ] {
        write(&mut notebook, question, answer);
    }
    let offer = |notebook: &Notebook| {
        let file = programme(notebook, catalogue(), &frame(), &Plain).expect("compiles");
        assert_eq!(read_back(&file, catalogue()).as_ref(), Ok(notebook));
        let file: toml::Table = file.parse().expect("TOML");
        file.get("offer").and_then(|offers| offers.as_array()?.first().cloned())
    };
    let bonus = offer(&notebook).expect("an offer");
    let of = |key: &str| bonus.get(key).map(ToString::to_string).unwrap_or_default();
    assert_eq!((of("price"), of("count"), of("bonus_count")), ("\"20,00\"".into(), "4".into(), "2".into()));
    assert_eq!((of("bonus_fund"), of("bonus_cap")), ("\"mrc\"".into(), "\"1500,00\"".into()), "half of what may be sold");
    assert_eq!(of("name"), "\"20,00 for 30,00\"");
    write(&mut notebook, "public-sale", "par");
    let par = offer(&notebook).expect("an offer");
    assert_eq!((par.get("count").and_then(toml::Value::as_integer), par.get("bonus_fund")), (Some(4), None));
    // Selling was also how nobody is singled out.
    write(&mut notebook, "anti-stigma", "same-coupon");
    write(&mut notebook, "public-sale", "no");
    assert_eq!(offer(&notebook), None);
}

#[test]
fn a_file_changed_by_hand_opens_the_question_again() {
    let mut notebook = named("portneuf");
    write(&mut notebook, "payment-days", "5");
    let file = programme(&notebook, catalogue(), &frame(), &Plain).expect("compiles");
    let changed = file.replace("payment_target_days = 5", "payment_target_days = 9");
    assert_ne!(file, changed);
    let back = read_back(&changed, catalogue()).expect("reads");
    let decision = back.decision("payment-days").expect("there");
    assert_eq!((decision.answer.as_ref(), decision.state), (Some(&Answer::Count(9)), State::Revisited));
    assert_eq!(back.decision("households"), notebook.decision("households"), "and no other");
}

#[test]
fn a_file_that_was_never_a_notebook_proposes_what_it_holds() {
    let back = read_back(include_str!("../../ground/src/programme.toml"), catalogue()).expect("reads");
    assert_eq!(back.text("carrier"), "Table d’essai");
    assert_eq!(back.answer("denominations").map(Answer::written).as_deref(), Some("5,00\n10,00\n10,50"));
    assert!(back.decisions.values().all(|d| d.state == State::Proposed && d.borrowed.is_none()));
}

#[test]
fn what_cannot_be_read_is_said_where_it_is() {
    for (text, said) in [
        ("[notebook", "line 1"),
        ("a = 1\nb = ", "line 2"),
        ("[notebook.households]\nanswer = \"many\"\nstate = \"decided\"", "households"),
        ("[notebook.nothing]\nanswer = 3\nstate = \"decided\"", "nothing"),
        ("[notebook.households]\nanswer = 3\nstate = \"sure\"", "households"),
        ("[notebook.own-1]\nanswer = 3\nstate = \"decided\"", "own-1"),
    ] {
        let no = read_back(text, catalogue()).expect_err(text).to_string();
        assert!(no.contains(said), "{text}: {no}");
    }
}

/// Each rule, with the answers that break it.
#[test]
fn each_contradiction_is_found_and_only_then() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("sold-expires", &[("public-sale", "par"), ("expiry-sold", "season-end")]),
        ("csa-weekly", &[("where", "markets\ncsa"), ("csa-block", "weekly")]),
        ("csa-nowhere", &[("csa-block", "block")]),
        ("scan-self-service", &[("where", "self-service"), ("self-service", "cash-box"), ("acceptance", "phone-scan")]),
        ("self-service-no", &[("where", "self-service"), ("self-service", "no")]),
        ("not-payable", &[("denominations", "7")]),
        ("dates", &[("starts-on", "2027-10-10"), ("ends-on", "2027-06-01")]),
        ("season-short", &[("weeks", "30")]),
        ("season-over-a-year", &[("starts-on", "2027-06-01"), ("ends-on", "2028-08-01")]),
        ("money-short", &[("funders", "MRC = 10")]),
        ("budget-apart", &[("coupon-budget", "1")]),
        ("local-method", &[("payment-method", "local-currency")]),
        ("local-foods", &[("medium", "local-currency"), ("foods", "bread")]),
        ("card", &[("medium", "card")]),
        ("names-asked", &[("proof", "income")]),
        ("stigma-sale", &[("anti-stigma", "public-sale"), ("public-sale", "no")]),
        ("none-and-more", &[("transport", "none\nrides")]),
        ("month-kept", &[("expiry-given", "month-end"), ("carry-over", "until-end")]),
        ("month-lost", &[("carry-over", "same-month"), ("expiry-given", "season-end")]),
        ("never-closes", &[("expiry-given", "none")]),
        ("nobody-selects", &[("who-selects", "nobody"), ("eligibility", "low-income")]),
        ("community-asked", &[("territory-unit", "first-nation"), ("community-data", "not-concerned")]),
        ("bonus-no-cap", &[("public-sale", "bonus"), ("sale-cap", "0")]),
        ("rhythm-slow", &[("payment-days", "10"), ("payment-every", "month")]),
        ("fee", &[("merchant-fee", "2")]),
        ("change-dollars", &[("change", "dollars")]),
        ("scale-same", &[("scale-by-size", "same-for-all"), ("scale", "1 = 5\n2+ = 10")]),
        ("scale-per-person", &[("scale-by-size", "per-person"), ("scale", "1 = 5\n2+ = 15")]),
        ("too-many-classes", &[("expiry-given", "month-end"), ("denominations", "1, 2, 3, 4, 5, 6, 7")]),
        ("community-language", &[("household-languages", "fr\ncommunity")]),
        ("no-fund-for-bonus", &[]),
    ];
    for (key, answers) in cases {
        let mut notebook = named("bas-saint-laurent");
        if *key == "no-fund-for-bonus" {
            write(&mut notebook, "public-sale", "bonus");
            let none = Decision { answer: Some(Answer::Funds(Vec::new())), ..Decision::default() };
            notebook.decisions.insert("funders".to_owned(), none);
        }
        for (question, written) in *answers {
            write(&mut notebook, question, written);
        }
        let found = |notebook: &Notebook| findings(notebook).into_iter().any(|finding| finding.key == *key);
        assert!(found(&notebook), "{key}");
        assert!(!found(&named("bas-saint-laurent")), "{key} in the model");
    }
    let rules: Vec<&str> = notebook::check::every_key().collect();
    let proved: Vec<&str> = cases.iter().map(|(key, _)| *key).collect();
    assert_eq!(rules, proved, "each rule has its case, in order");
    for question in every_question() {
        assert!(catalogue().question(question).is_some(), "{question}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    /// Whatever is chosen, a notebook is a programme that reads back, or says why it is none.
    #[test]
    fn any_choices_compile_or_say_why(model in 0..models().count(), picks in prop::collection::vec((0..100_usize, 0..100_usize), 0..12)) {
        let mut notebook = named(models().nth(model).expect("a model"));
        for (question, option) in picks {
            let questions = &catalogue().questions;
            let asked = &questions[question % questions.len()];
            if matches!(asked.kind, Kind::Choice | Kind::Several) {
                write(&mut notebook, &asked.key.clone(), &asked.options[option % asked.options.len()]);
            }
        }
        match programme(&notebook, catalogue(), &frame(), &Plain) {
            Ok(file) => prop_assert_eq!(read_back(&file, catalogue()), Ok(notebook)),
            Err(NotReady { unanswered, contradictions }) => {
                prop_assert!(!unanswered.is_empty() || contradictions.iter().all(|f| f.weight == Weight::Contradiction));
                prop_assert!(!unanswered.is_empty() || !contradictions.is_empty());
            }
        }
    }
}
