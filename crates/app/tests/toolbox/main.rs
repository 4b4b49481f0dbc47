//! The toolbox: every document, from every model, in both languages; and which decision changes which document.

mod paper;

use app::toolbox::{Around, Place, digest, document, documents_changed, name, undecided};
use notebook::answer::{Gift, Money, Step};
use notebook::toolbox::{Document, Piece, Voice};
use notebook::{Answer, Decision, Kind, Notebook, Question, State, catalogue};
use print::document::{Block, Written};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use text::{Lang, has};

/// Every notebook that a territory can begin from, and an empty one.
fn models() -> Vec<(String, Notebook)> {
    let known = catalogue().known.iter().filter(|known| known.model);
    let started = known.map(|known| (known.key.clone(), Notebook::start(catalogue(), &known.key).expect("a model")));
    started.chain([("empty".to_owned(), Notebook::default())]).collect()
}

fn write(lang: Lang, notebook: &Notebook, one: Document) -> Written {
    document(lang, notebook, catalogue(), &Around::default(), one)
}

/// What a territory might answer where its model says nothing.
fn first_answer(question: &Question) -> Answer {
    question.draft().unwrap_or_else(|| match question.kind {
        Kind::Choice => Answer::Choice(question.options[0].clone()),
        Kind::Several => Answer::Several(vec![question.options[0].clone()]),
        Kind::Text => Answer::Text(match question.key.as_str() {
            "programme-name" => "Coupons nourriciers de Papineau".to_owned(),
            "territory" => "MRC de Papineau".to_owned(),
            "carrier" => "Table de concertation de la Petite-Nation".to_owned(),
            "fiduciary" => "Coopérative Place du Marché".to_owned(),
            other => format!("Nom de {other}"),
        }),
        Kind::Count => Answer::Count(12),
        Kind::Money => Answer::Money(Money(4_100_000)),
        Kind::Percent => Answer::Percent(20),
        Kind::Date => Answer::Date(jiff::civil::date(2027, if question.key == "ends-on" { 10 } else { 7 }, 1)),
        Kind::Scale => Answer::Scale(vec![Step { from: 1, to: None, weekly: Money(2_000) }]),
        Kind::Amounts => Answer::Amounts(vec![Money(500)]),
        Kind::Funds => Answer::Funds(vec![Gift { name: "MRC".to_owned(), amount: Money(5_000_000) }]),
    })
}

/// Other answers to a question: each option, more, later.
fn others(question: &Question, now: &Answer) -> Vec<Answer> {
    let all: Vec<Answer> = match now {
        Answer::Choice(_) => question.options.iter().cloned().map(Answer::Choice).collect(),
        Answer::Several(_) => {
            let alone = question.options.iter().map(|option| Answer::Several(vec![option.clone()]));
            alone.chain([Answer::Several(question.options.clone())]).collect()
        }
        Answer::Text(said) => vec![Answer::Text(format!("{said} bis"))],
        Answer::Count(number) => vec![Answer::Count(number + 1)],
        Answer::Money(money) => vec![Answer::Money(Money(money.0 + 10_000))],
        Answer::Percent(share) => vec![Answer::Percent(share + 1)],
        Answer::Date(day) => vec![Answer::Date(day.tomorrow().expect("a day"))],
        Answer::Scale(steps) => {
            vec![Answer::Scale(steps.iter().map(|step| Step { weekly: Money(step.weekly.0 + 500), ..*step }).collect())]
        }
        Answer::Amounts(amounts) => vec![Answer::Amounts(vec![Money(amounts[0].0 + 500)])],
        Answer::Funds(_) => vec![Answer::Funds(vec![Gift { name: "Caisse".to_owned(), amount: Money(100) }])],
    };
    all.into_iter().filter(|answer| answer != now).collect()
}

/// The same notebook with everything answered and decided.
fn decided(mut notebook: Notebook) -> Notebook {
    for question in &catalogue().questions {
        let decision = notebook.decisions.entry(question.key.clone()).or_default();
        decision.answer.get_or_insert_with(|| first_answer(question));
        decision.state = State::Decided;
        decision.borrowed = None;
    }
    notebook
}

fn with(notebook: &Notebook, question: &str, answer: Answer) -> Notebook {
    let mut changed = notebook.clone();
    changed.decisions.get_mut(question).expect("answered").answer = Some(answer);
    changed
}

