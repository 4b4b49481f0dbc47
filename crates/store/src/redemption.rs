//! Redemptions.

use crate::fault::Fault;
use crate::row::Row;
use crate::tx::Tx;
use domain::coupon::State;
use domain::ids::{PartnerId, PlaceId, ProgrammeId, VendorId};
use domain::redemption::{Channel, Redemption};
use uuid::Uuid;

fn channel_key(channel: Channel) -> &'static str {
    match channel {
        Channel::Online => "online",
        Channel::Offline => "offline",
        Channel::Counted => "counted",
    }
}

/// Writes a redemption.
pub(crate) fn record(tx: &mut Tx<'_>, programme: ProgrammeId, row: &Redemption) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO redemption (programme, seq, id, vendor, place, channel, claimed_at, recorded_at, count, amount)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            programme.into(),
            row.seq.into(),
            row.id.as_bytes().into(),
            row.vendor.0.into(),
            row.place.0.into(),
            channel_key(row.channel).into(),
            row.claimed_at.as_microsecond().into(),
            row.recorded_at.as_microsecond().into(),
            row.count.into(),
            row.amount_cents.into(),
        ],
    )
    .map(drop)
}

pub(crate) fn read(r: &Row<'_>) -> Result<Redemption, Fault> {
    let channel = match r.t(4)?.as_str() {
        "online" => Channel::Online,
        "offline" => Channel::Offline,
        "counted" => Channel::Counted,
        other => return Err(Fault::Inconsistent(format!("channel {other}"))),
    };
    Ok(Redemption {
        seq: r.i(0)?,
        id: Uuid::from_slice(&r.b(1)?).map_err(|e| Fault::Inconsistent(e.to_string()))?,
        vendor: VendorId(r.u(2)?),
        place: PlaceId(r.u(3)?),
        channel,
        claimed_at: r.at(5)?,
        recorded_at: r.at(6)?,
        count: r.u(7)?,
        amount_cents: r.i(8)?,
    })
}

/// The redemption a command recorded.
pub(crate) fn by_seq(tx: &mut Tx<'_>, programme: ProgrammeId, seq: i64) -> Result<Option<Redemption>, Fault> {
    tx.first(
        "SELECT seq, id, vendor, place, channel, claimed_at, recorded_at, count, amount FROM redemption
         WHERE programme = $1 AND seq = $2",
        &[programme.into(), seq.into()],
        read,
    )
}

impl Tx<'_> {
    /// All redemptions, oldest first.
    pub fn redemptions(&mut self, programme: ProgrammeId) -> Result<Vec<Redemption>, Fault> {
        self.all(
            "SELECT seq, id, vendor, place, channel, claimed_at, recorded_at, count, amount FROM redemption
             WHERE programme = $1 ORDER BY seq",
            &[programme.into()],
            read,
        )
    }

    /// Coupons used at a place, counted by the organisation that handed them out.
    pub fn used_at(&mut self, programme: ProgrammeId, place: PlaceId) -> Result<Vec<(PartnerId, u64)>, Fault> {
        self.all(
            "SELECT c.partner, COUNT(*) FROM redemption r
             JOIN coupon c ON c.programme = r.programme AND c.moved_seq = r.seq AND c.state = $3
             WHERE r.programme = $1 AND r.place = $2 AND c.partner > 0 GROUP BY c.partner ORDER BY c.partner",
            &[programme.into(), place.0.into(), State::Redeemed.as_i64().into()],
            |r| Ok((PartnerId(r.u(0)?), u64::try_from(r.i(1)?).unwrap_or(0))),
        )
    }

    /// The redemption a command recorded.
    pub fn redemption(&mut self, programme: ProgrammeId, seq: i64) -> Result<Option<Redemption>, Fault> {
        by_seq(self, programme, seq)
    }
}
