//! The human code of a coupon: nine random Crockford base32 symbols and one Damm check symbol over
//! GF(32), shown `7K2M4-QXP9H`. See `docs/coupon-code.md`.

use std::fmt;
use thiserror::Error;

/// The 32 symbols, in order of value: digits and letters without I, L, O and U.
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many random symbols a code has before its check symbol.
pub const SYMBOLS: usize = 9;

/// What kind of mistake a typed code has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum CodeError {
    /// A symbol that no code contains, with its position (from 1, hyphens and spaces not counted).
    #[error("symbol {position} is not one a code can have")]
    NotASymbol {
        /// From 1.
        position: usize,
        /// What was typed.
        found: char,
    },
    /// Too few or too many symbols.
    #[error("{found} symbols instead of 10")]
    WrongLength {
        /// How many symbols were typed.
        found: usize,
    },
    /// Ten good symbols that do not agree with each other: one is wrong, or two are exchanged.
    #[error("the check symbol does not agree")]
    WrongCheck,
}

/// The value of one symbol, case-blind; I and L read as 1, O as 0.
pub fn symbol_value(symbol: char) -> Option<u8> {
    let upper = symbol.to_ascii_uppercase();
    let read = match upper {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    let position = ALPHABET.iter().position(|s| char::from(*s) == read)?;
    u8::try_from(position).ok()
}

/// Doubling in GF(32) with the polynomial x⁵ + x² + 1.
const fn double(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 0b10_0000 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

/// The Damm state after `symbols`: the check symbol of a code, or zero for a code with its check.
fn damm(symbols: impl IntoIterator<Item = u8>) -> u8 {
    symbols.into_iter().fold(0, |state, symbol| double(state ^ symbol))
}

/// The 45 random bits of a coupon, as shown to people.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u64);

impl Code {
    /// From 45 bits; higher bits are dropped.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits & ((1 << 45) - 1))
    }

    /// The 45 bits.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The nine symbols' values, most significant first.
    fn values(self) -> [u8; SYMBOLS] {
        let mut values = [0; SYMBOLS];
        for (index, value) in values.iter_mut().enumerate() {
            let shift = 5 * (SYMBOLS - 1 - index);
            *value = u8::try_from((self.0 >> shift) & 31).unwrap_or(0);
        }
        values
    }

    /// The ten symbols without hyphen, as an ASCII array.
    pub fn symbols(self) -> [u8; SYMBOLS + 1] {
        let values = self.values();
        let mut out = [0; SYMBOLS + 1];
        for (slot, value) in out.iter_mut().zip(values) {
            *slot = ALPHABET[usize::from(value)];
        }
        out[SYMBOLS] = ALPHABET[usize::from(damm(values))];
        out
    }

    /// Codes one slip of the hand away from a ten-symbol text whose check is wrong: one symbol mistaken, or
    /// two neighbours exchanged. Each comes with the position (from 1) that would be wrong. At most 19, so
    /// that asking which of them exist tells a typist where to look and tells a guesser nothing.
    pub fn suspects(text: &str) -> Vec<(usize, Self)> {
        let values: Option<Vec<u8>> =
            text.chars().filter(|c| !c.is_whitespace() && !is_hyphen(*c)).take(SYMBOLS + 2).map(symbol_value).collect();
        let Some(values) = values.filter(|v| v.len() == SYMBOLS + 1) else { return Vec::new() };
        let mut out = Vec::new();
        let mut offer = |position: usize, candidate: &[u8]| {
            if damm(candidate.iter().copied()) == 0 {
                let bits = candidate[..SYMBOLS].iter().fold(0, |bits, value| (bits << 5) | u64::from(*value));
                out.push((position, Self(bits)));
            }
        };
        for at in 0..=SYMBOLS {
            let mut candidate = values.clone();
            for value in 0..32 {
                candidate[at] = value;
                offer(at + 1, &candidate);
            }
        }
        for at in 0..SYMBOLS {
            let mut candidate = values.clone();
            candidate.swap(at, at + 1);
            offer(at + 1, &candidate);
        }
        out
    }

    /// Reads a typed code: case-blind, spaces and hyphens ignored, I and L read as 1, O as 0.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let mut values = Vec::with_capacity(SYMBOLS + 1);
        for symbol in text.chars().filter(|c| !c.is_whitespace() && !is_hyphen(*c)) {
            let position = values.len() + 1;
            let value = symbol_value(symbol).ok_or(CodeError::NotASymbol { position, found: symbol })?;
            values.push(value);
            if values.len() > 64 {
                break;
            }
        }
        if values.len() != SYMBOLS + 1 {
            return Err(CodeError::WrongLength { found: values.len() });
        }
        if damm(values.iter().copied()) != 0 {
            return Err(CodeError::WrongCheck);
        }
        let bits = values[..SYMBOLS].iter().fold(0, |bits, value| (bits << 5) | u64::from(*value));
        Ok(Self(bits))
    }
}

