//! What is believed before a season says anything: each with its name and where it comes from, each to be changed by
//! whoever asks. Nothing of it is hidden in a formula.

/// The final use of known programmes: nine in ten of them lie between `low` and `high`.
#[derive(Clone, PartialEq, Debug)]
pub struct UsePrior {
    /// Its words are `forecast-prior-<key>`, its source `forecast-prior-<key>-source`.
    pub key: &'static str,
    /// Share of what was handed out that is spent in the end: one in twenty is lower.
    pub low: f64,
    /// One in twenty is higher.
    pub high: f64,
    /// How much it counts beside the others.
    pub weight: f64,
}

/// A number that the model needs: what is believed, and how surely.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Belief {
    /// The most likely.
    pub middle: f64,
    /// How far from it is usual: a standard deviation, of the logarithm or of the log of odds.
    pub spread: f64,
}

/// Everything believed beforehand.
#[derive(Clone, PartialEq, Debug)]
pub struct Priors {
    /// Final use, as a mixture.
    pub final_use: Vec<UsePrior>,
    /// Of what will be spent and is in purses, how much is spent in a usual week of markets; the spread is of the
    /// logarithm of the rate.
    pub speed: Belief,
    /// How much weeks differ from one another for no known reason (weather, harvest): a spread of the logarithm. The
    /// season's own weeks correct it.
    pub week_spread: f64,
    /// How far the rest of a season is from its beginning: people who come later, habits that change. Of the log of odds.
    pub use_drift: f64,
    /// The same of purses that fill and are emptied at the end, or not.
    pub end_drift: f64,
    /// The same for the rate; of its logarithm.
    pub speed_drift: f64,
    /// How far planned hand-outs are from those that take place; of the logarithm.
    pub hand_out_spread: f64,
    /// Of what will be spent and is still in purses, how much goes in the last week of markets: the least.
    pub last_week_low: f64,
    /// The most.
    pub last_week_high: f64,
    /// Coupons of one household are spent together: how many count as one, at least, times the mean hand-out.
    pub together: f64,
    /// How much of what is handed out waits for the last weeks in purses that fill: what comes back before is so much less
    /// than final use.
    pub at_the_end: f64,
    /// Of people whose place is closed, how many go to another.
    pub elsewhere: f64,
}

impl Default for Priors {
    fn default() -> Self {
        let of = |key, low, high, weight| UsePrior { key, low, high, weight };
        Self {
            final_use: vec![of("quebec", 0.70, 0.86, 0.4), of("canada", 0.91, 0.985, 0.4), of("wide", 0.45, 0.97, 0.2)],
            speed: Belief { middle: 0.4, spread: 0.7 },
            week_spread: 0.18,
            use_drift: 0.07,
            end_drift: 0.65,
            speed_drift: 0.35,
            hand_out_spread: 0.07,
            last_week_low: 0.0,
            last_week_high: 1.0,
            together: 0.5,
            at_the_end: 0.12,
            elsewhere: 0.5,
        }
    }
}

/// In standard deviations, half of the middle nine tenths of a normal distribution.
const NINE_TENTHS: f64 = 1.645;

impl UsePrior {
    /// How likely a final use is, but for a factor.
    pub(super) fn density(&self, share: f64) -> f64 {
        let (middle, spread) = (f64::midpoint(self.low, self.high), ((self.high - self.low) / 2.0 / NINE_TENTHS).max(0.002));
        let z = (share - middle) / spread;
        self.weight * super::arithmetic::exp(-z * z / 2.0) / spread
    }
}
