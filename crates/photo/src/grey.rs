//! A grey picture.

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

    /// The picture twice as wide and twice as high, for modules that are not two pixels wide.
    pub(crate) fn double(&self) -> Self {
        let (width, height) = (self.width * 2, self.height * 2);
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            let at = (y as f32 + 0.5) / 2.0;
            pixels.extend((0..width).map(|x| self.at((x as f32 + 0.5) / 2.0, at).round() as u8));
        }
        Self { width, height, pixels }
    }
}
