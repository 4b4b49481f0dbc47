//! Clients over HTTP, each with a connection and a session of its own, as phones have.

use crate::Failure;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Where and as whom.
pub(crate) struct Load {
    pub(crate) address: String,
    pub(crate) token: String,
}

/// What came of a load.
#[derive(Default)]
pub(crate) struct Outcome {
    /// How long each request took, ascending.
    pub(crate) latencies: Vec<Duration>,
    /// Coupons accepted.
    pub(crate) accepted: u64,
    took: Duration,
}

impl Outcome {
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        self.latencies.get(self.latencies.len().saturating_sub(1) * percent / 100).copied().unwrap_or_default()
    }

    pub(crate) fn coupons_per_second(&self) -> usize {
        super::per_second(self.accepted, self.took)
    }

    fn join(mut self, other: Self) -> Self {
        self.latencies.extend(other.latencies);
        self.accepted += other.accepted;
        self
    }
}

impl Load {
    /// Each client sends its next payment as soon as it has its answer.
    pub(crate) fn closed(&self, clients: usize, lasts: Duration, payments: &[Vec<String>]) -> Result<Outcome, Failure> {
        let start = Instant::now();
        self.all(clients, payments, start, |_| if start.elapsed() < lasts { Some(Instant::now()) } else { None })
    }

    /// Payments come at a steady pace whether the others were answered or not; a late answer counts from
    /// when the payment was due, as somebody waiting at the stall would count.
    pub(crate) fn paced(&self, per_second: usize, payments: &[Vec<String>]) -> Result<Outcome, Failure> {
        let start = Instant::now();
        let gap = Duration::from_secs(1) / u32::try_from(per_second.max(1)).unwrap_or(u32::MAX);
        self.all(32, payments, start, |number| {
            let due = start + gap * u32::try_from(number).unwrap_or(u32::MAX);
            std::thread::sleep(due.saturating_duration_since(Instant::now()));
            Some(due)
        })
    }

    fn all(
        &self,
        clients: usize,
        payments: &[Vec<String>],
        start: Instant,
        due: impl Fn(usize) -> Option<Instant> + Sync,
    ) -> Result<Outcome, Failure> {
        let next = AtomicUsize::new(0);
        let outcomes: Result<Vec<Outcome>, anyhow::Error> = std::thread::scope(|scope| {
            let clients: Vec<_> = (0..clients).map(|_| scope.spawn(|| self.client(payments, &next, &due))).collect();
            clients.into_iter().map(|c| c.join().expect("a client ends")).collect()
        });
        let took = start.elapsed();
        let mut outcome = outcomes?.into_iter().fold(Outcome::default(), Outcome::join);
        outcome.latencies.sort_unstable();
        Ok(Outcome { took, ..outcome })
    }

    fn client(
        &self,
        payments: &[Vec<String>],
        next: &AtomicUsize,
        due: &impl Fn(usize) -> Option<Instant>,
    ) -> Result<Outcome, anyhow::Error> {
        let ids = app::Surroundings::real();
        let agent = ureq::Agent::new_with_defaults();
        let mut outcome = Outcome::default();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(codes) = payments.get(number) else { break };
            let Some(begun) = due(number) else { break };
            let body = json!({ "redemptions": [{
                "id": ids.uuid(), "vendor": "ferme", "place": "marche", "at": NOON, "codes": codes,
            }]});
            let mut answer = agent
                .post(format!("{}/api/v1/redemptions", self.address))
                .header("Authorization", format!("Bearer {}", self.token))
                .send_json(&body)?;
            let answer: Value = answer.body_mut().read_json()?;
            outcome.latencies.push(begun.elapsed());
            let accepted = answer["redemptions"][0]["accepted"].as_u64().unwrap_or(0);
            anyhow::ensure!(accepted == codes.len() as u64, "{answer}");
            outcome.accepted += accepted;
        }
        Ok(outcome)
    }
}

/// A moment in the season.
const NOON: &str = "2025-07-05T12:00:00-04:00";
