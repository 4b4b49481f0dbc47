//! Fits a text in a box: breaks lines at spaces and after hyphens, then finds the largest size that holds.

use crate::font::Font;

/// How much room a text has, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    /// Width of the box.
    pub(crate) width: f32,
    /// Lines it may take.
    pub(crate) lines: usize,
    /// Size wished for.
    pub(crate) largest: f32,
    /// Size below which it would not be legible.
    pub(crate) smallest: f32,
}

/// A text broken into lines.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Fitted {
    /// Size in points.
    pub(crate) size: f32,
    /// The lines, in order.
    pub(crate) lines: Vec<String>,
}

/// The pieces of a text that stay together; a break is possible after each.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '\n', '-']).filter(|piece| !piece.trim().is_empty())
}

/// Greedy lines, or none when a single piece is wider than the box.
fn wrap(font: &Font, text: &str, size: f32, width: f32) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces(text) {
        if let Some(line) = lines.last_mut() {
            let joined = format!("{line}{piece}");
            if font.width(joined.trim_end(), size) <= width {
                *line = joined;
                continue;
            }
        }
        if font.width(piece.trim_end(), size) > width {
            return None;
        }
        lines.push(piece.to_owned());
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    Some(lines)
}

/// The largest size, in quarter points, at which the text fits; `None` when even the smallest is too large.
pub(crate) fn fit(font: &Font, text: &str, room: Room) -> Option<Fitted> {
    let mut size = room.largest;
    while size >= room.smallest {
        if let Some(lines) = wrap(font, text, size, room.width).filter(|lines| lines.len() <= room.lines) {
            return Some(Fitted { size, lines: even(font, text, size, room.width, lines) });
        }
        size -= 0.25;
    }
    None
}

/// The same number of lines, of widths as equal as can be: no single word left alone on the last one.
fn even(font: &Font, text: &str, size: f32, width: f32, lines: Vec<String>) -> Vec<String> {
    let (mut best, mut narrow, mut wide) = (lines, 0.0, width);
    for _ in 0..8 {
        let middle = f32::midpoint(narrow, wide);
        match wrap(font, text, size, middle).filter(|lines| lines.len() == best.len()) {
            Some(lines) => (best, wide) = (lines, middle),
            None => narrow = middle,
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::Cut;
    use proptest::prelude::*;

    const ROOM: Room = Room { width: 100.0, lines: 3, largest: 9.0, smallest: 6.0 };

    #[test]
    fn a_short_text_keeps_its_size() {
        let fitted = fit(&Font::load(Cut::Regular), "Marché", ROOM).expect("fits");
        assert_eq!((fitted.size, fitted.lines.as_slice()), (9.0, ["Marché".to_owned()].as_slice()));
    }

    #[test]
    fn a_no_break_space_holds() {
        let fitted = fit(&Font::load(Cut::Regular), "Un deux trois quatre cinq 5\u{a0}$", ROOM).expect("fits");
        assert!(fitted.lines.iter().any(|line| line.contains("5\u{a0}$")));
    }

    #[test]
    fn too_much_is_refused() {
        assert_eq!(fit(&Font::load(Cut::Regular), &"mot ".repeat(100), ROOM), None);
        assert_eq!(fit(&Font::load(Cut::Regular), &"m".repeat(100), ROOM), None);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_box_and_no_letter_is_lost(text in "[a-zéè' -]{0,120}") {
            let font = Font::load(Cut::Bold);
            if let Some(fitted) = fit(&font, &text, ROOM) {
                prop_assert!(fitted.lines.len() <= ROOM.lines);
                for line in &fitted.lines {
                    prop_assert!(font.width(line, fitted.size) <= ROOM.width + 0.001);
                }
                let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
                prop_assert_eq!(letters(&fitted.lines.concat()), letters(&text));
            }
        }
    }
}
