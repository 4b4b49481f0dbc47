//! Finder patterns: the three corner squares of a symbol. Any line through the middle of one crosses dark, light,
//! three times as much dark, light and dark.

use crate::Grey;
use crate::contrast::Contrast;

/// A finder pattern.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finder {
    pub(crate) x: f32,
    pub(crate) y: f32,
    /// How wide a module is there, pixels: between a side's measure and a diagonal's.
    pub(crate) module: f32,
    /// On how many rows it was seen.
    pub(crate) seen: u32,
}

/// Past so many patterns a picture is a wall of them, or noise: the rest is left.
const MOST: usize = 3000;

/// Every finder pattern of a picture. A wide look sees them in plain light; a narrow one in blur, where the light
/// ring of a small pattern is darker than the paper around it.
pub(crate) fn find(picture: &Grey) -> Vec<Finder> {
    let mut found: Vec<Finder> = Vec::new();
    let mut near = Near::new(picture.width());
    for reach in [22, 9, 5] {
        let contrast = Contrast::new(picture, reach);
        look(picture, &contrast, &mut found, &mut near);
    }
    found
}

fn look(picture: &Grey, contrast: &Contrast, found: &mut Vec<Finder>, near: &mut Near) {
    let mut edges = Vec::new();
    for y in 0..contrast.height {
        crossings(contrast.row(y).iter().copied(), &mut edges);
        // From a dark run's start: five runs have six ends.
        for ends in edges.windows(6) {
            if !ends[0].into_dark {
                continue;
            }
            let ends: [f32; 6] = std::array::from_fn(|i| ends[i].at);
            let Some(module) = like_a_finder(&ends) else { continue };
            let Some(finder) = confirm(contrast, f32::midpoint(ends[2], ends[3]), y as f32 + 0.5, module) else { continue };
            if !clear(picture, &finder) {
                continue;
            }
            match near.of(found, &finder) {
                Some(same) => {
                    let same = &mut found[same];
                    let n = same.seen as f32;
                    same.x = (same.x * n + finder.x) / (n + 1.0);
                    same.y = (same.y * n + finder.y) / (n + 1.0);
                    same.module = (same.module * n + finder.module) / (n + 1.0);
                    same.seen += 1;
                }
                None if found.len() < MOST => {
                    near.add(&finder, found.len());
                    found.push(finder);
                }
                None => return,
            }
        }
    }
}

/// Whether the middle is really darker than the ring around it, and not by chance.
fn clear(picture: &Grey, finder: &Finder) -> bool {
    let m = finder.module;
    let dark = picture.at(finder.x, finder.y);
    let around =
        [(2.0, 0.0), (-2.0, 0.0), (0.0, 2.0), (0.0, -2.0)].map(|(dx, dy)| picture.at(finder.x + dx * m, finder.y + dy * m));
    around.iter().all(|light| light - dark > LEAST)
}

/// Grey levels between dark and light, at least.
const LEAST: f32 = 10.0;

/// Where a line goes from light to dark or back, between pixels.
#[derive(Clone, Copy)]
struct Edge {
    at: f32,
    into_dark: bool,
}

fn crossings(line: impl Iterator<Item = i16>, edges: &mut Vec<Edge>) {
    edges.clear();
    let mut before: Option<i16> = None;
    for (i, value) in line.enumerate() {
        if let Some(was) = before
            && (was < 0) != (value < 0)
        {
            let part = f32::from(was) / (f32::from(was) - f32::from(value));
            edges.push(Edge { at: i as f32 - 0.5 + part, into_dark: value < 0 });
        }
        before = Some(value);
    }
}

