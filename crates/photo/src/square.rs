//! How a symbol lies in the picture: a projective map from its modules to pixels.

use crate::finder::Finder;
use crate::{Grey, Point};

/// From modules (the upper left corner of the symbol is (0, 0)) to pixels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Map([f32; 8]);

impl Map {
    /// The map that takes four points to four points; `None` when three of them are in line.
    pub(crate) fn between(from: &[Point; 4], to: &[Point; 4]) -> Option<Self> {
        // Eight equations, solved in double precision.
        let mut rows = [[0f64; 9]; 8];
        for i in 0..4 {
            let ((u, v), (x, y)) = ((f64::from(from[i].0), f64::from(from[i].1)), (f64::from(to[i].0), f64::from(to[i].1)));
            rows[2 * i] = [u, v, 1.0, 0.0, 0.0, 0.0, -u * x, -v * x, x];
            rows[2 * i + 1] = [0.0, 0.0, 0.0, u, v, 1.0, -u * y, -v * y, y];
        }
        for column in 0..8 {
            let best = (column..8).max_by(|a, b| rows[*a][column].abs().total_cmp(&rows[*b][column].abs()))?;
            rows.swap(column, best);
            let pivot = rows[column][column];
            if pivot.abs() < 1e-9 {
                return None;
            }
            let row = rows[column].map(|v| v / pivot);
            rows[column] = row;
            for (other, values) in rows.iter_mut().enumerate() {
                let times = values[column];
                if other != column && times != 0.0 {
                    for (value, pivot) in values.iter_mut().zip(row) {
                        *value -= times * pivot;
                    }
                }
            }
        }
        Some(Self(std::array::from_fn(|i| rows[i][8] as f32)))
    }

    pub(crate) fn at(&self, u: f32, v: f32) -> Point {
        let m = &self.0;
        let depth = m[6] * u + m[7] * v + 1.0;
        ((m[0] * u + m[1] * v + m[2]) / depth, (m[3] * u + m[4] * v + m[5]) / depth)
    }

    /// The corners of a symbol so many modules wide, clockwise from its upper left.
    pub(crate) fn corners(&self, side: usize) -> [Point; 4] {
        let s = side as f32;
        [self.at(0.0, 0.0), self.at(s, 0.0), self.at(s, s), self.at(0.0, s)]
    }
}

/// Three finder patterns that may be a symbol's: upper left, upper right, lower left.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Corners {
    pub(crate) of: [usize; 3],
    /// Modules on a side, as measured.
    pub(crate) side: f32,
    /// How far from a square it is: 0 is best.
    pub(crate) odd: f32,
}

/// Sides of our symbols: versions 5 to 8, for hosts of any length that `print` accepts, and those around.
const SIDES: std::ops::RangeInclusive<f32> = 19.0..=66.0;

/// Every three patterns that may be a symbol's, the most square first. A limit keeps a wall of patterns bounded.
pub(crate) fn threes(finders: &[Finder]) -> Vec<Corners> {
    const NEIGHBOURS: usize = 24;
    let mut found = Vec::new();
    for (a, at) in finders.iter().enumerate() {
        let mut near: Vec<(f32, usize)> = finders
            .iter()
            .enumerate()
            .filter(|(b, _)| *b != a)
            .filter_map(|(b, other)| {
                let module = f32::midpoint(at.module, other.module);
                let alike = (0.55..1.8).contains(&(at.module / other.module));
                let length = (other.x - at.x).hypot(other.y - at.y);
                (alike && (10.0..85.0).contains(&(length / module))).then_some((length, b))
            })
            .collect();
        near.sort_by(|x, y| x.0.total_cmp(&y.0));
        near.truncate(NEIGHBOURS);
        for (i, (first, b)) in near.iter().enumerate() {
            for (second, c) in &near[i + 1..] {
                let (p, q) = (&finders[*b], &finders[*c]);
                let (px, py, qx, qy) = (p.x - at.x, p.y - at.y, q.x - at.x, q.y - at.y);
                let cross = (px * qy - py * qx) / (first * second);
                let dot = (px * qx + py * qy) / (first * second);
                let ratio = first / second;
                if dot.abs() > 0.55 || !(0.55..=1.0).contains(&ratio) {
                    continue;
                }
                let (right, down) = if cross > 0.0 { (*b, *c) } else { (*c, *b) };
                // A turned pattern is measured wider than it is, up to the diagonal of a square.
                let slope = if cross > 0.0 { py.atan2(px) } else { qy.atan2(qx) };
                let turned = slope.sin().abs().max(slope.cos().abs());
                let module = (at.module + p.module + q.module) / 3.0 * turned;
                let side = f32::midpoint(*first, *second) / module + 7.0;
                if SIDES.contains(&side) {
                    let modules = [at.module, p.module, q.module];
                    let spread = modules.iter().copied().fold(0.0, f32::max) / modules.iter().copied().fold(f32::MAX, f32::min);
                    let whole = (side - (((side - 17.0) / 4.0).round() * 4.0 + 17.0)).abs() / 8.0;
                    let odd = dot.abs() + (1.0 - ratio) + (spread - 1.0) * 0.5 + whole * 0.2;
                    found.push(Corners { of: [a, right, down], side, odd });
                }
            }
        }
    }
    found.sort_by(|x, y| x.odd.total_cmp(&y.odd).then(x.of.cmp(&y.of)));
    found
}

