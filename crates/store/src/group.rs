//! Group commit: jobs that wait together are run in one transaction and made durable by one sync. If
//! any of them fails, the group is undone and each is run again alone, so that one job's fault never
//! touches another.

use crate::fault::Fault;
use crate::pg::{PgConnection, PgSeat};
use crate::sabotage::{Moment, Room, Sabotage};
use crate::tx::{Books, Intent, Tx};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::sleep;
use std::time::Duration;

/// What all threads share.
#[derive(Clone, Default)]
pub(crate) struct Context {
    pub(crate) books: Books,
    pub(crate) sabotage: Sabotage,
    pub(crate) room: Room,
}

type Run = dyn FnMut(&mut Tx<'_>) -> Result<(), Fault> + Send;
type Answer = dyn FnOnce(Result<(), Fault>) + Send;

/// A job: what to run (perhaps more than once) and how to answer.
pub(crate) struct Job {
    pub(crate) run: Box<Run>,
    pub(crate) answer: Box<Answer>,
}

/// Where jobs run.
pub(crate) enum Seat {
    Sqlite(rusqlite::Connection),
    Postgres(Box<PgSeat>),
}

const TRIES: u32 = 8;

impl Seat {
    /// Runs a group of writing jobs and answers each.
    pub(crate) fn write(&mut self, mut jobs: Vec<Job>, context: &Context) {
        if jobs.len() > 1 {
            match self.attempt(&mut jobs, context) {
                Err(fault) if !fault.is_for_all() => {}
                result => return jobs.into_iter().for_each(|job| (job.answer)(result.clone())),
            }
        }
        for job in jobs {
            let mut alone = [job];
            let mut result = self.attempt(&mut alone, context);
            for turn in 1..TRIES {
                match &result {
                    Err(fault) if fault.is_retryable() => {
                        sleep(Duration::from_millis(u64::from(turn * turn)));
                        result = self.attempt(&mut alone, context);
                    }
                    _ => break,
                }
            }
            let [job] = alone;
            (job.answer)(result);
        }
    }

    /// Runs jobs in one transaction; once more on a new connection if the old one was lost before the commit.
    fn attempt(&mut self, jobs: &mut [Job], context: &Context) -> Result<(), Fault> {
        let mut result = self.attempt_once(jobs, context);
        if self.lost(&result) && matches!(result, Err(Fault::Away(_))) {
            result = self.attempt_once(jobs, context);
            self.lost(&result);
        }
        result
    }

    fn attempt_once(&mut self, jobs: &mut [Job], context: &Context) -> Result<(), Fault> {
        let result = self.surviving(|seat| match seat {
            Self::Sqlite(connection) => write_sqlite(connection, jobs, context),
            Self::Postgres(seat) => write_postgres(seat.connection()?, jobs, context),
        });
        if result.is_err() {
            // What failed may have put a book here that was never committed.
            context.books.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clear();
        }
        result
    }

    /// Runs one reading job; once more on a new connection if the old one was lost.
    pub(crate) fn read(&mut self, mut job: Job, context: &Context) {
        let mut result = self.read_once(&mut job, context);
        if self.lost(&result) && result.is_err() {
            result = self.read_once(&mut job, context);
            self.lost(&result);
        }
        (job.answer)(result);
    }

    fn read_once(&mut self, job: &mut Job, context: &Context) -> Result<(), Fault> {
        self.surviving(|seat| match seat {
            Self::Sqlite(connection) => read_sqlite(connection, job, context),
            Self::Postgres(seat) => read_postgres(seat.connection()?, job, context),
        })
    }

    /// Lets go of a connection that was lost; says whether it was.
    fn lost(&mut self, result: &Result<(), Fault>) -> bool {
        match self {
            Self::Sqlite(_) => false,
            Self::Postgres(seat) => seat.let_go_if_lost(result),
        }
    }

    /// A job that panics must not take the thread, and with it every later job, along.
    fn surviving(&mut self, work: impl FnOnce(&mut Self) -> Result<(), Fault>) -> Result<(), Fault> {
        catch_unwind(AssertUnwindSafe(|| work(&mut *self))).unwrap_or_else(|_| {
            if let Self::Postgres(seat) = self {
                seat.let_go();
            }
            Err(Fault::Other("a job panicked; see above".to_owned()))
        })
    }
}

/// Opens a transaction, after ending one that something left open.
fn begin(connection: &rusqlite::Connection, begin: &str) -> Result<(), Fault> {
    if !connection.is_autocommit() {
        connection.execute_batch("ROLLBACK")?;
    }
    Ok(connection.execute_batch(begin)?)
}

fn write_sqlite(connection: &rusqlite::Connection, jobs: &mut [Job], context: &Context) -> Result<(), Fault> {
    context.room.tell(connection)?;
    begin(connection, "BEGIN IMMEDIATE")?;
    let mut tx = Tx::sqlite(connection, Intent::Act, context.books.clone(), context.sabotage.clone());
    let result = jobs.iter_mut().try_for_each(|job| (job.run)(&mut tx)).and_then(|()| tx.flush());
    let result = result.and_then(|()| context.sabotage.at(Moment::BeforeCommit));
    let result = result.and_then(|()| connection.execute_batch("COMMIT").map_err(|error| Fault::from(error).at_commit()));
    let result = result.and_then(|()| context.sabotage.at(Moment::AfterCommit));
    if result.is_err() && !connection.is_autocommit() {
        // One that cannot be undone now is undone before the next.
        let _ = connection.execute_batch("ROLLBACK");
    }
    result
}

fn write_postgres(pg: &mut PgConnection, jobs: &mut [Job], context: &Context) -> Result<(), Fault> {
    let transaction = pg.client.transaction()?;
    let mut tx = Tx::postgres(transaction, &mut pg.statements, Intent::Act, context.books.clone(), context.sabotage.clone());
    jobs.iter_mut().try_for_each(|job| (job.run)(&mut tx)).and_then(|()| tx.flush())?;
    match tx.into_postgres() {
        Some(transaction) => {
            context.sabotage.at(Moment::BeforeCommit)?;
            transaction.commit().map_err(|error| Fault::from(error).at_commit())?;
            context.sabotage.at(Moment::AfterCommit)
        }
        None => Ok(()),
    }
}

fn read_sqlite(connection: &rusqlite::Connection, job: &mut Job, context: &Context) -> Result<(), Fault> {
    begin(connection, "BEGIN")?;
    let mut tx = Tx::sqlite(connection, Intent::Look, context.books.clone(), context.sabotage.clone());
    let result = (job.run)(&mut tx);
    connection.execute_batch("COMMIT")?;
    result
}

fn read_postgres(pg: &mut PgConnection, job: &mut Job, context: &Context) -> Result<(), Fault> {
    use postgres::IsolationLevel;
    let transaction = pg.client.build_transaction().read_only(true).isolation_level(IsolationLevel::RepeatableRead).start()?;
    let mut tx = Tx::postgres(transaction, &mut pg.statements, Intent::Look, context.books.clone(), context.sabotage.clone());
    (job.run)(&mut tx)
}
