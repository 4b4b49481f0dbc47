//! Chance from a seed. A season is the same every time it is played with the same seed, on any machine.

use jiff::Timestamp;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use uuid::Uuid;

/// A source of choices.
pub(crate) struct Chance(ChaCha20Rng);

impl Chance {
    /// From a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(ChaCha20Rng::seed_from_u64(seed))
    }

    /// A number from 0 to `limit` - 1; 0 when `limit` is 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let drawn = self.0.next_u64();
        let limit = limit.max(1) as u64;
        // The bias of a remainder over 64 bits is far below anything a season could show.
        usize::try_from(drawn % limit).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high.saturating_sub(low) + 1)
    }

    /// True `percent` times in a hundred.
    pub(crate) fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent as usize
    }

    /// One of some things.
    pub(crate) fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        things.get(self.below(things.len()))
    }

    /// Mixes things.
    pub(crate) fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }

    /// A seed for another source.
    pub(crate) fn seed(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// An identifier as a client makes it at an instant.
    pub(crate) fn uuid(&mut self, at: Timestamp) -> Uuid {
        let mut bytes = [0; 10];
        self.0.fill_bytes(&mut bytes);
        let milliseconds = u64::try_from(at.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &bytes).into_uuid()
    }
}
