//! Colours of coupon classes, and what can be read on them.

/// An sRGB colour, 0 to 255 each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Colour {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

impl Colour {
    /// Black ink.
    pub const BLACK: Self = Self::new(0, 0, 0);
    /// Bare paper.
    pub const WHITE: Self = Self::new(255, 255, 255);

    /// From its three parts.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self::new(part(0)?, part(2)?, part(4)?))
    }

    /// The colour mixed with white; `share` is how much of the colour is left, 0 to 1.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255 by construction")]
    pub fn tint(self, share: f32) -> Self {
        let mix = |part: u8| (255.0 - (255.0 - f32::from(part)) * share.clamp(0.0, 1.0)).round() as u8;
        Self::new(mix(self.red), mix(self.green), mix(self.blue))
    }

    /// WCAG 2 relative luminance, 0 (black) to 1 (white).
    pub fn luminance(self) -> f32 {
        let linear = |part: u8| {
            let part = f32::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// WCAG 2 contrast ratio, 1 to 21.
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Black or white, whichever reads better on this colour. Never less than 4.5 to 1: the two contrasts
    /// multiply to 21.
    #[must_use]
    pub fn ink(self) -> Self {
        if self.contrast(Self::WHITE) >= self.contrast(Self::BLACK) { Self::WHITE } else { Self::BLACK }
    }

    /// Its three parts as PDF writes them, 0 to 1.
    pub(crate) fn parts(self) -> [f32; 3] {
        [self.red, self.green, self.blue].map(|part| f32::from(part) / 255.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_css() {
        assert_eq!(Colour::parse("#2e7d32"), Some(Colour::new(0x2e, 0x7d, 0x32)));
        assert_eq!(Colour::parse("2e7d32"), None);
        assert_eq!(Colour::parse("#é€x"), None);
    }

    #[test]
    fn the_known_extremes() {
        assert!((Colour::BLACK.contrast(Colour::WHITE) - 21.0).abs() < 0.01);
        assert_eq!(Colour::new(0x2e, 0x7d, 0x32).tint(0.0), Colour::WHITE);
    }

    proptest! {
        #[test]
        fn text_on_a_band_is_always_readable(red: u8, green: u8, blue: u8) {
            let colour = Colour::new(red, green, blue);
            prop_assert!(colour.contrast(colour.ink()) >= 4.5);
        }
    }
}
