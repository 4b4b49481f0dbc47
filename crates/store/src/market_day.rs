//! Market days.

use crate::fault::Fault;
use crate::programme::{from_json, to_json};
use crate::redemption;
use crate::tx::Tx;
use domain::ids::{PlaceId, ProgrammeId};
use domain::market_day::MarketDay;
use domain::programme::Book;
use domain::redemption::Redemption;
use jiff::civil::Date;

/// Writes a day, over what was known of it.
pub(crate) fn record(tx: &mut Tx<'_>, programme: ProgrammeId, day: &MarketDay) -> Result<(), Fault> {
    tx.run(
        "INSERT INTO market_day (programme, place, day, detail) VALUES ($1, $2, $3, $4)
         ON CONFLICT (programme, place, day) DO UPDATE SET detail = excluded.detail",
        &[programme.into(), day.place.0.into(), (&day.on.to_string()).into(), (&to_json(day)?).into()],
    )
    .map(drop)
}

impl Tx<'_> {
    /// A day at a place.
    pub fn market_day(&mut self, programme: ProgrammeId, place: PlaceId, on: Date) -> Result<Option<MarketDay>, Fault> {
        self.first(
            "SELECT detail FROM market_day WHERE programme = $1 AND place = $2 AND day = $3",
            &[programme.into(), place.0.into(), (&on.to_string()).into()],
            |r| from_json(&r.t(0)?),
        )
    }

    /// All days at all places, by place and day.
    pub fn market_days(&mut self, programme: ProgrammeId) -> Result<Vec<MarketDay>, Fault> {
        self.all("SELECT detail FROM market_day WHERE programme = $1 ORDER BY place, day", &[programme.into()], |r| {
            from_json(&r.t(0)?)
        })
    }

    /// The redemptions of a market day at a place, in order.
    pub fn redemptions_on(
        &mut self,
        programme: ProgrammeId,
        book: &Book,
        place: PlaceId,
        on: Date,
    ) -> Result<Vec<Redemption>, Fault> {
        // A day begins at midnight where the programme lives; a fast clock does not make a later one.
        let begins = on.to_zoned(book.zone()).map_err(|e| Fault::Other(e.to_string()))?.timestamp();
        let rows = self.all(
            "SELECT seq, id, vendor, place, channel, claimed_at, recorded_at, count, amount FROM redemption
             WHERE programme = $1 AND place = $2 AND claimed_at >= $3 ORDER BY seq",
            &[programme.into(), place.0.into(), begins.as_microsecond().into()],
            redemption::read,
        )?;
        Ok(rows.into_iter().filter(|r| r.market_day(book) == on).collect())
    }
}
