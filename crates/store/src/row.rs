//! Arguments and rows, the same for both databases. Integers, bytes and text: never a float.

use crate::Fault;
use bytes::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use rusqlite::types::{ToSqlOutput, ValueRef};

/// An argument of a statement.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// An integer.
    I(i64),
    /// An integer or nothing.
    OptI(Option<i64>),
    /// Bytes.
    B(&'a [u8]),
    /// Bytes or nothing.
    OptB(Option<&'a [u8]>),
    /// Text.
    T(&'a str),
    /// Text or nothing.
    OptT(Option<&'a str>),
    /// Many integers (PostgreSQL only).
    Is(&'a [i64]),
    /// Many byte strings (PostgreSQL only).
    Bs(&'a [&'a [u8]]),
}

impl Arg<'_> {
    pub(crate) const fn pg_type(&self) -> Type {
        match self {
            Self::I(_) | Self::OptI(_) => Type::INT8,
            Self::B(_) | Self::OptB(_) => Type::BYTEA,
            Self::T(_) | Self::OptT(_) => Type::TEXT,
            Self::Is(_) => Type::INT8_ARRAY,
            Self::Bs(_) => Type::BYTEA_ARRAY,
        }
    }
}

impl From<i64> for Arg<'_> {
    fn from(value: i64) -> Self {
        Self::I(value)
    }
}
impl From<domain::ids::ProgrammeId> for Arg<'_> {
    fn from(value: domain::ids::ProgrammeId) -> Self {
        Self::I(i64::from(value.0))
    }
}
impl From<u32> for Arg<'_> {
    fn from(value: u32) -> Self {
        Self::I(i64::from(value))
    }
}
impl<'a> From<&'a str> for Arg<'a> {
    fn from(value: &'a str) -> Self {
        Self::T(value)
    }
}
impl<'a> From<&'a String> for Arg<'a> {
    fn from(value: &'a String) -> Self {
        Self::T(value)
    }
}
impl<'a> From<&'a [u8]> for Arg<'a> {
    fn from(value: &'a [u8]) -> Self {
        Self::B(value)
    }
}
impl<'a, const N: usize> From<&'a [u8; N]> for Arg<'a> {
    fn from(value: &'a [u8; N]) -> Self {
        Self::B(value)
    }
}

impl ToSql for Arg<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::I(v) => v.to_sql(ty, out),
            Self::OptI(v) => v.to_sql(ty, out),
            Self::B(v) => v.to_sql(ty, out),
            Self::OptB(v) => v.to_sql(ty, out),
            Self::T(v) => v.to_sql(ty, out),
            Self::OptT(v) => v.to_sql(ty, out),
            Self::Is(v) => v.to_sql(ty, out),
            Self::Bs(v) => v.to_sql(ty, out),
        }
    }

    fn accepts(_ty: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl rusqlite::ToSql for Arg<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let value = match self {
            Self::I(v) | Self::OptI(Some(v)) => ValueRef::Integer(*v),
            Self::B(v) | Self::OptB(Some(v)) => ValueRef::Blob(v),
            Self::T(v) | Self::OptT(Some(v)) => ValueRef::Text(v.as_bytes()),
            Self::OptI(None) | Self::OptB(None) | Self::OptT(None) => ValueRef::Null,
            Self::Is(_) | Self::Bs(_) => unreachable!("array statements are PostgreSQL's own"),
        };
        Ok(ToSqlOutput::Borrowed(value))
    }
}

/// A row of an answer.
pub enum Row<'a> {
    /// From SQLite.
    Sqlite(&'a rusqlite::Row<'a>),
    /// From PostgreSQL.
    Postgres(&'a postgres::Row),
}

impl Row<'_> {
    /// An integer column.
    pub fn i(&self, column: usize) -> Result<i64, Fault> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    /// An integer column that may be null.
    pub fn opt_i(&self, column: usize) -> Result<Option<i64>, Fault> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    /// A column of bytes.
    pub fn b(&self, column: usize) -> Result<Vec<u8>, Fault> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    /// A column of bytes that may be null.
    pub fn opt_b(&self, column: usize) -> Result<Option<Vec<u8>>, Fault> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    /// A text column.
    pub fn t(&self, column: usize) -> Result<String, Fault> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    /// A text column that may be null.
    pub fn opt_t(&self, column: usize) -> Result<Option<String>, Fault> {
        match self {
            Self::Sqlite(row) => Ok(row.get(column)?),
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    /// An instant column.
    pub fn at(&self, column: usize) -> Result<jiff::Timestamp, Fault> {
        instant(self.i(column)?)
    }

    /// An instant column that may be null.
    pub fn opt_at(&self, column: usize) -> Result<Option<jiff::Timestamp>, Fault> {
        self.opt_i(column)?.map(instant).transpose()
    }

    /// An unsigned 32-bit column.
    pub fn u(&self, column: usize) -> Result<u32, Fault> {
        let value = self.i(column)?;
        u32::try_from(value).map_err(|_| Fault::Inconsistent(format!("{value} is not a number of 32 bits")))
    }
}

fn instant(microseconds: i64) -> Result<jiff::Timestamp, Fault> {
    jiff::Timestamp::from_microsecond(microseconds).map_err(|e| Fault::Inconsistent(e.to_string()))
}

/// Zero stands for none: a column that is part of a key cannot be empty.
pub(crate) fn some<T>(value: u32, make: fn(u32) -> T) -> Option<T> {
    (value != 0).then(|| make(value))
}

/// The other way.
pub(crate) fn none_is_zero<T: Copy>(value: Option<T>, number: fn(T) -> u32) -> i64 {
    value.map_or(0, |value| i64::from(number(value)))
}
