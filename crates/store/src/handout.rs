//! Hand-outs: which organisation, what band, how many. Never who.

use crate::fault::Fault;
use crate::tx::Tx;
use crate::views::read_movement;
use domain::command::Outcome;
use domain::coupon::CouponRange;
use domain::handout::HandOut;
use domain::ids::{CouponId, PartnerId, ProgrammeId};
use domain::take_back::HandedOut;
use domain::world::Movement;
use jiff::Timestamp;

/// Writes a hand-out's facts.
pub(crate) fn record(
    tx: &mut Tx<'_>,
    programme: ProgrammeId,
    seq: i64,
    request: &HandOut,
    at: Timestamp,
    outcome: &Outcome,
) -> Result<(), Fault> {
    let (count, amount) = match outcome {
        Outcome::Moved { count, amount, .. } => (i64::try_from(*count).unwrap_or(i64::MAX), amount.minor),
        _ => (0, 0),
    };
    tx.run(
        "INSERT INTO handout (programme, seq, partner, band, pseudonym, claimed_at, count, amount) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            programme.into(),
            seq.into(),
            request.partner.0.into(),
            (&request.band).into(),
            request.pseudonym.as_deref().unwrap_or("").into(),
            at.as_microsecond().into(),
            count.into(),
            amount.into(),
        ],
    )
    .map(drop)
}

/// The hand-out recorded by a command, with what it moved.
pub(crate) fn by_seq(tx: &mut Tx<'_>, programme: ProgrammeId, seq: i64) -> Result<Option<HandedOut>, Fault> {
    let key = [programme.into(), seq.into()];
    let found = tx.first(
        "SELECT h.partner, c.recorded_at, h.taken_back_by FROM handout h JOIN command c ON c.programme = h.programme AND c.seq = h.seq
         WHERE h.programme = $1 AND h.seq = $2",
        &key,
        |r| Ok((PartnerId(r.u(0)?), r.at(1)?, r.i(2)?)),
    )?;
    let Some((partner, recorded_at, by)) = found else { return Ok(None) };
    let movements = tx.all(
        "SELECT m.seq, c.recorded_at, m.first, m.last, m.count, m.from_state, m.from_partner, m.from_fund,
                m.to_state, m.to_partner, m.to_fund, m.class
         FROM movement m JOIN command c ON c.programme = m.programme AND c.seq = m.seq
         WHERE m.programme = $1 AND m.seq = $2 ORDER BY m.leg",
        &key,
        |r| {
            let row = read_movement(r)?;
            let range = CouponRange { first: CouponId(r.i(2)?), last: CouponId(r.i(3)?) };
            Ok(Movement { range, class: crate::coupon::class(r.i(11)?)?, count: row.count, from: row.from, to: row.to })
        },
    )?;
    Ok(Some(HandedOut { partner, recorded_at, taken_back_by: (by != 0).then_some(by), movements }))
}

impl Tx<'_> {
    /// The hand-out recorded by a command, with what it moved.
    pub fn hand_out(&mut self, programme: ProgrammeId, seq: i64) -> Result<Option<HandedOut>, Fault> {
        by_seq(self, programme, seq)
    }
}

/// Whether a hand-out that stands gave a coupon to a household.
pub(crate) fn gave(tx: &mut Tx<'_>, programme: ProgrammeId, coupon: CouponId) -> Result<bool, Fault> {
    let found = tx.all(
        "SELECT m.seq FROM movement m JOIN handout h ON h.programme = m.programme AND h.seq = m.seq
         WHERE m.programme = $1 AND m.first <= $2 AND m.last >= $2 AND m.to_state = 3 AND h.taken_back_by = 0",
        &[programme.into(), coupon.0.into()],
        |r| r.i(0),
    )?;
    Ok(!found.is_empty())
}

/// Marks a hand-out as taken back by a command.
pub(crate) fn take_back(tx: &mut Tx<'_>, programme: ProgrammeId, seq: i64, by: i64) -> Result<(), Fault> {
    tx.run("UPDATE handout SET taken_back_by = $3 WHERE programme = $1 AND seq = $2", &[programme.into(), seq.into(), by.into()])
        .map(drop)
}
