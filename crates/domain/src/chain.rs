//! The chain of the command log: each row's link is a hash over the row and the link before it, so that
//! an edit anywhere changes every link after it. The last link is published (on reports, by mail): a
//! chain whose head nobody else holds proves nothing.

use crate::ids::{Actor, ProgrammeId};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// The link before a programme's first command.
pub const GENESIS: Hash = [0; 32];

/// A row of the command log, as it is hashed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LogRow {
    /// Programme.
    pub programme: ProgrammeId,
    /// Gapless, from 1.
    pub seq: i64,
    /// Idempotency key.
    pub id: Uuid,
    /// Hash of the request, see [`request_hash`].
    pub request_hash: Hash,
    /// Kind of command.
    pub kind: String,
    /// Who.
    pub actor: Actor,
    /// From which device.
    pub device: Option<Uuid>,
    /// When, by the client's clock.
    pub claimed_at: Timestamp,
    /// When it was recorded; never before the row before it.
    pub recorded_at: Timestamp,
    /// The command, JSON.
    pub body: String,
    /// What came of it, JSON.
    pub outcome: String,
}

/// The hash that tells whether a repeated identifier carries the same request.
pub fn request_hash(body: &str) -> Hash {
    Sha256::digest(body.as_bytes()).into()
}

/// The link of `row` after `previous`. Every field is preceded by its length, so that no two rows read alike.
pub fn link(previous: &Hash, row: &LogRow) -> Hash {
    let mut hasher = Sha256::new();
    let mut field = |bytes: &[u8]| {
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    field(b"cabas-log-v1");
    field(previous);
    field(&row.programme.0.to_be_bytes());
    field(&row.seq.to_be_bytes());
    field(row.id.as_bytes());
    field(&row.request_hash);
    field(row.kind.as_bytes());
    field(row.actor.to_string().as_bytes());
    field(row.device.as_ref().map_or(&[], |d| d.as_bytes().as_slice()));
    field(&row.claimed_at.as_microsecond().to_be_bytes());
    field(&row.recorded_at.as_microsecond().to_be_bytes());
    field(row.body.as_bytes());
    field(row.outcome.as_bytes());
    hasher.finalize().into()
}

/// Bytes as lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [DIGITS[usize::from(b >> 4)], DIGITS[usize::from(b & 15)]]).map(char::from).collect()
}

/// Reads [`hex`].
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(text.get(i..i + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> LogRow {
        LogRow {
            programme: ProgrammeId(1),
            seq: 1,
            id: Uuid::nil(),
            request_hash: request_hash("{}"),
            kind: "close".into(),
            actor: Actor::System,
            device: None,
            claimed_at: Timestamp::UNIX_EPOCH,
            recorded_at: Timestamp::UNIX_EPOCH,
            body: "{}".into(),
            outcome: "{}".into(),
        }
    }

    #[test]
    fn any_change_of_any_field_changes_the_link() {
        let base = link(&GENESIS, &row());
        let changes: [fn(&mut LogRow); 9] = [
            |r| r.programme = ProgrammeId(2),
            |r| r.seq = 2,
            |r| r.id = Uuid::from_u128(1),
            |r| r.kind.push('x'),
            |r| r.actor = Actor::Person(crate::ids::PersonId(1)),
            |r| r.device = Some(Uuid::nil()),
            |r| r.recorded_at = Timestamp::from_second(1).expect("in range"),
            |r| r.body.push(' '),
            |r| std::mem::swap(&mut r.body, &mut r.kind),
        ];
        for change in changes {
            let mut changed = row();
            change(&mut changed);
            assert_ne!(link(&GENESIS, &changed), base);
        }
        assert_ne!(link(&base, &row()), base);
    }

    #[test]
    fn hexadecimal_reads_back() {
        let hash = link(&GENESIS, &row());
        assert_eq!(unhex(&hex(&hash)).as_deref(), Some(hash.as_slice()));
        assert_eq!(unhex("zz"), None);
        assert_eq!(unhex("abc"), None);
    }
}
