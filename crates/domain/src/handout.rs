//! Hand-outs: an organisation gives coupons to a household. Recorded: which coupons, the household-size
//! band, and if the organisation wishes a pseudonym that only it can read. Nothing else, ever.

use crate::amount::{Amount, Unit};
use crate::command::{Envelope, Outcome};
use crate::coupon::{Class, Coupon, Funding, State};
use crate::coupon_set::CouponSet;
use crate::fund::{self, FundPolicy};
use crate::ids::{ClassId, FundId, PartnerId};
use crate::programme::{Band, Book};
use crate::promise::Promise;
use crate::refusal::Refusal;
use crate::stock::not_ended;
use crate::world::{Movement, Step, World};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Which coupons are handed out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// These.
    Coupons(CouponSet),
    /// So many of a class: the organisation's lowest numbers.
    Count {
        /// Class.
        class: ClassId,
        /// How many.
        count: u32,
    },
}

/// A hand-out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HandOut {
    /// The organisation.
    pub partner: PartnerId,
    /// What it gives.
    pub choice: Choice,
    /// Household-size band, by its key.
    pub band: String,
    /// The organisation's pseudonym for the household, hashed with a key of the programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pseudonym: Option<String>,
}

/// What a household of this size receives for so many weeks, when one class of given coupons makes it exactly: the
/// one of the largest face, good today, of which the organisation holds enough.
pub fn usual(book: &Book, band: &Band, weeks: u32, today: Date, held: impl Fn(ClassId) -> u64) -> Option<(ClassId, u32)> {
    let worth = band.weekly_cents.checked_mul(i64::from(weeks))?;
    let is_good = |class: &Class| class.starts_on.is_none_or(|first| first <= today) && not_ended(class, today).is_ok();
    let exact = |class: &&Class| {
        is_good(class)
            && class.funding == Funding::Granted
            && class.face.unit == Unit::CAD
            && worth > 0
            && worth % class.face.minor == 0
    };
    let count = |class: &Class| u32::try_from(worth / class.face.minor).unwrap_or(u32::MAX);
    let best =
        book.classes.iter().filter(exact).max_by_key(|class| (held(class.id) >= u64::from(count(class)), class.face.minor))?;
    Some((best.id, count(best)))
}

/// More coupons than this in one hand-out is surely a mistake.
pub const MAX_COUPONS: u64 = 10_000;

/// Applies a hand-out.
pub(crate) fn hand_out<W: World>(
    world: &mut W,
    request: &HandOut,
    envelope: &Envelope,
    recorded_at: Timestamp,
) -> Step<Outcome, W> {
    let book = world.book();
    if book.closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    if envelope.device.is_none() {
        probable(book, envelope.claimed_at, recorded_at)?;
    }
    if book.partner(request.partner).is_none() {
        return Err(Refusal::UnknownPartner { partner: request.partner.to_string() }.into());
    }
    if !book.bands.iter().any(|band| band.key == request.band) {
        return Err(Refusal::UnknownBand { band: request.band.clone() }.into());
    }
    let chosen = match &request.choice {
        Choice::Coupons(set) => set.clone(),
        Choice::Count { class, count } => {
            let asked = u64::from(*count);
            let held = world.held(request.partner, *class, asked)?;
            if held.len() < asked {
                return Err(Refusal::NotEnough { available: held.len(), asked }.into());
            }
            held
        }
    };
    let coupons = existing(world, &chosen)?;
    let (fresh, spent) = still_held(&coupons, request.partner)?;
    if fresh.is_empty() && spent == 0 {
        return Err(Refusal::Nothing.into());
    }
    // What a household already had is not handed out again because it was spent since.
    for coupon in coupons.iter().filter(|coupon| coupon.state == State::Redeemed) {
        if world.was_handed_out(coupon.id)? {
            return Err(Refusal::AlreadyHandedOut { coupon: coupon.id }.into());
        }
    }
    let today = world.book().day_of(recorded_at);
    for class in fresh.iter().map(|c| c.class).collect::<BTreeSet<_>>() {
        let known = world.book().class(class).ok_or(Refusal::UnknownClass { class: class.to_string() })?;
        not_ended(known, today)?;
    }
    let charged = charge(world, &fresh, Some(request.partner), today)?;
    let amount = give(world, &charged, Some(request.partner))?;
    let coupons = if matches!(request.choice, Choice::Count { .. }) { chosen } else { CouponSet::default() };
    Ok(Outcome::Moved { count: fresh.len() as u64, coupons, amount })
}

