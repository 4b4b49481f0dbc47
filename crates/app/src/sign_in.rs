//! Signing in: one-time links, and passwords with a second step for whoever wants one. Tokens are 32 random
//! bytes, kept as hashes only.

use crate::command::Cx;
use crate::mail::Letter;
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
use store::{Fault, Opening, Person};
use text::Lang;

/// How long a session lasts.
const SESSION: SignedDuration = SignedDuration::from_hours(24 * 14);
/// How long somebody may look for their phone between the password and its code.
const SECOND_STEP: SignedDuration = SignedDuration::from_mins(10);
/// Fewest signs of a password: length is what keeps one safe.
const SHORTEST_PASSWORD: usize = 12;
/// Wrong tries at one account from one address in ten minutes. Somebody who guesses shuts only themself out.
const WRONG_FROM_HERE: u32 = 10;
/// Wrong tries at one account from all the addresses where its owner never signed in.
const WRONG_FROM_STRANGERS: u32 = 200;
/// Wrong tries from one address in ten minutes, whatever the e-mail.
const WRONG_FROM_ONE: u32 = 60;
/// People and sessions belong to no programme: they are written on this thread.
pub(crate) const NO_PROGRAMME: ProgrammeId = ProgrammeId(0);
/// How long a link sent by e-mail is good.
const LETTER: SignedDuration = SignedDuration::from_mins(30);
/// Links asked for from one address in ten minutes.
const LINKS_FROM_ONE: u32 = 10;
/// Links sent to one e-mail in ten minutes.
const LINKS_TO_ONE: u32 = 5;
/// How long somebody who signed in may change their ways in without showing again that it is them.
const FRESH: SignedDuration = SignedDuration::from_mins(10);
/// The name of what waits for a second step.
const STEP: &str = "second_step";

/// Someone signed in, with their roles in every programme.
#[derive(Clone)]
pub struct SignedIn {
    /// Who.
    pub person: Person,
    /// The books of the programmes where they have a role, and those roles.
    pub roles: Vec<(Arc<Book>, Vec<Role>)>,
    /// This session.
    pub session: Session,
}

/// What a session is worth to somebody who wants more than to work: other ways in, or to sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Session {
    /// The hash of its token.
    pub hash: Hash,
    /// When its owner last showed that it is them.
    pub proved_at: Timestamp,
    /// Who made the link that it began with, when somebody else did.
    pub made_by: Option<PersonId>,
}

impl Session {
    /// Whether its owner is surely still there: a session lasts for days, on a phone that others may hold.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now.duration_since(self.proved_at) < FRESH
    }

    /// Refuses what only its owner does, after a while.
    pub(crate) fn fresh(&self, now: Timestamp) -> Result<(), Refusal> {
        if self.is_fresh(now) { Ok(()) } else { Err(Refusal::FreshSignInNeeded) }
    }

    /// Refuses what somebody else could do in their place: whoever made the link may hold it.
    pub(crate) fn own(&self) -> Result<(), Refusal> {
        if self.made_by.is_none() { Ok(()) } else { Err(Refusal::SessionByAnother) }
    }
}

/// Who knocks: an address, as far as limits tell addresses apart, and the device's label.
#[derive(Clone, Debug, Default)]
pub struct Caller {
    /// Where from.
    pub from: String,
    /// What with, such as « Firefox · Windows ».
    pub device: String,
}

impl Caller {
    /// What is kept of the address: only whether it is the same one can be told, and for this person only.
    fn address(&self, person: PersonId) -> [u8; 8] {
        let hash = Sha256::digest(format!("cabas-address/{}/{}", person.0, self.from));
        let mut kept = [0; 8];
        kept.copy_from_slice(&hash[..8]);
        kept
    }
}

/// What came of a right password, or of a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Entered {
    /// In: a session's token.
    Session(String),
    /// Half in: a token that waits for a code.
    SecondStep(String),
}

pub(crate) fn token_hash(token: &str) -> Option<Hash> {
    let bytes = unhex(token).filter(|b| b.len() == 32)?;
    Some(Sha256::digest(bytes).into())
}

/// A text that may be an e-mail address: only a message sent there can tell.
pub(crate) fn email(written: &str) -> Result<String, Refusal> {
    let email = written.trim().to_lowercase();
    let parts: Vec<&str> = email.split('@').collect();
    let good = match parts.as_slice() {
        [""] => true,
        [local, host] => {
            let clean = |text: &str| !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control());
            clean(local) && clean(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
        }
        _ => false,
    };
    if good && email.len() <= 254 { Ok(email) } else { Err(Refusal::BadEmail { email: written.trim().to_owned() }) }
}

