//! The embedded fonts and their measures. See `assets/fonts/README.md`.

use thiserror::Error;
use ttf_parser::{Face, GlyphId};

/// The font files, for typst and for the PDF writer.
pub(crate) const FILES: [&[u8]; 3] = [
    include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext_400Regular.ttf"),
    include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext_700Bold.ttf"),
    include_bytes!("../assets/fonts/AtkinsonHyperlegibleMono_700Bold.ttf"),
];

/// A text has a character that our fonts cannot draw. Better to say so than to print boxes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("no glyph for {0:?}")]
pub struct MissingGlyph(pub char);

/// Which font.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Cut {
    /// Running text.
    Regular,
    /// Titles and figures.
    Bold,
    /// Codes that people type.
    Mono,
}

impl Cut {
    pub(crate) const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Mono];

    /// Its name in PDF resources.
    pub(crate) const fn resource(self) -> &'static [u8] {
        match self {
            Self::Regular => b"R",
            Self::Bold => b"B",
            Self::Mono => b"M",
        }
    }

    /// Its PostScript name.
    pub(crate) const fn postscript_name(self) -> &'static [u8] {
        match self {
            Self::Regular => b"AtkinsonHyperlegibleNext-Regular",
            Self::Bold => b"AtkinsonHyperlegibleNext-Bold",
            Self::Mono => b"AtkinsonHyperlegibleMono-Bold",
        }
    }
}

/// One parsed font.
pub(crate) struct Font {
    pub(crate) cut: Cut,
    pub(crate) face: Face<'static>,
}

impl Font {
    pub(crate) fn load(cut: Cut) -> Self {
        let face = Face::parse(FILES[cut as usize], 0).expect("the embedded fonts are well formed");
        Self { cut, face }
    }

    fn glyph(&self, symbol: char) -> Result<GlyphId, MissingGlyph> {
        // Two characters of French typography and of file names that the font lacks.
        let drawn = match symbol {
            '\u{202f}' | '\u{2009}' => '\u{a0}',
            '\u{2010}' | '\u{2011}' => '-',
            other => other,
        };
        self.face.glyph_index(drawn).ok_or(MissingGlyph(symbol))
    }

    /// The bytes of a PDF string: two for each glyph.
    pub(crate) fn encode(&self, text: &str) -> Result<Vec<u8>, MissingGlyph> {
        let mut out = Vec::with_capacity(text.len() * 2);
        for symbol in text.chars() {
            out.extend_from_slice(&self.glyph(symbol)?.0.to_be_bytes());
        }
        Ok(out)
    }

    /// Width in points of a text set at `size` points.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        let advance = |symbol| self.glyph(symbol).ok().and_then(|g| self.face.glyph_hor_advance(g)).unwrap_or(0);
        let units: u32 = text.chars().map(|symbol| u32::from(advance(symbol))).sum();
        // At most a few thousand characters: exact in a float.
        #[expect(clippy::cast_precision_loss, reason = "far below 2^24")]
        let units = units as f32;
        units * size / f32::from(self.face.units_per_em())
    }
}

/// The three of them.
pub(crate) struct Fonts([Font; 3]);

impl Fonts {
    pub(crate) fn load() -> Self {
        Self(Cut::ALL.map(Font::load))
    }

    pub(crate) fn get(&self, cut: Cut) -> &Font {
        &self.0[cut as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_and_its_spaces_can_be_drawn() {
        let fonts = Fonts::load();
        for cut in Cut::ALL {
            let font = fonts.get(cut);
            assert!(font.encode("Œufs, « à l’érablière » : 1\u{a0}234,50\u{202f}$ N° ŷ – … Ç").is_ok());
            assert_eq!(font.encode("ᐃᓄᒃ"), Err(MissingGlyph('ᐃ')));
        }
    }

    #[test]
    fn the_code_font_is_monospaced() {
        let fonts = Fonts::load();
        let mono = fonts.get(Cut::Mono);
        assert!((mono.width("1", 12.0) - mono.width("W", 12.0)).abs() < f32::EPSILON);
        assert!((fonts.get(Cut::Bold).width("AA", 12.0) - 2.0 * fonts.get(Cut::Bold).width("A", 12.0)).abs() < 0.001);
    }
}
