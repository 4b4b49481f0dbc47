//! Merchants whose payments are held.

use crate::fault::Fault;
use crate::row::Arg;
use crate::tx::Tx;
use domain::ids::{Actor, ProgrammeId, VendorId};
use domain::payment_hold::{HoldState, PaymentHold};
use jiff::Timestamp;

impl Tx<'_> {
    /// All holds, those that were lifted too, in order.
    pub fn payment_holds(&mut self, programme: ProgrammeId) -> Result<Vec<PaymentHold>, Fault> {
        self.all(
            "SELECT seq, vendor, reason, held_by, held_at, state, asked_by, found, lifted_by, lifted_at FROM payment_hold
             WHERE programme = $1 ORDER BY seq",
            &[programme.into()],
            read,
        )
    }

    pub(crate) fn write_payment_hold(&mut self, programme: ProgrammeId, hold: &PaymentHold) -> Result<(), Fault> {
        let name = |actor: Option<Actor>| actor.map_or_else(String::new, |actor| actor.to_string());
        self.run(
            "INSERT INTO payment_hold (programme, seq, vendor, reason, held_by, held_at, state, asked_by, found, lifted_by, lifted_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             ON CONFLICT (programme, seq) DO UPDATE SET state = excluded.state, asked_by = excluded.asked_by,
                 found = excluded.found, lifted_by = excluded.lifted_by, lifted_at = excluded.lifted_at",
            &[
                programme.into(),
                hold.seq.into(),
                hold.vendor.0.into(),
                (&hold.reason).into(),
                (&hold.held_by.to_string()).into(),
                hold.held_at.as_microsecond().into(),
                hold.state.key().into(),
                (&name(hold.asked_by)).into(),
                (&hold.found).into(),
                (&name(hold.lifted_by)).into(),
                Arg::OptI(hold.lifted_at.map(Timestamp::as_microsecond)),
            ],
        )
        .map(drop)
    }
}

fn somebody(by: &str) -> Result<Actor, Fault> {
    Actor::parse(by).ok_or_else(|| Fault::Inconsistent(format!("nobody is called {by}")))
}

fn read(r: &crate::Row<'_>) -> Result<PaymentHold, Fault> {
    let perhaps = |by: String| if by.is_empty() { Ok(None) } else { somebody(&by).map(Some) };
    let state = r.t(5)?;
    Ok(PaymentHold {
        seq: r.i(0)?,
        vendor: VendorId(r.u(1)?),
        reason: r.t(2)?,
        held_by: somebody(&r.t(3)?)?,
        held_at: r.at(4)?,
        state: HoldState::parse(&state).ok_or_else(|| Fault::Inconsistent(format!("state {state}")))?,
        asked_by: perhaps(r.t(6)?)?,
        found: r.t(7)?,
        lifted_by: perhaps(r.t(8)?)?,
        lifted_at: r.opt_at(9)?,
    })
}