/// A password's hash; one that is too short is refused.
pub(crate) fn new_password(password: &str) -> Result<String, Error> {
    if password.chars().count() < SHORTEST_PASSWORD {
        return Err(Refusal::ShortPassword { least: SHORTEST_PASSWORD as u64 }.into());
    }
    hash_password(password)
}

impl App {
    pub(crate) fn fresh_token(&self) -> String {
        hex(&self.surroundings.bytes::<32>())
    }

    /// Adds a person, with a password if they have one.
    pub fn add_person_wait(&self, name: &str, written: &str, password: Option<&str>) -> Result<PersonId, Error> {
        let (name, email) = (name.trim().to_owned(), email(written)?);
        if name.is_empty() {
            return Err(Refusal::NameNeeded.into());
        }
        let hashed = password.map(new_password).transpose()?.unwrap_or_default();
        self.act_wait(NO_PROGRAMME, move |cx| {
            free_email(cx, &email, None)?;
            Ok(cx.tx.add_person(&name, &email, &hashed, "", None)?)
        })
    }

    /// Everybody who can sign in.
    pub fn people_wait(&self) -> Result<Vec<Person>, Error> {
        self.look_wait(NO_PROGRAMME, |cx| Ok(cx.tx.people()?))
    }

    /// A one-time sign-in link's token, good for a time.
    pub fn invite_wait(&self, person: PersonId, lasts: SignedDuration) -> Result<String, Error> {
        let token = self.fresh_token();
        let kept = token.clone();
        self.act_wait(NO_PROGRAMME, move |cx| add_link(cx, person, &kept, lasts, None).map(drop))?;
        Ok(token)
    }

    /// A session's token for a person, opened at the command line.
    pub fn open_session_wait(&self, person: PersonId) -> Result<String, Error> {
        let token = self.fresh_token();
        let kept = token.clone();
        self.act_wait(NO_PROGRAMME, move |cx| open_session(cx, person, &kept, &Caller::default(), None))?;
        Ok(token)
    }

    /// Whose a link is, if it can still be used.
    pub async fn link_owner(&self, link: &str) -> Result<Person, Error> {
        let hash = token_hash(link).ok_or(Refusal::ExpiredLink)?;
        self.look(NO_PROGRAMME, move |cx| {
            let now = cx.now();
            cx.tx.link_owner(&hash, now)?.ok_or_else(|| Refusal::ExpiredLink.into())
        })
        .await
    }

    /// Sends a sign-in link to an e-mail, if somebody has it. The answer is the same if nobody does, and comes as fast:
    /// the letter is written afterwards. Links made before still work, so that nobody can spoil another's.
    pub fn send_link(&self, written: &str, site: &str, lang: Lang, caller: &Caller) -> Result<SignedDuration, Error> {
        let Some(mail) = self.mail.clone() else { return Err(Refusal::UnknownAddress.into()) };
        let email = email(written)?;
        if email.is_empty() {
            return Err(Refusal::BadEmail { email }.into());
        }
        let now = self.now();
        let from = format!("link-from/{}", caller.from);
        self.throttle.check(&from, LINKS_FROM_ONE, now)?;
        self.throttle.count(&from, 1, now);
        let to = format!("link-to/{email}");
        // Beyond this the answer stays the same and nothing is sent: nobody's box is filled, and nobody is told.
        if self.throttle.check(&to, LINKS_TO_ONE, now).is_err() {
            return Ok(LETTER);
        }
        self.throttle.count(&to, 1, now);
        let (app, site) = (self.clone(), site.to_owned());
        let writing = async move {
            let token = app.fresh_token();
            let kept = token.clone();
            let person = app
                .act(NO_PROGRAMME, move |cx| {
                    let Some(person) = cx.tx.person_by_email(&email)? else { return Ok(None) };
                    add_link(cx, person.id, &kept, LETTER, None)?;
                    Ok(Some(person))
                })
                .await?;
            let Some(person) = person else { return Ok(()) };
            let lang = Lang::parse(&person.language).unwrap_or(lang);
            let facts = [
                ("name", person.name.as_str().into()),
                ("link", format!("{site}/l/{token}").into()),
                ("wait", text::duration(lang, LETTER.as_secs().unsigned_abs()).into()),
            ];
            let letter = Letter {
                to: person.email,
                subject: text::t(lang, "mail-link-subject"),
                text: text::tr(lang, "mail-link", &facts),
            };
            let name = app.surroundings.uuid().to_string();
            let sent = tokio::task::spawn_blocking(move || mail.send(&letter, &name)).await;
            sent.unwrap_or_else(|e| Err(e.to_string())).map_err(|e| Error::from(Fault::Other(format!("a letter: {e}"))))
        };
        tokio::spawn(async move {
            if let Err(error) = writing.await {
                tracing::error!(%error, "a sign-in link was not sent");
            }
        });
        Ok(LETTER)
    }

