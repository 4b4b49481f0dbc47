//! A question of the notebook: one parameter that known programmes set differently, or that nobody published but that
//! somebody must decide. Its words are in `text`, under `decision-<key>`.

use crate::answer::Answer;
use serde::Deserialize;

/// What an answer is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One of the options.
    Choice,
    /// Any of the options.
    Several,
    /// A few words of the territory's own.
    Text,
    /// A whole number.
    Count,
    /// Dollars.
    Money,
    /// A share, whole percent.
    Percent,
    /// A day.
    Date,
    /// A value a week for each size of household.
    Scale,
    /// Some amounts, such as the values of coupons.
    Amounts,
    /// Who gives money, and how much.
    Funds,
}

/// Who settles a question; the others are heard.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decides {
    /// The programme's committee.
    Committee,
    /// Whoever carries the programme.
    Carrier,
    /// Whoever holds the money.
    Fiduciary,
    /// The organisations that hand coupons out.
    Partners,
    /// Merchants and markets.
    Vendors,
    /// The community or its council, and nobody for it.
    Community,
}

impl Decides {
    /// The stable name; its words are `decides-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Committee => "committee",
            Self::Carrier => "carrier",
            Self::Fiduciary => "fiduciary",
            Self::Partners => "partners",
            Self::Vendors => "vendors",
            Self::Community => "community",
        }
    }
}

/// One question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its stable name, in files and message keys.
    pub key: String,
    /// The part of the notebook it belongs to.
    pub theme: String,
    /// What its answer is made of.
    pub kind: Kind,
    /// Names of the options, in the order shown; their words are `decision-<key>-<option>`.
    #[serde(default)]
    pub options: Vec<String>,
    /// Who settles it.
    pub decides: Decides,
    /// Whether a programme can be opened without it.
    #[serde(default)]
    pub required: bool,
    /// Least and most that make sense: a count, a percent, or cents.
    pub range: Option<[i64; 2]>,
    /// What a first draft proposes where the model published nothing. Not a fact: a place to begin.
    pub draft: Option<toml::Value>,
    /// The row of the table of published parameters that it answers, when there is one.
    pub row: Option<u8>,
}

impl Question {
    /// What a first draft proposes.
    pub fn draft(&self) -> Option<Answer> {
        self.draft.as_ref().and_then(|value| Answer::read(self, value).ok())
    }
}
