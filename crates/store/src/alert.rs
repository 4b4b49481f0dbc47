//! What is out of the ordinary: what it is worked out from, and what was said by who looked.

use crate::fault::Fault;
use crate::programme::{from_json, to_json};
use crate::tx::Tx;
use domain::alert::Looked;
use domain::ids::{CouponId, ProgrammeId};
use uuid::Uuid;

impl Tx<'_> {
    /// Writes that somebody looked, over what was said before.
    pub(crate) fn look_at_alert(&mut self, programme: ProgrammeId, looked: &Looked) -> Result<(), Fault> {
        let key = looked.key;
        let day = key.on.to_string();
        self.run(
            "INSERT INTO alert_looked (programme, day, place, vendor, kind, detail) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (programme, day, place, vendor, kind) DO UPDATE SET detail = excluded.detail",
            &[
                programme.into(),
                (&day).into(),
                key.place.0.into(),
                key.vendor.0.into(),
                key.kind.key().into(),
                (&to_json(looked)?).into(),
            ],
        )
        .map(drop)
    }

    /// All that was said, by day, place, merchant and kind.
    pub fn alerts_looked_at(&mut self, programme: ProgrammeId) -> Result<Vec<Looked>, Fault> {
        let sql = "SELECT detail FROM alert_looked WHERE programme = $1 ORDER BY day, place, vendor, kind";
        self.all(sql, &[programme.into()], |r| from_json(&r.t(0)?))
    }

    /// Every spent coupon in order, with the redemption that spent it.
    pub fn each_spent(&mut self, programme: ProgrammeId, mut row: impl FnMut(CouponId, i64)) -> Result<(), Fault> {
        let sql = "SELECT id, moved_seq FROM coupon WHERE programme = $1 AND state = 4 ORDER BY id";
        self.each(sql, &[programme.into()], |r| {
            row(CouponId(r.i(0)?), r.i(1)?);
            Ok(())
        })
    }

    /// The redemptions that came from a phone, each with which.
    pub fn redemption_devices(&mut self, programme: ProgrammeId) -> Result<Vec<(i64, Uuid)>, Fault> {
        self.all(
            "SELECT r.seq, c.device FROM redemption r JOIN command c ON c.programme = r.programme AND c.seq = r.seq
             WHERE r.programme = $1 AND c.device IS NOT NULL ORDER BY r.seq",
            &[programme.into()],
            |r| Ok((r.i(0)?, Uuid::from_slice(&r.b(1)?).map_err(|e| Fault::Inconsistent(e.to_string()))?)),
        )
    }
}
