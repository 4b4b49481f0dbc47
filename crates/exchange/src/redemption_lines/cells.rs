//! A line into cells.

use crate::decode::Char;

/// One cell of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Cell {
    /// Of its first character that is not blank, from 1.
    pub(super) column: usize,
    /// Without quotes around it, nor blanks and control characters.
    pub(super) text: String,
    /// Where its first byte that is not UTF-8 is, if it has one.
    pub(super) not_utf8_at: Option<usize>,
}

impl Cell {
    /// Its words, each with its column.
    pub(super) fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        // A cell whose quotes were doubled has no codes: its columns do not matter.
        self.text.split_whitespace().map(|word| {
            let offset = word.as_ptr().addr() - self.text.as_ptr().addr();
            (self.column + self.text[..offset].chars().count(), word)
        })
    }
}

/// Splits at tabs, semicolons and commas that are not within quotes. A quote that is never closed runs to
/// the end of the line.
pub(super) fn split(line: &[Char]) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut start = 0;
    let mut is_quoted = false;
    let mut is_empty = true;
    for (at, Char { symbol, .. }) in line.iter().enumerate() {
        match symbol {
            '"' if is_empty || is_quoted => {
                is_quoted = !is_quoted;
                is_empty = false;
            }
            '\t' | ';' | ',' if !is_quoted => {
                cells.push(cell(start, &line[start..at]));
                start = at + 1;
                is_empty = true;
            }
            other => is_empty &= is_blank(*other),
        }
    }
    cells.push(cell(start, &line[start..]));
    cells
}

/// The cell whose raw characters begin at `start`, from 0.
fn cell(start: usize, raw: &[Char]) -> Cell {
    let (start, raw) = trim(start, raw);
    let (start, raw) = match raw {
        [Char { symbol: '"', .. }, inner @ .., Char { symbol: '"', .. }] | [Char { symbol: '"', .. }, inner @ ..] => {
            trim(start + 1, inner)
        }
        _ => (start, raw),
    };
    let text: String = raw.iter().map(|c| c.symbol).collect();
    Cell {
        column: start + 1,
        text: text.replace("\"\"", "\""),
        not_utf8_at: raw.iter().position(|c| c.is_guess).map(|at| start + at + 1),
    }
}

fn trim(start: usize, raw: &[Char]) -> (usize, &[Char]) {
    let Some(first) = raw.iter().position(|c| !is_blank(c.symbol)) else { return (start, &[]) };
    let last = raw.iter().rposition(|c| !is_blank(c.symbol)).unwrap_or(first);
    (start + first, &raw[first..=last])
}

/// Blanks, the control characters that scanners send around a code, and marks that show nothing.
fn is_blank(symbol: char) -> bool {
    symbol.is_whitespace() || symbol.is_control() || matches!(symbol, '\u{FEFF}' | '\u{200B}' | '\u{200E}' | '\u{200F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode;

    fn split_text(text: &str) -> Vec<(usize, String)> {
        split(&decode::line(text.as_bytes())).into_iter().map(|cell| (cell.column, cell.text)).collect()
    }

    fn cells(expected: &[(usize, &str)]) -> Vec<(usize, String)> {
        expected.iter().map(|(column, text)| (*column, (*text).to_owned())).collect()
    }

    #[test]
    fn separators_and_quotes() {
        assert_eq!(split_text("a;b,c\td"), cells(&[(1, "a"), (3, "b"), (5, "c"), (7, "d")]));
        assert_eq!(split_text(" \"a;b\" ; \"c\"\"d\" "), cells(&[(3, "a;b"), (11, "c\"d")]));
        assert_eq!(split_text("a\"b;c"), cells(&[(1, "a\"b"), (5, "c")]));
        assert_eq!(split_text("\"never; closed"), cells(&[(2, "never; closed")]));
        assert_eq!(split_text("\u{2}a\u{3};"), cells(&[(2, "a"), (5, "")]));
        assert_eq!(split_text("\""), cells(&[(2, "")]));
    }

    #[test]
    fn words_know_their_columns() {
        let cells = split(&decode::line("x;  é  bc".as_bytes()));
        assert_eq!(cells[1].words().collect::<Vec<_>>(), [(5, "é"), (8, "bc")]);
    }
}
