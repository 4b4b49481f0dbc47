//! What is true of the templates, the style sheets and the scripts as they are written: no words of their own, and
//! no class that means nothing.

use app::tables::Name;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    fn look(folder: &Path, ending: &str, found: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                look(&path, ending, found);
            } else if path.extension().is_some_and(|e| e == ending) {
                let text = std::fs::read_to_string(&path).expect("a text");
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    look(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), ending, &mut found);
    assert!(!found.is_empty(), "{folder}");
    found
}

/// A text without what stands between two marks.
fn without(text: &str, begin: &str, end: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(begin) {
        out.push_str(before);
        out.push(' ');
        rest = after.split_once(end).map_or("", |(_, after)| after);
    }
    out + rest
}

/// The width of a page is a block with a class's name in it.
const WIDTH: &str = "{% block width %}";

fn without_code(template: &str) -> String {
    let template = &without(template, WIDTH, "{% endblock %}");
    without(&without(&without(template, "{#", "#}"), "{%", "%}"), "{{", "}}")
}

/// A run of letters that somebody reads.
fn has_words(text: &str) -> bool {
    // A coupon's code, a date, a rule: signs among the letters.
    let plain = text.split_whitespace().filter(|word| !word.contains(|c: char| c.is_ascii_digit() || c == '='));
    plain.flat_map(|word| word.split(|c: char| !c.is_alphabetic())).any(|run| run.chars().count() >= 2)
}

/// Pages with a table that no spreadsheet holds, and why.
const NO_SPREADSHEET: [(&str, &str); 11] = [
    ("bank/answer.html", "what was read in a file that the treasurer has"),
    ("bank/deposits.html", "what goes into the bank's file, which is a file"),
    ("handout/register_paper.html", "a sheet of paper"),
    ("market/slip.html", "a sheet of paper"),
    ("notebook/compare.html", "the notebook's own spreadsheet is on its page of files"),
    ("notebook/workshop.html", "a sheet of paper"),
    ("place/calendar.html", "a month; the hours are a table of their own"),
    ("place/map.html", "a legend; the places are a table of their own"),
    ("place/place.html", "one place; the places are a table of their own"),
    ("sale/receipt.html", "a receipt"),
    ("season/season.html", "the dates of the season, which the programme's file holds"),
];

#[test]
fn every_table_of_a_page_is_a_spreadsheet_too() {
    let mut without = BTreeSet::new();
    let mut linked = BTreeSet::new();
    for (path, text) in files("templates", "html") {
        let exports = text.contains("::exports(") || text.contains(".csv") || text.contains(".xlsx");
        let name = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates")).expect("a template");
        // What is agreed about a fund, and the page of all styles, are no lists.
        if text.contains("<table") && !exports && name != Path::new("styles.html") {
            without.insert(name.to_str().expect("a plain path").to_owned());
        }
        for call in text.split("::exports(s, ").skip(1) {
            // A name, or what a page says is one.
            let Some(named) = call.strip_prefix('"').and_then(|rest| rest.split('"').next()) else { continue };
            assert!(Name::parse(named).is_some(), "{}: {named:?} is no table", path.display());
            linked.insert(named.to_owned());
        }
    }
    let known: BTreeSet<String> = NO_SPREADSHEET.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(without, known);
    // And every table that can be made is somewhere to be taken.
    let pages: String = files("src/pages", "rs").into_iter().map(|(_, text)| text).collect();
    let taken = |name: &Name| {
        linked.contains(name.key())
            || pages.contains(&format!("\"{}\"", name.key()))
            || pages.contains(&format!("Name::{name:?}"))
    };
    let nowhere: Vec<Name> = Name::ALL.into_iter().filter(|name| !taken(name)).collect();
    assert!(nowhere.is_empty(), "{nowhere:?}");
}

#[test]
fn templates_have_no_words_of_their_own() {
    // Kinds of files, and the languages' own names, are the same in every language.
    const SAME: [&str; 7] = ["CSV", "XLSX", "PDF", "DOCX", "Français", "English", "utf"];
    for (path, text) in files("templates", "html") {
        let text = without_code(&text);
        let mut shown = without(&without(&text, "<code", "</code>"), "<", ">");
        for word in SAME.iter().chain(&["amp", "nbsp"]) {
            shown = shown.replace(word, " ");
        }
        for line in shown.lines() {
            assert!(!has_words(line), "{}: {line:?} belongs in a Fluent file", path.display());
        }
        for said in ["aria-label=\"", "title=\"", "alt=\"", "placeholder=\""] {
            for value in text.split(said).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(!has_words(value), "{}: {said}{value}", path.display());
            }
        }
    }
}

