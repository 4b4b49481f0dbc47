//! Who receipts are made out to, sealed, in a copy.

use super::{Line, broken};
use crate::command::Cx;
use crate::world::Error;
use domain::chain::{hex, unhex};
use domain::ids::ProgrammeId;
use serde::{Deserialize, Serialize};

/// A donor.
#[derive(Serialize, Deserialize)]
pub(super) struct DonorLine {
    programme: u16,
    receipt: i64,
    /// Hexadecimal.
    sealed: String,
}

/// A programme's donors.
pub(super) fn copy(cx: &mut Cx<'_, '_>) -> Result<Vec<Line>, Error> {
    let programme = cx.programme;
    let line =
        |(receipt, sealed): (i64, Vec<u8>)| Line::Donor(DonorLine { programme: programme.0, receipt, sealed: hex(&sealed) });
    Ok(cx.tx.donors(programme)?.into_iter().map(line).collect())
}

/// The other way.
pub(super) fn restore(cx: &mut Cx<'_, '_>, line: &DonorLine) -> Result<(), Error> {
    let sealed = unhex(&line.sealed).ok_or_else(|| broken("a donor"))?;
    Ok(cx.tx.put_donor(ProgrammeId(line.programme), line.receipt, &sealed)?)
}
