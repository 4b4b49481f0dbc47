//! The end of a season: what is left comes back, what is given ends, the last merchants are paid.

use crate::calendar::plus;
use crate::deed::What;
use crate::plan::End;
use crate::play::Season;
use anyhow::Result;
use domain::command::Placement;
use jiff::civil::Date;

impl Season<'_> {
    /// Ends the season as planned.
    pub(crate) fn end(&mut self) -> Result<()> {
        match self.plan.end {
            End::Closed => self.close(),
            End::Left(day) => self.leave(day),
        }
    }

    fn close(&mut self) -> Result<()> {
        let season = self.desk.book.season;
        let back_on = plus(season.ends_on, 2)?;
        // The organisation with the most left brings back what it did not hand out; the others' simply ends.
        let fullest = self.stock.drawers.iter_mut().max_by_key(|drawer| drawer.len());
        let coupons = fullest.map(std::mem::take).unwrap_or_default();
        if !coupons.is_empty() {
            let what =
                What::Withdraw { coupons: coupons.into_iter().collect(), to: Placement::Returned, reason: "fin de saison" };
            let deed = self.desk.deed(self.cast.coordinator, self.desk.at(back_on, 10, 0)?, what);
            self.desk.run_one(deed)?;
        }
        self.settle_all(plus(back_on, 1)?)?;
        let piles = std::mem::take(&mut self.late_piles);
        self.send(piles)?;
        let last = plus(season.last_claim_on, 1)?;
        let deed = self.desk.deed(self.cast.coordinator, self.desk.at(last, 9, 0)?, What::Expire(last));
        self.desk.run_one(deed)?;
        self.decide(self.desk.at(last, 10, 0)?, 0)?;
        self.settle_all(plus(last, 3)?)?;
        let deed = self.desk.deed(self.cast.coordinator, self.desk.at(plus(last, 12)?, 9, 0)?, What::Close);
        self.desk.run_one(deed).map(drop)
    }

    /// A whole run in a week, and the one before it finished first.
    fn settle_all(&mut self, day: Date) -> Result<()> {
        self.send_payments(self.desk.at(day, 9, 0)?)?;
        self.confirm_payments(self.desk.at(day, 9, 30)?)?;
        self.prepare_and_approve(self.desk.at(plus(day, 1)?, 9, 0)?)?;
        self.send_payments(self.desk.at(plus(day, 2)?, 9, 0)?)?;
        self.confirm_payments(self.desk.at(plus(day, 5)?, 9, 0)?)
    }

    /// Leaves the programme as its people leave it in the evening: a run waits for its second approval.
    fn leave(&mut self, day: Date) -> Result<()> {
        self.leave_waiting(self.desk.at(day, 20, 30)?)?;
        self.desk.set(self.desk.at(day, 21, 0)?);
        Ok(())
    }
}
