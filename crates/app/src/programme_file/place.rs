//! Where in a programme file something is, and what its reader could not read, in our own words.

use super::NOT_AN_AMOUNT;
use super::exchange_point::{NOT_A_POINT, NOT_A_RULE, NOT_A_TIME};
use domain::refusal::Refusal;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Line and column, from 1, of a byte of a text.
fn line_and_column(text: &str, at: usize) -> (u64, u64) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
    (line as u64, column as u64)
}

/// A refusal about a byte of a text.
pub(super) fn refuse_at(text: &str, at: usize, refusal: Refusal) -> Refusal {
    let (line, column) = line_and_column(text, at);
    Refusal::InFile { line, column, refusal: Box::new(refusal) }
}

/// The word between the first two backquotes of a reader's sentence.
fn quoted(message: &str) -> Option<&str> {
    message.split('`').nth(1)
}

/// The key of the line on which a value is.
fn key_of(text: &str, at: usize) -> &str {
    let line = text.get(..at).unwrap_or("").rsplit('\n').next().unwrap_or("");
    line.split('=').next().unwrap_or("").trim()
}

/// What the reader could not read, in our own words where we have some.
pub(super) fn unreadable(text: &str, error: &toml::de::Error) -> Refusal {
    let span = error.span().unwrap_or(text.len()..text.len());
    let message = error.message();
    let written = text.get(span.clone()).unwrap_or("").trim_matches(['"', '\'']).to_owned();
    let key = key_of(text, span.start).to_owned();
    let word = quoted(message).unwrap_or("").to_owned();
    let refusal = if message.contains(NOT_AN_AMOUNT) {
        Refusal::NotAnAmount { written }
    } else if message.contains(NOT_A_TIME) {
        Refusal::NotATime { written }
    } else if message.contains(NOT_A_RULE) {
        Refusal::UnsupportedRule { rule: written }
    } else if message.contains(NOT_A_POINT) {
        Refusal::NotAPoint { written }
    } else if message.starts_with("unknown field") {
        Refusal::UnknownKey { key: word }
    } else if message.starts_with("missing field") {
        Refusal::MissingKey { key: word }
    } else if message.starts_with("unknown variant") {
        Refusal::BadRule { rule: key, written: word }
    } else if key.ends_with("_on") && !written.is_empty() {
        Refusal::NotADate { written }
    } else if message.starts_with("invalid") && !key.is_empty() && !written.is_empty() && !key.starts_with('[') {
        Refusal::BadRule { rule: key, written }
    } else {
        let (line, column) = line_and_column(text, span.start);
        return Refusal::MalformedLine { line, column, reason: message.to_owned() };
    };
    refuse_at(text, span.start, refusal)
}

/// A file as its places: which table, which key, where.
pub(super) struct Places<'a> {
    text: &'a str,
    root: Spanned<DeTable<'a>>,
}

impl<'a> Places<'a> {
    /// The places of a text that was already read.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        DeTable::parse(text).ok().map(|root| Self { text, root })
    }

    /// A refusal about a key of a table inside a section.
    pub(super) fn refuse_inside(&self, section: &str, index: usize, (table, key): (&str, &str), refusal: Refusal) -> Refusal {
        let inside = || {
            let (_, found) = self.root.get_ref().iter().find(|(k, _)| k.get_ref() == section)?;
            let DeValue::Array(rows) = found.get_ref() else { return None };
            let DeValue::Table(row) = rows.get(index)?.get_ref() else { return None };
            let (_, found) = row.iter().find(|(k, _)| k.get_ref() == table)?;
            let DeValue::Table(inner) = found.get_ref() else { return None };
            inner.iter().find(|(k, _)| k.get_ref() == key).map(|(_, value)| value.span())
        };
        match inside() {
            Some(span) => refuse_at(self.text, span.start, refusal),
            None => self.refuse(section, index, table, refusal),
        }
    }

    fn span(&self, section: &str, index: usize, key: &str) -> Option<Range<usize>> {
        let value = |table: &DeTable<'a>, name: &str| -> Option<(Range<usize>, usize)> {
            let (_, found) = table.iter().find(|(k, _)| k.get_ref() == name)?;
            Some((found.span(), 0))
        };
        let (_, found) = self.root.get_ref().iter().find(|(k, _)| k.get_ref() == section)?;
        let (table, whole) = match found.get_ref() {
            DeValue::Table(table) => (table, found.span()),
            DeValue::Array(rows) => {
                let row = rows.get(index)?;
                let DeValue::Table(table) = row.get_ref() else { return Some(row.span()) };
                (table, row.span())
            }
            _ => return Some(found.span()),
        };
        Some(value(table, key).map_or(whole, |(span, _)| span))
    }

    /// A refusal about a key of a section; `index` counts the sections of the same name.
    pub(super) fn refuse(&self, section: &str, index: usize, key: &str, refusal: Refusal) -> Refusal {
        match self.span(section, index, key) {
            Some(span) => refuse_at(self.text, span.start, refusal),
            None => refusal,
        }
    }
}
