//! What a device says when it makes a passkey or answers for one (Web Authentication, level 3), read and checked.
//!
//! Only what this site asks for is read: a discoverable key of the device, unlocked by its owner, without a statement
//! about who made the device, with one of the two algorithms that every device has. Such keys have one form each
//! (CTAP2 writes CBOR in one way only), so that nothing else needs to be understood, and whatever else is refused.

use ring::signature::{ECDSA_P256_SHA256_ASN1, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The device's owner was there, and unlocked it.
const PRESENT_AND_VERIFIED: u8 = 0b0000_0101;
/// The key may be kept elsewhere too, such as in somebody's account with the maker of their telephone.
const ELIGIBLE: u8 = 0b0000_1000;
/// It is kept elsewhere.
const BACKED_UP: u8 = 0b0001_0000;
/// A new key is attached.
const ATTACHED: u8 = 0b0100_0000;
/// An ECDSA key on P-256: `{1: 2, 3: -7, -1: 1, -2: x, -3: y}`.
const P256: ([u8; 10], [u8; 3]) = ([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20], [0x22, 0x58, 0x20]);
/// An RSA key of 2048 bits with the usual exponent: `{1: 3, 3: -257, -1: n, -2: 65537}`.
const RSA: ([u8; 11], [u8; 5]) = ([0xa4, 1, 3, 3, 0x39, 1, 0, 0x20, 0x59, 1, 0], [0x21, 0x43, 1, 0, 1]);

/// A public key that a device answers for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PublicKey {
    /// ECDSA on P-256 with SHA-256: the point, uncompressed.
    P256(String),
    /// RSA PKCS #1 with SHA-256: the modulus.
    Rsa(String),
}

impl PublicKey {
    fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        let (Self::P256(hex) | Self::Rsa(hex)) = self;
        let Some(bytes) = domain::chain::unhex(hex) else { return false };
        match self {
            Self::P256(_) => UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, &bytes).verify(message, signature).is_ok(),
            Self::Rsa(_) => RsaPublicKeyComponents { n: bytes.as_slice(), e: [1, 0, 1].as_slice() }
                .verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
                .is_ok(),
        }
    }
}

/// What the browser says it was asked, and where.
#[derive(Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    /// Asked inside a page of another site; no page of ours is ever in one.
    #[serde(default, rename = "crossOrigin")]
    is_cross_origin: bool,
    #[serde(default, rename = "topOrigin")]
    top_origin: Option<String>,
}

/// The challenge a browser says it answers, if it was asked the right thing by this site.
pub(crate) fn challenge(client_data: &[u8], kind: &str, origin: &str) -> Option<Vec<u8>> {
    let said: ClientData = serde_json::from_slice(client_data).ok()?;
    let is_ours = said.kind == kind && said.origin == origin && !said.is_cross_origin && said.top_origin.is_none();
    if is_ours { decode(&said.challenge) } else { None }
}

/// What a device says of a key it used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Used {
    /// How often; always 0 with devices that do not count.
    pub counter: u32,
    /// Whether it may be kept elsewhere: decided when the key is made, for ever.
    pub is_eligible: bool,
}

/// What the device says of itself: for which host, unlocked or not, and what is attached.
struct Said<'a> {
    used: Used,
    attached: &'a [u8],
}

fn said<'a>(data: &'a [u8], host: &str, flags: u8) -> Option<Said<'a>> {
    let (hash, rest) = data.split_at_checked(32)?;
    let (flag, rest) = rest.split_first()?;
    let (counter, attached) = rest.split_at_checked(4)?;
    let is_eligible = flag & ELIGIBLE != 0;
    let good = hash == Sha256::digest(host).as_slice() && flag & flags == flags && (is_eligible || flag & BACKED_UP == 0);
    good.then(|| Said {
        used: Used { counter: u32::from_be_bytes(counter.try_into().unwrap_or_default()), is_eligible },
        attached,
    })
}

/// A new key: what the device calls it, the key, and what it says of it.
pub(crate) struct NewKey {
    pub id: Vec<u8>,
    pub key: PublicKey,
    pub used: Used,
}

