//! A market's own hub: one small SQLite file of its own, apart from the platform's database. It keeps what phones gave
//! it to carry, exactly as they signed it, and which coupon belongs to which phone, in the order in which they asked.

use crate::fault::Fault;
use crate::sqlite;
use domain::chain::Hash;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use std::path::Path;
use uuid::Uuid;

/// How a coupon is named here: a part of a hash, never its code.
pub type Mark = [u8; 16];

const TABLES: &str = "
CREATE TABLE IF NOT EXISTS fact (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- What a phone signed, in the order it came. The body goes once the platform has answered; the answer stays.
CREATE TABLE IF NOT EXISTS envelope (
    id INTEGER NOT NULL PRIMARY KEY,
    device BLOB NOT NULL,
    body_hash BLOB NOT NULL,
    header TEXT NOT NULL,
    body BLOB,
    taken_at INTEGER NOT NULL,
    again_at INTEGER NOT NULL,
    answer BLOB,
    signature TEXT,
    answered_at INTEGER,
    UNIQUE (device, body_hash)
) STRICT;
CREATE INDEX IF NOT EXISTS envelope_waiting ON envelope (id) WHERE answered_at IS NULL;
-- Whose payment a coupon is in: the first who said so, for good.
CREATE TABLE IF NOT EXISTS taken (coupon BLOB NOT NULL PRIMARY KEY, device BLOB NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- Who is about to accept it.
CREATE TABLE IF NOT EXISTS held (coupon BLOB NOT NULL PRIMARY KEY, device BLOB NOT NULL, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;
";

/// Whose a coupon is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Claim {
    /// Held from now on for whoever asked.
    Yours,
    /// Another device is about to accept it.
    Held,
    /// It is in a payment.
    Taken,
}

/// What a phone gave to carry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Envelope {
    /// Its number here: the order in which it came.
    pub id: i64,
    /// The `Authorization` header, as the phone made it.
    pub header: String,
    /// The body, byte for byte.
    pub body: Vec<u8>,
}

/// The platform's answer to an envelope, with its signature.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Returned {
    /// The body, byte for byte.
    pub answer: Vec<u8>,
    /// `SLOT.SIGNATURE`.
    pub signature: String,
}

/// The hub's file, open.
pub struct HubFile {
    connection: Connection,
}

