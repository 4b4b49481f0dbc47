//! Batches and coupons.

use crate::Dialect;
use crate::fault::Fault;
use crate::programme::from_json;
use crate::row::{Arg, Row, none_is_zero, some};
use crate::tx::Tx;
use crate::world::SqlWorld;
use domain::coupon::{Batch, Class, Coupon, CouponRange, State, Tally};
use domain::coupon_set::CouponSet;
use domain::ids::{BatchId, ClassId, CouponId, FundId, PartnerId, ProgrammeId};
use domain::world::{Movement, Standing};

/// The keyed hash under which a coupon is found by its code.
pub type CodeHash = [u8; 16];

/// What the caller derived for a new batch: the engine never sees codes.
pub struct NewCodes {
    /// With the programme's secret, gives the codes again.
    pub salt: [u8; 16],
    /// One hash a coupon, in order.
    pub hashes: Vec<CodeHash>,
}

/// Rows of one PostgreSQL insert or lookup.
const CHUNK: usize = 10_000;

pub(crate) fn state(value: i64) -> Result<State, Fault> {
    State::from_i64(value).ok_or_else(|| Fault::Inconsistent(format!("coupon state {value}")))
}

pub(crate) fn class(value: i64) -> Result<ClassId, Fault> {
    ClassId::from_i64(value).ok_or_else(|| Fault::Inconsistent(format!("class {value}")))
}

pub(crate) fn read_coupon(r: &Row<'_>) -> Result<Coupon, Fault> {
    Ok(Coupon {
        id: CouponId(r.i(0)?),
        class: class(r.i(1)?)?,
        state: state(r.i(2)?)?,
        partner: some(r.u(3)?, PartnerId),
        fund: some(r.u(4)?, FundId),
        moved_seq: r.i(5)?,
    })
}

fn columns(standing: Standing) -> (i64, i64, i64) {
    let (state, partner, fund) = standing;
    (state.as_i64(), none_is_zero(partner, |p| p.0), none_is_zero(fund, |f| f.0))
}

fn read_batch(r: &Row<'_>) -> Result<Batch, Fault> {
    let key_slot = u8::try_from(r.i(5)?).map_err(|e| Fault::Inconsistent(e.to_string()))?;
    Ok(Batch { id: BatchId(r.u(0)?), class: class(r.i(1)?)?, count: r.u(2)?, booklet: r.u(3)?, codes_digest: r.t(4)?, key_slot })
}

/// A batch.
pub(crate) fn batch(tx: &mut Tx<'_>, programme: ProgrammeId, id: BatchId) -> Result<Option<Batch>, Fault> {
    tx.first(
        "SELECT id, class, count, booklet, codes_digest, key_slot FROM batch WHERE programme = $1 AND id = $2",
        &[programme.into(), id.0.into()],
        read_batch,
    )
}

