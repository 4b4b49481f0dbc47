//! The register of stubs that goes to an organisation with its coupons: a line for each booklet, to be
//! filled in by hand when it is handed out. It names nobody: a date, how large the household is, initials.

use crate::colour::Colour;
use crate::coupon_sheet::Report;
use crate::fit::{Room, fit};
use crate::font::{Cut, Fonts, MissingGlyph};
use crate::paper::{Anchor, HEIGHT, Paper, Style, WIDTH, draw};
use pdf_writer::Content;
use std::io::{self, Write};
use thiserror::Error;

/// What the register says at the head of each page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Register {
    /// Language of the words, BCP 47.
    pub language: String,
    /// The programme's name.
    pub programme: String,
    /// The class in one letter.
    pub class_letter: char,
    /// The class in words, with its face value: "Fruits et légumes, 5 $".
    pub class_name: String,
    /// The class's colour.
    pub colour: Colour,
    /// The batch: "Lot 12".
    pub batch: String,
    /// The other words.
    pub words: Words,
}

/// Words that are the same for all registers of a language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Words {
    /// "Registre de remise".
    pub title: String,
    /// What to do, in a sentence or two.
    pub help: String,
    /// "Carnet".
    pub booklet: String,
    /// "Numéros".
    pub numbers: String,
    /// "Date".
    pub date: String,
    /// "Personnes dans le ménage".
    pub household: String,
    /// "Initiales".
    pub initials: String,
    /// "Page".
    pub page: String,
}

/// Why a register was not written.
#[derive(Debug, Error)]
pub enum RegisterError {
    /// A text has a character that cannot be printed.
    #[error(transparent)]
    Glyph(#[from] MissingGlyph),
    /// A text is too long for its place.
    #[error("too long for its place: {0}")]
    TooLong(String),
    /// The output failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

const LEFT: f32 = 54.0;
const RIGHT: f32 = WIDTH - 54.0;
/// Upper edge of the table.
const TABLE_TOP: f32 = HEIGHT - 142.0;
const HEAD_HEIGHT: f32 = 26.0;
/// Tall enough to write in by hand: 8 millimetres.
const ROW_HEIGHT: f32 = 22.75;
/// Lines on a page.
const ROWS: u32 = 24;
/// Left edges of the columns: booklet, numbers, date, household, initials; and the right edge of the last.
const EDGES: [f32; 6] = [LEFT, 104.0, 254.0, 344.0, 468.0, RIGHT];
const GREY: Colour = Colour::new(90, 90, 90);

/// Writes the register of `total` coupons in booklets of `booklet` (1: a line for each coupon). `number`
/// says the inventory number of the coupon of an index from 0.
pub fn write_stubs<W: Write>(
    out: &mut W,
    register: &Register,
    total: u32,
    booklet: u32,
    mut number: impl FnMut(u32) -> String,
) -> Result<Report, RegisterError> {
    let fonts = Fonts::load();
    let size = booklet.max(1);
    let lines = total.div_ceil(size);
    let pages = lines.div_ceil(ROWS).max(1);
    let title = format!("{} · {}", register.words.title, register.batch);
    let mut paper = Paper::begin(out, &fonts, &title, &register.language, None)?;
    for page in 0..pages {
        let mut sheet = Sheet { content: Content::new(), fonts: &fonts };
        sheet.head(register)?;
        sheet.column_titles(register, size > 1)?;
        let mut top = TABLE_TOP - HEAD_HEIGHT;
        for line in page * ROWS..((page + 1) * ROWS).min(lines) {
            let first = line * size;
            let last = first.saturating_add(size - 1).min(total - 1);
            let numbers = if first == last { number(first) } else { format!("{} – {}", number(first), number(last)) };
            sheet.row(top, (size > 1).then_some(line + 1), &numbers)?;
            top -= ROW_HEIGHT;
        }
        sheet.columns(top, size > 1);
        let foot = format!("{} {} / {pages}", register.words.page, page + 1);
        sheet.text(Style::new(Cut::Regular, 8.5).in_colour(GREY), Anchor::Right, (RIGHT, 36.0), &foot)?;
        paper.page(&sheet.content.finish())?;
    }
    let bytes = paper.finish()?;
    Ok(Report { coupons: total, sheets: pages, bytes })
}

/// Draws one page.
struct Sheet<'a> {
    content: Content,
    fonts: &'a Fonts,
}

impl Sheet<'_> {
    fn text(&mut self, style: Style, anchor: Anchor, at: (f32, f32), text: &str) -> Result<(), MissingGlyph> {
        draw(&mut self.content, self.fonts, style, anchor, at, text)
    }

