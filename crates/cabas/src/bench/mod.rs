//! `cabas bench`: how fast this machine runs a season, on the database asked for. Every figure of
//! `docs/benchmarks.md` is a line of its output. Nothing here is a test: a slow machine is not a bug.

mod disk;
mod forecast;
mod load;
mod season;
mod server;
mod table;

use crate::{Data, Done, open};
use app::domain::ids::Actor;
use app::{App, batch, paper};
use clap::Args;
use load::{Load, Outcome};
use season::Season;
use server::Server;
use std::io::BufWriter;
use std::time::{Duration, Instant};
use table::{Table, per_second, thousands};
use text::Lang;

/// Coupons of one payment at a stall.
const PAYMENT: usize = 8;
/// Coupons of one batch that a phone sends when it finds a network again.
const SYNCED: usize = 1_000;

#[derive(Args)]
pub(crate) struct Bench {
    /// Coupons in the season.
    #[arg(long, default_value_t = 1_000_000)]
    coupons: u32,
    /// Coupons printed.
    #[arg(long, default_value_t = 10_000)]
    printed: u32,
    /// Seconds of each load over HTTP.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Only the forecast, which needs no database.
    #[arg(long)]
    forecast: bool,
}

impl Bench {
    pub(crate) fn run(&self, data: &Data) -> Done {
        if self.forecast {
            forecast::measure(&mut Table::default());
            return Ok(());
        }
        let folder = data.folder.join("bench");
        if folder.exists() {
            return Err(anyhow::anyhow!("{} exists: remove it first", folder.display()).into());
        }
        std::fs::create_dir_all(&folder)?;
        let data = Data { folder: folder.clone(), keys: None, programme: None, ..data.clone() };
        let result = self.measure(&data);
        std::fs::remove_dir_all(&folder)?;
        result
    }

    fn measure(&self, data: &Data) -> Done {
        let mut table = Table::default();
        disk::measure(&data.folder, &mut table)?;
        forecast::measure(&mut table);
        let app = open::app(data)?;
        if !app.programmes_wait()?.is_empty() {
            return Err(anyhow::anyhow!("the benchmark needs an empty database").into());
        }
        let mut season = Season::open(&app, self.coupons, &mut table)?;
        print(&app, &season, self.printed, &mut table)?;
        // Six in ten arrive as synced batches, as after a day without a network; the others live.
        let synced = self.coupons as usize * 6 / 10;
        for (clients, share) in [(1, 10), (4, 1)] {
            sync_in_process(&app, &mut season, synced / share, clients, &mut table)?;
        }
        let token = season.merchant(&app)?;
        drop(app);
        self.over_http(data, &mut season, &token, &mut table)?;
        audit(data, &mut table)?;
        Ok(())
    }

    fn over_http(&self, data: &Data, season: &mut Season, token: &str, table: &mut Table) -> Done {
        let mut server = Server::start(data)?;
        let load = Load { address: server.address.clone(), token: token.to_owned() };
        // The first requests open connections and prepare statements.
        load.closed(1, Duration::from_millis(500), &season.payments(200, PAYMENT))?;
        for clients in [1, 8, 32] {
            let payments = season.payments(season.left() / 5 / PAYMENT, PAYMENT);
            let outcome = load.closed(clients, Duration::from_secs(self.seconds), &payments)?;
            if outcome.latencies.is_empty() {
                return Err(anyhow::anyhow!("too few coupons to measure with: ask for more with --coupons").into());
            }
            table.row(
                &format!("redeem over HTTP, {clients} clients, {PAYMENT} coupons a request"),
                &format!("{} coupons/s", thousands(outcome.coupons_per_second())),
                &latencies(&outcome),
            );
        }
        for rate in [1_000, 3_700] {
            let needed = rate / PAYMENT * usize::try_from(self.seconds * 2).unwrap_or(0);
            let payments = season.payments(needed.min(season.left() / 2 / PAYMENT), PAYMENT);
            let outcome = load.paced(rate / PAYMENT, &payments)?;
            table.row(
                &format!("the same at {} coupons/s, whether answered or not", thousands(rate)),
                &format!("{} coupons/s", thousands(outcome.coupons_per_second())),
                &latencies(&outcome),
            );
        }
        for clients in [1, 4] {
            let batches = season.payments(season.left() / 2 / SYNCED, SYNCED);
            let outcome = load.closed(clients, Duration::from_secs(self.seconds * 10), &batches)?;
            table.row(
                &format!("synced batches of {SYNCED} over HTTP, {clients} devices"),
                &format!("{} coupons/s", thousands(outcome.coupons_per_second())),
                &latencies(&outcome),
            );
        }
        let (peak, now) = server.memory();
        table.row("memory of the server through all of it", &format!("{peak} MB at most"), &format!("{now} MB at the end"));
        server.stop();
        Ok(())
    }
}

