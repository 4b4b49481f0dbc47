//! Phones that accept coupons, and what they sent.

use crate::fault::Fault;
use crate::row::{none_is_zero, some};
use crate::tx::Tx;
use domain::chain::Hash;
use domain::coupon::State;
use domain::ids::{CouponId, PartnerId, PersonId, PlaceId, ProgrammeId, VendorId};
use jiff::Timestamp;
use uuid::Uuid;

/// A phone, or the link that will make one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Device {
    /// Its identifier.
    pub id: Uuid,
    /// Whose.
    pub person: PersonId,
    /// The merchant it is limited to.
    pub vendor: Option<VendorId>,
    /// The place it is limited to.
    pub place: Option<PlaceId>,
    /// The organisation it is limited to; such a phone accepts nothing, it hands out.
    pub partner: Option<PartnerId>,
    /// What with, such as « Chrome · Android »; empty until it is enrolled.
    pub name: String,
    /// Until when its link is good.
    pub link_until: Timestamp,
    /// The public half of its key; none until it is enrolled.
    pub public_key: Option<Vec<u8>>,
    /// When it was enrolled.
    pub enrolled_at: Option<Timestamp>,
    /// When it was last heard of.
    pub seen_at: Option<Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
    /// When its outbox first did not hold together.
    pub broken_at: Option<Timestamp>,
    /// The address at which it is a market's hub; empty for a phone.
    pub hub: String,
}

/// One act of a device's outbox, as far as its chain goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DeviceAct {
    /// Its number on the device.
    pub seq: i64,
    /// The hash of the one before.
    pub previous: Hash,
    /// Its own.
    pub hash: Hash,
    /// When, by the device.
    pub claimed_at: Timestamp,
    /// When it arrived.
    pub arrived_at: Timestamp,
}

/// One static text a query: the columns are the same in each.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, person, vendor, place, name, link_until, public_key, enrolled_at, seen_at, revoked_at, broken_at, hub, partner FROM device ",
            $rest
        )
    };
}

