//! Samples, and the outside programs that judge what we print. A missing program is a failure.
#![allow(dead_code, reason = "each test file uses some of it")]

use print::Colour;
use print::coupon_sheet::{Design, Face, Words, write_sheets};
use std::convert::Infallible;
use std::path::Path;
use std::process::{Command, Output};

/// Runs a program and insists that it succeeds.
pub fn run(program: &str, arguments: &[&str]) -> Output {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{program} is needed by this test (poppler-utils, zbar-tools, qpdf): {error}"));
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// The path as text; test paths are plain.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

/// A temporary folder with `name` in it.
pub fn saved(name: &str, bytes: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("written");
    (folder, path)
}

/// Fails unless qpdf finds the file sound.
pub fn check(bytes: &[u8]) {
    let (_folder, path) = saved("checked.pdf", bytes);
    let output = run("qpdf", &["--check", text(&path)]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
}

/// The text of a PDF as a person reads it.
pub fn words(bytes: &[u8], options: &[&str]) -> String {
    let (_folder, path) = saved("read.pdf", bytes);
    let mut arguments = options.to_vec();
    arguments.extend([text(&path), "-"]);
    String::from_utf8(run("pdftotext", &arguments).stdout).expect("UTF-8")
}

/// A grey picture.
pub struct Picture {
    /// Pixels.
    pub width: usize,
    /// Pixels.
    pub height: usize,
    /// One byte a pixel, rows from the top.
    pub grey: Vec<u8>,
}

/// Reads the binary PGM that pdftoppm writes: `P5`, width, height, 255, one white space, the pixels.
pub fn read_pgm(path: &Path) -> Picture {
    let bytes = std::fs::read(path).expect("a picture");
    let mut fields = Vec::new();
    let mut at = 0;
    while fields.len() < 4 {
        let end = at + bytes[at..].iter().position(u8::is_ascii_whitespace).expect("a PGM header");
        fields.push(std::str::from_utf8(&bytes[at..end]).expect("ASCII").to_owned());
        at = end + 1;
    }
    assert_eq!((fields[0].as_str(), fields[3].as_str()), ("P5", "255"));
    let number = |field: &str| field.parse::<usize>().expect("a number");
    let (width, height) = (number(&fields[1]), number(&fields[2]));
    Picture { width, height, grey: bytes[at..at + width * height].to_vec() }
}

/// A usual design.
pub fn design() -> Design {
    Design {
        language: "fr-CA".into(),
        programme: "Coupons nourriciers de Papineau".into(),
        territory: "MRC de Papineau".into(),
        class_letter: 'A',
        class_name: "Fruits et légumes".into(),
        colour: Colour::new(0x2e, 0x6f, 0x40),
        face: "5\u{a0}$".into(),
        dates: "Du 1er juillet au 12 octobre 2025".into(),
        conditions: "Échangeable contre des fruits et des légumes aux kiosques participants. \
                     Le marchand ne rend pas la monnaie."
            .into(),
        check_at: "pcn.example/c".into(),
        words: Words {
            coupon: "COUPON NOURRICIER".into(),
            not_legal_tender: "N’a pas cours légal".into(),
            number: "N°".into(),
            check: "Vérifier\u{a0}:".into(),
            booklet: "Carnet".into(),
            sheet: "Feuille".into(),
        },
    }
}

/// A coupon that nobody signed, with a text as long and as dense as a signed one's.
pub fn face(index: u32) -> Face {
    let mut state = u64::from(index).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut symbol = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[usize::try_from(state >> 59).expect("small")])
    };
    let signed: String = (0..127).map(|_| symbol()).collect();
    Face {
        code: format!("{}-{}", &signed[..5], &signed[5..10]),
        url: format!("HTTPS://PCN.EXAMPLE/C/{signed}"),
        number: format!("12-{:05}", index + 1),
    }
}

/// A print run of samples.
pub fn sheets(design: &Design, total: u32, booklet: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let report = write_sheets(&mut out, design, total, booklet, |index| Ok::<_, Infallible>(face(index))).expect("printed");
    assert_eq!(report.bytes, out.len() as u64);
    assert_eq!((report.coupons, report.sheets), (total, total.div_ceil(10)));
    out
}
