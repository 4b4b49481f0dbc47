//! Phones in a copy: their public keys and how far their outboxes came, so that they go on with the restored programme.
//! Links that nobody followed are left out: the card is made again.

use super::{Line, broken};
use crate::command::Cx;
use crate::world::Error;
use domain::chain::{Hash, hex, unhex};
use domain::ids::{PartnerId, PersonId, PlaceId, ProgrammeId, VendorId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{Device, DeviceAct};
use uuid::Uuid;

/// A phone.
#[derive(Serialize, Deserialize)]
pub(super) struct PhoneLine {
    programme: u16,
    id: Uuid,
    person: u32,
    vendor: Option<u32>,
    place: Option<u32>,
    #[serde(default)]
    partner: Option<u32>,
    name: String,
    public_key: String,
    link_until: i64,
    enrolled_at: Option<i64>,
    seen_at: Option<i64>,
    revoked_at: Option<i64>,
    broken_at: Option<i64>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    hub: String,
    acts: Vec<ActLine>,
}

/// An act's number, hashes and times.
#[derive(Serialize, Deserialize)]
struct ActLine(i64, String, String, i64, i64);

/// A programme's phones.
pub(super) fn copy(cx: &mut Cx<'_, '_>) -> Result<Vec<Line>, Error> {
    let programme = cx.programme;
    let mut lines = Vec::new();
    for device in cx.tx.devices(programme)? {
        let Some(public_key) = device.public_key.as_deref().map(hex) else { continue };
        let us = |at: Option<Timestamp>| at.map(Timestamp::as_microsecond);
        let acts = cx.tx.device_acts(programme, device.id)?;
        lines.push(Line::Phone(Box::new(PhoneLine {
            programme: programme.0,
            id: device.id,
            person: device.person.0,
            vendor: device.vendor.map(|v| v.0),
            place: device.place.map(|p| p.0),
            partner: device.partner.map(|p| p.0),
            name: device.name,
            public_key,
            link_until: device.link_until.as_microsecond(),
            enrolled_at: us(device.enrolled_at),
            seen_at: us(device.seen_at),
            revoked_at: us(device.revoked_at),
            broken_at: us(device.broken_at),
            hub: device.hub,
            acts: acts
                .iter()
                .map(|a| {
                    ActLine(a.seq, hex(&a.previous), hex(&a.hash), a.claimed_at.as_microsecond(), a.arrived_at.as_microsecond())
                })
                .collect(),
        })));
    }
    Ok(lines)
}

/// The other way.
pub(super) fn restore(cx: &mut Cx<'_, '_>, line: PhoneLine) -> Result<(), Error> {
    let instant = |us| Timestamp::from_microsecond(us).map_err(|e| broken(e.to_string()));
    let hash = |text: &str| unhex(text).and_then(|b| Hash::try_from(b).ok()).ok_or_else(|| broken("the hash of an act"));
    let programme = ProgrammeId(line.programme);
    let device = Device {
        id: line.id,
        person: PersonId(line.person),
        vendor: line.vendor.map(VendorId),
        place: line.place.map(PlaceId),
        partner: line.partner.map(PartnerId),
        name: line.name,
        link_until: instant(line.link_until)?,
        public_key: Some(unhex(&line.public_key).ok_or_else(|| broken("a phone's key"))?),
        enrolled_at: line.enrolled_at.map(instant).transpose()?,
        seen_at: line.seen_at.map(instant).transpose()?,
        revoked_at: line.revoked_at.map(instant).transpose()?,
        broken_at: line.broken_at.map(instant).transpose()?,
        hub: line.hub,
    };
    // Its link was followed: nobody has this one.
    let link = Sha256::digest(device.id.as_bytes()).into();
    cx.tx.restore_device(programme, &device, &link)?;
    for ActLine(seq, previous, own, claimed_at, arrived_at) in line.acts {
        let (claimed_at, arrived_at) = (instant(claimed_at)?, instant(arrived_at)?);
        let act = DeviceAct { seq, previous: hash(&previous)?, hash: hash(&own)?, claimed_at, arrived_at };
        cx.tx.add_device_act(programme, device.id, &act)?;
    }
    Ok(())
}
