//! Messages: how one is found and said, and what happens when a language does not have it.

use crate::Lang;
use fluent_bundle::{FluentArgs, FluentValue};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use std::collections::BTreeSet;
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// Beyond this a 64-bit float skips whole numbers; Fluent counts in floats.
const EXACT: u64 = 1 << 53;

/// Which language a bundle speaks: all that its memory is asked for.
struct Speaks(Lang);

impl Memoizable for Speaks {
    type Args = ();
    type Error = ();
    fn construct(lang: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        let code = lang.to_string();
        Lang::spoken().find(|lang| lang.code() == code).map(Self).ok_or(())
    }
}

/// Writes a number within a message, with the language's separators.
pub(crate) fn write_number(value: &FluentValue<'_>, memory: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    if number.value.fract() != 0.0 {
        return None;
    }
    let lang = memory.with_try_get::<Speaks, _, _>((), |speaks| speaks.0).ok()?;
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

/// Whom to tell that words were missing in a language.
static MISSED: OnceLock<fn()> = OnceLock::new();

/// Names whom to tell, each time, that words were missing in a language and were said in French. Once is enough: the
/// first is kept.
pub fn tell_what_is_missing(whom: fn()) {
    let _ = MISSED.set(whom);
}

/// Tells that `lang` misses words.
pub(crate) fn missed(lang: Lang) {
    if let (true, Some(tell)) = (lang != Lang::default(), MISSED.get()) {
        tell();
    }
}

/// A message with arguments. Missing in `lang`, it is said in French; missing there, it is `⟦key⟧`.
pub fn tr(lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
    for lang in [lang, Lang::default()] {
        let bundle = &lang.tongue().bundle;
        if let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) {
            let values: FluentArgs = args.iter().map(|(name, arg)| (*name, arg.value(lang))).collect();
            // A missing argument shows as `{$name}`: better than no sentence.
            return bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned();
        }
        missed(lang);
    }
    format!("⟦{key}⟧")
}

/// Whether `lang` itself has this message.
pub fn has(lang: Lang, key: &str) -> bool {
    lang.tongue().bundle.get_message(key).is_some_and(|m| m.value().is_some())
}

/// All the keys of a language, in order.
pub fn keys(lang: Lang) -> Vec<&'static str> {
    // A key begins its line; everything else is indented, a comment or blank.
    let lines = lang.tongue().folder.messages.iter().flat_map(|(_, file)| file.lines());
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
