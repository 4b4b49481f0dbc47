//! The machine: a program on a database, that dies and is started again.

use crate::chance::Chance;
use crate::deed::{Deed, Done};
use anyhow::{Context, Result, anyhow, bail};
use app::command::Request;
use app::keys::KeyRing;
use app::programme_file::ProgrammeFile;
use app::simulated::Clock;
use app::{App, Cx, Db, Error, Limits, Moment, Place, Sabotage};
use domain::ids::{Actor, PersonId, ProgrammeId};
use domain::programme::Book;
use domain::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use std::sync::{Arc, Mutex, PoisonError};

/// The season's first morning.
const START: &str = "2025-07-01T07:00:00-04:00";

/// When the program will die. Once it has, it does nothing more until it is started again.
#[derive(Clone, Default)]
struct Bomb(Arc<Mutex<Fuse>>);

#[derive(Default)]
struct Fuse {
    armed: Option<(Moment, usize)>,
    dead: bool,
}

impl Bomb {
    fn change<T>(&self, change: impl FnOnce(&mut Fuse) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn sabotage(&self) -> Sabotage {
        let bomb = self.clone();
        Sabotage::new(move |moment| {
            bomb.change(|fuse| {
                match &mut fuse.armed {
                    Some((at, 0)) if *at == moment => fuse.dead = true,
                    Some((at, left)) if *at == moment => *left -= 1,
                    _ => {}
                }
                fuse.dead
            })
        })
    }
}

/// The program, its database and its clock.
struct Program {
    place: Place,
    clock: Clock,
    seed: u64,
    bomb: Bomb,
    app: App,
    crashes: u32,
}

impl Program {
    fn start(place: Place, seed: u64) -> Result<Self> {
        let clock = Clock::at(START.parse()?);
        let bomb = Bomb::default();
        let app = open(&place, &bomb, KeyRing::in_memory(), &clock, seed)?;
        Ok(Self { place, clock, seed, bomb, app, crashes: 0 })
    }

    fn arm(&self, chance: &mut Chance) {
        let (moment, most) = [(Moment::Statement, 25), (Moment::BeforeCommit, 2), (Moment::AfterCommit, 2)][chance.below(3)];
        let left = chance.below(most + 1);
        self.bomb.change(|fuse| fuse.armed = Some((moment, left)));
    }

    fn disarm(&self) {
        self.bomb.change(|fuse| fuse.armed = None);
    }

    /// Starts the program again if it died.
    fn recover(&mut self) -> Result<bool> {
        if !self.bomb.change(|fuse| std::mem::take(&mut fuse.dead)) {
            return Ok(false);
        }
        self.disarm();
        self.crashes += 1;
        // The key file is still there.
        let keys = self.app.keys.read().unwrap_or_else(PoisonError::into_inner).clone();
        let seed = self.seed.wrapping_add(u64::from(self.crashes));
        self.app = open(&self.place, &self.bomb, keys, &self.clock, seed).context("starting again")?;
        Ok(true)
    }

    /// Opens the programme, however often the program dies in the middle of it.
    fn open_programme(&mut self, file: &ProgrammeFile, chance: &mut Chance) -> Result<Arc<Book>> {
        for _ in 0..20 {
            if chance.percent(30) {
                self.arm(chance);
            }
            let opened = self.app.open_programme_wait(file);
            if self.recover()? {
                continue;
            }
            return match opened {
                // Taken: it was opened before the program died.
                Ok(_) | Err(Error::Refused(Refusal::KeyTaken { .. })) => Ok(self.app.programme_wait(&file.programme.key)?),
                Err(error) => bail!("not opened: {error:?}"),
            };
        }
        bail!("the programme never opened")
    }
}

/// The program with a programme open.
pub(super) struct Machine {
    program: Program,
    /// The programme.
    pub programme: ProgrammeId,
    /// Its book as opened.
    pub book: Arc<Book>,
}

/// What became of deeds sent together: their answers, or nothing if the program died and nobody knows.
pub(super) type Sent = Option<Vec<Result<Done, Refusal>>>;

impl Machine {
    /// A program on an empty database, and a programme opened on it.
    pub(super) fn start(place: &Place, file: &ProgrammeFile, chance: &mut Chance) -> Result<Self> {
        let mut program = Program::start(place.clone(), chance.seed())?;
        let book = program.open_programme(file, chance)?;
        Ok(Self { program, programme: book.identity.id, book })
    }

    /// Adds a person.
    pub(super) fn add_person(&mut self, name: &str) -> Result<PersonId> {
        self.disarm();
        Ok(self.program.app.add_person_wait(name, "", None)?)
    }

    /// Sets a crash at one of the next moments.
    pub(super) fn arm(&self, chance: &mut Chance) {
        self.program.arm(chance);
    }