impl Tx<'_> {
    /// Adds a link that will make a device.
    pub fn add_device(&mut self, programme: ProgrammeId, device: &Device, link: &Hash) -> Result<(), Fault> {
        self.run(
            "INSERT INTO device (programme, id, person, vendor, place, name, link_hash, link_until, partner)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &[
                programme.into(),
                device.id.as_bytes().into(),
                device.person.0.into(),
                none_is_zero(device.vendor, |v| v.0).into(),
                none_is_zero(device.place, |p| p.0).into(),
                (&device.name).into(),
                link.into(),
                device.link_until.as_microsecond().into(),
                none_is_zero(device.partner, |p| p.0).into(),
            ],
        )
        .map(drop)
    }

    /// Adds a device as it was, from a backup.
    pub fn restore_device(&mut self, programme: ProgrammeId, device: &Device, link: &Hash) -> Result<(), Fault> {
        self.add_device(programme, device, link)?;
        let us = |at: Option<Timestamp>| crate::Arg::OptI(at.map(Timestamp::as_microsecond));
        self.run(
            "UPDATE device SET public_key = $3, enrolled_at = $4, seen_at = $5, revoked_at = $6, broken_at = $7, hub = $8
             WHERE programme = $1 AND id = $2",
            &[
                programme.into(),
                device.id.as_bytes().into(),
                crate::Arg::OptB(device.public_key.as_deref()),
                us(device.enrolled_at),
                us(device.seen_at),
                us(device.revoked_at),
                us(device.broken_at),
                (&device.hub).into(),
            ],
        )
        .map(drop)
    }

    /// A device.
    pub fn device(&mut self, programme: ProgrammeId, id: Uuid) -> Result<Option<Device>, Fault> {
        let sql = select!("WHERE programme = $1 AND id = $2");
        self.first(sql, &[programme.into(), id.as_bytes().into()], read)
    }

    /// The device of a link, whether it was followed or not.
    pub fn device_by_link(&mut self, programme: ProgrammeId, link: &Hash) -> Result<Option<Device>, Fault> {
        let sql = select!("WHERE programme = $1 AND link_hash = $2");
        self.first(sql, &[programme.into(), link.into()], read)
    }

    /// A programme's devices, the last made first.
    pub fn devices(&mut self, programme: ProgrammeId) -> Result<Vec<Device>, Fault> {
        let sql = select!("WHERE programme = $1 ORDER BY link_until DESC, id");
        self.all(sql, &[programme.into()], read)
    }

    /// A phone follows its link: once.
    pub fn enrol_device(
        &mut self,
        programme: ProgrammeId,
        id: Uuid,
        key: &[u8],
        name: &str,
        now: Timestamp,
    ) -> Result<bool, Fault> {
        let sql = "UPDATE device SET public_key = $3, name = $4, enrolled_at = $5, seen_at = $5
                   WHERE programme = $1 AND id = $2 AND public_key IS NULL AND revoked_at IS NULL";
        let args = [programme.into(), id.as_bytes().into(), key.into(), name.into(), now.as_microsecond().into()];
        Ok(self.run(sql, &args)? > 0)
    }

    /// Writes that a device was heard of.
    pub fn touch_device(&mut self, programme: ProgrammeId, id: Uuid, now: Timestamp) -> Result<(), Fault> {
        let sql = "UPDATE device SET seen_at = $3 WHERE programme = $1 AND id = $2";
        self.run(sql, &[programme.into(), id.as_bytes().into(), now.as_microsecond().into()]).map(drop)
    }

    /// Writes that a device's outbox does not hold together; the first time counts.
    pub fn mark_device_broken(&mut self, programme: ProgrammeId, id: Uuid, now: Timestamp) -> Result<(), Fault> {
        let sql = "UPDATE device SET broken_at = $3 WHERE programme = $1 AND id = $2 AND broken_at IS NULL";
        self.run(sql, &[programme.into(), id.as_bytes().into(), now.as_microsecond().into()]).map(drop)
    }

    /// Revokes a device, or a link that was not followed.
    pub fn revoke_device(&mut self, programme: ProgrammeId, id: Uuid, now: Timestamp) -> Result<(), Fault> {
        let sql = "UPDATE device SET revoked_at = $3 WHERE programme = $1 AND id = $2 AND revoked_at IS NULL";
        self.run(sql, &[programme.into(), id.as_bytes().into(), now.as_microsecond().into()]).map(drop)
    }

    /// Says at which address a device is a market's hub; empty when it is none any more.
    pub fn set_device_hub(&mut self, programme: ProgrammeId, id: Uuid, address: &str) -> Result<(), Fault> {
        let sql = "UPDATE device SET hub = $3 WHERE programme = $1 AND id = $2";
        self.run(sql, &[programme.into(), id.as_bytes().into(), address.into()]).map(drop)
    }

    /// An act of a device's outbox.
    pub fn device_act(&mut self, programme: ProgrammeId, device: Uuid, seq: i64) -> Result<Option<DeviceAct>, Fault> {
        let sql = "SELECT seq, previous, hash, claimed_at, arrived_at FROM device_act WHERE programme = $1 AND device = $2 AND seq = $3";
        self.first(sql, &[programme.into(), device.as_bytes().into(), seq.into()], read_act)
    }

    /// All of a device's acts, in its order.
    pub fn device_acts(&mut self, programme: ProgrammeId, device: Uuid) -> Result<Vec<DeviceAct>, Fault> {
        let sql = "SELECT seq, previous, hash, claimed_at, arrived_at FROM device_act WHERE programme = $1 AND device = $2 ORDER BY seq";
        self.all(sql, &[programme.into(), device.as_bytes().into()], read_act)
    }

    /// Keeps an act's hashes.
    pub fn add_device_act(&mut self, programme: ProgrammeId, device: Uuid, act: &DeviceAct) -> Result<(), Fault> {
        self.run(
            "INSERT INTO device_act (programme, device, seq, previous, hash, claimed_at, arrived_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                programme.into(),
                device.as_bytes().into(),
                act.seq.into(),
                (&act.previous).into(),
                (&act.hash).into(),
                act.claimed_at.as_microsecond().into(),
                act.arrived_at.as_microsecond().into(),
            ],
        )
        .map(drop)
    }

    /// Coupons that became worth nothing after a command, in their order. None of them comes back.
    pub fn gone_coupons(&mut self, programme: ProgrammeId, after_seq: i64) -> Result<Vec<(CouponId, State)>, Fault> {
        let sql = "SELECT id, state FROM coupon WHERE programme = $1 AND state >= $2 AND moved_seq > $3 ORDER BY id";
        self.all(sql, &[programme.into(), State::Redeemed.as_i64().into(), after_seq.into()], |r| {
            let state = r.i(1)?;
            let state = State::from_i64(state).ok_or_else(|| Fault::Inconsistent(format!("state {state}")))?;
            Ok((CouponId(r.i(0)?), state))
        })
    }

    /// How many there are.
    pub fn gone_count(&mut self, programme: ProgrammeId) -> Result<u64, Fault> {
        let sql = "SELECT COUNT(*) FROM coupon WHERE programme = $1 AND state >= $2";
        let count = self.first(sql, &[programme.into(), State::Redeemed.as_i64().into()], |r| r.i(0))?;
        Ok(count.and_then(|count| u64::try_from(count).ok()).unwrap_or(0))
    }
}

fn read(r: &crate::Row<'_>) -> Result<Device, Fault> {
    Ok(Device {
        id: Uuid::from_slice(&r.b(0)?).map_err(|e| Fault::Inconsistent(e.to_string()))?,
        person: PersonId(r.u(1)?),
        vendor: some(r.u(2)?, VendorId),
        place: some(r.u(3)?, PlaceId),
        name: r.t(4)?,
        link_until: r.at(5)?,
        public_key: r.opt_b(6)?,
        enrolled_at: r.opt_at(7)?,
        seen_at: r.opt_at(8)?,
        revoked_at: r.opt_at(9)?,
        broken_at: r.opt_at(10)?,
        hub: r.t(11)?,
        partner: some(r.u(12)?, PartnerId),
    })
}

fn read_act(r: &crate::Row<'_>) -> Result<DeviceAct, Fault> {
    let hash = |bytes: Vec<u8>| bytes.try_into().map_err(|_| Fault::Inconsistent("the hash of an act".to_owned()));
    Ok(DeviceAct { seq: r.i(0)?, previous: hash(r.b(1)?)?, hash: hash(r.b(2)?)?, claimed_at: r.at(3)?, arrived_at: r.at(4)? })
}
