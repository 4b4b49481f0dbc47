//! Migrations: one folder, one text for both databases, applied in order and remembered.

use crate::fault::Fault;
use crate::{Dialect, Place, pg, sqlite};

/// Every migration, in order.
const MIGRATIONS: &[(&str, &str)] = &[
    ("0001_core", include_str!("../migrations/0001_core.sql")),
    ("0002_expense", include_str!("../migrations/0002_expense.sql")),
    ("0003_sign_in", include_str!("../migrations/0003_sign_in.sql")),
    ("0005_take_back", include_str!("../migrations/0005_take_back.sql")),
    ("0006_market_day", include_str!("../migrations/0006_market_day.sql")),
    ("0007_agreement_text", include_str!("../migrations/0007_agreement_text.sql")),
    ("0008_message", include_str!("../migrations/0008_message.sql")),
    ("0009_signing_key", include_str!("../migrations/0009_signing_key.sql")),
    ("0011_device", include_str!("../migrations/0011_device.sql")),
    ("0012_hub", include_str!("../migrations/0012_hub.sql")),
    ("0013_desk_device", include_str!("../migrations/0013_desk_device.sql")),
    ("0014_notebook", include_str!("../migrations/0014_notebook.sql")),
    ("0015_notebook_paper", include_str!("../migrations/0015_notebook_paper.sql")),
    ("0016_fact", include_str!("../migrations/0016_fact.sql")),
    ("0017_fund_move", include_str!("../migrations/0017_fund_move.sql")),
    ("0018_alert", include_str!("../migrations/0018_alert.sql")),
    ("0019_bank_file", include_str!("../migrations/0019_bank_file.sql")),
    ("0020_offer", include_str!("../migrations/0020_offer.sql")),
    ("0021_amendment", include_str!("../migrations/0021_amendment.sql")),
    ("0022_settlement", include_str!("../migrations/0022_settlement.sql")),
    ("0023_logo", include_str!("../migrations/0023_logo.sql")),
    ("0024_scenario", include_str!("../migrations/0024_scenario.sql")),
    ("0025_payment_route", include_str!("../migrations/0025_payment_route.sql")),
    ("0026_donation_receipt", include_str!("../migrations/0026_donation_receipt.sql")),
];

const REMEMBER: &str = "CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY)";

/// Brings a database up to date. Safe to run by several processes at once.
pub(crate) fn migrate(place: &Place) -> Result<(), Fault> {
    match place {
        Place::File(path) => {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(|e| Fault::Away(e.to_string()))?;
            }
            let connection = sqlite::open_writer(path)?;
            connection.execute_batch("BEGIN IMMEDIATE")?;
            connection.execute_batch(REMEMBER)?;
            for (name, text) in MIGRATIONS {
                let done: i64 = connection.query_row("SELECT COUNT(*) FROM migration WHERE name = ?1", [name], |r| r.get(0))?;
                if done == 0 {
                    connection.execute_batch(&Dialect::Sqlite.spell(text))?;
                    connection.execute_batch(Dialect::Sqlite.append_only())?;
                    connection.execute("INSERT INTO migration VALUES (?1)", [name])?;
                }
            }
            connection.execute_batch("COMMIT")?;
            Ok(())
        }
        Place::Postgres(url) => {
            let mut connection = pg::connect(url, pg::Duty::Migrate)?;
            let mut transaction = connection.client.transaction()?;
            // Two servers starting together: the second waits here and finds the work done.
            transaction.batch_execute(REMEMBER)?;
            transaction.batch_execute("LOCK TABLE migration IN EXCLUSIVE MODE")?;
            for (name, text) in MIGRATIONS {
                if transaction.query("SELECT 1 FROM migration WHERE name = $1", &[name])?.is_empty() {
                    transaction.batch_execute(&Dialect::Postgres.spell(text))?;
                    transaction.batch_execute(Dialect::Postgres.append_only())?;
                    transaction.execute("INSERT INTO migration VALUES ($1)", &[name])?;
                }
            }
            transaction.commit()?;
            Ok(())
        }
    }
}
