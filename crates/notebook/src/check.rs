//! What does not hold together in a notebook: answers that contradict each other, and those that deserve a second look.
//! Each finding names the questions it is about; its words are `finding-<key>` and `finding-<key>-next`.

use crate::answer::{Answer, Money};
use crate::book::Notebook;
use crate::consequence;
use jiff::civil::Date;

/// How grave a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Weight {
    /// Both answers cannot hold: a programme cannot be opened so.
    Contradiction,
    /// They can, and somebody should know what follows.
    Caution,
}

/// Something that does not hold together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Its stable name.
    pub key: &'static str,
    /// How grave it is.
    pub weight: Weight,
    /// The questions it is about.
    pub questions: &'static [&'static str],
    /// An amount to say with it, cents.
    pub amount: Option<i64>,
}

/// Everything that does not hold together, contradictions first.
pub fn findings(notebook: &Notebook) -> Vec<Finding> {
    let mut found: Vec<Finding> = RULES.iter().filter_map(|rule| rule.finding(notebook)).collect();
    found.sort_by_key(|finding| finding.weight);
    found
}

/// Whether a rule is broken.
enum Broken {
    No,
    Yes,
    /// By so much, cents.
    By(i64),
}

/// One rule: what it is about, and whether it is broken; with an amount where one helps.
struct Rule {
    key: &'static str,
    weight: Weight,
    questions: &'static [&'static str],
    broken: fn(&Notebook) -> Broken,
}

impl Rule {
    fn finding(&self, notebook: &Notebook) -> Option<Finding> {
        let amount = match (self.broken)(notebook) {
            Broken::No => return None,
            Broken::Yes => None,
            Broken::By(cents) => Some(cents),
        };
        Some(Finding { key: self.key, weight: self.weight, questions: self.questions, amount })
    }
}

const fn when(broken: bool) -> Broken {
    if broken { Broken::Yes } else { Broken::No }
}

fn by(amount: Option<i64>) -> Broken {
    amount.map_or(Broken::No, Broken::By)
}

/// Whether coupons are sold to the public.
pub fn is_sold(n: &Notebook) -> bool {
    n.chose("public-sale", "bonus") || n.chose("public-sale", "par")
}

fn amounts(n: &Notebook, question: &str) -> Vec<Money> {
    match n.answer(question) {
        Some(Answer::Amounts(amounts)) => amounts.clone(),
        _ => Vec::new(),
    }
}

/// The steps of the scale that the values of coupons cannot make exactly, the first of them.
fn not_payable(n: &Notebook) -> Option<i64> {
    let coins = amounts(n, "denominations");
    let Some(Answer::Scale(steps)) = n.answer("scale") else { return None };
    if coins.is_empty() {
        return None;
    }
    steps.iter().map(|step| step.weekly.0).find(|weekly| consequence::coupons_for(*weekly, &coins).is_none())
}

fn season(n: &Notebook) -> Option<(Date, Date)> {
    Some((n.date("starts-on")?, n.date("ends-on")?))
}

fn days(from: Date, until: Date) -> i64 {
    i64::from((until - from).get_days()) + 1
}

/// Whether « none » was chosen beside something else.
fn none_and_more(n: &Notebook, question: &str) -> bool {
    n.answer(question).is_some_and(|answer| answer.options().len() > 1) && n.chose(question, "none")
}

fn values(n: &Notebook) -> Vec<(u8, i64)> {
    match n.answer("scale") {
        Some(Answer::Scale(steps)) => steps.iter().map(|step| (step.from, step.weekly.0)).collect(),
        _ => Vec::new(),
    }
}

/// The most business days from one run to the next, when a rhythm is decided.
fn turn(n: &Notebook) -> Option<i64> {
    match n.choice("payment-every")? {
        "week" => Some(5),
        "two-weeks" => Some(10),
        "month" => Some(23),
        "season-end" => Some(i64::MAX),
        _ => None,
    }
}

use Weight::{Caution, Contradiction};

