//! A table's headings and cells, as people write them: columns in any order, in any of our languages, whatever the
//! capitals and the accents.

use super::{Kind, No, Row, no};
use crate::world::Error;
use domain::refusal::Refusal;
use jiff::civil::Date;
use text::{Lang, key_label};

/// How many rows may stand above the headings: a title, a blank.
const ABOVE: usize = 5;

/// A table whose headings were understood.
pub(super) struct Sheet<'r> {
    pub(super) lines: Vec<Line<'r>>,
    /// Columns that nobody reads.
    pub(super) unknown: Vec<String>,
}

/// A row.
pub(super) struct Line<'r> {
    pub(super) number: u64,
    /// Each known column's cell.
    cells: Vec<(&'static str, &'r str)>,
}

/// A text without capitals, accents, blanks or signs.
pub(super) fn bare(text: &str) -> String {
    let folded = exchange::bank_text::fold(text).unwrap_or_else(|_| text.to_uppercase());
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The column that a heading names.
fn column(kind: Kind, heading: &str) -> Option<&'static str> {
    let heading = bare(heading);
    let named = |key: &str| {
        Lang::ALL.iter().any(|lang| {
            let label = key_label(*lang, "import-column", key);
            let others = key_label(*lang, "import-names", key);
            bare(&label) == heading || others.split(',').any(|name| bare(name) == heading)
        })
    };
    kind.columns().iter().map(|(key, _)| *key).find(|key| !heading.is_empty() && named(key))
}

impl<'r> Sheet<'r> {
    pub(super) fn of(kind: Kind, rows: &'r [Row]) -> Result<Self, Error> {
        let known = |row: &Row| row.cells.iter().filter(|cell| column(kind, cell).is_some()).count();
        let top = rows.iter().take(ABOVE).enumerate();
        // The first of those that name the most columns.
        let head = top.max_by_key(|(at, row)| (known(row), std::cmp::Reverse(*at))).map(|(at, _)| at);
        let Some((head, below)) = head.and_then(|at| rows[at..].split_first()) else { return Err(Refusal::Nothing.into()) };
        let mut columns: Vec<Option<&'static str>> = Vec::with_capacity(head.cells.len());
        let mut unknown = Vec::new();
        for cell in &head.cells {
            let found = column(kind, cell).filter(|key| !columns.contains(&Some(*key)));
            if found.is_none() && !cell.is_empty() {
                unknown.push(cell.clone());
            }
            columns.push(found);
        }
        for (key, needed) in kind.columns() {
            if *needed && !columns.contains(&Some(*key)) {
                return Err(Refusal::MissingColumn { column: (*key).to_owned() }.into());
            }
        }
        let line = |row: &'r Row| Line {
            number: row.line,
            cells: columns.iter().zip(&row.cells).filter_map(|(key, cell)| Some(((*key)?, cell.as_str()))).collect(),
        };
        let lines: Vec<Line<'r>> = below.iter().map(line).collect();
        if lines.is_empty() {
            return Err(Refusal::Nothing.into());
        }
        Ok(Self { lines, unknown })
    }
}

impl<'r> Line<'r> {
    /// A cell, empty when the table has no such column.
    pub(super) fn text(&self, column: &str) -> &'r str {
        self.cells.iter().find(|(key, _)| *key == column).map_or("", |(_, cell)| cell)
    }

    /// A cell that must say something.
    pub(super) fn need(&self, column: &'static str) -> Result<&'r str, No> {
        match self.text(column) {
            "" => Err(no(column)(Refusal::EmptyCell { column: column.to_owned() })),
            text => Ok(text),
        }
    }

    /// A day, if there is one.
    pub(super) fn day(&self, column: &'static str) -> Result<Option<Date>, No> {
        let text = self.text(column);
        if text.is_empty() {
            return Ok(None);
        }
        // A spreadsheet may add an hour to a day.
        let day = text.split([' ', 'T']).next().unwrap_or(text).replace('/', "-");
        day.parse().map(Some).map_err(|_| no(column)(Refusal::NotADate { written: text.to_owned() }))
    }

    /// A day that must be there.
    pub(super) fn need_day(&self, column: &'static str) -> Result<Date, No> {
        self.need(column)?;
        self.day(column)?.ok_or_else(|| no(column)(Refusal::EmptyCell { column: column.to_owned() }))
    }

    /// A number, if there is one.
    pub(super) fn number(&self, column: &'static str) -> Result<Option<u32>, No> {
        match self.text(column) {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| no(column)(Refusal::NotANumber { written: text.to_owned() })),
        }
    }

    /// Its cells in a few words, to recognise it. A pseudonym is an organisation's own: it is not shown again.
    pub(super) fn shown(&self) -> String {
        let cells = self.cells.iter().filter(|(key, cell)| *key != "pseudonym" && !cell.is_empty());
        cells.map(|(_, cell)| *cell).take(4).collect::<Vec<_>>().join(" · ")
    }
}

/// What people name: by its name, else by its short name or number.
pub(super) fn named<T, I>(
    list: &[T],
    written: &str,
    name: impl Fn(&T) -> (&str, I),
    or_key: impl Fn() -> Result<I, Refusal>,
) -> Result<I, Refusal> {
    let same = |item: &&T| bare(name(item).0) == bare(written) && !bare(written).is_empty();
    let mut found = list.iter().filter(same);
    match (found.next(), found.next()) {
        (Some(only), None) => Ok(name(only).1),
        _ => or_key(),
    }
}