fn is_hyphen(symbol: char) -> bool {
    matches!(symbol, '-' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2212}')
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let symbols = self.symbols();
        for (index, symbol) in symbols.iter().enumerate() {
            if index == 5 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*symbol))?;
        }
        Ok(())
    }
}

/// A code in a debug print would be a coupon in a log file.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_published_vector() {
        let code = Code::parse("7K2M4-QXP9H").expect("valid");
        assert_eq!(code.to_string(), "7K2M4-QXP9H");
        assert_eq!(Code::parse("7k2m4 qxp9h"), Ok(code));
    }

    #[test]
    fn look_alikes_are_read() {
        let code = Code::from_bits(0b00001 << 40);
        let shown = code.to_string();
        assert!(shown.starts_with("10000-"));
        let typed = shown.replacen('1', "l", 1).replace('0', "o");
        assert_eq!(Code::parse(&typed), Ok(code));
    }

    #[test]
    fn each_kind_of_mistake_is_named() {
        assert_eq!(Code::parse("7K2M4-QXP9"), Err(CodeError::WrongLength { found: 9 }));
        assert_eq!(Code::parse(""), Err(CodeError::WrongLength { found: 0 }));
        assert_eq!(Code::parse("7K2M4-QX?9H"), Err(CodeError::NotASymbol { position: 8, found: '?' }));
        assert_eq!(Code::parse("7K2M4-QXP8H"), Err(CodeError::WrongCheck));
    }

    #[test]
    fn the_mistaken_symbol_is_among_the_suspects() {
        let right = Code::parse("7K2M4-QXP9H").expect("valid");
        assert!(Code::suspects("7K2M4-QXP8H").contains(&(9, right)));
        assert!(Code::suspects("7K2M4-QPX9H").contains(&(7, right)));
        assert!(Code::suspects("7K2M4").is_empty());
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(bits in 0u64..(1 << 45)) {
            let code = Code::from_bits(bits);
            prop_assert_eq!(Code::parse(&code.to_string()), Ok(code));
        }

        #[test]
        fn no_single_substitution_passes(bits in 0u64..(1 << 45), at in 0usize..10, other in 0usize..32) {
            let mut symbols = Code::from_bits(bits).symbols();
            prop_assume!(symbols[at] != ALPHABET[other]);
            symbols[at] = ALPHABET[other];
            let typed = String::from_utf8(symbols.to_vec()).expect("ascii");
            prop_assert_eq!(Code::parse(&typed), Err(CodeError::WrongCheck));
        }

        #[test]
        fn no_exchange_of_neighbours_passes(bits in 0u64..(1 << 45), at in 0usize..9) {
            let mut symbols = Code::from_bits(bits).symbols();
            prop_assume!(symbols[at] != symbols[at + 1]);
            symbols.swap(at, at + 1);
            let typed = String::from_utf8(symbols.to_vec()).expect("ascii");
            prop_assert_eq!(Code::parse(&typed), Err(CodeError::WrongCheck));
        }

        #[test]
        fn nothing_typed_panics(text in "\\PC{0,40}") {
            let _ = Code::parse(&text);
        }
    }
}
