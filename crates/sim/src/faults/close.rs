//! However bad the weather was, the season can be closed: every coupon ends, every dispute is decided,
//! every merchant is paid.

use super::machine::Machine;
use super::model::Model;
use super::office::Office;
use crate::chance::Chance;
use crate::deed::{Done, What};
use anyhow::{Result, bail, ensure};
use app::{dispute, fund, settlement};
use domain::dispute::Decision;
use domain::ids::{Actor, RunId};
use domain::refusal::Refusal;
use domain::settlement::{Payment, PaymentState, RunState};
use jiff::civil::date;

impl Office {
    /// Closes the season.
    pub(super) fn close(&self, machine: &mut Machine, chance: &mut Chance, model: &mut Model) -> Result<()> {
        machine.set("2025-08-02T09:00:00-04:00".parse()?);
        self.must(machine, chance, Actor::System, What::Expire(date(2025, 8, 1)))?;
        for found in machine.look(|cx| dispute::list(cx, Actor::System))? {
            if found.decision.is_none() {
                let what = What::Resolve { dispute: found.id, decision: Decision::Refuse, reason: "fin de saison" };
                self.must(machine, chance, Actor::System, what)?;
            }
        }
        for (run, payments) in machine.look(|cx| settlement::list(cx, Actor::System))?.into_iter().rev() {
            self.finish(machine, chance, run.id, (run.state, &run.approvals.len()), &payments, model)?;
        }
        for _ in 0..3 {
            if chance.percent(30) {
                machine.arm(chance);
            }
            let now = machine.now();
            match self.ask(machine, chance, Actor::Person(self.people[0]), What::Prepare { cutoff: now })? {
                Ok(Done::Run(run)) => {
                    let (found, payments) = machine.look(move |cx| settlement::run(cx, Actor::System, run))?;
                    self.finish(machine, chance, run, (found.state, &0), &payments, model)?;
                }
                Err(Refusal::NothingToPay) => break,
                other => bail!("a last run: {other:?}"),
            }
        }
        let closed = self.ask(machine, chance, Actor::System, What::Close)?;
        let funds = machine.look(|cx| fund::statuses(cx, Actor::System))?;
        match closed {
            Ok(_) => ensure!(funds.iter().all(|f| f.owed_cents == 0), "closed with debts: {funds:#?}"),
            // Merchants who are owed less than the least payment: see the report of `sim`.
            Err(Refusal::CannotCloseYet { disputes: 0, unpaid, live: 0 })
                if unpaid > 0 && machine.book.rules.minimum_payment_cents > 0 => {}
            Err(refusal) => bail!("not closed: {refusal:?}"),
        }
        Ok(())
    }

    /// Brings a run and its payments to their end.
    fn finish(
        &self,
        machine: &mut Machine,
        chance: &mut Chance,
        run: RunId,
        (state, _approvals): (RunState, &usize),
        payments: &[Payment],
        model: &mut Model,
    ) -> Result<()> {
        if state == RunState::Cancelled {
            return Ok(());
        }
        if state == RunState::Prepared {
            // Whoever approved it before is told so; two different people are enough.
            for person in self.people {
                self.ask(machine, chance, Actor::Person(person), What::Approve(run))?.ok();
            }
        }
        if state != RunState::Paid {
            self.must(machine, chance, Actor::Person(self.people[1]), What::Pay(run))?;
        }
        for payment in payments {
            if matches!(payment.state, PaymentState::Waiting | PaymentState::Sent) {
                let what = What::Confirm { payment: payment.id, reference: format!("C{}", payment.id.0) };
                self.must(machine, chance, Actor::Person(self.people[0]), what)?;
                model.weather.payments += 1;
            }
        }
        Ok(())
    }

    fn must(&self, machine: &mut Machine, chance: &mut Chance, actor: Actor, what: What) -> Result<()> {
        let text = format!("{what:?}");
        let answer = self.ask(machine, chance, actor, what)?;
        ensure!(answer.is_ok(), "{text}: {answer:?}");
        Ok(())
    }
}
