//! Pictures in documents: our own pictograms, and a territory's logo.

use serde::Serialize;

macro_rules! pictograms {
    ($($name:literal)*) => {
        /// Names of the pictograms, the same as on the pages.
        pub const PICTOGRAMS: &[&str] = &[$($name),*];

        /// A pictogram as PNG, 256 pixels square; the coupon for a name that there is not.
        pub(super) fn pictogram(name: &str) -> &'static [u8] {
            match name {
                $($name => include_bytes!(concat!("../../assets/pictograms/", $name, ".png")),)*
                _ => include_bytes!("../../assets/pictograms/coupon.png"),
            }
        }
    };
}

pictograms!("coupon" "person" "place" "date" "bag" "coins" "square" "lost" "no" "late" "produce" "meat" "fish" "eggs" "dairy" "bread" "honey" "processed" "plants");

/// A territory's logo.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Logo {
    /// What it shows, for who does not see it.
    pub alt: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// `png` or `jpeg`.
    pub ending: &'static str,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// The largest file taken for a logo.
const MOST_BYTES: usize = 500_000;
/// The most pixels of a side.
const MOST_PIXELS: u32 = 4_000;

impl Logo {
    /// A logo from a PNG or JPEG file; none if it is neither, too large, or has no sides.
    pub fn read(bytes: Vec<u8>, alt: String) -> Option<Self> {
        if bytes.len() > MOST_BYTES || alt.trim().is_empty() {
            return None;
        }
        let png = png_size(&bytes).map(|size| ("png", size));
        let (ending, (width, height)) = png.or_else(|| jpeg_size(&bytes).map(|size| ("jpeg", size)))?;
        let sound = |side: u32| (1..=MOST_PIXELS).contains(&side);
        (sound(width) && sound(height)).then_some(Self { alt, bytes, ending, width, height })
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum, byte| (sum << 8) | u32::from(*byte))
}

/// The sides of a PNG: its first chunk says them.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?.get(4..16)?.strip_prefix(b"IHDR")?;
    Some((number(&rest[..4]), number(&rest[4..8])))
}

/// The sides of a JPEG: the frame says them, after segments that say how long they are.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, kind, high, low, ..] = *rest else { return None };
        let length = usize::from(high) << 8 | usize::from(low);
        if matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc) {
            return Some((number(rest.get(7..9)?), number(rest.get(5..7)?)));
        }
        rest = rest.get(2 + length..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_says_its_sides() {
        let logo = Logo::read(pictogram("bag").to_vec(), "Un cabas".to_owned()).expect("a PNG");
        assert_eq!((logo.ending, logo.width, logo.height), ("png", 256, 256));
        let jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x10\x00\x20\x01\x01\x11\x00".to_vec();
        let logo = Logo::read(jpeg, "x".to_owned()).expect("a JPEG");
        assert_eq!((logo.ending, logo.width, logo.height), ("jpeg", 32, 16));
        for wrong in [&b""[..], b"\xff\xd8", b"\xff\xd8\xff\xe0\xff\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a"] {
            assert_eq!(Logo::read(wrong.to_vec(), "x".to_owned()), None);
        }
        assert_eq!(Logo::read(pictogram("bag").to_vec(), " ".to_owned()), None);
    }

    #[test]
    fn every_pictogram_is_a_png() {
        for name in PICTOGRAMS {
            assert_eq!(png_size(pictogram(name)), Some((256, 256)), "{name}");
        }
    }
}
