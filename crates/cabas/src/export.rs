//! `cabas export`.

use crate::out::{complain, say};
use crate::{Data, Done, Failure, open};
use anyhow::Context;
use app::domain::fund::Period;
use app::domain::ids::{Actor, PaymentId, RunId};
use app::tables::{self, Format, Name};
use app::{bank_file, books, export, paper, year_end};
use clap::Subcommand;
use exchange::payment_file::BankProfile;
use jiff::civil::Date;
use std::path::PathBuf;

/// What payments are written as: a table, or a format of deposits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Payments {
    List,
    Transfers,
    Deposits(bank_file::Format),
}

fn payments_format(text: &str) -> Result<Payments, String> {
    match text {
        "list" => Ok(Payments::List),
        "transfers" => Ok(Payments::Transfers),
        other => bank_file::Format::parse(other)
            .map(Payments::Deposits)
            .ok_or_else(|| format!("list, transfers, {}", bank_file::Format::ALL.map(bank_file::Format::key).join(", "))),
    }
}

fn books_format(text: &str) -> Result<books::Format, String> {
    books::Format::parse(text).ok_or_else(|| books::Format::ALL.map(books::Format::key).join(", "))
}

fn month(text: &str) -> Result<Date, String> {
    books::parse_month(text).ok_or_else(|| "2026-07".to_owned())
}

fn table_name(text: &str) -> Result<Name, String> {
    Name::parse(text).ok_or_else(|| Name::ALL.map(Name::key).join(", "))
}

fn table_format(text: &str) -> Result<Format, String> {
    Format::parse(text).ok_or_else(|| "csv, xlsx".to_owned())
}

#[derive(Subcommand)]
pub(crate) enum Export {
    /// The ledger for accountants.
    Ledger {
        /// quickbooks, sage50, mapped (columns-PROGRAMME.toml), csv, hledger or beancount.
        #[arg(long, value_parser = books_format)]
        format: books::Format,
        /// A month that is over, such as 2026-07: the same file every time. Everything when left out.
        #[arg(long, value_parser = month)]
        month: Option<Date>,
        /// File to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// The accountant's accounts, to edit and keep as accounts-PROGRAMME.csv in the --data folder.
    Accounts {
        /// File to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// The year-end pack for an auditor (ZIP), in the language of --lang: balances, entries, coupons, redemptions.
    YearEnd {
        /// First day, such as 2026-01-01; with --until. Everything until now when both are left out.
        #[arg(long, requires = "until")]
        since: Option<Date>,
        /// Last day.
        #[arg(long, requires = "since")]
        until: Option<Date>,
        /// File to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// A table of the pages, in the language of --lang.
    Table {
        /// Its name, such as hand-outs, weeks, funds, partners, log.
        #[arg(value_parser = table_name)]
        name: Name,
        /// Format.
        #[arg(long, value_parser = table_format, default_value = "csv")]
        format: Format,
        /// The run or the merchant it is about, by number, where it needs one.
        #[arg(long)]
        of: Option<u32>,
        /// File to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// A run's payments.
    Payments {
        /// Run number.
        #[arg(long)]
        run: u32,
        /// list (CSV to type in, in the language of --lang), transfers (the bank's own columns, columns-PROGRAMME.toml), or a
        /// file of deposits: cpa005, hdt80, pain001-03, pain001-09.
        #[arg(long, value_parser = payments_format)]
        format: Payments,
        /// File to write.
        #[arg(long)]
        out: PathBuf,
        /// The fiduciary's bank profile, for deposits; bank-PROGRAMME.toml in the --data folder when left out.
        #[arg(long)]
        profile: Option<PathBuf>,
        /// Day payees have the money, a business day; the next one when left out.
        #[arg(long)]
        due: Option<Date>,
    },
    /// A payment's statement for its merchant (PDF), in the language of --lang.
    Statement {
        /// Payment number.
        #[arg(long)]
        payment: u32,
        /// File to write.
        #[arg(long)]
        out: PathBuf,
    },
}

impl Export {
    pub(crate) fn run(&self, data: &Data) -> Done {
        let (app, book) = open::programme(data)?;
        let id = book.identity.id;
        match self {
            Self::Ledger { format, month, out } => {
                let (format, month, lang) = (*format, *month, data.lang);
                let made = app.look_wait(id, move |cx| {
                    let mut bytes = Vec::new();
                    books::write(cx, Actor::System, lang, format, month, &mut bytes)?;
                    Ok(bytes)
                })?;
                std::fs::write(out, made).with_context(|| out.display().to_string())?;
            }
            Self::Accounts { out } => {
                let lang = data.lang;
                std::fs::write(out, app.look_wait(id, move |cx| books::plan_table(cx, Actor::System, lang))?)?;
            }
            Self::YearEnd { since, until, out } => {
                let period = since.zip(*until).map(|(since, until)| Period { since, until });
                let lang = data.lang;
                let bytes = app.look_wait(id, move |cx| year_end::write(cx, Actor::System, lang, period))?;
                std::fs::write(out, bytes).with_context(|| out.display().to_string())?;
            }
            Self::Table { name, format, of, out } => {
                let (name, format, of, lang) = (*name, *format, *of, data.lang);
                let bytes = app.look_wait(id, move |cx| {
                    let table = tables::table(cx, Actor::System, lang, name, &tables::About { of, ..tables::About::default() })?;
                    tables::write(&table, lang, format)
                })?;
                std::fs::write(out, bytes)?;
            }
            Self::Payments { run, format: Payments::List, out, .. } => {
                let (run, lang) = (RunId(*run), data.lang);
                let bytes = app.look_wait(id, move |cx| export::payment_csv(cx, Actor::System, run, lang))?;
                std::fs::write(out, bytes)?;
            }
            Self::Payments { run, format: Payments::Transfers, out, .. } => {
                let run = RunId(*run);
                std::fs::write(out, app.look_wait(id, move |cx| export::transfers(cx, Actor::System, run))?)?;
            }
            Self::Statement { payment, out } => {
                let (payment, lang) = (PaymentId(*payment), data.lang);
                let bytes = app.look_wait(id, move |cx| paper::statement(cx, Actor::System, payment, lang))?;
                std::fs::write(out, bytes)?;
            }
            Self::Payments { run, format: Payments::Deposits(format), out, profile, due } => {
                let path = profile.clone().unwrap_or_else(|| open::bank_file(data, &book.identity.key));
                if !path.exists() {
                    return Err(Failure::Said("cli-no-bank-profile", ("file", path.display().to_string())));
                }
                let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
                let profile: BankProfile = toml::from_str(&text).with_context(|| path.display().to_string())?;
                let (run, format, due) = (RunId(*run), *format, *due);
                let made = app.act_wait(id, move |cx| bank_file::make(cx, Actor::System, run, &profile, format, due))?;
                match made {
                    Ok(made) => {
                        std::fs::write(out, made.text)?;
                        say!("{:04}", made.number);
                    }
                    Err(problems) => {
                        for problem in &problems {
                            complain!("{}", bank_file::say(data.lang, problem));
                        }
                        return Err(Failure::Said("cli-bank-problems", ("file", path.display().to_string())));
                    }
                }
            }
        }
        Ok(())
    }
}
