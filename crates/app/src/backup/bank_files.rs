//! Files made for the bank in a copy: without them numbers would begin again.

use super::{Line, broken};
use crate::command::Cx;
use crate::world::Error;
use domain::ids::{Actor, ProgrammeId, RunId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::BankFile;

/// A file.
#[derive(Serialize, Deserialize)]
pub(super) struct BankFileLine {
    programme: u16,
    making: u32,
    number: u16,
    run: u32,
    format: String,
    due_on: Date,
    made_on: Date,
    digest: String,
    made_by: String,
    made_at: i64,
}

/// A programme's files.
pub(super) fn copy(cx: &mut Cx<'_, '_>) -> Result<Vec<Line>, Error> {
    let programme = cx.programme;
    let line = |file: BankFile| {
        Line::BankFile(Box::new(BankFileLine {
            programme: programme.0,
            making: file.making,
            number: file.number,
            run: file.run.0,
            format: file.format,
            due_on: file.due_on,
            made_on: file.made_on,
            digest: file.digest,
            made_by: file.made_by.to_string(),
            made_at: file.made_at.as_microsecond(),
        }))
    };
    Ok(cx.tx.bank_files(programme)?.into_iter().map(line).collect())
}

/// The other way.
pub(super) fn restore(cx: &mut Cx<'_, '_>, line: BankFileLine) -> Result<(), Error> {
    let file = BankFile {
        making: line.making,
        number: line.number,
        run: RunId(line.run),
        format: line.format,
        due_on: line.due_on,
        made_on: line.made_on,
        digest: line.digest,
        made_by: Actor::parse(&line.made_by).ok_or_else(|| broken("who made a file"))?,
        made_at: Timestamp::from_microsecond(line.made_at).map_err(|e| broken(e.to_string()))?,
    };
    Ok(cx.tx.add_bank_file(ProgrammeId(line.programme), &file)?)
}
