//! Hand-outs: which organisation, what band, how many. Never who.

use crate::fault::Fault;
use crate::tx::Tx;
use domain::command::Outcome;
use domain::handout::HandOut;
use domain::ids::ProgrammeId;
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
