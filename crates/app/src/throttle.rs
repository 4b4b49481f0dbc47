//! Limits on guessing: how many wrong codes or passwords one key (a person, an address) may try.

use domain::refusal::Refusal;
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Wrong tries by key, in windows.
#[derive(Default)]
pub(crate) struct Throttle(Mutex<HashMap<String, (i64, u32)>>);

/// Length of a window, seconds.
const WINDOW_SECONDS: i64 = 600;
/// Keys remembered at most: beyond it old windows are dropped.
const MAX_KEYS: usize = 20_000;

impl Throttle {
    /// Refuses a key that has used up its wrong tries.
    pub(crate) fn check(&self, key: &str, limit: u32, now: Timestamp) -> Result<(), Refusal> {
        let tries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let window = now.as_second() / WINDOW_SECONDS;
        match tries.get(key) {
            Some((at, count)) if *at == window && *count >= limit => {
                let seconds = WINDOW_SECONDS - now.as_second() % WINDOW_SECONDS;
                Err(Refusal::TooManyTries { seconds: u64::try_from(seconds).unwrap_or(0) })
            }
            _ => Ok(()),
        }
    }

    /// Counts wrong tries.
    pub(crate) fn count(&self, key: &str, wrong: u32, now: Timestamp) {
        if wrong == 0 {
            return;
        }
        let mut tries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let window = now.as_second() / WINDOW_SECONDS;
        if tries.len() >= MAX_KEYS {
            tries.retain(|_, (at, _)| *at == window);
        }
        let slot = tries.entry(key.to_owned()).or_insert((window, 0));
        if slot.0 != window {
            *slot = (window, 0);
        }
        slot.1 = slot.1.saturating_add(wrong);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_waits_for_the_next_window_and_others_do_not() {
        let throttle = Throttle::default();
        let now = Timestamp::from_second(600_000).expect("in range");
        throttle.count("a", 5, now);
        assert!(throttle.check("a", 6, now).is_ok());
        throttle.count("a", 1, now);
        assert_eq!(throttle.check("a", 6, now), Err(Refusal::TooManyTries { seconds: 600 }));
        assert!(throttle.check("b", 6, now).is_ok());
        let later = Timestamp::from_second(600_600).expect("in range");
        assert!(throttle.check("a", 6, later).is_ok());
    }
}
