//! Turns the parts of a document into words: what is decided is said, what is borrowed is marked, what is missing is
//! named. Nothing is ever left empty.

use super::{Around, made};
use notebook::book::{NOBODY, OWN};
use notebook::catalogue::Catalogue;
use notebook::toolbox::{Document, Line, Made, Piece, Voice};
use notebook::{Answer, Notebook, State};
use print::document::{Block, Table};
use std::collections::BTreeSet;
use text::{Arg, Lang, date, list, money_short, number, percent, t, tr};

/// After what comes from a model or a proposal.
const MARK: &str = "*";

/// Writes one document.
pub(super) struct Pen<'a> {
    pub(super) lang: Lang,
    pub(super) notebook: &'a Notebook,
    catalogue: &'a Catalogue,
    pub(super) around: &'a Around,
    document: Document,
    blocks: Vec<Block>,
    /// What was met that is not decided.
    open: BTreeSet<String>,
    /// The models that something was borrowed from.
    models: BTreeSet<String>,
}

/// An answer met on the way.
enum Met<'a> {
    /// There is one; whether it is only borrowed or proposed.
    Answer(&'a Answer, bool),
    /// Nobody answered yet.
    Open,
    /// The territory does not ask.
    Withdrawn,
}

impl<'a> Pen<'a> {
    pub(super) fn new(
        lang: Lang,
        notebook: &'a Notebook,
        catalogue: &'a Catalogue,
        around: &'a Around,
        document: Document,
    ) -> Self {
        let (blocks, open, models) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
        Self { lang, notebook, catalogue, around, document, blocks, open, models }
    }

    pub(super) fn into_blocks(mut self) -> Vec<Block> {
        if self.document.numbered() {
            let headings = self.blocks.iter_mut().filter_map(|block| match block {
                Block::Heading(2, text) => Some(text),
                _ => None,
            });
            for (number, text) in (1..).zip(headings) {
                *text = format!("{number}. {text}");
            }
        }
        self.blocks
    }

