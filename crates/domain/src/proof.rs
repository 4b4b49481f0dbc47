//! The proof: what must be true of a programme's books, said once, checked against any world's figures.

use crate::coupon::State;
use crate::ledger::{AccountId, AccountKind, Balance};
use serde::Serialize;
use std::collections::BTreeMap;

/// Something that is not as it must be.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Finding {
    /// Which check, a stable name.
    pub check: &'static str,
    /// Where and what, for the person who will look.
    pub detail: String,
}

impl Finding {
    /// A finding.
    pub fn new(check: &'static str, detail: impl Into<String>) -> Self {
        Self { check, detail: detail.into() }
    }
}

/// Coupons counted and valued by state: the disposition equation of one total, batch, class,
/// organisation, merchant, place or fund.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Disposition {
    /// Everything printed: count.
    pub printed: u64,
    /// Everything printed: value, cents of face.
    pub printed_minor: i64,
    /// By state: count and value.
    pub by_state: BTreeMap<&'static str, (u64, i64)>,
}

impl Disposition {
    /// Adds coupons of a state.
    pub fn add(&mut self, state: State, count: u64, minor: i64) {
        let slot = self.by_state.entry(state.key()).or_default();
        slot.0 += count;
        slot.1 += minor;
    }

    /// Whether what was printed is all accounted for, by count and by value.
    pub fn holds(&self) -> bool {
        let (count, minor) = self.by_state.values().fold((0, 0), |(c, m), (count, minor)| (c + count, m + minor));
        count == self.printed && minor == self.printed_minor
    }
}

/// Checks that need only account totals: the ledger sums to zero in each unit, no liability is
/// overdrawn, memo pairs agree, and each fund's bank money equals what it owes and holds.
pub fn check_balances(accounts: &BTreeMap<AccountId, Balance>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut by_unit: BTreeMap<u8, i64> = BTreeMap::new();
    let mut by_fund: BTreeMap<u32, (i64, i64)> = BTreeMap::new();
    let mut memo: BTreeMap<(u32, u8, bool), i64> = BTreeMap::new();
    for (id, balance) in accounts {
        let value = balance.of(id.kind());
        *by_unit.entry(id.unit().0).or_default() += balance.debits - balance.credits;
        if value < 0 && id.kind() != AccountKind::Bank && id.kind() != AccountKind::Fund {
            findings.push(Finding::new("overdrawn", format!("{id}: {value}")));
        }
        let fund = id.fund().0;
        match id.kind() {
            AccountKind::Bank | AccountKind::AtMarket => by_fund.entry(fund).or_default().0 += value,
            AccountKind::Committed => *memo.entry((fund, id.unit().0, false)).or_default() += value,
            AccountKind::CommittedOffset => *memo.entry((fund, id.unit().0, false)).or_default() -= value,
            kind if kind.is_memo() || id.unit().0 != 0 => {}
            _ => by_fund.entry(fund).or_default().1 += value,
        }
    }
    // What a market holds is still owed to its merchant.
    for (id, balance) in accounts.iter().filter(|(id, _)| id.kind() == AccountKind::AtMarket) {
        let held = balance.of(AccountKind::AtMarket);
        let owed = id.vendor().map(|vendor| AccountId::of_vendor(AccountKind::InTransit, id.fund(), vendor, id.unit()));
        let owed = owed.and_then(|owed| accounts.get(&owed)).map_or(0, |balance| balance.of(AccountKind::InTransit));
        if held > owed {
            findings.push(Finding::new("at_market_is_owed", format!("{id}: {held} held, {owed} owed")));
        }
    }
    for (unit, sum) in by_unit.into_iter().filter(|(_, sum)| *sum != 0) {
        findings.push(Finding::new("ledger_sums_to_zero", format!("unit {unit}: {sum}")));
    }
    for (fund, (bank, owed)) in by_fund.into_iter().filter(|(_, (bank, owed))| bank != owed) {
        findings.push(Finding::new("bank_equals_liabilities", format!("fund {fund}: bank {bank}, owed and held {owed}")));
    }
    for ((fund, unit, _), gap) in memo.into_iter().filter(|(_, gap)| *gap != 0) {
        findings.push(Finding::new("memo_pair", format!("fund {fund}, unit {unit}: {gap}")));
    }
    findings
}

/// Local currency in households' and merchants' hands must be covered by dollars, at par.
pub fn check_cover(accounts: &BTreeMap<AccountId, Balance>) -> Vec<Finding> {
    let mut outstanding: BTreeMap<u32, i64> = BTreeMap::new();
    let mut cover: BTreeMap<u32, i64> = BTreeMap::new();
    for (id, balance) in accounts {
        let value = balance.of(id.kind());
        match id.kind() {
            AccountKind::Cover => *cover.entry(id.fund().0).or_default() += value,
            AccountKind::UnitsOutstanding => *outstanding.entry(id.fund().0).or_default() += value,
            AccountKind::Payable | AccountKind::Claimed | AccountKind::InTransit if id.unit().0 != 0 => {
                *outstanding.entry(id.fund().0).or_default() += value;
            }
            _ => {}
        }
    }
    outstanding
        .into_iter()
        .filter_map(|(fund, units)| {
            let dollars = cover.get(&fund).copied().unwrap_or(0);
            (dollars < units).then(|| Finding::new("cover", format!("fund {fund}: {units} outstanding, {dollars} covered")))
        })
        .collect()
}
