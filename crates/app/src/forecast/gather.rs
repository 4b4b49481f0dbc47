//! What the book says of a season so far: coupons by week of hand-out and by week in which they were spent, the money.

use super::weeks::Calendar;
use crate::command::Cx;
use crate::fund::{self, FundStatus};
use crate::live_use::{monday, worth};
use crate::permit::{Action, ask};
use crate::world::Error;
use domain::amount::Unit;
use domain::coupon::{Funding, State};
use domain::forecast::{Cohort, Money, Sold};
use domain::ids::{Actor, ClassId, CouponId};
use domain::ledger::AccountKind;
use domain::programme::Book;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A season so far, and what is planned unless somebody asks otherwise.
#[derive(Clone, Debug)]
pub struct Season {
    /// The programme.
    pub book: Arc<Book>,
    /// Today, where it lives.
    pub today: Date,
    /// Households a week, as they were in the last weeks.
    pub households: u64,
    /// What a hand-out is worth in the mean, cents; before the first, the mean of the scale.
    pub usual_cents: i64,
    /// What a given coupon costs, in the mean, cents.
    pub coupon_cents: i64,
    /// Weeks of hand-outs left, as the calendar says.
    pub weeks_left: u32,
    /// Spent so far by week, cents.
    pub spent_so_far: Vec<(Date, i64)>,
    /// Hand-outs so far.
    pub hand_outs: u64,
    pub(super) calendar: Calendar,
    pub(super) cohorts: Vec<Cohort>,
    pub(super) basket: f64,
    pub(super) sold: Sold,
    pub(super) owed_cents: i64,
    pub(super) bank_cents: i64,
    pub(super) funds: Vec<Money>,
    /// The first week to come that has hand-outs.
    pub(super) first_hand_out: usize,
    /// Households by band: their week by the scale, and hand-outs.
    bands: Vec<(i64, u64)>,
}

/// Reads a season; for those who see the whole programme.
pub fn gather(cx: &mut Cx<'_, '_>, actor: Actor) -> Result<Season, Error> {
    let book = cx.book()?;
    ask(Some(&book), actor, Action::SeeAll)?;
    let today = book.day_of(cx.now());
    let statuses = fund::statuses(cx, actor)?;
    let hand_outs: Vec<_> = cx.tx.hand_outs(cx.programme)?.into_iter().filter(|h| h.taken_back_by.is_none()).collect();
    let mut spent_at: BTreeMap<u32, u64> = BTreeMap::new();
    let mut spent_on: BTreeMap<i64, Date> = BTreeMap::new();
    for r in cx.tx.redemptions(cx.programme)? {
        *spent_at.entry(r.place.0).or_default() += u64::from(r.count);
        spent_on.insert(r.seq, monday(r.market_day(&book)));
    }
    // Those that a person decided about were spent on the day of the decision, as far as anybody knows.
    for row in cx.tx.resting(cx.programme, State::Redeemed, State::Redeemed)? {
        spent_on.entry(row.seq).or_insert_with(|| monday(book.day_of(row.recorded_at)));
    }
    let ranges = cx.tx.given_ranges(cx.programme)?;
    let mut purse = Purse::of(ranges.into_iter().map(|(_, at, range)| (range.first, range.last, monday(book.day_of(at)))));
    let mut counts: BTreeMap<(Date, Option<Date>), (u64, i64)> = BTreeMap::new();
    let mut sold = Sold::default();
    let mut add = |id: CouponId, class: ClassId, is_spent: bool, seq: i64| {
        let cents = worth(&book, class, 1);
        if book.class(class).is_some_and(|c| c.funding == Funding::Sold) {
            if !is_spent {
                sold.count += 1;
                sold.cents += cents;
            }
            return;
        }
        let spent = if is_spent { spent_on.get(&seq).copied() } else { None };
        // One that was spent before its hand-out was reported was given in the week in which it was spent.
        let given = purse.week_of(id).or(spent).unwrap_or_else(|| monday(today));
        let spent = spent.map(|spent| spent.max(given));
        let sum = counts.entry((given, spent)).or_default();
        sum.0 += 1;
        sum.1 += cents;
    };
    cx.tx.each_given(cx.programme, &mut add)?;
    let first = counts.keys().map(|(given, _)| *given).min();
    let calendar = Calendar::of(&book, first, today, &spent_at);
    let mondays = calendar.mondays_past();
    let (cohorts, spent_so_far) = table(&counts, &mondays);
    let usual = Usual::of(&book, today, &hand_outs);
    let this_week = hand_outs.iter().any(|h| monday(book.day_of(h.claimed_at)) == monday(today));
    let ahead = calendar.mondays_ahead();
    let first_hand_out = usize::from(this_week && ahead.first() == Some(&monday(today)));
    // Coupons of the very last week have nowhere to go.
    let weeks_left = u32::try_from(ahead.len().saturating_sub(first_hand_out + 1)).unwrap_or(0);
    let coupons: u64 = hand_outs.iter().map(|h| h.count).sum();
    let basket = if hand_outs.is_empty() { 8.0 } else { f64::from(small(coupons)) / f64::from(small(hand_outs.len() as u64)) };
    let bands = book
        .bands
        .iter()
        .map(|band| (band.weekly_cents, hand_outs.iter().filter(|h| h.band == band.key).count() as u64))
        .collect();
    Ok(Season {
        today,
        households: usual.households,
        usual_cents: usual.cents,
        coupon_cents: usual_coupon(&book, &hand_outs),
        weeks_left,
        spent_so_far,
        hand_outs: hand_outs.len() as u64,
        calendar,
        cohorts,
        basket,
        sold,
        owed_cents: statuses.iter().map(|s| s.owed_cents).sum::<i64>() - at_markets(cx)?,
        bank_cents: statuses.iter().map(|s| s.bank_cents).sum(),
        funds: statuses.iter().filter(|s| !s.fund.is_sales).map(money).collect(),
        first_hand_out,
        bands,
        book,
    })
}