/// Reads the key that a device made for a host.
pub(crate) fn new_key(attestation: &[u8], host: &str) -> Option<NewKey> {
    let said = said(authenticator_data(attestation)?, host, PRESENT_AND_VERIFIED | ATTACHED)?;
    let (_maker, rest) = said.attached.split_at_checked(16)?;
    let (length, rest) = rest.split_at_checked(2)?;
    let (id, cose) = rest.split_at_checked(usize::from(u16::from_be_bytes(length.try_into().ok()?)))?;
    let good = (1..=1023).contains(&id.len());
    good.then_some(NewKey { id: id.to_vec(), key: public_key(cose)?, used: said.used })
}

/// The part of a device's statement that matters here: always its last, in a map of three.
fn authenticator_data(attestation: &[u8]) -> Option<&[u8]> {
    const NAME: &[u8] = b"\x68authData";
    let at = attestation.windows(NAME.len()).rposition(|window| window == NAME)? + NAME.len();
    let (data, length) = match attestation.get(at..)? {
        [0x58, length, data @ ..] => (data, usize::from(*length)),
        [0x59, high, low, data @ ..] => (data, usize::from(u16::from_be_bytes([*high, *low]))),
        _ => return None,
    };
    (data.len() == length && attestation.first() == Some(&0xa3)).then_some(data)
}

fn public_key(cose: &[u8]) -> Option<PublicKey> {
    if let Some(rest) = cose.strip_prefix(P256.0.as_slice()) {
        let (x, rest) = rest.split_at_checked(32)?;
        let y = rest.strip_prefix(P256.1.as_slice()).filter(|y| y.len() == 32)?;
        return Some(PublicKey::P256(domain::chain::hex(&[[4].as_slice(), x, y].concat())));
    }
    let rest = cose.strip_prefix(RSA.0.as_slice())?;
    let (modulus, rest) = rest.split_at_checked(256)?;
    let good = rest == RSA.1 && modulus[0] >= 0x80;
    good.then(|| PublicKey::Rsa(domain::chain::hex(modulus)))
}

/// Whether a device answered for its key; returns what it says of it.
pub(crate) fn answers(key: &PublicKey, host: &str, data: &[u8], client_data: &[u8], signature: &[u8]) -> Option<Used> {
    let said = said(data, host, PRESENT_AND_VERIFIED)?;
    let message = [data, Sha256::digest(client_data).as_slice()].concat();
    key.verifies(&message, signature).then_some(said.used)
}

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes as browsers write them: base 64 for addresses, without padding.
pub fn encode(bytes: &[u8]) -> String {
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let word = chunk.iter().fold(0u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for turn in 0..=chunk.len() {
            out.push(char::from(SIGNS[(word >> (18 - 6 * turn) & 63) as usize]));
        }
    }
    out
}

