//! A plan's figures in words.

use super::{Assumed, Input, Measured, figures};
use text::{Lang, key_label, money_short, number, t, tr};

/// A figure in words: « 78 % », « 1,50 », « 0,20 $ ».
pub fn measured(lang: Lang, input: Input, value: i64) -> String {
    match input.measured() {
        Measured::Share if value % 100 == 0 => text::percent(lang, value, 10_000),
        Measured::Share => text::percent_1(lang, value, 10_000),
        Measured::Money => money_short(lang, value, "CAD"),
        Measured::Count => number(lang, value),
        Measured::Times => unwritten(lang, input, value),
    }
}

/// The same as a person types it in a field, without its sign.
pub fn unwritten(lang: Lang, input: Input, value: i64) -> String {
    match input.measured() {
        Measured::Count => value.to_string(),
        Measured::Share | Measured::Money if value % 100 == 0 => (value / 100).to_string(),
        Measured::Share | Measured::Money | Measured::Times => {
            let point = if lang == Lang::Fr { ',' } else { '.' };
            format!("{}{point}{:02}", value / 100, value % 100)
        }
    }
}

/// Where a figure comes from, in words: who wrote it, and what they say of it.
pub fn origin(lang: Lang, assumed: &Assumed) -> String {
    let (kind, of) = assumed.origin.split_once(':').unwrap_or((assumed.origin.as_str(), ""));
    let by = match kind {
        "cited" => {
            let cited = figures().named(of);
            let mark = if cited.is_some_and(|cited| cited.to_validate) {
                "scenario-origin-to-validate"
            } else {
                "scenario-origin-cited"
            };
            t(lang, mark)
        }
        "programme" | "notebook" | "known" => key_label(lang, "scenario-origin", kind),
        _ => t(lang, "scenario-origin-person"),
    };
    if assumed.why.is_empty() {
        by
    } else {
        tr(lang, "scenario-origin-why", &[("by", by.into()), ("why", assumed.why.as_str().into())])
    }
}
