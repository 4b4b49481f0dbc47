//! The ledger: transfers appended, account totals kept in memory during a group and written once.

use crate::Dialect;
use crate::fault::Fault;
use crate::row::Arg;
use crate::tx::Tx;
use crate::world::SqlWorld;
use domain::ids::{CouponId, ProgrammeId};
use domain::ledger::{AccountId, AccountKind, Balance, Transfer};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Writes transfers and changes their accounts' totals.
pub(crate) fn post(world: &mut SqlWorld<'_, '_>, transfers: &[Transfer]) -> Result<(), Fault> {
    if transfers.is_empty() {
        return Ok(());
    }
    let first_leg = world.transfer_leg + 1;
    world.transfer_leg += i64::try_from(transfers.len()).unwrap_or(i64::MAX);
    match world.tx.dialect() {
        Dialect::Sqlite => insert_each(world, transfers, first_leg)?,
        Dialect::Postgres => insert_together(world, transfers, first_leg)?,
    }
    for transfer in transfers {
        let minor = transfer.amount().minor;
        add(&mut world.tx.touch(world.programme, transfer.debit())?.debits, minor)?;
        add(&mut world.tx.touch(world.programme, transfer.credit())?.credits, minor)?;
    }
    Ok(())
}

/// A total that no longer fits undoes everything rather than be wrong.
fn add(total: &mut i64, minor: i64) -> Result<(), Fault> {
    *total = total.checked_add(minor).ok_or_else(|| Fault::Inconsistent("an account's total is out of range".to_owned()))?;
    Ok(())
}

fn insert_each(world: &mut SqlWorld<'_, '_>, transfers: &[Transfer], first_leg: i64) -> Result<(), Fault> {
    for (leg, transfer) in (first_leg..).zip(transfers) {
        world.tx.run(
            "INSERT INTO transfer (programme, seq, leg, kind, debit, credit, amount, coupon) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &[
                world.programme.into(),
                world.seq.into(),
                leg.into(),
                (transfer.kind() as i64).into(),
                transfer.debit().as_i64().into(),
                transfer.credit().as_i64().into(),
                transfer.amount().minor.into(),
                Arg::OptI(transfer.coupon().map(|c| c.0)),
            ],
        )?;
    }
    Ok(())
}

fn insert_together(world: &mut SqlWorld<'_, '_>, transfers: &[Transfer], first_leg: i64) -> Result<(), Fault> {
    let column = |of: fn(&Transfer) -> i64| transfers.iter().map(of).collect::<Vec<i64>>();
    let legs: Vec<i64> = (first_leg..).take(transfers.len()).collect();
    world
        .tx
        .run(
            "INSERT INTO transfer (programme, seq, leg, kind, debit, credit, amount, coupon)
             SELECT $1, $2, leg, kind, debit, credit, amount, NULLIF(coupon, 0)
             FROM UNNEST($3, $4, $5, $6, $7, $8) AS t (leg, kind, debit, credit, amount, coupon)",
            &[
                world.programme.into(),
                world.seq.into(),
                Arg::Is(&legs),
                Arg::Is(&column(|t| t.kind() as i64)),
                Arg::Is(&column(|t| t.debit().as_i64())),
                Arg::Is(&column(|t| t.credit().as_i64())),
                Arg::Is(&column(|t| t.amount().minor)),
                Arg::Is(&column(|t| t.coupon().map_or(0, |c| c.0))),
            ],
        )
        .map(drop)
}

