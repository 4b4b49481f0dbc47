//! Small random seasons in bad weather: telephones that send twice, late, out of order and with wrong
//! clocks; the same coupon at two stalls; and a program that dies before a statement, before a commit, or
//! after a commit and before it could answer. What must hold is checked against a model that only knows
//! the answers people received, and by the audit.
//!
//! A season is entirely determined by its seed: `CABAS_SEED=n cargo test -p sim` plays one again.

mod close;
mod config;
mod crowd;
mod machine;
mod model;
mod office;
mod order;
mod phones;

use crate::chance::Chance;
use anyhow::{Context, Result, ensure};
use app::live_use::LiveUse;
use app::{Place, audit, fund, live_use};
pub use crowd::at_once;
use domain::ids::Actor;
use machine::Machine;
use model::Model;
use office::Office;
pub use order::same_in_any_order;
use phones::Phones;

/// What a season went through: printed by the tests, so that one sees the weather was bad.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Weather {
    /// Commands in the log.
    pub commands: i64,
    /// Times the program died.
    pub crashes: u32,
    /// Letters that telephones wrote.
    pub letters: u32,
    /// Times a letter was delivered.
    pub deliveries: u32,
    /// Coupons accepted.
    pub accepted: u32,
    /// Disputes opened.
    pub disputes: u32,
    /// Requests of the office refused.
    pub refused: u32,
    /// Payments made.
    pub payments: u32,
}

impl Weather {
    /// Adds another season's.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            commands: self.commands + other.commands,
            crashes: self.crashes + other.crashes,
            letters: self.letters + other.letters,
            deliveries: self.deliveries + other.deliveries,
            accepted: self.accepted + other.accepted,
            disputes: self.disputes + other.disputes,
            refused: self.refused + other.refused,
            payments: self.payments + other.payments,
        }
    }
}

/// A season: the machine, the people, and what they believe.
struct Season {
    machine: Machine,
    chance: Chance,
    office: Office,
    phones: Phones,
    model: Model,
}

/// Things that happen in one season.
const STEPS: usize = 70;

/// Plays the season of a seed on an empty database.
pub fn play(place: &Place, seed: u64) -> Result<Weather> {
    let mut season = Season::open(place, seed).with_context(|| format!("seed {seed}: opening"))?;
    season.through().with_context(|| format!("CABAS_SEED={seed} plays this again"))?;
    Ok(season.model.weather)
}

impl Season {
    fn open(place: &Place, seed: u64) -> Result<Self> {
        let mut chance = Chance::new(seed);
        let file = config::random(&mut chance)?;
        let mut machine = Machine::start(place, &file, &mut chance)?;
        let office = Office::install(&mut machine, &mut chance)?;
        let phones = Phones::install(&mut machine, &mut chance)?;
        Ok(Self { machine, chance, office, phones, model: Model::default() })
    }

    /// A season that has begun: so many things done at the office, then letters written; nothing dies any more.
    fn begun(place: &Place, seed: u64, acts: usize, letters: usize) -> Result<Self> {
        let mut season = Self::open(place, seed)?;
        let Self { machine, chance, office, phones, model } = &mut season;
        for _ in 0..acts {
            machine.pass_time(chance);
            office.act(machine, chance, model)?;
        }
        for _ in 0..letters {
            machine.pass_time(chance);
            phones.write(machine, chance, office, model)?;
        }
        machine.disarm();
        Ok(season)
    }

    /// What is seen of it, once the audit found nothing.
    fn audited(&mut self) -> Result<LiveUse> {
        let (report, live) = self.machine.look(|cx| Ok((audit::audit(cx)?, live_use::live_use(cx, Actor::System)?)))?;
        ensure!(report.findings.is_empty(), "the audit found {:#?}", report.findings);
        Ok(live)
    }

    fn through(&mut self) -> Result<()> {
        for step in 0..STEPS {
            self.step().with_context(|| format!("step {step}"))?;
        }
        self.phones.settle(&mut self.machine, &mut self.chance, &mut self.model).context("the last letters")?;
        self.check().context("when all letters are answered")?;
        self.office.close(&mut self.machine, &mut self.chance, &mut self.model).context("closing")?;
        self.phones.repeat_all(&mut self.machine, &mut self.model).context("every letter once more")?;
        self.check().context("after the season")?;
        let live = self.machine.look(|cx| live_use::live_use(cx, Actor::System))?;
        self.model.compare_exactly(&live)
    }

    fn step(&mut self) -> Result<()> {
        self.machine.pass_time(&mut self.chance);
        if self.chance.percent(7) {
            self.machine.arm(&mut self.chance);
        }
        match self.chance.below(100) {
            0..28 => self.phones.write(&mut self.machine, &mut self.chance, &self.office, &mut self.model),
            28..58 => self.phones.deliver(&mut self.machine, &mut self.chance, &mut self.model),
            58..98 => self.office.act(&mut self.machine, &mut self.chance, &mut self.model),
            _ => self.check(),
        }
    }

    /// The audit, and the model against the database.
    fn check(&mut self) -> Result<()> {
        let (report, live, funds) = self.machine.look(|cx| {
            let funds = fund::statuses(cx, Actor::System)?;
            Ok((audit::audit(cx)?, live_use::live_use(cx, Actor::System)?, funds))
        })?;
        // A ceiling is never enforced at the stall: where unreported coupons are accepted it may be passed.
        let is_kept =
            self.machine.book.rules.accept_with_partner || funds.iter().all(|f| f.fund.is_sales || f.available_cents >= 0);
        ensure!(is_kept, "more was promised than there is: {funds:#?}");
        ensure!(report.findings.is_empty(), "the audit found {:#?}", report.findings);
        self.model.weather.commands = report.commands;
        self.model.weather.crashes = self.machine.crashes();
        self.model.compare(&live)
    }
}
