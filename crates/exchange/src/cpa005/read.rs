//! The strict reader: what it accepts, any bank's would.

use super::field::{Cursor, ReadError, ReadMistake, number};
use super::file::{File, Kind, Record, Total};
use super::segment::{self, Segment};
use super::{MAX_SEGMENTS, RECORD_LENGTH};
use crate::payment_file::Currency;

/// Reads a file: records separated by CR LF or LF, with or without one after the last, or not at all.
pub fn parse(bytes: &[u8]) -> Result<File, ReadError> {
    let records = split(bytes)?;
    let (Some(first), Some(last)) = (records.first(), records.last()) else {
        return Err(ReadError { record: 1, position: 1, mistake: ReadMistake::OutOfPlace });
    };
    let mut file = read_header(first)?;
    for (index, text) in records.iter().enumerate().take(records.len() - 1).skip(1) {
        let record = read_detail(index + 1, text, &file)?;
        file.records.push(record);
    }
    read_trailer(records.len(), last, &file)?;
    Ok(file)
}

/// The records, each checked to be 1464 printable characters.
fn split(bytes: &[u8]) -> Result<Vec<&str>, ReadError> {
    let is_plain = |b: &u8| (b' '..=b'~').contains(b);
    let has_separators = bytes.contains(&b'\n');
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let pieces: Vec<&[u8]> = if has_separators {
        bytes.split(|b| *b == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line)).collect()
    } else {
        bytes.chunks(RECORD_LENGTH).collect()
    };
    let mut records = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.into_iter().enumerate() {
        let error = |position: usize, mistake| ReadError { record: index + 1, position, mistake };
        if let Some(at) = piece.iter().position(|b| !is_plain(b)) {
            return Err(error(at + 1, ReadMistake::NotAscii));
        }
        if piece.len() != RECORD_LENGTH {
            return Err(error(1, ReadMistake::WrongLength { found: piece.len() }));
        }
        records.push(std::str::from_utf8(piece).map_err(|_| error(1, ReadMistake::NotAscii))?);
    }
    Ok(records)
}

fn read_header(text: &str) -> Result<File, ReadError> {
    let mut cursor = Cursor::new(1, text);
    cursor.expect_text("A", ReadMistake::OutOfPlace)?;
    cursor.expect_number(9, 1, ReadMistake::WrongCount)?;
    let originator_id = cursor.text(10);
    let creation_number = cursor.small(4)?;
    let creation_date = cursor.day()?;
    let data_centre = cursor.digits(5)?;
    // Between the customer and its institution: theirs to fill.
    let _ = cursor.text(20);
    let currency_at = cursor.position();
    let currency = match cursor.text(3).as_str() {
        "CAD" => Currency::Cad,
        "USD" => Currency::Usd,
        _ => return Err(cursor.error_at(currency_at, ReadMistake::UnknownCurrency)),
    };
    cursor.blank(1406)?;
    Ok(File { originator_id, creation_number, creation_date, data_centre, currency, records: Vec::new() })
}

fn read_detail(count: usize, text: &str, file: &File) -> Result<Record, ReadError> {
    let mut cursor = Cursor::new(count, text);
    let letter = cursor.text(1);
    let Some(kind) = Kind::ALL.into_iter().find(|kind| letter.starts_with(kind.letter())) else {
        let mistake = if letter == "A" || letter == "Z" { ReadMistake::OutOfPlace } else { ReadMistake::UnknownType };
        return Err(cursor.error_at(0, mistake));
    };
    cursor.expect_text(&number(count, 9), ReadMistake::WrongCount)?;
    cursor.expect_text(&file.control(), ReadMistake::WrongControl)?;
    let mut segments = Vec::new();
    for _ in 0..MAX_SEGMENTS {
        if cursor.peek(segment::LENGTH).bytes().all(|b| b == b' ') {
            break;
        }
        segments.push(Segment::read(&mut cursor)?);
    }
    // "If one segment is blank, all subsequent segments in that record must be blank."
    let rest = cursor.position();
    if segments.is_empty() || cursor.blank(RECORD_LENGTH - rest).is_err() {
        return Err(cursor.error_at(rest, ReadMistake::BlankSegment));
    }
    Ok(Record { kind, segments })
}

fn read_trailer(count: usize, text: &str, file: &File) -> Result<(), ReadError> {
    let mut cursor = Cursor::new(count, text);
    cursor.expect_text("Z", ReadMistake::OutOfPlace)?;
    cursor.expect_text(&number(count, 9), ReadMistake::WrongCount)?;
    cursor.expect_text(&file.control(), ReadMistake::WrongControl)?;
    let nothing = Total::default();
    for total in [file.debits(), file.credits(), nothing, nothing] {
        cursor.expect_number(14, total.cents, ReadMistake::WrongTotal)?;
        cursor.expect_number(8, total.count, ReadMistake::WrongTotal)?;
    }
    cursor.blank(1352)
}
