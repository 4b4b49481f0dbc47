//! Group commit: jobs that wait together are run in one transaction and made durable by one sync. If
//! any of them fails, the group is undone and each is run again alone, so that one job's fault never
//! touches another.

use crate::fault::Fault;
use crate::pg::PgConnection;
use crate::sabotage::{Moment, Sabotage};
use crate::tx::{Books, Tx};
use std::thread::sleep;
use std::time::Duration;

/// What all threads share.
#[derive(Clone, Default)]
pub(crate) struct Context {
    pub(crate) books: Books,
    pub(crate) sabotage: Sabotage,
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
    Postgres(Box<PgConnection>),
}

const TRIES: u32 = 8;

impl Seat {
    /// Runs a group of writing jobs and answers each.
    pub(crate) fn write(&mut self, mut jobs: Vec<Job>, context: &Context) {
        if jobs.len() > 1 && self.attempt(&mut jobs, context).is_ok() {
            for job in jobs {
                (job.answer)(Ok(()));
            }
            return;
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

    fn attempt(&mut self, jobs: &mut [Job], context: &Context) -> Result<(), Fault> {
        let result = match self {
            Self::Sqlite(connection) => write_sqlite(connection, jobs, context),
            Self::Postgres(pg) => write_postgres(pg, jobs, context),
        };
        if result.is_err() {
            // What failed may have put a book here that was never committed.
            context.books.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clear();
        }
        result
    }

    /// Runs one reading job.
    pub(crate) fn read(&mut self, mut job: Job, context: &Context) {
        let result = match self {
            Self::Sqlite(connection) => read_sqlite(connection, &mut job, context),
            Self::Postgres(pg) => read_postgres(pg, &mut job, context),
        };
        (job.answer)(result);
    }
}

fn write_sqlite(connection: &rusqlite::Connection, jobs: &mut [Job], context: &Context) -> Result<(), Fault> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let mut tx = Tx::sqlite(connection, context.books.clone(), context.sabotage.clone());
    let result = jobs.iter_mut().try_for_each(|job| (job.run)(&mut tx)).and_then(|()| tx.flush());
    let result = result.and_then(|()| context.sabotage.at(Moment::BeforeCommit));
    let result = result.and_then(|()| Ok(connection.execute_batch("COMMIT")?));
    let result = result.and_then(|()| context.sabotage.at(Moment::AfterCommit));
    if result.is_err() && !connection.is_autocommit() {
        connection.execute_batch("ROLLBACK")?;
    }
    result
}

fn write_postgres(pg: &mut PgConnection, jobs: &mut [Job], context: &Context) -> Result<(), Fault> {
    let transaction = pg.client.transaction()?;
    let mut tx = Tx::postgres(transaction, &mut pg.statements, context.books.clone(), context.sabotage.clone());
    jobs.iter_mut().try_for_each(|job| (job.run)(&mut tx)).and_then(|()| tx.flush())?;
    match tx.into_postgres() {
        Some(transaction) => {
            context.sabotage.at(Moment::BeforeCommit)?;
            transaction.commit()?;
            context.sabotage.at(Moment::AfterCommit)
        }
        None => Ok(()),
    }
}

fn read_sqlite(connection: &rusqlite::Connection, job: &mut Job, context: &Context) -> Result<(), Fault> {
    connection.execute_batch("BEGIN")?;
    let mut tx = Tx::sqlite(connection, context.books.clone(), context.sabotage.clone());
    let result = (job.run)(&mut tx);
    connection.execute_batch("COMMIT")?;
    result
}

fn read_postgres(pg: &mut PgConnection, job: &mut Job, context: &Context) -> Result<(), Fault> {
    use postgres::IsolationLevel;
    let transaction = pg.client.build_transaction().read_only(true).isolation_level(IsolationLevel::RepeatableRead).start()?;
    let mut tx = Tx::postgres(transaction, &mut pg.statements, context.books.clone(), context.sabotage.clone());
    (job.run)(&mut tx)
}
