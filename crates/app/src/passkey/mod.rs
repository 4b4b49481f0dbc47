//! Passkeys: a key that stays in somebody's device and is unlocked there, by a finger, a face or a code. No secret of
//! theirs is kept here.

mod webauthn;

use crate::sign_in::{Caller, NO_PROGRAMME, Session, known, open_session};
use crate::world::{App, Error};
use domain::chain::Hash;
use domain::ids::PersonId;
use domain::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::Passkey;
use webauthn::PublicKey;
pub use webauthn::{decode, encode};

/// How long a device may take to answer.
const WAITS: SignedDuration = SignedDuration::from_mins(5);
/// Questions from one address in ten minutes: each is kept until it is answered.
const ASKED_FROM_ONE: u32 = 120;
/// The names of what waits for a device's answer.
const ADDING: &str = "passkey_add";
const ENTERING: &str = "passkey";

/// What is kept of a passkey.
#[derive(Serialize, Deserialize)]
struct Detail {
    /// The host it was made for.
    host: String,
    key: PublicKey,
    counter: u32,
    /// Whether the device may keep it elsewhere too; not known of keys made before this was asked.
    #[serde(default)]
    is_eligible: Option<bool>,
}

/// This site, as the visitor's browser knows it.
#[derive(Clone, Debug)]
pub struct Site {
    /// Such as `https://pcn.example`.
    pub origin: String,
}

impl Site {
    /// The host alone: passkeys are for a host, whatever the port.
    pub fn host(&self) -> &str {
        let host = self.origin.split_once("://").map_or(self.origin.as_str(), |(_, host)| host);
        host.rsplit_once(':').map_or(host, |(name, port)| if port.bytes().all(|b| b.is_ascii_digit()) { name } else { host })
    }
}

/// What a device is asked in order to make a passkey.
#[derive(Clone, Debug)]
pub struct Asked {
    /// To be signed.
    pub challenge: Vec<u8>,
    /// Keys the device may have already.
    pub known: Vec<Vec<u8>>,
}

/// What a device answered, when it was asked to answer for a key.
#[derive(Clone, Debug)]
pub struct Answered {
    /// What the device calls the key.
    pub id: Vec<u8>,
    /// Whose key the device says it is.
    pub user: Vec<u8>,
    /// What the browser says it was asked.
    pub client_data: Vec<u8>,
    /// What the device says of itself.
    pub data: Vec<u8>,
    /// The signature over both.
    pub signature: Vec<u8>,
}

/// What a device is told somebody is called: their number, and nothing about them.
pub fn user(person: PersonId) -> Vec<u8> {
    person.0.to_be_bytes().to_vec()
}

fn hash(challenge: &[u8]) -> Hash {
    Sha256::digest(challenge).into()
}

impl App {
    async fn question(&self, kind: &'static str, person: Option<PersonId>) -> Result<Vec<u8>, Error> {
        let challenge = self.surroundings.bytes::<32>();
        self.act(NO_PROGRAMME, move |cx| {
            let now = cx.now();
            let until = now.checked_add(WAITS).unwrap_or(Timestamp::MAX);
            Ok(cx.tx.begin_ceremony(&hash(&challenge), kind, person, "", now, until)?)
        })
        .await?;
        Ok(challenge.to_vec())
    }

    /// Begins to add a passkey to somebody's account, from a session whose owner is surely there.
    pub async fn begin_passkey(&self, person: PersonId, session: &Session) -> Result<Asked, Error> {
        session.fresh(self.now())?;
        let known = self.look(NO_PROGRAMME, move |cx| Ok(cx.tx.passkeys_of(person)?)).await?;
        let challenge = self.question(ADDING, Some(person)).await?;
        Ok(Asked { challenge, known: known.into_iter().map(|k| k.id).collect() })
    }

