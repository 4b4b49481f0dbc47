//! Logos in a copy.

use super::{Line, broken};
use crate::command::Cx;
use crate::world::Error;
use domain::chain::{hex, unhex};
use domain::ids::{FundId, PersonId, ProgrammeId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{LogoOf, LogoRow};

/// A logo.
#[derive(Serialize, Deserialize)]
pub(super) struct LogoLine {
    of: OfLine,
    alt: String,
    /// Hexadecimal.
    png: String,
    width: u32,
    height: u32,
    author: u32,
    put_at: i64,
}

/// Whose.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum OfLine {
    Notebook(u32),
    Fund(u16, u32),
}

/// Every logo of the platform.
pub(super) fn copy(cx: &mut Cx<'_, '_>) -> Result<Vec<Line>, Error> {
    let line = |(of, logo): (LogoOf, LogoRow)| {
        Line::Logo(Box::new(LogoLine {
            of: match of {
                LogoOf::Notebook(number) => OfLine::Notebook(number),
                LogoOf::Fund(programme, fund) => OfLine::Fund(programme.0, fund.0),
            },
            alt: logo.alt,
            png: hex(&logo.png),
            width: logo.width,
            height: logo.height,
            author: logo.author.0,
            put_at: logo.put_at.as_microsecond(),
        }))
    };
    Ok(cx.tx.logos()?.into_iter().map(line).collect())
}

/// Puts a logo as it was.
pub(super) fn restore(cx: &mut Cx<'_, '_>, line: LogoLine) -> Result<(), Error> {
    let LogoLine { of, alt, png, width, height, author, put_at } = line;
    let of = match of {
        OfLine::Notebook(number) => LogoOf::Notebook(number),
        OfLine::Fund(programme, fund) => LogoOf::Fund(ProgrammeId(programme), FundId(fund)),
    };
    let png = unhex(&png).ok_or_else(|| broken("a logo".to_owned()))?;
    let put_at = Timestamp::from_microsecond(put_at).map_err(|e| broken(e.to_string()))?;
    Ok(cx.tx.put_logo(of, &LogoRow { alt, png, width, height, author: PersonId(author), put_at })?)
}