    /// A text that may have to shrink; `at` is the baseline of its first line.
    fn fitted(&mut self, cut: Cut, room: Room, at: (f32, f32), text: &str) -> Result<(), RegisterError> {
        let font = self.fonts.get(cut);
        font.encode(text)?;
        let fitted = fit(font, text, room).ok_or_else(|| RegisterError::TooLong(text.to_owned()))?;
        let mut y = at.1;
        for line in &fitted.lines {
            self.text(Style::new(cut, fitted.size), Anchor::Left, (at.0, y), line)?;
            y -= fitted.size * 1.25;
        }
        Ok(())
    }

    /// Title, programme, class and batch.
    fn head(&mut self, register: &Register) -> Result<(), RegisterError> {
        let words = &register.words;
        let line = |width, largest| Room { width, lines: 1, largest, smallest: 8.0 };
        let top = HEIGHT - 64.0;
        self.fitted(Cut::Bold, line(330.0, 18.0), (LEFT, top), &words.title)?;
        self.fitted(Cut::Regular, line(330.0, 10.5), (LEFT, top - 17.0), &register.programme)?;
        let help = Room { width: RIGHT - LEFT, lines: 2, largest: 9.5, smallest: 7.5 };
        self.fitted(Cut::Regular, help, (LEFT, top - 43.0), &words.help)?;

        let chip = (400.0, top - 21.0);
        let [red, green, blue] = register.colour.parts();
        self.content.set_fill_rgb(red, green, blue).rect(chip.0, chip.1, 32.0, 36.0).fill_nonzero();
        let style = Style::new(Cut::Bold, 24.0).in_colour(register.colour.ink());
        self.text(style, Anchor::Centre, (chip.0 + 16.0, top - 11.0), &register.class_letter.to_string())?;
        let beside = (chip.0 + 42.0, top);
        let room = Room { width: RIGHT - beside.0, lines: 2, largest: 10.5, smallest: 7.5 };
        self.fitted(Cut::Regular, room, beside, &register.class_name)?;
        let batch = (beside.0, top - 29.0);
        self.fitted(Cut::Bold, line(RIGHT - beside.0, 10.5), batch, &register.batch)
    }

    fn column_titles(&mut self, register: &Register, booklets: bool) -> Result<(), RegisterError> {
        self.content.set_fill_gray(0.92);
        self.content.rect(LEFT, TABLE_TOP - HEAD_HEIGHT, RIGHT - LEFT, HEAD_HEIGHT).fill_nonzero();
        let words = &register.words;
        let titles = [&words.booklet, &words.numbers, &words.date, &words.household, &words.initials];
        for (column, title) in titles.into_iter().enumerate().skip(usize::from(!booklets)) {
            let left = column_left(column, booklets) + 6.0;
            let room = Room { width: EDGES[column + 1] - left - 4.0, lines: 2, largest: 9.0, smallest: 6.5 };
            let one = fit(self.fonts.get(Cut::Bold), title, Room { lines: 1, ..room }).is_some();
            let baseline = TABLE_TOP - if one { 16.5 } else { 11.0 };
            self.fitted(Cut::Bold, Room { lines: if one { 1 } else { 2 }, ..room }, (left, baseline), title)?;
        }
        Ok(())
    }

    /// A line to be filled in, below `top`.
    fn row(&mut self, top: f32, booklet: Option<u32>, numbers: &str) -> Result<(), RegisterError> {
        let baseline = top - 15.0;
        if let Some(booklet) = booklet {
            let at = (EDGES[1] - 14.0, baseline);
            self.text(Style::new(Cut::Regular, 10.0), Anchor::Right, at, &booklet.to_string())?;
        }
        let left = column_left(1, booklet.is_some()) + 6.0;
        let room = Room { width: EDGES[2] - left - 4.0, lines: 1, largest: 10.0, smallest: 7.0 };
        self.fitted(Cut::Bold, room, (left, baseline), numbers)?;
        self.content.set_stroke_gray(0.65).set_line_width(0.5);
        self.content.move_to(LEFT, top - ROW_HEIGHT).line_to(RIGHT, top - ROW_HEIGHT).stroke();
        Ok(())
    }

    /// The lines between columns, down to `bottom`.
    fn columns(&mut self, bottom: f32, booklets: bool) {
        self.content.set_stroke_gray(0.65).set_line_width(0.5);
        let between = &EDGES[1 + usize::from(!booklets)..EDGES.len() - 1];
        for x in between {
            self.content.move_to(*x, TABLE_TOP).line_to(*x, bottom).stroke();
        }
    }
}

/// Left edge of a column: without booklets, the numbers take the first column's place too.
fn column_left(column: usize, booklets: bool) -> f32 {
    if column == 1 && !booklets { LEFT } else { EDGES[column] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_ends_above_the_page_number() {
        let rows = f32::from(u16::try_from(ROWS).expect("small"));
        assert!(TABLE_TOP - HEAD_HEIGHT - rows * ROW_HEIGHT > 48.0);
    }
}
