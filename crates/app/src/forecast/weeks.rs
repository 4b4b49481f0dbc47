//! The market days of each week, beside those of a usual week: a place counts for as much as is spent there, and on a day
//! when it is closed some of its people go elsewhere.

use crate::live_use::monday;
use crate::place::last_use;
use domain::forecast::Ahead;
use domain::ids::PlaceId;
use domain::programme::Book;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A week or a part of one, and the share of its usual openings that each place has.
#[derive(Clone, Debug)]
struct Week {
    monday: Date,
    /// By place, in the book's order.
    open: Vec<f64>,
}

/// A season's weeks.
#[derive(Clone, Debug)]
pub(super) struct Calendar {
    past: Vec<Week>,
    ahead: Vec<Week>,
    /// By place, in the book's order; they add up to 1.
    weights: Vec<f64>,
}

/// Weeks from one day to another, both included: the first and the last may be parts of a week.
fn weeks(from: Date, to: Date) -> Vec<(Date, Date)> {
    let mut out = Vec::new();
    let mut start = from;
    while start <= to {
        let Ok(sunday) = monday(start).checked_add(6.days()) else { break };
        out.push((start, sunday.min(to)));
        let Ok(next) = sunday.checked_add(1.day()) else { break };
        start = next;
    }
    out
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

impl Calendar {
    /// Of a programme: from the first hand-out until today, and from tomorrow to the last day of use.
    pub(super) fn of(book: &Book, first: Option<Date>, today: Date, spent: &BTreeMap<u32, u64>) -> Self {
        let end = last_use(book);
        let season = weeks(book.season.starts_on, end).len().max(1);
        // What a usual week has: openings as planned, by week of the season in which the place opens at all.
        let usual = |place: &domain::place::Place| {
            let planned = place.planned(book.season.starts_on, end);
            let mut mondays: Vec<Date> = planned.iter().map(|opening| monday(opening.on)).collect();
            mondays.dedup();
            // A place that opens every other week is not usual in each.
            let weeks = mondays.len().max(season / 2).max(1);
            count(planned.len()) / count(weeks)
        };
        let usual: Vec<f64> = book.places.iter().map(usual).collect();
        let week = |(from, to): (Date, Date)| {
            let days = count(usize::try_from(from.until(to).map_or(0, |span| span.get_days())).unwrap_or(0) + 1);
            let open = book.places.iter().zip(&usual).map(|(place, usual)| {
                // A place that does not say when it is open is open every day.
                if place.opens.is_empty() {
                    days / 7.0
                } else {
                    (count(place.openings(from, to).len()) / usual.max(0.01)).min(2.0)
                }
            });
            Week { monday: monday(from), open: open.collect() }
        };
        let from = first.map(monday).filter(|first| *first <= today);
        let past = from.map_or_else(Vec::new, |from| weeks(from, today.min(end)).into_iter().map(week).collect());
        let tomorrow = today.checked_add(1.day()).unwrap_or(today).max(book.season.starts_on);
        let ahead = weeks(tomorrow, end).into_iter().map(week).collect();
        let counts: Vec<f64> = book
            .places
            .iter()
            .map(|place| f64::from(u32::try_from(spent.get(&place.id.0).copied().unwrap_or(0)).unwrap_or(u32::MAX)))
            .collect();
        let sum: f64 = counts.iter().sum();
        let equal = 1.0 / count(book.places.len().max(1));
        let weights = counts.into_iter().map(|n| if sum > 0.0 { n / sum } else { equal }).collect();
        Self { past, ahead, weights }
    }

    fn markets(&self, week: &Week, elsewhere: f64, closed: Option<PlaceId>) -> f64 {
        let (mut open, mut shut) = (0.0, 0.0);
        for ((index, weight), share) in (1..).zip(&self.weights).zip(&week.open) {
            let share = if closed == Some(PlaceId(index)) { 0.0 } else { *share };
            open += weight * share;
            shut += weight * (1.0 - share).max(0.0);
        }
        if open > 0.0 { open + elsewhere * shut * open.min(1.0) } else { 0.0 }
    }

    /// Weeks so far.
    pub(super) fn past(&self, elsewhere: f64) -> Vec<f64> {
        self.past.iter().map(|week| self.markets(week, elsewhere, None)).collect()
    }

    /// Weeks to come: so many of hand-outs, from one of them on.
    pub(super) fn ahead(&self, elsewhere: f64, closed: Option<PlaceId>, hand_outs: u32, first: usize) -> Vec<Ahead> {
        let last = first + hand_outs as usize;
        let week = |(at, week): (usize, &Week)| Ahead {
            markets: self.markets(week, elsewhere, closed),
            hands_out: at >= first && at < last,
        };
        self.ahead.iter().enumerate().map(week).collect()
    }

    /// How much of what is spent is spent at a place.
    pub(super) fn weight(&self, place: PlaceId) -> f64 {
        let index = usize::try_from(place.0).ok().and_then(|n| n.checked_sub(1));
        index.and_then(|index| self.weights.get(index)).copied().unwrap_or(0.0)
    }

    /// The Mondays of the weeks so far.
    pub(super) fn mondays_past(&self) -> Vec<Date> {
        self.past.iter().map(|week| week.monday).collect()
    }

    /// The Mondays of the weeks to come; the first is this week's when something is left of it.
    pub(super) fn mondays_ahead(&self) -> Vec<Date> {
        self.ahead.iter().map(|week| week.monday).collect()
    }
}