/// The moment a person gave: from the season's year on, and at most a day ahead of us. A device's clock may lie;
/// both its time and ours are kept.
fn probable(book: &Book, claimed_at: Timestamp, recorded_at: Timestamp) -> Result<(), Refusal> {
    let day = book.day_of(claimed_at);
    let ahead = claimed_at.duration_since(recorded_at);
    if day.year() < book.season.starts_on.year() || ahead > SignedDuration::from_hours(24) {
        return Err(Refusal::ImprobableDay { day });
    }
    Ok(())
}

/// The coupons of a set, all of which must exist, and not too many.
pub(crate) fn existing<W: World>(world: &mut W, set: &CouponSet) -> Step<Vec<Coupon>, W> {
    if set.is_empty() {
        return Err(Refusal::Nothing.into());
    }
    if set.len() > MAX_COUPONS {
        return Err(Refusal::TooMany { limit: MAX_COUPONS }.into());
    }
    let coupons = world.coupons(set)?;
    if coupons.len() as u64 != set.len() {
        return Err(Refusal::UnknownCoupons { numbers: set.to_string() }.into());
    }
    Ok(coupons)
}

/// Those still with the organisation, and how many a merchant brought in before the hand-out was
/// reported. Any other coupon stops the whole hand-out.
fn still_held(coupons: &[Coupon], partner: PartnerId) -> Result<(Vec<Coupon>, u64), Refusal> {
    let mut fresh = Vec::with_capacity(coupons.len());
    let mut spent = 0;
    for coupon in coupons {
        match coupon.state {
            State::WithPartner if coupon.partner == Some(partner) => fresh.push(*coupon),
            State::Redeemed if coupon.partner == Some(partner) => spent += 1,
            State::WithPartner => return Err(Refusal::NotHeld { coupon: coupon.id }),
            from => {
                return Err(Refusal::IllegalMove {
                    coupon: coupon.id,
                    from: from.key().to_owned(),
                    to: State::HandedOut.key().to_owned(),
                    count: 1,
                });
            }
        }
    }
    Ok((fresh, spent))
}

/// A coupon, its class and the fund that pays for it.
pub(crate) type Charged = (Coupon, Class, FundId);

