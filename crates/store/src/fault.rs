//! Faults: what goes wrong inside. A refusal is an answer; a fault is not, and the person gets an
//! apology with a number while the operator gets the cause.

use thiserror::Error;

/// What failed.
#[derive(Clone, Debug, Error)]
pub enum Fault {
    /// Another program holds the database too long, or the transaction lost a race too often.
    #[error("the database is busy: {0}")]
    Busy(String),
    /// The database cannot be reached.
    #[error("the database is away: {0}")]
    Away(String),
    /// No space left.
    #[error("the disk is full: {0}")]
    Full(String),
    /// A constraint refused a row: another writer was first.
    #[error("conflict: {0}")]
    Conflict(String),
    /// Stored data is not what this program writes.
    #[error("inconsistent data: {0}")]
    Inconsistent(String),
    /// Anything else.
    #[error("database error: {0}")]
    Other(String),
}

impl Fault {
    /// Whether running the whole transaction again may succeed.
    pub const fn is_retryable(&self) -> bool {
        matches!(self, Self::Busy(_) | Self::Conflict(_))
    }

    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Busy(_) => "database_busy",
            Self::Away(_) => "database_away",
            Self::Full(_) => "disk_full",
            Self::Conflict(_) => "conflict",
            Self::Inconsistent(_) => "inconsistent",
            Self::Other(_) => "database_error",
        }
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let text = error.to_string();
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy(text),
            Some(Code::DiskFull) => Self::Full(text),
            Some(Code::ConstraintViolation) => Self::Conflict(text),
            Some(Code::CannotOpen | Code::ReadOnly | Code::PermissionDenied) => Self::Away(text),
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Inconsistent(text),
            _ => Self::Other(text),
        }
    }
}

impl From<postgres::Error> for Fault {
    fn from(error: postgres::Error) -> Self {
        let text = error.as_db_error().map_or_else(|| format!("{error:?}"), |e| format!("{}: {}", e.code().code(), e.message()));
        match error.code().map(postgres::error::SqlState::code) {
            Some("40001" | "40P01" | "55P03") => Self::Busy(text),
            Some("23505" | "23503" | "23514") => Self::Conflict(text),
            Some("53100") => Self::Full(text),
            Some(code) if code.starts_with("08") || code.starts_with("57P") => Self::Away(text),
            Some(_) => Self::Other(text),
            None => Self::Away(text),
        }
    }
}
