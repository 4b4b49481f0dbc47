//! The ground tests stand on: an empty database of each kind, a clock that is set, random numbers that
//! repeat. A test that asks for PostgreSQL and has none fails: it is never skipped.

mod server;
mod wire;

use app::keys::KeyRing;
use app::simulated::Clock;
use app::{App, Db, Limits, Place, Room, Sabotage};
use jiff::Timestamp;
pub use server::Server;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;
pub use wire::{Cut, Wire};

/// A small programme, in its 2025 season, as its file says it. Funds: `desjardins`, `mrc`, and `ventes` for sales.
/// Classes: A given, V sold, B given from the autumn on, M in local currency. Merchants: `ferme` everywhere, `miel` at
/// the market with class A only, `sans-entente` without an agreement.
pub const PROGRAMME: &str = include_str!("programme.toml");

/// The same for a program that reads the real clock: its season has begun and does not end while we live.
pub fn programme_of_today() -> String {
    let dates = [
        ("\"2025-06-15\"", "\"2020-01-01\""),
        ("\"2025-07-01\"", "\"2020-01-01\""),
        ("\"2025-09-15\"", "\"2020-01-01\""),
        ("\"2025-10-13\"", "\"2099-12-30\""),
        ("\"2025-10-31\"", "\"2099-12-31\""),
    ];
    dates.iter().fold(PROGRAMME.to_owned(), |text, (day, other)| text.replace(day, other))
}

/// A platform on an empty database of its own.
pub struct Ground {
    /// Its name, for messages.
    pub name: &'static str,
    /// The platform.
    pub app: App,
    /// Its clock.
    pub clock: Clock,
    /// Where its data is.
    pub place: Place,
    /// How full its disk is (SQLite only).
    pub room: Room,
    _folder: TempDir,
}

/// An empty SQLite file.
pub fn sqlite(seed: u64, start: Timestamp, sabotage: Sabotage) -> Ground {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = Place::File(folder.path().join("cabas.sqlite"));
    build("SQLite", place, folder, seed, start, sabotage)
}

/// The address of an empty schema of the PostgreSQL that `tests/with-postgres` started.
pub fn postgres_url() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let url = std::env::var("CABAS_TEST_POSTGRES").expect("run the tests under tests/with-postgres");
    let schema = format!("t_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
    let mut client = postgres::Client::connect(&url, postgres::NoTls).expect("PostgreSQL answers");
    client.batch_execute(&format!("CREATE SCHEMA {schema}")).expect("a fresh schema");
    format!("{url}?options=-csearch_path%3D{schema}")
}

/// An empty schema of the PostgreSQL that `tests/with-postgres` started.
pub fn postgres(seed: u64, start: Timestamp, sabotage: Sabotage) -> Ground {
    let folder = tempfile::tempdir().expect("a temporary folder");
    build("PostgreSQL", Place::Postgres(postgres_url()), folder, seed, start, sabotage)
}

/// One of each.
pub fn both(seed: u64, start: Timestamp) -> [Ground; 2] {
    [sqlite(seed, start, Sabotage::default()), postgres(seed, start, Sabotage::default())]
}

/// An empty database at a place of the test's own.
pub fn on(place: Place, seed: u64, start: Timestamp) -> Ground {
    let folder = tempfile::tempdir().expect("a temporary folder");
    build("its own", place, folder, seed, start, Sabotage::default())
}

/// An empty schema of the PostgreSQL that `tests/with-postgres` started, at the far end of a wire that can be cut.
pub fn wired(seed: u64, start: Timestamp) -> (Ground, Wire) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = postgres_url();
    let wire = Wire::to(&url);
    (build("PostgreSQL", Place::Postgres(wire.url(&url)), folder, seed, start, Sabotage::default()), wire)
}

fn build(name: &'static str, place: Place, folder: TempDir, seed: u64, start: Timestamp, sabotage: Sabotage) -> Ground {
    let clock = Clock::at(start);
    let surroundings = clock.surroundings(seed);
    let room = Room::default();
    let limits = Limits { readers: 1, writers: 1, sabotage, room: room.clone(), ..Limits::default() };
    let db = Db::open(place.clone(), &limits).expect("the database opens");
    Ground { name, app: App::new(db, KeyRing::in_memory(), surroundings), clock, place, room, _folder: folder }
}
