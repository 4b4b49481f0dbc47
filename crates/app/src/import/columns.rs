//! What may be brought in, and the columns of each kind.

use domain::coupon::Funding;
use domain::programme::Book;
use exchange::table::{Cell, Column, Table};
use jiff::civil::Date;
use text::{Lang, key_label, t};

/// What a table holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Organisations.
    Partners,
    /// Merchants.
    Vendors,
    /// Places.
    Places,
    /// Opening hours of places.
    Hours,
    /// Agreements with merchants.
    Agreements,
    /// Coupons given to households.
    HandOuts,
    /// Coupons accepted by merchants.
    Redemptions,
}

impl Kind {
    /// All of them, in the order of a season.
    pub const ALL: [Self; 7] =
        [Self::Partners, Self::Vendors, Self::Places, Self::Hours, Self::Agreements, Self::HandOuts, Self::Redemptions];

    /// The stable name, in addresses and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Partners => "partners",
            Self::Vendors => "vendors",
            Self::Places => "places",
            Self::Hours => "hours",
            Self::Agreements => "agreements",
            Self::HandOuts => "hand-outs",
            Self::Redemptions => "redemptions",
        }
    }

    /// Reads [`Self::key`].
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Its columns, and whether a table must have each. The first tells a row from another.
    pub(super) const fn columns(self) -> &'static [(&'static str, bool)] {
        match self {
            Self::Partners => &[("name", true), ("key", false)],
            Self::Vendors => &[("name", true), ("key", false), ("method", false), ("classes", false), ("receives-for", false)],
            Self::Places => &[("name", true), ("key", false), ("place-kind", false), ("municipality", false)],
            Self::Hours => &[
                ("place", true),
                ("days", true),
                ("opens", true),
                ("closes", true),
                ("from", false),
                ("until", false),
                ("except", false),
                ("also", false),
            ],
            Self::Agreements => &[
                ("vendor", true),
                ("place", true),
                ("from", false),
                ("until", false),
                ("vendor-signed", false),
                ("programme-signed", false),
            ],
            Self::HandOuts => &[
                ("day", true),
                ("partner", false),
                ("band", true),
                ("class", false),
                ("count", false),
                ("batch", false),
                ("coupons", false),
                ("pseudonym", false),
            ],
            Self::Redemptions => &[("code", true), ("day", true), ("vendor", true), ("place", true)],
        }
    }
}

/// A table to fill in, with an example row made of the programme's own names.
pub fn template(book: &Book, lang: Lang, kind: Kind, today: Date) -> Table {
    let column =
        |(key, _): &(&str, bool)| Column { label: key_label(lang, "import-column", key), kind: exchange::table::Kind::Text };
    Table {
        title: key_label(lang, "import-kind", kind.key()),
        made_on: today,
        columns: kind.columns().iter().map(column).collect(),
        rows: vec![kind.columns().iter().map(|(key, _)| example(book, lang, kind, key)).collect()],
    }
}

fn example(book: &Book, lang: Lang, kind: Kind, column: &str) -> Cell {
    let first = |name: Option<&String>| Cell::text(name.cloned().unwrap_or_default());
    match column {
        "name" => Cell::text(key_label(lang, "import-example", kind.key())),
        "method" => Cell::text(key_label(lang, "method", "cheque")),
        "place-kind" => Cell::text(key_label(lang, "place-kind", "market")),
        "municipality" => Cell::text(t(lang, "import-example-municipality")),
        "vendor" => first(book.vendors.first().map(|v| &v.name)),
        "place" => first(book.places.first().map(|p| &p.name)),
        "partner" => first(book.partners.first().map(|p| &p.name)),
        // Not its key: a spreadsheet takes « 3-4 » for a day.
        "band" => first(book.bands.first().map(|b| &b.label)),
        "class" => {
            let class = book.classes.iter().find(|c| c.funding == Funding::Granted);
            class.map_or(Cell::Nothing, |c| Cell::text(c.letter))
        }
        "days" => Cell::text(t(lang, "format-weekday-6")),
        "opens" => Cell::text("9:00"),
        "closes" => Cell::text("13:00"),
        "count" => Cell::count(4),
        "from" | "day" | "vendor-signed" | "programme-signed" => Cell::Day(book.season.starts_on),
        "until" => Cell::Day(book.season.ends_on),
        "code" => Cell::text("7K2M4-QXP9H"),
        _ => Cell::Nothing,
    }
}
