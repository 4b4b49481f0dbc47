//! Live use: how much of what was allotted and handed out has been spent, by organisation, place, week, class and fund.
//! Every rate says what it is divided by. Whoever does not see each hand-out is not told what is too small.

use crate::command::Cx;
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::coupon::{Funding, State};
use domain::disclosure;
use domain::ids::{Actor, ClassId, PartnerId, PlaceId, VendorId};
use domain::programme::Book;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Coupons and their value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Quantity {
    /// Coupons.
    pub count: u64,
    /// What they cost their funds, cents.
    pub cents: i64,
}

impl Quantity {
    fn add(&mut self, count: u64, cents: i64) {
        self.count += count;
        self.cents += cents;
    }
}

/// Who was reached, as far as anybody writes it down.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Reached {
    /// Hand-outs. A household that comes every week has many.
    pub hand_outs: u64,
    /// Those with an organisation's mark for the household.
    pub marked: u64,
    /// Distinct marks among them.
    pub marks: u64,
}

impl Reached {
    /// Households, where every hand-out has a mark: each once an organisation. Nobody knows otherwise.
    pub const fn households(self) -> Option<u64> {
        if self.hand_outs > 0 && self.marked == self.hand_outs { Some(self.marks) } else { None }
    }
}

/// The coupons of one organisation, class or fund. Those that the public bought are in none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct PartUse {
    /// Ever allotted to an organisation and not passed on: in hand, handed out, spent or ended.
    pub allotted: Quantity,
    /// Ever handed out and not withdrawn since: spent, still with households, or ended in their hands.
    pub handed_out: Quantity,
    /// Spent.
    pub redeemed: Quantity,
    /// Still in an organisation's hands.
    pub in_hand: Quantity,
    /// Who was reached with them.
    pub reached: Reached,
    /// Too little to be told to whoever asks: the figures are then left out.
    pub is_small: bool,
}

/// The programme's use.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LiveUse {
    /// All coupons by state.
    pub by_state: BTreeMap<&'static str, Quantity>,
    /// All organisations' coupons.
    pub total: PartUse,
    /// By organisation.
    pub by_partner: BTreeMap<u32, PartUse>,
    /// By class.
    pub by_class: BTreeMap<u8, PartUse>,
    /// By fund; 0 for coupons that no fund has paid for yet.
    pub by_fund: BTreeMap<u32, PartUse>,
    /// Spent, by place.
    pub by_place: BTreeMap<u32, Quantity>,
    /// Spent, by merchant.
    pub by_vendor: BTreeMap<u32, Quantity>,
    /// Spent, by week (its Monday).
    pub by_week: BTreeMap<Date, Quantity>,
    /// Handed out, by week.
    pub handed_out_by_week: BTreeMap<Date, Quantity>,
    /// Places whose figure is too small for whoever asks, and left out.
    pub small_places: BTreeSet<u32>,
    /// The same for weeks, what was handed out.
    pub small_weeks_handed_out: BTreeSet<Date>,
    /// The same for weeks, what was spent.
    pub small_weeks: BTreeSet<Date>,
    /// Sold coupons that may still be used, now or after the season.
    pub sold_live: u64,
}

/// Leaves out what is too small, and what would tell it.
fn leave_out<K: Ord + Copy, V>(map: &mut BTreeMap<K, V>, size: impl Fn(&V) -> u64, mut out: impl FnMut(K, &mut V)) {
    let sizes: Vec<u64> = map.values().map(size).collect();
    for ((key, value), is_out) in map.iter_mut().zip(disclosure::hidden(&sizes)) {
        if is_out {
            out(*key, value);
        }
    }
}

impl LiveUse {
    /// Forgets who did what: only the programme's totals stay.
    fn keep_totals(&mut self) {
        self.by_partner.clear();
        self.by_class.clear();
        self.by_fund.clear();
        self.by_place.clear();
        self.by_vendor.clear();
    }

