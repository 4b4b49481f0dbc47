//! Photographs made from our own printed sheets, and how many of their symbols are read. The clean set is held to
//! 99 %; the rates of every set are docs/photos.md, written by `CABAS_WRITE=1 cargo test --workspace --test photographs`.

#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels")]
#![allow(clippy::cast_possible_wrap, clippy::many_single_char_names, reason = "pixels")]

#[path = "support/photograph.rs"]
mod photograph;

use photo::{Grey, file};
use photograph::{Scene, photograph};
use print::Colour;
use print::coupon_sheet::{Design, Face, Words, write_sheets};
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

/// Coupons in a picture.
const CARDS: u32 = 40;

const CLEAN: Scene = Scene {
    size: (4000, 3000),
    grid: (5, 8),
    gap: -1.5,
    stir: 2.0,
    turn: 6.0,
    hides: false,
    roll: 5.0,
    perspective: 0.05,
    blur: 0.7,
    light: (0.95, 0.65),
    noise: 3.0,
    crease: 0.0,
    quality: 88,
};

/// Every set: its name, what it is like, its scene.
const SETS: [(&str, &str, Scene); 10] = [
    ("clean", "12 megapixels, edges that overlap, a little of each fault", CLEAN),
    ("8 MP", "the same with 8 megapixels", Scene { size: (3264, 2448), ..CLEAN }),
    ("5 MP", "the same with 5 megapixels: a module is 2 pixels", Scene { size: (2592, 1944), ..CLEAN }),
    ("3 MP", "the same with 3 megapixels: a module is 1.7 pixels", Scene { size: (2048, 1536), ..CLEAN }),
    ("blurred", "blur of 1.3 pixels", Scene { blur: 1.3, ..CLEAN }),
    ("very blurred", "blur of 2 pixels", Scene { blur: 2.0, ..CLEAN }),
    ("dark", "a fifth of the light, four times the noise", Scene { light: (0.3, 0.12), noise: 8.0, blur: 0.9, ..CLEAN }),
    (
        "slanted",
        "the far side of the table at 1.6 times the distance of the near one",
        Scene { perspective: 0.22, turn: 20.0, gap: 6.0, ..CLEAN },
    ),
    ("creased", "folds up to 1 mm deep across each card", Scene { crease: 1.0, gap: 4.0, ..CLEAN }),
    (
        "hidden",
        "thrown: cards hide parts of the symbols of others",
        Scene { hides: true, gap: -3.0, stir: 6.0, turn: 15.0, ..CLEAN },
    ),
];

/// What is in the symbol of a coupon: as long and as dense as a signed code.
fn face(index: u32) -> Face {
    let mut state = u64::from(index).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut symbol = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"[usize::try_from(state >> 59).expect("small")])
    };
    let signed: String = (0..127).map(|_| symbol()).collect();
    let code = format!("{}-{}", &signed[..5], &signed[5..10]);
    Face { code, url: format!("HTTPS://PCN.EXAMPLE/C/{signed}"), number: format!("12-{:05}", index + 1) }
}

fn sheets(total: u32) -> Vec<u8> {
    let design = Design {
        language: "fr-CA".into(),
        programme: "Coupons nourriciers de Papineau".into(),
        territory: "MRC de Papineau".into(),
        class_letter: 'A',
        class_name: "Fruits et légumes".into(),
        colour: Colour::new(0x2e, 0x6f, 0x40),
        face: "5\u{a0}$".into(),
        dates: "Du 1er juillet au 12 octobre 2025".into(),
        conditions: "Échangeable contre des fruits et des légumes aux kiosques participants. Le marchand ne rend pas la monnaie."
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
    };
    let mut out = Vec::new();
    write_sheets(&mut out, &design, total, 10, |index| Ok::<_, Infallible>(face(index))).expect("printed");
    out
}

