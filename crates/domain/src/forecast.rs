//! The forecast of a season: from the coupons handed out and spent so far, what is planned, the market days that are left
//! and the money, how much will be spent in the end, how much is needed week by week, when each fund runs out, and how
//! many households can be served with a chance that somebody states.
//!
//! A coupon is of use (it will be spent) or not. One of use is spent at a rate, market day after market day. How many are
//! of use, and the rate, are believed beforehand ([`Priors`], each with its source) and corrected by what the season shows
//! ([`learn`]). Then thousands of seasons are drawn from a seed ([`forecast`]): same input, same seed, same figures, on
//! any machine. Shares and chances are `f64`, because nothing is owed by a forecast; a number drawn becomes cents once.
//!
//! docs/forecast.md says how often it was right in seasons that it did not know.

mod answer;
mod arithmetic;
mod dice;
mod draw;
mod fit;
mod input;
#[cfg(test)]
mod laws;
mod prior;

pub use answer::{Forecast, FundEnd, RunsOut, Spread, Week};
pub use input::{Ahead, Cohort, Input, Money, Plan, Sold};
pub use prior::{Belief, Priors, UsePrior};

/// What a season so far says. Changing what is planned does not change it.
#[derive(Clone, Debug)]
pub struct Learned(fit::Fit);

impl Learned {
    /// The share of coupons that are of use, in the mean of all ways in which the season could be.
    pub fn of_use(&self) -> f64 {
        self.mean(|way| way.of_use)
    }

    /// Of what will be spent and is in purses, how much is spent in a usual week, the same.
    pub fn weekly_share(&self) -> f64 {
        self.mean(|way| 1.0 - arithmetic::exp(-way.speed))
    }

    /// How much weeks differ from one another.
    pub fn week_spread(&self) -> f64 {
        self.0.week_spread
    }

    /// How many coupons count as one, because people spend several together and shop alike.
    pub fn clumps(&self) -> f64 {
        self.0.clumps
    }

    fn mean(&self, of: impl Fn(&fit::Way) -> f64) -> f64 {
        let mut before = 0.0;
        let add = |way: &fit::Way| {
            let weight = way.until - before;
            before = way.until;
            weight * of(way)
        };
        self.0.flow.iter().map(add).sum()
    }
}

/// Learns from the season so far.
pub fn learn(input: &Input) -> Learned {
    Learned(fit::fit(input))
}

/// Draws seasons and says what they say.
pub fn forecast(input: &Input, learned: &Learned) -> Forecast {
    answer::answer(input, &draw::draw(input, &learned.0))
}
