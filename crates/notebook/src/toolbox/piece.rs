//! A part of a document, and the small notation in which documents are listed.
//!
//! ```text
//! # who                     heading           toolbox-<document>-who
//! intro < households        paragraph         toolbox-<document>-intro, with the answer to « households »
//! .sign-below               paragraph         toolbox-sign-below, shared between documents
//! - one < weeks             point of a list
//! 1 first                   step of a list
//! [] done                   box to tick
//! _ date                    line to fill in by hand
//! ! big                     large text
//! * basket basket           a picture and words
//! = change                  what was decided: rule-change-<option>
//! = change leaflet          the same for households: leaflet-change-<option>
//! = foods signs             each option with its picture
//! | day number : 12         table to fill in by hand, with its lines
//! ~ one two<carrier         lines to sign on, with a name where it is known
//! @ budget                  a table worked out from answers
//! ? public-sale bonus par   until « end », only where one of these was chosen
//! ```

use std::collections::BTreeSet;

/// Words, and the decisions whose answers they hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The message, inside its document; shared between documents when it begins with a dot.
    pub key: &'static str,
    /// The answers that it holds, by name.
    pub answers: Vec<&'static str>,
}

/// To whom a decision is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Voice {
    /// Whoever applies it.
    Rule,
    /// Households: « vous ».
    Leaflet,
    /// Whoever passes by: each option with its picture, in the words of households.
    Signs,
}

impl Voice {
    /// How its messages begin.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Leaflet | Self::Signs => "leaflet",
        }
    }
}

/// A table worked out from answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Made {
    /// Who gives what, what it costs, what is left.
    Budget,
    /// What full use of the scale would cost.
    Cost,
    /// How many coupons of each value to print.
    Print,
    /// The value a week for each size of household.
    Scale,
    /// Dates counted back from the first day and on from the last.
    Calendar,
    /// Places, days and hours.
    Places,
    /// The questions that the territory added.
    Own,
    /// How long each kind of paper or record is kept.
    Retention,
}

impl Made {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "budget" => Self::Budget,
            "cost" => Self::Cost,
            "print" => Self::Print,
            "scale" => Self::Scale,
            "calendar" => Self::Calendar,
            "places" => Self::Places,
            "own" => Self::Own,
            "retention" => Self::Retention,
            _ => return None,
        })
    }

    /// The answers that it is worked out from.
    pub const fn answers(self) -> &'static [&'static str] {
        match self {
            Self::Budget => &["funders", "coupon-budget", "operations-share"],
            Self::Cost => &["households", "scale", "weeks", "expected-use"],
            Self::Print => &["households", "scale", "weeks", "denominations"],
            Self::Scale => &["scale"],
            Self::Calendar => &["starts-on", "ends-on", "last-claim"],
            Self::Places => &["where"],
            Self::Own => &[],
            Self::Retention => &["retention"],
        }
    }
}

/// A part of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// A heading, of level 2 or 3.
    Heading(u8, Line),
    /// A paragraph.
    Say(Line),
    /// A point of a list.
    Point(Line),
    /// A numbered step.
    Step(Line),
    /// A box to tick.
    Tick(Line),
    /// A line to fill in by hand.
    Field(&'static str),
    /// Large text.
    Large(Line),
    /// A picture and words.
    Pictured(&'static str, Line),
    /// What was decided.
    Decided(&'static str, Voice),
    /// A table to fill in by hand: its heads and how many lines.
    Grid(Vec<&'static str>, usize),
    /// Lines to sign on.
    Signatures(Vec<Line>),
    /// A table worked out from answers.
    Made(Made),
    /// Said only where one of these options was chosen.
    When(&'static str, Vec<&'static str>, Vec<Piece>),
}

impl Piece {
    /// Adds the decisions that it says something of, or that choose what it says.
    pub(super) fn depends_on(&self, names: &mut BTreeSet<&'static str>) {
        match self {
            Self::Heading(_, line)
            | Self::Say(line)
            | Self::Point(line)
            | Self::Step(line)
            | Self::Tick(line)
            | Self::Large(line)
            | Self::Pictured(_, line) => names.extend(line.answers.iter().copied()),
            Self::Decided(name, _) => {
                names.insert(name);
            }
            Self::Made(made) => names.extend(made.answers().iter().copied()),
            Self::When(name, _, pieces) => {
                names.insert(name);
                for piece in pieces {
                    piece.depends_on(names);
                }
            }
            Self::Signatures(sides) => names.extend(sides.iter().flat_map(|side| side.answers.iter().copied())),
            Self::Field(_) | Self::Grid(..) => {}
        }
    }
}

fn line(words: &'static str) -> Line {
    let (key, answers) = words.split_once('<').unwrap_or((words, ""));
    Line { key: key.trim(), answers: answers.split_whitespace().collect() }
}

fn voice(name: &str) -> Result<Voice, String> {
    match name.trim() {
        "" => Ok(Voice::Rule),
        "leaflet" => Ok(Voice::Leaflet),
        "signs" => Ok(Voice::Signs),
        other => Err(format!("no voice {other}")),
    }
}

/// Reads the parts of a document.
pub(super) fn read(source: &'static str) -> Result<Vec<Piece>, String> {
    let mut lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let pieces = until_end(&mut lines)?;
    if lines.next().is_some() { Err("one « end » too many".to_owned()) } else { Ok(pieces) }
}

fn until_end(lines: &mut impl Iterator<Item = &'static str>) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    while let Some(written) = lines.next() {
        if written == "end" {
            return Ok(pieces);
        }
        let (sign, rest) = written.split_once(' ').unwrap_or((written, ""));
        let named = |rest: &'static str| -> Result<(&'static str, Voice), String> {
            let (name, as_told) = rest.split_once(' ').unwrap_or((rest, ""));
            Ok((name, voice(as_told)?))
        };
        pieces.push(match sign {
            "#" => Piece::Heading(2, line(rest)),
            "##" => Piece::Heading(3, line(rest)),
            "-" => Piece::Point(line(rest)),
            "1" => Piece::Step(line(rest)),
            "[]" => Piece::Tick(line(rest)),
            "_" => Piece::Field(rest),
            "!" => Piece::Large(line(rest)),
            "*" => {
                let (picture, words) = rest.split_once(' ').ok_or_else(|| format!("{written}: no words"))?;
                Piece::Pictured(picture, line(words))
            }
            "=" => named(rest).map(|(name, voice)| Piece::Decided(name, voice))?,
            "|" => {
                let (heads, count) = rest.split_once(':').ok_or_else(|| format!("{written}: how many lines"))?;
                let count = count.trim().parse().map_err(|_| format!("{written}: how many lines"))?;
                Piece::Grid(heads.split_whitespace().collect(), count)
            }
            "~" => Piece::Signatures(rest.split_whitespace().map(line).collect()),
            "@" => Piece::Made(Made::named(rest).ok_or_else(|| format!("no table {rest}"))?),
            "?" => {
                let mut words = rest.split_whitespace();
                let name = words.next().ok_or_else(|| format!("{written}: of which decision"))?;
                Piece::When(name, words.collect(), until_end(lines)?)
            }
            _ => Piece::Say(line(written)),
        });
    }
    Ok(pieces)
}
