//! The coupons as things: printed, in the programme's cupboard, in the organisations' drawers.

use crate::deed::{Deed, Done, What};
use crate::play::Season;
use anyhow::{Context, Result, bail};
use app::batch;
use domain::command::Placement;
use domain::coupon::{CouponRange, Funding};
use domain::coupon_set::CouponSet;
use domain::ids::{Actor, BatchId, ClassId, CouponId, FundId};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Where coupons are, as the people of the season know it.
#[derive(Default)]
pub(crate) struct Stock {
    /// Codes by batch.
    codes: BTreeMap<BatchId, Vec<String>>,
    /// In the cupboard, to give.
    pub given: BTreeSet<CouponId>,
    /// In the cupboard, to sell.
    pub sold: BTreeSet<CouponId>,
    /// The batch that is sold.
    pub for_sale: Option<BatchId>,
    /// In each organisation's drawer.
    pub drawers: Vec<BTreeSet<CouponId>>,
}

/// Takes the lowest numbers.
pub(crate) fn take(from: &mut BTreeSet<CouponId>, count: usize) -> Vec<CouponId> {
    let taken: Vec<CouponId> = from.iter().copied().take(count).collect();
    for id in &taken {
        from.remove(id);
    }
    taken
}

impl Stock {
    /// What is printed on a coupon.
    pub(crate) fn code(&self, id: CouponId) -> Result<String> {
        let index = id.number().checked_sub(1).context("coupons are numbered from 1")? as usize;
        self.codes.get(&id.batch()).and_then(|codes| codes.get(index)).cloned().context("an unknown coupon")
    }
}

/// Booklets found misprinted and cancelled.
const MISPRINTED: usize = 2;

