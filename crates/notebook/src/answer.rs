//! An answer: what was decided, in the shape that its question asks for.

use crate::question::{Kind, Question};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;

/// Canadian cents, written in files as dollars: `"5,00"`, `"5.50"` or a whole number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(pub i64);

impl Money {
    /// Reads an amount as people write it; spaces and the dollar sign are ignored.
    pub fn parse(text: &str) -> Option<Self> {
        let clean: String = text.chars().filter(|c| !c.is_whitespace() && *c != '$').collect();
        let (whole, cents) = clean.split_once([',', '.']).unwrap_or((&clean, "0"));
        let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(cents) || cents.len() > 2 {
            return None;
        }
        let scale = if cents.len() == 1 { 10 } else { 1 };
        whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents.parse::<i64>().ok()? * scale).map(Self)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{:02}", self.0 / 100, self.0 % 100)
    }
}

/// A line of the scale: households of `from` to `to` people receive `weekly` a week.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Fewest people.
    pub from: u8,
    /// Most people; none is « and more ».
    pub to: Option<u8>,
    /// Value a week.
    pub weekly: Money,
}

impl Step {
    /// Its short name in files: `1`, `2-3`, `4+`.
    pub fn key(&self) -> String {
        match self.to {
            Some(to) if to == self.from => self.from.to_string(),
            Some(to) => format!("{}-{to}", self.from),
            None => format!("{}+", self.from),
        }
    }

    fn read_key(key: &str) -> Option<(u8, Option<u8>)> {
        let key = key.trim();
        if let Some(from) = key.strip_suffix('+') {
            return Some((from.trim().parse().ok()?, None));
        }
        let (from, to) = key.split_once(['-', '–']).unwrap_or((key, key));
        Some((from.trim().parse().ok()?, Some(to.trim().parse().ok()?)))
    }
}

/// A sum of money somebody gives.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Gift {
    /// Who gives.
    pub name: String,
    /// How much.
    pub amount: Money,
}

/// What was decided.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// One option.
    Choice(String),
    /// Some options, in the question's order.
    Several(Vec<String>),
    /// Words.
    Text(String),
    /// A number.
    Count(u32),
    /// Dollars.
    Money(Money),
    /// Percent.
    Percent(u32),
    /// A day.
    Date(Date),
    /// A scale, from the smallest household.
    Scale(Vec<Step>),
    /// Amounts, from the smallest.
    Amounts(Vec<Money>),
    /// Who gives what.
    Funds(Vec<Gift>),
}

/// Why something is no answer to a question.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum NotAnAnswer {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// Not of the kind that the question asks for.
    #[error("not a {0:?}")]
    Kind(Kind),
    /// Not one of its options.
    #[error("unknown option {0}")]
    Option(String),
    /// Outside what makes sense.
    #[error("outside {least} to {most}")]
    Range {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// Sizes of household that overlap, leave one out, or are not in order.
    #[error("sizes of household do not follow each other")]
    Steps,
    /// Longer than anybody reads.
    #[error("too long")]
    TooLong,
}

/// The most letters of an answer in words.
const MOST_LETTERS: usize = 2_000;
/// The most lines of a scale, of amounts, of funds.
const MOST_LINES: usize = 30;

impl Answer {
    /// Reads an answer from a file.
    pub fn read(question: &Question, value: &toml::Value) -> Result<Self, NotAnAnswer> {
        let wrong = || NotAnAnswer::Kind(question.kind);
        let text = |value: &toml::Value| match value {
            toml::Value::String(text) => Some(text.clone()),
            toml::Value::Integer(number) => Some(number.to_string()),
            toml::Value::Datetime(day) => Some(day.to_string()),
            _ => None,
        };
        let lines = match value {
            toml::Value::Array(values) => values.iter().map(text).collect::<Option<Vec<_>>>().ok_or_else(wrong)?.join("\n"),
            toml::Value::Table(table) => {
                let line = |(key, value): (&String, &toml::Value)| text(value).map(|value| format!("{key} = {value}"));
                table.iter().map(line).collect::<Option<Vec<_>>>().ok_or_else(wrong)?.join("\n")
            }
            other => text(other).ok_or_else(wrong)?,
        };
        Self::parse(question, &lines)
    }

