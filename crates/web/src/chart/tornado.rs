//! What matters most: for each thing, how far it moves a sum to one side and to the other.

use super::{WIDE, across, escape};
use std::fmt::Write;

/// A thing that moves the sum: its name, and the sum at its least and at its most.
pub(crate) struct Side {
    pub(crate) label: String,
    pub(crate) low: Option<i64>,
    pub(crate) high: Option<i64>,
}

/// Bars to both sides of a base, each under its words, which wrap. Empty when nothing moves it.
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
    let middle = across(at(base));
    let mut html = format!(r#"<div class="tornado" role="img" aria-label="{}">"#, escape(title));
    for side in sides {
        let _ = write!(html, r#"<p>{}</p><svg class="chart">"#, escape(&side.label));
        for (class, value) in [("k2", side.low), ("k1", side.high)] {
            let Some(value) = value.filter(|value| *value != base) else { continue };
            let (from, until) = (at(value.min(base)), at(value.max(base)));
            let (x, wide) = (across(from), across((until - from).max(20)));
            let _ = write!(html, r#"<rect class="{class}" x="{x}" y="2" width="{wide}" height="16"/>"#);
        }
        let _ = write!(html, r#"<line class="base" x1="{middle}" x2="{middle}" y1="0" y2="20"/></svg>"#);
    }
    html.push_str("</div>");
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_leave_from_the_base() {
        let side = |low, high| Side { label: "<a>".into(), low, high };
        assert_eq!(tornado("x", 5, &[side(Some(5), None)]), "");
        let svg = tornado("x", 50, &[side(Some(0), Some(100)), side(Some(40), None)]);
        assert!(svg.contains(r#"class="k2" x="0.00%" y="2" width="50.00%""#), "{svg}");
        assert!(svg.contains(r#"class="k1" x="50.00%" y="2" width="50.00%""#), "{svg}");
        assert!(svg.contains(r#"class="k2" x="40.00%" y="2" width="10.00%""#) && svg.contains("&lt;a&gt;"), "{svg}");
    }
}
