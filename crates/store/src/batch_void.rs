//! Batches that somebody asked to cancel.

use crate::fault::Fault;
use crate::tx::Tx;
use domain::batch_void::BatchVoid;
use domain::ids::{Actor, BatchId, ProgrammeId};

impl Tx<'_> {
    /// The request to cancel a batch, if one waits.
    pub(crate) fn batch_void(&mut self, programme: ProgrammeId, batch: BatchId) -> Result<Option<BatchVoid>, Fault> {
        let sql = "SELECT batch, asked_by, reason FROM batch_void WHERE programme = $1 AND batch = $2";
        self.first(sql, &[programme.into(), batch.0.into()], read)
    }

    /// All that wait.
    pub fn batch_voids(&mut self, programme: ProgrammeId) -> Result<Vec<BatchVoid>, Fault> {
        let sql = "SELECT batch, asked_by, reason FROM batch_void WHERE programme = $1 ORDER BY batch";
        self.all(sql, &[programme.into()], read)
    }

    pub(crate) fn ask_batch_void(&mut self, programme: ProgrammeId, asked: &BatchVoid) -> Result<(), Fault> {
        let sql = "INSERT INTO batch_void (programme, batch, asked_by, reason) VALUES ($1, $2, $3, $4)";
        let by = asked.asked_by.to_string();
        self.run(sql, &[programme.into(), asked.batch.0.into(), (&by).into(), (&asked.reason).into()]).map(drop)
    }

    pub(crate) fn end_batch_void(&mut self, programme: ProgrammeId, batch: BatchId) -> Result<(), Fault> {
        let sql = "DELETE FROM batch_void WHERE programme = $1 AND batch = $2";
        self.run(sql, &[programme.into(), batch.0.into()]).map(drop)
    }
}

fn read(r: &crate::Row<'_>) -> Result<BatchVoid, Fault> {
    let by = r.t(1)?;
    let asked_by = Actor::parse(&by).ok_or_else(|| Fault::Inconsistent(format!("nobody is called {by}")))?;
    Ok(BatchVoid { batch: BatchId(r.u(0)?), asked_by, reason: r.t(2)? })
}
