//! How far long work is, for whoever waits for it and may want it no more.

use crate::world::App;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use store::Fault;

/// One piece of work, seen from two sides: what does it says how far it is, whoever waits looks and may stop it.
#[derive(Default, Debug)]
pub struct Progress {
    done: AtomicU64,
    total: AtomicU64,
    stopped: AtomicBool,
}

impl Progress {
    /// The work has this many steps; it begins, perhaps again.
    pub fn begin(&self, total: u64) {
        self.done.store(0, Relaxed);
        self.total.store(total, Relaxed);
    }

    /// One step is done. A fault when nobody wants the rest: the transaction is undone.
    pub fn step(&self) -> Result<(), Fault> {
        self.done.fetch_add(1, Relaxed);
        self.still_wanted()
    }

    /// The same without a step.
    pub fn still_wanted(&self) -> Result<(), Fault> {
        if self.is_stopped() { Err(Fault::Stopped) } else { Ok(()) }
    }

    /// Asks the work to stop at its next step.
    pub fn stop(&self) {
        self.stopped.store(true, Relaxed);
    }

    /// Whether it was asked to stop.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Relaxed)
    }

    /// Steps done, of how many; none while that is not known.
    pub fn at(&self) -> Option<(u64, u64)> {
        let (done, total) = (self.done.load(Relaxed), self.total.load(Relaxed));
        (total > 0).then_some((done.min(total), total))
    }
}

impl App {
    /// The same platform, for work that somebody watches.
    #[must_use]
    pub fn watched(&self, progress: Arc<Progress>) -> Self {
        Self { progress, ..self.clone() }
    }

    /// What was done is kept, unless nobody wants it any more.
    pub(crate) fn unless_stopped<T>(&self, done: Result<T, Fault>) -> Result<T, Fault> {
        self.progress.still_wanted().and(done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_far_and_stops_at_the_next_step() {
        let progress = Progress::default();
        assert_eq!(progress.at(), None);
        progress.begin(3);
        assert!(progress.step().is_ok());
        assert_eq!(progress.at(), Some((1, 3)));
        progress.stop();
        assert!(matches!(progress.step(), Err(Fault::Stopped)));
        progress.begin(2);
        assert!(progress.step().is_err(), "begun again by the database, it is still not wanted");
        for _ in 0..9 {
            let _ = progress.step();
        }
        assert_eq!(progress.at(), Some((2, 2)), "never more than all");
    }
}
