//! Charts as SVG made here: they work without JavaScript, print, and have a table beside them that says
//! the same. Positions across are percentages, so that a chart fits any width and its letters stay the
//! size of the page's. Colours come from the style sheet.

mod stack;
mod tornado;

pub(crate) use stack::{Stack, stacks};
use std::fmt::Write;
use text::Lang;
pub(crate) use tornado::{Side, tornado};

/// A column: a wider bar behind, a narrower one in front.
pub(crate) struct Column {
    pub(crate) label: String,
    pub(crate) behind: u64,
    pub(crate) front: u64,
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Where the columns stand, and how much room they have, pixels.
const GROUND: u64 = 184;
const TALL: u64 = 160;
/// The whole width, in hundredths of a percent.
const WIDE: u64 = 10_000;
/// More labels than this run into one another.
const MOST_LABELS: u64 = 13;
/// Columns begin here, to leave room for the figures of the scale.
const LEFT: u64 = 600;

/// Hundredths of a percent, as SVG writes them.
fn across(hundredths: u64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// The next round number that has a round half: 1, 2, 4, 6 or 8 and zeros.
fn round_up(most: u64) -> u64 {
    let mut ten = 1u64;
    loop {
        for step in [1, 2, 4, 6, 8] {
            match ten.checked_mul(step) {
                Some(round) if round >= most => return round,
                Some(_) => {}
                None => return u64::MAX,
            }
        }
        ten = ten.saturating_mul(10);
    }
}

/// How a label of so many is shown, counted from the last: at most thirteen where there is room, a fourth of them on a
/// narrow screen; none where it is left out.
fn label_class(index: u64, count: u64) -> Option<&'static str> {
    let from_last = count - 1 - index;
    let every = count.div_ceil(MOST_LABELS);
    from_last.is_multiple_of(every).then(|| match from_last / every {
        n if n % 4 == 0 => "",
        n if n % 2 == 0 => " class=\"room\"",
        _ => " class=\"more room\"",
    })
}

/// Columns over time. Empty when there is nothing to show.
pub(crate) fn columns(title: &str, columns: &[Column], lang: Lang) -> String {
    let most = columns.iter().map(|c| c.behind.max(c.front)).max().unwrap_or(0);
    if most == 0 {
        return String::new();
    }
    let top = round_up(most);
    let tall = |value: u64| {
        let pixels = u128::from(value) * u128::from(TALL) / u128::from(top);
        u64::try_from(pixels).unwrap_or(TALL).max(u64::from(value > 0))
    };
    let mut svg = format!(r#"<svg class="chart" role="img" aria-label="{}">"#, escape(title));
    for part in [0, 1, 2] {
        let y = GROUND - TALL * part / 2;
        let _ = write!(svg, r#"<line class="grid" x1="0" x2="100%" y1="{y}" y2="{y}"/>"#);
        if part > 0 && (top * part).is_multiple_of(2) {
            let value = text::number(lang, i64::try_from(top / 2 * part).unwrap_or(i64::MAX));
            // Nothing stands above the top line; the middle figure needs room beside the columns.
            let class = if part == 1 { " class=\"room\"" } else { "" };
            let _ = write!(svg, r#"<text{class} x="0" y="{}">{value}</text>"#, y - 4);
        }
    }
    let count = u64::try_from(columns.len()).unwrap_or(1).max(1);
    let step = (WIDE - LEFT) / count;
    for (index, column) in (0..).zip(columns) {
        let x = LEFT + step * index;
        let mut bar = |class: &str, value: u64, inset: u64| {
            let height = tall(value);
            let _ = write!(
                svg,
                r#"<rect class="{class}" x="{}" y="{}" width="{}" height="{height}"/>"#,
                across(x + step * inset / 100),
                GROUND - height,
                across(step * (100 - 2 * inset) / 100),
            );
        };
        bar("handed", column.behind, 10);
        bar("used", column.front, 28);
        let Some(class) = label_class(index, count) else { continue };
        let _ = write!(
            svg,
            r#"<text{class} x="{}" y="{}" text-anchor="middle">{}</text>"#,
            across(x + step / 2),
            GROUND + 20,
            escape(&column.label)
        );
    }
    svg.push_str("</svg>");
    svg
}

/// Amounts until a moment: where it stands across, in hundredths of a week, and how much.
pub(crate) type Until = (u64, u64);

/// What drawn seasons say of a moment: where it stands, and five amounts, lowest first.
pub(crate) type Five = (u64, [u64; 5]);

/// What was, a fan of what may be, and a level that matters.
pub(crate) struct Fan {
    pub(crate) was: Vec<Until>,
    pub(crate) may_be: Vec<Five>,
    pub(crate) level: Option<u64>,
    /// One a week.
    pub(crate) labels: Vec<String>,
}

/// A fan over weeks, amounts in cents. Empty when there is nothing to show.
pub(crate) fn fan(title: &str, fan: &Fan, lang: Lang) -> String {
    let weeks = u64::try_from(fan.labels.len()).unwrap_or(0);
    let most = fan.was.iter().map(|(_, value)| *value).chain(fan.may_be.iter().map(|(_, five)| five[4])).max().unwrap_or(0);
    if most == 0 || weeks == 0 {
        return String::new();
    }
    // A level far above says nothing that the sentence does not say.
    let level = fan.level.filter(|level| *level <= most.saturating_mul(2));
    let top = round_up(most.max(level.unwrap_or(0)).div_ceil(100)).saturating_mul(100);
    let share = |part: u64, whole: u64, of: u64| {
        u64::try_from(u128::from(part.min(whole)) * u128::from(of) / u128::from(whole.max(1))).unwrap_or(of)
    };
    let point = |at: u64, value: u64| format!("{},{}", share(at, weeks * 100, 1_000), TALL - share(value, top, TALL));
    let mut svg = format!(r#"<svg class="chart" role="img" aria-label="{}">"#, escape(title));
    for part in [0, 1, 2] {
        let y = GROUND - TALL * part / 2;
        let _ = write!(svg, r#"<line class="grid" x1="0" x2="100%" y1="{y}" y2="{y}"/>"#);
        if part > 0 {
            let dollars = text::number(lang, i64::try_from(top / 200 * part).unwrap_or(i64::MAX));
            let _ = write!(svg, r#"<text x="0" y="{}">{dollars}</text>"#, y - 4);
        }
    }
    let _ = write!(
        svg,
        r#"<svg x="{}" y="{}" width="{}" height="{TALL}" viewBox="0 0 1000 {TALL}" preserveAspectRatio="none">"#,
        across(LEFT),
        GROUND - TALL,
        across(WIDE - LEFT)
    );
    for (class, low, high) in [("outer", 0, 4), ("inner", 1, 3)] {
        let above = fan.may_be.iter().map(|(at, five)| point(*at, five[high]));
        let below = fan.may_be.iter().rev().map(|(at, five)| point(*at, five[low]));
        let points: Vec<String> = above.chain(below).collect();
        let _ = write!(svg, r#"<polygon class="{class}" points="{}"/>"#, points.join(" "));
    }
    let lines = [
        ("median", fan.may_be.iter().map(|(at, five)| point(*at, five[2])).collect::<Vec<_>>()),
        ("past", fan.was.iter().map(|(at, value)| point(*at, *value)).collect()),
    ];
    for (class, points) in lines {
        let _ = write!(svg, r#"<polyline class="{class}" points="{}"/>"#, points.join(" "));
    }
    svg.push_str("</svg>");
    if let Some(level) = level {
        let y = GROUND - share(level, top, TALL);
        let _ = write!(svg, r#"<line class="level" x1="{}" x2="100%" y1="{y}" y2="{y}"/>"#, across(LEFT));
    }
    let step = (WIDE - LEFT) / weeks;
    for (index, label) in (0..).zip(&fan.labels) {
        let Some(class) = label_class(index, weeks) else { continue };
        let x = across(LEFT + step * index + step / 2);
        let _ = write!(svg, r#"<text{class} x="{x}" y="{}" text-anchor="middle">{}</text>"#, GROUND + 20, escape(label));
    }
    svg.push_str("</svg>");
    svg
}

/// A part of a whole, beside its name and its percentage: the bar itself says nothing to a screen reader.
pub(crate) fn share(part: u64, whole: u64) -> String {
    let filled = if whole == 0 {
        0
    } else {
        u64::try_from(u128::from(WIDE) * u128::from(part.min(whole)) / u128::from(whole)).unwrap_or(WIDE)
    };
    format!(
        r#"<svg class="bar" aria-hidden="true"><rect class="track" width="100%" height="100%"/><rect class="used" width="{}" height="100%"/></svg>"#,
        across(filled)
    )
}

/// Parts of a whole, one after another, each in its colour; what is left over is the track.
pub(crate) fn parts(parts: &[(&str, i64)], whole: i64) -> String {
    let positive = |value: i64| u64::try_from(value).unwrap_or(0);
    let sum = parts.iter().map(|(_, value)| positive(*value)).sum::<u64>();
    let whole = positive(whole).max(sum).max(1);
    let mut svg = r#"<svg class="bar thick" aria-hidden="true"><rect class="track" width="100%" height="100%"/>"#.to_owned();
    let mut x = 0;
    for (class, value) in parts {
        let wide = u64::try_from(u128::from(WIDE) * u128::from(positive(*value)) / u128::from(whole)).unwrap_or(0);
        if wide > 0 {
            let _ = write!(svg, r#"<rect class="{class}" x="{}" width="{}" height="100%"/>"#, across(x), across(wide));
        }
        x += wide;
    }
    svg.push_str("</svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_is_round() {
        for (most, top) in [(1, 1), (2, 2), (3, 4), (9, 10), (11, 20), (201, 400), (u64::MAX, u64::MAX)] {
            assert_eq!(round_up(most), top);
        }
    }

    #[test]
    fn nothing_to_show_is_no_chart() {
        assert_eq!(columns("x", &[], Lang::Fr), "");
        let column = Column { label: "07-07".into(), behind: 0, front: 0 };
        assert_eq!(columns("x", &[column], Lang::Fr), "");
    }

    #[test]
    fn titles_and_labels_are_escaped() {
        let column = Column { label: "<b>".into(), behind: 4, front: 2 };
        let svg = columns("a \"b\" & c", &[column], Lang::Fr);
        assert!(svg.contains("a &quot;b&quot; &amp; c") && svg.contains("&lt;b&gt;") && !svg.contains("<b>"), "{svg}");
    }

    #[test]
    fn a_fan_has_its_bands_and_its_level() {
        let none = Fan { was: Vec::new(), may_be: Vec::new(), level: Some(5), labels: vec!["<1>".into()] };
        assert_eq!(fan("x", &none, Lang::Fr), "");
        let some =
            Fan { was: vec![(0, 0), (100, 20_000)], may_be: vec![(100, [20_000; 5]), (200, [1, 2, 3, 4, 40_000])], ..none };
        let svg = fan("x", &Fan { labels: vec!["<1>".into(), "2".into()], ..some }, Lang::Fr);
        assert!(svg.contains(r#"<polygon class="outer" points="500,80 1000,0 1000,160 500,80"/>"#), "{svg}");
        assert!(svg.contains(r#"<polyline class="past" points="0,160 500,80"/>"#) && svg.contains("&lt;1&gt;"), "{svg}");
        assert!(svg.contains(r#"class="level""#) && svg.contains(">400<"), "{svg}");
    }

    #[test]
    fn shares_stay_within_the_whole() {
        assert!(share(3, 4).contains("75.00%"));
        assert!(share(0, 0).contains("\"0.00%\""));
        assert!(share(9, 4).contains("100.00%"));
        let bar = parts(&[("k1", 250), ("k2", -5), ("k3", 500)], 1_000);
        assert!(
            bar.contains(r#"class="k1" x="0.00%" width="25.00%""#) && bar.contains(r#"class="k3" x="25.00%" width="50.00%""#),
            "{bar}"
        );
    }
}
