//! The files of `data/` hold together: every name exists, every answer reads, every model makes sense, and both
//! languages are written as they should be.

use notebook::answer::Gift;
use notebook::check::{Weight, findings};
use notebook::{Answer, Known, Money, Notebook, Step, catalogue};
use std::collections::BTreeSet;

/// What a model cannot know: whoever starts the notebook says it.
const TERRITORYS_OWN: [&str; 4] = ["territory", "programme-name", "carrier", "fiduciary"];

fn models() -> impl Iterator<Item = (&'static Known, Notebook)> {
    let known = catalogue().known.iter().filter(|known| known.model);
    known.map(|known| (known, Notebook::start(catalogue(), &known.key).expect("a known model")))
}

#[test]
fn names_are_unique_and_exist() {
    let book = catalogue();
    let unique = |names: Vec<&str>| assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
    unique(book.questions.iter().map(|question| question.key.as_str()).collect());
    unique(book.known.iter().map(|known| known.key.as_str()).collect());
    for known in &book.known {
        unique(known.source.iter().map(|source| source.key.as_str()).collect());
        for (question, fact) in &known.fact {
            assert!(book.question(question).is_some(), "{}: no question {question}", known.key);
            assert!(known.source.iter().any(|s| s.key == fact.source), "{}: no source {}", known.key, fact.source);
        }
        for source in &known.source {
            assert!(!source.title.is_empty(), "{}", known.key);
            assert!(known.fact.values().any(|f| f.source == source.key), "{}: {} serves nothing", known.key, source.key);
        }
        assert!(known.model || known.draft.is_empty(), "{} is no model but drafts", known.key);
    }
    for law in &book.law {
        assert!(!law.questions.is_empty() && !law.source.is_empty(), "{}", law.en);
        for question in &law.questions {
            assert!(book.question(question).is_some(), "no question {question}");
        }
    }
}

/// `Fact::answer` and `Question::draft` say nothing of an answer that does not read: it would be lost in silence.
#[test]
fn every_value_and_every_draft_reads_as_an_answer() {
    let book = catalogue();
    for question in &book.questions {
        if let Some(value) = &question.draft {
            assert!(question.draft().is_some(), "{} = {value}", question.key);
        }
    }
    for known in &book.known {
        let values = known.fact.iter().filter_map(|(key, fact)| Some((key, fact.value.as_ref()?)));
        for (key, value) in values.chain(&known.draft) {
            let question = book.question(key).unwrap_or_else(|| panic!("{}: no question {key}", known.key));
            if let Err(why) = Answer::read(question, value) {
                panic!("{}: {key} = {value}: {why}", known.key);
            }
        }
        // A draft under a published value would never be seen.
        for key in known.draft.keys() {
            assert!(known.fact.get(key).is_none_or(|fact| fact.value.is_none()), "{}: {key} twice", known.key);
        }
    }
}

#[test]
fn a_notebook_started_from_a_model_lacks_only_what_is_the_territorys_own() {
    assert!(models().count() >= 9);
    for (known, notebook) in models() {
        for question in &catalogue().questions {
            let own = TERRITORYS_OWN.contains(&question.key.as_str());
            assert!(!own || notebook.answer(&question.key).is_none(), "{} says {}", known.key, question.key);
            let answered = notebook.answer(&question.key).is_some();
            assert!(own || !question.required || answered, "{} lacks {}", known.key, question.key);
        }
    }
}

/// The money of the households, of the coupons and of the funders agree, and so do the dates.
#[test]
fn a_model_agrees_with_itself() {
    for (known, notebook) in models() {
        let contradicts = findings(&notebook).into_iter().find(|finding| finding.weight == Weight::Contradiction);
        assert_eq!(contradicts, None, "{}", known.key);
        let named = notebook.chose("medium", "local-currency") == notebook.answer("currency-name").is_some();
        assert!(named, "{}: a currency without a name, or a name without a currency", known.key);
        let (key, number) = (&known.key, |question| notebook.number(question).expect(question));
        let Some(Answer::Scale(steps)) = notebook.answer("scale") else { panic!("{key}: no scale") };
        let Some(Answer::Amounts(denominations)) = notebook.answer("denominations") else { panic!("{key}: no coupons") };
        let Some(Answer::Funds(gifts)) = notebook.answer("funders") else { panic!("{key}: no funders") };
        let weekly = |step: &Step| step.weekly.0;
        for step in steps {
            assert!(denominations.iter().any(|Money(face)| weekly(step) % face == 0), "{key}: {}", step.weekly);
        }
        let lines = i64::try_from(steps.len()).expect("few lines");
        let wanted = number("households") * steps.iter().map(weekly).sum::<i64>() * number("weeks") / lines;
        let budget = number("coupon-budget");
        assert!((budget * 95..=budget * 101).contains(&(wanted * 100)), "{key}: {wanted} for {budget}");

        let bonus = if notebook.choice("public-sale") == Some("bonus") {
            assert!(number("sale-bonus") > 0 && number("sale-cap") > 0, "{key}");
            number("sale-cap")
        } else {
            assert_eq!(number("sale-bonus"), 0, "{key}: a bonus on what is not sold");
            0
        };
        let total: i64 = gifts.iter().map(|Gift { amount, .. }| amount.0).sum();
        let for_coupons = total * (100 - number("operations-share")) / 100;
        assert!(budget + bonus <= for_coupons, "{key}: {budget} and {bonus} from {for_coupons}");

        assert_eq!(notebook.choice("expiry-sold"), Some("never"), "{key}");
        let days = |question| notebook.date(question).expect(question);
        let season = i64::from((days("ends-on") - days("starts-on")).get_days()) + 1;
        assert!(days("starts-on").year() == 2027 && days("ends-on").year() == 2027, "{key}");
        assert!(number("weeks") * 7 <= season, "{key}: {season} days");
        if notebook.choice("cadence") != Some("once") {
            assert!(season <= (number("weeks") + 4) * 7, "{key}: {season} days");
        }
        for place in ["self-service", "csa"] {
            let asked = if place == "csa" { "csa-block" } else { place };
            let closed = notebook.choice(asked) == Some("no");
            assert!(!(closed && notebook.chose("where", place)), "{key}: {place} is named and closed");
        }
    }
}