    /// Uses a link. Whoever has a second step is asked for it here too: a link may be read over a shoulder.
    pub async fn sign_in_by_link(&self, link: &str, caller: &Caller) -> Result<Entered, Error> {
        let hash = token_hash(link).ok_or(Refusal::ExpiredLink)?;
        let (kept, caller) = (self.fresh_token(), caller.clone());
        self.act(NO_PROGRAMME, move |cx| {
            let now = cx.now();
            let (person, made_by) = cx.tx.use_link(&hash, now)?.ok_or(Refusal::ExpiredLink)?;
            enter(cx, person, &kept, &caller, made_by)
        })
        .await
    }

    /// Signs in by e-mail and password. Whether the address or the password was wrong is not said, and takes the same
    /// time. Wrong tries slow down where they come from; the owner, from where they signed in before, is not kept out.
    pub async fn sign_in_by_password(&self, email: &str, password: &str, caller: &Caller) -> Result<Entered, Error> {
        let email = email.trim().to_lowercase();
        let from = &caller.from;
        let mut keys =
            vec![(format!("password/{email}/{from}"), WRONG_FROM_HERE), (format!("password-from/{from}"), WRONG_FROM_ONE)];
        keys.iter().try_for_each(|(key, limit)| self.throttle.check(key, *limit, self.now()))?;
        let (wanted, knocks) = (email.clone(), caller.clone());
        let (found, is_known) = self
            .look(NO_PROGRAMME, move |cx| {
                let Some(person) = cx.tx.person_by_email(&wanted)? else { return Ok((None, false)) };
                let known = cx.tx.knows_address(person.id, &knocks.address(person.id))?;
                Ok((Some(person), known))
            })
            .await?;
        if !is_known {
            keys.push((format!("password-strangers/{email}"), WRONG_FROM_STRANGERS));
            keys.iter().try_for_each(|(key, limit)| self.throttle.check(key, *limit, self.now()))?;
        }
        let stored = found.as_ref().map(|p| p.password.clone()).unwrap_or_default();
        let right = verify_password(stored, password).await;
        let (true, Some(person)) = (right, found) else {
            for (key, _) in &keys {
                self.throttle.count(key, 1, self.now());
            }
            return Err(Refusal::WrongPassword.into());
        };
        let (kept, caller) = (self.fresh_token(), caller.clone());
        self.act(NO_PROGRAMME, move |cx| {
            let made_by = cx.tx.password_by(person.id)?;
            enter(cx, person.id, &kept, &caller, made_by)
        })
        .await
    }

    /// The second step: a code of the person's authenticator, or a recovery code. Returns a session's token.
    pub async fn sign_in_by_code(&self, begun: &str, code: &str, caller: &Caller) -> Result<String, Error> {
        let hash = token_hash(begun).ok_or(Refusal::ExpiredLink)?;
        let (person, made_by) = self
            .look(NO_PROGRAMME, move |cx| {
                let now = cx.now();
                let begun = cx.tx.ceremony(&hash, STEP, now)?;
                let (person, state) = begun.ok_or(Refusal::ExpiredLink)?;
                Ok((person.ok_or(Refusal::ExpiredLink)?, state.parse().ok().map(PersonId)))
            })
            .await?;
        let token = self.fresh_token();
        let (kept, caller) = (token.clone(), caller.clone());
        self.with_code(person, code, move |cx| {
            if !cx.tx.end_ceremony(&hash)? {
                return Err(Refusal::ExpiredLink.into());
            }
            open_session(cx, person, &kept, &caller, made_by)
        })
        .await?;
        Ok(token)
    }

