//! From a notebook to `programme.toml`: the notebook is the configuration. The whole notebook goes with it, under
//! `[notebook]`, so that one file carries what the programme does and why; [`crate::read_back`] reads it again.

mod offer;

use crate::answer::{Answer, Gift, Money, Step};
use crate::book::{Decision, Notebook, State};
use crate::catalogue::Catalogue;
use crate::check::{Finding, Weight, findings, is_sold};
use jiff::ToSpan;
use jiff::civil::Date;
use toml::{Table, Value};

/// What a programme's file says that no committee decides.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Short name in files and addresses.
    pub key: String,
    /// Host of the checking address printed on coupons.
    pub host: String,
    /// Codes of the territories served.
    pub territories: Vec<String>,
    /// A practice programme says so on every page.
    pub simulated: bool,
}

/// The words that a programme's file holds, in the programme's own language: they are printed on coupons.
pub trait Words {
    /// A size of household: « 3 ou 4 personnes ».
    fn band(&self, step: &Step) -> String;
    /// A coupon given: « Coupon de 5 $ »; with a month when it is good in that month only.
    fn given(&self, value: Money, month: Option<Date>) -> String;
    /// A coupon sold.
    fn sold(&self, value: Money) -> String;
    /// A coupon added to those sold.
    fn bonus(&self, value: Money) -> String;
    /// A pack that the public buys: what is paid, and what its coupons are worth.
    fn offer(&self, price: Money, worth: Money) -> String;
    /// The fund that receives what the public pays.
    fn sales_fund(&self) -> String;
    /// Who gives to it.
    fn public(&self) -> String;
}

/// Why a notebook is no programme yet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct NotReady {
    /// Questions without which no programme can be opened.
    pub unanswered: Vec<String>,
    /// Answers that contradict each other.
    pub contradictions: Vec<Finding>,
}

/// Questions that must be decided, and are still borrowed, proposed or open: a programme can be looked at so, not opened.
pub fn undecided<'c>(notebook: &Notebook, catalogue: &'c Catalogue) -> Vec<&'c str> {
    let decided = |key: &str| notebook.decision(key).is_some_and(|d| d.state == State::Decided && d.answer.is_some());
    catalogue.questions.iter().filter(|q| q.required && !decided(&q.key)).map(|q| q.key.as_str()).collect()
}

/// The programme's file.
pub fn programme(n: &Notebook, catalogue: &Catalogue, frame: &Frame, words: &dyn Words) -> Result<String, NotReady> {
    let unanswered = catalogue.questions.iter().filter(|q| q.required && n.answer(&q.key).is_none());
    let mut contradictions = findings(n);
    contradictions.retain(|finding| finding.weight == Weight::Contradiction);
    let not_ready = NotReady { unanswered: unanswered.map(|q| q.key.clone()).collect(), contradictions };
    let (Some(starts_on), Some(ends_on)) = (n.date("starts-on"), n.date("ends-on")) else { return Err(not_ready) };
    if not_ready != NotReady::default() {
        return Err(not_ready);
    }
    let claim = n.number("last-claim").and_then(|days| ends_on.checked_add(days.days()).ok()).unwrap_or(ends_on);
    let mut file = Table::new();
    file.insert("programme".to_owned(), Value::Table(identity(n, frame)));
    file.insert(
        "season".to_owned(),
        table([("starts_on", starts_on.to_string()), ("ends_on", ends_on.to_string()), ("last_claim_on", claim.to_string())]),
    );
    file.insert("rules".to_owned(), Value::Table(rules(n)));
    let funds = funds(n, words);
    let classes = classes(n, words, (starts_on, ends_on), &funds);
    let mut many = |key: &str, tables: Vec<Table>| {
        if !tables.is_empty() {
            file.insert(key.to_owned(), Value::Array(tables.into_iter().map(Value::Table).collect()));
        }
    };
    many("unit", unit(n).into_iter().collect());
    many("band", bands(n, words));
    many("fund", funds);
    let offers = offer::offers(n, words, &classes);
    many("class", classes);
    many("offer", offers);
    file.insert("notebook".to_owned(), Value::Table(whole(n)));
    Ok(toml::to_string(&file).expect("a table of plain values"))
}