    fn meet(&mut self, name: &str) -> Met<'a> {
        let notebook = self.notebook;
        let Some(decision) = notebook.decision(name) else {
            self.open.insert(name.to_owned());
            return Met::Open;
        };
        if decision.withdrawn {
            return Met::Withdrawn;
        }
        let decided = decision.state == State::Decided;
        if !decided || decision.answer.is_none() {
            self.open.insert(name.to_owned());
        }
        match &decision.answer {
            Some(answer) => {
                if let (false, Some(model)) = (decided, &decision.borrowed) {
                    self.models.insert(model.clone());
                }
                Met::Answer(answer, !decided)
            }
            None => Met::Open,
        }
    }

    /// An answer to count with; what is open is noted.
    pub(super) fn answer(&mut self, name: &str) -> Option<&'a Answer> {
        if let Met::Answer(answer, _) = self.meet(name) { Some(answer) } else { None }
    }

    /// « à décider ».
    pub(super) fn to_decide(&self) -> String {
        t(self.lang, "toolbox-to-decide")
    }

    /// A name that stands at the head of every document.
    pub(super) fn name(&mut self, name: &str, unnamed: &str) -> String {
        match self.meet(name) {
            Met::Answer(Answer::Text(said), _) => said.clone(),
            _ => t(self.lang, unnamed),
        }
    }

    /// Why the text is not final; empty when it is.
    pub(super) fn draft(&self) -> String {
        if self.open.is_empty() {
            return String::new();
        }
        let mut said = vec![tr(self.lang, "toolbox-draft", &[("count", self.open.len().into())])];
        if !self.models.is_empty() {
            let of = |model: &String| match self.catalogue.known(model) {
                Some(known) if model != NOBODY => {
                    if self.lang == Lang::Fr {
                        known.name.fr.clone()
                    } else {
                        known.name.en.clone()
                    }
                }
                _ => t(self.lang, "toolbox-draft-nobody"),
            };
            let models: Vec<String> = self.models.iter().map(of).collect();
            said.push(t(self.lang, "toolbox-draft-mark"));
            said.push(tr(self.lang, "toolbox-draft-from", &[("models", list(self.lang, &models).into())]));
        }
        said.join(" ")
    }

    pub(super) fn write_all(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            self.write(piece);
        }
    }

    fn write(&mut self, piece: &Piece) {
        let block = match piece {
            Piece::Heading(level, line) => self.line(line).map(|text| Block::Heading(*level, text)),
            Piece::Say(line) => self.line(line).map(Block::Paragraph),
            Piece::Point(line) => self.line(line).map(|text| Block::Bullets(vec![text])),
            Piece::Step(line) => self.line(line).map(|text| Block::Steps(vec![text])),
            Piece::Tick(line) => self.line(line).map(Block::Tick),
            Piece::Large(line) => self.line(line).map(Block::Large),
            Piece::Pictured(picture, line) => self.line(line).map(|text| Block::Pictured((*picture).to_owned(), text)),
            Piece::Field(key) => Some(Block::Field(t(self.lang, &self.key(key)))),
            Piece::Grid(heads, lines) => {
                Some(Block::Grid(heads.iter().map(|head| t(self.lang, &self.key(head))).collect(), *lines))
            }
            Piece::Signatures(sides) => {
                let sides = sides.iter().map(|side| self.side(side)).collect();
                Some(Block::Signatures(sides))
            }
            Piece::Decided(name, voice) => return self.decided(name, *voice),
            Piece::Made(Made::Own) => return self.own(),
            Piece::Made(made) => {
                let blocks = made::make(self, *made);
                self.blocks.extend(blocks);
                None
            }
            Piece::When(name, options, pieces) => {
                let chosen =
                    self.answer(name).is_some_and(|answer| answer.options().iter().any(|o| options.contains(&o.as_str())));
                if chosen {
                    self.write_all(pieces);
                }
                None
            }
        };
        if let Some(block) = block {
            self.push(block);
        }
    }

    /// Points and steps that follow each other are one list.
    fn push(&mut self, block: Block) {
        match (self.blocks.last_mut(), block) {
            (Some(Block::Bullets(all)), Block::Bullets(more)) | (Some(Block::Steps(all)), Block::Steps(more)) => all.extend(more),
            (_, block) => self.blocks.push(block),
        }
    }

    fn key(&self, key: &str) -> String {
        match key.strip_prefix('.') {
            Some(shared) => format!("toolbox-{shared}"),
            None => format!("toolbox-{}-{key}", self.document.key()),
        }
    }

    /// Words with their answers; nothing where one of them is about a question that the territory does not ask.
    fn line(&mut self, line: &Line) -> Option<String> {
        let (mut args, mut mark) = (Vec::new(), false);
        for name in &line.answers {
            let said = match self.meet(name) {
                Met::Answer(answer, borrowed) => {
                    mark |= borrowed;
                    self.argument(answer)
                }
                Met::Open => self.to_decide().into(),
                Met::Withdrawn => return None,
            };
            args.push((*name, said));
        }
        let said = tr(self.lang, &self.key(line.key), &args);
        Some(if mark { said + MARK } else { said })
    }

    /// A side that signs, and its name when it is known: a name to come is written by hand.
    fn side(&mut self, line: &Line) -> (String, String) {
        let name = line.answers.first().map(|name| match self.meet(name) {
            Met::Answer(Answer::Text(said), _) => said.clone(),
            Met::Withdrawn => String::new(),
            _ => self.to_decide(),
        });
        (t(self.lang, &self.key(line.key)), name.unwrap_or_default())
    }

    /// An answer inside a sentence.
    fn argument(&self, answer: &Answer) -> Arg {
        match answer {
            Answer::Count(number) => (*number).into(),
            other => self.said(other).into(),
        }
    }

    /// An answer that is no option, in words.
    pub(super) fn said(&self, answer: &Answer) -> String {
        let lang = self.lang;
        match answer {
            Answer::Choice(said) | Answer::Text(said) => said.clone(),
            Answer::Several(all) => list(lang, all),
            Answer::Count(count) => number(lang, i64::from(*count)),
            Answer::Money(money) => money_short(lang, money.0, "CAD"),
            Answer::Percent(share) => percent(lang, i64::from(*share), 100),
            Answer::Date(day) => date(lang, *day),
            Answer::Amounts(amounts) => {
                list(lang, &amounts.iter().map(|money| money_short(lang, money.0, "CAD")).collect::<Vec<_>>())
            }
            Answer::Scale(_) | Answer::Funds(_) => answer.written(),
        }
    }

    /// What was decided, in sentences of its own.
    fn decided(&mut self, name: &'static str, voice: Voice) {
        let (answer, borrowed) = match self.meet(name) {
            Met::Answer(answer, borrowed) => (answer, borrowed),
            Met::Withdrawn => return,
            Met::Open => {
                let said = self.question_to_decide(name);
                return self.push(Block::Paragraph(said));
            }
        };
        let lang = self.lang;
        let mark = |said: String| if borrowed { said + MARK } else { said };
        let key = format!("{}-{name}", voice.key());
        match answer {
            Answer::Choice(option) => self.push(Block::Paragraph(mark(t(lang, &format!("{key}-{option}"))))),
            Answer::Several(options) if voice == Voice::Signs => {
                for option in options {
                    let said = mark(capital(&t(lang, &format!("{key}-{option}"))));
                    self.push(Block::Pictured(made::picture(option).to_owned(), said));
                }
            }
            Answer::Several(options) => {
                self.blocks.push(Block::Paragraph(mark(t(lang, &key))));
                // A list of its own, even after another.
                self.blocks.push(Block::Bullets(options.iter().map(|option| t(lang, &format!("{key}-{option}"))).collect()));
            }
            Answer::Scale(_) | Answer::Funds(_) => {
                self.blocks.push(Block::Paragraph(mark(t(lang, &key))));
                let table = if let Answer::Scale(steps) = answer { made::scale(lang, steps) } else { made::funders(self) };
                self.blocks.push(Block::Table(table));
            }
            other => {
                let counted = match other {
                    Answer::Count(number) | Answer::Percent(number) => i64::from(*number),
                    Answer::Money(money) => money.0,
                    _ => 0,
                };
                let args = [("value", self.said(other).into()), ("number", counted.into())];
                self.push(Block::Paragraph(mark(tr(lang, &key, &args))));
            }
        }
    }

    /// « À décider : la monnaie. », in the territory's words if it has its own.
    pub(super) fn question_to_decide(&self, name: &str) -> String {
        let renamed = self.notebook.decision(name).map_or("", |decision| decision.renamed.as_str());
        let question = if renamed.is_empty() { t(self.lang, &format!("decision-{name}-short")) } else { renamed.to_owned() };
        tr(self.lang, "toolbox-question-to-decide", &[("question", question.into())])
    }

    /// The territory's own questions and answers.
    fn own(&mut self) {
        let notebook = self.notebook;
        let mut rows = Vec::new();
        for (name, decision) in notebook.decisions.iter().filter(|(name, d)| name.starts_with(OWN) && !d.withdrawn) {
            let said = match self.meet(name) {
                Met::Answer(answer, borrowed) => answer.written() + if borrowed { MARK } else { "" },
                _ => self.to_decide(),
            };
            let question = if decision.renamed.is_empty() { name.clone() } else { decision.renamed.clone() };
            rows.push(vec![question, said]);
        }
        if !rows.is_empty() {
            let about = t(self.lang, "toolbox-own");
            let head = vec![t(self.lang, "toolbox-question"), t(self.lang, "toolbox-answer")];
            self.blocks.push(Block::Heading(2, about.clone()));
            self.blocks.push(Block::Table(Table { about, head, rows, ..Table::default() }));
        }
    }
}

/// The same words with a capital.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
