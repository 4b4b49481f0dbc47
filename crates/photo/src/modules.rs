//! What each module of a symbol is, and the text they spell.

use crate::Grey;
use crate::square::Map;

/// The text of the symbol that lies there.
pub(crate) fn decode(picture: &Grey, map: &Map, side: usize) -> Option<String> {
    let light = sample(picture, map, side);
    // Blur spreads a module over its neighbours: what they gave it is taken back, more and more.
    for sharper in [0.0, 0.12, 0.25, 0.4, 0.6] {
        let sharp = sharpen(&light, side, sharper);
        for reach in [4, 9, 2] {
            let around = mean(&sharp, side, reach);
            let grid = rqrr::SimpleGrid::from_func(side, |x, y| sharp[y * side + x] < around[y * side + x]);
            if let Ok((_, text)) = rqrr::Grid::new(grid).decode() {
                return Some(text);
            }
        }
    }
    None
}

/// How light the middle of each module is.
fn sample(picture: &Grey, map: &Map, side: usize) -> Vec<f32> {
    const POINTS: [(f32, f32); 5] = [(0.5, 0.5), (0.3, 0.5), (0.7, 0.5), (0.5, 0.3), (0.5, 0.7)];
    let mut light = Vec::with_capacity(side * side);
    for v in 0..side {
        for u in 0..side {
            let sum: f32 = POINTS
                .iter()
                .map(|(du, dv)| {
                    let (x, y) = map.at(u as f32 + du, v as f32 + dv);
                    picture.at(x, y)
                })
                .sum();
            light.push(sum / POINTS.len() as f32);
        }
    }
    light
}

fn sharpen(light: &[f32], side: usize, amount: f32) -> Vec<f32> {
    if amount == 0.0 {
        return light.to_vec();
    }
    let mut sharp = Vec::with_capacity(light.len());
    for v in 0..side {
        for u in 0..side {
            let here = light[v * side + u];
            let at = |du: isize, dv: isize| {
                let (u, v) = (u as isize + du, v as isize + dv);
                let inside = (0..side as isize).contains(&u) && (0..side as isize).contains(&v);
                if inside { light[v as usize * side + u as usize] } else { here }
            };
            let beside = at(-1, 0) + at(1, 0) + at(0, -1) + at(0, 1);
            sharp.push(here + amount * (4.0 * here - beside));
        }
    }
    sharp
}

/// The mean of the square around each module.
fn mean(light: &[f32], side: usize, reach: usize) -> Vec<f32> {
    let mut sums = vec![0f32; (side + 1) * (side + 1)];
    for v in 0..side {
        for u in 0..side {
            sums[(v + 1) * (side + 1) + u + 1] =
                light[v * side + u] + sums[v * (side + 1) + u + 1] + sums[(v + 1) * (side + 1) + u] - sums[v * (side + 1) + u];
        }
    }
    let mut means = Vec::with_capacity(light.len());
    for v in 0..side {
        let (top, bottom) = (v.saturating_sub(reach), (v + reach + 1).min(side));
        for u in 0..side {
            let (left, right) = (u.saturating_sub(reach), (u + reach + 1).min(side));
            let at = |u: usize, v: usize| sums[v * (side + 1) + u];
            let sum = at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
            means.push(sum / ((right - left) * (bottom - top)) as f32);
        }
    }
    means
}
