//! One command of the ledger, spelled out as an accountant writes it.

use super::{Account, Chart, words};
use domain::amount::Unit;
use domain::ids::FundId;
use domain::ledger::{AccountId, AccountKind, Transfer};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What one command did to the ledger.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The day, where the programme lives.
    pub date: Date,
    /// The command's number.
    pub seq: i64,
    /// What happened, in a person's words.
    pub description: String,
    /// Its transfers.
    pub transfers: Vec<Transfer>,
}

/// An amount debited to one account and credited to another. All transfers of an entry between the same
/// two accounts are one posting.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Posting {
    /// Account debited.
    pub debit: Account,
    /// Account credited; in the same unit.
    pub credit: Account,
    /// How much, minor units; positive.
    pub minor: i128,
    /// How many spent coupons it sums.
    pub coupons: u64,
}

impl Entry {
    /// The postings, in the order of their accounts. Empty when the entry has nothing but memo and the
    /// chart leaves memo out.
    pub fn postings(&self, chart: &Chart) -> Vec<Posting> {
        let mut sums: BTreeMap<(Account, Account), (i128, u64)> = BTreeMap::new();
        for transfer in &self.transfers {
            let minor = i128::from(transfer.amount().minor);
            for (debit, credit) in spell_out(transfer) {
                if chart.leaves_memo_out() && debit.is_memo() {
                    continue;
                }
                let (sum, coupons) = sums.entry((debit, credit)).or_default();
                *sum += minor;
                *coupons += u64::from(transfer.coupon().is_some());
            }
        }
        sums.into_iter().map(|((debit, credit), (minor, coupons))| Posting { debit, credit, minor, coupons }).collect()
    }

    /// The description on one line, with the number of coupons spent if there are any.
    pub fn title(&self) -> String {
        let description = words::one_line(&self.description);
        let count = self.transfers.iter().filter(|t| t.coupon().is_some()).count();
        match words::coupons(count as u64) {
            Some(coupons) => format!("{description} ({coupons})"),
            None => description,
        }
    }
}

/// The debits and credits that one transfer stands for, each of its whole amount. By its accounts and not
/// by its kind, so that a transfer the other way is the exact reversal.
fn spell_out(transfer: &Transfer) -> Vec<(Account, Account)> {
    let (debit, credit) = (transfer.debit(), transfer.credit());
    if let Some(pairs) = spending(debit, credit) {
        return pairs;
    }
    if let Some(pairs) = spending(credit, debit) {
        return pairs.into_iter().map(|(d, c)| (c, d)).collect();
    }
    vec![(Account::Internal(debit), Account::Internal(credit))]
}

/// What it means when a merchant, or somebody who works for the programme, is owed (`payable`) out of
/// `source`, if it is a use of funders' money. A sold coupon is not: its buyer's money only changes
/// creditor.
fn spending(source: AccountId, payable: AccountId) -> Option<Vec<(Account, Account)>> {
    let fund = source.fund();
    let internal = Account::Internal;
    if (source.kind(), payable.kind()) == (AccountKind::Fund, AccountKind::Operations) {
        return Some(recognised(Account::Operations(fund), internal(source), internal(payable), fund));
    }
    if payable.kind() != AccountKind::Payable {
        return None;
    }
    match source.kind() {
        AccountKind::Fund => Some(recognised(Account::Food(fund), internal(source), internal(payable), fund)),
        AccountKind::Contingency => Some(recognised(Account::GoodFaithLosses(fund), internal(source), internal(payable), fund)),
        AccountKind::UnitsOutstanding => {
            // In units, a memo. In dollars, at par: the food is bought today, and what covered the units is
            // no longer deferred but owed to the currency's issuer, in the same account until it is paid.
            let cover = internal(AccountId::of_fund(AccountKind::Cover, fund, Unit::CAD));
            let mut pairs = vec![(internal(source), internal(payable))];
            pairs.extend(recognised(Account::Food(fund), cover, cover, fund));
            Some(pairs)
        }
        _ => None,
    }
}