/// Where everything that a document can say is said: everything sold, everything accepted.
fn everything(mut notebook: Notebook) -> Notebook {
    for key in ["where", "acceptance", "evaluation", "sale-channel", "anti-stigma"] {
        let question = catalogue().question(key).expect("a question");
        notebook = with(&notebook, key, Answer::Several(question.options.clone()));
    }
    let notebook = with(&notebook, "medium", Answer::Choice("local-currency".to_owned()));
    with(&notebook, "public-sale", Answer::Choice("bonus".to_owned()))
}

/// Fails if a text is empty, is a key, or has a place left for somebody to fill in by reading the program.
fn assert_said(here: &str, written: &Written) {
    let blank = |block: &Block| matches!(block, Block::Grid(_, 0)) || matches!(block, Block::Bullets(all) if all.is_empty());
    assert!(!written.blocks.is_empty() && !written.blocks.iter().any(blank), "{here}");
    for text in written.texts() {
        assert!(!text.trim().is_empty(), "{here}: an empty text");
        assert!(!text.contains(['⟦', '{', '}']), "{here}: {text}");
        assert!(!text.contains("??") && text != "?" && !text.contains("[?]"), "{here}: {text}");
    }
    for block in &written.blocks {
        if let Block::Table(table) = block {
            assert!(table.rows.iter().all(|row| row.len() == table.head.len()) && !table.rows.is_empty(), "{here}");
        }
    }
}

#[test]
fn every_document_is_complete_for_every_model_in_both_languages() {
    for (model, notebook) in models() {
        for filled in [notebook.clone(), decided(notebook.clone()), everything(decided(notebook))] {
            for one in Document::EVERY {
                for lang in Lang::ALL {
                    let here = format!("{model} {} {}", one.key(), lang.code());
                    assert_said(&here, &write(*lang, &filled, *one));
                    assert!(!name(*lang, *one).contains('⟦'), "{here}");
                }
            }
        }
    }
}

#[test]
fn every_part_of_every_document_has_its_words() {
    fn lines<'p>(pieces: &'p [Piece], out: &mut Vec<(&'p str, Vec<&'p str>)>) {
        for piece in pieces {
            match piece {
                Piece::Heading(_, line)
                | Piece::Say(line)
                | Piece::Point(line)
                | Piece::Step(line)
                | Piece::Tick(line)
                | Piece::Large(line)
                | Piece::Pictured(_, line) => out.push((line.key, line.answers.clone())),
                Piece::Signatures(sides) => out.extend(sides.iter().map(|side| (side.key, Vec::new()))),
                Piece::Field(key) => out.push((key, Vec::new())),
                Piece::Grid(heads, _) => out.extend(heads.iter().map(|head| (*head, Vec::new()))),
                Piece::When(name, options, inside) => {
                    let question = catalogue().question(name).unwrap_or_else(|| panic!("{name} is no question"));
                    for option in options {
                        assert!(question.options.iter().any(|known| known == option), "{name} has no option {option}");
                    }
                    lines(inside, out);
                }
                Piece::Decided(..) | Piece::Made(_) => {}
            }
        }
    }
    let mut used = BTreeSet::new();
    for one in Document::EVERY {
        let mut found = Vec::new();
        lines(one.pieces(), &mut found);
        for (key, _) in &found {
            let full =
                key.strip_prefix('.').map_or_else(|| format!("toolbox-{}-{key}", one.key()), |key| format!("toolbox-{key}"));
            for lang in Lang::ALL {
                assert!(has(*lang, &full), "{} {full}", lang.code());
            }
            used.insert(full);
        }
        for name in one.depends_on() {
            assert!(catalogue().question(name).is_some(), "{}: {name} is no question", one.key());
        }
        let keys = text::keys(Lang::Fr);
        let prefix = format!("toolbox-{}-", one.key());
        for key in keys.iter().filter(|key| key.starts_with(&prefix) && !key.ends_with("-about") && !key.ends_with("-title")) {
            let table = key.starts_with("toolbox-places-");
            assert!(used.contains(*key) || table, "{key} is said nowhere");
        }
    }
}

