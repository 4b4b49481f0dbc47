//! Messages: the files of every language, compiled in, and the two functions that find a message.

use crate::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The message files of a language's folder. A new file is one more name here.
macro_rules! folder {
    ($code:literal) => {
        $crate::catalogue::folder!($code:
            "account", "agreement", "audit", "bank", "cli", "coupon", "dispute", "empty", "fault", "figure", "format", "fund", "handout", "home", "import", "mail", "market", "page", "paper", "people", "place", "print",
            "programme", "redemption", "refusal", "role", "settlement", "sign-in", "state", "stock", "table", "todo", "vendor"
        )
    };
    ($code:literal: $($file:literal),+) => {
        &[$(include_str!(concat!("../locales/", $code, "/", $file, ".ftl"))),+]
    };
}
pub(crate) use folder;

/// What Fluent calls to write a number.
pub(crate) type NumberWriter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

static BUNDLES: LazyLock<Vec<FluentBundle<FluentResource>>> = LazyLock::new(|| Lang::ALL.iter().map(|l| bundle(*l)).collect());

/// The files are part of the program and the tests read every one: a broken file is our own error.
fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.code().parse().expect("a language code")]);
    // The marks that isolate right-to-left text would end up in PDFs and bank files.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(lang.number_writer()));
    for file in lang.files() {
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(_, e)| panic!("{}: {e:?}", lang.code()));
        bundle.add_resource(resource).unwrap_or_else(|e| panic!("{}: {e:?}", lang.code()));
    }
    bundle
}

/// Beyond this a 64-bit float skips whole numbers; Fluent counts in floats.
const EXACT: u64 = 1 << 53;

/// Writes a number within a message, with the language's separators.
pub(crate) fn write_number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    if number.value.fract() != 0.0 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "only whole numbers below 2^53 are passed, see `Arg`")]
    Some(crate::number(lang, number.value as i64))
}

/// An argument of a message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Arg {
    /// Words.
    Text(String),
    /// A whole number: it chooses the plural, and is written with the language's separators.
    Int(i64),
    /// The same, never negative.
    UInt(u64),
}

impl Arg {
    fn value(&self, lang: Lang) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_str()),
            Self::Int(n) if n.unsigned_abs() <= EXACT => FluentValue::from(*n),
            Self::Int(n) => FluentValue::from(crate::number(lang, *n)),
            Self::UInt(n) if *n <= EXACT => FluentValue::from(*n),
            Self::UInt(n) => FluentValue::from(crate::number::grouped(lang, u128::from(*n))),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}
impl From<u64> for Arg {
    fn from(n: u64) -> Self {
        Self::UInt(n)
    }
}
impl From<u32> for Arg {
    fn from(n: u32) -> Self {
        Self::UInt(n.into())
    }
}
impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Self::UInt(n as u64)
    }
}

/// A message without arguments.
pub fn t(lang: Lang, key: &str) -> String {
    tr(lang, key, &[])
}

/// A message with arguments. Missing in `lang`, it is said in French; missing there, it is `⟦key⟧`.
pub fn tr(lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
    for lang in [lang, Lang::default()] {
        let bundle = &BUNDLES[lang as usize];
        if let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) {
            let values: FluentArgs = args.iter().map(|(name, arg)| (*name, arg.value(lang))).collect();
            // A missing argument shows as `{$name}`: better than no sentence.
            return bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned();
        }
    }
    format!("⟦{key}⟧")
}

/// Whether `lang` itself has this message. For tests that look for the keys used in templates.
pub fn has(lang: Lang, key: &str) -> bool {
    BUNDLES[lang as usize].get_message(key).is_some_and(|m| m.value().is_some())
}

/// All the keys of a language, in order.
pub fn keys(lang: Lang) -> Vec<&'static str> {
    // A key begins its line; everything else is indented, a comment or blank.
    let lines = lang.files().iter().flat_map(|file| file.lines());
    let keys = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())).filter_map(|line| line.split_once('='));
    keys.map(|(key, _)| key.trim()).collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_shows_itself() {
        assert_eq!(t(Lang::Fr, "no-such-key"), "⟦no-such-key⟧");
        assert_eq!(t(Lang::En, "no-such-key"), "⟦no-such-key⟧");
        assert_eq!(t(Lang::En, ""), "⟦⟧");
        assert_eq!(t(Lang::En, "not a key { $x }"), "⟦not a key { $x }⟧");
    }

    #[test]
    fn plurals_follow_the_language() {
        let coupons = |lang, n: i64| tr(lang, "count-coupons", &[("count", n.into())]);
        assert_eq!(coupons(Lang::Fr, 0), "0 coupon");
        assert_eq!(coupons(Lang::Fr, 1), "1 coupon");
        assert_eq!(coupons(Lang::Fr, 2), "2 coupons");
        assert_eq!(coupons(Lang::Fr, 12_345), "12\u{a0}345 coupons");
        assert_eq!(coupons(Lang::Fr, 1_000_000), "1\u{a0}000\u{a0}000 coupons");
        assert_eq!(coupons(Lang::En, 0), "0 coupons");
        assert_eq!(coupons(Lang::En, 1), "1 coupon");
        assert_eq!(coupons(Lang::En, 12_345), "12,345 coupons");
    }

    #[test]
    fn numbers_stay_exact_beyond_floats() {
        let args = [("count", Arg::from(u64::MAX))];
        assert_eq!(tr(Lang::En, "count-coupons", &args), "18,446,744,073,709,551,615 coupons");
        let args = [("count", Arg::from(i64::MIN))];
        assert_eq!(tr(Lang::En, "count-coupons", &args), "\u{2212}9,223,372,036,854,775,808 coupons");
        let args = [("count", Arg::from(EXACT))];
        assert_eq!(tr(Lang::En, "count-coupons", &args), "9,007,199,254,740,992 coupons");
    }
}
