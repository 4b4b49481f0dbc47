//! Crashes on purpose, for the simulator: the program "dies" before any statement, before a commit, or
//! after a commit and before anybody is told. And a disk with no room left.

use crate::Fault;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// A moment at which the program may die.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moment {
    /// Before a writing statement: the transaction is lost.
    Statement,
    /// Before a commit: the transaction is lost.
    BeforeCommit,
    /// After a commit: the work is done, and nobody was told.
    AfterCommit,
}

type Hook = Arc<dyn Fn(Moment) -> bool + Send + Sync>;

/// Decides at each moment whether the program dies. By default it never does.
#[derive(Clone, Default)]
pub struct Sabotage(Option<Hook>);

impl Sabotage {
    /// Dies when `hook` says so.
    pub fn new(hook: impl Fn(Moment) -> bool + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(hook)))
    }

    pub(crate) fn at(&self, moment: Moment) -> Result<(), Fault> {
        match &self.0 {
            Some(hook) if hook(moment) => Err(Fault::Away(format!("simulated crash: {moment:?}"))),
            _ => Ok(()),
        }
    }
}

impl std::fmt::Debug for Sabotage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_some() { "Sabotage" } else { "no sabotage" })
    }
}

/// How many pages an SQLite file may have: a disk that is full, for tests. Without a number, as many as fit.
#[derive(Clone, Default, Debug)]
pub struct Room(Arc<AtomicU32>);

impl Room {
    /// No page more than there are.
    pub fn none(&self) {
        // SQLite takes a limit below the size for the size.
        self.0.store(1, Ordering::SeqCst);
    }

    /// As many as fit on the real disk.
    pub fn plenty(&self) {
        self.0.store(u32::MAX - 1, Ordering::SeqCst);
    }

    /// Tells a connection, if there is anything to tell.
    pub(crate) fn tell(&self, connection: &rusqlite::Connection) -> Result<(), Fault> {
        match self.0.load(Ordering::SeqCst) {
            0 => Ok(()),
            pages => Ok(connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))?),
        }
    }
}
