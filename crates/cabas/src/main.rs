//! `cabas`: the one program. Everything it does goes through the same use cases as the pages.

mod audit;
mod backup;
mod bench;
mod coupons;
mod demo;
mod export;
mod hub;
mod import;
mod open;
mod out;
mod people;
mod programme;
mod redeem;
mod sale;
mod serve;
mod settle;
mod stock;

use crate::out::complain;
use app::Error;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use text::{Lang, Sentence};

/// Coupons nourriciers, from the first dollar to the last.
#[derive(Parser)]
#[command(name = "cabas", version, about)]
struct Cli {
    #[command(flatten)]
    place: Data,
    #[command(subcommand)]
    command: Command,
}

/// Where the data is.
#[derive(Args, Clone)]
pub(crate) struct Data {
    /// Folder of the embedded database and of the secrets.
    #[arg(long = "data", global = true, env = "CABAS_DATA", default_value = "data")]
    folder: PathBuf,
    /// A PostgreSQL address, in place of --data.
    #[arg(long, global = true, env = "CABAS_DATABASE")]
    database: Option<String>,
    /// File of the programmes' secrets (by default in the --data folder).
    #[arg(long, global = true, env = "CABAS_KEYS")]
    keys: Option<PathBuf>,
    /// The programme's short name or number; the only one when left out.
    #[arg(long, global = true, env = "CABAS_PROGRAMME")]
    programme: Option<String>,
    /// Language of answers: fr or en.
    #[arg(long, global = true, env = "CABAS_LANG", default_value = "fr", value_parser = language)]
    lang: Lang,
}

fn language(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "fr, en".to_owned())
}

#[derive(Subcommand)]
enum Command {
    /// A realistic season, simulated, to look around in.
    Demo(demo::Demo),
    /// Serves the pages and the API.
    Serve(serve::Serve),
    /// Proves where every coupon and every cent went; exits with 1 when something is off.
    Audit(audit::Audit),
    /// Opens a programme from its file, or shows what it has.
    #[command(subcommand)]
    Programme(programme::Programme),
    /// Issues, prints and lists coupons.
    #[command(subcommand)]
    Coupons(coupons::Coupons),
    /// Moves stock, hands out, sells, decides, ends a season.
    #[command(subcommand)]
    Stock(stock::Stock),
    /// Sells what the territory offers: packs, orders; gifts and their official receipts.
    #[command(subcommand)]
    Sale(sale::Sale),
    /// Counts coupons in from a file, one redemption a line (NDJSON).
    Redeem(redeem::Redeem),
    /// Settlement: prepare, approve, pay, confirm, return.
    #[command(subcommand)]
    Settle(settle::Settle),
    /// Brings a table in from a spreadsheet: CSV, XLSX or ODS.
    Import(import::Import),
    /// Files for other programs.
    #[command(subcommand)]
    Export(export::Export),
    /// Measures this machine on a season of its own, and prints a table.
    Bench(bench::Bench),
    /// Copies everything into one file.
    Backup(backup::Backup),
    /// Restores a backup into an empty database.
    Restore(backup::Restore),
    /// A market's own hub: phones ask it which coupons are taken, without a network.
    #[command(subcommand)]
    Hub(hub::Hub),
    /// People who sign in.
    #[command(subcommand)]
    People(people::People),
}

/// What went wrong, for a person at a terminal.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A refusal or a fault.
    App(Error),
    /// A no that is only the command line's: its message's key, and its fact.
    Said(&'static str, (&'static str, String)),
    /// Anything else.
    Other(anyhow::Error),
    /// The audit found something; it is printed already.
    Findings,
    /// So many lines of a file were refused; each is printed already.
    Refusals(u64),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::App(error)
    }
}
impl From<app::Fault> for Failure {
    fn from(fault: app::Fault) -> Self {
        Self::App(fault.into())
    }
}
impl From<app::domain::refusal::Refusal> for Failure {
    fn from(refusal: app::domain::refusal::Refusal) -> Self {
        Self::App(refusal.into())
    }
}
impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Other(error)
    }
}
impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Other(error.into())
    }
}

pub(crate) type Done = Result<(), Failure>;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let level = if matches!(cli.command, Command::Serve(_) | Command::Demo(_) | Command::Hub(_)) { "info" } else { "warn" };
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| level.into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false).init();
    let lang = cli.place.lang;
    let names = cli.place.clone();
    let data = cli.place;
    let result = match cli.command {
        Command::Demo(demo) => demo.run(&data),
        Command::Serve(serve) => serve.run(&data),
        Command::Audit(audit) => audit.run(&data),
        Command::Programme(programme) => programme.run(&data),
        Command::Coupons(coupons) => coupons.run(&data),
        Command::Stock(stock) => stock.run(&data),
        Command::Sale(sale) => sale.run(&data),
        Command::Redeem(redeem) => redeem.run(&data),
        Command::Settle(settle) => settle.run(&data),
        Command::Import(import) => import.run(&data),
        Command::Export(export) => export.run(&data),
        Command::Bench(bench) => bench.run(&data),
        Command::Backup(backup) => backup.run(&data),
        Command::Restore(restore) => restore.run(&data),
        Command::Hub(hub) => hub.run(&data),
        Command::People(people) => people.run(&data),
    };
    match result.and_then(|()| out::finish()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Findings) => ExitCode::from(1),
        Err(Failure::App(error)) => {
            let sentence = say(lang, &error, &names);
            complain!("{} [{}]", sentence.message, sentence.code);
            complain!("→ {}", sentence.next);
            ExitCode::from(2)
        }
        Err(Failure::Refusals(count)) => {
            if count > 0 {
                complain!("{}", text::tr(lang, "cli-lines-refused", &[("count", count.into())]));
            }
            ExitCode::from(2)
        }
        Err(Failure::Said(key, (fact, value))) => {
            let facts = [(fact, value.into())];
            complain!("{} [{}]", text::tr(lang, key, &facts), key.trim_start_matches("cli-").replace('-', "_"));
            complain!("→ {}", text::tr(lang, &format!("{key}-next"), &facts));
            ExitCode::from(2)
        }
        Err(Failure::Other(error)) => {
            complain!("{error:#}");
            ExitCode::from(2)
        }
    }
}

/// A refusal or a fault in words, with the programme's own names when it can be opened.
fn say(lang: Lang, error: &Error, data: &Data) -> Sentence {
    match error {
        Error::Refused(refusal) => match open::programme(data) {
            Ok((_, book)) => text::refusal(lang, refusal, &*book),
            Err(_) => text::refusal(lang, refusal, &open::Nobody),
        },
        Error::Fault(fault) => {
            let Sentence { code, message, next } = text::fault(lang, fault.code(), None);
            Sentence { code, message: format!("{message} ({fault})"), next }
        }
    }
}
