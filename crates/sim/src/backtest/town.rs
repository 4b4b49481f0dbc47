//! Seasons lived household by household, to see whether a forecast would have been right. Nothing of the forecast's own
//! model is in here: no rate, no share of use. People have habits, forget envelopes, move away, stay home when it rains,
//! and come back when it is nearly over; what is spent follows.

use crate::chance::Chance;

/// A season, as it went.
pub(super) struct Lived {
    /// Coupons spent, by week of hand-out, then by week.
    pub spent: Vec<Vec<u64>>,
    /// Coupons handed out, by week.
    pub handed_out: Vec<u64>,
    /// Hand-outs, by week.
    pub hand_outs: Vec<u64>,
    /// Weeks of hand-outs; those after them are for spending only.
    pub hand_out_weeks: usize,
    /// Market days beside a usual week's, as the calendar said before the season.
    pub planned: Vec<f64>,
    /// The same with the days that were closed after all.
    pub held: Vec<f64>,
}

impl Lived {
    /// All weeks.
    pub(super) fn weeks(&self) -> usize {
        self.planned.len()
    }

    /// Coupons spent in a week.
    pub(super) fn spent_in(&self, week: usize) -> u64 {
        self.spent.iter().map(|cohort| cohort[week]).sum()
    }
}

/// A household and its habits.
struct Home {
    weekly: usize,
    market: usize,
    /// How often it shops when its market is open, in a thousand.
    often: usize,
    /// The most it spends at once; nothing is no limit.
    basket: Option<usize>,
    joins: usize,
    leaves: usize,
    missed: usize,
    /// Its coupons: the week in which each was handed out, oldest first.
    purse: Vec<usize>,
}

/// What is common to a season.
struct Town {
    weeks: usize,
    hand_out_weeks: usize,
    /// Which of its markets are open, by week: as planned, as held.
    planned: Vec<Vec<bool>>,
    held: Vec<Vec<bool>>,
    /// How many households go to each.
    goers: Vec<usize>,
    /// In a thousand: hand-outs missed, envelopes lost, households that stop a week.
    missed: usize,
    lost: usize,
    stops: usize,
    /// Of those whose market is closed, in a thousand, how many go to another.
    elsewhere: usize,
    /// How far people hurry in the last two weeks, in a thousand.
    hurry: usize,
    /// How often it rains, and what rain leaves, in a thousand.
    rain: usize,
    in_rain: usize,
    /// What a season's end is to its beginning, in a thousand.
    trend: usize,
}

/// Lives a season.
pub(super) fn live(chance: &mut Chance) -> Lived {
    let (town, mut homes) = settle(chance);
    let zeros = || vec![0; town.weeks];
    let mut lived = Lived {
        spent: vec![zeros(); town.hand_out_weeks],
        handed_out: vec![0; town.hand_out_weeks],
        hand_outs: vec![0; town.hand_out_weeks],
        hand_out_weeks: town.hand_out_weeks,
        planned: (0..town.weeks).map(|week| town.weight(&town.planned[week])).collect(),
        held: (0..town.weeks).map(|week| town.weight(&town.held[week])).collect(),
    };
    for week in 0..town.weeks {
        let weather = if chance.below(1_000) < town.rain { town.in_rain } else { 1_000 };
        let season = 1_000 + week * town.trend / town.weeks - week * 1_000 / town.weeks;
        let hurries = week + 2 >= town.weeks;
        for home in &mut homes {
            if week < town.hand_out_weeks && (home.joins..home.leaves).contains(&week) {
                hand_out(chance, &town, home, week, &mut lived);
            }
            if week >= home.leaves && chance.below(1_000) < 700 {
                continue;
            }
            let mut often = home.often * weather / 1_000 * season / 1_000;
            if hurries {
                often += 1_000usize.saturating_sub(often) * town.hurry / 1_000;
            }
            let own = town.held[week][home.market];
            let other = town.held[week].iter().any(|open| *open) && chance.below(1_000) < town.elsewhere;
            if home.often == 0 || home.purse.is_empty() || !(own || other) || chance.below(1_000) >= often {
                continue;
            }
            let most = home.basket.map_or(home.purse.len(), |basket| chance.between(1, basket));
            let all = hurries && chance.below(1_000) < town.hurry;
            let count = if all { home.purse.len() } else { most.min(home.purse.len()) };
            for from in home.purse.drain(..count) {
                lived.spent[from][week] += 1;
            }
        }
        for home in &mut homes {
            if chance.below(1_000) < town.stops {
                home.leaves = home.leaves.min(week + 1);
            }
        }
    }
    lived
}

