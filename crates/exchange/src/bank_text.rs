//! Text as bank files carry it: ASCII capitals, no accents (reference/standards.md §1.1).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text in ASCII capitals: accents off, œ as OE, typographic quotes and dashes as plain ones, blanks as
/// one space, ends trimmed. `Err` is the first character that has no ASCII form, such as a syllabic: a
/// person must then say how the bank writes the name.
pub fn fold(text: &str) -> Result<String, char> {
    let mut out = String::with_capacity(text.len());
    for symbol in text.nfkd() {
        if is_combining_mark(symbol) {
            continue;
        }
        match plain(symbol) {
            Some(plain) => out.push_str(plain),
            None if symbol.is_whitespace() => out.push(' '),
            None if symbol.is_ascii_graphic() => out.push(symbol.to_ascii_uppercase()),
            None => return Err(symbol),
        }
    }
    Ok(out.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The first `length` characters of a folded text, for a caller who decides to cut a long name.
pub fn fit(folded: &str, length: usize) -> &str {
    folded.get(..length).unwrap_or(folded).trim_end()
}

/// Letters and signs that do not come apart into a letter and an accent.
const fn plain(symbol: char) -> Option<&'static str> {
    Some(match symbol {
        'œ' | 'Œ' => "OE",
        'æ' | 'Æ' => "AE",
        'ß' | 'ẞ' => "SS",
        'ø' | 'Ø' => "O",
        'ł' | 'Ł' => "L",
        'đ' | 'Đ' | 'ð' | 'Ð' => "D",
        'þ' | 'Þ' => "TH",
        'ı' => "I",
        '‘' | '’' | 'ʼ' | '′' | '‹' | '›' => "'",
        '“' | '”' | '«' | '»' | '″' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '−' => "-",
        '·' | '•' => ".",
        '\u{AD}' | '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{FEFF}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn french_and_its_neighbours() {
        assert_eq!(fold("Ferme de l’Œuf d’Été – Çà et Là"), Ok("FERME DE L'OEUF D'ETE - CA ET LA".to_owned()));
        assert_eq!(fold("  Saint\u{A0}Élie\tde  Caxton "), Ok("SAINT ELIE DE CAXTON".to_owned()));
        assert_eq!(fold("Łukasz Åström & Groß, № 3"), Ok("LUKASZ ASTROM & GROSS, NO 3".to_owned()));
        assert_eq!(fold("Innuᵘ"), Ok("INNUU".to_owned()));
    }

    #[test]
    fn what_has_no_ascii_form_is_named() {
        assert_eq!(fold("ᐊᓂᔑᓈᐯ"), Err('ᐊ'));
        assert_eq!(fold("a\u{0}b"), Err('\u{0}'));
    }

    #[test]
    fn a_cut_name_has_no_blank_at_its_end() {
        assert_eq!(fit("FERME DU LAC", 6), "FERME");
        assert_eq!(fit("FERME", 30), "FERME");
    }

    proptest! {
        #[test]
        fn folded_text_is_printable_ascii_capitals(text in any::<String>()) {
            if let Ok(folded) = fold(&text) {
                prop_assert!(folded.bytes().all(|b| (b' '..=b'~').contains(&b) && !b.is_ascii_lowercase()));
                prop_assert_eq!(fold(&folded), Ok(folded.clone()));
            }
        }
    }
}
