//! What a PDF would unpack to, measured before anything unpacks it: a few kilobytes can hold gigabytes.
//!
//! The streams of a document are found by their words alone, whatever its tables say, so that nothing is hidden in
//! a stream that only the tables know.

use crate::file::Unopened;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_PARSE_ZLIB_HEADER};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// A picture inside may have more pixels than a photograph: black and white at 600 dots an inch.
const MOST_PIXELS: u64 = 64_000_000;
/// Bytes that one stream may unpack to: such a picture in colour.
const MOST_OF_ONE: usize = 3 * 64_000_000;
/// Bytes that all of them may unpack to: fifty such pages, at half that density.
const MOST_OF_ALL: usize = 1_600_000_000;
/// How far before a stream its dictionary may begin.
const DICTIONARY: usize = 2_000;

/// Refuses a document that is locked, or that would unpack to too much.
pub(crate) fn measure(bytes: &[u8]) -> Result<(), Unopened> {
    if find(bytes, b"/Encrypt").is_some() {
        return Err(Unopened::Locked);
    }
    let (mut all, mut at) = (0, 0);
    while let Some(found) = find(&bytes[at..], b"stream") {
        let word = at + found;
        at = word + b"stream".len();
        if bytes[..word].ends_with(b"end") {
            continue;
        }
        let before = &bytes[word.saturating_sub(DICTIONARY)..word];
        let dictionary = &before[last(before, b" obj").unwrap_or(0)..];
        let body = bytes[at..].strip_prefix(b"\r\n").or_else(|| bytes[at..].strip_prefix(b"\n")).unwrap_or(&bytes[at..]);
        let size = match (number(dictionary, b"/Width"), number(dictionary, b"/Height")) {
            (Some(width), Some(height)) => width.saturating_mul(height),
            _ => 0,
        };
        if size > MOST_PIXELS || inside(dictionary, body) > MOST_PIXELS {
            return Err(Unopened::TooManyPixels);
        }
        all += match deflated(dictionary) {
            0 => 0,
            1 => unpacked(body).ok_or(Unopened::TooManyPixels)?,
            _ => return Err(Unopened::TooManyPixels),
        };
        if all > MOST_OF_ALL {
            return Err(Unopened::TooManyPixels);
        }
    }
    Ok(())
}

/// How many times a stream is packed; packings that hide a thousand times their size in one step count as two.
fn deflated(dictionary: &[u8]) -> usize {
    let count = |word: &[u8]| dictionary.windows(word.len()).filter(|w| *w == word).count();
    count(b"/FlateDecode") + count(b"/Fl ") + count(b"/Fl]") + count(b"/Fl/") + 2 * (count(b"/LZW") + count(b"/RunLengthDecode"))
}

/// What a stream unpacks to, bytes; `None` past the limit.
fn unpacked(body: &[u8]) -> Option<usize> {
    // A window that is written over and over: only how much there is matters.
    const WINDOW: usize = 64 * 1024;
    let (mut machine, mut window) = (Box::<DecompressorOxide>::default(), vec![0; WINDOW]);
    let (mut input, mut place, mut total) = (body, 0, 0usize);
    loop {
        let flags = TINFL_FLAG_PARSE_ZLIB_HEADER | TINFL_FLAG_HAS_MORE_INPUT;
        let (status, read, written) = decompress(&mut machine, input, &mut window, place, flags);
        input = &input[read..];
        place = (place + written) % WINDOW;
        total += written;
        if total > MOST_OF_ONE {
            return None;
        }
        if status != TINFLStatus::HasMoreOutput {
            return Some(total);
        }
    }
}

/// Pixels that a JPEG 2000 picture says it has, in itself.
fn inside(dictionary: &[u8], body: &[u8]) -> u64 {
    if find(dictionary, b"/JPXDecode").is_none() {
        return 0;
    }
    let Some(at) = find(body, &[0xFF, 0x4F, 0xFF, 0x51]) else { return 0 };
    let side =
        |from: usize| body.get(at + from..at + from + 4).map_or(0, |b| u64::from(u32::from_be_bytes([b[0], b[1], b[2], b[3]])));
    side(8).saturating_mul(side(12))
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let first = word[0];
    let mut at = 0;
    while let Some(next) = bytes.get(at..)?.iter().position(|b| *b == first) {
        if bytes[at + next..].starts_with(word) {
            return Some(at + next);
        }
        at += next + 1;
    }
    None
}

fn last(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|w| w == word)
}

/// The number after a name of a dictionary.
fn number(dictionary: &[u8], name: &[u8]) -> Option<u64> {
    let after = &dictionary[find(dictionary, name)? + name.len()..];
    let digits: String =
        after.iter().copied().skip_while(u8::is_ascii_whitespace).take_while(u8::is_ascii_digit).map(char::from).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib;

    fn document(filter: &str, size: usize) -> Vec<u8> {
        let packed = compress_to_vec_zlib(&vec![0; size], 6);
        let head = format!("%PDF-1.7\n1 0 obj\n<< /Type /XObject /Filter {filter} /Length {} >>\nstream\n", packed.len());
        [head.as_bytes(), &packed, b"\nendstream\nendobj\n"].concat()
    }

    #[test]
    fn what_unpacks_to_a_page_is_let_in() {
        assert_eq!(measure(&document("/FlateDecode", 8_000_000)), Ok(()));
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_opened() {
        assert_eq!(measure(&document("/FlateDecode", MOST_OF_ONE + 1)), Err(Unopened::TooManyPixels));
        assert_eq!(measure(&document("[/FlateDecode /FlateDecode]", 10)), Err(Unopened::TooManyPixels));
        assert_eq!(measure(&document("/RunLengthDecode", 10)), Err(Unopened::TooManyPixels));
        let many = document("/FlateDecode", MOST_OF_ONE - 1).repeat(10);
        assert_eq!(measure(&many), Err(Unopened::TooManyPixels));
        assert_eq!(measure(b"1 0 obj << /Width 100000 /Height 100000 >> stream"), Err(Unopened::TooManyPixels));
        assert_eq!(measure(b"trailer << /Encrypt 5 0 R >>"), Err(Unopened::Locked));
    }
}
