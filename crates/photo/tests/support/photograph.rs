//! Photographs that nobody took: cards spread on a table, seen by a camera that is not perfect. Seeded: the same
//! numbers make the same picture.

use photo::Grey;

/// What a photograph is like.
#[derive(Clone, Copy)]
pub(crate) struct Scene {
    /// Pixels across and down.
    pub(crate) size: (usize, usize),
    /// Cards in a row and in a column.
    pub(crate) grid: (usize, usize),
    /// Millimetres between cards before they are moved: less than zero, they overlap.
    pub(crate) gap: f64,
    /// Each card is moved by up to so many millimetres each way,
    pub(crate) stir: f64,
    /// and turned by up to so many degrees; one in four is the other way up.
    pub(crate) turn: f64,
    /// Whether a card may hide some of the symbol of another.
    pub(crate) hides: bool,
    /// The whole is turned by so many degrees, at most.
    pub(crate) roll: f64,
    /// How much nearer the camera one side of the table is: 0 for a camera straight above.
    pub(crate) perspective: f64,
    /// Blur, pixels (standard deviation).
    pub(crate) blur: f64,
    /// Light where it is best and where it is worst, from 0 to 1.
    pub(crate) light: (f64, f64),
    /// Noise of the sensor, grey levels (standard deviation).
    pub(crate) noise: f64,
    /// Depth of folds across each card, millimetres.
    pub(crate) crease: f64,
    /// Quality of the JPEG file, to 100.
    pub(crate) quality: u8,
}

/// Width and height of a card, millimetres.
const CARD: (f64, f64) = (88.9, 50.8);

/// Where the symbol is on a card: its middle from the upper left corner, and its side with a little of its quiet zone.
const SYMBOL: (f64, f64, f64) = (76.0, 26.5, 21.5);

/// SplitMix64: small, and the same everywhere.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    /// From 0 to 1.
    fn part(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }
    /// From -1 to 1.
    fn either(&mut self) -> f64 {
        self.part() * 2.0 - 1.0
    }
}

/// A card on the table.
struct Laid {
    centre: (f64, f64),
    cos: f64,
    sin: f64,
    /// Where it is folded, and how.
    phase: f64,
    crease: f64,
}

/// The picture of `cards` in this scene.
pub(crate) fn photograph(cards: &[Grey], scene: &Scene, seed: u64) -> Grey {
    let mut chance = Chance::new(seed);
    let laid = lay(cards.len(), scene, &mut chance);
    let camera = Camera::over(&laid, scene, &mut chance);
    let scale = camera.pixels_a_millimetre();
    // Seen from there, a card has fewer points than on the scan: averaged first, as a lens does.
    let small: Vec<Grey> = cards.iter().map(|card| shrink(card, CARD.0 * scale * 1.6)).collect();
    let mut sharp = vec![0f32; scene.size.0 * scene.size.1];
    let light_from = chance.part() * std::f64::consts::TAU;
    let (lx, ly) = (light_from.cos(), light_from.sin());
    let wood = chance.part() * 100.0;
    for y in 0..scene.size.1 {
        for x in 0..scene.size.0 {
            let mut sum = 0.0;
            for (dx, dy) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
                let at = camera.on_table(x as f64 + dx, y as f64 + dy);
                sum += seen(&small, &laid, at, wood);
            }
            let (nx, ny) = (x as f64 / scene.size.0 as f64 - 0.5, y as f64 / scene.size.1 as f64 - 0.5);
            let along = ((nx * lx + ny * ly) + 0.7) / 1.4;
            let light = scene.light.1 + (scene.light.0 - scene.light.1) * along.clamp(0.0, 1.0);
            sharp[y * scene.size.0 + x] = (sum / 4.0 * light) as f32;
        }
    }
    let blurred = blur(&sharp, scene.size.0, scene.size.1, scene.blur);
    let pixels = blurred
        .iter()
        .map(|v| {
            let noise: f64 = (0..4).map(|_| chance.either()).sum::<f64>() * 0.866 * scene.noise;
            (f64::from(*v) + noise).round().clamp(0.0, 255.0) as u8
        })
        .collect();
    Grey::new(scene.size.0, scene.size.1, pixels).expect("a picture")
}

fn lay(count: usize, scene: &Scene, chance: &mut Chance) -> Vec<Laid> {
    let (wide, high) = (CARD.0 + scene.gap, CARD.1 + scene.gap);
    let mut laid: Vec<Laid> = Vec::new();
    for i in 0..count {
        let (column, row) = ((i % scene.grid.0) as f64, (i / scene.grid.0) as f64);
        let middle = ((column - (scene.grid.0 as f64 - 1.0) / 2.0) * wide, (row - (scene.grid.1 as f64 - 1.0) / 2.0) * high);
        let crease = scene.crease * chance.part();
        let phase = chance.part() * 10.0;
        let over = if chance.part() < 0.25 { std::f64::consts::PI } else { 0.0 };
        let mut room = 1.0;
        loop {
            // Away from those already there, further and further.
            let away = if scene.hides { 0.0 } else { (1.0 - room) * 5.0 };
            let (dx, dy) = (chance.either() * scene.stir * room + away, chance.either() * scene.stir * room + away);
            let angle = chance.either() * scene.turn.to_radians() * room + over;
            let card = Laid { centre: (middle.0 + dx, middle.1 + dy), cos: angle.cos(), sin: angle.sin(), phase, crease };
            if scene.hides || room < 0.05 || !laid.iter().any(|below| card.hides(below) || below.hides(&card)) {
                laid.push(card);
                break;
            }
            room *= 0.93;
        }
    }
    laid
}

