//! How much lighter each point is than what is around it: a shadow on half of the table then changes nothing.

use crate::Grey;

/// Lighter (above zero) or darker than around, pixel by pixel.
pub(crate) struct Contrast {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) values: Vec<i16>,
}

impl Contrast {
    /// Against the mean of the square that reaches `reach` pixels in each direction.
    pub(crate) fn new(picture: &Grey, reach: usize) -> Self {
        let (width, height) = (picture.width(), picture.height());
        // Sums of columns over the rows in reach, moved down a row at a time.
        let mut columns = vec![0u32; width];
        let mut rows = 0u32;
        for y in 0..reach.min(height) {
            add(&mut columns, picture.row(y));
            rows += 1;
        }
        let mut values = Vec::with_capacity(width * height);
        for y in 0..height {
            if y + reach < height {
                add(&mut columns, picture.row(y + reach));
                rows += 1;
            }
            if y > reach {
                take(&mut columns, picture.row(y - reach - 1));
                rows -= 1;
            }
            let mut sum: u32 = columns[..reach.min(width)].iter().sum();
            let mut across = reach.min(width) as u32;
            for (x, light) in picture.row(y).iter().enumerate() {
                if x + reach < width {
                    sum += columns[x + reach];
                    across += 1;
                }
                if x > reach {
                    sum -= columns[x - reach - 1];
                    across -= 1;
                }
                values.push(i16::from(*light) - (sum / (across * rows)) as i16);
            }
        }
        Self { width, height, values }
    }

    pub(crate) fn row(&self, y: usize) -> &[i16] {
        &self.values[y * self.width..(y + 1) * self.width]
    }
}

fn add(columns: &mut [u32], row: &[u8]) {
    for (sum, light) in columns.iter_mut().zip(row) {
        *sum += u32::from(*light);
    }
}

fn take(columns: &mut [u32], row: &[u8]) {
    for (sum, light) in columns.iter_mut().zip(row) {
        *sum -= u32::from(*light);
    }
}
