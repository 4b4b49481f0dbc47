//! Places as points on a plain map: no tiles, no outline, only where each is from the others, with a scale and the
//! north. Labels are numbers beside the points and never lie on one another; the list beside the map says the names.

use crate::chart::escape;
use crate::page::Shell;
use app::domain::place::Point;
use std::fmt::Write;

/// A place on the map.
pub(crate) struct Dot {
    /// Its number in the list.
    pub(crate) number: usize,
    pub(crate) name: String,
    pub(crate) point: Point,
}

/// The drawing, in its own units.
const WIDE: i64 = 600;
const TALL: i64 = 400;
const MARGIN: i64 = 40;
/// The radius of a numbered label: two of them are never nearer than its double.
const RADIUS: i64 = 13;
/// A degree of latitude, metres.
const DEGREE: i64 = 111_200;

/// Cosine of a latitude in thousandths, by Bhaskara's formula: to a thousandth or two, and without floats.
fn cosine(micro_degrees: i64) -> i64 {
    let degrees = micro_degrees.abs() / 1_000;
    let square = degrees * degrees;
    let whole = 180_000 * 180_000;
    1_000 * (whole - 4 * square) / (whole + square)
}

/// East and south of a corner, metres.
fn metres(point: Point, corner: (i64, i64), cosine: i64) -> (i64, i64) {
    let east = (i64::from(point.longitude) - corner.0) * DEGREE / 1_000_000 * cosine / 1_000;
    let south = (corner.1 - i64::from(point.latitude)) * DEGREE / 1_000_000;
    (east, south)
}

/// The longest round distance that fits, metres: 1, 2 or 5 and zeros.
fn round_down(most: i64) -> i64 {
    let mut best = 100;
    let mut ten = 100;
    while ten <= most {
        best = [ten, 2 * ten, 5 * ten].into_iter().filter(|d| *d <= most).max().unwrap_or(best);
        ten *= 10;
    }
    best
}

/// Moves labels apart: each looks for the nearest free room around its point.
fn labels(points: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut taken: Vec<(i64, i64)> = Vec::new();
    let far = |a: (i64, i64), b: (i64, i64), least: i64| (a.0 - b.0).pow(2) + (a.1 - b.1).pow(2) >= least * least;
    for point in points {
        let rings = [(0, 0)].into_iter().chain((1..20).flat_map(|ring| {
            [(1, 0), (0, -1), (-1, 0), (0, 1), (1, -1), (-1, -1), (-1, 1), (1, 1)].map(|(x, y)| (x * ring * 14, y * ring * 14))
        }));
        let free = rings.map(|(x, y)| (point.0 + x, point.1 + y)).find(|spot| {
            let inside = (RADIUS..=WIDE - RADIUS).contains(&spot.0) && (RADIUS..=TALL - 30 - RADIUS).contains(&spot.1);
            inside && taken.iter().all(|other| far(*spot, *other, 2 * RADIUS + 2))
        });
        taken.push(free.unwrap_or(*point));
    }
    taken
}

/// The map; nothing when no place has coordinates.
pub(crate) fn svg(s: &Shell, dots: &[Dot]) -> String {
    let longitudes = || dots.iter().map(|d| i64::from(d.point.longitude));
    let latitudes = || dots.iter().map(|d| i64::from(d.point.latitude));
    let (Some(west), Some(north), Some(south)) = (longitudes().min(), latitudes().max(), latitudes().min()) else {
        return String::new();
    };
    let cosine = cosine(i64::midpoint(north, south)).max(1);
    let places: Vec<(i64, i64)> = dots.iter().map(|d| metres(d.point, (west, north), cosine)).collect();
    let (across, down) = (places.iter().map(|p| p.0).max().unwrap_or(0), places.iter().map(|p| p.1).max().unwrap_or(0));
    // Metres a unit: whichever side is fuller; one place alone is shown in a square of some kilometres.
    let (room_x, room_y) = (WIDE - 2 * MARGIN, TALL - 2 * MARGIN - 20);
    let scale = (across / room_x).max(down / room_y).max(8) + 1;
    let (left, top) = ((WIDE - across / scale) / 2, (TALL - 20 - down / scale) / 2);
    let points: Vec<(i64, i64)> = places.iter().map(|(x, y)| (left + x / scale, top + y / scale)).collect();
    let mut svg = format!(
        r#"<svg class="points" viewBox="0 0 {WIDE} {TALL}" role="img" aria-label="{}"><rect class="ground" width="{WIDE}" height="{TALL}" rx="12"/>"#,
        escape(&s.t("map-points-alt"))
    );
    for (dot, (point, label)) in dots.iter().zip(points.iter().zip(labels(&points))) {
        if *point != label {
            let _ = write!(
                svg,
                r#"<path class="lead-line" d="M{} {}L{} {}"/><circle class="dot" cx="{0}" cy="{1}" r="4"/>"#,
                point.0, point.1, label.0, label.1
            );
        }
        let _ = write!(
            svg,
            r#"<g><title>{}</title><circle class="pin" cx="{}" cy="{}" r="{RADIUS}"/><text x="{1}" y="{}" text-anchor="middle">{}</text></g>"#,
            escape(&dot.name),
            label.0,
            label.1,
            label.1 + 5,
            dot.number
        );
    }
    let bar = round_down(scale * WIDE / 4);
    let words = if bar < 1_000 { format!("{bar} m") } else { s.w("map-scale", "km", (bar / 1_000).to_string()) };
    let (y, end) = (TALL - 14, 20 + bar / scale);
    let _ = write!(
        svg,
        r#"<path class="scale" d="M20 {}v8h{}v-8"/><text x="{}" y="{}">{words}</text><path class="scale" d="M{5} {6}v-22m-6 7 6-7 6 7"/><text x="{7}" y="{3}" text-anchor="end">{}</text></svg>"#,
        y - 8,
        end - 20,
        end + 8,
        y,
        escape(&s.t("map-north")),
        WIDE - 20,
        y,
        WIDE - 34,
    );
    svg
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::Lang;

    fn dot(number: usize, latitude: i32, longitude: i32) -> Dot {
        Dot { number, name: "Marché <b>".into(), point: Point { latitude, longitude } }
    }

    #[test]
    fn cosines_are_near_enough() {
        for (degrees, thousandths) in [(0i64, 1_000i64), (45, 707), (47, 682), (60, 500), (90, 0)] {
            assert!((cosine(degrees * 1_000_000) - thousandths).abs() <= 2, "{degrees}");
        }
    }

    #[test]
    fn labels_never_lie_on_one_another() {
        let points: Vec<(i64, i64)> = (0..12).map(|n| (100 + n % 3, 100 + n / 3)).collect();
        let placed = labels(&points);
        for (index, a) in placed.iter().enumerate() {
            for b in &placed[..index] {
                let apart = (a.0 - b.0).pow(2) + (a.1 - b.1).pow(2);
                assert!(apart >= (2 * RADIUS).pow(2), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn a_map_has_its_points_a_scale_and_no_names_unescaped() {
        let s = Shell::outside(Lang::Fr, "nav-places", "/", None);
        assert_eq!(svg(&s, &[]), "");
        // Rimouski and La Pocatière: about 140 km apart.
        let map = svg(&s, &[dot(1, 48_449_000, -68_523_000), dot(2, 47_366_000, -70_034_000)]);
        assert!(map.contains("Marché &lt;b&gt;") && map.contains("50\u{a0}km"), "{map}");
        let alone = svg(&s, &[dot(1, 47_000_000, -70_000_000)]);
        assert!(alone.contains("<circle class=\"pin\"") && alone.contains("km"), "{alone}");
    }
}
