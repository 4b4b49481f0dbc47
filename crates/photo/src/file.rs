//! Files that pictures come in: photographs, and the pages of a PDF from an office scanner.
//!
//! A file comes from anybody who counts coupons. What it would unpack to is measured before it is unpacked.

use crate::{Grey, pdf};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;
use std::ops::ControlFlow;
use thiserror::Error;

/// Larger files are refused.
pub const MOST_BYTES: usize = 25 * 1024 * 1024;
/// Pictures of more pixels are refused.
pub const MOST_PIXELS: u64 = 30_000_000;
/// Longer documents are refused.
pub const MOST_PAGES: usize = 50;

/// Why a file was not opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum Unopened {
    /// Neither a picture nor a PDF that we know.
    #[error("not a picture")]
    NotAPicture,
    /// More bytes than [`MOST_BYTES`].
    #[error("the file is too large")]
    TooManyBytes,
    /// More pixels than [`MOST_PIXELS`], or something that unpacks to as much.
    #[error("the picture is too large")]
    TooManyPixels,
    /// More pages than [`MOST_PAGES`].
    #[error("too many pages")]
    TooManyPages,
    /// A PDF that asks for a password.
    #[error("the document is locked")]
    Locked,
}

/// Hands over the pictures of a file, one after the other, and says how many there are. `each` may stop before the end.
pub fn pictures(bytes: &[u8], each: &mut dyn FnMut(Grey) -> ControlFlow<()>) -> Result<usize, Unopened> {
    if bytes.len() > MOST_BYTES {
        return Err(Unopened::TooManyBytes);
    }
    // A PDF may begin with a few bytes of something else.
    if bytes.iter().take(1024).collect::<Vec<_>>().windows(5).any(|w| w.iter().copied().eq(b"%PDF-")) {
        return pdf::pages(bytes, each);
    }
    let _ = each(photograph(bytes)?);
    Ok(1)
}

/// A picture, the way up that its camera says.
fn photograph(bytes: &[u8]) -> Result<Grey, Unopened> {
    let no = |_| Unopened::NotAPicture;
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Unopened::NotAPicture)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif)) {
        return Err(Unopened::NotAPicture);
    }
    let mut decoder = reader.into_decoder().map_err(no)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Unopened::TooManyPixels);
    }
    let mut limits = Limits::default();
    // Eight bytes a pixel is the most that these formats ask for.
    limits.max_alloc = Some(MOST_PIXELS * 10);
    decoder.set_limits(limits).map_err(no)?;
    let turned = decoder.orientation().map_err(no)?;
    let light = DynamicImage::from_decoder(decoder).map_err(no)?.into_luma8();
    let mut light = DynamicImage::ImageLuma8(light);
    light.apply_orientation(turned);
    let (width, height) = (light.width() as usize, light.height() as usize);
    Grey::new(width, height, light.into_luma8().into_raw()).ok_or(Unopened::NotAPicture)
}
