//! Logos of territories and of funders, for their documents.

use crate::Arg;
use crate::fault::Fault;
use crate::row::Row;
use crate::tx::Tx;
use domain::ids::{FundId, PersonId, ProgrammeId};
use jiff::Timestamp;

/// Whose logo.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LogoOf {
    /// A territory's, in its notebook.
    Notebook(u32),
    /// A funder's, at its fund.
    Fund(ProgrammeId, FundId),
}

/// A logo as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LogoRow {
    /// What it shows, for who does not see it.
    pub alt: String,
    /// The picture.
    pub png: Vec<u8>,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Who put it.
    pub author: PersonId,
    /// When.
    pub put_at: Timestamp,
}

impl LogoOf {
    fn key(self) -> [Arg<'static>; 3] {
        match self {
            Self::Notebook(number) => ["notebook".into(), 0_u32.into(), number.into()],
            Self::Fund(programme, fund) => ["fund".into(), u32::from(programme.0).into(), fund.0.into()],
        }
    }
}

fn of(r: &Row<'_>) -> Result<LogoOf, Fault> {
    let programme = u16::try_from(r.i(1)?).map_err(|e| Fault::Inconsistent(e.to_string()))?;
    match r.t(0)?.as_str() {
        "notebook" => Ok(LogoOf::Notebook(r.u(2)?)),
        "fund" => Ok(LogoOf::Fund(ProgrammeId(programme), FundId(r.u(2)?))),
        kind => Err(Fault::Inconsistent(format!("a logo of {kind:?}"))),
    }
}

fn logo(r: &Row<'_>, from: usize) -> Result<LogoRow, Fault> {
    Ok(LogoRow {
        alt: r.t(from)?,
        png: r.b(from + 1)?,
        width: r.u(from + 2)?,
        height: r.u(from + 3)?,
        author: PersonId(r.u(from + 4)?),
        put_at: r.at(from + 5)?,
    })
}

impl Tx<'_> {
    /// Puts a logo in the place of the one that there was.
    pub fn put_logo(&mut self, of: LogoOf, logo: &LogoRow) -> Result<(), Fault> {
        self.take_logo_off(of)?;
        let [kind, programme, number] = of.key();
        self.run(
            "INSERT INTO logo (kind, programme, number, alt, png, width, height, author, put_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            &[
                kind,
                programme,
                number,
                (&logo.alt).into(),
                logo.png.as_slice().into(),
                logo.width.into(),
                logo.height.into(),
                logo.author.0.into(),
                logo.put_at.as_microsecond().into(),
            ],
        )
        .map(drop)
    }

    /// Takes a logo off, if there is one.
    pub fn take_logo_off(&mut self, of: LogoOf) -> Result<(), Fault> {
        self.run("DELETE FROM logo WHERE kind = $1 AND programme = $2 AND number = $3", &of.key()).map(drop)
    }

    /// A logo.
    pub fn logo(&mut self, of: LogoOf) -> Result<Option<LogoRow>, Fault> {
        let sql = "SELECT alt, png, width, height, author, put_at FROM logo WHERE kind = $1 AND programme = $2 AND number = $3";
        self.first(sql, &of.key(), |r| logo(r, 0))
    }

    /// Every logo, in order.
    pub fn logos(&mut self) -> Result<Vec<(LogoOf, LogoRow)>, Fault> {
        let sql = "SELECT kind, programme, number, alt, png, width, height, author, put_at FROM logo
             ORDER BY kind, programme, number";
        self.all(sql, &[], |r| Ok((of(r)?, logo(r, 3)?)))
    }
}