    /// No crash for now.
    pub(super) fn disarm(&self) {
        self.program.disarm();
    }

    /// Times the program died.
    pub(super) const fn crashes(&self) -> u32 {
        self.program.crashes
    }

    /// Sends deeds in one transaction.
    pub(super) fn send(&mut self, deeds: Vec<Deed>) -> Result<Sent> {
        let result = self.program.app.act_wait(self.programme, move |cx| {
            let mut answers = Vec::with_capacity(deeds.len());
            for deed in &deeds {
                answers.push(match deed.what.perform(cx, deed.request) {
                    Ok(done) => Ok(done),
                    Err(Error::Refused(refusal)) => Err(refusal),
                    Err(fault) => return Err(fault),
                });
            }
            Ok(answers)
        });
        match result {
            Ok(answers) => Ok(Some(answers)),
            Err(_) if self.program.recover()? => Ok(None),
            Err(error) => bail!("a fault nobody caused: {error:?}"),
        }
    }

    /// Sends several outboxes at the same time, every other one through a second program on the same
    /// database. What was not answered when the programs died is left out.
    pub(super) fn send_at_once(&mut self, outboxes: Vec<Vec<(usize, Deed)>>) -> Result<Vec<(usize, Result<Done, Refusal>)>> {
        let program = &self.program;
        let keys = program.app.keys.read().unwrap_or_else(PoisonError::into_inner).clone();
        let twin = open(&program.place, &program.bomb, keys, &program.clock, program.seed)?;
        let (programs, programme) = ([&program.app, &twin], self.programme);
        let heard = std::thread::scope(|scope| {
            let senders: Vec<_> = outboxes
                .into_iter()
                .zip(programs.into_iter().cycle())
                .map(|(outbox, app)| scope.spawn(move || send_outbox(app, programme, outbox)))
                .collect();
            senders.into_iter().map(|sender| sender.join().map_err(|_| anyhow!("a sender panicked"))).collect::<Result<Vec<_>>>()
        })?;
        let died = self.program.recover()?;
        let mut answers = Vec::new();
        for (index, answer) in heard.into_iter().flatten() {
            match answer {
                Ok(done) => answers.push((index, Ok(done))),
                Err(Error::Refused(refusal)) => answers.push((index, Err(refusal))),
                Err(_) if died => {}
                Err(error) => bail!("a fault nobody caused: {error:?}"),
            }
        }
        Ok(answers)
    }

    /// Sends a deed until it is answered.
    pub(super) fn insist(&mut self, deed: &Deed) -> Result<Result<Done, Refusal>> {
        for _ in 0..5 {
            if let Some(mut answers) = self.send(vec![deed.clone()])? {
                return answers.pop().context("an answer a deed");
            }
        }
        bail!("never answered: {deed:?}")
    }

    /// Reads.
    pub(super) fn look<T, F>(&self, job: F) -> Result<T>
    where
        F: FnMut(&mut Cx<'_, '_>) -> Result<T, Error> + Send + 'static,
        T: Send + 'static,
    {
        Ok(self.program.app.look_wait(self.programme, job)?)
    }

    /// Now, true time.
    pub(super) fn now(&self) -> Timestamp {
        self.program.clock.now()
    }

    /// Sets the clock.
    pub(super) fn set(&self, at: Timestamp) {
        self.program.clock.set(at);
    }

    /// Some time goes by; once in a while the machine's own clock is set back.
    pub(super) fn pass_time(&self, chance: &mut Chance) {
        let minutes = if chance.percent(8) {
            -i64::try_from(chance.between(1, 90)).unwrap_or(0)
        } else {
            i64::try_from(chance.between(1, 640)).unwrap_or(0)
        };
        let now = self.now();
        self.program.clock.set(now.checked_add(SignedDuration::from_mins(minutes)).unwrap_or(now));
    }

    /// A request by somebody, with an exact clock.
    pub(super) fn request(&self, chance: &mut Chance, actor: Actor) -> Request {
        let now = self.now();
        Request { actor, id: chance.uuid(now), device: None, claimed_at: now }
    }
}

fn send_outbox(app: &App, programme: ProgrammeId, outbox: Vec<(usize, Deed)>) -> Vec<(usize, Result<Done, Error>)> {
    outbox
        .into_iter()
        .map(|(index, deed)| (index, app.act_wait(programme, move |cx| deed.what.perform(cx, deed.request))))
        .collect()
}

fn open(place: &Place, bomb: &Bomb, keys: KeyRing, clock: &Clock, seed: u64) -> Result<App> {
    let limits = Limits { readers: 1, writers: 1, sabotage: bomb.sabotage(), ..Limits::default() };
    Ok(App::new(Db::open(place.clone(), &limits)?, keys, clock.surroundings(seed)))
}
