//! Every language says everything, the same way, in its own typography and in plain words.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use text::Lang;

/// One message as its file has it.
struct Message {
    file: String,
    key: String,
    variables: BTreeSet<String>,
    /// Every run of words, and every variant, apart.
    words: Vec<String>,
    /// Whole sentences, one for each variant, with `x` for arguments.
    sentences: Vec<String>,
}

fn folder(lang: Lang) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang.code())
}

fn messages(lang: Lang) -> Vec<Message> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder(lang)).expect("folder").map(|e| e.expect("entry").path()).collect();
    // Beside them, one file says what the language is like.
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "ftl"));
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        let file = path.file_name().expect("name").to_string_lossy().into_owned();
        let source = std::fs::read_to_string(&path).expect("readable");
        let resource = fluent_syntax::parser::parse(source.as_str()).unwrap_or_else(|(_, e)| panic!("{}: {e:?}", path.display()));
        for entry in &resource.body {
            if let Entry::Message(message) = entry {
                let pattern = message.value.as_ref().unwrap_or_else(|| panic!("{} has no words", message.id.name));
                assert!(message.attributes.is_empty(), "{}: attributes are not used here", message.id.name);
                let mut one = Message {
                    file: file.clone(),
                    key: message.id.name.to_owned(),
                    variables: BTreeSet::new(),
                    words: Vec::new(),
                    sentences: Vec::new(),
                };
                read(pattern, &mut one);
                all.push(one);
            }
        }
    }
    all
}

fn read(pattern: &Pattern<&str>, message: &mut Message) {
    let mut sentence = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                message.words.push((*value).to_owned());
                sentence.push_str(value);
            }
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                variable(inline, message);
                sentence.push('x');
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                variable(selector, message);
                for variant in variants {
                    read(&variant.value, message);
                }
            }
        }
    }
    message.sentences.push(sentence);
}

fn variable(expression: &InlineExpression<&str>, message: &mut Message) {
    match expression {
        InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } => {}
        other => panic!("{}: keep to variables: {other:?}", message.key),
    }
}

#[test]
fn every_file_is_compiled_in_and_read_whole() {
    for lang in Lang::ALL {
        let on_disk: BTreeSet<String> = messages(*lang).into_iter().map(|m| m.key).collect();
        let compiled: BTreeSet<String> = text::keys(*lang).into_iter().map(str::to_owned).collect();
        assert_eq!(on_disk, compiled, "{}: every file is compiled in", lang.code());
        for key in &compiled {
            assert!(text::has(*lang, key), "{key}");
        }
    }
}

#[test]
fn languages_have_the_same_keys_in_the_same_order() {
    let keys = |lang| messages(lang).into_iter().map(|m| (m.file, m.key)).collect::<Vec<_>>();
    let first = keys(Lang::default());
    assert!(first.len() > 300);
    for lang in Lang::ALL {
        let these = keys(*lang);
        let missing: Vec<_> = first.iter().filter(|k| !these.contains(k)).collect();
        let extra: Vec<_> = these.iter().filter(|k| !first.contains(k)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{}: missing {missing:?}, extra {extra:?}", lang.code());
        assert_eq!(these, first, "{}: same keys, in another order", lang.code());
    }
}

#[test]
fn languages_have_the_same_facts() {
    let facts = |lang| messages(lang).into_iter().map(|m| (m.key, m.variables)).collect::<BTreeMap<_, _>>();
    let first = facts(Lang::default());
    for lang in Lang::ALL {
        for (key, variables) in facts(*lang) {
            // A format takes what its language needs: the 12-hour clock, for one.
            if !key.starts_with("format-") {
                assert_eq!(Some(&variables), first.get(&key), "{}: {key}", lang.code());
            }
        }
    }
}

#[test]
fn typography() {
    for lang in Lang::ALL {
        for message in messages(*lang) {
            for words in &message.words {
                let here = format!("{} {}: {words:?}", lang.code(), message.key);
                assert!(!words.contains(['\'', '"', '`']), "straight quote: {here}");
                // “$5” takes its space before; « 5 $ » does not.
                let dollar = words.match_indices(" $").any(|(at, _)| !words[at + 2..].starts_with(|c: char| c.is_ascii_digit()));
                assert!(!dollar, "space before $: {here}");
                for sign in [" :", " ;", " !", " ?", " %", " »", "« ", "  ", "...", " ,", " ."] {
                    assert!(!words.contains(sign), "{sign:?} in {here}");
                }
            }
        }
    }
    for message in messages(Lang::Fr) {
        for words in &message.words {
            let mut before = ' ';
            for sign in words.chars() {
                let here = format!("{}: {words:?}", message.key);
                match sign {
                    // In formats the space is a placeable of its own.
                    '$' | '%' if message.key.starts_with("format-") => {}
                    ':' | '»' | '$' | '%' => assert_eq!(before, '\u{a0}', "no-break space before {sign}: {here}"),
                    ';' | '!' | '?' => assert!(!before.is_whitespace(), "OQLF: no space before {sign}: {here}"),
                    '“' | '”' => panic!("« » in French: {here}"),
                    _ if before == '«' => assert_eq!(sign, '\u{a0}', "{here}"),
                    _ => {}
                }
                before = sign;
            }
        }
    }
}

#[test]
fn words_we_never_say() {
    let forbidden = [
        "bénéficiaire",
        "clientèle",
        "client",
        "pauvre",
        "démuni",
        "nécessiteux",
        "usager",
        "beneficiar",
        "clientele",
        "poor",
        "needy",
        "underprivileged",
        "food stamp",
        "invalide",
        "invalid",
        "veuillez",
        "erreur interne",
        "oops",
    ];
    for lang in Lang::ALL {
        for message in messages(*lang) {
            let text = message.sentences.join(" ").to_lowercase();
            for word in forbidden {
                assert!(!text.contains(word), "{} {}: {word}", lang.code(), message.key);
            }
        }
    }
}

/// One idea a sentence. About half of adults in Québec read with effort.
#[test]
fn sentences_are_short() {
    for lang in Lang::ALL {
        for message in messages(*lang) {
            for sentence in message.sentences.iter().flat_map(|s| s.split(['.', '!', '?'])) {
                let count = sentence.split_whitespace().count();
                assert!(count <= 22, "{} {}: {count} words in {sentence:?}", lang.code(), message.key);
            }
        }
    }
}
