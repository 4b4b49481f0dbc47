//! A grey picture.

use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;

/// A grey picture, row by row from the top.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grey {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Grey {
    /// A picture of this width; `None` when the pixels do not fill it.
    pub fn new(width: usize, height: usize, pixels: Vec<u8>) -> Option<Self> {
        (width > 0 && height > 0 && pixels.len() == width.checked_mul(height)?).then_some(Self { width, height, pixels })
    }

    /// Pixels across.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Pixels down.
    pub const fn height(&self) -> usize {
        self.height
    }

    /// Row by row, from the top.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    pub(crate) fn row(&self, y: usize) -> &[u8] {
        &self.pixels[y * self.width..(y + 1) * self.width]
    }

    /// How light it is at a point between pixels; beyond the edges, as at the edge. The middle of the first pixel
    /// is at (0.5, 0.5).
    pub(crate) fn at(&self, x: f32, y: f32) -> f32 {
        let x = (x - 0.5).clamp(0.0, (self.width - 1) as f32);
        let y = (y - 0.5).clamp(0.0, (self.height - 1) as f32);
        let (x0, y0) = (x as usize, y as usize);
        let (x1, y1) = ((x0 + 1).min(self.width - 1), (y0 + 1).min(self.height - 1));
        let (fx, fy) = (x - x0 as f32, y - y0 as f32);
        let (above, below) = (self.row(y0), self.row(y1));
        let mix = |row: &[u8]| f32::from(row[x0]) * (1.0 - fx) + f32::from(row[x1]) * fx;
        mix(above) * (1.0 - fy) + mix(below) * fy
    }

    /// The picture half as wide and half as high; each pixel is the mean of four.
    pub(crate) fn half(&self) -> Self {
        let (width, height) = ((self.width / 2).max(1), (self.height / 2).max(1));
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            let above = self.row(2 * y);
            let below = self.row((2 * y + 1).min(self.height - 1));
            for x in 0..width {
                let (l, r) = (2 * x, (2 * x + 1).min(self.width - 1));
                let sum = u16::from(above[l]) + u16::from(above[r]) + u16::from(below[l]) + u16::from(below[r]);
                pixels.push(((sum + 2) / 4) as u8);
            }
        }
        Self { width, height, pixels }
    }

    /// The picture made small enough to be shown: no side longer than `most`.
    #[must_use]
    pub fn shown(&self, most: usize) -> Self {
        let longest = self.width.max(self.height);
        if longest <= most {
            return self.clone();
        }
        if longest >= most * 2 {
            return self.half().shown(most);
        }
        let ratio = longest as f32 / most as f32;
        let (width, height) = (((self.width as f32 / ratio) as usize).max(1), ((self.height as f32 / ratio) as usize).max(1));
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            let at = (y as f32 + 0.5) * ratio;
            pixels.extend((0..width).map(|x| self.at((x as f32 + 0.5) * ratio, at).round() as u8));
        }
        Self { width, height, pixels }
    }

    /// The part of the picture around a point, as much of it as there is.
    #[must_use]
    pub fn part(&self, left: f32, top: f32, width: f32, height: f32) -> Self {
        let within = |at: f32, most: usize| (at.max(0.0) as usize).min(most);
        let (x0, y0) = (within(left, self.width - 1), within(top, self.height - 1));
        let (x1, y1) = (within(left + width, self.width).max(x0 + 1), within(top + height, self.height).max(y0 + 1));
        let pixels = (y0..y1).flat_map(|y| self.row(y)[x0..x1].iter().copied()).collect();
        Self { width: x1 - x0, height: y1 - y0, pixels }
    }

    /// As a JPEG file.
    pub fn jpeg(&self, quality: u8) -> Vec<u8> {
        let mut bytes = Vec::new();
        let encoder = &mut JpegEncoder::new_with_quality(&mut bytes, quality);
        let (Ok(width), Ok(height)) = (u32::try_from(self.width), u32::try_from(self.height)) else { return Vec::new() };
        match encoder.encode(&self.pixels, width, height, ExtendedColorType::L8) {
            Ok(()) => bytes,
            // Wider than a JPEG can be: nothing of ours is.
            Err(_) => Vec::new(),
        }
    }

    /// The picture twice as wide and twice as high, for modules that are not two pixels wide.
    pub(crate) fn double(&self) -> Self {
        let (width, height) = (self.width * 2, self.height * 2);
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            let at = (y as f32 + 0.5) * 0.5;
            pixels.extend((0..width).map(|x| self.at((x as f32 + 0.5) * 0.5, at).round() as u8));
        }
        Self { width, height, pixels }
    }
}
