//! The carrier: one thread that brings what phones signed to the platform, and fetches the lists. It tries again for
//! as long as it takes; what it carries changes nothing when it arrives twice.

use super::SaidNo;
use crate::api::phone::ANSWER;
use app::hub::{Envelope, Hub, Me, Returned};
use serde::Deserialize;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use ureq::Agent;
use uuid::Uuid;

/// How often lists are fetched when there is a way.
const LISTS_EVERY: Duration = Duration::from_mins(5);
/// How soon they are fetched again for a phone that is not in them.
const LISTS_AGAIN: Duration = Duration::from_secs(15);
/// How long the platform may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// Between two tries without a network: twice as long each time, from the first to the last.
const PAUSES: (Duration, Duration) = (Duration::from_secs(2), Duration::from_mins(1));
/// The largest answer: lists of a season with many spent coupons.
const MAX_ANSWER: u64 = 64 * 1024 * 1024;
/// Envelopes read at a time.
const TOGETHER: usize = 50;

/// A hub's link: `https://HOST/phone/#PROGRAMME.TOKEN`, as a phone's card has it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// `https://HOST`.
    pub origin: String,
    /// The programme's short name.
    pub programme: String,
    /// The token.
    pub token: String,
}

impl Link {
    /// Reads the link of a card.
    pub fn parse(text: &str) -> Option<Self> {
        let (address, secret) = text.trim().split_once('#')?;
        let origin = address.strip_suffix("/phone/").or_else(|| address.strip_suffix("/phone"))?;
        let (programme, token) = secret.split_once('.')?;
        let is_origin = app::domain::phone::hub_address(origin).is_some_and(|read| read == origin.to_ascii_lowercase());
        (is_origin && !programme.is_empty() && token.len() == 64).then(|| Self {
            origin: origin.to_ascii_lowercase(),
            programme: programme.to_owned(),
            token: token.to_owned(),
        })
    }
}

fn agent() -> Agent {
    Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .http_status_as_error(false)
        .max_redirects(0)
        .user_agent(super::NAME)
        .build()
        .into()
}

/// Follows a link with the public half of the hub's key: the hub is a device from then on. On a no, the platform's own
/// sentence.
pub fn enrol(link: &Link, public_key: &[u8]) -> Result<Me, String> {
    #[derive(Deserialize)]
    struct Enrolled {
        device: Uuid,
    }
    #[derive(Deserialize)]
    struct No {
        title: String,
    }
    let asked = serde_json::json!({
        "programme": link.programme, "token": link.token, "public_key": app::domain::chain::hex(public_key),
    });
    let mut answer = agent()
        .post(format!("{}/api/v1/phone/enrol", link.origin))
        .header("content-type", "application/json")
        .send(asked.to_string().as_bytes())
        .map_err(|error| format!("{}: {error}", link.origin))?;
    let status = answer.status();
    let text = answer.body_mut().read_to_string().map_err(|error| error.to_string())?;
    if !status.is_success() {
        return Err(serde_json::from_str(&text).map_or_else(|_| status.to_string(), |no: No| no.title));
    }
    let Enrolled { device } = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    Ok(Me { origin: link.origin.clone(), programme: link.programme.clone(), device })
}

/// The way to the carrier's thread.
#[derive(Clone)]
pub struct Carrier {
    bell: SyncSender<()>,
    reached: Arc<AtomicBool>,
    hurried: Arc<AtomicBool>,
    /// When nobody rings any more, the thread ends.
    listens: Arc<Mutex<Option<Receiver<()>>>>,
}

impl Default for Carrier {
    fn default() -> Self {
        let (bell, listens) = sync_channel(1);
        Self { bell, reached: Arc::default(), hurried: Arc::default(), listens: Arc::new(Mutex::new(Some(listens))) }
    }
}

impl Carrier {
    /// Whether the platform answered the last time.
    pub fn reached(&self) -> bool {
        self.reached.load(Ordering::Relaxed)
    }

    /// Something came in.
    pub(super) fn wake(&self) {
        // Full: it is awake already. Gone: the program ends.
        let (Ok(()) | Err(TrySendError::Full(()) | TrySendError::Disconnected(()))) = self.bell.try_send(());
    }

    /// A phone knocked that is not in the lists.
    pub(super) fn hurry(&self) {
        self.hurried.store(true, Ordering::Relaxed);
        self.wake();
    }

    /// Carries for a hub until the program ends. Once; a second call does nothing.
    pub fn start(&self, hub: Arc<Hub>) -> std::io::Result<()> {
        let Some(bell) = self.listens.lock().unwrap_or_else(PoisonError::into_inner).take() else { return Ok(()) };
        let (reached, hurried) = (self.reached.clone(), self.hurried.clone());
        let work = Work { hub, agent: agent(), reached, hurried, lists_at: None };
        std::thread::Builder::new().name("cabas-carry".to_owned()).spawn(move || work.run(&bell))?;
        Ok(())
    }
}

