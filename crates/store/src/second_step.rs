//! Second steps: authenticators, recovery codes, and what waits for its second half.

use crate::fault::Fault;
use crate::tx::Tx;
use domain::chain::Hash;
use domain::ids::PersonId;
use jiff::Timestamp;

/// An authenticator: a secret shared with a person's phone, sealed.
#[derive(Clone, Debug)]
pub struct Authenticator {
    /// The sealed secret.
    pub sealed: Vec<u8>,
    /// When its first code was right; nothing while it is only offered.
    pub confirmed_at: Option<Timestamp>,
    /// The last step whose code was used.
    pub last_step: i64,
}

impl Tx<'_> {
    /// A person's authenticator.
    pub fn authenticator(&mut self, person: PersonId) -> Result<Option<Authenticator>, Fault> {
        self.first("SELECT sealed, confirmed_at, last_step FROM authenticator WHERE person = $1", &[person.0.into()], |r| {
            Ok(Authenticator { sealed: r.b(0)?, confirmed_at: r.opt_at(1)?, last_step: r.i(2)? })
        })
    }

    /// Offers an authenticator, instead of one that was offered and never confirmed.
    pub fn offer_authenticator(&mut self, person: PersonId, sealed: &[u8]) -> Result<(), Fault> {
        self.run("DELETE FROM authenticator WHERE person = $1 AND confirmed_at IS NULL", &[person.0.into()])?;
        let sql = "INSERT INTO authenticator (person, sealed, last_step) VALUES ($1, $2, 0)";
        self.run(sql, &[person.0.into(), sealed.into()]).map(drop)
    }

    /// Adds an authenticator as it was, from a backup.
    pub fn restore_authenticator(&mut self, person: PersonId, authenticator: &Authenticator) -> Result<(), Fault> {
        let confirmed_at = authenticator.confirmed_at.map(Timestamp::as_microsecond);
        self.run(
            "INSERT INTO authenticator (person, sealed, confirmed_at, last_step) VALUES ($1, $2, $3, $4)",
            &[
                person.0.into(),
                authenticator.sealed.as_slice().into(),
                crate::Arg::OptI(confirmed_at),
                authenticator.last_step.into(),
            ],
        )
        .map(drop)
    }

    /// Uses a step: false when it, or a later one, was used before.
    pub fn use_step(&mut self, person: PersonId, step: i64, now: Timestamp) -> Result<bool, Fault> {
        let used = self.run(
            "UPDATE authenticator SET last_step = $2, confirmed_at = COALESCE(confirmed_at, $3)
             WHERE person = $1 AND last_step < $2",
            &[person.0.into(), step.into(), now.as_microsecond().into()],
        )?;
        Ok(used > 0)
    }

    /// Takes the authenticator and the recovery codes away.
    pub fn drop_authenticator(&mut self, person: PersonId) -> Result<(), Fault> {
        self.run("DELETE FROM authenticator WHERE person = $1", &[person.0.into()])?;
        self.run("DELETE FROM recovery_code WHERE person = $1", &[person.0.into()]).map(drop)
    }

    /// Replaces a person's recovery codes.
    pub fn set_recovery_codes(&mut self, person: PersonId, codes: &[Hash]) -> Result<(), Fault> {
        self.run("DELETE FROM recovery_code WHERE person = $1", &[person.0.into()])?;
        for code in codes {
            let sql = "INSERT INTO recovery_code (person, code_hash) VALUES ($1, $2)";
            self.run(sql, &[person.0.into(), code.into()])?;
        }
        Ok(())
    }

    /// A person's recovery codes that were not used, for a backup.
    pub fn recovery_codes(&mut self, person: PersonId) -> Result<Vec<Vec<u8>>, Fault> {
        let sql = "SELECT code_hash FROM recovery_code WHERE person = $1 AND used_at IS NULL ORDER BY code_hash";
        self.all(sql, &[person.0.into()], |r| r.b(0))
    }

    /// How many recovery codes are left.
    pub fn recovery_codes_left(&mut self, person: PersonId) -> Result<u64, Fault> {
        let sql = "SELECT COUNT(*) FROM recovery_code WHERE person = $1 AND used_at IS NULL";
        Ok(self.first(sql, &[person.0.into()], |r| r.u(0))?.unwrap_or(0).into())
    }

    /// Uses a recovery code: at most once.
    pub fn use_recovery_code(&mut self, person: PersonId, code: &Hash, now: Timestamp) -> Result<bool, Fault> {
        let used = self.run(
            "UPDATE recovery_code SET used_at = $3 WHERE person = $1 AND code_hash = $2 AND used_at IS NULL",
            &[person.0.into(), code.into(), now.as_microsecond().into()],
        )?;
        Ok(used > 0)
    }

    /// Keeps what was begun; what ended is forgotten.
    pub fn begin_ceremony(
        &mut self,
        token: &Hash,
        kind: &str,
        person: Option<PersonId>,
        state: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), Fault> {
        self.run("DELETE FROM ceremony WHERE expires_at <= $1", &[now.as_microsecond().into()])?;
        self.run(
            "INSERT INTO ceremony (token_hash, kind, person, state, expires_at) VALUES ($1, $2, $3, $4, $5)",
            &[
                token.into(),
                kind.into(),
                crate::Arg::OptI(person.map(|p| i64::from(p.0))),
                state.into(),
                expires_at.as_microsecond().into(),
            ],
        )
        .map(drop)
    }

    /// What was begun, if it still waits: whose it is, and what was kept.
    pub fn ceremony(&mut self, token: &Hash, kind: &str, now: Timestamp) -> Result<Option<(Option<PersonId>, String)>, Fault> {
        self.first(
            "SELECT person, state FROM ceremony WHERE token_hash = $1 AND kind = $2 AND expires_at > $3",
            &[token.into(), kind.into(), now.as_microsecond().into()],
            |r| Ok((r.opt_i(0)?.and_then(PersonId::from_i64), r.t(1)?)),
        )
    }

    /// Ends what was begun: true for the first who ends it.
    pub fn end_ceremony(&mut self, token: &Hash) -> Result<bool, Fault> {
        Ok(self.run("DELETE FROM ceremony WHERE token_hash = $1", &[token.into()])? > 0)
    }
}
