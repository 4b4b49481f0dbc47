//! Offers: what a territory sells to the public, decided once. A pack at 20 $ is four coupons of 5 $ and a
//! bonus of two; a firm's package at 500 $ is 250 $ of coupons, and the rest is shared between funds.

use crate::amount::{Amount, Unit, allocate};
use crate::command::Outcome;
use crate::coupon::{Class, Coupon, Funding, State};
use crate::coupon_set::CouponSet;
use crate::fund::Fund;
use crate::handout::{Charged, charge, existing, give};
use crate::ids::{ClassId, FundId, OfferId, OrderId};
use crate::ledger::{AccountId, AccountKind, Transfer, TransferKind};
use crate::order::{self, OrderState};
use crate::programme::Book;
use crate::refusal::{MOST_MINOR, Refusal};
use crate::stock::{illegal, not_ended};
use crate::world::{Step, World};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The most packs of one sale.
pub const MOST_PACKS: u32 = 1_000;
/// The most coupons in one pack.
pub const MOST_IN_PACK: u32 = 1_000;
/// The most letters of a reference.
pub const MOST_REFERENCE: usize = 120;

/// Given coupons added to those sold.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Bonus {
    /// Their class.
    pub class: ClassId,
    /// How many in a pack.
    pub count: u32,
    /// Which fund pays for them.
    pub fund: FundId,
    /// The most that this fund pays for all the packs of this offer, cents.
    pub cap_cents: i64,
}

/// A fund that receives a part of the price.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Share {
    /// Which.
    pub fund: FundId,
    /// How many parts of what is shared.
    pub parts: u32,
}

/// Something that the public or a firm can buy.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Offer {
    /// Given out by the programme.
    pub id: OfferId,
    /// Short name in files.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// The price of a pack, dollars.
    pub price: Amount,
    /// The class of the coupons sold.
    pub class: ClassId,
    /// How many in a pack.
    pub count: u32,
    /// What is added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bonus: Option<Bonus>,
    /// Who shares what the coupons sold leave of the price.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
}

impl Offer {
    /// A firm's package rather than a pack for everybody: a part of the price is support.
    pub const fn is_sponsorship(&self) -> bool {
        !self.shares.is_empty()
    }

    /// What a pack's coupons sold are worth.
    pub fn sold_cents(&self, book: &Book) -> i64 {
        worth(&book.classes, self.class, self.count)
    }

    /// What a pack's bonus is worth.
    pub fn bonus_cents(&self, book: &Book) -> i64 {
        self.bonus.as_ref().map_or(0, |bonus| worth(&book.classes, bonus.class, bonus.count))
    }

    /// What each fund receives of one pack, in the offer's order: exactly what the coupons sold leave of the price.
    /// Shared pack by pack, so that ten sales of one are one sale of ten.
    pub fn shared(&self, sold_cents: i64) -> Vec<(FundId, i64)> {
        let rest = u64::try_from(self.price.minor - sold_cents).unwrap_or(0);
        let parts: Vec<u64> = self.shares.iter().map(|share| u64::from(share.parts)).collect();
        let each = allocate(rest, &parts).into_iter().map(|cents| i64::try_from(cents).unwrap_or(i64::MAX));
        self.shares.iter().map(|share| share.fund).zip(each).collect()
    }

