//! Charts as SVG made here: they work without JavaScript, print, and have a table beside them that says
//! the same. Colours come from the style sheet.

use std::fmt::Write;
use text::Lang;

/// A column.
pub(crate) struct Bar {
    pub(crate) label: String,
    pub(crate) value: i64,
    pub(crate) shown: String,
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Columns over time. Empty when there is nothing to show.
pub(crate) fn columns(title: &str, bars: &[Bar]) -> String {
    let most = bars.iter().map(|b| b.value).max().unwrap_or(0);
    if most <= 0 {
        return String::new();
    }
    let (step, height) = (48, 150);
    let count = i64::try_from(bars.len()).unwrap_or(1);
    let width = 16 + step * count;
    let mut svg = format!(
        r#"<svg class="chart" role="img" viewBox="0 0 {width} {}" aria-label="{}"><line class="axis" x1="0" x2="{width}" y1="{}" y2="{}"/>"#,
        height + 44,
        escape(title),
        height + 20,
        height + 20,
    );
    for (index, bar) in (0..).zip(bars) {
        let x = 8 + step * index;
        let tall = (bar.value * height / most).max(1);
        let y = height + 20 - tall;
        let middle = x + step / 2;
        // Every label fits while there are few; beyond, every other.
        let labelled = bars.len() <= 16 || index % 2 == 0;
        let _ = write!(
            svg,
            r#"<rect class="bar" x="{}" y="{y}" width="{}" height="{tall}" rx="3"><title>{} : {}</title></rect>"#,
            x + 5,
            step - 10,
            escape(&bar.label),
            escape(&bar.shown),
        );
        if labelled {
            let _ = write!(svg, r#"<text x="{middle}" y="{}" text-anchor="middle">{}</text>"#, height + 38, escape(&bar.label));
        }
    }
    svg.push_str("</svg>");
    svg
}

/// Horizontal shares: how much of each whole. The names are in the table; here they are on the rows.
pub(crate) fn shares(title: &str, rows: &[(String, u64, u64)], lang: Lang) -> String {
    let rows: Vec<_> = rows.iter().filter(|(_, _, whole)| *whole > 0).collect();
    if rows.is_empty() {
        return String::new();
    }
    let (line, left, wide) = (46, 8, 420);
    let height = line * rows.len() + 6;
    let mut svg = format!(r#"<svg class="chart" role="img" viewBox="0 0 500 {height}" aria-label="{}">"#, escape(title));
    for (index, (name, part, whole)) in rows.iter().enumerate() {
        let y = line * index + 4;
        let filled = u64::try_from(wide).unwrap_or(0) * part / whole;
        let int = |v: u64| i64::try_from(v).unwrap_or(i64::MAX);
        let share = text::percent(lang, int(*part), int(*whole));
        let short: String = if name.chars().count() > 58 { name.chars().take(57).chain(['…']).collect() } else { name.clone() };
        let _ = write!(
            svg,
            r#"<text x="{left}" y="{}">{}</text><rect class="track" x="{left}" y="{}" width="{wide}" height="14" rx="7"/><rect class="bar" x="{left}" y="{}" width="{filled}" height="14" rx="7"/><text class="value" x="{}" y="{}">{}</text>"#,
            y + 14,
            escape(&short),
            y + 20,
            y + 20,
            left + wide + 10,
            y + 32,
            escape(&share),
        );
    }
    svg.push_str("</svg>");
    svg
}