/// Whether there is a whole finder pattern there, however it is turned: text and wood give many that are not.
pub(crate) fn is_finder(picture: &Grey, finder: &Finder) -> bool {
    let known: Vec<(f32, f32, f32)> = pattern(0.0, 0.0, |_, _| true).collect();
    (0..9).any(|tenth| {
        let (sin, cos) = (tenth as f32 * 10.0f32.to_radians()).sin_cos();
        [0.8, 0.95, 1.1].iter().any(|size| {
            let m = finder.module * size;
            let at = |u: f32, v: f32| {
                let (u, v) = ((u - 3.5) * m, (v - 3.5) * m);
                (finder.x + u * cos - v * sin, finder.y + u * sin + v * cos)
            };
            score(picture, &known, at) > A_FINDER
        })
    })
}

/// How well a finder pattern must agree with what one is.
const A_FINDER: f32 = 0.75;

/// The modules of a finder pattern and the light ones around it.
fn pattern(left: f32, top: f32, within: impl Fn(f32, f32) -> bool) -> impl Iterator<Item = (f32, f32, f32)> {
    (-1..=7i32).flat_map(|i| (-1..=7i32).map(move |j| (i, j))).filter_map(move |(i, j)| {
        let (u, v) = (left + i as f32, top + j as f32);
        let ring = (i - 3).abs().max((j - 3).abs());
        within(u, v).then_some((u + 0.5, v + 0.5, if ring == 2 || ring == 4 { 1.0 } else { -1.0 }))
    })
}

/// What is known of every symbol of a size: dark (-1) or light (+1) modules, with where they are.
pub(crate) struct Known(Vec<(f32, f32, f32)>);

impl Known {
    pub(crate) fn of(side: usize) -> Self {
        let mut known = Vec::new();
        let s = side as f32;
        for (left, top) in [(0.0, 0.0), (s - 7.0, 0.0), (0.0, s - 7.0)] {
            known.extend(pattern(left, top, |u, v| (0.0..s).contains(&u) && (0.0..s).contains(&v)));
        }
        for i in 8..side - 8 {
            let sign = if i % 2 == 0 { -1.0 } else { 1.0 };
            known.push((i as f32 + 0.5, 6.5, sign));
            known.push((6.5, i as f32 + 0.5, sign));
        }
        if side > 21 {
            known.extend(alignment(s - 6.5, s - 6.5));
        }
        Self(known)
    }

    /// How well the picture agrees with what is known, from -1 to 1: the contrast that was found, of that there is.
    pub(crate) fn agree(&self, picture: &Grey, map: &Map) -> f32 {
        score(picture, &self.0, |u, v| map.at(u, v))
    }
}

/// The small square near the lower right corner.
fn alignment(u: f32, v: f32) -> impl Iterator<Item = (f32, f32, f32)> {
    (-2..=2i32).flat_map(move |i| {
        (-2..=2i32).map(move |j| (u + i as f32, v + j as f32, if i.abs().max(j.abs()) == 1 { 1.0 } else { -1.0 }))
    })
}

/// The correlation of what is known with what is there.
fn score(picture: &Grey, known: &[(f32, f32, f32)], at: impl Fn(f32, f32) -> Point) -> f32 {
    let (mut n, mut sum, mut squares, mut signs, mut product) = (0.0f32, 0.0f32, 0.0f32, 0.0f32, 0.0f32);
    for (u, v, sign) in known {
        let (x, y) = at(*u, *v);
        let light = picture.at(x, y);
        n += 1.0;
        sum += light;
        squares += light * light;
        signs += sign;
        product += light * sign;
    }
    let spread = (squares / n - (sum / n).powi(2)).max(1.0).sqrt();
    let signs_spread = (1.0 - (signs / n).powi(2)).max(1e-6).sqrt();
    (product / n - sum / n * (signs / n)) / (spread * signs_spread)
}