    /// Reads an answer as a person writes it: one line, or one line an option, an amount (`5`), a size of household
    /// (`2-3 = 30`), a funder (`MRC = 10 000`).
    pub fn parse(question: &Question, written: &str) -> Result<Self, NotAnAnswer> {
        let written = written.trim();
        let wrong = || NotAnAnswer::Kind(question.kind);
        if written.is_empty() {
            return Err(NotAnAnswer::Empty);
        }
        if written.chars().count() > MOST_LETTERS {
            return Err(NotAnAnswer::TooLong);
        }
        let lines = || written.lines().map(str::trim).filter(|line| !line.is_empty());
        let answer = match question.kind {
            Kind::Choice => Self::Choice(question.option(written)?),
            Kind::Several => {
                let named: Vec<String> = lines().map(|line| question.option(line)).collect::<Result<_, _>>()?;
                Self::Several(question.options.iter().filter(|o| named.contains(o)).cloned().collect())
            }
            Kind::Text => Self::Text(written.to_owned()),
            Kind::Count => Self::Count(number(written).ok_or_else(wrong)?),
            Kind::Percent => Self::Percent(number(written.trim_end_matches('%')).ok_or_else(wrong)?),
            Kind::Money => Self::Money(Money::parse(written).ok_or_else(wrong)?),
            Kind::Date => Self::Date(written.parse().map_err(|_| wrong())?),
            Kind::Amounts => {
                let split = written.split(['\n', ';', '/']).flat_map(|part| part.split(", ")).map(str::trim);
                let read = split.filter(|t| !t.is_empty()).map(Money::parse).collect::<Option<Vec<_>>>();
                let mut amounts = read.ok_or_else(wrong)?;
                amounts.sort_unstable();
                amounts.dedup();
                if amounts.is_empty() || amounts.len() > MOST_LINES || amounts[0].0 < 1 {
                    return Err(wrong());
                }
                Self::Amounts(amounts)
            }
            Kind::Scale => Self::Scale(scale(lines().map(pair).collect::<Option<Vec<_>>>().ok_or_else(wrong)?, question)?),
            Kind::Funds => {
                let gift = |(name, amount): (&str, &str)| Some(Gift { name: name.to_owned(), amount: Money::parse(amount)? });
                let gifts = lines().map(|line| pair(line).and_then(gift)).collect::<Option<Vec<_>>>().ok_or_else(wrong)?;
                if gifts.len() > MOST_LINES || gifts.iter().any(|g| g.name.is_empty()) {
                    return Err(wrong());
                }
                Self::Funds(gifts)
            }
        };
        answer.check(question).map(|()| answer)
    }

    /// The same answer as a file writes it.
    pub fn write(&self) -> toml::Value {
        let text = |text: String| toml::Value::String(text);
        match self {
            Self::Choice(one) | Self::Text(one) => text(one.clone()),
            Self::Several(several) => toml::Value::Array(several.iter().cloned().map(toml::Value::String).collect()),
            Self::Count(number) | Self::Percent(number) => toml::Value::Integer(i64::from(*number)),
            Self::Money(money) => text(money.to_string()),
            Self::Date(day) => text(day.to_string()),
            Self::Amounts(amounts) => toml::Value::Array(amounts.iter().map(|m| text(m.to_string())).collect()),
            Self::Scale(steps) => {
                toml::Value::Array(steps.iter().map(|step| text(format!("{} = {}", step.key(), step.weekly))).collect())
            }
            Self::Funds(gifts) => {
                toml::Value::Array(gifts.iter().map(|gift| text(format!("{} = {}", gift.name, gift.amount))).collect())
            }
        }
    }

    /// The same answer as a person writes it: what a form shows again. [`Self::parse`] reads it back.
    pub fn written(&self) -> String {
        match self.write() {
            toml::Value::Array(values) => values.iter().filter_map(toml::Value::as_str).collect::<Vec<_>>().join("\n"),
            toml::Value::String(text) => text,
            other => other.to_string(),
        }
    }

    /// The option chosen.
    pub fn choice(&self) -> Option<&str> {
        if let Self::Choice(one) = self { Some(one) } else { None }
    }

    /// The options chosen: one, or several.
    pub fn options(&self) -> &[String] {
        match self {
            Self::Choice(one) => std::slice::from_ref(one),
            Self::Several(several) => several,
            _ => &[],
        }
    }

    /// The least and the most a number may be.
    fn check(&self, question: &Question) -> Result<(), NotAnAnswer> {
        let Some([least, most]) = question.range else { return Ok(()) };
        let within = |number: i64| (least..=most).contains(&number);
        let sound = match self {
            Self::Count(number) | Self::Percent(number) => within(i64::from(*number)),
            Self::Money(money) => within(money.0),
            Self::Amounts(amounts) => amounts.iter().all(|money| within(money.0)),
            Self::Scale(steps) => steps.iter().all(|step| within(step.weekly.0)),
            _ => true,
        };
        if sound { Ok(()) } else { Err(NotAnAnswer::Range { least, most }) }
    }
}

impl Question {
    fn option(&self, written: &str) -> Result<String, NotAnAnswer> {
        let found = self.options.iter().find(|option| *option == written);
        found.cloned().ok_or_else(|| NotAnAnswer::Option(written.to_owned()))
    }
}

fn number(written: &str) -> Option<u32> {
    let clean: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    clean.parse().ok()
}

/// `left = right`, or `left : right`; the last sign of the line counts, so that a name may hold one.
fn pair(line: &str) -> Option<(&str, &str)> {
    line.rsplit_once(['=', ':', '\t']).map(|(left, right)| (left.trim(), right.trim()))
}

/// Sizes must begin with one person, follow each other, and end with « and more ».
fn scale(lines: Vec<(&str, &str)>, question: &Question) -> Result<Vec<Step>, NotAnAnswer> {
    let wrong = || NotAnAnswer::Kind(question.kind);
    let mut steps = Vec::new();
    for (size, weekly) in lines {
        let (from, to) = Step::read_key(size).ok_or_else(wrong)?;
        steps.push(Step { from, to, weekly: Money::parse(weekly).ok_or_else(wrong)? });
    }
    steps.sort_by_key(|step| step.from);
    let mut next = Some(1);
    for step in &steps {
        if next != Some(step.from) || step.to.is_some_and(|to| to < step.from) || step.to == Some(u8::MAX) {
            return Err(NotAnAnswer::Steps);
        }
        next = step.to.map(|to| to + 1);
    }
    if steps.is_empty() || next.is_some() { Err(NotAnAnswer::Steps) } else { Ok(steps) }
}