    /// What a book knows of it: classes and funds that exist and can do this, and a price that adds up.
    pub fn check(&self, classes: &[Class], funds: &[Fund]) -> Result<(), Refusal> {
        let class = |id: ClassId| numbered(classes, id.into()).ok_or(Refusal::UnknownClass { class: id.to_string() });
        let giver = |id: FundId| match numbered(funds, id.into()) {
            Some(fund) if !fund.is_sales => Ok(()),
            Some(fund) => Err(Refusal::UnknownFund { fund: fund.key.clone() }),
            None => Err(Refusal::UnknownFund { fund: id.to_string() }),
        };
        if !funds.iter().any(|fund| fund.is_sales) {
            return Err(Refusal::NoSalesFund);
        }
        let sold = class(self.class)?;
        if sold.funding != Funding::Sold {
            return Err(Refusal::BadRule { rule: "class".to_owned(), written: sold.letter.to_string() });
        }
        let most = MOST_MINOR / i64::from(MOST_PACKS);
        if self.price.unit != Unit::CAD || !(1..=most).contains(&self.price.minor) {
            return Err(Refusal::WrongAmount { asked: self.price.minor, least: 1, most });
        }
        let counts = [Some(self.count), self.bonus.as_ref().map(|b| b.count)];
        if let Some(count) = counts.into_iter().flatten().find(|count| !(1..=MOST_IN_PACK).contains(count)) {
            return Err(Refusal::BadRule { rule: "count".to_owned(), written: count.to_string() });
        }
        if let Some(bonus) = &self.bonus {
            let given = class(bonus.class)?;
            if given.funding != Funding::Granted || given.face.unit != Unit::CAD {
                return Err(Refusal::BadRule { rule: "bonus_class".to_owned(), written: given.letter.to_string() });
            }
            giver(bonus.fund)?;
            if !(0..=MOST_MINOR).contains(&bonus.cap_cents) {
                return Err(Refusal::WrongAmount { asked: bonus.cap_cents, least: 0, most: MOST_MINOR });
            }
        }
        for share in &self.shares {
            giver(share.fund)?;
            if !(1..=10_000).contains(&share.parts) {
                return Err(Refusal::BadRule { rule: "parts".to_owned(), written: share.parts.to_string() });
            }
        }
        // Every part must be a whole cent or more: the smallest price with shares leaves at least one cent for each.
        let worth = worth(classes, self.class, self.count);
        let rest = self.price.minor - worth;
        let adds_up = if self.is_sponsorship() { self.shared(worth).iter().all(|(_, c)| *c > 0) } else { rest == 0 };
        if rest < 0 || !adds_up {
            return Err(Refusal::UnevenOffer { price: self.price.minor, worth });
        }
        Ok(())
    }
}

/// The item of a number given out in order.
fn numbered<T>(list: &[T], number: i64) -> Option<&T> {
    list.get(usize::try_from(number).ok()?.checked_sub(1)?)
}

/// What so many coupons of a class are worth, cents.
fn worth(classes: &[Class], class: ClassId, count: u32) -> i64 {
    numbered(classes, class.into()).map_or(0, |c| c.face.minor.saturating_mul(i64::from(count)))
}

/// A sale of packs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SellOffer {
    /// Which offer.
    pub offer: OfferId,
    /// How many packs.
    pub packs: u32,
    /// The coupons that leave; none named: the stock's lowest numbers.
    #[serde(default, skip_serializing_if = "CouponSet::is_empty")]
    pub coupons: CouponSet,
    /// The receipt's or the campaign's reference.
    pub reference: String,
    /// The order that this pays for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
}

/// A sale as it is remembered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sale {
    /// The command that recorded it: the receipt's number.
    pub seq: i64,
    /// What was sold.
    pub offer: OfferId,
    /// How many packs.
    pub packs: u32,
    /// What was paid, cents.
    pub paid_cents: i64,
    /// What was paid for coupons; the rest went to funds, cents.
    pub sold_cents: i64,
    /// What was added, cents.
    pub bonus_cents: i64,
    /// Which coupons left.
    pub coupons: CouponSet,
    /// The receipt's or the campaign's reference.
    pub reference: String,
    /// The order that it paid for.
    pub order: Option<OrderId>,
}

/// A reference that says something, and not too much.
pub(crate) fn check_reference(reference: &str) -> Result<(), Refusal> {
    if reference.trim().is_empty() || reference.chars().count() > MOST_REFERENCE {
        return Err(Refusal::ReferenceNeeded);
    }
    Ok(())
}

/// How many packs, within what one sale may be.
pub(crate) fn check_packs(packs: u32) -> Result<(), Refusal> {
    match packs {
        0 => Err(Refusal::Nothing),
        1..=MOST_PACKS => Ok(()),
        _ => Err(Refusal::TooMany { limit: u64::from(MOST_PACKS) }),
    }
}

/// What the fund of a bonus may still pay for an offer, when `spent` was paid already.
pub(crate) fn check_cap(bonus: &Bonus, spent: i64, asked: i64) -> Result<(), Refusal> {
    let available = (bonus.cap_cents - spent).max(0);
    if asked > available { Err(Refusal::OverOfferCap { available, asked }) } else { Ok(()) }
}

