//! Lists in a sentence, and the order of names.

use crate::{Lang, tr};
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::locale::Locale;
use std::cmp::Ordering;
use std::sync::LazyLock;

/// « a, b et c », “a, b and c”.
pub fn list(lang: Lang, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => tr(lang, "format-list", &[("head", head.join(", ").into()), ("last", last.into())]),
    }
}

static COLLATORS: LazyLock<Vec<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let collator = |lang: Lang| {
        let locale: Locale = lang.code().parse().expect("a language code");
        Collator::try_new(locale.into(), CollatorOptions::default()).expect("compiled data")
    };
    Lang::spoken().map(collator).collect()
});

/// The order of two names in a list people read: accents and capitals count last.
pub fn compare(lang: Lang, a: &str, b: &str) -> Ordering {
    COLLATORS[lang.index()].compare(a, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists() {
        let items = |n: usize| ["a", "b", "c", "d"][..n].iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(list(Lang::Fr, &items(0)), "");
        assert_eq!(list(Lang::Fr, &items(1)), "a");
        assert_eq!(list(Lang::Fr, &items(2)), "a et b");
        assert_eq!(list(Lang::Fr, &items(3)), "a, b et c");
        assert_eq!(list(Lang::En, &items(4)), "a, b, c and d");
    }

    #[test]
    fn names_in_order() {
        // In Canadian French the last accent decides first.
        let mut words = ["Zoé", "côté", "Écluse", "coté", "Eau", "côte", "Étang", "cote"];
        words.sort_by(|a, b| compare(Lang::Fr, a, b));
        assert_eq!(words, ["cote", "côte", "coté", "côté", "Eau", "Écluse", "Étang", "Zoé"]);
    }
}