/// What the decided questions alone say of a programme that runs: the parts of its file that an amendment may change.
/// What is only discussed or proposed says nothing.
pub fn decided(n: &Notebook, words: &dyn Words) -> Table {
    let firm = firm(n);
    let mut season = Table::new();
    for (question, key) in [("starts-on", "starts_on"), ("ends-on", "ends_on")] {
        if let Some(day) = firm.date(question) {
            season.insert(key.to_owned(), Value::String(day.to_string()));
        }
    }
    let bands = bands(&firm, words).into_iter().map(Value::Table).collect::<Vec<_>>();
    let mut file = Table::new();
    file.insert("season".to_owned(), Value::Table(season));
    file.insert("rules".to_owned(), Value::Table(rules(&firm)));
    if !bands.is_empty() {
        file.insert("band".to_owned(), Value::Array(bands));
    }
    file
}

/// The notebook with its decided questions alone.
pub fn firm(n: &Notebook) -> Notebook {
    let decided = n.decisions.iter().filter(|(_, decision)| decision.state == State::Decided);
    Notebook { decisions: decided.map(|(question, decision)| (question.clone(), decision.clone())).collect() }
}

/// The whole notebook, as its file writes it.
pub fn whole(n: &Notebook) -> Table {
    n.decisions.iter().map(|(question, decision)| (question.clone(), Value::Table(written(decision)))).collect()
}

fn written(decision: &Decision) -> Table {
    let mut table = Table::new();
    if let Some(answer) = &decision.answer {
        table.insert("answer".to_owned(), answer.write());
    }
    let mut text = |key: &str, value: &str| {
        if !value.is_empty() {
            table.insert(key.to_owned(), Value::String(value.to_owned()));
        }
    };
    text("state", decision.state.key());
    text("borrowed", decision.borrowed.as_deref().unwrap_or_default());
    text("reasons", &decision.reasons);
    text("by", &decision.by);
    text("on", &decision.on.map_or_else(String::new, |day| day.to_string()));
    text("meeting", &decision.meeting);
    text("dissent", &decision.dissent);
    text("renamed", &decision.renamed);
    if decision.withdrawn {
        table.insert("withdrawn".to_owned(), Value::Boolean(true));
    }
    table
}

fn table<const N: usize>(pairs: [(&str, String); N]) -> Value {
    Value::Table(pairs.into_iter().map(|(key, value)| (key.to_owned(), Value::String(value))).collect())
}

fn identity(n: &Notebook, frame: &Frame) -> Table {
    let mut table = Table::new();
    let mut text = |key: &str, value: &str| table.insert(key.to_owned(), Value::String(value.to_owned()));
    text("key", &frame.key);
    text("name", n.text("programme-name"));
    text("territory", n.text("territory"));
    text("carrier", n.text("carrier"));
    text("fiduciary", n.text("fiduciary"));
    text("language", n.choice("language").unwrap_or("fr"));
    text("host", &frame.host);
    if !frame.territories.is_empty() {
        let codes = frame.territories.iter().cloned().map(Value::String).collect();
        table.insert("territories".to_owned(), Value::Array(codes));
    }
    if frame.simulated {
        table.insert("simulated".to_owned(), Value::Boolean(true));
    }
    table
}

/// What each option is called in the programme's file.
const FUND_ORDER: [(&str, &str); 3] = [("designated", "designated"), ("oldest", "oldest_first"), ("pro-rata", "pro_rata")];

pub(crate) fn fund_order(named: &str) -> Option<&'static str> {
    FUND_ORDER.into_iter().find(|(_, file)| *file == named).map(|(option, _)| option)
}

