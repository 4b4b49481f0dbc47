//! Coupon codes as people and machines really send them.

use domain::code::{Code, CodeError};
use domain::ids::{ClassId, ProgrammeId};
use domain::signed_code::{Fields, SIGNATURE_BYTES, SignedCode};
use exchange::redemption_lines::{LineProblem, MAX_LINE_BYTES, MAX_LINES, read};
use proptest::prelude::*;

type Found = (usize, usize, Result<String, LineProblem>);

fn found(bytes: impl AsRef<[u8]>) -> Vec<Found> {
    read(bytes.as_ref()).into_iter().map(|item| (item.line, item.column, item.code)).collect()
}

fn good(line: usize, column: usize, text: &str) -> Found {
    (line, column, Ok(text.to_owned()))
}

const A: &str = "7K2M4-QXP9H";

fn code(bits: u64) -> String {
    Code::from_bits(bits).to_string()
}

fn signed() -> SignedCode {
    let fields = Fields {
        key_slot: 1,
        programme: ProgrammeId(7),
        class: ClassId(2),
        face_minor: 500,
        expires_on: None,
        code: Code::parse(A).expect("valid"),
    };
    SignedCode { fields, signature: [9; SIGNATURE_BYTES] }
}

#[test]
fn one_code_a_line_with_every_line_end() {
    let b = code(12);
    let text = format!("\u{FEFF}{A}\r\n\r\n  {b}\n\t\n{}\r7k2m4 qxp9h", A.to_lowercase());
    let expected = [good(1, 1, A), good(3, 3, &b), good(5, 1, "7k2m4-qxp9h"), good(6, 1, "7k2m4 qxp9h")];
    assert_eq!(found(text), expected);
}

#[test]
fn several_codes_pasted_on_one_line() {
    let (b, c) = (code(12), code(99));
    assert_eq!(found(format!("{A}, {b};{c}")), [good(1, 1, A), good(1, 14, &b), good(1, 26, &c)]);
    assert_eq!(found(format!("{A}  {b}")), [good(1, 1, A), good(1, 14, &b)]);
}

#[test]
fn a_header_names_the_column() {
    let text = format!(
        "Date;\"Code du coupon\";Montant\r\n2026-07-04;\"{A}\";5,00\r\n2026-07-04;;5,00\r\n2026-07-04;7K2M4-QXP8H;5,00\r\n"
    );
    let expected = [good(2, 13, A), (3, 1, Err(LineProblem::NoCode)), (4, 12, Err(LineProblem::Code(CodeError::WrongCheck)))];
    assert_eq!(found(text), expected);
}

#[test]
fn without_a_header_the_usual_column_is_read() {
    let text = format!("1\t{A}\t5.00\n2\t7K2M4-QXP9\t5.00\n3\t{}\t5.00\n", code(3));
    let expected = [good(1, 3, A), (2, 3, Err(LineProblem::Code(CodeError::WrongLength { found: 9 }))), good(3, 3, &code(3))];
    assert_eq!(found(text), expected);
}

#[test]
fn each_typing_mistake_is_named() {
    let expected = [
        (1, 1, Err(LineProblem::Code(CodeError::WrongCheck))),
        (2, 1, Err(LineProblem::Code(CodeError::NotASymbol { position: 8, found: '?' }))),
        (3, 1, Err(LineProblem::Code(CodeError::NotASymbol { position: 6, found: 'u' }))),
    ];
    assert_eq!(found("7K2M4-QXP8H\n7K2M4-QX?9H\nbonjour"), expected);
}

/// A Canadian French keyboard turns `/` into `é`; the symbols stay.
#[test]
fn a_scanner_types_the_whole_qr() {
    let url = signed().to_url("cabas.example").expect("in range");
    let symbols = signed().to_base32().expect("in range");
    let text = format!("{url}\r\n{}\r\n{}\r\n", url.replace('/', "É"), &url[..url.len() - 3]);
    let items = found(text);
    assert_eq!(items[..2], [good(1, 1, &symbols), good(2, 1, &symbols)]);
    assert!(matches!(items[2], (3, 1, Err(LineProblem::Signed(_)))));
    let Ok(read) = &items[1].2 else { panic!("a code") };
    assert_eq!(SignedCode::parse(read), Ok(signed()));
}

#[test]
fn windows_bytes_matter_only_within_a_code() {
    let mut bytes = b"Ferme de l'\xC9t\xE9;7K2M4-QXP9H\n".to_vec();
    bytes.extend_from_slice(b"Ferme de l'\xC9t\xE9;7K2M4\x96QXP9H\n");
    assert_eq!(found(&bytes), [good(1, 16, A), (2, 21, Err(LineProblem::NotUtf8))]);
    assert_eq!(read(&bytes)[1].text, "7K2M4–QXP9H");
}

#[test]
fn excel_unicode_text_is_read() {
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(format!("Code\tÉté\r\n{A}\tx\r\n").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(found(utf16), [good(2, 1, A)]);
}

#[test]
fn limits_are_problems_not_failures() {
    let long = "x".repeat(MAX_LINE_BYTES + 1);
    let text = format!("{long}\n{A}\n");
    let items = read(text.as_bytes());
    assert_eq!((items[0].code.clone(), items[0].text.len()), (Err(LineProblem::TooLong), 80));
    assert_eq!(items[1].code, Ok(A.to_owned()));
    let items = found(format!("{A}\n").repeat(MAX_LINES + 500));
    assert_eq!(items.len(), MAX_LINES + 1);
    assert_eq!(items[MAX_LINES], (MAX_LINES + 1, 1, Err(LineProblem::TooManyLines)));
    assert_eq!(found(format!("{A}\n").repeat(MAX_LINES)).len(), MAX_LINES);
}

#[test]
fn nothing_gives_nothing() {
    for nothing in ["", "\n\r\n\r", " ; ;\t,\n", "\u{FEFF}", "Code\n"] {
        assert_eq!(found(nothing), [], "{nothing:?}");
    }
}

#[test]
fn no_code_is_ever_printed() {
    assert!(!format!("{:?}", read(A.as_bytes())).contains("QXP"));
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_text_panics(text in "([7K2M4QXP9H;,\t\"\r\n é\u{FEFF}-]|\\PC){0,200}") {
        for item in read(text.as_bytes()) {
            prop_assert!(item.line >= 1 && item.column >= 1);
        }
    }

    /// Whatever surrounds them, the codes come back in order, each where it was.
    #[test]
    fn every_code_is_found(bits in prop::collection::vec(0u64..(1 << 45), 1..40), separator in 0usize..4, crlf in any::<bool>()) {
        let codes: Vec<String> = bits.into_iter().map(code).collect();
        let end = if crlf { "\r\n" } else { "\n" };
        let text: String = codes.iter().map(|code| match separator {
            0 => format!("{code}{end}"),
            1 => format!("Été;\"{code}\";5,00{end}"),
            2 => format!("x,{code},\"a, b\"{end}"),
            _ => format!("note\t {code} \t{end}"),
        }).collect();
        let column = [1, 6, 3, 7][separator];
        let expected: Vec<Found> = (1..).zip(&codes).map(|(line, code)| good(line, column, code)).collect();
        prop_assert_eq!(found(text), expected);
    }
}