fn latencies(outcome: &Outcome) -> String {
    let ms = |d: Duration| format!("{:.1}", d.as_secs_f64() * 1e3);
    format!(
        "p50 {} ms, p99 {} ms, {} answers, {} coupons accepted",
        ms(outcome.percentile(50)),
        ms(outcome.percentile(99)),
        outcome.latencies.len(),
        outcome.accepted
    )
}

/// Prints coupons as the command does, signatures and all, to a file, on one thread.
fn print(app: &App, season: &Season, count: u32, table: &mut Table) -> Done {
    let id = season.batches[0];
    let mut printable = app.look_wait(season.programme, move |cx| batch::printable(cx, Actor::System, id))?;
    printable.batch.count = count.min(printable.batch.count);
    let begun = server::thread_time();
    let mut signed = 0;
    for index in 0..printable.batch.count {
        signed += printable.coupon(index)?.url.len();
    }
    let signing = server::thread_time().saturating_sub(begun);
    assert!(signed > 0, "every coupon has an address");
    let file = tempfile(&season.folder)?;
    let (start, begun) = (Instant::now(), server::thread_time());
    paper::sheets(&printable, Lang::Fr, &mut BufWriter::new(&file))?;
    let (took, busy) = (start.elapsed(), server::thread_time().saturating_sub(begun));
    let kilobytes = file.metadata()?.len() / 1024;
    table.row(
        &format!("print {} signed coupons to PDF, one thread", thousands(printable.batch.count as usize)),
        &format!("{:.2} s", took.as_secs_f64()),
        &format!("{:.2} s of processor, {:.2} s of it signatures; {kilobytes} KB", busy.as_secs_f64(), signing.as_secs_f64()),
    );
    Ok(())
}

fn tempfile(folder: &std::path::Path) -> std::io::Result<std::fs::File> {
    std::fs::OpenOptions::new().read(true).write(true).create(true).truncate(true).open(folder.join("coupons.pdf"))
}

/// Synced batches handed to the use case itself, without HTTP: what the engine and the database can do.
fn sync_in_process(app: &App, season: &mut Season, coupons: usize, threads: usize, table: &mut Table) -> Done {
    let batches = season.count_ins(coupons / SYNCED, SYNCED);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let (start, begun) = (Instant::now(), server::process_time());
    let accepted: u64 = std::thread::scope(|scope| {
        let workers: Vec<_> =
            (0..threads).map(|_| scope.spawn(|| season::drain(app, season.programme, &batches, &next))).collect();
        workers.into_iter().map(|w| w.join().expect("a worker ends")).sum::<Result<u64, app::Error>>()
    })?;
    let (took, busy) = (start.elapsed(), server::process_time().saturating_sub(begun));
    if accepted != (batches.len() * SYNCED) as u64 {
        return Err(anyhow::anyhow!("{accepted} coupons accepted of {}", batches.len() * SYNCED).into());
    }
    table.row(
        &format!("synced batches of {SYNCED} to the use case, {threads} waiting"),
        &format!("{} coupons/s", thousands(per_second(accepted, took))),
        &format!(
            "{:.1} µs of our processor time a coupon",
            busy.as_secs_f64() * 1e6 / f64::from(u32::try_from(accepted).unwrap_or(u32::MAX))
        ),
    );
    Ok(())
}

/// The command itself, in its own process.
fn audit(data: &Data, table: &mut Table) -> Done {
    let start = Instant::now();
    let (peak, success) = server::run_to_end(data, &["audit"])?;
    if !success {
        return Err(anyhow::anyhow!("the audit found something").into());
    }
    table.row("audit of that season", &format!("{:.1} s", start.elapsed().as_secs_f64()), &format!("{peak} MB at most"));
    Ok(())
}
