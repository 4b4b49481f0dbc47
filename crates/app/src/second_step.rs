//! A second step after a password: codes that a phone makes every thirty seconds (RFC 6238), and recovery codes
//! for the day the phone is lost. A code serves once.

use crate::command::Cx;
use crate::sign_in::{NO_PROGRAMME, Session, known};
use crate::world::{App, Error};
use domain::ids::PersonId;
use domain::refusal::Refusal;
use ring::hmac;
use sha2::{Digest, Sha256};
use std::sync::PoisonError;
use store::Fault;

/// A code's life, seconds.
const STEP_SECONDS: i64 = 30;
/// Codes of this many steps before and after are good too: clocks lie a little.
const DRIFT: i64 = 1;
/// Wrong codes of one person in ten minutes. Only somebody who knows the password, or is signed in, gets here.
const WRONG_CODES: u32 = 20;
/// Recovery codes given at once.
const RECOVERY_CODES: usize = 10;
/// Digits and letters that nobody confuses; 32 of them, so five bits each.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// The alphabet of RFC 4648.
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// What a phone needs to begin.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    /// The secret, to type by hand, in groups of four.
    pub secret: String,
    /// The text of the square code.
    pub uri: String,
}

/// The six digits of a step.
fn code_of(secret: &[u8], step: i64) -> u32 {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let bytes = tag.as_ref();
    let offset = usize::from(bytes[bytes.len() - 1] & 0xf);
    let word = bytes[offset..offset + 4].iter().fold(0u32, |word, byte| word << 8 | u32::from(*byte));
    (word & 0x7fff_ffff) % 1_000_000
}

/// The step whose code this is, if it is one of now's.
fn step_of(secret: &[u8], code: &str, second: i64) -> Option<i64> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let written: u32 = digits.parse().ok()?;
    let now = second.div_euclid(STEP_SECONDS);
    (now - DRIFT..=now + DRIFT).rev().find(|step| code_of(secret, *step) == written)
}

/// Five bits a sign.
fn spell(bytes: &[u8], alphabet: &[u8; 32]) -> String {
    let mut out = String::new();
    let (mut held, mut bits) = (0u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            out.push(char::from(alphabet[(held >> bits & 31) as usize]));
        }
    }
    out
}

/// In groups of four, as people copy.
fn grouped(text: &str) -> String {
    let groups: Vec<&str> = (0..text.len()).step_by(4).map(|at| &text[at..text.len().min(at + 4)]).collect();
    groups.join(" ")
}

/// The hash of a recovery code, however it was typed. It has eighty bits and is tried a few times an hour at most.
fn recovery_hash(person: PersonId, code: &str) -> [u8; 32] {
    let clean: String = code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    Sha256::digest(format!("cabas-recovery/{}/{clean}", person.0)).into()
}

/// Uses a code of the person's authenticator, or one of their recovery codes.
fn use_code(cx: &mut Cx<'_, '_>, person: PersonId, code: &str) -> Result<(), Error> {
    let now = cx.now();
    // The telephone that made the code knows nothing of a clock for practice.
    let on_telephone = cx.app.surroundings.real_now();
    if let Some(authenticator) = cx.tx.authenticator(person)? {
        // A copy restored without its keys has no secret any more: recovery codes still serve.
        let secret = cx.app.own_keys()?.open(&authenticator.sealed).unwrap_or_default();
        if let Some(step) = step_of(&secret, code, on_telephone.as_second()).filter(|_| !secret.is_empty())
            && cx.tx.use_step(person, step, now)?
        {
            return Ok(());
        }
        if authenticator.confirmed_at.is_some() && cx.tx.use_recovery_code(person, &recovery_hash(person, code), now)? {
            return Ok(());
        }
    }
    Err(Refusal::WrongOneTimeCode.into())
}

impl App {
    /// The platform's own secret, that seals what belongs to no programme. Made when it is first needed.
    pub(crate) fn own_keys(&self) -> Result<crate::keys::Keys, Error> {
        if self.keys.read().unwrap_or_else(PoisonError::into_inner).of(NO_PROGRAMME).is_none() {
            let secret = self.surroundings.bytes();
            let mut ring = self.keys.write().unwrap_or_else(PoisonError::into_inner);
            ring.add(NO_PROGRAMME, secret).map_err(|e| Fault::Other(format!("the key file cannot be written: {e}")))?;
        }
        self.keys_of(NO_PROGRAMME)
    }

