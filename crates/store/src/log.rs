//! The command log: appended once a command, read back for idempotency, replay and stories.

use crate::fault::Fault;
use crate::row::{Arg, Row};
use crate::tx::{Head, Tx};
use domain::chain::{Hash, LogRow, link};
use domain::ids::{Actor, ProgrammeId};
use domain::world::Counts;
use uuid::Uuid;

fn hash(bytes: Vec<u8>) -> Result<Hash, Fault> {
    bytes.try_into().map_err(|_| Fault::Inconsistent("a hash is not 32 bytes".to_owned()))
}

impl Tx<'_> {
    /// A programme's head, locked against other writers until the transaction ends.
    pub(crate) fn head(&mut self, programme: ProgrammeId) -> Result<Option<Head>, Fault> {
        if let Some(head) = self.heads.get(&programme) {
            return Ok(Some(head.clone()));
        }
        let sql = self.dialect().lock_head();
        let head = self.first(sql, &[programme.into()], read_head)?;
        if let Some(head) = &head {
            self.heads.insert(programme, head.clone());
        }
        Ok(head)
    }

    /// A programme's head as this transaction has it.
    pub fn head_so_far(&mut self, programme: ProgrammeId) -> Result<Option<Head>, Fault> {
        self.head(programme)
    }

    /// A programme's head, without a lock.
    pub fn peek_head(&mut self, programme: ProgrammeId) -> Result<Option<Head>, Fault> {
        self.first(
            "SELECT seq, chain, recorded_at, book_seq, batches, disputes, runs, payments FROM head WHERE programme = $1",
            &[programme.into()],
            read_head,
        )
    }

    /// The first answer to a request: its hash and its outcome.
    pub fn answered(&mut self, programme: ProgrammeId, id: Uuid) -> Result<Option<(i64, Hash, String)>, Fault> {
        self.first(
            "SELECT seq, request_hash, outcome FROM command WHERE programme = $1 AND id = $2",
            &[programme.into(), id.as_bytes().into()],
            |r| Ok((r.i(0)?, hash(r.b(1)?)?, r.t(2)?)),
        )
    }

    /// The link of a command, if there is one.
    pub fn link_at(&mut self, programme: ProgrammeId, seq: i64) -> Result<Option<Hash>, Fault> {
        let sql = "SELECT link FROM command WHERE programme = $1 AND seq = $2";
        self.first(sql, &[programme.into(), seq.into()], |r| hash(r.b(0)?))
    }

    /// Appends a row to the log and moves the head.
    pub fn append(&mut self, row: &LogRow) -> Result<(), Fault> {
        let head = self.heads.get_mut(&row.programme).ok_or_else(|| Fault::Inconsistent("no head".to_owned()))?;
        if row.seq != head.seq + 1 {
            return Err(Fault::Inconsistent(format!("log row {} after {}", row.seq, head.seq)));
        }
        head.chain = link(&head.chain, row);
        head.seq = row.seq;
        head.recorded_at = row.recorded_at;
        let chain = head.chain;
        let actor = row.actor.to_string();
        self.run(
            "INSERT INTO command (programme, seq, id, request_hash, kind, actor, device, claimed_at, recorded_at, body, outcome, link)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            &[
                row.programme.into(),
                row.seq.into(),
                row.id.as_bytes().into(),
                (&row.request_hash).into(),
                (&row.kind).into(),
                (&actor).into(),
                Arg::OptB(row.device.as_ref().map(|d| d.as_bytes().as_slice())),
                row.claimed_at.as_microsecond().into(),
                row.recorded_at.as_microsecond().into(),
                (&row.body).into(),
                (&row.outcome).into(),
                (&chain).into(),
            ],
        )
        .map(drop)
    }

    /// The last row before an instant, by number and link: what a closed month ends with. Rows are recorded in order.
    pub fn last_before(&mut self, programme: ProgrammeId, at: jiff::Timestamp) -> Result<Option<(i64, Hash)>, Fault> {
        self.first(
            "SELECT seq, link FROM command WHERE programme = $1 AND recorded_at < $2 ORDER BY seq DESC LIMIT 1",
            &[programme.into(), at.as_microsecond().into()],
            |r| Ok((r.i(0)?, hash(r.b(1)?)?)),
        )
    }

    /// Rows of the log after one, at most `limit`.
    pub fn log_rows(&mut self, programme: ProgrammeId, after_seq: i64, limit: i64) -> Result<Vec<LogRow>, Fault> {
        self.all(
            "SELECT seq, id, request_hash, kind, actor, device, claimed_at, recorded_at, body, outcome, link
             FROM command WHERE programme = $1 AND seq > $2 ORDER BY seq LIMIT $3",
            &[programme.into(), after_seq.into(), limit.into()],
            |r| Ok(read_row(programme, r)?.0),
        )
    }

    /// Reads the log from a row on, in order, with each row's stored link.
    pub fn replay(
        &mut self,
        programme: ProgrammeId,
        after_seq: i64,
        mut row: impl FnMut(LogRow, Hash) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.each(
            "SELECT seq, id, request_hash, kind, actor, device, claimed_at, recorded_at, body, outcome, link
             FROM command WHERE programme = $1 AND seq > $2 ORDER BY seq",
            &[programme.into(), after_seq.into()],
            |r| {
                let (found, link) = read_row(programme, r)?;
                row(found, link)
            },
        )
    }

    /// Writes the heads that moved.
    pub(crate) fn flush_heads(&mut self) -> Result<(), Fault> {
        for (programme, head) in std::mem::take(&mut self.heads) {
            self.run(
                "UPDATE head SET seq = $2, chain = $3, recorded_at = $4, book_seq = $5, batches = $6, disputes = $7, runs = $8, payments = $9
                 WHERE programme = $1",
                &[
                    programme.into(),
                    head.seq.into(),
                    (&head.chain).into(),
                    head.recorded_at.as_microsecond().into(),
                    head.book_seq.into(),
                    head.counts.batches.into(),
                    head.counts.disputes.into(),
                    head.counts.runs.into(),
                    head.counts.payments.into(),
                ],
            )?;
        }
        Ok(())
    }
}

fn read_head(r: &Row<'_>) -> Result<Head, Fault> {
    Ok(Head {
        seq: r.i(0)?,
        chain: hash(r.b(1)?)?,
        recorded_at: r.at(2)?,
        book_seq: r.i(3)?,
        counts: Counts { batches: r.u(4)?, disputes: r.u(5)?, runs: r.u(6)?, payments: r.u(7)? },
    })
}

fn uuid(bytes: &[u8]) -> Result<Uuid, Fault> {
    Uuid::from_slice(bytes).map_err(|e| Fault::Inconsistent(e.to_string()))
}

pub(crate) fn read_row(programme: ProgrammeId, r: &Row<'_>) -> Result<(LogRow, Hash), Fault> {
    let actor = r.t(4)?;
    let row = LogRow {
        programme,
        seq: r.i(0)?,
        id: uuid(&r.b(1)?)?,
        request_hash: hash(r.b(2)?)?,
        kind: r.t(3)?,
        actor: Actor::parse(&actor).ok_or_else(|| Fault::Inconsistent(format!("actor {actor}")))?,
        device: r.opt_b(5)?.map(|d| uuid(&d)).transpose()?,
        claimed_at: r.at(6)?,
        recorded_at: r.at(7)?,
        body: r.t(8)?,
        outcome: r.t(9)?,
    };
    Ok((row, hash(r.b(10)?)?))
}
