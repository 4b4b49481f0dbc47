//! How each pilot's season goes: what a `programme.toml` does not say. Published figures are marked;
//! the rest is invented.

use crate::pilot::Pilot;
use jiff::civil::{Date, Weekday, date};

/// When a place is open.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opening {
    /// The place's short name.
    pub place: &'static str,
    /// Day of the week.
    pub weekday: Weekday,
    /// First hour and minute.
    pub from: (i8, i8),
    /// Last hour and minute.
    pub to: (i8, i8),
}

const fn open(place: &'static str, weekday: Weekday, from: (i8, i8), to: (i8, i8)) -> Opening {
    Opening { place, weekday, from, to }
}

/// An organisation's part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Share {
    /// Where its households shop.
    pub places: &'static [&'static str],
    /// How much of what it hands out is spent in the end, in hundredths of a percent.
    pub use_bps: u64,
    /// Whether it writes pseudonyms down.
    pub pseudonyms: bool,
}

const fn share(places: &'static [&'static str], use_percent: u64, pseudonyms: bool) -> Share {
    Share { places, use_bps: use_percent * 100, pseudonyms }
}

/// How a season ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum End {
    /// Expired, paid, closed.
    Closed,
    /// Left that evening with work waiting.
    Left(Date),
}

/// A season's plan.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// Households by band, at scale 1.
    pub households: &'static [(&'static str, u32)],
    /// Monday of the first hand-out.
    pub first_monday: Date,
    /// Weekly hand-outs.
    pub weeks: u32,
    /// Out of a hundred weekly visits to the organisation, how many are missed.
    pub missed_percent: u32,
    /// Whether a missed week is given the next time.
    pub catches_up: bool,
    /// Letter of the class handed out.
    pub letter: char,
    /// Coupons in a booklet.
    pub booklet: u32,
    /// Money by fund: short name, dollars, day.
    pub money: &'static [(&'static str, i64, Date)],
    /// Set aside for good-faith losses: fund, dollars.
    pub contingency: (&'static str, i64),
    /// One part an organisation, in the order of the file.
    pub shares: &'static [Share],
    /// Opening windows.
    pub openings: &'static [Opening],
    /// Sales to the public in the season.
    pub sales: u32,
    /// Coupons accepted twice, in good faith.
    pub duplicates: u32,
    /// Booklets lost and replaced.
    pub lost: u32,
    /// Households shop this often when their market is open.
    pub visit_percent: u32,
    /// Weeks between two settlement runs.
    pub settle_weeks: u32,
    /// The end.
    pub end: End,
}

impl Plan {
    /// A pilot's plan.
    pub(crate) const fn of(pilot: Pilot) -> Self {
        match pilot {
            Pilot::BasSaintLaurent => BAS_SAINT_LAURENT,
            Pilot::Portneuf => PORTNEUF,
            Pilot::ColombieBritannique => COLOMBIE_BRITANNIQUE,
        }
    }
}

/// Published: 92 households, 41 000 $ handed out (here 820 coupons of 5 $ a week, ten weeks), nine
/// organisations, six markets, use between 70 % and 86 %.
const BAS_SAINT_LAURENT: Plan = Plan {
    households: &[("1", 20), ("2", 28), ("3-4", 26), ("5+", 18)],
    first_monday: date(2025, 7, 7),
    weeks: 10,
    missed_percent: 6,
    catches_up: true,
    letter: 'A',
    booklet: 10,
    money: &[("bailleur-1", 25_000, date(2025, 5, 12)), ("bailleur-2", 17_000, date(2025, 6, 3))],
    contingency: ("bailleur-2", 500),
    shares: &[
        share(&["rimouski"], 83, true),
        share(&["rimouski"], 76, true),
        share(&["sainte-flavie", "rimouski"], 79, true),
        share(&["saint-gabriel"], 70, false),
        share(&["matane"], 86, true),
        share(&["matane"], 81, true),
        share(&["saint-pascal"], 73, false),
        share(&["la-pocatiere"], 78, true),
        share(&["la-pocatiere", "saint-pascal"], 84, true),
    ],
    openings: &[
        open("rimouski", Weekday::Saturday, (9, 0), (13, 0)),
        open("sainte-flavie", Weekday::Friday, (14, 0), (18, 0)),
        open("saint-gabriel", Weekday::Sunday, (10, 0), (13, 0)),
        open("matane", Weekday::Saturday, (10, 0), (14, 0)),
        open("saint-pascal", Weekday::Friday, (15, 0), (18, 0)),
        open("la-pocatiere", Weekday::Saturday, (9, 0), (12, 0)),
    ],
    sales: 0,
    duplicates: 6,
    lost: 4,
    visit_percent: 55,
    settle_weeks: 2,
    end: End::Closed,
};

