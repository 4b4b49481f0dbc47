//! What is believed beforehand, as a page shows it and lets it be changed: percents, each with its words and its source.

use domain::forecast::{Priors, UsePrior};
use std::collections::BTreeMap;

/// A belief that may be replaced.
#[derive(Clone, Copy, Debug)]
pub struct Belief {
    /// Its words are `forecast-belief-<key>`; where it comes from is `forecast-belief-<key>-source`.
    pub key: &'static str,
    /// The most it may be, percent.
    pub most: u32,
    get: fn(&Priors) -> f64,
    set: fn(&mut Priors, f64),
}

macro_rules! belief {
    ($key:literal, $most:literal, $($field:tt)+) => {
        Belief { key: $key, most: $most, get: |priors| priors.$($field)+, set: |priors, value| priors.$($field)+ = value }
    };
}

/// All but final use, which is a mixture.
pub const BELIEFS: [Belief; 10] = [
    belief!("speed", 95, speed.middle),
    belief!("week", 100, week_spread),
    belief!("later", 60, at_the_end),
    belief!("last-low", 100, last_week_low),
    belief!("last-high", 100, last_week_high),
    belief!("use-drift", 200, use_drift),
    belief!("end-drift", 200, end_drift),
    belief!("speed-drift", 200, speed_drift),
    belief!("hand-outs", 100, hand_out_spread),
    belief!("elsewhere", 100, elsewhere),
];

impl Belief {
    /// Ours, percent.
    pub fn usual(&self) -> u32 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "ours are from 0 to 2")]
        let percent = ((self.get)(&Priors::default()) * 100.0).round() as u32;
        percent
    }
}

/// Ours, with those that somebody replaced. `use-low` and `use-high` together replace the mixture of final uses.
pub(super) fn of(written: &BTreeMap<String, u32>) -> Priors {
    let mut priors = Priors::default();
    for belief in BELIEFS {
        if let Some(percent) = written.get(belief.key) {
            (belief.set)(&mut priors, f64::from((*percent).min(belief.most)) / 100.0);
        }
    }
    // A share cannot be nothing, nor can the last week hold less than its least.
    priors.speed.middle = priors.speed.middle.max(0.01);
    priors.last_week_high = priors.last_week_high.max(priors.last_week_low);
    let share = |key: &str| written.get(key).map(|percent| f64::from((*percent).min(100)) / 100.0);
    if let (Some(low), Some(high)) = (share("use-low"), share("use-high")) {
        let (low, high) = (low.min(high), low.max(high));
        priors.final_use = vec![UsePrior { key: "own", low, high, weight: 1.0 }];
    }
    priors
}
