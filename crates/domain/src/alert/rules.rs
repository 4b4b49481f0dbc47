//! The rules, one a kind, over what was accepted. Each reads the whole season: what is usual is what people there do.

use super::{Alert, Alerts, Key, Kind, Part, Taken};
use crate::ids::{CouponId, PlaceId, VendorId};
use crate::place::Place;
use crate::programme::Book;
use crate::redemption::Channel;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What one hand-out leaves at a stall must be this many times the usual too: a programme may hand a month out at once.
const HOUSEHOLD_TIMES: u64 = 4;
/// Other stalls that took coupons at a place that day; with fewer there is nothing to compare with.
const FEWEST_PEERS: usize = 3;
/// A stall's other days at a place; with fewer nobody knows what is usual for it.
const FEWEST_DAYS: usize = 3;
/// And this many times its own usual day.
const OWN_TIMES: u64 = 3;
/// Below this many coupons, many times little is little.
const LEAST_VOLUME: u64 = 40;
/// Days around a market day that a person may have written for a counted pile.
const COUNTED_DAYS: i64 = 1;

/// A stall on a day.
type Stall = (Date, PlaceId, VendorId);

fn key((on, place, vendor): Stall, kind: Kind) -> Key {
    Key { on, place, vendor, kind }
}

/// The middle of some numbers, the lower one of two; 0 of none.
fn middle(mut numbers: Vec<u64>) -> u64 {
    numbers.sort_unstable();
    numbers.get(numbers.len().saturating_sub(1) / 2).copied().unwrap_or(0)
}

/// The instant of an act: a fast clock does not make a later one.
fn instant(taken: &Taken) -> Timestamp {
    taken.redemption.claimed_at.min(taken.redemption.recorded_at)
}

/// An alert about some coupons of some acts.
fn alert(key: Key, usual: u64, parts: impl IntoIterator<Item = (i64, CouponId)>) -> Alert {
    let mut acts: BTreeMap<i64, Vec<CouponId>> = BTreeMap::new();
    for (seq, coupon) in parts {
        acts.entry(seq).or_default().push(coupon);
    }
    let count = acts.values().map(|coupons| coupons.len() as u64).sum();
    let parts = acts.into_iter().map(|(seq, coupons)| Part { seq, coupons: coupons.into_iter().collect() }).collect();
    Alert { key, count, usual, parts }
}

fn all_of<'a>(acts: impl IntoIterator<Item = &'a Taken>) -> impl Iterator<Item = (i64, CouponId)> {
    acts.into_iter().flat_map(|taken| taken.coupons.iter().map(|(coupon, _)| (taken.redemption.seq, *coupon)))
}

/// Everything out of the ordinary, the newest day first.
pub fn find(book: &Book, taken: &[Taken]) -> Vec<Alert> {
    let rules = book.rules.alerts;
    let mut stalls: BTreeMap<Stall, Vec<&Taken>> = BTreeMap::new();
    for act in taken.iter().filter(|act| !act.coupons.is_empty()) {
        let stall = (act.redemption.market_day(book), act.redemption.place, act.redemption.vendor);
        stalls.entry(stall).or_default().push(act);
    }
    let mut found = Vec::new();
    households(&stalls, rules, &mut found);
    runs(&stalls, rules, &mut found);
    volumes(&stalls, rules, &mut found);
    velocities(&stalls, rules, &mut found);
    hours(book, &stalls, rules, &mut found);
    found.sort_by_key(|alert| (std::cmp::Reverse(alert.key.on), alert.key));
    found
}

