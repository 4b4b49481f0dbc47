//! Numbers and days as spreadsheets keep them, as text.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Days between the two ways of counting.
const FROM_1904: f64 = 1462.0;

/// A number without exponent, thousands or needless zeros. Spreadsheets keep binary fractions: beyond ten decimals
/// there is only their noise.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.10}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A day counted from the end of 1899: `2025-07-01`, with its hour when it has one, or an hour alone.
pub(super) fn day(serial: f64, is_1904: bool) -> String {
    let serial = if is_1904 { serial + FROM_1904 } else { serial };
    // Three million days are beyond the year 9999.
    if !(0.0..3_000_000.0).contains(&serial) {
        return number(serial);
    }
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and three million days of 86 400 seconds")]
    let seconds = (serial * 86_400.0).round() as i64;
    let (days, seconds) = (seconds / 86_400, seconds % 86_400);
    let hour = format!("{:02}:{:02}", seconds / 3_600, seconds / 60 % 60);
    if days == 0 {
        return hour;
    }
    // Lotus 1-2-3 believed in a 29 February 1900, and everybody after it.
    let first: Date = if days < 60 { date(1899, 12, 31) } else { date(1899, 12, 30) };
    match first.checked_add(days.days()) {
        Ok(day) if seconds == 0 => day.to_string(),
        Ok(day) => format!("{day} {hour}"),
        Err(_) => number(serial),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain() {
        for (value, text) in
            [(12.0, "12"), (12.5, "12.5"), (0.1 + 0.2, "0.3"), (-0.0, "0"), (1e15, "1000000000000000"), (100.0, "100")]
        {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn days_are_as_excel_shows_them() {
        assert_eq!(day(45_839.0, false), "2025-07-01");
        assert_eq!(day(44_377.0, true), "2025-07-01");
        assert_eq!(day(45_839.375, false), "2025-07-01 09:00");
        assert_eq!(day(0.375, false), "09:00");
        assert_eq!(day(59.0, false), "1900-02-28");
        assert_eq!(day(61.0, false), "1900-03-01");
        assert_eq!(day(1e300, false), number(1e300));
        assert_eq!(day(-1.0, false), "-1");
    }
}