/// Each option in each voice that some document tells it in.
#[test]
fn every_option_has_its_sentence() {
    fn decided<'p>(pieces: &'p [Piece], out: &mut BTreeSet<(&'p str, &'static str)>) {
        for piece in pieces {
            match piece {
                Piece::Decided(name, voice) => {
                    out.insert((name, voice.key()));
                }
                Piece::When(_, _, inside) => decided(inside, out),
                _ => {}
            }
        }
    }
    let mut told = BTreeSet::new();
    for one in Document::EVERY {
        decided(one.pieces(), &mut told);
    }
    for (name, voice) in told {
        let question = catalogue().question(name).expect("a question");
        let mut keys: Vec<String> = question.options.iter().map(|option| format!("{voice}-{name}-{option}")).collect();
        if question.kind != Kind::Choice && !(question.kind == Kind::Several && voice == Voice::Signs.key()) {
            keys.push(format!("{voice}-{name}"));
        }
        for key in keys {
            for lang in Lang::ALL {
                assert!(has(*lang, &key), "{} {key}", lang.code());
            }
        }
    }
    // The rules say everything that was asked.
    let said = Document::Rules.depends_on();
    let unsaid: Vec<&str> = catalogue().questions.iter().map(|q| q.key.as_str()).filter(|key| !said.contains(key)).collect();
    assert_eq!(unsaid, Vec::<&str>::new());
}

/// The table of dependencies, proved: a decision changes the documents that depend on it, in some notebook, and no
/// other, in any.
#[test]
fn a_decision_changes_exactly_the_documents_that_depend_on_it() {
    let bases: Vec<Notebook> = models().into_iter().map(|(_, notebook)| decided(notebook)).collect();
    let bases: Vec<Notebook> = bases.iter().take(2).cloned().chain([everything(bases[0].clone())]).collect();
    assert!(bases.len() >= 3);
    for question in &catalogue().questions {
        let declared: BTreeSet<Document> =
            Document::EVERY.iter().copied().filter(|one| one.depends_on().contains(question.key.as_str())).collect();
        let mut changed = BTreeSet::new();
        for base in &bases {
            let before: Vec<String> = Document::EVERY.iter().map(|one| digest(&write(Lang::Fr, base, *one))).collect();
            for answer in others(question, base.answer(&question.key).expect("answered")) {
                let after = with(base, &question.key, answer);
                for (one, before) in Document::EVERY.iter().zip(&before) {
                    let differs = digest(&write(Lang::Fr, &after, *one)) != *before;
                    assert!(!differs || declared.contains(one), "{} changes {} unsaid", question.key, one.key());
                    if differs {
                        changed.insert(*one);
                    }
                }
            }
        }
        let still: Vec<&str> = declared.difference(&changed).map(|one| one.key()).collect();
        assert!(still.is_empty(), "{} is said to change {still:?}", question.key);
    }
}