/// Coupons of one hand-out at one stall on one day, far beyond what hand-outs usually leave there.
fn households(stalls: &BTreeMap<Stall, Vec<&Taken>>, rules: Alerts, found: &mut Vec<Alert>) {
    let mut shares: BTreeMap<(Stall, i64), Vec<(i64, CouponId)>> = BTreeMap::new();
    for (stall, acts) in stalls {
        for act in acts {
            for (coupon, given) in &act.coupons {
                if let Some(given) = given {
                    shares.entry((*stall, *given)).or_default().push((act.redemption.seq, *coupon));
                }
            }
        }
    }
    let usual = middle(shares.values().map(|share| share.len() as u64).collect());
    let least = u64::from(rules.household_coupons).max(HOUSEHOLD_TIMES * usual);
    let mut by_stall: BTreeMap<Stall, Vec<(i64, CouponId)>> = BTreeMap::new();
    for ((stall, _), share) in shares {
        if rules.household_coupons > 0 && share.len() as u64 >= least {
            by_stall.entry(stall).or_default().extend(share);
        }
    }
    found.extend(by_stall.into_iter().map(|(stall, parts)| alert(key(stall, Kind::Household), usual, parts)));
}

/// What each stall of a place took on a day.
fn counts(stalls: &BTreeMap<Stall, Vec<&Taken>>) -> BTreeMap<(Date, PlaceId), Vec<(VendorId, u64)>> {
    let mut counts: BTreeMap<(Date, PlaceId), Vec<(VendorId, u64)>> = BTreeMap::new();
    for ((on, place, vendor), acts) in stalls {
        let count = acts.iter().map(|act| act.coupons.len() as u64).sum();
        counts.entry((*on, *place)).or_default().push((*vendor, count));
    }
    counts
}

/// Numbers in a row, of several hand-outs or of none. Where few stalls accept coupons a row tells nothing: everybody
/// goes to the same one.
fn runs(stalls: &BTreeMap<Stall, Vec<&Taken>>, rules: Alerts, found: &mut Vec<Alert>) {
    let least = rules.run_coupons as usize;
    if least == 0 {
        return;
    }
    let peers = counts(stalls);
    for (stall, acts) in stalls {
        if peers.get(&(stall.0, stall.1)).is_none_or(|all| all.len() <= FEWEST_PEERS) {
            continue;
        }
        let mut all: Vec<(CouponId, Option<i64>, i64)> =
            acts.iter().flat_map(|act| act.coupons.iter().map(|(coupon, given)| (*coupon, *given, act.redemption.seq))).collect();
        all.sort_unstable();
        let runs = all.chunk_by(|one, next| one.0.0 + 1 == next.0.0);
        let is_odd = |run: &&[(CouponId, Option<i64>, i64)]| {
            let several = run.iter().map(|(_, given, _)| given).collect::<BTreeSet<_>>().len() > 1;
            run.len() >= least && (several || run[0].1.is_none())
        };
        let parts: Vec<(i64, CouponId)> = runs.filter(is_odd).flatten().map(|(coupon, _, seq)| (*seq, *coupon)).collect();
        if !parts.is_empty() {
            found.push(alert(key(*stall, Kind::Run), 0, parts));
        }
    }
}

/// Many times what the other stalls took, and many times what this one usually takes.
fn volumes(stalls: &BTreeMap<Stall, Vec<&Taken>>, rules: Alerts, found: &mut Vec<Alert>) {
    let times = u64::from(rules.peers_times);
    let days = counts(stalls);
    let mut own: BTreeMap<(PlaceId, VendorId), Vec<(Date, u64)>> = BTreeMap::new();
    for ((on, place), all) in &days {
        for (vendor, count) in all {
            own.entry((*place, *vendor)).or_default().push((*on, *count));
        }
    }
    for (stall, acts) in stalls {
        let (on, place, vendor) = *stall;
        let all = days.get(&(on, place)).map_or(&[][..], Vec::as_slice);
        let mine: u64 = acts.iter().map(|act| act.coupons.len() as u64).sum();
        let peers: Vec<u64> = all.iter().filter(|(other, _)| *other != vendor).map(|(_, count)| *count).collect();
        if times == 0 || mine < LEAST_VOLUME || peers.len() < FEWEST_PEERS {
            continue;
        }
        let usual = middle(peers);
        let others = own.get(&(place, vendor)).map_or(&[][..], Vec::as_slice);
        let others: Vec<u64> = others.iter().filter(|(day, _)| *day != on).map(|(_, count)| *count).collect();
        let is_usual_here = others.len() >= FEWEST_DAYS && mine < OWN_TIMES * middle(others);
        if mine >= times * usual && !is_usual_here {
            found.push(alert(key(*stall, Kind::Volume), usual, all_of(acts.iter().copied())));
        }
    }
}

