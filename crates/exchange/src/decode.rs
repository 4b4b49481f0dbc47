//! Bytes into lines, and lines into characters.

use std::borrow::Cow;

/// One character, and whether it was a byte that is not UTF-8.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Char {
    pub(crate) symbol: char,
    pub(crate) is_guess: bool,
}

/// The bytes without their byte-order mark; UTF-16 (Excel's « Texte Unicode ») as UTF-8.
pub(crate) fn to_bytes(bytes: &[u8]) -> Cow<'_, [u8]> {
    let utf16 = |rest: &[u8], read: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect();
        Cow::Owned(String::from_utf16_lossy(&units).into_bytes())
    };
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => Cow::Borrowed(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => Cow::Borrowed(bytes),
    }
}

/// The lines, without their ends (LF, CR LF, or CR as some scanners send).
pub(crate) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let bytes = rest?;
        let Some(end) = bytes.iter().position(|b| matches!(b, b'\n' | b'\r')) else {
            rest = None;
            return Some(bytes);
        };
        let after = if bytes[end..].starts_with(b"\r\n") { end + 2 } else { end + 1 };
        rest = Some(&bytes[after..]);
        Some(&bytes[..end])
    })
}

/// The characters of a line.
pub(crate) fn line(bytes: &[u8]) -> Vec<Char> {
    let mut out = Vec::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        out.extend(chunk.valid().chars().map(|symbol| Char { symbol, is_guess: false }));
        out.extend(chunk.invalid().iter().map(|byte| Char { symbol: windows_1252(*byte), is_guess: true }));
    }
    out
}

/// The text of a whole file: UTF-8 or UTF-16, and Windows-1252 where it is neither.
pub(crate) fn text(bytes: &[u8]) -> String {
    line(&to_bytes(bytes)).into_iter().map(|c| c.symbol).collect()
}

/// What Windows-1252 has where Latin-1 has controls.
const HIGH: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž', '\u{FFFD}', '\u{FFFD}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}', 'ž', 'Ÿ',
];

/// A text for programs that only know Windows-1252: what it lacks (a syllabic) becomes a question mark.
pub(crate) fn to_windows_1252(text: &str) -> Vec<u8> {
    let byte = |symbol: char| match u8::try_from(symbol) {
        Ok(byte) if !(0x80..=0x9F).contains(&byte) => byte,
        _ => (0x80..).zip(HIGH).find(|(_, high)| *high == symbol && symbol != '\u{FFFD}').map_or(b'?', |(byte, _)| byte),
    };
    text.chars().map(byte).collect()
}

/// A byte as Windows-1252 reads it; the five it leaves undefined as the replacement character.
fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end() {
        let split = |text: &'static str| lines(text.as_bytes()).map(|l| String::from_utf8_lossy(l)).collect::<Vec<_>>();
        assert_eq!(split("a\nb\r\nc\rd\r\n"), ["a", "b", "c", "d", ""]);
        assert_eq!(split("a\r\rb\n\nc"), ["a", "", "b", "", "c"]);
        assert_eq!(split(""), [""]);
    }

    #[test]
    fn windows_bytes_and_back() {
        assert_eq!(to_windows_1252("Œuf d’été – 5 €, ᐊ"), b"\x8Cuf d\x92\xE9t\xE9 \x96 5 \x80, ?");
        assert_eq!(text(&to_windows_1252("Œuf d’été – 5 €")), "Œuf d’été – 5 €");
    }

    #[test]
    fn windows_bytes_are_shown_and_marked() {
        let read = line(b"\xC3\xA9t\xE9 \x9Cuf");
        assert_eq!(read.iter().map(|c| c.symbol).collect::<String>(), "été œuf");
        assert_eq!(read.iter().map(|c| c.is_guess).collect::<Vec<_>>(), [false, false, true, false, true, false, false]);
    }
}
