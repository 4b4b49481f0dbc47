//! Redemptions.

use crate::fault::Fault;
use crate::row::Row;
use crate::tx::Tx;
use domain::ids::{PlaceId, ProgrammeId, VendorId};
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

    /// The redemption a command recorded.
    pub fn redemption(&mut self, programme: ProgrammeId, seq: i64) -> Result<Option<Redemption>, Fault> {
        by_seq(self, programme, seq)
    }
}
