//! Limits on guessing: how many wrong codes or passwords one key (a person, a device, an address) may try.

use domain::refusal::Refusal;
use jiff::Timestamp;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

/// Wrong tries by key, in windows. A key is kept as a hash, so that a long one takes no more room.
#[derive(Default)]
pub(crate) struct Throttle {
    hasher: RandomState,
    tries: Mutex<HashMap<u64, Tries>>,
}

/// Wrong tries of one key in its last window.
#[derive(Clone, Copy)]
struct Tries {
    window: i64,
    wrong: u32,
}

/// Length of a window, seconds.
const WINDOW_SECONDS: i64 = 600;
/// Keys remembered at most.
const MAX_KEYS: usize = 20_000;

impl Throttle {
    /// Refuses a key that has used up its wrong tries.
    pub(crate) fn check(&self, key: &str, limit: u32, now: Timestamp) -> Result<(), Refusal> {
        let window = now.as_second().div_euclid(WINDOW_SECONDS);
        match self.tries.lock().unwrap_or_else(PoisonError::into_inner).get(&self.hasher.hash_one(key)) {
            Some(tries) if tries.window == window && tries.wrong >= limit => {
                let seconds = WINDOW_SECONDS - now.as_second().rem_euclid(WINDOW_SECONDS);
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
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        let (key, window) = (self.hasher.hash_one(key), now.as_second().div_euclid(WINDOW_SECONDS));
        if tries.len() >= MAX_KEYS && !tries.contains_key(&key) {
            make_room(&mut tries, window);
        }
        let slot = tries.entry(key).or_insert(Tries { window, wrong: 0 });
        if slot.window != window {
            *slot = Tries { window, wrong: 0 };
        }
        slot.wrong = slot.wrong.saturating_add(wrong);
    }
}

/// Forgets old windows; if that is not enough, those who tried least, so that somebody with many addresses
/// cannot have himself forgotten where he tried most.
fn make_room(tries: &mut HashMap<u64, Tries>, window: i64) {
    tries.retain(|_, tries| tries.window == window);
    while tries.len() >= MAX_KEYS {
        let least = tries.values().map(|tries| tries.wrong).min().unwrap_or(0);
        tries.retain(|_, tries| tries.wrong > least);
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

    #[test]
    fn memory_is_bounded_and_the_worst_are_remembered() {
        let throttle = Throttle::default();
        let now = Timestamp::from_second(600_000).expect("in range");
        throttle.count("worst", 50, now);
        for address in 0..3 * MAX_KEYS {
            throttle.count(&address.to_string(), 1, now);
            assert!(throttle.tries.lock().expect("lock").len() <= MAX_KEYS);
        }
        assert!(throttle.check("worst", 50, now).is_err());
    }
}
