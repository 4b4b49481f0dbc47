//! What a funder and a programme agreed about a fund: how much, when, for what, until when, and what becomes of the rest.

use super::year::YearStart;
use crate::amount::Bps;
use crate::ids::{FundId, PartnerId};
use crate::programme::Book;
use crate::refusal::{MOST_MINOR, Refusal};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Most signs of a reference or of a target group.
const LONGEST_TEXT: usize = 300;
/// Most instalments of one agreement.
const MOST_INSTALMENTS: usize = 60;

/// The terms of a fund. Without any, it pays for everything at any time.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Terms {
    /// The agreement's reference, as its funder writes it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// When it was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<Date>,
    /// How much is promised to the programme in all, cents; 0 when nobody said.
    pub pledge_cents: i64,
    /// When it comes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instalments: Vec<Instalment>,
    /// The first day on which the fund may pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pays_from: Option<Date>,
    /// The last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pays_until: Option<Date>,
    /// The most of the money received that may go to operations; nothing is food only, none is no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operations: Option<Bps>,
    /// The organisations whose hand-outs it pays; all when empty.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub partners: BTreeSet<PartnerId>,
    /// Who the money is for, in the funder's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub target: String,
    /// The other fund whose money it matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matching: Option<Matching>,
    /// When the funder's year begins.
    pub year_start: YearStart,
    /// What becomes of the money that is left when the season closes; none while nobody decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lapse: Option<Lapse>,
}

/// A part of a pledge.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instalment {
    /// The day it is due.
    pub due_on: Date,
    /// How much, cents.
    pub cents: i64,
}

/// A funder that gives a dollar for each dollar that another fund receives.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matching {
    /// The other fund.
    pub fund: FundId,
    /// The most that is given in all, cents.
    pub cap_cents: i64,
}

/// What becomes of the money that is left when the season closes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lapse {
    /// It stays in the fund for the next season.
    Keep,
    /// It goes back to its funder.
    GiveBack,
    /// It goes to another fund.
    Carry(FundId),
}

impl Lapse {
    /// The stable name used in files and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::GiveBack => "give_back",
            Self::Carry(_) => "carry",
        }
    }
}

/// Where an instalment stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrival {
    /// All of it was received.
    Received,
    /// Its day has passed and it is not all there.
    Late,
    /// Its day has not passed.
    Awaited,
}

impl Arrival {
    /// The stable name used in message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Late => "late",
            Self::Awaited => "awaited",
        }
    }
}

impl Terms {
    /// Whether nothing was agreed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the fund may pay on a day.
    pub fn may_pay_on(&self, day: Date) -> bool {
        self.pays_from.is_none_or(|from| from <= day) && self.pays_until.is_none_or(|until| day <= until)
    }

    /// Whether the fund pays what an organisation hands out. A sale to the public has none: only a fund for all pays.
    pub fn serves(&self, partner: Option<PartnerId>) -> bool {
        self.partners.is_empty() || partner.is_some_and(|id| self.partners.contains(&id))
    }

    /// The most that may go to operations of money that came in, cents; no limit without one.
    pub fn most_for_operations(&self, received: i64) -> Option<i64> {
        self.operations.map(|share| share.of(received.max(0)))
    }

    /// Instalments in the order of their days, each with what has come of it: money fills the oldest first.
    pub fn arrivals(&self, received: i64, today: Date) -> Vec<(Instalment, i64, Arrival)> {
        let mut left = received.max(0);
        let mut ordered = self.instalments.clone();
        ordered.sort_by_key(|instalment| (instalment.due_on, instalment.cents));
        ordered
            .into_iter()
            .map(|instalment| {
                let came = left.min(instalment.cents);
                left -= came;
                let arrival = match came == instalment.cents {
                    true => Arrival::Received,
                    false if instalment.due_on < today => Arrival::Late,
                    false => Arrival::Awaited,
                };
                (instalment, came, arrival)
            })
            .collect()
    }

    /// Pledged and not yet received, cents: of the pledge, or of what the other fund has received so far when this one
    /// matches it. `received` is this fund's, `matched` the other's.
    pub fn awaited(&self, received: i64, matched: i64) -> i64 {
        let pledged = match self.matching {
            Some(matching) => matching.pledged(matched),
            None => self.pledge_cents,
        };
        (pledged - received.max(0)).max(0)
    }

    /// Checks terms of the fund `own` against the rest of the book.
    pub(crate) fn check(&self, own: FundId, book: &Book) -> Result<(), Refusal> {
        let fund = book.fund(own).ok_or(Refusal::UnknownFund { fund: own.to_string() })?;
        if self.is_empty() {
            return Ok(());
        }
        let bad = |rule: &str, written: String| Err(Refusal::BadRule { rule: rule.to_owned(), written });
        if fund.is_sales {
            // What buyers paid follows the law of sales, not an agreement.
            return Err(Refusal::UnknownFund { fund: fund.key.clone() });
        }
        for text in [&self.reference, &self.target] {
            if text.chars().count() > LONGEST_TEXT {
                return Err(Refusal::TooLongText { limit: LONGEST_TEXT as u64 });
            }
        }
        if !(0..=MOST_MINOR).contains(&self.pledge_cents) {
            return Err(Refusal::WrongAmount { asked: self.pledge_cents, least: 0, most: MOST_MINOR });
        }
        self.check_instalments()?;
        if let (Some(from), Some(until)) = (self.pays_from, self.pays_until)
            && from > until
        {
            return Err(Refusal::WrongDates { from, until });
        }
        if let Some(share) = self.operations.filter(|share| share.0 > Bps::WHOLE.0) {
            return bad("operations_percent", share.0.to_string());
        }
        if let Some(partner) = self.partners.iter().find(|id| book.partner(**id).is_none()) {
            return Err(Refusal::UnknownPartner { partner: partner.to_string() });
        }
        let another = |id: FundId| match book.fund(id) {
            Some(other) if id != own && !other.is_sales => Ok(()),
            _ => Err(Refusal::UnknownFund { fund: id.to_string() }),
        };
        if let Some(matching) = self.matching {
            another(matching.fund)?;
            if !(1..=MOST_MINOR).contains(&matching.cap_cents) {
                return Err(Refusal::WrongAmount { asked: matching.cap_cents, least: 1, most: MOST_MINOR });
            }
        }
        match self.lapse {
            Some(Lapse::Carry(to)) => another(to),
            _ => Ok(()),
        }
    }