fn rules(n: &Notebook) -> Table {
    let mut rules = Table::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            rules.insert(key.to_owned(), value);
        }
    };
    let whole = |question: &str| n.number(question).map(Value::Integer);
    let money = |question: &str| n.number(question).map(|cents| Value::String(Money(cents).to_string()));
    let order = n.choice("fund-order").and_then(|chosen| FUND_ORDER.into_iter().find(|(option, _)| *option == chosen));
    put("fund_policy", order.map(|(_, file)| Value::String(file.to_owned())));
    put("overcommitment_percent", whole("ceiling"));
    put("approvals", whole("approvals"));
    put("minimum_payment", money("least-payment"));
    put("payment_target_days", whole("payment-days"));
    put("payment_every", n.choice("payment-every").map(|every| Value::String(every.replace('-', "_"))));
    // A counter pays on the spot, outside of the program: nothing of it is in the file.
    let through = n.choice("payment-route").filter(|route| *route == "through-market");
    put("payment_route", through.map(|_| Value::String("through_market".to_owned())));
    put("refund_limit", money("refund"));
    put("replacement", n.choice("lost-coupons").map(|who| Value::String(who.to_owned())));
    put("on_the_spot_limit", money("doubt-limit"));
    put("gives_change", n.choice("change").map(|change| Value::Boolean(change == "dollars")));
    if let Some(limit) = n.number("offline-limit") {
        put("offline", Some(table([("value_by_day", Money(limit).to_string())])));
    }
    rules
}

/// The programme's own unit, when coupons are in a local currency.
const UNIT: &str = "x-locale";

fn unit(n: &Notebook) -> Option<Table> {
    let Value::Table(unit) = n.chose("medium", "local-currency").then(|| {
        let name = n.text("currency-name");
        table([("code", UNIT.to_owned()), ("name", if name.is_empty() { UNIT.to_owned() } else { name.to_owned() })])
    })?
    else {
        return None;
    };
    Some(unit)
}

fn bands(n: &Notebook, words: &dyn Words) -> Vec<Table> {
    let Some(Answer::Scale(steps)) = n.answer("scale") else { return Vec::new() };
    let band = |step: &Step| match table([("key", step.key()), ("label", words.band(step)), ("weekly", step.weekly.to_string())])
    {
        Value::Table(table) => table,
        _ => Table::new(),
    };
    steps.iter().map(band).collect()
}

/// A short name made of a name: small letters, digits and dashes.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            'à' | 'â' | 'ä' => 'a',
            'ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            c if c.is_ascii_alphanumeric() => c,
            _ => '-',
        };
        if plain != '-' || !slug.is_empty() && !slug.ends_with('-') {
            slug.push(plain);
        }
    }
    slug.truncate(40);
    slug.trim_end_matches('-').to_owned()
}

/// A short name for the fund of each that gives.
fn fund_keys(gifts: &[Gift]) -> Vec<String> {
    let mut taken: Vec<String> = vec!["ventes".to_owned()];
    for (number, gift) in (1..).zip(gifts) {
        let key = Some(slug(&gift.name)).filter(|key| !key.is_empty() && !taken.contains(key));
        taken.push(key.unwrap_or_else(|| format!("fonds-{number}")));
    }
    taken.split_off(1)
}

fn funds(n: &Notebook, words: &dyn Words) -> Vec<Table> {
    let mut funds = Vec::new();
    let fund = |key: &str, name: &str, funder: &str| match table([
        ("key", key.to_owned()),
        ("name", name.to_owned()),
        ("funder", funder.to_owned()),
    ]) {
        Value::Table(table) => table,
        _ => Table::new(),
    };
    if let Some(Answer::Funds(gifts)) = n.answer("funders") {
        for (key, gift) in fund_keys(gifts).iter().zip(gifts) {
            funds.push(fund(key, &gift.name, &gift.name));
        }
    }
    if is_sold(n) {
        let mut sales = fund("ventes", &words.sales_fund(), &words.public());
        sales.insert("is_sales".to_owned(), Value::Boolean(true));
        funds.push(sales);
    }
    funds
}

