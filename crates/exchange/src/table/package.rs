//! What is inside a zipped spreadsheet, measured before anything reads it: a few kilobytes can unpack to gigabytes.

use super::TableProblem;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most that a file may unpack to.
const MAX_UNPACKED: u64 = 64 * 1024 * 1024;

/// The most files a spreadsheet is made of.
const MAX_PARTS: usize = 1_000;

/// A spreadsheet.
pub(super) enum Package {
    /// Excel's.
    Xlsx {
        /// Its days are counted from 1904, as old Macs did.
        is_1904: bool,
    },
    /// LibreOffice's.
    Ods {
        /// Its cells.
        content: Vec<u8>,
    },
}

/// Measures a zipped file by unpacking it, because what it says of its own size may be a lie, and tells what it is.
pub(super) fn open(bytes: &[u8]) -> Result<Package, TableProblem> {
    let broken = |_| TableProblem::NotATable;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > MAX_PARTS {
        return Err(TableProblem::TooLarge);
    }
    let mut left = MAX_UNPACKED;
    let (mut workbook, mut content) = (None, None);
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(broken)?;
        let name = part.name().to_owned();
        let mut unpacked = Vec::new();
        let mut part = part.take(left + 1);
        let size = match name.as_str() {
            "content.xml" | "xl/workbook.xml" => part.read_to_end(&mut unpacked).map(|size| size as u64),
            _ => std::io::copy(&mut part, &mut std::io::sink()),
        };
        let size = size.map_err(|_| TableProblem::NotATable)?;
        left = left.checked_sub(size).ok_or(TableProblem::TooLarge)?;
        match name.as_str() {
            "content.xml" => content = Some(unpacked),
            "xl/workbook.xml" => workbook = Some(unpacked),
            _ => {}
        }
    }
    match (workbook, content) {
        (Some(workbook), _) => {
            let text = String::from_utf8_lossy(&workbook);
            Ok(Package::Xlsx { is_1904: text.contains("date1904=\"1\"") || text.contains("date1904=\"true\"") })
        }
        (None, Some(content)) => Ok(Package::Ods { content }),
        (None, None) => Err(TableProblem::NotATable),
    }
}