    fn check_instalments(&self) -> Result<(), Refusal> {
        if self.instalments.len() > MOST_INSTALMENTS {
            return Err(Refusal::TooMany { limit: MOST_INSTALMENTS as u64 });
        }
        let most = if self.pledge_cents > 0 { self.pledge_cents } else { MOST_MINOR };
        let mut sum = 0_i64;
        for instalment in &self.instalments {
            sum = sum.saturating_add(instalment.cents);
            if instalment.cents < 1 || sum > most {
                return Err(Refusal::WrongAmount { asked: sum, least: 1, most });
            }
        }
        Ok(())
    }
}

impl Matching {
    /// What is promised for what the other fund has received: as much, up to the cap.
    pub fn pledged(&self, received_there: i64) -> i64 {
        received_there.clamp(0, self.cap_cents)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn of(instalments: &[(Date, i64)]) -> Terms {
        let instalments = instalments.iter().map(|(due_on, cents)| Instalment { due_on: *due_on, cents: *cents }).collect();
        Terms { instalments, ..Terms::default() }
    }

    #[test]
    fn money_fills_the_oldest_instalment_first() {
        let terms = of(&[(date(2026, 9, 1), 500), (date(2026, 4, 1), 1000)]);
        let told: Vec<_> = terms.arrivals(1200, date(2026, 6, 1)).into_iter().map(|(_, came, how)| (came, how)).collect();
        assert_eq!(told, [(1000, Arrival::Received), (200, Arrival::Awaited)]);
        let told: Vec<_> = terms.arrivals(900, date(2026, 9, 2)).into_iter().map(|(_, came, how)| (came, how)).collect();
        assert_eq!(told, [(900, Arrival::Late), (0, Arrival::Late)]);
        assert_eq!(terms.arrivals(0, date(2026, 4, 1))[0].2, Arrival::Awaited, "the day itself is not late");
    }

    #[test]
    fn a_fund_for_some_pays_no_sale() {
        let terms = Terms { partners: BTreeSet::from([PartnerId(2)]), ..Terms::default() };
        assert!(terms.serves(Some(PartnerId(2))));
        assert!(!terms.serves(Some(PartnerId(1))) && !terms.serves(None));
        assert!(Terms::default().serves(None));
    }

    #[test]
    fn dates_are_both_included() {
        let terms = Terms { pays_from: Some(date(2026, 4, 1)), pays_until: Some(date(2026, 4, 2)), ..Terms::default() };
        let pays = [(3, 31), (4, 1), (4, 2), (4, 3)].map(|(month, day)| terms.may_pay_on(date(2026, month, day)));
        assert_eq!(pays, [false, true, true, false]);
    }

    proptest! {
        #[test]
        fn instalments_share_out_what_came_and_no_more(
            parts in prop::collection::vec((1i16..300, 1i64..100_000), 0..8),
            received in 0i64..900_000,
        ) {
            let days: Vec<_> = parts.iter().map(|(day, cents)| {
                (date(2026, 1, 1).checked_add(jiff::Span::new().days(i64::from(*day))).expect("a day"), *cents)
            }).collect();
            let terms = of(&days);
            let told = terms.arrivals(received, date(2026, 6, 1));
            let whole: i64 = days.iter().map(|(_, cents)| cents).sum();
            prop_assert_eq!(told.iter().map(|(_, came, _)| came).sum::<i64>(), received.min(whole));
            let mut turned = terms.clone();
            turned.instalments.reverse();
            prop_assert_eq!(turned.arrivals(received, date(2026, 6, 1)), told);
        }

        #[test]
        fn matching_stays_under_its_cap_in_any_order(
            gifts in prop::collection::vec(1i64..200_000, 0..20),
            cap_cents in 1i64..1_000_000,
            came in prop::collection::vec(1i64..200_000, 0..20),
        ) {
            let matching = Matching { fund: FundId(2), cap_cents };
            let terms = Terms { matching: Some(matching), ..Terms::default() };
            let sum: i64 = gifts.iter().sum();
            let backwards: i64 = gifts.iter().rev().sum();
            prop_assert!(matching.pledged(sum) <= cap_cents && matching.pledged(sum) <= sum);
            prop_assert_eq!(matching.pledged(sum), matching.pledged(backwards));
            // Asked after each gift and paid at once, the same in all.
            let (mut there, mut here) = (0, 0);
            for gift in &gifts {
                there += gift;
                here += terms.awaited(here, there);
            }
            prop_assert_eq!(here, matching.pledged(sum));
            prop_assert!(terms.awaited(came.iter().sum(), sum) <= cap_cents);
        }
    }
}
