//! Québec's 104 MRC and equivalent territories as hexagons: an SVG made here, that works without JavaScript, prints,
//! and is said again by a table beside it. Colours come from the style sheet; a mark tells them apart too.

use crate::chart::escape;
use app::domain::territory::{Territory, all};
use std::fmt::Write;

/// Half the width of a hexagon and a quarter of its height, in the drawing's units.
const HALF: i32 = 52;
const QUARTER: i32 = 30;

/// The shade of each region, so that none has its neighbour's.
const SHADES: [u8; 17] = [1, 1, 2, 1, 1, 2, 0, 1, 0, 0, 2, 0, 3, 3, 1, 0, 2];

fn shade(territory: &Territory) -> u8 {
    SHADES.get(usize::from(territory.region).wrapping_sub(1)).copied().unwrap_or(0)
}

/// The middle of a cell.
fn middle(territory: &Territory) -> (i32, i32) {
    let (column, row) = (i32::from(territory.column), i32::from(territory.row));
    (HALF + 2 * HALF * column + HALF * (row % 2) + 4, 2 * QUARTER + 3 * QUARTER * row + 4)
}

/// The map. `class` gives a territory's state, empty for none; `link` where its programme is.
pub(crate) fn svg<'a>(
    title: &str,
    class: impl Fn(&'a Territory) -> &'static str,
    link: impl Fn(&'a Territory) -> Option<String>,
) -> String {
    let wide = all().iter().map(|t| middle(t).0).max().unwrap_or(0) + HALF + 4;
    let tall = all().iter().map(|t| middle(t).1).max().unwrap_or(0) + 2 * QUARTER + 4;
    // Territories without a link are drawn for the eyes: the table says them.
    let (mut links, mut others) = (String::new(), String::new());
    for territory in all() {
        let (x, y) = middle(territory);
        let state = class(territory);
        let (w, q) = (HALF - 2, QUARTER - 1);
        let hexagon = format!(
            r#"<path class="hex r{} {state}" d="M{x} {}l{w} {q}v{}l-{w} {q}-{w}-{q}v-{}z"><title>{} ({})</title></path>"#,
            shade(territory),
            y - 2 * q,
            2 * q,
            2 * q,
            escape(territory.name),
            escape(territory.region_name()),
        );
        let mark = match state {
            "" => String::new(),
            "own" => format!(r#"<circle class="hex-mark" cx="{x}" cy="{y}" r="14"/>"#),
            _ => format!(r#"<path class="hex-mark" d="M{} {y}l14 14 26-30"/>"#, x - 20),
        };
        match link(territory) {
            Some(href) => {
                let _ =
                    write!(links, r#"<a href="{}" aria-label="{}">{hexagon}{mark}</a>"#, escape(&href), escape(territory.name));
            }
            None => others.push_str(&(hexagon + &mark)),
        }
    }
    // A picture holds no links: a map that does is a group of them.
    let role = if links.is_empty() { "img" } else { "group" };
    format!(
        r#"<svg class="hexes" viewBox="0 0 {wide} {tall}" role="{role}" aria-label="{}"><g aria-hidden="true">{others}</g>{links}</svg>"#,
        escape(title)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_regions_have_other_shades() {
        for a in all() {
            for b in all().iter().filter(|b| b.region != a.region) {
                let ((x, y), (z, w)) = (middle(a), middle(b));
                let near = (x - z).pow(2) + (y - w).pow(2) <= (2 * HALF + 2).pow(2);
                assert!(!near || shade(a) != shade(b), "{} and {}", a.name, b.name);
            }
        }
    }

    #[test]
    fn every_territory_is_drawn_and_some_are_links() {
        let drawn =
            svg("a \"b\"", |t| if t.code == "340" { "active" } else { "" }, |t| (t.code == "340").then(|| "/w/x".to_owned()));
        assert_eq!(drawn.matches("<path class=\"hex r").count(), 104);
        assert_eq!(drawn.matches("<a href=\"/w/x\"").count(), 1);
        assert!(drawn.contains("a &quot;b&quot;") && drawn.contains("<title>Portneuf (Capitale-Nationale)</title>"));
        assert!(drawn.len() < 30_000, "{}", drawn.len());
    }
}