/// The cards cut from printed sheets, at the density of an office scanner.
fn cards(total: u32) -> Vec<Grey> {
    const DENSITY: usize = 300;
    let folder = tempfile::tempdir().expect("a folder");
    let pdf = folder.path().join("sheets.pdf");
    std::fs::write(&pdf, sheets(total)).expect("written");
    let page = folder.path().join("page");
    let done = Command::new("pdftoppm").args(["-r", "300", "-gray"]).arg(&pdf).arg(&page).status();
    assert!(done.expect("pdftoppm is needed by this test (poppler-utils)").success());
    let mut pages: Vec<_> = std::fs::read_dir(folder.path()).expect("pages").filter_map(|e| Some(e.ok()?.path())).collect();
    pages.retain(|path| path.extension().is_some_and(|e| e == "pgm"));
    pages.sort();
    let mut cards = Vec::new();
    for path in pages {
        let page = pgm(&path);
        for i in 0..10 {
            let (x, y) = ((54 + i % 2 * 252) * DENSITY / 72, (36 + i / 2 * 144) * DENSITY / 72);
            cards.push(page.part(x as f32, y as f32, 1050.0, 600.0));
        }
    }
    cards
}

/// A binary PGM as pdftoppm writes it: `P5`, width, height, 255, one white space, the pixels.
fn pgm(path: &Path) -> Grey {
    let bytes = std::fs::read(path).expect("a picture");
    let mut fields = Vec::new();
    let mut at = 0;
    while fields.len() < 4 {
        let end = at + bytes[at..].iter().position(u8::is_ascii_whitespace).expect("a PGM header");
        fields.push(String::from_utf8_lossy(&bytes[at..end]).into_owned());
        at = end + 1;
    }
    let number = |field: &str| field.parse::<usize>().expect("a number");
    Grey::new(number(&fields[1]), number(&fields[2]), bytes[at..].to_vec()).expect("a whole picture")
}

#[derive(Default, Clone, Copy)]
struct Tally {
    read: usize,
    seen: usize,
    wrong: usize,
}

/// Photographs of one set, sent as JPEG files.
fn tally(cards: &[Grey], scene: &Scene, seeds: std::ops::Range<u64>) -> Tally {
    let truth: BTreeSet<String> = (0..CARDS).map(|index| face(index).url).collect();
    let mut tally = Tally::default();
    for seed in seeds {
        let jpeg = photograph(cards, scene, seed).jpeg(scene.quality);
        let pictures = file::pictures(&jpeg, &mut |picture| {
            let reading = photo::read(&picture);
            let read: BTreeSet<String> = reading.found.iter().map(|f| f.text.clone()).collect();
            assert_eq!(read.len(), reading.found.len(), "each symbol once");
            tally.read += read.intersection(&truth).count();
            tally.wrong += read.difference(&truth).count();
            tally.seen += reading.unread.len();
            ControlFlow::Continue(())
        });
        assert_eq!(pictures, Ok(1));
    }
    tally
}

#[test]
fn photographs_of_the_clean_set_are_read() {
    let cards = cards(CARDS);
    assert_eq!(cards.len(), CARDS as usize);
    let (one, two) = std::thread::scope(|scope| {
        let one = scope.spawn(|| tally(&cards, &CLEAN, 0..1));
        let two = scope.spawn(|| tally(&cards, &CLEAN, 1..2));
        (one.join().expect("read"), two.join().expect("read"))
    });
    let (read, all) = (one.read + two.read, 2 * CARDS as usize);
    assert_eq!(one.wrong + two.wrong, 0, "nothing is made up");
    assert!(read * 100 >= all * 99, "{read} of {all}");
    if std::env::var_os("CABAS_WRITE").is_some() {
        write_rates(&cards);
    }
}

/// Photographs of each set in docs/photos.md.
const EACH: u64 = 5;

