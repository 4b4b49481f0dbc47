//! `[fund.terms]`: what a funder and the programme agreed, as a territory writes it.

use super::{Dollars, ProgrammeFile};
use domain::amount::Bps;
use domain::fund::{Instalment, Lapse, Matching, Terms, YearStart};
use domain::ids::PartnerId;
use domain::refusal::Refusal;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeSet;

/// `[fund.terms]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TermsSection {
    reference: String,
    signed_on: Option<Date>,
    pledge: Option<Dollars>,
    instalment: Vec<InstalmentSection>,
    pays_from_on: Option<Date>,
    pays_until_on: Option<Date>,
    /// Percent with two decimals at most, which are basis points.
    operations_percent: Option<Dollars>,
    /// Short names of organisations; all when empty.
    partners: Vec<String>,
    target: String,
    matches: Option<MatchSection>,
    /// Month and day: `04-01`.
    year_start: Option<String>,
    lapse: Option<LapseSection>,
    /// The fund that receives what is left, when it is carried.
    carry_to: Option<String>,
}

/// A part of a pledge.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstalmentSection {
    due_on: Date,
    amount: Dollars,
}

/// The other fund whose money is matched.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatchSection {
    fund: String,
    cap: Dollars,
}

/// What becomes of what is left.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum LapseSection {
    Keep,
    GiveBack,
    Carry,
}

impl ProgrammeFile {
    /// Terms with numbers in place of short names; or the key that is wrong, and why.
    pub(super) fn terms_of(&self, t: &TermsSection) -> Result<Terms, (&'static str, Refusal)> {
        let partner = |key: &String| {
            let found = (1..).zip(&self.partner).find(|(_, p)| p.key == *key).map(|(n, _)| PartnerId(n));
            found.ok_or_else(|| ("partners", Refusal::UnknownPartner { partner: key.clone() }))
        };
        let matching = match &t.matches {
            None => None,
            Some(other) => {
                let fund = self.fund_id(&other.fund).map_err(|refusal| ("matches", refusal))?;
                Some(Matching { fund, cap_cents: other.cap.0 })
            }
        };
        let lapse = match (t.lapse, &t.carry_to) {
            (None, None) => None,
            (Some(LapseSection::Keep), None) => Some(Lapse::Keep),
            (Some(LapseSection::GiveBack), None) => Some(Lapse::GiveBack),
            (Some(LapseSection::Carry) | None, Some(key)) => {
                Some(Lapse::Carry(self.fund_id(key).map_err(|refusal| ("carry_to", refusal))?))
            }
            (Some(LapseSection::Carry), None) => return Err(("lapse", Refusal::MissingKey { key: "carry_to".to_owned() })),
            (Some(_), Some(key)) => {
                return Err(("carry_to", Refusal::BadRule { rule: "carry_to".to_owned(), written: key.clone() }));
            }
        };
        let year_start = match &t.year_start {
            None => YearStart::default(),
            Some(written) => YearStart::parse(written)
                .ok_or_else(|| ("year_start", Refusal::BadRule { rule: "year_start".to_owned(), written: written.clone() }))?,
        };
        let operations = match t.operations_percent {
            None => None,
            Some(Dollars(bps)) => {
                let share = u32::try_from(bps).ok().map(Bps).filter(|share| *share <= Bps::WHOLE);
                let wrong = || Refusal::BadRule { rule: "operations_percent".to_owned(), written: (bps / 100).to_string() };
                Some(share.ok_or_else(|| ("operations_percent", wrong()))?)
            }
        };
        if let (Some(from), Some(until)) = (t.pays_from_on, t.pays_until_on)
            && from > until
        {
            return Err(("pays_until_on", Refusal::WrongDates { from, until }));
        }
        Ok(Terms {
            reference: t.reference.clone(),
            signed_on: t.signed_on,
            pledge_cents: t.pledge.map_or(0, |pledge| pledge.0),
            instalments: t.instalment.iter().map(|i| Instalment { due_on: i.due_on, cents: i.amount.0 }).collect(),
            pays_from: t.pays_from_on,
            pays_until: t.pays_until_on,
            operations,
            partners: t.partners.iter().map(partner).collect::<Result<BTreeSet<_>, _>>()?,
            target: t.target.clone(),
            matching,
            year_start,
            lapse,
        })
    }
}
