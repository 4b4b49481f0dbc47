//! Coupon sheets as other programs see them.

mod support;

use print::coupon_sheet::{Design, DesignError, Part, PrintError, check as check_design, write_sheets};
use proptest::prelude::*;
use std::collections::BTreeSet;
use support::{check, design, face, read_pgm, run, saved, sheets, text, words};

#[test]
fn a_sheet_more_when_ten_are_full() {
    for (total, pages) in [(0, 1), (1, 1), (9, 1), (10, 1), (11, 2), (25, 3), (1300, 130)] {
        let pdf = sheets(&design(), total, 1);
        check(&pdf);
        let printed = words(&pdf, &[]);
        assert_eq!(printed.matches('\u{c}').count(), pages, "{total} coupons");
        assert_eq!(printed.matches("COUPON NOURRICIER").count(), total as usize);
    }
}

#[test]
fn the_same_input_makes_the_same_bytes() {
    assert_eq!(sheets(&design(), 12, 10), sheets(&design(), 12, 10));
}

#[test]
fn a_refused_coupon_stops_the_run_and_is_named() {
    let mut out = Vec::new();
    let result = write_sheets(&mut out, &design(), 20, 1, |index| if index == 4 { Err("no key") } else { Ok(face(index)) });
    assert!(matches!(result, Err(PrintError::Coupon { index: 4, cause: "no key" })));
}

#[test]
fn both_readers_read_every_symbol_at_office_resolution() {
    let (folder, pdf) = saved("coupons.pdf", &sheets(&design(), 25, 10));
    run("pdftoppm", &["-r", "300", "-gray", text(&pdf), text(&folder.path().join("page"))]);
    let wanted: BTreeSet<String> = (0..25).map(|index| face(index).url).collect();
    let (mut zbar, mut rust) = (BTreeSet::new(), BTreeSet::new());
    for page in 1..=3 {
        let path = folder.path().join(format!("page-{page}.pgm"));
        let output = run("zbarimg", &["-q", "--raw", text(&path)]);
        zbar.extend(String::from_utf8(output.stdout).expect("ASCII").lines().map(str::to_owned));
        let picture = read_pgm(&path);
        let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(picture.width, picture.height, |x, y| {
            picture.grey[y * picture.width + x]
        });
        rust.extend(prepared.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, content)| content));
    }
    assert_eq!(zbar, wanted);
    assert_eq!(rust, wanted);
}

/// A word of a page: its box in points from the upper left corner, and the word.
type Placed = ([f32; 4], String);

fn placed_words(pdf: &[u8]) -> Vec<Placed> {
    let xml = words(pdf, &["-bbox"]);
    let attribute = |line: &str, name: &str| {
        let start = line.find(&format!("{name}=\"")).expect("an attribute") + name.len() + 2;
        let length = line[start..].find('"').expect("its end");
        line[start..start + length].parse::<f32>().expect("a number")
    };
    let lines = xml.lines().filter(|line| line.trim_start().starts_with("<word"));
    lines
        .map(|line| {
            let edges = ["xMin", "yMin", "xMax", "yMax"].map(|name| attribute(line, name));
            let word = line.split('>').nth(1).and_then(|rest| rest.split('<').next()).expect("a word");
            (edges, word.to_owned())
        })
        .collect()
}

/// What is printed on a lone coupon keeps nine points from the cut, off the symbol, and off other words.
fn assert_tidy(design: &Design) {
    let placed = placed_words(&sheets(design, 1, 10));
    // The symbol with its quiet zone, in the same coordinates (card at 54, 36).
    let symbol = [54.0 + 179.0, 36.0 + 40.0, 54.0 + 252.0, 36.0 + 110.0];
    let on_card: Vec<&Placed> = placed.iter().filter(|(_, word)| word != "Feuille" && word != "/").collect();
    let on_card: Vec<&Placed> = on_card.into_iter().filter(|(edges, _)| edges[1] < 200.0).collect();
    assert!(on_card.len() > 10);
    for (edges, word) in &on_card {
        assert!(edges[0] >= 54.0 + 8.0 && edges[2] <= 54.0 + 252.0 - 8.9, "{word} {edges:?}");
        assert!(edges[1] >= 36.0 + 4.0 && edges[3] <= 36.0 + 144.0 - 5.0, "{word} {edges:?}");
        // Boxes are as tall as the font's tallest letters; the overlap of ink is what matters.
        let middle = f32::midpoint(edges[1], edges[3]);
        let beside = edges[2] <= symbol[0] || middle <= symbol[1] || middle >= symbol[3];
        assert!(beside, "{word} is on the symbol: {edges:?}");
    }
    for (index, (a, first)) in on_card.iter().enumerate() {
        for (b, second) in &on_card[index + 1..] {
            let ink = |edges: &[f32; 4]| {
                let height = edges[3] - edges[1];
                [edges[0] + 0.1, edges[1] + height * 0.3, edges[2] - 0.1, edges[3] - height * 0.25]
            };
            let (a, b) = (ink(a), ink(b));
            let apart = a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1];
            assert!(apart, "{first} and {second} overlap");
        }
    }
}

#[test]
fn long_texts_stay_in_their_places() {
    assert_tidy(&design());
    assert_tidy(&Design {
        programme: "Programme de coupons nourriciers du Bas-Saint-Laurent".into(),
        territory: "MRC de La Haute-Côte-Nord".into(),
        class_letter: 'W',
        class_name: "Viandes, poissons, œufs, produits laitiers et légumineuses".into(),
        face: "100\u{a0}$".into(),
        dates: "Du 15 septembre 2025 au 31 décembre 2026".into(),
        conditions: "Pour des aliments locaux seulement, chez les marchands affichés. Ne se vend pas, ne se \
                     rembourse pas. La monnaie n’est pas rendue."
            .into(),
        check_at: "coupons.example/c".into(),
        ..design()
    });
}

#[test]
fn what_does_not_fit_is_named_before_anything_is_written() {
    let long = Design { conditions: "Échangeable contre des légumes. ".repeat(20), ..design() };
    assert_eq!(check_design(&long), Err(DesignError::TooLong(Part::Conditions)));
    let mut out = Vec::new();
    let result = write_sheets(&mut out, &long, 5, 1, |index| Ok::<_, ()>(face(index)));
    assert!(matches!(result, Err(PrintError::Design(_))) && out.is_empty());
    let strange = Design { territory: "ᓄᓇᕕᒃ".into(), ..design() };
    assert!(matches!(check_design(&strange), Err(DesignError::Glyph { part: Part::Territory, .. })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_is_accepted_is_tidy(
        programme in "[A-Z][a-zé]{3,11}( [a-zé’-]{2,12}){0,5}",
        class_name in "[A-Z][a-zé]{3,11}( [a-zé’-]{2,12}){0,5}",
        conditions in "[A-Z][a-zé]{3,11}( [a-zé’-]{2,12}){1,24}\\.",
        value in 1u32..1000,
    ) {
        let design = Design { programme, class_name, conditions, face: format!("{value}\u{a0}$"), ..design() };
        if check_design(&design).is_ok() {
            assert_tidy(&design);
        }
    }
}
