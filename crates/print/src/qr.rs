//! QR symbols as rectangles of modules.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use thiserror::Error;

/// The text is too long for a symbol that a phone reads at this size.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("the text is too long for the QR symbol")]
pub struct QrTooLong;

/// A dark rectangle, in modules, from the top left corner.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Dark {
    pub(crate) x: u8,
    pub(crate) y: u8,
    pub(crate) width: u8,
    pub(crate) height: u8,
}

/// A symbol ready to be drawn.
pub(crate) struct Symbol {
    /// Modules on a side, without the quiet zone.
    pub(crate) side: u8,
    /// What to fill.
    pub(crate) dark: Vec<Dark>,
}

/// White modules that the standard asks for on each side.
#[cfg(test)]
pub(crate) const QUIET: u8 = 4;

impl Symbol {
    /// Level M, at most `version`. The mask is fixed: any of the eight is legal, the signature in the text
    /// is as good as noise, and searching for the prettiest takes ten times as long as the rest.
    pub(crate) fn new(text: &str, version: u8) -> Result<Self, QrTooLong> {
        let segments = QrSegment::make_segments(text);
        let (least, most) = (Version::new(1), Version::new(version));
        let code = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, least, most, Some(Mask::new(3)), false)
            .map_err(|_| QrTooLong)?;
        let side = u8::try_from(code.size()).map_err(|_| QrTooLong)?;
        Ok(Self { side, dark: rectangles(&code, side) })
    }

    /// Appends the PDF path of the dark rectangles. By hand: it is nine tenths of a print run.
    pub(crate) fn write_path(&self, out: &mut Vec<u8>) {
        for dark in &self.dark {
            for number in [dark.x, dark.y, dark.width, dark.height] {
                if number >= 100 {
                    out.push(b'0' + number / 100);
                }
                if number >= 10 {
                    out.push(b'0' + number / 10 % 10);
                }
                out.extend_from_slice(&[b'0' + number % 10, b' ']);
            }
            out.extend_from_slice(b"re\n");
        }
    }
}

/// Horizontal runs, those that repeat exactly on the next row drawn as one taller rectangle.
fn rectangles(code: &QrCode, side: u8) -> Vec<Dark> {
    let is_dark = |x: u8, y: u8| code.get_module(i32::from(x), i32::from(y));
    let mut done = Vec::with_capacity(512);
    let mut above: Vec<Dark> = Vec::new();
    for y in 0..side {
        let mut row = Vec::with_capacity(16);
        let mut x = 0;
        while x < side {
            let start = x;
            while x < side && is_dark(x, y) {
                x += 1;
            }
            if x > start {
                row.push(Dark { x: start, y, width: x - start, height: 1 });
            }
            x += 1;
        }
        for run in above {
            match row.iter_mut().find(|r| r.x == run.x && r.width == run.width) {
                Some(same) => *same = Dark { height: run.height + 1, ..run },
                None => done.push(run),
            }
        }
        above = row;
    }
    done.append(&mut above);
    done
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Paints a symbol with its quiet zone, 3 pixels a module, and reads it with an independent reader.
    fn read_back(symbol: &Symbol) -> String {
        let (cell, quiet) = (3, usize::from(QUIET));
        let side = usize::from(symbol.side) + 2 * quiet;
        let mut modules = vec![255; side * side];
        for dark in &symbol.dark {
            for y in dark.y..dark.y + dark.height {
                let start = (usize::from(y) + quiet) * side + usize::from(dark.x) + quiet;
                modules[start..start + usize::from(dark.width)].fill(0);
            }
        }
        let pixels = side * cell;
        let grey = |x: usize, y: usize| modules[y / cell * side + x / cell];
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(pixels, pixels, grey);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().expect("decodes").1
    }

    #[test]
    fn the_signed_url_is_version_6() {
        let text = format!("HTTPS://PCN.EXAMPLE.TEST/C/{}", &"7K2M4QXP9H".repeat(13)[..127]);
        assert_eq!(text.len(), 154);
        assert_eq!(Symbol::new(&text, 6).expect("fits").side, 41);
        assert!(matches!(Symbol::new(&format!("{text}0"), 6), Err(QrTooLong)));
    }

    #[test]
    fn numbers_are_written_in_full() {
        let dark = vec![Dark { x: 0, y: 10, width: 7, height: 105 }];
        let mut path = Vec::new();
        Symbol { side: 177, dark }.write_path(&mut path);
        assert_eq!(path, b"0 10 7 105 re\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn every_symbol_is_read_back(code in "[0-9A-HJKMNP-TV-Z]{127}") {
            let text = format!("HTTPS://PCN.EXAMPLE/C/{code}");
            prop_assert_eq!(read_back(&Symbol::new(&text, 6).expect("fits")), text);
        }
    }
}