#[rustfmt::skip] // a table: one rule a line says what it is better than six lines do
const RULES: &[Rule] = &[
    Rule { key: "sold-expires", weight: Contradiction, questions: &["expiry-sold", "public-sale"],
        broken: |n| when(is_sold(n) && n.chose("expiry-sold", "season-end")) },
    Rule { key: "csa-weekly", weight: Contradiction, questions: &["where", "csa-block", "cadence"],
        broken: |n| when(n.chose("where", "csa") && !n.chose("csa-block", "block")) },
    Rule { key: "csa-nowhere", weight: Caution, questions: &["csa-block", "where"],
        broken: |n| when(!n.chose("where", "csa") && n.chose("csa-block", "block")) },
    Rule { key: "scan-self-service", weight: Contradiction, questions: &["where", "acceptance", "self-service"],
        broken: |n| when(n.chose("where", "self-service") && n.answer("acceptance").is_some_and(|a| a.options() == ["phone-scan"])) },
    Rule { key: "self-service-no", weight: Contradiction, questions: &["self-service", "where"],
        broken: |n| when(n.chose("where", "self-service") && n.answer("self-service").is_some() && !n.chose("self-service", "cash-box")) },
    Rule { key: "not-payable", weight: Contradiction, questions: &["scale", "denominations"],
        broken: |n| by(not_payable(n)) },
    Rule { key: "dates", weight: Contradiction, questions: &["starts-on", "ends-on"],
        broken: |n| when(season(n).is_some_and(|(from, until)| from > until)) },
    Rule { key: "season-short", weight: Contradiction, questions: &["weeks", "starts-on", "ends-on"],
        broken: |n| when(season(n).zip(n.number("weeks")).is_some_and(|((from, until), weeks)| from <= until && weeks > (days(from, until) + 6) / 7)) },
    Rule { key: "season-over-a-year", weight: Contradiction, questions: &["starts-on", "ends-on"],
        broken: |n| when(season(n).is_some_and(|(from, until)| days(from, until) > 366)) },
    Rule { key: "money-short", weight: Contradiction, questions: &["funders", "households", "scale", "weeks", "ceiling", "operations-share"],
        broken: |n| by(consequence::consequences(n).short.filter(|short| *short > 0)) },
    Rule { key: "budget-apart", weight: Caution, questions: &["coupon-budget", "households", "scale", "weeks"],
        broken: |n| {
            let both = n.number("coupon-budget").zip(consequence::consequences(n).given);
            // A fifth either way is a rounded budget, not another programme.
            when(both.is_some_and(|(budget, given)| budget > 0 && (given.high < budget * 4 / 5 || given.low > budget * 6 / 5)))
        } },
    Rule { key: "local-method", weight: Contradiction, questions: &["payment-method", "medium"],
        broken: |n| when(n.chose("payment-method", "local-currency") && !n.chose("medium", "local-currency")) },
    Rule { key: "local-foods", weight: Caution, questions: &["medium", "foods"],
        broken: |n| when(n.chose("medium", "local-currency") && n.answer("foods").is_some() && !n.chose("foods", "crafts")) },
    Rule { key: "card", weight: Caution, questions: &["medium"], broken: |n| when(n.chose("medium", "card")) },
    Rule { key: "names-asked", weight: Caution, questions: &["proof", "proxy"],
        broken: |n| when(n.answer("proof").is_some() && !n.chose("proof", "none") || n.chose("proxy", "named")) },
    Rule { key: "stigma-sale", weight: Contradiction, questions: &["anti-stigma", "public-sale"],
        broken: |n| when(n.chose("anti-stigma", "public-sale") && n.chose("public-sale", "no")) },
    Rule { key: "none-and-more", weight: Contradiction, questions: &["accompaniment", "transport", "evaluation"],
        broken: |n| when(["accompaniment", "transport", "evaluation"].iter().any(|question| none_and_more(n, question))) },
    Rule { key: "month-kept", weight: Contradiction, questions: &["carry-over", "expiry-given"],
        broken: |n| when(n.chose("expiry-given", "month-end") && (n.chose("carry-over", "until-end") || n.chose("carry-over", "unlimited"))) },
    Rule { key: "month-lost", weight: Contradiction, questions: &["carry-over", "expiry-given"],
        broken: |n| when(n.chose("carry-over", "same-month") && n.answer("expiry-given").is_some() && !n.chose("expiry-given", "month-end")) },
    Rule { key: "never-closes", weight: Caution, questions: &["expiry-given"],
        broken: |n| when(n.chose("expiry-given", "none") || n.chose("expiry-given", "next-season")) },
    Rule { key: "nobody-selects", weight: Contradiction, questions: &["who-selects", "eligibility"],
        broken: |n| when(n.chose("who-selects", "nobody") && n.answer("eligibility").is_some() && !n.chose("eligibility", "none")) },
    Rule { key: "community-asked", weight: Contradiction, questions: &["territory-unit", "community-data"],
        broken: |n| when(n.chose("territory-unit", "first-nation") && n.chose("community-data", "not-concerned")) },
    Rule { key: "bonus-no-cap", weight: Caution, questions: &["public-sale", "sale-cap"],
        broken: |n| when(n.chose("public-sale", "bonus") && n.number("sale-cap").unwrap_or(0) == 0) },
    Rule { key: "rhythm-slow", weight: Caution, questions: &["payment-days", "payment-every"],
        broken: |n| when(turn(n).zip(n.number("payment-days")).is_some_and(|(turn, promised)| promised < turn)) },
    Rule { key: "fee", weight: Caution, questions: &["merchant-fee"],
        broken: |n| when(n.number("merchant-fee").is_some_and(|fee| fee > 0)) },
    Rule { key: "change-dollars", weight: Caution, questions: &["change"], broken: |n| when(n.chose("change", "dollars")) },
    Rule { key: "scale-same", weight: Contradiction, questions: &["scale-by-size", "scale"],
        broken: |n| { let v = values(n); when(n.chose("scale-by-size", "same-for-all") && v.iter().any(|(_, value)| *value != v[0].1)) } },
    Rule { key: "scale-per-person", weight: Contradiction, questions: &["scale-by-size", "scale"],
        broken: |n| { let v = values(n); when(n.chose("scale-by-size", "per-person") && v.iter().any(|(people, value)| *value != v[0].1 * i64::from(*people))) } },
    Rule { key: "too-many-classes", weight: Contradiction, questions: &["expiry-given", "denominations"],
        broken: |n| when(crate::compile::classes_needed(n) > 26) },
    Rule { key: "community-language", weight: Caution, questions: &["household-languages"],
        broken: |n| when(n.chose("household-languages", "community") || n.chose("household-languages", "newcomers")) },
    Rule { key: "no-fund-for-bonus", weight: Contradiction, questions: &["public-sale", "funders"],
        broken: |n| when(n.chose("public-sale", "bonus") && matches!(n.answer("funders"), Some(Answer::Funds(gifts)) if gifts.is_empty())) },
];

/// Every finding's name, for the test that each has its words.
pub fn every_key() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.key)
}

/// Every question that a rule is about, for the test that they exist.
pub fn every_question() -> impl Iterator<Item = &'static str> {
    RULES.iter().flat_map(|rule| rule.questions.iter().copied())
}