    /// For who does not see each hand-out.
    fn leave_out_small(&mut self, hand_outs_by_week: &BTreeMap<Date, u64>) {
        fn parts<K: Ord + Copy>(map: &mut BTreeMap<K, PartUse>) {
            let mut small = BTreeSet::new();
            leave_out(
                map,
                |p| p.reached.hand_outs,
                |key, _| {
                    small.insert(key);
                },
            );
            leave_out(
                map,
                |p| p.redeemed.count,
                |key, _| {
                    small.insert(key);
                },
            );
            for key in small {
                map.insert(key, PartUse { is_small: true, ..PartUse::default() });
            }
        }
        parts(&mut self.by_partner);
        parts(&mut self.by_class);
        parts(&mut self.by_fund);
        let Self { by_place, by_week, small_places, small_weeks, .. } = self;
        leave_out(
            by_place,
            |q| q.count,
            |place, q| {
                small_places.insert(place);
                *q = Quantity::default();
            },
        );
        leave_out(
            by_week,
            |q| q.count,
            |week, q| {
                small_weeks.insert(week);
                *q = Quantity::default();
            },
        );
        self.by_vendor.clear();
        let mut weeks = hand_outs_by_week.clone();
        leave_out(
            &mut weeks,
            |count| *count,
            |week, _| {
                self.small_weeks_handed_out.insert(week);
            },
        );
        for week in &self.small_weeks_handed_out {
            self.handed_out_by_week.insert(*week, Quantity::default());
        }
    }
}

/// The Monday of a day's week.
pub fn monday(day: Date) -> Date {
    let back = day.weekday().since(Weekday::Monday);
    day.checked_sub(i64::from(back).days()).unwrap_or(day)
}

