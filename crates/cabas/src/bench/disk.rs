//! What the disk itself can do: append and wait until it is safe. Everything durable is bounded by it.

use crate::Done;
use crate::bench::table::{Table, per_second, thousands};
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long each size is tried.
const LASTS: Duration = Duration::from_secs(2);

pub(crate) fn measure(folder: &Path, table: &mut Table) -> Done {
    for (kilobytes, what) in [(4, "one redemption"), (256, "about a synced batch")] {
        let path = folder.join("append");
        let mut file = File::create(&path)?;
        let block = vec![7; kilobytes * 1024];
        let mut syncs = Vec::new();
        let start = Instant::now();
        while start.elapsed() < LASTS {
            let begun = Instant::now();
            file.write_all(&block)?;
            file.sync_data()?;
            syncs.push(begun.elapsed());
        }
        let took = start.elapsed();
        syncs.sort_unstable();
        table.row(
            &format!("append {kilobytes} KB and fdatasync ({what})"),
            &format!("{}/s", thousands(per_second(syncs.len() as u64, took))),
            &format!("p50 {} µs, p99 {} µs", syncs[syncs.len() / 2].as_micros(), syncs[syncs.len() * 99 / 100].as_micros()),
        );
        std::fs::remove_file(&path)?;
    }
    Ok(())
}
