//! Funds: which one pays for a coupon, how much may still be promised against it, and what operations cost.

mod terms;
mod year;

use crate::amount::{Amount, Bps, Unit, allocate};
use crate::command::Outcome;
use crate::ids::{FundId, PartnerId};
use crate::ledger::{AccountId, AccountKind, Balance, Transfer, TransferKind};
use crate::refusal::Refusal;
use crate::world::{Step, World};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
pub use terms::{Arrival, Instalment, Lapse, Matching, Terms};
pub use year::{Period, YearStart};

/// How a territory decides which fund pays for a coupon that was not given a fund at allotment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FundPolicy {
    /// Only funds named at allotment; a coupon without one cannot be handed out.
    Designated,
    /// The first fund in the programme's order that still has room.
    #[default]
    OldestFirst,
    /// In proportion to the room each fund still has.
    ProRata,
}

/// One funder's money and its restriction.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Fund {
    /// Given out by the programme, in the order funds are used.
    pub id: FundId,
    /// Short name in files.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// Who gave the money.
    pub funder: String,
    /// The fund that receives what the public pays for coupons.
    #[serde(default)]
    pub is_sales: bool,
    /// What its funder and the programme agreed.
    #[serde(default, skip_serializing_if = "Terms::is_empty")]
    pub terms: Terms,
}

/// Money spent on the programme's operations.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Expense {
    /// Which fund pays.
    pub fund: FundId,
    /// How much, dollars.
    pub amount: Amount,
    /// On what, in a person's words.
    pub what: String,
    /// The invoice's, cheque's or transfer's number.
    pub reference: String,
    /// The day it left the bank.
    pub on: Date,
}

/// How much may still be promised against a fund: what it received (times the overcommitment factor that
/// the territory decided), less what was spent or set aside, less what is already promised. `left` went to another
/// fund or back to the funder: nothing more is promised against it.
pub fn headroom(fund: Balance, committed: Balance, left: i64, overcommitment: Bps) -> i64 {
    let allowed = overcommitment.of(fund.credits - left);
    allowed - (fund.debits - left) - (committed.credits - committed.debits)
}

/// Assigns `count` coupons costing `cost` each to funds, whole coupons only, by the decided policy.
/// `room` is each candidate fund's headroom, in the programme's order. The result covers all coupons or
/// none: `None` means that together the funds have no room for them.
pub fn charge(policy: FundPolicy, count: u64, cost: Amount, room: &[(FundId, i64)]) -> Option<Vec<(FundId, u64)>> {
    let cost = u64::try_from(cost.minor).ok().filter(|c| *c > 0)?;
    let capacity: Vec<u64> = room.iter().map(|(_, minor)| u64::try_from(*minor).unwrap_or(0) / cost).collect();
    if capacity.iter().sum::<u64>() < count {
        return None;
    }
    let shares = match policy {
        FundPolicy::Designated => return None,
        FundPolicy::OldestFirst => {
            let mut left = count;
            let mut take = |available: u64| {
                let taken = available.min(left);
                left -= taken;
                taken
            };
            capacity.iter().map(|c| take(*c)).collect()
        }
        FundPolicy::ProRata => allocate(count, &capacity),
    };
    Some(room.iter().map(|(fund, _)| *fund).zip(shares).filter(|(_, share)| *share > 0).collect())
}

/// Writes down that a funder's money arrived.
pub(crate) fn receive<W: World>(world: &mut W, fund: FundId, amount: Amount) -> Step<Outcome, W> {
    let known = world.book().fund(fund).ok_or(Refusal::UnknownFund { fund: fund.to_string() })?;
    if known.is_sales {
        return Err(Refusal::UnknownFund { fund: known.key.clone() }.into());
    }
    if world.book().closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    let bank = AccountId::of_fund(AccountKind::Bank, fund, Unit::CAD);
    let account = AccountId::of_fund(AccountKind::Fund, fund, Unit::CAD);
    let transfer = Transfer::new(TransferKind::Receive, bank, account, amount).map_err(Refusal::from)?;
    world.post(&[transfer])?;
    Ok(Outcome::Done)
}