/// The same table, for people. `CABAS_WRITE=1 cargo test --workspace the_documents` writes it again.
#[test]
fn the_documents_and_their_decisions_are_written_down() {
    let mut table = String::from(
        "# The toolbox\n\nWhat a territory's notebook becomes on paper, and the decisions that each document says something of. Written by a \
         test from `crates/notebook/data/toolbox`, where each document is listed part by part; another test proves that a decision \
         changes these documents and no other. Each is a tagged PDF (PDF/UA-1) and a DOCX to change, in each language.\n\n\
         | document | name | decisions |\n|---|---|---|\n",
    );
    for one in Document::EVERY {
        let decisions: Vec<&str> =
            catalogue().questions.iter().map(|q| q.key.as_str()).filter(|key| one.depends_on().contains(key)).collect();
        let all = if decisions.len() == catalogue().questions.len() { "all".to_owned() } else { decisions.join(", ") };
        let _ = writeln!(table, "| {} | {} | {all} |", one.key(), name(Lang::En, *one));
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/toolbox.md");
    if std::env::var_os("CABAS_WRITE").is_some() {
        std::fs::write(&path, &table).expect("written");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == table, "docs/toolbox.md is stale: CABAS_WRITE=1 cargo test --workspace the_documents");
}

#[test]
fn what_changed_is_listed_in_the_order_of_the_toolbox() {
    let base = decided(models().remove(0).1);
    assert_eq!(documents_changed(catalogue(), &base, &base), []);
    let after = with(&base, "change", Answer::Choice("dollars".to_owned()));
    let changed = documents_changed(catalogue(), &base, &after);
    let declared: Vec<Document> = Document::EVERY.iter().copied().filter(|one| one.depends_on().contains("change")).collect();
    assert_eq!(changed, declared);
    assert!(changed.contains(&Document::MerchantAgreement) && !changed.contains(&Document::Budget));
}

#[test]
fn what_is_borrowed_is_marked_and_what_is_open_is_named() {
    let (_, started) = models().remove(0);
    let rules = write(Lang::Fr, &started, Document::Rules);
    assert!(rules.draft.starts_with("Ébauche\u{a0}: ") && rules.draft.contains("Portneuf, 2025"), "{}", rules.draft);
    assert!(rules.texts().contains(&"Aucune monnaie n’est rendue sur un coupon.*"));
    assert!(rules.texts().contains(&"Programme à nommer"));
    let open = undecided(&started, catalogue(), Document::Rules);
    assert_eq!(open.len(), catalogue().questions.len());
    let clean = write(Lang::Fr, &decided(started.clone()), Document::Rules);
    assert_eq!(clean.draft, "");
    assert!(clean.texts().iter().all(|text| !text.ends_with('*')));
    assert!(undecided(&decided(started), catalogue(), Document::Rules).is_empty());
}

#[test]
fn a_question_that_the_territory_does_not_ask_is_in_no_document() {
    let mut base = decided(models().remove(0).1);
    base.decisions.get_mut("change").expect("answered").withdrawn = true;
    for one in Document::EVERY {
        let written = write(Lang::Fr, &base, *one);
        assert_said(one.key(), &written);
        assert!(written.texts().iter().all(|text| !text.contains("monnaie n’est rendue")), "{}", one.key());
        assert_eq!(written.draft, "");
    }
}

#[test]
fn a_territory_s_own_questions_are_in_its_rules() {
    let mut base = decided(models().remove(0).1);
    let own = Decision {
        answer: Some(Answer::Text("Oui, le samedi.".to_owned())),
        renamed: "La cloche sonne-t-elle\u{a0}?".to_owned(),
        state: State::Decided,
        ..Decision::default()
    };
    let before = base.clone();
    base.decisions.insert("own-cloche".to_owned(), own);
    let rules = write(Lang::Fr, &base, Document::Rules);
    assert!(rules.texts().contains(&"Oui, le samedi.") && rules.texts().iter().any(|text| text.ends_with("Nos propres règles")));
    assert_eq!(documents_changed(catalogue(), &before, &base), [Document::Rules]);
}

#[test]
fn places_that_are_known_are_listed() {
    let base = decided(models().remove(0).1);
    let place = Place { name: "Marché de Cap-Santé".into(), when: "le jeudi".into(), sells: "légumes".into() };
    let around = Around { places: vec![place], ..Around::default() };
    let written = document(Lang::Fr, &base, catalogue(), &around, Document::Places);
    assert!(written.texts().contains(&"Marché de Cap-Santé"));
    assert!(!written.blocks.iter().any(|block| matches!(block, Block::Grid(..))));
}

#[test]
fn a_place_is_said_in_words() {
    let file = r#"{"id":1,"key":"m","name":"Marché de Cap-Santé","municipality":"Cap-Santé","address":"194, route 138",
        "hours":"Beau temps, mauvais temps","sells":["produce","honey"],
        "opens":[{"starts_on":"2027-06-24","rule":"FREQ=WEEKLY;BYDAY=TH","from":"15:30","until":"18:30"}]}"#;
    let place: app::domain::place::Place = serde_json::from_str(file).expect("a place");
    let said = Place::of(Lang::Fr, &place);
    assert_eq!(said.name, "Marché de Cap-Santé, 194, route 138, Cap-Santé");
    assert!(said.when.starts_with("Le jeudi") && said.when.ends_with(". Beau temps, mauvais temps"), "{}", said.when);
    assert_eq!(said.sells, "Fruits et légumes, miel et érable");
    let bare = Place::of(Lang::En, &app::domain::place::Place { opens: vec![], hours: String::new(), sells: vec![], ..place });
    assert_eq!((bare.when.as_str(), bare.sells.as_str()), ("", ""));
}

#[test]
fn the_budget_adds_up() {
    let mut base = decided(models().remove(0).1);
    base = with(&base, "funders", Answer::Funds(vec![Gift { name: "MRC".into(), amount: Money(1_000_050) }]));
    base = with(&base, "coupon-budget", Answer::Money(Money(900_000)));
    base = with(&base, "operations-share", Answer::Percent(15));
    let budget = write(Lang::En, &base, Document::Budget);
    let texts = budget.texts();
    for wanted in ["$10,000.50", "$9,000.00", "$1,500.07", "$10,500.07", "Still missing", "$499.57"] {
        assert!(texts.contains(&wanted), "{wanted}: {texts:?}");
    }
}
