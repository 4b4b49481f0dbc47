//! Secrets: one for each programme, in a file of their own. From it come the codes of its coupons, the
//! keyed hashes they are found by, its signing keys, and the seal on bank accounts. Whoever steals the
//! database without this file has no coupon and no account.

use chacha20poly1305::aead::Aead;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};
use domain::chain::{hex, unhex};
use domain::code::Code;
use domain::ids::ProgrammeId;
use domain::signed_code::{Fields, SIGNATURE_BYTES, SignedCode, SignedCodeError};
use domain::signing_key::LAST_SLOT;
use hmac::{Hmac, Mac};
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair};
use sha2::Sha256;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// A keyed hash of a code.
pub type CodeHash = [u8; 16];

/// The secrets of all programmes on this machine.
#[derive(Clone, Default)]
pub struct KeyRing {
    file: Option<PathBuf>,
    secrets: BTreeMap<ProgrammeId, Keys>,
}

/// One programme's secret and what is derived from it.
#[derive(Clone)]
pub struct Keys {
    secret: [u8; 32],
    mac: Hmac<Sha256>,
    /// One for each slot of a signed code, made when it is first needed.
    pairs: Arc<[OnceLock<Pair>; SLOTS]>,
}

/// How many slots a signed code has room for.
const SLOTS: usize = LAST_SLOT as usize + 1;

/// A slot's keys.
struct Pair {
    /// Signs six times faster than `p256` does (17 µs against 97), which keeps the rest.
    signing: EcdsaKeyPair,
    public: VerifyingKey,
}

impl Pair {
    fn new(mac: &Hmac<Sha256>, slot: u8) -> Self {
        let private = signing_key(mac, slot);
        let public = VerifyingKey::from(&private);
        let signing = EcdsaKeyPair::from_private_key_and_public_key(
            &ECDSA_P256_SHA256_FIXED_SIGNING,
            &private.to_bytes(),
            public.to_sec1_point(false).as_bytes(),
            &ring::rand::SystemRandom::new(),
        );
        Self { signing: signing.expect("a private key and its own public key"), public }
    }
}

impl KeyRing {
    /// Keys that live in memory only.
    pub fn in_memory() -> Self {
        Self::default()
    }

    /// The keys in a file; none if the file does not exist yet.
    pub fn load(file: &Path) -> std::io::Result<Self> {
        let mut ring = Self { file: Some(file.to_owned()), secrets: BTreeMap::new() };
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(ring),
            Err(error) => return Err(error),
        };
        let wrong = |what: &str| std::io::Error::new(std::io::ErrorKind::InvalidData, format!("{}: {what}", file.display()));
        let stored: BTreeMap<String, String> = toml::from_str(&text).map_err(|e| wrong(&e.to_string()))?;
        for (programme, secret) in stored {
            let id = programme.parse().map_err(|_| wrong("a programme is a number"))?;
            let bytes =
                unhex(&secret).and_then(|b| <[u8; 32]>::try_from(b).ok()).ok_or_else(|| wrong("a secret is 64 digits"))?;
            ring.secrets.insert(ProgrammeId(id), Keys::new(bytes));
        }
        Ok(ring)
    }

    /// A programme's keys.
    pub fn of(&self, programme: ProgrammeId) -> Option<&Keys> {
        self.secrets.get(&programme)
    }

    /// Adds a programme's secret and writes the file, readable by its owner only, before anything is
    /// printed with it.
    pub fn add(&mut self, programme: ProgrammeId, secret: [u8; 32]) -> std::io::Result<()> {
        self.secrets.entry(programme).or_insert_with(|| Keys::new(secret));
        self.save()
    }

    /// Forgets programmes' secrets, here and in the file: only of programmes that were never opened.
    pub(crate) fn forget(&mut self, programmes: &[ProgrammeId]) -> std::io::Result<()> {
        self.secrets.retain(|id, _| !programmes.contains(id));
        match &self.file {
            Some(file) if self.secrets.is_empty() => match std::fs::remove_file(file) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            },
            _ => self.save(),
        }
    }

    fn save(&self) -> std::io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let mut text = String::from(
            "# The secrets of this machine's programmes. Whoever has them can print coupons: keep a copy in a safe.\n",
        );
        for (id, keys) in &self.secrets {
            text.extend([id.0.to_string().as_str(), " = \"", &hex(&keys.secret), "\"\n"]);
        }
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let draft = file.with_extension("new");
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut out = options.open(&draft)?;
        out.write_all(text.as_bytes())?;
        out.sync_all()?;
        std::fs::rename(&draft, file)
    }
}

