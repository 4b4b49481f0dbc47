//! What pages, reports and the audit read: sums by organisation, place and week, and a coupon's story.

use crate::fault::Fault;
use crate::row::{Row, some};
use crate::tx::Tx;
use domain::chain::LogRow;
use domain::coupon::{CouponRange, State};
use domain::ids::{ClassId, CouponId, FundId, PartnerId, PlaceId, ProgrammeId, VendorId};
use domain::ledger::{AccountId, TransferKind};
use domain::world::Standing;
use jiff::Timestamp;

/// Coupons of one batch, class, state, organisation and fund.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StateCount {
    /// Batch number.
    pub batch: u32,
    /// Class.
    pub class: ClassId,
    /// State.
    pub state: State,
    /// Organisation.
    pub partner: Option<PartnerId>,
    /// Fund.
    pub fund: Option<FundId>,
    /// How many.
    pub count: u64,
}

/// A hand-out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HandOutRow {
    /// Command.
    pub seq: i64,
    /// Organisation.
    pub partner: PartnerId,
    /// Household-size band.
    pub band: String,
    /// Hash of the organisation's pseudonym, or nothing.
    pub pseudonym: String,
    /// When.
    pub claimed_at: Timestamp,
    /// Coupons.
    pub count: u64,
    /// Their cost, cents.
    pub amount_cents: i64,
    /// The command that took it back, if one did.
    pub taken_back_by: Option<i64>,
}

/// A range that moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MovementRow {
    /// Command.
    pub seq: i64,
    /// When.
    pub recorded_at: Timestamp,
    /// Lowest coupon.
    pub first: CouponId,
    /// Highest coupon.
    pub last: CouponId,
    /// How many.
    pub count: u64,
    /// What they were.
    pub from: Standing,
    /// What they became.
    pub to: Standing,
}

/// A transfer with its day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TransferRow {
    /// Command.
    pub seq: i64,
    /// When.
    pub recorded_at: Timestamp,
    /// Why.
    pub kind: TransferKind,
    /// Debited.
    pub debit: AccountId,
    /// Credited.
    pub credit: AccountId,
    /// Minor units.
    pub minor: i64,
    /// Coupon, for a redemption.
    pub coupon: Option<CouponId>,
}

fn inconsistent(what: &str, value: i64) -> Fault {
    Fault::Inconsistent(format!("{what} {value}"))
}

fn state(value: i64) -> Result<State, Fault> {
    State::from_i64(value).ok_or_else(|| inconsistent("state", value))
}

fn count(r: &Row<'_>, column: usize) -> Result<u64, Fault> {
    u64::try_from(r.i(column)?).map_err(|e| Fault::Inconsistent(e.to_string()))
}

