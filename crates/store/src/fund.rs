//! Funds: what was spent on operations.

use crate::fault::Fault;
use crate::tx::Tx;
use domain::amount::Amount;
use domain::fund::Expense;
use domain::ids::{FundId, ProgrammeId};

/// Writes an expense.
pub(crate) fn record_expense(tx: &mut Tx<'_>, programme: ProgrammeId, seq: i64, expense: &Expense) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO expense (programme, seq, fund, amount, what, reference, spent_on) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            programme.into(),
            seq.into(),
            expense.fund.0.into(),
            expense.amount.minor.into(),
            (&expense.what).into(),
            (&expense.reference).into(),
            (&expense.on.to_string()).into(),
        ],
    )
    .map(drop)
}

impl Tx<'_> {
    /// What was spent on operations, by command, in order.
    pub fn expenses(&mut self, programme: ProgrammeId) -> Result<Vec<(i64, Expense)>, Fault> {
        self.all(
            "SELECT seq, fund, amount, what, reference, spent_on FROM expense WHERE programme = $1 ORDER BY seq",
            &[programme.into()],
            |r| {
                let on = r.t(5)?;
                let expense = Expense {
                    fund: FundId(r.u(1)?),
                    amount: Amount::cad(r.i(2)?),
                    what: r.t(3)?,
                    reference: r.t(4)?,
                    on: on.parse().map_err(|_| Fault::Inconsistent(format!("day {on}")))?,
                };
                Ok((r.i(0)?, expense))
            },
        )
    }
}
