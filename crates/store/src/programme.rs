//! Programmes and their books.

use crate::fault::Fault;
use crate::row::Row;
use crate::tx::{Head, Tx};
use crate::world::SqlWorld;
use domain::agreement::Agreement;
use domain::amendment::Amendment;
use domain::fund::Fund;
use domain::ids::{PlaceId, ProgrammeId, VendorId};
use domain::place::Place;
use domain::programme::{Book, Entry};
use domain::role::Grant;
use domain::world::Counts;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::{Arc, PoisonError};

pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|e| Fault::Other(e.to_string()))
}

pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|e| Fault::Inconsistent(e.to_string()))
}

/// Writes a new programme and its head.
pub(crate) fn open(world: &mut SqlWorld<'_, '_>, book: Book) -> Result<(), Fault> {
    let programme = world.programme.into();
    world.tx.run(
        "INSERT INTO programme (programme, key, identity, season, rules, units, bands) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            programme,
            (&book.identity.key).into(),
            (&to_json(&book.identity)?).into(),
            (&to_json(&book.season)?).into(),
            (&to_json(&book.rules)?).into(),
            (&to_json(&book.units)?).into(),
            (&to_json(&book.bands)?).into(),
        ],
    )?;
    let head = Head {
        seq: 0,
        chain: domain::chain::GENESIS,
        recorded_at: Timestamp::UNIX_EPOCH,
        book_seq: world.seq,
        counts: Counts::default(),
    };
    world.tx.run(
        "INSERT INTO head (programme, seq, chain, recorded_at, book_seq, batches, disputes, runs, payments)
         VALUES ($1, 0, $2, 0, 0, 0, 0, 0, 0)",
        &[programme, (&head.chain).into()],
    )?;
    world.tx.heads.insert(world.programme, head);
    remember(world, book);
    Ok(())
}

/// Writes entries and the book's new version.
pub(crate) fn enroll(world: &mut SqlWorld<'_, '_>, entries: Vec<Entry>) -> Result<(), Fault> {
    let mut book = world.book.as_deref().cloned().ok_or_else(|| Fault::Inconsistent("no book".to_owned()))?;
    for entry in entries {
        write_entry(world.tx, world.programme, &book, &entry)?;
        book.add(entry);
    }
    remember(world, book);
    Ok(())
}

/// Takes a role away.
pub(crate) fn revoke(world: &mut SqlWorld<'_, '_>, grant: Grant) -> Result<(), Fault> {
    let mut book = world.book.as_deref().cloned().ok_or_else(|| Fault::Inconsistent("no book".to_owned()))?;
    world.tx.run(
        "DELETE FROM role WHERE programme = $1 AND person = $2 AND role = $3",
        &[world.programme.into(), grant.person.0.into(), (&to_json(&grant.role)?).into()],
    )?;
    book.grants.retain(|g| *g != grant);
    remember(world, book);
    Ok(())
}

/// Writes an agreement's new signatures.
pub(crate) fn update_agreement(world: &mut SqlWorld<'_, '_>, number: u32, agreement: &Agreement) -> Result<(), Fault> {
    let mut book = world.book.as_deref().cloned().ok_or_else(|| Fault::Inconsistent("no book".to_owned()))?;
    let iso = |day: Option<Date>| day.map(|d| d.to_string());
    let (vendor_signed, programme_signed) = (iso(agreement.vendor_signed_on), iso(agreement.programme_signed_on));
    world.tx.run(
        "UPDATE agreement SET vendor_signed_on = $3, programme_signed_on = $4, text_digest = $5 WHERE programme = $1 AND id = $2",
        &[
            world.programme.into(),
            number.into(),
            crate::Arg::OptT(vendor_signed.as_deref()),
            crate::Arg::OptT(programme_signed.as_deref()),
            crate::Arg::OptT(agreement.text_digest.as_deref()),
        ],
    )?;
    let slot = usize::try_from(number).ok().and_then(|n| book.agreements.get_mut(n.wrapping_sub(1)));
    agreement.clone_into(slot.ok_or_else(|| Fault::Inconsistent(format!("agreement {number}")))?);
    remember(world, book);
    Ok(())
}