impl Tx<'_> {
    /// An account's totals.
    pub(crate) fn balance(&mut self, programme: ProgrammeId, account: AccountId) -> Result<Balance, Fault> {
        if let Some((balance, _)) = self.accounts.get(&(programme, account)) {
            return Ok(*balance);
        }
        let balance = self
            .first(
                "SELECT debits, credits FROM account WHERE programme = $1 AND id = $2",
                &[programme.into(), account.as_i64().into()],
                |r| Ok(Balance { debits: r.i(0)?, credits: r.i(1)? }),
            )?
            .unwrap_or_default();
        self.accounts.insert((programme, account), (balance, false));
        Ok(balance)
    }

    /// An account's totals, to be changed: written back when the group ends.
    fn touch(&mut self, programme: ProgrammeId, account: AccountId) -> Result<&mut Balance, Fault> {
        self.balance(programme, account)?;
        let slot = self.accounts.entry((programme, account)).or_default();
        slot.1 = true;
        Ok(&mut slot.0)
    }

    /// Writes the changed totals.
    pub(crate) fn flush_accounts(&mut self) -> Result<(), Fault> {
        for ((programme, account), (balance, changed)) in std::mem::take(&mut self.accounts) {
            if !changed {
                continue;
            }
            self.run(
                "INSERT INTO account (programme, id, debits, credits) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (programme, id) DO UPDATE SET debits = excluded.debits, credits = excluded.credits",
                &[programme.into(), account.as_i64().into(), balance.debits.into(), balance.credits.into()],
            )?;
        }
        Ok(())
    }

    /// All accounts and their totals.
    pub fn accounts(&mut self, programme: ProgrammeId) -> Result<BTreeMap<AccountId, Balance>, Fault> {
        self.flush_accounts()?;
        let rows =
            self.all("SELECT id, debits, credits FROM account WHERE programme = $1 ORDER BY id", &[programme.into()], |r| {
                let id = r.i(0)?;
                let account = AccountId::from_i64(id).ok_or_else(|| Fault::Inconsistent(format!("account {id}")))?;
                Ok((account, Balance { debits: r.i(1)?, credits: r.i(2)? }))
            })?;
        Ok(rows.into_iter().collect())
    }
}

/// What is owed on each payable account, less what was recorded after `until`.
pub(crate) fn owed(tx: &mut Tx<'_>, programme: ProgrammeId, until: Timestamp) -> Result<Vec<(AccountId, i64)>, Fault> {
    let mut owed: BTreeMap<AccountId, i64> = tx
        .accounts(programme)?
        .into_iter()
        .filter(|(id, _)| id.kind() == AccountKind::Payable)
        .map(|(id, balance)| (id, balance.of(AccountKind::Payable)))
        .collect();
    let (low, high) = AccountId::bounds(AccountKind::Payable);
    let later = tx.all(
        "SELECT t.credit, CAST(SUM(t.amount) AS BIGINT) FROM transfer t
         WHERE t.programme = $1 AND t.credit BETWEEN $3 AND $4
           AND t.seq > COALESCE((SELECT MAX(c.seq) FROM command c WHERE c.programme = $1 AND c.recorded_at <= $2), 0)
         GROUP BY t.credit",
        &[programme.into(), until.as_microsecond().into(), low.into(), high.into()],
        |r| Ok((r.i(0)?, r.i(1)?)),
    )?;
    for (account, minor) in later {
        if let Some(slot) = AccountId::from_i64(account).and_then(|a| owed.get_mut(&a)) {
            *slot -= minor;
        }
    }
    Ok(owed.into_iter().filter(|(_, minor)| *minor > 0).collect())
}

/// What is owed to merchants or on its way to them, in all units together: zero or not is what matters.
pub(crate) fn unpaid(tx: &mut Tx<'_>, programme: ProgrammeId) -> Result<i64, Fault> {
    let accounts = tx.accounts(programme)?;
    Ok(accounts
        .iter()
        .filter(|(id, _)| matches!(id.kind(), AccountKind::Payable | AccountKind::Claimed | AccountKind::InTransit))
        .map(|(id, balance)| balance.of(id.kind()))
        .sum())
}

/// A coupon's redeeming transfer: the command that holds it.
pub(crate) fn redeemed_by(tx: &mut Tx<'_>, programme: ProgrammeId, coupon: CouponId) -> Result<Option<i64>, Fault> {
    tx.first(
        "SELECT seq FROM transfer WHERE programme = $1 AND coupon = $2 AND kind = 5",
        &[programme.into(), coupon.0.into()],
        |r| r.i(0),
    )
}
