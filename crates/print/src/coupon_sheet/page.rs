//! One sheet: the cards' own parts (symbol, code, number), and marks in the margin for the cutter.

use super::card::{INSET, QUIET_INK};
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

pub(super) struct Page<'a> {
    content: Content,
    fonts: &'a Fonts,
    design: &'a Design,
}

impl<'a> Page<'a> {
    pub(super) fn new(fonts: &'a Fonts, design: &'a Design) -> Self {
        Self { content: Content::with_capacity(64 << 10), fonts, design }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.content.finish().into_vec()
    }

    /// Draws a coupon at a position of the sheet.
    pub(super) fn coupon(&mut self, position: u32, face: &Face, number: Number<'_>) -> Result<(), PageError> {
        let (x, y) = card_origin(position);
        self.content.save_state().transform([1.0, 0.0, 0.0, 1.0, x, y]).x_object(STAMP);
        let style = Style::new(Cut::Mono, 12.5);
        draw(&mut self.content, self.fonts, style, Anchor::Right, (RIGHT, INSET + 10.5), &face.code)?;
        let words = &self.design.words;
        let small = match number.booklet {
            None => format!("{}\u{a0}{}", words.number, number.text),
            Some(booklet) => format!("{} {booklet} · {}\u{a0}{}", words.booklet, words.number, number.text),
        };
        let style = Style::new(Cut::Regular, 6.75).in_colour(QUIET_INK);
        draw(&mut self.content, self.fonts, style, Anchor::Right, (RIGHT, INSET + 1.5), &small)?;
        self.symbol(&Symbol::new(&face.url, VERSION)?);
        self.content.restore_state();
        Ok(())
    }

    /// Black on bare paper, in units of one module from the top left corner.
    fn symbol(&mut self, symbol: &Symbol) {
        let side = coordinate(symbol.side);
        let module = (SYMBOL_SIDE / side).min(MODULE);
        let left = RIGHT - side * module;
        self.content.set_fill_gray(0.0).transform([module, 0.0, 0.0, -module, hundredth(left), SYMBOL_TOP]);
        for dark in &symbol.dark {
            let [x, y, width, height] = [dark.x, dark.y, dark.width, dark.height].map(coordinate);
            self.content.rect(x, y, width, height);
        }
        self.content.fill_nonzero();
    }

    /// Light cutting marks and the number of the sheet, all outside the cards.
    pub(super) fn margins(&mut self, sheet: u32, sheets: u32) -> Result<(), PageError> {
        let (near, far) = (5.0, 19.0);
        self.content.set_stroke_gray(0.55).set_line_width(0.4);
        for column in 0..=COLUMNS {
            let x = MARGIN.0 + CARD_SIZE.0 * small(column);
            for (from, to) in [(MARGIN.1 - far, MARGIN.1 - near), (HEIGHT - MARGIN.1 + near, HEIGHT - MARGIN.1 + far)] {
                self.content.move_to(x, from).line_to(x, to).stroke();
            }
        }
        for row in 0..=ROWS {
            let y = MARGIN.1 + CARD_SIZE.1 * small(row);
            for (from, to) in [(MARGIN.0 - far, MARGIN.0 - near), (WIDTH - MARGIN.0 + near, WIDTH - MARGIN.0 + far)] {
                self.content.move_to(from, y).line_to(to, y).stroke();
            }
        }
        let text = format!("{} {sheet} / {sheets}", self.design.words.sheet);
        let style = Style::new(Cut::Regular, 7.0).in_colour(QUIET_INK);
        let at = (WIDTH - MARGIN.0 - 8.0, MARGIN.1 - 16.0);
        Ok(draw(&mut self.content, self.fonts, style, Anchor::Right, at, &text)?)
    }
}

/// A number of modules; at most 49.
fn coordinate(modules: i32) -> f32 {
    f32::from(i16::try_from(modules).unwrap_or(i16::MAX))
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
        let quiet = coordinate(QUIET) * MODULE;
        assert!(RIGHT + quiet <= CARD_SIZE.0);
        assert!(SYMBOL_TOP + quiet <= AWNING_BOTTOM - SCALLOP_DEPTH + 0.01);
        // Capital letters of the code, 12.5 points, rise to 0.668 of their size.
        assert!(SYMBOL_TOP - SYMBOL_SIDE - quiet >= INSET + 10.5 + 12.5 * 0.668);
    }
}