/// Published: more than a hundred households, at most 60 $ a week and 720 $ in all, three markets (one on
/// Thursday afternoons, one on Saturday mornings), farm stands, 20 $ for 30 $.
const PORTNEUF: Plan = Plan {
    households: &[("1", 22), ("2", 34), ("3-4", 32), ("5+", 22)],
    first_monday: date(2025, 6, 23),
    weeks: 12,
    missed_percent: 4,
    catches_up: false,
    letter: 'A',
    booklet: 10,
    money: &[("fadm", 40_000, date(2025, 5, 20)), ("mrc", 22_000, date(2025, 6, 9))],
    contingency: ("mrc", 600),
    shares: &[
        share(&["saint-raymond"], 84, true),
        share(&["saint-raymond", "kiosque-3"], 77, true),
        share(&["saint-casimir", "kiosque-2"], 69, true),
        share(&["deschambault", "saint-casimir"], 46, true),
        share(&["deschambault", "kiosque-1"], 88, true),
        share(&["deschambault", "kiosque-3"], 72, true),
    ],
    openings: &[
        open("saint-raymond", Weekday::Thursday, (15, 30), (18, 30)),
        open("saint-casimir", Weekday::Friday, (15, 0), (18, 0)),
        open("deschambault", Weekday::Saturday, (9, 0), (13, 0)),
        open("kiosque-1", Weekday::Wednesday, (9, 0), (18, 0)),
        open("kiosque-1", Weekday::Sunday, (9, 0), (18, 0)),
        open("kiosque-2", Weekday::Sunday, (10, 0), (16, 0)),
        open("kiosque-3", Weekday::Tuesday, (7, 0), (20, 0)),
    ],
    sales: 36,
    duplicates: 7,
    lost: 4,
    visit_percent: 60,
    settle_weeks: 2,
    end: End::Left(date(2025, 9, 11)),
};

/// Published: 27 $ a week for 16 weeks in coupons of 3 $, good for about 20 weeks, more than 90 % used.
const COLOMBIE_BRITANNIQUE: Plan = Plan {
    households: &[("1+", 120)],
    first_monday: date(2025, 6, 2),
    weeks: 16,
    missed_percent: 3,
    catches_up: true,
    letter: 'C',
    booklet: 9,
    money: &[("province", 45_000, date(2025, 4, 1)), ("donors", 9_000, date(2025, 5, 6))],
    contingency: ("donors", 500),
    shares: &[
        share(&["market-1"], 92, true),
        share(&["market-1", "market-4"], 94, true),
        share(&["market-2"], 91, false),
        share(&["market-2", "market-3"], 93, true),
        share(&["market-3"], 95, true),
        share(&["market-4"], 90, true),
    ],
    openings: &[
        open("market-1", Weekday::Saturday, (9, 0), (13, 0)),
        open("market-2", Weekday::Sunday, (10, 0), (14, 0)),
        open("market-3", Weekday::Wednesday, (14, 0), (18, 0)),
        open("market-4", Weekday::Saturday, (10, 0), (14, 0)),
    ],
    sales: 0,
    duplicates: 8,
    lost: 5,
    visit_percent: 65,
    settle_weeks: 2,
    end: End::Closed,
};