impl Tx<'_> {
    /// A programme's batches, in order.
    pub fn batches(&mut self, programme: ProgrammeId) -> Result<Vec<Batch>, Fault> {
        self.all(
            "SELECT id, class, count, booklet, codes_digest, key_slot FROM batch WHERE programme = $1 ORDER BY id",
            &[programme.into()],
            read_batch,
        )
    }

    /// A batch and the salt of its codes.
    pub fn batch_with_salt(&mut self, programme: ProgrammeId, id: BatchId) -> Result<Option<(Batch, Vec<u8>)>, Fault> {
        self.first(
            "SELECT id, class, count, booklet, codes_digest, key_slot, salt FROM batch WHERE programme = $1 AND id = $2",
            &[programme.into(), id.0.into()],
            |r| Ok((read_batch(r)?, r.b(6)?)),
        )
    }

    /// Which coupons have these code hashes; one answer a hash, in order.
    pub fn coupons_by_code(&mut self, programme: ProgrammeId, hashes: &[CodeHash]) -> Result<Vec<Option<CouponId>>, Fault> {
        if self.dialect() == Dialect::Sqlite || hashes.len() < 3 {
            let mut out = Vec::with_capacity(hashes.len());
            for hash in hashes {
                out.push(self.first(
                    "SELECT id FROM coupon WHERE programme = $1 AND code_hash = $2",
                    &[programme.into(), hash.into()],
                    |r| Ok(CouponId(r.i(0)?)),
                )?);
            }
            return Ok(out);
        }
        let mut out = vec![None; hashes.len()];
        for (chunk, slots) in hashes.chunks(CHUNK).zip(out.chunks_mut(CHUNK)) {
            let bytes: Vec<&[u8]> = chunk.iter().map(<[u8; 16]>::as_slice).collect();
            self.each(
                // The programme comes from the list's side, so that the only plan is a look-up for each row.
                "SELECT h.n, c.id FROM (SELECT $1 AS programme, hash, n FROM UNNEST($2) WITH ORDINALITY AS h (hash, n) OFFSET 0) h
                 JOIN coupon c ON c.programme = h.programme AND c.code_hash = h.hash",
                &[programme.into(), Arg::Bs(&bytes)],
                |r| {
                    let index = usize::try_from(r.i(0)? - 1).map_err(|e| Fault::Inconsistent(e.to_string()))?;
                    slots[index] = Some(CouponId(r.i(1)?));
                    Ok(())
                },
            )?;
        }
        Ok(out)
    }

    /// All coupons of a class in an organisation's hands.
    pub fn held_by(&mut self, programme: ProgrammeId, partner: PartnerId, class: ClassId) -> Result<CouponSet, Fault> {
        held(self, programme, partner, class, u64::from(u32::MAX))
    }

    /// All coupons in an organisation's hands, in their order.
    pub fn coupons_held(&mut self, programme: ProgrammeId, partner: PartnerId) -> Result<Vec<Coupon>, Fault> {
        let received: CouponSet = self
            .all(
                "SELECT DISTINCT first, last FROM movement WHERE programme = $1 AND to_state = 2 AND to_partner = $2",
                &[programme.into(), partner.0.into()],
                |r| Ok(CouponRange { first: CouponId(r.i(0)?), last: CouponId(r.i(1)?) }),
            )?
            .into_iter()
            .collect();
        let mut found = Vec::new();
        for range in received.ranges() {
            found.extend(self.all(
                "SELECT id, class, state, partner, fund, moved_seq FROM coupon
                 WHERE programme = $1 AND id BETWEEN $2 AND $3 AND state = 2 AND partner = $4 ORDER BY id",
                &[programme.into(), range.first.0.into(), range.last.0.into(), partner.0.into()],
                read_coupon,
            )?);
        }
        Ok(found)
    }

    /// One coupon.
    pub fn coupon(&mut self, programme: ProgrammeId, id: CouponId) -> Result<Option<Coupon>, Fault> {
        self.first(
            "SELECT id, class, state, partner, fund, moved_seq FROM coupon WHERE programme = $1 AND id = $2",
            &[programme.into(), id.0.into()],
            read_coupon,
        )
    }

    /// Every coupon with its code hash, ascending: for the audit.
    pub fn each_coupon(
        &mut self,
        programme: ProgrammeId,
        mut row: impl FnMut(Coupon, Vec<u8>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.each(
            "SELECT id, class, state, partner, fund, moved_seq, code_hash FROM coupon WHERE programme = $1 ORDER BY id",
            &[programme.into()],
            |r| row(read_coupon(r)?, r.b(6)?),
        )
    }

    /// The command that redeemed a coupon, by the ledger.
    pub fn redeemed_by(&mut self, programme: ProgrammeId, coupon: CouponId) -> Result<Option<i64>, Fault> {
        crate::ledger::redeemed_by(self, programme, coupon)
    }
}

