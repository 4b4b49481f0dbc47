//! Coupon codes from anywhere: a text pasted from a message, a CSV, one code a line, what a USB scanner
//! typed. Reading never fails as a whole: every line that says something gives its codes or a problem, with
//! its place, so that a merchant can put one line right and keep the others.
//!
//! * Lines end with LF, CR LF or CR and are numbered from 1, blank ones counted and passed over. A leading
//!   byte-order mark is ignored; UTF-16 with one is understood.
//! * Cells are separated by tab, semicolon or comma; quotes around a cell are taken off.
//! * A first line that names a column « code » or « coupon » is a header, and only that column is read. Without
//!   one, a line of nothing but codes gives them all; in a line with other cells, the code is in the column
//!   that most often holds one.
//! * Bytes that are not UTF-8 are shown as Windows-1252, and are a problem only within a code.

mod cells;

use crate::decode;
use cells::Cell;
use domain::code::{Code, CodeError};
use domain::signed_code::{SignedCode, SignedCodeError};
use std::collections::BTreeMap;
use std::fmt;
use thiserror::Error;

/// Bytes in one line; the text of a QR has about 150.
pub const MAX_LINE_BYTES: usize = 4_096;

/// Lines in one reading, blank ones included.
pub const MAX_LINES: usize = 20_000;

/// Characters shown of a line that is too long.
const SHOWN: usize = 80;

/// A longer run of letters and digits was meant as the signed code of a QR.
const LONGEST_TYPED: usize = 40;

/// One code, or what is wrong, and where.
#[derive(Clone, PartialEq, Eq)]
pub struct Item {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is written there.
    pub text: String,
    /// What `Code::parse`, or for a scanned QR `SignedCode::parse`, will read; or why nothing is.
    pub code: Result<String, LineProblem>,
}

/// A code in a debug print would be a coupon in a log file.
impl fmt::Debug for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.code.as_ref().map(|_| "…");
        f.debug_struct("Item")
            .field("line", &self.line)
            .field("column", &self.column)
            .field("code", &code)
            .finish_non_exhaustive()
    }
}

/// Why a line gives no code.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum LineProblem {
    /// More than `MAX_LINE_BYTES`.
    #[error("the line is too long")]
    TooLong,
    /// This line and those after it were not read: there are more than `MAX_LINES`.
    #[error("too many lines; this one and the next ones were not read")]
    TooManyLines,
    /// A byte that is not UTF-8, within the code.
    #[error("a character cannot be read")]
    NotUtf8,
    /// Nothing in the column where codes are.
    #[error("no code on this line")]
    NoCode,
    /// A mistyped code.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// A QR that is not ours, or was cut.
    #[error(transparent)]
    Signed(#[from] SignedCodeError),
}

impl LineProblem {
    /// The stable name used in files and message keys.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooLong => "too_long",
            Self::TooManyLines => "too_many_lines",
            Self::NotUtf8 => "not_utf8",
            Self::NoCode => "no_code",
            Self::Code(CodeError::NotASymbol { .. }) => "not_a_symbol",
            Self::Code(CodeError::WrongLength { .. }) => "wrong_length",
            Self::Code(CodeError::WrongCheck) => "wrong_check",
            Self::Signed(_) => "not_a_signed_code",
        }
    }
}

/// One line taken apart.
struct Line {
    number: usize,
    content: Content,
}

enum Content {
    Cells(Vec<Cell>),
    TooLong(String),
    TooMany,
}

/// Reads everything there is to read.
pub fn read(bytes: &[u8]) -> Vec<Item> {
    let mut lines = take_apart(&decode::to_bytes(bytes));
    let header = lines.first().and_then(Line::header);
    if header.is_some() {
        lines.remove(0);
    }
    let usual = header.or_else(|| usual_column(&lines));
    let mut items = Vec::with_capacity(lines.len());
    for line in &lines {
        match &line.content {
            Content::TooMany => items.push(line.item(1, "", Err(LineProblem::TooManyLines))),
            Content::TooLong(start) => items.push(line.item(1, start, Err(LineProblem::TooLong))),
            Content::Cells(cells) => read_cells(line, cells, header.is_some(), usual, &mut items),
        }
    }
    items
}