fn french(text: &str, whence: &str) {
    let letters: Vec<char> = text.chars().collect();
    assert!(!text.trim().is_empty() && text.trim() == text, "{whence}: {text:?}");
    assert!(!text.contains(['\'', '"']), "{whence}: straight quotes in {text:?}");
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        if [':', ';', '?', '!', '$', '%', '»'].contains(letter) {
            let sound = before == Some('\u{a0}') || (*letter == '$' && before == Some('M'));
            assert!(sound, "{whence}: no hard space before {letter} in {text:?}");
        }
        if *letter == '«' {
            assert_eq!(letters.get(at + 1), Some(&'\u{a0}'), "{whence}: {text:?}");
        }
        if *letter == ' ' && before.is_some_and(|c| c.is_ascii_digit()) {
            let digits = letters[at + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
            assert_ne!(digits, 3, "{whence}: thousands in {text:?}");
        }
    }
    for word in ["bénéficiaire", "clientèle", "client", "pauvre"] {
        assert!(!text.to_lowercase().contains(word), "{whence}: {word} in {text:?}");
    }
    for sentence in text.split(". ") {
        assert!(sentence.split(' ').count() <= 22, "{whence}: a long sentence: {sentence}");
    }
}

fn english(text: &str, whence: &str) {
    assert!(!text.trim().is_empty() && text.trim() == text, "{whence}: {text:?}");
    assert!(!text.contains(['\'', '"', '\u{a0}']), "{whence}: {text:?}");
    assert!(!text.to_lowercase().contains("programme"), "{whence}: {text:?}");
}

#[test]
fn both_languages_are_written_well() {
    for known in &catalogue().known {
        for said in [&known.name, &known.about] {
            french(&said.fr, &known.key);
            english(&said.en, &known.key);
        }
        for (question, fact) in &known.fact {
            let whence = format!("{} {question}", known.key);
            french(&fact.fr, &whence);
            english(&fact.en, &whence);
        }
    }
    let course = notebook::approach::course();
    let sources = course.step.iter().map(|step| (&step.key, &step.source));
    for (key, said) in sources.chain(course.seat.iter().map(|seat| (&seat.key, &seat.source))) {
        french(&said.fr, key);
        english(&said.en, key);
    }
    for law in &catalogue().law {
        french(&law.fr, &law.source);
        english(&law.en, &law.source);
    }
}

#[test]
fn every_figure_that_a_plan_may_begin_from_is_cited() {
    let all = notebook::scenario::figures();
    let keys: BTreeSet<&str> = all.cited.iter().map(|cited| cited.key.as_str()).collect();
    assert_eq!(keys.len(), all.cited.len(), "a name twice");
    for cited in &all.cited {
        assert!(!cited.source.is_empty() && !cited.fr.is_empty() && !cited.en.is_empty(), "{}", cited.key);
        assert!(!cited.inferred || cited.to_validate, "{}: what is worked out is to be validated", cited.key);
    }
    for (input, begin) in &all.begin {
        let named = |key: &Option<String>| key.as_ref().map(|key| all.named(key).unwrap_or_else(|| panic!("no figure {key}")));
        let figures = [named(&begin.low), named(&begin.likely), named(&begin.high)];
        assert!(figures.iter().flatten().all(|cited| cited.input == *input), "{input}");
        assert!(figures.iter().flatten().map(|cited| cited.value).is_sorted(), "{input}");
        assert!(begin.likely.is_some(), "{input}");
    }
}
