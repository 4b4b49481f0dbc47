//! A bank's statement as a table. Every bank has its own columns: the profile names them.

use super::{Line, ReadError, ReadMistake, What, no};
use crate::columns::Shape;
use crate::table;
use jiff::civil::Date;

/// What a column of a statement may hold. `amount` is signed, out of the account with a minus; `withdrawal` and
/// `deposit` are the same in two columns.
pub const COLUMNS: [&str; 6] = ["date", "amount", "withdrawal", "deposit", "description", "number"];

/// Reads the lines that have an amount.
pub(super) fn read(bytes: &[u8], shape: Option<&Shape>) -> Result<Vec<Line>, ReadError> {
    let Ok(rows) = table::read(bytes) else { return no(1, ReadMistake::Unknown) };
    let Some(shape) = shape else { return no(1, ReadMistake::NoShape) };
    let mut rows = rows.into_iter();
    let places = if shape.heading {
        // The headings are the first row that names the first column of the profile: banks write a title above.
        let named: Vec<&str> = shape.columns.iter().filter(|c| !c.value.is_empty()).map(|c| c.title.as_str()).collect();
        let mut last = None;
        loop {
            let Some(row) = rows.next() else {
                let missing = last.unwrap_or_else(|| named.first().copied().unwrap_or_default().to_owned());
                return no(1, ReadMistake::NoColumn(missing));
            };
            let missing = named.iter().find(|title| !row.cells.iter().any(|cell| same(cell, title)));
            match missing {
                None => break shape.places_in(&row.cells, same),
                Some(title) if row.cells.iter().any(|cell| named.iter().any(|title| same(cell, title))) => {
                    last = Some((*title).to_owned());
                }
                Some(_) => {}
            }
        }
    } else {
        shape.places()
    };
    let mut lines = Vec::new();
    for row in rows {
        let cell = |value: &str| {
            let at = places.iter().find(|(name, _)| *name == value).map(|(_, at)| *at);
            at.and_then(|at| row.cells.get(at)).map_or("", String::as_str)
        };
        let wrong = |mistake| ReadError { place: row.line, mistake };
        let amount = |value: &str| match cell(value) {
            "" => Ok(0),
            text => signed(text, shape.decimal.sign()).ok_or_else(|| wrong(ReadMistake::NotAnAmount)),
        };
        // Whatever sign a bank gives a column named withdrawals, it is what left.
        let minor = amount("amount")? + amount("deposit")?.abs() - amount("withdrawal")?.abs();
        if minor == 0 {
            continue;
        }
        let on = day(cell("date"), &shape.date).ok_or_else(|| wrong(ReadMistake::NotADay))?;
        lines.push(Line {
            place: row.line,
            what: if minor < 0 { What::Out } else { What::In },
            amount_cents: Some(minor.abs()),
            on: Some(on),
            reference: cell("number").to_owned(),
            words: cell("description").to_owned(),
        });
    }
    Ok(lines)
}

/// Two headings that differ by capitals or blanks are the same.
fn same(cell: &str, title: &str) -> bool {
    cell.trim().to_lowercase() == title.trim().to_lowercase()
}

/// A day as the profile writes it; a spreadsheet gives `2026-07-15` whatever it shows.
fn day(text: &str, format: &str) -> Option<Date> {
    Date::strptime(format, text).or_else(|_| Date::strptime("%Y-%m-%d", text)).ok()
}

/// An amount as people and banks write it: a minus before or after, or parentheses; thousands apart; a dollar sign.
/// At most two decimals, cents whatever is written.
pub(super) fn signed(text: &str, decimal: char) -> Option<i64> {
    let kept = |c: &char| !(c.is_whitespace() || matches!(c, '$' | '\'' | '’'));
    let thousands = if decimal == '.' { ',' } else { '.' };
    let text: String = text.chars().filter(kept).map(|c| if c == '−' { '-' } else { c }).collect();
    let (negative, digits) = match (text.strip_prefix('-').or_else(|| text.strip_suffix('-')), text.strip_prefix('(')) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (true, rest.strip_suffix(')')?),
        (None, None) => (false, text.as_str()),
    };
    let (whole, cents) = digits.split_once(decimal).unwrap_or((digits, ""));
    // A sign for thousands stands before three digits, never elsewhere: `1,23` is not 123 dollars.
    let mut groups = whole.split(thousands);
    let first = groups.next()?;
    if groups.clone().any(|group| group.len() != 3) || first.is_empty() || (first.len() > 3 && groups.clone().next().is_some()) {
        return None;
    }
    let plain: String = whole.chars().filter(|c| *c != thousands).collect();
    if !plain.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let minor = crate::amount_text::parse(&if cents.is_empty() { plain } else { format!("{plain}.{cents}") })?;
    let minor = i64::try_from(minor).ok()?;
    Some(if negative { -minor } else { minor })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_as_banks_write_them() {
        for (text, decimal, cents) in [
            ("1 234,56 $", ',', 123_456),
            ("-12.5", '.', -1_250),
            ("(1,234.00)", '.', -123_400),
            ("12,00-", ',', -1_200),
            ("−3", '.', -300),
            ("1.234.567,89", ',', 123_456_789),
        ] {
            assert_eq!(signed(text, decimal), Some(cents), "{text}");
        }
        for text in ["", "-", "1,23", "1.234", "abc", "--1", "1,2345.00", ".5", "(1", "1..2"] {
            assert_eq!(signed(text, '.'), None, "{text}");
        }
    }

    #[test]
    fn a_bank_s_own_day_or_a_spreadsheet_s() {
        let expected = jiff::civil::date(2026, 7, 15);
        assert_eq!(day("15/07/2026", "%d/%m/%Y"), Some(expected));
        assert_eq!(day("2026-07-15", "%d/%m/%Y"), Some(expected));
        assert_eq!(day("2026-15-07", "%d/%m/%Y"), None);
    }
}
