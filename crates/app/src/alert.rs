//! What is out of the ordinary, for whoever decides in the programme to look at. Worked out from what is in the book,
//! once for each head of the log; what somebody found is a command.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::alert::{self, Alert, Key, Kind, Looked, Taken};
use domain::chain::Hash;
use domain::command::Command;
use domain::ids::{Actor, CouponId, ProgrammeId};
use domain::redemption::Redemption;
use domain::refusal::Refusal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// Alerts as they were at a head of the log: everybody's home asks for them, and they change with the log only.
#[derive(Default)]
pub(crate) struct Known(Mutex<BTreeMap<ProgrammeId, AtHead>>);

/// A head, and the alerts there.
type AtHead = (Hash, Arc<Vec<Alert>>);

/// An alert with what was said of it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The alert.
    pub alert: Alert,
    /// What somebody said who looked at all of it.
    pub looked: Option<Looked>,
    /// Their name; empty for the program itself and for somebody erased.
    pub who: String,
    /// The acts behind it, as recorded.
    pub acts: Vec<Redemption>,
}

/// What merchants accepted, with whose hand-outs it was.
fn taken(cx: &mut Cx<'_, '_>) -> Result<Vec<Taken>, Error> {
    let mut spent: Vec<(CouponId, i64, Option<i64>)> = Vec::new();
    cx.tx.each_spent(cx.programme, |coupon, seq| spent.push((coupon, seq, None)))?;
    // The oldest first: a coupon that was taken back and given again is of the last hand-out.
    for (seq, _, range) in cx.tx.given_ranges(cx.programme)? {
        let first = spent.partition_point(|(coupon, ..)| *coupon < range.first);
        for (_, _, given) in spent[first..].iter_mut().take_while(|(coupon, ..)| *coupon <= range.last) {
            *given = Some(seq);
        }
    }
    let mut coupons: BTreeMap<i64, Vec<(CouponId, Option<i64>)>> = BTreeMap::new();
    for (coupon, seq, given) in spent {
        coupons.entry(seq).or_default().push((coupon, given));
    }
    let devices: BTreeMap<i64, uuid::Uuid> = cx.tx.redemption_devices(cx.programme)?.into_iter().collect();
    let redemptions = cx.tx.redemptions(cx.programme)?;
    Ok(redemptions
        .into_iter()
        .map(|redemption| Taken {
            device: devices.get(&redemption.seq).copied(),
            coupons: coupons.remove(&redemption.seq).unwrap_or_default(),
            redemption,
        })
        .collect())
}

/// Every alert of the season, whether somebody looked or not. For who reads: whoever writes sees what no head says yet.
fn all(cx: &mut Cx<'_, '_>) -> Result<Arc<Vec<Alert>>, Error> {
    let head = cx.tx.peek_head(cx.programme)?.ok_or(Refusal::UnknownProgramme)?.chain;
    let app = cx.app;
    let known = || app.alerts.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, alerts)) = known().get(&cx.programme).filter(|(at, _)| *at == head) {
        return Ok(alerts.clone());
    }
    let alerts = Arc::new(alert::find(&*cx.book()?, &taken(cx)?));
    known().insert(cx.programme, (head, alerts.clone()));
    Ok(alerts)
}

fn looked(cx: &mut Cx<'_, '_>) -> Result<BTreeMap<Key, Looked>, Error> {
    Ok(cx.tx.alerts_looked_at(cx.programme)?.into_iter().map(|looked| (looked.key, looked)).collect())
}

/// How many nobody looked at.
pub fn open_count(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<u64, Error> {
    ask(Some(&*cx.book()?), actor, Action::SeeAll)?;
    let said = looked(cx)?;
    let open = |alert: &&Alert| said.get(&alert.key).is_none_or(|looked| !looked.answers(alert));
    Ok(all(cx)?.iter().filter(open).count() as u64)
}

/// Everything out of the ordinary, the newest day first.
pub fn list(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<Seen>, Error> {
    ask(Some(&*cx.book()?), actor, Action::SeeAll)?;
    let alerts = all(cx)?;
    let mut said = looked(cx)?;
    let behind: BTreeSet<i64> = alerts.iter().flat_map(|alert| alert.parts.iter().map(|part| part.seq)).collect();
    let mut acts: BTreeMap<i64, Redemption> = BTreeMap::new();
    if !behind.is_empty() {
        let all = cx.tx.redemptions(cx.programme)?.into_iter().map(|act| (act.seq, act));
        acts.extend(all.filter(|(seq, _)| behind.contains(seq)));
    }
    let mut seen = Vec::with_capacity(alerts.len());
    for alert in alerts.iter() {
        let looked = said.remove(&alert.key).filter(|looked| looked.answers(alert));
        let who = match looked.as_ref().map(|looked| looked.by) {
            Some(Actor::Person(person)) => cx.tx.person(person)?.map_or_else(String::new, |p| p.name),
            _ => String::new(),
        };
        let of_this = alert.parts.iter().filter_map(|part| acts.get(&part.seq).cloned()).collect();
        seen.push(Seen { alert: alert.clone(), looked, who, acts: of_this });
    }
    Ok(seen)
}

/// Says what was found by looking. `count` is what the page showed: if it became more meanwhile, it asks again.
pub fn look(cx: &mut Cx<'_, '_>, request: Request, key: Key, count: u64, reason: &str) -> Result<Answer, Error> {
    ask(Some(&*cx.book()?), request.actor, Action::Decide)?;
    let is_there = alert::find(&*cx.book()?, &taken(cx)?).iter().any(|alert| alert.key == key);
    // The same form sent twice: the answer is the first one, wherever the alert is by now.
    let was_said = looked(cx)?.contains_key(&key);
    if !is_there && !was_said {
        return Err(Refusal::NotFound.into());
    }
    cx.run(request, Command::LookAtAlert { alert: key, count, reason: reason.to_owned() })
}

/// Reads an alert's address: `2025-07-05/1/2/run`.
pub fn parse_key(text: &str) -> Option<Key> {
    let mut parts = text.split('/');
    let (on, place, vendor, kind) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let (on, kind) = (on.parse().ok()?, Kind::parse(kind)?);
    let key =
        Key { on, place: domain::ids::PlaceId(place.parse().ok()?), vendor: domain::ids::VendorId(vendor.parse().ok()?), kind };
    parts.next().is_none().then_some(key)
}