/// Sets money aside in a fund for good-faith losses.
pub(crate) fn set_aside<W: World>(world: &mut W, fund: FundId, amount: Amount) -> Step<Outcome, W> {
    world.book().fund(fund).ok_or(Refusal::UnknownFund { fund: fund.to_string() })?;
    let account = AccountId::of_fund(AccountKind::Fund, fund, Unit::CAD);
    let reserve = AccountId::of_fund(AccountKind::Contingency, fund, Unit::CAD);
    let transfer = Transfer::new(TransferKind::SetAside, account, reserve, amount).map_err(Refusal::from)?;
    let available = unpromised(world, fund)?;
    if amount.minor > available {
        return Err(Refusal::InsufficientFunds { available, asked: amount.minor }.into());
    }
    world.post(&[transfer])?;
    Ok(Outcome::Done)
}

/// A condition of a fund that does not hold for what an organisation, or nobody, hands out on a day.
pub(crate) fn broken(fund: &Fund, partner: Option<PartnerId>, day: Date) -> Result<(), Refusal> {
    may_pay_on(fund, day)?;
    serves(fund, partner)
}

/// A fund pays only between its dates.
fn may_pay_on(fund: &Fund, day: Date) -> Result<(), Refusal> {
    let Terms { pays_from, pays_until, .. } = fund.terms;
    if fund.terms.may_pay_on(day) {
        return Ok(());
    }
    Err(Refusal::OutsideFundDates { fund: fund.id, day, from: pays_from, until: pays_until })
}

/// A fund pays only for the organisations that its funder named.
pub(crate) fn serves(fund: &Fund, partner: Option<PartnerId>) -> Result<(), Refusal> {
    if fund.terms.serves(partner) { Ok(()) } else { Err(Refusal::FundServesOthers { fund: fund.id }) }
}

/// Changes what was agreed about a fund. What was promised and spent before stays as it is.
pub(crate) fn change<W: World>(world: &mut W, fund: FundId, terms: &Terms) -> Step<Outcome, W> {
    terms.check(fund, world.book())?;
    let known = world.book().fund(fund).ok_or(Refusal::UnknownFund { fund: fund.to_string() })?;
    if known.terms == *terms {
        return Err(Refusal::Nothing.into());
    }
    world.change_fund(Fund { terms: terms.clone(), ..known.clone() })?;
    Ok(Outcome::Done)
}

/// Of the money that came into a fund, no more goes to operations than its funder lets.
fn check_share<W: World>(world: &mut W, fund: &Fund, amount: Amount) -> Step<(), W> {
    let account = |kind| AccountId::of_fund(kind, fund.id, Unit::CAD);
    let (received, spent) = (world.balance(account(AccountKind::Fund))?, world.balance(account(AccountKind::Operations))?);
    let Some(most) = fund.terms.most_for_operations(received.credits) else { return Ok(()) };
    let available = (most - spent.credits).max(0);
    if fund.terms.operations == Some(Bps(0)) {
        return Err(Refusal::FoodOnly { fund: fund.id }.into());
    }
    if amount.minor > available {
        return Err(Refusal::OverOperationsShare { fund: fund.id, available, asked: amount.minor }.into());
    }
    Ok(())
}

/// What a fund has and has not promised. An overcommitment lets it promise more than it has; nothing lets it
/// spend, move or set aside what it has already promised.
pub(crate) fn unpromised<W: World>(world: &mut W, fund: FundId) -> Step<i64, W> {
    let whole = Bps(world.book().rules.overcommitment.0.min(Bps::WHOLE.0));
    let received = world.balance(AccountId::of_fund(AccountKind::Fund, fund, Unit::CAD))?;
    let committed = world.balance(AccountId::of_fund(AccountKind::Committed, fund, Unit::CAD))?;
    let left = if whole == Bps::WHOLE { 0 } else { left_for_good(world, fund)? };
    Ok(headroom(received, committed, left, whole).max(0))
}

