//! A clock that is set by hand and random numbers that repeat: for the simulator, the demo and tests.

use crate::world::{Random, Surroundings};
use jiff::Timestamp;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Random numbers from a seed.
pub struct Seeded(ChaCha20Rng);

impl Seeded {
    /// From a seed. A stream of its own: whoever else draws from the same seed must not draw the same identifiers.
    pub fn new(seed: u64) -> Self {
        let mut numbers = ChaCha20Rng::seed_from_u64(seed);
        numbers.set_stream(1);
        Self(numbers)
    }
}

impl Random for Seeded {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.0.fill_bytes(bytes);
    }
}

/// A clock that is set by hand.
#[derive(Clone, Default)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    /// A clock at an instant.
    pub fn at(instant: Timestamp) -> Self {
        let clock = Self::default();
        clock.set(instant);
        clock
    }

    /// Sets it.
    pub fn set(&self, instant: Timestamp) {
        self.0.store(instant.as_microsecond(), Ordering::SeqCst);
    }

    /// What it says.
    pub fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Surroundings of this clock and a seed.
    pub fn surroundings(&self, seed: u64) -> Surroundings {
        let clock = self.clone();
        Surroundings::new(move || clock.now(), Seeded::new(seed))
    }
}
