//! The pages of a PDF, as pictures.

use crate::file::{MOST_PAGES, Unopened};
use crate::{Grey, bounds};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings};
use std::ops::ControlFlow;

/// What office scanners write, dots an inch.
const DENSITY: f32 = 300.0;
/// A page is drawn with so many pixels at most: a little more than a letter at that density.
const PAGE_PIXELS: f32 = 12_000_000.0;

pub(crate) fn pages(bytes: &[u8], each: &mut dyn FnMut(Grey) -> ControlFlow<()>) -> Result<usize, Unopened> {
    bounds::measure(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unopened::Locked,
        LoadPdfError::Invalid => Unopened::NotAPicture,
    })?;
    let count = pdf.pages().len();
    if count > MOST_PAGES {
        return Err(Unopened::TooManyPages);
    }
    let cache = RenderCache::new();
    let settings = InterpreterSettings::default();
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let scale = (DENSITY / 72.0).min((PAGE_PIXELS / (width * height).max(1.0)).sqrt());
        if !(width * scale < 20_000.0 && height * scale < 20_000.0) {
            return Err(Unopened::TooManyPixels);
        }
        let settings_of_page = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
        let drawn = hayro::render(page, &cache, &settings, &settings_of_page);
        let light = drawn.data().iter().map(|p| ((u32::from(p.r) * 2 + u32::from(p.g) * 5 + u32::from(p.b)) / 8) as u8);
        let picture = Grey::new(usize::from(drawn.width()), usize::from(drawn.height()), light.collect());
        if each(picture.ok_or(Unopened::NotAPicture)?).is_break() {
            break;
        }
    }
    Ok(count)
}
