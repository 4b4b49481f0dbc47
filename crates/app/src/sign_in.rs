//! Signing in: one-time links and passwords now; passkeys in their time. Tokens are 32 random bytes, kept
//! as hashes only.

use crate::command::Cx;
use crate::world::{App, Error};
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use domain::chain::{Hash, hex, unhex};
use domain::ids::{PersonId, ProgrammeId};
use domain::programme::Book;
use domain::refusal::Refusal;
use domain::role::Role;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use store::{Fault, Person};

/// How long a session lasts.
const SESSION: SignedDuration = SignedDuration::from_hours(24 * 14);
/// Fewest signs of a password: length is what keeps one safe.
const SHORTEST_PASSWORD: usize = 12;
/// Wrong passwords for one e-mail in ten minutes.
const WRONG_FOR_ONE: u32 = 10;
/// Wrong passwords from one address in ten minutes, whatever the e-mail.
const WRONG_FROM_ONE: u32 = 60;
/// People and sessions belong to no programme: they are written on this thread.
const NO_PROGRAMME: ProgrammeId = ProgrammeId(0);

/// Someone signed in, with their roles in every programme.
#[derive(Clone)]
pub struct SignedIn {
    /// Who.
    pub person: Person,
    /// The books of the programmes where they have a role, and those roles.
    pub roles: Vec<(Arc<Book>, Vec<Role>)>,
}

fn token_hash(token: &str) -> Option<Hash> {
    let bytes = unhex(token).filter(|b| b.len() == 32)?;
    Some(Sha256::digest(bytes).into())
}

impl App {
    fn fresh_token(&self) -> String {
        hex(&self.surroundings.bytes::<32>())
    }

    /// Adds a person, with a password if they have one.
    pub fn add_person_wait(&self, name: &str, email: &str, password: Option<&str>) -> Result<PersonId, Error> {
        let (name, email) = (name.trim().to_owned(), email.trim().to_lowercase());
        if name.is_empty() {
            return Err(Refusal::NameNeeded.into());
        }
        let hashed = match password {
            Some(password) if password.chars().count() < SHORTEST_PASSWORD => {
                return Err(Refusal::ShortPassword { least: SHORTEST_PASSWORD as u64 }.into());
            }
            Some(password) => hash_password(password)?,
            None => String::new(),
        };
        self.act_wait(NO_PROGRAMME, move |cx| {
            if !email.is_empty() && cx.tx.person_by_email(&email)?.is_some() {
                return Err(Refusal::EmailTaken { email: email.clone() }.into());
            }
            Ok(cx.tx.add_person(&name, &email, &hashed)?)
        })
    }

    /// Everybody who can sign in.
    pub fn people_wait(&self) -> Result<Vec<Person>, Error> {
        self.look_wait(NO_PROGRAMME, |cx| Ok(cx.tx.people()?))
    }

    /// A one-time sign-in link's token, good for a time.
    pub fn invite_wait(&self, person: PersonId, lasts: SignedDuration) -> Result<String, Error> {
        let token = self.fresh_token();
        let hash = token_hash(&token).ok_or_else(|| Fault::Other("token".to_owned()))?;
        let until = self.now().checked_add(lasts).unwrap_or(Timestamp::MAX);
        self.act_wait(NO_PROGRAMME, move |cx| {
            known(cx, person)?;
            Ok(cx.tx.add_link(&hash, person, until)?)
        })?;
        Ok(token)
    }

    /// A session's token for a person, opened at the command line.
    pub fn open_session_wait(&self, person: PersonId) -> Result<String, Error> {
        let token = self.fresh_token();
        let kept = token.clone();
        self.act_wait(NO_PROGRAMME, move |cx| open_session(cx, person, &kept))?;
        Ok(token)
    }

    /// Whether a link can still be used.
    pub async fn link_is_good(&self, link: &str) -> Result<(), Error> {
        let hash = token_hash(link).ok_or(Refusal::ExpiredLink)?;
        let good = self
            .look(NO_PROGRAMME, move |cx| {
                let now = cx.now();
                Ok(cx.tx.link_is_good(&hash, now)?)
            })
            .await?;
        if good { Ok(()) } else { Err(Refusal::ExpiredLink.into()) }
    }

