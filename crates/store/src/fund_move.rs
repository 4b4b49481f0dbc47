//! Money that somebody asked to move out of a fund.

use crate::fault::Fault;
use crate::tx::Tx;
use domain::amount::Amount;
use domain::fund_move::{FundMove, FundMoveState};
use domain::ids::{Actor, FundId, ProgrammeId};

impl Tx<'_> {
    /// A request, by the command that asked.
    pub(crate) fn fund_move(&mut self, programme: ProgrammeId, seq: i64) -> Result<Option<FundMove>, Fault> {
        let sql = "SELECT seq, from_fund, to_fund, amount, reason, asked_by, state, decided_by, reference FROM fund_move
                   WHERE programme = $1 AND seq = $2";
        self.first(sql, &[programme.into(), seq.into()], read)
    }

    /// All of them, in order.
    pub fn fund_moves(&mut self, programme: ProgrammeId) -> Result<Vec<FundMove>, Fault> {
        let sql = "SELECT seq, from_fund, to_fund, amount, reason, asked_by, state, decided_by, reference FROM fund_move
                   WHERE programme = $1 ORDER BY seq";
        self.all(sql, &[programme.into()], read)
    }

    pub(crate) fn ask_fund_move(&mut self, programme: ProgrammeId, asked: &FundMove) -> Result<(), Fault> {
        let sql =
            "INSERT INTO fund_move (programme, seq, from_fund, to_fund, amount, reason, asked_by, state, decided_by, reference)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '')";
        let by = asked.asked_by.to_string();
        self.run(
            sql,
            &[
                programme.into(),
                asked.seq.into(),
                asked.from.0.into(),
                asked.to.map_or(0, |to| to.0).into(),
                asked.amount.minor.into(),
                (&asked.reason).into(),
                (&by).into(),
                asked.state.key().into(),
            ],
        )
        .map(drop)
    }

    pub(crate) fn decide_fund_move(&mut self, programme: ProgrammeId, decided: &FundMove) -> Result<(), Fault> {
        let sql = "UPDATE fund_move SET state = $3, decided_by = $4, reference = $5 WHERE programme = $1 AND seq = $2";
        let by = decided.decided_by.map_or_else(String::new, |by| by.to_string());
        let changed = self.run(
            sql,
            &[programme.into(), decided.seq.into(), decided.state.key().into(), (&by).into(), (&decided.reference).into()],
        )?;
        if changed != 1 {
            return Err(Fault::Inconsistent(format!("no request {} to move money", decided.seq)));
        }
        Ok(())
    }
}

fn somebody(by: &str) -> Result<Actor, Fault> {
    Actor::parse(by).ok_or_else(|| Fault::Inconsistent(format!("nobody is called {by}")))
}

fn read(r: &crate::Row<'_>) -> Result<FundMove, Fault> {
    let (to, decided_by, state) = (r.u(2)?, r.t(7)?, r.t(6)?);
    Ok(FundMove {
        seq: r.i(0)?,
        from: FundId(r.u(1)?),
        to: crate::row::some(to, FundId),
        amount: Amount::cad(r.i(3)?),
        reason: r.t(4)?,
        asked_by: somebody(&r.t(5)?)?,
        state: FundMoveState::parse(&state).ok_or_else(|| Fault::Inconsistent(format!("state {state}")))?,
        decided_by: if decided_by.is_empty() { None } else { Some(somebody(&decided_by)?) },
        reference: r.t(8)?,
    })
}
