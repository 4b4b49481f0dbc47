//! A long-term plan: what a programme would cost over several years, for one territory or for many that join year after
//! year, and who would pay. Nothing here is a rule: it is arithmetic on what somebody supposes, each supposition with its
//! range and where it comes from. Whole cents, rounded once at each amount, so that every sum is exact.

mod input;
mod tornado;
mod years;

pub use input::{Assumed, Input, Measured};
pub use tornado::{Bar, End, Varied, tornado};
pub use years::{Outlook, Year, outlook};

use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The whole of a share, in basis points.
const WHOLE: i64 = 10_000;
/// The most years: beyond, nobody would believe it.
pub const MOST_YEARS: i16 = 10;
/// The most lines of territories: Québec has 104.
pub const MOST_WAVES: usize = 104;
/// The most sources of money.
pub const MOST_SOURCES: usize = 12;
/// The most households of all territories together: there are fewer than four million in Québec.
const MOST_HOUSEHOLDS: i64 = 4_000_000;
/// The most letters of a name.
const LONGEST_NAME: usize = 120;
/// The most letters of a reason.
const LONGEST_WHY: usize = 600;

/// Territories alike that begin together.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Wave {
    /// Whose: a territory's name, or what they have in common.
    pub name: String,
    /// How many of them.
    pub territories: i64,
    /// The year of their first season.
    pub joins: i16,
    /// Households in each, in their first year.
    pub households: i64,
    /// What a household receives in a week in the mean, cents.
    pub weekly_cents: i64,
    /// Weeks of hand-outs in a year.
    pub weeks: i64,
    /// Where these figures come from.
    pub why: String,
}

/// How sure a source of money is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Signed or received.
    Promised,
    /// Asked for.
    Asked,
    /// Hoped for.
    #[default]
    Hoped,
}

impl Certainty {
    /// All of them, the surest first.
    pub const EVERY: [Self; 3] = [Self::Promised, Self::Asked, Self::Hoped];

    /// The stable name; its words are `scenario-certainty-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Promised => "promised",
            Self::Asked => "asked",
            Self::Hoped => "hoped",
        }
    }
}

/// Where money comes from, each year of some years.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Source {
    /// Who gives it, or what it is.
    pub name: String,
    /// So much a year, cents; or else a share.
    pub yearly_cents: Option<i64>,
    /// A share of what the year costs, basis points.
    pub share: Option<i64>,
    /// First year.
    pub from: i16,
    /// Last year.
    pub until: i16,
    /// How much of it is there when the season begins, basis points; the rest comes after the season.
    pub upfront: i64,
    /// How sure it is.
    pub certainty: Certainty,
    /// Where this comes from.
    pub why: String,
}

/// A plan over several years.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Scenario {
    /// Its name.
    pub name: String,
    /// Its first year.
    pub first_year: i16,
    /// How many years.
    pub years: i16,
    /// Territories, in the order written.
    pub waves: Vec<Wave>,
    /// Money, in the order in which it is used.
    pub sources: Vec<Source>,
    /// What is supposed; what is absent nobody has filled in.
    pub inputs: BTreeMap<Input, Assumed>,
}

impl Scenario {
    /// What is supposed of something, if anything is.
    pub fn likely(&self, input: Input) -> Option<i64> {
        self.inputs.get(&input).and_then(|assumed| assumed.likely)
    }

    /// The same, or what changes nothing.
    fn value(&self, input: Input) -> i64 {
        self.likely(input).unwrap_or_else(|| input.neutral())
    }

    /// Whether what it costs to run is worked out from hours, coupons and territories; otherwise it is a share of all.
    pub fn has_detailed_costs(&self) -> bool {
        [Input::PerCoupon, Input::Hours, Input::Fixed].into_iter().any(|input| self.likely(input).is_some())
    }

    /// The same with another value of something.
    #[must_use]
    fn with(&self, input: Input, value: i64) -> Self {
        let mut other = self.clone();
        other.inputs.entry(input).or_default().likely = Some(value);
        other
    }

    /// The last year.
    pub fn last_year(&self) -> i16 {
        self.first_year.saturating_add(self.years.saturating_sub(1))
    }

    /// Says which field cannot be, if one cannot. What passes makes no figure that does not fit.
    pub fn check(&self) -> Result<(), Refusal> {
        let no = |field: &str| Err(Refusal::ScenarioField { field: field.to_owned() });
        let is_long = |text: &str, most: usize| text.chars().count() > most;
        if self.name.trim().is_empty() {
            return Err(Refusal::NameNeeded);
        }
        if is_long(&self.name, LONGEST_NAME) {
            return Err(Refusal::TooLongText { limit: LONGEST_NAME as u64 });
        }
        if !(2_000..=2_200).contains(&self.first_year) || !(1..=MOST_YEARS).contains(&self.years) {
            return no("years");
        }
        if self.waves.len() > MOST_WAVES || self.sources.len() > MOST_SOURCES {
            return Err(Refusal::TooMany { limit: if self.waves.len() > MOST_WAVES { MOST_WAVES } else { MOST_SOURCES } as u64 });
        }
        let texts = self.waves.iter().flat_map(|wave| [(&wave.name, LONGEST_NAME), (&wave.why, LONGEST_WHY)]);
        let texts = texts.chain(self.sources.iter().flat_map(|s| [(&s.name, LONGEST_NAME), (&s.why, LONGEST_WHY)]));
        let texts = texts.chain(self.inputs.values().map(|assumed| (&assumed.why, LONGEST_WHY)));
        if let Some((_, most)) = texts.into_iter().find(|(text, most)| is_long(text, *most)) {
            return Err(Refusal::TooLongText { limit: most as u64 });
        }
        let mut households = 0_i64;
        for wave in &self.waves {
            let fields = [
                ("territories", (1..=104).contains(&wave.territories)),
                ("joins", (self.first_year..=self.last_year()).contains(&wave.joins)),
                ("households", (0..=MOST_HOUSEHOLDS).contains(&wave.households)),
                ("weekly", (0..=100_000).contains(&wave.weekly_cents)),
                ("weeks", (0..=53).contains(&wave.weeks)),
            ];
            if let Some((field, _)) = fields.into_iter().find(|(_, fits)| !fits) {
                return no(field);
            }
            households = households.saturating_add(wave.territories.saturating_mul(wave.households));
        }
        if households > MOST_HOUSEHOLDS {
            return no("households");
        }
        for source in &self.sources {
            let is_one = source.yearly_cents.is_some() != source.share.is_some();
            let fits = source.yearly_cents.is_none_or(|cents| (0..=100_000_000_000).contains(&cents))
                && source.share.is_none_or(|share| (0..=WHOLE).contains(&share))
                && (0..=WHOLE).contains(&source.upfront);
            if !is_one || !fits {
                return no("source");
            }
            if source.from > source.until || source.until < self.first_year || source.from > self.last_year() {
                return no("source-years");
            }
        }
        for (input, assumed) in &self.inputs {
            if !assumed.fits(*input) {
                return no(input.key());
            }
        }
        Ok(())
    }
}

/// A part of an amount, rounded to the nearest cent: halves go up.
fn part(amount: i64, of: i64, whole: i64) -> i64 {
    let exact = i128::from(amount) * i128::from(of);
    let rounded = (exact * 2 + i128::from(whole)).div_euclid(i128::from(whole) * 2);
    i64::try_from(rounded).unwrap_or(i64::MAX)
}

#[cfg(test)]
pub(crate) mod samples;