impl Laid {
    fn on_card(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (dx, dy) = (x - self.centre.0, y - self.centre.1);
        (dx * self.cos + dy * self.sin, dy * self.cos - dx * self.sin)
    }

    /// Whether this card, on top, would hide some of another's symbol.
    fn hides(&self, below: &Self) -> bool {
        let half = SYMBOL.2 / 2.0;
        (0..=8).flat_map(|i| (0..=8).map(move |j| (i, j))).filter(|(i, j)| i % 8 == 0 || j % 8 == 0).any(|(i, j)| {
            let (u, v) = (
                SYMBOL.0 - CARD.0 / 2.0 + half * (f64::from(i) / 4.0 - 1.0),
                SYMBOL.1 - CARD.1 / 2.0 + half * (f64::from(j) / 4.0 - 1.0),
            );
            let at = (below.centre.0 + u * below.cos - v * below.sin, below.centre.1 + u * below.sin + v * below.cos);
            let (x, y) = self.on_card(at);
            x.abs() < CARD.0 / 2.0 && y.abs() < CARD.1 / 2.0
        })
    }
}

/// From pixels to millimetres on the table: a projective map.
struct Camera([f64; 9], f64);

impl Camera {
    fn over(laid: &[Laid], scene: &Scene, chance: &mut Chance) -> Self {
        let roll = chance.either() * scene.roll.to_radians();
        let lean = chance.part() * std::f64::consts::TAU;
        let reach = laid.iter().map(|l| l.centre.0.abs().max(l.centre.1.abs())).fold(0.0, f64::max) + CARD.0 / 2.0;
        let p = (scene.perspective * lean.cos() / reach, scene.perspective * lean.sin() / reach);
        let seen = |x: f64, y: f64| {
            let (x, y) = (x * roll.cos() - y * roll.sin(), x * roll.sin() + y * roll.cos());
            let depth = 1.0 + p.0 * x + p.1 * y;
            (x / depth, y / depth)
        };
        let mut edges = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
        for l in laid {
            for (sx, sy) in [(-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)] {
                let (dx, dy) = (CARD.0 * sx, CARD.1 * sy);
                let (x, y) = seen(l.centre.0 + dx * l.cos - dy * l.sin, l.centre.1 + dx * l.sin + dy * l.cos);
                edges = [edges[0].min(x), edges[1].min(y), edges[2].max(x), edges[3].max(y)];
            }
        }
        let (w, h) = (scene.size.0 as f64, scene.size.1 as f64);
        let scale = (w * 0.97 / (edges[2] - edges[0])).min(h * 0.97 / (edges[3] - edges[1]));
        let (cx, cy) = (f64::midpoint(edges[0], edges[2]), f64::midpoint(edges[1], edges[3]));
        // table → picture, then turned around.
        let rolled = [roll.cos(), -roll.sin(), 0.0, roll.sin(), roll.cos(), 0.0, 0.0, 0.0, 1.0];
        let leaned = [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, p.0, p.1, 1.0];
        let framed = [scale, 0.0, w / 2.0 - scale * cx, 0.0, scale, h / 2.0 - scale * cy, 0.0, 0.0, 1.0];
        Self(inverse(&times(&framed, &times(&leaned, &rolled))), scale)
    }

    fn pixels_a_millimetre(&self) -> f64 {
        self.1
    }

    fn on_table(&self, x: f64, y: f64) -> (f64, f64) {
        let m = &self.0;
        let depth = m[6] * x + m[7] * y + m[8];
        ((m[0] * x + m[1] * y + m[2]) / depth, (m[3] * x + m[4] * y + m[5]) / depth)
    }
}

fn times(a: &[f64; 9], b: &[f64; 9]) -> [f64; 9] {
    std::array::from_fn(|i| (0..3).map(|k| a[i / 3 * 3 + k] * b[k * 3 + i % 3]).sum())
}

fn inverse(m: &[f64; 9]) -> [f64; 9] {
    let c = |a: usize, b: usize, c: usize, d: usize| m[a] * m[d] - m[b] * m[c];
    let det = m[0] * c(4, 5, 7, 8) - m[1] * c(3, 5, 6, 8) + m[2] * c(3, 4, 6, 7);
    [
        c(4, 5, 7, 8),
        -c(1, 2, 7, 8),
        c(1, 2, 4, 5),
        -c(3, 5, 6, 8),
        c(0, 2, 6, 8),
        -c(0, 2, 3, 5),
        c(3, 4, 6, 7),
        -c(0, 1, 6, 7),
        c(0, 1, 3, 4),
    ]
    .map(|v| v / det)
}

