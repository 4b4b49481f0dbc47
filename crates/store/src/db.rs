//! The database: its threads and the two doors to them, `write` and `read`.

use crate::checkpoint::Checkpoints;
use crate::fault::Fault;
use crate::group::{Context, Job, Seat};
use crate::sabotage::{Room, Sabotage};
use crate::tx::Tx;
use crate::{Dialect, migrate, pg, sqlite};
use domain::ids::ProgrammeId;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Where the data is.
#[derive(Clone, Debug)]
pub enum Place {
    /// An SQLite file.
    File(PathBuf),
    /// A PostgreSQL address.
    Postgres(String),
}

/// How many threads and how large a group.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Reading threads.
    pub readers: usize,
    /// Writing threads: PostgreSQL only, SQLite has one. Programmes are spread over them.
    pub writers: usize,
    /// Jobs in one commit at most.
    pub group: usize,
    /// Jobs waiting at most; further callers wait.
    pub queue: usize,
    /// How long a caller that is not a thread waits for an answer: a little more than PostgreSQL may take for one
    /// statement. A server that is there and silent then holds our thread, and nobody else.
    pub patience: Duration,
    /// Crashes on purpose, for the simulator.
    pub sabotage: Sabotage,
    /// A full disk on purpose, for tests (SQLite only).
    pub room: Room,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            readers: 2,
            writers: 2,
            group: 256,
            queue: 1024,
            patience: Duration::from_secs(150),
            sabotage: Sabotage::default(),
            room: Room::default(),
        }
    }
}

/// The way to some threads.
#[derive(Clone)]
struct Lane {
    sender: SyncSender<Job>,
    /// Somebody waited too long for them, and nothing was answered since.
    silent: Arc<AtomicBool>,
}

impl Lane {
    fn to(sender: SyncSender<Job>) -> Self {
        Self { sender, silent: Arc::default() }
    }

    fn is_silent(&self) -> bool {
        self.silent.load(Ordering::Relaxed)
    }

    /// What is waited for, or nothing after so long: then the lane is silent until one of its threads answers.
    async fn within<T>(&self, patience: Duration, answer: impl Future<Output = T>) -> Option<T> {
        let answer = tokio::time::timeout(patience, answer).await.ok();
        if answer.is_none() {
            self.silent.store(true, Ordering::Relaxed);
        }
        answer
    }
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    writers: Arc<Vec<Lane>>,
    readers: Lane,
    dialect: Dialect,
    place: Arc<Place>,
    patience: Duration,
}

/// How long a writer is idle before it checkpoints.
const IDLE: Duration = Duration::from_millis(50);
/// How long a look waits after others waited too long.
const MOMENT: Duration = Duration::from_secs(1);

impl Db {
    /// Opens the database, creating or migrating it.
    pub fn open(place: Place, limits: &Limits) -> Result<Self, Fault> {
        migrate::migrate(&place)?;
        let context = Context { sabotage: limits.sabotage.clone(), room: limits.room.clone(), ..Context::default() };
        let dialect = match place {
            Place::File(_) => Dialect::Sqlite,
            Place::Postgres(_) => Dialect::Postgres,
        };
        let writers = if dialect == Dialect::Sqlite { 1 } else { limits.writers.max(1) };
        let mut senders = Vec::with_capacity(writers);
        for number in 0..writers {
            let (sender, receiver) = sync_channel(limits.queue);
            let mut seat = take_seat(&place, true)?;
            let checkpoints = match (&place, &mut seat) {
                (Place::File(path), Seat::Sqlite(connection)) => Some(Checkpoints::watch(path, connection)?),
                _ => None,
            };
            let context = context.clone();
            let group = limits.group;
            spawn(format!("cabas-write-{number}"), move || write_loop(seat, &receiver, group, &context, checkpoints.as_ref()));
            senders.push(Lane::to(sender));
        }
        let (readers, receiver) = sync_channel(limits.queue);
        let receiver = Arc::new(Mutex::new(receiver));
        for number in 0..limits.readers.max(1) {
            let seat = take_seat(&place, false)?;
            let (receiver, context) = (receiver.clone(), context.clone());
            spawn(format!("cabas-read-{number}"), move || read_loop(seat, &receiver, &context));
        }
        let readers = Lane::to(readers);
        Ok(Self { writers: Arc::new(senders), readers, dialect, place: Arc::new(place), patience: limits.patience })
    }

    /// Which database this is.
    pub const fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Where it is.
    pub fn place(&self) -> &Place {
        &self.place
    }

    fn writer(&self, programme: ProgrammeId) -> &Lane {
        &self.writers[usize::from(programme.0) % self.writers.len()]
    }

    /// Runs a writing job on the programme's thread and waits until it is durable.
    pub async fn write<T, F>(&self, programme: ProgrammeId, job: F) -> Result<T, Fault>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, Fault> + Send + 'static,
        T: Send + 'static,
    {
        let lane = self.writer(programme);
        if lane.is_silent() {
            return Err(Fault::Away(SILENT.to_owned()));
        }
        let (job, answer) = package(job, lane);
        let sent = lane.within(self.patience, send(lane.sender.clone(), job)).await;
        sent.unwrap_or_else(|| Err(Fault::Busy(SILENT.to_owned())))?;
        // What is sent may be done whether or not somebody still waits for it.
        let heard = lane.within(self.patience, answer).await.ok_or_else(|| Fault::Unknown(SILENT.to_owned()))?;
        heard.unwrap_or_else(|_| Err(stopped()))
    }

