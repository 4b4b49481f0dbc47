//! What a forecast is made from: the season so far, what is planned, the money. Plain values.

use super::prior::Priors;
use crate::fund::FundPolicy;
use crate::ids::FundId;

/// Coupons handed out in one week.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cohort {
    /// Which week of the season so far, from 0.
    pub week: usize,
    /// Those that are spent, or may still be.
    pub given: u64,
    /// What they cost their funds, cents.
    pub cents: i64,
    /// Spent, by week of the season so far.
    pub spent: Vec<u64>,
}

impl Cohort {
    /// Spent until now.
    pub fn used(&self) -> u64 {
        self.spent.iter().sum()
    }
}

/// A week to come, or what is left of this one.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Ahead {
    /// Its market days, beside those of a usual week: 1 is a usual week, 0 a week without any.
    pub markets: f64,
    /// Whether coupons are handed out in it.
    pub hands_out: bool,
}

/// What is planned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    /// Households that receive coupons in a week of hand-outs.
    pub households: u64,
    /// What one receives, in the mean, cents: whole coupons.
    pub weekly_cents: i64,
    /// What one coupon costs, cents.
    pub coupon_cents: i64,
}

/// A fund's money for food.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Money {
    /// Which.
    pub fund: FundId,
    /// Received, without what was set aside or went to operations, cents.
    pub food_cents: i64,
    /// Spent of it already, cents.
    pub spent_cents: i64,
    /// What may still be promised at the ceiling that was decided, cents.
    pub room_cents: i64,
    /// Its part of what was handed out so far, cents: where a fund is named at allotment, what is to come follows it.
    pub charged_cents: i64,
}

/// Coupons that the public bought and has not spent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sold {
    /// How many.
    pub count: u64,
    /// What they were paid, cents.
    pub cents: i64,
}

/// Everything a forecast is made from.
#[derive(Clone, PartialEq, Debug)]
pub struct Input {
    /// Market days of each week so far, beside those of a usual week; the last is this week until today.
    pub past: Vec<f64>,
    /// Coupons by week of hand-out.
    pub cohorts: Vec<Cohort>,
    /// Coupons of a hand-out, in the mean.
    pub basket: f64,
    /// Weeks to come; the first is what is left of this one.
    pub ahead: Vec<Ahead>,
    /// What is planned in them.
    pub plan: Plan,
    /// Sold coupons not spent yet.
    pub sold: Sold,
    /// Owed to merchants today, cents.
    pub owed_cents: i64,
    /// In the bank today, cents.
    pub bank_cents: i64,
    /// Funds that pay for given coupons, in the order of use.
    pub funds: Vec<Money>,
    /// How a fund is chosen.
    pub policy: FundPolicy,
    /// What is believed beforehand.
    pub priors: Priors,
    /// The chance of not spending more than there is that is asked for, from 0 to 1.
    pub sure: f64,
    /// Seasons to draw.
    pub seasons: u32,
    /// The same seed draws the same seasons.
    pub seed: u64,
}

impl Input {
    /// Given coupons handed out so far, cents.
    pub fn given_cents(&self) -> i64 {
        self.cohorts.iter().map(|c| c.cents).sum()
    }

    /// The money for food of all funds, cents.
    pub fn food_cents(&self) -> i64 {
        self.funds.iter().map(|f| f.food_cents).sum()
    }

    /// Spent of it, cents.
    pub fn spent_cents(&self) -> i64 {
        self.funds.iter().map(|f| f.spent_cents).sum()
    }

    /// Weeks of hand-outs to come.
    pub fn hand_out_weeks(&self) -> u64 {
        self.ahead.iter().map(|week| u64::from(week.hands_out)).sum()
    }

    /// What is planned to be handed out to one household until the end, cents.
    pub fn planned_each_cents(&self) -> i64 {
        self.plan.weekly_cents.saturating_mul(i64::try_from(self.hand_out_weeks()).unwrap_or(i64::MAX))
    }
}