/// Writes a place that changed and the book's new version.
pub(crate) fn change_place(world: &mut SqlWorld<'_, '_>, place: Place) -> Result<(), Fault> {
    let mut book = world.book.as_deref().cloned().ok_or_else(|| Fault::Inconsistent("no book".to_owned()))?;
    let changed = world.tx.run(
        "UPDATE place SET name = $3, detail = $4 WHERE programme = $1 AND id = $2",
        &[world.programme.into(), place.id.0.into(), (&place.name).into(), (&to_json(&place)?).into()],
    )?;
    if changed != 1 {
        return Err(Fault::Inconsistent(format!("{} is not in its table", place.id)));
    }
    book.replace_place(place);
    remember(world, book);
    Ok(())
}

/// Writes a fund whose terms changed and the book's new version.
pub(crate) fn change_fund(world: &mut SqlWorld<'_, '_>, fund: Fund) -> Result<(), Fault> {
    let mut book = world.book.as_deref().cloned().ok_or_else(|| Fault::Inconsistent("no book".to_owned()))?;
    let changed = world.tx.run(
        "UPDATE fund SET detail = $3 WHERE programme = $1 AND id = $2",
        &[world.programme.into(), fund.id.0.into(), (&to_json(&fund)?).into()],
    )?;
    if changed != 1 {
        return Err(Fault::Inconsistent(format!("{} is not in its table", fund.id)));
    }
    book.replace_fund(fund);
    remember(world, book);
    Ok(())
}

/// Writes an amendment, a new one or its next step.
pub(crate) fn amend(world: &mut SqlWorld<'_, '_>, amendment: Amendment) -> Result<(), Fault> {
    let mut book = world.book.as_deref().cloned().ok_or_else(|| Fault::Inconsistent("no book".to_owned()))?;
    world.tx.run(
        "INSERT INTO amendment (programme, number, detail) VALUES ($1, $2, $3)
         ON CONFLICT (programme, number) DO UPDATE SET detail = excluded.detail",
        &[world.programme.into(), amendment.number.into(), (&to_json(&amendment)?).into()],
    )?;
    book.write_amendment(amendment);
    remember(world, book);
    Ok(())
}

/// Marks the season closed.
pub(crate) fn close(world: &mut SqlWorld<'_, '_>, at: Timestamp) -> Result<(), Fault> {
    let mut book = world.book.as_deref().cloned().ok_or_else(|| Fault::Inconsistent("no book".to_owned()))?;
    world
        .tx
        .run("UPDATE programme SET closed_at = $2 WHERE programme = $1", &[world.programme.into(), at.as_microsecond().into()])?;
    book.closed_at = Some(at);
    remember(world, book);
    Ok(())
}

pub(crate) fn remember(world: &mut SqlWorld<'_, '_>, book: Book) {
    let book = Arc::new(book);
    if let Some(head) = world.tx.heads.get_mut(&world.programme) {
        head.book_seq = world.seq;
    }
    let mut books = world.tx.books.lock().unwrap_or_else(PoisonError::into_inner);
    books.insert(world.programme, (world.seq, book.clone()));
    world.book = Some(book);
}