fn write_rates(cards: &[Grey]) {
    let mut table = String::from(
        "# Codes read in photographs\n\n\
         Photographs made by `crates/photo/tests/support/photograph.rs` from our own printed sheets: 40 coupons on a table, cut, turned, \
         lit from one side, seen by a camera, sent as JPEG. They are seeded: the same numbers make the same pictures. No real camera took \
         them; a real one has faults of its own. Each set is 5 photographs, 200 coupons. « Outlined » are symbols seen and not read, which \
         the page asks to write; the rest were neither read nor outlined (a negative rest is outlines that are no symbol). No code was ever \
         read wrong: the test fails if one is.\n\n\
         Written by `CABAS_WRITE=1 cargo test --workspace --test photographs`. The test itself holds the clean set to 99 %.\n\n\
         | Set | What it is like | Read | Outlined | Rest |\n|---|---|---|---|---|\n",
    );
    for (name, like, scene) in &SETS {
        let half = EACH / 2;
        let (one, two) = std::thread::scope(|scope| {
            let one = scope.spawn(|| tally(cards, scene, 100..100 + half));
            let two = scope.spawn(|| tally(cards, scene, 100 + half..100 + EACH));
            (one.join().expect("read"), two.join().expect("read"))
        });
        let all = EACH as usize * CARDS as usize;
        let (read, seen) = (one.read + two.read, one.seen + two.seen);
        assert_eq!(one.wrong + two.wrong, 0, "{name}");
        let part = |n: usize| n as f64 * 100.0 / all as f64;
        let rest = 100.0 - part(read) - part(seen);
        let _ = writeln!(table, "| {name} | {like} | {:.1} % | {:.1} % | {rest:.1} % |", part(read), part(seen));
    }
    std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/photos.md"), table).expect("written");
}

#[test]
fn a_printed_sheet_is_read_as_a_pdf() {
    let mut texts = BTreeSet::new();
    let pages = file::pictures(&sheets(4), &mut |page| {
        texts.extend(photo::read(&page).found.into_iter().map(|found| found.text));
        ControlFlow::Continue(())
    });
    assert_eq!(pages, Ok(1));
    assert_eq!(texts, (0..4).map(|index| face(index).url).collect());
}

#[test]
fn a_hidden_corner_is_outlined() {
    let cards = cards(10);
    let scene = Scene { size: (1800, 1300), grid: (2, 5), gap: 4.0, ..CLEAN };
    let whole = photograph(&cards, &scene, 3);
    let reading = photo::read(&whole);
    assert_eq!((reading.found.len(), reading.unread.len()), (10, 0));
    // A thumb on one corner of one symbol.
    let thumb = reading.found[4].corners[0];
    let width = whole.width();
    let pixels = whole.pixels().iter().enumerate().map(|(i, light)| {
        let far = ((i % width) as f32 - thumb.0).hypot((i / width) as f32 - thumb.1);
        if far < 32.0 { 150 } else { *light }
    });
    let hidden = Grey::new(width, whole.height(), pixels.collect()).expect("a picture");
    let again = photo::read(&hidden);
    assert_eq!((again.found.len(), again.unread.len()), (9, 1));
    let (x, y) = again.unread[0].iter().fold((0.0, 0.0), |sum, c| (sum.0 + c.0 / 4.0, sum.1 + c.1 / 4.0));
    assert!((x - thumb.0).hypot(y - thumb.1) < 200.0, "near the thumb: {x}, {y}");
}

#[test]
fn what_is_no_picture_is_refused() {
    let open = |bytes: &[u8]| file::pictures(bytes, &mut |_| ControlFlow::Continue(()));
    assert_eq!(open(b""), Err(file::Unopened::NotAPicture));
    assert_eq!(open(b"jour;code\n26;7K2M4-QXP9H\n"), Err(file::Unopened::NotAPicture));
    assert_eq!(open(b"%PDF-1.7\nnothing"), Err(file::Unopened::NotAPicture));
    assert_eq!(open(&vec![0; file::MOST_BYTES + 1]), Err(file::Unopened::TooManyBytes));
    let wide = Grey::new(8_000, 4_000, vec![255; 32_000_000]).expect("a picture");
    assert_eq!(open(&wide.jpeg(10)), Err(file::Unopened::TooManyPixels));
    // A picture cut short is never a panic.
    let jpeg = Grey::new(200, 200, vec![128; 40_000]).expect("a picture").jpeg(80);
    for length in 0..jpeg.len().min(400) {
        let _ = open(&jpeg[..length]);
    }
    assert_eq!(open(&sheets(510)), Err(file::Unopened::TooManyPages));
}
