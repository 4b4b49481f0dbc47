//! The desk everything is sent from: the platform, the clock, the programme's book.

use crate::chance::Chance;
use crate::deed::{Deed, Done, What};
use anyhow::{Result, bail};
use app::command::Request;
use app::simulated::Clock;
use app::{App, Cx, Error};
use domain::ids::{Actor, PersonId, ProgrammeId};
use domain::programme::Book;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use std::sync::Arc;
use uuid::Uuid;

/// One programme, its clock and its chance.
pub(crate) struct Desk<'a> {
    app: &'a App,
    clock: &'a Clock,
    /// The programme.
    pub programme: ProgrammeId,
    /// Its book as opened.
    pub book: Arc<Book>,
    zone: TimeZone,
    /// Chance.
    pub chance: Chance,
}

impl<'a> Desk<'a> {
    /// A desk for an open programme.
    pub(crate) fn new(app: &'a App, clock: &'a Clock, book: Arc<Book>, chance: Chance) -> Self {
        Self { app, clock, programme: book.identity.id, zone: book.zone(), book, chance }
    }

    /// An instant of a day where the programme lives.
    pub(crate) fn at(&self, day: Date, hour: i8, minute: i8) -> Result<Timestamp> {
        let time = Time::new(hour, minute, 0, 0)?;
        Ok(day.to_datetime(time).to_zoned(self.zone.clone())?.timestamp())
    }

    /// A deed done by a person at an instant, by an exact clock.
    pub(crate) fn deed(&mut self, person: PersonId, at: Timestamp, what: What) -> Deed {
        self.deed_of(person, None, at, at, what)
    }

    /// A deed from a device, whose clock may be wrong.
    pub(crate) fn deed_of(
        &mut self,
        person: PersonId,
        device: Option<Uuid>,
        at: Timestamp,
        claimed_at: Timestamp,
        what: What,
    ) -> Deed {
        let request = Request { actor: Actor::Person(person), id: self.chance.uuid(at), device, claimed_at };
        Deed { at, request, what }
    }

    /// Does deeds in order, each at its instant, in one transaction: a sync a day, not a sync a deed.
    /// None of them may be refused.
    pub(crate) fn run(&self, deeds: Vec<Deed>) -> Result<Vec<Done>> {
        if deeds.is_empty() {
            return Ok(Vec::new());
        }
        let clock = self.clock.clone();
        let result = self.app.act_wait(self.programme, move |cx| {
            let mut done = Vec::with_capacity(deeds.len());
            for deed in &deeds {
                clock.set(deed.at);
                match deed.what.perform(cx, deed.request) {
                    Ok(answer) => done.push(answer),
                    Err(Error::Refused(refusal)) => return Ok(Err(format!("{:?} was refused: {refusal:?}", deed.what))),
                    Err(fault) => return Err(fault),
                }
            }
            Ok(Ok(done))
        })?;
        match result {
            Ok(done) => Ok(done),
            Err(refused) => bail!("{}: {refused}", self.book.identity.key),
        }
    }

    /// Does one deed.
    pub(crate) fn run_one(&self, deed: Deed) -> Result<Done> {
        match self.run(vec![deed])?.pop() {
            Some(done) => Ok(done),
            None => bail!("a deed without an answer"),
        }
    }

    /// Reads.
    pub(crate) fn look<T, F>(&self, job: F) -> Result<T>
    where
        F: FnMut(&mut Cx<'_, '_>) -> Result<T, Error> + Send + 'static,
        T: Send + 'static,
    {
        Ok(self.app.look_wait(self.programme, job)?)
    }

    /// Adds a person, who signs in by a link.
    pub(crate) fn add_person(&self, name: &str, email: &str) -> Result<PersonId> {
        Ok(self.app.add_person_wait(name, email, None)?)
    }

    /// Sets the clock.
    pub(crate) fn set(&self, at: Timestamp) {
        self.clock.set(at);
    }

    /// The same command with nobody's authority but the machine's: the first roles.
    pub(crate) fn by_the_machine(&mut self, at: Timestamp, what: What) -> Deed {
        let request = Request { actor: Actor::System, id: self.chance.uuid(at), device: None, claimed_at: at };
        Deed { at, request, what }
    }
}
