//! Documents of plain parts, as other programs see them.

mod support;

use print::document::{Block, Logo, Look, PICTOGRAMS, Supported, Table, Written, WrittenWords};
use std::io::Read as _;
use support::{check, run, saved, text, words};

fn sample(look: Look) -> Written {
    let table = Table {
        about: "Ce qui entre".into(),
        head: vec!["Qui".into(), "Montant".into()],
        rows: vec![vec!["MRC & amis".into(), "10\u{a0}000\u{a0}$".into()], vec!["Total".into(), "10\u{a0}000\u{a0}$".into()]],
        total: true,
        amounts: true,
    };
    let logo = |name: &str, alt: &str| {
        let file = std::fs::read(format!("{}/assets/pictograms/{name}.png", env!("CARGO_MANIFEST_DIR"))).expect("a picture");
        Logo::read(&file, alt.to_owned()).expect("a logo")
    };
    Written {
        language: "fr-CA".into(),
        title: "Règles du programme".into(),
        subtitle: "Ce que nous avons décidé ensemble.".into(),
        programme: "Coupons <nourriciers> & cie".into(),
        territory: "MRC de Papineau".into(),
        logo: Some(logo("bag", "Un cabas")),
        look,
        draft: "Ébauche\u{a0}: deux réponses ne sont pas encore décidées.".into(),
        blocks: vec![
            Block::Heading(2, "Pour qui".into()),
            Block::Paragraph("Un paragraphe avec #du *typst* et <du XML>.".into()),
            Block::Bullets(vec!["premier point".into(), "second point".into()]),
            Block::Heading(3, "Comment".into()),
            Block::Steps(vec!["une étape".into(), "deux étapes".into()]),
            Block::Steps(vec!["autre étape".into()]),
            Block::Large("ICI".into()),
            Block::Pictured("bag".into(), "Apportez un sac.".into()),
            Block::Tick("Tout va bien".into()),
            Block::Field("Nom du marchand".into()),
            Block::Heading(2, "Argent".into()),
            Block::Table(table),
            Block::Grid(vec!["Jour".into(), "Nombre".into()], 3),
            Block::Signatures(vec![("Le marchand".into(), String::new()), ("Le programme".into(), "UPA".into())]),
        ],
        foot: "Version du 1er juillet".into(),
        supported: Some(Supported {
            words: "Avec l’appui de".into(),
            logos: vec![logo("coins", "Fonds du terroir"), logo("person", "Ville d’ici & de là")],
        }),
        words: WrittenWords { page: "Page".into(), date: "Date".into() },
    }
}

const IN_ORDER: [&str; 13] = [
    "Règles du programme",
    "Pour qui",
    "#du *typst* et <du XML>",
    "premier point",
    "Comment",
    "une étape",
    "autre étape",
    "ICI",
    "Apportez un sac.",
    "Nom du marchand",
    "MRC & amis",
    "Le marchand",
    "Avec l’appui de",
];

fn assert_in_order(printed: &str) {
    let plain = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = plain.as_str();
    for wanted in IN_ORDER {
        let at = rest.find(wanted).unwrap_or_else(|| panic!("{wanted:?} is not after the others in:\n{plain}"));
        rest = &rest[at + wanted.len()..];
    }
}

#[test]
fn a_pdf_is_tagged_read_in_order_and_carries_its_fonts() {
    for look in [Look::Office, Look::Sheet, Look::Leaflet, Look::Poster] {
        let pdf = sample(look).pdf().expect("set");
        check(&pdf);
        assert_in_order(&words(&pdf, &[]));
        let (_folder, path) = saved("written.pdf", &pdf);
        let said = |arguments: &[&str], program: &str| String::from_utf8(run(program, arguments).stdout).expect("UTF-8");
        let information = said(&[text(&path)], "pdfinfo");
        let line = |name: &str| information.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        assert!(line("Tagged:").ends_with("yes") && line("Title:").ends_with("Règles du programme"), "{information}");
        assert!(said(&["-meta", text(&path)], "pdfinfo").contains("pdfuaid:part"), "{look:?} is PDF/UA");
        for font in said(&[text(&path)], "pdffonts").lines().skip(2) {
            assert!(font.split_whitespace().rev().nth(4) == Some("yes"), "embedded: {font}");
        }
        assert_eq!(pdf, sample(look).pdf().expect("set again"));
    }
}

#[test]
fn each_logo_is_described_for_who_does_not_see_it() {
    for look in [Look::Office, Look::Poster] {
        let (_folder, path) = saved("written.pdf", &sample(look).pdf().expect("set"));
        let tree = String::from_utf8_lossy(&run("pdfinfo", &["-struct", text(&path)]).stdout).into_owned();
        assert_eq!(tree.matches("Figure").count(), 3, "{tree}");
        let images = String::from_utf8(run("pdfimages", &["-list", text(&path)]).stdout).expect("UTF-8");
        assert!(images.lines().count() >= 2 + 3, "{images}");
        let docx = sample(look).docx().expect("packed");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).expect("an archive");
        let mut body = String::new();
        archive.by_name("word/document.xml").expect("a body").read_to_string(&mut body).expect("UTF-8");
        for alt in ["Un cabas", "Fonds du terroir", "Ville d’ici &amp; de là"] {
            assert!(body.contains(&format!("descr=\"{alt}\"")), "{alt}");
        }
    }
}

#[test]
fn every_pictogram_can_be_drawn() {
    let blocks = PICTOGRAMS.iter().map(|name| Block::Pictured((*name).into(), "Mots".into())).collect();
    check(&Written { blocks, logo: None, supported: None, ..sample(Look::Leaflet) }.pdf().expect("set"));
}

#[test]
fn the_same_data_makes_the_same_docx() {
    let docx = sample(Look::Office).docx().expect("packed");
    assert_eq!(docx, sample(Look::Office).docx().expect("packed again"));
    assert!(docx.starts_with(b"PK"));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx)).expect("an archive");
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("read");
        if !part.name().starts_with("word/media/") {
            let (_folder, path) = saved("part.xml", &bytes);
            run("xmllint", &["--noout", text(&path)]);
        }
    }
}

#[test]
fn a_word_processor_makes_the_same_document_of_it() {
    for look in [Look::Office, Look::Leaflet, Look::Poster] {
        let (folder, path) = saved("written.docx", &sample(look).docx().expect("packed"));
        let home = format!("-env:UserInstallation=file://{}/home", folder.path().display());
        let out = text(folder.path()).to_owned();
        run("soffice", &[&home, "--headless", "--convert-to", "pdf", "--outdir", &out, text(&path)]);
        let pdf = std::fs::read(folder.path().join("written.pdf")).expect("made again");
        assert_in_order(&words(&pdf, &[]));
    }
}
