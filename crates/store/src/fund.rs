//! Funds: when money came in, and what was spent on operations.

use crate::fault::Fault;
use crate::tx::Tx;
use domain::amount::Amount;
use domain::command::{Command, Outcome};
use domain::fund::Expense;
use domain::ids::{FundId, ProgrammeId};
use jiff::civil::Date;

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

/// A funder's money that arrived.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MoneyIn {
    /// The command that wrote it down.
    pub seq: i64,
    /// Which fund.
    pub fund: FundId,
    /// How much, dollars.
    pub amount: Amount,
    /// The bank's or the funder's reference.
    pub reference: String,
    /// The day it arrived.
    pub on: Date,
}

impl Tx<'_> {
    /// Money received, as the log has it, in order. What was refused is not among it.
    pub fn money_in(&mut self, programme: ProgrammeId) -> Result<Vec<MoneyIn>, Fault> {
        let sql = "SELECT seq, body, outcome FROM command WHERE programme = $1 AND kind = 'receive_money' ORDER BY seq";
        let rows = self.all(sql, &[programme.into()], |r| Ok((r.i(0)?, r.t(1)?, r.t(2)?)))?;
        let mut receipts = Vec::with_capacity(rows.len());
        for (seq, body, outcome) in rows {
            let outcome: Outcome = crate::programme::from_json(&outcome)?;
            if let (None, Command::ReceiveMoney { fund, amount, reference, on }) =
                (outcome.refusal(), crate::programme::from_json(&body)?)
            {
                receipts.push(MoneyIn { seq, fund, amount, reference, on });
            }
        }
        Ok(receipts)
    }

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