/// Expense against what is owed; and as much of the deferred contribution becomes revenue.
fn recognised(expense: Account, deferred: Account, owed: Account, fund: FundId) -> Vec<(Account, Account)> {
    vec![(expense, owed), (deferred, Account::ContributionsRecognised(fund))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::amount::Amount;
    use domain::ids::{BatchId, CouponId, VendorId};
    use domain::ledger::TransferKind;
    use jiff::civil::date;

    const FUND: FundId = FundId(1);
    const VENDOR: VendorId = VendorId(7);

    fn fund(kind: AccountKind) -> AccountId {
        AccountId::of_fund(kind, FUND, Unit::CAD)
    }

    fn payable(unit: Unit) -> AccountId {
        AccountId::of_vendor(AccountKind::Payable, FUND, VENDOR, unit)
    }

    fn postings(transfers: Vec<Transfer>) -> Vec<(String, String, i128, u64)> {
        let chart = Chart::new("Essai");
        let entry = Entry { date: date(2026, 7, 15), seq: 1, description: "Rachat".to_owned(), transfers };
        entry.postings(&chart).iter().map(|p| (p.debit.name(&chart), p.credit.name(&chart), p.minor, p.coupons)).collect()
    }

    fn line(debit: &str, credit: &str, minor: i128, coupons: u64) -> (String, String, i128, u64) {
        (debit.to_owned(), credit.to_owned(), minor, coupons)
    }

    fn transfer(kind: TransferKind, debit: AccountId, credit: AccountId, minor: i64) -> Transfer {
        Transfer::new(kind, debit, credit, Amount { minor, unit: debit.unit() }).expect("a transfer")
    }

    #[test]
    fn granted_coupons_are_an_expense_and_a_revenue() {
        let coupon = |number, minor| {
            transfer(TransferKind::Redeem, fund(AccountKind::Fund), payable(Unit::CAD), minor)
                .for_coupon(CouponId::new(BatchId(1), number))
        };
        let expected = [
            line("Liabilities:DeferredContributions:FND1", "Income:ContributionsRecognised:FND1", 1500, 2),
            line("Expenses:Food:FND1", "Liabilities:Payable:VND7:FND1", 1500, 2),
        ];
        assert_eq!(postings(vec![coupon(1, 500), coupon(2, 1000)]), expected);
    }

    #[test]
    fn operations_are_an_expense_paid_at_once() {
        let [held, owed, bank] = [AccountKind::Fund, AccountKind::Operations, AccountKind::Bank].map(fund);
        let spent = [transfer(TransferKind::Operate, held, owed, 700), transfer(TransferKind::Operate, owed, bank, 700)];
        let mut found = postings(spent.into());
        found.sort();
        let expected = [
            line("Expenses:Operations:FND1", "Liabilities:OperationsPayable:FND1", 700, 0),
            line("Liabilities:DeferredContributions:FND1", "Income:ContributionsRecognised:FND1", 700, 0),
            line("Liabilities:OperationsPayable:FND1", "Assets:Bank:FND1", 700, 0),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn sold_coupons_only_change_creditor() {
        let redeem = transfer(TransferKind::Redeem, fund(AccountKind::SoldOutstanding), payable(Unit::CAD), 500);
        assert_eq!(postings(vec![redeem]), [line("Liabilities:SoldCoupons:FND1", "Liabilities:Payable:VND7:FND1", 500, 0)]);
    }

    #[test]
    fn a_good_faith_loss_is_paid_by_the_contingency() {
        let paid = transfer(TransferKind::Compensate, fund(AccountKind::Contingency), payable(Unit::CAD), 500);
        let expected = [
            line("Liabilities:Contingency:FND1", "Income:ContributionsRecognised:FND1", 500, 0),
            line("Expenses:GoodFaithLosses:FND1", "Liabilities:Payable:VND7:FND1", 500, 0),
        ];
        assert_eq!(postings(vec![paid]), expected);
    }

    #[test]
    fn local_currency_is_a_memo_in_units_and_an_expense_in_dollars() {
        let unit = Unit(1);
        let outstanding = AccountId::of_fund(AccountKind::UnitsOutstanding, FUND, unit);
        let expected = [
            line("Liabilities:CurrencyCover:FND1", "Income:ContributionsRecognised:FND1", 500, 0),
            line("Equity:Memo:U-1:UnitsOutstanding:FND1", "Equity:Memo:U-1:Payable:VND7:FND1", 500, 0),
            line("Expenses:Food:FND1", "Liabilities:CurrencyCover:FND1", 500, 0),
        ];
        assert_eq!(postings(vec![transfer(TransferKind::Redeem, outstanding, payable(unit), 500)]), expected);
    }

    #[test]
    fn a_transfer_the_other_way_is_the_exact_reversal() {
        let there = transfer(TransferKind::Redeem, fund(AccountKind::Fund), payable(Unit::CAD), 500);
        let back = transfer(TransferKind::Redeem, payable(Unit::CAD), fund(AccountKind::Fund), 500);
        let reversed: Vec<_> = spell_out(&there).into_iter().map(|(d, c)| (c, d)).collect();
        assert_eq!(spell_out(&back), reversed);
    }

    #[test]
    fn memo_can_be_left_out() {
        let promise = transfer(TransferKind::Commit, fund(AccountKind::CommittedOffset), fund(AccountKind::Committed), 500);
        let entry = Entry { date: date(2026, 7, 15), seq: 1, description: String::new(), transfers: vec![promise] };
        assert_eq!(entry.postings(&Chart::new("Essai")).len(), 1);
        assert!(entry.postings(&Chart::new("Essai").without_memo()).is_empty());
    }
}