    /// The same for a caller with a thread of its own.
    pub fn write_wait<T, F>(&self, programme: ProgrammeId, job: F) -> Result<T, Fault>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, Fault> + Send + 'static,
        T: Send + 'static,
    {
        let lane = self.writer(programme);
        let (job, answer) = package(job, lane);
        lane.sender.send(job).map_err(|_| stopped())?;
        answer.blocking_recv().unwrap_or_else(|_| Err(stopped()))
    }

    /// Runs a reading job on one consistent view of the data.
    pub async fn read<T, F>(&self, job: F) -> Result<T, Fault>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, Fault> + Send + 'static,
        T: Send + 'static,
    {
        let lane = &self.readers;
        // One thread may be held and another answer: after a silence the next are tried, for a moment.
        let patience = if lane.is_silent() { self.patience.min(MOMENT) } else { self.patience };
        let (job, answer) = package(job, lane);
        let heard = async {
            send(lane.sender.clone(), job).await?;
            answer.await.unwrap_or_else(|_| Err(stopped()))
        };
        lane.within(patience, heard).await.unwrap_or_else(|| Err(Fault::Away(SILENT.to_owned())))
    }

    /// The same for a caller with a thread of its own.
    pub fn read_wait<T, F>(&self, job: F) -> Result<T, Fault>
    where
        F: FnMut(&mut Tx<'_>) -> Result<T, Fault> + Send + 'static,
        T: Send + 'static,
    {
        let (job, answer) = package(job, &self.readers);
        self.readers.sender.send(job).map_err(|_| stopped())?;
        answer.blocking_recv().unwrap_or_else(|_| Err(stopped()))
    }
}

/// Why a caller no longer waits.
const SILENT: &str = "the database has not answered for longer than we wait";

type Answer<T> = tokio::sync::oneshot::Receiver<Result<T, Fault>>;

/// Wraps a job so that its value is kept aside until the commit.
fn package<T, F>(mut job: F, lane: &Lane) -> (Job, Answer<T>)
where
    F: FnMut(&mut Tx<'_>) -> Result<T, Fault> + Send + 'static,
    T: Send + 'static,
{
    let slot = Arc::new(Mutex::new(None));
    let kept = slot.clone();
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let run = Box::new(move |tx: &mut Tx<'_>| {
        let value = job(tx)?;
        *kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
        Ok(())
    });
    let silent = lane.silent.clone();
    let answer = Box::new(move |result: Result<(), Fault>| {
        silent.store(false, Ordering::Relaxed);
        let value = slot.lock().unwrap_or_else(PoisonError::into_inner).take();
        let answer = result.and_then(|()| value.ok_or_else(stopped));
        // Nobody waiting any more is not an error: the work is done and a retry will find it.
        let _ = sender.send(answer);
    });
    (Job { run, answer }, receiver)
}

/// Queues a job without blocking the async threads, even when the queue is full.
async fn send(sender: SyncSender<Job>, job: Job) -> Result<(), Fault> {
    use std::sync::mpsc::TrySendError;
    let mut job = job;
    loop {
        match sender.try_send(job) {
            Ok(()) => return Ok(()),
            Err(TrySendError::Disconnected(_)) => return Err(stopped()),
            Err(TrySendError::Full(back)) => job = back,
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

fn stopped() -> Fault {
    Fault::Away("the database thread has stopped".to_owned())
}

fn take_seat(place: &Place, writing: bool) -> Result<Seat, Fault> {
    Ok(match place {
        Place::File(path) if writing => Seat::Sqlite(sqlite::open_writer(path)?),
        Place::File(path) => Seat::Sqlite(sqlite::open_reader(path)?),
        Place::Postgres(url) => {
            Seat::Postgres(Box::new(pg::PgSeat::take(url, if writing { pg::Duty::Write } else { pg::Duty::Read })?))
        }
    })
}

pub(crate) fn spawn(name: String, body: impl FnOnce() + Send + 'static) {
    thread::Builder::new().name(name).spawn(body).expect("the system gives a thread at start");
}

fn write_loop(mut seat: Seat, jobs: &Receiver<Job>, group: usize, context: &Context, checkpoints: Option<&Checkpoints>) {
    let mut rested = true;
    loop {
        let first = if rested { jobs.recv().map_err(|_| RecvTimeoutError::Disconnected) } else { jobs.recv_timeout(IDLE) };
        match first {
            Ok(job) => {
                let mut waiting = vec![job];
                waiting.extend(jobs.try_iter().take(group.saturating_sub(1)));
                seat.write(waiting, context);
                if let (Seat::Sqlite(connection), Some(checkpoints)) = (&seat, checkpoints) {
                    checkpoints.after_commit(connection);
                }
                rested = false;
            }
            Err(end) => {
                if let Seat::Sqlite(connection) = &seat {
                    sqlite::checkpoint(connection);
                }
                rested = true;
                if end == RecvTimeoutError::Disconnected {
                    return;
                }
            }
        }
    }
}

fn read_loop(mut seat: Seat, jobs: &Mutex<Receiver<Job>>, context: &Context) {
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match next {
            Ok(job) => seat.read(job, context),
            Err(_) => return,
        }
    }
}
