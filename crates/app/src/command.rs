//! The path every command takes: who may, was it answered before, what does the engine say, and into the
//! chained log with the answer, whatever it is.

use crate::permit;
use crate::world::{App, Error, whole_microseconds};
use domain::chain::{LogRow, request_hash};
use domain::command::{Command, Envelope, Outcome};
use domain::ids::{Actor, ProgrammeId};
use domain::programme::Book;
use domain::refusal::Refusal;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use store::{BankAccount, Fault, NewCodes, Tx};
use uuid::Uuid;

/// What a use case works with: a transaction, the platform and the programme.
pub struct Cx<'t, 'c> {
    /// The open transaction.
    pub(crate) tx: &'t mut Tx<'c>,
    /// The platform.
    pub app: &'t App,
    /// The programme.
    pub programme: ProgrammeId,
}

/// Who asks, under which identifier, and when they say it happened.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// Who.
    pub actor: Actor,
    /// Made by the client; the same again is the same request.
    pub id: Uuid,
    /// The device, if it has a name of its own.
    pub device: Option<Uuid>,
    /// When, by the client's clock.
    pub claimed_at: Timestamp,
}

impl Request {
    /// A request made here and now.
    pub fn now(app: &App, actor: Actor) -> Self {
        Self { actor, id: app.surroundings.uuid(), device: None, claimed_at: app.now() }
    }

    /// One of the several commands that this request asks for: the same again is the same.
    pub(crate) fn part(&self, number: u32) -> Self {
        let digest =
            Sha256::new().chain_update(b"cabas-part").chain_update(self.id.as_bytes()).chain_update(number.to_be_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest.finalize()[..16]);
        Self { id: uuid::Builder::from_custom_bytes(bytes).into_uuid(), ..*self }
    }
}

/// An answer, and whether it was given before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// What came of the command.
    pub outcome: Outcome,
    /// The command's place in the log.
    pub seq: i64,
    /// The same request had been answered: nothing changed now.
    pub replayed: bool,
}

/// What goes beside a command and never into the log.
#[derive(Default)]
pub(crate) struct Aside {
    pub codes: Option<NewCodes>,
    pub bank_account: Option<BankAccount>,
}

impl Cx<'_, '_> {
    /// The programme's book, as it is decided today.
    pub fn book(&mut self) -> Result<Arc<Book>, Error> {
        let book = self.tx.book(self.programme)?.ok_or(Refusal::UnknownProgramme)?;
        Ok(book.at(self.now()))
    }

    /// The books of all programmes, as they are decided today.
    pub fn books(&mut self) -> Result<Vec<Arc<Book>>, Error> {
        Ok(self.app.today(self.tx.books()?))
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.app.now()
    }

    /// Runs work that can be undone alone: without `true` beside its value nothing of it stays.
    pub(crate) fn undoable<T>(&mut self, work: impl FnOnce(&mut Cx<'_, '_>) -> Result<(T, bool), Error>) -> Result<T, Error> {
        let (app, programme) = (self.app, self.programme);
        self.tx.undoable(|tx| work(&mut Cx { tx, app, programme }))
    }

    /// Runs a command: a refusal comes back as an error, recorded.
    pub(crate) fn run(&mut self, request: Request, command: Command) -> Result<Answer, Error> {
        self.run_with(request, command, Aside::default())
    }

    /// Runs a command that needs something the log must not hold.
    pub(crate) fn run_with(&mut self, request: Request, command: Command, aside: Aside) -> Result<Answer, Error> {
        let now = self.now();
        let mut world = self.tx.world(self.programme, now)?;
        // A person who may not is told so, and nothing is logged: the log is the programme's, not theirs.
        permit::ask(world.opened(), request.actor, permit::needed(&command))?;
        let body = serde_json::to_string(&command).map_err(|e| Fault::Other(e.to_string()))?;
        let hash = request_hash(&body);
        if let Some((seq, before, outcome)) = world.tx().answered(self.programme, request.id)? {
            if before != hash {
                return Err(Refusal::SameIdOtherContent.into());
            }
            let outcome: Outcome = serde_json::from_str(&outcome).map_err(|e| Fault::Inconsistent(e.to_string()))?;
            return answer(outcome, seq, true);
        }
        world.codes = aside.codes;
        world.bank_account = aside.bank_account;
        let envelope = Envelope {
            id: request.id,
            actor: request.actor,
            device: request.device,
            claimed_at: whole_microseconds(request.claimed_at),
            command,
        };
        let recorded_at = world.recorded_at();
        let outcome = domain::engine::apply(&mut world, &envelope, recorded_at)?;
        if outcome.refusal().is_some() && world.has_written() {
            return Err(Fault::Inconsistent("a rule refused after it wrote".to_owned()).into());
        }
        let seq = domain::world::World::seq(&world);
        if world.opened().is_none() {
            // A programme that could not be opened has no log to write in.
            return answer(outcome, 0, false);
        }
        let row = LogRow {
            programme: self.programme,
            seq,
            id: request.id,
            request_hash: hash,
            kind: envelope.command.kind().to_owned(),
            actor: request.actor,
            device: request.device,
            claimed_at: envelope.claimed_at,
            recorded_at,
            body,
            outcome: serde_json::to_string(&outcome).map_err(|e| Fault::Other(e.to_string()))?,
        };
        world.tx().append(&row)?;
        answer(outcome, seq, false)
    }
}

fn answer(outcome: Outcome, seq: i64, replayed: bool) -> Result<Answer, Error> {
    match outcome {
        Outcome::Refused { refusal } => Err(Error::Refused(refusal)),
        outcome => Ok(Answer { outcome, seq, replayed }),
    }
}