/// Writes a batch and its coupons.
pub(crate) fn issue(world: &mut SqlWorld<'_, '_>, batch: &Batch) -> Result<(), Fault> {
    let codes = world.codes.take().ok_or_else(|| Fault::Other("a batch needs its codes".to_owned()))?;
    if codes.hashes.len() != usize::try_from(batch.count).unwrap_or(usize::MAX) {
        return Err(Fault::Other("a batch needs a code for each coupon".to_owned()));
    }
    let (programme, seq) = (world.programme, world.seq);
    world.tx.run(
        "INSERT INTO batch (programme, id, class, count, booklet, codes_digest, salt, seq, key_slot)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[
            programme.into(),
            batch.id.0.into(),
            i64::from(batch.class).into(),
            batch.count.into(),
            batch.booklet.into(),
            (&batch.codes_digest).into(),
            (&codes.salt).into(),
            seq.into(),
            i64::from(batch.key_slot).into(),
        ],
    )?;
    let first = CouponId::new(batch.id, 1).0;
    if world.tx.dialect() == Dialect::Sqlite {
        for (id, hash) in (first..).zip(&codes.hashes) {
            world.tx.run(
                "INSERT INTO coupon (programme, id, code_hash, class, state, partner, fund, moved_seq) VALUES ($1, $2, $3, $4, 0, 0, 0, $5)",
                &[programme.into(), id.into(), hash.into(), i64::from(batch.class).into(), seq.into()],
            )?;
        }
    } else {
        for (number, chunk) in (0..).zip(codes.hashes.chunks(CHUNK)) {
            let start = first + number * i64::try_from(CHUNK).unwrap_or(0);
            let ids: Vec<i64> = (start..).take(chunk.len()).collect();
            let bytes: Vec<&[u8]> = chunk.iter().map(<[u8; 16]>::as_slice).collect();
            world.tx.run(
                "INSERT INTO coupon (programme, id, code_hash, class, state, partner, fund, moved_seq)
                 SELECT $1, id, hash, $2, 0, 0, 0, $3 FROM UNNEST($4, $5) AS t (id, hash)",
                &[programme.into(), i64::from(batch.class).into(), seq.into(), Arg::Is(&ids), Arg::Bs(&bytes)],
            )?;
        }
    }
    if let Some(head) = world.tx.heads.get_mut(&programme) {
        head.counts.batches += 1;
    }
    Ok(())
}

/// Those of a set that exist, ascending.
pub(crate) fn find(tx: &mut Tx<'_>, programme: ProgrammeId, set: &CouponSet) -> Result<Vec<Coupon>, Fault> {
    if tx.dialect() == Dialect::Postgres && set.ranges().len() > 2 {
        let firsts: Vec<i64> = set.ranges().iter().map(|r| r.first.0).collect();
        let lasts: Vec<i64> = set.ranges().iter().map(|r| r.last.0).collect();
        // Each range is looked up by itself, in the order of the set (`OFFSET 0` keeps it so): joined and
        // sorted in one go, the planner walks the whole programme as soon as it has statistics (20 ms).
        return tx.all(
            "SELECT c.id, c.class, c.state, c.partner, c.fund, c.moved_seq FROM UNNEST($2, $3) AS r (first, last),
             LATERAL (SELECT id, class, state, partner, fund, moved_seq FROM coupon
                      WHERE programme = $1 AND id BETWEEN r.first AND r.last ORDER BY id OFFSET 0) c",
            &[programme.into(), Arg::Is(&firsts), Arg::Is(&lasts)],
            read_coupon,
        );
    }
    let mut out = Vec::new();
    for range in set.ranges() {
        out.extend(tx.all(
            "SELECT id, class, state, partner, fund, moved_seq FROM coupon WHERE programme = $1 AND id BETWEEN $2 AND $3 ORDER BY id",
            &[programme.into(), range.first.0.into(), range.last.0.into()],
            read_coupon,
        )?);
    }
    Ok(out)
}

fn read_tally(r: &Row<'_>) -> Result<Tally, Fault> {
    Ok(Tally {
        class: class(r.i(0)?)?,
        state: state(r.i(1)?)?,
        partner: some(r.u(2)?, PartnerId),
        fund: some(r.u(3)?, FundId),
        count: u64::from(r.u(4)?),
        span: CouponRange { first: CouponId(r.i(5)?), last: CouponId(r.i(6)?) },
    })
}