/// Applies a sale of packs: the price, the coupons and the bonus are those of the offer, to the cent.
pub(crate) fn sell<W: World>(world: &mut W, request: &SellOffer, recorded_at: Timestamp) -> Step<Outcome, W> {
    let book = world.book().clone();
    if book.closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    let offer = book.offer(request.offer).ok_or(Refusal::UnknownOffer { offer: request.offer.to_string() })?;
    let sales = book.sales_fund().ok_or(Refusal::NoSalesFund)?.id;
    check_packs(request.packs)?;
    check_reference(&request.reference)?;
    let order = match request.order {
        None => None,
        Some(id) => {
            let order = order::expect(world, id, OrderState::Placed)?;
            if (order.offer, order.packs) != (request.offer, request.packs) {
                return Err(Refusal::UnknownOrder { order: id.to_string() }.into());
            }
            Some(order)
        }
    };
    let coupons = chosen(world, offer, request)?;
    let numbers: CouponSet = coupons.iter().map(|coupon| coupon.id).collect();
    let today = book.day_of(recorded_at);
    let mut leaving: Vec<Charged> = Vec::with_capacity(coupons.len());
    for coupon in coupons {
        if !matches!(coupon.state, State::InStock | State::WithPartner) {
            return Err(illegal(&coupon, State::HandedOut).into());
        }
        let class = book.class(coupon.class).ok_or(Refusal::UnknownClass { class: coupon.class.to_string() })?;
        not_ended(class, today)?;
        let fund = if class.funding == Funding::Sold { Some(sales) } else { offer.bonus.as_ref().map(|b| b.fund) };
        leaving.push((coupon, class.clone(), fund.ok_or_else(|| other(Some(class), 1, 0))?));
    }
    let times = i64::from(request.packs);
    let (sold_cents, bonus_cents) = (offer.sold_cents(&book) * times, offer.bonus_cents(&book) * times);
    if let Some(bonus) = &offer.bonus {
        let spent = world.offer_bonus(offer.id)?;
        check_cap(bonus, spent, bonus_cents)?;
        // The offer names the fund, so that it is asked all that any hand-out asks of it.
        let given = leaving.iter().filter(|(coupon, ..)| coupon.class == bonus.class);
        let named: Vec<Coupon> = given.map(|(coupon, ..)| Coupon { fund: Some(bonus.fund), ..*coupon }).collect();
        charge(world, &named, None, today)?;
    }
    let paid = offer.price.times(u64::from(request.packs)).map_err(Refusal::from)?;
    let transfers = received(offer, sales, offer.sold_cents(&book), times)?;
    let sale = Sale {
        seq: world.seq(),
        offer: offer.id,
        packs: request.packs,
        paid_cents: paid.minor,
        sold_cents,
        bonus_cents,
        coupons: numbers.clone(),
        reference: request.reference.clone(),
        order: request.order,
    };
    let count = leaving.len() as u64;
    give(world, &leaving, None)?;
    world.post(&transfers)?;
    world.record_sale(&sale)?;
    if let Some(mut order) = order {
        order.state = OrderState::Paid;
        order.sale = Some(sale.seq);
        world.update_order(&order)?;
    }
    Ok(Outcome::Moved { count, coupons: numbers, amount: paid })
}

/// Where the price goes: what the coupons cost is owed to whoever has them, the rest is the funds'.
fn received(offer: &Offer, sales: FundId, sold_cents: i64, times: i64) -> Result<Vec<Transfer>, Refusal> {
    let transfer = |kind, fund, account, minor: i64| {
        let bank = AccountId::of_fund(AccountKind::Bank, fund, Unit::CAD);
        Transfer::new(kind, bank, AccountId::of_fund(account, fund, Unit::CAD), Amount::cad(minor)).map_err(Refusal::from)
    };
    let mut transfers = vec![transfer(TransferKind::Sell, sales, AccountKind::SoldOutstanding, sold_cents * times)?];
    for (fund, cents) in offer.shared(sold_cents) {
        transfers.push(transfer(TransferKind::Receive, fund, AccountKind::Fund, cents * times)?);
    }
    Ok(transfers)
}

/// The coupons of a sale: those named, which must be exactly what the packs hold, or the stock's lowest.
fn chosen<W: World>(world: &mut W, offer: &Offer, request: &SellOffer) -> Step<Vec<Coupon>, W> {
    let wanted = |count: u32| u64::from(count) * u64::from(request.packs);
    let mut parts = vec![(offer.class, wanted(offer.count))];
    if let Some(bonus) = &offer.bonus {
        parts.push((bonus.class, wanted(bonus.count)));
    }
    if request.coupons.is_empty() {
        let mut lowest = Vec::new();
        for (class, asked) in parts {
            let found = world.stock(class, asked)?;
            if found.len() < asked {
                return Err(short(world.book().class(class), found.len(), asked).into());
            }
            lowest.extend(found.ranges().iter().copied());
        }
        return existing(world, &lowest.into_iter().collect());
    }
    let coupons = existing(world, &request.coupons)?;
    let has = |class: ClassId| coupons.iter().filter(|c| c.class == class).count() as u64;
    for (class, asked) in &parts {
        let found = has(*class);
        if found != *asked {
            return Err(other(world.book().class(*class), found, *asked).into());
        }
    }
    if let Some(stray) = coupons.iter().find(|c| !parts.iter().any(|(class, _)| *class == c.class)) {
        return Err(other(world.book().class(stray.class), has(stray.class), 0).into());
    }
    Ok(coupons)
}

