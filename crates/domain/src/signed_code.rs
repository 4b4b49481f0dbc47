//! The signed code in a coupon's QR: a fixed binary layout, base32, inside an upper-case URL.
//! This module lays the bytes out and reads them back; signing and verifying is `app::keys`.
//! See `docs/coupon-code.md`.

use crate::code::{ALPHABET, Code, symbol_value};
use crate::ids::{ClassId, ProgrammeId};
use jiff::civil::{Date, date};
use thiserror::Error;

/// What is signed begins with these bytes, so that a signature can mean nothing else.
pub const DOMAIN_TAG: &[u8] = b"cabas-coupon-v1";

/// Bytes before the signature.
pub const FIELD_BYTES: usize = 15;
/// Bytes of an ECDSA P-256 signature, r then s.
pub const SIGNATURE_BYTES: usize = 64;
/// Bytes in all.
pub const TOTAL_BYTES: usize = FIELD_BYTES + SIGNATURE_BYTES;

const VERSION: u8 = 1;
const EPOCH: Date = date(2020, 1, 1);

/// What the QR says about a coupon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fields {
    /// Which of the programme's signing keys (0 to 15).
    pub key_slot: u8,
    /// The programme.
    pub programme: ProgrammeId,
    /// The class.
    pub class: ClassId,
    /// Face value in minor units; three bytes.
    pub face_minor: u32,
    /// Last day of use; none for a coupon that never expires.
    pub expires_on: Option<Date>,
    /// The same 45 bits as the human code.
    pub code: Code,
}

/// Why a scanned text is not a signed code of version 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum SignedCodeError {
    /// A symbol outside the alphabet.
    #[error("not base32")]
    NotBase32,
    /// Another number of bytes than 79.
    #[error("wrong length")]
    WrongLength,
    /// A version this program does not know.
    #[error("unknown version")]
    UnknownVersion,
    /// A field out of its range.
    #[error("field out of range")]
    OutOfRange,
}

impl Fields {
    /// The 15 bytes before the signature.
    pub fn to_bytes(&self) -> Result<[u8; FIELD_BYTES], SignedCodeError> {
        if self.key_slot > 15 || self.face_minor >= 1 << 24 {
            return Err(SignedCodeError::OutOfRange);
        }
        let days = match self.expires_on {
            None => 0,
            Some(day) => {
                let days = EPOCH.until(day).map_err(|_| SignedCodeError::OutOfRange)?.get_days();
                u16::try_from(days).ok().filter(|d| *d > 0).ok_or(SignedCodeError::OutOfRange)?
            }
        };
        let mut out = [0; FIELD_BYTES];
        out[0] = (VERSION << 4) | self.key_slot;
        out[1..3].copy_from_slice(&self.programme.0.to_be_bytes());
        out[3] = self.class.0;
        out[4..7].copy_from_slice(&self.face_minor.to_be_bytes()[1..]);
        out[7..9].copy_from_slice(&days.to_be_bytes());
        out[9..15].copy_from_slice(&self.code.bits().to_be_bytes()[2..]);
        Ok(out)
    }

    /// Reads the 15 bytes.
    pub fn from_bytes(bytes: &[u8; FIELD_BYTES]) -> Result<Self, SignedCodeError> {
        if bytes[0] >> 4 != VERSION {
            return Err(SignedCodeError::UnknownVersion);
        }
        let days = u16::from_be_bytes([bytes[7], bytes[8]]);
        let mut serial = [0; 8];
        serial[2..].copy_from_slice(&bytes[9..15]);
        let bits = u64::from_be_bytes(serial);
        if bits >= 1 << 45 {
            return Err(SignedCodeError::OutOfRange);
        }
        Ok(Self {
            key_slot: bytes[0] & 15,
            programme: ProgrammeId(u16::from_be_bytes([bytes[1], bytes[2]])),
            class: ClassId(bytes[3]),
            face_minor: u32::from_be_bytes([0, bytes[4], bytes[5], bytes[6]]),
            expires_on: if days == 0 { None } else { EPOCH.checked_add(jiff::Span::new().days(i64::from(days))).ok() },
            code: Code::from_bits(bits),
        })
    }

    /// The message that is signed: the domain tag and the fields.
    pub fn message(&self) -> Result<Vec<u8>, SignedCodeError> {
        let mut message = DOMAIN_TAG.to_vec();
        message.extend_from_slice(&self.to_bytes()?);
        Ok(message)
    }
}

/// A coupon's QR content taken apart, not yet verified.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SignedCode {
    /// What it says.
    pub fields: Fields,
    /// Who says so: r then s.
    pub signature: [u8; SIGNATURE_BYTES],
}