/// A range counted by standing.
pub(crate) fn tally(tx: &mut Tx<'_>, programme: ProgrammeId, range: CouponRange) -> Result<Vec<Tally>, Fault> {
    tx.all(
        "SELECT class, state, partner, fund, COUNT(*), MIN(id), MAX(id) FROM coupon WHERE programme = $1 AND id BETWEEN $2 AND $3
         GROUP BY class, state, partner, fund ORDER BY class, state, partner, fund",
        &[programme.into(), range.first.0.into(), range.last.0.into()],
        read_tally,
    )
}

/// An organisation's lowest coupons of a class. The movements tell where it ever received any, so that
/// no index on the coupons' changing columns is needed.
pub(crate) fn held(
    tx: &mut Tx<'_>,
    programme: ProgrammeId,
    partner: PartnerId,
    class: ClassId,
    count: u64,
) -> Result<CouponSet, Fault> {
    let received: CouponSet = tx
        .all(
            "SELECT DISTINCT first, last FROM movement WHERE programme = $1 AND to_state = 2 AND to_partner = $2 AND class = $3",
            &[programme.into(), partner.0.into(), i64::from(class).into()],
            |r| Ok(CouponRange { first: CouponId(r.i(0)?), last: CouponId(r.i(1)?) }),
        )?
        .into_iter()
        .collect();
    let wanted = i64::try_from(count).unwrap_or(i64::MAX);
    let mut found: Vec<CouponId> = Vec::new();
    for range in received.ranges() {
        let missing = wanted - i64::try_from(found.len()).unwrap_or(i64::MAX);
        if missing <= 0 {
            break;
        }
        found.extend(tx.all(
            "SELECT id FROM coupon WHERE programme = $1 AND id BETWEEN $2 AND $3 AND state = 2 AND partner = $4 AND class = $5
             ORDER BY id LIMIT $6",
            &[
                programme.into(),
                range.first.0.into(),
                range.last.0.into(),
                partner.0.into(),
                i64::from(class).into(),
                missing.into(),
            ],
            |r| Ok(CouponId(r.i(0)?)),
        )?);
    }
    Ok(found.into_iter().collect())
}

/// The stock's lowest coupons of a class, found as an organisation's are.
pub(crate) fn stock(tx: &mut Tx<'_>, programme: ProgrammeId, class: ClassId, count: u64) -> Result<CouponSet, Fault> {
    let received: CouponSet = tx
        .all(
            "SELECT DISTINCT first, last FROM movement WHERE programme = $1 AND to_state = 1 AND class = $2",
            &[programme.into(), i64::from(class).into()],
            |r| Ok(CouponRange { first: CouponId(r.i(0)?), last: CouponId(r.i(1)?) }),
        )?
        .into_iter()
        .collect();
    let wanted = i64::try_from(count).unwrap_or(i64::MAX);
    let mut found: Vec<CouponId> = Vec::new();
    for range in received.ranges() {
        let missing = wanted - i64::try_from(found.len()).unwrap_or(i64::MAX);
        if missing <= 0 {
            break;
        }
        found.extend(tx.all(
            "SELECT id FROM coupon WHERE programme = $1 AND id BETWEEN $2 AND $3 AND state = 1 AND class = $4 ORDER BY id LIMIT $5",
            &[programme.into(), range.first.0.into(), range.last.0.into(), i64::from(class).into(), missing.into()],
            |r| Ok(CouponId(r.i(0)?)),
        )?);
    }
    Ok(found.into_iter().collect())
}

/// Live coupons of given classes, counted by batch.
pub(crate) fn overdue(tx: &mut Tx<'_>, programme: ProgrammeId, classes: &[ClassId]) -> Result<Vec<Tally>, Fault> {
    let mut out = Vec::new();
    for batch in tx.batches(programme)?.iter().filter(|b| classes.contains(&b.class)) {
        let range = batch.range();
        out.extend(tx.all(
            "SELECT class, state, partner, fund, COUNT(*), MIN(id), MAX(id) FROM coupon
             WHERE programme = $1 AND id BETWEEN $2 AND $3 AND state <= 3
             GROUP BY class, state, partner, fund ORDER BY class, state, partner, fund",
            &[programme.into(), range.first.0.into(), range.last.0.into()],
            read_tally,
        )?);
    }
    Ok(out)
}

