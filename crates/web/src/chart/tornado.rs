//! What matters most: for each thing, how far it moves a sum to one side and to the other.

use super::{WIDE, across, escape};
use std::fmt::Write;

/// A thing that moves the sum: its name, and the sum at its least and at its most.
pub(crate) struct Side {
    pub(crate) label: String,
    pub(crate) low: Option<i64>,
    pub(crate) high: Option<i64>,
}

/// Height of a line, with its words above its bar, pixels.
const LINE: u64 = 44;

/// Bars to both sides of a base. Empty when nothing moves it.
pub(crate) fn tornado(title: &str, base: i64, sides: &[Side]) -> String {
    let all = || sides.iter().flat_map(|side| [side.low, side.high]).flatten().chain([base]);
    let (least, most) = (all().min().unwrap_or(base), all().max().unwrap_or(base));
    if most == least {
        return String::new();
    }
    let at = |value: i64| {
        let part = i128::from(value) - i128::from(least);
        u64::try_from(part * i128::from(WIDE) / (i128::from(most) - i128::from(least))).unwrap_or(WIDE)
    };
    let tall = LINE * u64::try_from(sides.len()).unwrap_or(1) + 4;
    let middle = across(at(base));
    let mut svg = format!(r#"<svg class="chart tornado" role="img" aria-label="{}" height="{tall}">"#, escape(title));
    for (index, side) in (0..).zip(sides) {
        let y = LINE * index;
        let _ = write!(svg, r#"<text x="0" y="{}">{}</text>"#, y + 14, escape(&side.label));
        for (class, value) in [("k2", side.low), ("k1", side.high)] {
            let Some(value) = value.filter(|value| *value != base) else { continue };
            let (from, until) = (at(value.min(base)), at(value.max(base)));
            let (x, wide) = (across(from), across((until - from).max(20)));
            let _ = write!(svg, r#"<rect class="{class}" x="{x}" y="{}" width="{wide}" height="16"/>"#, y + 20);
        }
    }
    let _ = write!(svg, r#"<line class="base" x1="{middle}" x2="{middle}" y1="18" y2="{tall}"/></svg>"#);
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_leave_from_the_base() {
        let side = |low, high| Side { label: "<a>".into(), low, high };
        assert_eq!(tornado("x", 5, &[side(Some(5), None)]), "");
        let svg = tornado("x", 50, &[side(Some(0), Some(100)), side(Some(40), None)]);
        assert!(svg.contains(r#"class="k2" x="0.00%" y="20" width="50.00%""#), "{svg}");
        assert!(svg.contains(r#"class="k1" x="50.00%" y="20" width="50.00%""#), "{svg}");
        assert!(svg.contains(r#"class="k2" x="40.00%" y="64" width="10.00%""#) && svg.contains("&lt;a&gt;"), "{svg}");
    }
}