impl SignedCode {
    /// The 127 base32 symbols.
    pub fn to_base32(&self) -> Result<String, SignedCodeError> {
        let mut bytes = [0; TOTAL_BYTES];
        bytes[..FIELD_BYTES].copy_from_slice(&self.fields.to_bytes()?);
        bytes[FIELD_BYTES..].copy_from_slice(&self.signature);
        Ok(encode(&bytes))
    }

    /// The text of the QR: `HTTPS://HOST/C/<base32>`, all upper case so that it stays alphanumeric.
    pub fn to_url(&self, host: &str) -> Result<String, SignedCodeError> {
        Ok(format!("HTTPS://{}/C/{}", host.to_ascii_uppercase(), self.to_base32()?))
    }

    /// Reads the base32 symbols, or a whole URL that ends with them.
    pub fn parse(text: &str) -> Result<Self, SignedCodeError> {
        let text = text.trim();
        let symbols = text.rsplit('/').next().unwrap_or(text);
        let bytes: [u8; TOTAL_BYTES] = decode(symbols)?.try_into().map_err(|_| SignedCodeError::WrongLength)?;
        let (head, tail) = bytes.split_at(FIELD_BYTES);
        let head: [u8; FIELD_BYTES] = head.try_into().map_err(|_| SignedCodeError::WrongLength)?;
        let signature = tail.try_into().map_err(|_| SignedCodeError::WrongLength)?;
        Ok(Self { fields: Fields::from_bytes(&head)?, signature })
    }

    /// Whether a text is a scanned signed code rather than a typed human one, by its length alone.
    pub fn looks_like(text: &str) -> bool {
        text.trim().len() > 60
    }
}

/// Crockford base32, most significant bit first, last symbol padded with zero bits.
fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut buffer, mut bits) = (0u32, 0u32);
    for byte in bytes {
        buffer = (buffer << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            out.push(char::from(ALPHABET[((buffer >> bits) & 31) as usize]));
        }
        buffer &= (1 << bits) - 1;
    }
    if bits > 0 {
        out.push(char::from(ALPHABET[((buffer << (5 - bits)) & 31) as usize]));
    }
    out
}

fn decode(symbols: &str) -> Result<Vec<u8>, SignedCodeError> {
    if symbols.len() > 4 * TOTAL_BYTES {
        return Err(SignedCodeError::WrongLength);
    }
    let mut out = Vec::with_capacity(symbols.len() * 5 / 8);
    let (mut buffer, mut bits) = (0u32, 0u32);
    for symbol in symbols.chars() {
        buffer = (buffer << 5) | u32::from(symbol_value(symbol).ok_or(SignedCodeError::NotBase32)?);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from((buffer >> bits) & 255).unwrap_or(0));
            buffer &= (1 << bits) - 1;
        }
    }
    // Padding must be zero, or two different texts would be the same coupon.
    if buffer != 0 { Err(SignedCodeError::OutOfRange) } else { Ok(out) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample() -> SignedCode {
        SignedCode {
            fields: Fields {
                key_slot: 0,
                programme: ProgrammeId(7),
                class: ClassId(2),
                face_minor: 500,
                expires_on: Some(date(2026, 10, 12)),
                code: Code::parse("7K2M4-QXP9H").expect("valid"),
            },
            signature: [0xA5; SIGNATURE_BYTES],
        }
    }

    #[test]
    fn it_is_127_symbols_and_reads_back() {
        let signed = sample();
        let text = signed.to_base32().expect("in range");
        assert_eq!(text.len(), 127);
        assert_eq!(SignedCode::parse(&text), Ok(signed));
        let url = signed.to_url("pcn.example").expect("in range");
        assert_eq!(url, url.to_ascii_uppercase());
        assert_eq!(SignedCode::parse(&url), Ok(signed));
    }

    #[test]
    fn a_sold_class_has_no_last_day() {
        let mut signed = sample();
        signed.fields.expires_on = None;
        let bytes = signed.fields.to_bytes().expect("in range");
        assert_eq!(&bytes[7..9], &[0, 0]);
        assert_eq!(Fields::from_bytes(&bytes).expect("valid").expires_on, None);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let mut fields = sample().fields;
        fields.face_minor = 1 << 24;
        assert_eq!(fields.to_bytes(), Err(SignedCodeError::OutOfRange));
        fields.face_minor = 500;
        fields.expires_on = Some(date(2019, 1, 1));
        assert_eq!(fields.to_bytes(), Err(SignedCodeError::OutOfRange));
    }

    proptest! {
        #[test]
        fn nothing_scanned_panics(text in "\\PC{0,200}") {
            let _ = SignedCode::parse(&text);
        }

        #[test]
        fn base32_reads_back(bytes in prop::collection::vec(any::<u8>(), 79..80)) {
            prop_assert_eq!(decode(&encode(&bytes)).expect("valid"), bytes);
        }
    }
}
