//! Random seasons in bad weather.

use app::{Place, Sabotage};
use ground::Ground;
use sim::faults::{self, Weather};
use std::time::Instant;

fn start() -> jiff::Timestamp {
    "2025-07-01T07:00:00-04:00".parse().expect("an instant")
}

/// The seeds of a test, or those that are asked for: `CABAS_SEED=87`, `CABAS_SEED=2000..4000`.
fn seeds(all: std::ops::Range<u64>) -> Vec<u64> {
    let Ok(text) = std::env::var("CABAS_SEED") else { return all.collect() };
    let number = |text: &str| text.parse::<u64>().expect("CABAS_SEED is a number or a range");
    match text.split_once("..") {
        Some((from, to)) => (number(from)..number(to)).collect(),
        None => vec![number(&text)],
    }
}

/// An SQLite file that does not exist yet, and the folder it will be in.
fn file() -> (tempfile::TempDir, Place) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = Place::File(folder.path().join("cabas.sqlite"));
    (folder, place)
}

fn play(place: &Place, seed: u64) -> Weather {
    faults::play(place, seed).unwrap_or_else(|error| panic!("{error:?}"))
}

fn on_sqlite(range: std::ops::Range<u64>) {
    let started = Instant::now();
    let seeds = seeds(range);
    let weather = seeds.iter().fold(Weather::default(), |sum, seed| {
        let (_folder, place) = file();
        sum.plus(play(&place, *seed))
    });
    println!("{} seasons on SQLite in {:?}: {weather:?}", seeds.len(), started.elapsed());
    if seeds.len() > 10 {
        let each = [weather.crashes, weather.letters, weather.accepted, weather.disputes, weather.refused, weather.payments];
        assert!(each.iter().all(|n| *n as usize > seeds.len()), "the weather was too good: {weather:?}");
    }
}

#[test]
fn bad_weather_on_sqlite_1() {
    on_sqlite(0..100);
}

#[test]
fn bad_weather_on_sqlite_2() {
    on_sqlite(100..200);
}

#[test]
fn bad_weather_on_postgresql() {
    let started = Instant::now();
    let weather = seeds(500..512).into_iter().fold(Weather::default(), |sum, seed| {
        let Ground { place, app, .. } = ground::postgres(seed, start(), Sabotage::default());
        drop(app);
        sum.plus(play(&place, seed))
    });
    println!("on PostgreSQL in {:?}: {weather:?}", started.elapsed());
}

#[test]
fn a_season_is_its_seed() {
    let [one, two] = [file(), file()].map(|(_folder, place)| play(&place, 7));
    assert_eq!(one, two);
}

#[test]
fn the_order_of_arrival_does_not_matter() {
    for seed in seeds(1_000..1_030) {
        let ((_one, first), (_two, second)) = (file(), file());
        faults::same_in_any_order([&first, &second], seed).unwrap_or_else(|error| panic!("{error:?}"));
    }
}

#[test]
fn telephones_may_send_at_once() {
    for seed in seeds(2_000..2_040) {
        let (_folder, place) = file();
        faults::at_once(&place, seed).unwrap_or_else(|error| panic!("{error:?}"));
    }
    for seed in seeds(2_500..2_504) {
        let Ground { place, app, .. } = ground::postgres(seed, start(), Sabotage::default());
        drop(app);
        faults::at_once(&place, seed).unwrap_or_else(|error| panic!("{error:?}"));
    }
}
