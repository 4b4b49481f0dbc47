//! Sheets of coupons, ten to a US Letter page, for office printers and pre-cut card stock.

mod card;
mod design;
mod geometry;
mod page;

pub use card::check;
pub use design::{Design, DesignError, Face, Part, Words};
pub use geometry::{CARD_SIZE, PER_SHEET, card_origin, index_at, sheet_count};

use crate::font::{Fonts, MissingGlyph};
use crate::paper::{Paper, Stamp};
use crate::qr::QrTooLong;
use std::io::{self, Write};
use thiserror::Error;

/// Why a print run stopped. What was written until then is not a PDF.
#[derive(Debug, Error)]
pub enum PrintError<E> {
    /// The design cannot be printed as it is; nothing was written.
    #[error(transparent)]
    Design(#[from] DesignError),
    /// The caller could not give a coupon.
    #[error("coupon {index}: {cause}")]
    Coupon {
        /// From 0.
        index: u32,
        /// The caller's error.
        cause: E,
    },
    /// A coupon's text does not fit its QR symbol.
    #[error(transparent)]
    Qr(#[from] QrTooLong),
    /// A coupon's code or number has a character that cannot be printed.
    #[error(transparent)]
    Glyph(#[from] MissingGlyph),
    /// The output failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What was printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Report {
    /// Coupons.
    pub coupons: u32,
    /// Pages.
    pub sheets: u32,
    /// Size of the PDF.
    pub bytes: u64,
}

/// Writes `total` coupons in booklets of `booklet` (1: loose coupons) to `out`, a page at a time.
///
/// `coupon` is asked once for each index from 0 to `total` − 1, in the order of the sheets, not of the
/// numbers: sheet `s` of `S` holds at position `p` the coupon `p·S + s`, so that the ten cut piles, stacked
/// in the order of their positions, are in serial order. The same input makes the same bytes.
pub fn write_sheets<W: Write, E>(
    out: &mut W,
    design: &Design,
    total: u32,
    booklet: u32,
    mut coupon: impl FnMut(u32) -> Result<Face, E>,
) -> Result<Report, PrintError<E>> {
    let fonts = Fonts::load();
    let card = card::draw(design, &fonts)?;
    let title = format!("{} · {} {}", design.programme, design.class_letter, design.class_name);
    let stamp = Stamp { content: &card, size: CARD_SIZE };
    let mut paper = Paper::begin(out, &fonts, &title, &design.language, Some(stamp))?;
    let sheets = sheet_count(total);
    for sheet in 0..sheets {
        let mut page = page::Page::new(&fonts, design);
        for position in 0..PER_SHEET {
            if let Some(index) = index_at(sheets, sheet, position).filter(|index| *index < total) {
                let face = coupon(index).map_err(|cause| PrintError::Coupon { index, cause })?;
                let number = page::Number { text: &face.number, booklet: (booklet > 1).then(|| index / booklet + 1) };
                page.coupon(position, &face, number)?;
            }
        }
        page.margins(sheet + 1, sheets)?;
        paper.page(&page.finish())?;
    }
    if sheets == 0 {
        // A PDF must have a page.
        paper.page(&[])?;
    }
    let bytes = paper.finish()?;
    Ok(Report { coupons: total, sheets, bytes })
}

impl<E> From<page::PageError> for PrintError<E> {
    fn from(error: page::PageError) -> Self {
        match error {
            page::PageError::Qr(error) => Self::Qr(error),
            page::PageError::Glyph(error) => Self::Glyph(error),
        }
    }
}
