//! From `programme.toml` back to a notebook. What the file says of its notebook is kept, with its reasons; where the
//! configuration says otherwise, the configuration is what the programme does, so it wins, and the question is open
//! again. A file that was never a notebook gives the answers it holds, as proposals.

use crate::answer::Answer;
use crate::book::{Decision, Notebook, State};
use crate::catalogue::Catalogue;
use crate::compile::fund_order;
use jiff::civil::Date;
use thiserror::Error;
use toml::{Table, Value};

/// Why a file cannot be read back.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum Unreadable {
    /// No TOML at all; where, from 1.
    #[error("line {line}: {message}")]
    Toml {
        /// The line.
        line: u32,
        /// In the reader's words.
        message: String,
    },
    /// An answer that does not fit its question.
    #[error("{question}")]
    Answer {
        /// Whose.
        question: String,
    },
}

/// Reads a file.
pub fn read_back(text: &str, catalogue: &Catalogue) -> Result<Notebook, Unreadable> {
    let file: Table = text.parse().map_err(|error: toml::de::Error| Unreadable::Toml {
        line: line_of(text, error.span().map_or(0, |span| span.start)),
        message: error.message().to_owned(),
    })?;
    let mut notebook = Notebook::default();
    for (question, value) in file.get("notebook").and_then(Value::as_table).into_iter().flatten() {
        let decision = value.as_table().and_then(|table| decision(question, table, catalogue));
        let decision = decision.ok_or_else(|| Unreadable::Answer { question: question.clone() })?;
        notebook.decisions.insert(question.clone(), decision);
    }
    for (question, answer) in says(&file, catalogue) {
        let kept = notebook.decisions.entry(question).or_default();
        if kept.answer.as_ref() != Some(&answer) {
            kept.state = if kept.state == State::Decided { State::Revisited } else { State::Proposed };
            kept.borrowed = None;
            kept.answer = Some(answer);
        }
    }
    Ok(notebook)
}

fn line_of(text: &str, at: usize) -> u32 {
    let before = text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count();
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}

fn decision(key: &str, table: &Table, catalogue: &Catalogue) -> Option<Decision> {
    let text = |name: &str| table.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let answer = match (table.get("answer"), catalogue.question(key)) {
        (None, _) => None,
        (Some(value), Some(question)) => Some(Answer::read(question, value).ok()?),
        // A question of the territory's own.
        (Some(value), None) if key.starts_with(crate::book::OWN) => Some(Answer::Text(value.as_str()?.to_owned())),
        (Some(_), None) => return None,
    };
    let on = text("on");
    Some(Decision {
        answer,
        state: State::named(&text("state"))?,
        borrowed: Some(text("borrowed")).filter(|model| !model.is_empty()),
        reasons: text("reasons"),
        by: text("by"),
        on: if on.is_empty() { None } else { Some(on.parse::<Date>().ok()?) },
        meeting: text("meeting"),
        dissent: text("dissent"),
        renamed: text("renamed"),
        withdrawn: table.get("withdrawn").and_then(Value::as_bool).unwrap_or_default(),
    })
}

/// What the only offer says of the sale: packs of several kinds are no answer to one question.
fn sale(offer: &Table) -> Vec<(&'static str, Value)> {
    let count = |key: &str| offer.get(key).and_then(Value::as_integer).unwrap_or(0);
    let (sold, bonus) = (count("count"), count("bonus_count"));
    if offer.contains_key("share") || sold <= 0 {
        return Vec::new();
    }
    let kind = ("public-sale", Value::String("bonus".to_owned()));
    match bonus * 100 {
        // Without a bonus it may have been decided either way: a sale at par, or a bonus of nothing.
        0 => Vec::new(),
        parts if parts % sold == 0 => vec![kind, ("sale-bonus", Value::Integer(parts / sold))],
        _ => vec![kind],
    }
}

/// The answers that the configuration itself holds.
fn says(file: &Table, catalogue: &Catalogue) -> Vec<(String, Answer)> {
    let mut found: Vec<(&str, Value)> = Vec::new();
    let section = |name: &str| file.get(name).and_then(Value::as_table).cloned().unwrap_or_default();
    let (identity, season, rules) = (section("programme"), section("season"), section("rules"));
    for (question, from, key) in [
        ("programme-name", &identity, "name"),
        ("territory", &identity, "territory"),
        ("carrier", &identity, "carrier"),
        ("fiduciary", &identity, "fiduciary"),
        ("language", &identity, "language"),
        ("starts-on", &season, "starts_on"),
        ("ends-on", &season, "ends_on"),
        ("ceiling", &rules, "overcommitment_percent"),
        ("approvals", &rules, "approvals"),
        ("least-payment", &rules, "minimum_payment"),
        ("payment-days", &rules, "payment_target_days"),
        ("refund", &rules, "refund_limit"),
        ("lost-coupons", &rules, "replacement"),
        ("doubt-limit", &rules, "on_the_spot_limit"),
    ] {
        found.extend(from.get(key).map(|value| (question, value.clone())));
    }
    let day = |key: &str| season.get(key).and_then(Value::as_str).and_then(|text| text.parse::<Date>().ok());
    if let (Some(ends), Some(claim)) = (day("ends_on"), day("last_claim_on")) {
        found.push(("last-claim", Value::Integer(i64::from((claim - ends).get_days()))));
    }
    let policy = rules.get("fund_policy").and_then(Value::as_str).and_then(fund_order);
    found.extend(policy.map(|option| ("fund-order", Value::String(option.to_owned()))));
    let every = rules.get("payment_every").and_then(Value::as_str);
    found.extend(every.map(|every| ("payment-every", Value::String(every.replace('_', "-")))));
    let route = rules.get("payment_route").and_then(Value::as_str).filter(|route| *route == "through_market");
    found.extend(route.map(|_| ("payment-route", Value::String("through-market".to_owned()))));
    if let Some(true) = rules.get("gives_change").and_then(Value::as_bool) {
        found.push(("change", Value::String("dollars".to_owned())));
    }
    let offline = rules.get("offline").and_then(Value::as_table).and_then(|t| t.get("value_by_day"));
    found.extend(offline.map(|value| ("offline-limit", value.clone())));
    let many = |name: &str| -> Vec<Table> {
        let tables = file.get(name).and_then(Value::as_array).into_iter().flatten();
        tables.filter_map(|value| value.as_table().cloned()).collect()
    };
    if let [offer] = many("offer").as_slice() {
        found.extend(sale(offer));
    }
    let text = |table: &Table, key: &str| table.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let bands = many("band");
    if !bands.is_empty() {
        let line = |band: &Table| Value::String(format!("{} = {}", text(band, "key"), text(band, "weekly")));
        found.push(("scale", Value::Array(bands.iter().map(line).collect())));
    }
    let classes = many("class");
    let given: Vec<Value> = classes
        .iter()
        .filter(|class| text(class, "funding") == "granted")
        .filter_map(|class| class.get("face").cloned())
        .collect();
    if !given.is_empty() {
        found.push(("denominations", Value::Array(given)));
    }
    let read = |(key, value): (&str, Value)| Some((key.to_owned(), Answer::read(catalogue.question(key)?, &value).ok()?));
    found.into_iter().filter_map(read).collect()
}
