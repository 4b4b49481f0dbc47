//! Faults: what goes wrong inside. A refusal is an answer; a fault is not, and the person gets an
//! apology with a number while the operator gets the cause.

use thiserror::Error;

/// What failed.
#[derive(Clone, Debug, Error)]
pub enum Fault {
    /// The transaction lost a race too often.
    #[error("the database is busy: {0}")]
    Busy(String),
    /// Another program holds the database longer than we wait.
    #[error("another program holds the database: {0}")]
    Locked(String),
    /// The database cannot be reached. Nothing was kept.
    #[error("the database is away: {0}")]
    Away(String),
    /// The database went away while it was making the work durable: whether it was kept is not known.
    #[error("the database went away during a commit: {0}")]
    Unknown(String),
    /// No space left.
    #[error("the disk is full: {0}")]
    Full(String),
    /// A constraint refused a row: another writer was first.
    #[error("conflict: {0}")]
    Conflict(String),
    /// Stored data is not what this program writes.
    #[error("inconsistent data: {0}")]
    Inconsistent(String),
    /// Whoever asked wants it no more. Nothing was kept.
    #[error("stopped: whoever asked wants it no more")]
    Stopped,
    /// Anything else.
    #[error("database error: {0}")]
    Other(String),
}

impl Fault {
    /// Whether running the whole transaction again may succeed.
    pub const fn is_retryable(&self) -> bool {
        matches!(self, Self::Busy(_) | Self::Conflict(_))
    }

    /// Whether it is about the database itself: every other job of the group meets it too.
    pub(crate) const fn is_for_all(&self) -> bool {
        matches!(self, Self::Locked(_) | Self::Unknown(_))
    }

    /// The same cause, said of a database that cannot be reached.
    pub(crate) fn into_away(self) -> Self {
        match self {
            Self::Busy(text)
            | Self::Locked(text)
            | Self::Away(text)
            | Self::Unknown(text)
            | Self::Full(text)
            | Self::Conflict(text)
            | Self::Inconsistent(text)
            | Self::Other(text) => Self::Away(text),
            Self::Stopped => Self::Stopped,
        }
    }

    /// What it becomes when a commit ends with it: a database that was lost or a disk that failed may have
    /// kept the work or not.
    pub(crate) fn at_commit(self) -> Self {
        match self {
            Self::Away(text) => Self::Unknown(text),
            other => other,
        }
    }

    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Busy(_) => "database_busy",
            Self::Locked(_) => "database_locked",
            Self::Away(_) => "database_away",
            Self::Unknown(_) => "outcome_unknown",
            Self::Full(_) => "disk_full",
            Self::Conflict(_) => "conflict",
            Self::Inconsistent(_) => "inconsistent",
            Self::Stopped => "stopped",
            Self::Other(_) => "database_error",
        }
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let text = error.to_string();
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Locked(text),
            Some(Code::DiskFull) => Self::Full(text),
            Some(Code::ConstraintViolation) => Self::Conflict(text),
            Some(Code::CannotOpen | Code::ReadOnly | Code::PermissionDenied | Code::SystemIoFailure) => Self::Away(text),
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
            // Too long a statement or a pause (see `pg`), a connection that ended, or no word from the server.
            None | Some("57014" | "25P03") => Self::Away(text),
            Some(code) if code.starts_with("08") || code.starts_with("57P") => Self::Away(text),
            Some(_) => Self::Other(text),
        }
    }
}