/// Literal texts of a source, comments and tests left out.
fn literals(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for line in source.lines().filter(|line| !line.trim_start().starts_with("//") && !line.trim_start().starts_with('*')) {
        // What only whoever keeps the server or the code reads.
        if [
            "expect(",
            "reason =",
            "tracing::",
            "description =",
            "summary =",
            "panic!",
            "unreachable!",
            "new Error(",
            "Cabas-Device",
            "#[",
        ]
        .iter()
        .any(|mark| line.contains(mark))
        {
            continue;
        }
        found.extend(line.split('"').skip(1).step_by(2).map(str::to_owned));
    }
    found
}

#[test]
fn sources_and_scripts_have_no_words_of_their_own() {
    let all = files("src", "rs").into_iter().chain(files("assets", "js"));
    for (path, text) in all {
        for literal in literals(&text) {
            let here = format!("{}: {literal:?}", path.display());
            assert!(!literal.chars().any(|c| "éèêëàâçîïôûùœÉÈÀÇŒ«»’".contains(c)), "{here} belongs in a Fluent file");
            // Three words of letters only, one after another: a sentence. Headers and drawings have signs.
            let plain = |word: &str| word.len() > 1 && word.chars().all(char::is_alphabetic);
            let words: Vec<&str> = literal.split(' ').collect();
            assert!(!words.windows(3).any(|three| three.iter().all(|word| plain(word))), "{here} belongs in a Fluent file");
        }
    }
}

fn classes_of_sheets() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, text) in files("assets", "css") {
        let mut selector = String::new();
        for sign in without(&text, "/*", "*/").chars() {
            match sign {
                '{' => {
                    if !selector.trim_start().starts_with('@') {
                        let named = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
                        for name in selector.split('.').skip(1) {
                            found.insert(name.chars().take_while(|c| named(*c)).collect());
                        }
                    }
                    selector.clear();
                }
                '}' | ';' => selector.clear(),
                _ => selector.push(sign),
            }
        }
    }
    found
}

/// The classes that a template or a source gives.
fn classes_given(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let text = text.replace("class=\\\"", "class=\"").replace("\\\"", "\"");
    for rest in text.split("class=\"").skip(1) {
        // The value ends at the first quote that is not inside code.
        let mut value = String::new();
        let mut depth = 0_i32;
        for sign in rest.chars() {
            match sign {
                '{' => depth += 1,
                '}' => {
                    depth -= 1;
                    value.push(' ');
                }
                '"' if depth == 0 => break,
                sign if depth == 0 => value.push(sign),
                _ => {}
            }
        }
        // `r{}` in a source: a class made of parts is checked by whoever makes it.
        found.extend(value.split_whitespace().filter(|name| name.chars().count() > 1).map(str::to_owned));
    }
    found
}

#[test]
fn every_class_is_in_a_style_sheet_and_every_one_there_is_used() {
    let sheets = classes_of_sheets();
    let mut given = BTreeSet::new();
    let mut sources = String::new();
    for (path, text) in files("templates", "html") {
        let these = classes_given(&text);
        for class in &these {
            assert!(sheets.contains(class), "{}: .{class} is in no style sheet", path.display());
        }
        given.extend(these);
        given.extend(text.split(WIDTH).skip(1).filter_map(|rest| rest.split('{').next()).map(str::to_owned));
    }
    for (_, text) in files("src", "rs").into_iter().chain(files("../domain/src", "rs")) {
        given.extend(classes_given(&text));
        sources.push_str(&text);
    }
    // The phone's page and its scripts.
    let phone: String = files("assets", "html").into_iter().chain(files("assets", "js")).map(|(_, text)| text).collect();
    let words: BTreeSet<&str> = phone.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').collect();
    // The shades of the map of territories: the class is `r` and a number.
    let shades = ["r1", "r2", "r3"];
    for class in sheets.iter().filter(|class| !given.contains(*class) && !shades.contains(&class.as_str())) {
        let used = words.contains(class.as_str()) || sources.contains(&format!("\"{class}\""));
        assert!(used, ".{class} is used nowhere");
    }
}