/// The width of a module, when five runs are as 1:1:3:1:1.
fn like_a_finder(ends: &[f32; 6]) -> Option<f32> {
    let module = (ends[5] - ends[0]) / 7.0;
    if module < 1.2 {
        return None;
    }
    let slack = module * 0.55 + 0.3;
    let runs = [1.0, 1.0, 3.0, 1.0, 1.0];
    let fits = runs.iter().enumerate().all(|(i, length)| {
        let slack = if i == 2 { slack * 1.5 } else { slack };
        (ends[i + 1] - ends[i] - length * module).abs() < slack
    });
    fits.then_some(module)
}

/// The same pattern down, then across again, from the middle found on a row.
fn confirm(contrast: &Contrast, x: f32, y: f32, module: f32) -> Option<Finder> {
    let (y, down) = through(contrast, x, y, (0, 1), module)?;
    let (x, across) = through(contrast, x, y, (1, 0), module)?;
    let ratio = down / across;
    if !(0.45..2.2).contains(&ratio) {
        return None;
    }
    // A pattern turned by 45 degrees has arms: both diagonals have to be as clear as the sides.
    Some(Finder { x, y, module: f32::midpoint(down, across), seen: 1 })
}

/// The middle and the module of the pattern along a line through a dark middle.
fn through(contrast: &Contrast, x: f32, y: f32, step: (isize, isize), module: f32) -> Option<(f32, f32)> {
    let (px, py) = (x as isize, y as isize);
    let at = |i: isize| {
        let (x, y) = (px + i * step.0, py + i * step.1);
        ((0..contrast.width as isize).contains(&x) && (0..contrast.height as isize).contains(&y))
            .then(|| contrast.values[y as usize * contrast.width + x as usize])
    };
    if at(0)? >= 0 {
        return None;
    }
    let reach = (module * 9.0) as isize + 2;
    // Three ends on each side of the middle.
    let side = |sign: isize| {
        let (mut ends, mut count, mut was) = ([0.0; 3], 0, at(0)?);
        for i in 1..=reach {
            let value = at(i * sign)?;
            if (was < 0) != (value < 0) {
                ends[count] = i as f32 - 1.0 + f32::from(was) / (f32::from(was) - f32::from(value));
                count += 1;
                if count == 3 {
                    return Some(ends);
                }
            }
            was = value;
        }
        None
    };
    let (back, on) = (side(-1)?, side(1)?);
    let ends = [-back[2], -back[1], -back[0], on[0], on[1], on[2]];
    let found = like_a_finder(&ends)?;
    let start = if step.0 == 1 { px } else { py } as f32 + 0.5;
    // The outer ends say best where the middle is.
    Some((
        start + (f32::midpoint(ends[0], ends[5]) + f32::midpoint(ends[1], ends[4]) + f32::midpoint(ends[2], ends[3])) / 3.0,
        found,
    ))
}

/// Patterns already found, by the square of the picture they are in.
struct Near {
    across: usize,
    squares: std::collections::HashMap<usize, Vec<usize>>,
}

const SQUARE: f32 = 32.0;

impl Near {
    fn new(width: usize) -> Self {
        Self { across: width / SQUARE as usize + 3, squares: std::collections::HashMap::new() }
    }

    fn square(&self, x: f32, y: f32) -> usize {
        (y / SQUARE) as usize * self.across + (x / SQUARE) as usize
    }

    fn add(&mut self, finder: &Finder, index: usize) {
        self.squares.entry(self.square(finder.x, finder.y)).or_default().push(index);
    }

    fn of(&self, found: &[Finder], finder: &Finder) -> Option<usize> {
        let reach = (finder.module * 2.0).min(SQUARE);
        for dy in [-reach, 0.0, reach] {
            for dx in [-reach, 0.0, reach] {
                let square = self.square((finder.x + dx).max(0.0), (finder.y + dy).max(0.0));
                for index in self.squares.get(&square).into_iter().flatten() {
                    let other = &found[*index];
                    if (other.x - finder.x).abs() < reach && (other.y - finder.y).abs() < reach {
                        return Some(*index);
                    }
                }
            }
        }
        None
    }
}
