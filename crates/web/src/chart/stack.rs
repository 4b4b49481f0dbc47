//! What a whole is made of, year after year.

use super::{GROUND, LEFT, TALL, WIDE, across, escape, label_class, round_up};
use std::fmt::Write;
use text::Lang;

/// A column: its label, and its parts from the ground up, each in the colour of its class.
pub(crate) struct Stack {
    pub(crate) label: String,
    pub(crate) parts: Vec<(&'static str, u64)>,
}

/// Stacked columns, in whole units. Empty when there is nothing to show.
pub(crate) fn stacks(title: &str, stacks: &[Stack], lang: Lang) -> String {
    let most = stacks.iter().map(|stack| stack.parts.iter().map(|(_, value)| value).sum()).max().unwrap_or(0);
    if most == 0 {
        return String::new();
    }
    let top = round_up(most);
    let tall = |value: u64| u64::try_from(u128::from(value) * u128::from(TALL) / u128::from(top)).unwrap_or(TALL);
    let mut svg = format!(r#"<svg class="chart" role="img" aria-label="{}">"#, escape(title));
    for part in [0, 1, 2] {
        let y = GROUND - TALL * part / 2;
        let _ = write!(svg, r#"<line class="grid" x1="0" x2="100%" y1="{y}" y2="{y}"/>"#);
        if part > 0 {
            let value = text::number(lang, i64::try_from(top / 2 * part).unwrap_or(i64::MAX));
            let _ = write!(svg, r#"<text x="0" y="{}">{value}</text>"#, y - 4);
        }
    }
    let left = LEFT * 2;
    let count = u64::try_from(stacks.len()).unwrap_or(1).max(1);
    let step = (WIDE - left) / count;
    for (index, stack) in (0..).zip(stacks) {
        let x = left + step * index;
        let mut until = 0;
        for (class, value) in &stack.parts {
            let (low, high) = (tall(until), tall(until + value));
            until += value;
            if high > low {
                let _ = write!(
                    svg,
                    r#"<rect class="{class}" x="{}" y="{}" width="{}" height="{}"/>"#,
                    across(x + step * 15 / 100),
                    GROUND - high,
                    across(step * 70 / 100),
                    high - low,
                );
            }
        }
        let Some(class) = label_class(index, count) else { continue };
        let _ = write!(
            svg,
            r#"<text{class} x="{}" y="{}" text-anchor="middle">{}</text>"#,
            across(x + step / 2),
            GROUND + 20,
            escape(&stack.label)
        );
    }
    svg.push_str("</svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_on_one_another() {
        assert_eq!(stacks("x", &[], Lang::Fr), "");
        let stack = Stack { label: "<2027>".into(), parts: vec![("k1", 100), ("k2", 0), ("gap", 100)] };
        let svg = stacks("x", &[stack], Lang::Fr);
        assert!(svg.contains(r#"class="k1" x="25.20%" y="104" width="61.60%" height="80""#), "{svg}");
        assert!(svg.contains(r#"class="gap" x="25.20%" y="24""#) && !svg.contains("k2"), "{svg}");
        assert!(svg.contains("&lt;2027&gt;"), "{svg}");
    }
}
