//! A table to write.

use super::{csv_file, xlsx};
use jiff::civil::{Date, DateTime};
use std::io;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Words, codes, numbers that are names.
    Text,
    /// What is counted, added up or dated.
    Value,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its heading, in the reader's language.
    pub label: String,
    /// What it holds.
    pub kind: Kind,
}

/// A cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// Words.
    Text(String),
    /// How many.
    Count(i64),
    /// Money, minor units; written with two decimals.
    Amount(i64),
    /// Money worked out from other cells: a formula where the file has them, and what it gives.
    Worked {
        /// The formula, without its equals sign.
        formula: String,
        /// What it gives, minor units.
        minor: i64,
    },
    /// A part of a whole; nothing when there is no whole.
    Share {
        /// The part.
        part: u64,
        /// The whole.
        whole: u64,
    },
    /// A day.
    Day(Date),
    /// A day and an hour where the programme lives.
    At(DateTime),
    /// Nothing.
    Nothing,
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// How many.
    pub fn count(count: u64) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// Letters it takes on screen, about.
    pub(super) fn width(&self) -> usize {
        match self {
            Self::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0) + 1,
            Self::Count(_) | Self::Share { .. } => 10,
            Self::Amount(_) | Self::Worked { .. } | Self::Day(_) => 13,
            Self::At(_) => 18,
            Self::Nothing => 0,
        }
    }
}

/// A part of a whole, in hundredths of a percent; `None` when there is no whole.
pub(super) fn basis_points(part: u64, whole: u64) -> Option<i64> {
    let points = (u128::from(part) * 10_000 + u128::from(whole) / 2).checked_div(u128::from(whole))?;
    i64::try_from(points).ok()
}

/// A table with its title.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// What it is, in the reader's language.
    pub title: String,
    /// The day it was made.
    pub made_on: Date,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows: as many cells as columns.
    pub rows: Vec<Vec<Cell>>,
}

/// For whom a file is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Style {
    /// Semicolons and decimal commas, for a spreadsheet set to French; else commas and points.
    pub is_french: bool,
}

impl Table {
    /// As CSV.
    pub fn to_csv(&self, style: Style) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        csv_file::write(self, style, &mut out)?;
        Ok(out)
    }

    /// As XLSX.
    pub fn to_xlsx(&self) -> io::Result<Vec<u8>> {
        xlsx::write(self).map_err(|e| io::Error::other(e.to_string()))
    }
}
