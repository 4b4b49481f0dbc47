//! What figures are made of: coupons by the act that left them where they are, and sums of transfers by act.

use crate::fault::Fault;
use crate::row::{Row, some};
use crate::tx::Tx;
use domain::coupon::{CouponRange, State};
use domain::ids::{ClassId, CouponId, FundId, PartnerId, ProgrammeId};
use domain::ledger::{AccountId, TransferKind};
use jiff::Timestamp;

/// Coupons that one act left where they are now, alike in everything.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resting {
    /// The act's command.
    pub seq: i64,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// What kind of command.
    pub kind: String,
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

/// The coupons of one class and fund in a hand-out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HandOutPart {
    /// The hand-out's command.
    pub seq: i64,
    /// Class.
    pub class: ClassId,
    /// Fund.
    pub fund: Option<FundId>,
    /// How many.
    pub count: u64,
}

/// The transfers of one act between the same two accounts, together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TransferSum {
    /// The act's command.
    pub seq: i64,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Why.
    pub kind: TransferKind,
    /// Debited.
    pub debit: AccountId,
    /// Credited.
    pub credit: AccountId,
    /// Minor units, added up.
    pub minor: i64,
    /// Coupons spent.
    pub coupons: u64,
}

fn count(r: &Row<'_>, column: usize) -> Result<u64, Fault> {
    u64::try_from(r.i(column)?).map_err(|e| Fault::Inconsistent(e.to_string()))
}

fn read_resting(r: &Row<'_>) -> Result<Resting, Fault> {
    Ok(Resting {
        seq: r.i(0)?,
        recorded_at: r.at(1)?,
        kind: r.t(2)?,
        class: crate::coupon::class(r.i(3)?)?,
        state: crate::coupon::state(r.i(4)?)?,
        partner: some(r.u(5)?, PartnerId),
        fund: some(r.u(6)?, FundId),
        count: count(r, 7)?,
    })
}

impl Tx<'_> {
    /// Coupons in the states from one to another, by the act that left them there, oldest first.
    pub fn resting(&mut self, programme: ProgrammeId, from: State, to: State) -> Result<Vec<Resting>, Fault> {
        self.all(
            "SELECT a.moved_seq, c.recorded_at, c.kind, a.class, a.state, a.partner, a.fund, a.count
             FROM (SELECT moved_seq, class, state, partner, fund, COUNT(*) AS count FROM coupon
                   WHERE programme = $1 AND state BETWEEN $2 AND $3 GROUP BY moved_seq, class, state, partner, fund) a
             JOIN command c ON c.programme = $1 AND c.seq = a.moved_seq
             ORDER BY a.moved_seq, a.class, a.state, a.partner, a.fund",
            &[programme.into(), from.as_i64().into(), to.as_i64().into()],
            read_resting,
        )
    }

    /// Coupons that ended in households' hands, by the act that ended them. Their organisation and fund are those they
    /// were handed out with.
    pub fn ended_after_hand_out(&mut self, programme: ProgrammeId) -> Result<Vec<Resting>, Fault> {
        self.all(
            "SELECT m.seq, c.recorded_at, c.kind, m.class, m.to_state, m.from_partner, m.from_fund, CAST(SUM(m.count) AS BIGINT)
             FROM movement m JOIN command c ON c.programme = m.programme AND c.seq = m.seq
             WHERE m.programme = $1 AND m.from_state = 3 AND m.to_state = 9
             GROUP BY m.seq, c.recorded_at, c.kind, m.class, m.to_state, m.from_partner, m.from_fund
             ORDER BY m.seq, m.class, m.from_partner, m.from_fund",
            &[programme.into()],
            read_resting,
        )
    }

    /// The ranges that came into households' hands by any act (a hand-out, a sale's bonus, a replacement), with the
    /// instant somebody says it was, oldest first.
    pub fn given_ranges(&mut self, programme: ProgrammeId) -> Result<Vec<(i64, Timestamp, CouponRange)>, Fault> {
        self.all(
            "SELECT m.seq, c.claimed_at, m.first, m.last FROM movement m JOIN command c ON c.programme = m.programme AND c.seq = m.seq
             WHERE m.programme = $1 AND m.to_state = 3 ORDER BY m.seq, m.leg",
            &[programme.into()],
            |r| Ok((r.i(0)?, r.at(1)?, CouponRange { first: CouponId(r.i(2)?), last: CouponId(r.i(3)?) })),
        )
    }

    /// Every coupon in households' hands or spent, in order: its class, whether it is spent, the act that left it there.
    pub fn each_given(&mut self, programme: ProgrammeId, mut row: impl FnMut(CouponId, ClassId, bool, i64)) -> Result<(), Fault> {
        self.each(
            "SELECT id, class, state, moved_seq FROM coupon WHERE programme = $1 AND state BETWEEN 3 AND 4 ORDER BY id",
            &[programme.into()],
            |r| {
                row(CouponId(r.i(0)?), crate::coupon::class(r.i(1)?)?, r.i(2)? == 4, r.i(3)?);
                Ok(())
            },
        )
    }

    /// Which classes and funds each hand-out was of, with how many coupons of each; one taken back is left out.
    pub fn hand_out_parts(&mut self, programme: ProgrammeId) -> Result<Vec<HandOutPart>, Fault> {
        self.all(
            "SELECT m.seq, m.class, m.to_fund, CAST(SUM(m.count) AS BIGINT)
             FROM movement m JOIN handout h ON h.programme = m.programme AND h.seq = m.seq
             WHERE m.programme = $1 AND m.to_state = 3 AND h.taken_back_by = 0
             GROUP BY m.seq, m.class, m.to_fund ORDER BY m.seq, m.class, m.to_fund",
            &[programme.into()],
            |r| {
                let (class, fund) = (crate::coupon::class(r.i(1)?)?, some(r.u(2)?, FundId));
                Ok(HandOutPart { seq: r.i(0)?, class, fund, count: count(r, 3)? })
            },
        )
    }

    /// Transfers added up by act, reason and accounts, oldest first.
    pub fn transfer_sums(&mut self, programme: ProgrammeId) -> Result<Vec<TransferSum>, Fault> {
        self.all(
            "SELECT a.seq, c.recorded_at, a.kind, a.debit, a.credit, a.minor, a.coupons
             FROM (SELECT seq, kind, debit, credit, CAST(SUM(amount) AS BIGINT) AS minor, COUNT(coupon) AS coupons
                   FROM transfer WHERE programme = $1 GROUP BY seq, kind, debit, credit) a
             JOIN command c ON c.programme = $1 AND c.seq = a.seq ORDER BY a.seq, a.kind, a.debit, a.credit",
            &[programme.into()],
            |r| {
                let account = |v| AccountId::from_i64(v).ok_or_else(|| Fault::Inconsistent(format!("account {v}")));
                let kind = r.i(2)?;
                Ok(TransferSum {
                    seq: r.i(0)?,
                    recorded_at: r.at(1)?,
                    kind: TransferKind::from_i64(kind).ok_or_else(|| Fault::Inconsistent(format!("transfer kind {kind}")))?,
                    debit: account(r.i(3)?)?,
                    credit: account(r.i(4)?)?,
                    minor: r.i(5)?,
                    coupons: count(r, 6)?,
                })
            },
        )
    }
}