fn hand_out(chance: &mut Chance, town: &Town, home: &mut Home, week: usize, lived: &mut Lived) {
    if chance.below(1_000) < town.missed && week + 1 < town.hand_out_weeks {
        home.missed += 1;
        return;
    }
    let count = home.weekly * (1 + std::mem::take(&mut home.missed).min(1));
    lived.handed_out[week] += count as u64;
    lived.hand_outs[week] += 1;
    if chance.below(1_000) >= town.lost {
        home.purse.extend(std::iter::repeat_n(week, count));
    }
}

/// Makes a town and its households. What is drawn here differs from town to town as known programmes differ: between
/// six and nine coupons out of ten and more are spent in the end.
fn settle(chance: &mut Chance) -> (Town, Vec<Home>) {
    let hand_out_weeks = chance.between(11, 18);
    let weeks = hand_out_weeks + chance.between(1, 4);
    let markets = chance.between(1, 4);
    let holidays = chance.below(60);
    let closed = chance.below(60);
    let mut goers = vec![1; markets];
    let mut planned = vec![vec![true; markets]; weeks];
    for open in planned.iter_mut().flatten() {
        *open = chance.below(1_000) >= holidays;
    }
    let mut held = planned.clone();
    for open in held.iter_mut().flatten() {
        *open = *open && chance.below(1_000) >= closed;
    }
    let never = chance.below(120);
    let seldom = chance.between(50, 400);
    let usual = chance.between(450, 900);
    let all_at_once = chance.between(100, 700);
    let late = chance.below(200);
    let homes = (0..chance.between(50, 260))
        .map(|_| {
            let weekly = chance.between(4, 12);
            let market = chance.below(markets);
            goers[market] += 1;
            let kind = chance.below(1_000);
            let often = if kind < never {
                0
            } else if kind < never + seldom {
                chance.between(80, 300)
            } else {
                (usual + chance.between(0, 200)).saturating_sub(100)
            };
            let basket = if chance.below(1_000) < all_at_once { None } else { Some(weekly + chance.between(1, 8)) };
            let joins = if chance.below(1_000) < late { chance.between(1, 4) } else { 0 };
            Home { weekly, market, often, basket, joins, leaves: weeks, missed: 0, purse: Vec::new() }
        })
        .collect();
    let town = Town {
        weeks,
        hand_out_weeks,
        planned,
        held,
        goers,
        missed: chance.between(10, 80),
        lost: chance.below(50),
        stops: chance.below(10),
        elsewhere: chance.between(200, 700),
        hurry: chance.between(100, 900),
        rain: chance.between(50, 200),
        in_rain: chance.between(300, 800),
        trend: chance.between(750, 1_200),
    };
    (town, homes)
}

impl Town {
    /// A week's market days beside a usual week's, as somebody reads them off a calendar.
    #[expect(clippy::cast_precision_loss, reason = "a few hundred households")]
    fn weight(&self, open: &[bool]) -> f64 {
        let all: usize = self.goers.iter().sum();
        let here: usize = self.goers.iter().zip(open).filter(|(_, open)| **open).map(|(goers, _)| goers).sum();
        here as f64 / all as f64
    }
}
