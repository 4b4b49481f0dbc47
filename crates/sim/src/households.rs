//! Households: who comes each week, what they receive, what is in their purse.

use crate::calendar::plus;
use crate::deed::{Deed, Done, What};
use crate::play::Season;
use crate::stock::take;
use anyhow::{Context, Result, ensure};
use domain::amount::Amount;
use domain::command::Outcome;
use domain::handout::Choice;
use domain::ids::CouponId;
use domain::offer::SellOffer;
use domain::order::{PlaceOrder, Source};
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;

/// The sales after which somebody ordered two packs by telephone: they have not come yet.
const ORDERED: [u32; 2] = [24, 26];

/// A household, or somebody who bought coupons.
pub(crate) struct Household {
    /// The organisation that knows it; none for a buyer.
    pub partner: Option<usize>,
    /// Its band's short name.
    pub band: &'static str,
    /// Coupons a week.
    pub weekly: u32,
    /// What its organisation calls it.
    pub pseudonym: String,
    /// Weeks missed and still to be given.
    pub missed: u32,
    /// Its coupons.
    pub purse: Vec<CouponId>,
    /// Where it shops.
    pub places: Vec<&'static str>,
}

/// The organisation that reports its hand-outs a week late, in the season where that is allowed to show.
const REPORTS_LATE: usize = 2;

