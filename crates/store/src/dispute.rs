//! Disputes.

use crate::fault::Fault;
use crate::row::Row;
use crate::tx::Tx;
use crate::world::SqlWorld;
use domain::amount::Amount;
use domain::dispute::{Decision, Dispute, Reason};
use domain::ids::{CouponId, DisputeId, FundId, PlaceId, ProgrammeId, VendorId};

fn decision_text(decision: Option<Decision>) -> String {
    match decision {
        None => String::new(),
        Some(Decision::Refuse) => "refuse".to_owned(),
        Some(Decision::Pay { fund }) => format!("pay {}", fund.0),
    }
}

fn read_decision(text: &str) -> Result<Option<Decision>, Fault> {
    let wrong = || Fault::Inconsistent(format!("decision {text}"));
    match text {
        "" => Ok(None),
        "refuse" => Ok(Some(Decision::Refuse)),
        _ => {
            let fund = text.strip_prefix("pay ").and_then(|n| n.parse().ok()).ok_or_else(wrong)?;
            Ok(Some(Decision::Pay { fund: FundId(fund) }))
        }
    }
}

/// Writes new disputes.
pub(crate) fn open(world: &mut SqlWorld<'_, '_>, disputes: &[Dispute]) -> Result<(), Fault> {
    for dispute in disputes {
        world.tx.run(
            "INSERT INTO dispute (programme, id, coupon, reason, seq, vendor, place, claimed_at, amount, first_seq, decision, note, decided_seq)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', '', 0)",
            &[
                world.programme.into(),
                dispute.id.0.into(),
                dispute.coupon.0.into(),
                dispute.reason.key().into(),
                dispute.seq.into(),
                dispute.vendor.0.into(),
                dispute.place.0.into(),
                dispute.claimed_at.as_microsecond().into(),
                dispute.amount.minor.into(),
                dispute.first_seq.unwrap_or(0).into(),
            ],
        )?;
    }
    let programme = world.programme;
    if let Some(head) = world.tx.heads.get_mut(&programme) {
        head.counts.disputes += u32::try_from(disputes.len()).unwrap_or(0);
    }
    Ok(())
}

/// Writes a decision.
pub(crate) fn decide(tx: &mut Tx<'_>, programme: ProgrammeId, dispute: &Dispute) -> Result<(), Fault> {
    tx.run(
        "UPDATE dispute SET decision = $3, note = $4, decided_seq = $5 WHERE programme = $1 AND id = $2 AND decision = ''",
        &[
            programme.into(),
            dispute.id.0.into(),
            (&decision_text(dispute.decision)).into(),
            (&dispute.note).into(),
            dispute.decided_seq.unwrap_or(0).into(),
        ],
    )
    .map(drop)
}

fn read(r: &Row<'_>) -> Result<Dispute, Fault> {
    let reason = r.t(2)?;
    let (first, decided) = (r.i(8)?, r.i(11)?);
    Ok(Dispute {
        id: DisputeId(r.u(0)?),
        coupon: CouponId(r.i(1)?),
        reason: Reason::ALL
            .into_iter()
            .find(|known| known.key() == reason)
            .ok_or_else(|| Fault::Inconsistent(format!("dispute reason {reason}")))?,
        seq: r.i(3)?,
        vendor: VendorId(r.u(4)?),
        place: PlaceId(r.u(5)?),
        claimed_at: r.at(6)?,
        amount: Amount::cad(r.i(7)?),
        first_seq: (first != 0).then_some(first),
        decision: read_decision(&r.t(9)?)?,
        note: r.t(10)?,
        decided_seq: (decided != 0).then_some(decided),
    })
}

/// One dispute.
pub(crate) fn find(tx: &mut Tx<'_>, programme: ProgrammeId, id: DisputeId) -> Result<Option<Dispute>, Fault> {
    tx.first(
        "SELECT id, coupon, reason, seq, vendor, place, claimed_at, amount, first_seq, decision, note, decided_seq
         FROM dispute WHERE programme = $1 AND id = $2",
        &[programme.into(), id.0.into()],
        read,
    )
}

/// How many are open.
pub(crate) fn open_count(tx: &mut Tx<'_>, programme: ProgrammeId) -> Result<u64, Fault> {
    let count =
        tx.first("SELECT COUNT(*) FROM dispute WHERE programme = $1 AND decision = ''", &[programme.into()], |r| r.i(0))?;
    Ok(u64::try_from(count.unwrap_or(0)).unwrap_or(0))
}

impl Tx<'_> {
    /// A programme's disputes, newest first.
    pub fn disputes(&mut self, programme: ProgrammeId) -> Result<Vec<Dispute>, Fault> {
        self.all(
            "SELECT id, coupon, reason, seq, vendor, place, claimed_at, amount, first_seq, decision, note, decided_seq
             FROM dispute WHERE programme = $1 ORDER BY id DESC",
            &[programme.into()],
            read,
        )
    }

    /// A coupon's disputes, oldest first.
    pub fn disputes_of(&mut self, programme: ProgrammeId, coupon: CouponId) -> Result<Vec<Dispute>, Fault> {
        self.all(
            "SELECT id, coupon, reason, seq, vendor, place, claimed_at, amount, first_seq, decision, note, decided_seq
             FROM dispute WHERE programme = $1 AND coupon = $2 ORDER BY id",
            &[programme.into(), coupon.0.into()],
            read,
        )
    }
}