impl HubFile {
    /// Opens the file, or makes it: readable by its owner only.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path).map_err(|e| Fault::Away(format!("{}: {e}", path.display())))?;
        let connection = sqlite::open_writer(path)?;
        connection.execute_batch(TABLES)?;
        connection.execute_batch("PRAGMA wal_autocheckpoint = 200")?;
        Ok(Self { connection })
    }

    /// Something the hub knows, by name.
    pub fn fact(&self, name: &str) -> Result<Option<String>, Fault> {
        let mut statement = self.connection.prepare_cached("SELECT value FROM fact WHERE name = ?1")?;
        Ok(statement.query_row([name], |r| r.get(0)).optional()?)
    }

    /// Remembers facts, all or none.
    pub fn set_facts(&mut self, facts: &[(&str, &str)]) -> Result<(), Fault> {
        let tx = self.connection.transaction()?;
        for (name, value) in facts {
            tx.execute(
                "INSERT INTO fact VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [name, value],
            )?;
        }
        Ok(tx.commit()?)
    }

    /// Holds coupons for a device until an instant, each by itself: a coupon is taken, another's, or its own from now
    /// on. Those that were given up are free again.
    pub fn hold(
        &mut self,
        device: Uuid,
        coupons: &[Mark],
        dropped: &[Mark],
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<Claim>, Fault> {
        let tx = self.connection.transaction()?;
        tx.execute("DELETE FROM held WHERE until <= ?1", [now.as_microsecond()])?;
        for coupon in dropped {
            tx.execute("DELETE FROM held WHERE coupon = ?1 AND device = ?2", params![coupon, device.as_bytes()])?;
        }
        let mut claims = Vec::with_capacity(coupons.len());
        for coupon in coupons {
            let is_taken: bool = tx.query_row("SELECT EXISTS (SELECT 1 FROM taken WHERE coupon = ?1)", [coupon], |r| r.get(0))?;
            if is_taken {
                claims.push(Claim::Taken);
                continue;
            }
            let sql = "INSERT INTO held VALUES (?1, ?2, ?3) ON CONFLICT (coupon) DO UPDATE SET until = excluded.until WHERE device = excluded.device";
            let held = tx.execute(sql, params![coupon, device.as_bytes(), until.as_microsecond()])?;
            claims.push(if held > 0 { Claim::Yours } else { Claim::Held });
        }
        tx.commit()?;
        Ok(claims)
    }

    /// Keeps what a device signed, and gives it its coupons for good; the same again is kept once. Answers what the
    /// platform said of it, when it has.
    pub fn keep(
        &mut self,
        device: Uuid,
        body_hash: &Hash,
        (header, body): (&str, &[u8]),
        coupons: &[Mark],
        now: Timestamp,
    ) -> Result<Option<Returned>, Fault> {
        let tx = self.connection.transaction()?;
        tx.execute(
            "INSERT INTO envelope (device, body_hash, header, body, taken_at, again_at) VALUES (?1, ?2, ?3, ?4, ?5, 0)
             ON CONFLICT DO NOTHING",
            params![device.as_bytes(), body_hash, header, body, now.as_microsecond()],
        )?;
        for coupon in coupons {
            tx.execute(
                "INSERT INTO taken VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                params![coupon, device.as_bytes(), now.as_microsecond()],
            )?;
            tx.execute("DELETE FROM held WHERE coupon = ?1", [coupon])?;
        }
        let sql = "SELECT answer, signature FROM envelope WHERE device = ?1 AND body_hash = ?2 AND answered_at IS NOT NULL";
        let returned = tx
            .query_row(sql, params![device.as_bytes(), body_hash], |r| Ok(Returned { answer: r.get(0)?, signature: r.get(1)? }))
            .optional()?;
        tx.commit()?;
        Ok(returned)
    }

    /// What waits to be carried at an instant, the oldest first.
    pub fn waiting(&self, now: Timestamp, limit: usize) -> Result<Vec<Envelope>, Fault> {
        let sql = "SELECT id, header, body FROM envelope WHERE answered_at IS NULL AND again_at <= ?1 ORDER BY id LIMIT ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = statement.query_map(params![now.as_microsecond(), limit], |r| {
            Ok(Envelope { id: r.get(0)?, header: r.get(1)?, body: r.get(2)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The platform would not take an envelope now: it is tried again later.
    pub fn put_off(&mut self, id: i64, again_at: Timestamp) -> Result<(), Fault> {
        self.connection.execute("UPDATE envelope SET again_at = ?2 WHERE id = ?1", params![id, again_at.as_microsecond()])?;
        Ok(())
    }

    /// The platform answered: only now may the envelope be emptied.
    pub fn answered(&mut self, id: i64, returned: &Returned, now: Timestamp) -> Result<(), Fault> {
        let sql = "UPDATE envelope SET answer = ?2, signature = ?3, answered_at = ?4, body = NULL WHERE id = ?1";
        self.connection.execute(sql, params![id, returned.answer, returned.signature, now.as_microsecond()])?;
        Ok(())
    }

    /// How many envelopes wait, and how many were answered.
    pub fn counts(&self) -> Result<(u64, u64), Fault> {
        let sql = "SELECT COUNT(*) FILTER (WHERE answered_at IS NULL), COUNT(answered_at) FROM envelope";
        let (waiting, answered): (i64, i64) = self.connection.query_row(sql, [], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok((u64::try_from(waiting).unwrap_or(0), u64::try_from(answered).unwrap_or(0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Uuid = Uuid::from_u128(1);
    const OTHER: Uuid = Uuid::from_u128(2);

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("in range")
    }

    #[test]
    fn the_first_who_asks_has_a_coupon_for_a_while_and_whoever_takes_it_for_good() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut file = HubFile::open(&folder.path().join("hub.sqlite")).expect("opened");
        let (a, b) = ([1; 16], [2; 16]);
        let mut hold = |device, coupons: &[Mark], dropped: &[Mark], now| {
            file.hold(device, coupons, dropped, at(now), at(now + 600)).expect("decided")
        };
        assert_eq!(hold(ONE, &[a], &[], 0), [Claim::Yours]);
        assert_eq!(hold(OTHER, &[a, b], &[], 1), [Claim::Held, Claim::Yours]);
        assert_eq!(hold(ONE, &[a], &[], 599), [Claim::Yours], "asked again: ten minutes more");
        assert_eq!(hold(OTHER, &[a], &[], 700), [Claim::Held]);
        assert_eq!(hold(OTHER, &[a], &[a], 701), [Claim::Held], "nobody gives up what is another's");
        assert_eq!(hold(ONE, &[], &[a], 702), []);
        assert_eq!(hold(OTHER, &[a], &[], 703), [Claim::Yours]);
        assert_eq!(hold(ONE, &[a], &[], 1303), [Claim::Yours], "its time is over");
        file.keep(OTHER, &[9; 32], ("h", b"{}"), &[a], at(1400)).expect("kept");
        file.keep(ONE, &[8; 32], ("h", b"{ }"), &[a], at(1401)).expect("kept all the same");
        assert_eq!(file.hold(ONE, &[a], &[], at(1402), at(2000)).expect("decided"), [Claim::Taken]);
        assert_eq!(file.waiting(at(1402), 9).expect("read").len(), 2);
    }

    #[test]
    fn what_was_kept_is_there_after_a_kill_and_is_emptied_only_when_answered() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("hub.sqlite");
        let open = || HubFile::open(&path).expect("opened");
        let mut file = open();
        assert_eq!(file.keep(ONE, &[1; 32], ("h", b"body"), &[[1; 16]], at(1)).expect("kept"), None);
        // Nothing is closed: as after a kill.
        std::mem::forget(file);
        let mut file = open();
        assert_eq!(file.keep(ONE, &[1; 32], ("another signature", b"body"), &[[1; 16]], at(2)).expect("kept"), None);
        let waiting = file.waiting(at(2), 9).expect("read");
        assert_eq!(waiting, [Envelope { id: 1, header: "h".to_owned(), body: b"body".to_vec() }], "once");
        file.put_off(1, at(60)).expect("put off");
        assert!(file.waiting(at(59), 9).expect("read").is_empty());
        let returned = Returned { answer: b"yes".to_vec(), signature: "0.x".to_owned() };
        file.answered(1, &returned, at(60)).expect("written");
        std::mem::forget(file);
        let mut file = open();
        assert!(file.waiting(at(999), 9).expect("read").is_empty());
        assert_eq!(file.keep(ONE, &[1; 32], ("h", b"body"), &[], at(61)).expect("kept"), Some(returned));
        assert_eq!(file.counts().expect("read"), (0, 1));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
        }
    }
}