impl Tx<'_> {
    /// All coupons counted by batch, class, state, organisation and fund.
    pub fn state_counts(&mut self, programme: ProgrammeId) -> Result<Vec<StateCount>, Fault> {
        self.all(
            "SELECT id / 16777216 AS batch, class, state, partner, fund, COUNT(*) FROM coupon WHERE programme = $1
             GROUP BY id / 16777216, class, state, partner, fund ORDER BY batch, class, state, partner, fund",
            &[programme.into()],
            |r| {
                let class = r.i(1)?;
                Ok(StateCount {
                    batch: r.u(0)?,
                    class: ClassId::from_i64(class).ok_or_else(|| inconsistent("class", class))?,
                    state: state(r.i(2)?)?,
                    partner: some(r.u(3)?, PartnerId),
                    fund: some(r.u(4)?, FundId),
                    count: count(r, 5)?,
                })
            },
        )
    }

    /// Redeemed coupons counted by place, merchant and class.
    pub fn redeemed_counts(&mut self, programme: ProgrammeId) -> Result<Vec<(PlaceId, VendorId, ClassId, u64)>, Fault> {
        self.all(
            "SELECT r.place, r.vendor, c.class, COUNT(*) FROM coupon c JOIN redemption r ON r.programme = c.programme AND r.seq = c.moved_seq
             WHERE c.programme = $1 AND c.state = 4 GROUP BY r.place, r.vendor, c.class ORDER BY r.place, r.vendor, c.class",
            &[programme.into()],
            |r| {
                let class = r.i(2)?;
                Ok((
                    PlaceId(r.u(0)?),
                    VendorId(r.u(1)?),
                    ClassId::from_i64(class).ok_or_else(|| inconsistent("class", class))?,
                    count(r, 3)?,
                ))
            },
        )
    }

    /// A merchant's redeemed coupons counted by redemption and class.
    pub fn redeemed_by_class(&mut self, programme: ProgrammeId, vendor: VendorId) -> Result<Vec<(i64, ClassId, u64)>, Fault> {
        self.all(
            "SELECT r.seq, c.class, COUNT(*) FROM redemption r JOIN coupon c ON c.programme = r.programme AND c.moved_seq = r.seq
             WHERE r.programme = $1 AND r.vendor = $2 AND c.state = 4 GROUP BY r.seq, c.class ORDER BY r.seq, c.class",
            &[programme.into(), i64::from(vendor.0).into()],
            |r| {
                let class = r.i(1)?;
                Ok((r.i(0)?, ClassId::from_i64(class).ok_or_else(|| inconsistent("class", class))?, count(r, 2)?))
            },
        )
    }

    /// Hand-outs, newest first.
    pub fn hand_outs(&mut self, programme: ProgrammeId) -> Result<Vec<HandOutRow>, Fault> {
        self.all(
            "SELECT seq, partner, band, pseudonym, claimed_at, count, amount, taken_back_by FROM handout
             WHERE programme = $1 ORDER BY seq DESC",
            &[programme.into()],
            |r| {
                Ok(HandOutRow {
                    seq: r.i(0)?,
                    partner: PartnerId(r.u(1)?),
                    band: r.t(2)?,
                    pseudonym: r.t(3)?,
                    claimed_at: r.at(4)?,
                    count: count(r, 5)?,
                    amount_cents: r.i(6)?,
                    taken_back_by: Some(r.i(7)?).filter(|seq| *seq != 0),
                })
            },
        )
    }

    /// The ranges that hand-outs from command `since` on put in households' hands, by command.
    pub fn handed_out_ranges(&mut self, programme: ProgrammeId, since: i64) -> Result<Vec<(i64, CouponRange)>, Fault> {
        self.all(
            "SELECT m.seq, m.first, m.last FROM movement m JOIN handout h ON h.programme = m.programme AND h.seq = m.seq
             WHERE m.programme = $1 AND m.seq >= $2 AND m.to_state = 3 ORDER BY m.seq, m.leg",
            &[programme.into(), since.into()],
            |r| Ok((r.i(0)?, CouponRange { first: CouponId(r.i(1)?), last: CouponId(r.i(2)?) })),
        )
    }

    /// The movements of a coupon, oldest first; those of a range it was in but not part of are left out
    /// by following its standing from move to move.
    pub fn movements_of(&mut self, programme: ProgrammeId, coupon: CouponId) -> Result<Vec<MovementRow>, Fault> {
        let candidates = self.all(
            "SELECT m.seq, c.recorded_at, m.first, m.last, m.count, m.from_state, m.from_partner, m.from_fund,
                    m.to_state, m.to_partner, m.to_fund
             FROM movement m JOIN command c ON c.programme = m.programme AND c.seq = m.seq
             WHERE m.programme = $1 AND m.first <= $2 AND m.last >= $2 ORDER BY m.seq, m.leg",
            &[programme.into(), coupon.0.into()],
            read_movement,
        )?;
        let mut standing: Standing = (State::Printed, None, None);
        Ok(candidates
            .into_iter()
            .filter(|movement| {
                let concerns = movement.from == standing;
                if concerns {
                    standing = movement.to;
                }
                concerns
            })
            .collect())
    }

    /// All movements, newest first, at most `limit`.
    pub fn movements(&mut self, programme: ProgrammeId, limit: i64) -> Result<Vec<MovementRow>, Fault> {
        self.all(
            "SELECT m.seq, c.recorded_at, m.first, m.last, m.count, m.from_state, m.from_partner, m.from_fund,
                    m.to_state, m.to_partner, m.to_fund
             FROM movement m JOIN command c ON c.programme = m.programme AND c.seq = m.seq
             WHERE m.programme = $1 ORDER BY m.seq DESC, m.leg LIMIT $2",
            &[programme.into(), limit.into()],
            read_movement,
        )
    }

    /// Every transfer in order, with the instant of its command.
    pub fn each_transfer(
        &mut self,
        programme: ProgrammeId,
        mut row: impl FnMut(TransferRow) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.each(
            "SELECT t.seq, c.recorded_at, t.kind, t.debit, t.credit, t.amount, t.coupon
             FROM transfer t JOIN command c ON c.programme = t.programme AND c.seq = t.seq
             WHERE t.programme = $1 ORDER BY t.seq, t.leg",
            &[programme.into()],
            |r| {
                let account = |value| AccountId::from_i64(value).ok_or_else(|| inconsistent("account", value));
                let kind = r.i(2)?;
                row(TransferRow {
                    seq: r.i(0)?,
                    recorded_at: r.at(1)?,
                    kind: TransferKind::from_i64(kind).ok_or_else(|| inconsistent("transfer kind", kind))?,
                    debit: account(r.i(3)?)?,
                    credit: account(r.i(4)?)?,
                    minor: r.i(5)?,
                    coupon: r.opt_i(6)?.map(CouponId),
                })
            },
        )
    }

    /// The log's rows about chosen kinds of commands, newest first.
    pub fn commands(&mut self, programme: ProgrammeId, limit: i64) -> Result<Vec<LogRow>, Fault> {
        self.all(
            "SELECT seq, id, request_hash, kind, actor, device, claimed_at, recorded_at, body, outcome, link
             FROM command WHERE programme = $1 ORDER BY seq DESC LIMIT $2",
            &[programme.into(), limit.into()],
            |r| Ok(crate::log::read_row(programme, r)?.0),
        )
    }

    /// The kind of every command.
    pub fn command_kinds(&mut self, programme: ProgrammeId) -> Result<Vec<(i64, String)>, Fault> {
        self.all("SELECT seq, kind FROM command WHERE programme = $1 ORDER BY seq", &[programme.into()], |r| {
            Ok((r.i(0)?, r.t(1)?))
        })
    }

    /// One row of the log.
    pub fn command(&mut self, programme: ProgrammeId, seq: i64) -> Result<Option<LogRow>, Fault> {
        self.first(
            "SELECT seq, id, request_hash, kind, actor, device, claimed_at, recorded_at, body, outcome, link
             FROM command WHERE programme = $1 AND seq = $2",
            &[programme.into(), seq.into()],
            |r| Ok(crate::log::read_row(programme, r)?.0),
        )
    }
}

pub(crate) fn read_movement(r: &Row<'_>) -> Result<MovementRow, Fault> {
    Ok(MovementRow {
        seq: r.i(0)?,
        recorded_at: r.at(1)?,
        first: CouponId(r.i(2)?),
        last: CouponId(r.i(3)?),
        count: count(r, 4)?,
        from: (state(r.i(5)?)?, some(r.u(6)?, PartnerId), some(r.u(7)?, FundId)),
        to: (state(r.i(8)?)?, some(r.u(9)?, PartnerId), some(r.u(10)?, FundId)),
    })
}
