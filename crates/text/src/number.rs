//! Numbers and percentages. Whole numbers only: nothing here is ever a float.

use crate::{Lang, tr};

/// The minus sign, as wide as a digit; a hyphen is not one.
pub(crate) const MINUS: char = '\u{2212}';

/// Digits in threes, separated as the language does.
pub(crate) fn grouped(lang: Lang, n: u128) -> String {
    let digits = n.to_string();
    let (separator, _) = lang.signs();
    let mut out = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// The sign of a negative quantity, or nothing.
pub(crate) fn sign(negative: bool) -> String {
    if negative { MINUS.to_string() } else { String::new() }
}

/// A whole number: `1 234` in French, `1,234` in English.
pub fn number(lang: Lang, n: i64) -> String {
    sign(n < 0) + &grouped(lang, u128::from(n.unsigned_abs()))
}

/// What is shown when there is nothing to divide by.
const NONE: &str = "—";

/// A share as a whole percentage, rounded to the nearest (halves away from zero): `83 %`, `83%`; `—` when
/// `denominator` is 0.
pub fn percent(lang: Lang, numerator: i64, denominator: i64) -> String {
    ratio(lang, numerator, denominator, 0)
}

/// The same with one decimal: `83,3 %`, `83.3%`.
pub fn percent_1(lang: Lang, numerator: i64, denominator: i64) -> String {
    ratio(lang, numerator, denominator, 1)
}

fn ratio(lang: Lang, numerator: i64, denominator: i64, decimals: u32) -> String {
    if denominator == 0 {
        return NONE.to_owned();
    }
    let scale = 10u128.pow(decimals);
    let (top, bottom) = (u128::from(numerator.unsigned_abs()), u128::from(denominator.unsigned_abs()));
    let rounded = (top * 100 * scale * 2 + bottom) / (bottom * 2);
    let mut text = sign(rounded != 0 && (numerator < 0) != (denominator < 0)) + &grouped(lang, rounded / scale);
    if decimals > 0 {
        text.push(lang.signs().1);
        text += &(rounded % scale).to_string();
    }
    tr(lang, "format-percent", &[("number", text.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn thousands() {
        assert_eq!(number(Lang::Fr, 0), "0");
        assert_eq!(number(Lang::Fr, 999), "999");
        assert_eq!(number(Lang::Fr, 1_234), "1\u{a0}234");
        assert_eq!(number(Lang::Fr, -1_234_567), "\u{2212}1\u{a0}234\u{a0}567");
        assert_eq!(number(Lang::En, 1_234_567), "1,234,567");
    }

    #[test]
    fn shares() {
        assert_eq!(percent(Lang::Fr, 5, 6), "83\u{a0}%");
        assert_eq!(percent(Lang::En, 5, 6), "83%");
        assert_eq!(percent_1(Lang::Fr, 5, 6), "83,3\u{a0}%");
        assert_eq!(percent_1(Lang::En, 5, 6), "83.3%");
        assert_eq!(percent(Lang::Fr, 1, 8), "13\u{a0}%");
        assert_eq!(percent_1(Lang::Fr, 1, 1), "100,0\u{a0}%");
        assert_eq!(percent(Lang::En, -1, 4), "\u{2212}25%");
        assert_eq!(percent(Lang::En, -1, 1000), "0%");
        assert_eq!(percent(Lang::En, 1, 0), "—");
        assert_eq!(percent_1(Lang::En, 0, 0), "—");
    }

    proptest! {
        #[test]
        fn never_panics(a in any::<i64>(), b in any::<i64>()) {
            for lang in Lang::ALL {
                let digits: String = number(*lang, a).chars().filter(char::is_ascii_digit).collect();
                prop_assert_eq!(digits, a.unsigned_abs().to_string());
                percent(*lang, a, b);
                percent_1(*lang, a, b);
            }
        }
    }
}