/// What stopped a round.
enum Stop {
    /// No network, or a platform that is not well.
    NoWay(String),
    /// The hub's own file.
    Hub(app::Error),
}

impl From<app::Error> for Stop {
    fn from(error: app::Error) -> Self {
        Self::Hub(error)
    }
}

struct Work {
    hub: Arc<Hub>,
    agent: Agent,
    reached: Arc<AtomicBool>,
    hurried: Arc<AtomicBool>,
    lists_at: Option<Instant>,
}

impl Work {
    fn run(mut self, bell: &Receiver<()>) {
        let mut pause = PAUSES.0;
        loop {
            let round = self.round();
            self.reached.store(round.is_ok(), Ordering::Relaxed);
            let wait = match round {
                Ok(()) => {
                    pause = PAUSES.0;
                    LISTS_AGAIN
                }
                Err(stop) => {
                    match stop {
                        Stop::NoWay(why) => tracing::debug!(why, "the platform is not reached"),
                        Stop::Hub(error) => tracing::error!(%error, "the hub's file"),
                    }
                    let wait = pause;
                    pause = (pause * 2).min(PAUSES.1);
                    wait
                }
            };
            // While there is no way, new payments do not make it try more often.
            let until = Instant::now() + wait;
            loop {
                match bell.recv_timeout(until.saturating_duration_since(Instant::now())) {
                    Ok(()) if self.reached.load(Ordering::Relaxed) => break,
                    Ok(()) => {}
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        }
    }

    fn round(&mut self) -> Result<(), Stop> {
        let age = self.lists_at.map(|at| at.elapsed());
        let hurried = self.hurried.load(Ordering::Relaxed) && age.is_none_or(|age| age >= LISTS_AGAIN);
        if hurried || age.is_none_or(|age| age >= LISTS_EVERY) {
            self.fetch_lists()?;
        }
        loop {
            let waiting = self.hub.waiting(TOGETHER)?;
            if waiting.is_empty() {
                return Ok(());
            }
            for envelope in waiting {
                self.carry(&envelope)?;
            }
        }
    }

    fn fetch_lists(&mut self) -> Result<(), Stop> {
        let path = "/api/v1/phone/lists";
        let header = self.hub.authorization("GET", path, b"")?;
        let asked = self.agent.get(format!("{}{path}", self.hub.me().origin)).header("authorization", header).call();
        let mut answer = asked.map_err(|error| Stop::NoWay(error.to_string()))?;
        let status = answer.status();
        let text = answer.body_mut().with_config().limit(MAX_ANSWER).read_to_string();
        let text = text.map_err(|error| Stop::NoWay(error.to_string()))?;
        if !status.is_success() {
            let code = serde_json::from_str(&text).map_or_else(|_| String::new(), |SaidNo { code }| code);
            tracing::warn!(%status, code, "the platform gives this hub no lists");
            // What phones gave is carried all the same: each of them speaks for itself.
            return if status.is_server_error() { Err(Stop::NoWay(status.to_string())) } else { Ok(()) };
        }
        self.hub.learn(&text)?;
        self.lists_at = Some(Instant::now());
        self.hurried.store(false, Ordering::Relaxed);
        Ok(())
    }

    /// Posts an envelope exactly as it was signed.
    fn carry(&self, envelope: &Envelope) -> Result<(), Stop> {
        #[derive(Deserialize)]
        struct Act {
            status: String,
        }
        #[derive(Deserialize)]
        struct Answers {
            acts: Vec<Act>,
        }
        let posted = self
            .agent
            .post(format!("{}/api/v1/phone/acts", self.hub.me().origin))
            .header("authorization", &envelope.header)
            .header("content-type", "application/json")
            .send(envelope.body.as_slice());
        let mut answer = posted.map_err(|error| Stop::NoWay(error.to_string()))?;
        let status = answer.status();
        let signature = answer.headers().get(ANSWER).and_then(|v| v.to_str().ok()).map(ToOwned::to_owned);
        let body = answer.body_mut().with_config().limit(MAX_ANSWER).read_to_vec();
        let body = body.map_err(|error| Stop::NoWay(error.to_string()))?;
        if status.is_server_error() {
            return Err(Stop::NoWay(status.to_string()));
        }
        let decided = status.is_success()
            && serde_json::from_slice(&body).is_ok_and(|Answers { acts }| acts.iter().all(|act| act.status != "later"));
        if let Some(signature) = signature.filter(|_| decided) {
            self.hub.answered(envelope.id, &Returned { answer: body, signature })?;
        } else {
            tracing::warn!(%status, envelope = envelope.id, "the platform does not take a payment now");
            self.hub.put_off(envelope.id)?;
        }
        Ok(())
    }
}
