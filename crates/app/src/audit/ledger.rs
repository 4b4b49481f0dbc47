//! The ledger: its rows against its totals, the log, and what is owed for coupons.

use super::Findings;
use crate::command::Cx;
use crate::world::Error;
use domain::coupon::{Funding, State};
use domain::ledger::{AccountId, AccountKind, Balance, TransferKind};
use domain::memory::Memory;
use domain::programme::Book;
use domain::proof::{check_balances, check_cover};
use std::collections::BTreeMap;

/// What the ledger's rows say.
#[derive(Default)]
pub(super) struct Spent {
    pub(super) rows: u64,
    pub(super) by_coupon: Vec<(i64, i64)>,
    accounts: BTreeMap<AccountId, Balance>,
    payable_in: i64,
    /// Of the sold coupons: what was paid for them, spent of them, and paid back.
    sold: i64,
    sold_used: i64,
    refunded: i64,
}

pub(super) fn check_transfers(cx: &mut Cx<'_, '_>, findings: &mut Findings) -> Result<Spent, Error> {
    let mut spent = Spent::default();
    cx.tx.each_transfer(cx.programme, |row| {
        spent.rows += 1;
        findings.expect(row.minor > 0, "transfer", || format!("command {}: {}", row.seq, row.minor));
        findings.expect(row.debit.unit() == row.credit.unit(), "transfer", || format!("command {}: two units", row.seq));
        spent.accounts.entry(row.debit).or_default().debits += row.minor;
        spent.accounts.entry(row.credit).or_default().credits += row.minor;
        if let (TransferKind::Redeem, Some(coupon)) = (row.kind, row.coupon) {
            spent.by_coupon.push((coupon.0, row.seq));
            spent.payable_in += row.minor;
        }
        match row.kind {
            TransferKind::Sell => spent.sold += row.minor,
            TransferKind::Refund => spent.refunded += row.minor,
            TransferKind::Redeem if row.debit.kind() == AccountKind::SoldOutstanding => spent.sold_used += row.minor,
            _ => {}
        }
        Ok(())
    })?;
    spent.by_coupon.sort_unstable();
    for pair in spent.by_coupon.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        findings.add("redeemed_twice", || {
            format!("coupon {}: commands {} and {}", domain::ids::CouponId(pair[0].0), pair[0].1, pair[1].1)
        });
    }
    Ok(spent)
}

pub(super) fn check_accounts(cx: &mut Cx<'_, '_>, memory: &Memory, spent: &Spent, findings: &mut Findings) -> Result<(), Error> {
    let stored = cx.tx.accounts(cx.programme)?;
    let all: std::collections::BTreeSet<_> = stored.keys().chain(spent.accounts.keys()).chain(memory.accounts.keys()).collect();
    for id in all {
        let (table, rows, log) = (stored.get(id), spent.accounts.get(id), memory.accounts.get(id));
        findings.expect(table == rows, "balance_is_sum", || format!("{id}: table {table:?}, entries {rows:?}"));
        findings.expect(table == log, "account_replays", || format!("{id}: table {table:?}, log {log:?}"));
    }
    for finding in check_balances(&stored).into_iter().chain(check_cover(&stored)) {
        findings.add(finding.check, || finding.detail);
    }
    // What is spent on operations is paid at once, and each fund's sum is its expenses.
    let mut operations: BTreeMap<AccountId, i64> = BTreeMap::new();
    for expense in memory.expenses.values() {
        let account = AccountId::of_fund(AccountKind::Operations, expense.fund, domain::amount::Unit::CAD);
        *operations.entry(account).or_default() += expense.amount.minor;
    }
    for (id, balance) in stored.iter().filter(|(id, _)| id.kind() == AccountKind::Operations) {
        let expected = operations.remove(id).unwrap_or(0);
        findings.expect(*balance == Balance { debits: expected, credits: expected }, "expenses_are_paid", || {
            format!("{id}: {balance:?}, expenses {expected}")
        });
    }
    findings.expect(operations.is_empty(), "expenses_are_paid", || format!("no account: {operations:?}"));
    findings.expect(memory.transfers == spent.rows, "transfer_replays", || {
        format!("{} rows, {} by the log", spent.rows, memory.transfers)
    });
    // What was ever owed for coupons is what redemptions and disputes say.
    let by_redemptions: i64 = memory.redemptions.values().map(|r| r.amount_cents).sum();
    let cad: i64 = spent
        .accounts
        .iter()
        .filter(|(id, _)| id.unit() == domain::amount::Unit::CAD && id.kind() == AccountKind::Payable)
        .map(|(_, b)| b.of(AccountKind::Payable))
        .sum();
    let paid: i64 = memory
        .payments
        .values()
        .filter(|p| p.unit == domain::amount::Unit::CAD)
        .filter(|p| !matches!(p.state, domain::settlement::PaymentState::Returned | domain::settlement::PaymentState::Cancelled))
        .map(|p| p.amount().minor)
        .sum();
    let compensated: i64 = memory
        .disputes
        .values()
        .filter(|d| matches!(d.decision, Some(domain::dispute::Decision::Pay { .. })))
        .map(|d| d.amount.minor)
        .sum();
    findings.expect(cad == by_redemptions + compensated - paid, "payables_equal_unpaid", || {
        format!("payable {cad}, redeemed {by_redemptions}, compensated {compensated}, gathered {paid}")
    });
    Ok(())
}

