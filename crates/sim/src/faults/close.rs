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
use domain::ids::{Actor, PlaceId};
use domain::payment_route::as_the_bank_sees;
use domain::refusal::Refusal;
use domain::settlement::{Payment, PaymentState, Run, RunState};
use jiff::civil::date;

impl Office {
    /// Closes the season.
    pub(super) fn close(&self, machine: &mut Machine, chance: &mut Chance, model: &mut Model) -> Result<()> {
        machine.set("2025-08-02T09:00:00-04:00".parse()?);
        must(machine, chance, Actor::System, What::Expire(date(2025, 8, 1)))?;
        for found in machine.look(|cx| dispute::list(cx, Actor::System))? {
            if found.decision.is_none() {
                let what = What::Resolve { dispute: found.id, decision: Decision::Refuse, reason: "fin de saison" };
                must(machine, chance, Actor::System, what)?;
            }
        }
        for (run, payments) in machine.look(|cx| settlement::list(cx, Actor::System))?.into_iter().rev() {
            self.finish(machine, chance, &run, &payments, model)?;
        }
        for _ in 0..3 {
            if chance.percent(30) {
                machine.arm(chance);
            }
            let now = machine.now();
            match machine.ask(chance, Actor::Person(self.people[0]), What::Prepare { cutoff: now })? {
                Ok(Done::Run(run)) => {
                    let (found, payments) = machine.look(move |cx| settlement::run(cx, Actor::System, run))?;
                    self.finish(machine, chance, &found, &payments, model)?;
                }
                Err(Refusal::NothingToPay) => break,
                other => bail!("a last run: {other:?}"),
            }
        }
        must(machine, chance, Actor::System, What::Close)?;
        let funds = machine.look(|cx| fund::statuses(cx, Actor::System))?;
        ensure!(funds.iter().all(|f| f.owed_cents == 0 && f.committed_cents == 0), "closed with debts: {funds:#?}");
        Ok(())
    }

    /// Brings a run and its payments to their end.
    fn finish(
        &self,
        machine: &mut Machine,
        chance: &mut Chance,
        run: &Run,
        payments: &[Payment],
        model: &mut Model,
    ) -> Result<()> {
        if run.state == RunState::Cancelled {
            return Ok(());
        }
        if run.state == RunState::Prepared {
            // Whoever approved it before is told so; two different people are enough.
            for person in self.people {
                machine.ask(chance, Actor::Person(person), What::Approve(run.id))?.ok();
            }
        }
        if run.state != RunState::Paid {
            must(machine, chance, Actor::Person(self.people[1]), What::Pay(run.id))?;
        }
        for payment in &as_the_bank_sees(payments) {
            if matches!(payment.state, PaymentState::Waiting | PaymentState::Sent) {
                let what = What::Confirm { payment: payment.id, reference: format!("C{}", payment.id.0) };
                must(machine, chance, Actor::Person(self.people[0]), what)?;
                model.weather.payments += 1;
            }
        }
        let id = run.id;
        let (_, payments) = machine.look(move |cx| settlement::run(cx, Actor::System, id))?;
        for payment in payments.iter().filter(|p| p.state == PaymentState::AtMarket) {
            must(machine, chance, Actor::System, What::HandOver { place: PlaceId(1), payment: payment.id })?;
        }
        Ok(())
    }
}

fn must(machine: &mut Machine, chance: &mut Chance, actor: Actor, what: What) -> Result<()> {
    let text = format!("{what:?}");
    let answer = machine.ask(chance, actor, what)?;
    ensure!(answer.is_ok(), "{text}: {answer:?}");
    Ok(())
}