/// The first day of each month that a season touches.
fn months(starts_on: Date, ends_on: Date) -> Vec<Date> {
    let mut months = Vec::new();
    let mut month = starts_on.first_of_month();
    while month <= ends_on && months.len() < 24 {
        months.push(month);
        let Ok(next) = month.checked_add(1.month()) else { break };
        month = next;
    }
    months
}

/// How many kinds of coupons the answers ask for; a programme has 26 letters.
pub fn classes_needed(n: &Notebook) -> usize {
    let Some(Answer::Amounts(values)) = n.answer("denominations") else { return 0 };
    let months = match (n.chose("expiry-given", "month-end"), n.date("starts-on"), n.date("ends-on")) {
        (true, Some(from), Some(until)) => months(from, until).len(),
        _ => 1,
    };
    let sold = if n.chose("public-sale", "bonus") { 2 } else { usize::from(is_sold(n)) };
    values.len() * (months + sold)
}

/// Colours of printed coupons, each apart from its neighbours also in grey.
const COLOURS: [&str; 6] = ["#2f6b3a", "#b5541c", "#27548a", "#7a3b69", "#8a6d1f", "#3d3d3d"];

fn classes(n: &Notebook, words: &dyn Words, (starts_on, ends_on): (Date, Date), funds: &[Table]) -> Vec<Table> {
    let Some(Answer::Amounts(values)) = n.answer("denominations") else { return Vec::new() };
    let mut classes: Vec<Table> = Vec::new();
    let mut add = |name: String, value: Money, funding: &str, colour: usize, from: Option<Date>, until: Option<Date>| {
        let letter = u8::try_from(classes.len()).map_or('Z', |index| char::from(b'A' + index.min(25)));
        let mut class = Table::new();
        let mut text = |key: &str, value: String| class.insert(key.to_owned(), Value::String(value));
        text("letter", letter.to_string());
        text("name", name);
        text("face", value.to_string());
        text("funding", funding.to_owned());
        text("colour", COLOURS[colour % COLOURS.len()].to_owned());
        for (key, day) in [("starts_on", from), ("expires_on", until)] {
            if let Some(day) = day {
                text(key, day.to_string());
            }
        }
        if n.chose("medium", "local-currency") && funding == "granted" {
            text("unit", UNIT.to_owned());
            text("medium", "local_currency".to_owned());
            let bonus = n.number("currency-bonus").unwrap_or(0);
            if let Some(fund) = funds.first().and_then(|fund| fund.get("key")).filter(|_| bonus > 0) {
                class.insert("bonus_fund".to_owned(), fund.clone());
                class.insert("bonus_percent".to_owned(), Value::Integer(bonus));
            }
        }
        classes.push(class);
    };
    let last = match n.choice("expiry-given") {
        Some("next-season") => ends_on.checked_add(1.year()).ok(),
        Some("none") => None,
        _ => Some(ends_on),
    };
    for (colour, value) in values.iter().enumerate() {
        if n.chose("expiry-given", "month-end") {
            for month in months(starts_on, ends_on) {
                let (from, until) = (month.max(starts_on), month.last_of_month().min(ends_on));
                add(words.given(*value, Some(month)), *value, "granted", colour, Some(from), Some(until));
            }
        } else {
            add(words.given(*value, None), *value, "granted", colour, Some(starts_on), last);
        }
    }
    for (colour, value) in values.iter().enumerate() {
        if is_sold(n) {
            add(words.sold(*value), *value, "sold", colour + 1, None, None);
        }
        if n.chose("public-sale", "bonus") {
            add(words.bonus(*value), *value, "granted", colour + 2, Some(starts_on), last.or(Some(ends_on)));
        }
    }
    classes
}
