//! Text cells of the CSV files that people open in a spreadsheet.

use std::borrow::Cow;

/// U+FEFF in UTF-8: without it, Excel reads a UTF-8 file as Windows-1252 and spoils every accent.
pub const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Whether a spreadsheet would take a cell for a formula.
fn runs(value: &str) -> bool {
    value.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A text cell that a spreadsheet will show and not run. A name that begins like a formula (`=`, `+`, `-`,
/// `@`, tab, carriage return) is given an apostrophe in front, as OWASP advises ("CSV injection"): names
/// are typed by people we do not know, and the file is opened on the fiduciary's computer. One that has apostrophes
/// there already is given one more, so that [`plain`] takes off only ours.
pub fn text(value: &str) -> Cow<'_, str> {
    if runs(value.trim_start_matches('\'')) { Cow::Owned(format!("'{value}")) } else { Cow::Borrowed(value) }
}

/// A cell without the apostrophe that [`text`] gave it.
pub fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if runs(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_only_text() {
        assert_eq!(text("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        assert_eq!(text("Ferme de l'Anse"), "Ferme de l'Anse");
        assert_eq!(text("'24"), "'24");
        for value in ["=1", "'=1", "''@x", "-", "'", "'24", "", "+1 418"] {
            assert_eq!(plain(&text(value)), value);
        }
    }
}
