//! A transaction: statements with typed arguments on either database, and what a group of jobs shares
//! until it commits (the programmes' heads and the accounts they touch).

use crate::fault::Fault;
use crate::pg::Statements;
use crate::row::{Arg, Row};
use crate::sabotage::{Moment, Sabotage};
use crate::{Dialect, SqlWorld};
use domain::chain::Hash;
use domain::ids::ProgrammeId;
use domain::ledger::{AccountId, Balance};
use domain::programme::Book;
use domain::world::Counts;
use jiff::Timestamp;
use postgres::fallible_iterator::FallibleIterator;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// Books by programme, with the command that last changed them.
pub(crate) type Books = Arc<Mutex<HashMap<ProgrammeId, (i64, Arc<Book>)>>>;

/// A programme's last command and its numbers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// Its sequence number.
    pub seq: i64,
    /// Its link.
    pub chain: Hash,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// The last command that changed the book.
    pub book_seq: i64,
    /// Numbers given out.
    pub counts: Counts,
}

enum Engine<'c> {
    Sqlite(&'c rusqlite::Connection),
    Postgres(postgres::Transaction<'c>, &'c mut Statements),
}

/// What a transaction may do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Intent {
    /// Read one consistent view.
    Look,
    /// Change programmes.
    Act,
}

/// An open transaction.
pub struct Tx<'c> {
    engine: Engine<'c>,
    intent: Intent,
    pub(crate) books: Books,
    pub(crate) heads: BTreeMap<ProgrammeId, Head>,
    pub(crate) accounts: BTreeMap<(ProgrammeId, AccountId), (Balance, bool)>,
    sabotage: Sabotage,
}

impl<'c> Tx<'c> {
    const fn new(engine: Engine<'c>, intent: Intent, books: Books, sabotage: Sabotage) -> Self {
        Self { engine, intent, books, heads: BTreeMap::new(), accounts: BTreeMap::new(), sabotage }
    }

    pub(crate) const fn sqlite(connection: &'c rusqlite::Connection, intent: Intent, books: Books, sabotage: Sabotage) -> Self {
        Self::new(Engine::Sqlite(connection), intent, books, sabotage)
    }

    pub(crate) const fn postgres(
        transaction: postgres::Transaction<'c>,
        statements: &'c mut Statements,
        intent: Intent,
        books: Books,
        sabotage: Sabotage,
    ) -> Self {
        Self::new(Engine::Postgres(transaction, statements), intent, books, sabotage)
    }

    /// Which database this is.
    pub const fn dialect(&self) -> Dialect {
        match self.engine {
            Engine::Sqlite(_) => Dialect::Sqlite,
            Engine::Postgres(..) => Dialect::Postgres,
        }
    }

    /// Commits a PostgreSQL transaction; SQLite's is ended by its thread.
    pub(crate) fn into_postgres(self) -> Option<postgres::Transaction<'c>> {
        match self.engine {
            Engine::Sqlite(_) => None,
            Engine::Postgres(transaction, _) => Some(transaction),
        }
    }

    /// Runs a statement; returns how many rows it changed.
    pub fn run(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<u64, Fault> {
        self.sabotage.at(Moment::Statement)?;
        match &mut self.engine {
            Engine::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                bind(&mut statement, args)?;
                Ok(statement.raw_execute()? as u64)
            }
            Engine::Postgres(transaction, statements) => {
                let statement = statements.get(sql, args, |sql, types| transaction.prepare_typed(sql, types))?;
                Ok(transaction.execute(&statement, &refs(args))?)
            }
        }
    }

    /// Reads rows, one at a time.
    pub fn each(
        &mut self,
        sql: &'static str,
        args: &[Arg<'_>],
        mut row: impl FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        match &mut self.engine {
            Engine::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                bind(&mut statement, args)?;
                let mut rows = statement.raw_query();
                while let Some(found) = rows.next()? {
                    row(&Row::Sqlite(found))?;
                }
                Ok(())
            }
            Engine::Postgres(transaction, statements) => {
                let statement = statements.get(sql, args, |sql, types| transaction.prepare_typed(sql, types))?;
                let mut rows = transaction.query_raw(&statement, args)?;
                while let Some(found) = rows.next()? {
                    row(&Row::Postgres(&found))?;
                }
                Ok(())
            }
        }
    }

    /// All rows, each made into a value.
    pub fn all<T>(
        &mut self,
        sql: &'static str,
        args: &[Arg<'_>],
        make: impl Fn(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let mut out = Vec::new();
        self.each(sql, args, |row| {
            out.push(make(row)?);
            Ok(())
        })?;
        Ok(out)
    }

    /// The first row, if any.
    pub fn first<T>(
        &mut self,
        sql: &'static str,
        args: &[Arg<'_>],
        make: impl Fn(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        let mut out = None;
        self.each(sql, args, |row| {
            if out.is_none() {
                out = Some(make(row)?);
            }
            Ok(())
        })?;
        Ok(out)
    }

    /// A programme's world, for one more command recorded at `now` (or a moment later, if the clock went
    /// back: the log's times never decrease). A look has none: a world is for deciding, and takes the
    /// programme's head for itself where there are several writers.
    pub fn world(&mut self, programme: ProgrammeId, now: Timestamp) -> Result<SqlWorld<'_, 'c>, Fault> {
        if self.intent == Intent::Look {
            return Err(Fault::Other("a look runs no command".to_owned()));
        }
        SqlWorld::new(self, programme, now)
    }

    /// Runs work that can be undone alone. Without `true` beside its value, or when it fails, nothing of what it
    /// wrote stays, and the transaction goes on.
    pub fn undoable<T, E: From<Fault>>(&mut self, work: impl FnOnce(&mut Self) -> Result<(T, bool), E>) -> Result<T, E> {
        let before = (self.heads.clone(), self.accounts.clone());
        self.batch("SAVEPOINT undoable")?;
        let done = work(self);
        if !matches!(done, Ok((_, true))) {
            (self.heads, self.accounts) = before;
            // What is undone may have put a book here.
            self.books.lock().unwrap_or_else(PoisonError::into_inner).clear();
            // A connection that was lost has undone it too.
            let undone = self.batch("ROLLBACK TO SAVEPOINT undoable");
            if done.is_ok() {
                undone?;
            }
        }
        let (value, _) = done?;
        self.batch("RELEASE SAVEPOINT undoable")?;
        Ok(value)
    }

    /// Runs a statement without arguments, for both databases alike.
    fn batch(&mut self, sql: &str) -> Result<(), Fault> {
        match &mut self.engine {
            Engine::Sqlite(connection) => connection.execute_batch(sql)?,
            Engine::Postgres(transaction, _) => transaction.batch_execute(sql)?,
        }
        Ok(())
    }

    /// Writes what the group keeps in memory: heads and account totals, once each.
    pub(crate) fn flush(&mut self) -> Result<(), Fault> {
        self.flush_accounts()?;
        self.flush_heads()
    }
}

fn refs<'a>(args: &'a [Arg<'a>]) -> Vec<&'a (dyn postgres::types::ToSql + Sync)> {
    args.iter().map(|a| a as &(dyn postgres::types::ToSql + Sync)).collect()
}

/// SQLite numbers `$n` by first appearance: bind by name.
fn bind(statement: &mut rusqlite::Statement<'_>, args: &[Arg<'_>]) -> Result<(), Fault> {
    const NAMES: [&str; 16] =
        ["$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13", "$14", "$15", "$16"];
    for (arg, name) in args.iter().zip(NAMES) {
        if let Some(index) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(index, arg)?;
        }
    }
    Ok(())
}
