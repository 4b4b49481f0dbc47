//! A market at noon: telephones send at the same time, so that their requests are written in common
//! commits, and the program dies in the middle of one.

use super::Season;
use anyhow::{Context, Result};
use app::Place;

/// Telephones sending at once.
const SENDERS: usize = 4;

/// Plays the noon of a seed on an empty database. Who comes first is the operating system's choice: what
/// is checked holds for any.
pub fn at_once(place: &Place, seed: u64) -> Result<()> {
    noon(place, seed).with_context(|| format!("CABAS_SEED={seed} plays this again, in another order"))
}

fn noon(place: &Place, seed: u64) -> Result<()> {
    let mut season = Season::begun(place, seed, 20, 16)?;
    let Season { machine, chance, phones, model, .. } = &mut season;
    if chance.percent(50) {
        machine.arm(chance);
    }
    phones.send_at_once(machine, SENDERS, chance, model)?;
    phones.settle(machine, chance, model)?;
    phones.repeat_all(machine, model)?;
    let live = season.audited()?;
    season.model.compare_exactly(&live)
}
