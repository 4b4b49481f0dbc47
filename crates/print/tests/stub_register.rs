//! The register of stubs as other programs see it.

mod support;

use print::Colour;
use print::stub_register::{Register, RegisterError, Words, write_stubs};
use support::{check, words};

fn register() -> Register {
    Register {
        language: "fr-CA".into(),
        programme: "Coupons nourriciers de Papineau".into(),
        class_letter: 'A',
        class_name: "Fruits et légumes, 5 $".into(),
        colour: Colour::new(0x2e, 0x6f, 0x40),
        batch: "Lot 12".into(),
        words: Words {
            title: "Registre de remise".into(),
            help: "Une ligne par carnet remis. N’écrivez pas de nom.".into(),
            booklet: "Carnet".into(),
            numbers: "Numéros".into(),
            date: "Date".into(),
            household: "Personnes dans le ménage".into(),
            initials: "Initiales".into(),
            page: "Page".into(),
        },
    }
}

fn stubs(total: u32, booklet: u32) -> String {
    let mut pdf = Vec::new();
    let number = |index: u32| format!("12-{:05}", index + 1);
    let report = write_stubs(&mut pdf, &register(), total, booklet, number).expect("written");
    check(&pdf);
    let text = words(&pdf, &["-layout"]);
    assert_eq!(text.matches('\u{c}').count(), report.sheets as usize);
    text
}

#[test]
fn a_line_for_each_booklet() {
    let text = stubs(255, 10);
    assert!(text.contains("12-00001 – 12-00010"));
    assert!(text.contains("12-00251 – 12-00255"));
    assert_eq!(text.matches(" – 12-").count(), 26);
    assert_eq!(text.matches("Page 2 / 2").count(), 1);
    assert_eq!(text.matches("Carnet").count(), 2, "the head is on each page");
}

#[test]
fn a_line_for_each_loose_coupon() {
    let text = stubs(30, 1);
    assert_eq!(text.matches("12-000").count(), 30);
    assert!(!text.contains("Carnet"));
}

#[test]
fn an_empty_register_is_one_page() {
    assert!(stubs(0, 10).contains("Page 1 / 1"));
}

#[test]
fn a_title_too_long_is_refused() {
    let mut long = register();
    long.words.title = "Registre de remise ".repeat(9);
    let result = write_stubs(&mut Vec::new(), &long, 1, 1, |_| String::new());
    assert!(matches!(result, Err(RegisterError::TooLong(_))));
}