impl Keys {
    /// Keys from a secret.
    pub fn new(secret: [u8; 32]) -> Self {
        let mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&secret).expect("HMAC takes keys of any length");
        Self { secret, mac, pairs: Arc::default() }
    }

    /// The keys of a slot, if a signed code has room for it.
    fn pair(&self, slot: u8) -> Option<&Pair> {
        self.pairs.get(usize::from(slot)).map(|pair| pair.get_or_init(|| Pair::new(&self.mac, slot)))
    }

    /// The secret itself, for a backup only.
    pub(crate) fn secret_hex(&self) -> String {
        hex(&self.secret)
    }

    fn derive(&self, purpose: &[u8], parts: &[&[u8]]) -> [u8; 32] {
        derive(&self.mac, purpose, parts)
    }

    /// The code of a batch's `number`-th coupon (from 1).
    pub fn code(&self, salt: &[u8], number: u32) -> Code {
        let bytes = self.derive(b"code", &[salt, &number.to_be_bytes()]);
        let mut head = [0; 8];
        head.copy_from_slice(&bytes[..8]);
        Code::from_bits(u64::from_be_bytes(head))
    }

    /// The hash a code is found by.
    pub fn hash(&self, code: Code) -> CodeHash {
        let bytes = self.derive(b"hash", &[&code.bits().to_be_bytes()]);
        let mut hash = [0; 16];
        hash.copy_from_slice(&bytes[..16]);
        hash
    }

    /// A household's pseudonym as it is kept: only equal or not can be told from it.
    pub fn pseudonym(&self, partner: u32, pseudonym: &str) -> String {
        let bytes = self.derive(b"pseudonym", &[&partner.to_be_bytes(), pseudonym.trim().to_lowercase().as_bytes()]);
        hex(&bytes[..12])
    }

    /// A digest of who a receipt is made out to, which tells nothing to whoever has not the secret.
    pub fn donor(&self, request: &[u8], name: &str, address: &str) -> String {
        hex(&self.derive(b"donor", &[request, &(name.len() as u64).to_be_bytes(), name.as_bytes(), address.as_bytes()]))
    }

    /// Signs a coupon's fields with the key of their slot. Another time gives another signature, as good: the code is what is unique.
    pub fn sign(&self, fields: Fields) -> Result<SignedCode, SignedCodeError> {
        let pair = self.pair(fields.key_slot).ok_or(SignedCodeError::OutOfRange)?;
        let signed = pair.signing.sign(&ring::rand::SystemRandom::new(), &fields.message()?);
        let signed = signed.expect("the operating system gives random numbers");
        let low = Signature::from_slice(signed.as_ref()).expect("a signature just made").normalize_s();
        let mut bytes = [0; SIGNATURE_BYTES];
        bytes.copy_from_slice(&low.to_bytes());
        Ok(SignedCode { fields, signature: bytes })
    }

    /// Signs a text that is no coupon: it begins with what it is. r then s.
    pub fn sign_text(&self, slot: u8, text: &[u8]) -> Option<Vec<u8>> {
        let signed = self.pair(slot)?.signing.sign(&ring::rand::SystemRandom::new(), text);
        Some(signed.expect("the operating system gives random numbers").as_ref().to_vec())
    }

    /// Whether a scanned code was signed by this programme, with a key up to the one it signs with now. A signature
    /// with a high s is not ours.
    pub fn verify(&self, signed: &SignedCode, last_slot: u8) -> bool {
        let slot = signed.fields.key_slot;
        let Some(pair) = self.pair(slot).filter(|_| slot <= last_slot) else { return false };
        let Ok(message) = signed.fields.message() else { return false };
        let Ok(signature) = Signature::from_slice(&signed.signature) else { return false };
        let is_low = signature.normalize_s() == signature;
        is_low && pair.public.verify(&message, &signature).is_ok()
    }

    /// The public key that devices check coupons of a slot with, uncompressed SEC1 bytes in hexadecimal; empty for a
    /// slot that no code has.
    pub fn public_key(&self, slot: u8) -> String {
        self.pair(slot).map_or_else(String::new, |pair| hex(pair.public.to_sec1_point(false).as_bytes()))
    }

    /// Seals bytes that only this programme's secret opens.
    pub fn seal(&self, nonce: [u8; 12], plain: &[u8]) -> Vec<u8> {
        let sealed = self.cipher().encrypt(&Nonce::from(nonce), plain).expect("sealing in memory does not fail");
        [nonce.as_slice(), &sealed].concat()
    }

    /// Opens what [`Keys::seal`] closed.
    pub fn open(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, body) = sealed.split_at_checked(12)?;
        let nonce = <[u8; 12]>::try_from(nonce).ok()?;
        self.cipher().decrypt(&Nonce::from(nonce), body).ok()
    }

    fn cipher(&self) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(&self.derive(b"seal", &[]).into())
    }
}