fn small(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn money(status: &FundStatus) -> Money {
    Money {
        fund: status.fund.id,
        food_cents: status.received_cents - status.operations_cents - status.contingency_cents,
        spent_cents: status.spent_cents,
        room_cents: status.available_cents,
        charged_cents: status.spent_cents + status.committed_cents,
    }
}

/// Which week a coupon came into a purse: the last act that put it there. Asked in the order of coupons.
struct Purse {
    /// First, last, order of the act, week; in the order of the first.
    ranges: Vec<(CouponId, CouponId, usize, Date)>,
    next: usize,
    open: Vec<(CouponId, usize, Date)>,
}

impl Purse {
    /// From ranges in the order of the acts.
    fn of(ranges: impl Iterator<Item = (CouponId, CouponId, Date)>) -> Self {
        let mut ranges: Vec<_> = ranges.enumerate().map(|(turn, (first, last, week))| (first, last, turn, week)).collect();
        ranges.sort_unstable();
        Self { ranges, next: 0, open: Vec::new() }
    }

    fn week_of(&mut self, id: CouponId) -> Option<Date> {
        while let Some((first, last, turn, week)) = self.ranges.get(self.next).filter(|range| range.0 <= id) {
            debug_assert!(first <= last, "a range");
            self.open.push((*last, *turn, *week));
            self.next += 1;
        }
        self.open.retain(|(last, ..)| *last >= id);
        self.open.iter().max_by_key(|(_, turn, _)| *turn).map(|(.., week)| *week)
    }
}

/// Counts as cohorts, and what was spent in each week.
fn table(counts: &BTreeMap<(Date, Option<Date>), (u64, i64)>, mondays: &[Date]) -> (Vec<Cohort>, Vec<(Date, i64)>) {
    let at = |day: Date| mondays.partition_point(|monday| *monday < day).min(mondays.len().saturating_sub(1));
    let mut cohorts: BTreeMap<usize, Cohort> = BTreeMap::new();
    let mut spent: Vec<(Date, i64)> = mondays.iter().map(|monday| (*monday, 0)).collect();
    if mondays.is_empty() {
        return (Vec::new(), spent);
    }
    for ((given, used), (count, cents)) in counts {
        let week = at(*given);
        let new = || Cohort { week, spent: vec![0; mondays.len()], ..Cohort::default() };
        let cohort = cohorts.entry(week).or_insert_with(new);
        cohort.given += count;
        cohort.cents += cents;
        if let Some(used) = used {
            cohort.spent[at(*used).max(week)] += count;
            spent[at(*used)].1 += cents;
        }
    }
    (cohorts.into_values().collect(), spent)
}

/// Hand-outs as they were in the last weeks.
struct Usual {
    households: u64,
    cents: i64,
}

/// How many weeks say what is usual: enough for those who come every other week.
const RECENT: usize = 2;

impl Usual {
    fn of(book: &Book, today: Date, hand_outs: &[store::HandOutRow]) -> Self {
        let mut weeks: BTreeMap<Date, (u64, i64)> = BTreeMap::new();
        for h in hand_outs {
            let sum = weeks.entry(monday(book.day_of(h.claimed_at))).or_default();
            sum.0 += 1;
            sum.1 += h.amount_cents;
        }
        // This week is not over.
        let now = weeks.remove(&monday(today));
        let recent: Vec<(u64, i64)> = weeks.into_values().rev().take(RECENT).collect();
        let recent = if recent.is_empty() { now.into_iter().collect() } else { recent };
        let (count, cents) = recent.iter().fold((0, 0), |sum, week| (sum.0 + week.0, sum.1 + week.1));
        let weeks = recent.len() as u64;
        if count == 0 {
            let bands = i64::try_from(book.bands.len().max(1)).unwrap_or(1);
            return Self { households: 0, cents: book.bands.iter().map(|b| b.weekly_cents).sum::<i64>() / bands };
        }
        Self { households: (count + weeks / 2) / weeks, cents: cents / i64::try_from(count).unwrap_or(1) }
    }
}

/// What a coupon costs: the mean of those handed out when a class has that worth, or else the smallest given class's.
fn usual_coupon(book: &Book, hand_outs: &[store::HandOutRow]) -> i64 {
    let (count, cents) =
        hand_outs.iter().fold((0i64, 0i64), |sum, h| (sum.0 + i64::try_from(h.count).unwrap_or(0), sum.1 + h.amount_cents));
    let given = book.classes.iter().filter(|class| class.funding == Funding::Granted).map(|class| class.cost().minor);
    let mean = if count > 0 { cents / count } else { 0 };
    given.clone().find(|cost| *cost == mean).or(given.min()).unwrap_or(500).max(1)
}

impl Season {
    /// Weeks to come in which something could be handed out.
    pub fn weeks_ahead(&self) -> u32 {
        u32::try_from(self.calendar.mondays_ahead().len().saturating_sub(self.first_hand_out)).unwrap_or(0)
    }

    /// What a household receives in the mean at another scale, in whole coupons of another worth: the scale's own steps,
    /// rounded down for each size, weighed by who comes.
    pub(super) fn weekly_cents(&self, scale: u32, coupon_cents: i64) -> i64 {
        let came: u64 = self.bands.iter().map(|(_, count)| count).sum();
        let weight = |count: u64| if came == 0 { 1 } else { i64::from(small(count)) };
        let round = |weekly: i64, scale: u32| weekly.saturating_mul(i64::from(scale)) / 100 / coupon_cents * coupon_cents;
        let (mut usual, mut other) = (0i64, 0i64);
        for (weekly, count) in &self.bands {
            usual += weekly * weight(*count);
            other += round(*weekly, scale) * weight(*count);
        }
        if usual == 0 { self.usual_cents * i64::from(scale) / 100 } else { self.usual_cents.saturating_mul(other) / usual }
    }
}

/// What left the bank for markets and is still owed to their merchants, cents.
fn at_markets(cx: &mut Cx<'_, '_>) -> Result<i64, Error> {
    let accounts = cx.tx.accounts(cx.programme)?;
    let held = accounts.iter().filter(|(id, _)| id.kind() == AccountKind::AtMarket && id.unit() == Unit::CAD);
    Ok(held.map(|(id, balance)| balance.of(id.kind())).sum())
}