/// Sold coupons outstanding are the sold coupons not spent; commitments are the given ones not spent.
pub(super) fn check_sold(memory: &Memory, book: &Book, findings: &mut Findings) {
    let mut expected: BTreeMap<AccountId, i64> = BTreeMap::new();
    for coupon in memory.all_coupons().filter(|c| c.state == State::HandedOut) {
        let (Some(class), Some(fund)) = (book.class(coupon.class), coupon.fund) else { continue };
        let kind = match (class.funding, class.face.unit == domain::amount::Unit::CAD) {
            (Funding::Sold, _) => AccountKind::SoldOutstanding,
            (Funding::Granted, true) => AccountKind::Committed,
            (Funding::Granted, false) => AccountKind::UnitsOutstanding,
        };
        *expected.entry(AccountId::of_fund(kind, fund, class.face.unit)).or_default() += class.face.minor;
    }
    let kinds = [AccountKind::SoldOutstanding, AccountKind::Committed, AccountKind::UnitsOutstanding];
    for (id, balance) in memory.accounts.iter().filter(|(id, _)| kinds.contains(&id.kind())) {
        let coupons = expected.remove(id).unwrap_or(0);
        let account = balance.of(id.kind());
        findings
            .expect(coupons == account, "outstanding_equals_coupons", || format!("{id}: account {account}, coupons {coupons}"));
    }
    for (id, coupons) in expected.into_iter().filter(|(_, minor)| *minor != 0) {
        findings.add("outstanding_equals_coupons", || format!("{id}: no account, coupons {coupons}"));
    }
}

/// What is owed to buyers is what was sold, less what was spent and what was paid back; and what was paid
/// back is what came back.
pub(super) fn check_sales(memory: &Memory, book: &Book, spent: &Spent, findings: &mut Findings) {
    let Some(sales) = book.sales_fund().map(|f| f.id) else { return };
    let face = |state: State| -> i64 {
        let theirs = memory.all_coupons().filter(|c| c.state == state && c.fund == Some(sales));
        theirs.filter_map(|c| book.class(c.class)).filter(|c| c.funding == Funding::Sold).map(|c| c.face.minor).sum()
    };
    let (out, back) = (face(State::HandedOut), face(State::Returned));
    findings.expect(spent.sold - spent.sold_used - spent.refunded == out, "sold_equation", || {
        format!("sold {}, spent {}, paid back {}, coupons out {out}", spent.sold, spent.sold_used, spent.refunded)
    });
    findings.expect(spent.refunded == back, "refunds_equal_coupons", || {
        format!("paid back {}, coupons that came back {back}", spent.refunded)
    });
}