    /// Offers a person an authenticator: nothing is asked of them until they write its first code.
    /// From a session whose owner is surely there.
    pub async fn offer_authenticator(&self, person: PersonId, session: &Session) -> Result<Offer, Error> {
        session.fresh(self.now())?;
        let secret = self.surroundings.bytes::<20>();
        let sealed = self.own_keys()?.seal(self.surroundings.bytes(), &secret);
        let email = self
            .act(NO_PROGRAMME, move |cx| {
                let person = known(cx, person)?;
                if cx.tx.authenticator(person.id)?.is_some_and(|a| a.confirmed_at.is_some()) {
                    return Err(Refusal::WrongStep { state: "confirmed".to_owned() }.into());
                }
                cx.tx.offer_authenticator(person.id, &sealed)?;
                Ok(if person.email.is_empty() { person.id.to_string() } else { person.email })
            })
            .await?;
        let secret = spell(&secret, BASE32);
        let plain: String = email.chars().filter(|c| c.is_ascii_alphanumeric() || "@.-_+".contains(*c)).collect();
        let uri = format!("otpauth://totp/Cabas:{}?secret={secret}&issuer=Cabas", plain.replace('@', "%40").replace('+', "%2B"));
        Ok(Offer { secret: grouped(&secret), uri })
    }

    /// The first code is right: from now on one is asked for after the password. Returns recovery codes, shown once;
    /// those of before, if any, no longer serve.
    pub async fn confirm_authenticator(&self, person: PersonId, code: &str) -> Result<Vec<String>, Error> {
        let (codes, hashes) = self.fresh_recovery_codes(person);
        self.with_code(person, code, move |cx| Ok(cx.tx.set_recovery_codes(person, &hashes)?)).await?;
        Ok(codes)
    }

    /// Stops asking for a second step, after a code.
    pub async fn drop_authenticator(&self, person: PersonId, code: &str) -> Result<(), Error> {
        self.with_code(person, code, move |cx| Ok(cx.tx.drop_authenticator(person)?)).await
    }

    /// Stops asking somebody for a second step, at the command line: they lost their phone and their codes.
    pub fn forget_authenticator_wait(&self, person: PersonId) -> Result<(), Error> {
        self.act_wait(NO_PROGRAMME, move |cx| {
            known(cx, person)?;
            Ok(cx.tx.drop_authenticator(person)?)
        })
    }

    /// Does something that a right code allows. Wrong ones are counted: only a few are tried.
    pub(crate) async fn with_code<T: Send + 'static>(
        &self,
        person: PersonId,
        code: &str,
        mut job: impl FnMut(&mut Cx<'_, '_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let key = format!("code/{}", person.0);
        self.throttle.check(&key, WRONG_CODES, self.now())?;
        let code = code.to_owned();
        let done = self
            .act(NO_PROGRAMME, move |cx| {
                use_code(cx, person, &code)?;
                job(cx)
            })
            .await;
        if let Err(Error::Refused(Refusal::WrongOneTimeCode)) = &done {
            self.throttle.count(&key, 1, self.now());
        }
        done
    }

    fn fresh_recovery_codes(&self, person: PersonId) -> (Vec<String>, Vec<[u8; 32]>) {
        let fresh = || grouped(&spell(&self.surroundings.bytes::<10>(), SIGNS)).replace(' ', "-");
        let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| fresh()).collect();
        let hashes = codes.iter().map(|code| recovery_hash(person, code)).collect();
        (codes, hashes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, its last six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = b"12345678901234567890";
        for (second, code) in [
            (59, 287_082),
            (1_111_111_109, 81_804),
            (1_111_111_111, 50_471),
            (1_234_567_890, 5_924),
            (2_000_000_000, 279_037),
            (20_000_000_000, 353_130),
        ] {
            assert_eq!(code_of(secret, second / STEP_SECONDS), code, "{second}");
        }
    }

    #[test]
    fn a_code_is_good_a_moment_before_and_after() {
        let secret = b"12345678901234567890";
        for (second, step) in [(59, Some(1)), (30, Some(1)), (89, Some(1)), (0, Some(1)), (90, None), (-1, None)] {
            assert_eq!(step_of(secret, "287 082", second), step, "{second}");
        }
        for wrong in ["287083", "28708", "2870820", "287o82", ""] {
            assert_eq!(step_of(secret, wrong, 59), None, "{wrong}");
        }
    }

    /// RFC 4648, section 10.
    #[test]
    fn secrets_are_spelled_in_base_32() {
        assert_eq!(spell(b"fooba", BASE32), "MZXW6YTB");
        assert_eq!(grouped("MZXW6YTBO"), "MZXW 6YTB O");
    }

    #[test]
    fn a_recovery_code_is_the_same_however_it_is_typed() {
        let hash = |code| recovery_hash(PersonId(1), code);
        assert_eq!(hash("ABCD-EFGH-2345-WXYZ"), hash(" abcd efgh 2345wxyz"));
        assert_ne!(hash("ABCD-EFGH-2345-WXYZ"), recovery_hash(PersonId(2), "ABCD-EFGH-2345-WXYZ"));
    }
}
