//! `[[offer]]`: what the public can buy.

use super::{Dollars, ProgrammeFile};
use domain::amount::Amount;
use domain::ids::{ClassId, FundId, OfferId};
use domain::offer::{Bonus, Offer, Share};
use domain::refusal::Refusal;
use serde::Deserialize;

/// `[[offer]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferSection {
    pub(super) key: String,
    name: String,
    price: Dollars,
    /// Letter of the coupons sold.
    class: char,
    count: u32,
    /// Letter of the coupons added.
    bonus_class: Option<char>,
    bonus_count: Option<u32>,
    bonus_fund: Option<String>,
    /// The most that this fund pays for the whole offer.
    bonus_cap: Option<Dollars>,
    /// Who shares what the coupons leave of the price.
    #[serde(default)]
    share: Vec<ShareSection>,
}

/// `share = [{ fund = "marche", parts = 1 }]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareSection {
    fund: String,
    parts: u32,
}

/// A no, and the key at fault.
type No = (&'static str, Refusal);

impl OfferSection {
    /// The offer, as far as short names go; whether it adds up is checked with the book.
    pub(super) fn offer(&self, file: &ProgrammeFile) -> Result<Offer, No> {
        let class = |key: &'static str, letter: char| {
            let index = file.class.iter().position(|c| c.letter == letter);
            let number = index.and_then(|i| u8::try_from(i + 1).ok()).map(ClassId);
            number.ok_or((key, Refusal::UnknownClass { class: letter.to_string() }))
        };
        let fund = |key: &'static str, name: &str| {
            let found = (1..).zip(&file.fund).find(|(_, f)| f.key == name).map(|(n, _)| FundId(n));
            found.ok_or_else(|| (key, Refusal::UnknownFund { fund: name.to_owned() }))
        };
        let bonus = match (self.bonus_class, self.bonus_count, &self.bonus_fund, self.bonus_cap) {
            (None, None, None, None) => None,
            // A bonus without one of its four parts is a decision not taken.
            (None, ..) => return Err(("key", Refusal::MissingKey { key: "bonus_class".to_owned() })),
            (_, None, ..) => return Err(("key", Refusal::MissingKey { key: "bonus_count".to_owned() })),
            (_, _, None, _) => return Err(("key", Refusal::MissingKey { key: "bonus_fund".to_owned() })),
            (.., None) => return Err(("key", Refusal::MissingKey { key: "bonus_cap".to_owned() })),
            (Some(letter), Some(count), Some(name), Some(cap)) => {
                let (class, fund) = (class("bonus_class", letter)?, fund("bonus_fund", name)?);
                Some(Bonus { class, count, fund, cap_cents: cap.0 })
            }
        };
        let share = |s: &ShareSection| Ok(Share { fund: fund("share", &s.fund)?, parts: s.parts });
        Ok(Offer {
            id: OfferId(0),
            key: self.key.clone(),
            name: self.name.clone(),
            price: Amount::cad(self.price.0),
            class: class("class", self.class)?,
            count: self.count,
            bonus,
            shares: self.share.iter().map(share).collect::<Result<_, No>>()?,
        })
    }
}

/// The key of the file that a refusal of the engine is about.
pub(super) fn key_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::BadRule { rule, .. } if rule == "bonus_class" => "bonus_class",
        Refusal::BadRule { rule, .. } if rule == "parts" => "share",
        Refusal::BadRule { rule, .. } if rule == "count" => "count",
        Refusal::BadRule { .. } | Refusal::UnknownClass { .. } | Refusal::NoSalesFund => "class",
        Refusal::UnknownFund { .. } => "bonus_fund",
        _ => "price",
    }
}