/// What left a fund for another or went back to its funder.
pub(crate) fn left_for_good<W: World>(world: &mut W, fund: FundId) -> Step<i64, W> {
    let moved = world.balance(AccountId::of_fund(AccountKind::MovedOut, fund, Unit::CAD))?;
    let given_back = world.balance(AccountId::of_fund(AccountKind::GivenBack, fund, Unit::CAD))?;
    Ok(moved.credits + given_back.credits)
}

/// Spends on operations.
pub(crate) fn spend_on_operations<W: World>(world: &mut W, expense: &Expense) -> Step<Outcome, W> {
    let (fund, amount) = (expense.fund, expense.amount);
    let book = world.book();
    if book.closed_at.is_some() {
        return Err(Refusal::SeasonClosed.into());
    }
    let known = book.fund(fund).ok_or(Refusal::UnknownFund { fund: fund.to_string() })?;
    if known.is_sales {
        // What buyers paid is owed to whoever has the coupons.
        return Err(Refusal::UnknownFund { fund: known.key.clone() }.into());
    }
    let known = known.clone();
    may_pay_on(&known, expense.on)?;
    let account = |kind| AccountId::of_fund(kind, fund, Unit::CAD);
    let [received, spent, bank] = [AccountKind::Fund, AccountKind::Operations, AccountKind::Bank].map(account);
    let transfer = |debit, credit| Transfer::new(TransferKind::Operate, debit, credit, amount).map_err(Refusal::from);
    let transfers = [transfer(received, spent)?, transfer(spent, bank)?];
    check_share(world, &known, amount)?;
    let available = unpromised(world, fund)?;
    if amount.minor > available {
        return Err(Refusal::InsufficientFunds { available, asked: amount.minor }.into());
    }
    world.post(&transfers)?;
    world.record_expense(expense)?;
    Ok(Outcome::Done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn headroom_counts_promises_and_spending() {
        let fund = Balance { credits: 100_000, debits: 30_000 };
        let committed = Balance { credits: 50_000, debits: 20_000 };
        assert_eq!(headroom(fund, committed, 0, Bps::WHOLE), 40_000);
        assert_eq!(headroom(fund, committed, 0, Bps(12_000)), 60_000);
        assert_eq!(headroom(fund, committed, 30_000, Bps(12_000)), 54_000, "what left is promised no more");
        assert_eq!(headroom(fund, committed, 30_000, Bps::WHOLE), 40_000);
    }

    #[test]
    fn oldest_first_empties_the_first_fund() {
        let room = [(FundId(1), 1200), (FundId(2), 5000)];
        let shares = charge(FundPolicy::OldestFirst, 5, Amount::cad(500), &room);
        assert_eq!(shares, Some(vec![(FundId(1), 2), (FundId(2), 3)]));
    }

    #[test]
    fn designated_never_guesses() {
        assert_eq!(charge(FundPolicy::Designated, 1, Amount::cad(500), &[(FundId(1), 5000)]), None);
    }

    proptest! {
        #[test]
        fn no_fund_pays_more_than_its_room(
            count in 1u64..2000,
            cost in 1i64..1000,
            room in prop::collection::vec(-500i64..500_000, 1..6),
            pro_rata in any::<bool>(),
        ) {
            let room: Vec<_> = (1..).map(FundId).zip(room).collect();
            let policy = if pro_rata { FundPolicy::ProRata } else { FundPolicy::OldestFirst };
            if let Some(shares) = charge(policy, count, Amount::cad(cost), &room) {
                prop_assert_eq!(shares.iter().map(|(_, n)| n).sum::<u64>(), count);
                for (fund, share) in shares {
                    let (_, available) = room.iter().find(|(f, _)| *f == fund).expect("a candidate");
                    prop_assert!(i64::try_from(share).expect("small") * cost <= *available);
                }
            } else {
                let capacity: i64 = room.iter().map(|(_, r)| r.max(&0) / cost).sum();
                prop_assert!(capacity < i64::try_from(count).expect("small"));
            }
        }
    }
}
