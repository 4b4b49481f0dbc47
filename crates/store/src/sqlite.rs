//! Opening SQLite the only way that is safe and fast.

use crate::Fault;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// The first version whose write-ahead log cannot lose commits when two connections are open.
const SAFE_VERSION: i32 = 3_051_003;

fn prepare(connection: Connection) -> Result<Connection, Fault> {
    assert!(rusqlite::version_number() >= SAFE_VERSION, "SQLite {} can lose commits; 3.51.3 is needed", rusqlite::version());
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

/// The writing connection. `FULL` makes every commit durable; checkpoints are run when idle.
pub(crate) fn open_writer(path: &Path) -> Result<Connection, Fault> {
    let connection = prepare(Connection::open(path)?)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 0;
         PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864;",
    )?;
    Ok(connection)
}

/// A reading connection.
pub(crate) fn open_reader(path: &Path) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = prepare(Connection::open_with_flags(path, flags)?)?;
    connection.execute_batch("PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;")?;
    Ok(connection)
}

/// Moves the write-ahead log into the database as far as readers allow.
pub(crate) fn checkpoint(connection: &Connection) {
    // A checkpoint that could not finish now is tried again when idle: nothing is lost.
    if let Err(error) = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())) {
        tracing::warn!(%error, "checkpoint put off");
    }
}