impl Season<'_> {
    /// Makes the households and spreads them over the organisations.
    pub(crate) fn settle_in(&mut self) -> Result<()> {
        let book = self.desk.book.clone();
        let face = book.class_by_letter(self.plan.letter).context("the plan's class")?.face.minor;
        let mut bands = Vec::new();
        for (key, count) in self.plan.households {
            let band = book.bands.iter().find(|b| b.key == *key).context("a band of the plan")?;
            let weekly = u32::try_from(band.weekly_cents / face)?;
            bands.extend(std::iter::repeat_n((*key, weekly), (count * self.scale) as usize));
        }
        self.desk.chance.shuffle(&mut bands);
        for (number, (band, weekly)) in bands.into_iter().enumerate() {
            let partner = number % book.partners.len();
            self.households.push(Household {
                partner: Some(partner),
                band,
                weekly,
                pseudonym: format!("Ménage {:03}", number / book.partners.len() + 1),
                missed: 0,
                purse: Vec::new(),
                places: self.plan.shares[partner].places.to_vec(),
            });
        }
        self.handed_out = vec![0; book.partners.len()];
        self.spent = vec![0; book.partners.len()];
        Ok(())
    }

    /// One organisation's morning: those who come receive their week.
    pub(crate) fn hand_out(&mut self, day: Date, week: u32, partner: usize) -> Result<()> {
        let (first, last) = (week == 0, week + 1 == self.plan.weeks);
        let reports_late = self.reports_late(partner);
        let share = self.plan.shares[partner];
        let mine: Vec<usize> = (0..self.households.len()).filter(|h| self.households[*h].partner == Some(partner)).collect();
        let mut deeds = Vec::new();
        let mut expected: Vec<BTreeSet<CouponId>> = Vec::new();
        let coming = mine.len();
        for (turn, index) in mine.into_iter().enumerate() {
            // Everybody comes to the first meeting, and nobody leaves the last without what is theirs.
            if !first && !last && self.desk.chance.percent(self.plan.missed_percent) {
                self.households[index].missed += u32::from(self.plan.catches_up);
                continue;
            }
            let household = &mut self.households[index];
            let count = household.weekly * (1 + std::mem::take(&mut household.missed));
            let taken = take(&mut self.stock.drawers[partner], count as usize);
            ensure!(taken.len() == count as usize, "organisation {} has run out in week {week}", partner + 1);
            household.purse.extend(&taken);
            self.handed_out[partner] += u64::from(count);
            let choice = if partner.is_multiple_of(2) || reports_late {
                Choice::Coupons(taken.iter().copied().collect())
            } else {
                Choice::Count { class: self.desk.book.class_by_letter(self.plan.letter).context("the plan's class")?.id, count }
            };
            let pseudonym = share.pseudonyms.then(|| household.pseudonym.clone());
            let what = What::HandOut {
                partner: self.desk.book.partners[partner].id,
                choice,
                band: household.band.to_owned(),
                pseudonym,
            };
            // From nine to noon, one after the other.
            let minutes =
                i8::try_from(turn * 170 / coming / 60).and_then(|h| Ok((h, i8::try_from(turn * 170 / coming % 60)?)))?;
            let given_at = self.desk.at(day, 9 + minutes.0, minutes.1)?;
            let written_at = if reports_late { self.desk.at(plus(day, 7)?, 8, 0)? } else { given_at };
            deeds.push(self.desk.deed_of(self.cast.workers[partner], None, written_at, given_at, what));
            expected.push(taken.into_iter().collect());
        }
        if reports_late {
            self.late_reports.extend(deeds);
            return Ok(());
        }
        for (done, expected) in self.desk.run(deeds)?.iter().zip(&expected) {
            let Done::Answer(answer) = done else { continue };
            if let Outcome::Moved { count, coupons, .. } = &answer.outcome {
                ensure!(*count == expected.len() as u64, "a hand-out of {count} coupons instead of {}", expected.len());
                ensure!(coupons.is_empty() || coupons.iter().all(|c| expected.contains(&c)), "other coupons were handed out");
            }
        }
        Ok(())
    }

    fn reports_late(&self, partner: usize) -> bool {
        !self.plan.catches_up && partner == REPORTS_LATE
    }

    /// Last week's hand-outs of the organisation that writes them down late.
    pub(crate) fn report_late(&mut self, day: Date) -> Result<()> {
        let now = self.desk.at(day, 8, 15)?;
        let (due, later): (Vec<Deed>, Vec<Deed>) = std::mem::take(&mut self.late_reports).into_iter().partition(|d| d.at <= now);
        self.late_reports = later;
        self.desk.run(due).map(drop)
    }

    /// Saturday morning, at the coordinator's table: 20 $ buys four coupons that never end, and two more
    /// are given.
    pub(crate) fn sell(&mut self, day: Date) -> Result<()> {
        let weeks_left = u32::try_from(crate::calendar::days_between(day, self.last_day) / 7 + 1).unwrap_or(1);
        let left = self.plan.sales * self.scale - self.sales;
        if day.weekday() != Weekday::Saturday || left == 0 {
            return Ok(());
        }
        let mut deeds = Vec::new();
        for turn in 0..left.div_ceil(weeks_left) {
            let (sold, bonus) = (take(&mut self.stock.sold, 4), take(&mut self.stock.given, 2));
            ensure!((sold.len(), bonus.len()) == (4, 2), "nothing left to sell");
            self.sales += 1;
            let purse: Vec<CouponId> = sold.into_iter().chain(bonus).collect();
            let coupons = purse.iter().copied().collect();
            let reference = format!("La Ruche {}", self.sales);
            // A season made larger to measure would reach the most that the offer's bonus may cost.
            let offer = self.desk.book.offers.first().filter(|_| self.scale == 1).map(|offer| offer.id);
            let what = match offer {
                Some(offer) => What::SellOffer(SellOffer { offer, packs: 1, coupons, reference, order: None }),
                None => What::Sell { coupons, paid: Amount::cad(2_000), reference },
            };
            let at = self.desk.at(day, 8, i8::try_from(turn.min(50))?)?;
            if let Some(offer) = offer.filter(|_| ORDERED.contains(&self.sales)) {
                let reference = format!("Par téléphone {}", self.sales);
                let place = self.desk.book.places.first().map(|place| place.id);
                let order = PlaceOrder { offer, packs: 2, place, reference, source: Source::Counter };
                deeds.push(self.desk.deed(self.cast.coordinator, at, What::PlaceOrder(order)));
            }
            deeds.push(self.desk.deed(self.cast.coordinator, at, what));
            let places = self.plan.openings.iter().map(|o| o.place).collect();
            self.households.push(Household {
                partner: None,
                band: "",
                weekly: 0,
                pseudonym: String::new(),
                missed: 0,
                purse,
                places,
            });
        }
        self.desk.run(deeds).map(drop)
    }

    /// On the last Saturday, one buyer in ten who has a last sold coupon brings it back.
    pub(crate) fn refund(&mut self, day: Date) -> Result<()> {
        if day.weekday() != Weekday::Saturday || crate::calendar::days_between(day, self.last_day) >= 7 {
            return Ok(());
        }
        let is_sold = |id: &CouponId| Some(id.batch()) == self.stock.for_sale;
        let buyers = self.households.iter().enumerate().filter(|(_, h)| h.partner.is_none());
        let left: Vec<(usize, CouponId)> =
            buyers.filter_map(|(index, h)| Some((index, h.purse.iter().copied().find(|id| is_sold(id))?))).collect();
        let mut deeds = Vec::new();
        for (turn, (index, coupon)) in (1..).zip(left.into_iter().step_by(10)) {
            self.households[index].purse.retain(|id| *id != coupon);
            let what = What::Refund { coupons: [coupon].into_iter().collect(), reference: format!("retour {turn}") };
            let at = self.desk.at(day, 8, 55)?;
            deeds.push(self.desk.deed(self.cast.coordinator, at, what));
        }
        self.desk.run(deeds).map(drop)
    }
}