/// What coupons of a class cost their fund, cents.
pub(crate) fn worth(book: &Book, class: ClassId, count: u64) -> i64 {
    let cost = book.class(class).map_or(0, |c| c.cost().minor);
    cost.saturating_mul(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Coupons alike in everything, added to each part they belong to.
struct Tally {
    class: ClassId,
    partner: PartnerId,
    fund: u32,
    count: u64,
    cents: i64,
}

impl LiveUse {
    fn add(&mut self, tally: &Tally, add: impl Fn(&mut PartUse, u64, i64)) {
        let parts = [
            &mut self.total,
            self.by_partner.entry(tally.partner.0).or_default(),
            self.by_class.entry(tally.class.0).or_default(),
            self.by_fund.entry(tally.fund).or_default(),
        ];
        for part in parts {
            add(part, tally.count, tally.cents);
        }
    }
}

/// The programme's use now; for who may see totals only, without organisations, places and merchants.
pub fn live_use(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<LiveUse, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeTotals)?;
    let mut out = LiveUse::default();
    count_coupons(cx, &book, &mut out)?;
    count_spent(cx, &book, &mut out)?;
    let hand_outs_by_week = count_hand_outs(cx, &book, &mut out)?;
    if ask(Some(&book), actor, Action::SeeAll).is_err() {
        out.leave_out_small(&hand_outs_by_week);
    }
    if ask(Some(&book), actor, Action::SeeUse).is_err() {
        out.keep_totals();
    }
    Ok(out)
}

/// What organisations have, handed out, and what was spent of it.
fn count_coupons(cx: &mut Cx<'_, '_>, book: &Book, out: &mut LiveUse) -> Result<(), Error> {
    for row in cx.tx.state_counts(cx.programme)? {
        let cents = worth(book, row.class, row.count);
        out.by_state.entry(row.state.key()).or_default().add(row.count, cents);
        if row.state == State::HandedOut && book.class(row.class).is_some_and(|c| c.funding == Funding::Sold) {
            out.sold_live += row.count;
        }
        let Some(partner) = row.partner else { continue };
        let tally = Tally { class: row.class, partner, fund: row.fund.map_or(0, |f| f.0), count: row.count, cents };
        out.add(&tally, |part, count, cents| {
            part.allotted.add(count, cents);
            match row.state {
                State::WithPartner => part.in_hand.add(count, cents),
                State::HandedOut => part.handed_out.add(count, cents),
                State::Redeemed => {
                    part.handed_out.add(count, cents);
                    part.redeemed.add(count, cents);
                }
                _ => {}
            }
        });
    }
    for row in cx.tx.ended_after_hand_out(cx.programme)? {
        let Some(partner) = row.partner else { continue };
        let cents = worth(book, row.class, row.count);
        let tally = Tally { class: row.class, partner, fund: row.fund.map_or(0, |f| f.0), count: row.count, cents };
        out.add(&tally, |part, count, cents| part.handed_out.add(count, cents));
    }
    Ok(())
}

/// Where and when coupons were spent.
fn count_spent(cx: &mut Cx<'_, '_>, book: &Book, out: &mut LiveUse) -> Result<(), Error> {
    let mut cents: BTreeMap<i64, i64> = BTreeMap::new();
    for row in cx.tx.resting(cx.programme, State::Redeemed, State::Redeemed)? {
        *cents.entry(row.seq).or_default() += worth(book, row.class, row.count);
    }
    for r in cx.tx.redemptions(cx.programme)? {
        let (PlaceId(place), VendorId(vendor)) = (r.place, r.vendor);
        let (count, worth) = (u64::from(r.count), cents.get(&r.seq).copied().unwrap_or_default());
        out.by_place.entry(place).or_default().add(count, worth);
        out.by_vendor.entry(vendor).or_default().add(count, r.amount_cents);
        out.by_week.entry(monday(r.market_day(book))).or_default().add(count, worth);
    }
    Ok(())
}

/// Hand-outs: when, and who was reached with coupons of which organisation, class and fund. How many a week.
fn count_hand_outs(cx: &mut Cx<'_, '_>, book: &Book, out: &mut LiveUse) -> Result<BTreeMap<Date, u64>, Error> {
    #[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
    enum Of {
        All,
        Partner(u32),
        Class(u8),
        Fund(u32),
    }
    let mut parts: BTreeMap<i64, BTreeSet<Of>> = BTreeMap::new();
    for part in cx.tx.hand_out_parts(cx.programme)? {
        parts.entry(part.seq).or_default().extend([Of::Class(part.class.0), Of::Fund(part.fund.map_or(0, |f| f.0))]);
    }
    let mut marks: BTreeMap<Of, BTreeSet<(PartnerId, String)>> = BTreeMap::new();
    let mut reached: BTreeMap<Of, Reached> = BTreeMap::new();
    let mut by_week = BTreeMap::new();
    for h in cx.tx.hand_outs(cx.programme)?.into_iter().filter(|h| h.taken_back_by.is_none()) {
        let week = monday(book.day_of(h.claimed_at));
        out.handed_out_by_week.entry(week).or_default().add(h.count, h.amount_cents);
        *by_week.entry(week).or_default() += 1;
        let mut touched = parts.remove(&h.seq).unwrap_or_default();
        touched.extend([Of::All, Of::Partner(h.partner.0)]);
        for of in touched {
            let reached = reached.entry(of).or_default();
            reached.hand_outs += 1;
            if !h.pseudonym.is_empty() {
                reached.marked += 1;
                reached.marks += u64::from(marks.entry(of).or_default().insert((h.partner, h.pseudonym.clone())));
            }
        }
    }
    for (of, reached) in reached {
        match of {
            Of::All => out.total.reached = reached,
            Of::Partner(id) => out.by_partner.entry(id).or_default().reached = reached,
            Of::Class(id) => out.by_class.entry(id).or_default().reached = reached,
            Of::Fund(id) => out.by_fund.entry(id).or_default().reached = reached,
        }
    }
    Ok(by_week)
}

/// All coupons counted by batch, class, state, organisation and fund.
pub fn stock(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Vec<store::StateCount>, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    Ok(cx.tx.state_counts(cx.programme)?)
}