    /// Uses a link; returns a session's token.
    pub async fn sign_in_by_link(&self, link: &str) -> Result<String, Error> {
        let hash = token_hash(link).ok_or(Refusal::ExpiredLink)?;
        let token = self.fresh_token();
        let kept = token.clone();
        self.act(NO_PROGRAMME, move |cx| {
            let now = cx.now();
            let person = cx.tx.use_link(&hash, now)?.ok_or(Refusal::ExpiredLink)?;
            open_session(cx, person, &kept)
        })
        .await?;
        Ok(token)
    }

    /// Signs in by e-mail and password; returns a session's token. Whether the address or the password was
    /// wrong is not said, and takes the same time.
    pub async fn sign_in_by_password(&self, email: &str, password: &str, from: &str) -> Result<String, Error> {
        let email = email.trim().to_lowercase();
        let keys = [(format!("password/{email}"), WRONG_FOR_ONE), (format!("password-from/{from}"), WRONG_FROM_ONE)];
        keys.iter().try_for_each(|(key, limit)| self.throttle.check(key, *limit, self.now()))?;
        let wanted = email.clone();
        let found = self.look(NO_PROGRAMME, move |cx| Ok(cx.tx.person_by_email(&wanted)?)).await?;
        let (stored, password) = (found.as_ref().map(|p| p.password.clone()).unwrap_or_default(), password.to_owned());
        let right = tokio::task::spawn_blocking(move || verify_password(&stored, &password)).await.unwrap_or(false);
        let (true, Some(person)) = (right, found) else {
            for (key, _) in &keys {
                self.throttle.count(key, 1, self.now());
            }
            return Err(Refusal::WrongPassword.into());
        };
        let token = self.fresh_token();
        let kept = token.clone();
        self.act(NO_PROGRAMME, move |cx| open_session(cx, person.id, &kept)).await?;
        Ok(token)
    }

    /// Who a session's token belongs to.
    pub async fn signed_in(&self, token: &str) -> Result<SignedIn, Error> {
        let hash = token_hash(token).ok_or(Refusal::SignInNeeded)?;
        self.look(NO_PROGRAMME, move |cx| {
            let now = cx.now();
            let session = cx.tx.session(&hash, now)?.ok_or(Refusal::SignInNeeded)?;
            let mut roles = Vec::new();
            for book in cx.tx.books()? {
                let own: Vec<Role> = book.grants.iter().filter(|g| g.person == session.person.id).map(|g| g.role).collect();
                if !own.is_empty() {
                    roles.push((book, own));
                }
            }
            Ok(SignedIn { person: session.person, roles })
        })
        .await
    }

    /// Ends a session.
    pub async fn sign_out(&self, token: &str) -> Result<(), Error> {
        let Some(hash) = token_hash(token) else { return Ok(()) };
        self.act(NO_PROGRAMME, move |cx| {
            let now = cx.now();
            Ok(cx.tx.revoke_session(&hash, now)?)
        })
        .await
    }
}

/// A person who was added.
pub(crate) fn known(cx: &mut Cx<'_, '_>, person: PersonId) -> Result<(), Error> {
    let found = cx.tx.person(person)?;
    found.map(drop).ok_or_else(|| Refusal::UnknownPerson { person: person.0.to_string() }.into())
}

fn open_session(cx: &mut Cx<'_, '_>, person: PersonId, token: &str) -> Result<(), Error> {
    let hash = token_hash(token).ok_or_else(|| Fault::Other("token".to_owned()))?;
    let now = cx.now();
    known(cx, person)?;
    Ok(cx.tx.add_session(&hash, person, now, now.checked_add(SESSION).unwrap_or(Timestamp::MAX))?)
}

fn hash_password(password: &str) -> Result<String, Error> {
    let hash = Argon2::default().hash_password(password.as_bytes()).map_err(|e| Fault::Other(e.to_string()))?;
    Ok(hash.to_string())
}

/// A hash no password has, so that an unknown address costs the same time as a wrong password.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$RdescudvJCsgt3ub+b/dWRWJTmaaJObGaaaaaaaaaaa";

fn verify_password(stored: &str, password: &str) -> bool {
    let known = !stored.is_empty();
    let hash = argon2::password_hash::phc::PasswordHash::new(if known { stored } else { NOBODY });
    let right = hash.is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
    known && right
}
