//! PostgreSQL: connecting, and statements prepared once a connection.

use crate::Fault;
use crate::row::Arg;
use postgres::types::Type;
use postgres::{Client, Config, NoTls, Statement};
use std::collections::HashMap;
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

/// How long a connection may take to open.
const CONNECT: Duration = Duration::from_secs(5);
/// How long sent bytes may stay without an acknowledgement: a machine that vanished says nothing.
const SILENCE: Duration = Duration::from_secs(20);
/// After a connection that could not be opened, how long before another is tried: those who wait meanwhile
/// are told at once.
const REST: Duration = Duration::from_millis(500);

/// Connects. The application works as a role that cannot change the log or the ledger.
pub(crate) fn connect(url: &str, as_application: bool) -> Result<PgConnection, Fault> {
    // Whatever keeps the door shut (no answer, starting, too many, no such database), the database is away.
    let away = |error: postgres::Error| Fault::from(error).as_away();
    let mut config: Config = url.parse().map_err(away)?;
    config.connect_timeout(config.get_connect_timeout().copied().unwrap_or(CONNECT));
    config.tcp_user_timeout(config.get_tcp_user_timeout().copied().unwrap_or(SILENCE));
    config.keepalives_idle(SILENCE);
    let mut client = config.connect(NoTls).map_err(away)?;
    client.batch_execute("SET synchronous_commit = on; SET client_min_messages = warning")?;
    if as_application {
        client.batch_execute("SET ROLE cabas_app")?;
    }
    Ok(PgConnection { client, statements: Statements::default() })
}

/// A thread's place at PostgreSQL: its connection, opened again when it was lost.
pub(crate) struct PgSeat {
    url: String,
    connection: Option<PgConnection>,
    /// The last connection that could not be opened, and why.
    failed: Option<(Instant, Fault)>,
}

impl PgSeat {
    /// Connects.
    pub(crate) fn take(url: &str) -> Result<Self, Fault> {
        Ok(Self { url: url.to_owned(), connection: Some(connect(url, true)?), failed: None })
    }

    /// The connection, a new one if the last was lost.
    pub(crate) fn connection(&mut self) -> Result<&mut PgConnection, Fault> {
        if let Some((at, fault)) = &self.failed
            && at.elapsed() < REST
        {
            return Err(fault.clone());
        }
        if self.connection.is_none() {
            match connect(&self.url, true) {
                Ok(connection) => {
                    tracing::info!("connected to PostgreSQL again");
                    (self.connection, self.failed) = (Some(connection), None);
                }
                Err(fault) => {
                    tracing::warn!(%fault, "PostgreSQL cannot be reached");
                    self.failed = Some((Instant::now(), fault));
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
