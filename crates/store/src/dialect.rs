//! The only place where the two databases differ in their text.

/// Which database.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialect {
    /// Embedded.
    Sqlite,
    /// PostgreSQL, or a database that speaks like it.
    Postgres,
}

impl Dialect {
    /// A migration with its type words replaced.
    pub(crate) fn spell(self, migration: &str) -> String {
        let words = match self {
            Self::Sqlite => [
                ("{int}", "INTEGER"),
                ("{blob}", "BLOB"),
                ("{table}", "STRICT"),
                ("{clustered}", "STRICT, WITHOUT ROWID"),
                ("{moving}", "STRICT, WITHOUT ROWID"),
            ],
            // Rows that change several times keep room beside them, so that no index is written again.
            Self::Postgres => [
                ("{int}", "BIGINT"),
                ("{blob}", "BYTEA"),
                ("{table}", ""),
                ("{clustered}", ""),
                ("{moving}", "WITH (fillfactor = 45)"),
            ],
        };
        words.iter().fold(migration.to_owned(), |text, (word, replacement)| text.replace(word, replacement))
    }

    /// What makes the log and the ledger append-only: triggers in SQLite; in PostgreSQL, a role without
    /// the privilege, which every connection takes. Said again after every migration: new tables need it.
    pub(crate) const fn append_only(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "CREATE TRIGGER IF NOT EXISTS command_no_update BEFORE UPDATE ON command BEGIN SELECT RAISE(ABORT, 'append-only'); END;
                 CREATE TRIGGER IF NOT EXISTS command_no_delete BEFORE DELETE ON command BEGIN SELECT RAISE(ABORT, 'append-only'); END;
                 CREATE TRIGGER IF NOT EXISTS transfer_no_update BEFORE UPDATE ON transfer BEGIN SELECT RAISE(ABORT, 'append-only'); END;
                 CREATE TRIGGER IF NOT EXISTS transfer_no_delete BEFORE DELETE ON transfer BEGIN SELECT RAISE(ABORT, 'append-only'); END;
                 CREATE TRIGGER IF NOT EXISTS movement_no_update BEFORE UPDATE ON movement BEGIN SELECT RAISE(ABORT, 'append-only'); END;
                 CREATE TRIGGER IF NOT EXISTS movement_no_delete BEFORE DELETE ON movement BEGIN SELECT RAISE(ABORT, 'append-only'); END;"
            }
            Self::Postgres => {
                "DO $$ BEGIN CREATE ROLE cabas_app NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
                 DO $$ BEGIN
                   EXECUTE format('GRANT USAGE ON SCHEMA %I TO cabas_app', current_schema());
                   EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO cabas_app', current_schema());
                   EXECUTE format('GRANT cabas_app TO %I', session_user);
                 END $$;
                 REVOKE UPDATE, DELETE, TRUNCATE ON command, transfer, movement FROM cabas_app;"
            }
        }
    }

    /// Reads a programme's head and keeps other writers out until the transaction ends. SQLite has one
    /// writer, so it needs no lock.
    pub(crate) const fn lock_head(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "SELECT seq, chain, recorded_at, book_seq, batches, disputes, runs, payments FROM head WHERE programme = $1"
            }
            Self::Postgres => {
                "SELECT seq, chain, recorded_at, book_seq, batches, disputes, runs, payments FROM head WHERE programme = $1 FOR UPDATE"
            }
        }
    }
}
