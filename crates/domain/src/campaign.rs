//! A crowdfunding campaign, as its platform tells it: contributions with or without a counterpart, a matching
//! partner, what the platform kept. Nothing of it is ours before the campaign has reached its goal.

use crate::ids::OfferId;
use crate::refusal::Refusal;

/// What a contribution becomes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parted {
    /// Packs ordered, of which offer.
    pub order: Option<(OfferId, u32)>,
    /// What is paid for them, cents.
    pub price_cents: i64,
    /// What is given, cents.
    pub gift_cents: i64,
}

/// Parts a contribution between packs of an offer and a gift. Without a number of packs, as many as it pays for;
/// what is left is a gift, because whoever gave more than the price knew it.
pub fn part(amount_cents: i64, offer: Option<(OfferId, i64)>, packs: Option<u32>) -> Result<Parted, Refusal> {
    let Some((offer, price)) = offer else {
        return Ok(Parted { order: None, price_cents: 0, gift_cents: amount_cents });
    };
    let affordable = u32::try_from(amount_cents / price.max(1)).unwrap_or(u32::MAX);
    let packs = packs.unwrap_or(affordable.max(1));
    let asked = price.checked_mul(i64::from(packs)).ok_or(Refusal::TooMany { limit: u64::from(affordable) })?;
    if packs == 0 {
        return Ok(Parted { order: None, price_cents: 0, gift_cents: amount_cents });
    }
    if asked > amount_cents {
        return Err(Refusal::WrongPrice { paid: amount_cents, price: asked });
    }
    Ok(Parted { order: Some((offer, packs)), price_cents: asked, gift_cents: amount_cents - asked })
}

/// What a partner adds, dollar for dollar, up to a cap: a matter of the sum alone, whatever the order in which
/// contributions came.
pub fn matched(collected_cents: i64, cap_cents: i64) -> i64 {
    collected_cents.min(cap_cents).max(0)
}

/// A campaign's sums, cents.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sums {
    /// What contributors paid.
    pub collected: i64,
    /// Of that, the price of packs.
    pub sold: i64,
    /// Of that, gifts.
    pub given: i64,
    /// What the partner adds.
    pub matched: i64,
    /// What the platform kept.
    pub fees: i64,
}

impl Sums {
    /// The sums of contributions already parted.
    pub fn of<'a>(parted: impl IntoIterator<Item = &'a Parted>, cap_cents: i64, fees: i64) -> Self {
        let mut sums = Self { fees, ..Self::default() };
        for one in parted {
            sums.sold += one.price_cents;
            sums.given += one.gift_cents;
        }
        sums.collected = sums.sold + sums.given;
        sums.matched = matched(sums.collected, cap_cents);
        sums
    }

    /// What reaches the bank.
    pub const fn net(&self) -> i64 {
        self.collected + self.matched - self.fees
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const OFFER: Option<(OfferId, i64)> = Some((OfferId(1), 2_000));

    #[test]
    fn what_is_more_than_the_price_is_a_gift() {
        let parted = part(4_500, OFFER, None).expect("enough");
        assert_eq!(parted, Parted { order: Some((OfferId(1), 2)), price_cents: 4_000, gift_cents: 500 });
        assert_eq!(part(4_500, OFFER, Some(1)).expect("enough").gift_cents, 2_500);
        assert_eq!(part(4_500, None, None).expect("a gift").gift_cents, 4_500);
        assert_eq!(part(1_500, OFFER, None), Err(Refusal::WrongPrice { paid: 1_500, price: 2_000 }));
        assert_eq!(part(4_500, OFFER, Some(3)), Err(Refusal::WrongPrice { paid: 4_500, price: 6_000 }));
    }

    #[test]
    fn matching_stops_at_its_cap() {
        assert_eq!(matched(1_000, 5_000), 1_000);
        assert_eq!(matched(9_000, 5_000), 5_000);
        assert_eq!(matched(9_000, 0), 0);
    }

    proptest! {
        #[test]
        fn a_contribution_is_parted_exactly(amount in 1i64..1_000_000, price in 1i64..50_000, packs in prop::option::of(0u32..60)) {
            if let Ok(parted) = part(amount, Some((OfferId(1), price)), packs) {
                prop_assert_eq!(parted.price_cents + parted.gift_cents, amount);
                prop_assert!(parted.price_cents >= 0 && parted.gift_cents >= 0);
                let ordered = parted.order.map_or(0, |(_, packs)| i64::from(packs));
                prop_assert_eq!(ordered * price, parted.price_cents);
            }
        }

        #[test]
        fn sums_do_not_depend_on_the_order(
            mut amounts in prop::collection::vec(1i64..1_000_000, 1..40),
            cap in 0i64..2_000_000,
            fees in 0i64..10_000,
        ) {
            let sums = |amounts: &[i64]| {
                let parted: Vec<Parted> = amounts.iter().filter_map(|a| part(*a, OFFER, None).ok()).collect();
                Sums::of(&parted, cap, fees)
            };
            let one = sums(&amounts);
            amounts.reverse();
            prop_assert_eq!(one, sums(&amounts));
            prop_assert!(one.matched >= 0 && one.matched <= cap && one.matched <= one.collected);
            prop_assert_eq!(one.sold + one.given, one.collected);
            prop_assert_eq!(one.net(), one.collected + one.matched - fees);
        }
    }
}
