//! What the use cases stand on: the database, the keys, a clock and random numbers, the last two given
//! from outside so that a simulated season is the same every time.

use crate::command::Cx;
use crate::keys::KeyRing;
use crate::mail::Mail;
use crate::progress::Progress;
use crate::throttle::Throttle;
use domain::ids::ProgrammeId;
use domain::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use store::{Db, Fault, Tx};
use thiserror::Error as ThisError;

/// Why a use case did not do what was asked.
#[derive(Clone, Debug, ThisError)]
pub enum Error {
    /// It was said no to, and that is recorded.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Something failed inside.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// A source of random bytes.
pub trait Random: Send {
    /// Fills `bytes`.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// The operating system's random numbers.
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random numbers");
    }
}

/// The clock and the random numbers.
#[derive(Clone)]
pub struct Surroundings {
    clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    random: Arc<Mutex<dyn Random>>,
    /// How far the clock is behind everybody's.
    behind: SignedDuration,
}

impl Surroundings {
    /// The real ones.
    pub fn real() -> Self {
        #[expect(clippy::disallowed_methods, reason = "the one place where the real clock enters")]
        Self::new(Timestamp::now, SystemRandom)
    }

    /// The real ones, with a clock that runs from another instant: to practise in the middle of a season.
    pub fn from_instant(start: Timestamp) -> Self {
        let real = Self::real();
        let (clock, behind) = (real.clock.clone(), real.now().duration_since(start));
        let practice = move || clock().checked_sub(behind).unwrap_or(start);
        Self { behind, ..Self::new(practice, SystemRandom) }
    }

    /// Others, for simulation and tests.
    pub fn new(clock: impl Fn() -> Timestamp + Send + Sync + 'static, random: impl Random + 'static) -> Self {
        Self { clock: Arc::new(clock), random: Arc::new(Mutex::new(random)), behind: SignedDuration::ZERO }
    }

    /// Now, in whole microseconds: what both databases keep.
    pub fn now(&self) -> Timestamp {
        whole_microseconds((self.clock)())
    }

    /// Now, by the clock of people's own telephones.
    pub fn real_now(&self) -> Timestamp {
        self.now().checked_add(self.behind).unwrap_or(Timestamp::MAX)
    }

    /// Random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.random.lock().unwrap_or_else(PoisonError::into_inner).fill(&mut bytes);
        bytes
    }

    /// A fresh time-ordered identifier.
    pub fn uuid(&self) -> uuid::Uuid {
        let milliseconds = u64::try_from(self.now().as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &self.bytes()).into_uuid()
    }
}

/// An instant without its nanoseconds, as both databases keep it.
pub(crate) fn whole_microseconds(instant: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(instant.as_microsecond()).unwrap_or(instant)
}

/// The platform.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The programmes' secrets, kept apart from the database.
    pub keys: Arc<RwLock<KeyRing>>,
    /// Clock and random numbers.
    pub surroundings: Surroundings,
    pub(crate) throttle: Arc<Throttle>,
    pub(crate) alerts: Arc<crate::alert::Known>,
    /// How letters are sent, if they are.
    pub mail: Option<Arc<Mail>>,
    /// Where long work says how far it is.
    pub progress: Arc<Progress>,
    /// The folder of what banks and accounting programs ask for.
    pub(crate) profiles: Option<Arc<std::path::Path>>,
}

impl App {
    /// The platform on a database, its keys and its surroundings.
    pub fn new(db: Db, keys: KeyRing, surroundings: Surroundings) -> Self {
        Self {
            db,
            keys: Arc::new(RwLock::new(keys)),
            surroundings,
            throttle: Arc::default(),
            alerts: Arc::default(),
            mail: None,
            progress: Arc::default(),
            profiles: None,
        }
    }

    /// The same, and letters are sent.
    #[must_use]
    pub fn with_mail(self, mail: Option<Mail>) -> Self {
        Self { mail: mail.map(Arc::new), ..self }
    }

    /// Now, by this platform's clock.
    pub fn now(&self) -> Timestamp {
        self.surroundings.now()
    }

    /// Runs a use case that changes a programme; returns when it is durable. A refusal is durable too.
    pub async fn act<T, F>(&self, programme: ProgrammeId, mut job: F) -> Result<T, Error>
    where
        F: FnMut(&mut Cx<'_, '_>) -> Result<T, Error> + Send + 'static,
        T: Send + 'static,
    {
        let app = self.clone();
        let job = move |tx: &mut Tx<'_>| app.unless_stopped(kept(job(&mut Cx { tx, app: &app, programme })));
        self.db.write(programme, job).await?.map_err(Error::Refused)
    }

    /// The same for a caller with a thread of its own.
    pub fn act_wait<T, F>(&self, programme: ProgrammeId, mut job: F) -> Result<T, Error>
    where
        F: FnMut(&mut Cx<'_, '_>) -> Result<T, Error> + Send + 'static,
        T: Send + 'static,
    {
        let app = self.clone();
        let job = move |tx: &mut Tx<'_>| app.unless_stopped(kept(job(&mut Cx { tx, app: &app, programme })));
        self.db.write_wait(programme, job)?.map_err(Error::Refused)
    }

    /// Runs a use case that only reads.
    pub async fn look<T, F>(&self, programme: ProgrammeId, mut job: F) -> Result<T, Error>
    where
        F: FnMut(&mut Cx<'_, '_>) -> Result<T, Error> + Send + 'static,
        T: Send + 'static,
    {
        let app = self.clone();
        self.db.read(move |tx| kept(job(&mut Cx { tx, app: &app, programme }))).await?.map_err(Error::Refused)
    }

    /// The same for a caller with a thread of its own.
    pub fn look_wait<T, F>(&self, programme: ProgrammeId, mut job: F) -> Result<T, Error>
    where
        F: FnMut(&mut Cx<'_, '_>) -> Result<T, Error> + Send + 'static,
        T: Send + 'static,
    {
        let app = self.clone();
        self.db.read_wait(move |tx| kept(job(&mut Cx { tx, app: &app, programme })))?.map_err(Error::Refused)
    }
}

/// A refusal is a result to commit, a fault is one to undo.
fn kept<T>(result: Result<T, Error>) -> Result<Result<T, Refusal>, Fault> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Error::Refused(refusal)) => Ok(Err(refusal)),
        Err(Error::Fault(fault)) => Err(fault),
    }
}
