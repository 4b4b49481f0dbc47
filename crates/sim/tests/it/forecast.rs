//! Forecasts against seasons that they do not know. `CABAS_WRITE=1 cargo test --workspace forecasts_are_right` writes
//! docs/forecast.md again, from many more seasons than a test has time for.

use sim::backtest::{Score, score};
use std::fmt::Write;
use std::path::Path;

/// Beliefs were tuned on other seasons.
const FIRST: u64 = 1_000_000;
const MANY: u64 = 1_000;
const FEW: u64 = 40;
const DRAWS: u32 = 400;

const HEAD: &str = include_str!("forecast-head.md");

fn share(part: u32, score: &Score) -> String {
    let tenths = (u64::from(part) * 1_000 + u64::from(score.seasons) / 2) / u64::from(score.seasons);
    format!("{}.{} %", tenths / 10, tenths % 10)
}

fn mean(sum: u64, score: &Score) -> String {
    let tenths = sum / u64::from(score.seasons) / 10;
    format!("{}.{} %", tenths / 10, tenths % 10)
}

fn document(scores: &[Score; 3]) -> String {
    let mut out = HEAD.to_owned();
    let _ = writeln!(
        out,
        "| after | seasons | final spending within « nine in ten » | lower | higher | within « half » | next week within nine in ten | next three weeks | middle off by, mean | nine in ten are wide, mean |\n|---|---|---|---|---|---|---|---|---|---|"
    );
    for s in scores {
        let of = |part| share(part, s);
        let _ = writeln!(
            out,
            "| {} weeks | {} | **{}** | {} | {} | {} | {} | {} | {} | {} |",
            s.after,
            s.seasons,
            of(s.nine_in_ten),
            of(s.lower),
            of(s.higher),
            of(s.half),
            of(s.next_week),
            of(s.three_weeks),
            mean(s.off, s),
            mean(s.wide, s)
        );
    }
    out
}

#[test]
fn forecasts_are_right_as_often_as_they_say() {
    if std::env::var_os("CABAS_WRITE").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/forecast.md");
        std::fs::write(path, document(&score(FIRST..FIRST + MANY, DRAWS))).expect("written");
        return;
    }
    // A few of the same seasons. Their numbers are fixed: this is not a matter of luck.
    let scores = score(FIRST..FIRST + FEW, DRAWS);
    let (held, all) = scores.iter().fold((0, 0), |sum, s| (sum.0 + s.nine_in_ten, sum.1 + s.seasons));
    assert!((84..=96).contains(&(held * 100 / all)), "nine in ten held {held} times in {all}: {scores:?}");
}