/// Decides which fund pays for each coupon that `partner` hands out `today`, and enforces the ceiling and what each
/// funder asks. Only given coupons: a sold one is paid by its buyer.
pub(crate) fn charge<W: World>(
    world: &mut W,
    coupons: &[Coupon],
    partner: Option<PartnerId>,
    today: Date,
) -> Step<Vec<Charged>, W> {
    let book = world.book().clone();
    let candidates: Vec<FundId> = book.funds.iter().filter(|f| !f.is_sales).map(|f| f.id).collect();
    let mut room = BTreeMap::new();
    for fund in &candidates {
        room.insert(*fund, world.headroom(*fund)?);
    }
    let mut charged = Vec::with_capacity(coupons.len());
    let mut open: BTreeMap<ClassId, Vec<Coupon>> = BTreeMap::new();
    let mut asked_by_fund: BTreeMap<FundId, i64> = BTreeMap::new();
    for coupon in coupons {
        let class = book.class(coupon.class).ok_or(Refusal::UnknownClass { class: coupon.class.to_string() })?;
        if class.funding != Funding::Granted {
            return Err(Refusal::WrongClass { letter: class.letter }.into());
        }
        match coupon.fund {
            Some(fund) => {
                if let Some(known) = book.fund(fund) {
                    fund::broken(known, partner, today)?;
                }
                *asked_by_fund.entry(fund).or_default() += class.cost().minor;
                charged.push((*coupon, class.clone(), fund));
            }
            None => open.entry(coupon.class).or_default().push(*coupon),
        }
    }
    for (fund, asked) in asked_by_fund {
        let available = room.get_mut(&fund).ok_or(Refusal::UnknownFund { fund: fund.to_string() })?;
        if asked > *available {
            return Err(Refusal::OverCeiling { available: *available, asked }.into());
        }
        *available -= asked;
    }
    for (class, waiting) in open {
        if book.rules.fund_policy == FundPolicy::Designated {
            return Err(Refusal::NoFundDesignated.into());
        }
        let class = book.class(class).ok_or(Refusal::UnknownClass { class: class.to_string() })?;
        let may_pay = |id: &FundId| book.fund(*id).is_some_and(|known| fund::broken(known, partner, today).is_ok());
        let rooms: Vec<_> = candidates.iter().filter(|id| may_pay(id)).map(|f| (*f, room[f])).collect();
        let count = waiting.len() as u64;
        let shares = fund::charge(book.rules.fund_policy, count, class.cost(), &rooms).ok_or_else(|| {
            let available = rooms.iter().map(|(_, r)| (*r).max(0)).sum();
            let asked = class.cost().minor.saturating_mul(i64::try_from(count).unwrap_or(i64::MAX));
            // Money there is, and that funders keep for others or for other days, is another matter than none.
            if candidates.iter().any(|id| !may_pay(id) && room[id] > 0) {
                Refusal::FundsKeptForOthers { available, asked }
            } else {
                Refusal::OverCeiling { available, asked }
            }
        })?;
        let mut waiting = waiting.into_iter();
        for (fund, share) in shares {
            let taken = usize::try_from(share).unwrap_or(usize::MAX);
            *room.entry(fund).or_default() -= class.cost().minor * i64::try_from(share).unwrap_or(0);
            charged.extend(waiting.by_ref().take(taken).map(|coupon| (coupon, class.clone(), fund)));
        }
    }
    check_bonuses(&book, &charged, &room, (partner, today))?;
    charged.sort_by_key(|(coupon, _, _)| coupon.id);
    Ok(charged)
}

/// The bonus of a local currency is money too: its source must have room for it besides what it is
/// charged itself.
fn check_bonuses(
    book: &Book,
    charged: &[Charged],
    room: &BTreeMap<FundId, i64>,
    (partner, today): (Option<PartnerId>, Date),
) -> Result<(), Refusal> {
    let mut asked_by_source: BTreeMap<FundId, i64> = BTreeMap::new();
    for (_, class, _) in charged {
        let bonus = class.face.minor - class.cost().minor;
        if bonus > 0 {
            *asked_by_source.entry(class.bonus_fund.ok_or(Refusal::NoFundDesignated)?).or_default() += bonus;
        }
    }
    for (source, asked) in asked_by_source {
        if let Some(known) = book.fund(source) {
            fund::broken(known, partner, today)?;
        }
        let available = *room.get(&source).ok_or(Refusal::UnknownFund { fund: source.to_string() })?;
        if asked > available {
            return Err(Refusal::OverCeiling { available, asked });
        }
    }
    Ok(())
}

/// Moves charged coupons to the household and books the promise. Returns their cost.
pub(crate) fn give<W: World>(world: &mut W, charged: &[Charged], partner: Option<PartnerId>) -> Step<Amount, W> {
    let mut movements: Vec<Movement> = Vec::new();
    let mut promises: BTreeMap<(ClassId, FundId), Promise> = BTreeMap::new();
    let mut total = Amount::cad(0);
    for (coupon, class, fund) in charged {
        total = total.plus(class.cost()).map_err(Refusal::from)?;
        promises.entry((class.id, *fund)).or_insert_with(|| Promise { class: class.clone(), fund: *fund, count: 0 }).count += 1;
        Movement::of(coupon, (State::HandedOut, partner.or(coupon.partner), Some(*fund))).join(&mut movements);
    }
    let mut transfers = Vec::new();
    for promise in promises.values() {
        transfers.extend(promise.make()?);
    }
    world.move_coupons(&movements)?;
    world.post(&transfers)?;
    Ok(total)
}

#[cfg(test)]
mod conditions;
