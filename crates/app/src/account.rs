//! A person's own account: their name, their e-mail, their language, their password, and where they are signed in.

use crate::sign_in::{NO_PROGRAMME, Session, email, free_email, known, new_password, verify_password};
use crate::world::{App, Error};
use domain::chain::{Hash, hex};
use domain::ids::PersonId;
use domain::refusal::Refusal;
use store::{Passkey, Person, SessionRow};

/// An account, as its owner sees it.
#[derive(Clone, Debug)]
pub struct Account {
    /// Who.
    pub person: Person,
    /// Open sessions, the last used first.
    pub sessions: Vec<SessionRow>,
    /// Whether a code is asked for after the password.
    pub second_step: bool,
    /// Recovery codes left.
    pub recovery_codes: u64,
    /// Passkeys, the oldest first.
    pub passkeys: Vec<Passkey>,
}

/// The name of a session that does not open it.
pub fn session_name(hash: &Hash) -> String {
    hex(&hash[..8])
}

impl App {
    /// Somebody's account.
    pub async fn account(&self, person: PersonId) -> Result<Account, Error> {
        self.look(NO_PROGRAMME, move |cx| {
            let now = cx.now();
            let second_step = cx.tx.authenticator(person)?.is_some_and(|a| a.confirmed_at.is_some());
            Ok(Account {
                person: known(cx, person)?,
                sessions: cx.tx.sessions_of(person, now)?,
                second_step,
                recovery_codes: cx.tx.recovery_codes_left(person)?,
                passkeys: cx.tx.passkeys_of(person)?,
            })
        })
        .await
    }

    /// Changes a person's name, e-mail and language. Another e-mail needs the password, or a fresh sign-in without one:
    /// links are sent there.
    pub async fn change_account(
        &self,
        person: PersonId,
        session: &Session,
        name: &str,
        written: &str,
        language: &str,
        password: &str,
    ) -> Result<(), Error> {
        let (name, email, language) = (name.trim().to_owned(), email(written)?, language.to_owned());
        if name.is_empty() {
            return Err(Refusal::NameNeeded.into());
        }
        let before = self.look(NO_PROGRAMME, move |cx| known(cx, person)).await?;
        if email != before.email {
            self.same_person(&before, session, password).await?;
        }
        self.act(NO_PROGRAMME, move |cx| {
            let before = known(cx, person)?;
            free_email(cx, &email, Some(person))?;
            let after = Person { name: name.clone(), email: email.clone(), language: language.clone(), ..before };
            Ok(cx.tx.update_person(&after)?)
        })
        .await
    }

    /// Sets a password, from a session whose owner is surely there, or changes it with the one of before. Every other
    /// session ends: whoever knew the old one is out.
    pub async fn change_password(&self, person: PersonId, session: &Session, before: &str, after: &str) -> Result<(), Error> {
        let (who, by_before) = self.look(NO_PROGRAMME, move |cx| Ok((known(cx, person)?, cx.tx.password_by(person)?))).await?;
        self.same_person(&who, session, before).await?;
        // It is worth as much as the best of what it was set with.
        let by_before = if who.password.is_empty() { session.made_by } else { by_before };
        let (keep, made_by) = (session.hash, session.made_by.and(by_before));
        let after = after.to_owned();
        let hashed =
            tokio::task::spawn_blocking(move || new_password(&after)).await.map_err(|e| store::Fault::Other(e.to_string()))??;
        self.act(NO_PROGRAMME, move |cx| {
            let now = cx.now();
            let person = Person { password: hashed.clone(), ..known(cx, person)? };
            cx.tx.update_person(&person)?;
            cx.tx.set_password_by(person.id, made_by)?;
            Ok(cx.tx.revoke_sessions(person.id, Some(&keep), now)?)
        })
        .await
    }

    /// Ends one of a person's sessions, by its name.
    pub async fn end_own_session(&self, person: PersonId, name: &str) -> Result<(), Error> {
        let name = name.to_owned();
        self.act(NO_PROGRAMME, move |cx| {
            let now = cx.now();
            for session in cx.tx.sessions_of(person, now)? {
                if session_name(&session.hash) == name {
                    cx.tx.revoke_session(&session.hash, now)?;
                }
            }
            Ok(())
        })
        .await
    }

    /// Shows again, with the password, that a session's owner is there.
    pub async fn prove(&self, person: PersonId, session: &Session, password: &str) -> Result<(), Error> {
        let who = self.look(NO_PROGRAMME, move |cx| known(cx, person)).await?;
        if who.password.is_empty() {
            return Err(Refusal::FreshSignInNeeded.into());
        }
        self.same_person(&who, session, password).await?;
        let session = *session;
        self.act(NO_PROGRAMME, move |cx| {
            let (now, by_password) = (cx.now(), cx.tx.password_by(person)?);
            Ok(cx.tx.prove_session(&session.hash, now, session.made_by.and(by_password))?)
        })
        .await
    }

    /// Whoever sits at a phone left open does not know the password; where there is none, they signed in long ago.
    async fn same_person(&self, person: &Person, session: &Session, password: &str) -> Result<(), Error> {
        if person.password.is_empty() {
            return Ok(session.fresh(self.now())?);
        }
        let key = format!("current-password/{}", person.id.0);
        self.throttle.check(&key, 10, self.now())?;
        if verify_password(person.password.clone(), password).await {
            return Ok(());
        }
        self.throttle.count(&key, 1, self.now());
        Err(Refusal::WrongCurrentPassword.into())
    }
}