/// The other way.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    for chunk in text.trim_end_matches('=').as_bytes().chunks(4) {
        let mut word = 0u32;
        for sign in chunk {
            let value = SIGNS.iter().position(|s| s == sign)?;
            word = word << 6 | u32::try_from(value).ok()?;
        }
        if chunk.len() == 1 {
            return None;
        }
        word <<= 6 * (4 - chunk.len());
        out.extend(&word.to_be_bytes()[1..chunk.len()]);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use p256::ecdsa::signature::Signer;
    use p256::ecdsa::{Signature, SigningKey};

    /// A device, as the standard describes it.
    struct Device {
        key: SigningKey,
    }

    impl Device {
        fn new() -> Self {
            Self { key: SigningKey::from_slice(&[7; 32]).expect("a key") }
        }

        fn data(host: &str, flags: u8, attached: &[u8]) -> Vec<u8> {
            [Sha256::digest(host).as_slice(), &[flags], &[0, 0, 0, 9], attached].concat()
        }

        fn cose(&self) -> Vec<u8> {
            let point = self.key.verifying_key().to_sec1_point(false);
            let bytes = point.as_bytes();
            [P256.0.as_slice(), &bytes[1..33], &P256.1, &bytes[33..]].concat()
        }

        fn attestation(&self, host: &str, flags: u8) -> Vec<u8> {
            let attached = [[0; 16].as_slice(), &[0, 4], b"name", &self.cose()].concat();
            let data = Self::data(host, flags, &attached);
            let head = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58";
            [head.as_slice(), &[u8::try_from(data.len()).expect("short")], &data].concat()
        }
    }

    #[test]
    fn a_new_key_is_read() {
        let device = Device::new();
        let made = new_key(&device.attestation("pcn.example", 0x45), "pcn.example").expect("good");
        assert_eq!((made.id.as_slice(), made.used), (b"name".as_slice(), Used { counter: 9, is_eligible: false }));
        for (host, flags) in
            [("other.example", 0x45), ("pcn.example", 0x41), ("pcn.example", 0x44), ("pcn.example", 0x05), ("pcn.example", 0x55)]
        {
            assert!(new_key(&device.attestation(host, flags), "pcn.example").is_none(), "{host} {flags}");
        }
        let good = device.attestation("pcn.example", 0x45);
        for end in 0..good.len() {
            assert!(new_key(&good[..end], "pcn.example").is_none(), "{end}");
        }
    }

    #[test]
    fn an_answer_is_for_this_host_this_question_and_this_key() {
        let device = Device::new();
        let key = new_key(&device.attestation("pcn.example", 0x45), "pcn.example").expect("good").key;
        let data = Device::data("pcn.example", 5, &[]);
        let client = br#"{"type":"webauthn.get","challenge":"AAEC","origin":"https://pcn.example","crossOrigin":false}"#;
        let sign = |data: &[u8]| -> Vec<u8> {
            let signature: Signature = device.key.sign(&[data, Sha256::digest(client).as_slice()].concat());
            signature.to_der().as_bytes().to_vec()
        };
        assert_eq!(answers(&key, "pcn.example", &data, client, &sign(&data)), Some(Used { counter: 9, is_eligible: false }));
        assert_eq!(answers(&key, "other.example", &data, client, &sign(&data)), None);
        assert_eq!(answers(&key, "pcn.example", &data, b"{}", &sign(&data)), None);
        let locked = Device::data("pcn.example", 1, &[]);
        assert_eq!(answers(&key, "pcn.example", &locked, client, &sign(&locked)), None, "nobody unlocked it");
        let elsewhere = Device::data("pcn.example", 5 | BACKED_UP, &[]);
        assert_eq!(answers(&key, "pcn.example", &elsewhere, client, &sign(&elsewhere)), None, "kept where it cannot be");
        let elsewhere = Device::data("pcn.example", 5 | ELIGIBLE | BACKED_UP, &[]);
        assert!(answers(&key, "pcn.example", &elsewhere, client, &sign(&elsewhere)).is_some_and(|used| used.is_eligible));
        for more in [r#""crossOrigin":true"#, r#""topOrigin":"https://evil.example""#, r#""origin":"https://evil.example""#] {
            let client = format!(r#"{{"type":"webauthn.get","challenge":"AAEC","origin":"https://pcn.example",{more}}}"#);
            assert_eq!(challenge(client.as_bytes(), "webauthn.get", "https://pcn.example"), None, "{more}");
        }
        assert_eq!(challenge(client, "webauthn.get", "https://pcn.example"), Some(vec![0, 1, 2]));
        assert_eq!(challenge(client, "webauthn.create", "https://pcn.example"), None);
        assert_eq!(challenge(client, "webauthn.get", "https://pcn.example.evil"), None);
    }

    #[test]
    fn base_64_goes_both_ways() {
        for text in ["", "Zg", "Zm8", "Zm9v", "Zm9vYg", "-_8"] {
            assert_eq!(encode(&decode(text).expect("good")), text);
        }
        assert_eq!(decode("Zg=="), Some(b"f".to_vec()));
        for wrong in ["A", "A+", "é"] {
            assert_eq!(decode(wrong), None, "{wrong}");
        }
    }
}
