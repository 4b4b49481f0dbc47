//! Money: whole minor units in, words out.

use crate::number::{grouped, sign};
use crate::{Lang, Names, tr};
use domain::amount::{Amount, Unit};

/// An amount with its cents: `1 234,50 $`, `$1,234.50`; in a private unit, its name after:
/// `12,50 Petite-Monnaie`. `unit_code` is `CAD` or the name people give the private unit.
pub fn money(lang: Lang, minor: i64, unit_code: &str) -> String {
    write(lang, minor, unit_code, false)
}

/// The same without its cents when there are none: `5 $`, `$5`. For faces and running text; columns of
/// figures use [`money`].
pub fn money_short(lang: Lang, minor: i64, unit_code: &str) -> String {
    write(lang, minor, unit_code, true)
}

/// An amount in its own unit.
pub fn amount(lang: Lang, amount: Amount, names: &dyn Names) -> String {
    if amount.unit == Unit::CAD {
        money(lang, amount.minor, "CAD")
    } else {
        money(lang, amount.minor, &names.unit_name(amount.unit))
    }
}

fn write(lang: Lang, minor: i64, unit_code: &str, short: bool) -> String {
    let units = minor.unsigned_abs() / 100;
    let cents = minor.unsigned_abs() % 100;
    let whole = grouped(lang, u128::from(units));
    let number = if short && cents == 0 { whole } else { format!("{whole}{}{cents:02}", lang.signs().1) };
    let number = ("number", number.into());
    let positive = if unit_code == "CAD" {
        tr(lang, "format-dollars", &[number])
    } else {
        tr(lang, "format-private", &[number, ("unit", unit_code.into())])
    };
    sign(minor < 0) + &positive
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dollars() {
        assert_eq!(money(Lang::Fr, 123_450, "CAD"), "1\u{a0}234,50\u{a0}$");
        assert_eq!(money(Lang::En, 123_450, "CAD"), "$1,234.50");
        assert_eq!(money(Lang::Fr, 500, "CAD"), "5,00\u{a0}$");
        assert_eq!(money(Lang::Fr, 5, "CAD"), "0,05\u{a0}$");
        assert_eq!(money(Lang::Fr, -1_250, "CAD"), "\u{2212}12,50\u{a0}$");
        assert_eq!(money(Lang::En, -1_250, "CAD"), "\u{2212}$12.50");
        assert_eq!(money(Lang::En, i64::MIN, "CAD"), "\u{2212}$92,233,720,368,547,758.08");
    }

    #[test]
    fn short_when_whole() {
        assert_eq!(money_short(Lang::Fr, 500, "CAD"), "5\u{a0}$");
        assert_eq!(money_short(Lang::Fr, 550, "CAD"), "5,50\u{a0}$");
        assert_eq!(money_short(Lang::En, 100_000, "CAD"), "$1,000");
    }

    #[test]
    fn local_currency() {
        assert_eq!(money(Lang::Fr, 1_250, "Petite-Monnaie"), "12,50\u{a0}Petite-Monnaie");
        assert_eq!(money_short(Lang::En, 10_500, "Petite-Monnaie"), "105\u{a0}Petite-Monnaie");
    }

    proptest! {
        #[test]
        fn never_panics_and_keeps_every_digit(minor in any::<i64>()) {
            for lang in Lang::ALL {
                let digits: String = money(*lang, minor, "CAD").chars().filter(char::is_ascii_digit).collect();
                prop_assert_eq!(digits.parse::<u64>().ok(), Some(minor.unsigned_abs()));
                money_short(*lang, minor, "x");
            }
        }
    }
}
