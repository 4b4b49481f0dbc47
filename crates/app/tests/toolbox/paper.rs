//! The toolbox on paper, as other people's programs see it: poppler for the PDF, LibreOffice for the DOCX, a checker of
//! PDF/UA. `CABAS_PAPER=folder` keeps the files, to be looked at.

use crate::{decided, models, write};
use notebook::toolbox::Document;
use print::document::{Block, Logo, Supported, Written};
use std::path::{Path, PathBuf};
use std::process::Command;
use text::Lang;

fn run(program: &Path, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{} is needed by this test: {error}", program.display()));
    assert!(output.status.success(), "{} {arguments:?}: {}", program.display(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Words without what paper does to them: spaces, line ends, marks of lists.
fn plain(words: &str) -> String {
    words.split_whitespace().flat_map(str::chars).filter(|sign| !matches!(sign, '•' | '\u{ad}' | '\u{200b}')).collect()
}

/// The headings and paragraphs of a document, in the order in which they are to be read.
fn in_order(written: &Written) -> Vec<String> {
    let texts = written.blocks.iter().filter_map(|block| match block {
        Block::Heading(_, text) | Block::Paragraph(text) | Block::Large(text) | Block::Pictured(_, text) => Some(plain(text)),
        _ => None,
    });
    std::iter::once(plain(&written.title)).chain(texts).collect()
}

fn assert_in_order(here: &str, printed: &str, wanted: &[String]) {
    // A page's foot stands between two lines wherever the page ends: what is looked for is short, and near.
    let printed = plain(printed);
    let mut rest = printed.as_str();
    for text in wanted {
        let begin: String = text.chars().take(24).collect();
        let at = rest.find(&begin).unwrap_or_else(|| panic!("{here}: {begin:?} is not after the others in:\n{printed}"));
        rest = &rest[at + begin.len()..];
    }
}

/// Where the files go: a folder of this test, or one that somebody named to look at them.
fn folder() -> (Option<tempfile::TempDir>, PathBuf) {
    if let Some(named) = std::env::var_os("CABAS_PAPER") {
        let path = PathBuf::from(named);
        std::fs::create_dir_all(&path).expect("a folder");
        return (None, path);
    }
    let kept = tempfile::tempdir().expect("a folder");
    let path = kept.path().to_owned();
    (Some(kept), path)
}

/// A logo, as large as a file's becomes.
fn logo() -> Logo {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../print/assets/pictograms/bag.png");
    Logo::read(&std::fs::read(path).expect("a picture"), "Un cabas".into()).expect("a logo")
}

#[test]
fn every_document_is_printed_tagged_read_in_order_and_opened_by_a_word_processor() {
    let (_kept, folder) = folder();
    let text = |path: &Path| path.to_str().expect("a plain path").to_owned();
    // One model as it begins, with its marks; another as it is once decided.
    let mut models = models();
    let begun = models.remove(0).1;
    let filled = decided(models.remove(0).1);
    let mut made: Vec<(String, Written)> = Vec::new();
    for one in Document::EVERY {
        for lang in Lang::ALL {
            for (state, notebook) in [("draft", &begun), ("decided", &filled)] {
                made.push((format!("{}-{}-{state}", one.key(), lang.code()), write(*lang, notebook, *one)));
                // A sign that thanks four funders is a sign still.
                if one.look() == notebook::toolbox::Look::Poster {
                    let supported = Some(Supported { words: "Avec l’appui de".into(), logos: vec![logo(); 4] });
                    let thanks = Written { logo: Some(logo()), supported, ..write(*lang, notebook, *one) };
                    made.push((format!("{}-{}-thanks-{state}", one.key(), lang.code()), thanks));
                }
            }
        }
    }
    let mut long = Vec::new();
    for (name, written) in &made {
        let pdf = folder.join(format!("{name}.pdf"));
        std::fs::write(&pdf, written.pdf().expect("set")).expect("written");
        if name.ends_with("decided") {
            std::fs::write(folder.join(format!("{name}.docx")), written.docx().expect("packed")).expect("written");
        }
        let information = run(Path::new("pdfinfo"), &[&text(&pdf)]);
        let line = |wanted: &str| information.lines().find(|line| line.starts_with(wanted)).unwrap_or_default();
        assert!(line("Tagged:").ends_with("yes"), "{name}: {information}");
        assert!(run(Path::new("pdfinfo"), &["-meta", &text(&pdf)]).contains("pdfuaid:part"), "{name} is not PDF/UA");
        assert_in_order(name, &run(Path::new("pdftotext"), &[&text(&pdf), "-"]), &in_order(written));
        for font in run(Path::new("pdffonts"), &[&text(&pdf)]).lines().skip(2) {
            assert_eq!(font.split_whitespace().rev().nth(4), Some("yes"), "{name}: a font is not embedded: {font}");
        }
        let pages: usize = line("Pages:").split_whitespace().nth(1).and_then(|count| count.parse().ok()).expect("a count");
        if ["stall-sign", "products-sign", "poster"].iter().any(|one| name.starts_with(one)) {
            long.extend((pages > 1).then_some(name));
        }
    }
    assert!(long.is_empty(), "a sign for a wall is one page: {long:?}");
    // A word processor opens what we write, and prints the same words in the same order.
    let again = folder.join("again");
    let home = tempfile::tempdir().expect("a folder");
    let profile = format!("-env:UserInstallation=file://{}", home.path().display());
    // The slow part: one state of each is enough, the parts are the same.
    made.retain(|(name, _)| name.ends_with("decided"));
    let files: Vec<String> = made.iter().map(|(name, _)| text(&folder.join(format!("{name}.docx")))).collect();
    let out = text(&again);
    let mut arguments = vec![profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir", &out];
    arguments.extend(files.iter().map(String::as_str));
    run(Path::new("soffice"), &arguments);
    for (name, written) in &made {
        let printed = run(Path::new("pdftotext"), &[&text(&again.join(format!("{name}.pdf"))), "-"]);
        assert_in_order(&format!("{name}, by LibreOffice"), &printed, &in_order(written));
    }
    let oracles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/oracles");
    let python = oracles.join(".venv/bin/python");
    assert!(python.exists(), "{} is missing: ./test makes it from tests/oracles/requirements.txt", python.display());
    let said = run(&python, &[&text(&oracles.join("documents.py")), &text(&folder)]);
    assert!(said.trim_end().ends_with("sound"), "{said}");
}
