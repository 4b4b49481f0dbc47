//! PostgreSQL: connecting, and statements prepared once a connection.

use crate::Fault;
use crate::row::Arg;
use postgres::types::Type;
use postgres::{Client, Config, NoTls, Statement};
use std::collections::HashMap;
use std::sync::mpsc::sync_channel;
use std::thread;
use std::time::{Duration, Instant};

/// A connection and its prepared statements.
pub(crate) struct PgConnection {
    pub(crate) client: Client,
    pub(crate) statements: Statements,
}

/// Prepared statements by their text.
#[derive(Default)]
pub(crate) struct Statements(HashMap<&'static str, Statement>);

impl Statements {
    /// The statement, prepared with explicit types: left to itself PostgreSQL guesses 32 bits.
    pub(crate) fn get(
        &mut self,
        sql: &'static str,
        args: &[Arg<'_>],
        prepare: impl FnOnce(&str, &[Type]) -> Result<Statement, postgres::Error>,
    ) -> Result<Statement, Fault> {
        if let Some(statement) = self.0.get(sql) {
            return Ok(statement.clone());
        }
        let types: Vec<Type> = args.iter().map(Arg::pg_type).collect();
        let statement = prepare(sql, &types)?;
        self.0.insert(sql, statement.clone());
        Ok(statement)
    }
}

/// How a writer's statements are planned: every one of them finds rows by a whole key, so the only right
/// plan is a loop over its arguments with an index look-up each. Left to itself the planner guesses from
/// statistics that are always old here (a programme's million coupons appear in one transaction), reads
/// the whole programme for each coupon, and keeps that plan: measured 8 ms a coupon.
const WRITER_PLANS: &str = "SET plan_cache_mode = force_generic_plan; SET enable_hashjoin = off; SET enable_mergejoin = off;
    SET enable_material = off; SET enable_seqscan = off; SET enable_bitmapscan = off";

/// How long a connection may take to open.
const CONNECT: Duration = Duration::from_secs(5);
/// How long sent bytes may stay without an acknowledgement: a machine that vanished says nothing.
const SILENCE: Duration = Duration::from_secs(20);
/// How long a server that accepted a connection may take to greet: one that never does holds nobody longer.
const GREETING: Duration = Duration::from_secs(10);
/// After a connection that could not be opened, how long before another is tried: those who wait meanwhile
/// are told at once.
const REST: Duration = Duration::from_millis(500);
/// The same after a server that did not greet: each try leaves a thread waiting for it.
const LONG_REST: Duration = Duration::from_mins(1);

/// No statement, no lock and no pause inside a transaction lasts longer. The longest statement known here, moving a
/// million coupons, takes seconds; a lock is held for the time of a group commit.
const PATIENCE: &str =
    "SET statement_timeout = '2min'; SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '1min'";

/// What a connection is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Duty {
    /// Creating tables, as their owner.
    Migrate,
    /// Reading, as the application.
    Read,
    /// Writing, as the application.
    Write,
}

/// Why there is no connection, and how long before another is tried.
pub(crate) struct Unreached {
    fault: Fault,
    rest: Duration,
}

impl From<Unreached> for Fault {
    fn from(unreached: Unreached) -> Self {
        unreached.fault
    }
}

/// Connects, on a thread that can be left behind: the library waits for ever for a server that accepts and never
/// answers.
pub(crate) fn connect(url: &str, duty: Duty) -> Result<PgConnection, Unreached> {
    let (sender, receiver) = sync_channel(1);
    let url = url.to_owned();
    // Nobody listening any more: what came too late is closed.
    let open = move || drop(sender.send(greet(&url, duty)));
    let spawned = thread::Builder::new().name("cabas-connect".to_owned()).spawn(open);
    let failed = |fault| Unreached { fault, rest: REST };
    spawned.map_err(|error| failed(Fault::Away(error.to_string())))?;
    match receiver.recv_timeout(GREETING) {
        Ok(answer) => answer.map_err(failed),
        Err(_) => Err(Unreached { fault: Fault::Away("the server accepts and does not answer".to_owned()), rest: LONG_REST }),
    }
}

/// Opens a connection. The application works as a role that cannot change the log or the ledger.
fn greet(url: &str, duty: Duty) -> Result<PgConnection, Fault> {
    // Whatever keeps the door shut (no answer, starting, too many, no such database), the database is away.
    let away = |error: postgres::Error| Fault::from(error).into_away();
    let mut config: Config = url.parse().map_err(away)?;
    config.connect_timeout(config.get_connect_timeout().copied().unwrap_or(CONNECT));
    config.tcp_user_timeout(config.get_tcp_user_timeout().copied().unwrap_or(SILENCE));
    config.keepalives_idle(SILENCE);
    let mut client = config.connect(NoTls).map_err(away)?;
    client.batch_execute("SET synchronous_commit = on; SET client_min_messages = warning")?;
    if duty == Duty::Write {
        client.batch_execute(WRITER_PLANS)?;
    }
    if duty != Duty::Migrate {
        client.batch_execute("SET ROLE cabas_app")?;
        client.batch_execute(PATIENCE)?;
    }
    Ok(PgConnection { client, statements: Statements::default() })
}

/// A thread's place at PostgreSQL: its connection, opened again when it was lost.
pub(crate) struct PgSeat {
    url: String,
    duty: Duty,
    connection: Option<PgConnection>,
    /// When another connection may be tried, and why there is none.
    failed: Option<(Instant, Fault)>,
}

impl PgSeat {
    /// Connects.
    pub(crate) fn take(url: &str, duty: Duty) -> Result<Self, Fault> {
        Ok(Self { url: url.to_owned(), duty, connection: Some(connect(url, duty)?), failed: None })
    }

    /// The connection, a new one if the last was lost.
    pub(crate) fn connection(&mut self) -> Result<&mut PgConnection, Fault> {
        if let Some((until, fault)) = &self.failed
            && Instant::now() < *until
        {
            return Err(fault.clone());
        }
        if self.connection.is_none() {
            match connect(&self.url, self.duty) {
                Ok(connection) => {
                    tracing::info!("connected to PostgreSQL again");
                    (self.connection, self.failed) = (Some(connection), None);
                }
                Err(Unreached { fault, rest }) => {
                    tracing::warn!(%fault, "PostgreSQL cannot be reached");
                    self.failed = Some((Instant::now() + rest, fault));
                }
            }
        }
        let fault = || self.failed.as_ref().map_or_else(|| Fault::Away(String::new()), |(_, fault)| fault.clone());
        self.connection.as_mut().ok_or_else(fault)
    }

    /// Lets the connection go, with its prepared statements, if work that ended so lost it; says whether.
    pub(crate) fn let_go_if_lost(&mut self, result: &Result<(), Fault>) -> bool {
        let away = matches!(result, Err(Fault::Away(_) | Fault::Unknown(_)));
        // A server that ends sends its reason first and hangs up later: so ask, when in doubt.
        let lost =
            self.connection.as_mut().is_some_and(|c| c.client.is_closed() || (away && c.client.is_valid(CONNECT).is_err()));
        if lost {
            self.connection = None;
        }
        lost
    }

    /// Lets the connection go, whatever its state.
    pub(crate) fn let_go(&mut self) {
        self.connection = None;
    }
}
