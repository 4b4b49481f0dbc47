//! ICU as an independent witness: where it and the OQLF agree, so do we.

use icu::calendar::Date as IcuDate;
use icu::datetime::{DateTimeFormatter, fieldsets};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::DecimalFormatterOptions;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::Locale;
use jiff::civil::date as on;
use text::{Lang, date, list, number, weekday};

fn locale(lang: Lang) -> Locale {
    lang.code().parse().expect("a locale")
}

#[test]
fn dates() {
    for lang in Lang::ALL {
        let days = DateTimeFormatter::try_new(locale(*lang).into(), fieldsets::YMD::long()).expect("data");
        let names = DateTimeFormatter::try_new(locale(*lang).into(), fieldsets::E::long()).expect("data");
        for month in 1..=12i8 {
            for day in 1..=28i8 {
                let ours = on(2025, month, day);
                let theirs = IcuDate::try_new_iso(2025, month.unsigned_abs(), day.unsigned_abs()).expect("a date");
                assert_eq!(weekday(*lang, ours), names.format(&theirs).to_string());
                // ICU writes « 1 juillet »; the OQLF « 1er juillet ».
                if !(*lang == Lang::Fr && day == 1) {
                    assert_eq!(date(*lang, ours), days.format(&theirs).to_string());
                }
            }
        }
    }
}

#[test]
fn numbers() {
    for lang in Lang::ALL {
        let theirs = DecimalFormatter::try_new(locale(*lang).into(), DecimalFormatterOptions::default()).expect("data");
        for n in [0, 7, 999, 1_000, 12_345, 999_999, 1_234_567, i64::MAX] {
            assert_eq!(number(*lang, n), theirs.format(&Decimal::from(n)).to_string(), "{}", lang.code());
        }
    }
}

#[test]
fn lists() {
    for lang in Lang::ALL {
        let theirs = ListFormatter::try_new_and(locale(*lang).into(), ListFormatterOptions::default()).expect("data");
        for n in 0..5 {
            let items: Vec<String> = ["ail", "bette", "chou", "daïkon", "épi"][..n].iter().map(ToString::to_string).collect();
            assert_eq!(list(*lang, &items), theirs.format(items.iter()).to_string());
        }
    }
}
