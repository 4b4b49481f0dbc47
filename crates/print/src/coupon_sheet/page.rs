//! One sheet: the cards' own parts (symbol, code, number), and marks in the margin for the cutter.

use super::card::{FOOT_WIDTH, INSET, QUIET_INK};
use super::design::{Design, Face};
use super::geometry::{CARD_SIZE, COLUMNS, MARGIN, ROWS, card_origin};
use crate::font::{Cut, Fonts, MissingGlyph};
use crate::paper::{Anchor, HEIGHT, MM, STAMP, Style, WIDTH, draw, hundredth};
use crate::qr::{QrTooLong, Symbol};
use pdf_writer::Content;
use thiserror::Error;

/// Side of a QR symbol without its quiet zone, points: 41 modules of half a millimetre.
const SYMBOL_SIDE: f32 = 20.5 * MM;
/// Where its top edge is: a quiet zone of four modules below the awning.
const SYMBOL_TOP: f32 = 98.0;
/// The largest version of QR whose modules are still 0.40 mm wide at that size (49 modules).
const VERSION: u8 = 8;
const MODULE: f32 = 0.5 * MM;

/// Right edge of the symbol and the code.
const RIGHT: f32 = CARD_SIZE.0 - INSET;

/// Room for the small line under the code.
const NUMBER_WIDTH: f32 = RIGHT - INSET - FOOT_WIDTH - 3.0;

/// Why a coupon could not be drawn.
#[derive(Debug, Error)]
pub(super) enum PageError {
    #[error(transparent)]
    Qr(#[from] QrTooLong),
    #[error(transparent)]
    Glyph(#[from] MissingGlyph),
}

/// What the small line under the code says.
#[derive(Clone, Copy)]
pub(super) struct Number<'a> {
    /// Inventory number.
    pub(super) text: &'a str,
    /// The booklet it is in, from 1; none for loose coupons.
    pub(super) booklet: Option<u32>,
}

/// The sheet that is being drawn.
pub(super) struct Page<'a> {
    content: Vec<u8>,
    fonts: &'a Fonts,
    design: &'a Design,
}

impl<'a> Page<'a> {
    pub(super) fn new(fonts: &'a Fonts, design: &'a Design) -> Self {
        Self { content: Vec::with_capacity(64 << 10), fonts, design }
    }

    /// Its content stream.
    pub(super) fn finish(self) -> Vec<u8> {
        self.content
    }

    fn append(&mut self, content: Content) {
        self.content.extend_from_slice(&content.finish());
        self.content.push(b'\n');
    }

    /// Draws a coupon at a position of the sheet.
    pub(super) fn coupon(&mut self, position: u32, face: &Face, number: Number<'_>) -> Result<(), PageError> {
        let (x, y) = card_origin(position);
        let mut content = Content::new();
        content.save_state().transform([1.0, 0.0, 0.0, 1.0, x, y]).x_object(STAMP);
        let style = Style::new(Cut::Mono, 12.5);
        draw(&mut content, self.fonts, style, Anchor::Right, (RIGHT, INSET + 10.5), &face.code)?;
        let words = &self.design.words;
        let small = match number.booklet {
            None => format!("{}\u{a0}{}", words.number, number.text),
            Some(booklet) => format!("{} {booklet} · {}\u{a0}{}", words.booklet, words.number, number.text),
        };
        let size = 6.75;
        // Very large batches have long numbers: smaller rather than over the checking address.
        let width = Style::new(Cut::Regular, size).width(self.fonts, &small);
        let size = if width > NUMBER_WIDTH { size * NUMBER_WIDTH / width } else { size };
        let style = Style::new(Cut::Regular, size).in_colour(QUIET_INK);
        draw(&mut content, self.fonts, style, Anchor::Right, (RIGHT, INSET + 1.5), &small)?;

        let symbol = Symbol::new(&face.url, VERSION)?;
        let module = (SYMBOL_SIDE / f32::from(symbol.side)).min(MODULE);
        let left = RIGHT - f32::from(symbol.side) * module;
        // From here on in modules, downwards from the symbol's upper left corner; black on bare paper.
        content.set_fill_gray(0.0).transform([module, 0.0, 0.0, -module, hundredth(left), SYMBOL_TOP]);
        self.append(content);
        symbol.write_path(&mut self.content);
        self.content.extend_from_slice(b"f\nQ\n");
        Ok(())
    }

    /// Light cutting marks and the number of the sheet, all outside the cards.
    pub(super) fn margins(&mut self, sheet: u32, sheets: u32) -> Result<(), PageError> {
        let (near, far) = (5.0, 19.0);
        let mut content = Content::new();
        content.set_stroke_gray(0.55).set_line_width(0.4);
        for column in 0..=COLUMNS {
            let x = MARGIN.0 + CARD_SIZE.0 * small(column);
            for (from, to) in [(MARGIN.1 - far, MARGIN.1 - near), (HEIGHT - MARGIN.1 + near, HEIGHT - MARGIN.1 + far)] {
                content.move_to(x, from).line_to(x, to).stroke();
            }
        }
        for row in 0..=ROWS {
            let y = MARGIN.1 + CARD_SIZE.1 * small(row);
            for (from, to) in [(MARGIN.0 - far, MARGIN.0 - near), (WIDTH - MARGIN.0 + near, WIDTH - MARGIN.0 + far)] {
                content.move_to(from, y).line_to(to, y).stroke();
            }
        }
        let text = format!("{} {sheet} / {sheets}", self.design.words.sheet);
        let style = Style::new(Cut::Regular, 7.0).in_colour(QUIET_INK);
        let at = (WIDTH - MARGIN.0 - 8.0, MARGIN.1 - 16.0);
        draw(&mut content, self.fonts, style, Anchor::Right, at, &text)?;
        self.append(content);
        Ok(())
    }
}

/// A number of rows or columns.
fn small(number: u32) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coupon_sheet::card::{AWNING_BOTTOM, SCALLOP_DEPTH};
    use crate::qr::QUIET;

    #[test]
    fn modules_are_large_enough_for_a_shaky_hand() {
        for version in 6..=VERSION {
            let side = f32::from(17 + 4 * version);
            assert!((SYMBOL_SIDE / side).min(MODULE) / MM >= 0.40, "version {version}");
        }
    }

    #[test]
    fn the_quiet_zone_is_on_the_card_and_bare() {
        let quiet = f32::from(QUIET) * MODULE;
        assert!(RIGHT + quiet <= CARD_SIZE.0);
        assert!(SYMBOL_TOP + quiet <= AWNING_BOTTOM - SCALLOP_DEPTH + 0.01);
        // Capital letters of the code, 12.5 points, rise to 0.668 of their size.
        assert!(SYMBOL_TOP - SYMBOL_SIDE - quiet >= INSET + 10.5 + 12.5 * 0.668);
    }
}
