//! An organisation's phone without a network: what it may hand out, and what its acts say.
//!
//! A coupon's square says its code, a booklet's cover and the lists say numbers; so the lists bring two bytes of a hash
//! for each coupon that the organisation still holds, in the order of its numbers. That is enough to find the number of
//! a coupon in hand, and too little to find a code: of the 2⁴⁵ codes, 2²⁹ have the same two bytes, and one is the
//! coupon's. Whoever has the lists and guesses is right once in 2²⁹, no more often than whoever has nothing and guesses
//! among a hundred thousand coupons. The two bytes are the same in all lists, so that many lists say no more than one.
//! When two coupons have the same, the phone asks which number is printed; and what was scanned travels with the act,
//! so that the server compares.

use super::Named;
use crate::chain::Hash;
use crate::coupon::{Coupon, Funding};
use crate::handout::MAX_COUPONS;
use crate::ids::{BatchId, ClassId, FundId, PartnerId, ProgrammeId};
use crate::programme::Book;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What is hashed to find a held coupon's number begins with these bytes.
pub const MARK_TAG: &[u8] = b"cabas-mark-v1";
/// How much of that hash is listed, bytes: see above before making it longer.
pub const MARK_BYTES: usize = 2;

/// The mark of a coupon that an organisation holds.
pub fn mark(programme: ProgrammeId, code: crate::code::Code) -> [u8; MARK_BYTES] {
    let digest = Sha256::new()
        .chain_update(MARK_TAG)
        .chain_update(programme.0.to_be_bytes())
        .chain_update(&code.bits().to_be_bytes()[2..])
        .finalize();
    let mut mark = [0; MARK_BYTES];
    mark.copy_from_slice(&digest[..MARK_BYTES]);
    mark
}

/// A household size.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ListedBand {
    /// Its short name.
    pub key: String,
    /// Its name.
    pub label: String,
    /// What it usually receives a week, cents.
    pub weekly_cents: i64,
}

/// Coupons in a row that an organisation holds: of one batch, one class, one fund.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Held {
    /// The organisation.
    pub partner: PartnerId,
    /// Their batch.
    pub batch: BatchId,
    /// Coupons in a booklet of it.
    pub booklet: u32,
    /// Their class.
    pub class: ClassId,
    /// What one costs its fund, cents.
    pub cost_cents: i64,
    /// The fund that pays for them, when it was said.
    pub fund: Option<FundId>,
    /// The first number.
    pub first: u32,
    /// The last number.
    pub last: u32,
}

impl Held {
    /// Coupons that organisations hold, in rows.
    pub fn rows(book: &Book, booklet: impl Fn(BatchId) -> u32, coupons: &[Coupon]) -> Vec<Self> {
        let mut rows: Vec<Self> = Vec::new();
        for coupon in coupons {
            let (batch, number) = (coupon.id.batch(), coupon.id.number());
            let Some(partner) = coupon.partner else { continue };
            let Some(class) = book.class(coupon.class).filter(|c| c.funding == Funding::Granted) else { continue };
            match rows.last_mut() {
                Some(row)
                    if (row.partner, row.batch, row.class, row.fund) == (partner, batch, class.id, coupon.fund)
                        && row.last + 1 == number =>
                {
                    row.last = number;
                }
                _ => rows.push(Self {
                    partner,
                    batch,
                    booklet: booklet(batch),
                    class: class.id,
                    cost_cents: class.cost().minor,
                    fund: coupon.fund,
                    first: number,
                    last: number,
                }),
            }
        }
        rows
    }
}

/// What a fund may still promise.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Room {
    /// The fund.
    pub fund: FundId,
    /// How much, cents.
    pub cents: i64,
}

/// Everything a phone needs to hand coupons out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Desk {
    /// The organisations it may hand out for.
    pub partners: Vec<Named<PartnerId>>,
    /// Household sizes.
    pub bands: Vec<ListedBand>,
    /// What the organisations hold.
    pub held: Vec<Held>,
    /// The mark of each coupon of `held`, one after the other, base64url. There may be fewer than coupons: those without
    /// are found by their number only.
    pub marks: String,
    /// What each fund may still promise.
    pub rooms: Vec<Room>,
    /// Whether coupons whose fund nobody said may be handed out.
    pub any_fund: bool,
}

/// Coupons in one hand-out of a phone, at most.
pub const MOST: u64 = MAX_COUPONS;

/// What a hand-out on a phone says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given<'a> {
    /// The device.
    pub device: Uuid,
    /// The act's number on it.
    pub seq: i64,
    /// When, milliseconds since 1970, by the phone.
    pub at_ms: i64,
    /// The organisation.
    pub partner: PartnerId,
    /// The household's size.
    pub band: &'a str,
    /// Which coupons, `3:9-16`.
    pub coupons: &'a str,
    /// What was scanned of them.
    pub codes: &'a [String],
}

impl Given<'_> {
    /// Its hash after `previous`.
    pub fn hash(&self, previous: &Hash) -> Hash {
        let Self { device, seq, at_ms, partner, band, coupons, codes } = self;
        let codes = codes.join("\n");
        super::after(previous, &format!("cabas-give-v1\n{device}\n{seq}\n{at_ms}\n{}\n{band}\n{coupons}\n{codes}", partner.0))
    }
}

/// A hand-out of this phone taken back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TakenBack {
    /// The device.
    pub device: Uuid,
    /// The act's number on it.
    pub seq: i64,
    /// When, milliseconds since 1970, by the phone.
    pub at_ms: i64,
    /// The organisation.
    pub partner: PartnerId,
    /// The hand-out's number on this device.
    pub of: i64,
}

impl TakenBack {
    /// Its hash after `previous`.
    pub fn hash(&self, previous: &Hash) -> Hash {
        let Self { device, seq, at_ms, partner, of } = self;
        super::after(previous, &format!("cabas-take-back-v1\n{device}\n{seq}\n{at_ms}\n{}\n{of}", partner.0))
    }
}