fn write_entry(tx: &mut Tx<'_>, programme: ProgrammeId, book: &Book, entry: &Entry) -> Result<(), Fault> {
    let p = programme.into();
    let iso = |day: Option<Date>| day.map(|d| d.to_string());
    let detail = match entry {
        Entry::Class(class) => to_json(class)?,
        Entry::Place(place) => to_json(place)?,
        Entry::Partner(partner) => to_json(partner)?,
        Entry::Vendor(vendor) => to_json(vendor)?,
        Entry::Fund(fund) => to_json(fund)?,
        Entry::Offer(offer) => to_json(offer)?,
        Entry::Agreement(_) => String::new(),
        Entry::Grant(grant) => to_json(&grant.role)?,
    };
    match entry {
        Entry::Class(class) => {
            let funding = if class.funding == domain::coupon::Funding::Sold { "sold" } else { "granted" };
            let (letter, expires) = (class.letter.to_string(), iso(class.expires_on));
            tx.run(
                "INSERT INTO class (programme, id, letter, face, unit, funding, expires_on, detail)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                &[
                    p,
                    i64::from(class.id).into(),
                    (&letter).into(),
                    class.face.minor.into(),
                    i64::from(class.face.unit.0).into(),
                    funding.into(),
                    crate::Arg::OptT(expires.as_deref()),
                    (&detail).into(),
                ],
            )?;
        }
        Entry::Place(e) => named(tx, PLACE, programme, e.id.0, &e.key, &e.name, &detail)?,
        Entry::Partner(e) => named(tx, PARTNER, programme, e.id.0, &e.key, &e.name, &detail)?,
        Entry::Vendor(e) => named(tx, VENDOR, programme, e.id.0, &e.key, &e.name, &detail)?,
        Entry::Fund(e) => named(tx, FUND, programme, e.id.0, &e.key, &e.name, &detail)?,
        Entry::Offer(e) => named(tx, OFFER, programme, e.id.0, &e.key, &e.name, &detail)?,
        Entry::Agreement(e) => {
            let number = i64::try_from(book.agreements.len() + 1).unwrap_or(i64::MAX);
            let (vendor_signed, programme_signed) = (iso(e.vendor_signed_on), iso(e.programme_signed_on));
            tx.run(
                "INSERT INTO agreement (programme, id, vendor, place, from_on, until_on, vendor_signed_on, programme_signed_on, text_digest)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                &[
                    p,
                    number.into(),
                    e.vendor.0.into(),
                    e.place.0.into(),
                    (&e.from.to_string()).into(),
                    (&e.until.to_string()).into(),
                    crate::Arg::OptT(vendor_signed.as_deref()),
                    crate::Arg::OptT(programme_signed.as_deref()),
                    crate::Arg::OptT(e.text_digest.as_deref()),
                ],
            )?;
        }
        Entry::Grant(grant) => {
            // Not their count: roles are taken away too.
            let last = tx.first("SELECT COALESCE(MAX(id), 0) FROM role WHERE programme = $1", &[p], |r| r.i(0))?.unwrap_or(0);
            let number = last + 1;
            tx.run(
                "INSERT INTO role (programme, id, person, role) VALUES ($1, $2, $3, $4)",
                &[p, number.into(), grant.person.0.into(), (&detail).into()],
            )?;
        }
    }
    Ok(())
}

const PLACE: &str = "INSERT INTO place (programme, id, key, name, detail) VALUES ($1, $2, $3, $4, $5)";
const PARTNER: &str = "INSERT INTO partner (programme, id, key, name, detail) VALUES ($1, $2, $3, $4, $5)";
const VENDOR: &str = "INSERT INTO vendor (programme, id, key, name, detail) VALUES ($1, $2, $3, $4, $5)";
const FUND: &str = "INSERT INTO fund (programme, id, key, name, detail) VALUES ($1, $2, $3, $4, $5)";
const OFFER: &str = "INSERT INTO offer (programme, id, key, name, detail) VALUES ($1, $2, $3, $4, $5)";

fn named(
    tx: &mut Tx<'_>,
    sql: &'static str,
    programme: ProgrammeId,
    id: u32,
    key: &str,
    name: &str,
    detail: &str,
) -> Result<(), Fault> {
    tx.run(sql, &[programme.into(), id.into(), key.into(), name.into(), detail.into()]).map(drop)
}

