//! The guide says the same in every language, with the words of the screen, in plain words.

use domain::role::Role;
use std::collections::BTreeSet;
use std::path::PathBuf;
use text::guide::{Block, Guide, PEOPLE, Piece, guide};
use text::{Lang, has};

fn source(lang: Lang, person: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("guide").join(lang.code()).join(format!("{person}.md"));
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn blocks(guide: &Guide) -> impl Iterator<Item = &Block> {
    guide.lead.iter().chain(guide.sections.iter().flat_map(|section| &section.blocks))
}

/// Each run of words of a block.
fn runs(block: &Block) -> Vec<&[Piece]> {
    match block {
        Block::Paragraph(words) => vec![words],
        Block::Steps(all) | Block::Points(all) => all.iter().map(Vec::as_slice).collect(),
        Block::Signs(all) => all.iter().map(|(_, words)| words.as_slice()).collect(),
        Block::Picture { .. } => Vec::new(),
    }
}

/// The keys of the screen's words, in order of the file.
fn keys(source: &str) -> Vec<&str> {
    source.split('{').skip(1).map(|rest| rest.split('}').next().expect("a first part")).collect()
}

/// What a path is made of, without its words.
fn bones(guide: &Guide) -> Vec<String> {
    let mut bones: Vec<String> = Vec::new();
    let mut add = |block: &Block| {
        bones.push(match block {
            Block::Paragraph(_) => "paragraph".to_owned(),
            Block::Steps(all) => format!("{} steps", all.len()),
            Block::Points(all) => format!("{} points", all.len()),
            Block::Signs(all) => all.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" "),
            Block::Picture { name, .. } => format!("picture {name}"),
        });
    };
    guide.lead.iter().for_each(&mut add);
    for section in &guide.sections {
        add(&Block::Picture { name: format!("# {}", section.id), shows: String::new() });
        section.blocks.iter().for_each(&mut add);
    }
    bones
}

#[test]
fn every_role_and_every_household_has_a_path_and_nobody_else() {
    let mut people: BTreeSet<String> = Role::EVERY.iter().map(|role| role.key().replace('_', "-")).collect();
    people.insert("household".to_owned());
    let known: BTreeSet<String> = PEOPLE.iter().map(|person| (*person).to_owned()).collect();
    assert_eq!(people, known);
    for lang in Lang::ALL {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("guide").join(lang.code());
        let files: BTreeSet<String> = std::fs::read_dir(&folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().trim_end_matches(".md").to_owned())
            .collect();
        assert_eq!(files, people, "{}", lang.code());
        assert!(guide(*lang, "nobody").is_none());
    }
}

#[test]
fn languages_have_the_same_paths() {
    for person in PEOPLE {
        let first = bones(&guide(Lang::Fr, person).expect("a path"));
        assert!(first.len() > 5, "{person}: {first:?}");
        for lang in Lang::ALL {
            assert_eq!(bones(&guide(*lang, person).expect("a path")), first, "{person} {}", lang.code());
            let (these, source_fr) = (source(*lang, person), source(Lang::Fr, person));
            assert_eq!(
                keys(&these),
                keys(&source_fr),
                "{person} {}: the same words of the screen, in the same order",
                lang.code()
            );
        }
    }
}

#[test]
fn what_it_says_to_press_is_on_the_screen() {
    for person in PEOPLE {
        for lang in Lang::ALL {
            for key in keys(&source(*lang, person)) {
                assert!(has(*lang, key), "{person} {}: {key}", lang.code());
                assert!(!text::t(*lang, key).contains("{$"), "{person}: {key} needs a fact");
            }
        }
    }
}

#[test]
fn it_leads_somewhere_and_always_says_what_to_do_when_something_is_wrong() {
    for person in PEOPLE {
        let path = guide(Lang::Fr, person).expect("a path");
        assert_eq!(path.sections.last().map(|s| s.id.as_str()), Some("wrong"), "{person}");
        assert!(blocks(&path).any(|block| matches!(block, Block::Picture { .. })), "{person} has no picture");
        for piece in blocks(&path).flat_map(runs).flatten() {
            if let Piece::Link { to, .. } = piece {
                let to_guide = to.strip_prefix("/guide/").is_some_and(|name| name == "words" || PEOPLE.contains(&name));
                assert!(to_guide || to == "/map", "{person}: {to}");
            }
        }
    }
}

#[test]
fn it_is_said_in_plain_words_and_good_typography() {
    let never = ["bénéficiaire", "clientèle", "client", "pauvre", "usager", "veuillez", "beneficiar", "poor", "needy", "invalid"];
    for (lang, person) in Lang::ALL.iter().flat_map(|lang| PEOPLE.map(|person| (*lang, person))) {
        let source = source(lang, person);
        for line in source.lines() {
            let here = format!("{} {person}: {line}", lang.code());
            for wrong in ["'", "\"", "...", "  ", " ,", " ."] {
                assert!(!line.contains(wrong), "{wrong:?} in {here}");
            }
            for word in never {
                assert!(!line.to_lowercase().contains(word), "{word}: {here}");
            }
            if lang == Lang::Fr {
                for (at, sign) in line.match_indices([':', '»']) {
                    assert!(line[..at].ends_with('\u{a0}'), "no-break space before {sign}: {here}");
                }
                for (at, _) in line.match_indices(['?', '!', ';']) {
                    assert!(!line[..at].ends_with(char::is_whitespace), "OQLF: no space before the sign: {here}");
                }
            }
        }
        let path = guide(lang, person).expect("a path");
        for run in blocks(&path).flat_map(runs) {
            let mut sentence = String::new();
            for piece in run {
                match piece {
                    Piece::Plain(words) | Piece::Strong(words) | Piece::Link { words, .. } => sentence += words,
                    Piece::Screen(_) => sentence += "x",
                }
            }
            for part in sentence.split(['.', '?', '!']) {
                let count = part.split_whitespace().count();
                assert!(count <= 22, "{} {person}: {count} words in {part:?}", lang.code());
            }
        }
    }
}

#[test]
fn every_word_has_its_sentence() {
    let words: Vec<&str> = text::keys(Lang::Fr).into_iter().filter(|key| key.starts_with("word-")).collect();
    assert!(words.len() > 50);
    for word in words.iter().filter(|key| !key.ends_with("-means")) {
        assert!(has(Lang::En, &format!("{word}-means")) && has(Lang::Fr, &format!("{word}-means")), "{word}");
    }
}
