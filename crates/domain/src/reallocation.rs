//! Coupons that one organisation will not hand out and another lacks: who could pass how many to whom. A suggestion
//! only: people move coupons.

use crate::ids::{ClassId, PartnerId};
use std::collections::BTreeMap;

/// An organisation's coupons of a class and its pace.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pace {
    /// The organisation.
    pub partner: PartnerId,
    /// The class.
    pub class: ClassId,
    /// Coupons in hand.
    pub in_hand: u64,
    /// Coupons handed out in the weeks looked at.
    pub given: u64,
}

/// Some coupons go from one organisation to another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Suggestion {
    /// Who has too many.
    pub from: PartnerId,
    /// Who lacks some.
    pub to: PartnerId,
    /// Class.
    pub class: ClassId,
    /// How many.
    pub count: u64,
}

/// Fewer coupons than this are not worth a trip.
pub const FEWEST: u64 = 5;

/// What each organisation will need until the end, at the pace of the last `weeks_seen` weeks, against what it has;
/// the largest surplus goes to the largest lack. An organisation that handed nothing out yet lacks nothing and keeps
/// what it has: nobody knows its pace.
pub fn suggest(paces: &[Pace], weeks_seen: u32, weeks_left: u32) -> Vec<Suggestion> {
    let mut by_class: BTreeMap<ClassId, Vec<&Pace>> = BTreeMap::new();
    for pace in paces.iter().filter(|p| p.given > 0) {
        by_class.entry(pace.class).or_default().push(pace);
    }
    let mut out = Vec::new();
    for (class, paces) in by_class {
        let needed = |p: &Pace| (p.given * u64::from(weeks_left)).div_ceil(u64::from(weeks_seen.max(1)));
        let mut spare: Vec<(u64, PartnerId)> =
            paces.iter().filter_map(|p| Some((p.in_hand.checked_sub(needed(p))?, p.partner))).filter(|(n, _)| *n > 0).collect();
        let mut lack: Vec<(u64, PartnerId)> =
            paces.iter().filter_map(|p| Some((needed(p).checked_sub(p.in_hand)?, p.partner))).filter(|(n, _)| *n > 0).collect();
        while let (Some(from), Some(to)) = (most(&mut spare), most(&mut lack)) {
            let count = from.0.min(to.0);
            if count < FEWEST {
                break;
            }
            out.push(Suggestion { from: from.1, to: to.1, class, count });
            from.0 -= count;
            to.0 -= count;
        }
    }
    out
}

/// The largest; of equals, the first organisation.
fn most(of: &mut [(u64, PartnerId)]) -> Option<&mut (u64, PartnerId)> {
    of.iter_mut().filter(|(n, _)| *n > 0).max_by_key(|(n, partner)| (*n, std::cmp::Reverse(*partner)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const A: ClassId = ClassId(1);

    fn pace(partner: u32, in_hand: u64, given: u64) -> Pace {
        Pace { partner: PartnerId(partner), class: A, in_hand, given }
    }

    #[test]
    fn the_largest_surplus_goes_to_the_largest_lack() {
        // Two weeks seen, four left: each needs twice what it gave.
        let found = suggest(&[pace(1, 100, 10), pace(2, 0, 20), pace(3, 5, 10), pace(4, 50, 0)], 2, 4);
        let moves: Vec<_> = found.iter().map(|s| (s.from.0, s.to.0, s.count)).collect();
        assert_eq!(moves, [(1, 2, 40), (1, 3, 15)]);
    }

    #[test]
    fn few_coupons_are_not_worth_a_trip() {
        assert!(suggest(&[pace(1, 24, 10), pace(2, 16, 10)], 1, 2).is_empty());
    }

    proptest! {
        #[test]
        fn nobody_gives_what_it_needs_nor_receives_what_it_does_not(
            rows in prop::collection::vec((0u64..500, 0u64..200), 1..9),
            seen in 1u32..5,
            left in 0u32..12,
        ) {
            let paces: Vec<Pace> = (1..).zip(&rows).map(|(n, (hand, given))| pace(n, *hand, *given)).collect();
            let mut after: BTreeMap<PartnerId, i64> = paces.iter().map(|p| (p.partner, i64::try_from(p.in_hand).unwrap())).collect();
            for s in suggest(&paces, seen, left) {
                prop_assert!(s.count >= FEWEST && s.from != s.to);
                let n = i64::try_from(s.count).unwrap();
                *after.get_mut(&s.from).unwrap() -= n;
                *after.get_mut(&s.to).unwrap() += n;
            }
            for p in &paces {
                let needed = i64::try_from((p.given * u64::from(left)).div_ceil(u64::from(seen))).unwrap();
                let (before, now) = (i64::try_from(p.in_hand).unwrap(), after[&p.partner]);
                prop_assert!(now >= before.min(needed) && now <= before.max(needed), "{p:?}: {before} → {now}, needs {needed}");
            }
        }
    }
}
