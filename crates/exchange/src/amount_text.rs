//! Amounts as other programs read them: printed from integers, never through a float.

/// An amount of minor units with two decimals and a point, such as `-1234.56`. Every unit we know has two
/// decimals: dollars, and local currencies at par with them.
pub fn with_point(minor: i128) -> String {
    with_separator(minor, '.')
}

/// The same with a comma, for spreadsheets set to French: `-1234,56`.
pub fn with_comma(minor: i128) -> String {
    with_separator(minor, ',')
}

fn with_separator(minor: i128, separator: char) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let absolute = minor.unsigned_abs();
    format!("{sign}{}{separator}{:02}", absolute / 100, absolute % 100)
}

/// Reads what the functions above write, and what hledger and beancount print: an optional sign, digits,
/// at most two decimals after a point. `None` for anything else.
pub fn parse(text: &str) -> Option<i128> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || decimals.len() > 2 || !all_digits(whole) || !all_digits(decimals) {
        return None;
    }
    let minor = whole.parse::<i128>().ok()?.checked_mul(100)?.checked_add(format!("{decimals:0<2}").parse().ok()?)?;
    Some(if negative { -minor } else { minor })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cents_keep_their_zeros_and_their_sign() {
        assert_eq!(with_point(5), "0.05");
        assert_eq!(with_point(-5), "-0.05");
        assert_eq!(with_point(123_456), "1234.56");
        assert_eq!(with_comma(-100), "-1,00");
        assert_eq!(parse("12.5"), Some(1250));
        assert_eq!(parse("12"), Some(1200));
        for wrong in ["", "-", ".5", "1.234", "1,00", "+1", "1.-1", "1e3"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(minor in any::<i64>()) {
            prop_assert_eq!(parse(&with_point(i128::from(minor))), Some(i128::from(minor)));
        }
    }
}
