//! Text cells of the CSV files that people open in a spreadsheet.

use std::borrow::Cow;

/// U+FEFF in UTF-8: without it, Excel reads a UTF-8 file as Windows-1252 and spoils every accent.
pub const BOM: &[u8] = b"\xEF\xBB\xBF";

/// A text cell that a spreadsheet will show and not run. A name that begins like a formula (`=`, `+`, `-`,
/// `@`, tab, carriage return) is given an apostrophe in front, as OWASP advises ("CSV injection"): names
/// are typed by people we do not know, and the file is opened on the fiduciary's computer.
pub fn text(value: &str) -> Cow<'_, str> {
    if value.starts_with(['=', '+', '-', '@', '\t', '\r']) { Cow::Owned(format!("'{value}")) } else { Cow::Borrowed(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_only_text() {
        assert_eq!(text("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        assert_eq!(text("Ferme de l'Anse"), "Ferme de l'Anse");
    }
}
