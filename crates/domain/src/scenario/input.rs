//! What a plan supposes: each figure with a range, and where it comes from.

use serde::{Deserialize, Serialize};

/// What a figure is measured in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Measured {
    /// Basis points.
    Share,
    /// Cents.
    Money,
    /// Things.
    Count,
    /// Hundredths: how many times.
    Times,
}

/// A figure that is supposed. None has a value of its own: what nobody fills in counts for nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Input {
    /// How much of what is handed out is spent.
    Use,
    /// Households that come, of those planned.
    Households,
    /// What a household receives, of what is planned.
    Weekly,
    /// By how much households grow each year in a territory that has begun.
    Growth,
    /// By how much prices rise each year: what is handed out and what it costs to run.
    Prices,
    /// How much of all money runs the programme, where costs are not detailed.
    Share,
    /// What a coupon is worth in the mean.
    CouponWorth,
    /// What it costs to print, hand out, count and pay a coupon.
    PerCoupon,
    /// Hours of coordination of a territory in a year.
    Hours,
    /// What an hour costs.
    HourCost,
    /// Other costs of a territory in a year.
    Fixed,
    /// What it costs to prepare a territory, in its first year.
    Setup,
    /// Activity in the local economy for each dollar spent on food.
    Impact,
    /// Own money that households spend at the same time, for each dollar of coupons.
    OwnMoney,
}

impl Input {
    /// All of them, in the order asked.
    pub const EVERY: [Self; 14] = [
        Self::Use,
        Self::Households,
        Self::Weekly,
        Self::Growth,
        Self::Prices,
        Self::Share,
        Self::CouponWorth,
        Self::PerCoupon,
        Self::Hours,
        Self::HourCost,
        Self::Fixed,
        Self::Setup,
        Self::Impact,
        Self::OwnMoney,
    ];

    /// The stable name; its words are `scenario-input-<key>`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Use => "use",
            Self::Households => "households-share",
            Self::Weekly => "weekly-share",
            Self::Growth => "growth",
            Self::Prices => "prices",
            Self::Share => "share",
            Self::CouponWorth => "coupon-worth",
            Self::PerCoupon => "per-coupon",
            Self::Hours => "hours",
            Self::HourCost => "hour-cost",
            Self::Fixed => "fixed",
            Self::Setup => "setup",
            Self::Impact => "impact",
            Self::OwnMoney => "own-money",
        }
    }

    /// By its name.
    pub fn named(key: &str) -> Option<Self> {
        Self::EVERY.into_iter().find(|input| input.key() == key)
    }

    /// What it is measured in.
    pub const fn measured(self) -> Measured {
        match self {
            Self::Use | Self::Households | Self::Weekly | Self::Growth | Self::Prices | Self::Share => Measured::Share,
            Self::CouponWorth | Self::PerCoupon | Self::HourCost | Self::Fixed | Self::Setup => Measured::Money,
            Self::Hours => Measured::Count,
            Self::Impact | Self::OwnMoney => Measured::Times,
        }
    }

    /// What counts where nobody filled it in: everything handed out is spent, as many come as planned, nothing is added.
    pub(super) const fn neutral(self) -> i64 {
        match self {
            Self::Use | Self::Households | Self::Weekly => super::WHOLE,
            _ => 0,
        }
    }

    /// The least and the most that it may be.
    pub const fn limits(self) -> (i64, i64) {
        match self {
            Self::Use => (0, 10_000),
            // Ten dollars to print and count a coupon: more would be a mistake, and its sums would not fit.
            Self::PerCoupon | Self::Impact | Self::OwnMoney => (0, 1_000),
            // Twice what is planned, or ten people's hours.
            Self::Households | Self::Weekly | Self::Hours => (0, 20_000),
            Self::Growth | Self::Prices => (0, 2_000),
            Self::Share => (0, 9_000),
            Self::CouponWorth => (100, 100_000),
            Self::HourCost => (0, 50_000),
            Self::Fixed | Self::Setup => (0, 1_000_000_000),
        }
    }
}

/// A figure with its range, and where it comes from.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Assumed {
    /// The least that it could be.
    pub low: Option<i64>,
    /// What is counted with.
    pub likely: Option<i64>,
    /// The most.
    pub high: Option<i64>,
    /// What wrote it; empty for a person.
    #[serde(default)]
    pub origin: String,
    /// Where it comes from, in words.
    #[serde(default)]
    pub why: String,
}

impl Assumed {
    /// Whether anything is written.
    pub fn is_empty(&self) -> bool {
        self.low.is_none() && self.likely.is_none() && self.high.is_none() && self.why.is_empty()
    }

    /// Whether it can be: within its limits, the lower below, and no range around nothing.
    pub(super) fn fits(&self, input: Input) -> bool {
        let (least, most) = input.limits();
        let values = [self.low, self.likely, self.high];
        values.iter().flatten().all(|value| (least..=most).contains(value))
            && (self.likely.is_some() || input.is_of_a_whole() || (self.low.is_none() && self.high.is_none()))
            && self.low.is_none_or(|low| low <= self.likely.unwrap_or(input.neutral()))
            && self.high.is_none_or(|high| high >= self.likely.unwrap_or(input.neutral()))
    }
}

impl Input {
    /// A share of what is planned has a middle that needs no writing: the plan.
    const fn is_of_a_whole(self) -> bool {
        matches!(self, Self::Households | Self::Weekly)
    }
}
