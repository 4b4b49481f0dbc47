//! Pictures in documents: our own pictograms, and logos.

use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use serde::Serialize;
use std::io::Cursor;
use thiserror::Error;

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

/// The logo of a territory or of a funder: one still picture as PNG, small enough to be sent over one bar of signal,
/// and nothing of the file that it was read from. Where and with what a photograph was made stays with who made it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Logo {
    /// What it shows, for who does not see it.
    pub alt: String,
    /// The picture.
    pub png: Vec<u8>,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// Why a file is no logo.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum NoLogo {
    /// Neither PNG, JPEG, WebP nor GIF, or broken.
    #[error("not a picture")]
    NotAPicture,
    /// More pixels than [`MOST_PIXELS`].
    #[error("the picture is too large")]
    TooManyPixels,
}

/// The most pixels of a file that is read for a logo: a photograph of a telephone has twelve million.
pub const MOST_PIXELS: u64 = 16_000_000;
/// What a logo is made to fit in, pixels: 200 dots an inch of the widest that a document prints.
const FIT: (u32, u32) = (800, 400);

impl Logo {
    /// A logo from a picture's file, the way up that its camera says. What it would unpack to is measured before.
    pub fn read(bytes: &[u8], alt: String) -> Result<Self, NoLogo> {
        let no = |_| NoLogo::NotAPicture;
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| NoLogo::NotAPicture)?;
        if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif)) {
            return Err(NoLogo::NotAPicture);
        }
        let mut decoder = reader.into_decoder().map_err(no)?;
        let (width, height) = decoder.dimensions();
        if u64::from(width) * u64::from(height) > MOST_PIXELS {
            return Err(NoLogo::TooManyPixels);
        }
        let mut limits = Limits::default();
        // Eight bytes a pixel is the most that these formats ask for.
        limits.max_alloc = Some(MOST_PIXELS * 10);
        decoder.set_limits(limits).map_err(no)?;
        let turned = decoder.orientation().map_err(no)?;
        let mut picture = DynamicImage::from_decoder(decoder).map_err(no)?;
        picture.apply_orientation(turned);
        if picture.width() > FIT.0 || picture.height() > FIT.1 {
            picture = picture.resize(FIT.0, FIT.1, FilterType::CatmullRom);
        }
        let picture = DynamicImage::ImageRgba8(picture.into_rgba8());
        let mut png = Vec::new();
        picture.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).map_err(no)?;
        Ok(Self { alt, png, width: picture.width(), height: picture.height() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height).write_to(&mut bytes, format).expect("written");
        bytes.into_inner()
    }

    fn sides(bytes: &[u8]) -> Result<(u32, u32), NoLogo> {
        let logo = Logo::read(bytes, "Un cabas".to_owned())?;
        let again = image::load_from_memory_with_format(&logo.png, ImageFormat::Png).expect("a PNG");
        assert_eq!((again.width(), again.height()), (logo.width, logo.height));
        Ok((logo.width, logo.height))
    }

    #[test]
    fn a_logo_is_a_small_png_whatever_it_was() {
        assert_eq!(sides(pictogram("bag")), Ok((256, 256)));
        assert_eq!(sides(&file(32, 16, ImageFormat::Jpeg)), Ok((32, 16)));
        assert_eq!(sides(&file(40, 20, ImageFormat::WebP)), Ok((40, 20)));
        assert_eq!(sides(&file(20, 40, ImageFormat::Gif)), Ok((20, 40)));
        assert_eq!(sides(&file(3_200, 800, ImageFormat::Png)), Ok((800, 200)));
        assert_eq!(sides(&file(1_000, 2_000, ImageFormat::Jpeg)), Ok((200, 400)));
    }

    #[test]
    fn what_a_camera_wrote_beside_the_picture_is_not_kept() {
        // A JPEG turned a quarter (orientation 6), with a maker's name.
        let plain = file(32, 16, ImageFormat::Jpeg);
        let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x0f\0\x02\0\0\0\x04Who\0\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
        let turned = [&plain[..2], b"\xff\xe1", &length, exif, &plain[2..]].concat();
        let logo = Logo::read(&turned, "x".to_owned()).expect("a JPEG");
        assert_eq!((logo.width, logo.height), (16, 32));
        assert!(!logo.png.windows(4).any(|w| w == b"Exif" || w == b"eXIf" || &w[..3] == b"Who"));
    }

    #[test]
    fn what_is_no_picture_is_no_logo() {
        let whole = file(32, 16, ImageFormat::Png);
        let drawing = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
        for wrong in [&b""[..], b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"%PDF-1.7", drawing, &whole[..whole.len() / 2]] {
            assert_eq!(sides(wrong), Err(NoLogo::NotAPicture));
        }
        // The head of a PNG that would unpack to six gigabytes.
        let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x9c\x40\0\0\x9c\x40\x08\x06\0\0\0".to_vec();
        bomb.extend(png_checksum(&bomb[12..]).to_be_bytes());
        bomb.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
        assert_eq!(sides(&bomb), Err(NoLogo::TooManyPixels));
    }

    /// The check value of a PNG's chunk: CRC-32 as in ISO 3309.
    fn png_checksum(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0, |mut sum: u32, byte| {
            sum ^= u32::from(*byte);
            for _ in 0..8 {
                sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
            }
            sum
        })
    }

    #[test]
    fn every_pictogram_is_a_png() {
        for name in PICTOGRAMS {
            assert_eq!(sides(pictogram(name)), Ok((256, 256)), "{name}");
        }
    }
}
