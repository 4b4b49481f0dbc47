//! Replacing lost coupons: as the territory decided, by nobody, by the coordinator, or by the organisation that
//! gave them. The lost ones are dead from then on; presented later, a person decides.

use crate::amount::Amount;
use crate::command::Outcome;
use crate::coupon::{Coupon, State};
use crate::coupon_set::CouponSet;
use crate::handout;
use crate::ids::{ClassId, PartnerId};
use crate::refusal::Refusal;
use crate::stock::{illegal, not_ended};
use crate::world::{Movement, Step, World};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Who may replace a household's lost coupons. No known programme publishes its rule; each has to have one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Replacement {
    /// Nobody: a lost coupon is lost.
    Never,
    /// The coordinator, case by case.
    #[default]
    Coordinator,
    /// The organisation that handed them out, from its own stock.
    Partner,
}

/// Lost coupons of a household against as many of the same classes from the same organisation. The funds
/// charged stay the same, so that no ceiling is touched.
pub(crate) fn replace<W: World>(
    world: &mut W,
    lost: &CouponSet,
    with: &CouponSet,
    by: Option<PartnerId>,
    recorded_at: Timestamp,
) -> Step<Outcome, W> {
    let book = world.book().clone();
    if book.closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    match (book.rules.replacement, by) {
        (Replacement::Never, _) | (Replacement::Coordinator, Some(_)) => return Err(Refusal::NotReplaced.into()),
        (Replacement::Coordinator | Replacement::Partner, None) | (Replacement::Partner, Some(_)) => {}
    }
    let old = handout::existing(world, lost)?;
    if let Some(coupon) = old.iter().find(|c| c.state != State::HandedOut) {
        return Err(illegal(coupon, State::Lost).into());
    }
    if let Some(other) = old.iter().find(|c| by.is_some_and(|partner| c.partner != Some(partner))) {
        return Err(Refusal::NotHeld { coupon: other.id }.into());
    }
    let chosen = if with.is_empty() { lowest(world, &old)? } else { with.clone() };
    if lost.len() != chosen.len() {
        return Err(Refusal::NotEnough { available: chosen.len(), asked: lost.len() }.into());
    }
    let new = handout::existing(world, &chosen)?;
    let mut by_class: BTreeMap<ClassId, Vec<Coupon>> = BTreeMap::new();
    for coupon in &old {
        by_class.entry(coupon.class).or_default().push(*coupon);
    }
    let mut movements = Vec::new();
    let mut amount = Amount::cad(0);
    for coupon in &new {
        let class = book.class(coupon.class).ok_or(Refusal::UnknownClass { class: coupon.class.to_string() })?;
        not_ended(class, book.day_of(recorded_at))?;
        let gone = by_class.get_mut(&coupon.class).and_then(Vec::pop).ok_or(Refusal::WrongClass { letter: class.letter })?;
        let available = match coupon.state {
            State::InStock => by.is_none(),
            State::WithPartner => coupon.partner == gone.partner,
            _ => false,
        };
        if !available {
            return Err(illegal(coupon, State::HandedOut).into());
        }
        amount = amount.plus(class.cost()).map_err(Refusal::from)?;
        movements.push(Movement::of(&gone, (State::Lost, gone.partner, gone.fund)));
        movements.push(Movement::of(coupon, (State::HandedOut, gone.partner, gone.fund)));
    }
    world.move_coupons(&movements)?;
    let coupons = if with.is_empty() { chosen } else { CouponSet::default() };
    Ok(Outcome::Moved { count: new.len() as u64, coupons, amount })
}

/// The lowest coupons that the organisations of the lost ones hold, class by class.
fn lowest<W: World>(world: &mut W, old: &[Coupon]) -> Step<CouponSet, W> {
    let mut asked: BTreeMap<(PartnerId, ClassId), u64> = BTreeMap::new();
    for coupon in old {
        let partner = coupon.partner.ok_or(Refusal::NotHeld { coupon: coupon.id })?;
        *asked.entry((partner, coupon.class)).or_default() += 1;
    }
    let mut chosen = Vec::new();
    for ((partner, class), count) in asked {
        let held = world.held(partner, class, count)?;
        if held.len() < count {
            return Err(Refusal::NotEnough { available: held.len(), asked: count }.into());
        }
        chosen.extend(held.iter());
    }
    Ok(chosen.into_iter().collect())
}
