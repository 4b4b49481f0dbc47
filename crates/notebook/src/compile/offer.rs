//! What the public buys, from what was decided about the sale: one pack, of about the price that Portneuf asks.

use super::{Words, is_sold, table};
use crate::answer::{Answer, Money};
use crate::book::Notebook;
use toml::{Table, Value};

/// The price that a pack reaches at least, cents: at Portneuf, 20 $ give 30 $.
const PRICE: i64 = 20_00;

/// The most coupons in a pack: beyond, nobody counts them at a counter.
const MOST: i64 = 40;

/// Coupons sold, coupons added: the fewest that make the share exact and the price of a pack. Nothing when it takes too
/// many: such a sale is written by hand.
pub(super) fn pack(face: Money, percent: i64) -> Option<(i64, i64)> {
    if face.0 <= 0 || percent < 0 {
        return None;
    }
    let exact = (1..=100).find(|count| count * percent % 100 == 0)?;
    let times = (PRICE + face.0 * exact - 1) / (face.0 * exact);
    let count = exact * times.max(1);
    let bonus = count * percent / 100;
    (count + bonus <= MOST).then_some((count, bonus))
}

/// The offer, when one can be made of the answers: the first value of coupon that a pack can be made of.
pub(super) fn offers(n: &Notebook, words: &dyn Words, classes: &[Table]) -> Vec<Table> {
    let Some(Answer::Amounts(values)) = n.answer("denominations") else { return Vec::new() };
    // A bonus is paid in dollars, never in the currency that the coupons are written in.
    if !is_sold(n) || n.chose("medium", "local-currency") {
        return Vec::new();
    }
    let percent = if n.chose("public-sale", "bonus") { n.number("sale-bonus").unwrap_or(0) } else { 0 };
    let letter = |name: &str| {
        let class = classes.iter().find(|class| class.get("name").and_then(Value::as_str) == Some(name));
        class.and_then(|class| class.get("letter")?.as_str()).map(str::to_owned)
    };
    let offer = |face: &Money| {
        let (count, bonus) = pack(*face, percent)?;
        let (price, worth) = (Money(face.0 * count), Money(face.0 * (count + bonus)));
        let Value::Table(mut offer) = table([
            ("key", "grand-public".to_owned()),
            ("name", words.offer(price, worth)),
            ("price", price.to_string()),
            ("class", letter(&words.sold(*face))?),
        ]) else {
            return None;
        };
        offer.insert("count".to_owned(), Value::Integer(count));
        if bonus > 0 {
            let (fund, cap) = giver(n)?;
            offer.insert("bonus_class".to_owned(), Value::String(letter(&words.bonus(*face))?));
            offer.insert("bonus_count".to_owned(), Value::Integer(bonus));
            offer.insert("bonus_fund".to_owned(), Value::String(fund));
            let sold = n.number("sale-cap").filter(|cap| *cap > 0).map(|cap| Money(cap * percent / 100));
            offer.insert("bonus_cap".to_owned(), Value::String(sold.unwrap_or(cap).to_string()));
        }
        Some(offer)
    };
    values.iter().find_map(offer).into_iter().collect()
}

/// The fund that pays the bonus, the first that gives, and what it gives: the bonus never takes more.
fn giver(n: &Notebook) -> Option<(String, Money)> {
    let Some(Answer::Funds(gifts)) = n.answer("funders") else { return None };
    let key = super::fund_keys(gifts).into_iter().next()?;
    Some((key, gifts.first()?.amount))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn portneuf_sells_thirty_dollars_for_twenty() {
        assert_eq!(pack(Money(5_00), 50), Some((4, 2)));
        assert_eq!(pack(Money(2_00), 50), Some((10, 5)));
        assert_eq!(pack(Money(5_00), 0), Some((4, 0)));
        assert_eq!(pack(Money(20_00), 100), Some((1, 1)));
        assert_eq!(pack(Money(5_00), 33), None, "a hundred coupons in a pack");
        assert_eq!(pack(Money(0), 50), None);
    }

    proptest! {
        #[test]
        fn a_pack_is_exact(face in 1i64..10_000, percent in 0i64..=200) {
            if let Some((count, bonus)) = pack(Money(face), percent) {
                prop_assert_eq!(count * percent, bonus * 100);
                prop_assert!(count * face >= PRICE && count + bonus <= MOST);
            }
        }
    }
}
