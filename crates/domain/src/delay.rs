//! How long merchants waited for their money: the middle one, and all but one in twenty.

/// Waits, in business days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Delay {
    /// How many.
    pub count: u64,
    /// Half of them were as short or shorter.
    pub median: u64,
    /// Ninety-five in a hundred were as short or shorter.
    pub p95: u64,
    /// Those within the promise.
    pub in_time: u64,
}

impl Delay {
    /// Of some waits, in any order, against what the territory promises (both in business days); nothing of none. The percentiles are waits that happened (nearest rank).
    pub fn of(mut waits: Vec<u64>, promised: u64) -> Option<Self> {
        waits.sort_unstable();
        let rank = |percent: usize| waits.get((waits.len() * percent).div_ceil(100).saturating_sub(1)).copied();
        Some(Self {
            count: waits.len() as u64,
            median: rank(50)?,
            p95: rank(95)?,
            in_time: waits.iter().filter(|wait| **wait <= promised).count() as u64,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_rank() {
        assert_eq!(Delay::of(vec![], 2), None);
        assert_eq!(Delay::of(vec![3], 2), Some(Delay { count: 1, median: 3, p95: 3, in_time: 0 }));
        assert_eq!(Delay::of(vec![9, 1, 2], 2), Some(Delay { count: 3, median: 2, p95: 9, in_time: 2 }));
        assert_eq!(Delay::of(vec![9, 1, 2], 1), Some(Delay { count: 3, median: 2, p95: 9, in_time: 1 }));
        let waits: Vec<u64> = (1..=100).rev().collect();
        assert_eq!(Delay::of(waits, 2), Some(Delay { count: 100, median: 50, p95: 95, in_time: 2 }));
    }
}
