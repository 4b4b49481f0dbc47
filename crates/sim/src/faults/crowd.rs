//! A market at noon: telephones send at the same time, so that their requests are written in common
//! commits, and the program dies in the middle of one.

use super::config;
use super::machine::Machine;
use super::model::Model;
use super::office::Office;
use super::phones::Phones;
use crate::chance::Chance;
use anyhow::{Context, Result, ensure};
use app::{Place, audit, live_use};
use domain::ids::Actor;

/// Telephones sending at once.
const SENDERS: usize = 4;

/// Plays the noon of a seed on an empty database. Who comes first is the operating system's choice: what
/// is checked holds for any.
pub fn at_once(place: &Place, seed: u64) -> Result<()> {
    noon(place, seed).with_context(|| format!("CABAS_SEED={seed} plays this again, in another order"))
}

fn noon(place: &Place, seed: u64) -> Result<()> {
    let mut chance = Chance::new(seed);
    let file = config::random(&mut chance)?;
    let mut machine = Machine::start(place, &file, &mut chance)?;
    let office = Office::install(&mut machine, &mut chance)?;
    let mut phones = Phones::install(&mut machine, &mut chance)?;
    let mut model = Model::default();
    for _ in 0..20 {
        machine.pass_time(&mut chance);
        office.act(&mut machine, &mut chance, &mut model)?;
    }
    for _ in 0..16 {
        machine.pass_time(&mut chance);
        phones.write(&mut machine, &mut chance, &office, &mut model)?;
    }
    machine.disarm();
    if chance.percent(50) {
        machine.arm(&mut chance);
    }
    phones.send_at_once(&mut machine, SENDERS, &mut chance, &mut model)?;
    phones.settle(&mut machine, &mut chance, &mut model)?;
    phones.repeat_all(&mut machine, &mut model)?;
    let (report, live) = machine.look(|cx| Ok((audit::audit(cx)?, live_use::live_use(cx, Actor::System)?)))?;
    ensure!(report.findings.is_empty(), "the audit found {:#?}", report.findings);
    model.compare_exactly(&live)
}