impl Season<'_> {
    /// Prints a batch, reads the codes as the printer does, and counts it in.
    fn print(&mut self, day: Date, class: ClassId, count: u32, booklet: u32) -> Result<Vec<CouponId>> {
        let at = self.desk.at(day, 10, 0)?;
        let deed = self.desk.deed(self.cast.coordinator, at, What::Issue { class, count, booklet });
        let Done::Batch(id) = self.desk.run_one(deed)? else { bail!("a batch was expected") };
        let codes = self.desk.look(move |cx| {
            let printable = batch::printable(cx, Actor::System, id)?;
            Ok((0..count).map(|index| printable.code(index)).collect())
        })?;
        self.stock.codes.insert(id, codes);
        let range = CouponRange::new(id, 1, count).context("a batch has coupons")?;
        let deed = self.desk.deed(self.cast.coordinator, self.desk.at(day, 15, 0)?, What::TakeIn(range.into()));
        self.desk.run_one(deed)?;
        Ok(CouponSet::from(range).iter().collect())
    }

    /// Prints what the season needs, cancels two misprinted booklets.
    pub(crate) fn print_all(&mut self, day: Date) -> Result<()> {
        let plan = &self.plan;
        let (sales, booklet) = (plan.sales * self.scale, plan.booklet);
        let planned: u32 = self.households.iter().map(|h| h.weekly * plan.weeks).sum();
        // What is lost is replaced, what is sold has a bonus, and there is always a little too much.
        let drawers = u32::try_from(self.desk.book.partners.len())? * booklet;
        let spare = planned / 40
            + drawers
            + plan.lost * self.scale * booklet
            + sales * 2
            + u32::try_from(MISPRINTED).unwrap_or(0) * booklet;
        let count = (planned + spare).next_multiple_of(booklet);
        let class = self.desk.book.class_by_letter(plan.letter).context("the plan's class")?.id;
        self.stock.given = self.print(day, class, count, booklet)?.into_iter().collect();
        self.stock.drawers = vec![BTreeSet::new(); self.desk.book.partners.len()];
        let bad: CouponSet = take(&mut self.stock.given, MISPRINTED * booklet as usize).into_iter().collect();
        let what = What::Withdraw { coupons: bad, to: Placement::Void, reason: "mal imprimés" };
        let deed = self.desk.deed(self.cast.coordinator, self.desk.at(day, 15, 30)?, what);
        self.desk.run_one(deed)?;
        let for_sale = self.desk.book.classes.iter().find(|c| c.funding == Funding::Sold).map(|c| c.id);
        if let Some(class) = for_sale {
            self.stock.sold = self.print(day, class, (sales * 4 + 20).next_multiple_of(4), 4)?.into_iter().collect();
            self.stock.for_sale = self.stock.sold.first().map(|id| id.batch());
        }
        Ok(())
    }

    /// The first cartons: five weeks each; the first organisation receives too much, which is seen later.
    pub(crate) fn allot_first(&mut self, day: Date) -> Result<()> {
        let weeks = self.plan.weeks.min(5);
        let mut deeds = Vec::new();
        for partner in 0..self.stock.drawers.len() {
            let extra = if partner == 0 { 6 * self.plan.booklet * self.scale } else { 0 };
            let count = self.weekly_need(partner) * weeks + extra;
            // One funder asked to see its own coupons go out through one organisation.
            let fund = self.desk.book.funds.first().map(|f| f.id).filter(|_| partner == 1);
            deeds.extend(self.allot(day, partner, count as usize, fund)?);
        }
        self.desk.run(deeds).map(drop)
    }

    /// Coupons an organisation hands out in an ordinary week.
    pub(crate) fn weekly_need(&self, partner: usize) -> u32 {
        self.households.iter().filter(|h| h.partner == Some(partner)).map(|h| h.weekly).sum()
    }

    /// The same for some weeks, with what was missed and a booklet to replace what is lost.
    fn need(&self, partner: usize, weeks: u32) -> usize {
        let owed: u32 = self.households.iter().filter(|h| h.partner == Some(partner)).map(|h| h.weekly * h.missed).sum();
        (self.weekly_need(partner) * weeks + owed + self.plan.booklet) as usize
    }

    /// Whole booklets from the cupboard to a drawer.
    fn allot(&mut self, day: Date, partner: usize, count: usize, fund: Option<FundId>) -> Result<Option<Deed>> {
        let whole = count.next_multiple_of(self.plan.booklet as usize);
        let taken = take(&mut self.stock.given, whole);
        if taken.is_empty() {
            return Ok(None);
        }
        self.stock.drawers[partner].extend(&taken);
        let coupons = taken.into_iter().collect();
        let what = What::Allot { coupons, partner: self.desk.book.partners[partner].id, fund };
        let at = self.desk.at(day, 8, 30)?;
        Ok(Some(self.desk.deed(self.cast.coordinator, at, what)))
    }

    /// Monday morning: drawers that would not last the week are filled from the cupboard; when it is
    /// empty, or at mid-season, from the drawer that has the most to spare.
    pub(crate) fn refill(&mut self, day: Date, week: u32) -> Result<()> {
        let mut deeds = Vec::new();
        for partner in 0..self.stock.drawers.len() {
            let need = self.need(partner, 1);
            let has = self.stock.drawers[partner].len();
            if has < need || week == self.plan.weeks / 2 && partner == 2 {
                deeds.extend(self.pass_on(day, partner, need.saturating_sub(has).max(10), week)?);
            }
            let has = self.stock.drawers[partner].len();
            if has < need {
                deeds.extend(self.allot(day, partner, need - has, None)?);
            }
        }
        self.desk.run(deeds).map(drop)
    }

    /// Coupons another organisation will not need, if one has any to spare.
    fn pass_on(&mut self, day: Date, partner: usize, count: usize, week: u32) -> Result<Option<Deed>> {
        let weeks_left = self.plan.weeks.saturating_sub(week);
        let spare = |giver: &usize| self.stock.drawers[*giver].len().saturating_sub(self.need(*giver, weeks_left));
        let is_late = week >= self.plan.weeks / 2;
        let giver = (0..self.stock.drawers.len()).filter(|g| *g != partner).max_by_key(spare);
        let Some(giver) = giver.filter(|g| is_late && spare(g) >= 10) else { return Ok(None) };
        let count = count.min(spare(&giver));
        let taken = take(&mut self.stock.drawers[giver], count);
        self.stock.drawers[partner].extend(&taken);
        let coupons = taken.into_iter().collect();
        let what = What::Allot { coupons, partner: self.desk.book.partners[partner].id, fund: None };
        let at = self.desk.at(day, 8, 20)?;
        Ok(Some(self.desk.deed(self.cast.coordinator, at, what)))
    }
}
