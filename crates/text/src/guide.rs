//! The guide: one short path a person, in `guide/<language>/<person>.md`.
//!
//! The files are a small part of Markdown. Headings are messages, `## {guide-first}`, so that the paths have the same
//! parts in each language. `{handout-button}` is the words of a button or of a page, taken from the messages: what
//! the guide says to press is what the screen shows.

use crate::catalogue::missed;
use crate::{Lang, t};

/// The people of the guide, those who work first. The names are those of `domain::role::Role::key`, but for households.
pub const PEOPLE: [&str; 11] = [
    "coordinator",
    "partner-worker",
    "market-manager",
    "merchant",
    "treasurer",
    "approver",
    "funder",
    "evaluator",
    "auditor",
    "network",
    "household",
];

/// Somebody's path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Guide {
    /// What comes before the first heading.
    pub lead: Vec<Block>,
    /// The parts.
    pub sections: Vec<Section>,
}

/// A part of a path.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// Its name in addresses: `first` for the heading `{guide-first}`.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A run of words.
pub type Words = Vec<Piece>;

/// What stands under another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(Words),
    /// Things to do, in this order.
    Steps(Vec<Words>),
    /// Things, in any order.
    Points(Vec<Words>),
    /// Paragraphs that begin with a pictogram: its name, its words.
    Signs(Vec<(String, Words)>),
    /// A picture of the screen.
    Picture {
        /// Its name, such as `market-day`.
        name: String,
        /// What it shows.
        shows: String,
    },
}

/// A piece of a run of words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// Words.
    Plain(String),
    /// Words that matter.
    Strong(String),
    /// Words as they are on the screen.
    Screen(String),
    /// A link.
    Link {
        /// Its words.
        words: String,
        /// Where it leads, on this site.
        to: String,
    },
}

fn source(lang: Lang, person: &str) -> Option<&'static str> {
    lang.tongue().folder.guide.iter().find(|(name, _)| *name == person).map(|(_, source)| *source)
}

/// Whether `lang` itself has somebody's path.
pub fn has(lang: Lang, person: &str) -> bool {
    source(lang, person).is_some()
}

/// Somebody's path; said in French when `lang` has none.
pub fn guide(lang: Lang, person: &str) -> Option<Guide> {
    if let Some(source) = source(lang, person) {
        return Some(read(lang, source));
    }
    missed(lang);
    source(Lang::default(), person).map(|source| read(Lang::default(), source))
}

/// Reads a file.
fn read(lang: Lang, source: &str) -> Guide {
    let mut guide = Guide { lead: Vec::new(), sections: Vec::new() };
    for line in source.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(heading) = line.strip_prefix("## ") {
            let key = heading.trim_matches(['{', '}']);
            let id = key.strip_prefix("guide-").unwrap_or(key).to_owned();
            guide.sections.push(Section { id, title: t(lang, key), blocks: Vec::new() });
            continue;
        }
        let blocks = guide.sections.last_mut().map_or(&mut guide.lead, |section| &mut section.blocks);
        add(lang, line, blocks);
    }
    guide
}

/// Adds a line to what came before it: steps, points and signs go on, the rest begins anew.
fn add(lang: Lang, line: &str, blocks: &mut Vec<Block>) {
    let step = line.split_once(". ").filter(|(number, _)| number.bytes().all(|b| b.is_ascii_digit()));
    let picture = line.strip_prefix("![").and_then(|rest| rest.strip_suffix(')')).and_then(|rest| rest.split_once("]("));
    let sign = line.strip_prefix('(').and_then(|rest| rest.split_once(") "));
    match (step, line.strip_prefix("- "), picture, sign, blocks.last_mut()) {
        (Some((_, rest)), _, _, _, Some(Block::Steps(steps))) => steps.push(words(lang, rest)),
        (Some((_, rest)), ..) => blocks.push(Block::Steps(vec![words(lang, rest)])),
        (_, Some(rest), _, _, Some(Block::Points(points))) => points.push(words(lang, rest)),
        (_, Some(rest), ..) => blocks.push(Block::Points(vec![words(lang, rest)])),
        (.., Some((shows, name)), _, _) => blocks.push(Block::Picture { name: name.to_owned(), shows: shows.to_owned() }),
        (.., Some((name, rest)), Some(Block::Signs(signs))) => signs.push((name.to_owned(), words(lang, rest))),
        (.., Some((name, rest)), _) => blocks.push(Block::Signs(vec![(name.to_owned(), words(lang, rest))])),
        _ => blocks.push(Block::Paragraph(words(lang, line))),
    }
}

/// Reads a line's marks: `{key}`, `**strong**`, `[words](to)`.
fn words(lang: Lang, mut line: &str) -> Words {
    let mut pieces = Vec::new();
    while let Some(at) = line.find(['{', '[', '*']) {
        let (before, rest) = line.split_at(at);
        let marked =
            rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).map(|(key, after)| (Piece::Screen(t(lang, key)), after));
        let marked = marked.or_else(|| {
            let (strong, after) = rest.strip_prefix("**")?.split_once("**")?;
            Some((Piece::Strong(strong.to_owned()), after))
        });
        let marked = marked.or_else(|| {
            let (words, after) = rest.strip_prefix('[')?.split_once("](")?;
            let (to, after) = after.split_once(')')?;
            Some((Piece::Link { words: words.to_owned(), to: to.to_owned() }, after))
        });
        let Some((piece, after)) = marked else { break };
        if !before.is_empty() {
            pieces.push(Piece::Plain(before.to_owned()));
        }
        pieces.push(piece);
        line = after;
    }
    if !line.is_empty() {
        pieces.push(Piece::Plain(line.to_owned()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read() {
        let source = "Lead {nav-home}.\n\n## {guide-first}\n\n1. One **two** [three](/map).\n2. Four\n\n- A\n\n![Shows](name)\n(bag) Sign\n";
        let guide = read(Lang::En, source);
        assert_eq!(
            guide.lead,
            [Block::Paragraph(vec![Piece::Plain("Lead ".into()), Piece::Screen("Home".into()), Piece::Plain(".".into())])]
        );
        let [section] = guide.sections.as_slice() else { panic!("{guide:?}") };
        assert_eq!(section.id, "first");
        assert_eq!(
            section.blocks,
            [
                Block::Steps(vec![
                    vec![
                        Piece::Plain("One ".into()),
                        Piece::Strong("two".into()),
                        Piece::Plain(" ".into()),
                        Piece::Link { words: "three".into(), to: "/map".into() },
                        Piece::Plain(".".into()),
                    ],
                    vec![Piece::Plain("Four".into())],
                ]),
                Block::Points(vec![vec![Piece::Plain("A".into())]]),
                Block::Picture { name: "name".into(), shows: "Shows".into() },
                Block::Signs(vec![("bag".into(), vec![Piece::Plain("Sign".into())])]),
            ]
        );
    }

    #[test]
    fn a_mark_left_open_is_a_sign_like_another() {
        assert_eq!(words(Lang::En, "2 * 3 [4"), [Piece::Plain("2 * 3 [4".into())]);
    }
}