/// Moves coupons: one statement a movement, whatever its size.
pub(crate) fn move_all(world: &mut SqlWorld<'_, '_>, movements: &[Movement]) -> Result<(), Fault> {
    for movement in movements {
        let (from_state, from_partner, from_fund) = columns(movement.from);
        let (to_state, to_partner, to_fund) = columns(movement.to);
        let (programme, seq) = (world.programme.into(), world.seq.into());
        let (first, last) = (movement.range.first.0.into(), movement.range.last.0.into());
        let moved = world.tx.run(
            "UPDATE coupon SET state = $4, partner = $5, fund = $6, moved_seq = $7
             WHERE programme = $1 AND id BETWEEN $2 AND $3 AND state = $8 AND partner = $9 AND fund = $10",
            &[
                world.programme.into(),
                movement.range.first.0.into(),
                movement.range.last.0.into(),
                to_state.into(),
                to_partner.into(),
                to_fund.into(),
                world.seq.into(),
                from_state.into(),
                from_partner.into(),
                from_fund.into(),
            ],
        )?;
        if moved != movement.count {
            return Err(Fault::Conflict(format!("{moved} coupons moved instead of {}", movement.count)));
        }
        world.movement_leg += 1;
        let count = i64::try_from(movement.count).unwrap_or(i64::MAX);
        world.tx.run(
            "INSERT INTO movement (programme, seq, leg, first, last, class, count, from_state, from_partner, from_fund, to_state, to_partner, to_fund)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            &[
                programme,
                seq,
                world.movement_leg.into(),
                first,
                last,
                i64::from(movement.class).into(),
                count.into(),
                from_state.into(),
                from_partner.into(),
                from_fund.into(),
                to_state.into(),
                to_partner.into(),
                to_fund.into(),
            ],
        )?;
    }
    Ok(())
}

/// Marks coupons spent. The condition on the state makes the database itself refuse a second time.
pub(crate) fn spend(world: &mut SqlWorld<'_, '_>, coupons: &[(Coupon, FundId)]) -> Result<(), Fault> {
    let (programme, seq) = (world.programme, world.seq);
    let mut spent = 0;
    if world.tx.dialect() == Dialect::Postgres && coupons.len() > 2 {
        let ids: Vec<i64> = coupons.iter().map(|(c, _)| c.id.0).collect();
        let funds: Vec<i64> = coupons.iter().map(|(_, f)| i64::from(f.0)).collect();
        spent += world.tx.run(
            "UPDATE coupon c SET state = 4, fund = t.fund, moved_seq = $2
             FROM (SELECT $1 AS programme, id, fund FROM UNNEST($3, $4) AS t (id, fund) OFFSET 0) t
             WHERE c.programme = t.programme AND c.id = t.id AND c.state IN (2, 3)",
            &[programme.into(), seq.into(), Arg::Is(&ids), Arg::Is(&funds)],
        )?;
    } else {
        for (coupon, fund) in coupons {
            spent += world.tx.run(
                "UPDATE coupon SET state = 4, fund = $3, moved_seq = $4 WHERE programme = $1 AND id = $2 AND state IN (2, 3)",
                &[programme.into(), coupon.id.0.into(), fund.0.into(), seq.into()],
            )?;
        }
    }
    if spent == coupons.len() as u64 {
        Ok(())
    } else {
        Err(Fault::Conflict(format!("{spent} coupons spent instead of {}", coupons.len())))
    }
}

/// Coupons that may still be used and have a last day.
pub(crate) fn live_with_an_end(tx: &mut Tx<'_>, programme: ProgrammeId) -> Result<u64, Fault> {
    let ending: Vec<ClassId> = tx
        .all("SELECT detail FROM class WHERE programme = $1 AND expires_on IS NOT NULL", &[programme.into()], |r| {
            from_json::<Class>(&r.t(0)?)
        })?
        .into_iter()
        .map(|c| c.id)
        .collect();
    Ok(overdue(tx, programme, &ending)?.iter().map(|t| t.count).sum())
}