fn derive(mac: &Hmac<Sha256>, purpose: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = mac.clone();
    mac.update(b"cabas-v1/");
    mac.update(purpose);
    for part in parts {
        mac.update(&[0]);
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The signing key of a slot: the first derived number that is a valid private key.
fn signing_key(mac: &Hmac<Sha256>, slot: u8) -> SigningKey {
    (0u32..)
        .find_map(|turn| SigningKey::from_slice(&derive(mac, b"sign", &[&[slot], &turn.to_be_bytes()])).ok())
        .expect("almost every number is a valid private key")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ids::ClassId;

    fn fields(code: Code) -> Fields {
        Fields { key_slot: 0, programme: ProgrammeId(1), class: ClassId(1), face_minor: 500, expires_on: None, code }
    }

    #[test]
    fn the_same_secret_gives_the_same_codes_and_another_does_not() {
        let (ours, theirs) = (Keys::new([1; 32]), Keys::new([2; 32]));
        let code = ours.code(b"salt", 7);
        assert_eq!(code, ours.code(b"salt", 7));
        assert_ne!(code, ours.code(b"salt", 8));
        assert_ne!(code, ours.code(b"pepper", 7));
        assert_ne!(code, theirs.code(b"salt", 7));
        assert_ne!(ours.hash(code), theirs.hash(code));
    }

    #[test]
    fn a_signature_is_ours_and_for_these_fields_only() {
        let keys = Keys::new([1; 32]);
        let signed = keys.sign(fields(keys.code(b"salt", 1))).expect("in range");
        assert!(keys.verify(&signed, 0));
        assert!(!Keys::new([2; 32]).verify(&signed, 0));
        let mut richer = signed;
        richer.fields.face_minor = 5000;
        assert!(!keys.verify(&richer, 0));
        let mut broken = signed;
        broken.signature[10] ^= 1;
        assert!(!keys.verify(&broken, 0));
    }

    #[test]
    fn each_slot_has_a_key_of_its_own_from_the_one_secret() {
        let keys = Keys::new([1; 32]);
        let of = |slot: u8| Fields { key_slot: slot, ..fields(keys.code(b"salt", 1)) };
        for slot in 0..=LAST_SLOT {
            let signed = keys.sign(of(slot)).expect("in range");
            assert!(keys.verify(&signed, slot) && keys.verify(&signed, LAST_SLOT), "{slot}");
            assert!(slot == 0 || !keys.verify(&signed, slot - 1), "a key that was not confirmed signs nothing");
            let mut moved = signed;
            moved.fields.key_slot = (slot + 1) % 16;
            assert!(!keys.verify(&moved, LAST_SLOT));
            assert_eq!(Keys::new([1; 32]).public_key(slot), keys.public_key(slot), "nothing new to keep");
            assert!((0..slot).all(|before| keys.public_key(before) != keys.public_key(slot)));
        }
        assert!(keys.sign(of(16)).is_err());
    }

    #[test]
    fn what_is_sealed_opens_with_the_same_secret_only() {
        let keys = Keys::new([1; 32]);
        let sealed = keys.seal([9; 12], b"815 20123 1234567");
        assert_eq!(keys.open(&sealed).as_deref(), Some(b"815 20123 1234567".as_slice()));
        assert_eq!(Keys::new([2; 32]).open(&sealed), None);
        assert_eq!(keys.open(&sealed[..20]), None);
        assert_eq!(keys.open(b"short"), None);
    }

    #[test]
    fn what_is_forgotten_is_in_no_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("keys.toml");
        let mut ring = KeyRing::load(&file).expect("none yet");
        ring.forget(&[ProgrammeId(3)]).expect("nothing to forget");
        ring.add(ProgrammeId(3), [7; 32]).expect("written");
        ring.add(ProgrammeId(4), [8; 32]).expect("written");
        ring.forget(&[ProgrammeId(3)]).expect("forgotten");
        let again = KeyRing::load(&file).expect("read");
        assert!(again.of(ProgrammeId(3)).is_none() && again.of(ProgrammeId(4)).is_some());
        ring.forget(&[ProgrammeId(4)]).expect("forgotten");
        assert!(!file.exists(), "no empty file of secrets");
    }

    #[test]
    fn the_file_reads_back_and_is_private() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("keys.toml");
        let mut ring = KeyRing::load(&file).expect("none yet");
        ring.add(ProgrammeId(3), [7; 32]).expect("written");
        let again = KeyRing::load(&file).expect("read");
        assert_eq!(again.of(ProgrammeId(3)).expect("there").code(b"s", 1), ring.of(ProgrammeId(3)).expect("there").code(b"s", 1));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o600);
        }
    }
}
