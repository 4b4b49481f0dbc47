//! PostgreSQL: connecting, and statements prepared once a connection.

use crate::Fault;
use crate::row::Arg;
use postgres::types::Type;
use postgres::{Client, NoTls, Statement};
use std::collections::HashMap;

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

/// Connects. The application works as a role that cannot change the log or the ledger.
pub(crate) fn connect(url: &str, as_application: bool, writing: bool) -> Result<PgConnection, Fault> {
    let mut client = Client::connect(url, NoTls)?;
    client.batch_execute("SET synchronous_commit = on; SET client_min_messages = warning")?;
    if writing {
        client.batch_execute(WRITER_PLANS)?;
    }
    if as_application {
        client.batch_execute("SET ROLE cabas_app")?;
    }
    Ok(PgConnection { client, statements: Statements::default() })
}
