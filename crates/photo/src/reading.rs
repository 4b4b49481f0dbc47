//! A whole picture: at several scales, the symbols that were read and the places of those that were not.

use crate::finder::{self, Finder};
use crate::square::{self, Corners};
use crate::{Grey, Point, modules};

/// A symbol that was read.
#[derive(Clone, PartialEq, Debug)]
pub struct Found {
    /// What it says.
    pub text: String,
    /// Its corners, clockwise from its own upper left.
    pub corners: [Point; 4],
}

/// What a picture shows.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Reading {
    /// Symbols that were read.
    pub found: Vec<Found>,
    /// Symbols that are there and could not be read: their corners.
    pub unread: Vec<[Point; 4]>,
}

/// Squares tried on one picture at one scale, at most: what bounds the time.
const TRIES: usize = 4000;

/// How well a square must agree with what is known of symbols to be one that could not be read.
const A_SYMBOL: f32 = 0.45;
/// Under this, it is not worth decoding.
const MAYBE: f32 = 0.30;

/// What the scales saw together.
#[derive(Default)]
struct Seen {
    found: Vec<Found>,
    /// Squares that look like a symbol, and how much.
    doubtful: Vec<([Point; 4], f32)>,
    /// Finder patterns of no symbol that was read.
    lone: Vec<Finder>,
}

/// Reads every symbol of a picture.
pub fn read(picture: &Grey) -> Reading {
    let mut seen = Seen::default();
    at_scale(picture, 1.0, &mut seen);
    let mut smaller = picture.half();
    let mut scale = 2.0;
    while smaller.width().min(smaller.height()) > 150 && scale < 16.0 {
        at_scale(&smaller, scale, &mut seen);
        smaller = smaller.half();
        scale *= 2.0;
    }
    if picture.width() * picture.height() <= 6_000_000 {
        at_scale(&picture.double(), 0.5, &mut seen);
    }
    let unread = unread(&mut seen);
    Reading { found: seen.found, unread }
}

/// The symbols that are there and were not read: whole squares first, then the places of finder patterns that are
/// as large as those of the symbols that were read, because a card or a thumb hides the others.
fn unread(seen: &mut Seen) -> Vec<[Point; 4]> {
    let mut unread: Vec<[Point; 4]> = Vec::new();
    seen.doubtful.sort_by(|a, b| b.1.total_cmp(&a.1));
    for (corners, _) in &seen.doubtful {
        if !seen.found.iter().map(|f| &f.corners).chain(&unread).any(|other| overlap(other, corners)) {
            unread.push(*corners);
        }
    }
    let mut sides: Vec<f32> = seen.found.iter().map(|f| side(&f.corners)).collect();
    sides.sort_by(f32::total_cmp);
    let Some(usual) = sides.get(sides.len() / 2).copied() else { return unread };
    for finder in &seen.lone {
        // Seven modules of 41 on each side of its own middle: what it is of reaches as far as a symbol's side.
        let (x, y, reach) = (finder.x, finder.y, usual / 2.0);
        let corners = [(x - reach, y - reach), (x + reach, y - reach), (x + reach, y + reach), (x - reach, y + reach)];
        let alike = (0.6..1.6).contains(&(finder.module * 41.0 / usual));
        let taken = seen.found.iter().any(|f| inside(&wider(&f.corners), (x, y)))
            || unread.iter().any(|other| inside(&wider(other), (x, y)) || overlap(other, &corners));
        if alike && !taken {
            unread.push(corners);
        }
    }
    unread
}

fn side(corners: &[Point; 4]) -> f32 {
    let across = (corners[1].0 - corners[0].0).hypot(corners[1].1 - corners[0].1);
    let down = (corners[3].0 - corners[0].0).hypot(corners[3].1 - corners[0].1);
    f32::midpoint(across, down)
}

/// The same square, a tenth wider on each side.
fn wider(corners: &[Point; 4]) -> [Point; 4] {
    let (x, y) = middle(corners);
    corners.map(|c| (x + (c.0 - x) * 1.2, y + (c.1 - y) * 1.2))
}

fn at_scale(picture: &Grey, scale: f32, seen: &mut Seen) {
    let finders = finder::find(picture);
    let mut used = vec![false; finders.len()];
    for (index, finder) in finders.iter().enumerate() {
        used[index] = seen.found.iter().any(|found| inside(&found.corners, (finder.x * scale, finder.y * scale)));
    }
    let mut tries = 0;
    for corners in square::threes(&finders) {
        if corners.of.iter().any(|i| used[*i]) {
            continue;
        }
        tries += 1;
        if tries > TRIES {
            break;
        }
        let Some(attempt) = attempt(picture, &finders, &corners) else { continue };
        let quad = attempt.corners.map(|(x, y)| (x * scale, y * scale));
        match attempt.text {
            Some(text) => {
                for i in corners.of {
                    used[i] = true;
                }
                seen.found.push(Found { text, corners: quad });
            }
            None if attempt.agreed > A_SYMBOL => seen.doubtful.push((quad, attempt.agreed)),
            None => {}
        }
    }
    let lone = finders.iter().zip(&used).filter(|(finder, used)| !**used && square::is_finder(picture, finder));
    let placed = lone.map(|(f, _)| Finder { x: f.x * scale, y: f.y * scale, module: f.module * scale, ..*f });
    seen.lone.extend(placed);
}

struct Attempt {
    text: Option<String>,
    corners: [Point; 4],
    agreed: f32,
}

/// Tries the sizes nearest to what was measured.
fn attempt(picture: &Grey, finders: &[Finder], corners: &Corners) -> Option<Attempt> {
    let nearest = ((corners.side - 17.0) / 4.0).round();
    let mut fits: Vec<_> = [0.0, 1.0, -1.0]
        .iter()
        .filter_map(|more| {
            let version = nearest + more;
            if !(1.0..=12.0).contains(&version) {
                return None;
            }
            let side = version as usize * 4 + 17;
            if !square::alternates(picture, finders, corners, side) {
                return None;
            }
            square::fit(picture, finders, corners, side).map(|(map, agreed)| (map, agreed, side))
        })
        .filter(|(_, agreed, _)| *agreed > MAYBE)
        .collect();
    fits.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (map, agreed, side) = *fits.first()?;
    let text = fits.iter().find_map(|(map, _, side)| modules::decode(picture, map, *side).map(|text| (text, map.corners(*side))));
    Some(match text {
        Some((text, corners)) => Attempt { text: Some(text), corners, agreed },
        None => Attempt { text: None, corners: map.corners(side), agreed },
    })
}

/// Whether a point is in a four-sided figure, whichever way round it is given.
fn inside(corners: &[Point; 4], (x, y): Point) -> bool {
    let side = |i: usize| {
        let (a, b) = (corners[i], corners[(i + 1) % 4]);
        (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0)
    };
    let sides = [side(0), side(1), side(2), side(3)];
    sides.iter().all(|s| *s >= 0.0) || sides.iter().all(|s| *s <= 0.0)
}

fn middle(corners: &[Point; 4]) -> Point {
    (corners.iter().map(|c| c.0).sum::<f32>() / 4.0, corners.iter().map(|c| c.1).sum::<f32>() / 4.0)
}

fn overlap(a: &[Point; 4], b: &[Point; 4]) -> bool {
    inside(a, middle(b)) || inside(b, middle(a)) || b.iter().any(|corner| inside(a, *corner))
}
