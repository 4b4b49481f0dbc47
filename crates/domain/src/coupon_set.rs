//! A set of coupons written short: `3:1-200,205;4:17`. A carton of ten thousand coupons is a few
//! characters in the command log, and a person can still read it.

use crate::coupon::CouponRange;
use crate::ids::{BatchId, CouponId};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::fmt::{self, Write};

/// Distinct coupons, as ascending ranges that neither touch nor cross a batch.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct CouponSet(Vec<CouponRange>);

impl CouponSet {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many coupons.
    pub fn len(&self) -> u64 {
        self.0.iter().map(|r| r.len()).sum()
    }

    /// The ranges, ascending.
    pub fn ranges(&self) -> &[CouponRange] {
        &self.0
    }

    /// The coupons, ascending.
    pub fn iter(&self) -> impl Iterator<Item = CouponId> + '_ {
        self.0.iter().flat_map(|r| (r.first.0..=r.last.0).map(CouponId))
    }

    /// Whether `id` is one of them.
    pub fn contains(&self, id: CouponId) -> bool {
        let after = self.0.partition_point(|r| r.last < id);
        self.0.get(after).is_some_and(|r| r.contains(id))
    }

    /// Reads the short form, or numbers as they are printed on coupons: `3-00012,3-00015`. `None` when it is neither.
    pub fn parse(text: &str) -> Option<Self> {
        let mut ranges = Vec::new();
        for group in text.split(';').filter(|g| !g.trim().is_empty()) {
            let Some((batch, numbers)) = group.split_once(':') else {
                for printed in group.split(',') {
                    let (batch, number) = printed.trim().split_once('-').filter(|(_, number)| is_printed(number))?;
                    let number = number.parse().ok()?;
                    ranges.push(CouponRange::new(BatchId(batch.parse().ok()?), number, number)?);
                }
                continue;
            };
            let batch = BatchId(batch.trim().parse().ok()?);
            for part in numbers.split(',') {
                let (first, last) = part.split_once('-').unwrap_or((part, part));
                // `3:1-5,4-00012` would silently be numbers 4 to 12 of batch 3.
                if is_printed(last.trim()) && last.trim().starts_with('0') && !is_printed(first.trim()) {
                    return None;
                }
                ranges.push(CouponRange::new(batch, first.trim().parse().ok()?, last.trim().parse().ok()?)?);
            }
        }
        Some(ranges.into_iter().collect())
    }
}

/// Whether a number is written with its zeros, as on a coupon.
fn is_printed(number: &str) -> bool {
    number.len() >= 5 && number.bytes().all(|b| b.is_ascii_digit())
}

impl FromIterator<CouponRange> for CouponSet {
    fn from_iter<I: IntoIterator<Item = CouponRange>>(iter: I) -> Self {
        let mut ranges: Vec<CouponRange> = iter.into_iter().collect();
        ranges.sort_unstable_by_key(|r| r.first);
        let mut out: Vec<CouponRange> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match out.last_mut() {
                // Numbers of two batches never follow each other: a batch's last number leaves a gap.
                Some(before) if range.first.0 <= before.last.0 + 1 && range.first.batch() == before.first.batch() => {
                    before.last = before.last.max(range.last);
                }
                _ => out.push(range),
            }
        }
        Self(out)
    }
}

impl FromIterator<CouponId> for CouponSet {
    fn from_iter<I: IntoIterator<Item = CouponId>>(iter: I) -> Self {
        iter.into_iter().map(|id| CouponRange { first: id, last: id }).collect()
    }
}

impl From<CouponRange> for CouponSet {
    fn from(range: CouponRange) -> Self {
        Self(vec![range])
    }
}

impl fmt::Display for CouponSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut batch = None;
        for range in &self.0 {
            if batch == Some(range.first.batch()) {
                f.write_char(',')?;
            } else {
                if batch.is_some() {
                    f.write_char(';')?;
                }
                batch = Some(range.first.batch());
                write!(f, "{}:", range.first.batch().0)?;
            }
            if range.first == range.last {
                write!(f, "{}", range.first.number())?;
            } else {
                write!(f, "{}-{}", range.first.number(), range.last.number())?;
            }
        }
        Ok(())
    }
}

impl Serialize for CouponSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CouponSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not a set of coupons"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_short_form() {
        let set: CouponSet =
            [(3, 1), (3, 2), (3, 3), (3, 7), (4, 17), (3, 2)].map(|(b, n)| CouponId::new(BatchId(b), n)).into_iter().collect();
        assert_eq!(set.to_string(), "3:1-3,7;4:17");
        assert_eq!(CouponSet::parse("4:17;3:7,1-2,2-3"), Some(set));
        assert_eq!(CouponSet::parse(""), Some(CouponSet::default()));
    }

    #[test]
    fn numbers_as_printed_are_read() {
        assert_eq!(CouponSet::parse("3-00012"), CouponSet::parse("3:12"));
        assert_eq!(CouponSet::parse("3-00012, 3-00013;4-00001"), CouponSet::parse("3:12-13;4:1"));
        assert_eq!(CouponSet::parse("3:00001-00010"), CouponSet::parse("3:1-10"));
    }

    #[test]
    fn nonsense_is_refused() {
        for text in [
            "3-12",
            "3-00000",
            "3-0001x",
            "3:1-5,4-00012",
            "3",
            "3:",
            "3:0",
            "3:5-2",
            "x:1",
            "3:1-99999999",
            "3:1--2",
            "3:1,",
            "-1:3",
        ] {
            assert_eq!(CouponSet::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reads_back(ids in prop::collection::vec((1u32..5, 1u32..60), 0..80)) {
            let ids: std::collections::BTreeSet<_> = ids.into_iter().map(|(b, n)| CouponId::new(BatchId(b), n)).collect();
            let set: CouponSet = ids.iter().copied().collect();
            prop_assert_eq!(CouponSet::parse(&set.to_string()), Some(set.clone()));
            prop_assert_eq!(set.len(), ids.len() as u64);
            prop_assert!(set.iter().eq(ids.iter().copied()));
            prop_assert!(ids.iter().all(|id| set.contains(*id)));
            prop_assert!(!set.contains(CouponId::new(BatchId(9), 1)));
        }

        #[test]
        fn nothing_read_panics(text in "\\PC{0,60}") {
            let _ = CouponSet::parse(&text);
        }
    }
}