    /// Who a session's token belongs to.
    pub async fn signed_in(&self, token: &str) -> Result<SignedIn, Error> {
        let hash = token_hash(token).ok_or(Refusal::SignInNeeded)?;
        let (signed, seen_at) = self
            .look(NO_PROGRAMME, move |cx| {
                let now = cx.now();
                let open = cx.tx.session(&hash, now)?.ok_or(Refusal::SignInNeeded)?;
                let session = Session { hash, proved_at: open.proved_at, made_by: open.made_by };
                let person = open.person;
                let mut roles = Vec::new();
                for book in cx.books()? {
                    let own: Vec<Role> = book.grants.iter().filter(|g| g.person == person.id).map(|g| g.role).collect();
                    if !own.is_empty() {
                        roles.push((book, own));
                    }
                }
                Ok((SignedIn { person, roles, session }, open.seen_at))
            })
            .await?;
        if self.now().duration_since(seen_at) >= SignedDuration::from_hours(24) {
            // Once a day; and whoever may not write now, because the disk is full, still reads.
            let touched = self
                .act(NO_PROGRAMME, move |cx| {
                    let now = cx.now();
                    Ok(cx.tx.touch_session(&hash, now)?)
                })
                .await;
            if let Err(error) = touched {
                tracing::warn!(%error, "a session's last day");
            }
        }
        Ok(signed)
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
pub(crate) fn known(cx: &mut Cx<'_, '_>, person: PersonId) -> Result<Person, Error> {
    cx.tx.person(person)?.ok_or_else(|| Refusal::UnknownPerson { person: person.0.to_string() }.into())
}

/// Refuses an e-mail that is another person's.
pub(crate) fn free_email(cx: &mut Cx<'_, '_>, email: &str, but: Option<PersonId>) -> Result<(), Error> {
    let taken = !email.is_empty() && cx.tx.person_by_email(email)?.is_some_and(|p| Some(p.id) != but);
    if taken { Err(Refusal::EmailTaken { email: email.to_owned() }.into()) } else { Ok(()) }
}

/// Keeps a new link; returns until when it is good.
pub(crate) fn add_link(
    cx: &mut Cx<'_, '_>,
    person: PersonId,
    token: &str,
    lasts: SignedDuration,
    made_by: Option<PersonId>,
) -> Result<Timestamp, Error> {
    known(cx, person)?;
    let hash = token_hash(token).ok_or_else(|| Fault::Other("token".to_owned()))?;
    let until = cx.now().checked_add(lasts).unwrap_or(Timestamp::MAX);
    cx.tx.add_link(&hash, person, until, made_by)?;
    Ok(until)
}

/// Lets somebody in, or half in when a second step is asked of them.
fn enter(
    cx: &mut Cx<'_, '_>,
    person: PersonId,
    token: &str,
    caller: &Caller,
    made_by: Option<PersonId>,
) -> Result<Entered, Error> {
    let now = cx.now();
    let second = cx.tx.authenticator(person)?.is_some_and(|a| a.confirmed_at.is_some());
    if !second {
        open_session(cx, person, token, caller, made_by)?;
        return Ok(Entered::Session(token.to_owned()));
    }
    let hash = token_hash(token).ok_or_else(|| Fault::Other("token".to_owned()))?;
    let until = now.checked_add(SECOND_STEP).unwrap_or(Timestamp::MAX);
    let state = made_by.map_or_else(String::new, |by| by.0.to_string());
    cx.tx.begin_ceremony(&hash, STEP, Some(person), &state, now, until)?;
    Ok(Entered::SecondStep(token.to_owned()))
}

/// Opens a session; `made_by` is who made the link that it began with, when somebody else did.
pub(crate) fn open_session(
    cx: &mut Cx<'_, '_>,
    person: PersonId,
    token: &str,
    caller: &Caller,
    made_by: Option<PersonId>,
) -> Result<(), Error> {
    let hash = token_hash(token).ok_or_else(|| Fault::Other("token".to_owned()))?;
    let now = cx.now();
    known(cx, person)?;
    let opening = Opening { device: caller.device.clone(), address: caller.address(person), made_by };
    Ok(cx.tx.add_session(&hash, person, now, now.checked_add(SESSION).unwrap_or(Timestamp::MAX), &opening)?)
}

fn hash_password(password: &str) -> Result<String, Error> {
    let hash = Argon2::default().hash_password(password.as_bytes()).map_err(|e| Fault::Other(e.to_string()))?;
    Ok(hash.to_string())
}

/// A hash no password has, so that an unknown address costs the same time as a wrong password.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$RdescudvJCsgt3ub+b/dWRWJTmaaJObGaaaaaaaaaaa";

/// Whether a password is the stored one. It takes a while, so it does not hold the threads that answer.
pub(crate) async fn verify_password(stored: String, password: &str) -> bool {
    let password = password.to_owned();
    let verify = move || {
        let known = !stored.is_empty();
        let hash = argon2::password_hash::phc::PasswordHash::new(if known { &stored } else { NOBODY });
        let right = hash.is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        known && right
    };
    tokio::task::spawn_blocking(verify).await.unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_is_read_as_people_write_it() {
        assert_eq!(email(" Ana@Essai.Example "), Ok("ana@essai.example".to_owned()));
        assert_eq!(email(""), Ok(String::new()));
        for wrong in ["ana", "ana@", "@essai.example", "a b@essai.example", "ana@essai", "a@b@c.d", "ana@.x", "ana@x."] {
            assert_eq!(email(wrong), Err(Refusal::BadEmail { email: wrong.to_owned() }), "{wrong}");
        }
    }
}
