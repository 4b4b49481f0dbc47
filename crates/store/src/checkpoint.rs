//! SQLite's checkpoints: what was committed moves from the write-ahead log into the database. A thread of its
//! own does the long part, so that nobody at a stall waits for it; the writer does what is left, which is
//! short, and all of it only when the log has grown too long.

use crate::Fault;
use crate::sqlite;
use rusqlite::Connection;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};

/// Pages in the log after which the thread is woken: 64 MB. Sooner, the same pages would be moved more often.
const SOON: i32 = 16_000;
/// Pages in the log after which the writer itself stops to move them: 256 MB.
const NOW: i32 = 64_000;

/// The checkpoints of one writer.
pub(crate) struct Checkpoints {
    /// Pages in the log at the last commit.
    pages: Arc<AtomicI32>,
    /// The thread has moved what it found, and little is left.
    moved: Arc<AtomicBool>,
    wake: SyncSender<()>,
}

impl Checkpoints {
    /// Watches the log of a writer, and starts the thread.
    pub(crate) fn watch(path: &Path, writer: &mut Connection) -> Result<Self, Fault> {
        let (pages, moved) = (Arc::new(AtomicI32::new(0)), Arc::new(AtomicBool::new(false)));
        let seen = pages.clone();
        writer.wal_hook(Some(move |_: &mut rusqlite::hooks::Wal, count| {
            seen.store(count, Ordering::Relaxed);
            Ok(())
        }))?;
        let (wake, woken) = sync_channel::<()>(1);
        let (connection, done) = (sqlite::open_writer(path)?, moved.clone());
        crate::db::spawn("cabas-checkpoint".to_owned(), move || {
            while woken.recv().is_ok() {
                sqlite::checkpoint(&connection);
                done.store(true, Ordering::Release);
            }
        });
        Ok(Self { pages, moved, wake })
    }

    /// After a commit.
    pub(crate) fn after_commit(&self, writer: &Connection) {
        let pages = self.pages.load(Ordering::Relaxed);
        if pages >= NOW || self.moved.swap(false, Ordering::Acquire) {
            sqlite::checkpoint(writer);
        } else if pages >= SOON {
            // Awake already: it will find these pages too.
            let _ = self.wake.try_send(());
        }
    }
}
