//! Money in, merchants' accounts, and the settlement runs: prepared, approved by two, sent, confirmed,
//! sometimes returned.

use crate::deed::{Done, What};
use crate::play::Season;
use anyhow::{Context, Result, bail};
use app::bank_details::Account;
use app::settlement;
use domain::amount::Amount;
use domain::ids::{Actor, PaymentId, RunId};
use domain::programme::PaymentMethod;
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};

/// The run in which one payment comes back.
const UNLUCKY_RUN: u32 = 3;

/// Where the current run is.
#[derive(Default)]
pub(crate) struct Paying {
    /// Approved, to be sent.
    approved: Option<RunId>,
    /// Sent, to be confirmed.
    sent: Vec<PaymentId>,
    /// Runs paid.
    runs: u32,
}

impl Season<'_> {
    /// The funders' money, and what is set aside of it.
    pub(crate) fn receive_all(&mut self) -> Result<()> {
        let scale = i64::from(self.scale);
        for (key, dollars, on) in self.plan.money {
            let fund = self.desk.book.fund_by_key(key).context("the plan's fund")?.id;
            let at = self.desk.at(*on, 11, 0)?;
            let amount = Amount::cad(dollars * 100 * scale);
            let what = What::Receive { fund, amount, reference: format!("virement du {on}"), on: *on };
            let deed = self.desk.deed(self.cast.treasurers[0], at, what);
            self.desk.run_one(deed)?;
            if *key == self.plan.contingency.0 {
                let amount = Amount::cad(self.plan.contingency.1 * 100 * scale);
                let deed = self.desk.deed(self.cast.coordinator, self.desk.at(*on, 14, 0)?, What::SetAside { fund, amount });
                self.desk.run_one(deed)?;
            }
        }
        Ok(())
    }

    /// Accounts of merchants paid by deposit: one treasurer writes them down, the other confirms.
    pub(crate) fn accounts(&mut self, day: Date) -> Result<()> {
        let at = self.desk.at(day, 13, 0)?;
        let mut deeds = Vec::new();
        for vendor in self.desk.book.clone().vendors.iter().filter(|v| v.payment_method == PaymentMethod::Deposit) {
            // No institution has the number 999.
            let account = Account::new("999", &format!("{:05}", vendor.id.0), &format!("{:07}", 1_000_000 + vendor.id.0))
                .map_err(|r| anyhow::anyhow!("{r:?}"))?;
            let propose = What::ProposeBank { vendor: vendor.id, account };
            deeds.push(self.desk.deed(self.cast.treasurers[0], at, propose));
            deeds.push(self.desk.deed(self.cast.treasurers[1], at, What::ConfirmBank { vendor: vendor.id, version: 1 }));
        }
        self.desk.run(deeds).map(drop)
    }

    /// The week's step of settlement: prepared and approved on Tuesday, sent on Wednesday, confirmed on
    /// Friday, every so many weeks.
    pub(crate) fn settle(&mut self, day: Date) -> Result<()> {
        if self.week % self.plan.settle_weeks != self.plan.settle_weeks - 1 {
            return Ok(());
        }
        match day.weekday() {
            Weekday::Tuesday => self.prepare_and_approve(self.desk.at(day, 8, 40)?),
            Weekday::Wednesday => self.send_payments(self.desk.at(day, 8, 40)?),
            Weekday::Friday => self.confirm_payments(self.desk.at(day, 8, 40)?),
            _ => Ok(()),
        }
    }

    /// A run of everything that arrived, approved by two people who did not prepare it.
    pub(crate) fn prepare_and_approve(&mut self, at: Timestamp) -> Result<()> {
        let run = self.prepare(at)?;
        let approvals = self.cast.approvers.map(|person| self.desk.deed(person, at, What::Approve(run)));
        self.desk.run(approvals.into())?;
        self.paying.approved = Some(run);
        Ok(())
    }

    fn prepare(&mut self, at: Timestamp) -> Result<RunId> {
        let deed = self.desk.deed(self.cast.treasurers[0], at, What::Prepare { cutoff: at });
        match self.desk.run_one(deed)? {
            Done::Run(run) => Ok(run),
            other => bail!("a run was expected, not {other:?}"),
        }
    }

    /// Sends the approved run.
    pub(crate) fn send_payments(&mut self, at: Timestamp) -> Result<()> {
        let Some(run) = self.paying.approved.take() else { return Ok(()) };
        let deed = self.desk.deed(self.cast.treasurers[0], at, What::Pay(run));
        self.desk.run_one(deed)?;
        let (_, payments) = self.desk.look(move |cx| settlement::run(cx, Actor::System, run))?;
        self.paying.sent = payments.into_iter().map(|p| p.id).collect();
        self.paying.runs += 1;
        Ok(())
    }

    /// The bank's statement: payments confirmed, one of the season returned.
    pub(crate) fn confirm_payments(&mut self, at: Timestamp) -> Result<()> {
        let unlucky = self.paying.runs == UNLUCKY_RUN;
        let treasurer = self.cast.treasurers[0];
        let mut deeds = Vec::new();
        for (index, payment) in std::mem::take(&mut self.paying.sent).into_iter().enumerate() {
            let what = if unlucky && index == 0 {
                What::Return { payment, reason: "905 compte fermé" }
            } else {
                What::Confirm { payment, reference: format!("{}", 1_000 + payment.0) }
            };
            deeds.push(self.desk.deed(treasurer, at, what));
        }
        self.desk.run(deeds).map(drop)
    }

    /// A run left with one approval of two, and a change of account left for the other treasurer.
    pub(crate) fn leave_waiting(&mut self, at: Timestamp) -> Result<()> {
        let run = self.prepare(at)?;
        let approval = self.desk.deed(self.cast.treasurers[1], at, What::Approve(run));
        let vendor = self.desk.book.vendors.iter().find(|v| v.payment_method == PaymentMethod::Deposit).context("a deposit")?.id;
        let account = Account::new("999", "00042", "7654321").map_err(|r| anyhow::anyhow!("{r:?}"))?;
        let change = self.desk.deed(self.cast.treasurers[0], at, What::ProposeBank { vendor, account });
        self.desk.run(vec![approval, change]).map(drop)
    }
}
