//! Days and windows.

use crate::plan::{Opening, Plan};
use anyhow::{Result, anyhow};
use domain::programme::Season;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// A day later or earlier.
pub(crate) fn plus(day: Date, days: i64) -> Result<Date> {
    day.checked_add(days.days()).map_err(|e| anyhow!(e))
}

/// How many days from `from` to `to`.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

impl Plan {
    /// Which weekly hand-out a day belongs to, if any.
    pub(crate) fn week_of(&self, day: Date) -> Option<u32> {
        let days = days_between(self.first_monday, day);
        u32::try_from(days.div_euclid(7)).ok().filter(|week| *week < self.weeks)
    }

    /// The windows open on a day of the season.
    pub(crate) fn open_on(&self, season: &Season, day: Date) -> impl Iterator<Item = &'static Opening> + use<> {
        let openings = self.openings;
        let in_season = season.starts_on <= day && day <= season.ends_on;
        openings.iter().filter(move |o| in_season && o.weekday == day.weekday())
    }

    /// Whether a day is in the last week of the season, when people spend what is left.
    pub(crate) fn is_last_week(season: &Season, day: Date) -> bool {
        days_between(day, season.ends_on) < 7
    }
}

/// Whether a day is one on which organisations receive people in the morning.
pub(crate) fn is_weekday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}