    /// Adds the passkey that a device made.
    pub async fn add_passkey(
        &self,
        person: PersonId,
        session: &Session,
        site: &Site,
        name: &str,
        client_data: &[u8],
        attestation: &[u8],
    ) -> Result<(), Error> {
        let challenge = webauthn::challenge(client_data, "webauthn.create", &site.origin).ok_or(Refusal::PasskeyRefused)?;
        let made = webauthn::new_key(attestation, site.host()).ok_or(Refusal::PasskeyRefused)?;
        let (host, is_eligible) = (site.host().to_owned(), Some(made.used.is_eligible));
        let detail = Detail { host, key: made.key, counter: made.used.counter, is_eligible };
        let detail = serde_json::to_string(&detail).map_err(|e| store::Fault::Other(e.to_string()))?;
        let (id, name, made_by) = (made.id, name.to_owned(), session.made_by);
        self.act(NO_PROGRAMME, move |cx| {
            let now = cx.now();
            let begun = cx.tx.ceremony(&hash(&challenge), ADDING, now)?;
            let is_mine = begun.is_some_and(|(whose, _)| whose == Some(person));
            if !is_mine || !cx.tx.end_ceremony(&hash(&challenge))? {
                return Err(Refusal::PasskeyRefused.into());
            }
            known(cx, person)?;
            let (name, detail) = (name.clone(), detail.clone());
            let passkey = Passkey { id: id.clone(), person, name, detail, added_at: now, used_at: None, made_by };
            if cx.tx.add_passkey(&passkey)? { Ok(()) } else { Err(Refusal::PasskeyRefused.into()) }
        })
        .await
    }

    /// Asks whoever is there to answer with a passkey; which one is theirs to choose.
    pub async fn ask_passkey(&self, caller: &Caller) -> Result<Vec<u8>, Error> {
        let key = format!("passkey-from/{}", caller.from);
        self.throttle.check(&key, ASKED_FROM_ONE, self.now())?;
        self.throttle.count(&key, 1, self.now());
        self.question(ENTERING, None).await
    }

    /// Signs in with a passkey; returns a session's token. Unlocking the device is the second step already.
    pub async fn sign_in_by_passkey(&self, site: &Site, answered: Answered, caller: &Caller) -> Result<String, Error> {
        let Answered { id, user: whose, client_data, data, signature } = answered;
        let challenge = webauthn::challenge(&client_data, "webauthn.get", &site.origin).ok_or(Refusal::PasskeyRefused)?;
        let token = self.fresh_token();
        let (kept, caller, host) = (token.clone(), caller.clone(), site.host().to_owned());
        self.act(NO_PROGRAMME, move |cx| {
            let now = cx.now();
            let begun = cx.tx.ceremony(&hash(&challenge), ENTERING, now)?;
            if begun.is_none() || !cx.tx.end_ceremony(&hash(&challenge))? {
                return Err(Refusal::PasskeyRefused.into());
            }
            let passkey = cx.tx.passkey(&id)?.ok_or(Refusal::PasskeyRefused)?;
            let wrong = |e: serde_json::Error| store::Fault::Inconsistent(e.to_string());
            let mut detail: Detail = serde_json::from_str(&passkey.detail).map_err(wrong)?;
            // A key of this host, not of one above it: a page of another host below could ask for that one.
            if detail.host != host || whose != user(passkey.person) {
                return Err(Refusal::PasskeyRefused.into());
            }
            let used = webauthn::answers(&detail.key, &detail.host, &data, &client_data, &signature);
            let used = used.ok_or(Refusal::PasskeyRefused)?;
            // A key that counts its uses and goes back was copied; one that could not be kept elsewhere never can.
            let goes_back = (used.counter != 0 || detail.counter != 0) && used.counter <= detail.counter;
            if goes_back || detail.is_eligible.is_some_and(|was| was != used.is_eligible) {
                return Err(Refusal::PasskeyRefused.into());
            }
            detail.counter = used.counter;
            let detail = serde_json::to_string(&detail).map_err(wrong)?;
            cx.tx.use_passkey(&id, &detail, now)?;
            open_session(cx, passkey.person, &kept, &caller, passkey.made_by)
        })
        .await?;
        Ok(token)
    }

    /// Removes one of a person's passkeys, by the name a page gives it.
    pub async fn remove_passkey(&self, person: PersonId, name: &str) -> Result<(), Error> {
        let id = decode(name).ok_or(Refusal::PasskeyRefused)?;
        self.act(NO_PROGRAMME, move |cx| Ok(cx.tx.remove_passkey(person, &id)?)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passkey_is_for_a_host_whatever_the_port() {
        for (origin, host) in
            [("https://pcn.example", "pcn.example"), ("http://localhost:8080", "localhost"), ("http://[::1]:80", "[::1]")]
        {
            assert_eq!(Site { origin: origin.to_owned() }.host(), host);
        }
    }
}