fn take_apart(bytes: &[u8]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (number, bytes) in (1..).zip(decode::lines(bytes)) {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        if number > MAX_LINES {
            lines.push(Line { number, content: Content::TooMany });
            break;
        }
        if bytes.len() > MAX_LINE_BYTES {
            let start = decode::line(&bytes[..MAX_LINE_BYTES]).iter().take(SHOWN).map(|c| c.symbol).collect();
            lines.push(Line { number, content: Content::TooLong(start) });
            continue;
        }
        let cells = cells::split(&decode::line(bytes));
        if cells.iter().any(|cell| !cell.text.is_empty()) {
            lines.push(Line { number, content: Content::Cells(cells) });
        }
    }
    lines
}

impl Line {
    fn cells(&self) -> &[Cell] {
        match &self.content {
            Content::Cells(cells) => cells,
            _ => &[],
        }
    }

    /// The column of codes, if this line names one.
    fn header(&self) -> Option<usize> {
        let names = ["code", "codes", "coupon", "coupons", "code du coupon", "code coupon", "coupon code"];
        self.cells().iter().position(|cell| names.contains(&cell.text.to_lowercase().as_str()))
    }

    fn item(&self, column: usize, text: &str, code: Result<String, LineProblem>) -> Item {
        Item { line: self.number, column, text: text.to_owned(), code }
    }

    /// What one cell gives.
    fn read(&self, cell: &Cell) -> Item {
        match cell.not_utf8_at {
            Some(column) => self.item(column, &cell.text, Err(LineProblem::NotUtf8)),
            None => self.item(cell.column, &cell.text, code_of(&cell.text)),
        }
    }
}

/// The column that most often holds a code, among lines that hold something else too.
fn usual_column(lines: &[Line]) -> Option<usize> {
    let mut found: BTreeMap<usize, usize> = BTreeMap::new();
    for cells in lines.iter().map(Line::cells).filter(|cells| cells.len() > 1) {
        for (column, _) in cells.iter().enumerate().filter(|(_, cell)| code_of(&cell.text).is_ok()) {
            *found.entry(column).or_default() += 1;
        }
    }
    // The first of those that hold the most.
    found.into_iter().max_by_key(|(column, count)| (*count, std::cmp::Reverse(*column))).map(|(column, _)| column)
}

fn read_cells(line: &Line, cells: &[Cell], has_header: bool, usual: Option<usize>, items: &mut Vec<Item>) {
    let filled: Vec<&Cell> = cells.iter().filter(|cell| !cell.text.is_empty()).collect();
    if !has_header {
        let codes: Vec<Item> = filled.iter().flat_map(|cell| codes_in(line, cell)).collect();
        if codes.iter().all(|item| item.code.is_ok()) {
            items.extend(codes);
            return;
        }
        if let [only] = filled.as_slice() {
            items.push(line.read(only));
            return;
        }
    }
    let cell = match usual {
        Some(column) => cells.get(column).filter(|cell| !cell.text.is_empty()),
        None => filled.first().copied(),
    };
    items.push(match cell {
        Some(cell) => line.read(cell),
        None => line.item(1, filled.first().map_or("", |cell| cell.text.as_str()), Err(LineProblem::NoCode)),
    });
}

/// The codes of a cell that may hold several, separated by blanks. A code typed with a blank in it is one.
fn codes_in(line: &Line, cell: &Cell) -> Vec<Item> {
    let whole = line.read(cell);
    if whole.code.is_ok() || cell.not_utf8_at.is_some() {
        return vec![whole];
    }
    let words: Vec<Item> = cell.words().map(|(column, word)| line.item(column, word, code_of(word))).collect();
    if words.len() > 1 && words.iter().all(|item| item.code.is_ok()) { words } else { vec![whole] }
}

/// The code text of a cell, checked as far as it can be without knowing the coupons.
fn code_of(text: &str) -> Result<String, LineProblem> {
    let Err(typed) = Code::parse(text) else { return Ok(text.to_owned()) };
    // A scanner set to another keyboard changes the signs of `HTTPS://HOST/C/…`, not its last symbols.
    let symbols = text.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or(text);
    match SignedCode::parse(symbols) {
        Ok(_) => Ok(symbols.to_owned()),
        Err(error) if symbols.len() > LONGEST_TYPED => Err(error.into()),
        Err(_) => Err(typed.into()),
    }
}