/// A symbol's place, as well as the picture tells it, and how well it agrees.
pub(crate) fn fit(picture: &Grey, finders: &[Finder], corners: &Corners, side: usize) -> Option<(Map, f32)> {
    let [a, b, c] = corners.of.map(|i| (finders[i].x, finders[i].y));
    let s = side as f32;
    let fourth = (b.0 + c.0 - a.0, b.1 + c.1 - a.1);
    let middles = [(3.5, 3.5), (s - 3.5, 3.5), (s - 3.5, s - 3.5), (3.5, s - 3.5)];
    let flat = Map::between(&middles, &[a, b, fourth, c])?;
    let known = Known::of(side);
    let mut best: Option<(Map, f32)> = None;
    for (u, v) in alignments(picture, &flat, s) {
        let (x, y) = flat.at(u, v);
        let from = [(3.5, 3.5), (s - 3.5, 3.5), (s - 6.5, s - 6.5), (3.5, s - 3.5)];
        let Some(map) = Map::between(&from, &[a, b, (x, y), c]) else { continue };
        let agreed = known.agree(picture, &map);
        if best.is_none_or(|(_, before)| agreed > before) {
            best = Some((map, agreed));
        }
    }
    let (map, agreed) = best?;
    Some(refine(picture, &known, map, s, agreed))
}

/// Whether light and dark alternate between three patterns as they do in a symbol of this size: quickly seen, and
/// never so between the patterns of two symbols.
pub(crate) fn alternates(picture: &Grey, finders: &[Finder], corners: &Corners, side: usize) -> bool {
    let [a, b, c] = corners.of.map(|i| (finders[i].x, finders[i].y));
    let s = side as f32 - 7.0;
    let step = |to: Point| ((to.0 - a.0) / s, (to.1 - a.1) / s);
    let (across, down) = (step(b), step(c));
    let line = |along: Point, beside: Point| {
        [2.4f32, 3.0, 3.6]
            .iter()
            .map(|off| {
                let mut known = [(0.0, 0.0, 0.0); 64];
                let count = (side - 16).min(64);
                for (i, place) in known[..count].iter_mut().enumerate() {
                    *place = (i as f32 + 5.0, *off, if i % 2 == 0 { -1.0 } else { 1.0 });
                }
                score(picture, &known[..count], |u, v| (a.0 + along.0 * u + beside.0 * v, a.1 + along.1 * u + beside.1 * v))
            })
            .fold(-1.0, f32::max)
    };
    line(across, down) + line(down, across) > ALTERNATES
}

/// Of two lines together, each at most 1.
const ALTERNATES: f32 = 0.5;

/// Where the alignment pattern may be, in modules of the flat map: the best few places.
fn alignments(picture: &Grey, flat: &Map, s: f32) -> Vec<(f32, f32)> {
    let (u0, v0) = (s - 6.5, s - 6.5);
    let reach = (s * 0.16).ceil();
    let steps = (reach / 0.5) as i32;
    let mut places: Vec<(f32, f32, f32)> = Vec::new();
    for i in -steps..=steps {
        for j in -steps..=steps {
            let (u, v) = (u0 + i as f32 * 0.5, v0 + j as f32 * 0.5);
            let known: [(f32, f32, f32); 25] = {
                let mut all = alignment(u, v);
                std::array::from_fn(|_| all.next().unwrap_or_default())
            };
            let far = (i * i + j * j) as f32 / (steps * steps) as f32;
            places.push((score(picture, &known, |u, v| flat.at(u, v)) - far * 0.15, u, v));
        }
    }
    places.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut best: Vec<(f32, f32)> = vec![(u0, v0)];
    for (_, u, v) in places {
        if best.len() >= 7 {
            break;
        }
        if best.iter().skip(1).all(|(bu, bv)| (bu - u).abs() > 0.9 || (bv - v).abs() > 0.9) {
            best.push((u, v));
        }
    }
    best
}

/// Moves the four corners a little, as long as the picture agrees better.
fn refine(picture: &Grey, known: &Known, map: Map, s: f32, agreed: f32) -> (Map, f32) {
    let from = [(0.0, 0.0), (s, 0.0), (s, s), (0.0, s)];
    let (mut to, mut best, mut map) = (from.map(|(u, v)| map.at(u, v)), agreed, map);
    let module = ((to[1].0 - to[0].0).hypot(to[1].1 - to[0].1) / s).max(0.5);
    for part in [0.6, 0.3, 0.15, 0.07] {
        let step = part * module;
        for _ in 0..3 {
            let before = best;
            for corner in 0..4 {
                for (dx, dy) in [(step, 0.0), (-step, 0.0), (0.0, step), (0.0, -step)] {
                    let mut moved = to;
                    moved[corner].0 += dx;
                    moved[corner].1 += dy;
                    if let Some(tried) = Map::between(&from, &moved) {
                        let agreed = known.agree(picture, &tried);
                        if agreed > best {
                            (to, best, map) = (moved, agreed, tried);
                        }
                    }
                }
            }
            if best <= before {
                break;
            }
        }
    }
    (map, best)
}
