//! Taking a hand-out back: a wrong band, a wrong booklet, noticed at once. Everything is as it was before,
//! and both acts stay in the log.

use crate::amount::Amount;
use crate::command::Outcome;
use crate::coupon::{CouponRange, State};
use crate::coupon_set::CouponSet;
use crate::ids::{ClassId, FundId, PartnerId};
use crate::promise::Promise;
use crate::refusal::Refusal;
use crate::world::{Movement, Step, World};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// How long after it was recorded a hand-out can be taken back. Later, coupons brought back are brought back:
/// somebody has held them.
pub const WITHIN: SignedDuration = SignedDuration::from_mins(10);

/// A hand-out as the programme remembers it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HandedOut {
    /// Who gave.
    pub partner: PartnerId,
    /// When it arrived here.
    pub recorded_at: Timestamp,
    /// The command that took it back, if one did.
    pub taken_back_by: Option<i64>,
    /// What it moved.
    pub movements: Vec<Movement>,
}

impl HandedOut {
    /// Until when it can be taken back.
    pub fn until(&self) -> Timestamp {
        self.recorded_at.saturating_add(WITHIN).unwrap_or(Timestamp::MAX)
    }
}

/// Takes back the hand-out recorded by command `seq`.
pub(crate) fn take_back<W: World>(world: &mut W, partner: PartnerId, seq: i64, recorded_at: Timestamp) -> Step<Outcome, W> {
    if world.book().closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    let given = world.hand_out(seq)?.filter(|given| given.partner == partner).ok_or(Refusal::NotFound)?;
    if given.taken_back_by.is_some() {
        return Err(Refusal::TakenBack.into());
    }
    if recorded_at > given.until() {
        return Err(Refusal::TooLateToTakeBack { minutes: WITHIN.as_mins().unsigned_abs() }.into());
    }
    untouched(world, &given, seq)?;
    let book = world.book().clone();
    let mut promises: BTreeMap<(ClassId, FundId), Promise> = BTreeMap::new();
    let mut movements = Vec::with_capacity(given.movements.len());
    let (mut count, mut amount) = (0, Amount::cad(0));
    for movement in &given.movements {
        let class = book.class(movement.class).ok_or(Refusal::UnknownClass { class: movement.class.to_string() })?;
        amount = class.cost().times(movement.count).and_then(|a| amount.plus(a)).map_err(Refusal::from)?;
        count += movement.count;
        if let (_, _, Some(fund)) = movement.to {
            let promise = promises.entry((class.id, fund)).or_insert_with(|| Promise { class: class.clone(), fund, count: 0 });
            promise.count += movement.count;
        }
        movements.push(Movement { from: movement.to, to: movement.from, ..*movement });
    }
    let mut transfers = Vec::new();
    for promise in promises.values() {
        transfers.extend(promise.release()?);
    }
    world.move_coupons(&movements)?;
    world.post(&transfers)?;
    world.take_back(seq)?;
    Ok(Outcome::Moved { count, coupons: CouponSet::default(), amount })
}

/// Every coupon is still where the hand-out put it: none was spent, lost or replaced since.
fn untouched<W: World>(world: &mut W, given: &HandedOut, seq: i64) -> Step<(), W> {
    let all: CouponSet = given.movements.iter().map(|m| m.range).collect::<Vec<CouponRange>>().into_iter().collect();
    let gone = world.coupons(&all)?.into_iter().find(|c| c.moved_seq != seq || c.state != State::HandedOut);
    match gone {
        Some(coupon) => Err(Refusal::IllegalMove {
            coupon: coupon.id,
            from: coupon.state.key().to_owned(),
            to: State::WithPartner.key().to_owned(),
            count: 1,
        }
        .into()),
        None => Ok(()),
    }
}