impl Tx<'_> {
    /// A programme's book as of the last command, if the programme exists.
    pub fn book(&mut self, programme: ProgrammeId) -> Result<Option<Arc<Book>>, Fault> {
        let seq = match self.heads.get(&programme) {
            Some(head) => Some(head.book_seq),
            None => self.first("SELECT book_seq FROM head WHERE programme = $1", &[programme.into()], |r| r.i(0))?,
        };
        seq.map(|seq| self.book_at(programme, seq)).transpose()
    }

    /// The book of a version, from memory or from its tables.
    pub(crate) fn book_at(&mut self, programme: ProgrammeId, seq: i64) -> Result<Arc<Book>, Fault> {
        let cached = self.books.lock().unwrap_or_else(PoisonError::into_inner).get(&programme).cloned();
        if let Some((known, book)) = cached
            && known == seq
        {
            return Ok(book);
        }
        let book = Arc::new(load(self, programme)?);
        self.books.lock().unwrap_or_else(PoisonError::into_inner).insert(programme, (seq, book.clone()));
        Ok(book)
    }

    /// The books of all programmes, in order.
    pub fn books(&mut self) -> Result<Vec<Arc<Book>>, Fault> {
        let versions = self.all("SELECT programme, book_seq FROM head ORDER BY programme", &[], |r| Ok((r.i(0)?, r.i(1)?)))?;
        let mut out = Vec::with_capacity(versions.len());
        for (id, seq) in versions {
            let Some(programme) = ProgrammeId::from_i64(id) else { continue };
            // A version that this very transaction changed is newer than the table's.
            let seq = self.heads.get(&programme).map_or(seq, |head| head.book_seq);
            out.push(self.book_at(programme, seq)?);
        }
        Ok(out)
    }
}

fn load(tx: &mut Tx<'_>, programme: ProgrammeId) -> Result<Book, Fault> {
    let p = [programme.into()];
    let json = |r: &Row<'_>| r.t(0);
    let (identity, season, rules, units, bands, closed_at) = tx
        .first("SELECT identity, season, rules, units, bands, closed_at FROM programme WHERE programme = $1", &p, |r| {
            Ok((r.t(0)?, r.t(1)?, r.t(2)?, r.t(3)?, r.t(4)?, r.opt_at(5)?))
        })?
        .ok_or_else(|| Fault::Inconsistent(format!("{programme} has a head but no programme")))?;
    Ok(Book {
        identity: from_json(&identity)?,
        season: from_json(&season)?,
        rules: from_json(&rules)?,
        units: from_json(&units)?,
        bands: from_json(&bands)?,
        classes: list(&tx.all("SELECT detail FROM class WHERE programme = $1 ORDER BY id", &p, json)?)?,
        places: list(&tx.all("SELECT detail FROM place WHERE programme = $1 ORDER BY id", &p, json)?)?,
        partners: list(&tx.all("SELECT detail FROM partner WHERE programme = $1 ORDER BY id", &p, json)?)?,
        vendors: list(&tx.all("SELECT detail FROM vendor WHERE programme = $1 ORDER BY id", &p, json)?)?,
        funds: list(&tx.all("SELECT detail FROM fund WHERE programme = $1 ORDER BY id", &p, json)?)?,
        offers: list(&tx.all("SELECT detail FROM offer WHERE programme = $1 ORDER BY id", &p, json)?)?,
        agreements: tx.all(
            "SELECT vendor, place, from_on, until_on, vendor_signed_on, programme_signed_on, text_digest FROM agreement
             WHERE programme = $1 ORDER BY id",
            &p,
            agreement,
        )?,
        grants: tx.all("SELECT person, role FROM role WHERE programme = $1 ORDER BY id", &p, |r| {
            Ok(domain::role::Grant { person: domain::ids::PersonId(r.u(0)?), role: from_json(&r.t(1)?)? })
        })?,
        signing_keys: crate::signing_key::load(tx, programme)?,
        amendments: list(&tx.all("SELECT detail FROM amendment WHERE programme = $1 ORDER BY number", &p, json)?)?,
        closed_at,
    })
}

fn list<T: DeserializeOwned>(details: &[String]) -> Result<Vec<T>, Fault> {
    details.iter().map(|d| from_json(d)).collect()
}

fn agreement(row: &Row<'_>) -> Result<Agreement, Fault> {
    let day = |text: String| text.parse::<Date>().map_err(|e| Fault::Inconsistent(e.to_string()));
    Ok(Agreement {
        vendor: VendorId(row.u(0)?),
        place: PlaceId(row.u(1)?),
        from: day(row.t(2)?)?,
        until: day(row.t(3)?)?,
        vendor_signed_on: row.opt_t(4)?.map(day).transpose()?,
        programme_signed_on: row.opt_t(5)?.map(day).transpose()?,
        text_digest: row.opt_t(6)?,
    })
}