/// Many coupons within a minute on one phone. A pile that is counted afterwards goes as fast as it goes.
fn velocities(stalls: &BTreeMap<Stall, Vec<&Taken>>, rules: Alerts, found: &mut Vec<Alert>) {
    let least = u64::from(rules.minute_coupons);
    if least == 0 {
        return;
    }
    for (stall, acts) in stalls {
        let mut by_phone: BTreeMap<Uuid, Vec<&Taken>> = BTreeMap::new();
        for act in acts.iter().filter(|act| act.redemption.channel != Channel::Counted) {
            if let Some(device) = act.device {
                by_phone.entry(device).or_default().push(act);
            }
        }
        let mut odd: BTreeMap<i64, &Taken> = BTreeMap::new();
        for mut acts in by_phone.into_values() {
            acts.sort_by_key(|act| (instant(act), act.redemption.seq));
            for (first, act) in acts.iter().enumerate() {
                let until = instant(act).saturating_add(SignedDuration::from_mins(1)).unwrap_or(Timestamp::MAX);
                let minute: Vec<&Taken> = acts[first..].iter().take_while(|next| instant(next) < until).copied().collect();
                if minute.iter().map(|act| act.coupons.len() as u64).sum::<u64>() >= least {
                    odd.extend(minute.into_iter().map(|act| (act.redemption.seq, act)));
                }
            }
        }
        if !odd.is_empty() {
            found.push(alert(key(*stall, Kind::Velocity), 0, all_of(odd.into_values())));
        }
    }
}

/// Accepted long before the place opens or long after it closes. A place that says no hours is never far from them.
/// What arrived on a market day, said by the phone to be of another day, is a clock that nobody set: the phone's owner is
/// warned of that already.
fn hours(book: &Book, stalls: &BTreeMap<Stall, Vec<&Taken>>, rules: Alerts, found: &mut Vec<Alert>) {
    if rules.hours_away == 0 {
        return;
    }
    for (stall, acts) in stalls {
        let Some(place) = book.place(stall.1).filter(|place| !place.opens.is_empty()) else { continue };
        let odd: Vec<&Taken> = acts.iter().copied().filter(|act| !is_near(book, place, act, rules.hours_away)).collect();
        if !odd.is_empty() {
            found.push(alert(key(*stall, Kind::Hours), 0, all_of(odd)));
        }
    }
}

fn is_near(book: &Book, place: &Place, act: &Taken, hours_away: u32) -> bool {
    let (at, zone) = (instant(act), book.zone());
    let day = book.day_of(at);
    let away = SignedDuration::from_hours(i64::from(hours_away));
    let arrived = book.day_of(act.redemption.recorded_at);
    let is_a_clock = act.redemption.channel != Channel::Counted && arrived != day;
    if is_a_clock && !place.openings(arrived, arrived).is_empty() {
        return true;
    }
    let around = i64::from(hours_away / 24 + 1).max(COUNTED_DAYS);
    let (from, to) = (day.saturating_sub(around.days()), day.saturating_add(around.days()));
    place.openings(from, to).iter().any(|opening| {
        if act.redemption.channel == Channel::Counted {
            return (day - opening.on).get_days().abs() <= i32::try_from(COUNTED_DAYS).unwrap_or(1);
        }
        let begins = opening.begins(&zone).and_then(|at| at.checked_sub(away).ok());
        let ends = opening.ends(&zone).and_then(|at| at.checked_add(away).ok());
        begins.is_some_and(|begins| begins <= at) && ends.is_some_and(|ends| at <= ends)
    })
}
