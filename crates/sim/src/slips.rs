//! What goes wrong in every season: coupons accepted twice, booklets lost, and the coordinator's
//! decisions about them.

use crate::deed::What;
use crate::market::{Planned, channel_of};
use crate::play::Season;
use crate::stock::take;
use anyhow::{Context, Result};
use app::redemption::CountIn;
use domain::dispute::Decision;
use domain::ids::{CouponId, PlaceId, VendorId};
use domain::redemption::Channel;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

impl Season<'_> {
    /// How many slips of a kind are due by now, for `total` to be spread over the season.
    fn due(&self, total: u32, week: u32) -> u32 {
        (total * self.scale * (week + 1)) / self.weeks_played.max(1)
    }

    /// Adds, when one is due, a coupon that was spent before at another stall, or one that was reported
    /// lost: two people of a household with the same sheet, a sheet found on a bench.
    pub(crate) fn slip_in(
        &mut self,
        place: PlaceId,
        stalls: &[VendorId],
        closes_at: Timestamp,
        planned: &mut Vec<Planned>,
    ) -> Result<()> {
        if self.duplicates >= self.due(self.plan.duplicates, self.week) || self.week < 2 {
            return Ok(());
        }
        let kind = self.desk.book.place(place).context("a place")?.kind;
        let Some(vendor) = stalls.iter().copied().find(|v| channel_of(*v, kind) == Channel::Offline) else { return Ok(()) };
        let old = self.accepted.len() * 3 / 4;
        let elsewhere: Vec<CouponId> = self.accepted[..old].iter().filter(|(_, v)| *v != vendor).map(|(c, _)| *c).collect();
        let found = match self.lost_coupons.pop() {
            Some(lost) => lost,
            None => match self.desk.chance.pick(&elsewhere) {
                Some(coupon) => *coupon,
                None => return Ok(()),
            },
        };
        self.duplicates += 1;
        let count = CountIn { vendor, place, channel: Channel::Offline, codes: vec![self.stock.code(found)?] };
        let at = closes_at.checked_add(SignedDuration::from_mins(50 + i64::from(vendor.0)))?;
        let claimed_at = closes_at.checked_sub(SignedDuration::from_mins(70))?;
        let (person, device) = (self.merchant(vendor), Some(self.device_of(vendor)));
        let mut slip = self.plan_count(person, device, (at, claimed_at), count, 0);
        slip.disputes = 1;
        planned.push(slip);
        Ok(())
    }

    /// A household has lost what it had: the coordinator replaces it, coupon for coupon.
    pub(crate) fn lose(&mut self, day: Date) -> Result<()> {
        if self.losses >= self.due(self.plan.lost, self.week) || self.week < 1 {
            return Ok(());
        }
        let booklet = self.plan.booklet as usize;
        let holders: Vec<usize> = (0..self.households.len())
            .filter(|h| self.households[*h].partner.is_some() && self.households[*h].purse.len() >= 5)
            .collect();
        let Some(index) = self.desk.chance.pick(&holders).copied() else { return Ok(()) };
        let Some(partner) = self.households[index].partner.filter(|p| self.stock.drawers[*p].len() >= booklet) else {
            return Ok(());
        };
        if self.late_reports.iter().any(|d| matches!(&d.what, What::HandOut { partner: p, .. } if p.0 as usize == partner + 1)) {
            // Its hand-outs are not written down yet: nothing to replace on paper.
            return Ok(());
        }
        let count = self.households[index].purse.len().min(booklet);
        let lost: Vec<CouponId> = self.households[index].purse.drain(..count).collect();
        let with = take(&mut self.stock.drawers[partner], count);
        self.households[index].purse.extend(&with);
        self.lost_coupons.extend(lost.first());
        self.losses += 1;
        let what = What::Replace { lost: lost.into_iter().collect(), with: with.into_iter().collect() };
        let at = self.desk.at(day, 12, 30)?;
        let deed = self.desk.deed(self.cast.coordinator, at, what);
        self.desk.run_one(deed).map(drop)
    }

    /// The coordinator decides: two in three were honest mistakes of the stall and are paid. `keep` stay
    /// open.
    pub(crate) fn decide(&mut self, at: Timestamp, keep: usize) -> Result<()> {
        let fund = self.desk.book.fund_by_key(self.plan.contingency.0).context("the plan's fund")?.id;
        let decided = self.disputes.len().saturating_sub(keep);
        let mut deeds = Vec::with_capacity(decided);
        for dispute in self.disputes.drain(..decided) {
            let (decision, reason) = if dispute.0 % 3 == 0 {
                (Decision::Refuse, "coupon déjà inscrit à un autre kiosque, le marchand en convient")
            } else {
                (Decision::Pay { fund }, "accepté de bonne foi sans réseau")
            };
            deeds.push(self.desk.deed(self.cast.coordinator, at, What::Resolve { dispute, decision, reason }));
        }
        self.desk.run(deeds).map(drop)
    }
}