/// What is at a point of the table: the card on top of the others, or wood.
fn seen(cards: &[Grey], laid: &[Laid], (x, y): (f64, f64), wood: f64) -> f64 {
    let reach = f64::midpoint(CARD.0, CARD.1) + 5.0;
    for i in (0..laid.len()).rev() {
        let l = &laid[i];
        let (dx, dy) = (x - l.centre.0, y - l.centre.1);
        if dx.abs() > reach || dy.abs() > reach {
            continue;
        }
        let (mut u, mut v) = l.on_card((x, y));
        let mut shade = 1.0;
        if l.crease > 0.0 {
            let along = (u * 0.11 + v * 0.07 + l.phase).sin();
            let across = (v * 0.13 - u * 0.05 + l.phase * 1.7).sin();
            u += l.crease * along;
            v += l.crease * across;
            shade = 1.0 - 0.12 * l.crease * (u * 0.11 + v * 0.07 + l.phase).cos();
        }
        let (s, t) = (u / CARD.0 + 0.5, v / CARD.1 + 0.5);
        if (0.0..1.0).contains(&s) && (0.0..1.0).contains(&t) {
            return bilinear(&cards[i], s, t) * shade;
        }
    }
    let grain = (y * 0.9 + (x * 0.02 + wood).sin() * 6.0).sin() * 12.0 + (y * 0.21 + wood).sin() * 10.0;
    120.0 + grain
}

fn bilinear(card: &Grey, s: f64, t: f64) -> f64 {
    let (x, y) = ((s * card.width() as f64 - 0.5).max(0.0), (t * card.height() as f64 - 0.5).max(0.0));
    let (x0, y0) = (x as usize, y as usize);
    let (x1, y1) = ((x0 + 1).min(card.width() - 1), (y0 + 1).min(card.height() - 1));
    let (fx, fy) = (x - x0 as f64, y - y0 as f64);
    let p = |x: usize, y: usize| f64::from(card.pixels()[y * card.width() + x]);
    (p(x0, y0) * (1.0 - fx) + p(x1, y0) * fx) * (1.0 - fy) + (p(x0, y1) * (1.0 - fx) + p(x1, y1) * fx) * fy
}

/// The picture made `width` pixels wide, each the mean of what it covers.
pub(crate) fn shrink(from: &Grey, width: f64) -> Grey {
    let ratio = from.width() as f64 / width;
    if ratio <= 1.0 {
        return from.clone();
    }
    let (w, h) = ((from.width() as f64 / ratio).round() as usize, (from.height() as f64 / ratio).round() as usize);
    let (rx, ry) = (from.width() as f64 / w as f64, from.height() as f64 / h as f64);
    let mut pixels = Vec::with_capacity(w * h);
    for y in 0..h {
        for x in 0..w {
            let (x0, x1, y0, y1) = (x as f64 * rx, (x + 1) as f64 * rx, y as f64 * ry, (y + 1) as f64 * ry);
            let (mut sum, mut weight) = (0.0, 0.0);
            for j in y0 as usize..(y1.ceil() as usize).min(from.height()) {
                let wy = (y1.min(j as f64 + 1.0)) - (y0.max(j as f64));
                for i in x0 as usize..(x1.ceil() as usize).min(from.width()) {
                    let wx = (x1.min(i as f64 + 1.0)) - (x0.max(i as f64));
                    sum += f64::from(from.pixels()[j * from.width() + i]) * wx * wy;
                    weight += wx * wy;
                }
            }
            pixels.push((sum / weight).round() as u8);
        }
    }
    Grey::new(w, h, pixels).expect("a picture")
}

fn blur(from: &[f32], w: usize, h: usize, sigma: f64) -> Vec<f32> {
    if sigma <= 0.0 {
        return from.to_vec();
    }
    let reach = (sigma * 3.0).ceil() as isize;
    let mut kernel: Vec<f32> = (-reach..=reach).map(|i| (-((i * i) as f64) / (2.0 * sigma * sigma)).exp() as f32).collect();
    let sum: f32 = kernel.iter().sum();
    for weight in &mut kernel {
        *weight /= sum;
    }
    let pass = |from: &[f32], step: usize, length: usize, start: &dyn Fn(usize) -> usize, lines: usize| {
        let mut to = vec![0f32; w * h];
        for line in 0..lines {
            let s = start(line);
            for i in 0..length {
                let mut sum = 0.0;
                for (k, weight) in kernel.iter().enumerate() {
                    let j = (i as isize + k as isize - reach).clamp(0, length as isize - 1) as usize;
                    sum += from[s + j * step] * weight;
                }
                to[s + i * step] = sum;
            }
        }
        to
    };
    let across = pass(from, 1, w, &|y| y * w, h);
    pass(&across, w, h, &|x| x, w)
}
