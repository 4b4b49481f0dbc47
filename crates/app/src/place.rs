//! Places: registering and changing them, closing one for a day, and what that changes.

use crate::command::{Answer, Cx, Request};
use crate::permit::{Action, ask};
use crate::world::{App, Error};
use domain::command::Command;
use domain::coupon::{Funding, State};
use domain::hours::Opening;
use domain::ids::{Actor, PartnerId, PlaceId};
use domain::place::{Place, WhyClosed};
use domain::programme::{Book, Entry};
use domain::refusal::Refusal;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Registers a place.
pub fn add(cx: &mut Cx<'_, '_>, request: Request, place: &Place) -> Result<Answer, Error> {
    let mut place = place.clone();
    if place.key.is_empty() {
        place.key = free_key(&*cx.book()?, &place.name)?;
    }
    cx.run(request, Command::Enroll { entries: vec![Entry::Place(place)] })
}

/// Changes what is said of a place.
pub fn change(cx: &mut Cx<'_, '_>, request: Request, place: &Place) -> Result<Answer, Error> {
    cx.run(request, Command::ChangePlace { place: Box::new(place.clone()) })
}

/// Closes a place on a day when it should be open.
pub fn close_day(cx: &mut Cx<'_, '_>, request: Request, place: PlaceId, on: Date, why: WhyClosed) -> Result<Answer, Error> {
    cx.run(request, Command::ClosePlace { place, on, why })
}

/// Opens it on that day after all.
pub fn reopen_day(cx: &mut Cx<'_, '_>, request: Request, place: PlaceId, on: Date) -> Result<Answer, Error> {
    cx.run(request, Command::ReopenPlace { place, on })
}

/// A short name made of a name, that no other place has.
fn free_key(book: &Book, name: &str) -> Result<String, Refusal> {
    let plain = exchange::bank_text::fold(name).unwrap_or_default().to_lowercase();
    let plain: String = plain.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let mut key: String = words.join("-").chars().take(56).collect();
    key.truncate(key.trim_end_matches('-').len());
    if key.is_empty() {
        return Err(Refusal::PlaceNameNeeded);
    }
    let numbered = (2..).map(|n| format!("{key}-{n}"));
    let free = std::iter::once(key.clone()).chain(numbered).find(|key| book.place_by_key(key).is_none());
    Ok(free.unwrap_or(key))
}

/// What an organisation has to do with a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PartnerHere {
    /// Which.
    pub partner: PartnerId,
    /// Of its coupons, how many were used at this place.
    pub used: u64,
    /// Of its coupons, how many are with households now.
    pub live: u64,
}

/// What closing a place on a day changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Effect {
    /// Openings left after that day, before the last coupon ends.
    pub days_left: u64,
    /// Coupons used there on a usual day, rounded: the mean of its last days with any, four at most.
    pub usual_count: u64,
    /// Their value, cents.
    pub usual_cents: i64,
    /// Organisations whose coupons are used there, most first.
    pub partners: Vec<PartnerHere>,
    /// When each other place opens first from that day on, within seven days.
    pub others: Vec<(PlaceId, Opening)>,
}

/// How many of its last days make a usual one.
const USUAL_DAYS: usize = 4;

/// What closing a place on a day changes: said before it is done.
pub fn effect(cx: &mut Cx<'_, '_>, actor: Actor, id: PlaceId, on: Date) -> Result<Effect, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::RunMarket(id))?;
    let place = book.place(id).ok_or_else(|| Refusal::UnknownPlace { place: id.to_string() })?;
    let tomorrow = on.checked_add(1.day()).unwrap_or(on);
    let week = on.checked_add(6.days()).unwrap_or(on);
    let mut by_day: BTreeMap<Date, (u64, i64)> = BTreeMap::new();
    for r in cx.tx.redemptions(cx.programme)?.iter().filter(|r| r.place == id) {
        let day = by_day.entry(book.day_of(r.claimed_at.min(r.recorded_at))).or_default();
        day.0 += u64::from(r.count);
        day.1 += r.amount_cents;
    }
    let last: Vec<(u64, i64)> = by_day.values().rev().take(USUAL_DAYS).copied().collect();
    let days = last.len().max(1) as u64;
    let cents: i64 = last.iter().map(|d| d.1).sum();
    let mut live: BTreeMap<PartnerId, u64> = BTreeMap::new();
    for row in cx.tx.state_counts(cx.programme)? {
        if let (State::HandedOut, Some(partner)) = (row.state, row.partner) {
            *live.entry(partner).or_default() += row.count;
        }
    }
    let mut partners: Vec<PartnerHere> = cx
        .tx
        .used_at(cx.programme, id)?
        .into_iter()
        .map(|(partner, used)| PartnerHere { partner, used, live: live.get(&partner).copied().unwrap_or(0) })
        .collect();
    partners.sort_by_key(|p| std::cmp::Reverse(p.used));
    let others = book.places.iter().filter(|p| p.id != id).flat_map(|p| p.openings(on, week).into_iter().map(|o| (p.id, o)));
    let mut others: Vec<(PlaceId, Opening)> = others.collect();
    others.sort_by_key(|(id, opening)| (*opening, *id));
    let mut seen = BTreeSet::new();
    others.retain(|(id, _)| seen.insert(*id));
    Ok(Effect {
        days_left: place.openings(tomorrow, last_use(&book)).len() as u64,
        usual_count: (last.iter().map(|d| d.0).sum::<u64>() + days / 2) / days,
        usual_cents: cents / i64::try_from(days).unwrap_or(1),
        partners,
        others,
    })
}

/// The last day on which a given coupon may be used.
pub fn last_use(book: &Book) -> Date {
    let classes = book.classes.iter().filter(|c| c.funding == Funding::Granted);
    classes.map(|c| c.expires_on.unwrap_or(book.season.ends_on)).max().unwrap_or(book.season.ends_on)
}

/// The last day on which handing coupons out is of use: the last opening of any place before they end; nothing when
/// no place says when it is open.
pub fn last_useful_hand_out(book: &Book) -> Option<Date> {
    let (from, to) = (book.season.starts_on, last_use(book));
    book.places.iter().flat_map(|place| place.openings(from, to)).map(|opening| opening.on).max()
}

/// Whether anything of a programme is shown to everybody.
pub fn is_public(book: &Book) -> bool {
    book.places.iter().any(|place| place.public)
}

/// The territories a programme serves, those of its public places included.
pub fn territories(book: &Book) -> BTreeSet<&str> {
    let own = book.identity.territories.iter().map(String::as_str);
    let of_places = book.places.iter().filter(|p| p.public).map(|p| p.territory.as_str());
    own.chain(of_places).filter(|code| !code.is_empty()).collect()
}

impl App {
    /// A programme with a public page, by its short name. One that shows nothing to everybody is unknown.
    pub async fn public_programme(&self, key: &str) -> Result<Arc<Book>, Error> {
        let books = self.programmes().await?;
        let found = books.into_iter().find(|book| book.identity.key == key && is_public(book));
        found.ok_or_else(|| Refusal::UnknownProgramme.into())
    }
}
