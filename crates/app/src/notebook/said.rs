//! Answers in words, for pages and papers.

use notebook::{Answer, Decision, catalogue};
use text::Lang;

/// An answer, as people say it.
pub fn said(lang: Lang, question: &str, answer: &Answer) -> String {
    let option = |option: &String| text::t(lang, &format!("decision-{question}-is-{option}"));
    let dollars = |cents: i64| text::money_short(lang, cents, "CAD");
    match answer {
        Answer::Choice(one) => option(one),
        Answer::Several(several) => text::list(lang, &several.iter().map(option).collect::<Vec<_>>()),
        Answer::Text(words) => words.clone(),
        Answer::Count(number) => text::number(lang, i64::from(*number)),
        Answer::Percent(number) => text::percent(lang, i64::from(*number), 100),
        Answer::Money(money) => dollars(money.0),
        Answer::Date(day) => text::date(lang, *day),
        Answer::Amounts(amounts) => text::list(lang, &amounts.iter().map(|m| dollars(m.0)).collect::<Vec<_>>()),
        Answer::Scale(steps) => {
            let words = super::words::In(lang);
            let step = |step: &notebook::Step| {
                format!("{}{}{}", notebook::compile::Words::band(&words, step), colon(lang), dollars(step.weekly.0))
            };
            steps.iter().map(step).collect::<Vec<_>>().join(" · ")
        }
        Answer::Funds(gifts) => {
            let gift = |gift: &notebook::answer::Gift| format!("{}{}{}", gift.name, colon(lang), dollars(gift.amount.0));
            gifts.iter().map(gift).collect::<Vec<_>>().join(" · ")
        }
    }
}

fn colon(lang: Lang) -> &'static str {
    if lang == Lang::Fr { "\u{a0}: " } else { ": " }
}

/// A question: the territory's own words for it, else the notebook's.
pub fn asked(lang: Lang, question: &str, decision: Option<&Decision>) -> String {
    match decision {
        Some(decision) if !decision.renamed.is_empty() => decision.renamed.clone(),
        _ => text::t(lang, &format!("decision-{question}")),
    }
}

/// A question in a few words.
pub fn in_short(lang: Lang, question: &str, decision: Option<&Decision>) -> String {
    match decision {
        Some(decision) if !decision.renamed.is_empty() => decision.renamed.clone(),
        _ => text::t(lang, &format!("decision-{question}-short")),
    }
}

/// The name of the model that something was borrowed from.
pub fn model(lang: Lang, key: &str) -> String {
    match catalogue().known(key) {
        Some(known) if lang == Lang::Fr => known.name.fr.clone(),
        Some(known) => known.name.en.clone(),
        None => text::t(lang, "notebook-nobody"),
    }
}
