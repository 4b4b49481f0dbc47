//! Tables of other programs whose columns nobody can guess: each bank's e-Transfers, each accounting program's
//! entries, each bank's statement. Somebody says once, in `columns-PROGRAMME.toml`, which column holds what; the same
//! description writes and reads.

use crate::decode;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io;
use thiserror::Error;

/// The whole file: a description for each of its tables.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// Interac e-Transfers, or transfers, as the bank takes them in bulk.
    pub transfers: Option<Shape>,
    /// The journal, as the accounting program takes it.
    pub journal: Option<Shape>,
    /// The bank's statement.
    pub statement: Option<Shape>,
}

/// How one table is written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// Between cells.
    #[serde(default)]
    pub separator: Separator,
    /// Before cents.
    #[serde(default)]
    pub decimal: Decimal,
    /// How days are written, such as `%Y-%m-%d` or `%d/%m/%Y`.
    #[serde(default = "iso_day")]
    pub date: String,
    /// Whether the first line names the columns.
    #[serde(default = "yes")]
    pub heading: bool,
    /// How letters are written.
    #[serde(default)]
    pub encoding: Encoding,
    /// The columns, in order.
    pub columns: Vec<Column>,
}

/// One column.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its heading.
    #[serde(default)]
    pub title: String,
    /// What it holds; nothing for a column that is always the same, or that nobody reads.
    #[serde(default)]
    pub value: String,
    /// What it always says.
    #[serde(default)]
    pub text: String,
    /// Characters it takes at most: longer words are cut.
    #[serde(default)]
    pub most: Option<usize>,
}

fn iso_day() -> String {
    "%Y-%m-%d".to_owned()
}

const fn yes() -> bool {
    true
}

/// Between cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

/// Before cents.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decimal {
    /// `.`
    #[default]
    Point,
    /// `,`
    Comma,
}

impl Decimal {
    /// The sign.
    pub const fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// An amount with its two decimals.
    pub fn write(self, minor: i128) -> String {
        match self {
            Self::Point => crate::amount_text::with_point(minor),
            Self::Comma => crate::amount_text::with_comma(minor),
        }
    }
}

/// How letters are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8.
    #[default]
    Utf8,
    /// UTF-8 that begins with a mark, which Excel needs.
    Utf8Mark,
    /// Windows-1252, which older programs need.
    Windows1252,
}

/// What is wrong with a description: which column, from 1 (0 for the whole table).
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("column {column}: {mistake}")]
pub struct ShapeProblem {
    /// From 1.
    pub column: usize,
    /// What is wrong.
    pub mistake: ShapeMistake,
}

/// What is wrong with a description.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum ShapeMistake {
    /// No column at all.
    #[error("no columns")]
    Empty,
    /// A column without a heading, in a table that has headings.
    #[error("no title")]
    NoTitle,
    /// Two columns of one heading, or of one value.
    #[error("twice")]
    Twice,
    /// A value that such a table does not have: those it has.
    #[error("value must be one of: {0}")]
    UnknownValue(String),
    /// A value that such a table needs.
    #[error("no column with the value {0}")]
    Needs(String),
    /// Days cannot be written so.
    #[error("not a way to write a day")]
    BadDate,
}

impl Shape {
    /// Everything that is wrong with it, for a table that has these values and needs those.
    pub fn check(&self, known: &[&str], needed: &[&str]) -> Vec<ShapeProblem> {
        let mut problems = Vec::new();
        let mut add = |column, mistake| problems.push(ShapeProblem { column, mistake });
        if self.columns.is_empty() {
            add(0, ShapeMistake::Empty);
        }
        let day = jiff::civil::date(2026, 7, 15);
        let written = jiff::fmt::strtime::format(&self.date, day).ok();
        let is_read_back = |text: String| Date::strptime(&self.date, text).is_ok_and(|read| read == day);
        if !written.is_some_and(is_read_back) {
            add(0, ShapeMistake::BadDate);
        }
        let (mut titles, mut values) = (BTreeSet::new(), BTreeSet::new());
        for (at, column) in (1..).zip(&self.columns) {
            if self.heading && column.title.trim().is_empty() {
                add(at, ShapeMistake::NoTitle);
            } else if self.heading && !titles.insert(column.title.trim().to_lowercase()) {
                add(at, ShapeMistake::Twice);
            }
            if column.value.is_empty() {
                continue;
            }
            if !known.contains(&column.value.as_str()) {
                add(at, ShapeMistake::UnknownValue(known.join(", ")));
            } else if !values.insert(column.value.as_str()) {
                add(at, ShapeMistake::Twice);
            }
        }
        for value in needed.iter().filter(|value| !values.contains(**value)) {
            add(0, ShapeMistake::Needs((*value).to_owned()));
        }
        problems
    }

    /// A day as the table writes it; ISO where the description is wrong, which `check` says.
    pub fn day(&self, day: Date) -> String {
        jiff::fmt::strtime::format(&self.date, day).unwrap_or_else(|_| day.to_string())
    }

    /// Where each value is, in a table without headings.
    pub(crate) fn places(&self) -> Vec<(&str, usize)> {
        let columns = self.columns.iter().enumerate().filter(|(_, column)| !column.value.is_empty());
        columns.map(|(at, column)| (column.value.as_str(), at)).collect()
    }

    /// Where each value is, by the table's headings.
    pub(crate) fn places_in(&self, headings: &[String], same: fn(&str, &str) -> bool) -> Vec<(&str, usize)> {
        let named = self.columns.iter().filter(|column| !column.value.is_empty());
        named.filter_map(|c| Some((c.value.as_str(), headings.iter().position(|cell| same(cell, &c.title))?))).collect()
    }

    /// Writes a table. `cell` says a row's value by its name.
    pub fn write<R>(
        &self,
        out: &mut impl io::Write,
        rows: impl IntoIterator<Item = R>,
        cell: impl Fn(&R, &str) -> String,
    ) -> io::Result<()> {
        let separator = match self.separator {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
            Separator::Tab => b'\t',
        };
        let mut text = Vec::new();
        let mut table = csv::WriterBuilder::new().delimiter(separator).terminator(csv::Terminator::CRLF).from_writer(&mut text);
        if self.heading {
            table.write_record(self.columns.iter().map(|column| &column.title))?;
        }
        for row in rows {
            table.write_record(self.columns.iter().map(|column| {
                let value = if column.value.is_empty() { column.text.clone() } else { cell(&row, &column.value) };
                column.most.map_or(value.clone(), |most| value.chars().take(most).collect())
            }))?;
        }
        table.flush()?;
        drop(table);
        match self.encoding {
            Encoding::Utf8 => out.write_all(&text),
            Encoding::Utf8Mark => out.write_all(crate::csv_cell::BOM).and_then(|()| out.write_all(&text)),
            Encoding::Windows1252 => out.write_all(&decode::to_windows_1252(&String::from_utf8_lossy(&text))),
        }
    }
}