fn letter(class: Option<&Class>) -> char {
    class.map_or('?', |c| c.letter)
}

/// The stock does not hold what the packs need.
fn short(class: Option<&Class>, available: u64, asked: u64) -> Refusal {
    Refusal::ShortStock { letter: letter(class), available, asked }
}

/// The coupons named are not what the packs hold.
fn other(class: Option<&Class>, found: u64, asked: u64) -> Refusal {
    Refusal::WrongPack { letter: letter(class), found, asked }
}

#[cfg(test)]
pub(crate) mod played;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn package(price: i64, parts: &[u32]) -> Offer {
        Offer {
            id: OfferId(1),
            key: "forfait".into(),
            name: "Forfait".into(),
            price: Amount::cad(price),
            class: ClassId(2),
            count: 1,
            bonus: None,
            shares: (1..).map(FundId).zip(parts).map(|(fund, parts)| Share { fund, parts: *parts }).collect(),
        }
    }

    #[test]
    fn the_package_of_amos_is_split_as_published() {
        // 500 $: half back in coupons, a quarter for health professionals, a quarter to run the market.
        assert_eq!(package(50_000, &[25, 25]).shared(25_000), [(FundId(1), 12_500), (FundId(2), 12_500)]);
        assert_eq!(package(100_000, &[1, 1]).shared(50_000), [(FundId(1), 25_000), (FundId(2), 25_000)]);
        // A price with an odd cent: the first has it.
        assert_eq!(package(50_001, &[25, 25]).shared(25_000), [(FundId(1), 12_501), (FundId(2), 12_500)]);
    }

    proptest! {
        #[test]
        fn a_price_is_split_to_the_cent(
            sold in 0i64..1_000_000,
            rest in 0i64..1_000_000,
            parts in prop::collection::vec(1u32..10_000, 1..6),
        ) {
            let shares = package(sold + rest, &parts).shared(sold);
            prop_assert_eq!(shares.iter().map(|(_, c)| c).sum::<i64>(), rest);
            prop_assert!(shares.iter().all(|(_, c)| *c >= 0));
        }

        #[test]
        fn many_small_sales_are_one_large_one(
            rest in 1i64..1_000_000,
            parts in prop::collection::vec(1u32..10_000, 1..6),
            cuts in prop::collection::vec(1i64..50, 1..8),
        ) {
            let offer = package(500 + rest, &parts);
            let of = |packs: i64| received(&offer, FundId(9), 500, packs).expect("small").iter().map(|t| t.amount().minor).collect::<Vec<_>>();
            let mut apart = vec![0; parts.len() + 1];
            for packs in &cuts {
                for (sum, minor) in apart.iter_mut().zip(of(*packs)) {
                    *sum += minor;
                }
            }
            // A share of nothing is no transfer that could be written: such an offer is refused when it is registered.
            prop_assume!(offer.shared(500).iter().all(|(_, c)| *c > 0));
            prop_assert_eq!(apart, of(cuts.iter().sum()));
        }

        #[test]
        fn a_cap_is_never_passed_in_any_order(
            cap in 0i64..100_000,
            mut asked in prop::collection::vec(1i64..20_000, 1..20),
        ) {
            let bonus = Bonus { class: ClassId(1), count: 2, fund: FundId(1), cap_cents: cap };
            for _ in 0..2 {
                let mut spent = 0;
                for one in &asked {
                    match check_cap(&bonus, spent, *one) {
                        Ok(()) => spent += one,
                        Err(Refusal::OverOfferCap { available, asked }) => {
                            prop_assert!(available >= 0 && asked > available && available == cap - spent);
                        }
                        Err(other) => prop_assert!(false, "{:?}", other),
                    }
                    prop_assert!((0..=cap).contains(&spent));
                }
                asked.reverse();
            }
        }
    }
}
