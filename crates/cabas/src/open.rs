//! Opening the data.

use crate::{Data, Failure};
use app::domain::ids::{FundId, PartnerId, PlaceId, VendorId};
use app::domain::programme::Book;
use app::domain::refusal::Refusal;
use app::keys::KeyRing;
use app::simulated::Clock;
use app::{App, Db, Limits, Place, Surroundings};
use jiff::Timestamp;
use std::path::PathBuf;
use std::sync::Arc;

/// Where the database is.
pub(crate) fn place(data: &Data) -> Place {
    match &data.database {
        Some(url) => Place::Postgres(url.clone()),
        None => Place::File(data.folder.join("cabas.sqlite")),
    }
}

/// Where the secrets are: never in the database.
pub(crate) fn keys_file(data: &Data) -> PathBuf {
    data.keys.clone().unwrap_or_else(|| data.folder.join("keys.toml"))
}

/// What the fiduciary's bank asked to be written in its files.
pub(crate) fn bank_file(data: &Data, programme: &str) -> PathBuf {
    data.folder.join(format!("bank-{programme}.toml"))
}

/// The same for commands that only make sense on data that is there: they never make a database.
pub(crate) fn existing(data: &Data) -> Result<App, Failure> {
    match place(data) {
        Place::File(file) if !file.exists() => Err(Failure::Said("cli-no-database", ("place", file.display().to_string()))),
        _ => app(data),
    }
}

/// The platform on its data, with the real clock.
pub(crate) fn app(data: &Data) -> Result<App, Failure> {
    with(data, Surroundings::real())
}

/// The platform on its data, with a clock that runs from another instant.
pub(crate) fn practice(data: &Data, start: Timestamp) -> Result<App, Failure> {
    with(data, Surroundings::from_instant(start))
}

/// The platform on its data, with a clock that is set by hand.
pub(crate) fn simulated(data: &Data, clock: &Clock, seed: u64) -> Result<App, Failure> {
    with(data, clock.surroundings(seed))
}

fn with(data: &Data, surroundings: Surroundings) -> Result<App, Failure> {
    let keys = KeyRing::load(&keys_file(data))?;
    let db = Db::open(place(data), &Limits::default())?;
    Ok(App::new(db, keys, surroundings).with_profiles(data.folder.clone()))
}

/// The platform and the programme asked for.
pub(crate) fn programme(data: &Data) -> Result<(App, Arc<Book>), Failure> {
    let app = existing(data)?;
    let book = if let Some(name) = &data.programme {
        app.programme_wait(name)?
    } else {
        let mut books = app.programmes_wait()?;
        if books.len() > 1 {
            let names: Vec<&str> = books.iter().map(|b| b.identity.key.as_str()).collect();
            return Err(Failure::Said("cli-which-programme", ("names", names.join(", "))));
        }
        books.pop().ok_or(Refusal::UnknownProgramme)?
    };
    Ok((app, book))
}

/// Names when there is no programme.
pub(crate) struct Nobody;

impl text::Names for Nobody {
    fn vendor(&self, id: VendorId) -> String {
        id.to_string()
    }
    fn place(&self, id: PlaceId) -> String {
        id.to_string()
    }
    fn fund(&self, id: FundId) -> String {
        id.to_string()
    }
    fn partner(&self, id: PartnerId) -> String {
        id.to_string()
    }
    fn unit_name(&self, unit: app::domain::amount::Unit) -> String {
        unit.0.to_string()
    }
    fn zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::UTC
    }
}
